# 各列的表头。文件中用英文列名，给人看时用这些词。

# 应发工资（pay）
column-scenario = 方案
column-month = 月份
column-company = 公司
column-courier = 派件员
column-name = 姓名
column-couriers = 人数
column-area = 区域
column-parcels = 件数
column-base = 基本工资
column-piece = 计件工资
column-premium = 加班工资（加倍部分）
column-allowance = 津贴
column-top-up = 补差
column-pay = 应发工资

# 工资明细（pay --lines）
column-rule = 规则
column-clause = 条款
column-service = 业务
column-unit = 单位
column-quantity = 数量
column-rate = 单价
column-multiple = 倍数
column-amount = 金额

# 年度成本（cost）
column-before = 调整前
column-after = 调整后
column-change = 增减额
column-change-percent = 增减（%）
column-contributions = 单位缴费
column-total-change = 增减合计

# 求解（solve）
column-annual-cost = 年成本
column-left = 余额

# 均衡（balance）
column-courier-days = 派件人日
column-rate-before = 调整前单价
column-rate-after = 调整后单价
column-pay-per-day-before = 调整前每日
column-pay-per-day-after = 调整后每日
column-piece-before = 调整前计件工资
column-piece-after = 调整后计件工资
column-spread-before = 调整前差异系数
column-spread-after = 调整后差异系数
column-gain = 增加人数
column-lose = 减少人数

# 汇总（tally）
column-date = 日期
column-first-at = 首件时间
column-last-at = 末件时间

# 工资条说明（explain）
column-ref = #
column-item = 项目
column-formula = 算式
column-checked-on = 核对日期
column-beyond = 超时
column-days = 天数
column-hours = 工时
column-better-rule = 更有利的规则
column-better-clause = 更有利的条款
column-better-agreement = 更有利的协议
column-reason = 理由
column-message = 说明
column-file = 文件
column-line = 行号
column-status = 状态
column-counted = 计入
column-rate-at = 单价位置

# 检查（check）
column-code = 代码
column-severity = 程度
column-due = 应付
column-found = 工资表
column-shortfall = 少付
column-months = 月数
column-at = 位置
column-words = 原文

# 方案（show --proposal）
column-path = 条款
column-old = 现行
column-new = 拟改为

# 方案比较（compare）
column-present = 现行
column-clause-change = 调整
column-group = 分组
column-people = 人数
column-year = 年份
column-in-year = 当年发生
column-lasting = 其中持续
column-one-off = 其中一次性
column-full-year = 年末全年水平
column-carry-over = 结转下年
column-per-parcel = 每件
column-percent-of-wages = 占工资（%）

# 工资条
column-id = 工号
column-part = 类别
column-paid = 工资表应发
column-deductions = 扣款
column-damages = 赔偿
column-net = 实发工资
column-alike = 相同笔数
column-compared = 其中已付

# 表格单元格中的用语。

# 方案
word-low = 下限
word-high = 上限
word-agreed = 现行单价
word-change = 调整

# 单位
word-parcel = 件
word-hour = 小时
word-km = 公里
word-day = 天
word-minute = 分钟
word-mile = 英里
word-kg = 公斤
word-order = 单
word-stop = 站
word-item = 项
word-sum-parcels = 件数
word-sum-hours = 工时
word-sum-days = 出勤天数
word-sum-absences = 缺勤天数
word-money = 金额
word-period = 期
word-month = 月

# 业务
word-delivery = 派件

# 月应发工资的衡量
word-median = 中位数
word-mean = 平均数
word-p10 = 第 10 百分位数

# 缺勤的种类
word-personal = 事假
word-sick = 病假
word-maternity = 产假
word-annual = 年休假
word-paid-leave = 其他带薪假
word-leave = 未写明种类的请假

# 表格的末行
word-total = 合计

# A calendar day of a month that has so many: the unit of a monthly amount that is due in part.
word-day-of-28 = 天/28
word-day-of-29 = 天/29
word-day-of-30 = 天/30
word-day-of-31 = 天/31
word-day-of-21-75 = 计薪日/21.75

# 工资条说明
word-contract-base = 劳动合同的基本工资
word-yes = 是
word-no = 否
word-left-out = 略去
word-duplicate = 重复
word-taken-back = 之后撤销
word-month-1 = 1月
word-month-2 = 2月
word-month-3 = 3月
word-month-4 = 4月
word-month-5 = 5月
word-month-6 = 6月
word-month-7 = 7月
word-month-8 = 8月
word-month-9 = 9月
word-month-10 = 10月
word-month-11 = 11月
word-month-12 = 12月

# 句子中的列名
word-who-area = 区域
word-who-company = 公司
word-who-courier = 派件员
word-who-position = 岗位
word-who-service = 业务
word-who-sex = 性别
word-who-skill = 技能等级

# 文件
word-log = 派件记录

# 检查
word-violation = 违规
word-warning = 提醒
word-not-checked = 未检查
word-keeps-base = 不得降低基本工资
word-no-dismissal = 不得辞退
word-no-extended-hours = 不得延长工时
word-no-night-work = 不得夜间劳动
word-equal-pay = 男女同工同酬
word-written-contract = 书面劳动合同

# 派件员的分组（compare --show people）
word-gain-over-5 = 增加5%以上
word-gain = 增加
word-same = 不变
word-lose = 减少
word-lose-over-5 = 减少5%以上
word-gini = 基尼系数
word-below-floor = 低于保底
word-f = 女职工
word-m = 男职工
word-p90 = 第 90 百分位数
word-decile1 = 最低一成
word-decile2 = 第二成
word-decile3 = 第三成
word-decile4 = 第四成
word-decile5 = 第五成
word-decile6 = 第六成
word-decile7 = 第七成
word-decile8 = 第八成
word-decile9 = 第九成
word-decile10 = 最高一成

# 各表
word-roster = 花名册
word-attendance = 考勤
word-protected = 三期
word-rates = 单价
word-register = 工资表

# 工资条
word-base = 基本工资
word-piece = 计件工资
word-premium = 加班工资（加倍部分）
word-allowance = 津贴
word-top-up = 补差
word-pay = 应发工资
word-paid = 工资表所列应发工资
word-net = 实发工资
word-tax = 扣：个人所得税
word-insurance = 扣：社会保险和住房公积金
word-damages = 扣：赔偿
word-fines = 扣：罚款
word-deductions = 扣：其他扣款

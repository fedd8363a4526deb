# 单价、花名册、保护期、考勤：可能出错之处。

sheet-empty = { $file } 是空文件：没有表头
    .remedy = 第一行写各列的列名，用逗号隔开
sheet-column-missing = 缺少 { $count } 列：{ $columns }；文件里的表头是：{ $found }
    .remedy = 在第一行写出这些列名；另有其他列也可以
sheet-column-twice = 表头中有两个“{ $column }”列
    .remedy = 只留一个
sheet-row-length = 这一行有 { $found } 个单元格，表头有 { $expected } 个
    .remedy = 每行的单元格数要与表头一致；文字里有逗号的，用引号括起（"a,b"）
sheet-cell-empty = “{ $column }”一列此处为空
    .remedy = 填上这个单元格，或者删去这一行
sheet-spreadsheet-fault = “{ $found }”是电子表格的公式错误（列：{ $column }）
    .remedy = 请在电子表格中更正公式，或者直接填写数值
sheet-id-shortened = “{ $found }”不是工号，而是被电子表格缩写的数字（列：{ $column }）
    .remedy = 请在电子表格中先把这一列设为“文本”格式，重新填入工号后再导出；此处的数字已经丢失
sheet-day = “{ $found }”不是日期（列：{ $column }）
    .remedy = 日期写作 2022-05-01
sheet-year-unlikely = “{ $found }”不在 1900 年至 2199 年之间（列：{ $column }）
    .remedy = 请改正年份，那一年不可能出勤
sheet-number = “{ $found }”不是数字（列：{ $column }）
    .remedy = 只写数字，最多一个小数点，如 2070、2,070 或 0.855
sheet-negative = { $found } 小于零（列：{ $column }）
    .remedy = 填 0 或以上的数额，或者留空
sheet-until-before-from = 截止日期 { $found } 早于起始日期
    .remedy = from 列写较早的日期，until 列写较晚的日期

roster-sex = “{ $found }”不是性别（列：{ $column }）
    .remedy = 写 女 或 男（f 或 m），或者留空
roster-employment = “{ $found }”不是用工形式（列：{ $column }）
    .remedy = 写 全日制 或 非全日制（full-time 或 part-time），或者留空
roster-two-people = 工号 { $courier } 在 { $companies } 是两个人，这一行没有写明是谁的
    .remedy = 在这一行写明公司；如果是同一个人，请把花名册中两行的姓名和性别改为一致
roster-twice = 派件员 { $courier } 在花名册中同一公司、同一起始日期出现两次
    .remedy = 在后一行的 from 列写明其条件自何日起执行
roster-left-before-hired = 离职日期 { $found } 早于入职日期
    .remedy = 更正入职日期或离职日期

protected-kind = “{ $found }”不是保护期的种类
    .remedy = 写 怀孕、产假 或 哺乳（pregnancy、maternity、nursing）

attendance-no-measure = 规则 { $rule } 要用计量项 { $measure }（“{ $column }”），考勤中没有
    .remedy = 请用 --attendance 提供含 `{ $column }` 列的考勤
attendance-measure = “{ $found }”不是计量数
    .remedy = 请填写 0 或更大的数，没有则留空
attendance-hours = “{ $found }”不是一天的工时
    .remedy = 填 0 到 24 之间的数，如 8 或 9.5，或时分，如 8:30、8小时30分；整列以分钟计的，用列映射（unit = "minutes"）
attendance-kind = “{ $found }”不是出勤类型
    .remedy = 写 工作日、休息、节假日、调休、事假、病假、产假、年休假、带薪假 或 请假（workday、rest、holiday、made-up、personal、sick、maternity、annual、paid-leave、leave）；工作日可以留空
attendance-given-twice = { $second } 与 { $first } 内容相同：其中的工时会重复计算
    .remedy = 每份考勤表只写一次
attendance-twice = 本行与第 { $first } 行每一格都相同
    .remedy = 只留一行；两行都要算的，工时写在一行里
attendance-twice-in-files = 本行与 { $file } 第 { $first } 行所写相同
    .remedy = 只留一行；两行都要算的，工时写在一行里
attendance-hours-sum = 该派件员这一天各行合计 { $found } 小时
    .remedy = 一天只有 24 小时：请更正其中一行的工时或日期
attendance-absent-and-worked = 缺勤行没有小时数，就是全天缺勤，而这一天另有工时
    .remedy = 在本行填缺勤的小时数，如 4，或去掉另外的工时
attendance-company = 派件员 { $courier } 有 { $rows } 行（第一行在此）可能属于多家公司：{ $companies }
    .remedy = 加一列“公司”，在这些行里写明是哪家公司的工时

rate-form = “{ $found }”不是单价的写法
    .remedy = 写作“规则=金额”，如 delivery=0.80
rate-amount = “{ $found }”不是以元计的金额
    .remedy = 只写数字，最多一个小数点，如 0.80
rate-twice = 规则 { $rule } 已经给过 --rate
    .remedy = 每条规则只给一个 --rate；按公司或区域不同的单价写进 --rates 的文件
rates-over = “{ $found }”不是件数
    .remedy = 写整数，如 6000；第一档留空
rates-twice = 同一组阶梯单价有两行都从超过 { $over } 件起算，而且有共同的执行日期
    .remedy = 只留一行；或者让前一行在后一行起始（from）之前截止（until）；或者让两行在公司、区域、业务、派件员或超过件数上有所不同
rates-first-step-missing = 这一组阶梯单价从超过 { $over } 件才开始
    .remedy = 加一行，其余相同，over 一列留空：即最初件数的单价
rates-first-step-missing-from = 自 { $day } 起，这一组阶梯单价从超过 { $over } 件才开始
    .remedy = 为这些日期加一行，其余相同，over 一列留空：即最初件数的单价
rates-first-step-missing-until = 至 { $day } 止，这一组阶梯单价从超过 { $over } 件才开始
    .remedy = 为这些日期加一行，其余相同，over 一列留空：即最初件数的单价
rates-rule-open = { $count ->
        [0] 所给协议中没有按件计的单价规则
       *[other] 这个单价没有写明是哪条规则的，可能是：{ $rules }
    }
    .remedy = { $count ->
        [0] 不用 --rates，或者同时给出约定单价的协议
       *[other] 加一列“规则”（rule），写明是哪条规则
    }
rates-rule-unknown = 所给协议中没有名为“{ $rule }”的单价规则
    .remedy = 单价规则有：{ $known }
rate-outside-band = 单价 { $rate } 超出规则 { $rule } 约定的幅度 { $min } 至 { $max }（{ $clause }）
    .remedy = 单价应在 { $min } 至 { $max } 之间，含两端
rate-below-amount = 单价 { $rate } 低于规则 { $rule } 约定的 { $amount }（{ $clause }）
    .remedy = 单价不应低于 { $amount }
rate-not-positive = 单价 { $rate } 不大于零
    .remedy = 单价应大于零
rates-ambiguous = 有两个单价同样符合这些件：派件员 { $courier }，公司 { $company }，区域 { $area }，业务 { $service }，{ $date }
    .remedy = 让其中一行多写明公司、区域、业务或派件员，或者把两行的起止日期分开

roster-out-of-order = 派件员 { $courier } 的各行没有按起始日期排列
    .remedy = 起始日期早的一行放在前面

register-month = “{ $found }”不是月份（列：{ $column }）
    .remedy = 月份写作 2022-05
register-period = “{ $found }”不是工资支付周期的第一天（列：{ $column }）
    .remedy = 请填写该周（两周）的第一天，如 2026-06-01
register-month-october = “{ $found }”可能是 1 月，也可能是 10 月（列：{ $column }）：按数字填的 2022.10 在电子表格中显示为 2022.1
    .remedy = 请写作 2022-01 或 2022-10
register-month-missing = 看不出这份工资表是哪个月的：没有“月份”列，工作表名和标题里也没有月份
    .remedy = 用 --month 2022-05 指明，或者加一列“月份”
register-months-several = 工资表没有“月份”列，工作表名或标题里有几个月份：{ $months }
    .remedy = 用 --month 指明工资所属的月份，如 --month 2022-05，或者加一列“月份”
register-month-year-none = 不知道 { $month } 是哪一年：派件记录中没有这个月
    .remedy = 用 --month 2022-05 指明，或者同时给出该月的派件记录
register-month-year-several = { $month } 可能是派件记录中的这几个月：{ $months }
    .remedy = 请写上年份，如 2022-05，或者用 --month 2022-05 指明
register-month-not-stated = “{ $found }”不是 --month 所说的月份 { $month }（列：{ $column }）
    .remedy = 各行已写明月份的，不用 --month；否则请更正单元格
register-month-contradicted = 工作表名或标题写的是 { $month }，却没有一行是这个月的：“{ $found }”（列：{ $column }）
    .remedy = 请更正其中之一，或者用 --month 指明各行的月份
register-net-only = 缺少 paid 列，即应发工资；“{ $net }”是扣除之后的数；文件里的表头是：{ $found }
    .remedy = 加一列“应发工资”：实发 + 个税 + 社保公积金个人部分 + 其他扣款
register-parcels = “{ $found }”不是件数（列：{ $column }）
    .remedy = 写整数，如 6120，或者留空
register-given-twice = { $second } 与 { $first } 内容相同：所付的会重复计算
    .remedy = 每份工资表只写一次
register-twice = 派件员 { $courier } 的 { $month } 在工资表中已有完全相同的一行
    .remedy = 删去其中一行；同一月份的几行只要有一格不同，即予相加
register-month-not-in-log = 派件记录中没有 { $month } 的派件
    .remedy = 同时给出该月的派件记录，或删去这一行

register-fen = { $found } 超过两位小数（列：{ $column }）
    .remedy = 以元计，最多两位小数，与实际发放一致

sheet-format-unfit = “{ $found }”与列映射中的格式不符（列：{ $column }）
    .remedy = 列映射写的是 { $formats }；请改正单元格，或在列表中加上它的格式
sheet-day-ambiguous = “{ $found }”符合列映射中的两种格式，意思却不同（列：{ $column }）
    .remedy = 请在 { $formats } 中只留实际所用的一种

cell-not-worked-out = 这个公式尚未计算，文件中没有它的结果（{ $column }列）
    .remedy = 请用 Excel 或 WPS 打开文件并保存，公式便会算出结果
cell-merged = 这个单元格属于合并单元格 { $range }，无法知道它自己的内容（{ $column }列）
    .remedy = 请在电子表格中取消合并，逐行填写

sheet-columns-unclear = 有几列都可作为 { $column }：{ $headings }
    .remedy = 只保留一列的列名，其余改名；或在列映射（--map）的列中写明 { $column } = "…"
sheet-column-could-be = 没有已知的 { $column } 列，而“{ $heading }”可能就是（{ $cells }）
    .remedy = 如果是，请把列名改为“{ $usual }”（{ $column }），或在列映射（--map）的列中写明 { $column } = "{ $heading }"；如果不是，请用一份不写这一列的列映射
sheet-columns-unused = { $file }：未使用的列：{ $columns }{ $more ->
        [0] {""}
       *[other] ，另有 { $more } 列
    }
sheet-rows-passed-over = { $file }：已略去{ $titles ->
        [0] {""}
       *[other] （表头之前 { $titles } 行）
    }{ $totals ->
        [0] {""}
       *[other] （合计 { $totals } 行）
    }{ $headings ->
        [0] {""}
       *[other] （重复的表头 { $headings } 行）
    }
sheet-problems-in-all = 此文件共有 { $count } 处错误
    .remedy = 请先改正所列各处，其余的往往随之消失

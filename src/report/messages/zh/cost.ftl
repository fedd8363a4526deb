# 调整、方案，以及随成本一并说明的事项。

change-form = “{ $found }”不是调整的写法
    .remedy = 写作 规则[.字段][@键=值,…]，后接 + - * 或 = 与数额，如 'delivery +0.10' 或 'delivery@area=鄣吴 =0.95'
change-filter = “{ $found }”中 @ 之后的条件不完整
    .remedy = 写作 @键=值，多个用逗号隔开；值中有空格的加引号，如 delivery@area="a b" +0.05
change-amount = “{ $found }”在运算符后没有数额
    .remedy = 只写数字，最多一个小数点，按比例的加 %，如 +0.10 或 +5%
change-set-percent = “{ $found }”的 = 之后是百分比，而 = 之后应为数额
    .remedy = 写调整后的数额，如 =0.95；按比例调整的，写 +5% 或 *105%
change-rule-unknown = 所给协议中没有名为“{ $rule }”的规则
    .remedy = 规则有：{ $known }
change-field-unknown = 规则 { $rule } 没有这个数值
    .remedy = 用 wagepact show 查看各规则的数值；幅度有 min 和 max，分档的有各档名称
change-in-pooled-ladder = 调整 { $change } 只针对一个区域或业务，而这组阶梯单价把各区域、各业务的件数合并计算
    .remedy = 在 --rates 中为该区域或业务单列阶梯
change-band-without-rate = 调整 { $change } 使幅度成为 { $min } 至 { $max }，单价 { $rate } 在幅度之外（{ $clause }）
    .remedy = 同时调整单价，或让幅度包含该单价：'{ $needed }'
change-leaves-band = 调整 { $change } 使单价成为 { $rate }，超出幅度 { $min } 至 { $max }（{ $clause }）
    .remedy = 保持在幅度之内，或先调整幅度：'{ $needed }'
change-matches-nothing = 调整 { $change } 在这份派件记录中没有对应的内容
    .remedy = 核对 @ 之后的名称：company、area、service、courier，或花名册的列名
change-begins-later = 调整 { $change } 自 { $from } 起生效，晚于派件记录的最后一天 { $last }
    .remedy = 用 compare --show years 按日历逐年计算；不写 from，则在派件记录的每一天都生效
change-needs-input = 调整 { $change } 涉及的规则没有 { $flag } 就无法计算
    .remedy = 给出 { $flag } 文件
change-not-computed = 调整 { $change } 的影响无法计算：扣款上限只用于 check，上年工资不在任何输入之中
    .remedy = 删去这项调整，或改为调整其他条款
change-needs-rate = 调整 { $change } 需要知道 { $rule } 的现行单价，而目前只知道其幅度
    .remedy = 用 --rates 文件给出单价，或用 --rate { $rule }=金额；加减一个金额则不需要
cost-needs-rate = 规则 { $rule } 需要知道现行工资，而 { $open } 的单价未知
    .remedy = 用 --rates 文件给出单价，或用 --rate { $open }=金额
proposal-same-value = “{ $second }”调整的数值已由“{ $first }”调整过
    .remedy = 两项合为一项，或在后一项写 on-top-of-earlier = true：它在前一项的结果上再调整
cost-change-idle = 调整 { $change } 在这份派件记录中没有成本：没有适用该规则的内容
cost-without-contributions = 这些数字不含用人单位缴费：所给协议中没有缴费规则
cost-contribution-of-last-year = 缴费 { $rule } 按上年工资计算：本年内不随此项调整变动

annual-whole-year = 年化系数 1：派件记录跨 { $days } 天，为一整年
annual-part-of-year = 年化系数 { $factor } = 365 ÷ { $days }：派件记录跨 { $days } 天
annual-years = 年化系数 1：派件记录跨 { $days } 天，超过一年；所列为全部日子的数字
annual-ladder-without-log = 阶梯单价按每名派件员每月的件数计，--parcels 没有说明派件员和月份
    .remedy = 给出派件记录，或使用不分档的单价
proposal-same-title = 有两个方案同名“{ $title }”
    .remedy = 让每个方案的中英文名称各不相同
annual-by-parcels = 年化系数 { $factor } = 每年 { $year } 件 ÷ 记录中的 { $log } 件
annual-by-company-parcels = { $company } 的年化系数：{ $factor } = 每年 { $year } 件 ÷ 记录中的 { $log } 件
annual-given = 年化系数 1：所给件数即为全年件数；没有派件记录，因此不含加成工资、保底和基本工资
annual-given-on = 年化系数 1：所给件数即为全年件数，按 { $day } 的条款计；没有派件记录，因此不含加成工资、保底和基本工资
parcels-count = “{ $found }”不是件数
    .remedy = 写整数，如 66400000
annual-parcels = “{ $found }”不是件数
    .remedy = 写整数，如 66400000，或给出 company,parcels 两列的 CSV 文件
annual-company-twice = 公司 { $company } 在此出现两次
    .remedy = 每家公司只留一行
annual-company-missing = 派件记录中的公司 { $company } 不在全年件数文件中
    .remedy = 为该公司加一行，写明全年件数
annual-company-not-in-log = 公司 { $company } 在派件记录中没有派件
    .remedy = 删去这一行，或按派件记录的写法改正名称
annual-no-parcels = 派件记录中没有已派送的件，无法推算全年
    .remedy = 给出有已派送件的记录，或不用记录：cost --parcels N

proposal-each-rate = 各单价 { $change }
proposal-changes-nothing = “{ $title }”没有改变任何内容：各项条款保持不变
proposal-term-unchanged = { $path } 保持不变

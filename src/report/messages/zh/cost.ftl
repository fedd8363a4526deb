# 调整、方案，以及随成本一并说明的事项。

change-form = “{ $found }”不是调整的写法
    .remedy = 写作 规则[.字段][@键=值,…]，后接 + - * 或 = 与数额，如 "delivery +0.10" 或 "delivery@area=鄣吴 =0.95"
change-filter = “{ $found }”中 @ 之后的条件不完整
    .remedy = 写作 @键=值，多个用逗号隔开；值中有空格的加引号，如 "delivery@area='a b' +0.05"
change-amount = “{ $found }”在运算符后没有数额
    .remedy = 只写数字，最多一个小数点，按比例的加 %，如 +0.10 或 +5%
change-set-percent = “{ $found }”的 = 之后是百分比，而 = 之后应为数额
    .remedy = 写调整后的数额，如 =0.95；按比例调整的，写 +5% 或 *105%
rule-title-several = 称为“{ $title }”的规则不止一项
    .remedy = 请写规则的代号：{ $rules }
change-rule-unknown = 所给协议中没有名为“{ $rule }”的规则
    .remedy = 规则有：{ $known }
change-field-unknown = 规则 { $rule } 没有这个数值
    .remedy = 用 wagepact show 查看各规则的数值；幅度有 min 和 max，分档的有各档名称
change-in-pooled-ladder = 调整 { $change } 只针对一个区域或业务，而这组阶梯单价把各区域、各业务的件数合并计算
    .remedy = 在 --rates 中为该区域或业务单列阶梯
change-band-without-rate = 调整 { $change } 使幅度成为 { $min } 至 { $max }，单价 { $rate } 在幅度之外（{ $clause }）
    .remedy = 同时调整单价，或让幅度包含该单价："{ $needed }"
change-leaves-band = 调整 { $change } 使单价成为 { $rate }，超出幅度 { $min } 至 { $max }（{ $clause }）
    .remedy = 保持在幅度之内，或先调整幅度："{ $needed }"
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
cost-contribution-of-last-year = 按上年工资核定基数的缴费有 { $count } 项：{ $rules }；本年加薪在重新核定基数之前不增加缴费
cost-contribution-not-in-force = 在派件记录的各月没有生效、未计入这些数字的缴费有 { $count } 项：{ $rules }
cost-losers = { $couriers ->
        [one] 有 1 名派件员应得减少：全年 { $sum } 元
       *[other] 有 { $couriers } 名派件员应得减少：全年共 { $sum } 元，最多的一人 { $most } 元
    }
cost-losers-under = 按“{ $title }”，{ $couriers ->
        [one] 有 1 名派件员应得减少：全年 { $sum } 元
       *[other] 有 { $couriers } 名派件员应得减少：全年共 { $sum } 元，最多的一人 { $most } 元
    }

annual-first-one-year = 年化系数一（件、小时、公里、天）：1，所涵盖的 { $days } 天为一整年
annual-first-by-days = 年化系数一（件、小时、公里、天）：{ $factor } = 365 ÷ 所涵盖的 { $days } 天
annual-first-by-season = 年化系数一（件、小时、公里、天）：{ $factor } = 1 ÷ { $part }，即按季节 { $season }，所涵盖的 { $days } 天占全年件数的比例
annual-first-by-parcels = 年化系数一（件、小时、公里、天）{ $whose }：{ $factor } = 每年 { $year } 件 ÷ 记录中的 { $log } 件
annual-second-one-year = 年化系数二（按月项目和补差）：1，所涵盖的日子为一整年（{ $covered }）
annual-second = 年化系数二（按月项目和补差）：{ $factor } = 12 ÷ 所涵盖的 { $months } 个月（{ $covered }）
annual-second-of-sample = 年化系数二（按月项目和补差）{ $whose }：{ $factor } = 12 ÷ 所涵盖的 { $months } 个月（{ $covered }）× 每年 { $year } 件 ÷ 样本按天数推算的 { $log } 件
annual-short = 年化系数 { $first } = { $why }，按月的 { $second } = 12 ÷ { $months } 个月
annual-short-sample = 年化系数 { $first } = { $why }，按月的 { $second }，记录为 { $months } 个月的样本
annual-short-by-company = 年化系数分公司，按 --annual-parcels 的件数
annual-short-days = 365 ÷ { $days } 天
annual-short-year = 一整年
annual-short-parcels = { $year } ÷ { $log } 件
annual-short-season = 季节 { $season }
annual-of-all = {""}
annual-of-company = ，{ $company }
annual-covered = { $from } 至 { $until }
annual-covered-moved = { $from } 至 { $until }，派件自 { $first } 至 { $last }
annual-volume = 每年 { $year } 件{ $whose }与记录按天数推算的 { $log } 件不符：补差仍是记录件数下的数额；记录只含部分派件员的，请加 --sample
annual-with-season = 按 2025 年全国各月的比例，年化系数一为 { $factor }：--season { $season }
annual-season-assumed = 季节 { $season } 含有假定：2025 年一、二月合并公布，其余月份多数只有累计数；且为全国收件量
covered-months-cut = { $months } 的基本工资、津贴、保底和阶梯界限按所涵盖的天数折算
covered-attendance-left-out = 所涵盖的日子之外的考勤 { $rows } 天没有计入
covered-gaps = 所涵盖的 { $days } 天中只有 { $delivering } 天有派件；间隔最长的是 { $first } 至 { $last }，{ $length } 天
season-month = “{ $found }”不是月份
    .remedy = 写 1 至 12
season-weight = “{ $found }”不是权重
    .remedy = 写大于零的数，如 166.6；只看各月之间的比例
season-month-twice = 月份 { $found } 在此出现两次
    .remedy = 每月只留一行
season-months-missing = 季节 { $file } 缺少月份 { $months }
    .remedy = 给出十二个月的权重
annual-ladder-without-log = 阶梯单价按每名派件员每月的件数计，--parcels 没有说明派件员和月份
    .remedy = 给出派件记录，或使用不分档的单价
proposal-same-title = 有两个方案同名“{ $title }”
    .remedy = 让每个方案的中英文名称各不相同
annual-given = 年化系数均为 1：所给件数即为全年件数；没有派件记录，因此不含加班工资（加倍部分）、保底和基本工资
annual-given-on = 年化系数均为 1：所给件数即为全年件数，按 { $day } 的条款计；没有派件记录，因此不含加班工资（加倍部分）、保底和基本工资
parcels-count = “{ $found }”不是件数
    .remedy = 写整数，如 66400000 或 6640万
annual-parcels = “{ $found }”不是件数
    .remedy = 写整数，如 66400000 或 6640万，或给出 company,parcels 两列的 CSV 文件
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

# 表前：调整的内容
cost-changes = 调整：{ $changes }
cost-changes-all = 调整
cost-changes-of = { $title }：{ $changes }

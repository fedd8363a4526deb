# 随工资计算一并说明的事项。

pay-band = 各公司 { $rule } 的单价未知：下限（low）按约定的最低单价计，上限（high）按约定的最高单价计；可用 --rates 或 --rate 给出单价
pay-unpaid = 业务“{ $service }”的 { $parcels } 件没有规则计酬：件数已计入，不计工资
pay-lifted = 低于新下限 { $min } 的单价按 { $min } 计
pay-rates-unused = --rates 中有 { $rows } 行在这份派件记录中没有用到，第一行是 { $place }
pay-without-times = 有 { $parcels } 件，派件记录没有写明送达时间：{ $rule }要求时间，对这些件不适用
pay-without-night = 有 { $parcels } 件，派件记录看不出是否在夜间派送，未计算夜间加成（{ $rule }）
pay-stranger = { $flag } 中有 { $couriers } 名派件员既不在派件记录中，也不在花名册上，第一名是 { $first }{ $left ->
        [out] ；其考勤行未作计算
       *[as-they-are] { "" }
    }
pay-protected-gap = { $gaps } 处保护期之间不超过31天的间隔按受保护处理，第一处：{ $first }，{ $until } 至 { $from }
pay-without-roster = 没有 --roster 就不知道在职人员：保底、基本工资和按月津贴均未计算（{ $rules }）
pay-without-protected = 没有 --protected 就不知道谁在孕期、产假或哺乳期：未作基本工资保护（{ $rule }）
pay-not-on-roster = 派件记录中有 { $couriers } 名派件员不在花名册上（第一名是 { $first }）：未计算其基本工资、津贴和保底
pay-ids-alike = { $table }和{ $beside }中有 { $pairs } 对工号仅前导零、全半角或大小写不同，第一对是 { $first } 和 { $second }
pay-ids-without-zeros = { $table }{ $more ->
        [0] {""}
       *[other] 及另外 { $more } 张表
    }中有 { $ids } 个工号少了其他表中有的前导零，如 { $first }（应为 { $first_full }）、{ $second }（应为 { $second_full }）；可用列映射（--map）补上：courier = { "{" } from = "…", width = { $width } { "}" }
pay-no-amount = 花名册“{ $column }”一列的下列内容，{ $rule }没有对应的数额，有关的 { $couriers } 人（第一人 { $first }）不按它支付：{ $values }
pay-nobody-has = 有 { $rules } 条规则所要求的内容无人符合，因而不适用于任何人：{ $which }
pay-window-open = { $rule }按超过一个工资周期的时间核算；自 { $day } 起的一段尚未结束，暂不补足
pay-window-cut = { $rule }按超过一个工资周期的时间核算；所涉日期晚于 { $day } 开始，这一段不予补足
pay-count-begins = { $rule }按自然年累计件数；日志自 { $day } 开始，当年此前的件数未计入
pay-cycle = 所涉日期为 { $first } 至 { $last }，而协议没有约定工资周期：基本工资、津贴、保底和阶梯单价按 { $month } 至 { $next } 各个自然月分别计算
pay-outside-employment = { $couriers } 名派件员共有 { $parcels } 件不在花名册的任何在职期间内（第一名是 { $first }，{ $day }）：按件计付，归入最近的一段在职期间
pay-hours-outside-employment = { $couriers } 名派件员有 { $days } 天工时不在花名册的任何在职期间内（第一名是 { $first }，{ $day }）：归入最近的一段在职期间
pay-column-unknown = 有规则用到“{ $column }”一列，花名册和派件记录中都没有这一列：该规则不适用于任何人
pay-days-asked = 基本工资、津贴和保底按所选日期 { $first } 至 { $last } 折算
pay-part-of-month = 派件记录自 { $first } 至 { $last }，不是整月；基本工资、津贴和保底按整月计算
pay-without-attendance = 没有 --attendance 就不知道休息日、加班、缺勤和工时：未计算（{ $rules }）
pay-premium-idle = { $rule }：{ $couriers } 名派件员在适用该加成的日子有工时，但当日没有可加倍的工资（首日 { $first }），未计加成
pay-week-cut = 考勤从 { $monday } 起的一周中间开始：无法得知该周超出标准工时的部分
pay-parcels-without-hours = 有 { $parcels } 件派送在考勤没有工时的日子，第一件是 { $first } 的 { $day }；其中：没有记录 { $lacking } 件，工时为零 { $zero } 件，记为缺勤 { $absent } 件
pay-hours-without-parcels = { $day } 有 { $couriers } 名派件员有工时而没有派件{ $others ->
        [0] { "" }
       *[other] ，另有 { $others } 天也是如此
    }
pay-hours-on-moved-rest = { $day } 是调休放假日，考勤中有 { $couriers } 名派件员当日有工时而未写类型{ $others ->
        [0] { "" }
       *[other] ，另有 { $others } 个这样的日子
    }：按工作日计；属于休息日加班的，请写“休息日”
pay-absent-without-rule = 没有规则规定{ $absence }如何计发：{ $days } 天未作扣减（{ $couriers } 名派件员，第一名是 { $first }）
pay-leave-of-no-kind = 有 { $days } 天请假，考勤未写明种类，未作扣减（{ $couriers } 名派件员，第一名是 { $first }）：请写明事假、病假、产假、年休假或带薪假
pay-protected-gaps = { $gaps } 处保护期之间不超过31天的间隔按受保护处理
pay-absent-days-without-rule = 没有规则规定{ $absence }如何计发：{ $days } 天未作扣减
pay-leave-days-in-full = 有 { $days } 天假没有规则规定如何计发，或未写明种类，未作扣减
pay-leave-without-earlier = 有 { $months } 个人月的假期按前 12 个月平均工资计发，而派件记录中没有这些月份的工资：未据此计发
pay-months-of-exceptions = 有 { $months } 个人月的考勤只有缺勤、没有出勤行：按只登记例外处理，其余日子视为出勤
pay-without-earlier = 有 { $months } 个人月的假期（第一个是 { $first } 的 { $month }）按前 12 个月平均工资计发，而派件记录中没有这些月份的工资：未据此计发
pay-exceptions-only = 有 { $months } 个人月的考勤只有缺勤、没有出勤行（第一个是 { $first } 的 { $month }）：按只登记例外处理，其余日子视为出勤
pay-without-figure = { $first }{ $several ->
        [yes] 至 { $last }
       *[no] {""}
    } 有尚未收录“{ $rule }”数值的日子：这些日子未计算，也未检查
pay-assumed = “{ $rule }”含有假定：{ $why }
pay-assumed-first = “{ $rule }”含有假定：{ $why }（其余见 --verbose）

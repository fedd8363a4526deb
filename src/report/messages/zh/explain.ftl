# 一名派件员的工资条，逐笔说明。

explain-words = { $words }
explain-title = { $named ->
        [yes] { $name }（{ $courier }）
       *[no] { $courier }
    }的工资条
explain-nothing = 派件记录所涉月份中，该派件员没有已派送的件，也没有在职日：没有应发工资。
explain-period = { $named ->
        [wholly] { $month }
        [by-month] { $month }（{ $first } 至 { $last }）
       *[by-days] { $first } 至 { $last }
    }
explain-payslip = { $month }{ $placed ->
        [no] { "" }
       *[yes] { " " }{ $company }
    }
explain-payslip-low = { $month }{ $placed ->
        [no] { "" }
       *[yes] { " " }{ $company }
    }：按约定幅度的下限
explain-payslip-high = { $month }{ $placed ->
        [no] { "" }
       *[yes] { " " }{ $company }
    }：按约定幅度的上限
explain-due = 派送 { $parcels } 件，应发 { $pay } 元。
explain-unpaid = 业务“{ $service }”的 { $parcels } 件没有规则计酬。

# 各笔的项目
explain-item = { $title }{ $placed ->
        [no] { "" }
       *[yes] ，{ $area }
    }{ $served ->
        [no] { "" }
       *[yes] ，{ $service }
    }{ $dated ->
        [no] { "" }
       *[yes] ，{ $from } 至 { $until-day }
    }{ $tier ->
        [none] { "" }
        [first] ，前 { $until } 件
        [whole-first] ，不超过 { $until } 件，全部按此档
        [whole] ，超过 { $over } 件，全部按此档
        [between] ，{ $over } 件以上至 { $until } 件
       *[last] ，{ $over } 件以上
    }
explain-item-top-up = 补差：{ $title }

# 算式
explain-parcels = { $quantity } { $counted ->
        [one] 件
       *[other] 件
    } × { $rate } = { $amount }
explain-hours = { $quantity } { $counted ->
        [one] 小时
       *[other] 小时
    } × { $rate } = { $amount }
explain-money = { $quantity } × { $rate } = { $amount }
explain-measure = { $quantity } { $unit } × { $rate } = { $amount }
explain-topped = “{ $title }”逐笔补足
explain-guaranteed-sum = { $sum } − { $paid } = { $amount }
explain-part-of-all = 全体差额 { $missing } × { $own } ÷ { $all } = { $amount }
explain-guaranteed = { $unit ->
        [order] { $counted ->
            [one] 1 单
           *[other] { $quantity } 单
        }
        [day] { $counted ->
            [one] 1 天
           *[other] { $quantity } 天
        }
        [month] 全月
        [year] 全年
       *[period] 本期
    }保底 { $due } − { $paid } = { $amount }
explain-kilometres = { $quantity } 公里 × { $rate } = { $amount }
explain-worked-days = { $quantity } { $counted ->
        [one] 天
       *[other] 天
    } × { $rate }{ $less } = { $amount }
explain-bonus = { $quantity } × { $rate } = { $amount }
explain-month = { $quantity } 个月 × { $rate }{ $less } = { $amount }
explain-part-of-month = { $rate } × { $quantity } ÷ { $days } 天{ $less } = { $amount }
explain-top-up = { $floor } − ({ $counted }) = { $amount }
explain-rates = 公司执行的单价：{ $rates }。
explain-counted = 计入保底 { $floor } 元的有：基本工资 { $base }、计件工资 { $piece }、津贴 { $allowance }。不计入的加班工资（加倍部分）和津贴：{ $aside }。
explain-aside = 延长工时、休息日和法定休假日的工资不计入最低工资：{ $aside } 元不计入。
explain-absent-beside = 缺勤保留的部分不计入其余日子的保底：{ $absent } 元不计入。
explain-absent-by-calendar = 缺勤：{ $absence }，日历天数 { $days } 天。这些日子保留：基本工资 { $base }%、按月津贴 { $allowance }%、保底 { $floor }%（{ $rules }）。
explain-absent = 缺勤：{ $absence }，{ $of } 天中的 { $days } 天，占当月的 { $share }%。这一部分保留：基本工资 { $base }%、按月津贴 { $allowance }%、保底 { $floor }%（{ $rules }）。
explain-kept = 保护期内保留的基本工资：{ $base } 元，自 { $day } 起执行（{ $at }）。

explain-days = { $title }（单价 { $rate }）：逐日的{ $unit ->
    [hour] 工时
    [day] 天数
   *[parcel] 件数
    }
explain-day-column = { $all } × { $day } ÷ { $hours } =
explain-day-hours = { $all } × ({ $hours } − { $after }) ÷ { $hours } =
explain-day-all = 全部 { $all } =
explain-day-week = { $all } ×（{ $day } + 当周 { $week }）÷ { $hours } =

# 让位的
explain-lost = 因另有更有利的约定而未采用的
explain-lost-same = { $loser }为 { $own }：{ $winner }为 { $best }，对劳动者更有利。
explain-lost-rate = { $loser }：{ $parcels } 件每件 { $own } 元；{ $winner }对同样的件付 { $best } 元。
explain-lost-multiple = { $loser }，{ $days } 为 { $own } 倍：{ $winner }为 { $best } 倍。一件只计一种加成，取最高的。
explain-lost-base = { $loser }每月 { $own } 元（{ $days } 天）：{ $winner }为 { $best } 元。
explain-lost-floor = { $loser }保底 { $own } 元：{ $winner }保底 { $best } 元。

# 未适用的
explain-not-applied = 未适用的规则和原因
explain-not-in-force = { $rule }：仅自 { $from } 至 { $until } 有效。
explain-not-yet-in-force = { $rule }：自 { $from } 起才有效。
explain-not-valued = { $rule }：没有 { $month } 的数额。
explain-not-in-months = { $rule }：{ $month }不在{ $first }至{ $last }之内。
explain-not-in-these-months = { $rule }：{ $month }不在下列月份之内：{ $months }。
explain-not-without-roster = { $rule }：没有给出 --roster，不知道在职人员。
explain-not-without-attendance = { $rule }：没有给出 --attendance，不知道工时。
explain-not-part-time = { $rule }：非全日制用工适用最低小时工资标准，不适用月最低工资标准。
explain-not-employed = { $rule }：花名册中本月没有在该公司的在职日。
explain-not-named = { $rule }：没有写明{ $column }（要求：{ $wanted }）。
explain-not-in-log = { $rule }：派件记录没有写明{ $column }（要求：{ $wanted }）。
explain-not-this = { $rule }：{ $column }为 { $found }，不是 { $wanted }。
explain-not-delivered = { $rule }：本月没有派送的件。
explain-not-listed = { $rule }：未列出 { $year } 年的法定休假日。
explain-not-holiday = { $rule }：{ $month }没有法定休假日。
explain-not-on-holiday = { $rule }：法定休假日（{ $days }）没有派件。
explain-not-rest-day = { $rule }：考勤中本月没有休息日。
explain-not-on-rest-day = { $rule }：考勤中的 { $days } 个休息日没有派件。
explain-not-long-day = { $rule }：考勤中没有超过 { $hours } 小时的日子。
explain-not-on-long-day = { $rule }：超过 { $hours } 小时的日子没有派件。
explain-not-absent = { $rule }：本月没有这种缺勤。
explain-not-by-night = { $rule }：派件记录看不出哪些件在夜间派送。
explain-not-night = { $rule }：夜间没有派件。
explain-not-attended = { $rule }：考勤中本月没有工时。
explain-not-measured = { $rule }：本月没有 { $measure } 的计量。
explain-not-provided = { $rule }：要求本期{ $asks ->
        [share] { $sum }至少为{ $of }的 { $percent } %
       *[range] { $sum } { $range }
    }。
explain-not-over-longer = { $rule }：按自然{ $over ->
        [year] 年
       *[month] 月
    }核算，不足部分在其中最后一个工资周期补足。
explain-not-full = { $rule }：尚未满下一个 { $each } 件。
explain-not-when = { $rule }：要求 { $conditions }。
explain-not-driven = { $rule }：考勤中本月没有公里数。
explain-not-below-floor = { $rule }：计入的 { $counted } 元已达到保底 { $floor } 元。
explain-not-protected = { $rule }：本月不在孕期、产假或哺乳期内。
explain-not-based = { $rule }：保护期开始前一天没有基本工资。
explain-not-lowered = { $rule }：基本工资没有低于保护期开始前一天的 { $kept } 元。
explain-not-first = { $rule }：{ $clause }作了同样的规定，已按其执行。
explain-not-higher = { $rule }：并不高于已经计算的数额。
explain-beside = 以下规则不涉及当月应发工资，由 wagepact check 和 wagepact cost 处理：{ $rules }。

# 原文
explain-clauses = 各笔依据的原文
explain-clause = [{ $number }] { $title }：{ $clause }（{ $document }；{ $agreement }）
explain-contract = [{ $number }] 劳动合同的基本工资，以花名册所载为准。
explain-assumed = 假定：{ $why }

# --rows
explain-rows = 派件记录中的各行
explain-rows-sum = 计入 { $rows } 行，{ $parcels } 件；未派送 { $undelivered } 行。
explain-rows-beside = 此外：按列映射略去 { $left_out } 行，运单此前已计件 { $duplicates } 行{ $taken_back ->
        [0] {""}
       *[other] ，签收之后撤销 { $taken_back } 行
    }。

explain-courier-unknown = 派件记录中没有派件员“{ $found }”已派送的件，花名册中也没有此人
    .remedy = 请按派件记录或花名册中派件员一列的写法给出工号，或给出花名册中的姓名；如用 --from、--until，其间须有此人的派件
explain-courier-similar = 派件记录中没有派件员“{ $found }”已派送的件，花名册中也没有此人
    .remedy = 相近的有：{ $similar }
courier-name-several = 有多人姓名为“{ $found }”：{ $ids }
    .remedy = 请给出所指的人的工号

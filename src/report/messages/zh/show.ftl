# 供阅读的协议全文。

show-title = { $title }
show-words = { $words }
show-parties = 订立或者制定：{ $parties }
show-term = 有效期：{ $from } 至 { $until }。
show-term-from = 自 { $from } 起施行；来源未载明截止日期。
show-term-until = 有效至 { $until }；来源未载明起始日期。
show-term-unknown = 来源未载明起止日期。
show-source = 来源：{ $name }{ $url ->
        [none] { "" }
       *[other] { "" }，{ $url }
    }{ $checked ->
        [none] { "" }
       *[other] { "" }；{ $checked } 核对
    }
show-assumed = 假定：{ $why }

show-rule = { $title }（`{ $id }`）
show-clause = 条款：{ $clause }
show-not-in-force = { $on } 不在有效期内。
show-rule-term = 本条自 { $from } 至 { $until } 适用。
show-rule-term-from = 本条自 { $from } 起适用。
show-rule-term-until = 本条适用至 { $until }。
show-figure = 当日适用的标准：{ $clause }
show-reaches-all = 适用于全体职工。
show-reaches-where = 仅适用于 `{ $column }` 为 { $values } 的情形。
show-reaches-months = 仅适用于下列月份：{ $months }。

show-rate = 计算：{ $per } { $amount } 元。
show-rate-money = 计算：按 `{ $measure }` 一栏所列金额。
show-rate-band = 计算：{ $per }不低于 { $min } 元、不高于 { $max } 元；各企业在此幅度内确定单价。
show-rate-by = 计算：{ $per }的元数，按花名册的 `{ $column }` 确定：
show-rate-tiers = 计算：每件的元数，按{ $counted-by ->
        [day] 当日
        [week] 当周（周一至周日）
        [year] 当年
       *[period] 当月
    }在此之前的件数（`over`）分档：
show-rate-tiers-whole = 计算：{ $counted-by ->
        [day] 当日
        [week] 当周（周一至周日）
       *[period] 当月
    }全部件数每件的元数，按总件数（超过 `over`）定档：
show-rate-bonus = 计算：{ $counted-by ->
        [day] 当日
        [week] 当周（周一至周日）
        [year] 当年
       *[period] 当月
    }每满 { $each } 件 { $amount } 元{ $at-most ->
        [none] 。
       *[other] ，合计最多 { $at-most } 元。
    }
show-rate-prorated = 当月在职不满整月的，按在职日历天数折算。
show-rate-whole = 当月在职不满整月的，仍全额支付。
show-rate-beside-floor = 不计入最低工资的比较。
show-otherwise = 花名册没有 `{ $column }` 的，按 { $otherwise } 计算。
show-otherwise-nothing = 花名册没有 `{ $column }` 的，不支付。
show-base = 计算：基本工资每月不低于 { $amount } 元；花名册载明更高的，从其约定。
show-base-by = 计算：基本工资每月不低于下列元数，按花名册的 `{ $column }` 确定；花名册载明更高的，从其约定：
show-floor = 计算：当月工资不低于 { $amount } 元。
show-floor-by = 计算：当月工资不低于下列元数，按花名册的 `{ $column }` 确定：
show-floor-hour = 计算：出勤每小时不低于 { $amount } 元。
show-floor-hour-by = 计算：出勤每小时不低于下列元数，按花名册的 `{ $column }` 确定：
show-top-up = 不足部分予以补足。加班等加成部分和载明不计入的津贴，不计入比较。
show-statutory = 这是法定最低标准。
show-formula = 计算：{ $over }不低于 { $formula }。
show-formula-or-least = 计算：{ $over }不低于 { $formula }，且不低于 { $least } 元。
show-formula-least = 计算：{ $over }不低于 { $least } 元。
show-formula-together = 按公司全体劳动者合并比较。
show-formula-against = 与下列规则的所付金额比较：{ $rules }。
show-rate-provided = 支付条件：本期{ $asks ->
        [share] { $sum }至少为{ $of }的 { $percent } %
       *[range] { $sum } { $range }
    }。
show-rate-adds = 与同一件的其他单价一并支付。
show-rate-at-least = 这是最低金额，可以多付。
show-premium-any = 计算：符合条件时适用。
show-premium-by = { $by ->
        [column] 按 `{ $column }` 确定
       *[conditions] 按符合以下条件的项数（{ $conditions }）确定
    }{ $gives ->
        [multiple] 单价的倍数
        [percent] 另加单价的百分比
       *[amount] 每单位另加的金额
    }：
show-premium-percent = 另加单价的 { $percent }%。
show-premium-amount = 每单位另加 { $amount } 元。
show-premium-hours = 适用于考勤 { $measure } 列的工时。
show-premium-adds = 与其他加成一并支付。
show-premium-of-rules = 以 { $rules } 为计算基数。
show-reaches-when = 适用条件：{ $conditions }。
show-premium-overtime = 计算：每日超过 { $hours } 小时{ $week ->
    [none] {""}
   *[other] 、每周（周一至周日）超过 { $week } 小时
    }的工时，{ $gives ->
        [multiple] 共付单价的 { $multiple } 倍
       *[more] 在单价之外加付
    }；件数按工时比例计算。
show-premium-rest-day = 计算：休息日工作的，{ $gives ->
        [multiple] 共付单价的 { $multiple } 倍
       *[more] 在单价之外加付
    }。
show-premium-holiday = 计算：法定休假日工作的，{ $gives ->
        [multiple] 共付单价的 { $multiple } 倍
       *[more] 在单价之外加付
    }。
show-premium-of = 加倍的是{ $pay ->
    [piece] 计件工资
    [hour] 计时工资
    [day] 计日工资
    [piece-hour] 计件工资和计时工资
    [piece-day] 计件工资和计日工资
    [hour-day] 计时工资和计日工资
   *[other] 计件、计时和计日工资
    }。
show-premium-statutory = 非全日制用工不适用。
show-premium-night = 计算：{ $from } 至 { $until } 派送的，{ $gives ->
        [multiple] 每件共付计件单价的 { $multiple } 倍
       *[more] 每件在单价之外加付
    }，以派件记录写明时间的为限。
show-premium-night-hours = 计算：{ $from } 至 { $until } 的工时，{ $gives ->
        [multiple] 共付单价的 { $multiple } 倍
       *[more] 在单价之外加付
    }。
show-holidays = { $year } 年的法定休假日：{ $days }。
show-holidays-unknown = 此处未列出 { $year } 年的法定休假日。
show-keeps-base = 计算：基本工资不低于该期间开始前一日的基本工资。
show-no-dismissal = 应当遵守：用人单位不得辞退，不得解除、终止劳动合同。
show-no-extended-hours = 应当遵守：不得延长工作时间。
show-no-night-work = 应当遵守：不得安排22时至次日6时的工作。
show-equal-pay = 应当遵守：男女同工同酬。
show-written-contract = 应当遵守：订立书面劳动合同。
show-in-periods = 适用期间：{ $pregnancy ->
        [no] { "" }
       *[first] 孕期{ $weeks ->
            [0] { "" }
           *[other] （预产期前 { $weeks } 周起）
        }
    }{ $maternity ->
        [no] { "" }
        [first] 产期
       *[then] 、产期
    }{ $nursing ->
        [no] { "" }
        [first] 哺乳期
       *[then] 、哺乳期
    }。
show-deduction = 计算：每月扣除不超过当月工资的 { $percent }%。
show-deduction-keeps-floor = 扣除后的余额不得低于最低工资标准。
show-contribution-of-pay = 仅用于测算成本：用人单位按当月工资的 { $percent }% 缴纳。
show-contribution-of-last-year = 仅用于测算成本：用人单位按上年度月平均工资的 { $percent }% 缴纳。
show-contribution-floor = 缴费基数每月不低于 { $amount } 元。
show-contribution-ceiling = 缴费基数每月不高于 { $amount } 元。
show-absence = 计算，适用于{ $absence }的日子：
show-absence-base = 基本工资保留 { $percent }%。
show-absence-allowance = 按月的津贴保留 { $percent }%。
show-absence-floor = 按月保底的 { $percent }% 单独支付。
show-absence-pays = 每日按前 12 个月剔除加班工资（加倍部分）后的月平均工资 ÷ 21.75 的 { $percent }% 支付。

show-not-covered = 未计算的条款
show-not-covered-clause = { $clause }。原因：{ $why }

# 计价单位。
word-per-parcel = 每派送一件
word-per-hour = 每小时
word-over-order = 每单
word-over-day = 每天
word-over-period = 每个工资支付周期
word-over-month = 每个自然月
word-over-year = 每个自然年
word-per-km = 每公里
word-per-day = 每出勤一天
word-per-month = 每月

# `show` 和 `agreements` 的表头。
column-agreement = 协议
column-assumed = 假定
column-document = 文件
column-country = 国家
column-from = 起始日期
column-kind = 种类
column-over = 超过件数
column-rules = 规则数
column-source = 来源
column-text = 原文
column-title = 名称
column-until = 截止日期
column-value = 数值
column-where = 适用范围
column-why = 原因

# `validate`
validate-values = 各项规则已收录的数值

# An agreement as a document to read.

show-title = { $title }
show-words = { $words }
show-parties = Agreed or enacted by: { $parties }
show-term = In force from { $from } to { $until }.
show-term-from = In force from { $from } on; the source names no end.
show-term-until = In force to { $until }; the source names no beginning.
show-term-unknown = The source names neither the first nor the last day in force.
show-source = Source: { $name }{ $url ->
        [none] { "" }
       *[other] { "" }, { $url }
    }{ $checked ->
        [none] { "" }
       *[other] { "" }; compared on { $checked }
    }
show-assumed = Assumed: { $why }

show-rule = { $title } (`{ $id }`)
show-clause = Clause: { $clause }
show-not-in-force = Not in force on { $on }.
show-rule-term = This rule holds from { $from } to { $until }.
show-rule-term-from = This rule holds from { $from } on.
show-rule-term-until = This rule holds to { $until }.
show-figure = The figure in force: { $clause }
show-reaches-all = It reaches everyone.
show-reaches-where = It reaches only where `{ $column }` is { $values }.
show-reaches-months = It reaches only these months of the year: { $months }.

show-rate = Computed: { $amount } yuan { $per }.
show-rate-money = Computed: what stands under `{ $measure }`, as it is.
show-rate-band = Computed: at least { $min } and at most { $max } yuan { $per }; each company pays a rate inside this band.
show-rate-by = Computed: yuan { $per }, by `{ $column }` in the roster:
show-rate-tiers = Computed: yuan for each parcel, by how many came before it in the { $counted-by ->
        [day] day
        [week] week, Monday to Sunday,
        [year] calendar year
       *[period] month
    } (`over`):
show-rate-tiers-whole = Computed: yuan for every parcel of the { $counted-by ->
        [day] day
        [week] week, Monday to Sunday,
       *[period] month
    }, by how many there are (more than `over`):
show-rate-bonus = Computed: { $amount } yuan for each full { $each } parcels of the { $counted-by ->
        [day] day
        [week] week, Monday to Sunday
        [year] calendar year
       *[period] month
    }{ $at-most ->
        [none] .
       *[other] , at most { $at-most } yuan in all.
    }
show-rate-prorated = For part of a month it is reduced in proportion to the calendar days employed.
show-rate-whole = It is paid in full, even for part of a month.
show-rate-beside-floor = It does not count towards the floor.
show-otherwise = Where the roster has no `{ $column }`, as for { $otherwise }.
show-otherwise-nothing = Where the roster has no `{ $column }`, nothing is due.
show-base = Computed: a base wage of at least { $amount } yuan a month; a higher one in the roster takes precedence.
show-base-by = Computed: a base wage a month of at least these yuan, by `{ $column }` in the roster; a higher one there takes precedence:
show-floor = Computed: at least { $amount } yuan for the month.
show-floor-by = Computed: at least these yuan for the month, by `{ $column }` in the roster:
show-floor-hour = Computed: at least { $amount } yuan for each hour of attendance.
show-floor-hour-by = Computed: at least these yuan for each hour of attendance, by `{ $column }` in the roster:
show-top-up = What is missing is added as a top-up. Premiums, and allowances that say so, do not count.
show-statutory = This is the minimum set by law.
show-formula = Computed: at least { $formula }, over { $over }.
show-formula-or-least = Computed: at least { $formula }, or { $least } yuan where that is more, over { $over }.
show-formula-least = Computed: at least { $least } yuan over { $over }.
show-formula-together = It is tested for all workers of a company together.
show-formula-against = It is compared with what these rules pay: { $rules }.
show-rate-provided = It is paid only where the pay period has { $asks ->
        [share] { $sum } of at least { $percent } % of { $of }
       *[range] { $sum } { $range }
    }.
show-rate-adds = It is paid beside other rates for the same parcels.
show-rate-at-least = It is a least amount: more may be paid.
show-premium-any = Computed whenever this holds.
show-premium-by = It gives { $gives ->
        [multiple] so many times the rate
        [percent] so many percent of the rate on top
       *[amount] so much for each, on top
    }, by { $by ->
        [column] `{ $column }`:
       *[conditions] how many of these hold: { $conditions }
    }
show-premium-percent = It gives { $percent } % of the rate on top.
show-premium-amount = It gives { $amount } yuan for each, on top.
show-premium-hours = It reaches the hours of the column { $measure } of the attendance.
show-premium-adds = It is paid beside other premiums for the same work.
show-premium-of-rules = It is reckoned on { $rules }.
show-reaches-when = Reaches: { $conditions }.
show-premium-overtime = Computed: { $gives ->
        [multiple] { $multiple } times the rate in all
       *[more] more than the rate
    } beyond { $hours } hours of a day{ $week ->
    [none] {""}
   *[other] {" "}and { $week } hours of a week, Monday to Sunday
    }; of the parcels of a day, in proportion to the hours.
show-premium-rest-day = Computed: { $gives ->
        [multiple] { $multiple } times the rate in all
       *[more] more than the rate
    } on a rest day.
show-premium-holiday = Computed: { $gives ->
        [multiple] { $multiple } times the rate in all
       *[more] more than the rate
    } on a statutory holiday.
show-premium-of = It multiplies { $pay ->
    [piece] pay by the piece
    [hour] pay by the hour
    [day] pay by the day
    [piece-hour] pay by the piece and by the hour
    [piece-day] pay by the piece and by the day
    [hour-day] pay by the hour and by the day
   *[other] pay by the piece, by the hour and by the day
    }.
show-premium-statutory = Part-time work has no such premium.
show-premium-night = Computed: { $gives ->
        [multiple] { $multiple } times the rate in all
       *[more] more than the rate
    } for parcels delivered from { $from } to { $until }, as far as the log gives their times.
show-premium-night-hours = Computed: { $gives ->
        [multiple] { $multiple } times the rate in all
       *[more] more than the rate
    } for hours from { $from } to { $until }.
show-holidays = The holidays of { $year }: { $days }.
show-holidays-unknown = The holidays of { $year } are not listed here.
show-keeps-base = Computed: the base wage is not lowered below that of the day before the period began.
show-no-dismissal = Held: the employer neither dismisses nor ends the contract.
show-no-extended-hours = Held: no hours beyond the normal day.
show-no-night-work = Held: no work between 22:00 and 06:00.
show-equal-pay = Held: women and men have equal pay for equal work.
show-written-contract = Held: a written labour contract is signed.
show-in-periods = It holds in { $pregnancy ->
        [no] { "" }
       *[first] pregnancy{ $weeks ->
            [0] { "" }
            [one] { " " }(from { $weeks } week before the day the birth is due)
           *[other] { " " }(from { $weeks } weeks before the day the birth is due)
        }
    }{ $maternity ->
        [no] { "" }
        [first] maternity leave
       *[then] , maternity leave
    }{ $nursing ->
        [no] { "" }
        [first] nursing
       *[then] , nursing
    }.
show-deduction = Computed: at most { $percent } % of the month's wage may be deducted.
show-deduction-keeps-floor = What is left may not be below the floor.
show-contribution-of-pay = Computed, in costs only: the employer pays { $percent } % of the month's pay.
show-contribution-of-last-year = Computed, in costs only: the employer pays { $percent } % of last year's average pay.
show-contribution-floor = The base counts as at least { $amount } yuan a month.
show-contribution-ceiling = The base counts as at most { $amount } yuan a month.
show-absence = Computed on days of { $absence }.
show-absence-base = Of the base wage { $percent } % is kept.
show-absence-allowance = Of allowances by the month { $percent } % is kept.
show-absence-floor = Of the monthly floor { $percent } % is due for these days by itself.
show-absence-pays = A day pays { $percent } % of the mean pay of the 12 months before, without premiums, ÷ 21.75.

show-not-covered = Not computed
show-not-covered-clause = { $clause } — { $why }

# What a rate is paid for.
word-per-parcel = for each delivered parcel
word-per-hour = for each hour
word-over-order = each order
word-over-day = each day
word-over-period = the pay period
word-over-month = the calendar month
word-over-year = the calendar year
word-per-km = for each kilometre
word-per-day = for each day worked
word-per-month = a month

# The headings of the tables of `show` and `agreements`.
column-agreement = agreement
column-assumed = assumed
column-document = document
column-country = country
column-from = from
column-kind = kind
column-over = over
column-rules = rules
column-source = source
column-text = text
column-title = title
column-until = until
column-value = value
column-where = where
column-why = why

# `validate`
validate-values = Values by date

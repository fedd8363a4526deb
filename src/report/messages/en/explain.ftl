# The payslip of one courier, explained.

explain-words = { $words }
explain-title = Payslip of { $named ->
        [yes] { $name } ({ $courier })
       *[no] { $courier }
    }
explain-nothing = Nothing is due to this courier: no month of the log has a delivered parcel, or a day employed for which an agreement gives an amount.
explain-period = { $named ->
        [wholly] { $month }
        [by-month] { $month } ({ $first } to { $last })
       *[by-days] { $first } to { $last }
    }
explain-payslip = { $month }{ $placed ->
        [no] { "" }
       *[yes] { "" }, { $company }
    }
explain-payslip-low = { $month }{ $placed ->
        [no] { "" }
       *[yes] { "" }, { $company }
    }: at the lower end of the band
explain-payslip-high = { $month }{ $placed ->
        [no] { "" }
       *[yes] { "" }, { $company }
    }: at the upper end of the band
explain-due = { $parcels ->
        [one] One parcel delivered
       *[other] { $parcels } parcels delivered
    }; due: { $pay } yuan.
explain-unpaid = { $parcels ->
        [one] One parcel
       *[other] { $parcels } parcels
    } of the service { $service }: no rule pays them.

# what a line pays for
explain-item = { $title }{ $placed ->
        [no] { "" }
       *[yes] , { $area }
    }{ $served ->
        [no] { "" }
       *[yes] , { $service }
    }{ $dated ->
        [no] { "" }
       *[yes] , { $from } to { $until-day }
    }{ $tier ->
        [none] { "" }
        [first] , the first { $until }
        [whole-first] , all, as not more than { $until }
        [whole] , all, as more than { $over }
        [between] , after { $over } up to { $until }
       *[last] , after { $over }
    }
explain-item-top-up = Top-up: { $title }

# formulas
explain-parcels = { $quantity } { $counted ->
        [one] parcel
       *[other] parcels
    } × { $rate } = { $amount }
explain-hours = { $quantity } { $counted ->
        [one] hour
       *[other] hours
    } × { $rate } = { $amount }
explain-money = { $quantity } × { $rate } = { $amount }
explain-measure = { $quantity } { $unit } × { $rate } = { $amount }
explain-topped = What is missing to “{ $title }”, one by one
explain-guaranteed-sum = { $sum } − { $paid } = { $amount }
explain-part-of-all = missing to all { $missing } × { $own } ÷ { $all } = { $amount }
explain-guaranteed = guaranteed { $due } for { $unit ->
        [order] { $counted ->
            [one] one order
           *[other] { $quantity } orders
        }
        [day] { $counted ->
            [one] one day
           *[other] { $quantity } days
        }
        [month] the month
        [year] the year
       *[period] the period
    } − { $paid } = { $amount }
explain-kilometres = { $quantity } km × { $rate } = { $amount }
explain-worked-days = { $quantity } { $counted ->
        [one] day
       *[other] days
    } × { $rate }{ $less } = { $amount }
explain-bonus = { $quantity } × { $rate } = { $amount }
explain-month = { $quantity } month × { $rate }{ $less } = { $amount }
explain-part-of-month = { $rate } × { $quantity } ÷ { $days } days{ $less } = { $amount }
explain-top-up = { $floor } − ({ $counted }) = { $amount }
explain-rates = Rates as the companies pay them: { $rates }.
explain-counted = Towards the floor of { $floor } yuan count base wages { $base }, piece wages { $piece } and allowances { $allowance }. Premiums and allowances that do not count: { $aside }.
explain-aside = Pay in extended hours, on rest days and on statutory holidays is no part of the minimum wage: { $aside } yuan do not count towards it.
explain-absent-beside = What is kept for absences fills the floor of no other day: { $absent } yuan do not count towards it.
explain-absent-by-calendar = Absent: { $absence }, calendar days: { $days }. Kept of these days: { $base } % of the base, { $allowance } % of allowances by the month, { $floor } % of the floor ({ $rules }).
explain-absent = Absent: { $absence }, { $days } of { $of } days, { $share } % of the month. Kept of this share: { $base } % of the base, { $allowance } % of allowances by the month, { $floor } % of the floor ({ $rules }).
explain-kept = The base kept in the protected period: { $base } yuan, in force on { $day } ({ $at }).

explain-days = { $title }, on the rate of { $rate }: the { $unit ->
    [hour] hours
    [day] days
   *[parcel] parcels
    }, day by day
explain-day-column = { $all } × { $day } ÷ { $hours } =
explain-day-hours = { $all } × ({ $hours } − { $after }) ÷ { $hours } =
explain-day-all = all { $all } =
explain-day-week = { $all } × ({ $day } + { $week } by the week) ÷ { $hours } =

# what gave way
explain-lost = Superseded by something better
explain-lost-same = { $loser }, { $own }: { $winner }, { $best }, is better for the worker.
explain-lost-rate = { $loser }: { $own } yuan for { $parcels ->
        [one] one parcel
       *[other] { $parcels } parcels
    }; { $winner } pays { $best } for the same.
explain-lost-multiple = { $loser }, × { $own } on { $days }: { $winner } gives × { $best }. A parcel gets one premium, the highest.
explain-lost-base = { $loser }, { $own } yuan a month on { $days ->
        [one] one day
       *[other] { $days } days
    }: { $winner } gives { $best }.
explain-lost-floor = { $loser } guarantees { $own } yuan: { $winner } guarantees { $best }.

# what did not apply
explain-not-applied = What did not apply, and why
explain-not-in-force = { $rule }: in force from { $from } to { $until } only.
explain-not-yet-in-force = { $rule }: in force from { $from } on only.
explain-not-valued = { $rule }: it has no figure for { $month }.
explain-not-in-months = { $rule }: { $month } is not { $first } to { $last }.
explain-not-in-these-months = { $rule }: { $month } is none of the months { $months }.
explain-not-without-roster = { $rule }: no --roster given, so it is not known who is employed.
explain-not-without-attendance = { $rule }: no --attendance given, so no hours are known.
explain-not-part-time = { $rule }: part-time work has the hourly minimum wage, not that of the month.
explain-not-employed = { $rule }: the roster has no day employed by this company in this month.
explain-not-named = { $rule }: no { $column } is given (asked for: { $wanted }).
explain-not-in-log = { $rule }: the log names no { $column } (asked for: { $wanted }).
explain-not-this = { $rule }: { $column } is { $found }, not { $wanted }.
explain-not-delivered = { $rule }: no parcel delivered in this month.
explain-not-listed = { $rule }: the statutory holidays of { $year } are not listed.
explain-not-holiday = { $rule }: { $month } has no statutory holiday.
explain-not-on-holiday = { $rule }: no parcels on a statutory holiday ({ $days }).
explain-not-rest-day = { $rule }: the attendance has no rest day in this month.
explain-not-on-rest-day = { $rule }: no parcels on the { $days ->
        [one] rest day
       *[other] { $days } rest days
    } of the attendance.
explain-not-long-day = { $rule }: no day over { $hours } hours in the attendance.
explain-not-on-long-day = { $rule }: no parcels on the days over { $hours } hours.
explain-not-absent = { $rule }: no such absence in this month.
explain-not-by-night = { $rule }: the log does not say which parcels were delivered by night.
explain-not-night = { $rule }: no parcel was delivered by night.
explain-not-attended = { $rule }: the attendance has no hours in this month.
explain-not-measured = { $rule }: nothing of { $measure } was counted in this month.
explain-not-provided = { $rule }: it asks in the pay period for { $asks ->
        [share] { $sum } of at least { $percent } % of { $of }
       *[range] { $sum } { $range }
    }.
explain-not-over-longer = { $rule }: it is tested over the { $over ->
        [year] calendar year
       *[month] calendar month
    }; what is missing is due in the last pay period of it.
explain-not-full = { $rule }: the next full { $each } parcels are not reached.
explain-not-when = { $rule }: it asks for { $conditions }.
explain-not-driven = { $rule }: the attendance has no kilometres in this month.
explain-not-below-floor = { $rule }: already above the floor, { $counted } against { $floor } yuan.
explain-not-protected = { $rule }: no protected period in this month.
explain-not-based = { $rule }: no base wage was in force on the day before the protected period began.
explain-not-lowered = { $rule }: the base wage was not lowered below the { $kept } yuan of the day before the protected period began.
explain-not-first = { $rule }: { $clause } grants the same and was applied.
explain-not-higher = { $rule }: it gives no more than is already due.
explain-beside = These rules are not about what is due for the month; wagepact check and wagepact cost look at them: { $rules }.

# the words
explain-clauses = The words on which these lines rest
explain-clause = [{ $number }] { $title }: { $clause } ({ $document }; { $agreement })
explain-contract = [{ $number }] The base wage of the labour contract, as the roster states it.
explain-assumed = Assumed: { $why }

# --rows
explain-rows = The rows of the log
explain-rows-sum = { $rows ->
        [one] One row counted
       *[other] { $rows } rows counted
    }, { $parcels ->
        [one] one parcel
       *[other] { $parcels } parcels
    }; { $undelivered ->
        [one] one row
       *[other] { $undelivered } rows
    } not delivered.
explain-rows-beside = Not counted: { $left_out } left out by the map, { $duplicates } whose parcel had already been counted{ $taken_back ->
        [0] {""}
       *[other] , { $taken_back } whose parcel was taken back later
    }.

explain-courier-unknown = the courier "{ $found }" has no delivered parcel in the log and no row in the roster
    .remedy = give an id from the courier column of the log or the roster, or a name from the roster, and days (--from, --until) on which it has a parcel
explain-courier-similar = the courier "{ $found }" has no delivered parcel in the log and no row in the roster
    .remedy = similar ids and names are: { $similar }
courier-name-several = several couriers are called "{ $found }": { $ids }
    .remedy = give the id of the one you mean

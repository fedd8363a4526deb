# What the checks find.

check-underpaid = { $short } yuan short: { $due } due, { $found } paid
check-underpaid-parts = { $short } yuan short: { $due } due, { $found } paid; short in { $parts }
check-overpaid = { $over } yuan too much: { $due } due, { $found } paid
check-rate-below = the rate { $rate } for { $rule } is below what is agreed; what is due is computed with { $nearest }
check-rate-above = the rate { $rate } for { $rule } is above what is agreed; what is due is computed with { $nearest }
check-parcels-differ = { $register } parcels in the register, { $log } delivered in the log
check-below-floor = only { $counted } of the pay counts towards the floor of { $floor }
check-deduction-over-cap = { $taken } deducted; at most { $due } may be deducted ({ $percent } %)
check-deduction-below-floor = { $taken } deducted leaves { $found }, below the floor of { $due }
check-base-cut = the base wage paid is { $found }; at the base of the day before the protected period began, { $due } is due
check-extended-hours = { $hours } hours on { $day }, in a protected period
check-extended-hours-log = from { $first } to { $last } on { $day }, over 8 hours, in a protected period
check-night-work = a delivery at { $time } on { $day }, in a protected period
check-dismissed = the employment ended on { $day }, in a protected period; reason given: { $reason }
check-dismissed-unsaid = the employment ended on { $day }, in a protected period; no reason is given
check-unequal-rate = on { $day } in { $area } a woman's rate is { $hers }, a man's { $his }
check-unequal-piece = position { $position }: women ({ $women }) are paid { $hers } % of the piece wages due, men ({ $men }) { $his } %
check-no-contract = hired on { $hired }, at work on { $day } without a written contract
check-allowance-missing = allowances paid: { $paid }; due: { $allowances }
check-unknown-courier = { $parcels ->
        [one] one parcel
       *[other] { $parcels } parcels
    } in the log, not on the roster
check-not-on-register = { $due } yuan due ({ $parcels ->
        [one] one parcel
       *[other] { $parcels } parcels
    }), no row in the register
check-not-in-log = { $piece } yuan of piece wages, no delivered parcel in the log
check-paid-late = paid on { $on }, due by { $due }
check-not-in-force = { $agreement } is not in force on { $days ->
        [one] one day
       *[other] { $days } days
    } from { $first } to { $last }
check-floor-not-above-law = the floor { $rule } of { $agreed } is not above the statutory minimum of { $minimum }

check-summary = { $checks ->
        [one] one check
       *[other] { $checks } checks
    } run, { $skipped } skipped; { $payslips ->
        [one] one payslip
       *[other] { $payslips } payslips
    }: { $violations ->
        [0] no violation
        [one] one violation
       *[other] { $violations } violations
    }, { $warnings ->
        [0] no warning
        [one] one warning
       *[other] { $warnings } warnings
    }
check-whom = { $courier }, { $company }
check-whom-name = { $courier } { $name }, { $company }
check-whom-company = { $company }
check-whom-all = Agreements and rates
check-item = { $month }{ $code }: { $what }
check-item-at = { $month }{ $code }: { $what } ({ $at })
check-item-warning = { $code } (warning)
check-agreement = { $agreement }
check-arrears = Arrears
check-clauses = Clauses
check-words = { $clause }: { $words }
check-withheld = { $count ->
        [one] one finding
       *[other] { $count } findings
    } by sex withheld: a group has fewer than five people
check-code-unknown = there is no check "{ $found }"
    .remedy = the checks are: { $known }
check-salt = digests use a new salt: { $salt }; give it with --salt to get the same digests next time

check-months-unseen = { $count ->
        [one] one month of the log is not in the register, and was not checked: { $months }
       *[other] { $count } months of the log are not in the register, and were not checked: { $months }
    }
check-blind = without { $flag } these checks find nothing: { $codes }
check-due-unknown = { $count ->
        [one] one pregnancy has no day of birth (due)
       *[other] { $count } pregnancies have no day of birth (due)
    }: what the law forbids from twelve weeks before it was not checked

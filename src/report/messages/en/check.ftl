# What the checks find.

check-underpaid = { $short } yuan short: { $due } due{ $piece_month ->
        [own] { "" }
       *[other] { "" } (with the piece pay of { $piece_month })
    }, { $found } paid
check-underpaid-parts = { $short } yuan short: { $due } due{ $piece_month ->
        [own] { "" }
       *[other] { "" } (with the piece pay of { $piece_month })
    }, { $found } paid; short in { $parts }
check-overpaid = { $over } yuan too much: { $due } due{ $piece_month ->
        [own] { "" }
       *[other] { "" } (with the piece pay of { $piece_month })
    }, { $found } paid
check-ids-alike = { $one } ({ $table }) and { $other } ({ $beside }) differ only in leading zeros, width or case
check-rate-below = the rate { $rate } for { $rule } is below what is agreed; what is due is computed with { $nearest }
check-rate-above = the rate { $rate } for { $rule } is above what is agreed; what is due is computed with { $nearest }
check-parcels-differ = { $register } parcels in the register, { $log } delivered in the log
check-below-floor = only { $counted } of the pay counts towards the floor of { $floor }
check-deduction-over-cap = { $taken } deducted{ $kind ->
        [untold] , and the register does not say for what; of damages and fines at most { $due } may be deducted ({ $percent } %)
       *[told] ; at most { $due } may be deducted ({ $percent } %)
    }
check-deduction-below-floor = { $taken } deducted{ $kind ->
        [untold] , and the register does not say for what; of damages and fines at most { $due } may be deducted, as the floor of { $floor } has to be left
       *[told] ; at most { $due } may be deducted, as the floor of { $floor } has to be left
    }
check-fines = { $fines } of fines taken off: fines have no basis in law since 2008 (工资支付暂行规定第15条, 国务院令第516号)
check-base-cut = the base wage paid is { $found }; at the highest base since the day before the protected period began, { $due } is due
check-pay-cut = { $rule }: { $before } yuan before the protected period, { $now } from { $day } on; { $amount } yuan less in this month
check-overtime-in-fixed-pay = { $due } yuan are due; the minimum wage, and overtime on its hour for { $hours } hours (each × its multiple), come to { $least }
check-lacks-minimum-wage = no monthly minimum wage in force
check-hours-of-day = { $hours } hours on { $day }, more than 3 beyond 8{ $days ->
        [one] {""}
       *[other] , and so on { $days } days of the month
    } (劳动法第41条)
check-hours-of-month = { $hours } hours beyond 8 a day in the month, more than 36 (劳动法第41条)
check-hours-no-rest = { $days } days worked in a row until { $last }, without a day of rest after six (劳动法第38条)
check-part-time-days = a part-timer worked { $hours } hours on { $days } days, more than 4 a day on average (劳动合同法第68条)
check-part-time-week = a part-timer worked { $hours } hours in the week until { $day }, more than 24 (劳动合同法第68条)
check-extended-hours = { $hours } hours on { $day }, in a protected period
check-extended-hours-log = from { $first } to { $last } on { $day }, over 8 hours, in a protected period
check-night-work = a delivery at { $time } on { $day }, in a protected period
check-dismissed = the employment ended on { $day }, in a protected period; reason given: { $reason }
check-dismissed-term = the employment ended on { $day } at the end of its term, in a protected period, to whose end the contract runs on (劳动合同法第45条); reason given: { $reason }
check-dismissed-unknown = the employment ended on { $day }, in a protected period; whether the reason given is one that the law allows is not known (劳动合同法第36至42条): { $reason }
check-dismissed-unsaid = the employment ended on { $day }, in a protected period; no reason is given
check-unequal-rate = on { $day } in { $area } a woman's rate is { $hers }, a man's { $his }
check-unequal-piece = position { $position }: women ({ $women }) are paid { $hers } % of the piece wages due, men ({ $men }) { $his } %
check-no-contract-owed = hired on { $hired }, at work on { $day } without a written contract; second wage from { $first } to { $last }: { $owed } (劳动合同法实施条例第6、7条)
check-no-contract = hired on { $hired }, at work on { $day } without a written contract
check-allowance-missing = allowances paid: { $paid }; due: { $allowances }
check-unknown-courier = { $parcels ->
        [one] one parcel
       *[other] { $parcels } parcels
    } in the log, not on the roster
check-before-hired = { $parcels ->
        [one] one parcel
       *[other] { $parcels } parcels
    } before joining on { $turn }, from { $first } on: the employment begins with the first day of work (劳动合同法第7条)
check-after-left = { $parcels ->
        [one] one parcel
       *[other] { $parcels } parcels
    } after leaving on { $turn }, from { $first } on: whoever works is employed (劳动合同法第7条)
check-not-on-register = { $due } yuan due ({ $parcels ->
        [one] one parcel
       *[other] { $parcels } parcels
    }{ $piece_month ->
        [own] { "" }
       *[other] { "" }, delivered in { $piece_month }
    }), no row in the register
check-not-in-log = { $piece } yuan of piece wages, no delivered parcel in the log
check-paid-late = { $late } paid on { $on }, due by { $due }
check-not-in-force = { $agreement } is not in force on { $days ->
        [one] one day
       *[other] { $days } days
    } from { $first } to { $last }
check-floor-not-above-law = the floor { $rule } of { $agreed } is not above the statutory minimum of { $minimum }

check-summary = { $violations ->
        [0] no violation
        [one] one violation
       *[other] { $violations } violations
    }{ $warnings ->
        [0] {""}
        [one] , one warning
       *[other] , { $warnings } warnings
    } among { $checks ->
        [one] one check
       *[other] { $checks } checks
    }; { $unchecked } not checked{ $partly ->
        [0] {""}
       *[other] , { $partly } not in every month
    }{ $skipped ->
        [0] {""}
       *[other] , { $skipped } skipped
    }; { $payslips ->
        [one] one payslip
       *[other] { $payslips } payslips
    }
check-whom = { $courier }, { $company }
check-whom-name = { $courier } { $name }, { $company }
check-whom-alone = { $courier }
check-whom-name-alone = { $courier } { $name }
check-whom-company = { $company }
check-whom-all = Agreements and rates
check-titles = What the codes mean
check-title-of = { $code }: { $title }
check-called = { $title }
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
check-salt-kept = a new salt was written to { $file }; keep it in the payroll office, and digests stay the same with it
check-salt-short = the salt has { $found ->
        [one] one character
       *[other] { $found } characters
    }: the ids behind the digests could be found by trying
    .remedy = give one of at least { $least } characters, or --salt-file FILE, which draws one and keeps it
check-mistakes-withheld = where that is, and of whom, is withheld by --redact
    .remedy = run the command without --redact, in the payroll office, to see it
check-salt = digests use a new salt: { $salt }; give it with --salt to get the same digests next time

check-not-checked = Not checked
check-lacks-both = { $one }; { $other }
check-lacks-days = only part of the month is asked for (--from, --until)
check-lacks-month = the month is not in the register
check-lacks-log = the month is not in the log
check-lacks-month-after = the register has no { $month }, where it lists the piece pay of the month
check-lacks-listed-month = the register lists the piece pay of { $month } here, which the log does not cover
check-lacks-own-piece = the register lists the piece pay of the month a month later
check-lacks-register-column = no { $column } in the register
check-lacks-roster = no --roster
check-lacks-roster-column = no { $column } in the roster
check-lacks-base = no base wage in the roster, and none agreed
check-lacks-protected = no --protected
check-lacks-birth = a pregnancy has no day of birth (due), before which a rule counts weeks
check-lacks-protected-day = --protected lacks a day
check-fund-unknown = { $payslips ->
        [one] one payslip has
       *[other] { $payslips } payslips have
    } days of maternity leave, and the register does not say what the fund paid for them (column fund_paid): nothing is claimed for these days (the first courier: { $first })
check-lacks-hours = no hours (--attendance), and no times in the log (first_at, last_at)
check-lacks-times = no times in the log (first_at, last_at)
check-lacks-attendance = no --attendance
check-lacks-rates = no rates (--rates, --rate)
check-lacks-limit = no band or amount agreed for the rates given
check-lacks-piece = no piece in the register, and no rate of one courier in --rates
check-lacks-pay = the agreements give no pay
check-lacks-floor = no floor in force
check-lacks-minimum = the minimum wage is not known for every day
check-lacks-agreed-floor = no monthly floor agreed beside the law
check-lacks-statutory-floor = the minimum wage is not known
check-lacks-allowance = no allowance agreed
check-lacks-cap = no cap on deductions in force
check-lacks-overtime = no rule on overtime in force
check-lacks-pay-day = no pay day agreed
check-lacks-grant = no rule in force { $what }

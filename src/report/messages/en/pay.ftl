# What is said beside pay.

pay-band = the companies' rates for { $rule } are not known: low pays the lower end of the band agreed, high the upper end; --rates or --rate gives them
pay-unpaid = { $parcels ->
        [one] no rule pays { $parcels } parcel of the service { $service }; it is counted and earns nothing
       *[other] no rule pays { $parcels } parcels of the service { $service }; they are counted and earn nothing
    }
pay-lifted = rates below the new lower end { $min } of the band are raised to { $min }
pay-rates-unused = { $rows ->
        [one] one row of --rates prices nothing in this log: { $place }
       *[other] { $rows } rows of --rates price nothing in this log, the first is { $place }
    }
pay-without-times = of { $parcels ->
        [one] one parcel
       *[other] { $parcels } parcels
    } the log does not say when they were delivered: { $rule } asks for a time, and reaches none of them
pay-without-night = of { $parcels ->
        [one] one parcel
       *[other] { $parcels } parcels
    } the log does not say whether they were delivered at night: no night premium was computed for them ({ $rule })
pay-stranger = { $couriers ->
        [one] one courier of { $flag } is neither in the log nor on the roster: { $first }
       *[other] { $couriers } couriers of { $flag } are neither in the log nor on the roster, the first is { $first }
    }{ $left ->
        [out] ; nothing is computed of their rows there
       *[as-they-are] { "" }
    }
pay-protected-gap = { $gaps ->
        [one] a gap between two protected periods is taken as protected: { $first }, { $until } to { $from }
       *[other] { $gaps } gaps of up to 31 days between protected periods are taken as protected, the first: { $first }, { $until } to { $from }
    }
pay-without-roster = without --roster it is not known who is employed: floors, base wages and monthly allowances were not applied ({ $rules })
pay-without-protected = without --protected it is not known who is pregnant, on maternity leave or nursing: no base wage was protected ({ $rule })
pay-not-on-roster = { $couriers ->
        [one] the courier { $first } is in the log and not on the roster: no base wage, allowance or floor was applied
       *[other] { $couriers } couriers are in the log and not on the roster, the first is { $first }: no base wage, allowance or floor was applied to them
    }
pay-ids-alike = { $pairs ->
        [one] an id of the { $table } and one of the { $beside } differ only in leading zeros, width or case: { $first } and { $second }
       *[other] { $pairs } ids of the { $table } and of the { $beside } differ only in leading zeros, width or case, the first: { $first } and { $second }
    }
pay-ids-without-zeros = { $ids } ids of the { $table }{ $more ->
        [0] {""}
        [one] {" "}and of one more table
       *[other] {" "}and of { $more } more tables
    } have lost the zeros that they have in other tables, such as { $first } for { $first_full } and { $second } for { $second_full }; a map (--map) gives them back: courier = { "{" } from = "…", width = { $width } { "}" }
pay-no-amount = { $couriers ->
        [one] { $first } has
       *[other] { $couriers } couriers, the first of them { $first }, have
    } in the column { $column } what { $rule } has no amount for, so that nothing is due under it: { $values }
pay-nobody-has = { $rules ->
        [one] nobody has what this rule asks for, so it applies to no one: { $which }
       *[other] nobody has what these { $rules } rules ask for, so they apply to no one: { $which }
    }
pay-window-open = { $rule } is tested over a longer time than a pay period; that which begins on { $day } has not ended yet, so that nothing is topped up for it
pay-window-cut = { $rule } is tested over a longer time than a pay period; the days asked for begin after { $day }, so that nothing is topped up for it
pay-count-begins = { $rule } counts the parcels of the calendar year; the log begins on { $day }, and parcels of the year before that day are not counted
pay-cycle = the days run from { $first } to { $last }, and no pay period is agreed: base wages, allowances, floors and the steps of ladders are those of the calendar months { $month } to { $next }, each for itself
pay-outside-employment = { $couriers ->
        [one] { $parcels } parcels of the courier { $first } were delivered outside every employment on the roster, the first on { $day }: they are paid by the piece, under the nearest employment
       *[other] { $parcels } parcels of { $couriers } couriers were delivered outside every employment on the roster, the first are { $first }'s of { $day }: they are paid by the piece, under the nearest employment
    }
pay-hours-outside-employment = the attendance has hours on { $days ->
        [one] one day
       *[other] { $days } days
    } outside every employment on the roster ({ $couriers ->
        [one] one courier
       *[other] { $couriers } couriers
    }, the first is { $first } on { $day }): they count under the nearest employment
pay-column-unknown = a rule names the column { $column }, which neither the roster nor the log has: it applies to no one
pay-days-asked = base wages, allowances and floors are cut to the days asked for, { $first } to { $last }
pay-part-of-month = the log runs from { $first } to { $last }, not over whole months; base wages, allowances and floors are those of the whole months
pay-without-attendance = without --attendance no rest day, no overtime, no absence and no hours are known: not computed ({ $rules })
pay-premium-idle = { $rule }: { $couriers ->
        [one] one courier worked
       *[other] { $couriers } couriers worked
    } on its occasion with no pay on that day that it multiplies, first on { $first }; nothing was added
pay-week-cut = the attendance begins in the middle of the week from { $monday }: the hours beyond the normal ones of that week are not known
pay-parcels-without-hours = { $parcels ->
        [one] one parcel lies
       *[other] { $parcels } parcels lie
    } on days without hours in the attendance, the first of { $first } on { $day } ({ $lacking } without a row, { $zero } with 0 hours, { $absent } on an absence)
pay-hours-without-parcels = { $couriers ->
        [one] one courier has
       *[other] { $couriers } couriers have
    } hours and no parcel on { $day }{ $others ->
        [0] { "" }
        [one] , and so it is on one other day
       *[other] , and so it is on { $others } other days
    }
pay-hours-on-moved-rest = the rest of a weekend or holiday was moved to { $day }, and the attendance has hours of { $couriers ->
        [one] one courier
       *[other] { $couriers } couriers
    } without a kind on that day{ $others ->
        [0] { "" }
        [one] , and on one other such day
       *[other] , and on { $others } other such days
    }: taken as workdays; write rest where they are rest days worked
pay-absent-without-rule = no rule speaks of { $absence }, so that nothing is taken off for it; days: { $days } ({ $couriers ->
        [one] courier { $first }
       *[other] { $couriers } couriers, the first is { $first }
    })
pay-leave-of-no-kind = nothing is taken off for leave of which the attendance does not say the kind; days: { $days } ({ $couriers ->
        [one] courier { $first }
       *[other] { $couriers } couriers, the first is { $first }
    }): write personal, sick, maternity, annual or paid-leave
pay-protected-gaps = { $gaps ->
        [one] a gap of up to 31 days between two protected periods is taken as protected
       *[other] { $gaps } gaps of up to 31 days between protected periods are taken as protected
    }
pay-absent-days-without-rule = no rule speaks of { $absence }, so that nothing is taken off for it; days: { $days }
pay-leave-days-in-full = nothing is taken off for leave of which no rule speaks or no kind is said; days: { $days }
pay-leave-without-earlier = { $months ->
        [one] the leave of one month of a courier is
       *[other] the leave of { $months } months of couriers is
    } paid by the mean of the 12 months before, and the log has no pay of them: nothing is paid by it
pay-months-of-exceptions = { $months ->
        [one] in one month of a courier
       *[other] in { $months } months of couriers
    } the attendance has absences and no row of work: it is taken as a table of exceptions, all other days as worked
pay-without-earlier = { $months ->
        [one] the leave of { $first } in { $month } is
       *[other] the leave of { $months } months of couriers, the first of { $first } in { $month }, is
    } paid by the mean of the 12 months before, and the log has no pay of them: nothing is paid by it
pay-exceptions-only = { $months ->
        [one] the attendance of { $first } in { $month } has absences and no row of work: it is taken as a table of exceptions, all other days as worked
       *[other] in { $months } months of couriers the attendance has absences and no row of work, the first of { $first } in { $month }: it is taken as a table of exceptions, all other days as worked
    }
pay-without-figure = no figure of “{ $rule }” is known for days of { $first }{ $several ->
        [yes] {" "}to { $last }
       *[no] {""}
    }: nothing was computed from it on them, and nothing checked
pay-assumed = “{ $rule }” rests on an assumption: { $why }
pay-assumed-first = “{ $rule }” rests on an assumption: { $why } (more with --verbose)

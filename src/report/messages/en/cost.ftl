# Changes, proposals, and what is said beside a cost.

change-form = "{ $found }" is not a change
    .remedy = write RULE[.FIELD][@key=value,…], then + - * or =, then an amount, such as "delivery +0.10" or "delivery@area=鄣吴 =0.95"
change-filter = the filter after @ is incomplete in "{ $found }"
    .remedy = write @key=value, several separated by commas; put a value with spaces in quotes, such as "delivery@area='a b' +0.05"
change-amount = "{ $found }" has no amount after its operator
    .remedy = write digits with at most one point, followed by % for a percentage, such as +0.10 or +5%
change-set-percent = "{ $found }" sets a figure to a percentage, but = takes an amount
    .remedy = write the new amount, such as =0.95; to change the figure by a percentage, write +5% or *105%
rule-title-several = several rules are called "{ $title }"
    .remedy = name the one that is meant by its id: { $rules }
change-rule-unknown = no agreement given has a rule "{ $rule }"
    .remedy = the rules are: { $known }
change-field-unknown = the rule { $rule } has no such figure
    .remedy = wagepact show prints each rule with its figures; a band has min and max, a table its entries
change-in-pooled-ladder = the change { $change } is for one area or service, and this ladder counts the parcels of all of them together
    .remedy = give the ladder rows of its own for that area or service in --rates
change-band-without-rate = the change { $change } makes the band { $min } to { $max }, and the rate { $rate } is outside it ({ $clause })
    .remedy = change the rate too, or let the band take it in: "{ $needed }"
change-leaves-band = the change { $change } makes a rate of { $rate }, outside the band { $min } to { $max } ({ $clause })
    .remedy = stay inside the band, or change the band first: "{ $needed }"
change-matches-nothing = the change { $change } matches nothing in this log
    .remedy = check the names after @: company, area, service, courier, or a column of the roster
change-begins-later = the change { $change } begins on { $from }, after the last day of the log, { $last }
    .remedy = use compare --show years for changes by calendar year; without `from`, it applies to every day of the log
change-needs-input = the change { $change } touches a rule that cannot be computed without { $flag }
    .remedy = give { $flag } FILE
change-not-computed = the change { $change } has no effect that can be calculated: deductions are only checked, and last year's pay is in no input
    .remedy = remove the change, or change another term
change-needs-rate = the change { $change } needs the present rate of { $rule }, and only its band is known
    .remedy = give the rates with --rates FILE, or one with --rate { $rule }=AMOUNT; + and - of an amount need none
cost-needs-rate = the rule { $rule } needs the present pay, and the rate of { $open } is not known
    .remedy = give the rates with --rates FILE, or one with --rate { $open }=AMOUNT
proposal-same-value = "{ $second }" changes what "{ $first }" already changes
    .remedy = merge the two, or add on-top-of-earlier = true to the second one: it is then applied to the result of the first
cost-change-idle = the change { $change } costs nothing in this log: the rule applies to nothing in it
cost-without-contributions = the employer's contributions are not in these figures: no agreement given has a rule for them
cost-contribution-of-last-year = { $count ->
        [one] one contribution ({ $rules }) is
       *[other] { $count } contributions ({ $rules }) are
    } calculated from last year's pay: a rise of this year's wages costs nothing there until the base is set anew
cost-contribution-not-in-force = { $count ->
        [one] one contribution ({ $rules }) does
       *[other] { $count } contributions ({ $rules }) do
    } not hold in the months of the log and { $count ->
        [one] is
       *[other] are
    } not in these figures
cost-losers = { $couriers ->
        [one] one courier is due less: { $sum } yuan a year
       *[other] { $couriers } couriers are due less: { $sum } yuan a year together, one of them { $most }
    }
cost-losers-under = under "{ $title }", { $couriers ->
        [one] one courier is due less: { $sum } yuan a year
       *[other] { $couriers } couriers are due less: { $sum } yuan a year together, one of them { $most }
    }

annual-first-one-year = annual factor 1, of parcels, hours, km and days: 1, as the { $days } days covered are one whole year
annual-first-by-days = annual factor 1, of parcels, hours, km and days: { $factor } = 365 ÷ { $days }, the days covered
annual-first-by-season = annual factor 1, of parcels, hours, km and days: { $factor } = 1 ÷ { $part }, the part of a year's parcels in the { $days ->
        [one] day
       *[other] { $days } days
    } covered by the season { $season }
annual-first-by-parcels = annual factor 1, of parcels, hours, km and days{ $whose }: { $factor } = { $year } parcels a year ÷ { $log } in the log
annual-second-one-year = annual factor 2, of amounts by the month and top-ups: 1, as the days covered are one whole year ({ $covered })
annual-second = annual factor 2, of amounts by the month and top-ups: { $factor } = 12 ÷ { $months }, the months covered ({ $covered })
annual-second-of-sample = annual factor 2, of amounts by the month and top-ups{ $whose }: { $factor } = 12 ÷ { $months }, the months covered ({ $covered }), × { $year } parcels a year ÷ { $log } by the days of the sample
annual-short = annual factors { $first } = { $why } and { $second } = 12 ÷ { $months } months
annual-short-sample = annual factors { $first } = { $why } and { $second }, the log being a sample of { $months } months
annual-short-by-company = annual factors by company, as --annual-parcels has their parcels
annual-short-days = 365 ÷ { $days } days
annual-short-year = one year
annual-short-parcels = { $year } ÷ { $log } parcels
annual-short-season = season { $season }
annual-of-all = {""}
annual-of-company = {" "}of { $company }
annual-covered = { $from } to { $until }
annual-covered-moved = { $from } to { $until }, deliveries from { $first } to { $last }
annual-volume = { $year } parcels a year{ $whose } are not the { $log } that the days of the log come to: top-ups are those of the log's volume; if the log holds some of the couriers only, add --sample
annual-with-season = by the months of 2025 in all of China, annual factor 1 would be { $factor }: --season { $season }
annual-season-assumed = the season { $season } rests on an assumption: of 2025, January and February are published together and most other months only in sums; it counts parcels collected in all of China
covered-months-cut = base wages, allowances, floors and the steps of ladders are cut to the days covered of { $months }
covered-attendance-left-out = { $rows ->
        [one] one day
       *[other] { $rows } days
    } of attendance outside the days covered { $rows ->
        [one] is
       *[other] are
    } left out
covered-gaps = only { $delivering } of the { $days } days covered have a delivery; the longest gap is { $length ->
        [one] { $first }
       *[other] { $length } days, { $first } to { $last }
    }
season-month = "{ $found }" is no month of the year
    .remedy = write 1 to 12
season-weight = "{ $found }" is no weight
    .remedy = write a number above zero, such as 166.6; only what the months are to each other counts
season-month-twice = the month { $found } appears twice
    .remedy = keep one row per month
season-months-missing = the season { $file } lacks the months { $months }
    .remedy = give every month of the year its weight
annual-ladder-without-log = a ladder depends on the parcels of one courier in one month, and --parcels names neither
    .remedy = give a log, or a rate without steps
proposal-same-title = two proposals have the title "{ $title }"
    .remedy = give each a title of its own, in both languages
annual-given = annual factors 1 and 1: the parcels given are a year's; no log, so no premiums, floors or base wages
annual-given-on = annual factors 1 and 1: the parcels given are a year's, on the terms of { $day }; no log, so no premiums, floors or base wages
parcels-count = "{ $found }" is not a number of parcels
    .remedy = write a whole number such as 66400000
annual-parcels = "{ $found }" is not a number of parcels
    .remedy = write a whole number such as 66400000 or 6640万, or name a CSV file of company,parcels
annual-company-twice = the company { $company } appears twice
    .remedy = keep one row per company
annual-company-missing = the company { $company } of the log is not in the file of parcels a year
    .remedy = add a row with its name and its parcels a year
annual-company-not-in-log = the company { $company } has no parcel in the log
    .remedy = delete the row, or write the name as it is in the log
annual-no-parcels = the log has no delivered parcel from which a year could be calculated
    .remedy = give a log with delivered parcels, or use no log: cost --parcels N

proposal-each-rate = each rate { $change }
proposal-changes-nothing = "{ $title }" changes nothing: every term stays as it is
proposal-term-unchanged = { $path } stays as it is

# What changes, above the table.
cost-changes = what changes: { $changes }
cost-changes-all = what changes
cost-changes-of = { $title }: { $changes }

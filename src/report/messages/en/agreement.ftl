# What can be wrong with an agreement file.

agreement-unknown = there is no agreement { $name }
    .remedy = name one that comes with the program ({ $shipped }), a folder of documents, or one document ending in .toml
agreement-file-beside = there is no agreement { $name }
    .remedy = did you mean the file { $near }? Those that come with the program: { $shipped }
agreement-misspelt = there is no agreement { $name }
    .remedy = did you mean { $near }? Those that come with the program: { $shipped }. Or name a folder of documents, or one document ending in .toml
agreement-folder-empty = the folder { $folder } holds no document
    .remedy = a document of an agreement is a file ending in .toml

agreement-id-unfit = "{ $found }" cannot be the id of a rule
    .remedy = use letters, digits and hyphens, beginning with a letter, such as `minimum-wage`
agreement-country-unfit = "{ $found }" is no country
    .remedy = write its two capital letters (ISO 3166-1), such as CN, FR or US
agreement-source-none = there is no source "{ $found }" in this file
    .remedy = add a table such as [sources.press] and name it here by its key, press; or write the source here: { "{" } name = "…" { "}" }
agreement-source-misspelt = there is no source "{ $found }" in this file
    .remedy = did you mean "{ $near }"? The sources of this file: { $known }
agreement-source-unknown = there is no source "{ $found }" in this file
    .remedy = name one that is there: { $known }; or write the source here: { "{" } name = "…" { "}" }

agreement-number-unreadable = `{ $key }` is not a number: { $found }
    .remedy = write digits with one point, such as 0.85; no separators, no exponent, at most 28 digits
agreement-number-too-large = `{ $key }` is larger than any wage: { $found }
    .remedy = the largest number accepted is 1000000000000
agreement-number-not-positive = `{ $key }` must be more than 0, and is { $found }
    .remedy = write the amount agreed; leave out a rule that gives nothing
agreement-number-negative = `{ $key }` may not be less than 0, and is { $found }
    .remedy = write the amount agreed, 0 where a step gives nothing
agreement-multiple-below-one = a multiple of { $found } would pay less than the rate itself
    .remedy = write the whole multiple, such as 1.5 for 150 %
agreement-percent-outside = `{ $key }` is { $found } percent
    .remedy = a percentage is between 0 and 100
agreement-hours-outside = `{ $key }` is { $found } hours
    .remedy = write more than 0 and at most { $most } hours
agreement-day-unreadable = `{ $key }` is not a day of the calendar: { $found }
    .remedy = write year, month and day, such as 2022-05-01
agreement-clock-unreadable = `{ $key }` is not a time of the day: { $found }
    .remedy = write hours and minutes, such as "22:00"
agreement-year-unreadable = "{ $found }" is not a year
    .remedy = holidays are listed by year, such as 2022 = ["01-01", "05-01"]
agreement-holiday-unreadable = { $found } is not a day of { $year }
    .remedy = write month and day, such as "05-01"; the year is that of the list
agreement-holiday-twice = { $day } appears twice in this list
    .remedy = keep one of the two

agreement-term-reversed = the last day { $until } is before the first day { $from }
    .remedy = `from` is the first day and `until` the last; swap them or correct one
agreement-rule-outside-document = the rule never holds: its days lie outside those of the document
    .remedy = correct `from` and `until` of the rule or of [document]
agreement-dated-from-missing = only the first of several values may leave out its first day
    .remedy = add `from = …`
agreement-dated-order = a value from { $from } comes after one from { $earlier }
    .remedy = order the values by their first day; each day has one value
agreement-dated-gap = no value holds from { $from } to { $until }
    .remedy = close the gap: move `until` or `from`, or add a value for these days
agreement-dated-overlap = two values hold from { $from } to { $until }
    .remedy = leave out `until` of the earlier value, and it ends the day before the next begins
agreement-dated-begins-late = no value holds before { $from }, though the rule does
    .remedy = give the rule `from = { $from }`, or add the earlier value
agreement-dated-ends-early = no value holds after { $until }, though the rule does
    .remedy = give the rule `until = { $until }`, or add the later value

agreement-kind-none = the rule does not say what it does
    .remedy = add one of { $allowed }, such as [rule.rate]
agreement-kind-two = a rule is of one kind; this one has `{ $first }` and `{ $second }`
    .remedy = make two rules of it, each with its own id
agreement-value-none = there is no amount
    .remedy = add one of { $allowed }
agreement-value-two = only one of { $allowed } may be here; there is `{ $first }` and `{ $second }`
    .remedy = remove one of them
agreement-key-needs-by = `{ $key }` has no meaning without `by`
    .remedy = add `by = …` with the roster column that decides the amount, or use `amount`
agreement-by-without-amounts = `by` names a roster column, but there are no amounts for its values
    .remedy = add a table such as amounts = { "{" } junior = 50, senior = 120 { "}" }
agreement-otherwise-unknown = `otherwise` names "{ $found }", which has no amount
    .remedy = name one of { $known }, or add an amount for it
agreement-band-reversed = the lowest rate { $min } is above the highest { $max }
    .remedy = `min` is the lowest rate that may be paid and `max` the highest; swap them or correct one
agreement-tiers-begin-late = the first step begins after { $over ->
        [one] { $over } parcel
       *[other] { $over } parcels
    }; the parcels before it would have no rate.
    .remedy = let the first step begin with over = 0
agreement-tiers-not-rising = a step after { $over ->
        [one] { $over } parcel
       *[other] { $over } parcels
    } follows one after { $before }.
    .remedy = order the steps; each begins after more parcels than the one before
agreement-tiers-need-parcels = steps count parcels, and this rate is per { $per }
    .remedy = use per = "parcel", or an `amount`
agreement-counted-nothing = `{ $key }` counts parcels up steps or towards a bonus, and this rate has neither
    .remedy = use it with per = "parcel", or leave it out
agreement-whole-by-year = what January earns would hang on the parcels of December
    .remedy = leave out `whole`, or count by "day", "week" or "period"
agreement-each-needs-parcels = a bonus for each full number is for parcels, and of one `amount`
    .remedy = write per = "parcel", amount = …, each = …
agreement-at-most-needs-each = `at_most` caps the bonuses of `each`, which is not there
    .remedy = add `each`, or leave out `at_most`
agreement-currency = "{ $found }" is no currency
    .remedy = write its three letters of ISO 4217, such as CNY, EUR or USD
agreement-measure-differs = the measure { $measure } is declared twice, and not in the same way
    .remedy = declare it alike in both, or give one of them another name
agreement-rule-unnamed = the rule { $rule } names the rule { $id }, which no agreement given has
    .remedy = correct the name, or add the file that has it: -a FILE
agreement-unit-unknown = "{ $found }" is neither a unit nor a measure of this file
    .remedy = write one of { $known }, or declare it: [measures.{ $found }]
agreement-where-date = { $found } is no day
    .remedy = write month and day for every year, "12-24", or one day, "2019-12-31"
agreement-where-time = { $found } is no span of the day
    .remedy = write two times, such as "22:00-06:00"
agreement-where-range = { $found } is no range
    .remedy = write "> 4", ">= 4", "< 4", "<= 4" or "4..10"
agreement-night-empty = the night ends when it begins
    .remedy = write two times, such as start = "22:00" and end = "06:00"
agreement-where-several = `{ $key }` names several ranges
    .remedy = write one, and a rule for each of the others
agreement-pay-period-key = `{ $key }` has no meaning with every = "{ $every }"
    .remedy = remove it
agreement-pay-period-from = every = "{ $every }" needs the first day of one of them
    .remedy = add `from`, such as from = 2026-06-01
agreement-formula-term = "{ $found }" is nothing that a formula can count
    .remedy = write one of { $known }, or declare it: [measures.{ $found }]
agreement-provided-what = "{ $found }" is no sum of a pay period
    .remedy = write one of { $known }, or declare it: [measures.{ $found }]
agreement-provided-range = { $found } is no number and no range
    .remedy = write "0", "> 4", ">= 4", "< 4", "<= 4" or "4..10"
agreement-premium-key-of-many = `{ $key }` decides between several figures, and here is one
    .remedy = write `percents`, `amounts` or `multiples`, or leave `{ $key }` out
agreement-premium-by-what = nothing says what decides between these `{ $key }`
    .remedy = add `by` with a column, or `conditions`
agreement-premium-by-both = `by` and `conditions` cannot be used together
    .remedy = leave one of them out
agreement-premium-count = "{ $found }" is no number of conditions
    .remedy = write 1, 2, 3 …: so many hold, or more
agreement-formula-empty = this formula guarantees nothing
    .remedy = write what is guaranteed, such as { "{" } hour = 25 { "}" } or { "{" } at_least = 5 { "}" }
agreement-floor-key-of-amount = `{ $key }` has no meaning with a formula
    .remedy = remove it
agreement-floor-key-of-formula = `{ $key }` has a meaning with a formula only
    .remedy = remove it, or write a formula
agreement-floor-needs = this floor needs `{ $key }`
    .remedy = add { $key ->
        [over] over = "order", "day" or "period"
       *[other] per = "month" or "hour"
    }
agreement-floor-together = all workers are tested together over a pay period only, not over = "{ $over }"
    .remedy = write over = "period", or remove `together`
agreement-key-of-another-occasion = `{ $key }` belongs to on = "{ $belongs }", and this premium is on = "{ $on }"
    .remedy = remove it, or change `on`
agreement-key-missing-on = a premium with on = "{ $on }" needs `{ $key }`
    .remedy = add `{ $key }`; for holidays such as 2022 = ["01-01", "05-01"], for the night such as "22:00"
agreement-periods-missing = "{ $grants }" does not say in which periods it holds
    .remedy = add periods = ["pregnancy", "maternity", "nursing"], or those of them that are meant
agreement-periods-senseless = "{ $grants }" always holds, not only in a protected period
    .remedy = remove `periods`
agreement-weeks-need-pregnancy = weeks before the due day are counted in pregnancy only
    .remedy = add "pregnancy" to `periods`, or remove `weeks_before_due`
agreement-ceiling-below-floor = the ceiling { $ceiling } is below the floor { $floor }
    .remedy = swap them or correct one

agreement-rule-twice = two rules have the id `{ $id }`
    .remedy = give each rule of an agreement an id of its own
agreement-rounding-differs = two documents of one agreement round differently
    .remedy = name the same `rounding` in both, or in one only
validate-fine = no mistake was found: { $rules ->
        [one] one rule
       *[other] { $rules } rules
    } can be used

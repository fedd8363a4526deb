# What can be wrong with an agreement file.

agreement-unknown = There is no agreement { $name }.
    .remedy = Name one that comes with the program ({ $shipped }), a folder of documents, or one document ending in .toml.
agreement-misspelt = There is no agreement { $name }.
    .remedy = Did you mean { $near }? Those that come with the program: { $shipped }. Or name a folder of documents, or one document ending in .toml.
agreement-folder-empty = The folder { $folder } holds no document.
    .remedy = A document of an agreement is a file ending in .toml.

agreement-not-toml = This is not TOML: { $reason }.
    .remedy = Text stands in quotes, lists in square brackets, and each key has a line of its own.
agreement-key-twice = This key was given before.
    .remedy = Keep one of the two.
agreement-key-unknown = The key `{ $key }` does not belong here.
    .remedy = Allowed here: { $allowed }.
agreement-key-misspelt = The key `{ $key }` does not belong here.
    .remedy = Did you mean `{ $near }`? Allowed here: { $allowed }.
agreement-key-missing = { $table } has no `{ $key }`.
    .remedy = Add `{ $key } = …`; without it this does not load.
agreement-type-wrong = `{ $key }` is { $kind } here: { $found }.
    .remedy = Give { $expected }.
agreement-word-unknown = `{ $key }` cannot be "{ $found }".
    .remedy = Allowed: { $allowed }.
agreement-word-misspelt = `{ $key }` cannot be "{ $found }".
    .remedy = Did you mean `{ $near }`? Allowed: { $allowed }.
agreement-text-empty = `{ $key }` is empty.
    .remedy = Write the words, or take the key out where it may be missing.
agreement-list-empty = `{ $key }` holds nothing.
    .remedy = Write at least one value.
agreement-id-unfit = "{ $found }" cannot be the id of a rule.
    .remedy = Use letters, digits and hyphens, beginning with a letter, such as `minimum-wage`.
agreement-source-none = There is no source "{ $found }" in this file.
    .remedy = Add a table [sources.{ $found }] with its name, or write the source here: { "{" } name = "…" { "}" }.
agreement-source-misspelt = There is no source "{ $found }" in this file.
    .remedy = Did you mean "{ $near }"? The sources of this file: { $known }.
agreement-source-unknown = There is no source "{ $found }" in this file.
    .remedy = Add a table [sources.{ $found }], or name one that is there: { $known }.

agreement-number-unreadable = `{ $key }` is not a number: { $found }.
    .remedy = Write digits with one point, such as 0.85; no separators, no exponent, at most 28 digits.
agreement-number-too-large = `{ $key }` is larger than any wage: { $found }.
    .remedy = The largest number that is taken is 1000000000000.
agreement-number-not-positive = `{ $key }` must be more than 0, and is { $found }.
    .remedy = Write the amount agreed; a rule that gives nothing is left out.
agreement-multiple-below-one = A multiple of { $found } would pay less than the rate itself.
    .remedy = Write the whole multiple, such as 1.5 for 150 %.
agreement-percent-outside = `{ $key }` is { $found } percent.
    .remedy = A percentage lies between 0 and 100.
agreement-hours-outside = `{ $key }` is { $found } hours.
    .remedy = The hours of a day are more than 0 and at most 24.
agreement-whole-outside = `{ $key }` cannot be { $found }.
    .remedy = Write a whole number from { $least } to { $most }.
agreement-day-unreadable = `{ $key }` is not a day of the calendar: { $found }.
    .remedy = Write year, month and day, such as 2022-05-01.
agreement-clock-unreadable = `{ $key }` is not a time of the day: { $found }.
    .remedy = Write hours and minutes, such as "22:00".
agreement-year-unreadable = "{ $found }" is not a year.
    .remedy = Holidays are listed by year, such as 2022 = ["01-01", "05-01"].
agreement-holiday-unreadable = { $found } is not a day of { $year }.
    .remedy = Write month and day, such as "05-01"; the year is that of the list.
agreement-holiday-twice = { $day } stands twice in this list.
    .remedy = Keep one of the two.

agreement-term-reversed = The last day { $until } lies before the first day { $from }.
    .remedy = `from` is the first day and `until` the last; exchange them or correct one.
agreement-rule-outside-document = The rule never holds: its days lie outside those of the document.
    .remedy = Correct `from` and `until` of the rule or of [document].
agreement-dated-from-missing = Only the first of several values may leave out its first day.
    .remedy = Add `from = …`.
agreement-dated-order = A value from { $from } stands after one from { $earlier }.
    .remedy = Order the values by their first day; each day has one value.
agreement-dated-gap = No value holds from { $from } to { $until }.
    .remedy = Close the gap: move `until` or `from`, or add a value for these days.
agreement-dated-overlap = Two values hold from { $from } to { $until }.
    .remedy = Leave out `until` of the earlier value, and it ends the day before the next begins.
agreement-dated-begins-late = No value holds before { $from }, though the rule does.
    .remedy = Give the rule `from = { $from }`, or add the earlier value.
agreement-dated-ends-early = No value holds after { $until }, though the rule does.
    .remedy = Give the rule `until = { $until }`, or add the later value.

agreement-kind-none = The rule does not say what it does.
    .remedy = Add one of { $allowed }, such as [rule.rate].
agreement-kind-two = A rule is of one kind; this one has `{ $first }` and `{ $second }`.
    .remedy = Make two rules of it, each with its own id.
agreement-value-none = There is no amount.
    .remedy = Add one of { $allowed }.
agreement-value-two = Only one of { $allowed } may be here; there is `{ $first }` and `{ $second }`.
    .remedy = Take one of them out.
agreement-key-needs-by = `{ $key }` says something only together with `by`.
    .remedy = Add `by = …` with the roster column that decides the amount, or use `amount`.
agreement-by-without-amounts = `by` names a roster column, but there are no amounts for its values.
    .remedy = Add a table such as amounts = { "{" } junior = 50, senior = 120 { "}" }.
agreement-otherwise-unknown = There is no amount for "{ $found }", which is to be taken otherwise.
    .remedy = Name one of { $known }, or add an amount for it.
agreement-band-reversed = The lowest rate { $min } is above the highest { $max }.
    .remedy = `min` is the lowest rate that may be paid and `max` the highest; exchange them or correct one.
agreement-tiers-begin-late = The first step begins after { $over ->
        [one] { $over } parcel
       *[other] { $over } parcels
    }; the parcels before it would have no rate.
    .remedy = Let the first step begin with over = 0.
agreement-tiers-not-rising = A step after { $over ->
        [one] { $over } parcel
       *[other] { $over } parcels
    } stands behind one after { $before }.
    .remedy = Order the steps; each begins after more parcels than the one before.
agreement-tiers-need-parcels = Steps count parcels, and this rate is per { $per }.
    .remedy = Use per = "parcel", or an `amount`.
agreement-key-of-another-occasion = `{ $key }` belongs to on = "{ $belongs }", and this premium is on = "{ $on }".
    .remedy = Take it out, or change `on`.
agreement-key-missing-on = A premium with on = "{ $on }" needs `{ $key }`.
    .remedy = Add `{ $key }`; for holidays such as 2022 = ["01-01", "05-01"], for the night such as "22:00".
agreement-periods-missing = "{ $grants }" does not say in which periods it holds.
    .remedy = Add periods = ["pregnancy", "maternity", "nursing"], or those of them that are meant.
agreement-periods-senseless = "{ $grants }" holds always, not in a protected period.
    .remedy = Take `periods` out.
agreement-weeks-need-pregnancy = Weeks before the due day are counted in pregnancy only.
    .remedy = Add "pregnancy" to `periods`, or take `weeks_before_due` out.
agreement-ceiling-below-floor = The ceiling { $ceiling } lies below the floor { $floor }.
    .remedy = Exchange them or correct one.

agreement-rule-twice = Two rules have the id `{ $id }`.
    .remedy = Give each rule of an agreement an id of its own.
agreement-rounding-differs = Two documents of one agreement round differently.
    .remedy = Name the same `rounding` in both, or in one only.

# What a value is, where another was expected.
word-shape-file = The file
word-shape-text = a text
word-shape-quoted = a text in quotes
word-shape-words = a text, or one in each language: { "{" } en = "…", zh = "…" { "}" }
word-shape-number = a number
word-shape-whole = a whole number
word-shape-flag = true or false
word-shape-day = a day such as 2022-05-01
word-shape-clock = a time such as "22:00"
word-shape-list = a list
word-shape-table = a table
word-shape-source = the key of a source, or { "{" } name = "…", url = "…" { "}" }

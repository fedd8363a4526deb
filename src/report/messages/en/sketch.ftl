# The map that the program writes of the files it has looked at.

word-sketch-log = a delivery log
word-sketch-roster = a roster (--roster)
word-sketch-register = a payroll register (--register)
word-sketch-rates = rates (--rates)
word-sketch-attendance = attendance (--attendance)
word-sketch-protected = protected periods (--protected)

sketch-review = Review this before you use it with --map; see docs/maps.md.
sketch-of = { $file }: { $table }, { $rows ->
        [one] one row
       *[other] { $rows } rows
    } looked at.
sketch-unclear-two = { $file } is left out: it could be { $first } or { $second }. Give the file or its sheet a name that says so, such as log or 考勤.
sketch-unclear-none = { $file } is left out: its headings and cells are those of no table: { $headings }
sketch-alike = It is laid out as { $first }: one map serves both.
sketch-log-otherwise = It is left out, as it is laid out otherwise than { $first }: give it a map of its own.
sketch-one-only = It is left out, as a command takes one of them: { $first } is drafted.
sketch-needless = It needs no map.
sketch-needless-log = Its columns need no map: their headings are known. To name them all the same, remove the # below.
sketch-refused = { $problems ->
        [one] A problem that no column settles
       *[other] { $problems } problems that no column settles; the first
    }: { $first }
sketch-left-out = Columns that are not read: { $headings }
sketch-measures = Columns of numbers. Where an agreement has a measure of that name, remove the # of its line and of [measures]; the heading need not be the one that it names.
sketch-measure-open = No one column of numbers looks like the measure { $measure }, which the agreement looks for under { $column }: name it, and remove the #.
sketch-known = Recognised by its headings: { $layout }.
sketch-missing = These words appear in cells; remove the # if they mean an empty cell.
sketch-unfinished = This map cannot be used yet: name the columns below. The headings are: { $headings }
sketch-no-courier = No heading says who delivered.
sketch-no-day = No heading says when, and no column looks like dates.
sketch-by-look = Recognised by its values, not by its heading.
sketch-day-unsure = No heading says when; this could be the time of the delivery: remove the # if it is.
sketch-others = Other candidates: { $others }
sketch-several = Several headings could be { $column }, and none goes before another: name one. They are: { $headings }
sketch-twice = The heading { $heading } stands over several columns: name one by its number for { $column }. They are: { $numbers }
sketch-could-be = No heading is known to be { $column }, and this could be it: { $headings }. Name it, or remove the line if nothing is { $column }.
sketch-lacking = No heading is known to be { $column }: name it. Nothing else is taken from: { $headings }
sketch-month = No heading says the month: write it, such as "2022-05".
sketch-rule = No heading says the rule: write the id of the rule of the agreement whose rates these are.
sketch-zeros = { $ids ->
        [one] One id has
       *[other] { $ids } ids have
    } lost the zeros of another file: { $first } is { $full }.
sketch-zeros-unsure = { $ids ->
        [one] One id may have
       *[other] { $ids } ids may have
    } lost the zeros of another file ({ $first } is { $full }?), though names differ or there are several companies: if so, take this line instead.
sketch-day-unreadable = Some of its cells are not days or times in a usual form: give it a format.
sketch-ambiguous = The order of day and month is unclear: keep only the format that is meant. While both are listed, an ambiguous day is refused.
sketch-instant = These are instants: their day is taken in `timezone`, Asia/Shanghai where the map names none.
sketch-yearless = The year is missing: add it, and remove the #.
sketch-statuses = Statuses and their rows: { $statuses }
sketch-statuses-open = Nobody has said whether these count: { $words }. Remove the # and keep those that do.
sketch-keep = { $rows ->
        [0] No row has 是 here;
        [one] One row has 是 here;
       *[other] { $rows } rows have 是 here;
    } remove the # to leave such rows out. (Put several columns in one `keep`.)
sketch-unique = { $again ->
        [0] No number appears twice in the rows looked at;
        [one] One row has a number that appears earlier;
       *[other] { $again } rows have a number that appears earlier;
    } remove the # to count each parcel once.

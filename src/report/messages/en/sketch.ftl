# The map that the program writes of a file it has looked at.

sketch-of = { $file }: { $rows ->
        [one] one row
       *[other] { $rows } rows
    } looked at. Review this before you use it with --map; see docs/maps.md.
sketch-known = Recognised by its headings: { $layout }.
sketch-missing = These words appear in cells; remove the # if they mean an empty cell.
sketch-unfinished = This map cannot be used yet: name the columns below. The headings are: { $headings }
sketch-no-courier = No heading says who delivered.
sketch-no-day = No heading says when, and no column looks like dates.
sketch-by-look = Recognised by its values, not by its heading.
sketch-others = Other candidates: { $others }
sketch-day-unreadable = Some of its cells are not days or times in a usual form: give it a format.
sketch-ambiguous = The order of day and month is unclear: keep only the format that is meant. While both are listed, an ambiguous day is refused.
sketch-instant = These are instants: their day is taken in `timezone`, Asia/Shanghai where the map names none.
sketch-yearless = The year is missing: add it, and remove the #.
sketch-statuses = Statuses and their rows: { $statuses }
sketch-none-delivered = None of them is one of the usual words for delivered: name those that count.
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

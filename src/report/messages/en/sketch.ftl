# The map that the program writes of a file it has looked at.

sketch-of = { $file }: { $rows ->
        [one] one row
       *[other] { $rows } rows
    } looked at. Look this over before you use it with --map; see docs/maps.md.
sketch-known = Known by its headings: { $layout }.
sketch-missing = These words stand in cells; take the # away if they mean that nothing is there.
sketch-unfinished = This map cannot be used yet: name the columns below. The headings are: { $headings }
sketch-no-courier = No heading says who delivered.
sketch-no-day = No heading says when, and no column looks like days.
sketch-by-look = Found by its values, not by its heading.
sketch-others = Could be it too: { $others }
sketch-day-unreadable = Not all of its cells are days or times as they are usually written: give it a format.
sketch-ambiguous = The order of day and month is open: keep the format that is meant. While both stand here, a day that could be two is refused.
sketch-instant = These are instants: they fall on the day of `timezone`, Asia/Shanghai where the map names none.
sketch-yearless = The year is not written: add it, and take the # away.
sketch-statuses = Statuses and their rows: { $statuses }
sketch-none-delivered = None of them is one of the usual words for delivered: name those that count.
sketch-keep = { $rows ->
        [0] No row says 是 there;
        [one] One row says 是 there;
       *[other] { $rows } rows say 是 there;
    } take the # away to leave such rows out. (One `keep` holds all of them.)
sketch-unique = { $again ->
        [0] No number stands twice in what was looked at;
        [one] One row has a number that stood before;
       *[other] { $again } rows have a number that stood before;
    } take the # away to count each parcel once.

# Delivery logs: what can be wrong in them.

log-empty = "{ $file }" is empty: it has no headings
    .remedy = the first line names the columns, at least courier and date (or delivered_at)
log-headings-not-text = the headings are not { $encoding } text (byte { $offset } of the file, counted from 0)
    .remedy = say with --encoding how the file is written, or save it as UTF-8; in a spreadsheet choose "CSV UTF-8"
log-no-courier = no column says which courier delivered; the headings are: { $headings }
    .remedy = name that column by one of these headings: { $accepted }; or write a map: wagepact map LOG makes a first one
log-no-date = no column says on which day a parcel was delivered; the headings are: { $headings }
    .remedy = name that column by one of these headings: { $accepted }; or write a map: wagepact map LOG makes a first one
log-heading-twice = the heading "{ $heading }" stands twice
    .remedy = keep it over one column and give the other another name
log-heading-passed-over = several columns could be { $column }: "{ $used }" is used, not { $others }
log-problem-rows = { $rows ->
        [one] 1 row is
       *[other] { $rows } rows are
    } not in "{ $tally }": the engine that made this tally could not read them
log-read-as = "{ $file }" is not UTF-8; it is read as { $encoding }
log-row-endless = from here on no row ends: a quote was opened and not closed
    .remedy = close the quote; a text that holds a quote is written with the quote doubled, "like ""this"""

log-field-count = { $found ->
        [one] this row has 1 field
       *[other] this row has { $found } fields
    }, the headings are { $expected }
    .remedy = give every row as many fields as there are headings; a text with a comma stands in quotes ("a,b")
log-not-text = { $heading } is not { $encoding } text: "{ $found }" (byte { $offset } of the file, counted from 0)
    .remedy = say with --encoding how the file is written, or save it as UTF-8; in a spreadsheet choose "CSV UTF-8"
log-spreadsheet-fault = { $heading } is a value that the spreadsheet could not work out: "{ $found }"
    .remedy = mend the formula in the spreadsheet, or write the value itself
log-courier-empty = { $heading } is empty: no one to pay for this row
    .remedy = write the courier's id
log-courier-shortened = { $heading } is no id but a number that a spreadsheet has shortened: "{ $found }"
    .remedy = in the spreadsheet, format this column as text before the ids are put in, and export it again: the digits are lost here
log-date-empty = { $heading } is empty: no day on which this was delivered
    .remedy = write the day, such as 2022-05-01, or the time, such as 2022-05-01 09:30:00
log-date-unreadable = { $heading } is not a day: "{ $found }"
    .remedy = write year, month and day, such as 2022-05-01 or 2022-05-01 09:30:00
log-time-unreadable = { $heading } is not a time of day: "{ $found }"
    .remedy = write hours, minutes and seconds from 00:00:00 to 23:59:59
log-time-of-another-day = { $heading } lies on another day than the row: "{ $found }"
    .remedy = give a time of the row's own day
log-time-zone = { $heading } names a time zone: "{ $found }"
    .remedy = write the local time of the delivery without a zone, such as 2022-05-01 09:30:00
log-first-after-last = { $heading } lies after the last delivery of the day: "{ $found }"
    .remedy = put the earlier time first
log-parcels-empty = { $heading } is empty
    .remedy = write how many parcels were delivered, 0 if none; only a log without this column counts each row as one parcel
log-parcels-negative = { $heading } is below zero: { $found }
    .remedy = write how many parcels were delivered, 0 if none
log-parcels-fraction = { $heading } is not a whole number: { $found }
    .remedy = write whole parcels in digits, such as 120
log-parcels-unreadable = { $heading } is not a number: "{ $found }"
    .remedy = write digits, such as 1200 or 1,200
log-parcels-too-many = { $heading } is more than one row can speak of: { $found }
    .remedy = write at most { $most }

log-problems-in-all = { $count ->
        [one] 1 row cannot be read
       *[other] { $count } rows cannot be read
    }
    .remedy = { $count ->
        [one] mend it, or set it aside with --rejects FILE and have the rest computed
       *[other] mend them, or set them aside with --rejects FILE and have the rest computed
    }
log-rejects-unwritable = the file for rejected rows cannot be written: { $reason }
    .remedy = check that the folder exists and that there is room on the disk
log-stdin-again = the standard input cannot be read a second time, as --rows needs
    .remedy = write the log to a file and name that

log-format-unfit = { $heading } does not fit the format of the map: "{ $found }"
    .remedy = the map says { $formats }; mend the cell, or add its format to the list
log-date-ambiguous = { $heading } fits two formats of the map that do not mean the same: "{ $found }"
    .remedy = keep the one of { $formats } that is meant
log-parcel-empty = { $heading } is empty: without its number no one knows whether this parcel was counted before
    .remedy = write the number of the parcel, or take `unique` out of the map
log-parcel-lost = a spreadsheet has rounded { $heading }: "{ $found }" is no number of a parcel any more
    .remedy = export the column again as text
log-heading-unused = the heading "{ $heading }" could be { $column }, but the map does not name { $column }: it is not read
log-lines-before-headings = { $file }: { $count ->
        [one] one line
       *[other] { $count } lines
    } before the headings passed over ("{ $first }")
log-delimiter-in-gb18030 = "{ $file }" is in GB18030, where "{ $delimiter }" may be half of a Chinese character
    .remedy = save the file as UTF-8, or with commas, semicolons or tabs
log-layout-known = { $file } is read as { $layout }

# Delivery logs: what can be wrong in them.

log-empty = "{ $file }" is empty: it has no headings
    .remedy = the first line names the columns, at least courier and date (or delivered_at)
log-headings-not-text = the headings are not { $encoding } text (at byte { $offset } of the file, counted from 0)
    .remedy = give its encoding with --encoding, or save it as UTF-8; in a spreadsheet choose "CSV UTF-8"
log-no-courier = no column says which courier delivered; the headings are: { $headings }
    .remedy = name that column by one of these headings: { $accepted }; or write a map: wagepact map LOG drafts one
log-no-date = no column says on which day a parcel was delivered; the headings are: { $headings }
    .remedy = name that column by one of these headings: { $accepted }; or write a map: wagepact map LOG drafts one
log-heading-twice = the heading "{ $heading }" appears twice
    .remedy = keep it for one column and rename the other
log-heading-passed-over = several columns could be { $column }: "{ $used }" is used, not { $others }
log-problem-rows = { $rows ->
        [one] 1 row is
       *[other] { $rows } rows are
    } not in "{ $tally }": the engine that made this tally could not read them
log-read-as = "{ $file }" is not UTF-8; it is read as { $encoding }
log-row-long = this row is longer than 1 MB, and no row of a log is
    .remedy = see whether this is a table: a log has one row a line
log-quote-long = the row is longer than 1 MB: this quote is still open there, and all that follows belongs to this cell
    .remedy = close the quote, or delete it; double a quote inside a text, "like ""this"""; cut a text that is so long

log-field-count = { $found ->
        [one] this row has 1 field
       *[other] this row has { $found } fields
    }, the headings are { $expected }
    .remedy = give every row as many fields as there are headings; put a text that contains a comma in quotes ("a,b")
log-not-text = { $heading } is not { $encoding } text: "{ $found }" (at byte { $offset } of the file, counted from 0)
    .remedy = give its encoding with --encoding, or save it as UTF-8; in a spreadsheet choose "CSV UTF-8"
log-spreadsheet-fault = { $heading } is a formula error of the spreadsheet: "{ $found }"
    .remedy = fix the formula in the spreadsheet, or write the value itself
log-courier-empty = { $heading } is empty: there is no courier to pay for this row
    .remedy = write the courier's id
log-courier-shortened = { $heading } is not an id but a number shortened by a spreadsheet: "{ $found }"
    .remedy = in the spreadsheet, format this column as text, enter the ids again and export: the digits are lost in this file
log-date-empty = { $heading } is empty: no day on which this was delivered
    .remedy = write the day, such as 2022-05-01, or the time, such as 2022-05-01 09:30:00
log-date-unreadable = { $heading } is not a day: "{ $found }"
    .remedy = write year, month and day, such as 2022-05-01 or 2022-05-01 09:30:00
log-year-unlikely = { $heading } lies outside the years 1900 to 2199: "{ $found }"
    .remedy = fix the year: no parcel was delivered in it
log-time-unreadable = { $heading } is not a time of day: "{ $found }"
    .remedy = write hours, minutes and seconds from 00:00:00 to 23:59:59
log-time-of-another-day = { $heading } is on another day than the row: "{ $found }"
    .remedy = give a time of the row's own day
log-time-zone = { $heading } names a time zone: "{ $found }"
    .remedy = write the local time of the delivery without a zone, such as 2022-05-01 09:30:00
log-first-after-last = { $heading } is after the last delivery of the day: "{ $found }"
    .remedy = put the earlier time first
log-parcels-empty = { $heading } is empty
    .remedy = write how many parcels were delivered, 0 if none; only a log without this column counts each row as one parcel
log-no-measure = no column for the measure { $measure } ("{ $column }"); the headings are: { $headings }
    .remedy = name the column `{ $column }`, or say in the agreement which one it is: column = "…"; if the attendance has it, give that with --attendance
log-measure-empty = { $heading } is empty
    .remedy = write a number, 0 if there is none
log-measure-unreadable = { $heading } is not a number: "{ $found }"
    .remedy = write digits with a point, such as 12.5
log-measure-negative = { $heading } is below zero: { $found }
    .remedy = write 0 or more
log-parcels-negative = { $heading } is below zero: { $found }
    .remedy = write how many parcels were delivered, 0 if none
log-parcels-fraction = { $heading } is not a whole number: { $found }
    .remedy = write whole parcels in digits, such as 120
log-parcels-unreadable = { $heading } is not a number: "{ $found }"
    .remedy = write digits, such as 1200 or 1,200
log-parcels-too-many = { $heading } is too large for one row: { $found }
    .remedy = write at most { $most }

log-problems-in-all = { $count ->
        [one] 1 row cannot be read
       *[other] { $count } rows cannot be read
    }
    .remedy = { $count ->
        [one] fix it, or set it aside with --rejects FILE and compute the rest
       *[other] fix them, or set them aside with --rejects FILE and compute the rest
    }
log-rejects-unwritable = the file for rejected rows cannot be written: { $reason }
    .remedy = check that the folder exists and that there is room on the disk
log-stdin-again = --rows reads the log a second time, and the standard input can be read only once
    .remedy = save the log to a file and name that file

log-format-unfit = { $heading } does not fit the format of the map: "{ $found }"
    .remedy = the map says { $formats }; fix the cell, or add its format to the list
log-date-ambiguous = { $heading } fits two formats of the map that mean different days: "{ $found }"
    .remedy = keep the one of { $formats } that is meant
log-parcel-empty = { $heading } is empty: without its number it is not known whether this parcel has been counted
    .remedy = write the number of the parcel, or remove `unique` from the map
log-parcel-lost = a spreadsheet has rounded { $heading }: "{ $found }" is no longer a parcel number
    .remedy = export the column again as text
log-heading-unused = the heading "{ $heading }" could be { $column }, but the map does not name { $column }: it is not read
log-lines-before-headings = { $file }: { $count ->
        [one] one line
       *[other] { $count } lines
    } before the headings passed over ("{ $first }")
log-delimiter-in-gb18030 = "{ $file }" is in GB18030, where "{ $delimiter }" may be half of a Chinese character
    .remedy = save the file as UTF-8, or with commas, semicolons or tabs
log-layout-known = { $file } is read as { $layout }

log-company-open = { $parcels ->
        [one] a parcel of the courier { $courier } names no company, and could be of any of { $companies }: { $first }
       *[other] { $parcels } parcels of the courier { $courier } name no company, and could be of any of { $companies }, from { $first } on
    }
    .remedy = add the column company to the log and fill it in for these rows, or end one of the employments on the roster (left)

log-status-open = whether the status "{ $status }" means delivered is not known; { $rows ->
        [one] one row says it
       *[other] { $rows } rows say it
    }
    .remedy = name all statuses that count, such as --delivered 签收,{ $status }; rows with any other then do not
log-statuses-in-all = in all, the meaning of { $count } words is not known
    .remedy = a column that says something else than the status is named as another one by a map (--map)
log-nothing-counts = no row of { $file } counts{ $statuses ->
        [none] { "" }
       *[other] ; not delivered are: { $statuses }
    }
    .remedy = name the statuses that count with --delivered, or look at what the map leaves out

log-given-twice = { $second } holds the same as { $first }: its parcels would count twice
    .remedy = name each log once
log-headings-again = { $file }: the line below the headings is headings too, and was passed over
log-map-of-others = { $file } has none of the columns that the map names: it is read by its own headings

log-columns-unused = columns of the log that nothing uses: { $columns }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }
log-without-rows = no row stands below the headings of { $file }
    .remedy = export it again: a log has a row for each delivery or count
log-other-encoding = { $heading } is written in { $other } here, and the log in { $encoding }: "{ $found }"
    .remedy = save the whole file in one encoding, in a spreadsheet as "CSV UTF-8"; if all of it is { $other }, say so with --encoding

log-sheets-several = several sheets of "{ $file }" have content: { $sheets }
    .remedy = name the one that is meant after a #, such as "{ $file }#{ $first }", or all of them: "{ $file }#*"

matrix-read = { $file }: one column a day, { $first } to { $last }; each filled cell is a row{ $count ->
        [0] {""}
       *[other] {" "}(passed over: { $totals })
    }
matrix-days-order = the headings of days do not follow each other
    .remedy = give each day one column in the order of the calendar; where they are of two months, write the month too, such as 5/26, and of two years the year: 2022-12-26
matrix-month-unknown = nothing says which month the days in the headings are of
    .remedy = give --month 2022-05, or write the month above the headings or into the name of the sheet, or the days in full: 2022-05-01
matrix-months-several = the sheet or the title names several months for the days in the headings: { $months }
    .remedy = give the one that is meant, such as --month 2022-05, or write the days in full: 2022-05-01
matrix-year-unknown = nothing says which year the days in the headings are of
    .remedy = give --month 2022-05, or write the year above the headings or into the name of the sheet, or the days in full: 2022-05-01
matrix-month-contradicted = the days in the headings are not of { $month }, which the sheet, the title or --month names
    .remedy = correct the one or the other, or leave out --month
matrix-no-such-day = { $month } has no such day as { $column }, and "{ $found }" stands below it
    .remedy = move it to its day, or empty the cell
matrix-month-of-row = "{ $found }" does not say the month of the days of this row (column { $column })
    .remedy = write the month as 2022-05; with --month every row is of that one
matrix-and-day = each row says its day, and the headings are days too: it is not known what a cell below them counts
    .remedy = take off the column of the day or those for each day; what the columns mean can be said by a map (--map)

log-returned = { $parcels ->
        [one] one parcel counts as delivered and also stands
       *[other] { $parcels } parcels count as delivered and also stand
    } in the log as taken back or returned ({ $first }); to take out such deliveries, write revoked = ["撤销签收", "退回"] beside unique in the map
log-revoked-stdin = the map takes out what was taken back later (revoked), for which the log is read twice, and the standard input can be read only once
    .remedy = save the log to a file and name that file
log-revoked-parcel-empty = { $heading } is empty: it is not known which parcel was taken back
    .remedy = write the number of the parcel, or remove `revoked` from the map

log-layout-none = { $file } has the columns of none of the layouts of the map; it lacks, of each: { $lacks }
    .remedy = correct the headings in the layout that is meant, or name the file in it: files = "{ $file }"
log-layout-stdin = the map has several layouts, and none names the standard input, which can be read only once
    .remedy = save the log to a file, or write files = "-" into the layout that is meant

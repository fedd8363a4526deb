# Rates, roster, protected periods, attendance: what can be wrong in them.

sheet-empty = { $file } is empty: it has no headings
    .remedy = the first line names the columns, separated by commas
sheet-column-missing = { $count ->
        [one] the column { $columns } is missing
       *[other] the columns { $columns } are missing
    }; the headings found are: { $found }
    .remedy = name the columns in the first line; it may have further columns
sheet-column-twice = the column { $column } appears twice in the headings
    .remedy = keep one of the two
sheet-row-length = this row has { $found } cells, the headings are { $expected }
    .remedy = give every row as many cells as there are headings; put a text that contains a comma in quotes ("a,b")
sheet-cell-empty = the column { $column } is empty here
    .remedy = fill in the cell, or delete the row
sheet-spreadsheet-fault = "{ $found }" is a formula error of the spreadsheet (column { $column })
    .remedy = fix the formula in the spreadsheet, or write the value itself
sheet-id-shortened = "{ $found }" is not an id but a number shortened by a spreadsheet (column { $column })
    .remedy = in the spreadsheet, format this column as text, enter the ids again and export: the digits are lost in this file
sheet-day = "{ $found }" is not a day (column { $column })
    .remedy = write the day as 2022-05-01
sheet-year-unlikely = "{ $found }" lies outside the years 1900 to 2199 (column { $column })
    .remedy = fix the year: nobody worked in it
sheet-number = "{ $found }" is not a number (column { $column })
    .remedy = write digits with at most one point, such as 2070, 2,070 or 0.855
sheet-negative = { $found } is below zero (column { $column })
    .remedy = write an amount of 0 or more, or leave the cell empty
sheet-until-before-from = the last day { $found } is before the first
    .remedy = write the earlier day in the column from, the later one in the column until

roster-sex = "{ $found }" is not a sex (column { $column })
    .remedy = write f or m (女 or 男), or leave the cell empty
roster-employment = "{ $found }" is not a kind of employment (column { $column })
    .remedy = write full-time or part-time (全日制 or 非全日制), or leave the cell empty
roster-two-people = two people have the id { $courier }, with { $companies }, and this row does not say which it is of
    .remedy = name the company in this row; if they are one person, give both rows of the roster the same name and sex
roster-twice = duplicate row for the courier { $courier } in the roster, with the same company and the same first day
    .remedy = give the later row the first day of its terms, in the column from
roster-left-before-hired = the last day { $found } is before the first day of employment
    .remedy = correct hired or left

protected-kind = "{ $found }" is not a kind of protected period
    .remedy = write pregnancy, maternity or nursing (怀孕, 产假, 哺乳)

attendance-no-measure = the rule { $rule } asks for the measure { $measure } ("{ $column }"), and no attendance has it
    .remedy = give the attendance with a column `{ $column }` (--attendance)
attendance-measure = "{ $found }" is no measure
    .remedy = write a number, 0 or more, or leave the cell empty
attendance-hours = "{ $found }" is not a number of hours in a day
    .remedy = write a number from 0 to 24, such as 8 or 9.5, or hours and minutes, such as 8:30 or 8h30min; a column of minutes needs a map (unit = "minutes")
attendance-kind = "{ $found }" is not a kind of day
    .remedy = write workday, rest, holiday, made-up, personal, sick, maternity, annual, paid-leave or leave (工作日, 休息, 节假日, 调休, 事假, 病假, 产假, 年休假, 带薪假, 请假), or leave the cell empty for a workday
attendance-given-twice = { $second } holds the same as { $first }: its hours would count twice
    .remedy = name each file once
attendance-twice = this row is alike in every cell to the one on line { $first }
    .remedy = keep one of them; where both are meant, write the hours of both in one row
attendance-twice-in-files = this row says the same as line { $first } of { $file }
    .remedy = keep one of them; where both are meant, write the hours of both in one row
attendance-hours-sum = the rows of this courier and day come to { $found } hours
    .remedy = a day has 24 hours: correct the hours or the day of one of them
attendance-absent-and-worked = an absence without hours is the whole day, and there are other hours on that day
    .remedy = write the hours absent in this row, such as 4, or take off the other hours
attendance-company = { $rows ->
        [one] a row
       *[other] { $rows } rows, the first of them here,
    } of the courier { $courier } could be of several companies: { $companies }
    .remedy = add a column company, and name in each of these rows whose hours they are

rate-form = "{ $found }" is not a rate
    .remedy = write the rule, an equals sign and the amount, such as delivery=0.80
rate-amount = "{ $found }" is not an amount in yuan
    .remedy = write digits with at most one point, such as 0.80
rate-twice = --rate is given twice for the rule { $rule }
    .remedy = give one --rate per rule; rates that differ by company or area go into a file for --rates
rates-over = "{ $found }" is not a number of parcels
    .remedy = write a whole number such as 6000; leave the cell empty for the first step
rates-twice = two rows of one ladder begin after { $over } parcels, and both are in force on the same days
    .remedy = keep one of them, end the one (until) before the other begins (from), or make them differ in company, area, service, courier or over
rates-first-step-missing = this ladder begins only after { $over } parcels
    .remedy = add an identical row with its own amount and an empty over: the rate of the first parcels
rates-first-step-missing-from = from { $day } on, this ladder begins only after { $over } parcels
    .remedy = add an identical row with its own amount and an empty over for those days: the rate of the first parcels
rates-first-step-missing-until = until { $day }, this ladder begins only after { $over } parcels
    .remedy = add an identical row with its own amount and an empty over for those days: the rate of the first parcels
rates-rule-open = { $count ->
        [0] no agreement given pays by the parcel, and so no rate needs to be given
       *[other] this rate names no rule, and it may be of any of these: { $rules }
    }
    .remedy = { $count ->
        [0] leave out --rates, or give the agreement whose rates they are
       *[other] name the rule in a column rule (规则)
    }
rates-rule-unknown = no agreement given has a rate rule "{ $rule }"
    .remedy = the rate rules are: { $known }
rate-outside-band = the rate { $rate } is outside the band { $min } to { $max } of the rule { $rule } ({ $clause })
    .remedy = choose a rate from { $min } to { $max }, both included
rate-below-amount = the rate { $rate } is below the { $amount } agreed on in the rule { $rule } ({ $clause })
    .remedy = choose a rate of { $amount } or more
rate-not-positive = the rate { $rate } is not above zero
    .remedy = choose a rate above zero
rates-ambiguous = two rates fit the same parcels equally well: courier { $courier }, company { $company }, area { $area }, service { $service }, { $date }
    .remedy = make one of the two rows name more of company, area, service and courier, or separate their days

roster-out-of-order = the rows of the courier { $courier } are not in the order of their first days
    .remedy = put the row that begins earlier first

register-month = "{ $found }" is not a month (column { $column })
    .remedy = write the month as 2022-05
register-period = "{ $found }" is not the first day of a pay period (column { $column })
    .remedy = write the first day of the week or fortnight, such as 2026-06-01
register-month-october = "{ $found }" may be January or October (column { $column }): a spreadsheet shows 2022.10, typed as a number, as 2022.1
    .remedy = write the month as 2022-01 or 2022-10
register-month-missing = nothing says which month this register is of: it has no column month, and neither its sheet nor a title names one
    .remedy = give --month 2022-05, or add a column month (月份)
register-months-several = the register has no column month, and its sheet or title names several months: { $months }
    .remedy = give the one that was worked, such as --month 2022-05, or add a column month (月份)
register-month-year-none = the year of { $month } is not known: the log has no delivery in such a month
    .remedy = give --month 2022-05, or the log of that month
register-month-year-several = { $month } may be any of these months of the log: { $months }
    .remedy = write the year too, such as 2022-05, or give --month 2022-05
register-month-not-stated = "{ $found }" is not the month given by --month, { $month } (column { $column })
    .remedy = leave out --month where the rows name their months, or correct the cell
register-month-contradicted = the sheet or the title names { $month }, and no row is of that month: "{ $found }" (column { $column })
    .remedy = correct the one or the other, or give the month of the rows by --month
register-net-only = the column paid, gross pay (应发), is missing; { $net } is what is left of it; the headings found are: { $found }
    .remedy = add a column 应发工资: what is paid out (实发) + tax + the worker's own insurance and housing fund + all else that was taken off
register-parcels = "{ $found }" is not a number of parcels (column { $column })
    .remedy = write a whole number such as 6120, or leave the cell empty
register-given-twice = { $second } holds the same as { $first }: what was paid would count twice
    .remedy = name each register once
register-twice = a row alike in every cell for the courier { $courier } and the month { $month } in the register
    .remedy = delete one of the two; rows of a month that differ in some cell add up
register-month-not-in-log = the log has no delivery in { $month }
    .remedy = give the log of that month too, or delete the row

register-fen = { $found } has more than two decimals (column { $column })
    .remedy = write yuan with at most two decimals, as paid

sheet-format-unfit = "{ $found }" does not fit the format of the map (column { $column })
    .remedy = the map says { $formats }; fix the cell, or add its format to the list
sheet-day-ambiguous = "{ $found }" fits two formats of the map that mean different days (column { $column })
    .remedy = keep the one of { $formats } that is meant

cell-not-worked-out = this formula was not worked out yet: the file holds no value for it (column { $column })
    .remedy = open the file in Excel or WPS and save it: that works the formulas out
cell-merged = this cell is part of the merged cells { $range }, and it is not known what it says by itself (column { $column })
    .remedy = unmerge them in the spreadsheet and write in each row what is true of it

sheet-columns-unclear = several columns could be { $column }: { $headings }
    .remedy = rename all but one, or name the one that is meant in the columns of a map (--map): { $column } = "…"
sheet-column-could-be = no column is known as { $column }, and "{ $heading }" could be it ({ $cells })
    .remedy = if it is, rename the heading to { $column } or { $usual }, or name it in the columns of a map (--map): { $column } = "{ $heading }"; if it is not, give a map whose columns leave it out
sheet-columns-unused = { $file }: nothing uses { $columns }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more columns
    }
sheet-rows-passed-over = { $file }: rows passed over{ $titles ->
        [0] {""}
       *[other] {" "}({ $titles } before the headings)
    }{ $totals ->
        [0] {""}
       *[other] {" "}({ $totals } of totals)
    }{ $headings ->
        [0] {""}
       *[other] {" "}({ $headings } of headings once more)
    }
sheet-problems-in-all = in all, { $count } mistakes in this file
    .remedy = fix those shown first: others may go with them

# Rates, roster, protected periods, attendance: what can be wrong in them.

sheet-empty = { $file } is empty: it has no headings
    .remedy = the first line names the columns, separated by commas
sheet-column-missing = { $count ->
        [one] the column { $columns } is missing
       *[other] the columns { $columns } are missing
    }; the headings found are: { $found }
    .remedy = name the columns in the first line; columns beside the known ones may stand there too
sheet-column-twice = the column { $column } stands in the headings twice
    .remedy = keep one of the two
sheet-row-length = this row has { $found } cells, the headings are { $expected }
    .remedy = give every row as many cells as there are headings; a text with a comma stands in quotes ("a,b")
sheet-cell-empty = the column { $column } is empty here
    .remedy = fill in the cell, or take the row away
sheet-spreadsheet-fault = "{ $found }" is a value that the spreadsheet could not work out (column { $column })
    .remedy = mend the formula in the spreadsheet, or write the value itself
sheet-id-shortened = "{ $found }" is no id but a number that a spreadsheet has shortened (column { $column })
    .remedy = in the spreadsheet, format this column as text before the ids are put in, and export it again: the digits are lost here
sheet-day = "{ $found }" is not a day (column { $column })
    .remedy = write the day as 2022-05-01
sheet-number = "{ $found }" is not a number (column { $column })
    .remedy = write digits with at most one point, such as 2070, 2,070 or 0.855
sheet-negative = { $found } is below zero (column { $column })
    .remedy = write an amount of 0 or more, or leave the cell empty
sheet-until-before-from = the last day { $found } lies before the first
    .remedy = write the earlier day in the column from, the later one in the column until

roster-sex = "{ $found }" is not a sex (column { $column })
    .remedy = write f or m (女 or 男), or leave the cell empty
roster-twice = the courier { $courier } stands in the roster twice for the same company and the same beginning
    .remedy = give the later row the day from which its terms hold, in the column from
roster-left-before-hired = the last day { $found } lies before the first day of employment
    .remedy = mend hired or left

protected-kind = "{ $found }" is not a kind of protected period
    .remedy = write pregnancy, maternity or nursing (怀孕, 产假, 哺乳)

attendance-hours = "{ $found }" is not a number of hours in a day
    .remedy = write a number from 0 to 24, such as 8 or 9.5
attendance-kind = "{ $found }" is not a kind of day
    .remedy = write workday, rest, holiday or leave (工作日, 休息, 节假日, 请假), or leave the cell empty for a workday
attendance-twice = the courier has this day already, on line { $first }
    .remedy = keep one row for each courier and day

rate-form = "{ $found }" is not a rate
    .remedy = write the rule, an equals sign and the amount, such as delivery=0.80
rate-amount = "{ $found }" is not an amount in yuan
    .remedy = write digits with at most one point, such as 0.80
rate-twice = the rule { $rule } has a --rate already
    .remedy = give one --rate for each rule; rates that differ by company or area go into a file for --rates
rates-over = "{ $found }" is not a number of parcels
    .remedy = write a whole number such as 6000; leave the cell empty for the first step
rates-twice = these rows are alike, and both begin after { $over } parcels
    .remedy = keep one of them, or let them differ in company, area, service, courier, from, until or over
rates-first-step-missing = this ladder begins only after { $over } parcels
    .remedy = add a row alike but for its amount, with an empty over: the rate of the first parcels
rates-rule-unknown = no agreement given has a rate rule "{ $rule }"
    .remedy = the rate rules are: { $known }
rate-outside-band = the rate { $rate } is outside the band { $min } to { $max } of the rule { $rule } ({ $clause })
    .remedy = choose a rate from { $min } to { $max }, both included
rate-below-amount = the rate { $rate } is below the { $amount } agreed on in the rule { $rule } ({ $clause })
    .remedy = choose a rate of { $amount } or more
rate-not-positive = the rate { $rate } is not above zero
    .remedy = choose a rate above zero
rates-ambiguous = two rates fit the same parcels equally well: courier { $courier }, company { $company }, area { $area }, service { $service }, { $date }
    .remedy = let one of the two rows name more of company, area, service and courier, or part their days

roster-out-of-order = the rows of the courier { $courier } are not in the order of their beginning
    .remedy = put the row that begins earlier first
protected-overlap = two protected periods of the courier { $courier } overlap
    .remedy = let one end on the day before the other begins

register-month = "{ $found }" is not a month (column { $column })
    .remedy = write the month as 2022-05
register-parcels = "{ $found }" is not a number of parcels (column { $column })
    .remedy = write a whole number such as 6120, or leave the cell empty
register-twice = the courier { $courier } has the month { $month } in the register already
    .remedy = keep one row for each courier, company and month
register-month-not-in-log = the log has no delivery in { $month }
    .remedy = give the log of that month too, or take the row away

register-fen = { $found } has parts of a fen (column { $column })
    .remedy = write yuan with at most two places, as they are paid

sheet-format-unfit = "{ $found }" does not fit the format of the map (column { $column })
    .remedy = the map says { $formats }; mend the cell, or add its format to the list
sheet-day-ambiguous = "{ $found }" fits two formats of the map that do not mean the same (column { $column })
    .remedy = keep the one of { $formats } that is meant

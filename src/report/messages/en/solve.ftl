# Solve: how far a change can go.

solve-next-step = { $company }: one step further, { $change } costs { $cost } a year, { $over } more than the budget
solve-ends-first = { $company }: the band or the figure ends before the budget does, less than a step further; { $change } costs { $cost } a year, and { $left } is left
solve-shares-by-pay = each company has its share of the budget in proportion to its present piece pay
solve-shares-by-parcels = each company has its share of the budget in proportion to its parcels, as the present rates are not known
solve-target-there = { $company }: the { $measure } of monthly pay is already { $now }, not below { $target }
solve-target-reached = { $company }: { $change } brings the { $measure } of monthly pay from { $now } to { $then }; one step less, to { $less }
solve-target-missed = { $company }: the band ends first, less than a step further; { $change } brings the { $measure } of monthly pay from { $now } to { $then }, not to { $target }
solve-whole-month-by-roster = counted are the months of couriers who were employed on every day of them
solve-whole-month-by-days = without --roster, counted are the months of couriers with parcels on at least { $days } days
solve-nothing-unknown = no change has ? as its amount
    .remedy = write ? for the amount that is looked for, such as "delivery +?"
solve-several-unknowns = more than one amount is unknown, and one budget or target fixes only one of them
    .remedy = write ? once, and give the other changes their amounts
solve-unknown-form = in "{ $found }" the ? is not after + or -
    .remedy = write "RULE +?" or "RULE -?"; the amount found is in yuan per unit
solve-budget-gone = the other changes cost { $cost } a year already, more than the budget of { $budget }
    .remedy = give a larger budget, or remove a change
solve-endless = however large { $change } is, it never reaches the end
    .remedy = change a rule that something in the log depends on
solve-company-unnamed = some parcels belong to no company that is known
    .remedy = give the column company in the log, or --roster FILE with it; or use --by total
solve-target-form = "{ $found }" is not a target
    .remedy = write median=7000, mean=7000 or p10=5000, in yuan a month
solve-target-lowered = a target is reached by raising, and the change lowers
    .remedy = write +? in place of -?
solve-target-needs-rates = monthly pay needs the present rates, and only their band is known
    .remedy = give the rates with --rates FILE, or one with --rate RULE=AMOUNT
solve-no-whole-month = no courier worked a whole month of this log
    .remedy = give a log of a whole month, or --roster FILE that says who was employed through it

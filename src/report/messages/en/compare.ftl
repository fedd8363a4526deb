# Proposals side by side.

compare-wages = wages due in a year, yuan
compare-change = change in a year, yuan, the employer's contributions included
compare-per-parcel = yuan a parcel: wages as they stand, change of each proposal
compare-percent = change in percent of the present wages
compare-tenths = yuan a month that each tenth gains or loses, from the lowest paid to the highest
compare-clauses-together = all companies together, yuan a year: { $title }
compare-years-drawn = yuan that fall in each year
compare-title = { $title }
compare-flag-of-view = { $flag } cannot be used with this --show
    .remedy = it can be used with --show { $views }
compare-order-averaged = changes act on each other: each is given the mean of what it adds over all orders, so that the parts add up to the whole
compare-people-monthly = yuan a month for one courier: the pay of the group ÷ the months in which its couriers have a payslip, of a month cut the part covered

split-too-many = { $changes } changes are too many to split: every combination is priced, so at most { $most } are accepted
    .remedy = put the changes into two proposals, and compare both

people-needs-rates = whom a proposal reaches depends on the present rates, and only their band is known
    .remedy = give the rates with --rates FILE, or one with --rate RULE=AMOUNT
people-sex-unknown = without --roster it is not known who is a woman and who is a man
people-tenths-too-few = the tenths of pay are not shown: one has fewer than { $fewest } couriers, and the mean would reveal what individuals are paid
people-subtracted = two reports over other people or days can be subtracted from each other, and the difference may be one person: hand on only one of them
people-sex-too-few = women and men are not shown separately: there are fewer than { $fewest } of one of them, and the mean would reveal what individuals are paid

years-by-days = each part of a year counts as its days ÷ the days of the year; the seasons of the log are not considered
years-later = the change { $change } comes into force only after the years shown

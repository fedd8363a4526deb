# Balance: rates by area that even out the days.

balance-days = the figures are those of the days of the log; spread is the coefficient of variation of piece pay per courier-day, weighted by courier-days
balance-days-of = { $company }: piece pay of a courier's day, yuan, as it stands and as proposed
balance-none-lowered = no rate is lowered: what a union asks for; --may-lower lets rates go down too{ $budget ->
    [yes] {""}
   *[no] , and without --budget nothing else is left to share out
 }
balance-kept = { $company }: the present rates stay; on the grid of { $step } no others within the budget make the days more equal
balance-band-ends = { $company }: the budget of { $budget } cannot be reached; the band ends at { $max }, and with that rate everywhere piece pay is { $nearest }
balance-several-rates = several rates are paid in these areas, by courier, service, day or step; the rate before is the average paid, and one rate for all is proposed: { $areas }
balance-whole-pay = piece pay changes by { $piece } yuan, all that is due by { $whole }: premiums and top-ups follow the rates
balance-no-band = no agreement given has a rate per parcel with a band
    .remedy = add an agreement that has one, such as -a anji-courier
balance-several-rules = several rates per parcel have a band: { $known }
    .remedy = say with --rule which one is to be balanced
balance-rule-unknown = "{ $rule }" is no rate per parcel with a band
    .remedy = those with one are: { $known }
balance-needs-rates = the present rates of some parcels are not known, and balance starts from them
    .remedy = give them with --rates FILE, or one for all with --rate { $rule }=AMOUNT
balance-bands-apart = the bands of { $rule } in the days of the log have no rate in common
    .remedy = ask for a part of the days with --from and --until
balance-no-parcels = no parcel of the log is paid by { $rule }
    .remedy = give a log with delivered parcels of the service that the rule names
budget-amount = "{ $found }" is not an amount in yuan
    .remedy = write an amount that is not below zero, such as 3000000 or 300万
step-large = a step of "{ $found }" is larger than any change of a wage
    .remedy = write the amount to which the answer is to be exact, such as 0.01
step-amount = "{ $found }" is not a step
    .remedy = write an amount above zero with at most four places, such as 0.01

# The headings of columns. The keys are those of the files; people see these words.

# pay
column-scenario = scenario
column-month = month
column-company = company
column-courier = courier
column-name = name
column-couriers = couriers
column-area = area
column-parcels = parcels
column-base = base
column-piece = piece
column-premium = premium
column-allowance = allowance
column-top-up = top-up
column-pay = pay

# pay --lines
column-rule = rule
column-clause = clause
column-service = service
column-unit = unit
column-quantity = quantity
column-rate = rate
column-multiple = multiple
column-amount = amount

# cost
column-before = before
column-after = after
column-change = change
column-change-percent = change %
column-contributions = contributions
column-total-change = total change

# solve
column-annual-cost = annual cost
column-left = left

# balance
column-courier-days = courier-days
column-rate-before = rate before
column-rate-after = rate after
column-pay-per-day-before = a day before
column-pay-per-day-after = a day after
column-piece-before = piece before
column-piece-after = piece after
column-spread-before = spread before
column-spread-after = spread after
column-gain = gain
column-lose = lose

# tally
column-date = date
column-first-at = first at
column-last-at = last at

# explain
column-ref = #
column-item = line
column-formula = formula
column-checked-on = checked on
column-beyond = beyond
column-days = days
column-hours = hours
column-better-rule = better rule
column-better-clause = better clause
column-better-agreement = better agreement
column-reason = reason
column-message = message
column-file = file
column-line = line
column-status = status
column-counted = counts
column-rate-at = rate at

# check
column-code = code
column-severity = severity
column-due = due
column-found = found
column-shortfall = shortfall
column-months = months
column-at = at
column-words = words

# proposal (show --proposal)
column-path = term
column-old = as it stands
column-new = as proposed

# compare
column-present = present
column-clause-change = change
column-group = group
column-people = people
column-year = year
column-in-year = in the year
column-lasting = lasting
column-one-off = one-off
column-full-year = full year
column-carry-over = carry-over
column-per-parcel = per parcel
column-percent-of-wages = percent of wages

# Payslips.
column-id = no.
column-part = part
column-paid = paid
column-deductions = deductions
column-damages = damages
column-net = net pay
column-alike = alike
column-compared = paid of it

# Words of the program that stand in the cells of tables.

# scenarios
word-low = low
word-high = high
word-agreed = agreed
word-change = change

# units
word-parcel = parcel
word-hour = hour
word-km = km
word-day = day
word-minute = min
word-mile = mile
word-kg = kg
word-order = order
word-stop = stop
word-item = item
word-sum-parcels = parcels
word-sum-hours = hours
word-sum-days = days worked
word-sum-absences = days absent
word-money = amount
word-period = period
word-month = month

# services
word-delivery = delivery

# what monthly pay is measured by
word-median = median
word-mean = mean
word-p10 = tenth percentile

# kinds of absence
word-personal = personal leave
word-sick = sick leave
word-maternity = maternity leave
word-annual = annual leave
word-paid-leave = other leave with pay
word-leave = leave of no kind said

# the last row of a table
word-total = total

# A calendar day of a month that has so many: the unit of a monthly amount that is due in part.
word-day-of-28 = day/28
word-day-of-29 = day/29
word-day-of-30 = day/30
word-day-of-31 = day/31
word-day-of-21-75 = day/21.75

# explain
word-contract-base = Base wage of the labour contract
word-yes = yes
word-no = no
word-left-out = left out
word-duplicate = duplicate
word-taken-back = taken back
word-month-1 = January
word-month-2 = February
word-month-3 = March
word-month-4 = April
word-month-5 = May
word-month-6 = June
word-month-7 = July
word-month-8 = August
word-month-9 = September
word-month-10 = October
word-month-11 = November
word-month-12 = December

# columns in a sentence
word-who-area = area
word-who-company = company
word-who-courier = courier
word-who-position = position
word-who-service = service
word-who-sex = sex
word-who-skill = skill

# files
word-log = log

# check
word-violation = violation
word-warning = warning
word-not-checked = not checked
word-keeps-base = that the base wage is kept
word-no-dismissal = against dismissal
word-no-extended-hours = against extended hours
word-no-night-work = against night work
word-equal-pay = on equal pay
word-written-contract = on written contracts

# groups of couriers (compare --show people)
word-gain-over-5 = more than 5 % up
word-gain = up
word-same = same
word-lose = down
word-lose-over-5 = more than 5 % down
word-gini = Gini coefficient
word-below-floor = below the floor
word-f = women
word-m = men
word-p90 = 90th percentile
word-decile1 = lowest tenth
word-decile2 = 2nd tenth
word-decile3 = 3rd tenth
word-decile4 = 4th tenth
word-decile5 = 5th tenth
word-decile6 = 6th tenth
word-decile7 = 7th tenth
word-decile8 = 8th tenth
word-decile9 = 9th tenth
word-decile10 = highest tenth

# tables
word-roster = roster
word-attendance = attendance
word-protected = protected periods
word-rates = rates
word-register = register

# Payslips.
word-base = base wage
word-piece = piece wage
word-premium = premium
word-allowance = allowance
word-top-up = top-up
word-pay = Gross pay
word-paid = Gross pay on the register
word-net = Net pay
word-tax = Less: income tax
word-insurance = Less: insurance and housing fund
word-damages = Less: damages
word-fines = Less: fines
word-deductions = Less: other deductions

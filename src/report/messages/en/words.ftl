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
word-month = month

# services
word-delivery = delivery

# what monthly pay is measured by
word-median = median
word-mean = mean
word-p10 = tenth percentile

# the last row of a table
word-total = total

# A calendar day of a month that has so many: the unit of a monthly amount that is due in part.
word-day-of-28 = day/28
word-day-of-29 = day/29
word-day-of-30 = day/30
word-day-of-31 = day/31

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

# the last row of a table
word-total = total

"""What was chosen where the documents can be read in two ways. Turn one round, and the comparison says where it matters."""

# "All pay by the piece" may hold the rates with `adds` too, and `of` may name one: the program multiplies the best rate of
# a parcel alone.
PREMIUMS_REACH_ADDED_RATES = False

# "Pay by the hour that counts towards a floor" is said of premiums in general; the program holds to it where `of` names
# the hours too, but not of pay by the day.
PREMIUMS_REACH_HOURS_THAT_DO_NOT_COUNT = False

# What absences keep is taken from the rounded lines unrounded. The rest of the pay may so be a part of a fen below
# nothing, and the program then tops up a fen where no floor is left.
REST_OF_PAY_MAY_BE_BELOW_NOTHING = True

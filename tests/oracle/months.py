"""Made-up months of parcels: agreements by the parcel, the month and the hour, and the people whom they reach."""

import agreements
import people
from maker import Made, Maker


def make(chance):
    """A case."""
    maker = Maker(chance)
    return Made(agreements.documents(maker), people.tables(maker), people.flags(maker))

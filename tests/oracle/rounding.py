"""Fractions to places, as an agreement says."""

from fractions import Fraction

PLACES_OF_CURRENCY = {"JPY": 0, "KRW": 0, "KWD": 3}


def rounded(amount, places, mode):
    """An amount to so many places: half-up, half-even, up (away from nothing) or down (towards it)."""
    scaled = abs(amount) * 10**places
    whole, rest = divmod(scaled, 1)
    is_more = {
        "half-up": rest >= Fraction(1, 2),
        "half-even": rest > Fraction(1, 2) or (rest == Fraction(1, 2) and whole % 2 == 1),
        "up": rest > 0,
        "down": False,
    }[mode]
    result = Fraction(whole + is_more, 10**places)
    return -result if amount < 0 else result


class Rounding:
    """How the lines of an agreement, and its top-ups, are rounded."""

    def __init__(self, documents):
        said = next((d["document"]["rounding"] for d in documents if "rounding" in d["document"]), None)
        currency = next((d["document"]["currency"] for d in documents if "currency" in d["document"]), "CNY")
        of_currency = PLACES_OF_CURRENCY.get(currency, 2)
        self.places = said["places"] if said else of_currency
        self.places_shown = max(self.places, of_currency)
        self.mode = said["mode"] if said else "half-up"
        self.mode_of_top_up = said.get("top_up", "up") if said else "up"

    def line(self, amount):
        return rounded(amount, self.places, self.mode)

    def top_up(self, amount):
        return rounded(amount, self.places, self.mode_of_top_up)

    def plain(self, amount):
        """An amount as CSV has it: with the places of the currency, or those to which lines are rounded where they are more."""
        unit, places = amount * 10**self.places_shown, self.places_shown
        assert unit.denominator == 1, amount
        sign, digits = "-" if unit < 0 else "", str(abs(int(unit))).rjust(places + 1, "0")
        return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)

"""What is decided of a made-up month before its files are written, and the words of which it is made."""

import datetime
from dataclasses import dataclass, field
from decimal import Decimal

from reading import ONE_DAY

BEGINNINGS = [(2022, 5), (2023, 12), (2024, 2), (2024, 1), (2025, 2), (2022, 9), (2024, 6), (2026, 1)]
HOLIDAYS = ["01-01", "02-03", "03-02", "05-01", "05-02", "06-03", "09-10", "10-01", "10-02", "12-25"]
WORKING = {2022: ["05-07"], 2023: ["12-30"], 2024: ["01-06", "02-04"], 2025: ["02-08"]}
MOVED = {2022: ["05-04"], 2023: ["12-29"], 2024: ["02-12"], 2025: ["03-03"]}
AREAS = ("hill", "town", "")
SERVICES = ("delivery", "delivery", "pickup")
POSITIONS = ("courier", "sorter")
SKILLS = ("junior", "senior", "")
FEATURES = (
    "services two-companies second-piece adds ladder band skill-piece rates rate-ladder roster base base-standard allowance "
    "whole-allowance attendance hour-rate km-rate day-rate overtime week-overtime rest-day holiday monthly-floor hourly-floor "
    "agreed-floor protected kept part-time changes hired-left absences absence-rules rounding stacked dated asked next-month "
    "percent any-premium adds-premium night-hours seniority terms narrow transfer due several-rows law anji "
    "same-ids times counted whole bonus provided by-column"
).split()


@dataclass
class Made:
    """One case as it will be written."""

    documents: list
    tables: dict
    flags: dict = field(default_factory=dict)


def amount(chance, least, most, places=2):
    """An amount with so many places."""
    return Decimal(chance.randint(int(least * 10**places), int(most * 10**places))).scaleb(-places)


class Maker:
    """What is decided of a case before its files are written."""

    def __init__(self, chance):
        self.chance = chance
        self.how_many = chance.choice([2, 4, 8, 14, 24, 32, 55])
        self.features = set(chance.sample(FEATURES, min(self.how_many, len(FEATURES))))
        year, month = chance.choice(BEGINNINGS)
        self.first = datetime.date(year, month, 1)
        length = chance.choice([1, 1, 2, 3]) if self.has("next-month") else 1
        self.last = self.first
        for _ in range(length):
            self.last = (self.last.replace(day=1) + 32 * ONE_DAY).replace(day=1)
        self.last -= ONE_DAY
        self.companies = ["Red", "Blue"] if self.has("two-companies") else ["Red"]
        self.couriers = ["01", "A7", "zed"][: chance.choice([1, 1, 2, 3])]

    def has(self, feature):
        return feature in self.features

    def maybe(self, share=0.5):
        return self.chance.random() < share

    def one(self, choices):
        return self.chance.choice(choices)

    def day(self):
        """Any day of the months, or now and then one shortly before or after."""
        length = (self.last - self.first).days
        return self.first + ONE_DAY * self.chance.randint(0, length)

    def days(self):
        return [self.first + ONE_DAY * step for step in range((self.last - self.first).days + 1)]

    def dated(self, key, value):
        """A value, or two of them in place of it, of which the second begins within the months."""
        if not self.has("dated") or self.maybe():
            return value()
        return [{key: value()}, {"from": self.day(), key: value()}]

"""The stretches for which wages are reckoned: months, months from a day, half months, weeks and fortnights."""

import calendar
import datetime
from dataclasses import dataclass

from reading import ONE_DAY, day


@dataclass(frozen=True)
class Period:
    """One stretch, with the name that stands in the column `month`."""

    name: str
    first: object
    last: object
    is_month: bool

    @property
    def days_of_month(self):
        """By how many days amounts by the month are cut: a month from a day is one whole, else those of the month of its end."""
        return len(self.days) if self.is_month else month_length(self.last)

    @property
    def days(self):
        count = (self.last - self.first).days + 1
        return [self.first + ONE_DAY * step for step in range(count)]


def month_length(on):
    return calendar.monthrange(on.year, on.month)[1]


def next_month(on):
    """The first day of the next month."""
    return on.replace(day=1) + datetime.timedelta(days=month_length(on))


class PayPeriod:
    """How long a period is, as the agreements say."""

    def __init__(self, documents):
        said = next((d["pay-period"] for d in documents if "pay-period" in d), {"every": "month"})
        self.every = said["every"]
        self.begins = said.get("day", 1)
        self.anchor = day(said.get("from"))

    def of(self, on):
        """The period in which a day lies."""
        if self.every in ("week", "fortnight"):
            length = 7 if self.every == "week" else 14
            first = on - ONE_DAY * ((on - self.anchor).days % length)
            return Period(first.isoformat(), first, first + ONE_DAY * (length - 1), False)
        if self.every == "half-month":
            first = on.replace(day=1 if on.day <= 15 else 16)
            last = on.replace(day=15) if on.day <= 15 else next_month(on) - ONE_DAY
            return Period(first.isoformat(), first, last, False)
        if on.day >= self.begins:
            first = on.replace(day=self.begins)
        else:
            first = (on.replace(day=1) - ONE_DAY).replace(day=self.begins)
        last = next_month(first) - ONE_DAY * (1 if self.begins == 1 else 0)
        if self.begins > 1:
            last = last.replace(day=self.begins) - ONE_DAY
        return Period(last.strftime("%Y-%m"), first, last, True)

    def between(self, first, last):
        """All periods from the one of the first day to the one of the last, without gaps."""
        found = [self.of(first)]
        while found[-1].last < last:
            found.append(self.of(found[-1].last + ONE_DAY))
        return found

"""What is due, worked out from the documents alone: `python3 calculator.py FOLDER` prints what `wagepact pay -f csv` should."""

import csv
import dataclasses
import sys
from dataclasses import dataclass
from fractions import Fraction

from employment import Protected, Roster
from hours import Attendance, Calendar
from guarantees import together
from measures import measures_of
from periods import PayPeriod
from piece import Rates
from place import Place
from reading import ONE_DAY, day, read
from rounding import Rounding
from rules import rules_of

COLUMNS = ("scenario", "month", "company", "courier", "name", "parcels")
PARTS = ("base", "piece", "premium", "allowance", "top_up")


@dataclass
class Parcels:
    """A row of the log, with the company to which it belongs."""

    day: object
    courier: str
    company: str
    area: str
    service: str
    count: int
    cells: dict
    about: object = None


class Run:
    """One reading of a case."""

    def __init__(self, case):
        self.case = case
        self.rules = rules_of(case.documents)
        self.rounding = Rounding(case.documents)
        self.calendar = Calendar(self.rules)
        self.roster = Roster(case.roster)
        self.protected = Protected(case.protected)
        self.asked = (day(case.flags.get("from")), day(case.flags.get("until")))
        self.log = [self.parcels(row) for row in case.log]
        self.measures = measures_of(case)
        self.whole, self.paid = None, {}
        self.pay_period = PayPeriod(case.documents)
        self.attendance = Attendance(case.attendance, self.company_of_hours, self.calendar)

    def parcels(self, row):
        on = day(row["date"])
        company = row.get("company") or self.roster.company(row["courier"], on)
        service = row.get("service") or "delivery"
        cells = {**row, "company": company, "service": service}
        count = int(row.get("parcels") or 1)
        return Parcels(on, row["courier"], company, row.get("area", ""), service, count, cells)

    def company_of_hours(self, courier, on):
        if self.roster.is_there:
            return self.roster.company(courier, on)
        companies = {parcels.company for parcels in self.log if parcels.courier == courier}
        return companies.pop() if len(companies) == 1 else ""

    def is_asked_for(self, on):
        first, last = self.asked
        return (first is None or first <= on) and (last is None or on <= last)

    def periods(self):
        """All from the first to the last day of log and attendance, or those asked for."""
        period = self.pay_period
        first, last = self.asked
        # The log is read up to the last day asked for.
        logged = [parcels.day for parcels in self.log if last is None or parcels.day <= last]
        worked = [key[2] for key in self.attendance.days]
        if logged:
            begins = period.of(min(logged)).first
            week = begins - ONE_DAY * begins.weekday()
            # Attendance of the week in which the first period of the log begins adds no period by itself.
            worked = [on for on in worked if not week <= on < begins]
        if not logged + worked:
            return period.between(first, last) if first and last else []
        first, last = first or min(logged + worked), last or max(logged + worked)
        return period.between(first, last) if first <= last else []

    def places(self):
        """Everybody who has worked or is employed, period by period."""
        people = {(p.company, p.courier) for p in self.log}
        people |= {(terms.company, terms.courier) for terms in self.roster.terms}
        # Whoever is neither in the log nor on the roster, where there is one, is a stranger, of whom nothing is computed.
        known = {p.courier for p in self.log if self.is_asked_for(p.day)}
        known |= {terms.courier for terms in self.roster.terms}
        people |= {key[:2] for key in self.attendance.days if not self.roster.is_there or key[1] in known}
        for period in self.periods():
            for company, courier in sorted(people):
                yield Place(self, company, courier, period)

    def mean_month(self, place, rates):
        """The mean of the months with pay among the 12 before, without premiums, whatever days are asked for."""
        whole = self.without_days()
        paid = []
        for period in [period for period in whole.periods() if period.last < place.period.first][-12:]:
            key = (place.company, place.courier, period)
            if key not in whole.paid:
                lines = Place(whole, *key).pay(rates)
                whole.paid[key] = sum((amount for part, _, amount in lines if part != "premium"), Fraction(0))
            paid.append(whole.paid[key])
        paid = [amount for amount in paid if amount]
        return sum(paid) / len(paid) if paid else None

    def without_days(self):
        """The same case with all its days."""
        if self.whole is None:
            flags = {name: value for name, value in self.case.flags.items() if name not in ("from", "until")}
            self.whole = Run(dataclasses.replace(self.case, flags=flags)) if flags != self.case.flags else self
        return self.whole

    def rows(self, scenario):
        rates = Rates(self.case.rates, self.case.flags, scenario, self.is_asked_for)
        self.without_days().paid.clear()
        paid, rows = [], []
        for place in self.places():
            place.lines = place.pay(rates)
            if place.parcels or place.lines:
                paid.append(place)
        for company, name in dict.fromkeys((place.company, place.period.name) for place in paid):
            of_all = [place for place in paid if (place.company, place.period.name) == (company, name)]
            # All workers are taken to be those who worked: an allowance of somebody absent takes nothing from the others.
            shares = together(self, [place for place in of_all if place.days_worked])
            for place in of_all:
                place.lines_with_share = [*place.lines, ("top_up", "", shares.get(id(place), Fraction(0)))]
        for place in paid:
            name = self.roster.name(place.courier, place.company, place.period.last)
            head = [scenario, place.period.name, place.company, place.courier, name, str(place.parcels)]
            sums = [sum((a for p, _, a in place.lines_with_share if p == part), Fraction(0)) for part in PARTS]
            rows.append(head + [self.rounding.plain(amount) for amount in [*sums, sum(sums)]])
        return rows, rates.open_bands


def due(folder):
    """The rows that are due."""
    run = Run(read(folder))
    rows, open_bands = run.rows("low")
    if open_bands:
        return rows + run.rows("high")[0]
    return [["agreed", *row[1:]] for row in rows]


def main():
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow([*COLUMNS, *PARTS, "pay"])
    writer.writerows(due(sys.argv[1]))


if __name__ == "__main__":
    main()

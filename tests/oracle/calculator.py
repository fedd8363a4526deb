"""What is due, worked out from the documents alone: `python3 calculator.py FOLDER` prints what `wagepact pay -f csv` should."""

import csv
import sys
from dataclasses import dataclass
from fractions import Fraction

from absences import Absences
from employment import Protected, Roster
from floors import of_absences, shortfall
from hours import Attendance, Calendar
from monthly import allowance_parts, base_parts
from periods import PayPeriod, month_length
from piece import Rates, Work, piece_work
from premiums import lawful_share, premiums
from reading import day, read
from rounding import Rounding
from rules import WEEKDAYS, rules_of

COLUMNS = ("scenario", "month", "company", "courier", "name", "parcels")
PART_OF_UNIT = {"hour": "base", "day": "base", "km": "allowance"}
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


@dataclass
class About:
    """What conditions ask: the day, the terms of the courier on it, and the row of the log."""

    day: object
    place: object
    cells: dict

    def cell(self, column):
        if column in self.cells:
            return self.cells[column]
        terms = self.place.run.roster.nearest(self.place.courier, self.place.company, self.day)
        return terms.cells.get(column, "") if terms else ""

    def kind_of_day(self):
        return self.place.calendar.kind_of_day(self.day)

    def months_since(self, key):
        begun = day(self.cell(key.removeprefix("months_since_")))
        if begun is None or begun > self.day:
            return None
        months = (self.day.year - begun.year) * 12 + self.day.month - begun.month
        # Whoever was hired on the 31st has a whole month on the last day of a shorter one.
        return months - (self.day.day < min(begun.day, month_length(self.day)))


class Place:
    """A courier of a company in a period."""

    def __init__(self, run, company, courier, period):
        self.run, self.company, self.courier, self.period = run, company, courier, period
        self.rules, self.calendar, self.attendance = run.rules, run.calendar, run.attendance
        self.protected = run.protected
        self.days = [on for on in period.days if run.is_asked_for(on)]
        self.employed_days = [on for on in self.days if self.terms(on)]
        self.days_of_month = month_length(period.last)
        self.log = [p for p in run.log if (p.company, p.courier) == (company, courier) and period.first <= p.day <= period.last]
        for parcels in self.log:
            parcels.about = About(parcels.day, self, parcels.cells)

    def terms(self, on):
        return self.run.roster.on(self.courier, self.company, on)

    def about(self, on):
        return About(on, self, {"company": self.company, "courier": self.courier})

    def at_work(self, on):
        return self.attendance.on(self.company, self.courier, on)

    def is_part_time(self, on):
        terms = self.terms(on)
        return bool(terms and terms.is_part_time)

    def is_maternity(self, on):
        return self.protected.has_maternity(self.courier, on) or "maternity" in self.at_work(on).missed

    def column_of(self, measure):
        return measure

    def lawful_share_of_hours(self, on):
        work = Work(on, "hour", NO_RULE, self.at_work(on).hours, Fraction(1), Fraction(0), self.about(on))
        return lawful_share(self, work)

    def time_work(self):
        """What the hours, kilometres and days of the attendance earn."""
        for on in self.days:
            at_work = self.at_work(on)
            units = {"hour": at_work.hours, "km": at_work.measures.get("km"), "day": Fraction(at_work.hours > 0)}
            best = {}
            for rule in self.rules:
                quantity = rule.kind == "rate" and units.get(rule.table["per"])
                amount = quantity and rule.reaches(self.about(on)) and rule.amount(on, self.about(on))
                if amount and amount > best.get(rule.id, (0,))[0]:
                    best[rule.id] = (amount, quantity, rule)
            for amount, quantity, rule in best.values():
                yield Work(on, rule.table["per"], rule, quantity, amount, quantity * amount, self.about(on))

    def pay(self, rates):
        """The parts of what is due, or nothing where there is neither work nor a line."""
        rounding = self.run.rounding
        piece_lines, works = piece_work(self.rules, rates, self.log, self.run.is_asked_for)
        lines = [("piece", key[0], count * key[4]) for key, count in piece_lines.items()]
        grouped = {}
        for work in self.time_work():
            works.append(work)
            key = (work.unit, work.rule.id, work.rate)
            grouped[key] = grouped.get(key, Fraction(0)) + work.pay
        lines += [(PART_OF_UNIT[key[0]], key[1], pay) for key, pay in grouped.items()]
        lines += [("premium", key[0], count * key[5]) for key, count in premiums(self, works).items()]
        self.absences = Absences(self)
        month = Month(self)
        lines = [(part, rule, rounding.line(amount)) for part, rule, amount in lines + month.lines]
        counted = sum((amount for part, rule, amount in lines if part != "premium" and self.counts(rule)), Fraction(0))
        missing, kept = of_absences(self, month)
        missing.append(shortfall(self, works, counted - kept))
        return lines + [("top_up", "", rounding.top_up(amount)) for amount in missing if amount]

    def counts(self, name):
        rules = [rule for rule in self.rules if rule.kind == "rate" and rule.id == name]
        return all(rule.table.get("counts_towards_floor", True) for rule in rules)


class Month:
    """Base and allowances of a place: their lines, and what there is of them on maternity leave and on all other days."""

    def __init__(self, place):
        self.lines = []
        base, allowances = [Fraction(0)] * 2, [Fraction(0)] * 2
        for amount, (part, maternity) in base_parts(place).items():
            self.lines.append(("base", "base", amount * place.absences.cut(part, maternity, "base")))
            base = [base[0] + amount * maternity, base[1] + amount * (part - maternity)]
        parts, whole = allowance_parts(place)
        for (rule, amount), (part, maternity) in parts.items():
            self.lines.append(("allowance", rule, amount * place.absences.cut(part, maternity, "allowance")))
            if place.counts(rule):
                allowances = [allowances[0] + amount * maternity, allowances[1] + amount * (part - maternity)]
        asked_for = Fraction(len(place.days), len(place.period.days))
        self.lines += [("allowance", rule, amount * asked_for) for rule, amount in whole.items()]
        self.of_maternity, self.of_the_rest = zip(base, allowances, strict=True)


class NoRule:
    """Hours that no rate pays."""

    id = ""
    table = {}


NO_RULE = NoRule()


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
        days = [parcels.day for parcels in self.log] + [key[2] for key in self.attendance.days]
        first, last = self.asked
        first, last = first or min(days), last or max(days)
        return PayPeriod(self.case.documents).between(first, last) if first <= last else []

    def places(self):
        """Everybody who has worked or is employed, period by period."""
        people = {(p.company, p.courier) for p in self.log}
        people |= {key[:2] for key in self.attendance.days}
        people |= {(terms.company, terms.courier) for terms in self.roster.terms}
        for period in self.periods():
            for company, courier in sorted(people):
                yield Place(self, company, courier, period)

    def rows(self, scenario):
        rates = Rates(self.case.rates, self.case.flags, scenario, self.is_asked_for)
        rows = []
        for place in self.places():
            lines = place.pay(rates)
            parcels = sum(p.count for p in place.log if self.is_asked_for(p.day))
            if not parcels and not lines:
                continue
            name = self.roster.name(place.courier, place.company, place.period.last)
            head = [scenario, place.period.name, place.company, place.courier, name, str(parcels)]
            sums = [sum((a for p, _, a in lines if p == part), Fraction(0)) for part in PARTS]
            rows.append(head + [plain(amount) for amount in [*sums, sum(sums)]])
        return rows, rates.open_bands


def plain(amount):
    """An amount with two places."""
    cents = amount * 100
    assert cents.denominator == 1, amount
    sign, cents = "-" if cents < 0 else "", abs(int(cents))
    return f"{sign}{cents // 100}.{cents % 100:02}"


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

"""The attendance, day by day: hours worked and missed, kinds of day, holidays, and what is beyond the normal hours."""

from dataclasses import dataclass, field
from fractions import Fraction

from reading import ONE_DAY, day, number

WORK = ("", "workday", "rest", "holiday", "made-up")
NORMAL_HOURS = Fraction(8)


@dataclass
class DayAtWork:
    """What the attendance says of a courier with a company on a day."""

    hours: Fraction = Fraction(0)
    kind: str = ""
    has_work: bool = False
    missed: dict = field(default_factory=dict)
    measures: dict = field(default_factory=dict)


def hours_of(text):
    """Hours as a table has them, `8.5` or `8:30`."""
    if ":" in text:
        whole, minutes = text.split(":")
        return Fraction(int(whole)) + Fraction(int(minutes), 60)
    return number(text)


class Calendar:
    """The statutory holidays, and the weekends and weekdays that change places, by the holiday rules."""

    def __init__(self, rules):
        self.holidays, self.working, self.moved = set(), set(), set()
        for rule in rules:
            if rule.kind == "premium" and rule.table["on"] == "holiday":
                for key, days in (("dates", self.holidays), ("working", self.working), ("moved", self.moved)):
                    for year, texts in rule.table.get(key, {}).items():
                        days.update(day(f"{year}-{text}") for text in texts)

    def is_official_working_day(self, on):
        if on in self.holidays or on in self.moved:
            return False
        return on.weekday() < 5 or on in self.working

    def kind_of_day(self, on):
        if on in self.holidays:
            return "holiday"
        return "workday" if self.is_official_working_day(on) else "rest"


class Attendance:
    """The hours of everybody."""

    def __init__(self, rows, company_of, calendar):
        self.is_there = rows is not None
        self.calendar = calendar
        self.days = {}
        for row in rows or []:
            on = day(row["date"])
            company = row.get("company") or company_of(row["courier"], on)
            self.add(self.days.setdefault((company, row["courier"], on), DayAtWork()), row)

    def add(self, at_work, row):
        hours, kind = hours_of(row["hours"]), row.get("kind", "")
        if kind in WORK:
            at_work.hours += hours or 0
            at_work.kind = kind
            at_work.has_work = True
        else:
            before = at_work.missed.get(kind, Fraction(0))
            at_work.missed[kind] = None if hours is None or before is None else before + hours
        for column, cell in row.items():
            if column not in ("courier", "date", "company", "kind", "hours") and cell:
                try:
                    at_work.measures[column] = at_work.measures.get(column, Fraction(0)) + number(cell)
                except ValueError:
                    continue

    def on(self, company, courier, on):
        return self.days.get((company, courier, on), DayAtWork())

    def is_rest(self, at_work, on):
        """A rest day is one by its kind; a holiday that is no statutory one is one too."""
        return at_work.kind == "rest" or (at_work.kind == "holiday" and on not in self.calendar.holidays)

    def is_workday(self, at_work, on):
        return at_work.has_work and at_work.kind in ("", "workday", "made-up") and on not in self.calendar.holidays

    def of_week(self, company, courier, on, normal):
        """The hours of a day of which a week's normal hours are made up."""
        at_work = self.on(company, courier, on)
        if not self.is_workday(at_work, on) or on in self.calendar.working:
            return Fraction(0)
        return min(at_work.hours, normal)

    def beyond(self, rule, company, courier, on):
        """The hours of a day beyond the normal ones of the day, and of the week where the rule looks at it."""
        normal = number(rule.table.get("after_hours")) or NORMAL_HOURS
        hours = self.on(company, courier, on).hours
        beyond = max(Fraction(0), hours - normal)
        limit = number(rule.table.get("after_week_hours"))
        if limit is None:
            return beyond
        of_today = self.of_week(company, courier, on, normal)
        before, earlier = Fraction(0), on - ONE_DAY * on.weekday()
        while earlier < on:
            before += self.of_week(company, courier, earlier, normal)
            earlier += ONE_DAY
        return beyond + min(of_today, max(Fraction(0), before + of_today - limit))

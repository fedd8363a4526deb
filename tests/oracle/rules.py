"""The rules of the agreements given: when they are in force, whom and what they reach, and their values by day."""

import operator

from reading import FIRST_DAY, LAST_DAY, ONE_DAY, day, number

KINDS = ("rate", "base", "floor", "premium", "protection", "deduction", "contribution", "absence")
COMPARISONS = {"=": operator.eq, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Rule:
    """One clause that can be computed."""

    def __init__(self, table, document):
        self.id = table["id"]
        self.kind = next(kind for kind in KINDS if kind in table)
        self.table = table[self.kind]
        self.where = table.get("where", {})
        heading = document["document"]
        self.first = max(day(table.get("from")) or FIRST_DAY, day(heading.get("from")) or FIRST_DAY)
        self.last = min(day(table.get("until")) or LAST_DAY, day(heading.get("until")) or LAST_DAY)

    def value(self, key, on):
        """What stands under a key on a day: dated, or for all days."""
        if not self.first <= on <= self.last:
            return None
        value = self.table.get(key)
        return dated(value, key, on) if is_dated(value, key) else value

    def amount(self, on, about):
        """Yuan for a unit on a day: the amount, or the one that a column decides."""
        if "by" not in self.table:
            return number(self.value("amount", on))
        amounts = self.value("amounts", on)
        if amounts is None:
            return None
        by = self.table["by"]
        if by.startswith("months_since_"):
            return by_months(amounts, about.months_since(by))
        said = about.cell(by) or self.table.get("otherwise")
        return number(amounts.get(said))

    def reaches(self, about):
        """Whether all conditions hold of what is asked about."""
        return all(holds(key, wanted, about) for key, wanted in self.where.items())


def is_dated(value, key):
    """Whether a list of dated entries stands in place of a value."""
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict) and key in value[0]


def dated(entries, key, on):
    """The entry in force on a day."""
    for place, entry in enumerate(entries):
        first = day(entry.get("from")) or FIRST_DAY
        following = day(entries[place + 1].get("from")) if place + 1 < len(entries) else None
        last = day(entry.get("until")) or (following - ONE_DAY if following else LAST_DAY)
        if first <= on <= last:
            return entry[key]
    return None


def by_months(amounts, months):
    """The amount of the last step of whole months that is reached."""
    if months is None:
        return None
    reached = [int(step) for step in amounts if int(step) <= months]
    return number(amounts[str(max(reached))]) if reached else None


def holds(key, wanted, about):
    """Whether one condition holds: one of its values is what is found."""
    return any(one_holds(key, value, about) for value in (wanted if isinstance(wanted, list) else [wanted]))


def one_holds(key, wanted, about):
    if key == "month":
        return about.day.month == wanted
    if key == "weekday":
        return WEEKDAYS[about.day.weekday()] == wanted
    if key == "date":
        return about.day.isoformat().endswith(str(wanted))
    if key == "time":
        return is_within(*wanted.split("-"), about)
    if key == "day":
        return about.kind_of_day() == wanted
    if key.startswith("months_since_"):
        return in_range(about.months_since(key), wanted)
    if isinstance(wanted, str) and wanted[:1] in "<>":
        return in_range(about.number(key), wanted)
    return about.cell(key) == str(wanted)


def is_within(start, end, about):
    """Whether a row of the log lies as a whole between two times, the second on the next day where it is the earlier."""
    times = [about.cells.get("first_at") or "", about.cells.get("last_at") or ""]
    if "" in times:
        return False
    if start <= end:
        return all(start <= time[:5] < end for time in times)
    return all(time[:5] >= start for time in times) or all(time[:5] < end for time in times)


def in_range(found, wanted):
    """Whether a number lies in a range such as `> 4` or `<= 3.5`."""
    if found is None:
        return False
    sign = wanted.rstrip("0123456789. ") or "="
    return COMPARISONS[sign](found, number(wanted.removeprefix(sign).strip()))


def rules_of(documents):
    """All rules of all documents, in their order."""
    return [Rule(table, document) for document in documents for table in document.get("rule", [])]

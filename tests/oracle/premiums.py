"""Premiums: what work on holidays, rest days and beyond the normal hours earns beside the single rate."""

from fractions import Fraction

from reading import number
from rules import holds, is_within

LAWFUL_OCCASIONS = ("overtime", "rest-day", "holiday")
HUNDRED = Fraction(100)


def reached(rule, place, work):
    """The share of a day's work that a premium rule reaches, from its end on."""
    if not rule.first <= work.day <= rule.last or not is_of(rule, work) or not rule.reaches(work.about):
        return Fraction(0)
    at_work = place.at_work(work.day)
    occasion = rule.table["on"]
    if rule.table.get("statutory") and occasion in ("overtime", "rest-day") and place.is_part_time(work.day):
        return Fraction(0)
    if "hours" in rule.table:
        hours = place.of_attendance(rule.table["hours"], work.day)
        return min(Fraction(1), hours / at_work.hours) if at_work.hours else Fraction(0)
    if occasion == "night":
        return Fraction(is_within(rule.table["start"], rule.table["end"], work.about))
    if occasion == "any":
        return Fraction(1)
    if occasion == "holiday":
        return Fraction(work.day in place.calendar.holidays)
    if occasion == "rest-day":
        return Fraction(place.attendance.is_rest(at_work, work.day))
    if occasion == "overtime" and at_work.hours:
        return place.attendance.beyond(rule, place.company, place.courier, work.day) / at_work.hours
    return Fraction(0)


def is_of(rule, work):
    """Whether a premium is for this pay."""
    of = rule.table.get("of")
    if of is None:
        # Of the hours only those that count towards a floor, unless a rule names them.
        counts = work.rule.table.get("counts_towards_floor", True)
        return work.unit == "parcel" or (work.unit == "hour" and counts)
    named = of if isinstance(of, list) else [of]
    group = {"parcel": "piece", "hour": "hour", "day": "day"}.get(work.unit, "measure")
    return group in named or work.rule.id in named


def figure(rule, key, work):
    """One of the figures of a premium: for all work, by a column, or by how many conditions hold."""
    if "by" not in rule.table and "conditions" not in rule.table:
        return number(rule.value(key, work.day))
    figures = rule.value(f"{key}s", work.day) or {}
    if "by" in rule.table:
        said = work.about.cell(rule.table["by"]) or rule.table.get("otherwise")
    else:
        said = str(sum(holds(column, wanted, work.about) for column, wanted in conditions(rule)))
    return number(figures.get(said))


def conditions(rule):
    """The conditions of a premium, each a column and what is wanted of it."""
    listed = rule.table["conditions"]
    return [pair for each in (listed if isinstance(listed, list) else [listed]) for pair in each.items()]


def extra(rule, work):
    """What a premium gives for each unit, beside the single rate; nothing where it has no figure for the work."""
    multiple, percent = figure(rule, "multiple", work), figure(rule, "percent", work)
    if multiple is not None:
        return work.rate * (multiple - 1)
    if percent is not None:
        return work.rate * percent / HUNDRED
    return figure(rule, "amount", work)


def premiums(place, works):
    """What each premium pays: by rule, what it multiplies, and how much for each."""
    lines = {}
    rules = [rule for rule in place.rules if rule.kind == "premium"]
    for rates in units_of(works):
        found = [one for one in (on_rates(rule, place, rates) for rule in rules) if one is not None]
        taken = Fraction(0)
        for _, share, rule, given in sorted((one for one in found if not one[2].table.get("adds")), key=most_first):
            if share > taken:
                for work, each in given:
                    add(lines, rule, shown(place, work), work, each, share - taken)
                taken = share
        beside = {rule.id: (share, rule, given) for _, share, rule, given in sorted(found, key=most_first, reverse=True)}
        for share, rule, given in beside.values():
            if rule.table.get("adds"):
                for work, each in given:
                    add(lines, rule, shown(place, work), work, each, share)
    return lines


def most_first(found):
    return -found[0]


def units_of(works):
    """The rates of each unit of work: a parcel, an hour, a day or a measure has one premium, whatever pays it."""
    units = {}
    for work in works:
        units.setdefault((work.day, work.unit, id(work.order)), []).append(work)
    return units.values()


def on_rates(rule, place, rates):
    """What a premium gives on the rates of a unit of work: in all, the share that it reaches, and rate by rate."""
    given = [(work, extra(rule, work)) for work in rates if reached(rule, place, work) > 0]
    given = [(work, each) for work, each in given if each is not None]
    if not given:
        return None
    if is_amount(rule):
        # An amount is on top of the unit, not of each of its rates.
        given = given[:1]
    return sum(each for _, each in given), reached(rule, place, given[0][0]), rule, given


def is_amount(rule):
    return "amount" in rule.table or "amounts" in rule.table


def shown(place, work):
    """The unit that a line shows: two measures of hours are hours."""
    return place.measures[work.unit].unit if work.unit in place.measures else work.unit


def add(lines, rule, unit, work, each, share):
    """One line for what is alike in all that a line shows: an amount on top asks for no rate."""
    rate = None if is_amount(rule) else work.rate
    key = (rule.id, unit, work.area, work.service, rate, each)
    lines[key] = lines.get(key, Fraction(0)) + work.quantity * share


def lawful_share(place, work):
    """The share of work that rules on overtime, rest days and holidays reach: no pay that counts towards a lawful floor."""
    rules = (r for r in place.rules if r.kind == "premium" and r.table["on"] in LAWFUL_OCCASIONS)
    return max((reached(rule, place, work) for rule in rules), default=Fraction(0))

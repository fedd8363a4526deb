"""Piece pay: which rule pays a parcel, at which rate, and the steps of ladders."""

from dataclasses import dataclass
from fractions import Fraction

from reading import FIRST_DAY, LAST_DAY, ONE_DAY, day, number
from rounding import rounded

COLUMNS = ("company", "area", "service", "courier")


@dataclass
class Step:
    """What each parcel after so many earns."""

    over: int
    amount: Fraction


@dataclass
class Rate:
    """The steps that price a parcel on a day, and the ladder to which they belong."""

    rule: object
    ladder: tuple
    steps: list
    is_ladder: bool
    area: str
    service: str

    @property
    def first(self):
        return self.steps[0].amount


@dataclass
class Work:
    """What one day's work of one kind earned by one rule: what premiums multiply, and what a floor may leave out."""

    day: object
    unit: str
    rule: object
    quantity: Fraction
    rate: Fraction
    pay: Fraction
    about: object
    area: str = ""
    service: str = ""
    order: object = None


def fits(row, parcels):
    cells = {"company": parcels.company, "area": parcels.area, "service": parcels.service, "courier": parcels.courier}
    return all(row.get(column, "") in ("", cells[column]) for column in COLUMNS)


def is_in_force(row, on):
    return (day(row.get("from")) or FIRST_DAY) <= on <= (day(row.get("until")) or LAST_DAY)


class Rates:
    """The rates that companies pay."""

    def __init__(self, rows, flags, scenario, is_asked_for):
        self.rows = rows
        self.for_all = flags.get("rate", {})
        self.scenario = scenario
        self.is_asked_for = is_asked_for
        self.open_bands = set()

    def of(self, rule, parcels):
        """The rate of a rule for some parcels: that of the table, of the flag, or of the agreement itself."""
        rows = [row for row in self.rows if row["rule"] == rule.id and fits(row, parcels)]
        rows = [row for row in rows if is_in_force(row, parcels.day)]
        if rows:
            return self.of_rows(rule, rows)
        if rule.id in self.for_all:
            steps = [Step(0, number(self.for_all[rule.id]))]
        else:
            steps = self.of_agreement(rule, parcels)
        if not steps:
            return None
        is_ladder = "tiers" in rule.table and rule.id not in self.for_all
        if is_ladder:
            return Rate(rule, (id(rule),), steps, True, "", "")
        return Rate(rule, (id(rule),), steps, False, parcels.area, parcels.service)

    def of_rows(self, rule, rows):
        most = max(sum(bool(row.get(column)) for column in COLUMNS) for row in rows)
        rows = [row for row in rows if sum(bool(row.get(column)) for column in COLUMNS) == most]
        key = tuple(rows[0].get(column, "") for column in COLUMNS)
        steps = sorted((Step(int(row.get("over") or 0), number(row["amount"])) for row in rows), key=lambda s: s.over)
        alike = [r for r in self.rows if r["rule"] == rule.id and tuple(r.get(c, "") for c in COLUMNS) == key]
        is_ladder = any(row.get("over") for row in alike)
        return Rate(rule, (rule.id, *key), steps, is_ladder, key[1], key[2])

    def of_agreement(self, rule, parcels):
        if "tiers" in rule.table:
            tiers = rule.value("tiers", parcels.day)
            return tiers and [Step(int(tier["over"]), number(tier["amount"])) for tier in tiers]
        if "band" in rule.table:
            band = rule.value("band", parcels.day)
            if band is None:
                return None
            if self.is_asked_for(parcels.day) and parcels.about.place.has(parcels):
                self.open_bands.add(rule.id)
            return [Step(0, number(band["max" if self.scenario == "high" else "min"]))]
        amount = rule.amount(parcels.day, parcels.about)
        return amount and [Step(0, amount)]


def steps_taken(steps, reached, count):
    """How many of the next parcels each step takes, from the count reached."""
    for place, step in enumerate(steps):
        end = steps[place + 1].over if place + 1 < len(steps) else None
        first = max(reached, step.over)
        last = reached + count if end is None else min(reached + count, end)
        if last > first:
            yield step, last - first


def rates_that_pay(rules, rates, parcels):
    """Of the rules that reach some parcels the best, and beside it those that add."""
    found = [(rule, rates.of(rule, parcels)) for rule in rules if rule.reaches(parcels.about)]
    found = [(rule, rate) for rule, rate in found if rate is not None and rule.first <= parcels.day <= rule.last]
    by_id = {}
    for pair in sorted(found, key=lambda pair: pair[1].first):
        by_id[pair[0].id] = pair
    found = list(by_id.values())
    adding = [pair for pair in found if pair[0].table.get("adds")]
    others = [pair for pair in found if not pair[0].table.get("adds")]
    best = [max(others, key=lambda pair: pair[1].first)] if others else []
    return best + adding


def count_of(rule, on, period_of):
    """The stretch over which a rule counts parcels up its steps: a day, a week from Monday, a calendar year or the pay period."""
    counted_by = rule.table.get("counted_by", "period")
    if counted_by == "day":
        return on
    if counted_by == "week":
        return on - ONE_DAY * on.weekday()
    return on.year if counted_by == "year" else period_of(on).first


def is_bonus(rule):
    return "each" in rule.table


def piece_work(place, rates):
    """What the parcels of a period earn: work day by day, and the quantity of each line."""
    lines, work, reached = {}, [], {}
    pieces = [rule for rule in place.rules if rule.kind == "rate" and rule.table["per"] == "parcel"]
    pieces = [rule for rule in pieces if not is_bonus(rule) and place.fits_provisos(rule)]
    # What lies behind the last day asked for is not counted; what lies before the first one is, and not paid.
    log = [parcels for parcels in place.whole_log if place.run.asked[1] is None or parcels.day <= place.run.asked[1]]
    counted = [(parcels, rate) for parcels in log for _, rate in rates_that_pay(pieces, rates, parcels)]
    totals = {}
    for parcels, rate in counted:
        key = (rate.ladder, count_of(rate.rule, parcels.day, place.period_of))
        totals[key] = totals.get(key, 0) + parcels.count
    for parcels, rate in counted:
        key = (rate.ladder, count_of(rate.rule, parcels.day, place.period_of))
        before = reached.get(key, 0)
        reached[key] = before + parcels.count
        if not place.has(parcels) or not place.run.is_asked_for(parcels.day):
            continue
        taken = list(steps_taken(rate.steps, before, parcels.count))
        if rate.rule.table.get("whole"):
            taken = [([step for step in rate.steps if step.over < totals[key]][-1], parcels.count)]
        pay = Fraction(0)
        area, service = (rate.area, rate.service) if rate.is_ladder else (parcels.area, parcels.service)
        for step, count in taken:
            line = (rate.rule.id, area, service, step.over, step.amount)
            lines[line] = lines.get(line, 0) + count
            pay += count * step.amount
        quantity = Fraction(parcels.count)
        work.append(
            Work(parcels.day, "parcel", rate.rule, quantity, rate.first, pay, parcels.about, area, service, parcels)
        )
    return lines, work


def bonuses(place):
    """The lines of bonuses for full numbers of parcels, rounded: of two of one id those of the better."""
    best = {}
    for rule in place.rules:
        if rule.kind == "rate" and is_bonus(rule) and place.fits_provisos(rule):
            better = best.get(rule.id, rule)
            best[rule.id] = max(rule, better, key=lambda one: number(one.table["amount"]))
    return [(name, amount) for name, rule in best.items() for amount in bonus_lines(place, rule)]


def bonus_lines(place, rule):
    """A line for each amount, the largest first; what rounding puts on top of the most that they come to is taken off."""
    given, most = bonus(place, rule)
    rounding, lines = place.run.rounding, []
    room = None if most is None else rounded(most, rounding.places, "down")
    for amount, count in sorted(given.items(), reverse=True):
        lines.append(rounding.line(amount * count))
        if room is not None:
            lines[-1] = min(lines[-1], room)
            room -= lines[-1]
    return lines


def bonus(place, rule):
    """So much for each full number of parcels of a count, paid when it is full, the last one in part; and the most of it."""
    each, counts, paid, given, most = int(rule.table["each"]), {}, {}, {}, {}
    for parcels in place.whole_log:
        amount = rule.amount(parcels.day, parcels.about) if rule.reaches(parcels.about) else None
        if amount is None:
            continue
        key = count_of(rule, parcels.day, place.period_of)
        before, is_here = counts.get(key, 0), place.has(parcels) and place.run.is_asked_for(parcels.day)
        counts[key] = before + parcels.count
        for _ in range(counts[key] // each - before // each):
            earned = amount
            if "at_most" in rule.table:
                room = number(rule.table["at_most"]) - paid.get(key, (0, 0))[0]
                earned = min(amount, room)
            if earned > 0:
                of_all, elsewhere = paid.get(key, (Fraction(0), Fraction(0)))
                paid[key] = (of_all + earned, elsewhere + (0 if is_here else earned))
                if is_here:
                    given[earned] = given.get(earned, 0) + 1
        if is_here and "at_most" in rule.table:
            most[key] = number(rule.table["at_most"]) - paid.get(key, (0, Fraction(0)))[1]
    return given, sum(most.values(), Fraction(0)) if "at_most" in rule.table else None


def measure_work(place):
    """What the measures of the log earn, row by row, by each rule that reaches them; of two of one id by the better."""
    for parcels in place.log:
        if not place.run.is_asked_for(parcels.day):
            continue
        best = {}
        for rule in place.rules:
            measure = place.measures.get(rule.table.get("per")) if rule.kind == "rate" else None
            if measure is None or not measure.is_of_log or not rule.reaches(parcels.about):
                continue
            amount, quantity = rule.amount(parcels.day, parcels.about), measure.of(parcels.cells)
            if amount and quantity and amount > best.get(rule.id, (0,))[0]:
                best[rule.id] = (amount, quantity, rule)
        for amount, quantity, rule in best.values():
            unit = rule.table["per"]
            yield Work(parcels.day, unit, rule, quantity, amount, quantity * amount, parcels.about, order=parcels)

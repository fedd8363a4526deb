"""Guarantees by a formula: over an order, a day or the period, for each worker or for all of a company together."""

from fractions import Fraction

from reading import number
from rounding import rounded

HUNDRED = Fraction(100)


def formula_floors(place, over, together=False):
    rules = (rule for rule in place.rules if rule.kind == "floor" and "formula" in rule.table)
    return [rule for rule in rules if rule.table["over"] == over and rule.table.get("together", False) == together]


def amounts(place, rule, on):
    """What a formula gives for each on a day; a percentage is of the amount of another rule."""
    formula = rule.value("formula", on)
    if formula is None or not rule.reaches(place.about(on)):
        return {}
    return {key: amount_of(place, value, on) for key, value in formula.items()}


def amount_of(place, value, on):
    if not isinstance(value, dict):
        return number(value)
    others = [rule.amount(on, place.about(on)) for rule in place.rules if rule.id == value["of"]]
    return max(amount for amount in others if amount is not None) * number(value["percent"]) / HUNDRED


def worth(formula, quantities):
    """The sum of the terms, or the least amount where that is more."""
    terms = sum((amount * quantities.get(key, Fraction(0)) for key, amount in formula.items()), Fraction(0))
    return max(terms, formula.get("at_least", Fraction(0)))


def of_order(place, parcels):
    """What an order has of all that can be counted."""
    counted = {name: measure.of(parcels.cells) for name, measure in place.measures.items() if measure.is_of_log}
    return counted | {"parcel": Fraction(parcels.count)}


def of_day(place, on):
    """What a day has of all that can be counted."""
    counted = {name: place.of_attendance(measure, on) for name, measure in place.measures.items()}
    counted["hour"] = place.at_work(on).hours
    for parcels in place.log:
        if parcels.day == on:
            for key, quantity in of_order(place, parcels).items():
                counted[key] = counted.get(key, Fraction(0)) + quantity
    return counted


def compares(rule, name):
    """Whether a guarantee is compared with a rate."""
    against = rule.table.get("against")
    return against is None or name in (against if isinstance(against, list) else [against])


def paid(rule, works):
    """What some work was paid that counts."""
    counting = (work for work in works if work.rule.table.get("counts_towards_floor", True))
    return sum((work.pay for work in counting if compares(rule, work.rule.id)), Fraction(0))


def missing_to_orders(place, works):
    """What is missing to each order, with its day."""
    for parcels in place.log:
        if not place.run.is_asked_for(parcels.day):
            continue
        of_it = [work for work in works if work.order is parcels]
        missing = []
        for rule in formula_floors(place, "order"):
            formula = rule.value("formula", parcels.day)
            if formula is not None and rule.reaches(parcels.about):
                formula = {key: amount_of(place, value, parcels.day) for key, value in formula.items()}
                missing.append(worth(formula, of_order(place, parcels)) - paid(rule, of_it))
        if max(missing, default=0) > 0:
            yield parcels.day, max(missing)


def missing_to_days(place, works, topped_up):
    """What is missing to each day on which somebody worked; what was topped up on that day counts."""
    for on in place.days_worked:
        of_it = [work for work in works if work.day == on]
        missing = []
        for rule in formula_floors(place, "day"):
            formula = amounts(place, rule, on)
            if formula:
                already = sum((amount for when, amount in topped_up if when == on), Fraction(0))
                missing.append(worth(formula, of_day(place, on)) - paid(rule, of_it) - already)
        if max(missing, default=0) > 0:
            yield on, max(missing)


def worth_of_period(place, rule):
    """What a formula gives for a period, day by day, or its least amount."""
    terms, least = Fraction(0), Fraction(0)
    for on in place.days_worked:
        formula = amounts(place, rule, on)
        least = max(least, formula.pop("at_least", Fraction(0)))
        terms += worth(formula, of_day(place, on))
    return max(terms, least)


def missing_to_period(place, lines, topped_up):
    """The most that is missing to a guarantee over the period; what was topped up before counts."""
    missing = Fraction(0)
    for rule in formula_floors(place, "period"):
        counted = sum(
            (a for part, name, a in lines if part != "premium" and place.counts(name) and compares(rule, name)),
            topped_up,
        )
        missing = max(missing, worth_of_period(place, rule) - counted)
    return missing


def shared_out(total, weights, places):
    """A total by weights, in whole units; those that rounding leaves go to the largest remainders."""
    unit = Fraction(1, 10**places)
    exact = [total * weight / sum(weights) for weight in weights]
    shares = [rounded(amount, places, "down") for amount in exact]
    left = int((total - sum(shares)) / unit)
    by_remainder = sorted(range(len(weights)), key=lambda place: (shares[place] - exact[place], place))
    for place in by_remainder[:left]:
        shares[place] += unit
    return shares


def together(run, places):
    """What is missing to all of a company in a period, shared out by what the formula gives for each."""
    given = {}
    rules = formula_floors(places[0], "period", together=True) if places else []
    for rule in rules:
        weights = [worth_of_period(place, rule) for place in places]
        missing = sum(weights) - sum(place.paid_against(rule) for place in places)
        if missing > 0:
            total = run.rounding.top_up(missing)
            for place, share in zip(places, shared_out(total, weights, run.rounding.places), strict=True):
                given[id(place)] = given.get(id(place), Fraction(0)) + share
    return given

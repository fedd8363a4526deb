"""Floors by the month and by the hour, and what is missing to them."""

from fractions import Fraction

from premiums import lawful_share


def floors_on(place, on, per, statutory_only):
    """The floors in force on a day."""
    for rule in place.rules:
        if rule.kind != "floor" or rule.table.get("per") != per:
            continue
        is_statutory = rule.table.get("statutory", False)
        if statutory_only and not is_statutory:
            continue
        if per == "month" and is_statutory and place.is_part_time(on):
            continue
        if rule.reaches(place.about(on)):
            amount = rule.amount(on, place.about(on))
            if amount:
                yield amount, is_statutory


def monthly(place, statutory_only):
    """The highest monthly floor of each day employed, by the part of its month: of all days, and of maternity leave."""
    total, maternity = Fraction(0), Fraction(0)
    for on in place.employed_days:
        highest = max((amount for amount, _ in floors_on(place, on, "month", statutory_only)), default=Fraction(0))
        total += highest * place.part_of_month
        maternity += highest * place.part_of_month * place.is_maternity(on)
    return total, maternity


def without_absences(place, statutory_only):
    """The monthly floors for all but the absences of which rules speak."""
    total, maternity = monthly(place, statutory_only)
    rest = (total - maternity) * (1 - place.absences.share_out())
    return rest + (Fraction(0) if place.absences.rules("maternity") else maternity)


def of_absences(place, month):
    """What is missing on each kind of absence to what is kept of the floor, and all that base and allowances keep for them."""
    total, maternity = monthly(place, statutory_only=False)
    missing, kept = [], Fraction(0)
    for kind, share in place.absences.kinds_out().items():
        is_maternity = kind == "maternity"
        base, allowances = month.of_maternity if is_maternity else month.of_the_rest
        paid = share * (base * place.absences.kept(kind, "base") + allowances * place.absences.kept(kind, "allowance"))
        paid += place.leave_pay.get(kind, Fraction(0))
        floor = share * (maternity if is_maternity else total - maternity) * place.absences.kept(kind, "floor")
        kept += paid
        if floor > paid:
            missing.append(floor - paid)
    return missing, kept


def hourly(place, statutory_only):
    """The hours of each day by the highest hourly floor; lawful ones without the hours that premiums reach."""
    total = Fraction(0)
    for on in place.days:
        hours = place.at_work(on).hours
        if not hours:
            continue
        found = list(floors_on(place, on, "hour", statutory_only))
        beyond = hours * place.lawful_share_of_hours(on)
        highest = max((amount for amount, _ in found), default=Fraction(0))
        agreed = max((amount for amount, is_statutory in found if not is_statutory), default=Fraction(0))
        total += (hours - beyond) * highest + beyond * agreed
    return total


def left_out(place, works):
    """The pay of parcels and hours that counts towards no lawful floor."""
    counting = (work for work in works if work.rule.table.get("counts_towards_floor", True))
    return sum((work.pay * lawful_share(place, work) for work in counting), Fraction(0))


def shortfall(place, works, counted):
    """The larger of what is missing to the lawful floors and to all."""
    missing = Fraction(0)
    for statutory_only, paid in ((True, counted - left_out(place, works)), (False, counted)):
        floor = max(without_absences(place, statutory_only), hourly(place, statutory_only))
        if monthly(place, statutory_only)[0] or floor:
            # Lines are rounded, and what is taken from them is not: a part of a fen below nothing is nothing.
            missing = max(missing, floor - max(Fraction(0), paid))
    return missing

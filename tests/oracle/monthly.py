"""What is due by the month: the base wage, kept in protected periods, and allowances."""

from fractions import Fraction

from reading import ONE_DAY


def contract_base(place, on):
    """The base of a day: the contract's, or the standard of the agreement where that is higher."""
    terms = place.terms(on)
    if terms is None:
        return None
    standards = (rule for rule in place.rules if rule.kind == "base" and rule.reaches(place.about(on)))
    amounts = [terms.base, *(rule.amount(on, place.about(on)) for rule in standards)]
    return max((amount for amount in amounts if amount is not None), default=None)


def is_kept(place, on):
    """Whether a rule keeps the base on a day."""
    rules = (r for r in place.rules if r.kind == "protection" and r.table["grants"] == "keeps-base")
    for rule in rules:
        of_rule = rule.table.get("periods") or ["pregnancy", "maternity", "nursing"]
        of_rule = of_rule if isinstance(of_rule, list) else [of_rule]
        kinds = place.protected.kinds(place, on, rule.table.get("weeks_before_due"))
        if kinds & set(of_rule) and rule.first <= on <= rule.last and rule.reaches(place.about(on)):
            return True
    return False


def base(place, on):
    """The base of a day; in a protected period at least the highest since the day before it."""
    amount = contract_base(place, on)
    if not is_kept(place, on):
        return amount
    earlier = place.protected.chain(place, on) - ONE_DAY
    amounts = [amount]
    while earlier < on:
        amounts.append(contract_base(place, earlier))
        earlier += ONE_DAY
    return max((amount for amount in amounts if amount is not None), default=None)


def base_parts(place):
    """For each amount the part of a month for which it is due, and of that the part on maternity leave."""
    parts = {}
    for on in place.employed_days:
        amount = base(place, on)
        if amount:
            whole, maternity = parts.get(amount, (Fraction(0), Fraction(0)))
            part = place.part_of_month
            parts[amount] = (whole + part, maternity + part * place.is_maternity(on))
    return parts


def allowance_amounts(place, on):
    """The allowances of a day, by their ids the best."""
    found = {}
    for rule in place.rules:
        if rule.kind == "rate" and rule.table["per"] == "month" and rule.reaches(place.about(on)):
            if not place.fits_provisos(rule):
                continue
            amount = rule.amount(on, place.about(on))
            if amount and amount > found.get(rule.id, (0, None))[0]:
                found[rule.id] = (amount, rule)
    return found


def allowance_parts(place):
    """For each allowance and amount the part of a month; whole ones apart, with their highest amount."""
    parts, whole = {}, {}
    for on in place.employed_days:
        for name, (amount, rule) in allowance_amounts(place, on).items():
            if rule.table.get("prorate", True):
                total, maternity = parts.get((name, amount), (Fraction(0), Fraction(0)))
                part = place.part_of_month
                parts[name, amount] = (total + part, maternity + part * place.is_maternity(on))
            else:
                whole[name] = max(amount, whole.get(name, Fraction(0)))
    return parts, whole

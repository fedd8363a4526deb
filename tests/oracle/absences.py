"""Days of absence: which share of a month they are, and how much of base, allowances and floor is kept on them."""

from fractions import Fraction

from reading import number

PAID_DAYS = Fraction("21.75")
HUNDRED = Fraction(100)
FULL_DAY = Fraction(8)


def missed_on(at_work):
    """The parts of a day missed, by kind, and the part of it worked."""
    parts = {}
    for kind, hours in at_work.missed.items():
        if hours is None:
            parts[kind] = Fraction(1)
        elif at_work.hours:
            parts[kind] = hours / (hours + at_work.hours)
        else:
            parts[kind] = min(Fraction(1), hours / FULL_DAY)
    return parts


class Absences:
    """The absences of a place in a period, maternity leave apart."""

    def __init__(self, place):
        self.place = place
        self.days, self.worked = {}, Fraction(0)
        self.has_work = False
        employed = place.employed_days if place.run.roster.is_there else place.days
        remaining = [on for on in employed if not place.is_maternity(on)]
        for on in remaining:
            at_work = place.at_work(on)
            parts = missed_on(at_work)
            for kind, part in parts.items():
                self.days[kind] = self.days.get(kind, Fraction(0)) + part
            self.has_work = self.has_work or at_work.hours > 0
            if at_work.hours and place.attendance.is_workday(at_work, on):
                self.worked += 1 - sum(parts.values())
        self.shares = self.shares_of(remaining)

    def shares_of(self, remaining):
        """What each kind is of what remains of the month."""
        missed = sum(self.days.values())
        if not missed:
            return {}
        paid_days = PAID_DAYS * Fraction(len(remaining), self.place.days_of_month)
        whole = max(paid_days, missed + self.worked)
        official = sum(self.place.calendar.is_official_working_day(on) for on in remaining)
        if self.worked == 0 and missed >= official:
            total = Fraction(1)
        elif self.has_work and missed > self.worked:
            total = 1 - self.worked / whole
        else:
            total = min(Fraction(1), missed / whole)
        return {kind: total * days / missed for kind, days in self.days.items()}

    def kept(self, kind, what):
        """The part of base, allowance or floor that is kept on a kind of absence: the most that a rule says, else all."""
        said = [number(rule.table.get(what)) for rule in self.rules(kind)]
        said = [percent for percent in said if percent is not None]
        if said:
            return max(said) / HUNDRED
        return Fraction(0) if (kind, what) == ("maternity", "floor") and self.rules(kind) else Fraction(1)

    def rules(self, kind):
        on = self.place.days[-1]
        about = self.place.about(on)
        rules = (rule for rule in self.place.rules if rule.kind == "absence" and rule.table["kind"] == kind)
        return [rule for rule in rules if rule.first <= on <= rule.last and rule.reaches(about)]

    def pays(self, rates):
        """What each kind of absence pays: percent of the mean month before, ÷ 21.75 a day."""
        for kind, days in self.days.items():
            said = [number(rule.table.get("pays")) for rule in self.rules(kind)]
            percent = max((percent for percent in said if percent is not None), default=None)
            mean = percent and self.place.run.mean_month(self.place, rates)
            if mean:
                yield kind, mean * percent / HUNDRED / PAID_DAYS * days

    def cut(self, whole, maternity, what):
        """What is paid of an amount, of which a part falls on maternity leave."""
        missed = sum(share * (1 - self.kept(kind, what)) for kind, share in self.shares.items())
        return maternity * self.kept("maternity", what) + (whole - maternity) * (1 - missed)

    def share_out(self):
        """The share of the month, maternity leave apart, of the kinds of which rules speak."""
        return sum((share for kind, share in self.shares.items() if self.rules(kind)), Fraction(0))

    def kinds_out(self):
        """For each kind of which rules speak its share: of maternity leave its own days, of others the rest of the month."""
        found = {kind: share for kind, share in self.shares.items() if self.rules(kind)}
        return found | ({"maternity": Fraction(1)} if self.rules("maternity") else {})

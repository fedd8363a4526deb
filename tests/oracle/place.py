"""A courier of a company in a period: what is known of that, and every line of what is due."""

from dataclasses import dataclass
from fractions import Fraction

from absences import Absences, missed_on
from floors import of_absences, shortfall
from guarantees import compares, missing_to_days, missing_to_orders, missing_to_period
from monthly import allowance_parts, base_parts
from periods import month_length
from piece import Work, bonuses, measure_work, piece_work
from premiums import lawful_share, premiums
from reading import day, number
from rules import in_range

PART_OF_UNIT = {"hour": "base", "day": "base", "km": "allowance"}


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

    def number(self, column):
        """The number of a measure or of a column."""
        measure = self.place.measures.get(column)
        if measure is None:
            return number(self.cell(column))
        return measure.of(self.cells) if measure.is_of_log else self.place.of_attendance(measure, self.day)

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
        self.protected, self.measures = run.protected, run.measures
        self.days = [on for on in period.days if run.is_asked_for(on)]
        self.employed_days = [on for on in self.days if self.terms(on)]
        self.days_of_month = period.days_of_month
        self.part_of_month = Fraction(1, period.days_of_month)
        self.whole_log = [p for p in run.log if (p.company, p.courier) == (company, courier)]
        self.whole_log.sort(key=lambda parcels: parcels.day)
        for parcels in self.whole_log:
            parcels.about = About(parcels.day, self, parcels.cells)
        self.log = [parcels for parcels in self.whole_log if self.has(parcels)]

    def has(self, parcels):
        """Whether some parcels are of this period."""
        return self.period.first <= parcels.day <= self.period.last

    def period_of(self, on):
        return self.run.pay_period.of(on)

    def terms(self, on):
        return self.run.roster.on(self.courier, self.company, on)

    def about(self, on):
        return About(on, self, {"company": self.company, "courier": self.courier})

    def at_work(self, on):
        return self.attendance.on(self.company, self.courier, on)

    def is_part_time(self, on):
        terms = self.run.roster.nearest(self.courier, self.company, on)
        return bool(terms and terms.is_part_time)

    def is_maternity(self, on):
        return self.protected.has_maternity(self, on) or "maternity" in self.at_work(on).missed

    def of_attendance(self, measure, on):
        """So much of a measure the attendance has on a day."""
        if isinstance(measure, str):
            measure = self.measures[measure]
        if measure.is_of_log:
            return Fraction(0)
        return self.at_work(on).measures.get(measure.column, Fraction(0)) / measure.each

    @property
    def parcels(self):
        return sum(parcels.count for parcels in self.log if self.run.is_asked_for(parcels.day))

    @property
    def days_worked(self):
        """The days with a delivery or with hours."""
        delivered = {parcels.day for parcels in self.log}
        return [on for on in self.days if on in delivered or self.at_work(on).hours]

    def lawful_share_of_hours(self, on):
        work = Work(on, "hour", NO_RULE, self.at_work(on).hours, Fraction(1), Fraction(0), self.about(on))
        return lawful_share(self, work)

    def time_work(self):
        """What the hours, kilometres and days of the attendance earn."""
        for on in self.days:
            at_work = self.at_work(on)
            units = {name: self.of_attendance(measure, on) for name, measure in self.measures.items()}
            units |= {"hour": at_work.hours, "day": Fraction(at_work.hours > 0)}
            units.setdefault("km", at_work.measures.get("km"))
            best = {}
            for rule in self.rules:
                quantity = rule.kind == "rate" and units.get(rule.table["per"]) if self.fits_provisos(rule) else None
                amount = quantity and rule.reaches(self.about(on)) and rule.amount(on, self.about(on))
                if amount and amount > best.get(rule.id, (0,))[0]:
                    best[rule.id] = (amount, quantity, rule)
            for amount, quantity, rule in best.values():
                yield Work(on, rule.table["per"], rule, quantity, amount, quantity * amount, self.about(on))

    def pay(self, rates):
        """The parts of what is due, or nothing where there is neither work nor a line."""
        rounding = self.run.rounding
        piece_lines, works = piece_work(self, rates)
        lines = [("piece", key[0], count * key[4]) for key, count in piece_lines.items()]
        lines += [("allowance", name, amount) for name, amount in bonuses(self)]
        grouped = {}
        for work in [*measure_work(self), *self.time_work()]:
            works.append(work)
            key = (work.unit, work.rule.id, work.rate)
            grouped[key] = grouped.get(key, Fraction(0)) + work.pay
        lines += [(self.part(key[0]), key[1], pay) for key, pay in grouped.items()]
        lines += [("premium", key[0], count * key[5]) for key, count in premiums(self, works).items()]
        self.absences = Absences(self)
        month = Month(self)
        self.leave_pay = {kind: rounding.line(amount) for kind, amount in self.absences.pays(rates)}
        lines += [("base", "", amount) for amount in self.leave_pay.values()]
        lines = [(part, rule, rounding.line(amount)) for part, rule, amount in lines + month.lines]
        return lines + [("top_up", "", amount) for amount in self.top_ups(lines, works, month) if amount]

    def fits_provisos(self, rule):
        """Whether the sums of the period are what a rate asks for."""
        sums = self.sums() if "provided" in rule.table else {}
        for key, wanted in rule.table.get("provided", {}).items():
            asked = {key, wanted["of"]} if isinstance(wanted, dict) else {key}
            # Where the attendance has no day of somebody, what it would say is not known.
            if any(map(self.is_of_attendance, asked)) and not self.is_attended:
                return False
            found = sums.get(key, Fraction(0))
            if isinstance(wanted, dict):
                if found * 100 < number(wanted["percent"]) * sums.get(wanted["of"], Fraction(0)):
                    return False
            elif not in_range(found, str(wanted)):
                return False
        return True

    def sums(self):
        """What provisos may ask of a period up to the last day asked for, whatever the first: parcels, hours, days worked, days
        absent by their kinds, and measures."""
        absences = {}
        log = [parcels for parcels in self.log if parcels.day in self.days_read]
        delivered = {parcels.day for parcels in log if parcels.count}
        sums = {"parcels": Fraction(sum(parcels.count for parcels in log)), "hours": Fraction(0)}
        sums["days"] = Fraction(sum(on in delivered or self.at_work(on).hours > 0 for on in self.days_read))
        for on in self.days_read:
            sums["hours"] += self.at_work(on).hours
            missed = {"maternity": Fraction(1)} if self.is_maternity(on) else missed_on(self.at_work(on))
            for kind, part in missed.items():
                absences[kind] = absences.get(kind, Fraction(0)) + part
            for name, measure in self.measures.items():
                sums[name] = sums.get(name, Fraction(0)) + self.of_attendance(measure, on)
        for parcels in log:
            for name, measure in self.measures.items():
                if measure.is_of_log:
                    sums[name] += measure.of(parcels.cells)
        return sums | absences | {"absences": sum(absences.values(), Fraction(0))}

    @property
    def days_read(self):
        """The days of the period up to the last one asked for."""
        until = self.run.asked[1]
        return [on for on in self.period.days if until is None or on <= until]

    @property
    def is_attended(self):
        return any((self.company, self.courier, on) in self.attendance.days for on in self.days_read)

    def is_of_attendance(self, name):
        """Whether the attendance alone can say a sum."""
        if name in self.measures:
            return not self.measures[name].is_of_log
        return name not in ("parcels", "days")

    def part(self, unit):
        return self.measures[unit].part if unit in self.measures else PART_OF_UNIT[unit]

    def top_ups(self, lines, works, month):
        """What is missing: to orders, then to days, then to the period, each rounded by itself; on absences; to the floors."""
        rounding = self.run.rounding
        given = [(on, rounding.top_up(amount)) for on, amount in missing_to_orders(self, works)]
        given += [(on, rounding.top_up(amount)) for on, amount in missing_to_days(self, works, given)]
        topped_up = sum((amount for _, amount in given), Fraction(0))
        of_period = rounding.top_up(missing_to_period(self, lines, topped_up))
        counted = sum((amount for part, rule, amount in lines if part != "premium" and self.counts(rule)), topped_up)
        missing, kept = of_absences(self, month)
        missing.append(shortfall(self, works, counted + of_period - kept))
        return [*(amount for _, amount in given), of_period, *(rounding.top_up(amount) for amount in missing)]

    def paid_against(self, rule):
        """What was paid of all that a guarantee of a company is compared with."""
        lines = [line for line in self.lines if line[0] != "premium" and self.counts(line[1])]
        return sum((a for part, name, a in lines if part == "top_up" or compares(rule, name)), Fraction(0))

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
        asked_for = Fraction(len(place.days), place.days_of_month)
        self.lines += [("allowance", rule, amount * asked_for) for rule, amount in whole.items()]
        self.of_maternity, self.of_the_rest = zip(base, allowances, strict=True)


class NoRule:
    """Hours that no rate pays."""

    id = ""
    table = {}


NO_RULE = NoRule()

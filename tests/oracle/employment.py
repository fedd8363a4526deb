"""Who is employed on which day, by whom and on what terms; and the protected periods of a courier."""

from dataclasses import dataclass

from reading import FIRST_DAY, LAST_DAY, ONE_DAY, day, number

BRIDGED_DAYS = 31


@dataclass
class Terms:
    """One row of the roster, from the day on which its terms begin to its last."""

    courier: str
    company: str
    first: object
    last: object
    cells: dict

    @property
    def base(self):
        return number(self.cells.get("base"))

    @property
    def is_part_time(self):
        return self.cells.get("employment") == "part-time"


def nearest(terms, on):
    """The terms of a day; outside of all of them the nearest, of two the earlier."""

    def distance(one):
        if one.first <= on <= one.last:
            return (0, 0)
        return ((on - one.last).days, 0) if one.last < on else ((one.first - on).days, 1)

    return min((one for one in terms if one.first <= one.last), key=distance, default=None)


def is_one(one, other):
    """Whether two rows of an id are one person: unless they are of two companies and disagree on name or sex."""
    if one.get("company") == other.get("company"):
        return True
    said = [(one.get(column, ""), other.get(column, "")) for column in ("name", "sex")]
    return all("".join(a.lower().split()) == "".join(b.lower().split()) for a, b in said if a and b)


class Roster:
    """The terms of everybody."""

    def __init__(self, rows):
        self.is_there = rows is not None
        self.terms = []
        for row in sorted(rows or [], key=lambda row: day(row.get("from")) or FIRST_DAY):
            self.add(row)

    def add(self, row):
        """A row with `from` ends the earlier row of its company, or, where that has none in force, every earlier one."""
        begins = day(row.get("from"))
        if begins:
            earlier = [terms for terms in self.terms if terms.courier == row["courier"] and is_one(terms.cells, row)]
            same = [t for t in earlier if t.company == row.get("company", "") and t.first <= begins <= t.last]
            for terms in same or earlier:
                terms.last = min(terms.last, begins - ONE_DAY)
        first = max(begins or FIRST_DAY, day(row.get("hired")) or FIRST_DAY)
        last = day(row.get("left")) or LAST_DAY
        self.terms.append(Terms(row["courier"], row.get("company", ""), first, last, row))

    def on(self, courier, company, on):
        """The terms of a courier with a company on a day."""
        for terms in self.terms:
            if (terms.courier, terms.company) == (courier, company) and terms.first <= on <= terms.last:
                return terms
        return None

    def company(self, courier, on):
        """The company that employs a courier on a day, or that of the nearest employment."""
        mine = [terms for terms in self.terms if terms.courier == courier]
        return nearest(mine, on).company if mine else ""

    def nearest(self, courier, company, on):
        """The terms of a courier with a company that are nearest to a day."""
        return nearest([t for t in self.terms if (t.courier, t.company) == (courier, company)], on)

    def name(self, courier, company, last):
        """The name in the roster."""
        names = [t.cells.get("name", "") for t in self.terms if (t.courier, t.company) == (courier, company)]
        others = [t.cells.get("name", "") for t in self.terms if t.courier == courier]
        return (names or others or [""])[-1]


@dataclass
class Period:
    """A protected period."""

    kind: str
    first: object
    last: object
    due: object = None


def is_near_due(period, on, weeks):
    """Whether a pregnancy has come so many weeks before its due day, where a rule asks for that."""
    if weeks is None or period.kind != "pregnancy":
        return True
    return period.due is not None and on >= period.due - ONE_DAY * 7 * weeks


class Protected:
    """The protected periods of everybody, and the chains that they form."""

    def __init__(self, rows):
        self.periods = []
        for row in rows:
            period = Period(row["kind"], day(row["from"]), day(row["until"]) or LAST_DAY, day(row.get("due")))
            self.periods.append((row["courier"], row.get("company", ""), period))

    def of(self, place):
        """The periods of a courier; where two people have the id, a row says of which company."""
        mine = ((company, period) for courier, company, period in self.periods if courier == place.courier)
        return [period for company, period in mine if company in ("", place.company)]

    def chain(self, place, on):
        """The first day of the chain of periods in which a day lies, gaps of up to 31 days being bridged."""
        begins, ends = None, None
        for period in sorted(self.of(place), key=lambda period: period.first):
            if ends is None or (period.first - ends).days - 1 > BRIDGED_DAYS:
                begins, ends = period.first, period.last
            ends = max(ends, period.last)
            if begins <= on <= ends:
                return begins
        return None

    def kinds(self, place, on, weeks_before_due=None):
        """The kinds of period in which a day lies; of a gap that is bridged, those on both sides of it."""
        periods = self.of(place)
        here = [period for period in periods if period.first <= on <= period.last]
        if here or self.chain(place, on) is None:
            return {period.kind for period in here if is_near_due(period, on, weeks_before_due)}
        before = max((period for period in periods if period.last < on), key=lambda period: period.last)
        after = min((period for period in periods if period.first > on), key=lambda period: period.first)
        beside = ((before, before.last), (after, after.first))
        return {period.kind for period, day in beside if is_near_due(period, day, weeks_before_due)}

    def has_maternity(self, place, on):
        periods = self.of(place)
        return any(p.kind == "maternity" and p.first <= on <= p.last for p in periods)

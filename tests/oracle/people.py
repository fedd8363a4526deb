"""Made-up people: their deliveries, hours, terms and protected periods."""

from decimal import Decimal

from agreements import has_rates
from employment import Roster
from maker import AREAS, POSITIONS, SERVICES, SKILLS, amount
from reading import ONE_DAY

ABSENCES = ("personal", "sick", "maternity", "annual", "paid-leave")


def tables(maker):
    """The tables that the features of a case ask for."""
    terms_of_all = roster(maker) if maker.has("roster") else None
    made = {"deliveries": deliveries(maker, terms_of_all)}
    if terms_of_all:
        made["roster"] = terms_of_all
    if maker.has("attendance"):
        made["attendance"] = attendance(maker, made)
        if not made["attendance"] and maker.has("night-hours"):
            made["attendance"] = [{"courier": "nobody", "date": maker.first, "hours": 0, "night_hours": ""}]
    if maker.has("protected") and maker.has("roster"):
        made["protected"] = protected(maker)
    if has_rates(maker):
        made["rates"] = rates(maker)
    return {name: rows for name, rows in made.items() if rows}


def flags(maker):
    made = {}
    if maker.has("asked"):
        first = maker.day()
        if maker.maybe(0.7):
            made["from"] = first.isoformat()
        if maker.maybe(0.7):
            made["until"] = max(first, maker.day()).isoformat()
    if has_rates(maker) and maker.maybe(0.3):
        made["rate"] = {"delivery": str(rate(maker))}
    laws = [name for feature, name in (("anji", "anji-courier"), ("law", "zhejiang-law")) if maker.has(feature)]
    return made | ({"agreements": laws} if laws else {})


def rate(maker):
    """A rate inside every band."""
    if maker.has("anji"):
        return amount(maker.chance, 0.6, 1)
    return amount(maker.chance, 0.5, 1.5, maker.one([2, 2, 2, 3]))


def deliveries(maker, terms_of_all):
    """Counts of parcels, now and then several rows a day."""
    rows = []
    share = maker.one([0.05, 0.3, 0.8])
    for on in maker.days():
        for courier in maker.couriers:
            while maker.maybe(share):
                row = {"date": on, "courier": courier, "company": company_of(maker, terms_of_all, courier, on)}
                row |= {"area": maker.one(AREAS)}
                row |= {"service": maker.one(SERVICES)} if maker.has("services") else {}
                row |= times(maker) if maker.has("times") else {}
                rows.append(row | {"parcels": maker.chance.randint(1, 60)})
                if maker.maybe(0.7):
                    break
    if not rows:
        company = company_of(maker, terms_of_all, maker.couriers[0], maker.first)
        rows.insert(
            0, {"date": maker.first, "courier": maker.couriers[0], "company": company, "area": "", "parcels": 7}
        )
    return rows


def times(maker):
    """The first and the last delivery of a row, or neither."""
    first = maker.one(["05:10:00", "05:59:59", "06:00:00", "09:30:00", "21:59:59", "22:00:00", ""])
    last = maker.one([time for time in ("05:59:59", "09:30:00", "22:00:00", "23:15:00") if time >= first])
    return {"first_at": first, "last_at": last if first else ""}


def company_of(maker, terms_of_all, courier, on):
    """One of the companies that employ a courier, where one does; not said now and then where the roster says it."""
    if terms_of_all is None:
        return maker.one(maker.companies)
    employing = employers(maker, terms_of_all, courier, on)
    if (len(employing) == 1 or len(maker.companies) == 1) and may_omit(maker):
        return ""
    return maker.one(employing or maker.companies)


def may_omit(maker):
    """Whether a row leaves out the company: not where two people have one id, of whom it has to tell which."""
    return not maker.has("same-ids") and maker.maybe(0.3)


def roster(maker):
    """Each courier with each company, now and then with changed terms."""
    rows = []
    for courier in maker.couriers:
        for company in maker.companies:
            hired = maker.first - ONE_DAY * 400
            left = None
            if maker.has("hired-left"):
                hired = maker.day() if maker.maybe(0.4) else hired
                left = max(hired, maker.day()) if maker.maybe(0.4) else None
            row = terms(maker, courier, company) | {"hired": hired, "left": left or ""}
            rows.append(row)
            if maker.has("changes") and maker.maybe(0.7):
                begins = maker.day()
                if hired < begins and (left is None or begins <= left):
                    changed = terms(maker, courier, company)
                    rows.append(row | changed | {"name": row["name"], "sex": row["sex"], "from": begins})
    if maker.has("transfer") and len(maker.companies) == 1:
        rows += transfers(maker, rows)
        maker.companies.append("Green")
    return rows


def transfers(maker, rows):
    """A row of another company that nobody is employed by: it ends the earlier ones."""
    made = []
    for courier in maker.couriers:
        begins = maker.day()
        mine = [row for row in rows if row["courier"] == courier]
        if maker.maybe() and all(row["hired"] < begins != row.get("from") for row in mine):
            sex = next(row["sex"] for row in rows if row["courier"] == courier)
            row = terms(maker, courier, "Green") | {"sex": sex, "from": begins}
            made.append(row | ({"hired": begins} if maker.maybe() else {}))
    return made


def terms(maker, courier, company):
    name = f"Name {courier}" + (f" of {company}" if maker.has("same-ids") else "")
    row = {"courier": courier, "name": name, "company": company, "position": maker.one(POSITIONS)}
    row |= {"sex": "f" if courier == "01" else "m", "skill": maker.one(SKILLS)}
    if maker.has("base"):
        row["base"] = maker.one([Decimal(1800), Decimal(1000), amount(maker.chance, 500, 3000), ""])
    if maker.has("law"):
        row["tier"] = maker.one(["1", "2", "3", ""])
    if maker.has("part-time"):
        row["employment"] = maker.one(["part-time", "full-time", ""])
    return row


def attendance(maker, made):
    """The hours of most days, and some absences."""
    rows = []
    shape = maker.one([0.2, 0.9])
    for courier in maker.couriers:
        for company in maker.companies:
            for on in maker.days():
                is_known = True
                if maker.has("roster"):
                    # Outside every employment hours are of the nearest one; beside one, of whom they are is not said.
                    employing = employers(maker, made["roster"], courier, on)
                    is_known = company in employing or (not employing and maker.maybe(0.3))
                if maker.maybe(shape) and is_known:
                    said = {"courier": courier, "date": on, "company": company}
                    if (
                        maker.has("roster")
                        and len(employers(maker, made["roster"], courier, on)) == 1
                        and may_omit(maker)
                    ):
                        said["company"] = ""
                    rows.append(hours(maker, dict(said), on))
                    if maker.has("several-rows") and maker.maybe(0.2):
                        rows += another_row(maker, said, rows[-1])
    return rows


def employers(maker, rows, courier, on):
    """The companies that employ a courier on a day."""
    employed = Roster(rows)
    return [company for company in maker.companies if employed.on(courier, company, on)]


def hours(maker, row, on):
    is_weekend = on.weekday() > 4
    kind = maker.one(["workday", "workday", "workday", "", "rest" if is_weekend else "workday", "holiday", "made-up"])
    if is_weekend and maker.maybe(0.6):
        kind = "rest"
    worked = maker.one([0, 4, Decimal("7.5"), 8, 8, 8, 9, 10, 11])
    if maker.has("absences") and maker.maybe(0.2):
        kind = maker.one(ABSENCES)
        worked = maker.one(["", 4, 8, 3])
    if len(maker.companies) == 2 and worked != "":
        worked = worked // 2
    row |= {"hours": worked, "kind": kind}
    if maker.has("night-hours"):
        row["night_hours"] = maker.one([0, 1, 2, ""]) if worked not in ("", 0) and kind not in ABSENCES else ""
    return row | ({"km": maker.chance.randint(0, 80)} if maker.has("km-rate") else {})


def another_row(maker, said, first):
    """A second row of a day: more hours of its kind, or hours missed of a day worked."""
    if first["hours"] in ("", 0):
        return []
    if first["kind"] in ABSENCES or maker.maybe():
        return [said | {"hours": Decimal("1.25"), "kind": first["kind"]}]
    return [said | {"hours": maker.one(["1:30", 2]), "kind": maker.one(["personal", "sick", "annual"])}]


def protected(maker):
    """A chain of periods, now and then with a gap."""
    rows = []
    for courier in maker.couriers:
        on = maker.first - ONE_DAY * maker.chance.randint(-40, 90)
        for kind in maker.chance.sample(["pregnancy", "maternity", "nursing"], maker.one([1, 2, 3])):
            until = on + ONE_DAY * maker.chance.randint(3, 60)
            row = {"courier": courier, "kind": kind, "from": on, "until": until}
            row |= {"company": maker.companies[0]} if maker.has("same-ids") else {}
            rows.append(row | ({"due": until + ONE_DAY} if kind == "pregnancy" and maker.has("due") else {}))
            on = until + ONE_DAY * maker.one([1, 1, 5, 31, 32, 33, 40])
    return rows


def rates(maker):
    """Rates by company, area, service and courier, each set of columns once, and ladders among them."""
    rows, seen = [{"rule": "delivery", "amount": rate(maker)}] if maker.maybe(0.8) else [], set()
    columns = maker.one([("area",), ("area", "company"), ("company",), ("courier",), ("service", "area")])
    for _ in range(maker.one([1, 2, 4])):
        values = {"area": maker.one(AREAS[:2]), "company": maker.one(maker.companies), "service": "delivery"}
        row = {column: (values | {"courier": maker.one(maker.couriers)})[column] for column in columns}
        if tuple(row.values()) not in seen:
            seen.add(tuple(row.values()))
            rows.append({"rule": "delivery", "amount": rate(maker)} | row)
    return [one for row in rows for one in in_time(maker, row)]


def in_time(maker, row):
    """A row, with the steps of a ladder, or until a day on which another one follows."""
    if not maker.has("dated") or maker.maybe(0.7):
        return in_steps(maker, row)
    begins = maker.day()
    later = {**row, "amount": rate(maker), "from": begins}
    earlier = [one | {"until": begins - ONE_DAY} for one in in_steps(maker, row)]
    return earlier + in_steps(maker, later)


def in_steps(maker, row):
    if not maker.has("rate-ladder") or maker.maybe(0.4):
        return [row]
    overs = sorted(maker.chance.sample([10, 50, 100, 250], maker.one([1, 2])))
    return [row, *({**row, "over": over, "amount": rate(maker)} for over in overs)]

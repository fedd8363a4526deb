"""Made-up agreements: the rules that the features of a case ask for."""

from decimal import Decimal

from maker import HOLIDAYS, MOVED, POSITIONS, WORKING, amount


def documents(maker):
    """One agreement, or two of which the second speaks of some of the same things."""
    first = rules(maker)
    heading = {"rounding": rounding(maker)} if maker.has("rounding") else {}
    made = [(heading, first, measures(maker))]
    if maker.has("stacked"):
        made.append(({}, [better(maker, rule) for rule in first if maker.maybe()], measures(maker)))
    return [one for one in made if one[1]]


def is_by_the_day(rule):
    """Whether it can be asked of a rule on which days it holds: of amounts by the month the program asks once a month."""
    per = rule.get("rate", rule.get("floor", {})).get("per", "month")
    return "premium" in rule or per != "month"


def measures(maker):
    if maker.has("night-hours") and maker.has("attendance") and maker.has("hour-rate"):
        return {"measures.night_hours": {"unit": "hour", "in": "attendance"}}
    return {}


def rounding(maker):
    mode = maker.one(["half-up", "half-even", "up", "down"])
    said = {"places": maker.one([0, 1, 2]), "mode": mode}
    return said | ({"top_up": maker.one(["up", "half-up"])} if maker.maybe() else {})


def better(maker, rule):
    """The same rule, with higher amounts."""
    return raised(rule, amount(maker.chance, 0, 1))


def raised(value, by, key=""):
    if key == "provided":
        return value
    if isinstance(value, dict):
        return {name: raised(one, by, name) for name, one in value.items()}
    if isinstance(value, list):
        return [raised(one, by, key) for one in value]
    raises = key in ("amount", "min", "max", "junior", "senior", "multiple", "percent", *POSITIONS)
    raises = raises and not isinstance(value, str)
    return value + (0 if key == "min" else by) if raises else value


def rules(maker):
    """All rules of an agreement."""
    made = [*pieces(maker), *monthly(maker), *by_time(maker), *premiums(maker), *floors(maker)]
    if maker.has("kept"):
        periods = maker.one([["pregnancy", "nursing"], ["pregnancy", "maternity", "nursing"], ["nursing"]])
        kept = {"grants": "keeps-base", "periods": periods}
        kept |= {"weeks_before_due": maker.one([1, 4, 12])} if maker.has("due") and "pregnancy" in periods else {}
        made.append({"id": "kept", "protection": kept})
    if maker.has("absence-rules"):
        made += absences(maker)
    return [with_term(maker, narrower(maker, rule)) for rule in made]


def with_term(maker, rule):
    """Now and then a rule begins or ends within the months."""
    if (
        not maker.has("terms")
        or maker.maybe(0.8)
        or "absence" in rule
        or rule["id"] == "holiday"
        or is_dated_within(rule)
    ):
        return rule
    return rule | {maker.one(["from", "until"]): maker.day()}


def is_dated_within(rule):
    """Whether a value begins on a day of its own, as then each day of the rule has to have one."""
    kind = next(kind for kind in ("rate", "base", "floor", "premium", "protection") if kind in rule)
    return any(isinstance(value, list) and isinstance(value[0], dict) for value in rule[kind].values())


def narrower(maker, rule):
    """Now and then a rule reaches some people or some days only."""
    if not maker.has("narrow") or maker.maybe(0.7) or "absence" in rule or rule["id"] in ("delivery", "second"):
        return rule
    reaches = [{"month": [1, 3, 5, 9, 12]}, {"company": "Red"}]
    if is_by_the_day(rule):
        reaches += [{"weekday": ["monday", "friday", "sunday"]}, {"day": "workday"}, {"day": ["rest", "holiday"]}]
    reaches += (
        [{"skill": ["junior", "senior"]}, {"courier": ["A7", "zed"]}, {"sex": "m"}] if maker.has("roster") else []
    )
    if "premium" in rule:
        reaches += [{"area": "hill"}, {"service": "pickup"}]
    return rule | {"where": rule.get("where", {}) | maker.one(reaches)}


def piece_amount(maker):
    return amount(maker.chance, 0.5, 1.5, maker.one([2, 2, 2, 3]))


def tiers(maker):
    steps = [{"over": 0, "amount": piece_amount(maker)}]
    for over in sorted(maker.chance.sample([20, 50, 100, 333], maker.one([1, 2]))):
        steps.append({"over": over, "amount": piece_amount(maker)})
    return steps


def pieces(maker):
    """Rates by the parcel."""
    made = [] if maker.has("anji") else [delivery(maker)]
    if maker.has("second-piece"):
        reaches = [{"service": "pickup"}, {"area": "hill"}, {"company": "Red"}, {"weekday": ["saturday", "sunday"]}]
        made.append({"id": "second", "where": maker.one(reaches), "rate": {"per": "parcel", "amount": piece_amount(maker)}})
    if maker.has("adds"):
        reaches = [{"area": ["hill", "town"]}, {"area": "hill"}, {"date": "05-04"}]
        reaches += [{"time": "21:00-23:30"}, {"time": "06:00-22:00"}] if maker.has("times") else []
        where = maker.one(reaches)
        made.append(
            {"id": "added", "where": where, "rate": {"per": "parcel", "amount": piece_amount(maker), "adds": True}}
        )
    if maker.has("bonus"):
        bonus = {"per": "parcel", "amount": maker.one([5, 20, Decimal("7.25")]), "each": maker.one([50, 130])}
        bonus |= counting(maker)
        bonus |= {"at_most": maker.one([20, 40, Decimal("19.95")])} if maker.maybe() else {}
        made.append({"id": "bonus", "rate": bonus} | ({"where": {"area": "hill"}} if maker.maybe(0.3) else {}))
    return made


def counting(maker):
    over = ["day", "week", "period", "year"]
    return {"counted_by": maker.one(over)} if maker.has("counted") else {}


def provided(maker):
    """What sums of the month have to be for a rate to be paid."""
    if not maker.has("provided"):
        return {}
    asks = [{"parcels": ">= 100"}, {"parcels": "< 300"}]
    if maker.has("attendance"):
        asks += [{"hours": ">= 40"}, {"days": "> 3"}, {"personal": "0"}, {"absences": "<= 2"}]
        asks += [{"parcels": {"percent": 500, "of": "hours"}}, {"sick": "0", "days": ">= 5"}]
    return {"provided": maker.one(asks)}


def delivery(maker):
    """The rate of a delivered parcel: steps, a band, by skill or one for all."""
    rate = {"per": "parcel"}
    if has_rates(maker):
        rate["band"] = maker.dated("band", lambda: band(maker))
    elif maker.has("ladder"):
        rate["tiers"] = maker.dated("tiers", lambda: tiers(maker))
        rate |= counting(maker)
        rate |= {"whole": True} if maker.has("whole") and rate.get("counted_by", "day") in ("day", "period") else {}
    elif maker.has("band"):
        rate["band"] = maker.dated("band", lambda: band(maker))
    elif maker.has("skill-piece") and maker.has("roster"):
        rate |= {"by": "skill", "amounts": maker.dated("amounts", lambda: by_skill(maker, piece_amount))}
        rate |= {"otherwise": "junior"} if maker.maybe(0.8) else {}
    else:
        rate["amount"] = maker.dated("amount", lambda: piece_amount(maker))
    if maker.has("adds") and maker.maybe(0.2):
        rate["counts_towards_floor"] = False
    where = {"service": "delivery"} if maker.maybe(0.8) or maker.has("second-piece") else {}
    return {"id": "delivery", "rate": rate} | ({"where": where} if where else {})


def band(maker):
    return {"min": amount(maker.chance, 0.4, 0.5), "max": amount(maker.chance, 1.5, 2)}


def has_rates(maker):
    """Whether companies have rates of their own, which have to keep a band."""
    return maker.has("rates") or maker.has("rate-ladder")


def by_skill(maker, value):
    return {"junior": value(maker), "senior": value(maker)}


def monthly(maker):
    """The base wage and allowances."""
    made = []
    if maker.has("base-standard"):
        if maker.maybe():
            base = {"amount": maker.dated("amount", lambda: amount(maker.chance, 500, 2500))}
        else:
            positions = lambda: {position: amount(maker.chance, 500, 2500) for position in POSITIONS}
            base = {"by": "position", "amounts": maker.dated("amounts", positions)}
        made.append({"id": "standard", "base": base})
    if maker.has("allowance"):
        skill = lambda: by_skill(maker, lambda maker: amount(maker.chance, 10, 300))
        rate = {"per": "month", "by": "skill", "amounts": maker.dated("amounts", skill)}
        rate |= {"otherwise": "junior"} if maker.maybe() else {}
        rate |= {"counts_towards_floor": False} if maker.maybe(0.3) else {}
        made.append({"id": "skill", "rate": rate})
    if maker.has("whole-allowance"):
        rate = {"per": "month", "amount": maker.dated("amount", lambda: amount(maker.chance, 10, 300))}
        rate |= {"prorate": False} if maker.maybe(0.7) else {}
        rate |= provided(maker)
        where = maker.one([{"month": [2, 5, 12]}, {"position": "courier"}, {"sex": "f"}])
        made.append({"id": "heat", "where": where, "rate": rate})
    return made


def by_time(maker):
    """Rates by the hour, the km and the day, and now and then by the time since somebody was hired."""
    made = []
    if maker.has("seniority") and maker.has("roster"):
        amounts = {str(months): amount(maker.chance, 5, 25) for months in maker.one([[0, 1, 14], [0, 13, 24], [1, 12]])}
        made.append(
            {
                "id": "seniority",
                "rate": {"per": maker.one(["hour", "day"]), "by": "months_since_hired", "amounts": amounts},
            }
        )
    for unit, least, most in (("hour", 5, 25), ("km", 0.2, 2), ("day", 5, 100)):
        if maker.has(f"{unit}-rate"):
            rate = {"per": unit, "amount": maker.dated("amount", lambda: amount(maker.chance, least, most))}
            rate |= {"counts_towards_floor": False} if maker.maybe(0.3) else {}
            rate |= provided(maker) if maker.maybe(0.3) else {}
            where = {"where": {"position": "courier"}} if maker.has("roster") and maker.maybe(0.3) else {}
            made.append({"id": f"by-{unit}", "rate": rate} | where)
    return made


def premiums(maker):
    """Premiums on overtime, rest days and holidays."""
    made = []
    if maker.has("overtime") or maker.has("week-overtime"):
        premium = {"on": "overtime", "multiple": maker.dated("multiple", lambda: amount(maker.chance, 1.1, 4, 1))}
        premium |= {"after_hours": maker.one([7, 8, 10])} if maker.maybe(0.3) else {}
        premium |= {"after_week_hours": maker.one([20, 35, 40])} if maker.has("week-overtime") else {}
        made.append({"id": "beyond", "premium": premium | lawful(maker)})
    if maker.has("rest-day"):
        made.append({"id": "resting", "premium": {"on": "rest-day", "multiple": maker.one([2, 3])} | lawful(maker)})
    if maker.has("holiday") and not maker.has("law"):
        years = range(2022, 2026)
        premium = {"on": "holiday", "multiple": 3, "dates": {str(year): HOLIDAYS for year in years}}
        premium |= {"working": {str(year): WORKING[year] for year in years}} if maker.maybe(0.7) else {}
        premium |= {"moved": {str(year): MOVED[year] for year in years}} if maker.maybe(0.7) else {}
        made.append({"id": "holiday", "premium": premium})
    return made + other_premiums(maker)


def other_premiums(maker):
    """Premiums by percent and by an amount, on any occasion, beside others, and on hours that a column says."""
    made = []
    if maker.has("percent"):
        premium = {"on": "rest-day", "percent": maker.dated("percent", lambda: maker.one([25, 50, 150]))}
        made.append({"id": "percent", "premium": premium | lawful(maker)})
    if maker.has("any-premium"):
        gives = maker.one(
            [{"amount": amount(maker.chance, 0.1, 2)}, {"percent": 30}, {"multiple": amount(maker.chance, 1, 2)}]
        )
        where = maker.one([{"weekday": ["saturday", "sunday"]}, {"area": "hill"}, {"date": ["05-04", "12-24"]}])
        where = {"time": "22:00-06:00"} if maker.has("times") and maker.maybe() else where
        of = "piece"
        if "time" not in where and "area" not in where:
            of = maker.one(["piece", "piece", "hour", *named_rates(maker)])
        made.append({"id": "any", "where": where, "premium": {"on": "any", "of": of} | gives})
    if maker.has("by-column"):
        figures = {"hill": amount(maker.chance, 1, 90, 0), "town": amount(maker.chance, 1, 90, 0)}
        gives = maker.one(
            [{"by": "area", "percents": figures}, {"by": "area", "otherwise": "hill", "percents": figures}]
        )
        if maker.maybe():
            figures = {"1": amount(maker.chance, 0.1, 1), "2": amount(maker.chance, 1, 2)}
            gives = {"conditions": [{"area": "hill"}, {"weekday": ["saturday", "sunday"]}], "amounts": figures}
        made.append({"id": "by-column", "premium": {"on": "any", "of": "piece"} | gives})
    if maker.has("adds-premium"):
        gives = maker.one([{"amount": amount(maker.chance, 0.1, 2)}, {"percent": 30}])
        of = maker.one(["piece", "hour", ["piece", "hour"], *named_rates(maker)])
        where = {"where": {"weekday": "sunday"}} if maker.maybe() else {}
        made.append({"id": "beside", "premium": {"on": "any", "of": of, "adds": True} | gives} | where)
    if maker.has("times"):
        premium = {
            "on": "night",
            "start": "22:00",
            "end": "06:00",
            "multiple": maker.one([Decimal("1.3"), 2]),
            "of": "piece",
        }
        made.append({"id": "late", "premium": premium})
    if maker.has("night-hours") and maker.has("attendance") and maker.has("hour-rate"):
        premium = {
            "on": "night",
            "start": "22:00",
            "end": "06:00",
            "percent": 25,
            "of": "by-hour",
            "hours": "night_hours",
        }
        made.append({"id": "night", "premium": premium})
    return made


def named_rates(maker):
    """Rates that a premium may name by their ids, alone or with others."""
    named = [] if maker.has("anji") else ["delivery"]
    named += ["by-day"] if maker.has("day-rate") else []
    named += ["added", ["added", "piece"]] if maker.has("adds") else []
    return named + (["by-hour"] if maker.has("hour-rate") else [])


def lawful(maker):
    made = {"statutory": True} if maker.maybe() else {}
    named = [
        "piece",
        ["piece", "hour"],
        "hour",
        *named_rates(maker),
    ]
    return made | ({"of": maker.one(named)} if maker.maybe(0.2) else {})


def floors(maker):
    """Floors by law and by agreement, by the month and the hour."""
    made = []
    if maker.has("monthly-floor"):
        floor = {"per": "month", "amount": maker.dated("amount", lambda: amount(maker.chance, 500, 2600))}
        made.append({"id": "minimum", "floor": floor | {"statutory": True}})
    if maker.has("hourly-floor"):
        floor = {"per": "hour", "amount": maker.dated("amount", lambda: amount(maker.chance, 5, 25))}
        made.append({"id": "hourly-minimum", "floor": floor | ({"statutory": True} if maker.maybe(0.6) else {})})
    if maker.has("agreed-floor"):
        floor = {"per": maker.one(["month", "month", "hour"])}
        if maker.maybe():
            least, most = (500, 2600) if floor["per"] == "month" else (5, 25)
            floor["amount"] = maker.dated("amount", lambda: amount(maker.chance, least, most))
        else:
            least, most = (500, 2600) if floor["per"] == "month" else (5, 25)
            positions = {position: amount(maker.chance, least, most) for position in POSITIONS}
            floor |= {"by": "position", "amounts": positions}
        where = {"where": {"month": [2, 5, 12, 1]}} if maker.maybe(0.3) else {}
        made.append({"id": "guarantee", "floor": floor} | where)
    return made


def absences(maker):
    """What is kept on days of absence."""
    made = []
    for kind in maker.chance.sample(["personal", "sick", "maternity", "annual", "paid-leave"], maker.one([1, 2, 3])):
        absence = {"kind": kind}
        for what in ("base", "allowance", "floor"):
            if maker.maybe(0.7):
                absence[what] = maker.one([0, 0, 50, 60, 80, 100])
        if maker.maybe(0.4) and kind != "maternity":
            absence["pays"] = maker.one([50, 100, 100])
        if len(absence) > 1:
            made.append({"id": f"{kind}-kept", "absence": absence})
    return made

"""Made-up orders beyond parcels and months: measures, guarantees by a formula, pay periods and other currencies."""

import datetime
from decimal import Decimal

from maker import AREAS, BEGINNINGS, Made, amount
from reading import ONE_DAY

FEATURES = (
    "fee minutes miles kg by-parcel far hour-rate on-call-rate attendance roster base allowance order-floor second-order-floor "
    "day-floor period-floor hourly-floor monthly-floor percent-floor together pay-period currency rounding dated companies rain "
    "statutory seniority premium newcomers against asked adds"
).split()
PERIODS = (
    {"every": "week", "from": datetime.date(2022, 1, 3)},
    {"every": "fortnight", "from": datetime.date(2024, 1, 10)},
    {"every": "half-month"},
    {"every": "month", "day": 26},
    {"every": "month", "day": 10},
)


class Maker:
    """What is decided of a case before its files are written."""

    def __init__(self, chance):
        self.chance = chance
        self.features = set(chance.sample(FEATURES, chance.choice([4, 8, 12, 18, 26])))
        self.first = datetime.date(*chance.choice(BEGINNINGS), chance.choice([1, 5, 20]))
        self.length = chance.choice([5, 14, 31, 45])
        self.companies = ["Red", "Blue"] if self.has("companies") else ["Red"]
        self.couriers = ["01", "A7", "zed"][: chance.choice([1, 2, 3])]
        if not self.features & {"fee", "minutes", "miles", "by-parcel"}:
            self.features.add("minutes")
        self.has_attendance = self.has("attendance") and self.has("roster")

    def has(self, feature):
        return feature in self.features

    def maybe(self, share=0.5):
        return self.chance.random() < share

    def one(self, choices):
        return self.chance.choice(choices)

    def days(self):
        return [self.first + ONE_DAY * step for step in range(self.length)]

    def day(self):
        return self.one(self.days())

    def dated(self, key, value):
        """A value, or two of them, of which the second begins within the days."""
        if not self.has("dated") or self.maybe():
            return value()
        return [{key: value()}, {"from": self.day(), key: value()}]


def make(chance):
    """A case."""
    maker = Maker(chance)
    heading = {}
    if maker.has("currency"):
        heading["currency"] = maker.one(["EUR", "USD", "NOK", "JPY", "KWD"])
    if maker.has("rounding"):
        places = 0 if heading.get("currency") == "JPY" else maker.one([0, 1, 2])
        heading["rounding"] = {"places": places, "mode": maker.one(["half-up", "half-even", "up", "down"])}
        heading["rounding"] |= {"top_up": maker.one(["up", "half-up"])} if maker.maybe() else {}
    tables = measures(maker)
    if maker.has("pay-period"):
        tables["pay-period"] = maker.one(PERIODS)
    made = {"deliveries": log(maker)}
    if maker.has("roster"):
        made["roster"] = roster(maker)
    if maker.has_attendance:
        made["attendance"] = attendance(maker, made["deliveries"])
    flags = {}
    if maker.has("asked"):
        flags = {maker.one(["from", "until"]): maker.day().isoformat()}
    return Made([(heading, rules(maker), tables)], {name: rows for name, rows in made.items() if rows}, flags)


def measures(maker):
    made = {
        "measures.minutes": {"unit": "minute"},
        "measures.miles": {"unit": "mile", "in": "log"},
        "measures.fee": {"unit": "money"},
    }
    made["measures.time"] = {"unit": "hour", "column": "minutes", "each": 60, "in": "log"}
    if maker.has_attendance:
        made["measures.on_call"] = {"unit": "hour", "in": "attendance"}
    return made


def log(maker):
    rows = []
    share = maker.one([0.1, 0.4, 0.8])
    for on in maker.days():
        for courier in maker.couriers:
            while maker.maybe(share) and len(rows) < 80:
                row = {"date": on, "courier": courier, "company": maker.one(maker.companies), "area": maker.one(AREAS)}
                row |= {"minutes": maker.chance.randint(1, 45), "miles": amount(maker.chance, 0, 9, 1)}
                rows.append(row | {"fee": amount(maker.chance, 2, 9), "weather": maker.one(["rain", "sun", ""])})
    first = {"date": maker.first, "courier": "01", "company": "Red", "area": "", "minutes": 12, "miles": 2, "fee": 4}
    return rows or [first | {"weather": "rain"}]


def roster(maker):
    rows = []
    for courier in maker.couriers:
        for company in maker.companies:
            hired = maker.first - ONE_DAY * maker.one([20, 100, 130, 400])
            row = {"courier": courier, "name": f"Name {courier}", "company": company, "hired": hired}
            rows.append(row | ({"base": maker.one([900, Decimal("1234.56")])} if maker.has("base") else {}))
    return rows


def attendance(maker, orders):
    rows = []
    for on in maker.days():
        for courier in maker.couriers:
            for company in maker.companies:
                if maker.maybe(0.7):
                    row = {
                        "courier": courier,
                        "date": on,
                        "company": company,
                        "hours": maker.one([2, 4, Decimal("5.5"), 9]),
                    }
                    rows.append(row | {"on_call": maker.one([0, 1, Decimal("2.25")])})
    return rows


def rules(maker):
    return [*earnings(maker), *floors(maker), *premiums(maker)]


def earnings(maker):
    """What orders, minutes, miles, hours and months earn."""
    made = []
    adds = {"adds": True} if maker.has("adds") else {}
    if maker.has("fee"):
        made.append({"id": "fee", "rate": {"per": "fee", "amount": 1, "at_least": True}})
    if maker.has("minutes"):
        per, least, most = maker.one([("minutes", 0.1, 0.6), ("time", 6, 30)])
        made.append(
            {
                "id": "by-time",
                "rate": {"per": per, "amount": maker.dated("amount", lambda: amount(maker.chance, least, most))},
            }
        )
    if maker.has("miles"):
        rate = {"per": "miles", "amount": maker.dated("amount", lambda: amount(maker.chance, 0.2, 2, 3))}
        made.append({"id": "by-mile", "rate": rate | ({"counts_towards_floor": False} if maker.maybe(0.3) else {})})
    if maker.has("by-parcel"):
        made.append(
            {
                "id": "each",
                "rate": {"per": "parcel", "amount": maker.dated("amount", lambda: amount(maker.chance, 1, 6))},
            }
        )
    if maker.has("far"):
        where = maker.one([{"miles": "> 4"}, {"miles": ">= 2.5"}, {"minutes": "< 20"}, {"minutes": "<= 20"}])
        made.append(
            {"id": "far", "where": where, "rate": {"per": "parcel", "amount": amount(maker.chance, 1, 6)} | adds}
        )
    if maker.has("rain"):
        where = {"weather": "rain"} | ({"weekday": ["saturday", "sunday", "monday"]} if maker.maybe(0.3) else {})
        made.append(
            {"id": "rain", "where": where, "rate": {"per": "parcel", "amount": amount(maker.chance, 0.5, 3)} | adds}
        )
    if maker.has("seniority") and maker.has_attendance:
        amounts = {
            "0": amount(maker.chance, 5, 15),
            "3": amount(maker.chance, 5, 15),
            "13": amount(maker.chance, 5, 15),
        }
        made.append({"id": "hourly", "rate": {"per": "hour", "by": "months_since_hired", "amounts": amounts}})
    elif maker.has("hour-rate") and maker.has_attendance:
        made.append(
            {
                "id": "hourly",
                "rate": {"per": "hour", "amount": maker.dated("amount", lambda: amount(maker.chance, 2, 15))},
            }
        )
    if maker.has("on-call-rate") and maker.has_attendance:
        made.append({"id": "waiting", "rate": {"per": "on_call", "amount": amount(maker.chance, 2, 9)}})
    if maker.has("allowance") and maker.has("roster"):
        rate = {"per": "month", "amount": maker.dated("amount", lambda: amount(maker.chance, 20, 90))}
        made.append({"id": "phone", "rate": rate | ({"prorate": False} if maker.maybe(0.3) else {})})
    return made


def against(maker, made):
    return {"against": maker.one([made, [made]])} if made and maker.has("against") else {}


def floors(maker):
    """Guarantees over an order, a day and the period, and floors by the hour and the month."""
    made = []
    named = "fee" if maker.has("fee") else ("by-time" if maker.has("minutes") else None)
    if maker.has("order-floor"):
        made.append(
            {
                "id": "order-least",
                "floor": {"over": "order", "formula": maker.dated("formula", lambda: of_order(maker))}
                | against(maker, named),
            }
        )
    if maker.has("second-order-floor"):
        where = maker.one([{"area": "hill"}, {"miles": "> 3"}, {"weather": ["rain", "sun"]}])
        made.append({"id": "order-second", "where": where, "floor": {"over": "order", "formula": of_order(maker)}})
    if maker.has("day-floor"):
        formula = {"minutes": amount(maker.chance, 0.1, 1), "parcel": amount(maker.chance, 1, 6)}
        formula |= {"hour": amount(maker.chance, 2, 15)} if maker.has_attendance and maker.maybe() else {}
        formula |= {"at_least": amount(maker.chance, 5, 40)} if maker.maybe() else {}
        made.append({"id": "day-least", "floor": {"over": "day", "formula": formula} | against(maker, named)})
    if maker.has("period-floor"):
        formula = {"time": amount(maker.chance, 5, 40)} | (
            {"at_least": amount(maker.chance, 50, 300)} if maker.maybe() else {}
        )
        made.append({"id": "period-least", "floor": {"over": "period", "formula": formula}})
    if maker.has("hourly-floor") and maker.has_attendance:
        statutory = {"statutory": True} if maker.has("statutory") else {}
        floor = {"per": "hour", "amount": maker.dated("amount", lambda: amount(maker.chance, 5, 20))}
        made.append({"id": "minimum-wage", "floor": floor | statutory})
        if maker.has("percent-floor"):
            formula = {"hour": {"percent": 120, "of": "minimum-wage"}, "miles": Decimal("0.3")}
            made.append({"id": "more", "floor": {"over": "period", "formula": formula}})
    if maker.has("newcomers") and maker.has_attendance:
        floor = {"per": "hour", "amount": amount(maker.chance, 10, 25)}
        made.append({"id": "newcomers", "where": {"months_since_hired": "< 4"}, "floor": floor})
    if maker.has("monthly-floor") and maker.has("roster"):
        floor = {"per": "month", "amount": maker.dated("amount", lambda: amount(maker.chance, 500, 1500))}
        made.append({"id": "month-least", "floor": floor})
    if maker.has("together"):
        formula = {"time": amount(maker.chance, 10, 40)}
        formula |= (
            {"on_call": amount(maker.chance, 10, 40)}
            if maker.has_attendance
            else {"parcel": amount(maker.chance, 1, 5)}
        )
        made.append({"id": "together", "floor": {"over": "period", "together": True, "formula": formula}})
    return made


def of_order(maker):
    formula = {"minutes": amount(maker.chance, 0.1, 0.9), "miles": amount(maker.chance, 0.2, 1.2, 3)}
    return formula | ({"at_least": amount(maker.chance, 3, 9)} if maker.maybe(0.7) else {})


def premiums(maker):
    if not maker.has("premium"):
        return []
    gives = maker.one([{"percent": 25}, {"amount": Decimal("0.5")}, {"multiple": 2}])
    where = maker.one([{"weekday": "sunday"}, {"date": ["05-04", "12-24"]}, {"weather": "rain"}])
    of = maker.one(["piece", "measure"]) if "weather" in where else maker.one(["piece", "measure", "hour"])
    return [{"id": "extra", "where": where, "premium": {"on": "any", "of": of} | gives}]

"""Made-up orders and hours under the agreements and pay laws of other places that come with the program."""

import datetime
from decimal import Decimal

from maker import Made, amount
from reading import ONE_DAY

BEGINS = {
    "suzhou-express": (2022, 11, 25),
    "eleme-shanghai": (2025, 5, 20),
    "justeat-spain": (2021, 12, 20),
    "arpe-france": (2024, 2, 25),
    "ccnl-rider-italy": (2022, 5, 10),
    "foodora-norway": (2023, 12, 15),
    "nyc-delivery": (2026, 3, 20),
    "prop22-california": (2025, 8, 28),
    "seattle": (2024, 12, 20),
    "ups-teamsters": (2019, 8, 10),
    "dayuan-pump": (2024, 2, 10),
}
MINIMUM_WAGE = {"id": "minimum-wage", "floor": {"per": "hour", "amount": Decimal("16.50")}}


def make(chance):
    """A case."""
    name = chance.choice(sorted(BEGINS))
    first = datetime.date(*BEGINS[name])
    days = [first + ONE_DAY * step for step in range(chance.choice([4, 20, 40]))]
    couriers = ["01", "A7", "zed"][: chance.choice([1, 2, 3])]
    companies = chance.choice([["Red"], ["Red"], ["Red", "Blue"]])
    places = [(courier, company) for courier in couriers for company in companies]
    made = {
        "deliveries": [
            row(chance, on, *place) for on in days for place in places for _ in range(chance.choice([0, 0, 1, 3]))
        ]
    }
    made["deliveries"] = made["deliveries"] or [row(chance, first, *places[0])]
    made["roster"] = [terms(chance, first, *place) for place in places]
    made["attendance"] = [hours(chance, on, *place, name) for on in days for place in places if chance.random() < 0.7]
    made["attendance"] = made["attendance"] or [hours(chance, first, *places[0], name)]
    # A rule of its own for what the law of California takes from the place.
    own = [({"country": "US", "currency": "USD"}, [MINIMUM_WAGE], {})] if name == "prop22-california" else []
    return Made(own, made, {"agreements": [name]})


def row(chance, on, courier, company):
    made = {"date": on, "courier": courier, "company": company, "area": chance.choice(["hill", "town", ""])}
    made |= {"minutes": chance.randint(1, 50), "miles": amount(chance, 0, 9, 1), "fee": amount(chance, 2, 9)}
    made["conditions"] = chance.choice(["", "1", "2", "3"])
    return made | {"km": amount(chance, 0, 8, 1)}


def terms(chance, first, courier, company):
    made = {"courier": courier, "name": f"Name {courier}", "company": company}
    made["position"] = chance.choice(["courier", "driver", "customer-service", "rider", "captain", ""])
    made |= {"skill": chance.choice(["junior", "intermediate", "senior", ""])}
    made |= {"vehicle": chance.choice(["motorcycle", "e-bike", "bicycle", ""])}
    made["hired"] = first - ONE_DAY * chance.choice([20, 340, 360, 700, 1085, 2000])
    return made | {"city_opened": first - ONE_DAY * chance.choice([20, 100, 118, 400])}


def hours(chance, on, courier, company, name):
    made = {"courier": courier, "date": on, "company": company, "hours": chance.choice([2, 4, Decimal("7.5"), 9, 11])}
    made |= {"night_hours": chance.choice([0, 1, 2]), "on_call": chance.choice([0, 1, Decimal("2.25")])}
    return made | ({} if name == "foodora-norway" else {"km": chance.randint(0, 50)})

"""Writes a made-up log of orders with minutes, kilometres and what each earned: make.py ORDERS > orders.csv

No courier, company or order in it is real. The same number always writes the same bytes.
"""

import random
import sys
from datetime import date, timedelta

COMPANIES = ["North", "South", "East", "West"]
COURIERS = 1_000
FIRST_DAY = date(2025, 1, 1)
DAYS = 365
OPENS, OPEN_FOR = 8 * 3600, 14 * 3600


def main():
    orders = int(sys.argv[1])
    dice = random.Random(7).random
    couriers = [f"K{number:04},{COMPANIES[number % len(COMPANIES)]}" for number in range(COURIERS)]
    print("courier,company,delivered_at,minutes,km,fee")
    for day in range(DAYS):
        of_day = orders * (day + 1) // DAYS - orders * day // DAYS
        today = FIRST_DAY + timedelta(days=day)
        rows = []
        for nth in range(of_day):
            second = OPENS + nth * OPEN_FOR // of_day
            at = f"{today} {second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}"
            minutes = 30 + int(dice() * 421)  # 3.0 to 45.0
            km = 30 + int(dice() * 1171)  # 0.30 to 12.00
            fee = 250 + int(dice() * 1251)  # 2.50 to 15.00
            who = couriers[int(dice() * COURIERS)]
            rows.append(f"{who},{at},{minutes // 10}.{minutes % 10},{km // 100}.{km % 100:02},{fee // 100}.{fee % 100:02}\n")
        sys.stdout.write("".join(rows))


main()

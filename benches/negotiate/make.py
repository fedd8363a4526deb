"""Writes a made-up year of couriers with attendance: make.py COURIERS FOLDER. Nothing in it is real."""

import sys
from datetime import date, timedelta
from pathlib import Path

couriers, folder = int(sys.argv[1]), Path(sys.argv[2])
folder.mkdir(parents=True, exist_ok=True)
COMPANIES, AREAS = 8, 15
days = [date(2022, 1, 1) + timedelta(day) for day in range(365)]

with open(folder / "log.csv", "w", encoding="utf-8") as log, open(folder / "attendance.csv", "w", encoding="utf-8") as hours:
    log.write("date,courier,company,area,service,parcels\n")
    hours.write("courier,date,hours,kind\n")
    for day in days:
        rest = day.weekday() == 6
        for n in range(couriers):
            # nine days in ten in one area, the tenth in another
            area = (n + day.toordinal() % 10 // 9) % AREAS
            log.write(f"{day},K{n:04},C{n % COMPANIES},A{area:02},delivery,{150 + (n * 7 + day.toordinal()) % 90}\n")
            worked = 8 if (n + day.toordinal()) % 3 == 0 else 9 + n % 2
            hours.write(f"K{n:04},{day},{worked},{'rest' if rest else 'workday'}\n")
with open(folder / "rates.csv", "w", encoding="utf-8") as rates:
    rates.write("rule,amount,company,area\n")
    rates.writelines(f"delivery,0.{65 + n},C{n},\n" for n in range(COMPANIES))
    rates.writelines(f"delivery,0.{70 + n},C{n},A{n:02}\n" for n in range(COMPANIES))

"""Writes a made-up month of couriers with all that a payroll office has: make.py COURIERS FOLDER. Nothing in it is real.

Two companies; a row of the log for each courier and day, attendance on six days of seven, a roster, and two pregnant couriers and one
nursing in a hundred of the women.
"""

import sys
from datetime import date, timedelta
from pathlib import Path

couriers, folder = int(sys.argv[1]), Path(sys.argv[2])
folder.mkdir(parents=True, exist_ok=True)
days = [date(2022, 5, 1) + timedelta(day) for day in range(31)]
AREAS = 15


def company(n):
    return "甲速递" if n % 5 < 3 else "乙速递"


with (
    open(folder / "log.csv", "w", encoding="utf-8") as log,
    open(folder / "attendance.csv", "w", encoding="utf-8") as hours,
):
    log.write("date,courier,company,area,service,parcels,first_at,last_at\n")
    hours.write("courier,date,hours,kind\n")
    for day in days:
        for n in range(couriers):
            area = (n + day.toordinal() % 10 // 9) % AREAS
            parcels = 150 + (n * 7 + day.toordinal()) % 90
            log.write(f"{day},K{n:05},{company(n)},A{area:02},delivery,{parcels},08:{n % 60:02}:00,17:{n % 50:02}:00\n")
            if (n + day.day) % 7:
                kind = "rest" if day.weekday() == 6 else "workday"
                worked = 8 if (n + day.toordinal()) % 3 else 9 + n % 2
                hours.write(f"K{n:05},{day},{worked},{kind}\n")
with open(folder / "roster.csv", "w", encoding="utf-8") as roster:
    roster.write("courier,name,company,position,sex,skill,base,contract_signed,hired,left,left_reason,from,employment\n")
    for n in range(couriers):
        sex = "f" if n % 4 == 0 else "m"
        roster.write(f"K{n:05},名{n},{company(n)},courier,{sex},intermediate,,2018-02-21,2018-02-{1 + n % 20:02},,,,full-time\n")
with open(folder / "protected.csv", "w", encoding="utf-8") as protected:
    protected.write("courier,kind,from,until,due\n")
    for n in range(0, couriers, 4):
        if n // 4 % 33 == 0:
            protected.write(f"K{n:05},pregnancy,2021-11-08,2022-07-24,2022-07-25\n")
        elif n // 4 % 100 == 7:
            protected.write(f"K{n:05},nursing,2022-02-15,2022-09-09,\n")
with open(folder / "rates.csv", "w", encoding="utf-8") as rates:
    rates.write("rule,amount,company,area\n")
    rates.writelines(f"delivery,0.{75 + n},{name},\n" for n, name in enumerate(["甲速递", "乙速递"]))
    rates.writelines(f"delivery,0.{80 + n},甲速递,A{n:02}\n" for n in range(8))

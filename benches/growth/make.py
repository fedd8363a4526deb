"""Writes made-up inputs of a size: make.py KIND N FOLDER. Nothing in them is real."""

import sys
from pathlib import Path

kind, size, folder = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
folder.mkdir(parents=True, exist_ok=True)
LOG = "date,courier,company,area,service,parcels\n"


def write(name, head, rows):
    with open(folder / name, "w", encoding="utf-8") as out:
        out.write(head)
        out.writelines(rows)


numbers = range(size)
if kind == "rates":  # every courier has a rate of its own
    write("log.csv", LOG, (f"2022-05-02,K{n:07},C,A,delivery,{n % 90 + 10}\n" for n in numbers))
    write("rates.csv", "rule,amount,courier\n", (f"delivery,0.{60 + n % 40},K{n:07}\n" for n in numbers))
elif kind == "days":  # one rate changes from day to day
    first = 693596  # 1900-01-01
    from datetime import date

    days = [date.fromordinal(first + n % 100_000) for n in numbers]
    write("log.csv", LOG, (f"{day},K1,C,A{n // 100_000},delivery,10\n" for n, day in enumerate(days)))
    rows = (f"delivery,0.{60 + n % 40},A{n // 100_000},{day},{day}\n" for n, day in enumerate(days))
    write("rates.csv", "rule,amount,area,from,until\n", rows)
elif kind == "areas":  # one courier with many areas, each with a rate of its own
    write("log.csv", LOG, (f"2022-05-02,K1,C,A{n:07},delivery,{n % 90 + 10}\n" for n in numbers))
    write("rates.csv", "rule,amount,area\n", (f"delivery,0.{60 + n % 40},A{n:07}\n" for n in numbers))
elif kind == "balance":  # as many areas of one company, each of another density
    rows = (f"2022-05-{2 + n % 7:02},K{n // 3:07},C,A{n:07},delivery,{n % 997 + 10}\n" for n in numbers)
    write("log.csv", LOG, sorted(rows))
elif kind == "ladder":  # a ladder with a step at every parcel
    write("log.csv", LOG, (f"2022-05-{1 + n % 31:02},K{n // 31},C,A,delivery,{size // 31}\n" for n in range(310)))
    write("rates.csv", "rule,amount,over\n", (f"delivery,0.{60 + n % 40},{n}\n" for n in numbers))
elif kind == "keys":  # an agreement of keys that nobody knows
    write("agreement.toml", "", (f'key-{n} = "x"\n' for n in numbers))
elif kind == "people":  # many couriers with one row each
    write("log.csv", LOG, (f"2022-05-02,K{n:07},C,A,delivery,{n % 90 + 10}\n" for n in numbers))
else:
    sys.exit(f"make.py knows no {kind}")

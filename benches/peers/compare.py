"""Whether two answers have the same figures, row by row: compare.py OURS THEIRS."""

import csv
import sys
from decimal import Decimal


def figures(path):
    with open(path, encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return {(r["month"], r["company"], r["courier"]): (int(r["parcels"]), Decimal(r["pay"])) for r in rows}


ours, theirs = figures(sys.argv[1]), figures(sys.argv[2])
differing = [key for key in sorted(ours.keys() | theirs.keys()) if ours.get(key) != theirs.get(key)]
for key in differing[:10]:
    print("differs:", *key, "ours:", ours.get(key), "theirs:", theirs.get(key))
if differing:
    sys.exit(f"{len(differing)} of {len(ours.keys() | theirs.keys())} rows differ")
parcels, pay = (sum(column) for column in zip(*ours.values()))
print(f"the same {len(ours)} rows: {parcels} parcels, {pay} yuan")

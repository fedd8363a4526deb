"""Small cases made up from a seed: an agreement or two, a log, and what a company knows."""

import csv
import json
import random

import elsewhere
import months
import orders
from toml_text import document


def write(seed, number, folder):
    """Writes one case into a folder."""
    chance = random.Random(f"{seed}/{number}")
    case = chance.choice([months, months, months, orders, orders, elsewhere]).make(chance)
    for place, (heading, rules, tables) in enumerate(case.documents, 1):
        (folder / f"agreement-{place}.toml").write_text(document(heading, rules, tables), encoding="utf-8")
    for name, rows in case.tables.items():
        write_table(folder / f"{name}.csv", rows)
    (folder / "flags.json").write_text(json.dumps(case.flags), encoding="utf-8")


def write_table(path, rows):
    columns = list(dict.fromkeys(column for row in rows for column in row))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)

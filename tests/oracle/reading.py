"""The files of a case as plain records: numbers are fractions, days are days, nothing passes a binary float."""

import csv
import datetime
import json
import tomllib
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

FIRST_DAY = datetime.date(1, 1, 1)
AGREEMENTS = Path(__file__).resolve().parents[2] / "agreements"
LAST_DAY = datetime.date(9999, 12, 31)
ONE_DAY = datetime.timedelta(days=1)


@dataclass
class Case:
    """All that one run of the program is given."""

    documents: list = field(default_factory=list)
    log: list = field(default_factory=list)
    rates: list = field(default_factory=list)
    roster: list = None
    protected: list = field(default_factory=list)
    attendance: list = None
    flags: dict = field(default_factory=dict)


def number(value):
    """A number as it is written, bare or in quotes; nothing where nothing stands."""
    return None if value in (None, "") else Fraction(value)


def day(value):
    """A day as TOML or a table has it."""
    if value in (None, ""):
        return None
    return value if isinstance(value, datetime.date) else datetime.date.fromisoformat(value)


def table(path):
    """The rows of a CSV, or nothing where there is no such file."""
    if not path.exists():
        return None
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def document(path):
    """One document of an agreement."""
    with path.open("rb") as file:
        return tomllib.load(file, parse_float=Fraction)


def read(folder):
    """The case that lies in a folder."""
    folder = Path(folder)
    flags = folder / "flags.json"
    flags = json.loads(flags.read_text(encoding="utf-8")) if flags.exists() else {}
    paths = sorted(folder.glob("agreement*.toml"))
    for name in flags.get("agreements", []):
        paths += sorted((AGREEMENTS / name).glob("*.toml"))
    return Case(
        documents=[document(path) for path in paths],
        log=table(folder / "deliveries.csv"),
        rates=table(folder / "rates.csv") or [],
        roster=table(folder / "roster.csv"),
        protected=table(folder / "protected.csv") or [],
        attendance=table(folder / "attendance.csv"),
        flags=flags,
    )

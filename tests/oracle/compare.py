"""Compares the program with the calculator: `python3 compare.py SEED COUNT --binary PATH [--only NUMBER]`."""

import argparse
import csv
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import calculator
import made_up

HEADINGS = [*calculator.COLUMNS, *calculator.PARTS, "pay"]
TABLES = ("rates", "roster", "protected", "attendance")
EVERY = 100


def command(binary, folder, flags):
    """What is typed for a case."""
    words = [binary, "pay", str(folder / "deliveries.csv"), "-f", "csv", "-q", "--lang", "en"]
    for path in sorted(folder.glob("agreement*.toml")):
        words += ["-a", str(path)]
    for name in flags.get("agreements", []):
        words += ["-a", name]
    for table in TABLES:
        if (folder / f"{table}.csv").exists():
            words += [f"--{table}", str(folder / f"{table}.csv")]
    for rule, amount in flags.get("rate", {}).items():
        words += ["--rate", f"{rule}={amount}"]
    for name in ("from", "until"):
        if name in flags:
            words += [f"--{name}", flags[name]]
    return words


def of_program(words):
    """The rows of the program, or what it says in place of them."""
    answer = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", check=False)
    if answer.returncode:
        return None, ["the program did not answer:", *answer.stderr.splitlines()]
    rows = list(csv.reader(answer.stdout.splitlines()))
    assert rows[0] == HEADINGS, rows[0]
    return rows[1:], []


def differences(theirs, ours):
    """Every cell that differs."""
    found = []
    theirs, ours = ({tuple(row[:4]): row for row in rows} for rows in (theirs, ours))
    for key in sorted(theirs.keys() | ours.keys()):
        one, other = theirs.get(key), ours.get(key)
        if one is None or other is None:
            found.append(f"{' '.join(key)}: only the {'program' if one else 'calculator'} has a row: {one or other}")
            continue
        pairs = zip(HEADINGS, one, other, strict=True)
        found += [
            f"{' '.join(key)}: {name} {a} by the program, {b} by the calculator" for name, a, b in pairs if a != b
        ]
    return found


def compare(seed, number, binary, folder):
    """The cells compared of one case, and what differs, with the folder and what is typed to see it."""
    made_up.write(seed, number, folder)
    flags = calculator.read(folder).flags
    theirs, found = of_program(command(binary, folder, flags))
    if theirs is not None:
        found = differences(theirs, calculator.due(folder))
    if not found:
        return sum(len(row) for row in theirs), []
    kept = Path(tempfile.mkdtemp(prefix=f"oracle-{seed}-{number}-"))
    shutil.copytree(folder, kept, dirs_exist_ok=True)
    words = " ".join(command(binary, kept, flags))
    return 0, [f"case {number} of seed {seed}, kept in {kept}", *found, words]


def write(seed, count, binary, folder):
    """Writes the cases below a folder and prints what is typed for each, for who compares the program with itself."""
    for number in range(count):
        case = folder / str(number)
        case.mkdir(parents=True)
        made_up.write(seed, number, case)
        print(json.dumps(command(binary, case, calculator.read(case).flags)))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seed", type=int)
    parser.add_argument("count", type=int)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--only", type=int, help="this case alone")
    parser.add_argument("--all", action="store_true", help="go on after a difference")
    parser.add_argument("--write", type=Path, help="write the cases below this folder, and compare nothing")
    typed = parser.parse_args()
    if typed.write:
        write(typed.seed, typed.count, typed.binary, typed.write)
        return
    numbers = [typed.only] if typed.only is not None else range(typed.count)
    cells, differing = 0, 0
    for number in numbers:
        with tempfile.TemporaryDirectory() as folder:
            equal, found = compare(typed.seed, number, typed.binary, Path(folder))
        cells, differing = cells + equal, differing + bool(found)
        if found:
            print("\n".join(found))
            if not typed.all:
                sys.exit(1)
        if (number + 1) % EVERY == 0:
            print(f"{number + 1} of {typed.count} cases", file=sys.stderr)
    print(f"{len(numbers)} cases, {cells} cells, {f'{differing} cases differ' if differing else 'all equal'}")
    sys.exit(1 if differing else 0)


if __name__ == "__main__":
    main()

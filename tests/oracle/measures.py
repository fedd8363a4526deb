"""Measures: numbers that the log or the attendance carries, such as minutes, miles and what an order earned."""

from dataclasses import dataclass
from fractions import Fraction

from reading import number

DISTANCES = ("km", "mile")


@dataclass
class Measure:
    """One measure: what one of it is, its column, how many of the column make one, and the file that has it."""

    name: str
    unit: str
    column: str
    each: Fraction
    is_of_log: bool

    def of(self, cells):
        """So much of it stands in a row."""
        return (number(cells.get(self.column)) or Fraction(0)) / self.each

    @property
    def part(self):
        """Where pay by it stands: distances are an allowance, else the log's is piece pay and the attendance's base."""
        if self.unit in DISTANCES:
            return "allowance"
        return "piece" if self.is_of_log else "base"


def measures_of(case):
    """The measures of all documents, by their names; of a file not said, the attendance if it has the column, else the log."""
    columns = set((case.attendance or [{}])[0]) if case.attendance else set()
    found = {}
    for document in case.documents:
        for name, table in document.get("measures", {}).items():
            column = table.get("column", name)
            is_of_log = table.get("in", "attendance" if column in columns else "log") == "log"
            found[name] = Measure(name, table["unit"], column, number(table.get("each", 1)), is_of_log)
    return found

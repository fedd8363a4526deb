"""Rules as the text of an agreement file."""

import datetime
from decimal import Decimal


def inline(value):
    """A value on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "{ " + ", ".join(f'"{key}" = {inline(one)}' for key, one in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(inline(one) for one in value) + "]"
    if isinstance(value, (int, Decimal, datetime.date)):
        return str(value)
    return '"' + str(value) + '"'


def document(heading, rules, tables):
    """A whole document: its heading, further tables such as `[measures]`, and its rules."""
    made_up = {"name": "made up"}
    lines = ["[document]", 'title = "Made up"', f"source = {inline(made_up)}"]
    lines += [f"{key} = {inline(value)}" for key, value in heading.items()]
    for name, table in tables.items():
        lines += ["", f"[{name}]", *(f"{key} = {inline(value)}" for key, value in table.items())]
    for number, rule in enumerate(rules, 1):
        lines += ["", "[[rule]]", f'title = "{rule["id"]}"', f'clause = "{number}"', 'text = "Made up."']
        lines += [f"source = {inline(made_up)}", *(f"{key} = {inline(value)}" for key, value in rule.items())]
    return "\n".join(lines) + "\n"

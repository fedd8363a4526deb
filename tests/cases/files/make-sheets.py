"""Makes the workbooks of sheets.in and the archives of archives.in by hand, with what stands in a file as programs write it.

    cd tests/cases/files && python3 make-sheets.py

All couriers and parcels are made up.
"""

import io
import pathlib
import tarfile
import zipfile
from xml.sax.saxutils import escape

HERE = pathlib.Path(__file__).parent
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEADINGS = ["工号", "签收日期", "收件乡镇", "件数"]


class Raw(str):
    """The inside of a cell as it stands in the file, its attributes before a bar."""


def name(row, column):
    return f"{chr(ord('A') + column)}{row}"


def cell(at, value):
    if value is None:
        return ""
    if isinstance(value, Raw):
        attributes, inside = value.split("|", 1)
        return f'<c r="{at}"{attributes}>{inside}</c>'
    if isinstance(value, (int, float)):
        return f'<c r="{at}"><v>{value}</v></c>'
    return f'<c r="{at}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'


def sheet(rows, merged=(), hidden=(), extra=""):
    """Rows by their numbers, or one after the other."""
    numbered = rows if isinstance(rows, dict) else dict(enumerate(rows, 1))
    lines = []
    for number, row in numbered.items():
        attribute = ' hidden="1"' if number in hidden else ""
        cells = "".join(cell(name(number, column), value) for column, value in enumerate(row))
        lines.append(f'<row r="{number}"{attribute}>{cells}</row>')
    merges = "".join(f'<mergeCell ref="{ref}"/>' for ref in merged)
    merges = f"<mergeCells>{merges}</mergeCells>" if merges else ""
    return f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(lines)}{extra}</sheetData>{merges}</worksheet>'


def book(sheets, calculates=False, formats=()):
    """A workbook of sheets by their names."""
    entries = "".join(
        f'<sheet name="{escape(title)}" sheetId="{number}" r:id="r{number}"/>' for number, title in enumerate(sheets, 1)
    )
    calc = '<calcPr calcId="124519" fullCalcOnLoad="1"/>' if calculates else ""
    targets = "".join(
        f'<Relationship Id="r{number}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        for number in range(1, len(sheets) + 1)
    )
    codes = "".join(f'<numFmt numFmtId="{164 + at}" formatCode="{code}"/>' for at, code in enumerate(formats))
    styles = "".join(f'<xf numFmtId="{164 + at}" applyNumberFormat="1"/>' for at in range(len(formats)))
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>{entries}</sheets>{calc}</workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{targets}'
        f'<Relationship Id="s" Type="{RELATIONS}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><numFmts count="{len(formats)}">{codes}</numFmts>'
        f'<cellXfs count="{len(formats) + 1}"><xf numFmtId="0"/>{styles}</cellXfs></styleSheet>',
    }
    for number, text in enumerate(sheets.values(), 1):
        parts[f"xl/worksheets/sheet{number}.xml"] = text
    return packed(parts)


def packed(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in parts.items():
            archive.writestr(zipfile.ZipInfo(path, (2022, 5, 1, 0, 0, 0)), data)
    return out.getvalue()


def write(path, data):
    path = HERE / path
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)


def log(*rows, **how):
    return sheet([HEADINGS, *rows], **how)


ROWS = [
    ("0571", "2022-05-01", "鄣吴", 120),
    ("0571", "2022-05-02", "鄣吴", 80),
    ("0572", "2022-05-01", "鄣吴", 100),
    ("0572", "2022-05-31", "递铺", 60),
]
VLOOKUP = "<f>VLOOKUP(A2,Sheet2!A:B,2,0)</f>"

write("sheets.in/formula-empty.xlsx", book({"五月": log(("0571", "2022-05-01", Raw(f"|{VLOOKUP}<v/>"), 120))}))
write("sheets.in/formula-missing.xlsx", book({"五月": log(("0571", "2022-05-01", Raw(f"|{VLOOKUP}"), 120))}))
ZERO = [("0571", "2022-05-01", "鄣吴", Raw("|<f>SUM(120,0)</f><v>0</v>"))]
write("sheets.in/formula-zero.xlsx", book({"五月": log(*ZERO)}, calculates=True))
DONE = ("0572", "2022-05-01", "鄣吴", Raw("|<f>SUM(100,0)</f><v>100</v>"))
write("sheets.in/formula-done.xlsx", book({"五月": log(*ZERO, DONE)}, calculates=True))
NOTHING = Raw(' t="str"|<f>IF(D2&gt;0,"","x")</f><v></v>')
write("sheets.in/formula-nothing.xlsx", book({"五月": log(("0571", "2022-05-01", NOTHING, 120))}))
ROSTER = [["工号", "基本工资"], ["0571", Raw("|<f>1800+300</f>")], ["0572", 2100]]
write("sheets.in/roster-formula.xlsx", book({"花名册": sheet(ROSTER)}))

BARE = [row if at == 0 else (row[0], row[1], None, row[3]) for at, row in enumerate(ROWS[:3])]
write("sheets.in/merged-area.xlsx", book({"五月": log(*BARE, ROWS[3], merged=["C2:C4"])}))
ONE = [ROWS[0], (None, "2022-05-02", "鄣吴", 80), (None, "2022-05-03", "鄣吴", 30)]
write("sheets.in/merged-ids.xlsx", book({"五月": log(*ONE, merged=["A2:A4"])}))
SUM = [ROWS[0], ("0571", "2022-05-02", "鄣吴", None)]
write("sheets.in/merged-count.xlsx", book({"五月": log(*SUM, merged=["D2:D3"])}))
SIDE = [("0571", "2022-05-01", "鄣吴", None)]
write("sheets.in/merged-sideways.xlsx", book({"五月": log(*SIDE, merged=["C2:D2"])}))
TITLED = [["五月派件"], HEADINGS, *BARE, ROWS[3]]
write("sheets.in/merged-title.xlsx", book({"五月": sheet(TITLED, merged=["A1:D1", "C3:C5"])}))
PAID = [["工号", "基本工资"], ["0571", 2100], ["0572", None], ["0573", 1800]]
write("sheets.in/roster-merged.xlsx", book({"花名册": sheet(PAID, merged=["B2:B3"])}))

SHOWN = [(Raw(f' s="{style}"|<v>571</v>'), "2022-05-01", "鄣吴", 10) for style in (1, 2, 3)]
write("sheets.in/zeros.xlsx", book({"五月": log(*SHOWN)}, formats=["0000", "00000_ ", "#,##0"]))
write("sheets.in/hidden.xlsx", book({"五月": log(*ROWS, hidden=[3, 4])}))
write("sheets.in/chosen.xlsx", book({"封面": sheet([]), "五月": log(*ROWS), "六月": sheet([])}))
write("sheets.in/full.xlsx", book({"五月": sheet({1: HEADINGS, 2: ROWS[0], 65536: ROWS[1]})}))
FAR = '<row r="6"><c r="ZZZZZZ2"><v>1</v></c></row>'
write("sheets.in/far.xlsx", book({"五月": log(*ROWS, extra=FAR)}))
LOW = '<row r="1048577"><c r="A1048577"><v>1</v></c></row>'
write("sheets.in/low.xlsx", book({"五月": log(*ROWS, extra=LOW)}))
whole = book({"五月": log(*ROWS)})
write("sheets.in/torn.xlsx", whole[: len(whole) * 2 // 3])
# One letter of its deflated sheet is another.
spoilt = bytearray(whole)
spoilt[whole.index(b"sheet1.xml") + 60] ^= 0x55
write("sheets.in/spoilt.xlsx", bytes(spoilt))
write("sheets.in/two.xlsx", book({"五月": log(ROWS[0]), "六月": log(ROWS[1])}))

LOG = "工号,签收日期,件数\n0571,2022-05-01,120\n".encode()
write("archives.in/log.7z", b"7z\xbc\xaf\x27\x1c\0\4" + bytes(24))
write("archives.in/log.rar", b"Rar!\x1a\7\1\0" + bytes(24))
write("archives.in/log.csv.xz", b"\xfd7zXZ\0\0\4" + bytes(24))
write("archives.in/log.csv.bz2", b"BZh91AY&SY" + bytes(24))
out = io.BytesIO()
with tarfile.open(fileobj=out, mode="w", format=tarfile.USTAR_FORMAT) as archive:
    entry = tarfile.TarInfo("log.csv")
    entry.size = len(LOG)
    archive.addfile(entry, io.BytesIO(LOG))
write("archives.in/log.tar", out.getvalue())
BESIDE = {path: b"x" for path in ["__MACOSX/._log.csv", "月/Thumbs.db", "._log.csv", "月/~$log.xlsx", ".DS_Store", "desktop.ini"]}
write("archives.in/beside.zip", packed({**BESIDE, "月/log.csv": LOG}))

# One column a day: the headings take two rows, and the days are days that are shown as numbers.
MAY, JUNE = 44682, 44713
DAYS = list(range(9))


def matrix(first, title, *rows):
    top = ["工号", "日期", *[None for _ in DAYS[1:]], "合计"]
    days = [None, *[Raw(f' s="1"|<v>{first + day}</v>') for day in DAYS]]
    return sheet([[title], top, days, *rows], merged=["A1:K1", "A2:A3", "B2:J2", "K2:K3"])


K1, K2 = ["0571", 100, 50, *[None for _ in DAYS[3:]], 20, 170], ["0572", None, 40, *[None for _ in DAYS[2:]], 40]
SUMS = ["合计", 100, 90, *[0 for _ in DAYS[3:]], 20, 210]
SECOND = sheet([["工号", *[day + 1 for day in DAYS]], ["0571", 7]])
MATRICES = {"5月": matrix(MAY, "派件", K1, K2, SUMS), "2022年6月": SECOND}
write("one-column-a-day.in/matrix.xlsx", book(MATRICES, formats=["d"]))

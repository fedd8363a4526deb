"""Makes the workbooks of old.in: those of Excel before 2007, and of OpenDocument.

    python3 -m venv venv && venv/bin/pip install xlwt==1.3.0 odfpy==1.4.1
    cd tests/cases/files && ../../../venv/bin/python make-old.py

All couriers and parcels are made up.
"""

import io
import pathlib
import struct

import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.office import Annotation
from odf.table import Table, TableCell, TableRow
from odf.text import P

HERE = pathlib.Path(__file__).parent / "old.in"
HERE.mkdir(exist_ok=True)
HEADINGS = ["工号", "签收日期", "收件乡镇", "件数"]
# What xlwt writes for each formula: an empty text, and no wish.
UNWORKED = b"\x03\0\0\0\0\0\xff\xff\0\0"


def xls(rows, hidden=(), values=(), from_1904=False):
    """Cells are values, values with a format of numbers, or formulas, whose values may be given in their order."""
    book = xlwt.Workbook()
    book.dates_1904 = from_1904
    sheet = book.add_sheet("五月")
    for number, row in enumerate([HEADINGS, *rows]):
        sheet.row(number).hidden = number in hidden
        for column, value in enumerate(row):
            value, shown = value if isinstance(value, tuple) else (value, None)
            style = (xlwt.easyxf(num_format_str=shown),) if shown else ()
            sheet.write(number, column, value, *style)
    file = io.BytesIO()
    book.save(file)
    data = file.getvalue()
    for value in values:
        data = data.replace(UNWORKED, value, 1)
    return data


def value(number, asks):
    return struct.pack("<dH", number, 2 if asks else 0)


def ods(rows, hidden=()):
    """Cells are texts, numbers, or numbers with what is shown of them."""
    document = OpenDocumentSpreadsheet()
    table = Table(name="五月")
    for number, row in enumerate([HEADINGS, *rows]):
        line = TableRow(**({"visibility": hidden[number]} if number in hidden else {}))
        for value in row:
            value, shown = value if isinstance(value, tuple) else (value, str(value))
            if isinstance(value, int):
                cell = TableCell(valuetype="float", value=str(value))
                note = Annotation()
                note.addElement(P(text="0099"))
                cell.addElement(note)
            else:
                cell = TableCell(valuetype="string")
            cell.addElement(P(text=shown))
            line.addElement(cell)
        table.addElement(line)
    table.addElement(TableRow(numberrowsrepeated=1000, visibility="collapse"))
    document.spreadsheet.addElement(table)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def write(name, data):
    (HERE / name).write_bytes(data)


DAY = "2022-05-01"
SHOWN = [(id, DAY, "鄣吴", 10) for id in [(571, "0000"), (571, "00000_ "), (571, "#,##0"), "0572"]]
write("zeros.xls", xls(SHOWN))
LAST = [("0571", DAY, "鄣吴", 120), ("0572", DAY, "鄣吴", 100), ("0571", "2022-05-02", "鄣吴", 80)]
write("hidden.xls", xls(LAST, hidden=[2, 3, 9]))
WORKS = [("0571", DAY, "鄣吴", xlwt.Formula("40*3")), ("0572", DAY, "鄣吴", xlwt.Formula("1-1"))]
write("formula-empty.xls", xls(WORKS))
write("formula-zero.xls", xls(WORKS, values=[value(0, True), value(0, True)]))
write("formula-done.xls", xls(WORKS, values=[value(120, True), value(0, True)]))
BLANK = [("0571", DAY, xlwt.Formula('""'), 120), ("0572", DAY, "鄣吴", xlwt.Formula("40*3"))]
write("formula-blank.xls", xls(BLANK, values=[b"\x03\0\0\0\0\x01\xff\xff\0\0"]).replace(UNWORKED, value(120, False)))
SERIALS = [("0571", (serial, "yyyy-mm-dd"), "鄣吴", 10) for serial in [43220, 0]]
write("zero-1904.xls", xls(SERIALS, from_1904=True))
write("zeros.ods", ods([((571, "0571"), DAY, "鄣吴", 10), ((571, "571"), DAY, "鄣吴", 10), ("0572", DAY, "鄣吴", 10)]))
write("hidden.ods", ods(LAST, hidden={2: "filter", 3: "collapse"}))

"""Makes the files of these cases that are not text, and those in other encodings.

    python3 -m venv venv && venv/bin/pip install openpyxl==3.1.5 xlwt==1.3.0 odfpy==1.4.1 msoffcrypto-tool
    cd tests/cases/files && ../../../venv/bin/python make.py

Compressed files need the program zstd beside it. All couriers, companies and parcels are made up.
"""

import datetime
import gzip
import io
import pathlib
import subprocess
import zipfile

import openpyxl
import xlwt
from msoffcrypto.format.ooxml import OOXMLFile
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from openpyxl.utils.datetime import CALENDAR_MAC_1904

HERE = pathlib.Path(__file__).parent
HEADINGS = ["运单号", "派件业务员工号", "派件业务员", "公司", "收件乡镇", "签收标识", "签收时间", "件数"]
AREAS = ["递铺", "鄣吴", "天荒坪"]


def at(day, hour, minute):
    return datetime.datetime(2022, 5, day, hour, minute)


# 31 days, three couriers: parcel, id, name, company, area, signed, when, parcels.
ROWS = []
for day in range(1, 32):
    for courier, company in [("0571", "甲速递"), ("0572", "甲速递"), ("K-㐀9", "乙速递")]:
        number = len(ROWS)
        signed = "否" if number % 7 == 6 else "是"
        count = 1200 + number if day == 11 else 100 + number % 9 * 10
        when = at(day, 8 + number % 10, number * 7 % 60) if number != 30 else at(day, 0, 0)
        ROWS.append((f"77310000000{number:04}", courier, "张" + "三四五"[number % 3], company, AREAS[number % 3], signed, when, count))


def csv(rows, date, count, end, headings):
    lines = [",".join(headings)]
    for *words, when, parcels in rows:
        number = count(parcels)
        lines.append(",".join([*words, date(when), f'"{number}"' if "," in number else number]))
    return end.join(lines) + end


CANONICAL = csv(
    ROWS,
    lambda when: when.strftime("%Y-%m-%d %H:%M:%S"),
    str,
    "\n",
    ["parcel", "courier", "name", "company", "area", "status", "delivered_at", "parcels"],
)
# As Excel writes what it shows: days without leading zeros, times without seconds, counts with separators.
EXCEL = csv(
    ROWS,
    lambda when: f"{when.year}/{when.month}/{when.day} {when.hour}:{when.minute:02}",
    lambda parcels: f"{parcels:,}",
    "\r\n",
    HEADINGS,
)


def folder(name):
    (HERE / name).mkdir(exist_ok=True)
    return lambda file, data: (HERE / name / file).write_bytes(data)


def xlsx(sheets, epoch=None):
    """Each sheet: its name, its rows, its merged cells."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    if epoch:
        book.epoch = epoch
    for name, rows, merged in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
            for cell in sheet[sheet.max_row]:
                if isinstance(cell.value, datetime.datetime):
                    cell.number_format = "yyyy/m/d h:mm"
                elif isinstance(cell.value, int):
                    cell.number_format = "#,##0"
        for cells in merged:
            sheet.merge_cells(cells)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def xls(rows):
    book = xlwt.Workbook()
    sheet = book.add_sheet("五月")
    dated = xlwt.easyxf(num_format_str="yyyy/m/d h:mm")
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if isinstance(value, datetime.datetime):
                sheet.write(number, column, value, dated)
            else:
                sheet.write(number, column, value)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def ods(rows):
    document = OpenDocumentSpreadsheet()
    table = Table(name="五月")
    for row in rows:
        line = TableRow()
        for value in row:
            if isinstance(value, datetime.datetime):
                cell = TableCell(valuetype="date", datevalue=value.isoformat())
            elif isinstance(value, int):
                cell = TableCell(valuetype="float", value=str(value))
            else:
                cell = TableCell(valuetype="string")
            cell.addElement(P(text=str(value)))
            line.addElement(cell)
        table.addElement(line)
    document.spreadsheet.addElement(table)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def zipped(members):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name, (2022, 6, 1, 8, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def zstd(data):
    return subprocess.run(["zstd", "-q", "-c", "--check"], input=data, capture_output=True, check=True).stdout


def gz(data):
    return gzip.compress(data, mtime=0)


def twins():
    write = folder("twins.in")
    rows = [HEADINGS, *ROWS]
    write("canonical.csv", CANONICAL.encode())
    write("excel.csv", EXCEL.encode("gb18030"))
    write("excel-utf16.csv", ("\ufeff" + EXCEL).encode("utf-16-le"))
    book = xlsx([("五月", rows, []), ("Sheet2", [], [])])
    write("excel.xlsx", book)
    write("excel.xls", xls(rows))
    write("office.ods", ods(rows))
    write("canonical.csv.gz", gz(CANONICAL.encode()))
    write("canonical.csv.zst", zstd(CANONICAL.encode()))
    write("export.zip", zipped([("导出.csv", EXCEL.encode("gb18030"))]))
    write("export-xlsx.zip", zipped([("__MACOSX/._导出.xlsx", b"x"), ("导出.xlsx", book)]))
    rates = [["规则", "单价", "公司"], ["delivery", 0.85, "甲速递"], ["delivery", 0.9, "乙速递"]]
    text = "规则,单价,公司\r\ndelivery,0.85元,甲速递\r\ndelivery,0.90元,乙速递\r\n"
    write("rates.csv", "rule,amount,company\ndelivery,0.85,甲速递\ndelivery,0.90,乙速递\n".encode())
    write("rates-gbk.csv", text.encode("gb18030"))
    write("rates.xlsx", xlsx([("单价", rates, [])]))


def spreadsheets():
    write = folder("spreadsheets.in")
    head = ["派件业务员工号", "签收时间", "件数"]
    day = at(1, 8, 30)
    two = [("四月", [head, ["0571", day, 2]], []), ("五月", [head, ["0571", day, 3]], []), ("说明", [], [])]
    write("two.xlsx", xlsx(two))
    write("May #1.csv", "courier,date\nc1,2022-05-01\n".encode())
    merged = [
        ["派件业务员工号", "签收时间", "派件", None],
        [None, None, "收件乡镇", "件数"],
        ["0571", day, "递铺", 3],
        [None, at(2, 8, 30), "递铺", 4],
    ]
    write("merged.xlsx", xlsx([("五月", merged[:3], ["A1:A2", "B1:B2", "C1:D1"])]))
    write("merged-rows.xlsx", xlsx([("五月", merged, ["A1:A2", "B1:B2", "C1:D1", "A3:A4"])]))
    write("numbers-as-ids.xlsx", xlsx([("五月", [head, [773123456789012345, day, 3]], [])]))
    write("errors.xlsx", xlsx([("五月", [head, ["#N/A", day, 3], ["0571", "#REF!", 3], ["0571", day, "#DIV/0!"]], [])]))
    write("from-1904.xlsx", xlsx([("五月", [head, ["0571", day, 3]], [])], CALENDAR_MAC_1904))
    types = [["courier", "date", "status", "parcels", "first_at", "note"], ["0571", datetime.date(2022, 5, 1), True, "12", datetime.time(8, 5, 30), "a\nb"]]
    types += [[571, "2022-05-02", False, 7.0, None, None], [None] * 6, [571, datetime.date(2022, 5, 3), True, 8, "9:00", None]]
    write("types.xlsx", xlsx([("五月", types, [])]))
    plain, locked = io.BytesIO(xlsx([two[0]])), io.BytesIO()
    office = OOXMLFile(plain)
    office.encrypt("secret", locked)
    write("password.xlsx", locked.getvalue())
    write("broken.xlsx", xlsx([two[0]])[:3000])
    write("log.csv", "courier,date\nc1,2022-05-01\n".encode())


def compressed():
    write = folder("compressed.in")
    log = "courier,date\n" + "c1,2022-05-01\n" * 3000
    write("log.csv", log.encode())
    write("whole.csv.gz", gz(log.encode()) + gz(b"c2,2022-05-01\n"))
    write("cut-off.csv.gz", gz(log.encode())[:-20])
    write("cut-off.csv.zst", zstd(log.encode())[:-10])
    data = bytearray(gz(log.encode()))
    data[-5] ^= 1
    write("broken.csv.gz", bytes(data))
    write("several.zip", zipped([("四月.csv", b"x"), ("五月.csv", b"y")]))
    write("none.zip", zipped([]))
    write("log.zip", zipped([("log.csv", log.encode())]))
    data = bytearray(zipped([("log.csv", log.encode())]))
    # The flag that says that a file is encrypted, in both places where it is noted.
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    write("password.zip", bytes(data))
    data = bytearray(zipped([("log.csv", log.encode())]))
    data[data.index(b"PK\x01\x02") + 16] ^= 1
    write("broken.zip", bytes(data))


def encodings():
    write = folder("encodings.in")
    log = "派件业务员工号,收件乡镇,日期,件数\r\n0571,递铺,2022-05-01,3\r\n0572,鄣吴,2022-05-01,x\r\n"
    good = log.replace("x", "4")
    write("gbk.csv", good.encode("gbk"))
    write("gbk-problem.csv", log.encode("gbk"))
    write("utf8.csv", good.encode())
    write("utf8-bom.csv", ("\ufeff" + good).encode())
    write("utf16.csv", ("\ufeff" + good).encode("utf-16-le"))
    write("utf16-bare.csv", good.encode("utf-16-le"))
    write("big5.csv", "courier,area,date\nc1,安吉鎮,2022-05-01\n".encode("big5") + b"c2,\xff\xff,2022-05-01\n")
    write("roster-gbk.csv", "工号,公司,性别\r\n0571,甲速递,女\r\n0572,甲速递,？\r\n".encode("gbk"))


def register_month():
    write = folder("register-month.in")
    bare, head = ["工号", "应发工资"], ["工号", "月份", "应发工资"]
    day = datetime.date(2024, 7, 1)
    sheets = [(name, [bare, ["c1", 79]], []) for name in ["7月", "2024年7月工资", "202407", "六月", "合计"]]
    sheets += [
        ("7月欠发", [head, ["c1", "2024-07", 78], ["c1", "2024-06", 1]], []),
        ("8月", [head, ["c1", "2024-07", 79], ["c2", "7月", 79]], []),
        ("单元格", [head, ["c1", day, 79], ["c2", 202407, 79], ["c3", "2024年7月", 79], ["c4", 7, 79], ["c5", "2024.07", 79]], []),
        ("十月", [head, ["c1", 2024.10, 79], ["c2", "2024.10", 79], ["c3", "2024-13", 79], ["c4", "下月", 79]], []),
    ]
    write("months.xlsx", xlsx(sheets))


for make in [twins, spreadsheets, compressed, encodings, register_month]:
    make()

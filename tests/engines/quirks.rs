//! Logs with everything that a cell may say, well and badly, and the maps that lay them out.

use std::fmt::Write;

/// A log, and how the program and the engines are asked to read it.
pub(crate) struct Log {
    pub(crate) text: String,
    pub(crate) map: Option<String>,
    pub(crate) flags: Vec<String>,
    pub(crate) has_headings: bool,
}

/// How many rows each log has.
const ROWS: usize = 600;

const NAMES: &[&str] = &[
    "K1",
    "k1",
    "Ｋ１",
    " K1 ",
    "K2",
    "甲速递",
    "\u{3000}鄣吴\t",
    "a,b",
    "say \"x\"",
    "O'Neil",
    "back\\slash",
    "two\nlines",
    "😀员",
    "é",
    "e\u{301}",
    "'=A1",
    "=A1",
    "'-5",
    "-5",
    "+x",
    "'@b",
    "-",
    "—",
    "",
    "\u{3000}",
    "100%",
    "`tick`",
    "#n/a",
    "7.73E14",
    "$1",
    "鄣\u{200b}吴",
    "\u{feff}K1",
    "#FORMULA!",
    "#MERGED!B2:B5",
];

/// What stands for a total, and what only looks like it.
const TOTALS: &[&str] = &[
    "合计",
    "合 计：",
    "小计(件)",
    "五月总计",
    "共计4人",
    "Total",
    "SUM:",
    "Grand Total",
    "合计【件】",
    "summer",
    "小计算",
    "会计师",
];

const SERVICES: &[&str] = &["delivery", "pickup", "", "揽", "派", "Delivery"];

const STATUSES: &[&str] =
    &["delivered", "SIGNED", "签收", " 妥投 ", "是", "1", "True", "退回", "", "no", "ſigned", "是 的"];

const COUNTS: &[&str] = &[
    "3.0",
    "1,200",
    "１２",
    "１，２００．００",
    "7\u{a0}",
    "1,000,000.0",
    "\u{2003}0.0",
    "1",
    "0",
    "2",
    " 250 ",
    "007",
    "1000000000",
    "0000000000000000000000012",
];
const BAD_COUNTS: &[&str] = &[
    "1,20",
    "12.",
    ".0",
    "1200,300",
    "12元",
    "＋3",
    "－１",
    "1,200.5",
    "1,,200",
    "一",
    "1000000001",
    "-1",
    "2.5",
    "x",
    "",
    "99999999999999999999",
    "1e3",
    "+2",
    "3 4",
    "0x10",
];

const DAYS: &[&str] = &[
    "2022-05-01",
    "2022/5/1",
    "2022.05.31",
    "2022年5月1日",
    "2024年2月29日",
    "1999-12-31",
    "2000-02-29",
    "1900-01-01",
    "2199-12-31",
    "2022-5/1",
    "2022-05-01日",
    "\u{3000}2022-05-02 ",
];
const BAD_DAYS: &[&str] = &[
    "2022-02-29",
    "1900-02-29",
    "2022-13-01",
    "2022-00-10",
    "2022-1-0",
    "20220501",
    "1/5/2022",
    "22-05-01",
    "1899-12-31",
    "2200-01-01",
    "2022-05-01-",
    "yesterday",
    "",
    "２０２２-05-01",
    "2022-05-01\u{2028}",
    "2022-001-01",
    "+2022-05-01",
    "44682",
];

const CLOCKS: &[&str] =
    &["00:00:00", "08:30:00", "9:05", "23:59:59", "12:00:00.5", "07:07:07.", "0:00", "10:10:10.999999999"];
const BAD_CLOCKS: &[&str] = &[
    "24:00:00",
    "08:60",
    "8:5",
    "08:30:00Z",
    "08:30:00+08:00",
    "noon",
    "08:30:60",
    "08:30:00.x",
    "8",
    "08:30:00 PM",
    "1:2:3",
];

const BETWEEN: &[&str] = &[" ", "T", "  ", "\u{3000}", " T"];

/// What a spreadsheet shows where it could not work something out, or had no room for it.
const FAULTS: &[&str] = &["#N/A", " #REF!", "7.73E+14", "1e+3"];

/// Numbers that only look random: the same on every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides as u64).unwrap()
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.roll(of.len())]
    }

    /// One of the good, now and then one of the bad.
    fn either<'a>(&mut self, good: &[&'a str], bad: &[&'a str]) -> &'a str {
        if self.roll(25) == 0 { self.one(bad) } else { self.one(good) }
    }

    fn day(&mut self) -> String {
        self.either(DAYS, BAD_DAYS).to_string()
    }

    fn clock(&mut self) -> String {
        self.either(CLOCKS, BAD_CLOCKS).to_string()
    }

    fn moment(&mut self) -> String {
        let day = self.day();
        match self.roll(5) {
            0 => day,
            1 => format!("{day}T"),
            _ => day + self.one(BETWEEN) + &self.clock(),
        }
    }

    /// What stands in a column.
    fn cell(&mut self, column: &str) -> String {
        match column {
            _ if self.roll(200) == 0 => self.one(FAULTS).to_string(),
            "courier" | "company" | "area" | "service" | "date" | "delivered_at" if self.roll(60) == 0 => {
                self.one(TOTALS).to_string()
            }
            "service" => self.one(SERVICES).to_string(),
            "status" => self.one(STATUSES).to_string(),
            "parcels" => self.either(COUNTS, BAD_COUNTS).to_string(),
            "date" => match self.roll(8) {
                0 => String::new(),
                1 => self.moment(),
                _ => self.day(),
            },
            "delivered_at" => match self.roll(8) {
                0 => String::new(),
                _ => self.moment(),
            },
            "first_at" | "last_at" => match self.roll(6) {
                0 | 1 => String::new(),
                2 => self.moment(),
                _ => self.clock(),
            },
            "parcel" => match self.roll(30) {
                0 => self.one(&["", "7.73E+14", "1e+3", "-"]).to_string(),
                1 => self.one(&["JT1E2", "1E2", "'=7", "7.1.2E5x"]).to_string(),
                _ => format!("JT{}", self.roll(ROWS / 2)),
            },
            _ => self.one(NAMES).to_string(),
        }
    }
}

fn quoted(cell: &str) -> String {
    if cell.contains(['"', ',', '\n']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_string() }
}

fn csv(headings: Option<&[&str]>, end: &str, rows: &[Vec<String>]) -> String {
    let mut text = headings.map_or(String::new(), |headings| {
        headings.iter().map(|heading| quoted(heading)).collect::<Vec<_>>().join(",") + end
    });
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| quoted(cell)).collect();
        let _ = write!(text, "{}{end}", cells.join(","));
    }
    text
}

/// A log of canonical columns.
fn plain(dice: &mut Dice, columns: &[&str]) -> Log {
    let row = |dice: &mut Dice| columns.iter().map(|column| dice.cell(column)).collect();
    let mut rows: Vec<Vec<String>> = (0..ROWS).map(|_| row(dice)).collect();
    rows.push(vec![String::new(); columns.len()]);
    rows.push(vec![" \u{3000}".to_string(); columns.len()]);
    Log { text: csv(Some(columns), "\n", &rows), map: None, flags: Vec::new(), has_headings: true }
}

const BY_HEADINGS: &str = r#"
missing = ["-", "—", "no"]

[columns]
courier = "派件员 \"工号\""
company = { value = "申`通'\\" }
area = { join = ["城市", "区"], with = "/" }
service = { from = "类型", values = { "派" = "delivery", "揽" = "pickup", "" = "parcel" } }
status = "签收标识"
parcels = "件数"
date = "日期"
delivered_at = "签收时间"

[rows]
keep = { "作废标记" = ["否", "", "NO"] }
delivered = ["delivered", "signed", "签收", "已签收", "妥投", "是", "1", "true"]
"#;

const BY_NUMBERS: &str = r##"
timezone = "Europe/Berlin"

[columns]
courier = "#2"
delivered_at = { from = "#1", format = ["%m-%d %H:%M:%S", "%d.%m.%Y %R", "%m.%d.%Y %H:%M"], year = 2022 }
"##;

const INSTANTS: &str = r#"
timezone = "America/New_York"

[columns]
courier = { from = "courier", width = 4 }
date = { from = "day", format = "excel" }
delivered_at = { from = "at", format = ["epoch-seconds", "%Y-%m-%dT%H:%M:%S%z", "%Y%m%d%H%M%SZ"] }
first_at = { from = "first", format = ["%k:%M", "excel"] }
"#;

const ONCE: &str = r#"
[columns]
courier = "courier"
delivered_at = "delivered_at"

[rows]
unique = "parcel"
delivered = ["ok"]
"#;

/// Days without a year, and days in two orders, some of which may be read both ways.
const WITHOUT_YEAR: &[&str] = &[
    "05-01 09:30:05",
    "5-1 9:3:5",
    "02-29 00:00:00",
    "13-01 10:00:00",
    "05-01  09:30:05",
    "1.2.2022 10:00",
    "3.3.2022 10:00",
    "13.2.2022 7:05",
    "2.13.2022 7:05",
    "30.2.2022 7:05",
    "03.3.2022 07:05",
    "5-1 24:00:00",
    "2022-05-01 10:00:00",
    "",
];

/// Midnight in New York on 2022-05-01; the hour that its autumn repeats; what it leaves out in spring.
const AT: &[&str] = &[
    "1651377600",
    "1651377599",
    "1651377600.0",
    "-5",
    "99999999999999",
    "1667714400",
    "1667710800",
    "1647154800",
    "2022-05-01T00:00:00-0400",
    "2022-05-01T00:00:00+0800",
    "20220501040000Z",
    "20220501040000",
    "2022-05-01T00:00:00",
    "",
];

const SERIALS: &[&str] =
    &["44682", "44682.0", "44682.25", "44682.999999", "60", "61", "2022-05-01", "", "", "", "", "-1", "1e5"];

const FIRST: &[&str] = &["", "", "0:00", "9:05", "09:5", "0.25", "44682.25", "25:00"];

/// A log that a map lays out.
fn laid_out(map: &str, headings: Option<&[&str]>, mut row: impl FnMut() -> Vec<String>) -> Log {
    let rows: Vec<Vec<String>> = (0..ROWS).map(|_| row()).collect();
    let text = csv(headings, "\n", &rows);
    Log { text, map: Some(map.to_string()), flags: Vec::new(), has_headings: headings.is_some() }
}

fn by_headings(dice: &mut Dice) -> Log {
    let headings = ["派件员 \"工号\"", "城市", "区", "类型", "签收标识", "件数", "日期", "签收时间", "作废标记"];
    let said = ["courier", "area", "area", "service", "status", "parcels", "date", "delivered_at"];
    laid_out(BY_HEADINGS, Some(&headings), || {
        let mut row: Vec<String> = said.iter().map(|column| dice.cell(column)).collect();
        row.push(dice.one(&["否", "", "-", "no", "No", "是", "否", "否", "#N/A"]).to_string());
        row
    })
}

/// Logs laid out in other ways.
fn mapped(dice: &mut Dice) -> Vec<Log> {
    let named = by_headings(dice);
    let numbered =
        laid_out(BY_NUMBERS, None, || vec![dice.one(WITHOUT_YEAR).into(), dice.cell("courier"), String::new()]);
    let instants = laid_out(INSTANTS, Some(&["courier", "day", "at", "first"]), || {
        vec![dice.cell("courier"), dice.one(SERIALS).into(), dice.one(AT).into(), dice.one(FIRST).into()]
    });
    // Rows of one parcel say the same, so that it does not matter which of them counts.
    let once = laid_out(ONCE, Some(&["parcel", "courier", "delivered_at"]), || {
        let parcel = dice.cell("parcel");
        let mut same = Dice(parcel.bytes().fold(7, |hash, byte| hash * 31 + u64::from(byte)));
        same.roll(2);
        vec![parcel, same.cell("courier"), same.moment()]
    });
    vec![named, numbered, instants, once]
}

/// All logs.
pub(crate) fn logs() -> Vec<Log> {
    let mut dice = Dice(88_172_645_463_325_252);
    let all = [
        "parcel",
        "courier",
        "company",
        "area",
        "service",
        "status",
        "parcels",
        "date",
        "delivered_at",
        "first_at",
        "last_at",
    ];
    let mut logs = vec![
        plain(&mut dice, &all),
        plain(&mut dice, &["courier", "date"]),
        plain(&mut dice, &["delivered_at", "courier", "area"]),
        plain(&mut dice, &["courier", "parcels", "first_at", "date", "remarks"]),
        plain(&mut dice, &["last_at", "courier", "delivered_at", "service"]),
    ];
    // Of words that nobody has said the meaning of, the program says so and stops.
    logs[0].flags = ["--delivered", "delivered,signed,签收,已签收,妥投,是,1,true"].map(String::from).to_vec();
    let mut listed = plain(&mut dice, &["courier", "status", "delivered_at"]);
    listed.flags = ["--delivered", "退回, NO,ſigned"].map(String::from).to_vec();
    logs.push(listed);
    logs.extend(mapped(&mut dice));
    // Windows ends its lines with two characters; nothing counts here. A log without a row is a mistake, which no engine tells.
    let bad = [vec!["K1".to_string(), "never".to_string()], vec![String::new(), "2022-05-01".to_string()]];
    let text = csv(Some(&["courier", "date"]), "\r\n", &bad);
    logs.push(Log { text, map: None, flags: Vec::new(), has_headings: true });
    logs
}

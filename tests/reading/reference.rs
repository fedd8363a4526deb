//! What a log comes to, worked out the plain way.

use std::collections::BTreeMap;

use wagepact::units::Date;

/// Days as they may be written, and what they mean.
pub(crate) const DAYS: [(&str, Option<Date>); 9] = [
    ("2022-05-01", Some(Date::constant(2022, 5, 1))),
    ("2022/5/1", Some(Date::constant(2022, 5, 1))),
    (" 2022.05.31", Some(Date::constant(2022, 5, 31))),
    ("2024年2月29日", Some(Date::constant(2024, 2, 29))),
    ("1999-12-31", Some(Date::constant(1999, 12, 31))),
    ("2022-02-29", None),
    ("20220501", None),
    ("yesterday", None),
    ("", None),
];

/// Times as they may be written after a day, and the second of the day that they mean; nothing is no time.
pub(crate) const TIMES: [(&str, Result<Option<u32>, ()>); 10] = [
    ("", Ok(None)),
    (" 00:00:00", Ok(Some(0))),
    (" 08:30:00", Ok(Some(30_600))),
    ("T08:30:01", Ok(Some(30_601))),
    (" 9:05", Ok(Some(32_700))),
    (" 23:59:59.0", Ok(Some(86_399))),
    (" 24:00:00", Err(())),
    (" 08:30:00Z", Err(())),
    ("T08:30:00+08:00", Err(())),
    (" noon", Err(())),
];

/// Counts as they may be written, and what they mean.
pub(crate) const COUNTS: [(&str, Option<u64>); 15] = [
    ("0", Some(0)),
    ("1", Some(1)),
    (" 250 ", Some(250)),
    ("1000000000", Some(1_000_000_000)),
    ("1000000001", None),
    ("-1", None),
    ("2.5", None),
    ("3.0", Some(3)),
    ("3.01", None),
    ("1,200", Some(1200)),
    ("1,20", None),
    ("１２，３４５", Some(12_345)),
    ("7.", None),
    ("x", None),
    ("", None),
];

/// Names as they may be written.
pub(crate) const NAMES: [&str; 9] = ["7.73E+14", "K1", "K2", " K1", "甲速递", "\u{3000}鄣吴 ", "", "a,b", "say \"x\""];

/// Statuses as they may be written.
pub(crate) const STATUSES: [&str; 7] = ["delivered", "SIGNED", "签收", " 妥投 ", "退回", "", "1"];

pub(crate) const DELIVERED: [&str; 8] = ["delivered", "signed", "签收", "已签收", "妥投", "是", "1", "true"];

/// The columns of a log, each under some of its headings.
pub(crate) const HEADINGS: [&[&str]; 11] = [
    &["parcel", "运单号"],
    &["courier", "Courier ", "派件业务员工号"],
    &["company", "公司"],
    &["area", "收件乡镇"],
    &["service", "业务类型"],
    &["status", "签收标识"],
    &["parcels", "件数"],
    &["date", "日期"],
    &["delivered_at", "签收时间"],
    &["first_at", "首件时间"],
    &["last_at", "末件时间"],
];

/// Parcels, first and last delivery by day and company, courier, area and service.
pub(crate) type Cells = BTreeMap<(Date, [String; 4]), (u64, Option<u32>, Option<u32>)>;

/// What a log comes to.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Expected {
    pub(crate) cells: Cells,
    pub(crate) not_delivered: BTreeMap<String, u64>,
    pub(crate) counted: u64,
    pub(crate) rejected: Vec<Vec<Vec<u8>>>,
}

/// Reads logs with the `csv` crate, row by row.
pub(crate) fn by_reference(logs: &[Vec<u8>]) -> Expected {
    let mut expected = Expected::default();
    for log in logs {
        let mut csv = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(log.as_slice());
        let mut records = csv.byte_records().map(Result::unwrap);
        let headings: Vec<String> = records.next().unwrap().iter().map(|heading| trimmed(heading).unwrap()).collect();
        let is = |heading: &str, names: &[&str]| names.iter().any(|name| name.trim().eq_ignore_ascii_case(heading));
        let positions = HEADINGS.map(|names| headings.iter().position(|heading| is(heading, names)));
        for record in records {
            // Where nothing stands is no row.
            if record.iter().all(|cell| trimmed(cell).is_some_and(|text| text.is_empty())) {
                continue;
            }
            let row = positions.map(|position| position.map(|at| record.get(at).unwrap_or_default().to_vec()));
            if record.len() != headings.len() || count(&row, &mut expected).is_none() {
                expected.rejected.push(record.iter().map(<[u8]>::to_vec).collect());
            }
        }
    }
    for (_, first, last) in expected.cells.values_mut() {
        if first.is_some() && last.is_some() && first > last {
            std::mem::swap(first, last); // both are deliveries of the day
        }
    }
    expected
}

fn trimmed(cell: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(cell).ok()?;
    Some(text.trim_matches([' ', '\t', '\r', '\n', '\u{3000}']).to_string())
}

fn day(text: &str) -> Option<Date> {
    DAYS.iter().find(|(written, _)| written.trim() == text).and_then(|(_, meaning)| *meaning)
}

/// What a day with or without a time means: all ways in which both can be written are tried.
fn moment(text: &str) -> Option<(Date, Option<u32>)> {
    TIMES.iter().find_map(|(written, time)| {
        let day = day(text.strip_suffix(written)?)?;
        time.ok().map(|time| (day, time))
    })
}

/// What a time means that may stand alone.
fn time(text: &str) -> Option<(Option<Date>, u32)> {
    let alone = TIMES.iter().find(|(written, _)| !written.is_empty() && &written[1..] == text);
    match alone {
        Some((_, time)) => time.ok().flatten().map(|time| (None, time)),
        None => moment(text).and_then(|(day, time)| Some((Some(day), time?))),
    }
}

fn parcels(text: &str) -> Option<u64> {
    match COUNTS.iter().find(|(count, _)| count.trim() == text) {
        Some((_, meaning)) => *meaning,
        None if text.len() < 4 => text.parse().ok(),
        None => None,
    }
}

/// Counts one row; `None` where it cannot be read.
fn count(row: &[Option<Vec<u8>>; 11], expected: &mut Expected) -> Option<()> {
    let text = |column: usize| row[column].as_ref().map_or(Some(String::new()), |cell| trimmed(cell));
    if row[5].is_some() {
        let status = text(5)?;
        if !DELIVERED.iter().any(|counts| counts.eq_ignore_ascii_case(&status)) {
            *expected.not_delivered.entry(status).or_default() += 1;
            return Some(());
        }
    }
    // Nobody sees a control character in an id.
    let id = text(1).map(|courier| courier.replace(char::is_control, ""));
    let courier = id.filter(|courier| !courier.is_empty() && courier != "7.73E+14")?;
    let service = text(4).map(|service| if service.is_empty() { "delivery".to_string() } else { service })?;
    let names = [text(2)?, courier, text(3)?, service];
    let (date, delivered) = (text(7)?, text(8)?);
    let delivered = if delivered.is_empty() { None } else { Some(moment(&delivered)?) };
    let date = if date.is_empty() { delivered?.0 } else { moment(&date)?.0 };
    let at = delivered.filter(|(day, _)| *day == date).and_then(|(_, at)| at);
    let bound = |column: usize| {
        let written = text(column)?;
        if written.is_empty() {
            return Some(at);
        }
        let (day, time) = time(&written)?;
        (day.is_none() || day == Some(date)).then_some(Some(time))
    };
    let (first, last) = (bound(9)?, bound(10)?);
    if first.is_some() && last.is_some() && first > last {
        return None;
    }
    let parcels = if row[6].is_some() { parcels(&text(6)?)? } else { 1 };
    let cell = expected.cells.entry((date, names)).or_insert((0, None, None));
    cell.0 += parcels;
    cell.1 = if cell.1.is_none() { first } else { cell.1.min(first.or(cell.1)) };
    cell.2 = cell.2.max(last);
    expected.counted += 1;
    Some(())
}

//! Months as people name them: in a cell, in the name of a sheet, in the title of a table.

use std::collections::BTreeSet;
use std::fmt;

use crate::tables::alike;
use crate::units::date::YEARS;
use crate::units::{Month, date};

/// A month, perhaps of a year that is not said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NamedMonth {
    /// The year, where it is said.
    pub year: Option<i16>,
    /// 1 to 12.
    pub month: i8,
}

/// The Chinese numbers of months, those first that others end in.
const NUMBERS: [(&str, &str); 12] = [
    ("十二月", "12月"),
    ("十一月", "11月"),
    ("十月", "10月"),
    ("九月", "9月"),
    ("八月", "8月"),
    ("七月", "7月"),
    ("六月", "6月"),
    ("五月", "5月"),
    ("四月", "4月"),
    ("三月", "3月"),
    ("二月", "2月"),
    ("一月", "1月"),
];

impl From<Month> for NamedMonth {
    fn from(month: Month) -> Self {
        Self { year: Some(month.year), month: month.month }
    }
}

/// `2022-05`, or `5月` where no year is said.
impl fmt::Display for NamedMonth {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(year) => Month { year, month: self.month }.fmt(out),
            None => write!(out, "{}月", self.month),
        }
    }
}

/// The month that a cell names: with its year as [`date::parse_month`] reads it, or without, `5月`, `五月`, `5`.
#[must_use]
pub fn of_cell(text: &str) -> Option<NamedMonth> {
    if let Some(month) = date::parse_month(text) {
        return Some(month.into());
    }
    let text = plain(text);
    let of_year = || {
        let digits = text.trim_end_matches('份').trim_end_matches('月');
        let is_number = (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        let month = digits.parse().ok().filter(|month| is_number && (1..=12).contains(month))?;
        Some(NamedMonth { year: None, month })
    };
    date::parse_month(&text).map(NamedMonth::from).or_else(of_year)
}

/// The months that the name of a sheet or a title names, each once. A single day, such as that of its making, names none; from one
/// day to another of one month is that month.
#[must_use]
pub fn within(text: &str) -> BTreeSet<NamedMonth> {
    let text = plain(text);
    let parts = parts(&text);
    let (mut months, mut days) = (BTreeSet::new(), Vec::new());
    let (mut at, mut year) = (0, None);
    while at < parts.len() {
        let (found, is_day, length) = named(&parts[at..], &mut year);
        if let Some(found) = found {
            if is_day { days.push(found) } else { _ = months.insert(found) }
        }
        at += length;
    }
    if months.is_empty() && days.len() > 1 && days.iter().all(|day| day.month == days[0].month) {
        months.extend(days);
    }
    let with_year: BTreeSet<i8> = months.iter().filter(|named| named.year.is_some()).map(|named| named.month).collect();
    months.retain(|named| named.year.is_some() || !with_year.contains(&named.month));
    months
}

/// Without spaces and width, the numbers of months in digits.
fn plain(text: &str) -> String {
    NUMBERS.iter().fold(alike::name(text), |text, (word, digits)| text.replace(word, digits))
}

/// A run of digits, and what stands between it and the next.
type Part<'t> = (&'t str, &'t str);

fn parts(text: &str) -> Vec<Part<'_>> {
    let is_digit = |letter: char| letter.is_ascii_digit();
    let mut rest = text.trim_start_matches(|letter| !is_digit(letter));
    let mut parts = Vec::new();
    while !rest.is_empty() {
        let (digits, after) = rest.split_at(rest.find(|letter| !is_digit(letter)).unwrap_or(rest.len()));
        let (between, next) = after.split_at(after.find(is_digit).unwrap_or(after.len()));
        parts.push((digits, between));
        rest = next;
    }
    parts
}

/// The month that some parts begin with, whether a day of it follows, and how many parts say so. A year that stands alone
/// (2022年度) is kept for the months after it.
fn named(parts: &[Part<'_>], year: &mut Option<i16>) -> (Option<NamedMonth>, bool, usize) {
    let (digits, between) = parts[0];
    let month_of = |digits: &str| digits.parse().ok().filter(|month| digits.len() <= 2 && (1..=12).contains(month));
    let year_of = |digits: &str| digits.parse().ok().filter(|year| YEARS.contains(year));
    match (digits.len(), parts.get(1)) {
        (6, _) => {
            let month = year_of(&digits[..4]).zip(digits[4..].parse().ok().filter(|month| (1..=12).contains(month)));
            (month.map(|(year, month)| NamedMonth { year: Some(year), month }), false, 1)
        }
        (4, Some((next, after))) if matches!(between, "年" | "-" | "/" | ".") => {
            let Some((said, month)) = year_of(digits).zip(month_of(next)) else { return (None, false, 1) };
            let is_day = (*after == "月" || *after == between) && parts.len() > 2;
            // What a spreadsheet shows as 2022.1 may be October.
            let is_clear = between != "." || next.len() == 2 || *next != "1" || after.starts_with('月') || is_day;
            let named = NamedMonth { year: Some(said), month };
            (is_clear.then_some(named), is_day, if is_day { 3 } else { 2 })
        }
        (4, _) => {
            *year = year_of(digits).filter(|_| between.starts_with('年')).or(*year);
            (None, false, 1)
        }
        (1 | 2, next) if between.starts_with('月') => {
            let is_day = between == "月" && next.is_some_and(|(_, after)| after.starts_with(['日', '号']));
            (month_of(digits).map(|month| NamedMonth { year: *year, month }), is_day, if is_day { 2 } else { 1 })
        }
        _ => (None, false, 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(named: NamedMonth) -> String {
        named.year.map_or(format!("?-{:02}", named.month), |year| format!("{year}-{:02}", named.month))
    }

    fn all(text: &str) -> Vec<String> {
        within(text).into_iter().map(shown).collect()
    }

    #[test]
    fn a_cell_names_a_month_with_or_without_its_year() {
        for text in [
            "2022-05",
            "2022/5",
            "2022年5月",
            "2022年5月份",
            "2022-5",
            "2022.05",
            "2022.5",
            "202205",
            "２０２２年５月",
            "2022 年 五月",
            "2022-05-01",
            "2022/5/1",
            "2022年5月1日",
            "2022-05-31 00:00:00",
        ] {
            assert_eq!(of_cell(text).map(shown).as_deref(), Some("2022-05"), "{text}");
        }
        for text in ["5月", "05月", "5", "5月份", "五月"] {
            assert_eq!(of_cell(text).map(shown).as_deref(), Some("?-05"), "{text}");
        }
        assert_eq!(of_cell("2022.10").map(shown).as_deref(), Some("2022-10"));
        for bad in ["", "2022.1", "13月", "0", "2022", "202213", "2022-13", "5.0", "May", "22-05", "月", "2022-05-32"]
        {
            assert_eq!(of_cell(bad), None, "{bad}");
        }
    }

    #[test]
    fn titles_and_sheets_name_months() {
        for (text, months) in [
            ("10月", &["?-10"][..]),
            ("2022年10月工资表", &["2022-10"]),
            ("XX快递有限公司员工工资表（2022年10月）", &["2022-10"]),
            ("2022年度 10月份 工资发放表", &["2022-10"]),
            ("202210", &["2022-10"]),
            ("工资2022-10", &["2022-10"]),
            ("2022.10", &["2022-10"]),
            ("十一月", &["?-11"]),
            ("2022年10月工资表 制表日期：2022年11月5日", &["2022-10"]),
            ("10月工资 2022年10月", &["2022-10"]),
            ("工资表 2022年10月1日至10月31日", &["2022-10"]),
            ("2022-10-01至2022-10-31", &["2022-10"]),
            ("2022年10月工资（11月发放）", &["?-11", "2022-10"]),
            ("制表日期：2022年11月5日", &[]),
            ("11月5日", &[]),
            ("2022.1", &[]),
            ("派件", &[]),
            ("3个月", &[]),
            ("Sheet1", &[]),
            ("13月", &[]),
            ("2022年", &[]),
        ] {
            assert_eq!(all(text), months, "{text}");
        }
    }
}

//! How the days of a column are written: found by trying what is usual.

use crate::tables::map::format::{Fill, Format, Zone};
use crate::units::date;

/// How the days and times of a column are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Writing {
    /// As the program reads them by itself.
    Plain,
    /// In these formats.
    Formats {
        formats: Vec<&'static str>,
        /// Whether the order of day and month is open.
        ambiguous: bool,
        /// Whether they are instants.
        instant: bool,
    },
    /// In a format that does not say the year.
    Yearless(String),
}

/// Formats of days, of which one and its times may fit all cells.
const FORMATS: [&str; 24] = [
    "%Y%m%d",
    "%Y%m%d%H%M%S",
    "%Y%m%d %H:%M:%S",
    "%d/%m/%Y",
    "%d/%m/%Y %H:%M",
    "%d/%m/%Y %H:%M:%S",
    "%m/%d/%Y",
    "%m/%d/%Y %H:%M",
    "%m/%d/%Y %H:%M:%S",
    "%d-%m-%Y",
    "%d-%m-%Y %H:%M:%S",
    "%m-%d-%Y",
    "%m-%d-%Y %H:%M:%S",
    "%d.%m.%Y",
    "%d.%m.%Y %H:%M:%S",
    "%Y-%m-%dT%H:%M:%SZ",
    "%Y-%m-%dT%H:%M:%S.%fZ",
    "%Y-%m-%dT%H:%M:%S%:z",
    "%Y-%m-%d %H:%M:%S%:z",
    "%Y-%m-%d %H:%M:%S%z",
    "excel",
    "epoch-seconds",
    "epoch-milliseconds",
    "%b %d %Y %H:%M:%S",
];

/// Formats without a year.
const YEARLESS: [&str; 5] = ["%m-%d %H:%M:%S", "%m-%d %H:%M", "%m/%d %H:%M:%S", "%m/%d %H:%M", "%m月%d日"];

/// So many cells are tried.
const TRIED: usize = 1000;

/// The years that a log may speak of; a number that means another is no day.
const YEARS: std::ops::RangeInclusive<i16> = 1990..=2100;

/// Formats of months, and those without a year.
const MONTHS: [&str; 5] = ["%Y%m", "%m/%Y", "%m-%Y", "%m.%Y", "%b %Y"];
const MONTHS_YEARLESS: [&str; 2] = ["%m月", "%m"];

/// How days are written; `None` where nothing usual fits, or there are no cells.
pub(super) fn writing<'a>(cells: impl Iterator<Item = &'a str>, is_plain: impl Fn(&str) -> bool) -> Option<Writing> {
    fitting(cells, is_plain, (&FORMATS, &YEARLESS), Fill::default())
}

/// Whether days are the numbers of a spreadsheet.
pub(super) fn is_of_a_spreadsheet(writing: Option<&Writing>) -> bool {
    matches!(writing, Some(Writing::Formats { formats, .. }) if formats.contains(&"excel"))
}

/// The same of months.
pub(super) fn writing_of_months<'a>(cells: impl Iterator<Item = &'a str>) -> Option<Writing> {
    let is_plain = |text: &str| date::parse_month(text).is_some();
    fitting(cells, is_plain, (&MONTHS, &MONTHS_YEARLESS), Fill { day: Some(1), ..Fill::default() })
}

fn fitting<'a>(
    cells: impl Iterator<Item = &'a str>,
    is_plain: impl Fn(&str) -> bool,
    (formats, yearless): (&[&'static str], &[&'static str]),
    fill: Fill,
) -> Option<Writing> {
    let cells: Vec<&str> = cells.take(TRIED).collect();
    if cells.is_empty() {
        return None;
    }
    if cells.iter().all(|text| is_plain(text)) {
        return Some(Writing::Plain);
    }
    let zone = Zone::default();
    let fits = |format: &Format, text: &str, fill: Fill| {
        let moment = format.read(text, fill, &zone);
        moment.is_some_and(|moment| moment.day.is_some_and(|day| YEARS.contains(&day.year())))
    };
    let named = |name: &str| Format::named(name).ok();
    let fitting: Vec<(&'static str, Format)> = formats
        .iter()
        .filter_map(|name| Some((*name, named(name)?)))
        .filter(|(_, format)| cells.iter().all(|text| fits(format, text, fill)))
        .collect();
    if !fitting.is_empty() {
        let instant = fitting.iter().any(|(_, format)| format.is_instant());
        let formats: Vec<&'static str> = fitting.into_iter().map(|(name, _)| name).collect();
        return Some(Writing::Formats { ambiguous: formats.len() > 1, formats, instant });
    }
    let fill = Fill { year: Some(2024), ..fill };
    let yearless = yearless
        .iter()
        .find(|name| named(name).is_some_and(|format| cells.iter().all(|text| fits(&format, text, fill))));
    yearless.map(|format| Writing::Yearless((*format).into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(cells: &[&str]) -> Option<Writing> {
        writing(cells.iter().copied(), |text| date::parse(text.split(' ').next().unwrap_or_default()).is_some())
    }

    fn formats(cells: &[&str]) -> Option<(Vec<&'static str>, bool)> {
        match of(cells)? {
            Writing::Formats { formats, ambiguous, .. } => Some((formats, ambiguous)),
            Writing::Plain | Writing::Yearless(_) => None,
        }
    }

    #[test]
    fn the_usual_writings_are_known() {
        assert_eq!(of(&["2022-05-01 09:30", "2022/5/2"]), Some(Writing::Plain));
        assert_eq!(formats(&["20220501", "20220502"]), Some((vec!["%Y%m%d"], false)));
        assert_eq!(formats(&["13/5/2022", "1/5/2022"]), Some((vec!["%d/%m/%Y"], false)));
        assert_eq!(formats(&["1/5/2022", "2/5/2022"]), Some((vec!["%d/%m/%Y", "%m/%d/%Y"], true)));
        assert_eq!(formats(&["44682.5", "44683"]), Some((vec!["excel"], false)));
        assert_eq!(formats(&["1651334400"]), Some((vec!["epoch-seconds"], false)));
        assert_eq!(formats(&["1651334400000"]), Some((vec!["epoch-milliseconds"], false)));
        assert_eq!(of(&["05-01 09:30:00"]), Some(Writing::Yearless("%m-%d %H:%M:%S".into())));
        assert_eq!((of(&["张三"]), of(&[])), (None, None));
    }

    #[test]
    fn months_are_written_otherwise() {
        let of = |cells: &[&str]| writing_of_months(cells.iter().copied());
        assert_eq!((of(&["2025-10", "2025年10月"]), of(&["甲"])), (Some(Writing::Plain), None));
        let formats = vec!["%m/%Y"];
        assert_eq!(of(&["10/2025"]), Some(Writing::Formats { formats, ambiguous: false, instant: false }));
        assert_eq!(of(&["10月", "9月"]), Some(Writing::Yearless("%m月".into())));
    }
}

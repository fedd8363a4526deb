//! What a cell of a spreadsheet says, as text: numbers in their digits, days and times as people write them.

#![expect(
    clippy::disallowed_types,
    clippy::float_arithmetic,
    reason = "spreadsheets keep numbers as floats; here they become text once, and no amount is computed from one"
)]

use std::borrow::Cow;

use calamine::{CellErrorType, Data, DataRef, Style};
use jiff::civil::{DateTime, DateTimeRound};
use jiff::{RoundMode, ToSpan, Unit};

use crate::units::{Date, time};

/// What a cell holds.
#[derive(Clone, Copy, Debug)]
pub(super) enum Value<'a> {
    Empty,
    Text(&'a str),
    Whole(i64),
    Number(f64),
    Truth(bool),
    /// Days since the beginning of the calendar.
    Moment(f64),
    /// A length of time, in days.
    Length(f64),
    /// A day, or a day and a time, as ISO 8601 has it.
    IsoMoment(&'a str),
    /// A length of time as ISO 8601 has it.
    IsoLength(&'a str),
    Fault(&'a CellErrorType),
}

/// How a workbook writes days.
#[derive(Clone, Copy, Debug)]
pub(super) struct Calendar {
    /// Whether its calendar begins in 1904 rather than 1900.
    pub is_1904: bool,
}

impl<'a> From<&'a Data> for Value<'a> {
    fn from(data: &'a Data) -> Self {
        match data {
            Data::Empty => Self::Empty,
            Data::String(text) => Self::Text(text),
            Data::Int(number) => Self::Whole(*number),
            Data::Float(number) => Self::Number(*number),
            Data::Bool(truth) => Self::Truth(*truth),
            Data::DateTime(moment) if moment.is_duration() => Self::Length(moment.as_f64()),
            Data::DateTime(moment) => Self::Moment(moment.as_f64()),
            Data::DateTimeIso(text) => Self::IsoMoment(text),
            Data::DurationIso(text) => Self::IsoLength(text),
            Data::Error(fault) => Self::Fault(fault),
        }
    }
}

impl<'a> From<&'a DataRef<'_>> for Value<'a> {
    fn from(data: &'a DataRef<'_>) -> Self {
        match data {
            DataRef::Empty => Self::Empty,
            DataRef::String(text) => Self::Text(text),
            DataRef::SharedString(text) => Self::Text(text),
            DataRef::Int(number) => Self::Whole(*number),
            DataRef::Float(number) => Self::Number(*number),
            DataRef::Bool(truth) => Self::Truth(*truth),
            DataRef::DateTime(moment) if moment.is_duration() => Self::Length(moment.as_f64()),
            DataRef::DateTime(moment) => Self::Moment(moment.as_f64()),
            DataRef::DateTimeIso(text) => Self::IsoMoment(text),
            DataRef::DurationIso(text) => Self::IsoLength(text),
            DataRef::Error(fault) => Self::Fault(fault),
        }
    }
}

/// What its format shows of a cell beyond its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// The time of day, even at midnight.
    Time,
    /// At least so many digits of a whole number: 571 as 0571.
    Digits(u8),
}

/// The text of a cell, as far as its format shows more than its value.
pub(super) fn text(value: Value<'_>, calendar: Calendar, shown: Option<Shown>) -> Cow<'_, str> {
    let shows_time = shown == Some(Shown::Time);
    match value {
        Value::Empty => Cow::Borrowed(""),
        Value::Text(text) => Cow::Borrowed(text),
        Value::Whole(whole) if whole.unsigned_abs() < EXACT => Cow::Owned(digits(whole.to_string(), shown)),
        #[expect(clippy::cast_precision_loss, reason = "what is larger was rounded by the spreadsheet already")]
        Value::Whole(whole) => Cow::Owned(number(whole as f64)),
        Value::Number(value) => Cow::Owned(digits(number(value), shown)),
        Value::Truth(truth) => Cow::Borrowed(if truth { "true" } else { "false" }),
        Value::Moment(serial) => Cow::Owned(moment(serial, calendar, shows_time)),
        Value::Length(days) => Cow::Owned(seconds(days).map_or_else(|| number(days), time::text)),
        Value::IsoMoment(text) => iso_moment(text),
        Value::IsoLength(text) => iso_length(text).map_or(Cow::Borrowed(text), |length| Cow::Owned(time::text(length))),
        Value::Fault(fault) => Cow::Owned(fault.to_string()),
    }
}

/// A number with the zeros before it that its format shows.
fn digits(number: String, shown: Option<Shown>) -> String {
    match shown {
        Some(Shown::Digits(most)) if number.bytes().all(|sign| sign.is_ascii_digit()) => {
            format!("{number:0>width$}", width = usize::from(most))
        }
        _ => number,
    }
}

/// Spreadsheets keep fifteen digits: from here on a whole number may have lost its last.
const EXACT: u64 = 1_000_000_000_000_000;

/// A number in the fewest digits that give it again, of which a spreadsheet shows at most fifteen (so that a sum of 0.1 and
/// 0.2 is 0.3). From 10^15 on it is written as `7.73E+14` is: its last digits are lost.
fn number(value: f64) -> String {
    if !value.is_finite() {
        return CellErrorType::Num.to_string();
    }
    let short = format!("{value}");
    let digits = short.trim_start_matches(['-', '0', '.']).bytes().filter(u8::is_ascii_digit).count();
    let value = if digits > 15 { format!("{value:.14e}").parse().unwrap_or(value) } else { value };
    if value.abs() >= 1e15 {
        return format!("{value:E}").replace('E', "E+");
    }
    if value == 0.0 { "0".to_string() } else { format!("{value}") }
}

const DAY: u64 = 86_400;

/// Days as whole seconds; `None` where they are not a length of time or are longer than any calendar.
fn seconds(days: f64) -> Option<u64> {
    if !(0.0..3_000_000.0).contains(&days) {
        return None;
    }
    format!("{:.0}", days * 86_400.0).parse().ok()
}

/// A day, a time of day, or both, from the days since the beginning of the calendar.
fn moment(serial: f64, calendar: Calendar, shows_time: bool) -> String {
    let Some(all) = seconds(serial) else { return number(serial) };
    let (day, second) = (all / DAY, all % DAY);
    if day == 0 && (second > 0 || shows_time) {
        return time::text(second);
    }
    let date = match (calendar.is_1904, day) {
        // spreadsheets have a 29 February 1900, and a day before the first: neither is a day; from 1904 an empty cell that was
        // counted with is the first day, which is none either
        (true, 0) => "1904-01-00".to_string(),
        (true, _) => date(Date::constant(1904, 1, 1), day),
        (false, 0) => "1900-01-00".to_string(),
        (false, 60) => "1900-02-29".to_string(),
        (false, 1..60) => date(Date::constant(1899, 12, 31), day),
        (false, _) => date(Date::constant(1899, 12, 30), day),
    };
    if second > 0 || shows_time { format!("{date} {}", time::text(second)) } else { date }
}

fn date(first: Date, days: u64) -> String {
    let days = i64::try_from(days).unwrap_or(i64::MAX);
    first.checked_add(days.days()).map_or_else(|_| days.to_string(), |date| date.to_string())
}

/// A day and a time as ISO 8601 has them, to the second; anything else as it is.
fn iso_moment(text: &str) -> Cow<'_, str> {
    let Some((day, time)) = text.split_once('T') else { return Cow::Borrowed(text) };
    let whole = DateTimeRound::new().smallest(Unit::Second).mode(RoundMode::HalfExpand);
    match text.parse::<DateTime>().and_then(|moment| moment.round(whole)) {
        Ok(moment) => Cow::Owned(moment.strftime("%Y-%m-%d %H:%M:%S").to_string()),
        Err(_) => Cow::Owned(format!("{day} {time}")),
    }
}

/// The seconds of a length of time such as `PT08H30M05S`; parts of a second are left out.
fn iso_length(text: &str) -> Option<u64> {
    let mut rest = text.strip_prefix("PT")?;
    let mut seconds = 0u64;
    for (sign, unit) in [('H', 3600), ('M', 60), ('S', 1)] {
        if let Some((number, after)) = rest.split_once(sign) {
            let whole = number.split_once(['.', ',']).map_or(number, |(whole, _)| whole);
            seconds = seconds.checked_add(whole.parse::<u64>().ok()?.checked_mul(unit)?)?;
            rest = after;
        }
    }
    rest.is_empty().then_some(seconds)
}

/// Whether a time of day belongs to the day that a cell holds.
pub(super) fn has_time(value: Value<'_>) -> bool {
    matches!(value, Value::Moment(serial) if seconds(serial).is_some_and(|seconds| seconds % DAY > 0))
}

/// What a format shows: a time of day, so that midnight is written too; or zeros before a number, as `0000` does.
pub(super) fn shown_by(style: &Style) -> Option<Shown> {
    let format = style.number_format.as_ref()?;
    shown(&format.format_code, format.format_id)
}

/// The same of a format, by its code, which is empty for most that every workbook has, and its number.
pub(super) fn shown(code: &str, id: Option<u32>) -> Option<Shown> {
    // `_` leaves room for the sign after it, as in `0000_ `.
    let first = code.split([';', '_']).next().unwrap_or_default();
    match u8::try_from(first.len()) {
        Ok(count @ 2..=15) if first.bytes().all(|sign| sign == b'0') => Some(Shown::Digits(count)),
        _ => shows_time(code, id).then_some(Shown::Time),
    }
}

fn shows_time(code: &str, id: Option<u32>) -> bool {
    // formats that are known by their number only, those of East Asia among them: 时, 分, 秒, with and without 上午
    if matches!(id, Some(32..=35 | 55 | 56)) || code.is_empty() && matches!(id, Some(18..=22 | 45..=47)) {
        return true;
    }
    let (mut is_quoted, mut is_bracketed, mut is_escaped) = (false, false, false);
    for sign in code.chars() {
        match sign {
            _ if is_escaped => is_escaped = false,
            '\\' | '_' | '*' if !is_quoted => is_escaped = true,
            '"' => is_quoted = !is_quoted,
            '[' if !is_quoted => is_bracketed = true,
            ']' if !is_quoted => is_bracketed = false,
            ';' if !is_quoted => return false,
            'h' | 'H' | 's' | 'S' if !is_quoted && !is_bracketed => return true,
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const FROM_1900: Calendar = Calendar { is_1904: false };
    const FROM_1904: Calendar = Calendar { is_1904: true };

    #[test]
    fn numbers_in_their_digits() {
        for (value, expected) in [
            (0.8, "0.8"),
            (0.700_000_000_000_000_1 + 0.1, "0.8"),
            (0.1 + 0.2, "0.3"),
            (5_123.400_000_000_001, "5123.4"),
            (-3.0, "-3"),
            (-0.0, "0"),
            (0.000_000_1, "0.0000001"),
            (773_123_456_789_012.0, "773123456789012"),
            (773_123_456_789_012_345.0, "7.73123456789012E+17"),
            (1e15, "1E+15"),
            (f64::NAN, "#NUM!"),
        ] {
            assert_eq!(number(value), expected);
        }
        assert_eq!(text(Value::Whole(1_000_000_000_000_000), FROM_1900, None), "1E+15");
        assert_eq!(text(Value::Number(571.0), FROM_1900, Some(Shown::Digits(4))), "0571");
        assert_eq!(text(Value::Number(57.1), FROM_1900, Some(Shown::Digits(4))), "57.1");
        assert_eq!(text(Value::Whole(-7), FROM_1900, None), "-7");
    }

    proptest! {
        /// Amounts with up to four places are written as themselves.
        #[test]
        fn a_decimal_is_written_as_it_was(whole in 0..1_000_000_000i64, places in 0..10_000u32) {
            let written = format!("{whole}.{places:04}");
            let written = written.trim_end_matches('0').trim_end_matches('.');
            prop_assert_eq!(number(written.parse().unwrap()), written);
        }

        /// Each second of two centuries, as a spreadsheet keeps it.
        #[test]
        fn a_moment_is_read_to_the_second(day in 61u32..109_000, second in 0..86_400u32) {
            let serial = f64::from(day) + f64::from(second) / 86_400.0;
            let expected = Date::constant(1899, 12, 30).checked_add(i64::from(day).days()).unwrap();
            let expected = format!("{expected} {}", time::text(second));
            prop_assert_eq!(moment(serial, FROM_1900, true), expected);
        }
    }

    #[test]
    fn days_and_times() {
        // 2022-05-01 is the day 44682 of the calendar from 1900, and 43220 of that from 1904 (1462 days less).
        assert_eq!(moment(44_682.0, FROM_1900, false), "2022-05-01");
        assert_eq!(moment(43_220.0, FROM_1904, false), "2022-05-01");
        assert_eq!(["0", "1"].map(|day| moment(day.parse().unwrap(), FROM_1904, false)), ["1904-01-00", "1904-01-02"]);
        assert_eq!(moment(0.0, FROM_1904, true), "00:00:00");
        assert_eq!(moment(44_682.0, FROM_1900, true), "2022-05-01 00:00:00");
        assert_eq!(moment(44_682.354_166_666_664, FROM_1900, false), "2022-05-01 08:30:00");
        // A hair before midnight is midnight.
        assert_eq!(moment(44_682.999_999_99, FROM_1900, true), "2022-05-02 00:00:00");
        assert_eq!(
            (moment(0.5, FROM_1900, false), moment(0.0, FROM_1900, true)),
            ("12:00:00".into(), "00:00:00".into())
        );
        assert_eq!(
            (moment(1.0, FROM_1900, false), moment(59.0, FROM_1900, false)),
            ("1900-01-01".into(), "1900-02-28".into())
        );
        assert_eq!(
            (moment(60.0, FROM_1900, false), moment(61.0, FROM_1900, false)),
            ("1900-02-29".into(), "1900-03-01".into())
        );
        assert_eq!((moment(-1.0, FROM_1900, false), moment(1e9, FROM_1900, false)), ("-1".into(), "1000000000".into()));
        assert_eq!(text(Value::Length(1.5), FROM_1900, None), "36:00:00");
        for (iso, expected) in [
            ("2022-05-01", "2022-05-01"),
            ("2022-05-01T08:30:00", "2022-05-01 08:30:00"),
            ("2022-05-01T08:29:59.999999999", "2022-05-01 08:30:00"),
            ("2022-05-01Tx", "2022-05-01 x"),
        ] {
            assert_eq!(text(Value::IsoMoment(iso), FROM_1900, None), expected);
        }
        assert_eq!(text(Value::IsoLength("PT08H30M05S"), FROM_1900, None), "08:30:05");
        assert_eq!(text(Value::IsoLength("P1Y"), FROM_1900, None), "P1Y");
    }
}

//! What a cell of a log says: a day, a time of day, a count, a name.

use std::borrow::Cow;

use crate::deliveries::csv::record::unquoted;
use crate::deliveries::row::fault::Reason;
use crate::files::encoding::Encoding;
use crate::tables::alike;
use crate::tables::columns::{is_fault, trimmed};
use crate::units::time::Moment;
use crate::units::{Date, date, money, number, time};

/// The most parcels that one row can speak of; more is a slip of the pen.
pub(crate) const MOST_PARCELS: u64 = 1_000_000_000;

/// The text of a cell without quotes and without spaces around it.
///
/// # Errors
/// That some bytes mean nothing in the encoding of the log, or are plainly written in another.
pub(crate) fn text(raw: &[u8], encoding: Encoding) -> Result<Cow<'_, str>, Reason> {
    // Where a file was appended to the log with its mark, it stands before the first quote.
    let raw = raw.strip_prefix("\u{feff}".as_bytes()).unwrap_or(raw);
    if encoding == Encoding::Gb18030 && encoding.instead(raw).is_some() {
        return Err(Reason::NotText);
    }
    let text = match unquoted(raw) {
        Cow::Borrowed(bytes) => encoding.text(bytes),
        Cow::Owned(bytes) => encoding.text(&bytes).map(|text| Cow::Owned(text.into_owned())),
    };
    match text.ok_or(Reason::NotText)? {
        Cow::Borrowed(text) => match alike::seen(text) {
            Cow::Borrowed(text) => Ok(Cow::Borrowed(trimmed(text))),
            Cow::Owned(text) => Ok(Cow::Owned(trimmed(&text).to_string())),
        },
        Cow::Owned(text) if trimmed(&alike::seen(&text)).len() == text.len() => Ok(Cow::Owned(text)),
        Cow::Owned(text) => Ok(Cow::Owned(trimmed(&alike::seen(&text)).to_string())),
    }
}

/// A name: a text, without the `'` that the program itself writes before one that a spreadsheet would run.
///
/// # Errors
/// That some bytes mean nothing in the encoding of the log, or that a spreadsheet could not work it out.
pub(crate) fn name(raw: &[u8], encoding: Encoding) -> Result<Cow<'_, str>, Reason> {
    let text = text(raw, encoding)?;
    if is_fault(&text) {
        return Err(Reason::SpreadsheetFault);
    }
    let guarded = text.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@']));
    match guarded.filter(|rest| money::parse(rest).is_none()) {
        Some(rest) => Ok(Cow::Owned(rest.to_string())),
        None => Ok(text),
    }
}

/// The id of a courier as it is meant.
pub(crate) fn id(text: Cow<'_, str>) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => alike::meant(text),
        Cow::Owned(text) => Cow::Owned(alike::meant(&text).into_owned()),
    }
}

/// Whether a text can be the id of a courier.
///
/// # Errors
/// That it is empty, or a spreadsheet has made a rounded number of it.
pub(crate) fn courier(text: &str) -> Result<(), Reason> {
    match text {
        "" => Err(Reason::CourierMissing),
        text if number::is_shortened(text) => Err(Reason::CourierShortened),
        _ => Ok(()),
    }
}

/// Whether nothing stands in a cell.
pub(crate) fn is_blank(raw: &[u8], encoding: Encoding) -> bool {
    // Most cells begin with a letter or a digit; only spaces, quotes and bytes beyond ASCII are looked at closely.
    raw.is_empty() || !raw[0].is_ascii_alphanumeric() && text(raw, encoding).is_ok_and(|text| text.is_empty())
}

/// A day and, where it is written, the time of it.
///
/// # Errors
/// That it is empty or cannot be read, or names a zone.
pub(crate) fn moment(text: &str) -> Result<Moment, Reason> {
    if text.is_empty() {
        return Err(Reason::DateMissing);
    }
    let (day, rest) = match text.find(BETWEEN) {
        Some(at) => (&text[..at], text[at..].trim_start_matches(BETWEEN)),
        None => (text, ""),
    };
    let wrong = || if date::is_of_unlikely_year(day) { Reason::YearUnlikely } else { Reason::DateUnreadable };
    let day = Some(date::parse(day).ok_or_else(wrong)?);
    let time = if rest.is_empty() { None } else { Some(clock(rest)?) };
    Ok(Moment { day, time })
}

/// What may stand between a day and its time.
const BETWEEN: [char; 3] = [' ', 'T', '\u{3000}'];

/// A time of day, alone or after a day, which is given too.
///
/// # Errors
/// That it cannot be read, or names a zone.
pub(crate) fn time(text: &str) -> Result<Moment, Reason> {
    match clock(text) {
        Ok(time) => Ok(Moment { day: None, time: Some(time) }),
        Err(_) if text.contains([' ', 'T', '\u{3000}', '-', '/']) => match moment(text) {
            Ok(moment) if moment.time.is_some() => Ok(moment),
            Err(Reason::Zone) => Err(Reason::Zone),
            Ok(_) | Err(_) => Err(Reason::TimeUnreadable),
        },
        Err(reason) => Err(reason),
    }
}

/// A time of day that names no zone.
fn clock(text: &str) -> Result<u32, Reason> {
    if text.ends_with(['Z', 'z']) || text.contains(['+', '-']) {
        return Err(Reason::Zone);
    }
    time::parse(text).ok_or(Reason::TimeUnreadable)
}

/// Exactly `YYYY-MM-DD`; `None` for anything else, which is then read with care.
#[inline]
pub(crate) fn quick_day(text: [u8; 10]) -> Option<Date> {
    let [y0, y1, y2, y3, b'-' | b'/', m0, m1, b'-' | b'/', d0, d1] = text else { return None };
    let digits = [y0, y1, y2, y3, m0, m1, d0, d1].map(|byte| byte.wrapping_sub(b'0'));
    if digits.iter().any(|digit| *digit > 9) {
        return None;
    }
    let number = |digits: &[u8]| digits.iter().fold(0, |sum, digit| sum * 10 + i16::from(*digit));
    let (year, month, day) = (number(&digits[..4]), number(&digits[4..6]), number(&digits[6..]));
    if date::YEARS.contains(&year) {
        Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
    } else {
        None
    }
}

/// A count of parcels in at most nine digits; `None` for anything else, which is then read with care.
#[inline]
pub(crate) fn quick_parcels(raw: &[u8]) -> Option<u64> {
    let is_quick = (1..=9).contains(&raw.len()) && raw.iter().all(u8::is_ascii_digit);
    is_quick.then(|| raw.iter().fold(0, |sum, digit| sum * 10 + u64::from(digit - b'0')))
}

/// A count of parcels.
///
/// # Errors
/// That the cell is empty, or is not a whole number that can be.
pub(crate) fn parcels(text: &str) -> Result<u64, Reason> {
    let text = number::plain(text);
    let text = number::whole(&text);
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if text.is_empty() {
        return Err(Reason::ParcelsMissing);
    }
    if let Some(rest) = text.strip_prefix('-')
        && rest.split('.').all(digits)
    {
        return Err(Reason::ParcelsNegative);
    }
    if let Some((whole, fraction)) = text.split_once('.')
        && digits(whole)
        && digits(fraction)
    {
        return Err(Reason::ParcelsFraction);
    }
    if !digits(text) {
        return Err(Reason::ParcelsUnreadable);
    }
    text.parse().ok().filter(|count| *count <= MOST_PARCELS).ok_or(Reason::ParcelsTooMany)
}

/// Whether a text can be the number of a parcel.
///
/// # Errors
/// That it is empty, or a spreadsheet has made a rounded number of it.
pub(crate) fn parcel(text: &str) -> Result<(), Reason> {
    match text {
        "" => Err(Reason::ParcelMissing),
        text if number::is_shortened(text) => Err(Reason::ParcelLost),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const UTF8: Encoding = Encoding::Utf8;
    const MAY_FIRST: Date = Date::constant(2022, 5, 1);

    #[test]
    fn reads_the_ways_in_which_a_moment_is_written() {
        let at = |time| Ok(Moment { day: Some(MAY_FIRST), time });
        for text in [
            "2022-05-01 09:30:05",
            "2022-05-01T09:30:05",
            "2022/5/1 9:30:05",
            "2022.05.01 09:30:05.0",
            "2022-05-01 09:30:05.999",
            "2022年5月1日 09:30:05",
        ] {
            assert_eq!(moment(text), at(Some(34_205)), "{text}"); // 9 × 3600 + 30 × 60 + 5
        }
        assert_eq!(moment("2022-05-01 9:30"), at(Some(34_200)));
        assert_eq!(moment("2022-05-01"), at(None));
    }

    #[test]
    fn refuses_what_is_no_moment() {
        for (text, reason) in [
            ("", Reason::DateMissing),
            ("2022-02-30 09:30:05", Reason::DateUnreadable),
            ("2022-05-01 24:00:00", Reason::TimeUnreadable),
            ("2022-05-01 09:60:00", Reason::TimeUnreadable),
            ("2022-05-01 09:30:05.x", Reason::TimeUnreadable),
            ("2022-05-01 9", Reason::TimeUnreadable),
            ("2022-05-01T09:30:05Z", Reason::Zone),
            ("2022-05-01 09:30:05+08:00", Reason::Zone),
        ] {
            assert_eq!(moment(text), Err(reason), "{text}");
        }
    }

    #[test]
    fn a_time_may_stand_alone_or_after_its_day() {
        assert_eq!(time("08:00:01"), Ok(Moment { day: None, time: Some(28_801) }));
        assert_eq!(time("2022-05-01 08:00:01"), Ok(Moment { day: Some(MAY_FIRST), time: Some(28_801) }));
        assert_eq!(time("2022-05-01"), Err(Reason::TimeUnreadable));
        assert_eq!(time("2022-05-01T08:00:00Z"), Err(Reason::Zone));
        assert_eq!(time("08:00:00+08:00"), Err(Reason::Zone));
    }

    #[test]
    fn the_quick_days_are_those_of_the_calendar() {
        for text in ["2024-02-29", "2022-02-29", "2022/12/31", "1899-12-31", "2022-00-01", "2022-1-011", "20x2-01-01"] {
            assert_eq!(quick_day(text.as_bytes().try_into().unwrap()), date::parse(text), "{text}");
        }
    }

    #[test]
    fn a_name_written_safe_for_spreadsheets_reads_as_itself() {
        for (written, meant) in
            [("'=A1", "=A1"), ("'-", "-"), ("\"'@\"\"x\"", "@\"x"), ("'-5", "'-5"), ("'t", "'t"), ("K1", "K1")]
        {
            assert_eq!(name(written.as_bytes(), UTF8).unwrap(), meant);
        }
    }

    #[test]
    fn counts_are_whole_and_written_in_digits() {
        let parcels = |raw: &str| parcels(&text(raw.as_bytes(), UTF8).unwrap());
        assert_eq!((parcels("0"), parcels(" 12 "), parcels("\"007\"")), (Ok(0), Ok(12), Ok(7)));
        for written in ["1200", "1,200", "\"1,200\"", "１２００", "1，200.0", "\u{3000}1200.00 "] {
            assert_eq!(parcels(written), Ok(1200), "{written}");
        }
        assert_eq!(parcels("1000000000"), Ok(1_000_000_000));
        for (text, reason) in [
            ("", Reason::ParcelsMissing),
            ("-3", Reason::ParcelsNegative),
            ("2.5", Reason::ParcelsFraction),
            ("3.01", Reason::ParcelsFraction),
            ("-3.0", Reason::ParcelsNegative),
            ("1,20", Reason::ParcelsUnreadable),
            ("12元", Reason::ParcelsUnreadable),
            ("1000000001", Reason::ParcelsTooMany),
            ("99999999999999999999999", Reason::ParcelsTooMany),
            ("twelve", Reason::ParcelsUnreadable),
        ] {
            assert_eq!(parcels(text), Err(reason), "{text}");
        }
    }
}

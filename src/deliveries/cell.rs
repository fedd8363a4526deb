//! What a cell of a log says: a day, a time of day, a count, a name.

use std::borrow::Cow;

use crate::deliveries::fault::Reason;
use crate::deliveries::record::unquoted;
use crate::files::encoding::Encoding;
use crate::tables::columns::{is_fault, trimmed};
use crate::units::{Date, date, money, number};

/// The most parcels that one row can speak of; more is a slip of the pen.
pub(super) const MOST_PARCELS: u64 = 1_000_000_000;

/// The text of a cell without quotes and without spaces around it.
///
/// # Errors
/// That some bytes mean nothing in the encoding of the log.
pub(super) fn text(raw: &[u8], encoding: Encoding) -> Result<Cow<'_, str>, Reason> {
    let text = match unquoted(raw) {
        Cow::Borrowed(bytes) => encoding.text(bytes),
        Cow::Owned(bytes) => encoding.text(&bytes).map(|text| Cow::Owned(text.into_owned())),
    };
    match text.ok_or(Reason::NotText)? {
        Cow::Borrowed(text) => Ok(Cow::Borrowed(trimmed(text))),
        Cow::Owned(text) if trimmed(&text).len() == text.len() => Ok(Cow::Owned(text)),
        Cow::Owned(text) => Ok(Cow::Owned(trimmed(&text).to_string())),
    }
}

/// A name: a text, without the `'` that the program itself writes before one that a spreadsheet would run.
///
/// # Errors
/// That some bytes mean nothing in the encoding of the log, or that a spreadsheet could not work it out.
pub(super) fn name(raw: &[u8], encoding: Encoding) -> Result<Cow<'_, str>, Reason> {
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

/// Whether a text can be the id of a courier.
///
/// # Errors
/// That it is empty, or a spreadsheet has made a rounded number of it.
pub(super) fn courier(text: &str) -> Result<(), Reason> {
    match text {
        "" => Err(Reason::CourierMissing),
        text if number::is_shortened(text) => Err(Reason::CourierShortened),
        _ => Ok(()),
    }
}

/// Whether nothing stands in a cell.
pub(super) fn is_blank(raw: &[u8], encoding: Encoding) -> bool {
    // Most cells begin with a letter or a digit; only spaces, quotes and bytes beyond ASCII are looked at closely.
    raw.is_empty() || !raw[0].is_ascii_alphanumeric() && text(raw, encoding).is_ok_and(|text| text.is_empty())
}

/// A day and, where it is written, the time of it in seconds since midnight.
///
/// # Errors
/// That it is empty or cannot be read, or names a zone.
pub(super) fn moment(raw: &[u8], encoding: Encoding) -> Result<(Date, Option<u32>), Reason> {
    moment_of(&text(raw, encoding)?)
}

/// The same of a text.
///
/// # Errors
/// The same.
pub(super) fn moment_of(text: &str) -> Result<(Date, Option<u32>), Reason> {
    if text.is_empty() {
        return Err(Reason::DateMissing);
    }
    let (day, rest) = match text.find([' ', 'T', '\u{3000}']) {
        Some(at) => (&text[..at], text[at..].trim_start_matches([' ', 'T', '\u{3000}'])),
        None => (text, ""),
    };
    let day = date::parse(day).ok_or(Reason::DateUnreadable)?;
    if rest.is_empty() { Ok((day, None)) } else { Ok((day, Some(clock(rest)?))) }
}

/// A time of day, alone or after a day, which is given too.
///
/// # Errors
/// That it cannot be read, or names a zone.
pub(super) fn time(raw: &[u8], encoding: Encoding) -> Result<(Option<Date>, u32), Reason> {
    if let Some(time) = raw.try_into().ok().and_then(quick_clock) {
        return Ok((None, time));
    }
    time_of(&text(raw, encoding)?)
}

/// The same of a text.
///
/// # Errors
/// The same.
pub(super) fn time_of(alone: &str) -> Result<(Option<Date>, u32), Reason> {
    if alone.contains([' ', 'T', '\u{3000}', '-', '/']) && clock(alone).is_err() {
        return match moment_of(alone)
            .map_err(|reason| if reason == Reason::Zone { reason } else { Reason::TimeUnreadable })?
        {
            (day, Some(time)) => Ok((Some(day), time)),
            (_, None) => Err(Reason::TimeUnreadable),
        };
    }
    Ok((None, clock(alone)?))
}

/// Seconds since midnight of `H:MM`, `HH:MM`, `HH:MM:SS`; parts of a second are left out.
fn clock(text: &str) -> Result<u32, Reason> {
    if text.ends_with(['Z', 'z']) || text.contains(['+', '-']) {
        return Err(Reason::Zone);
    }
    let mut parts = text.split(':');
    let (hour, minute, second) = (parts.next(), parts.next(), parts.next());
    let whole_second = second.map_or(Some("00"), |second| match second.split_once('.') {
        Some((whole, fraction)) => fraction.bytes().all(|b| b.is_ascii_digit()).then_some(whole),
        None => Some(second),
    });
    let number = |part: Option<&str>, shortest: usize, end: u32| {
        let part = part.filter(|part| (shortest..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()));
        part.and_then(|part| part.parse::<u32>().ok()).filter(|number| *number < end)
    };
    match (number(hour, 1, 24), number(minute, 2, 60), number(whole_second, 2, 60), parts.next()) {
        (Some(hour), Some(minute), Some(second), None) => Ok(hour * 3600 + minute * 60 + second),
        _ => Err(Reason::TimeUnreadable),
    }
}

/// Seconds since midnight of exactly `HH:MM:SS`; `None` for anything else, which is then read with care.
#[inline]
pub(super) fn quick_clock(text: [u8; 8]) -> Option<u32> {
    let word = u64::from_le_bytes(text) ^ 0x3030_3a30_303a_3030; // digits become their value, colons 0
    // A byte above 9 carries into its upper half when 6 is added.
    let odd = (word | word.wrapping_add(0x0606_0006_0600_0606)) & 0xf0f0_fff0_f0ff_f0f0;
    let part = |at: u32| (word >> at & 15) as u32 * 10 + (word >> (at + 8) & 15) as u32;
    let (hour, minute, second) = (part(0), part(24), part(48));
    (odd == 0 && hour < 24 && minute < 60 && second < 60).then_some(hour * 3600 + minute * 60 + second)
}

/// Exactly `YYYY-MM-DD`; `None` for anything else, which is then read with care.
#[inline]
pub(super) fn quick_day(text: [u8; 10]) -> Option<Date> {
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

/// A count of parcels.
///
/// # Errors
/// That the cell is empty, or is not a whole number that can be.
pub(super) fn parcels(raw: &[u8], encoding: Encoding) -> Result<u64, Reason> {
    if (1..=9).contains(&raw.len()) && raw.iter().all(u8::is_ascii_digit) {
        return Ok(raw.iter().fold(0, |sum, digit| sum * 10 + u64::from(digit - b'0')));
    }
    parcels_of(&text(raw, encoding)?)
}

/// The same of a text.
///
/// # Errors
/// The same.
pub(super) fn parcels_of(text: &str) -> Result<u64, Reason> {
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
pub(super) fn parcel(text: &str) -> Result<(), Reason> {
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
        let half_past_nine = Ok((MAY_FIRST, Some(34_205))); // 9 × 3600 + 30 × 60 + 5
        for text in [
            "2022-05-01 09:30:05",
            "2022-05-01T09:30:05",
            "2022/5/1 9:30:05",
            "2022.05.01 09:30:05.0",
            "2022-05-01 09:30:05.999",
            "\"2022-05-01 09:30:05\"",
            " 2022年5月1日 09:30:05\u{3000}",
        ] {
            assert_eq!(moment(text.as_bytes(), UTF8), half_past_nine, "{text}");
        }
        assert_eq!(moment(b"2022-05-01 9:30", UTF8), Ok((MAY_FIRST, Some(34_200))));
        assert_eq!(moment(b"2022-05-01", UTF8), Ok((MAY_FIRST, None)));
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
            assert_eq!(moment(text.as_bytes(), UTF8), Err(reason), "{text}");
        }
    }

    #[test]
    fn a_time_may_stand_alone_or_after_its_day() {
        assert_eq!(time(b"08:00:01", UTF8), Ok((None, 28_801)));
        assert_eq!(time(b"2022-05-01 08:00:01", UTF8), Ok((Some(MAY_FIRST), 28_801)));
        assert_eq!(time(b"2022-05-01", UTF8), Err(Reason::TimeUnreadable));
        assert_eq!(time(b"2022-05-01T08:00:00Z", UTF8), Err(Reason::Zone));
        assert_eq!(time(b"08:00:00+08:00", UTF8), Err(Reason::Zone));
    }

    #[test]
    fn the_quick_ways_agree_with_the_careful_ones() {
        for text in ["00:00:00", "23:59:59", "24:00:00", "09:60:00", "09:00:60", "9:00:000", "0a:00:00", "00-00:00"] {
            assert_eq!(quick_clock(text.as_bytes().try_into().unwrap()), clock(text).ok(), "{text}");
        }
        // Every byte in every place of a good time.
        for place in 0..8 {
            for byte in 0..=255u8 {
                let mut text = *b"12:34:56";
                text[place] = byte;
                let careful = std::str::from_utf8(&text).ok().and_then(|text| clock(text).ok());
                assert_eq!(quick_clock(text), careful, "{text:?}");
            }
        }
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
        assert_eq!((parcels(b"0", UTF8), parcels(b" 12 ", UTF8), parcels(b"\"007\"", UTF8)), (Ok(0), Ok(12), Ok(7)));
        for written in ["1200", "1,200", "\"1,200\"", "１２００", "1，200.0", "\u{3000}1200.00 "] {
            assert_eq!(parcels(written.as_bytes(), UTF8), Ok(1200), "{written}");
        }
        assert_eq!(parcels(b"1000000000", UTF8), Ok(1_000_000_000));
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
            assert_eq!(parcels(text.as_bytes(), UTF8), Err(reason), "{text}");
        }
    }
}

//! How days and times are written in a file, where the map says so: in `strftime` letters, as Excel's serial days, as
//! seconds since 1970.

use std::borrow::Cow;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::fmt::strtime;
use jiff::fmt::strtime::BrokenDownTime;
use jiff::tz::{Offset, TimeZone, TimeZoneDatabase};

use crate::diagnostics::Message;
use crate::units::date::YEARS;
use crate::units::time::Moment;
use crate::units::{Decimal, money, rounding};

/// How days and times are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Format {
    /// In the letters of `strftime`, such as `%Y/%m/%d %H:%M`.
    Letters {
        /// As the map gives it.
        pattern: Arc<str>,
        /// Whether it ends in a `Z`: what is written is the time of Greenwich.
        greenwich: bool,
    },
    /// Days since the end of 1899, as Excel keeps them: 44682.5 is noon of 2022-05-01.
    Excel,
    /// Seconds since 1970 in Greenwich.
    EpochSeconds,
    /// Milliseconds since 1970 in Greenwich.
    EpochMilliseconds,
}

/// What the formats of a column do not say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fill {
    /// The year.
    pub year: Option<i16>,
    /// The month.
    pub month: Option<i8>,
    /// The day of the month.
    pub day: Option<i8>,
}

/// Why a cell does not say when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unclear {
    /// It fits none of the formats.
    Unreadable,
    /// It fits several, and they do not mean the same.
    Ambiguous,
}

/// Whose clock tells the day and the time of an instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone {
    /// As the map names it.
    pub name: Arc<str>,
    zone: TimeZone,
}

/// The zone where neither a map nor an agreement names one: the agreements shipped are Chinese, and China has one time.
pub const DEFAULT_ZONE: &str = "Asia/Shanghai";

const EXCEL: &str = "excel";
const EPOCH_SECONDS: &str = "epoch-seconds";
const EPOCH_MILLISECONDS: &str = "epoch-milliseconds";

/// Excel's day 60 is the 29th of February 1900, which never was: before it the count is another, and no log is so old.
const FIRST_SERIAL: i64 = 61;

/// By which a format is tried: an afternoon.
const SAMPLE: DateTime = jiff::civil::date(2022, 11, 23).at(14, 35, 47, 0);

const DAY_SECONDS: i64 = 86_400;

impl Default for Zone {
    fn default() -> Self {
        Self::named(DEFAULT_ZONE).expect("the zone is in the program's own list")
    }
}

impl Zone {
    /// The zone of that name, such as `Asia/Shanghai`, or of that distance from Greenwich, such as `+08:00`. The names are those
    /// of the program's own list, so that no figure depends on the machine.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let offset = || {
            let mut parsed = BrokenDownTime::parse("%:z", name).ok()?;
            parsed.set_iana_time_zone(None);
            parsed.offset().map(Offset::to_time_zone)
        };
        let zone = TimeZoneDatabase::bundled().get(name).ok().or_else(offset)?;
        Some(Self { name: name.into(), zone })
    }

    fn at(&self, instant: Timestamp) -> Moment {
        let there = self.zone.to_datetime(instant);
        Moment::of(Some(there.date()), Some(there.time()))
    }
}

impl Format {
    /// The format that a map names.
    ///
    /// # Errors
    /// Why it is none.
    pub fn named(text: &str) -> Result<Self, Message> {
        match text {
            EXCEL => Ok(Self::Excel),
            EPOCH_SECONDS => Ok(Self::EpochSeconds),
            EPOCH_MILLISECONDS => Ok(Self::EpochMilliseconds),
            _ if !text.contains('%') => Err(Message::new("map-format-word").with("found", text)),
            _ => {
                let greenwich = text.ends_with('Z') && !text.ends_with("%Z");
                let format = Self::Letters { pattern: text.into(), greenwich };
                let unreadable = || Message::new("map-format-unreadable").with("found", text);
                format.sample().map(|_| format.clone()).ok_or_else(unreadable)
            }
        }
    }

    /// As a map gives it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Letters { pattern, .. } => pattern,
            Self::Excel => EXCEL,
            Self::EpochSeconds => EPOCH_SECONDS,
            Self::EpochMilliseconds => EPOCH_MILLISECONDS,
        }
    }

    /// Whether what it reads is an instant, the same all over the world, which the zone of the map turns into a day and a time.
    #[must_use]
    pub fn is_instant(&self) -> bool {
        match self {
            Self::EpochSeconds | Self::EpochMilliseconds => true,
            Self::Excel => false,
            Self::Letters { greenwich, .. } => {
                *greenwich
                    || self
                        .sample()
                        .is_some_and(|sample| sample.0.offset().or(sample.0.timestamp().map(|_| Offset::UTC)).is_some())
            }
        }
    }

    /// What it lacks for a day, with what is filled in: `year`, `month` or `day`.
    #[must_use]
    pub fn lacks(&self, fill: Fill) -> Option<&'static str> {
        let (mut sample, _) = self.sample()?;
        fill.into_gaps(&mut sample);
        if sample.timestamp().is_some() || sample.to_date().is_ok() {
            return None;
        }
        let missing = [("year", sample.year().is_none()), ("month", sample.month().is_none())];
        missing.into_iter().find(|(_, missing)| *missing).map(|(key, _)| key).or(Some("day"))
    }

    /// Whether it says the time of the day.
    #[must_use]
    pub fn tells_time(&self) -> bool {
        self.sample().is_none_or(|(sample, _)| sample.hour().or(sample.timestamp().map(|_| 0)).is_some())
    }

    /// Whether it leaves open which half of the day an hour lies in: `%I` without `%p`.
    #[must_use]
    pub fn leaves_half_open(&self) -> bool {
        let read = self.sample().filter(|_| self.tells_time()).and_then(|(sample, _)| sample.to_time().ok());
        read.is_some_and(|time| time.hour() != SAMPLE.hour())
    }

    /// What it makes of a moment written in it and read again; `None` where that cannot be done, and for formats that are no
    /// letters.
    fn sample(&self) -> Option<(BrokenDownTime, String)> {
        let Self::Letters { pattern, .. } = self else { return None };
        let moment = SAMPLE.to_zoned(Zone::default().zone).ok()?;
        let written = strtime::format(&**pattern, &moment).ok()?;
        Some((BrokenDownTime::parse(&**pattern, &written).ok()?, written))
    }

    /// Reads a cell; `None` where it is not written so.
    #[must_use]
    pub fn read(&self, text: &str, fill: Fill, zone: &Zone) -> Option<Moment> {
        let moment = match self {
            Self::Letters { pattern, greenwich } => letters(pattern, *greenwich, text, fill, zone),
            Self::Excel => excel(text),
            Self::EpochSeconds => Timestamp::from_second(since(text)?).ok().map(|instant| zone.at(instant)),
            Self::EpochMilliseconds => Timestamp::from_millisecond(since(text)?).ok().map(|instant| zone.at(instant)),
        }?;
        moment.day.is_none_or(|day| day.year() >= *YEARS.start()).then_some(moment)
    }
}

/// Reads a cell that has to fit one of some formats.
///
/// # Errors
/// That it fits none, or several that do not mean the same.
pub fn read(formats: &[Format], text: &str, fill: Fill, zone: &Zone) -> Result<Moment, Unclear> {
    let mut found = formats.iter().filter_map(|format| format.read(text, fill, zone));
    let first = found.next().ok_or(Unclear::Unreadable)?;
    if found.any(|other| other != first) { Err(Unclear::Ambiguous) } else { Ok(first) }
}

impl Fill {
    /// Fills in what a cell does not say itself.
    fn into_gaps(self, read: &mut BrokenDownTime) {
        // What a map may fill in lies within the calendar, as its reading has made sure.
        if read.day_of_year().is_some() {
            let _ = read.set_year(read.year().or(self.year));
            return;
        }
        let _ = read.set_year(read.year().or(self.year));
        let _ = read.set_month(read.month().or(self.month));
        let _ = read.set_day(read.day().or(self.day));
    }
}

fn letters(pattern: &str, greenwich: bool, text: &str, fill: Fill, zone: &Zone) -> Option<Moment> {
    let mut read = BrokenDownTime::parse(pattern, &*in_letters(pattern, text)).ok()?;
    fill.into_gaps(&mut read);
    if greenwich {
        let there = read.to_datetime().ok()?;
        return Some(zone.at(Offset::UTC.to_timestamp(there).ok()?));
    }
    if read.timestamp().is_some_and(Timestamp::is_zero) {
        return None;
    }
    if read.offset().or(read.timestamp().map(|_| Offset::UTC)).is_some() {
        return Some(zone.at(read.to_timestamp().ok()?));
    }
    let time = if read.hour().is_some() { Some(read.to_time().ok()?) } else { None };
    match read.to_date() {
        Ok(day) => Some(Moment::of(Some(day), time)),
        // A time may stand alone; a part of a day may not.
        Err(_) if time.is_some() && read.year().or(read.month().or(read.day()).map(i16::from)).is_none() => {
            Some(Moment::of(None, time))
        }
        Err(_) => None,
    }
}

/// The text with the halves of the day as `%p` reads them.
fn in_letters<'t>(pattern: &str, text: &'t str) -> Cow<'t, str> {
    let is_chinese = pattern.contains("%p") && text.contains(['上', '下']);
    if is_chinese { Cow::Owned(text.replace("上午", "AM").replace("下午", "PM")) } else { Cow::Borrowed(text) }
}

/// A whole number of seconds; 0 is what a program writes that knows of no moment.
fn since(text: &str) -> Option<i64> {
    whole(text).filter(|count| *count != 0)
}

/// A whole number, perhaps with the `.0` that a spreadsheet has added.
fn whole(text: &str) -> Option<i64> {
    let digits = text.strip_suffix(".0").unwrap_or(text);
    let unsigned = digits.strip_prefix('-').unwrap_or(digits);
    (!unsigned.is_empty() && unsigned.bytes().all(|byte| byte.is_ascii_digit())).then(|| digits.parse().ok())?
}

/// A serial day of Excel; the part after the point is the part of the day, to the second.
fn excel(text: &str) -> Option<Moment> {
    let serial = money::parse(text)?;
    let seconds = i64::try_from(rounding::whole(serial.checked_mul(Decimal::from(DAY_SECONDS))?)).ok()?;
    let days = seconds.div_euclid(DAY_SECONDS);
    if days < FIRST_SERIAL {
        return None;
    }
    let span = jiff::Span::new().try_days(days).ok()?;
    let day = jiff::civil::date(1899, 12, 30).checked_add(span).ok()?;
    let time = (!serial.normalize().scale().eq(&0)).then(|| seconds.rem_euclid(DAY_SECONDS));
    Some(Moment { day: Some(day), time: time.and_then(|time| u32::try_from(time).ok()) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Date;

    fn on(year: i16, month: i8, day: i8, time: Option<u32>) -> Moment {
        Moment { day: Some(Date::constant(year, month, day)), time }
    }

    fn read_as(format: &str, text: &str, fill: Fill) -> Option<Moment> {
        Format::named(format).unwrap().read(text, fill, &Zone::default())
    }

    #[test]
    fn reads_what_is_written_and_fills_in_what_is_not() {
        let fill = Fill { year: Some(2022), ..Fill::default() };
        // 09:30:05 is 9 × 3600 + 30 × 60 + 5 = 34,205 seconds after midnight.
        assert_eq!(read_as("%m-%d %H:%M:%S", "05-01 09:30:05", fill), Some(on(2022, 5, 1, Some(34_205))));
        assert_eq!(read_as("%m-%d", "02-29", fill), None);
        assert_eq!(
            read_as("%d", "31", Fill { year: Some(2022), month: Some(5), day: None }),
            Some(on(2022, 5, 31, None))
        );
        assert_eq!(read_as("%Y%m%d", "20220501", Fill::default()), Some(on(2022, 5, 1, None)));
        assert_eq!(read_as("%Y/%m/%d", "2022/5/1 x", Fill::default()), None);
        assert_eq!(read_as("%Y/%m/%d", "22/5/1", Fill::default()), None);
        assert_eq!(read_as("%H:%M", "09:30", Fill::default()), Some(Moment { day: None, time: Some(34_200) }));
    }

    #[test]
    fn reads_serial_days_of_excel() {
        // Excel shows 44682 as 2022-05-01; a quarter of a day is six hours.
        assert_eq!(read_as("excel", "44682", Fill::default()), Some(on(2022, 5, 1, None)));
        assert_eq!(read_as("excel", "44682.25", Fill::default()), Some(on(2022, 5, 1, Some(21_600))));
        assert_eq!(read_as("excel", "44682.3958912037", Fill::default()), Some(on(2022, 5, 1, Some(34_205))));
        assert_eq!(read_as("excel", "61", Fill::default()), Some(on(1900, 3, 1, None)));
        for bad in ["60", "-1", "2022-05-01", "", "99999999999"] {
            assert_eq!(read_as("excel", bad, Fill::default()), None, "{bad}");
        }
    }

    #[test]
    fn an_instant_is_the_day_and_time_of_the_zone() {
        // 2022-04-30 16:00:00 in Greenwich is midnight in Shanghai: 1651334400 seconds since 1970 by `date -u -d @…`.
        for (format, text) in [
            ("epoch-seconds", "1651334400"),
            ("epoch-seconds", "1651334400.0"),
            ("epoch-milliseconds", "1651334400000"),
            ("%Y-%m-%dT%H:%M:%S%z", "2022-04-30T17:00:00+0100"),
            ("%Y-%m-%dT%H:%M:%SZ", "2022-04-30T16:00:00Z"),
        ] {
            assert_eq!(read_as(format, text, Fill::default()), Some(on(2022, 5, 1, Some(0))), "{format}");
            assert!(Format::named(format).unwrap().is_instant(), "{format}");
        }
        let west = Zone::named("-05:00").unwrap();
        let read = Format::EpochSeconds.read("1651334400", Fill::default(), &west);
        assert_eq!(read, Some(on(2022, 4, 30, Some(39_600))));
        assert!(Zone::named("Asia/Shanghai").is_some() && Zone::named("Asia/Anji").is_none());
        // A summer time that is known: Berlin is two hours ahead of Greenwich in July.
        let berlin = Zone::named("Europe/Berlin").unwrap();
        assert_eq!(
            Format::EpochSeconds.read("1656633600", Fill::default(), &berlin),
            Some(on(2022, 7, 1, Some(7_200)))
        );
    }

    #[test]
    fn nothing_is_no_moment() {
        for (format, text) in
            [("epoch-seconds", "0"), ("epoch-milliseconds", "0.0"), ("%s", "0"), ("excel", "0"), ("excel", "0.5")]
        {
            assert_eq!(read_as(format, text, Fill::default()), None, "{format}");
        }
    }

    #[test]
    fn the_halves_of_a_day_have_to_be_told_apart() {
        let pattern = "%Y/%m/%d %p%I:%M:%S";
        // 14:30 is 14 × 3600 + 30 × 60 = 52,200 seconds after midnight; 12:30 at night is 1,800, at noon 45,000.
        for (text, seconds) in [
            ("2022/5/1 下午2:30:00", 52_200),
            ("2022/5/1 PM02:30:00", 52_200),
            ("2022/5/1 上午12:30:00", 1_800),
            ("2022/5/1 下午12:30:00", 45_000),
        ] {
            assert_eq!(read_as(pattern, text, Fill::default()), Some(on(2022, 5, 1, Some(seconds))), "{text}");
        }
        let open = |format: &str| Format::named(format).unwrap().leaves_half_open();
        assert!(open("%Y-%m-%d %I:%M") && open("%Y-%m-%d %l:%M"));
        assert!(
            !open(pattern) && !open("%Y-%m-%d %H:%M") && !open("%Y-%m-%d") && !Format::EpochSeconds.leaves_half_open()
        );
    }

    #[test]
    fn a_cell_fits_one_format() {
        let formats = ["%d/%m/%Y", "%m/%d/%Y"].map(|format| Format::named(format).unwrap());
        let read = |text| read(&formats, text, Fill::default(), &Zone::default());
        assert_eq!(read("1/2/2022"), Err(Unclear::Ambiguous));
        assert_eq!(read("3/3/2022"), Ok(on(2022, 3, 3, None)));
        assert_eq!(read("13/2/2022"), Ok(on(2022, 2, 13, None)));
        assert_eq!(read("13/13/2022"), Err(Unclear::Unreadable));
    }

    #[test]
    fn a_format_is_known_before_a_file_is_read() {
        let lacks = |format: &str, fill| Format::named(format).unwrap().lacks(fill);
        assert_eq!(lacks("%m-%d %H:%M", Fill::default()), Some("year"));
        assert_eq!(lacks("%m-%d %H:%M", Fill { year: Some(2022), ..Fill::default() }), None);
        assert_eq!(lacks("%Y-%d", Fill::default()), Some("month"));
        assert_eq!(lacks("%Y-%m", Fill::default()), Some("day"));
        assert_eq!(lacks("%s", Fill::default()), None);
        assert_eq!(lacks("%Y-%j", Fill::default()), None);
        for bad in ["%Y-%K", "%", "excell", "YYYY-MM-DD"] {
            assert!(Format::named(bad).is_err(), "{bad}");
        }
        assert!(!Format::named("%Y-%m-%d").unwrap().tells_time() && Format::EpochSeconds.tells_time());
    }
}

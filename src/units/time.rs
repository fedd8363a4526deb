//! The time of the day in seconds since midnight, and moments: a day, a time, or both.

use std::fmt;

use jiff::civil;

use crate::units::date::Date;
use crate::units::{Decimal, rounding};

/// Seconds since midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay(pub u32);

impl TimeOfDay {
    /// To the minute: `22:00`.
    #[must_use]
    pub fn to_minute(self) -> String {
        format!("{:02}:{:02}", self.0 / 3600, self.0 / 60 % 60)
    }
}

/// To the second: `22:00:05`.
impl fmt::Display for TimeOfDay {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&text(self.0))
    }
}

/// What a cell says of when.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moment {
    /// The day, where it is written or filled in.
    pub day: Option<Date>,
    /// The time of it, in seconds since midnight, where it is written; parts of a second are left out.
    pub time: Option<u32>,
}

impl Moment {
    /// Of what was read by a format.
    #[must_use]
    pub fn of(day: Option<Date>, time: Option<civil::Time>) -> Self {
        let part = i8::cast_unsigned;
        Self { day, time: time.map(|time| seconds(part(time.hour()), part(time.minute()), part(time.second()))) }
    }
}

/// As the program writes it: `2022-05-01 09:30:05`.
impl fmt::Display for Moment {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = [self.day.map(|day| day.to_string()), self.time.map(text)];
        out.write_str(&parts.into_iter().flatten().collect::<Vec<_>>().join(" "))
    }
}

/// The seconds since midnight.
#[must_use]
pub fn seconds(hour: u8, minute: u8, second: u8) -> u32 {
    u32::from(hour) * 3600 + u32::from(minute) * 60 + u32::from(second)
}

/// A time of the day, or a longer time in hours: `09:30:05`.
#[must_use]
pub fn text(seconds: impl Into<u64>) -> String {
    let seconds = seconds.into();
    format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

/// Hours as people read them: 8.5, of thirds two places.
#[must_use]
pub fn hours(hours: Decimal) -> String {
    rounding::shown(hours, 2).normalize().to_string()
}

/// Reads `H:MM`, `HH:MM`, `HH:MM:SS`; parts of a second are left out.
#[must_use]
pub fn parse(text: &str) -> Option<u32> {
    let number = |part: &str, shortest: usize, end: u8| {
        let is_number = (shortest..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| part.parse().ok().filter(|number| *number < end))?
    };
    let mut parts = text.split(':');
    let (hour, minute) = (number(parts.next()?, 1, 24)?, number(parts.next()?, 2, 60)?);
    let second = parts.next().unwrap_or("00");
    let (second, fraction) = second.split_once('.').unwrap_or((second, ""));
    let second = number(second, 2, 60)?;
    let is_whole = parts.next().is_none() && fraction.bytes().all(|byte| byte.is_ascii_digit());
    is_whole.then(|| seconds(hour, minute, second))
}

/// Reads exactly `HH:MM:SS`; `None` for anything else, which is then read with care.
#[must_use]
#[inline]
pub fn parse_quickly(text: [u8; 8]) -> Option<u32> {
    let word = u64::from_le_bytes(text) ^ 0x3030_3a30_303a_3030; // digits become their value, colons 0
    // A byte above 9 carries into its upper half when 6 is added.
    let odd = (word | word.wrapping_add(0x0606_0006_0600_0606)) & 0xf0f0_fff0_f0ff_f0f0;
    let part = |at: u32| (word >> at & 15) as u32 * 10 + (word >> (at + 8) & 15) as u32;
    let (hour, minute, second) = (part(0), part(24), part(48));
    (odd == 0 && hour < 24 && minute < 60 && second < 60).then_some(hour * 3600 + minute * 60 + second)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_digits_each() {
        let time = TimeOfDay(9 * 3600 + 30 * 60 + 5);
        assert_eq!((time.to_string(), time.to_minute()), ("09:30:05".to_string(), "09:30".to_string()));
    }

    #[test]
    fn reads_the_ways_in_which_a_time_is_written() {
        // 9 × 3600 + 30 × 60 = 34,200
        for (text, expected) in [("9:30", 34_200), ("09:30", 34_200), ("09:30:05", 34_205), ("09:30:05.9", 34_205)] {
            assert_eq!(parse(text), Some(expected), "{text}");
        }
        for bad in [
            "",
            "9",
            "9:3",
            "24:00",
            "09:60",
            "09:30:5",
            "09:30.5",
            "09:30.",
            "9:30:",
            "09:30:05:00",
            "09:30:05.x",
            "+9:30",
            "9:+3",
            "009:30",
            "09:30:05.5:00",
        ] {
            assert_eq!(parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn the_quick_way_agrees_with_the_careful_one() {
        for text in ["00:00:00", "23:59:59", "24:00:00", "09:60:00", "09:00:60", "9:00:000", "0a:00:00", "00-00:00"] {
            assert_eq!(parse_quickly(text.as_bytes().try_into().unwrap()), parse(text), "{text}");
        }
        // Every byte in every place of a good time.
        for place in 0..8 {
            for byte in 0..=255u8 {
                let mut text = *b"12:34:56";
                text[place] = byte;
                assert_eq!(parse_quickly(text), std::str::from_utf8(&text).ok().and_then(parse), "{text:?}");
            }
        }
    }
}

//! A month or a range of months, typed in place of a log.

use std::fmt;

use crate::diagnostics::Message;
use crate::units::{Month, date};

/// What stands between the first and the last month of a range.
const TO: &str = "..";

/// The most months of a range: ten years.
const MOST: i32 = 120;

/// The months that were asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The first.
    pub first: Month,
    /// The last, which may be the first.
    pub last: Month,
}

impl Asked {
    /// Whether a month is one of them.
    #[must_use]
    pub fn contains(self, month: Month) -> bool {
        (self.first..=self.last).contains(&month)
    }

    /// Every month, in order.
    pub fn each(self) -> impl Iterator<Item = Month> {
        std::iter::successors(Some(self.first), |month| Some(month.next())).take_while(move |month| *month <= self.last)
    }
}

impl fmt::Display for Asked {
    /// As it is typed: a month, or a range.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.first == self.last { self.first.fmt(out) } else { write!(out, "{}{TO}{}", self.first, self.last) }
    }
}

/// The months that a text names: `2026-10`, or `2025-11..2026-10`; `None` where it is no month.
///
/// # Errors
/// That the range ends before it begins, or is too long.
#[must_use]
pub fn months(text: &str) -> Option<Result<Asked, Message>> {
    let (first, last) = text.split_once(TO).unwrap_or((text, text));
    let (first, last) = (month(first)?, month(last)?);
    let message = match last.since(first) {
        ..0 => Message::new("project-months-order"),
        MOST.. => Message::new("project-months-many").count("most", MOST.unsigned_abs().into()),
        _ => return Some(Ok(Asked { first, last })),
    };
    Some(Err(message.with("found", text)))
}

fn month(text: &str) -> Option<Month> {
    // A day is a name that a file may have.
    let of_day = date::parse(text).is_some();
    date::parse_month(text).filter(|_| !of_day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        match months(text) {
            None => "none".into(),
            Some(Err(message)) => message.id.into(),
            Some(Ok(asked)) => asked.each().map(|month| month.to_string()).collect::<Vec<_>>().join(" "),
        }
    }

    #[test]
    fn a_month_or_a_range_is_read_and_nothing_else() {
        assert_eq!(shown("2026-10"), "2026-10");
        assert_eq!(shown("2026年10月"), "2026-10");
        assert_eq!(shown("2025-11..2026-01"), "2025-11 2025-12 2026-01");
        assert_eq!(shown("2026-10..2026-10"), "2026-10");
        assert_eq!(shown("2026-10..2026-09"), "project-months-order");
        assert_eq!(shown("2006-10..2026-09"), "project-months-many");
        for other in ["2026-10-01", "2026-13", "log.csv", "", "..", "2026-10..", "2026.1"] {
            assert_eq!(shown(other), "none", "{other}");
        }
    }
}

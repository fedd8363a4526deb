//! A time of day.

use std::fmt;

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
        write!(out, "{}:{:02}", self.to_minute(), self.0 % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_digits_each() {
        let time = TimeOfDay(9 * 3600 + 30 * 60 + 5);
        assert_eq!((time.to_string(), time.to_minute()), ("09:30:05".to_string(), "09:30".to_string()));
    }
}

//! A cell as the text that it becomes, and what it was in its sheet.

use crate::units::{Date, date, number};

/// A cell of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Cell {
    pub text: String,
    pub kind: Kind,
}

/// What a cell is in its sheet, whatever its text looks like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Kind {
    #[default]
    Text,
    /// A number, a truth, a length of time.
    Number,
    /// A day, perhaps with a time.
    Day,
    /// It has no value that could be read: see [`crate::files::unread`].
    Mark,
}

impl Cell {
    /// Whether it is text that is neither a number nor a day.
    pub(super) fn is_word(&self) -> bool {
        let first = self.text.split([' ', 'T']).next().unwrap_or_default();
        self.kind == Kind::Text && number::decimal(&self.text).is_none() && date::parse(first).is_none()
    }

    /// The day that it is, counted from any day, and whether the year is said; a number may be a day of the month.
    pub(super) fn day(&self) -> Option<(i64, bool)> {
        let date = date::parse(self.text.split([' ', 'T']).next().unwrap_or_default());
        if let Some(date) = date {
            let since = date.since(Date::constant(1900, 1, 1)).ok()?;
            return Some((since.get_days().into(), true));
        }
        self.text.parse().ok().filter(|day| (1..=31).contains(day)).map(|day| (day, false))
    }
}

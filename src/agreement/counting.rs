//! Over how long the units of a rate are counted: up the steps of a ladder, or towards a bonus.

use crate::units::{Date, Decimal, PayPeriod, Term, date};

/// How parcels are counted up a ladder.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counting {
    /// Over how long; then the count begins anew.
    pub by: CountedBy,
    /// Whether the step that is reached prices all parcels, and not only those beyond it.
    pub whole: bool,
}

/// Over how long parcels are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CountedBy {
    /// A day.
    Day,
    /// A week from Monday to Sunday, wherever a pay period ends.
    Week,
    /// A pay period.
    #[default]
    Period,
    /// A calendar year.
    Year,
}

/// So much for each full number of units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bonus {
    /// For each so many.
    pub each: u64,
    /// Money that all of a count come to at most.
    pub at_most: Option<Decimal>,
}

impl CountedBy {
    /// The first of the days that are counted together with a day of a pay period.
    #[must_use]
    pub fn first(self, day: Date, period: PayPeriod) -> Date {
        match self {
            Self::Day => day,
            Self::Week => date::monday(day),
            Self::Period => period.first(),
            Self::Year => day.first_of_year(),
        }
    }

    /// The days that are counted together with some day of a pay period.
    #[must_use]
    pub fn around(self, period: PayPeriod) -> Term {
        let (first, last) = (self.first(period.first(), period), period.last());
        let last = match self {
            Self::Day | Self::Period => last,
            Self::Week => date::monday(last).saturating_add(jiff::Span::new().days(6)),
            Self::Year => last.last_of_year(),
        };
        Term { from: Some(first), until: Some(last) }
    }

    /// Whether the days of a month are told apart by it.
    #[must_use]
    pub const fn tells_days_apart(self) -> bool {
        matches!(self, Self::Day | Self::Week)
    }

    /// Whether days of other pay periods are counted together with those of one.
    #[must_use]
    pub const fn goes_beyond_periods(self) -> bool {
        matches!(self, Self::Week | Self::Year)
    }
}

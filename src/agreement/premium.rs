//! Premiums: what some occasions add to the rate.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::agreement::measure::Measure;
use crate::agreement::scope::{Subject, Where};
use crate::units::{Date, Decimal};

/// A multiple of the rate on some occasions. Its figure is the whole multiple: 3 means that the line adds (3 − 1) × the rate.
#[derive(Clone, Debug)]
pub struct Premium {
    /// When it is earned.
    pub occasion: Occasion,
    /// Whether it is the law's: on overtime and rest days such a one does not reach part-time work.
    pub statutory: bool,
    /// What it multiplies: pay by the piece and by the hour, if nothing is said; none where it names rates alone.
    pub of: Vec<PaidBy>,
    /// Whether the rule says so itself.
    pub says_of: bool,
    /// The rates that it multiplies beside, by their ids.
    pub of_rules: Vec<Arc<str>>,
    /// What its figure means.
    pub gives: Gives,
    /// Whether it is paid beside other premiums for the same work (default: the highest is paid).
    pub adds: bool,
    /// By how many of these hold its figures go; none: by a column, or not at all.
    pub conditions: Vec<Where>,
    /// The hours of the day that it reaches, where the attendance has a column of them.
    pub hours: Option<Arc<Measure>>,
}

/// What the figure of a premium means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gives {
    /// The whole multiple of the rate: 1.5.
    Multiple,
    /// Percent of the rate, on top: 50.
    Percent,
    /// Money for each unit, on top.
    Amount,
}

impl Premium {
    /// What is multiplied where a rule says nothing.
    pub const UNSAID: [PaidBy; 2] = [PaidBy::Piece, PaidBy::Hour];

    /// How many of its conditions hold for the subject on a day.
    #[must_use]
    pub fn holding(&self, subject: &impl Subject, day: Date) -> usize {
        self.conditions.iter().filter(|condition| condition.fits(subject, day)).count()
    }

    /// Whether it is for work outside the normal hours and days, the whole pay of which is no part of a minimum wage
    /// (最低工资规定 art. 12).
    #[must_use]
    pub const fn is_for_extended_hours(&self) -> bool {
        match self.occasion {
            Occasion::Overtime { .. } | Occasion::RestDay | Occasion::Holiday { .. } => true,
            Occasion::Night { .. } | Occasion::Any => false,
        }
    }
}

/// The pay that a premium multiplies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaidBy {
    /// By the parcel.
    Piece,
    /// By the hour of attendance.
    Hour,
    /// By the day of attendance.
    Day,
    /// By a measure.
    Measure,
}

/// When a premium is earned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Occasion {
    /// Beyond this many hours of a day, and of a week where it says so (attendance).
    Overtime {
        /// The normal hours of a day, 8.
        after_hours: Decimal,
        /// The normal hours of a week from Monday to Sunday, 40.
        after_week_hours: Option<Decimal>,
    },
    /// On a rest day (attendance).
    RestDay,
    /// On these dates.
    Holiday {
        /// The statutory holidays, by year; a year that is not listed is not known.
        dates: BTreeMap<i16, Vec<Date>>,
        /// The weekends on which work is made up (调休), by year: ordinary working days.
        working: BTreeMap<i16, Vec<Date>>,
        /// The weekdays on which rest is taken in place of a weekend, or of a holiday that falls on one, by year.
        moved: BTreeMap<i16, Vec<Date>>,
    },
    /// Between two times of the day, as far as the log says when parcels were delivered.
    Night {
        /// Seconds since midnight.
        from: u32,
        /// Seconds since midnight.
        until: u32,
    },
    /// Whenever its `where` holds.
    Any,
}

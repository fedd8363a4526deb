//! Provisos: what the sums of a pay period have to be for a rate to be paid.

use std::sync::Arc;

use crate::agreement::absence::AbsenceKind;
use crate::agreement::interval::Interval;
use crate::agreement::measure::{Carrier, Measure};
use crate::units::Decimal;

/// One proviso: a sum of the pay period, and what it has to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proviso {
    /// The word for the sum, as it is written.
    pub name: Arc<str>,
    /// The sum.
    pub sum: PeriodSum,
    /// What it has to be.
    pub asks: Asks,
}

/// What a sum has to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asks {
    /// A number between these ends.
    Within(Interval),
    /// At least so many percent of another sum.
    Share {
        /// The percentage.
        percent: Decimal,
        /// The word for the other sum.
        name: Arc<str>,
        /// The other sum.
        of: PeriodSum,
    },
}

/// A sum of a pay period of one courier with one company.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PeriodSum {
    /// Delivered parcels.
    Parcels,
    /// Hours worked.
    Hours,
    /// Days with hours or parcels.
    Days,
    /// Days with an absence of this kind; `None`: of any kind.
    Absences(Option<AbsenceKind>),
    /// A measure.
    Measure(Arc<Measure>),
}

impl PeriodSum {
    /// The words for sums that are no measures; the kinds of absence are named by their own.
    pub const NAMES: [&'static str; 4] = ["parcels", "hours", "days", "absences"];

    /// The sum of that name, where it is no measure.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "parcels" => Some(Self::Parcels),
            "hours" => Some(Self::Hours),
            "days" => Some(Self::Days),
            "absences" => Some(Self::Absences(None)),
            kind => AbsenceKind::named(kind).map(|kind| Self::Absences(Some(kind))),
        }
    }

    /// Whether only the attendance can tell it.
    #[must_use]
    pub fn is_of_attendance(&self) -> bool {
        match self {
            Self::Parcels | Self::Days => false,
            Self::Hours | Self::Absences(_) => true,
            Self::Measure(measure) => measure.carrier == Some(Carrier::Attendance),
        }
    }

    /// The measure that it sums.
    #[must_use]
    pub fn measure(&self) -> Option<&Arc<Measure>> {
        if let Self::Measure(measure) = self { Some(measure) } else { None }
    }
}

impl Proviso {
    /// The sums that it looks at.
    pub fn sums(&self) -> impl Iterator<Item = &PeriodSum> {
        let other = if let Asks::Share { of, .. } = &self.asks { Some(of) } else { None };
        std::iter::once(&self.sum).chain(other)
    }

    /// Whether only the attendance can tell whether it is met.
    #[must_use]
    pub fn asks_attendance(&self) -> bool {
        self.sums().any(PeriodSum::is_of_attendance)
    }

    /// Whether it is met where the sums are these.
    #[must_use]
    pub fn is_met(&self, sum: impl Fn(&PeriodSum) -> Decimal) -> bool {
        let found = sum(&self.sum);
        match &self.asks {
            Asks::Within(range) => range.contains(found),
            Asks::Share { percent, of, .. } => found * Decimal::ONE_HUNDRED >= sum(of) * *percent,
        }
    }
}

//! The words by which an agreement file names units, occasions, grants and the like.

use crate::agreement::document::Proration;
use crate::agreement::kinds::{AbsenceKind, ContributionBase, Grant, Occasion, PaidBy, Per, Period};
use crate::units::rounding::Mode;

/// Gives a type its names in both directions, from one list.
macro_rules! named {
    ($type:ident, $($variant:ident = $name:literal),+) => {
        impl $type {
            /// Every name, in the order in which they are shown.
            pub const NAMES: &'static [&'static str] = &[$($name),+];

            /// The name in agreement files and in machine formats.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name),+
                }
            }

            /// What the name stands for, if it is one.
            #[must_use]
            pub fn named(name: &str) -> Option<Self> {
                match name {
                    $($name => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }
    };
}

named!(
    AbsenceKind,
    Personal = "personal",
    Sick = "sick",
    Maternity = "maternity",
    Annual = "annual",
    PaidLeave = "paid-leave"
);
named!(Per, Parcel = "parcel", Hour = "hour", Km = "km", Day = "day", Month = "month");
named!(PaidBy, Piece = "piece", Hour = "hour", Day = "day");
named!(
    Grant,
    KeepsBase = "keeps-base",
    NoDismissal = "no-dismissal",
    NoExtendedHours = "no-extended-hours",
    NoNightWork = "no-night-work",
    EqualPay = "equal-pay",
    WrittenContract = "written-contract"
);
named!(Period, Pregnancy = "pregnancy", Maternity = "maternity", Nursing = "nursing");
named!(ContributionBase, Pay = "pay", LastYear = "last-year");
named!(Proration, CalendarDays = "calendar-days", PaidDays = "21.75");
named!(Mode, HalfUp = "half-up", HalfEven = "half-even", Up = "up", Down = "down");

impl Occasion {
    /// What a premium may be earned on.
    pub const NAMES: &'static [&'static str] = &["overtime", "rest-day", "holiday", "night"];

    /// The name in agreement files and in machine formats.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Overtime { .. } => "overtime",
            Self::RestDay => "rest-day",
            Self::Holiday { .. } => "holiday",
            Self::Night { .. } => "night",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_stands_for_what_bears_it() {
        for name in Per::NAMES {
            assert_eq!(Per::named(name).unwrap().name(), *name);
        }
        assert_eq!(Grant::named("keeps-base"), Some(Grant::KeepsBase));
        assert_eq!(Period::named("birth"), None);
    }
}

//! The words by which an agreement file names units, occasions, grants and the like.

use crate::agreement::counting::CountedBy;
use crate::agreement::document::Proration;
use crate::agreement::formula::Over;
use crate::agreement::kinds::{AbsenceKind, ContributionBase, Grant, Occasion, PaidBy, Per, Period};
use crate::agreement::measure::{Carrier, MeasureUnit};
use crate::agreement::scope::CalendarDay;
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
named!(PaidBy, Piece = "piece", Hour = "hour", Day = "day", Measure = "measure");
named!(CountedBy, Day = "day", Week = "week", Period = "period", Year = "year");
named!(Over, Order = "order", Day = "day", Period = "period", Month = "month", Year = "year");
named!(Carrier, Log = "log", Attendance = "attendance");
named!(
    MeasureUnit,
    Minute = "minute",
    Hour = "hour",
    Km = "km",
    Mile = "mile",
    Kg = "kg",
    Order = "order",
    Stop = "stop",
    Item = "item",
    Money = "money"
);
named!(CalendarDay, Holiday = "holiday", Workday = "workday", Rest = "rest");
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

impl Per {
    /// The units that every log and attendance has, in the order in which they are shown.
    pub const NAMES: &'static [&'static str] = &["parcel", "hour", "km", "day", "month"];

    /// The name in agreement files and in machine formats.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Parcel => "parcel",
            Self::Hour => "hour",
            Self::Km => "km",
            Self::Day => "day",
            Self::Month => "month",
            Self::Measure => "measure",
        }
    }

    /// The unit of that name; a measure has its own.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        [Self::Parcel, Self::Hour, Self::Km, Self::Day, Self::Month].into_iter().find(|per| per.name() == name)
    }
}

impl Occasion {
    /// What a premium may be earned on.
    pub const NAMES: &'static [&'static str] = &["overtime", "rest-day", "holiday", "night", "any"];

    /// The name in agreement files and in machine formats.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Overtime { .. } => "overtime",
            Self::RestDay => "rest-day",
            Self::Holiday { .. } => "holiday",
            Self::Night { .. } => "night",
            Self::Any => "any",
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

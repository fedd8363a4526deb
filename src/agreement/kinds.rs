//! The eight kinds of rule: what each does with its figures.

use std::sync::Arc;

pub use crate::agreement::absence::{Absence, AbsenceKind};
use crate::agreement::counting::{Bonus, Counting};
use crate::agreement::dated::Dated;
use crate::agreement::formula::Window;
use crate::agreement::measure::Measure;
pub use crate::agreement::premium::{Gives, Occasion, PaidBy, Premium};
use crate::agreement::proviso::Proviso;
use crate::units::Decimal;

/// What a rule does.
#[derive(Clone, Debug)]
pub enum Kind {
    /// Earns money per parcel, hour, km, day or month.
    Rate(Rate),
    /// The monthly base wage standard, in yuan; a higher one in the roster stands.
    Base,
    /// A guarantee per month or hour.
    Floor(Floor),
    /// A multiple of the piece rate.
    Premium(Premium),
    /// What holds in a protected period or between women and men.
    Protection(Protection),
    /// What may be taken off, and its cap.
    Deduction(Deduction),
    /// The employer's on-cost.
    Contribution(Contribution),
    /// What is kept of what is due by the month on days of a kind of absence.
    Absence(Absence),
}

impl Kind {
    /// The sub-tables of a rule that say its kind.
    pub const NAMES: &'static [&'static str] =
        &["rate", "base", "floor", "premium", "protection", "deduction", "contribution", "absence"];

    /// The name in agreement files and in machine formats.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Rate(_) => "rate",
            Self::Base => "base",
            Self::Floor(_) => "floor",
            Self::Premium(_) => "premium",
            Self::Protection(_) => "protection",
            Self::Deduction(_) => "deduction",
            Self::Contribution(_) => "contribution",
            Self::Absence(_) => "absence",
        }
    }

    /// Whether a line of a payslip can come from it.
    #[must_use]
    pub fn earns(&self) -> bool {
        match self {
            Self::Rate(_) | Self::Base | Self::Floor(_) | Self::Premium(_) | Self::Absence(_) => true,
            Self::Protection(protection) => protection.grants == Grant::KeepsBase,
            Self::Deduction(_) | Self::Contribution(_) => false,
        }
    }

    /// Between which times of the day a premium of the night holds, where the log has to say them: where the attendance says the
    /// hours, they are not asked.
    #[must_use]
    pub fn night(&self) -> Option<(u32, u32)> {
        match self {
            Self::Premium(Premium { occasion: Occasion::Night { from, until }, hours: None, .. }) => {
                Some((*from, *until))
            }
            Self::Premium(_)
            | Self::Rate(_)
            | Self::Base
            | Self::Floor(_)
            | Self::Protection(_)
            | Self::Deduction(_)
            | Self::Contribution(_)
            | Self::Absence(_) => None,
        }
    }

    /// The protection that it is.
    #[must_use]
    pub const fn protection(&self) -> Option<&Protection> {
        match self {
            Self::Protection(protection) => Some(protection),
            Self::Rate(_)
            | Self::Base
            | Self::Floor(_)
            | Self::Premium(_)
            | Self::Deduction(_)
            | Self::Contribution(_)
            | Self::Absence(_) => None,
        }
    }

    /// What its figure is paid or guaranteed for, in yuan; `None` where its figure is no amount of money.
    #[must_use]
    pub const fn per(&self) -> Option<Per> {
        match self {
            Self::Rate(rate) => Some(rate.per),
            Self::Base => Some(Per::Month),
            Self::Floor(floor) => Some(floor.per),
            Self::Premium(_) | Self::Protection(_) | Self::Deduction(_) | Self::Contribution(_) | Self::Absence(_) => {
                None
            }
        }
    }

    /// What its figure is where it is no amount of money: `multiple`, `percent`; else empty.
    #[must_use]
    pub const fn measure(&self) -> &'static str {
        match self {
            Self::Premium(_) => "multiple",
            Self::Deduction(_) | Self::Contribution(_) => "percent",
            Self::Rate(_) | Self::Base | Self::Floor(_) | Self::Protection(_) | Self::Absence(_) => "",
        }
    }

    /// The input, beside the log, without which it computes nothing.
    #[must_use]
    pub fn needs(&self) -> Option<NeededInput> {
        match (self, self.per()) {
            (Self::Rate(rate), _) if rate.provided.iter().any(Proviso::asks_attendance) => {
                Some(NeededInput::Attendance)
            }
            (Self::Premium(premium), _) => match premium.occasion {
                Occasion::Overtime { .. } | Occasion::RestDay => Some(NeededInput::Attendance),
                Occasion::Holiday { .. } | Occasion::Night { .. } | Occasion::Any => None,
            },
            // Maternity leave is known from the protected periods.
            (Self::Absence(absence), _) => (absence.kind != AbsenceKind::Maternity).then_some(NeededInput::Attendance),
            (_, Some(Per::Parcel | Per::Measure) | None) | (Self::Floor(Floor { window: Some(_), .. }), _) => None,
            (_, Some(Per::Month)) => Some(NeededInput::Roster),
            (_, Some(Per::Hour | Per::Day | Per::Km)) => Some(NeededInput::Attendance),
        }
    }

    /// Whether what it comes to depends on how high the pay of the month is, and not only on by how much that changes.
    #[must_use]
    pub fn hangs_on_pay(&self) -> bool {
        match self {
            Self::Floor(_) => true,
            Self::Absence(absence) => absence.pays.is_some(),
            Self::Contribution(one) => {
                one.of == ContributionBase::Pay && (one.floor.is_some() || one.ceiling.is_some())
            }
            Self::Rate(_) | Self::Base | Self::Premium(_) | Self::Protection(_) | Self::Deduction(_) => false,
        }
    }

    /// Whether it can move this year's wages and contributions: what may be taken off does not, nor what is reckoned on last
    /// year's pay, which no input gives.
    #[must_use]
    pub fn moves_cost(&self) -> bool {
        match self {
            Self::Deduction(_) => false,
            Self::Contribution(contribution) => contribution.of != ContributionBase::LastYear,
            Self::Rate(_) | Self::Base | Self::Floor(_) | Self::Premium(_) | Self::Protection(_) | Self::Absence(_) => {
                true
            }
        }
    }
}

/// An input that a rule may need beside the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NeededInput {
    /// Who is employed.
    Roster,
    /// Hours by day.
    Attendance,
}

/// Earns money by a unit of work or time.
#[expect(clippy::struct_excessive_bools, reason = "each is a key of its own in the agreement")]
#[derive(Clone, Debug)]
pub struct Rate {
    /// The unit.
    pub per: Per,
    /// Whether it counts towards the floor (default: yes).
    pub counts_towards_floor: bool,
    /// Whether a monthly amount is cut by the days employed (default: yes).
    pub prorate: bool,
    /// Which measure it pays, with [`Per::Measure`].
    pub measure: Option<Arc<Measure>>,
    /// Whether it is paid beside other rates for the same parcels (default: the best of them is paid).
    pub adds: bool,
    /// Whether it is a least amount: more is never too much.
    pub at_least: bool,
    /// How parcels are counted up its steps, or up those of `--rates`.
    pub counting: Counting,
    /// What the sums of a pay period have to be for it to be paid.
    pub provided: Vec<Proviso>,
    /// Where it pays each full number of units, and not each one.
    pub bonus: Option<Bonus>,
}

/// The unit that a rate pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Per {
    /// A delivered parcel of the log.
    Parcel,
    /// An hour of attendance.
    Hour,
    /// A kilometre of attendance (column `km`).
    Km,
    /// A day of attendance with hours.
    Day,
    /// A month employed.
    Month,
    /// A measure that the agreement declares.
    Measure,
}

/// A guarantee: what is missing is a top-up.
#[derive(Clone, Debug)]
pub struct Floor {
    /// `Month` or `Hour`.
    pub per: Per,
    /// Whether it is a statutory minimum, above which an agreement's own floor has to lie.
    pub statutory: bool,
    /// What it is tested over, where its figure is a formula; `None`: over the month, per month or hour.
    pub window: Option<Window>,
}

/// What holds in a protected period or between women and men.
#[derive(Clone, Debug)]
pub struct Protection {
    /// What it grants.
    pub grants: Grant,
    /// The kinds of period in which it holds; empty for equality rules.
    pub periods: Vec<Period>,
    /// For pregnancy: it begins this many weeks before the day the birth is due; `None`: with the period.
    pub weeks_before_due: Option<u32>,
}

/// What a protection grants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grant {
    /// The base wage is not lowered below that of the day before the period began.
    KeepsBase,
    /// No dismissal and no ending of the contract by the employer.
    NoDismissal,
    /// No hours beyond the normal day.
    NoExtendedHours,
    /// No work between 22:00 and 06:00.
    NoNightWork,
    /// Equal pay for women and men for equal work.
    EqualPay,
    /// A written labour contract.
    WrittenContract,
}

/// A kind of protected period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Period {
    /// From the day it is known to the birth.
    Pregnancy,
    /// Maternity leave.
    Maternity,
    /// Until the child is one year old.
    Nursing,
}

/// What may be taken off a month's wage: at most its figure in percent of it.
#[derive(Clone, Debug)]
pub struct Deduction {
    /// Whether what is left may not lie below the floor.
    pub keeps_floor: bool,
}

/// The employer's on-cost: percent × clamp(base, floor, ceiling); used by `cost` only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contribution {
    /// Yuan a month; the base counts as at least this.
    pub floor: Option<Dated<Decimal>>,
    /// Yuan a month; the base counts as at most this.
    pub ceiling: Option<Dated<Decimal>>,
    /// What the percentage is taken of.
    pub of: ContributionBase,
}

/// What a contribution is a percentage of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContributionBase {
    /// The pay of the month: it moves with every change.
    Pay,
    /// The average pay of last year: a change of this year does not move it.
    LastYear,
}

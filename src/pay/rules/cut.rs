//! The months and years that a year's figures cut, and the ladders of which they cut the steps.

use crate::agreement::counting::CountedBy;
use crate::pay::worksheet::PaySlot;
use crate::units::{Date, Decimal, Term};

/// How a month is cut for a year's figures: the steps of its ladders by days covered ÷ calendar days, those of a ladder by the
/// year by days covered ÷ days of the year. Parcels are then counted in parts of one ÷ calendar days of the month, so that none
/// is lost.
#[derive(Clone, Copy)]
pub(crate) struct Cut {
    /// By what a step is multiplied and divided to be in parts.
    covered: u64,
    of: u64,
    /// Into how many parts a parcel is cut.
    pub(crate) days: u64,
}

impl Cut {
    /// Of what is counted from `first` on.
    pub(crate) fn of(slot: &PaySlot, by: CountedBy, first: Date) -> Self {
        let (covered, days) = slot.cut().unwrap_or((1, 1));
        match by {
            CountedBy::Period => Self { covered, of: 1, days },
            CountedBy::Day | CountedBy::Week => Self { covered: days, of: 1, days },
            CountedBy::Year => {
                let all = u64::from(first.days_in_year().unsigned_abs());
                let year = Term { from: Some(first.first_of_year()), until: Some(first.last_of_year()) };
                let asked = slot.asked.overlap(year);
                let asked = asked.filter(|_| slot.for_a_year).map_or(all, |asked| count(asked).min(all));
                Self { covered: asked * days, of: all, days }
            }
        }
    }

    /// The part of a month's or a year's amount that falls to the days covered.
    pub(crate) fn share(self) -> Decimal {
        Decimal::from(self.covered) / Decimal::from(self.of) / Decimal::from(self.days)
    }

    /// So many parcels, in parts.
    pub(crate) fn parts(self, parcels: u64) -> u64 {
        parcels.saturating_mul(self.days)
    }

    /// After how many parts a step begins.
    pub(crate) fn begins(self, over: u64) -> u64 {
        if self.of == 1 {
            return over.saturating_mul(self.covered);
        }
        let begins = u128::from(over) * u128::from(self.covered) / u128::from(self.of);
        u64::try_from(begins).unwrap_or(u64::MAX)
    }
}

/// How many days a term has; one whose end is open has no number.
fn count(term: Term) -> u64 {
    let days = term.from.zip(term.until).map(|(from, until)| (until - from).get_days() + 1);
    days.and_then(|days| u64::try_from(days).ok()).unwrap_or(u64::MAX)
}

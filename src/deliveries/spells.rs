//! Spells: days of a month one after the other that may be counted as one, where what is due does not tell them apart.

use std::fmt;
use std::sync::Arc;

use crate::units::{Date, Month, Term};

/// For a courier and a month, the days that begin a spell: bit 0 for the first of the month.
type Begins = dyn Fn(&str, Month) -> u32 + Send + Sync;

/// How the days of a courier fall into spells.
#[derive(Clone)]
pub struct Spells {
    begins: Arc<Begins>,
}

/// Every day begins a spell.
pub(super) const EACH_DAY: u32 = u32::MAX >> 1;

impl Spells {
    /// Of a function from a courier and a month to the days that begin a spell, bit 0 for the first of the month.
    #[must_use]
    pub fn new(begins: impl Fn(&str, Month) -> u32 + Send + Sync + 'static) -> Self {
        Self { begins: Arc::new(begins) }
    }

    /// The same where the days of a term are told from all others.
    #[must_use]
    pub fn apart(self, term: Term) -> Self {
        let turns: Vec<Date> = turns(term).collect();
        Self::new(move |courier, month| (self.begins)(courier, month) | turns_in(&turns, month))
    }

    /// The days on which the spells of a courier begin in a month; the first day is always one.
    pub(super) fn begins(&self, courier: &str, month: Month) -> u32 {
        (self.begins)(courier, month) & EACH_DAY | 1
    }
}

impl fmt::Debug for Spells {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Spells")
    }
}

/// The first day of a term and the day after its last.
pub fn turns(term: Term) -> impl Iterator<Item = Date> {
    term.from.into_iter().chain(term.until.and_then(|until| until.tomorrow().ok()))
}

/// Of some days in order those of a month, as bits.
#[must_use]
pub fn turns_in(turns: &[Date], month: Month) -> u32 {
    let first = month.first();
    let of_month = turns[turns.partition_point(|turn| *turn < first)..].iter();
    let of_month = of_month.take_while(|turn| Month::of(**turn) == month);
    of_month.fold(0, |bits, turn| bits | 1 << (turn.day() - 1))
}

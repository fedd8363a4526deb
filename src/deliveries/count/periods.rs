//! Periods: days of a month one after the other that may be counted as one, where what is due does not tell them apart.

use std::fmt;
use std::sync::Arc;

use crate::units::{Date, Month, Term};

/// For a courier and a month, the days that begin a period: bit 0 for the first of the month.
type Begins = dyn Fn(&str, Month) -> u32 + Send + Sync;

/// How the days of a courier fall into periods.
#[derive(Clone)]
pub struct Periods {
    begins: Arc<Begins>,
}

/// Every day begins a period.
pub(crate) const EACH_DAY: u32 = u32::MAX >> 1;

impl Periods {
    /// Of a function from a courier and a month to the days that begin a period, bit 0 for the first of the month.
    #[must_use]
    pub fn new(begins: impl Fn(&str, Month) -> u32 + Send + Sync + 'static) -> Self {
        Self { begins: Arc::new(begins) }
    }

    /// The same where the days of a term are told from all others.
    #[must_use]
    pub fn apart(self, term: Term) -> Self {
        let after = term.until.and_then(|until| until.tomorrow().ok());
        let change_dates: Vec<Date> = term.from.into_iter().chain(after).collect();
        Self::new(move |courier, month| (self.begins)(courier, month) | change_dates_in(&change_dates, month))
    }

    /// The days on which the periods of a courier begin in a month; the first day is always one.
    pub(crate) fn begins(&self, courier: &str, month: Month) -> u32 {
        (self.begins)(courier, month) & EACH_DAY | 1
    }
}

impl fmt::Debug for Periods {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Periods")
    }
}

/// Of some days in order those of a month, as bits.
#[must_use]
pub fn change_dates_in(change_dates: &[Date], month: Month) -> u32 {
    let first = month.first();
    let of_month = change_dates[change_dates.partition_point(|date| *date < first)..].iter();
    let of_month = of_month.take_while(|date| Month::of(**date) == month);
    of_month.fold(0, |bits, date| bits | 1 << (date.day() - 1))
}

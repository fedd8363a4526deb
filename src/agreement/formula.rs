//! Guarantees by a formula over several measures, and what they are tested over.

use std::sync::Arc;

use crate::agreement::measure::Measure;
use crate::units::{Decimal, PayPeriod, Term};

/// The key of the least amount, which is no term.
pub const AT_LEAST: &str = "at_least";

/// What a formula guarantees: the sum of its terms, or the least amount where that is more.
#[derive(Clone, Debug, Default)]
pub struct Formula {
    /// Its terms, in the order in which they are written.
    pub terms: Vec<FormulaTerm>,
    /// Money for each order, day or period, whatever the terms come to.
    pub at_least: Option<Decimal>,
}

/// One term of a formula: so much for each of something.
#[derive(Clone, Debug)]
pub struct FormulaTerm {
    /// The word for what is counted, as it is written.
    pub name: Arc<str>,
    /// What is counted.
    pub counted: Counted,
    /// How much for each.
    pub each: Each,
}

/// What a term of a formula counts.
#[derive(Clone, Debug)]
pub enum Counted {
    /// Hours of attendance.
    Hours,
    /// Delivered parcels.
    Parcels,
    /// A measure.
    Measure(Arc<Measure>),
}

/// How much one of what is counted is worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Each {
    /// Money.
    Amount(Decimal),
    /// So many percent of the amount of another rule.
    Percent {
        /// The percentage.
        percent: Decimal,
        /// The id of that rule.
        of: Arc<str>,
    },
}

/// What a guarantee is tested over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    /// Over how long.
    pub over: Over,
    /// Whether all workers of a company are tested together, and not each for himself.
    pub together: bool,
    /// The rates that it is compared with, by their ids; none: all that count towards a floor.
    pub against: Vec<Arc<str>>,
}

/// How long a window is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Over {
    /// One order: a row of the log.
    Order,
    /// A day.
    Day,
    /// A pay period.
    Period,
    /// A calendar month: the pay periods that end in it.
    Month,
    /// A calendar year: the pay periods that end in it.
    Year,
}

impl Over {
    /// The days of the month or year to which a pay period belongs; `None` of what lies within a pay period.
    #[must_use]
    pub fn around(self, period: PayPeriod) -> Option<Term> {
        let last = period.last();
        let (from, until) = match self {
            Self::Order | Self::Day | Self::Period => return None,
            Self::Month => (last.first_of_month(), last.last_of_month()),
            Self::Year => (last.first_of_year(), last.last_of_year()),
        };
        Some(Term { from: Some(from), until: Some(until) })
    }
}

impl Formula {
    /// Every amount in it; those of other rules are none of its own.
    pub fn amounts(&self) -> impl Iterator<Item = Decimal> {
        self.parts().map(|(_, amount)| amount)
    }

    /// Its own amounts by their names: those of its terms, and the least amount.
    pub fn parts(&self) -> impl Iterator<Item = (&str, Decimal)> {
        let of_terms = self.terms.iter().filter_map(|term| match term.each {
            Each::Amount(amount) => Some((&*term.name, amount)),
            Each::Percent { .. } => None,
        });
        of_terms.chain(self.at_least.map(|amount| (AT_LEAST, amount)))
    }
}

impl PartialEq for Formula {
    fn eq(&self, other: &Self) -> bool {
        let terms =
            |of: &Self| of.terms.iter().map(|term| (Arc::clone(&term.name), term.each.clone())).collect::<Vec<_>>();
        self.at_least == other.at_least && terms(self) == terms(other)
    }
}

impl Eq for Formula {}

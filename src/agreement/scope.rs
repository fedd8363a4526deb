//! Whom and what a rule applies to.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::agreement::synonyms;
use crate::units::Date;

/// `where = { service = "delivery", month = [6, 7] }`: all keys must hold; of a key's values, one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Where {
    /// Months of the year, 1 to 12; empty for every month.
    pub months: Vec<i8>,
    /// `service`, `area`, `company`, `courier`, or any column of the roster, each with the values that fit.
    pub values: BTreeMap<Arc<str>, Vec<Arc<str>>>,
}

/// Whom or what a rule is asked about: a courier's employment, or parcels of one.
pub trait Subject {
    /// The value of `company`, `courier`, `area`, `service` or a roster column; `None` where it is empty or not known.
    fn named(&self, key: &str) -> Option<&str>;
}

impl Where {
    /// Whether it fits the subject on that day.
    #[must_use]
    pub fn fits(&self, subject: &impl Subject, day: Date) -> bool {
        self.covers_month(day.month())
            && self.values.iter().all(|(key, values)| one_of(key, subject.named(key), values))
    }

    /// Whether it covers a month of the year.
    #[must_use]
    pub fn covers_month(&self, month: i8) -> bool {
        self.months.is_empty() || self.months.contains(&month)
    }
}

/// Whether what stands in a column is one of the values asked for, or means the same.
#[must_use]
pub fn one_of(column: &str, found: Option<&str>, values: &[Arc<str>]) -> bool {
    found.is_some_and(|found| values.iter().any(|value| synonyms::same(column, value, found)))
}

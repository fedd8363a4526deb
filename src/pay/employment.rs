//! The days of a month on which a courier is employed, with the terms of each.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::units::Date;
use crate::units::Month;
use crate::workforce::Roster;
use crate::workforce::roster::Terms;

/// The days employed by one company in one month, in order, each with its terms.
pub(crate) type Employed<'a> = Vec<(Date, &'a Terms)>;

/// The employments of a courier in a month by company. `unnamed` is the company meant where the roster names none.
pub(crate) fn of<'a>(
    roster: &'a Roster,
    courier: &str,
    month: Month,
    unnamed: Option<&Arc<str>>,
) -> BTreeMap<Arc<str>, Employed<'a>> {
    let mut companies: BTreeMap<Arc<str>, Employed<'a>> = BTreeMap::new();
    for day in month.each_day() {
        for terms in roster.on(courier, day) {
            let company = match unnamed {
                Some(unnamed) if terms.company.is_empty() => Arc::clone(unnamed),
                _ => Arc::clone(&terms.company),
            };
            companies.entry(company).or_default().push((day, terms));
        }
    }
    companies
}

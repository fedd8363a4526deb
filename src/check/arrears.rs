//! Arrears: what is short over all months, by courier and in all.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::check::Finding;
use crate::units::Yuan;

/// What is short to one courier of one company.
#[derive(Clone, Debug, Default)]
pub struct Arrears {
    /// The company.
    pub company: Arc<str>,
    /// The courier's id.
    pub courier: Arc<str>,
    /// The courier's name; empty where the roster gives none.
    pub name: Arc<str>,
    /// In how many months.
    pub months: u64,
    /// Yuan due in those months.
    pub due: Yuan,
    /// Yuan paid in those months.
    pub found: Yuan,
    /// Yuan short.
    pub shortfall: Yuan,
}

/// The arrears by company and courier.
#[must_use]
pub fn arrears(findings: &[Finding]) -> Vec<Arrears> {
    let mut sums: BTreeMap<(&Arc<str>, &Arc<str>), Arrears> = BTreeMap::new();
    for finding in findings {
        let Some(shortfall) = finding.shortfall else { continue };
        let sum = sums.entry((&finding.company, &finding.courier)).or_insert_with(|| Arrears {
            company: Arc::clone(&finding.company),
            courier: Arc::clone(&finding.courier),
            name: Arc::clone(&finding.name),
            ..Arrears::default()
        });
        sum.months += 1;
        sum.due += finding.due.unwrap_or_default();
        sum.found += finding.found.unwrap_or_default();
        sum.shortfall += shortfall;
    }
    sums.into_values().collect()
}

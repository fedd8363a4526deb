//! What a payroll departs from: each check compares what was paid with what is due, or the record with the protections agreed.

pub mod arrears;
mod declared;
pub mod due_and_paid;
pub mod finding;
pub mod fund;
mod listed;
mod need;
pub mod not_checked;
mod payroll_check;
mod protected_days;
pub mod redact;
mod rules;

pub use declared::Check;
pub use due_and_paid::DueAndPaid;
pub use finding::{Cited, Finding, Severity};
pub use need::Need;
pub use not_checked::{NotChecked, not_checked};
pub use payroll_check::PayrollCheck;
pub use rules::{CHECKS, by_code};

use crate::cores;

/// Runs the checks given and puts what they find in the order of month, company, courier and code.
#[must_use]
pub fn check(payroll: &PayrollCheck<'_>, checks: &[&Check]) -> Vec<Finding> {
    let found = cores::each(checks, |check| (check.find)(payroll));
    let mut findings: Vec<Finding> = found.into_iter().flatten().collect();
    for finding in &mut findings {
        finding.name = payroll.name(&finding.courier, &finding.company);
    }
    findings.sort_by(|a, b| a.order().cmp(&b.order()));
    findings
}

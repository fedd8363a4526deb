//! What a payroll departs from: each check compares what was paid with what is due, or the record with the protections agreed.

pub mod arrears;
pub mod books;
pub mod finding;
pub mod page;
pub mod pairs;
pub mod redact;
pub mod registry;
mod rules;
pub mod unseen;

pub use books::Books;
pub use finding::{Cited, Finding, Severity};
pub use registry::{CHECKS, Check};

/// Runs the checks given and puts what they find in the order of month, company, courier and code.
#[must_use]
pub fn check(books: &Books<'_>, checks: &[&Check]) -> Vec<Finding> {
    let mut findings: Vec<Finding> = checks.iter().flat_map(|check| (check.find)(books)).collect();
    for finding in &mut findings {
        finding.name = books.name(&finding.courier);
    }
    findings.sort_by(|a, b| a.order().cmp(&b.order()));
    findings
}

//! All checks, in the order in which they are listed.

use crate::check::{Books, Finding, Severity, rules};

/// One check.
#[derive(Debug)]
pub struct Check {
    /// Its stable code, such as `underpaid`.
    pub code: &'static str,
    /// How grave its findings are, at the gravest.
    pub severity: Severity,
    /// Its file, whose doc comment is its page.
    pub(crate) source: &'static str,
    /// Looks through the books.
    pub(crate) find: fn(&Books<'_>) -> Vec<Finding>,
}

/// Every check.
pub const CHECKS: &[Check] = &[
    rules::underpaid::CHECK,
    rules::overpaid::CHECK,
    rules::rate_below_band::CHECK,
    rules::rate_above_band::CHECK,
    rules::parcels_differ::CHECK,
    rules::below_floor::CHECK,
    rules::deduction_over_cap::CHECK,
    rules::base_cut::CHECK,
    rules::extended_hours::CHECK,
    rules::night_work::CHECK,
    rules::dismissed_while_protected::CHECK,
    rules::unequal_rate::CHECK,
    rules::no_written_contract::CHECK,
    rules::allowance_missing::CHECK,
    rules::unknown_courier::CHECK,
    rules::not_on_register::CHECK,
    rules::not_in_log::CHECK,
    rules::paid_late::CHECK,
    rules::not_in_force::CHECK,
    rules::floor_not_above_law::CHECK,
];

/// The check of that code.
#[must_use]
pub fn by_code(code: &str) -> Option<&'static Check> {
    CHECKS.iter().find(|check| check.code == code)
}

//! What the checks could not look at, and why: nothing found is not the same as nothing looked at.

use std::collections::BTreeSet;

use crate::agreement::kinds::{Kind, Period};
use crate::check::{Books, Check};
use crate::diagnostics::Message;
use crate::units::Month;

/// The checks that find nothing without an input.
const OF_ROSTER: &[&str] = &[
    "base-cut",
    "below-floor",
    "allowance-missing",
    "dismissed-while-protected",
    "no-written-contract",
    "unequal-rate",
    "unknown-courier",
];
const OF_PROTECTED: &[&str] = &["base-cut", "dismissed-while-protected", "extended-hours", "night-work"];

/// The column of the roster without which no contract can be missed.
pub(crate) const CONTRACT_SIGNED: &str = "contract_signed";

/// Remarks on what was not looked at by the checks that ran.
#[must_use]
pub fn unseen(books: &Books<'_>, checks: &[&Check]) -> Vec<Message> {
    let runs = |code: &str| checks.iter().any(|check| check.code == code);
    let mut remarks: Vec<Message> = months(books).into_iter().collect();
    let mut without = |missing: bool, flag: &str, codes: &[&str]| {
        let codes: Vec<&str> = codes.iter().copied().filter(|code| runs(code)).collect();
        if missing && !codes.is_empty() {
            remarks.push(Message::new("check-blind").with("flag", flag).with("codes", codes.join(", ")));
        }
    };
    let workforce = books.workforce;
    without(workforce.roster.is_none(), "--roster", OF_ROSTER);
    without(!workforce.protected.given, "--protected", OF_PROTECTED);
    let unsigned = workforce.roster.as_ref().is_some_and(|roster| !roster.has_column(CONTRACT_SIGNED));
    without(unsigned, CONTRACT_SIGNED, &["no-written-contract"]);
    remarks.extend(pregnancies(books).filter(|_| runs("night-work") || runs("extended-hours")));
    remarks
}

/// The months of the log that the register does not have.
fn months(books: &Books<'_>) -> Option<Message> {
    let of_log: BTreeSet<Month> = books.tally.months();
    let missing: Vec<String> = of_log.difference(&books.months).map(ToString::to_string).collect();
    let count = missing.len() as u64;
    (count > 0).then(|| Message::new("check-months-unseen").count("count", count).with("months", missing.join(", ")))
}

/// Pregnancies of which the day of birth is not given, where a rule counts the weeks before it.
fn pregnancies(books: &Books<'_>) -> Option<Message> {
    let counts_weeks = |kind: &Kind| matches!(kind, Kind::Protection(kept) if kept.weeks_before_due.is_some());
    if !books.agreement.rules.iter().any(|rule| counts_weeks(&rule.kind)) {
        return None;
    }
    let protected = &books.workforce.protected;
    let spans = protected.couriers().flat_map(|courier| protected.of(courier));
    let open = spans.filter(|span| span.kind == Period::Pregnancy && span.due.is_none()).count() as u64;
    (open > 0).then(|| Message::new("check-due-unknown").count("count", open))
}

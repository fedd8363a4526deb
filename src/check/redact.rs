//! What may leave the payroll office: digests in place of ids, and no kind of protection.

use std::fmt::Write;
use std::sync::Arc;

use sha2::Digest;
use sha2::Sha256;

use crate::check::Finding;

/// Groups of fewer people than this are not reported by sex.
const FEWEST: u64 = 5;

/// How many digits of a digest stand for an id.
const DIGITS: usize = 12;

/// The codes whose findings tell that someone is protected.
const PROTECTIONS: &[&str] = &["base-cut", "extended-hours", "night-work", "dismissed-while-protected"];

/// What stands in place of a clause on a protection.
const PROTECTED: &str = "protected";

/// The findings without ids and without kinds of protection, and how many were withheld because a group is small.
#[must_use]
pub fn redact(findings: Vec<Finding>, salt: &str) -> (Vec<Finding>, u64) {
    let small = |finding: &Finding| finding.sexes.is_some_and(|(women, men)| women.min(men) < FEWEST);
    let (withheld, kept): (Vec<_>, Vec<_>) = findings.into_iter().partition(small);
    let redacted = |finding: Finding| {
        let courier = if finding.sexes.is_some() { Arc::default() } else { digest(&finding.courier, salt) };
        let finding = Finding { courier, ..finding };
        if !PROTECTIONS.contains(&finding.code) {
            return finding;
        }
        let (clause, words) = (PROTECTED.to_string(), PROTECTED.to_string());
        Finding { clause, words, at: String::new(), ..finding }
    };
    (kept.into_iter().map(redacted).collect(), withheld.len() as u64)
}

/// A salt that nobody has seen before, 32 hexadecimal digits.
#[must_use]
pub fn new_salt() -> String {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).expect("the operating system has random numbers");
    hex(&bytes)
}

/// The digest of an id: without the salt no one can try out all ids.
#[must_use]
pub fn digest(id: &str, salt: &str) -> Arc<str> {
    if id.is_empty() {
        return Arc::default();
    }
    let bytes = Sha256::new().chain_update(salt).chain_update([0]).chain_update(id).finalize();
    hex(&bytes)[..DIGITS].into()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

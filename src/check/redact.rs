//! What may leave the payroll office: digests in place of ids, and no kind of protection.

use std::sync::Arc;

use sha2::{Digest, Sha256};

use crate::check::{Cited, Finding, NotChecked, by_code};
use crate::diagnostics::Message;
use crate::diagnostics::message::Arg;
use crate::files::digest::hex;

/// Groups of fewer people than this are not reported by sex.
const FEWEST: u64 = 5;

/// How many digits of a digest stand for an id.
const DIGITS: usize = 12;

/// The remarks that name the first of some couriers.
const NAMING: [&str; 11] = [
    "pay-not-on-roster",
    "pay-outside-employment",
    "log-returned",
    "pay-ids-alike",
    "pay-ids-without-zeros",
    "pay-stranger",
    "pay-absent-without-rule",
    "pay-leave-of-no-kind",
    "pay-exceptions-only",
    "pay-without-earlier",
    "pay-parcels-without-hours",
];

/// What stands in place of a clause that protects: even its agreement can tell pregnancy from nursing.
const PROTECTED: &str = "protected";

/// The findings without ids and without kinds of protection, and how many were withheld because a group is small.
#[must_use]
pub fn redact(findings: Vec<Finding>, salt: &str) -> (Vec<Finding>, u64) {
    let small = |finding: &Finding| finding.sexes.is_some_and(|(women, men)| women.min(men) < FEWEST);
    let (withheld, kept): (Vec<_>, Vec<_>) = findings.into_iter().partition(small);
    let mut kept: Vec<Finding> = kept.into_iter().map(|finding| without_id(finding, salt)).collect();
    // In the order of the ids, the rows would still tell who is who.
    kept.sort_by(|a, b| a.order().cmp(&b.order()));
    (kept, withheld.len() as u64)
}

fn without_id(finding: Finding, salt: &str) -> Finding {
    let by_sex = finding.sexes.is_some();
    let courier = if by_sex { Arc::default() } else { digest(&finding.courier, salt) };
    // A line of a file tells who it is as well as an id does.
    let personal = by_sex || !courier.is_empty();
    let at = finding.at.clone().filter(|_| !personal);
    let tells = by_code(finding.code).is_none_or(|check| check.reveals_protection);
    let hidden = |cited: Cited| if tells || cited.protects { protected() } else { cited };
    let cited = finding.cited.iter().cloned().map(hidden).fold(Vec::new(), |mut cited, next| {
        if !cited.contains(&next) {
            cited.push(next);
        }
        cited
    });
    let message = ["one", "other"].into_iter().fold(finding.message.clone(), |message, id| digested(message, id, salt));
    let message =
        if message.id.starts_with("check-dismissed") { without(message, "reason", PROTECTED) } else { message };
    Finding { courier, name: Arc::default(), at, cited, message, ..finding }
}

/// What could not be checked, without the kind of protection of which something is not known.
#[must_use]
pub fn not_checked(not_checked: Vec<NotChecked>) -> Vec<NotChecked> {
    let hidden = |message: Message| {
        if message.id == "check-lacks-birth" { Message::new("check-lacks-protected-day") } else { message }
    };
    let each = |one: NotChecked| NotChecked { lacking: one.lacking.into_iter().map(hidden).collect(), ..one };
    not_checked.into_iter().map(each).collect()
}

fn protected() -> Cited {
    let word: Arc<str> = PROTECTED.into();
    Cited { agreement: Arc::clone(&word), clause: word, words: Arc::default(), protects: true }
}

/// A remark without the id that it names.
#[must_use]
pub fn remark(message: Message, salt: &str) -> Message {
    if message.id == "check-fund-unknown" {
        return Message::new("check-lacks-register-column").with("column", "fund_paid");
    }
    // The name of a file may be somebody's.
    let of_files =
        ["sheet-columns-unused", "sheet-rows-passed-over", "matrix-read", "input-files-read", "input-sheets-read"];
    if of_files.contains(&message.id) {
        let places = ["file", "files", "sheets"].into_iter();
        return places.fold(message, |message, place| without(message, place, "…"));
    }
    if !NAMING.contains(&message.id) {
        return message;
    }
    // Who is on leave, and of what kind, is nobody's business.
    let message = without(message, "absence", "…");
    ["first", "second", "first_full", "second_full"]
        .into_iter()
        .fold(message, |message, id| digested(message, id, salt))
}

/// A message with a digest in place of the id in one of its places, if it has such a place.
fn digested(message: Message, place: &str, salt: &str) -> Message {
    let id = message.args.iter().find_map(|(name, arg)| match arg {
        Arg::Text(id) if *name == place => Some(digest(id, salt)),
        _ => None,
    });
    without(message, place, &id.unwrap_or_default())
}

/// A message with other words in one of its places.
fn without(message: Message, place: &str, words: &str) -> Message {
    let other = |(name, arg)| if name == place { (name, Arg::Text(words.to_string())) } else { (name, arg) };
    Message { args: message.args.into_iter().map(other).collect(), ..message }
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

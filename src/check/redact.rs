//! What may leave the payroll office: digests in place of ids, and no kind of protection.

use std::sync::Arc;

use sha2::{Digest, Sha256};

use crate::check::{Cited, Finding, NotChecked, by_code};
use crate::diagnostics::message::Arg;
use crate::diagnostics::{Message, Problem};
use crate::files::digest::hex;
use crate::units::{Month, date};

/// Groups of fewer people than this are not reported by sex.
const FEWEST: u64 = 5;

/// How many digits of a digest stand for an id.
const DIGITS: usize = 12;

/// The fewest characters of a salt: a shorter one is found by trying, and then every id.
pub const SHORTEST: usize = 16;

/// The remarks that name the first of some couriers.
const NAMING: [&str; 13] = [
    "pay-not-on-roster",
    "pay-outside-employment",
    "pay-hours-outside-employment",
    "pay-protected-gap",
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

/// The parts of a message in which a person may be named.
const PERSONS: [&str; 5] = ["first", "second", "first_full", "second_full", "courier"];

/// The parts of a message in which files are named; their names may be somebody's.
const FILES: [&str; 7] = ["file", "files", "sheet", "sheets", "path", "folder", "place"];

/// The parts of a mistake that say what is wrong and tell of no one.
const HARMLESS: [&str; 4] = ["column", "flag", "encoding", "other_encoding"];

/// What stands in place of words that are withheld.
const HIDDEN: &str = "…";

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
    // No name of a file leaves the office, and no other finding has a line of anyone.
    let at = finding.at.clone().filter(|(file, _)| !personal && file.starts_with("--"));
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
    // When someone was paid is no day of hers.
    let message = if message.id == "check-paid-late" { message } else { in_months(message) };
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

/// A remark without ids, without days of a person, and without names of files.
#[must_use]
pub fn remark(message: Message, salt: &str) -> Message {
    if message.id == "check-fund-unknown" {
        return Message::new("check-lacks-register-column").with("column", "fund_paid");
    }
    let message = FILES.iter().fold(message, |message, place| without(message, place, HIDDEN));
    if message.id == "log-lines-before-headings" {
        return without(message, "first", HIDDEN);
    }
    if NAMING.contains(&message.id) {
        // Who is on leave, and of what kind, is nobody's business.
        let message = without(message, "absence", HIDDEN);
        return in_months(PERSONS.iter().fold(message, |message, place| digested(message, place, salt)));
    }
    // A remark that is not known to name a person may have a day there.
    let hidden = |(name, arg): (&'static str, Arg)| match arg {
        Arg::Text(text) if PERSONS.contains(&name) && date::parse(&text).is_none() => (name, Arg::Text(HIDDEN.into())),
        other => (name, other),
    };
    Message { args: message.args.into_iter().map(hidden).collect(), ..message }
}

/// A mistake without the words of the files, and without its place: what is wrong, and nothing of whom.
#[must_use]
pub fn problem(problem: Problem) -> Problem {
    Problem::new(said(problem.message))
}

fn said(message: Message) -> Message {
    let hidden = |(name, arg)| match arg {
        Arg::Text(_) if !HARMLESS.contains(&name) => (name, Arg::Text(HIDDEN.into())),
        Arg::Said(message) => (name, Arg::Said(said(message))),
        other => (name, other),
    };
    Message { args: message.args.into_iter().map(hidden).collect(), ..message }
}

/// A message with the months of its days: employment and protection are as good as a name to who knows their days.
fn in_months(message: Message) -> Message {
    let month = |(name, arg)| match arg {
        Arg::Text(text) => (name, Arg::Text(date::parse(&text).map_or(text, |day| Month::of(day).to_string()))),
        other => (name, other),
    };
    Message { args: message.args.into_iter().map(month).collect(), ..message }
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

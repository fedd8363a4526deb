//! The change of a term as it is typed: what is shown of it is read as the same change.

use std::sync::{Arc, OnceLock};

use wagepact::agreement::change::Change;
use wagepact::agreement::proposal::Proposal;
use wagepact::agreement::{Agreement, library};

use super::desk::told;

static ANJI: OnceLock<Agreement> = OnceLock::new();

pub fn holds(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let flag: Arc<str> = "--change".into();
    let change = match Change::parse(text, &flag, 1) {
        Ok(change) => change,
        Err(problem) => return told(&[problem]),
    };
    let again = Change::parse(&change.text, &flag, 1).unwrap();
    let parts =
        |change: &Change| (Arc::clone(&change.rule), change.field.clone(), change.scope.clone(), change.operation);
    assert_eq!(format!("{:?}", parts(&again)), format!("{:?}", parts(&change)), "{text:?}");
    let anji = ANJI.get_or_init(|| library::load("anji-courier").unwrap());
    let named = Proposal { title: None, changes: vec![Arc::new(change)] }.naming(anji);
    match named.and_then(|proposal| anji.with_changes(&proposal.changes)) {
        Ok(_) => {}
        Err(problems) => told(&problems),
    }
}

//! Ids that differ only in leading zeros, width or case between two tables: most likely one courier, written in two ways.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::deliveries::Tally;
use crate::tables::alike;
use crate::workforce::{Workforce, person};

/// The ids of a table, and the word by which it goes.
pub type IdsOf = (&'static str, BTreeSet<Arc<str>>);

/// Ids of two tables that are alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlikeIds {
    /// The words by which the tables go.
    pub tables: [&'static str; 2],
    /// One of the first table beside one of the second, of which one is in one of the tables only.
    pub pairs: Vec<[Arc<str>; 2]>,
}

/// The ids of the log and of all that is known of those who work.
#[must_use]
pub fn ids_of(tally: &Tally, workforce: &Workforce) -> Vec<IdsOf> {
    let of_log: BTreeSet<u32> = tally.rows.iter().map(|row| row.courier).collect();
    let log = of_log.into_iter().map(|courier| Arc::clone(tally.name(courier))).collect();
    let roster = workforce.roster.iter().flat_map(|roster| roster.people());
    let attendance = workforce.attendance.iter().flat_map(|attendance| attendance.people());
    let rates = workforce.rates.ladders.iter().map(|ladder| Arc::clone(&ladder.named.courier));
    vec![
        ("log", log),
        ("roster", roster.map(|(person, _)| person::id(person)).collect()),
        ("attendance", attendance.map(person::id).collect()),
        ("protected", workforce.protected.people().map(person::id).collect()),
        ("rates", rates.filter(|courier| !courier.is_empty()).collect()),
    ]
}

/// The pairs of tables with ids that are alike, in the order of the tables.
#[must_use]
pub fn alike_ids(tables: &[IdsOf]) -> Vec<AlikeIds> {
    let mut found = Vec::new();
    for (at, (one, ids)) in tables.iter().enumerate() {
        for (other, others) in &tables[at + 1..] {
            let mut written: BTreeMap<String, Vec<&Arc<str>>> = BTreeMap::new();
            for id in others {
                written.entry(alike::id(id)).or_default().push(id);
            }
            let beside = |id: &Arc<str>| {
                let all = written.get(&alike::id(id)).into_iter().flatten().filter(|other| **other != id);
                let apart = all.filter(|other| !others.contains(id) || !ids.contains(**other));
                apart.map(|other| [Arc::clone(id), Arc::clone(other)]).collect::<Vec<_>>()
            };
            let pairs: Vec<_> = ids.iter().flat_map(beside).collect();
            if !pairs.is_empty() {
                found.push(AlikeIds { tables: [*one, *other], pairs });
            }
        }
    }
    found
}

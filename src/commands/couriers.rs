//! Who is meant by an id or a name that was typed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::commands::mistakes;
use crate::deliveries::Tally;
use crate::diagnostics::suggestion::nearest;
use crate::diagnostics::{Message, Problem, Problems};
use crate::workforce::Workforce;

/// How many similar ids and names are named.
const SIMILAR: usize = 3;

/// The ids of the couriers that were typed, by id or by name, in their order.
///
/// # Errors
/// All that nobody has, and names that several have.
pub(super) fn named(typed: &[String], tally: &Tally, workforce: &Workforce) -> Result<Vec<Arc<str>>, Problems> {
    let mut ids: BTreeSet<Arc<str>> = tally.rows.iter().map(|row| Arc::clone(tally.name(row.courier))).collect();
    let mut names: BTreeMap<Arc<str>, BTreeSet<Arc<str>>> = BTreeMap::new();
    for (_, rows) in workforce.roster.iter().flat_map(|roster| roster.people()) {
        for row in rows {
            ids.insert(Arc::clone(&row.courier));
            if !row.name.is_empty() {
                names.entry(Arc::clone(&row.name)).or_default().insert(Arc::clone(&row.courier));
            }
        }
    }
    let mut found: Vec<Arc<str>> = Vec::new();
    for ids in mistakes::all(typed.iter().map(|word| Ok(vec![one(word, &ids, &names)?])))? {
        found.extend(ids.into_iter().filter(|id| !found.contains(id)).collect::<Vec<_>>());
    }
    Ok(found)
}

/// The id that a word is, or that of the only one of that name.
fn one(
    word: &str,
    ids: &BTreeSet<Arc<str>>,
    names: &BTreeMap<Arc<str>, BTreeSet<Arc<str>>>,
) -> Result<Arc<str>, Problem> {
    if let Some(id) = ids.get(word) {
        return Ok(Arc::clone(id));
    }
    match names.get(word) {
        Some(of_name) if of_name.len() == 1 => Ok(of_name.iter().next().map_or_else(Arc::default, Arc::clone)),
        Some(of_name) => {
            let of_name: Vec<&str> = of_name.iter().map(|id| &**id).collect();
            let message = Message::new("courier-name-several").with("found", word);
            Err(Problem::new(message.with("ids", of_name.join(", "))))
        }
        None => Err(unknown(word, ids.iter().chain(names.keys()).map(|known| &**known).collect())),
    }
}

fn unknown(word: &str, mut known: BTreeSet<&str>) -> Problem {
    let mut similar = Vec::new();
    while let Some(near) = nearest(word, known.iter().copied()).filter(|_| similar.len() < SIMILAR) {
        known.remove(near);
        similar.push(near);
    }
    Problem::new(if similar.is_empty() {
        Message::new("explain-courier-unknown").with("found", word)
    } else {
        Message::new("explain-courier-similar").with("found", word).with("similar", similar.join(", "))
    })
}

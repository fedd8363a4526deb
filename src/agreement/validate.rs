//! What has to hold across the documents of an agreement.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::agreement::read::Read;
use crate::diagnostics::{Message, Place, Problem, Problems};
use crate::units::Rounding;

/// All that is wrong with the documents taken together: two rules of one id, two ways to round.
pub(crate) fn across(documents: &[Read]) -> Problems {
    let mut problems = twice(documents);
    problems.extend(differing_rounding(documents));
    problems
}

fn twice(documents: &[Read]) -> Problems {
    let mut first: BTreeMap<&Arc<str>, &Place> = BTreeMap::new();
    let mut problems = Vec::new();
    for (id, place) in documents.iter().flat_map(|read| &read.ids) {
        match first.get(id) {
            None => {
                first.insert(id, place);
            }
            Some(earlier) => {
                let message = Message::new("agreement-rule-twice").with("id", &**id);
                problems.push(Problem::new(message).at(place.clone()).also((*earlier).clone()));
            }
        }
    }
    problems
}

fn differing_rounding(documents: &[Read]) -> Problems {
    let mut said: Option<&(Rounding, Place)> = None;
    let mut problems = Vec::new();
    for rounding in documents.iter().filter_map(|read| read.rounding.as_ref()) {
        match said {
            Some((first, place)) if *first != rounding.0 => {
                let message = Message::new("agreement-rounding-differs");
                problems.push(Problem::new(message).at(rounding.1.clone()).also(place.clone()));
            }
            Some(_) => {}
            None => said = Some(rounding),
        }
    }
    problems
}

//! What is to be said of the headings of a log: which were taken where several could be, and which were not taken at all.

use crate::deliveries::row::columns::{COLUMNS, place};
use crate::diagnostics::Message;
use crate::tables::bound_map::BoundMap;
use crate::tables::columns;
use crate::tables::columns::Found;

/// Tells of headings that could have served a column too.
pub(crate) fn passed_over(found: &Found, headings: &[String]) -> impl Iterator<Item = Message> {
    found.passed_over.iter().map(|passed| {
        let others: Vec<&str> = passed.others.iter().map(|other| &*headings[*other]).collect();
        let note = Message::new("log-heading-passed-over").with("column", passed.column);
        note.with("used", &headings[passed.used]).with("others", others.join(", "))
    })
}

/// Tells of headings that would serve a column that the map does not name: it is then not read.
pub(crate) fn unused(map: &BoundMap, headings: &[String]) -> impl Iterator<Item = Message> {
    let found = columns::find(headings, &COLUMNS).positions;
    let used: Vec<usize> = map.taken_fields().chain(map.keep().iter().copied()).chain(map.unique).collect();
    (0..COLUMNS.len()).filter(|column| *column != place::PARCEL && !map.has(*column)).filter_map(move |column| {
        let position = found[column].filter(|at| !used.contains(at))?;
        let note = Message::new("log-heading-unused").with("column", COLUMNS[column].name);
        Some(note.with("heading", &headings[position]))
    })
}

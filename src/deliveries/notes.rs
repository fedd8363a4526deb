//! What is to be said of the headings of a log: which were taken where several could be, and which were not taken at all.

use crate::deliveries::columns::{COLUMNS, PROBLEM_ROWS, place};
use crate::deliveries::laid::Laid;
use crate::deliveries::layout::Layout;
use crate::deliveries::{cell, record};
use crate::diagnostics::Message;
use crate::tables::columns;
use crate::tables::columns::Found;

/// Tells of headings that could have served a column too.
pub(super) fn passed_over(found: &Found, headings: &[String], notes: &mut Vec<Message>) {
    for passed in &found.passed_over {
        let others: Vec<&str> = passed.others.iter().map(|other| &*headings[*other]).collect();
        let note = Message::new("log-heading-passed-over")
            .with("column", passed.column)
            .with("used", &headings[passed.used])
            .with("others", others.join(", "));
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
}

/// Tells of rows that an engine could not read when it made a tally of them, which is the log now: the first row says how many.
/// An engine writes one tally into many files of a folder, which all say the same.
pub(super) fn problem_rows(layout: &Layout, rows: &[u8]) -> Option<Message> {
    let mut fields = Vec::new();
    let field = (0..layout.width).find(|field| layout.heading(*field) == PROBLEM_ROWS)?;
    record::fields(rows, 0, layout.delimiter, &mut fields)?;
    let text = cell::text(&rows[fields.get(field)?.clone()], layout.encoding).ok()?.into_owned();
    let count: u64 = text.parse().ok().filter(|count| *count > 0)?;
    let tally = layout.file.rsplit_once(['/', '\\']).map_or(&*layout.file, |(folder, _)| folder);
    Some(Message::new("log-problem-rows").with("tally", tally).count("rows", count))
}

/// Tells of headings that would serve a column that the map does not name: it is then not read.
pub(super) fn unused(laid: &Laid, headings: &[String]) -> impl Iterator<Item = Message> {
    let found = columns::find(headings, &COLUMNS);
    let used = laid.used();
    let free =
        found.positions.into_iter().enumerate().filter(|(column, _)| *column != place::PARCEL && !laid.has(*column));
    let free = free.filter_map(move |(column, position)| Some((column, position.filter(|at| !used.contains(at))?)));
    free.map(|(column, position)| {
        let note = Message::new("log-heading-unused").with("column", COLUMNS[column].name);
        note.with("heading", &headings[position])
    })
}

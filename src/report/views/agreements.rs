//! The agreements that come with the program, a row for each of their documents.

use std::sync::Arc;

use crate::agreement::{Agreement, Document};
use crate::report::views::words;
use crate::report::{Cell, Report, Table, table};

type Column<'a> = table::Column<'a, (&'a Agreement, &'a Arc<Document>)>;

/// The list: agreement, document, title, number of rules, and the days in force as far as a source says.
#[must_use]
pub fn agreements(agreements: &[Agreement]) -> Report {
    let documents = agreements.iter().flat_map(|agreement| agreement.documents.iter().map(move |one| (agreement, one)));
    let columns = vec![
        Column::text("agreement", |(_, document)| Cell::name(&document.agreement)),
        Column::text("document", |(_, document)| Cell::name(&document.file)),
        Column::text("title", |(_, document)| words::cell(&document.title)),
        Column::count("rules", |(agreement, document)| {
            agreement.rules.iter().filter(|rule| Arc::ptr_eq(&rule.document, document)).count() as u64
        }),
        Column::text("from", |(_, document)| document.term.from),
        Column::text("until", |(_, document)| document.term.until),
    ];
    Report::of("agreements", Table::of("agreements", documents, columns), Vec::new())
}

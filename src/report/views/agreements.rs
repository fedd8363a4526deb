//! The agreements that come with the program, a row for each of their documents.

use std::sync::Arc;

use crate::agreement::Agreement;
use crate::report::table::Block;
use crate::report::views::show::words;
use crate::report::{Cell, Column, Kind, Report, Table};
use crate::units::Date;

/// The list: agreement, document, title, number of rules, and the days in force as far as a source says.
#[must_use]
pub fn agreements(agreements: &[Agreement]) -> Report {
    let columns = [
        ("agreement", Kind::Text),
        ("document", Kind::Text),
        ("title", Kind::Text),
        ("rules", Kind::Count),
        ("from", Kind::Text),
        ("until", Kind::Text),
    ];
    let day = |day: Option<Date>| day.map_or(Cell::Missing, |day| Cell::text(&day.to_string()));
    let documents = agreements.iter().flat_map(|agreement| agreement.documents.iter().map(move |one| (agreement, one)));
    let rows = documents.map(|(agreement, document)| {
        let rules = agreement.rules.iter().filter(|rule| Arc::ptr_eq(&rule.document, document)).count();
        vec![
            Cell::text(&document.agreement),
            Cell::text(&document.file),
            words(&document.title),
            Cell::Count(rules as u64),
            day(document.term.from),
            day(document.term.until),
        ]
    });
    let columns = columns.map(|(key, kind)| Column { key, kind }).to_vec();
    let table = Table { key: "agreements", columns, rows: rows.collect(), total: None };
    Report { name: "agreements", version: 1, blocks: vec![Block::Table(table)], notes: Vec::new() }
}

//! Cells and headings as text.

use crate::diagnostics::legible::legible;
use crate::report::{Catalogue, Cell, Heading, Table};
use crate::units::number::grouped;
use crate::units::{Currency, money};

/// A figure to its last digit, an amount with the places of its currency at least; nothing for words and for what is missing.
pub(super) fn figure(cell: &Cell, currency: Currency) -> String {
    match cell {
        Cell::Count(count) => count.to_string(),
        Cell::Money(amount) => money::to_smallest(*amount, currency).to_string(),
        Cell::Number(figure) => figure.to_string(),
        Cell::Missing | Cell::Text(_) | Cell::Word(_) | Cell::Said(_) => String::new(),
    }
}

/// A cell as people read it, on one line.
pub(super) fn for_people(cell: &Cell, catalogue: &Catalogue) -> String {
    match cell {
        Cell::Text(text) => one_line(text),
        Cell::Word(word) => catalogue.word(word),
        Cell::Said(message) => one_line(&catalogue.say(message)),
        Cell::Missing | Cell::Count(_) | Cell::Money(_) | Cell::Number(_) => {
            grouped(&figure(cell, catalogue.currency()))
        }
    }
}

/// The headings of a table for people: its titles, and the catalogue's words where it has none.
pub(super) fn headings(table: &Table, titles: &[Cell], catalogue: &Catalogue) -> Vec<String> {
    let heading = |(position, heading): (usize, &Heading)| match titles.get(position) {
        None | Some(Cell::Missing) => catalogue.column(heading.key),
        Some(title) => for_people(title, catalogue),
    };
    table.columns.iter().enumerate().map(heading).collect()
}

/// A text without line ends and without the characters by which a file could rewrite the terminal.
pub(super) fn one_line(text: &str) -> String {
    legible(text).into_owned()
}

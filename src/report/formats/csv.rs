//! CSV: one table, for spreadsheets and scripts.
//!
//! The headings are the keys of the columns, amounts are plain decimals with two places, a missing value is an empty cell and
//! there is no row of totals, so that the same script reads every month.

use std::io;
use std::io::Write;

use csv::{Terminator, WriterBuilder};

use crate::report::formats::{Options, for_spreadsheets, money};
use crate::report::{Catalogue, Cell, Language, Report};
use crate::units::money::parse;

/// The byte order mark of UTF-8, without which Excel on Chinese Windows takes a CSV for GBK.
const BOM: &[u8] = "\u{feff}".as_bytes();

/// Writes the table of a report that is made for spreadsheets, else its first; nothing where it has none.
pub(super) fn write(
    report: &Report,
    catalogue: &Catalogue,
    options: &Options<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let Some(table) = for_spreadsheets(report) else { return Ok(()) };
    // English headings are the keys themselves
    let words = options.headings.filter(|language| *language != Language::En).map(Catalogue::new);
    let heading = |key: &str| words.as_ref().map_or_else(|| key.to_string(), |words| words.column(key));
    if options.bom {
        out.write_all(BOM)?;
    }
    let mut csv = WriterBuilder::new().terminator(Terminator::Any(b'\n')).from_writer(out);
    csv.write_record(table.columns.iter().map(|column| heading(column.key))).map_err(reason)?;
    for row in table.rows.iter() {
        csv.write_record(row.iter().map(|cell| text(cell, catalogue, words.as_ref()))).map_err(reason)?;
    }
    csv.flush()
}

/// What the operating system said, so that a reader who has seen enough is known as such.
fn reason(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(reason) => reason,
        other => io::Error::other(format!("{other:?}")),
    }
}

fn text(cell: &Cell, catalogue: &Catalogue, words: Option<&Catalogue>) -> String {
    match cell {
        Cell::Missing => String::new(),
        Cell::Text(text) => harmless(text.to_string()),
        Cell::Word(word) => words.map_or_else(|| (*word).to_string(), |words| words.word(word)),
        Cell::Said(message) => harmless(catalogue.say(message)),
        Cell::Count(count) => count.to_string(),
        Cell::Money(amount) => money(*amount),
        Cell::Number(figure) => figure.to_string(),
    }
}

/// Puts a `'` before a text that a spreadsheet would run as a formula. Numbers stay as they are.
fn harmless(text: String) -> String {
    let runs = text.starts_with(['=', '+', '-', '@', '\t', '\r']) && parse(&text).is_none();
    if runs { format!("'{text}") } else { text }
}

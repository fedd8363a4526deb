//! CSV: one table, for spreadsheets and scripts.
//!
//! The headings are the keys of the columns, amounts are plain decimals with two places, a missing value is an empty cell and
//! there is no row of totals, so that the same script reads every month.

use std::io;
use std::io::Write;

use csv::{Terminator, WriterBuilder};

use crate::report::formats::cells::figure;
use crate::report::formats::page::{Page, for_programs};
use crate::report::formats::words::Words;
use crate::report::{Block, Language, Report, Table};
use crate::units::money::parse;

/// The byte order mark of UTF-8, without which Excel on Chinese Windows takes a CSV for GBK.
const BOM: &[u8] = "\u{feff}".as_bytes();

/// Writes the table of a report that is made for spreadsheets, else its first; nothing where it has none.
pub(super) fn write(page: &Page<'_>, out: &mut dyn Write) -> io::Result<()> {
    let Some(table) = for_spreadsheets(page.report) else { return Ok(()) };
    let currency = page.catalogue.currency();
    let words = Words::new(page.catalogue, page.options.headings.or(Some(Language::En)));
    if page.options.bom {
        out.write_all(BOM)?;
    }
    let mut csv = WriterBuilder::new().terminator(Terminator::Any(b'\n')).from_writer(out);
    csv.write_record(table.columns.iter().map(|column| words.heading(column.key))).map_err(reason)?;
    for row in table.rows.iter() {
        csv.write_record(row.iter().map(|cell| words.text(cell).map_or_else(|| figure(cell, currency), harmless)))
            .map_err(reason)?;
    }
    csv.flush()
}

fn for_spreadsheets(report: &Report) -> Option<&Table> {
    let made = report.blocks.iter().find_map(|block| if let Block::Sheet(table) = block { Some(table) } else { None });
    made.or_else(|| for_programs(report).next())
}

/// What the operating system said, so that a reader who has seen enough is known as such.
fn reason(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(reason) => reason,
        other => io::Error::other(format!("{other:?}")),
    }
}

/// Puts a `'` before a text that a spreadsheet would run as a formula. Numbers stay as they are.
fn harmless(text: String) -> String {
    // In Chinese a formula may be typed in wide signs, too.
    let begins = text.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n']);
    let runs = begins && parse(&text).is_none();
    if runs { format!("'{text}") } else { text }
}

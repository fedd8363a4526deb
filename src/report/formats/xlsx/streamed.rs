//! The rows of a large table, written one by one into the workbook: neither memory nor a file beside it holds them all.
//!
//! The workbook is made with one row in their place, in which each look of a cell stands once; so the numbers of these looks are
//! known. When it is written, the rows take the place of that one.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io;
use std::io::{Cursor, Read, Write};

use rust_xlsxwriter::utility::{column_number_to_name, row_col_to_cell};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use crate::report::formats::words::Words;
use crate::report::formats::xlsx::figure;
use crate::report::formats::xlsx::held::{CellLook, Held, MOST_LINES};
use crate::report::{Cell, Table};

/// The row that stands for all, as the sheet has it.
const PLACE: &str = "<row r=\"2\"";
const PLACE_END: &str = "</row>";

/// The height of a line, in points.
const LINE: u32 = 15;

/// From so many cells on a sheet may have more bytes than a plain archive can say.
const MOST_CELLS: usize = 30_000_000;

/// A table whose rows are not in the workbook yet.
pub(super) struct Large<'a> {
    pub(super) table: &'a Table,
    /// The number of its sheet, from 1.
    pub(super) sheet: usize,
    /// The looks of its cells, as they stand in the row that stands for all.
    pub(super) looks: Vec<CellLook>,
}

/// Writes the workbook, the rows of its large tables in their places.
pub(super) fn write(book: &[u8], large: &[Large<'_>], words: &Words<'_>, out: &mut dyn Write) -> io::Result<()> {
    let failure = RefCell::new(None);
    let mut zip = ZipWriter::new_stream(First { out, failure: &failure });
    let plain = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    // As the rest of the workbook: two of the same figures are the same bytes.
    let plain = plain.last_modified_time(DateTime::default()).unix_permissions(0o600);
    let mut parts = ZipArchive::new(Cursor::new(book))?;
    for at in 0..parts.len() {
        let mut part = parts.by_index(at)?;
        let name = part.name()?.into_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes)?;
        let found = large.iter().find(|large| name == format!("xl/worksheets/sheet{}.xml", large.sheet));
        let cells = found.map_or(0, |large| large.table.rows.len() * large.table.columns.len());
        zip.start_file(name, plain.large_file(cells > MOST_CELLS))?;
        match found {
            Some(large) => sheet(&String::from_utf8_lossy(&bytes), large, words, (&mut zip, &failure))?,
            None => zip.write_all(&bytes)?,
        }
    }
    zip.finish()?.into_inner().flush()?;
    failure.into_inner().map_or(Ok(()), Err)
}

/// Keeps the first failure to itself until all is over: the writer of archives would go on, and say so on the terminal.
struct First<'a> {
    out: &'a mut dyn Write,
    failure: &'a RefCell<Option<io::Error>>,
}

impl Write for First<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut failure = self.failure.borrow_mut();
        if failure.is_none() {
            *failure = self.out.write_all(bytes).err();
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let mut failure = self.failure.borrow_mut();
        if failure.is_none() {
            *failure = self.out.flush().err();
        }
        Ok(())
    }
}

fn sheet(
    text: &str,
    large: &Large<'_>,
    words: &Words<'_>,
    (out, failure): (&mut dyn Write, &RefCell<Option<io::Error>>),
) -> io::Result<()> {
    let Some((before, place, behind)) = parted(text) else {
        return Err(io::Error::other("the workbook has no row in place of the others"));
    };
    let styles = large.looks.iter().copied().zip(styles(place)).collect();
    out.write_all(dimension(before, large.table).as_bytes())?;
    let mut row = String::new();
    for (number, cells) in large.table.rows.iter().enumerate() {
        if failure.borrow().is_some() {
            break;
        }
        row.clear();
        written(&mut row, number + 2, &cells, (words, &styles));
        out.write_all(row.as_bytes())?;
    }
    out.write_all(behind.as_bytes())
}

/// What stands before the row that stands for all, that row, and what stands behind it.
fn parted(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once(PLACE)?;
    let (place, behind) = rest.split_once(PLACE_END)?;
    Some((before, place, behind))
}

/// The numbers of the looks, in the order of the cells.
fn styles(place: &str) -> impl Iterator<Item = &str> {
    place.split("<c r=\"").skip(1).map(|cell| {
        let style = cell.split_once(" s=\"").and_then(|(_, rest)| rest.split_once('"'));
        style.map_or("0", |(style, _)| style)
    })
}

/// The same with the cells of all rows in what it says of its size.
fn dimension(before: &str, table: &Table) -> String {
    const SIZE: &str = "<dimension ref=\"";
    let Some((head, (_, rest))) = before.split_once(SIZE).and_then(|(head, rest)| Some((head, rest.split_once('"')?)))
    else {
        return before.to_string();
    };
    let last = u16::try_from(table.columns.len().saturating_sub(1)).map(column_number_to_name).unwrap_or_default();
    format!("{head}{SIZE}A1:{last}{}\"{rest}", super::sheet::height(table))
}

/// Writes a row, by its number from 1.
fn written(row: &mut String, number: usize, cells: &[Cell], (words, styles): (&Words<'_>, &BTreeMap<CellLook, &str>)) {
    let held: Vec<Held> = cells.iter().map(|cell| Held::of(cell, words)).collect();
    let is_long = |held: &Held| held.look() == Some(CellLook::Long);
    let sizes = held.iter().zip(cells).filter(|(held, _)| is_long(held)).map(|(held, cell)| held.size(cell, words).1);
    let lines = sizes.max().unwrap_or(1).min(MOST_LINES);
    let _ = write!(row, "<row r=\"{number}\"");
    if lines > 1 {
        let _ = write!(row, " ht=\"{}\" customHeight=\"1\"", lines * LINE);
    }
    row.push('>');
    for (at, (held, cell)) in held.iter().zip(cells).enumerate() {
        let Some(look) = held.look() else { continue };
        let name = row_col_to_cell(super::sheet::row(number - 1), super::sheet::column(at));
        let style = styles.get(&look).copied().unwrap_or("0");
        match held {
            Held::Text(text, _) => {
                let _ = write!(row, "<c r=\"{name}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
                escaped(text, row);
                row.push_str("</t></is></c>");
            }
            Held::Number(_) => {
                let number = figure::value(cell).unwrap_or_default();
                let _ = write!(row, "<c r=\"{name}\" s=\"{style}\"><v>{number}</v></c>");
            }
            Held::Nothing => {}
        }
    }
    row.push_str("</row>");
}

/// A text as XML has it; what XML cannot hold stands as spreadsheets write it, and what looks like that is told apart from it.
fn escaped(text: &str, row: &mut String) {
    for (at, letter) in text.char_indices() {
        match letter {
            '&' => row.push_str("&amp;"),
            '<' => row.push_str("&lt;"),
            '>' => row.push_str("&gt;"),
            '_' if is_code(&text[at..]) => row.push_str("_x005F_"),
            '\t' | '\n' => row.push(letter),
            other if other < ' ' => {
                let _ = write!(row, "_x{:04X}_", u32::from(other));
            }
            '\u{fffe}' | '\u{ffff}' => row.push('\u{fffd}'),
            other => row.push(other),
        }
    }
}

/// Whether a text begins as a letter does that XML cannot hold: `_x000D_`.
fn is_code(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() >= 7 && bytes.starts_with(b"_x") && bytes[2..6].iter().all(u8::is_ascii_hexdigit) && bytes[6] == b'_'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_hold_is_written_as_spreadsheets_do() {
        let mut row = String::new();
        escaped("a<b>&_x000D_ _x \u{1b}[m\n", &mut row);
        assert_eq!(row, "a&lt;b&gt;&amp;_x005F_x000D_ _x _x001B_[m\n");
    }

    #[test]
    fn the_row_that_stands_for_all_gives_the_numbers_of_looks() {
        let text = "<sheetData><row r=\"1\"/><row r=\"2\" spans=\"1:2\"><c r=\"A2\" s=\"3\"/><c r=\"B2\" s=\"12\"/></row></sheetData>";
        let (before, place, behind) = parted(text).unwrap();
        assert_eq!(before, "<sheetData><row r=\"1\"/>");
        assert_eq!(styles(place).collect::<Vec<_>>(), ["3", "12"]);
        assert_eq!(behind, "</sheetData>");
    }
}

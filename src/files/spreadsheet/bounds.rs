//! Looks a workbook through before it is read: one that lies about its size would ask for more memory than there is.

use std::io;
use std::io::{ErrorKind, Read, Seek};

use cfb::CompoundFile;
use zip::ZipArchive;

use crate::diagnostics::Message;
use crate::files::failure::{broken_workbook, explained};
use crate::files::spreadsheet::records::{Record, Records, four, sheets, two};

/// What an old workbook is.
#[derive(Debug)]
pub(super) enum Old {
    /// One, with its records.
    Workbook(Vec<u8>),
    /// A new one with a password.
    Encrypted,
}

/// The most bytes of an old workbook that are read: it has at most 65,536 rows of 256 columns.
const LARGEST: u64 = 1 << 30;

/// The columns of an old workbook.
const COLUMNS: u16 = 256;
/// The rows of an old workbook.
const ROWS: u32 = 65_536;

/// Looks through an old workbook.
///
/// # Errors
/// That it does not keep to its format, or names cells that it cannot have.
pub(super) fn old(file: &mut (impl Read + Seek)) -> io::Result<Old> {
    let mut compound = CompoundFile::open(file)?;
    if compound.is_stream("/EncryptedPackage") {
        return Ok(Old::Encrypted);
    }
    let name = if compound.is_stream("/Workbook") { "/Workbook" } else { "/Book" };
    let mut book = Vec::new();
    compound.open_stream(name)?.take(LARGEST).read_to_end(&mut book)?;
    for start in sheets(&book) {
        let rest = book.get(start..).ok_or(ErrorKind::InvalidData)?;
        if !(Records { rest }).all(|record| record.fits()) {
            return Err(explained(broken_workbook("broken-cells")));
        }
    }
    Ok(Old::Workbook(book))
}

impl Record<'_> {
    /// Whether the cells that it speaks of lie within what a sheet can have.
    fn fits(&self) -> bool {
        let column = |at: usize| two(self.data, at).is_none_or(|column| column < COLUMNS);
        match self.kind {
            // DIMENSIONS: rows in four bytes each, or in two each before 1997; then columns
            0x0200 if self.data.len() >= 12 => {
                let rows = [0, 4].map(|at| four(self.data, at).unwrap_or(0));
                let columns = [8, 10].map(|at| two(self.data, at).unwrap_or(0));
                rows[0] <= rows[1] && rows[1] <= ROWS && columns[0] <= columns[1] && columns[1] <= COLUMNS
            }
            // one cell: FORMULA, NUMBER, LABEL, RSTRING, BOOLERR, RK, LABELSST
            0x0006 | 0x0203 | 0x0204 | 0x00d6 | 0x0205 | 0x027e | 0x00fd => column(2),
            // several: MULRK ends with its last column
            0x00bd => column(2) && column(self.data.len().saturating_sub(2)),
            _ => true,
        }
    }
}

/// The columns of a new workbook.
const NEW_COLUMNS: u32 = 16_384;
/// The rows of a new workbook.
const NEW_ROWS: u32 = 1_048_576;

/// A cell that no sheet can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Beyond;

/// The row and the column, both from 0, of a cell by its name, such as `B2`; dollar signs before them say nothing.
///
/// # Errors
/// That it is no name, or of a cell that a sheet cannot have.
pub(super) fn cell(name: &str) -> Result<(u32, u32), Beyond> {
    let name = name.replace('$', "");
    let digits = name.find(|sign: char| sign.is_ascii_digit()).ok_or(Beyond)?;
    let (letters, digits) = name.split_at(digits);
    let mut column = 0u32;
    for letter in letters.bytes() {
        let value = char::from(letter).to_digit(36).and_then(|value| value.checked_sub(9)).ok_or(Beyond)?;
        column = column.saturating_mul(26).saturating_add(value);
    }
    let row: u32 = digits.parse().map_err(|_| Beyond)?;
    let within = (1..=NEW_COLUMNS).contains(&column) && (1..=NEW_ROWS).contains(&row);
    if within { Ok((row - 1, column - 1)) } else { Err(Beyond) }
}

/// The name of a cell, from its row and its column, both from 0.
pub(super) fn cell_name((row, column): (u32, u32)) -> String {
    let (mut letters, mut left) = (Vec::new(), u64::from(column) + 1);
    while left > 0 {
        letters.push(char::from(b'A' + u8::try_from((left - 1) % 26).unwrap_or(0)));
        left = (left - 1) / 26;
    }
    format!("{}{}", letters.iter().rev().collect::<String>(), u64::from(row) + 1)
}

/// That a cell lies beyond what a sheet can have: it would ask for more memory than there is.
pub(super) fn beyond(sheet: &str, name: &str) -> io::Error {
    explained(Message::new("input-cell-beyond").with("sheet", sheet).with("cell", name))
}

/// How many bytes of the texts of a new workbook are looked at; the number of texts stands at the beginning.
const BEGINNING: u64 = 1 << 10;

/// Looks through a new workbook, whether it can have as many texts as it says.
///
/// # Errors
/// That it cannot.
pub(super) fn new(file: &mut (impl Read + Seek)) -> io::Result<()> {
    let Ok(mut archive) = ZipArchive::new(file) else { return Ok(()) }; // its reader will tell why
    for number in 0..archive.len() {
        let Ok(mut member) = archive.by_index(number) else { continue };
        if !member.name_raw().to_ascii_lowercase().ends_with(b"sharedstrings.xml") {
            continue;
        }
        let (size, mut begins) = (member.size(), Vec::new());
        member.by_ref().take(BEGINNING).read_to_end(&mut begins)?;
        let begins = String::from_utf8_lossy(&begins);
        let said = begins.split_once("uniqueCount").map_or("", |(_, rest)| rest);
        let said: String =
            said.chars().skip_while(|sign| !sign.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
        // Each text takes at least the five bytes of <si/>.
        if !said.is_empty() && said.parse::<u64>().map_or(true, |texts| texts > size / 5) {
            return Err(explained(broken_workbook("broken-texts")));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kind: u16, data: &[u8]) -> bool {
        Record { kind, data }.fits()
    }

    #[test]
    fn cells_lie_within_a_sheet() {
        assert!(record(0x0203, &[0xff, 0xff, 0xff, 0]) && !record(0x0203, &[0, 0, 0, 1]));
        assert!(record(0x00bd, &[0, 0, 1, 0, 9, 9, 9, 9, 9, 9, 2, 0]) && !record(0x00bd, &[0, 0, 1, 0, 9, 9, 0, 1]));
        assert!(record(0x0200, &[0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0]));
        assert!(!record(0x0200, &[0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 1, 0, 0]));
        assert!(!record(0x0200, &[2, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0]));
    }

    #[test]
    fn cells_have_names() {
        for (name, at) in [("A1", (0, 0)), ("$c$4", (3, 2)), ("XFD1048576", (1_048_575, 16_383)), ("AA10", (9, 26))] {
            assert_eq!(cell(name), Ok(at), "{name}");
            assert_eq!(cell_name(at), name.replace('$', "").to_uppercase());
        }
        for name in ["", "A", "1", "A0", "XFE1", "A1048577", "ZZZZZZ2", "A99999999999", "甲1"] {
            assert_eq!(cell(name), Err(Beyond), "{name}");
        }
    }
}

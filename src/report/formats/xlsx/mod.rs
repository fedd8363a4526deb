//! A workbook: a sheet for each table, for those who go on working in a spreadsheet.
//!
//! Headings and words are those of the reader, unless `--headings` names a language: a workbook is opened by people. Ids, days
//! and months are text. A number would lose the zeros before an id, and a date is shown as the machine that opens it likes;
//! `2022-05` sorts and filters as it stands.

mod chart;
mod figure;
mod held;
mod names;
mod overview;
mod papers;
mod provenance;
mod severity;
mod sheet;
mod streamed;

use std::io;
use std::io::Write;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::diagnostics::{Message, Problem};
use crate::report::formats::page::{Page, for_workbooks};
use crate::report::formats::words::Words;
use crate::report::formats::xlsx::names::Names;
use crate::report::formats::xlsx::streamed::Large;
use crate::report::{Block, Cell, Report, Table, remarks};

/// The rows of a sheet.
const ROWS: usize = 1_048_576;

/// The rows from which on a sheet is written row by row, as a million would fill the memory.
const MANY: usize = 10_000;

/// What a cell of text holds, in units of UTF-16.
const TEXT: usize = 32_767;

/// What a workbook cannot hold of a report.
pub(super) fn unfit(report: &Report) -> Option<Problem> {
    let rows = for_workbooks(report).map(sheet::height).max().unwrap_or_default();
    if rows > ROWS {
        let message = Message::new("xlsx-rows").count("rows", rows as u64);
        return Some(Problem::new(message.count("most", ROWS as u64)));
    }
    let length = |cell: &Cell| match cell {
        // No text has fewer bytes than units.
        Cell::Text(text) if text.len() > TEXT => text.encode_utf16().count(),
        _ => 0,
    };
    let longest = |row: Vec<Cell>| row.iter().map(length).max().unwrap_or_default();
    let long = for_workbooks(report).flat_map(|table| table.rows.iter()).map(longest).max();
    let long = long.filter(|length| *length > TEXT)?;
    Some(Problem::new(Message::new("xlsx-text").count("length", long as u64).count("most", TEXT as u64)))
}

/// Writes a sheet for each table that has rows, and for the first in any case.
pub(super) fn write(page: &Page<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut workbook = Workbook::new();
    // The day on which it is made would make two workbooks of the same figures unlike each other.
    let day = ExcelDateTime::from_ymd(2000, 1, 1).expect("a day of the calendar");
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&day));
    let large = sheets(page, &mut workbook).map_err(reason)?;
    let book = workbook.save_to_buffer().map_err(reason)?;
    if large.is_empty() {
        return out.write_all(&book);
    }
    streamed::write(&book, &large, &Words::new(page.catalogue, page.options.headings), out)
}

/// Fills the workbook; the tables of which the rows are still to be written.
fn sheets<'a>(page: &Page<'a>, workbook: &mut Workbook) -> Result<Vec<Large<'a>>, XlsxError> {
    let Page { report, catalogue, options } = page;
    let mut large = Vec::new();
    let words = Words::new(catalogue, options.headings);
    let mut names = Names::default();
    overview::write(page, workbook, &mut names)?;
    for block in &report.blocks {
        if let Block::Papers(sheets) = block {
            let title = catalogue.say(&Message::new("xlsx-papers"));
            papers::write(sheets, &words, (workbook, &mut names, &title))?;
        }
    }
    let filled = |(number, table): &(usize, &Table)| *number == 0 || !table.rows.is_empty();
    for (_, table) in for_workbooks(report).enumerate().filter(filled) {
        let name = names.of_table(report, table, catalogue);
        let sheet = workbook.add_worksheet().set_name(name)?;
        if table.rows.len() > MANY {
            let looks = sheet::frame(table, &words, sheet)?;
            large.push(Large { table, sheet: workbook.worksheets_mut().len(), looks });
        } else {
            sheet::table(table, &words, sheet)?;
        }
    }
    // Papers go to those whom they are about, and remarks are about others.
    let is_papers = report.blocks.iter().any(|block| matches!(block, Block::Papers(_)));
    let beside = if is_papers { &[] } else { options.remarks };
    let notes = remarks::arranged(report.notes.iter().chain(beside), true);
    if !notes.is_empty() {
        let notes: Vec<String> = notes.iter().map(|note| catalogue.say(note)).collect();
        let name = names.unlike(&catalogue.say(&Message::new("xlsx-sheet-notes")));
        sheet::sentences(&notes, catalogue, workbook.add_worksheet().set_name(name)?)?;
    }
    if let Some(provenance) = options.provenance {
        let name = names.unlike(&catalogue.say(&Message::new("provenance-title")));
        provenance::write(provenance, catalogue, workbook.add_worksheet().set_name(name)?)?;
    }
    Ok(large)
}

/// What the operating system said, or the crate that writes workbooks.
fn reason(error: XlsxError) -> io::Error {
    match error {
        XlsxError::IoError(reason) => reason,
        other => io::Error::other(other),
    }
}

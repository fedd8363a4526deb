//! A workbook: a sheet for each table, for those who go on working in a spreadsheet.
//!
//! Headings and words are those of the reader, unless `--headings` names a language: a workbook is opened by people. Ids, days
//! and months are text. A number would lose the zeros before an id, and a date is shown as the machine that opens it likes;
//! `2022-05` sorts and filters as it stands.

mod figure;
mod made;
mod names;
mod sheet;

use std::borrow::Cow;
use std::io;
use std::io::Write;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::diagnostics::{Message, Problem};
use crate::report::formats::xlsx::names::Names;
use crate::report::formats::{Options, for_programs};
use crate::report::{Catalogue, Cell, Language, Made, Report, Table};

/// The rows of a sheet.
const ROWS: usize = 1_048_576;

/// The rows from which on a sheet waits in a file of the system rather than in memory, which a million rows would fill.
const MANY: usize = 10_000;

/// What a cell of text holds, in units of UTF-16.
const TEXT: usize = 32_767;

/// The words of a workbook: those of the reader, those of `--headings`, or, where that says English, the stable keys.
struct Words<'a> {
    reader: &'a Catalogue,
    other: Option<Catalogue>,
    keys: bool,
}

impl<'a> Words<'a> {
    fn new(reader: &'a Catalogue, headings: Option<Language>) -> Self {
        let keys = headings == Some(Language::En);
        Self { reader, other: headings.filter(|_| !keys).map(Catalogue::new), keys }
    }

    fn catalogue(&self) -> &Catalogue {
        self.other.as_ref().unwrap_or(self.reader)
    }

    fn heading(&self, key: &str) -> String {
        if self.keys { key.to_string() } else { self.catalogue().column(key) }
    }

    /// The words of a cell; `None` for figures and for what is missing.
    fn text(&self, cell: &Cell) -> Option<String> {
        match cell {
            Cell::Text(text) => Some(text.to_string()),
            Cell::Word(word) if self.keys => Some((*word).to_string()),
            Cell::Word(word) => Some(self.catalogue().word(word)),
            Cell::Said(message) => Some(self.reader.say(message)),
            Cell::Missing | Cell::Count(_) | Cell::Money(_) | Cell::Number(_) => None,
        }
    }
}

/// What a workbook cannot hold of a report.
pub(super) fn unfit(report: &Report) -> Option<Problem> {
    let rows = for_programs(report).map(sheet::height).max().unwrap_or_default();
    if rows > ROWS {
        let message = Message::new("xlsx-rows").count("rows", rows as u64);
        return Some(Problem::new(message.count("most", ROWS as u64)));
    }
    let length = |cell: &Cell| match cell {
        // No text has fewer bytes than units.
        Cell::Text(text) if text.len() > TEXT => text.encode_utf16().count(),
        _ => 0,
    };
    let longest = |row: Cow<'_, [Cell]>| row.iter().map(length).max().unwrap_or_default();
    let long = for_programs(report).flat_map(|table| table.rows.iter()).map(longest).max();
    let long = long.filter(|length| *length > TEXT)?;
    Some(Problem::new(Message::new("xlsx-text").count("length", long as u64).count("most", TEXT as u64)))
}

/// Writes a sheet for each table that has rows, and for the first in any case.
pub(super) fn write(
    report: &Report,
    catalogue: &Catalogue,
    options: &Options<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let words = Words::new(catalogue, options.headings);
    let mut workbook = Workbook::new();
    // The day on which it is made would make two workbooks of the same figures unlike each other.
    let day = ExcelDateTime::from_ymd(2000, 1, 1).expect("a day of the calendar");
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&day));
    sheets(report, &words, options.made, &mut workbook).map_err(reason)?;
    out.write_all(&workbook.save_to_buffer().map_err(reason)?)
}

fn sheets(report: &Report, words: &Words<'_>, how: Option<&Made>, workbook: &mut Workbook) -> Result<(), XlsxError> {
    let mut names = Names::default();
    let filled = |(number, table): &(usize, &Table)| *number == 0 || !table.rows.is_empty();
    for (_, table) in for_programs(report).enumerate().filter(filled) {
        let name = names.of_table(report, table, words.reader);
        let large = table.rows.len() > MANY;
        let sheet = if large { workbook.add_worksheet_with_low_memory()? } else { workbook.add_worksheet() };
        sheet::table(table, words, sheet.set_name(name)?)?;
    }
    if !report.notes.is_empty() {
        let notes: Vec<String> = report.notes.iter().map(|note| words.reader.say(note)).collect();
        let name = names.unlike(&words.reader.say(&Message::new("xlsx-sheet-notes")));
        sheet::sentences(&notes, workbook.add_worksheet().set_name(name)?)?;
    }
    if let Some(how) = how {
        let name = names.unlike(&words.reader.say(&Message::new("made-title")));
        made::write(how, words.reader, workbook.add_worksheet().set_name(name)?)?;
    }
    Ok(())
}

/// What the operating system said, or the crate that writes workbooks.
fn reason(error: XlsxError) -> io::Error {
    match error {
        XlsxError::IoError(reason) => reason,
        other => io::Error::other(other),
    }
}

//! What a workbook of `OpenDocument` says beside the values of its cells: zeros before numbers as they are shown, hidden rows.

use std::io;
use std::io::{BufReader, Read, Seek};
use std::ops::Range;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use crate::files::spreadsheet::beside::{attribute, broken};
use crate::files::spreadsheet::cell::Shown;

/// What is known of a sheet beside its values.
#[derive(Debug, Default)]
pub(super) struct OpenSheet {
    /// What is shown of numbers, in runs of rows and columns from 0, in the order of the rows.
    runs: Vec<(Range<u32>, Range<u32>, Shown)>,
    /// How many rows that hold something are hidden.
    pub hidden: u64,
}

impl OpenSheet {
    /// What is shown of a cell beyond its value.
    pub(super) fn shown(&self, (row, column): (u32, u32)) -> Option<Shown> {
        let begun = self.runs.partition_point(|(rows, ..)| rows.start <= row);
        let of_row = self.runs[..begun].iter().rev().take_while(|(rows, ..)| rows.contains(&row));
        of_row.filter(|(_, columns, _)| columns.contains(&column)).map(|(.., shown)| *shown).next()
    }
}

/// Looks through a sheet.
///
/// # Errors
/// That it cannot be read.
pub(super) fn sheet(file: &mut (impl Read + Seek), name: &str) -> io::Result<OpenSheet> {
    // Of an archive that is broken, its reader has told.
    let Ok(mut archive) = ZipArchive::new(file) else { return Ok(OpenSheet::default()) };
    let Ok(part) = archive.by_name("content.xml") else { return Ok(OpenSheet::default()) };
    let mut reader = Reader::from_reader(BufReader::new(part));
    let config = reader.config_mut();
    config.check_end_names = false;
    config.expand_empty_elements = true;
    let (mut sheet, mut is_asked, mut buffer) = (Sheet::default(), false, Vec::new());
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(broken)? {
            Event::Start(tag) if tag.local_name().as_ref() == "table" => {
                is_asked = attribute(&tag, "name").is_some_and(|of_tag| of_tag == name);
            }
            Event::Start(tag) if is_asked => sheet.begin(&tag),
            Event::Text(text) if sheet.is_shown() => sheet.text.push_str(&text),
            Event::End(tag) if is_asked => match tag.local_name().as_ref() {
                "table" => break,
                other => sheet.end(other),
            },
            Event::Eof => break,
            _ => {}
        }
    }
    Ok(sheet.open)
}

/// A sheet while it is looked through.
#[derive(Default)]
struct Sheet {
    open: OpenSheet,
    rows: Range<u32>,
    columns: Range<u32>,
    is_hidden: bool,
    holds: bool,
    is_number: bool,
    /// How many tags are open in a cell.
    depth: u32,
    text: String,
}

impl Sheet {
    fn begin(&mut self, tag: &BytesStart<'_>) {
        let repeated = |name: &str| attribute(tag, name).and_then(|times| times.parse().ok()).unwrap_or(1);
        match tag.local_name().as_ref() {
            _ if self.depth > 0 => self.depth += 1,
            "table-row" => {
                let end = self.rows.end.saturating_add(repeated("number-rows-repeated"));
                (self.rows, self.columns) = (self.rows.end..end, 0..0);
                self.is_hidden = attribute(tag, "visibility").is_some_and(|said| said != "visible");
                self.holds = false;
            }
            "table-cell" | "covered-table-cell" => {
                let end = self.columns.end.saturating_add(repeated("number-columns-repeated"));
                self.columns = self.columns.end..end;
                let kind = attribute(tag, "value-type");
                self.holds |= kind.is_some();
                self.is_number = kind.is_some_and(|kind| kind == "float");
                (self.depth, self.text) = (1, String::new());
            }
            _ => {}
        }
    }

    /// Whether a text is what a cell shows: a note on it lies deeper.
    fn is_shown(&self) -> bool {
        self.depth == 2
    }

    fn end(&mut self, name: &str) {
        if self.depth > 0 {
            self.depth -= 1;
            if self.depth == 0 && self.is_number && self.text.starts_with('0') {
                let is_digits = self.text.bytes().all(|sign| sign.is_ascii_digit());
                let digits = u8::try_from(self.text.len()).ok().filter(|count| is_digits && (2..=15).contains(count));
                let run = digits.map(|count| (self.rows.clone(), self.columns.clone(), Shown::Digits(count)));
                self.open.runs.extend(run);
            }
        } else if name == "table-row" && self.is_hidden && self.holds {
            self.open.hidden += u64::from(self.rows.end - self.rows.start);
        }
    }
}

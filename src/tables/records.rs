//! The rows of a table as they were read, one by one, each with its place in the text.

use std::sync::Arc;

use csv::StringRecord;

/// A row as it was read: where it begins, by byte and by line, and its cells.
pub(super) struct Record {
    pub(super) start: usize,
    pub(super) line: u64,
    pub(super) cells: Arc<StringRecord>,
    /// Of a table with one column a day the column that the record stands for.
    pub(super) day: Option<usize>,
    /// What each known column says by a map; empty without one.
    pub(super) said: Vec<Box<str>>,
}

/// The records of a table one by one, each with its place.
pub(super) struct Records<'a> {
    pub(super) text: &'a str,
    /// Where the reading began.
    pub(super) base: usize,
    /// Up to where lines were counted, and the number of the line there.
    pub(super) counted: usize,
    pub(super) line: u64,
}

impl Records<'_> {
    pub(super) fn next(&mut self, reader: &mut csv::Reader<&[u8]>) -> Option<Record> {
        let mut cells = StringRecord::new();
        // A text in UTF-8 can always be read; a row of another length too.
        if !reader.read_record(&mut cells).unwrap_or(false) {
            return None;
        }
        let begins = cells.position().and_then(|at| usize::try_from(at.byte()).ok());
        let start = skip_line_ends(self.text, begins.map_or(self.counted, |at| self.base + at));
        self.line += line_ends(self.text.get(self.counted..start).unwrap_or_default());
        self.counted = start;
        Some(Record { start, line: self.line, cells: Arc::new(cells), day: None, said: Vec::new() })
    }
}

pub(super) fn line_ends(text: &str) -> u64 {
    memchr::memchr_iter(b'\n', text.as_bytes()).count() as u64
}

/// Where the text begins after so many lines.
pub(super) fn line_starts(text: &str, lines: u64) -> usize {
    let Some(before) = usize::try_from(lines).ok().and_then(|lines| lines.checked_sub(1)) else { return 0 };
    memchr::memchr_iter(b'\n', text.as_bytes()).nth(before).map_or(text.len(), |at| at + 1)
}

/// The csv crate gives the start of a record before the blank lines that it skips.
fn skip_line_ends(text: &str, start: usize) -> usize {
    let rest = text.as_bytes().get(start..).unwrap_or_default();
    start + rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count()
}

//! The rows of a table as they were read, one by one, each with its place in the text.

use std::ops::Range;

use csv::StringRecord;

/// A row as it was read: where it begins, by byte and by line, and which of the cells it has.
#[derive(Clone)]
pub(super) struct Record {
    pub(super) start: usize,
    pub(super) line: u64,
    pub(super) cells: Range<usize>,
    /// Of a table with one column a day the column that the record stands for.
    pub(super) day: Option<usize>,
    /// What each known column says by a map; empty without one.
    pub(super) said: Vec<Box<str>>,
}

/// The cells of a table, one after the other, so that no row takes memory of its own for them.
#[derive(Default)]
pub(super) struct Cells {
    text: String,
    /// Where each cell ends.
    ends: Vec<usize>,
}

impl Cells {
    /// Those of a row.
    pub(super) fn of(&self, record: &Record) -> impl Iterator<Item = &str> {
        record.cells.clone().map(|number| self.cell(number))
    }

    /// The one at a position of a row; empty where the row has none there.
    pub(super) fn at(&self, record: &Record, position: usize) -> &str {
        let number = record.cells.start + position;
        if number < record.cells.end { self.cell(number) } else { "" }
    }

    fn cell(&self, number: usize) -> &str {
        let begin = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[begin..self.ends[number]]
    }

    /// Adds those of a row without quotes, and says which they are.
    fn add_plain(&mut self, row: &str, delimiter: u8) -> Range<usize> {
        let first = self.ends.len();
        let mut begin = 0;
        for at in memchr::memchr_iter(delimiter, row.as_bytes()).chain([row.len()]) {
            self.text.push_str(&row[begin..at]);
            self.ends.push(self.text.len());
            begin = at + 1;
        }
        first..self.ends.len()
    }

    /// Adds those of a row, and says which they are.
    fn add(&mut self, row: &StringRecord) -> Range<usize> {
        let (before, first) = (self.text.len(), self.ends.len());
        self.text.push_str(row.as_slice());
        self.ends.extend((0..row.len()).filter_map(|at| row.range(at)).map(|cell| before + cell.end));
        first..self.ends.len()
    }
}

/// The rows of a text from a place on, blank lines left out, and their cells.
pub(super) fn records(text: &str, delimiter: u8, start: usize) -> (Vec<Record>, Cells) {
    let mut reader = csv::ReaderBuilder::new();
    let mut reader =
        reader.flexible(true).has_headers(false).delimiter(delimiter).from_reader(&text.as_bytes()[start..]);
    let (mut records, mut cells) = (Vec::new(), Cells::default());
    let (mut counted, mut line) = (start, line_ends(&text[..start]) + 1);
    if is_plain(&text[start..]) {
        plain(text, delimiter, (start, line), &mut records, &mut cells);
        return (records, cells);
    }
    let mut row = StringRecord::new();
    // A text in UTF-8 can always be read; a row of another length too.
    while reader.read_record(&mut row).unwrap_or(false) {
        let begins = row.position().and_then(|at| usize::try_from(at.byte()).ok());
        let start = skip_line_ends(text, begins.map_or(counted, |at| start + at));
        line += line_ends(text.get(counted..start).unwrap_or_default());
        counted = start;
        records.push(Record { start, line, cells: cells.add(&row), day: None, said: Vec::new() });
    }
    (records, cells)
}

/// Whether a text has no quotes, and no line that ends in another way than a line feed, perhaps after a carriage return.
fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    // A mark of the order of bytes at the beginning is no part of the first cell.
    !text.starts_with('\u{feff}')
        && memchr::memchr(b'"', bytes).is_none()
        && memchr::memchr_iter(b'\r', bytes).all(|at| bytes.get(at + 1) == Some(&b'\n'))
}

/// The rows of such a text: what stands between line feeds, and its cells between delimiters.
fn plain(text: &str, delimiter: u8, (start, line): (usize, u64), records: &mut Vec<Record>, cells: &mut Cells) {
    let lines = memchr::memchr_iter(b'\n', &text.as_bytes()[start..]).count() + 1;
    records.reserve(lines);
    cells.text.reserve(text.len() - start);
    let mut begin = start;
    for line in line..line + lines as u64 {
        let rest = &text[begin..];
        let end = memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len());
        let row = rest[..end].strip_suffix('\r').unwrap_or(&rest[..end]);
        if !row.is_empty() {
            records.push(Record {
                start: begin,
                line,
                cells: cells.add_plain(row, delimiter),
                day: None,
                said: Vec::new(),
            });
        }
        begin += end + 1;
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

//! A small table file (roster, rates, attendance …): headings matched to the columns we know, cells with their places.

use std::path::Path;
use std::sync::Arc;

use csv::StringRecord;

use crate::source::Message;
use crate::source::Place;
use crate::source::Problem;
use crate::source::Problems;
use crate::source::columns;
use crate::source::columns::Column;
use crate::source::columns::is_fault;
use crate::source::columns::trimmed;
use crate::source::encoding::Stated;
use crate::source::input;
use crate::source::input::Text;
use crate::units::Date;
use crate::units::Decimal;
use crate::units::date;
use crate::units::number;

/// A table file, read whole.
pub struct Sheet {
    file: Text,
    headings: Vec<Arc<str>>,
    positions: Vec<Option<usize>>,
    records: Vec<Record>,
    problems: Problems,
}

/// A row as it was read: where it begins, by byte and by line, and its cells.
struct Record {
    start: usize,
    line: u64,
    cells: StringRecord,
}

/// One row of a [`Sheet`].
#[derive(Clone, Copy)]
pub struct Row<'a> {
    sheet: &'a Sheet,
    record: &'a Record,
}

impl Sheet {
    /// Reads a file, in the encoding stated or the one that it is found to have, and matches its headings with the columns, of which the first `required` must be there.
    ///
    /// # Errors
    /// That it cannot be read, is empty, lacks a column, or has one in use twice. Rows of the wrong length are kept for
    /// [`Sheet::problems`].
    pub fn read(path: &Path, encoding: Option<Stated>, columns: &[Column], required: usize) -> Result<Self, Problems> {
        let file = input::read_table(path, encoding)?;
        let text = Arc::clone(&file.text);
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
        let found = reader.headers().cloned().unwrap_or_default();
        if found.is_empty() {
            return Err(Problem::new(Message::new("sheet-empty").with("file", &*file.name)).into());
        }
        let headings: Vec<Arc<str>> = found.iter().map(|heading| trimmed(heading).into()).collect();
        let found = columns::find(&headings, columns);
        let positions = found.positions;
        let mut sheet = Self { file, headings, positions, records: Vec::new(), problems: Vec::new() };
        sheet.require(&columns[..required], &found.repeated)?;
        let (mut cells, mut counted, mut line) = (StringRecord::new(), 0, 1);
        while let Ok(true) = reader.read_record(&mut cells) {
            let start = cells.position().and_then(|at| usize::try_from(at.byte()).ok()).unwrap_or(counted);
            let start = skip_line_ends(&sheet.file.text, start);
            let passed = sheet.file.text.as_bytes().get(counted..start).unwrap_or_default();
            line += memchr::memchr_iter(b'\n', passed).count() as u64;
            counted = start;
            let record = Record { start, line, cells: cells.clone() };
            if cells.len() == sheet.headings.len() {
                sheet.records.push(record);
            } else {
                sheet.wrong_length(&record);
            }
        }
        sheet.problems.extend(sheet.faults());
        Ok(sheet)
    }

    /// The cells of known columns that a spreadsheet could not work out.
    fn faults(&self) -> Problems {
        let columns = || (0..self.positions.len()).filter(|column| self.has(*column));
        let faulty = |row: &Row<'_>, column: &usize| is_fault(row.cell(*column));
        let told = |row: Row<'_>, column: usize| row.problem(column, Message::new("sheet-spreadsheet-fault"));
        let of_row = |row: Row<'_>| {
            columns()
                .filter(move |column| faulty(&row, column))
                .map(move |column| told(row, column))
                .collect::<Problems>()
        };
        self.rows().flat_map(of_row).collect()
    }

    /// The headings that no known column has taken, with their positions.
    pub fn extra(&self) -> impl Iterator<Item = (usize, &Arc<str>)> {
        self.headings.iter().enumerate().filter(|(at, _)| !self.positions.contains(&Some(*at)))
    }

    /// Whether the file has the known column of that index.
    #[must_use]
    pub fn has(&self, column: usize) -> bool {
        self.positions.get(column).is_some_and(Option::is_some)
    }

    /// The rows in the order of the file.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.records.iter().map(|record| Row { sheet: self, record })
    }

    /// The rows that had too few or too many cells.
    pub fn problems(&mut self) -> Problems {
        std::mem::take(&mut self.problems)
    }

    fn require(&self, columns: &[Column], repeated: &[usize]) -> Result<(), Problems> {
        let line = self.line_at(0);
        let place = || Place::in_line(&self.file.name, 1, line, 0..line.len());
        let missing = columns.iter().zip(&self.positions).filter(|(_, position)| position.is_none());
        let missing: Vec<&str> = missing.map(|(column, _)| column.name).collect();
        let mut problems = Problems::new();
        if !missing.is_empty() {
            let message = Message::new("sheet-column-missing").count("count", missing.len() as u64);
            let message = message.with("columns", missing.join(", "));
            problems.push(Problem::new(message.with("found", self.headings.join(", "))).at(place()));
        }
        problems.extend(repeated.iter().map(|at| {
            let message = Message::new("sheet-column-twice").with("column", &*self.headings[*at]);
            Problem::new(message).at(place())
        }));
        if problems.is_empty() { Ok(()) } else { Err(problems) }
    }

    fn wrong_length(&mut self, record: &Record) {
        let message = Message::new("sheet-row-length")
            .count("found", record.cells.len() as u64)
            .count("expected", self.headings.len() as u64);
        let line = self.line_at(record.start);
        let place = Place::in_line(&self.file.name, record.line, line, 0..line.len());
        self.problems.push(Problem::new(message).at(place));
    }

    /// The line that begins at a byte.
    fn line_at(&self, start: usize) -> &str {
        self.file.text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default()
    }
}

/// The csv crate gives the start of a record before the blank lines that it skips.
fn skip_line_ends(text: &str, start: usize) -> usize {
    let rest = text.as_bytes().get(start..).unwrap_or_default();
    start + rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count()
}

impl<'a> Row<'a> {
    /// The cell of the known column of that index, trimmed; empty where the file has no such column.
    #[must_use]
    pub fn cell(&self, column: usize) -> &'a str {
        self.sheet.positions.get(column).copied().flatten().map_or("", |at| self.at(at))
    }

    /// The cell at a position of the file, trimmed.
    #[must_use]
    pub fn at(&self, position: usize) -> &'a str {
        trimmed(self.record.cells.get(position).unwrap_or_default())
    }

    /// The line on which the row begins, counted from 1.
    #[must_use]
    pub fn line(&self) -> u64 {
        self.record.line
    }

    /// Where the row begins.
    #[must_use]
    pub fn line_place(&self) -> Place {
        self.span(0, self.sheet.headings.len())
    }

    /// Where the cell of a known column stands.
    #[must_use]
    pub fn place(&self, column: usize) -> Place {
        self.sheet
            .positions
            .get(column)
            .copied()
            .flatten()
            .map_or_else(|| self.line_place(), |at| self.span(at, at + 1))
    }

    /// A problem with the cell of a known column: the message gets `found` and `column` filled in.
    #[must_use]
    pub fn problem(&self, column: usize, message: Message) -> Problem {
        let heading = self.sheet.positions.get(column).copied().flatten().map_or("", |at| &*self.sheet.headings[at]);
        Problem::new(message.with("found", self.cell(column)).with("column", heading)).at(self.place(column))
    }

    /// The day in a cell; `None` where it is empty, or is no day, which is then a problem.
    pub fn day(&self, column: usize, problems: &mut Problems) -> Option<Date> {
        self.read(column, "sheet-day", problems, date::parse)
    }

    /// The decimal in a cell; `None` where it is empty, or is no number, which is then a problem.
    pub fn decimal(&self, column: usize, problems: &mut Problems) -> Option<Decimal> {
        self.read(column, "sheet-number", problems, number::decimal)
    }

    /// The amount of money in a cell; `None` where it is empty, or is no number, which is then a problem.
    pub fn amount(&self, column: usize, problems: &mut Problems) -> Option<Decimal> {
        self.read(column, "sheet-number", problems, number::amount)
    }

    /// The value in a cell; `None` where it is empty, or cannot be read, which is then a problem with that message.
    pub fn read<T>(
        &self,
        column: usize,
        message: &'static str,
        problems: &mut Problems,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let text = self.cell(column);
        let value = parse(text);
        // What a spreadsheet could not work out is told as such.
        if value.is_none() && !text.is_empty() && !is_fault(text) {
            problems.push(self.problem(column, Message::new(message)));
        }
        value
    }

    /// The text in a cell; an empty one is a problem.
    pub fn required(&self, column: usize, problems: &mut Problems) -> Arc<str> {
        if self.cell(column).is_empty() {
            problems.push(self.problem(column, Message::new("sheet-cell-empty")));
        }
        self.cell(column).into()
    }

    /// The id in a cell; an empty one is a problem, and one that a spreadsheet has made a rounded number of.
    pub fn id(&self, column: usize, problems: &mut Problems) -> Arc<str> {
        self.required(column, problems);
        self.id_if_any(column, problems)
    }

    /// The id in a cell that may be empty.
    pub fn id_if_any(&self, column: usize, problems: &mut Problems) -> Arc<str> {
        if number::is_shortened(self.cell(column)) {
            problems.push(self.problem(column, Message::new("sheet-id-shortened")));
        }
        self.cell(column).into()
    }

    /// The place of the cells from one position to before another, on the line where the first of them begins.
    fn span(&self, from: usize, until: usize) -> Place {
        let text = &self.sheet.file.text;
        let rest = text.as_bytes().get(self.record.start..).unwrap_or_default();
        let (begin, end) = cells_span(rest, from, until);
        let before = &rest[..begin];
        let line_start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let line = self.record.line + memchr::memchr_iter(b'\n', before).count() as u64;
        let words = self.sheet.line_at(self.record.start + line_start);
        Place::in_line(&self.sheet.file.name, line, words, begin - line_start..end.saturating_sub(line_start))
    }
}

/// The bytes of a record, as it is written, from one cell to before another.
fn cells_span(record: &[u8], from: usize, until: usize) -> (usize, usize) {
    let (mut cell, mut quoted, mut begin) = (0, false, 0);
    for (at, byte) in record.iter().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b',' if !quoted => {
                cell += 1;
                if cell == from {
                    begin = at + 1;
                }
                if cell == until {
                    return (begin, at);
                }
            }
            b'\r' | b'\n' if !quoted => return (begin, at),
            _ => {}
        }
    }
    (begin, record.len())
}

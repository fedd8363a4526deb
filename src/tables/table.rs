//! A small table file (roster, rates, attendance …): headings matched to the columns we know, cells with their places.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::convert::Infallible;
use std::path::Path;
use std::sync::Arc;

use csv::StringRecord;

use crate::diagnostics::toml_file::quoted;
use crate::diagnostics::{Message, Place, Problem, Problems, Text};
use crate::files::encoding::Stated;
use crate::files::input;
use crate::files::input::TableText;
use crate::tables::bound_map::BoundMap;
use crate::tables::columns::{Column, Holds, is_fault, trimmed};
use crate::tables::map::format::Unclear;
use crate::tables::map::part::Part;
use crate::tables::records::{Record, Records, line_ends, line_starts};
use crate::tables::{alike, columns};
use crate::units::{Date, Decimal, date, number};

/// A table file, read whole.
pub struct Table {
    file: Text,
    delimiter: u8,
    headings: Vec<Arc<str>>,
    positions: Vec<Option<usize>>,
    records: Vec<Record>,
    problems: Problems,
}

/// How a table is to be read, as far as someone has said it.
#[derive(Clone, Copy, Debug, Default)]
pub struct TableOptions<'a> {
    /// How it is written; found by looking at it where this is not said.
    pub encoding: Option<Stated>,
    /// How its columns are to be taken; without it, by their headings.
    pub part: Option<&'a Arc<Part>>,
}

/// One row of a [`Table`].
#[derive(Clone, Copy)]
pub struct Row<'a> {
    table: &'a Table,
    record: &'a Record,
}

impl Table {
    /// Reads a file and matches its headings with the columns, of which the first `required` must be there.
    ///
    /// # Errors
    /// That it cannot be read, is empty, lacks a column, or has one in use twice. Rows of the wrong length are kept for
    /// [`Table::problems`], and so are days that do not fit their format.
    pub fn read(path: &Path, options: TableOptions<'_>, known: &[Column], required: usize) -> Result<Self, Problems> {
        let part = &options.part.cloned().unwrap_or_default();
        let TableText { file, is_sheet, .. } = input::read_table(path, options.encoding.or(part.encoding))?;
        let delimiter = if is_sheet { b',' } else { part.delimiter };
        let text = Arc::clone(&file.text);
        let start = line_starts(&text, part.skip.unwrap_or(0));
        let line = line_ends(&text[..start]) + 1;
        let mut table = Self {
            file,
            delimiter,
            headings: Vec::new(),
            positions: Vec::new(),
            records: Vec::new(),
            problems: Vec::new(),
        };
        let mut reader = csv::ReaderBuilder::new();
        let mut reader =
            reader.flexible(true).has_headers(false).delimiter(delimiter).from_reader(&text.as_bytes()[start..]);
        let mut records = Records { text: &text, base: start, counted: start, line };
        let mut first = records.next(&mut reader);
        let Some(record) = &first else {
            return Err(Problem::new(Message::new("sheet-empty").with("file", &*table.file.name)).into());
        };
        table.headings = if part.has_no_headings() {
            (1..=record.cells.len()).map(|number| format!("#{number}").into()).collect()
        } else {
            record.cells.iter().map(|heading| trimmed(heading).into()).collect()
        };
        let place = || {
            let words = table.line_at(record.start);
            Place::in_line(&table.file.name, record.line, words, 0..words.len())
        };
        let map = BoundMap::new(part, known, &table.headings, place)?;
        // Columns that the map does not name are found among the headings that it leaves.
        let taken: Vec<usize> = map.taken_fields().collect();
        let left = |(at, heading)| if taken.contains(&at) { "" } else { heading };
        let left: Vec<&str> = table.headings.iter().map(|heading| &**heading).enumerate().map(left).collect();
        let found = columns::find(&left, known);
        let map = map.with_found(&found.positions);
        let missing = (0..required).filter(|column| !map.has(*column)).map(|column| known[column].name);
        table.require(&missing.collect::<Vec<_>>(), &found.repeated, place)?;
        table.positions = (0..known.len()).map(|column| map.position(column)).collect();
        if !part.has_no_headings() {
            first = records.next(&mut reader);
        }
        while let Some(mut record) = first {
            let cells: Vec<&str> = record.cells.iter().collect();
            if columns::are_headings(&cells, known) {
                // Some tables name their columns in two languages.
            } else if record.cells.len() != table.headings.len() {
                table.wrong_length(&record);
            } else if options.part.is_none() {
                table.records.push(record);
            } else if keeps(&map, &record.cells) {
                table.translate(&map, known, &mut record);
                table.records.push(record);
            }
            first = records.next(&mut reader);
        }
        table.problems.extend(table.faults());
        Ok(table)
    }

    /// The cells of known columns that a spreadsheet could not work out.
    fn faults(&self) -> Problems {
        let mut problems = Problems::new();
        for row in self.rows() {
            let faulty = (0..self.positions.len()).filter(|column| self.has(*column) && is_fault(row.cell(*column)));
            problems.extend(faulty.map(|column| {
                let fault = || Message::new("sheet-spreadsheet-fault");
                row.problem(column, columns::without_value(row.cell(column)).unwrap_or_else(fault))
            }));
        }
        problems
    }

    /// Has a map say what the known columns say in a row.
    fn translate(&mut self, map: &BoundMap, known: &[Column], record: &mut Record) {
        let mut said = Vec::new();
        for (column, Column { holds, .. }) in known.iter().enumerate() {
            said.push(translated(map, column, *holds, &record.cells).unwrap_or_else(|message| {
                let problem = Row { table: self, record }.problem(column, message);
                self.problems.push(problem);
                Box::default()
            }));
        }
        record.said = said;
    }

    /// The headings that no known column has taken, with their positions.
    pub fn extra(&self) -> impl Iterator<Item = (usize, &Arc<str>)> {
        self.headings.iter().enumerate().filter(|(at, _)| !self.positions.contains(&Some(*at)))
    }

    /// Whether the file has the known column of that index.
    #[must_use]
    pub fn has(&self, column: usize) -> bool {
        self.position(column).is_some()
    }

    fn position(&self, column: usize) -> Option<usize> {
        self.positions.get(column).copied().flatten()
    }

    /// The rows in the order of the file.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.records.iter().map(|record| Row { table: self, record })
    }

    /// The file and its text.
    #[must_use]
    pub fn text(&self) -> &Text {
        &self.file
    }

    /// The rows that are alike in every cell to one before them, each with the first.
    pub fn twins(&self) -> impl Iterator<Item = (Row<'_>, Row<'_>)> {
        let mut seen: BTreeMap<Vec<&str>, Row<'_>> = BTreeMap::new();
        self.rows().filter_map(move |row| {
            let cells = row.record.cells.iter().map(trimmed).collect();
            match seen.entry(cells) {
                Entry::Occupied(first) => Some((row, *first.get())),
                Entry::Vacant(new) => {
                    new.insert(row);
                    None
                }
            }
        })
    }

    /// The rows that had too few or too many cells.
    pub fn problems(&mut self) -> Problems {
        std::mem::take(&mut self.problems)
    }

    fn require(&self, missing: &[&str], repeated: &[usize], place: impl Fn() -> Place) -> Result<(), Problems> {
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

/// The text of a cell, which can always be read.
fn cell<'c>(cells: &'c StringRecord) -> impl Fn(usize) -> Result<Cow<'c, str>, Infallible> {
    move |at| Ok(Cow::Borrowed(trimmed(cells.get(at).unwrap_or_default())))
}

/// Whether a map keeps a row.
fn keeps(map: &BoundMap, cells: &StringRecord) -> bool {
    let Ok(keeps) = map.keeps(cell(cells));
    keeps
}

/// What a column says by a map: of days without the time, of a month without the day.
fn translated(map: &BoundMap, column: usize, holds: Holds, cells: &StringRecord) -> Result<Box<str>, Message> {
    let Ok(text) = map.text(column, cell(cells));
    let position = map.position(column).filter(|_| !text.is_empty());
    let Some(position) = position else { return Ok(text.into()) };
    let formats = || quoted(map.formats(position));
    match map.moment(column, &text) {
        Ok(None) => Ok(text.into()),
        Ok(Some(moment)) => {
            let day = moment.day.map(|day| day.to_string()).unwrap_or_default();
            Ok(if holds == Holds::Month { day.get(..7).unwrap_or_default().into() } else { day.into() })
        }
        Err(Unclear::Unreadable) => Err(Message::new("sheet-format-unfit").with("formats", formats())),
        Err(Unclear::Ambiguous) => Err(Message::new("sheet-day-ambiguous").with("formats", formats())),
    }
}

impl<'a> Row<'a> {
    /// The cell of the known column of that index, trimmed; empty where the file has no such column.
    #[must_use]
    pub fn cell(&self, column: usize) -> &'a str {
        if let Some(said) = self.record.said.get(column) {
            return said;
        }
        self.table.position(column).map_or("", |at| self.at(at))
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
        self.span(0, self.table.headings.len())
    }

    /// Where the cell of a known column stands.
    #[must_use]
    pub fn place(&self, column: usize) -> Place {
        self.table.position(column).map_or_else(|| self.line_place(), |at| self.span(at, at + 1))
    }

    /// A problem with the cell of a known column: the message gets `found` and `column` filled in.
    #[must_use]
    pub fn problem(&self, column: usize, message: Message) -> Problem {
        let position = self.table.position(column);
        let heading = position.map_or("", |at| &*self.table.headings[at]);
        let found = if self.record.said.is_empty() { position.map_or("", |at| self.at(at)) } else { self.cell(column) };
        Problem::new(message.with("found", found).with("column", heading)).at(self.place(column))
    }

    /// The day in a cell; `None` where it is empty, or is no day, which is then a problem.
    pub fn day(&self, column: usize, problems: &mut Problems) -> Option<Date> {
        self.read(column, "sheet-day", problems, date::parse_any_year)
    }

    /// The last day in a cell; `None` where it is open: empty, or 9999-12-31.
    pub fn last_day(&self, column: usize, problems: &mut Problems) -> Option<Date> {
        self.day(column, problems).filter(|day| !date::is_open_end(*day))
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
        alike::meant(self.cell(column)).into()
    }

    /// The place of the cells from one position to before another, on the line where the first of them begins.
    fn span(&self, from: usize, until: usize) -> Place {
        let text = &self.table.file.text;
        let rest = text.as_bytes().get(self.record.start..).unwrap_or_default();
        let (begin, end) = cells_span(rest, self.table.delimiter, from, until);
        let before = &rest[..begin];
        let line_start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let line = self.record.line + memchr::memchr_iter(b'\n', before).count() as u64;
        let words = self.table.line_at(self.record.start + line_start);
        Place::in_line(&self.table.file.name, line, words, begin - line_start..end.saturating_sub(line_start))
    }
}

/// The bytes of a record, as it is written, from one cell to before another.
fn cells_span(record: &[u8], delimiter: u8, from: usize, until: usize) -> (usize, usize) {
    let (mut cell, mut quoted, mut begin) = (0, false, 0);
    for (at, byte) in record.iter().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            end if *end == delimiter && !quoted => {
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

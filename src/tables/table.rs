//! A small table file (roster, rates, attendance …): headings matched to the columns we know, cells with their places.

use std::collections::BTreeSet;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use hashbrown::HashTable;
use hashbrown::hash_table::Entry;
use rustc_hash::FxHasher;

use crate::cores;
use crate::diagnostics::{Message, Place, Problem, Problems, Text};
use crate::files::encoding::Stated;
use crate::tables::alike;
use crate::tables::columns::{is_fault, trimmed};
use crate::tables::leftovers::{Leftovers, shown};
use crate::tables::map::part::Part;
use crate::tables::matrix::Matrix;
use crate::tables::no_row::PassedOver;
use crate::tables::records::{Cells, Record, line_ends};
use crate::units::{Date, Decimal, Month, date, number};

mod reading;

/// A table file, read whole.
pub struct Table {
    file: Text,
    delimiter: u8,
    headings: Vec<Arc<str>>,
    /// Where the headings begin.
    top: usize,
    positions: Vec<Option<usize>>,
    /// The columns that the known ones and the map take.
    used: BTreeSet<usize>,
    /// The days among its columns, where it has one column a day.
    matrix: Option<(Matrix, OfDay)>,
    records: Vec<Record>,
    cells: Cells,
    problems: Problems,
    /// What has to be known of the file.
    notes: Vec<Message>,
    /// How many rows stand before the headings.
    titles: u64,
    passed_over: PassedOver,
}

/// How a table is to be read, as far as someone has said it.
#[derive(Clone, Copy, Debug, Default)]
pub struct TableOptions<'a> {
    /// How it is written; found by looking at it where this is not said.
    pub encoding: Option<Stated>,
    /// How its columns are to be taken; without it, by their headings.
    pub part: Option<&'a Arc<Part>>,
    /// The month of its days, where its rows do not say it.
    pub month: Option<Month>,
    /// What a column for each day would stand for, where the table may have such.
    pub of_day: Option<OfDay>,
}

/// The known columns that a column for each day stands for.
#[derive(Clone, Copy, Debug)]
pub struct OfDay {
    /// That of the day.
    pub day: usize,
    /// That of what its cells say.
    pub cell: usize,
}

/// One row of a [`Table`].
#[derive(Clone, Copy)]
pub struct Row<'a> {
    table: &'a Table,
    record: &'a Record,
}

impl Table {
    /// The headings that no known column has taken, with their positions.
    pub fn extra(&self) -> impl Iterator<Item = (usize, &Arc<str>)> {
        self.headings.iter().enumerate().filter(|(at, _)| !self.positions.contains(&Some(*at)))
    }

    /// All headings with their positions.
    pub fn headings(&self) -> impl Iterator<Item = (usize, &Arc<str>)> {
        self.headings.iter().enumerate()
    }

    /// What of the file is not read.
    #[must_use]
    pub fn leftovers(&self) -> Leftovers {
        let says = |at: usize| self.rows().any(|row| !row.at(at).is_empty());
        let unused = self
            .headings()
            .filter(|(at, _)| !self.used.contains(at) && says(*at))
            .map(|(at, heading)| shown(at, heading))
            .collect();
        Leftovers {
            file: Arc::clone(&self.file.name),
            titles: self.titles,
            passed_over: self.passed_over,
            unused,
            of_file: self.notes.clone(),
        }
    }

    /// Whether the file has the known column of that index.
    #[must_use]
    pub fn has(&self, column: usize) -> bool {
        self.position(column).is_some()
    }

    /// Whether the file or its map says anything in the known column of that index.
    #[must_use]
    pub fn says(&self, column: usize) -> bool {
        self.has(column) || self.rows().any(|row| !row.cell(column).is_empty())
    }

    fn position(&self, column: usize) -> Option<usize> {
        self.positions.get(column).copied().flatten()
    }

    /// Whether it has one column a day, each cell of which is a row.
    #[must_use]
    pub fn is_matrix(&self) -> bool {
        self.matrix.is_some()
    }

    /// The rows in the order of the file.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.records.iter().map(|record| Row { table: self, record })
    }

    /// What is made of each row and what is wrong with it, in the order of the file: made on all cores.
    pub fn each<T: Send>(&self, made: impl Fn(Row<'_>, &mut Problems) -> T + Sync) -> Vec<(Row<'_>, T, Problems)> {
        let of_row = |row: &Row<'_>| {
            let mut problems = Problems::new();
            (made(*row, &mut problems), problems)
        };
        let rows: Vec<Row<'_>> = self.rows().collect();
        let of_rows = cores::chunks(&rows, |rows| rows.iter().map(of_row).collect::<Vec<_>>()).into_iter().flatten();
        rows.iter().zip(of_rows).map(|(row, (made, problems))| (*row, made, problems)).collect()
    }

    /// The file and its text.
    #[must_use]
    pub fn text(&self) -> &Text {
        &self.file
    }

    /// What stands above the headings.
    #[must_use]
    pub fn above(&self) -> &str {
        self.file.text.get(..self.top).unwrap_or_default()
    }

    /// Where the headings stand.
    #[must_use]
    pub fn top(&self) -> Place {
        let words = self.line_at(self.top);
        Place::in_line(&self.file.name, line_ends(self.above()) + 1, words, 0..words.len())
    }

    /// The rows that are alike in every cell to one before them, each with the first.
    pub fn twins<'a>(&'a self) -> impl Iterator<Item = (Row<'a>, Row<'a>)> {
        let cells = |row: &Row<'a>| self.cells.of(row.record).map(trimmed);
        let hash = move |row: &Row<'a>| {
            let mut hasher = FxHasher::default();
            cells(row).for_each(|cell| cell.hash(&mut hasher));
            row.record.day.hash(&mut hasher);
            hasher.finish()
        };
        let is_alike =
            move |row: &Row<'a>, other: &Row<'a>| row.record.day == other.record.day && cells(other).eq(cells(row));
        let mut seen: HashTable<Row<'a>> = HashTable::with_capacity(self.records.len());
        self.rows().filter_map(move |row| match seen.entry(hash(&row), |other| is_alike(&row, other), hash) {
            Entry::Occupied(first) => Some((row, *first.get())),
            Entry::Vacant(new) => {
                new.insert(row);
                None
            }
        })
    }

    /// The rows that had too few or too many cells.
    pub fn problems(&mut self) -> Problems {
        std::mem::take(&mut self.problems)
    }

    /// The line that begins at a byte.
    fn line_at(&self, start: usize) -> &str {
        self.file.text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default()
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
        trimmed(self.table.cells.at(self.record, position))
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

    /// Where a known column stands in the row: in a table with one column a day, the day and what is said of it in that column.
    fn position(&self, column: usize) -> Option<usize> {
        let is_of_day = |(_, of): &&(Matrix, OfDay)| column == of.day || column == of.cell;
        match self.table.matrix.as_ref().filter(is_of_day) {
            Some(_) => self.record.day,
            None => self.table.position(column),
        }
    }

    /// Where the cell of a known column stands.
    #[must_use]
    pub fn place(&self, column: usize) -> Place {
        self.position(column).map_or_else(|| self.line_place(), |at| self.span(at, at + 1))
    }

    /// A problem with the cell of a known column: the message gets `found` and `column` filled in.
    #[must_use]
    pub fn problem(&self, column: usize, message: Message) -> Problem {
        let position = self.position(column);
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
        if self.cell(column).is_empty() {
            return None;
        }
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
    pub fn required(&self, column: usize, problems: &mut Problems) -> &'a str {
        let text = self.cell(column);
        if text.is_empty() {
            problems.push(self.problem(column, Message::new("sheet-cell-empty")));
        }
        text
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

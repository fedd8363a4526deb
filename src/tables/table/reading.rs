//! The reading of a table: its headings are found, and rows that are no rows are put by.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::convert::Infallible;
use std::path::Path;
use std::sync::Arc;

use crate::cores;
use crate::diagnostics::toml_file::quoted;
use crate::diagnostics::{Message, Place, Problem, Problems};
use crate::files::full::is_full;
use crate::tables::bound_map::BoundMap;
use crate::tables::columns::{Column, Found, Holds, is_fault, trimmed};
use crate::tables::could_be::{CouldBe, Verdict};
use crate::tables::map::format::Unclear;
use crate::tables::map::part::Part;
use crate::tables::matrix::{Matrix, MonthSaid, NoDay};
use crate::tables::no_row::{NoRow, PassedOver};
use crate::tables::records::{Cells, Record, records};
use crate::tables::table::{OfDay, Row, Table, TableOptions};
use crate::tables::whole_text::WholeText;
use crate::tables::{columns, could_be, matrix, whole_text};
use crate::units::{Month, date};

/// So many rows of a table are looked through for its headings.
const LOOKED_THROUGH: usize = 10;

/// What rows that were read have come to.
#[derive(Default)]
struct Taken {
    records: Vec<Record>,
    passed_over: PassedOver,
    problems: Problems,
}

impl Table {
    /// Reads a file and matches its headings with the columns, of which the first `required` must be there.
    ///
    /// # Errors
    /// That it cannot be read, is empty, lacks a column, has one in use twice, or has one that nobody has named and that could
    /// be meant. Rows of the wrong length are kept for [`Table::problems`], and so are days that do not fit their format.
    pub fn read(path: &Path, options: TableOptions<'_>, known: &[Column], required: usize) -> Result<Self, Problems> {
        let part = &options.part.cloned().unwrap_or_default();
        let encoding = options.encoding.or(part.encoding);
        let wanted = Headings { part, known, required, of_day: options.of_day };
        let fits = |cells: &[String]| wanted.are(cells);
        let WholeText { file, delimiter, start, notes } = whole_text::read(path, encoding, part, fits)?;
        let (mut records, cells) = records(&file.text, delimiter, start);
        if records.is_empty() {
            return Err(Problem::new(Message::new("sheet-empty").with("file", &*file.name)).into());
        }
        let titles = titles(&records, &cells, &wanted);
        let says_something = |record: &&Record| cells.of(record).any(|cell| !cell.is_empty());
        let titles_shown = records[..titles].iter().filter(says_something).count() as u64;
        let record = &records[titles];
        let headings: Vec<Arc<str>> = if part.has_no_headings() {
            (1..=record.cells.len()).map(|number| format!("#{number}").into()).collect()
        } else {
            cells.of(record).map(|heading| trimmed(heading).into()).collect()
        };
        let top = record.start;
        let mut table = Self {
            file,
            delimiter,
            headings,
            top,
            positions: Vec::new(),
            used: BTreeSet::new(),
            matrix: None,
            records: Vec::new(),
            cells,
            problems: Vec::new(),
            notes,
            titles: titles_shown,
            passed_over: PassedOver::default(),
        };
        let (start, line) = (record.start, record.line);
        let map = table.bind(&options, &wanted, (start, line))?;
        records.drain(..titles + usize::from(!part.has_no_headings()));
        table.notes.extend(full(&table, records.len() as u64));
        for taken in cores::chunks(&records, |records| table.take(records, &map, known, options.part.is_some())) {
            table.records.extend(taken.records);
            table.passed_over.extend(taken.passed_over);
            table.problems.extend(taken.problems);
        }
        let could_be = table.could_be(part, known, (start, line));
        if !could_be.is_empty() {
            return Err(could_be);
        }
        table.problems.extend(table.faults());
        Ok(table)
    }

    /// Matches the headings with the columns.
    fn bind(
        &mut self,
        options: &TableOptions<'_>,
        headings: &Headings<'_>,
        (start, line): (usize, u64),
    ) -> Result<BoundMap, Problems> {
        let Headings { part, known, required, of_day } = *headings;
        let place = self.headings_place(start, line);
        let place = || place.clone();
        let map = BoundMap::new(part, known, &self.headings, place)?;
        // Columns that the map does not name are found among the headings that it leaves.
        let taken: Vec<usize> = map.taken_fields().collect();
        let left = |(at, heading)| if taken.contains(&at) { "" } else { heading };
        let left: Vec<&str> = self.headings.iter().map(|heading| &**heading).enumerate().map(left).collect();
        let mut found = columns::find(&left, known);
        found.unclear.retain(|several| part.taken(several.column).is_none());
        let is_there = |column: usize| found.positions[column].is_some() || map.has(column);
        let has_others = |of: &OfDay| (0..required).all(|at| at == of.day || at == of.cell || is_there(at));
        let free = of_day.filter(|of| !is_there(of.day) && has_others(of));
        let matrix = free.map(|of| self.days(of, &taken, &found.positions, options.month)).transpose();
        if let Some((matrix, of)) = matrix.map_err(|message| Problem::new(message).at(place()))?.flatten() {
            found.positions[of.day] = Some(matrix.days[0].at);
            found.positions[of.cell] = Some(matrix.days[0].at);
            self.notes.push(matrix.note(&self.file.name, &self.headings));
            self.matrix = Some((matrix, of));
        }
        let map = map.with_found(&found.positions);
        let missing = (0..required).filter(|column| !map.has(*column)).map(|column| known[column].name);
        self.require(&missing.collect::<Vec<_>>(), &found, place)?;
        self.positions = (0..known.len()).map(|column| map.position(column)).collect();
        let of_matrix = self.matrix.iter().flat_map(|(matrix, _)| matrix.columns());
        self.used = map.taken_fields().chain(map.keep().iter().copied()).chain(of_matrix).collect();
        Ok(map)
    }

    /// The days among the headings, of which those at `taken` and `found` are other columns.
    fn days(
        &self,
        of: OfDay,
        taken: &[usize],
        found: &[Option<usize>],
        stated: Option<Month>,
    ) -> Result<Option<(Matrix, OfDay)>, Message> {
        let taken: Vec<usize> = taken.iter().copied().chain(found.iter().flatten().copied()).collect();
        let Some(matrix) = Matrix::among(&self.headings, &taken) else { return Ok(None) };
        let said = MonthSaid { stated, titles: matrix::titles(self.above(), &self.file.name) };
        let mut matrix = matrix.of_month(&said)?;
        // What a row says of all its days is their sum.
        matrix.totals.extend(found[of.cell]);
        Ok(Some((matrix, of)))
    }

    fn require(&self, missing: &[&str], found: &Found, place: impl Fn() -> Place) -> Result<(), Problems> {
        let mut problems = Problems::new();
        if !missing.is_empty() {
            let message = Message::new("sheet-column-missing").count("count", missing.len() as u64);
            let message = message.with("columns", missing.join(", "));
            problems.push(Problem::new(message.with("found", self.headings.join(", "))).at(place()));
        }
        problems.extend(found.repeated.iter().map(|at| {
            let message = Message::new("sheet-column-twice").with("column", &*self.headings[*at]);
            Problem::new(message).at(place())
        }));
        let unclear = found.unclear.iter().map(|several| several.unclear(&self.headings));
        problems.extend(unclear.map(|message| Problem::new(message).at(place())));
        if problems.is_empty() { Ok(()) } else { Err(problems) }
    }

    /// Takes rows, but for those that are none or that the map leaves out.
    fn take(&self, records: &[Record], map: &BoundMap, known: &[Column], is_mapped: bool) -> Taken {
        let mut taken = Taken { records: Vec::with_capacity(records.len()), ..Taken::default() };
        let mut cells: Vec<&str> = Vec::new();
        for record in records {
            cells.clear();
            cells.extend(self.cells.of(record));
            let row = Row { table: self, record };
            let is_of_weekdays = || self.matrix.as_ref().is_some_and(|(matrix, _)| matrix.is_of_weekdays(&cells));
            if let Some(no_row) = NoRow::of(&cells, &self.headings, known, |column| self.position(column)) {
                taken.passed_over.add(no_row);
            } else if is_of_weekdays() {
                taken.passed_over.add(NoRow::Headings);
            } else if cells.len() != self.headings.len() {
                taken.problems.push(self.wrong_length(record));
            } else if let Some((matrix, of)) = &self.matrix {
                if keeps(map, row) {
                    self.each_day((matrix, *of), map, (known, record), &mut taken);
                }
            } else if !is_mapped {
                taken.records.push(record.clone());
            } else if keeps(map, row) {
                let said = self.translated(map, known, record, &mut taken.problems);
                taken.records.push(Record { said, ..record.clone() });
            }
        }
        taken
    }

    /// Takes each cell of a row that stands under a day and says something as a row of its own.
    fn each_day(
        &self,
        (matrix, of): (&Matrix, OfDay),
        map: &BoundMap,
        (known, record): (&[Column], &Record),
        taken: &mut Taken,
    ) {
        let row = Row { table: self, record };
        let of_row = matrix.month.map(|at| row.at(at)).unwrap_or_default();
        for day in &matrix.days {
            let Ok(text) = map.present(day.at, cell(row));
            if text.is_empty() {
                continue;
            }
            let mut one = Record { day: Some(day.at), ..record.clone() };
            let date = match matrix.date(*day, of_row) {
                Ok(date) => date,
                Err(reason) => {
                    let at = if reason == NoDay::MonthUnclear { matrix.month.unwrap_or(day.at) } else { day.at };
                    let problem = self.wrong_day(&one, at, reason);
                    taken.problems.extend((taken.problems.last() != Some(&problem)).then_some(problem));
                    continue;
                }
            };
            one.said = self.translated(map, known, &one, &mut taken.problems);
            one.said[of.day] = date.to_string().into();
            one.said[of.cell] = text.into();
            taken.records.push(one);
        }
    }

    /// That the day of a cell is not known, or not in its month.
    fn wrong_day(&self, record: &Record, at: usize, reason: NoDay) -> Problem {
        let row = Row { table: self, record };
        let message = match reason {
            NoDay::NotInMonth(month) => Message::new("matrix-no-such-day").with("month", month.to_string()),
            NoDay::MonthUnclear => Message::new("matrix-month-of-row"),
        };
        let message = message.with("found", row.at(at)).with("column", &*self.headings[at]);
        Problem::new(message).at(row.span(at, at + 1))
    }

    /// Columns that nobody has named, where one that was not found could be meant. A map that names columns decides.
    fn could_be(&self, part: &Part, known: &[Column], (start, line): (usize, u64)) -> Problems {
        let lacking = known.iter().enumerate().filter(|(column, _)| part.columns.is_empty() && !self.has(*column));
        let mut problems = Problems::new();
        for what in lacking.filter_map(|(_, column)| CouldBe::of_column(column.name)) {
            for (at, heading) in self.extra() {
                let cells = || self.rows().map(|row| row.at(at));
                if what.fits(heading) && what.verdict(cells()) == Verdict::Yes {
                    let headings = Record { start, line, cells: 0..0, day: None, said: Vec::new() };
                    let place = Row { table: self, record: &headings }.span(at, at + 1);
                    problems.push(could_be::problem(what, heading, cells()).at(place));
                }
            }
        }
        problems
    }

    fn headings_place(&self, start: usize, line: u64) -> Place {
        let words = self.line_at(start);
        Place::in_line(&self.file.name, line, words, 0..words.len())
    }

    /// The cells of known columns that a spreadsheet could not work out.
    fn faults(&self) -> Problems {
        let mut problems = Problems::new();
        // They all begin alike, and a map says nothing like them.
        if !self.file.text.contains('#') && self.records.iter().all(|record| record.said.is_empty()) {
            return problems;
        }
        for row in self.rows() {
            let faulty = (0..self.positions.len()).filter(|column| self.has(*column) && is_fault(row.cell(*column)));
            problems.extend(faulty.map(|column| {
                let fault = || Message::new("sheet-spreadsheet-fault");
                row.problem(column, columns::without_value(row.cell(column)).unwrap_or_else(fault))
            }));
        }
        problems
    }

    /// What the known columns say in a row by a map.
    fn translated(&self, map: &BoundMap, known: &[Column], record: &Record, problems: &mut Problems) -> Vec<Box<str>> {
        let row = Row { table: self, record };
        let mut said = Vec::new();
        for (column, Column { holds, .. }) in known.iter().enumerate() {
            said.push(translated(map, column, *holds, row).unwrap_or_else(|message| {
                problems.push(row.problem(column, message));
                Box::default()
            }));
        }
        said
    }

    fn wrong_length(&self, record: &Record) -> Problem {
        let message = Message::new("sheet-row-length")
            .count("found", record.cells.len() as u64)
            .count("expected", self.headings.len() as u64);
        let line = self.line_at(record.start);
        let place = Place::in_line(&self.file.name, record.line, line, 0..line.len());
        Problem::new(message).at(place)
    }
}

/// Tells where there are exactly as many rows as a sheet holds; of a workbook that is told already.
fn full(table: &Table, rows: u64) -> Option<Message> {
    let note = Message::new("input-rows-full").with("file", &*table.file.name).count("count", rows);
    (is_full(rows) && table.notes.iter().all(|other| other.id != note.id)).then_some(note)
}

/// What the headings of a table have to be.
struct Headings<'a> {
    part: &'a Arc<Part>,
    known: &'a [Column],
    required: usize,
    of_day: Option<OfDay>,
}

impl Headings<'_> {
    /// Whether a row has the columns that are needed, and all that a map names.
    fn are(&self, cells: &[impl AsRef<str>]) -> bool {
        let found = columns::find(cells, self.known).positions;
        let is_there = |column: usize| found[column].is_some() || self.part.taken(self.known[column].name).is_some();
        let of_day = |of: OfDay| !is_there(of.day) && Matrix::among(cells, &[]).is_some();
        let as_days = self.of_day.filter(|of| of_day(*of));
        let is_day = |column: usize| as_days.is_some_and(|of| column == of.day || column == of.cell);
        BoundMap::fits(self.part, cells) && (0..self.required).all(|column| is_there(column) || is_day(column))
    }
}

/// How many rows stand before the headings: those are the first of the first few that have the columns needed; where none has,
/// the first that has the most.
fn titles(records: &[Record], cells: &Cells, headings: &Headings<'_>) -> usize {
    if headings.part.has_no_headings() || headings.part.skip.is_some() {
        return 0;
    }
    let looked_through = || records.iter().take(LOOKED_THROUGH).map(|record| cells.of(record).collect::<Vec<_>>());
    let most = || {
        let known = |cells: &Vec<&str>| columns::find(cells, headings.known).positions.iter().flatten().count();
        let counts: Vec<usize> = looked_through().map(|cells| known(&cells)).collect();
        counts.iter().position(|count| counts.iter().all(|other| other <= count))
    };
    looked_through().position(|cells| headings.are(&cells)).or_else(most).unwrap_or(0)
}

/// The text of a cell, which can always be read.
fn cell<'c>(row: Row<'c>) -> impl Fn(usize) -> Result<Cow<'c, str>, Infallible> {
    move |at| Ok(Cow::Borrowed(row.at(at)))
}

/// Whether a map keeps a row.
fn keeps(map: &BoundMap, row: Row<'_>) -> bool {
    let Ok(keeps) = map.keeps(cell(row));
    keeps
}

/// What a column says by a map: of days without the time, of a month without the day.
fn translated(map: &BoundMap, column: usize, holds: Holds, row: Row<'_>) -> Result<Box<str>, Message> {
    let Ok(text) = map.text(column, cell(row));
    let position = map.position(column).filter(|_| !text.is_empty());
    let Some(position) = position else { return Ok(text.into()) };
    // A format would read 2022.1 as January; the month is refused as it is without a map.
    if holds == Holds::Month && date::may_be_october(&text) {
        return Ok(text.into());
    }
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

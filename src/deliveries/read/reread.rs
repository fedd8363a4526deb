//! The rows of some couriers, found in the log by a second reading: the file and the line of each.

use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use crate::deliveries::count::revocations::Revocations;
use crate::deliveries::count::seen_parcels::{Batch, SeenParcels};
use crate::deliveries::csv::record;
use crate::deliveries::read::blocks::{BLOCK, Block, BlockReader, Progress, ReadOptions};
use crate::deliveries::read::taken_back;
use crate::deliveries::row::columns::place;
use crate::deliveries::row::days::DayRow;
use crate::deliveries::row::fault::Fault;
use crate::deliveries::row::fields::{Careful, Fields};
use crate::deliveries::row::layout::Layout;
use crate::deliveries::row::meaning::{Delivery, Standing, judge, parcels};
use crate::deliveries::row::when::{Days, When};
use crate::deliveries::row::{cell, days, meaning};
use crate::diagnostics::{Message, Problem, Problems};
use crate::files::input::is_stdin;
use crate::units::{Date, Term};

/// One row of a log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogRow {
    /// The courier's id.
    pub courier: Arc<str>,
    /// The log as it was named.
    pub file: Arc<str>,
    /// The line on which the row begins, counted from 1.
    pub line: u64,
    /// The row as it is written.
    pub text: String,
    /// The day of delivery; `None` where a row that was not delivered names none.
    pub date: Option<Date>,
    /// The company; empty where the row names none.
    pub company: Arc<str>,
    /// The area; empty where the row names none.
    pub area: Arc<str>,
    /// The service.
    pub service: Arc<str>,
    /// How many parcels; `None` where a row that was not delivered gives no number.
    pub parcels: Option<u64>,
    /// The status; empty where the log has no such column.
    pub status: Arc<str>,
    /// What became of it.
    pub fate: Fate,
}

/// What became of a row of a log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It counts.
    Counted,
    /// It was not delivered.
    NotDelivered,
    /// The map leaves it out.
    LeftOut,
    /// Its parcel was taken back later.
    TakenBack,
    /// Its parcel was counted before.
    Duplicate,
}

/// Finds all rows wanted, by courier and status, within a term, in the order of the files and their lines. Rows that cannot be read are passed
/// over: the first reading has told of them.
///
/// # Errors
/// That one of the logs is the standard input, which cannot be read again; logs that cannot be read.
pub fn rows(
    paths: &[PathBuf],
    options: ReadOptions<'_>,
    wanted: &dyn Fn(&str, &str) -> bool,
    term: Term,
    progress: &(dyn Fn(Progress) + Sync),
) -> Result<Vec<LogRow>, Problems> {
    rereadable(paths)?;
    let mut blocks = BlockReader::new(paths, options, BLOCK)?;
    let mut finder = Finder {
        revocations: taken_back::revocations(paths, options, BLOCK, progress)?,
        turn: 0,
        wanted,
        days: Days::new(),
        fields: Vec::new(),
        line: 1,
        found: Vec::new(),
        layout: None,
        seen_parcels: SeenParcels::default(),
        batch: Batch::default(),
        waiting: Vec::new(),
    };
    let mut buffer = Vec::new();
    while let Some((block, read)) = blocks.next(&mut buffer) {
        finder.block(&block, &buffer[..block.end]);
        progress(read);
    }
    if !blocks.problems.is_empty() {
        return Err(blocks.problems);
    }
    finder.found.retain(|row| row.date.is_none_or(|date| term.contains(date)));
    Ok(finder.found)
}

/// Whether every log can be read a second time.
///
/// # Errors
/// That one of them is the standard input.
pub fn rereadable(paths: &[PathBuf]) -> Result<(), Problems> {
    if paths.iter().any(|path| is_stdin(path)) {
        return Err(Problem::new(Message::new("log-stdin-again")).into());
    }
    Ok(())
}

/// Looks for some couriers, block after block.
struct Finder<'a> {
    revocations: Revocations,
    /// The turn of the block that is looked at.
    turn: u64,
    wanted: &'a dyn Fn(&str, &str) -> bool,
    days: Days,
    fields: Vec<Range<usize>>,
    /// The number of the line that is looked at.
    line: u64,
    found: Vec<LogRow>,
    /// The layout of the log read last.
    layout: Option<Arc<Layout>>,
    seen_parcels: SeenParcels,
    batch: Batch,
    /// For each row of the block whose parcel counts once, its place in `found`, if it is the courier's.
    waiting: Vec<Option<usize>>,
}

impl Finder<'_> {
    fn block(&mut self, block: &Block, bytes: &[u8]) {
        if let Some(lines) = block.lines_before {
            self.line = lines + 1;
        }
        if self.layout.as_ref().is_none_or(|layout| !layout.reads_alike(&block.layout)) {
            self.days.forget();
        }
        self.layout = Some(Arc::clone(&block.layout));
        self.turn = block.ticket.unwrap_or_default();
        let mut fields = std::mem::take(&mut self.fields);
        let first = self.line;
        let lines = record::each(bytes, block.layout.delimiter, &mut fields, |lines, fields| {
            self.line = first + lines;
            if fields.len() == block.layout.width {
                // A row that cannot be read is passed over.
                let _ = self.rows(&block.layout, &Careful { bytes, fields });
            }
        });
        self.line = first + lines;
        self.fields = fields;
        if let Some(ticket) = block.ticket {
            for (found, is_first) in self.waiting.drain(..).zip(self.seen_parcels.enter(ticket, &mut self.batch)) {
                if let Some(found) = found.filter(|_| !is_first) {
                    self.found[found].fate = Fate::Duplicate;
                }
            }
            self.batch.clear();
        }
    }

    /// Takes a line: a row, or one for each of its days.
    fn rows(&mut self, layout: &Layout, line: &Careful<'_>) -> Result<(), Fault> {
        let Some(matrix) = &layout.matrix else { return self.row(layout, line, line) };
        for field in days::filled(layout, matrix, line) {
            let _ = DayRow::of(layout, matrix, line, field).and_then(|row| self.row(layout, &row, line));
        }
        Ok(())
    }

    /// Takes a row, where it is the courier's; where parcels count once, takes note of the numbers of all.
    fn row(&mut self, layout: &Layout, row: &impl Fields, line: &Careful<'_>) -> Result<(), Fault> {
        let status = layout.text(place::STATUS, row)?;
        let is_theirs = (self.wanted)(&cell::id(layout.text(place::COURIER, row)?), &status);
        if !is_theirs && layout.unique().is_none() {
            return Ok(());
        }
        let Self { days, batch, seen_parcels, revocations, turn, .. } = self;
        let standing = meaning::standing(layout, row);
        let number = |number: &str, when: When| {
            let stands = !revocations.follow(number, (when.day, when.first_at), (*turn, row.start(0)));
            if stands {
                batch.add(seen_parcels, number.as_bytes());
            }
            stands
        };
        let judged = judge(standing, layout, days, row, number)?;
        if layout.unique().is_some() && matches!(judged, Standing::Delivered(_)) {
            self.waiting.push(is_theirs.then_some(self.found.len()));
        }
        if !is_theirs {
            return Ok(());
        }
        let names = meaning::names(layout, row)?;
        // What was not delivered may leave open when, and how much.
        let open = |days: &mut Days| (days.read(layout, row).map(|when| when.day).ok(), parcels(layout, row).ok());
        let (fate, (date, parcels)) = match judged {
            Standing::NoRow(_) => return Ok(()),
            Standing::LeftOut => (Fate::LeftOut, open(days)),
            Standing::TakenBack => (Fate::TakenBack, open(days)),
            Standing::NotDelivered(_) => (Fate::NotDelivered, open(days)),
            Standing::Delivered((_, Delivery { when, parcels, .. })) => {
                (Fate::Counted, (Some(when.day), Some(parcels)))
            }
        };
        self.found.push(LogRow {
            courier: (&*names.courier).into(),
            file: Arc::clone(&layout.file),
            line: self.line,
            text: written(layout, line),
            date,
            company: (&*names.company).into(),
            area: (&*names.area).into(),
            service: (&*names.service).into(),
            parcels,
            status: (&*status).into(),
            fate,
        });
        Ok(())
    }
}

/// A row as it is written, as far as its first line goes.
fn written(layout: &Layout, row: &Careful<'_>) -> String {
    let (first, last) = (row.fields.first(), row.fields.last());
    let bytes = first.zip(last).map_or(&[][..], |(first, last)| &row.bytes[first.start..last.end]);
    layout.encoding.shown(bytes).lines().next().unwrap_or_default().to_string()
}

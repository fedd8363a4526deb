//! The reading of delivery logs: blocks to all cores, each core's counts into one tally.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use crossbeam_channel::{Receiver, Sender};

use crate::agreement::asked::DetailsAsked;
use crate::deliveries::count::counter::Counter;
use crate::deliveries::count::counts::{Counts, Unnamed};
use crate::deliveries::count::merge;
use crate::deliveries::count::partial::Partial;
use crate::deliveries::count::periods::Periods;
use crate::deliveries::count::revocations::Revocations;
use crate::deliveries::count::seen_parcels::{Batch, SeenParcels};
use crate::deliveries::count::tally::Tally;
use crate::deliveries::read::blocks::{BLOCK, BlockReader, Progress, ReadOptions};
use crate::deliveries::read::line_numbers::LineNumbers;
use crate::deliveries::read::rejected::{Finder, Rejected};
use crate::deliveries::read::rejects::{Rejects, Writer};
use crate::deliveries::read::{statuses, taken_back};
use crate::diagnostics::{Message, Problem, Problems};
use crate::tables::could_be;
use crate::tables::no_row::PassedOver;
use crate::units::Term;

/// What is to be read, and how.
pub struct Request<'a> {
    /// The logs, which together are one log; `-` is the standard input.
    pub paths: &'a [PathBuf],
    /// How they are to be read.
    pub options: ReadOptions<'a>,
    /// Where rows go that cannot be read. Without it, any of them ends the work.
    pub rejects: Option<Rejects<'a>>,
    /// How many threads count; as many as there are cores where this is not said. No figure depends on it.
    pub threads: Option<NonZeroUsize>,
    /// How many bytes are read at a time, 256 KiB where this is not said. No figure depends on it.
    pub block: Option<NonZeroUsize>,
    /// Told after each block how far the reading has come, by any of the threads.
    pub progress: &'a (dyn Fn(Progress) + Sync),
}

/// What was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The delivered parcels.
    pub tally: Tally,
    /// What became of the rows.
    pub summary: Summary,
    /// What the reader should know of how the columns were taken.
    pub notes: Vec<Message>,
    /// The logs that have no row; parts of a tally may have none.
    pub without_rows: Vec<Arc<str>>,
}

/// What became of the rows of a log: `read` is always the sum of `counted`, all of `not_delivered`, `left_out`, `taken_back`,
/// `duplicates` and `rejected`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// All rows of data; headings, totals and empty rows are none.
    pub read: u64,
    /// Rows in the tally.
    pub counted: u64,
    /// Rows that were not delivered, by their status.
    pub not_delivered: BTreeMap<Arc<str>, u64>,
    /// Rows that the map leaves out: a cell says none of the words that it wants there.
    pub left_out: u64,
    /// Rows whose parcel was taken back later, by the statuses that the map names.
    pub taken_back: u64,
    /// Rows whose parcel was counted before, by the number that the map names.
    pub duplicates: u64,
    /// Rows that could not be read.
    pub rejected: u64,
    /// Rows that are no rows of data, and not among those read.
    pub passed_over: PassedOver,
    /// Parcels in the tally.
    pub parcels: u64,
}

/// How many problems of rows are shown.
const SHOWN: usize = 20;

/// How many rejected rows are handed on at a time.
const BATCH: usize = 256;

/// Reads logs to a tally.
///
/// # Errors
/// Files that cannot be read or whose headings cannot be used; else, where there is nowhere to put them, the first
/// 20 rows that cannot be read in the order of files and lines, and last the number of all such rows.
pub fn read(request: Request<'_>) -> Result<Reading, Problems> {
    read_days(request, None, Term::default())
}

/// The same, where days that belong to one period are counted together: the tally has a row for each period, under its first
/// day with a parcel, and no times. Memory then grows with couriers × months, not with days. Only the days of the term are in
/// the tally; the summary speaks of all rows.
///
/// # Errors
/// Those of [`read`].
pub fn read_by_period(request: Request<'_>, periods: Periods, term: Term) -> Result<Reading, Problems> {
    read_days(request, Some(periods.apart(term)), term)
}

fn read_days(request: Request<'_>, periods: Option<Periods>, term: Term) -> Result<Reading, Problems> {
    let size = request.block.map_or(BLOCK, NonZeroUsize::get);
    let blocks = BlockReader::new(request.paths, request.options, size)?;
    let revocations = taken_back::revocations(request.paths, request.options, size, request.progress)?;
    let threads = request.threads.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get);
    let keep = if request.rejects.is_some() { usize::MAX } else { SHOWN };
    let mut sink = Sink::new(request.rejects)?;
    let asked = Arc::new(request.options.asked.cloned().unwrap_or_default());
    let (line_numbers, seen_parcels) = (LineNumbers::default(), SeenParcels::default());
    let shared = Shared {
        blocks: Mutex::new(blocks),
        line_numbers,
        seen_parcels,
        revocations,
        progress: request.progress,
        keep,
        periods,
        asked,
    };
    let counts: Vec<Counts> = thread::scope(|scope| {
        let (sender, receiver) = crossbeam_channel::bounded(2);
        let workers: Vec<_> = (0..threads)
            .map(|_| {
                let (sender, shared) = (sender.clone(), &shared);
                scope.spawn(move || shared.work(&sender))
            })
            .collect();
        drop(sender);
        sink.take_all(receiver);
        workers.into_iter().map(|worker| worker.join().expect("a worker stops only where it is told to")).collect()
    });
    let mut open = statuses::open(&counts, (request.paths, request.options), request.progress);
    open.extend(unnamed(&counts));
    match finish(shared, counts, sink, term) {
        Ok(read) if open.is_empty() => Ok(read),
        Ok(_) => Err(open),
        Err(problems) => Err(problems.into_iter().chain(open).collect()),
    }
}

/// What the workers share.
struct Shared<'a> {
    blocks: Mutex<BlockReader>,
    line_numbers: LineNumbers,
    seen_parcels: SeenParcels,
    revocations: Revocations,
    progress: &'a (dyn Fn(Progress) + Sync),
    keep: usize,
    /// How days are counted together; `None`: each for itself.
    periods: Option<Periods>,
    asked: Arc<DetailsAsked>,
}

impl Shared<'_> {
    fn work(&self, sender: &Sender<Vec<Rejected>>) -> Counts {
        let partial = Partial::new(self.periods.clone(), Arc::clone(&self.asked));
        let mut counter = Counter::new(&self.seen_parcels, &self.revocations, self.keep, partial);
        let (mut buffer, mut faulty) = (Vec::new(), Vec::new());
        loop {
            let next = self.blocks.lock().unwrap_or_else(PoisonError::into_inner).next(&mut buffer);
            let Some((block, progress)) = next else { break };
            let bytes = &buffer[..block.end];
            let lines = counter.block(&block.layout, block.ticket, bytes, &mut faulty);
            if !faulty.is_empty() {
                let mut finder = Finder::new(&block.layout, bytes, block.offset, self.line_numbers.first_line(&block));
                for batch in faulty.chunks(BATCH) {
                    // Where no one takes them any more, the reason is known there.
                    let _ = sender.send(batch.iter().map(|faulty| finder.find(*faulty)).collect());
                }
                faulty.clear();
            }
            self.line_numbers.done(&block, lines);
            (self.progress)(progress);
        }
        counter.counts
    }
}

/// Takes the rows that could not be read, in their order.
enum Sink<'a> {
    /// Keeps the problems of the first.
    Shown(Problems),
    /// Writes them all.
    Written(Box<Writer<'a>>),
    /// Could not.
    Failed(Problem),
}

impl<'a> Sink<'a> {
    fn new(rejects: Option<Rejects<'a>>) -> Result<Self, Problem> {
        rejects.map_or(Ok(Self::Shown(Vec::new())), |rejects| {
            Writer::new(rejects).map(|writer| Self::Written(Box::new(writer)))
        })
    }

    fn take_all(&mut self, receiver: Receiver<Vec<Rejected>>) {
        for rows in receiver {
            match self {
                Self::Shown(problems) => {
                    for Rejected { problem, .. } in rows {
                        // What is wrong with a line is so of each of its days.
                        if problems.len() < SHOWN && problems.last() != Some(&problem) {
                            problems.push(problem);
                        }
                    }
                }
                Self::Written(writer) => {
                    if let Err(problem) = writer.write(&rows) {
                        *self = Self::Failed(problem);
                    }
                }
                Self::Failed(_) => return,
            }
        }
    }
}

fn finish(shared: Shared<'_>, counts: Vec<Counts>, sink: Sink<'_>, term: Term) -> Result<Reading, Problems> {
    let blocks = shared.blocks.into_inner().unwrap_or_else(PoisonError::into_inner);
    let tickets = blocks.tickets();
    let mut fatal = blocks.problems;
    if let Some(endless) = blocks.endless {
        fatal.push(endless.problem(shared.line_numbers.next_line()));
    }
    if !fatal.is_empty() {
        return Err(fatal);
    }
    let returned = returned(&counts, &shared.seen_parcels, tickets);
    let has_rows =
        |file: &Arc<str>| counts.iter().any(|counts| counts.of_files.get(file).is_some_and(|rows| *rows > 0));
    let without_rows = blocks.begun.iter().filter(|file| !has_rows(file)).cloned().collect();
    let (summary, tally) = sum(counts, term);
    match sink {
        Sink::Shown(problems) if problems.is_empty() => {}
        Sink::Shown(mut problems) => {
            problems.push(Problem::new(Message::new("log-problems-in-all").count("count", summary.rejected)));
            return Err(problems);
        }
        Sink::Written(writer) => writer.finish()?,
        Sink::Failed(problem) => return Err(problem.into()),
    }
    // Of a workbook it is told by its sheet.
    let is_told =
        |full: &Message| blocks.notes.iter().any(|note| note.id == full.id && note.args.last() == full.args.first());
    let full = shared.line_numbers.full().into_iter().filter(|note| !is_told(note));
    let notes = blocks.notes.iter().cloned().chain(full).chain(returned).collect();
    Ok(Reading { tally, summary, notes, without_rows })
}

/// Tells of parcels that count although they came back, by their status in another row.
fn returned(counts: &[Counts], seen: &SeenParcels, ticket: u64) -> Option<Message> {
    let numbers: BTreeSet<&str> = counts.iter().flat_map(|counts| &counts.returned).map(|number| &**number).collect();
    let mut batch = Batch::default();
    for number in &numbers {
        batch.add(seen, number.as_bytes());
    }
    let is_first = seen.enter(ticket, &mut batch);
    let (first, _) = numbers.iter().zip(is_first).find(|(_, is_first)| !**is_first)?;
    let again = is_first.iter().filter(|is_first| !**is_first).count() as u64;
    Some(Message::new("log-returned").count("parcels", again).with("first", *first))
}

/// Columns that nobody has named, of which the first rows said nothing and a later one does.
fn unnamed(counts: &[Counts]) -> Problems {
    let mut unnamed = BTreeMap::new();
    for ((file, field), found) in counts.iter().flat_map(|counts| &counts.unnamed) {
        unnamed.entry((file, field)).or_insert(found);
    }
    let problem = |found: &Unnamed| {
        could_be::problem(found.what, &found.heading, [&*found.cell].into_iter()).at(found.place.clone())
    };
    unnamed.into_values().map(problem).collect()
}

fn sum(counts: Vec<Counts>, term: Term) -> (Summary, Tally) {
    let mut summary = Summary::default();
    let mut partial = None;
    for counts in counts {
        summary.read += counts.read;
        summary.counted += counts.counted;
        summary.left_out += counts.left_out;
        summary.taken_back += counts.taken_back;
        summary.duplicates += counts.duplicates;
        summary.rejected += counts.rejected;
        summary.passed_over.totals += counts.passed_over.totals;
        summary.passed_over.headings += counts.passed_over.headings;
        summary.parcels = summary.parcels.saturating_add(counts.parcels);
        for (number, rows) in (0..).zip(&counts.not_delivered) {
            *summary.not_delivered.entry(Arc::clone(counts.statuses.name(number))).or_default() += rows;
        }
        match &mut partial {
            None => partial = Some(counts.partial),
            Some(partial) => partial.merge(&counts.partial),
        }
    }
    (summary, merge::tally(&partial.unwrap_or_default(), term))
}

//! The logs, block by block: one reader at a time takes the next, cut where a record ends.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::vec;

use crate::agreement::asked::DetailsAsked;
use crate::deliveries::read::endless::Endless;
use crate::deliveries::read::header;
use crate::deliveries::read::layouts::layout_of;
use crate::deliveries::read::one_log::{Filled, LONGEST, Log, Said};
use crate::deliveries::row::layout::Layout;
use crate::diagnostics::{Message, Problem, Problems};
use crate::files::encoding::Stated;
use crate::files::{input, named};
use crate::tables::columns::trimmed;
use crate::tables::headings::Input;
use crate::tables::map::part::{LogLayout, Map};
use crate::units::Month;

/// How many bytes are read at a time: small enough that a block stays in a core's own cache.
pub(crate) const BLOCK: usize = 1 << 18;

/// A stretch of one log that holds whole records.
#[derive(Debug)]
pub(crate) struct Block {
    /// Counted from 0 over all logs.
    pub number: u64,
    /// Counted from 0 over the blocks of all logs whose parcels count once; `None` for those of other logs.
    pub ticket: Option<u64>,
    pub layout: Arc<Layout>,
    /// Where its records end in the buffer, which begins with them.
    pub end: usize,
    /// How many bytes of the log's text, its byte order mark included, lie before them.
    pub offset: u64,
    /// For the first block of a log, how many lines stand before it.
    pub lines_before: Option<u64>,
}

/// How far the reading has come, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Read so far.
    pub read: u64,
    /// All there is, where that is known (not of a pipe).
    pub total: Option<u64>,
}

/// How logs are to be read, as far as someone has said it.
#[derive(Clone, Copy, Debug, Default)]
pub struct ReadOptions<'a> {
    /// How all logs are written that have no byte order mark; found by looking at each where this is not said.
    pub encoding: Option<Stated>,
    /// How their columns are to be taken; without it, by their headings.
    pub map: Option<&'a Map>,
    /// The statuses of rows that count, in place of those of the map or of the usual ones.
    pub delivered: Option<&'a [String]>,
    /// The month of logs with one column a day that do not say it.
    pub month: Option<Month>,
    /// What is asked of their rows beside names and parcels; `None`: nothing.
    pub asked: Option<&'a DetailsAsked>,
}

/// All logs, in the order in which they were named.
pub(crate) struct BlockReader {
    paths: vec::IntoIter<PathBuf>,
    encoding: Option<Stated>,
    said: Said,
    layouts: Vec<LogLayout>,
    size: usize,
    open: Option<Log>,
    next: u64,
    next_ticket: u64,
    /// How many bytes the logs have that are done.
    done: u64,
    total: Option<u64>,
    /// The logs whose headings were read, but for parts of a tally.
    pub begun: Vec<Arc<str>>,
    /// What ends the work: files that cannot be read, headings that cannot be used.
    pub problems: Problems,
    /// A record that does not end, in what would be the next block.
    pub endless: Option<Endless>,
    pub notes: Vec<Message>,
}

impl BlockReader {
    /// Of these logs, read about `size` bytes at a time.
    ///
    /// # Errors
    /// All logs that do not exist.
    pub(crate) fn new(paths: &[PathBuf], options: ReadOptions<'_>, size: usize) -> Result<Self, Problems> {
        let (mut total, mut problems, mut notes, mut tables) = (Some(0), Problems::new(), Vec::new(), Vec::new());
        for path in paths {
            match named::tables(path) {
                Ok(found) => {
                    notes.extend(named::note_of(path, &found));
                    tables.extend(found);
                }
                Err(problem) => {
                    problems.push(problem);
                    continue;
                }
            }
            for file in named::files(path).unwrap_or_default() {
                match input::size(&file) {
                    Ok(size) => total = total.zip(size).map(|(total, size): (u64, u64)| total.saturating_add(size)),
                    Err(problem) => problems.push(problem),
                }
            }
        }
        let part = options.map.and_then(|map| map.part(Input::Log)).cloned();
        let delivered = options.delivered.map(|words| words.iter().map(|word| trimmed(word).to_string()).collect());
        let reader = Self {
            paths: tables.into_iter(),
            encoding: options.encoding.or(part.as_ref().and_then(|part| part.encoding)),
            layouts: options.map.map(|map| map.layouts.clone()).unwrap_or_default(),
            said: Said {
                part,
                delivered,
                month: options.month,
                asked: Arc::new(options.asked.cloned().unwrap_or_default()),
            },
            size: size.min(LONGEST),
            open: None,
            next: 0,
            next_ticket: 0,
            done: 0,
            total,
            begun: Vec::new(),
            problems,
            endless: None,
            notes,
        };
        if reader.problems.is_empty() { Ok(reader) } else { Err(reader.problems) }
    }

    /// The next block, its bytes in `buffer`; `None` after the last, or where the rest cannot be read.
    pub(crate) fn next(&mut self, buffer: &mut Vec<u8>) -> Option<(Block, Progress)> {
        while self.endless.is_none() {
            if self.open.is_none() {
                let path = self.paths.next()?;
                match self.opened(&path) {
                    Ok(log) => self.open = Some(log),
                    Err(problem) => self.problems.push(header::with_all_sheets(problem)),
                }
                continue;
            }
            let log = self.open.as_mut()?;
            let size = if log.layout.is_some() { self.size } else { LONGEST };
            // The encoding may be known only now: before any of it is cut further, it has to go with the delimiter.
            let filled = log
                .fill(buffer, size)
                .and_then(|filled| header::cuttable(&log.stream.name, log.encoding(), log.delimiter).map(|()| filled));
            let end = match filled {
                Ok(Filled::Whole(end)) => end,
                Ok(Filled::Endless(end)) => {
                    let is_last = log.is_over();
                    let log = (&log.stream.name, log.lines_before, log.encoding(), log.delimiter);
                    self.endless = Some(Endless::new(log, &buffer[..end], is_last));
                    return None;
                }
                Err(problem) => {
                    self.problems.push(problem);
                    self.close();
                    continue;
                }
            };
            if log.layout.is_none() {
                self.begin(&buffer[..end]);
                continue;
            }
            let offset = log.offset;
            log.offset += end as u64;
            log.settle(&mut self.notes);
            // Once something ends the work, the other logs are looked into for the same only.
            let useless = log.layout.is_some() && !self.problems.is_empty();
            let block = log.layout.as_ref().filter(|_| end > 0 && !useless).map(|layout| Block {
                number: self.next,
                ticket: layout.unique().map(|_| self.next_ticket),
                layout: Arc::clone(layout),
                end,
                offset: offset + log.stream.mark() as u64,
                lines_before: log.lines_before.take(),
            });
            let read = self.done + log.stream.taken();
            if useless || log.is_over() {
                self.close();
            }
            if let Some(block) = block {
                self.next += 1;
                self.next_ticket += u64::from(block.ticket.is_some());
                return Some((block, Progress { read, total: self.total }));
            }
        }
        None
    }

    /// Opens a log, as its layout has it.
    fn opened(&self, path: &Path) -> Result<Log, Problem> {
        let mut said = self.said.clone();
        let mut encoding = self.encoding;
        if !self.layouts.is_empty() {
            let part = layout_of(path, &self.layouts, encoding)?;
            encoding = encoding.or(part.encoding);
            said.part = Some(part);
        }
        Log::new(input::open(path, encoding)?, said)
    }

    /// Reads the headings of the open log, and closes it where that is all.
    fn begin(&mut self, bytes: &[u8]) {
        let Some(log) = self.open.as_mut() else { return };
        let begun = log.begin(bytes, &mut self.notes);
        let own = log.layout.as_ref().filter(|layout| !layout.is_tally());
        self.begun.extend(own.map(|layout| Arc::clone(&layout.file)));
        if begun.is_err() || log.is_over() {
            self.problems.extend(begun.err().into_iter().flatten());
            self.close();
        }
    }

    /// How many blocks were handed out whose parcels count once.
    pub(crate) fn tickets(&self) -> u64 {
        self.next_ticket
    }

    /// Goes on to the next log.
    fn close(&mut self) {
        self.done += self.open.take().map_or(0, |log| log.stream.taken());
    }
}

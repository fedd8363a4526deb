//! The logs, block by block: one reader at a time takes the next, cut where a record ends.

use std::io::{ErrorKind, Read};
use std::path::PathBuf;
use std::sync::Arc;
use std::vec;

use crate::deliveries::csv::{record, split};
use crate::deliveries::read::endless::Endless;
use crate::deliveries::read::header;
use crate::deliveries::read::header::Header;
use crate::deliveries::row::layout::{Layout, Named};
use crate::diagnostics::{Message, Problem, Problems};
use crate::files::encoding::{Encoding, Stated};
use crate::files::input::Stream;
use crate::files::{failure, input, quotes};
use crate::tables::columns::trimmed;
use crate::tables::delimiter;
use crate::tables::headings::Input;
use crate::tables::map::part::{Map, Part};

/// How many bytes are read at a time: small enough that a block stays in a core's own cache.
pub(crate) const BLOCK: usize = 1 << 18;

/// No record is longer than this, in bytes, and no block much longer. What looks longer is a quote that was never
/// closed, which would swallow the rest of the log.
const LONGEST: usize = 1 << 20;

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
    /// The times of the day, in seconds since midnight and in order, by which parcels are to be told apart.
    pub slices: &'a [u32],
}

/// All logs, in the order in which they were named.
pub(crate) struct BlockReader {
    paths: vec::IntoIter<PathBuf>,
    encoding: Option<Stated>,
    part: Option<Arc<Part>>,
    delivered: Option<Arc<[String]>>,
    size: usize,
    open: Option<Log>,
    next: u64,
    next_ticket: u64,
    /// How many bytes the logs have that are done.
    done: u64,
    total: Option<u64>,
    /// What ends the work: files that cannot be read, headings that cannot be used.
    pub problems: Problems,
    /// A record that does not end, in what would be the next block.
    pub endless: Option<Endless>,
    pub notes: Vec<Message>,
}

/// The log that is being read.
struct Log {
    stream: Stream,
    /// What was read and not handed out yet.
    rest: Vec<u8>,
    delimiter: u8,
    part: Option<Arc<Part>>,
    delivered: Option<Arc<[String]>>,
    is_read: bool,
    /// How many bytes of its text were handed out.
    offset: u64,
    layout: Option<Arc<Layout>>,
    lines_before: Option<u64>,
    /// Whether the encoding that it was found to have was told.
    is_named: bool,
}

/// What filling a buffer comes to.
enum Filled {
    /// So many bytes of whole records.
    Whole(usize),
    /// A record in so many bytes that does not end.
    Endless(usize),
}

impl BlockReader {
    /// Of these logs, read about `size` bytes at a time.
    ///
    /// # Errors
    /// All logs that do not exist.
    pub(crate) fn new(paths: &[PathBuf], options: ReadOptions<'_>, size: usize) -> Result<Self, Problems> {
        let (mut total, mut problems, mut notes, mut tables) = (Some(0), Problems::new(), Vec::new(), Vec::new());
        for path in paths {
            match input::tables(path) {
                Ok(found) => {
                    notes.extend(input::note_of(path, &found));
                    tables.extend(found);
                }
                Err(problem) => {
                    problems.push(problem);
                    continue;
                }
            }
            match input::size(path) {
                Ok(size) => total = total.zip(size).map(|(total, size): (u64, u64)| total.saturating_add(size)),
                Err(problem) => problems.push(problem),
            }
        }
        let part = options.map.and_then(|map| map.part(Input::Log)).cloned();
        let delivered = options.delivered.map(|words| words.iter().map(|word| trimmed(word).to_string()).collect());
        let reader = Self {
            paths: tables.into_iter(),
            encoding: options.encoding.or(part.as_ref().and_then(|part| part.encoding)),
            part,
            delivered,
            size: size.min(LONGEST),
            open: None,
            next: 0,
            next_ticket: 0,
            done: 0,
            total,
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
                let stream = input::open(&self.paths.next()?, self.encoding);
                match stream.and_then(|stream| Log::new(stream, self.part.clone(), self.delivered.clone())) {
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
                    let log = (&log.stream.name, log.lines_before, log.encoding(), log.delimiter);
                    self.endless = Some(Endless::new(log, &buffer[..end]));
                    return None;
                }
                Err(problem) => {
                    self.problems.push(problem);
                    self.close();
                    continue;
                }
            };
            if log.layout.is_none() {
                if let Err(problems) = log.begin(&buffer[..end], &mut self.notes) {
                    self.problems.extend(problems);
                    self.close();
                } else if log.is_over() {
                    self.close();
                }
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

    /// Goes on to the next log.
    fn close(&mut self) {
        self.done += self.open.take().map_or(0, |log| log.stream.taken());
    }
}

impl Log {
    fn new(stream: Stream, part: Option<Arc<Part>>, delivered: Option<Arc<[String]>>) -> Result<Self, Problem> {
        let said = part.as_ref().map_or(b',', |part| part.delimiter);
        let delimiter = if stream.is_sheet { b',' } else { said };
        let mut log = Self {
            stream,
            rest: Vec::new(),
            delimiter,
            part,
            delivered,
            is_read: false,
            offset: 0,
            layout: None,
            lines_before: Some(0),
            is_named: false,
        };
        log.skip(log.part.as_ref().and_then(|part| part.skip).unwrap_or(0))?;
        log.find_delimiter()?;
        Ok(log)
    }

    /// Passes over so many lines, whatever stands in them.
    fn skip(&mut self, lines: u64) -> Result<(), Problem> {
        let mut piece = vec![0; PIECE];
        let (mut passed, mut looked_at) = (0, 0);
        while passed < lines {
            if let Some(end) = memchr::memchr(b'\n', &self.rest[looked_at..]) {
                looked_at += end + 1;
                passed += 1;
            } else if self.is_read {
                looked_at = self.rest.len();
                break;
            } else {
                looked_at = self.rest.len();
                let count = self.read(&mut piece)?;
                self.rest.extend_from_slice(&piece[..count]);
            }
        }
        self.rest.drain(..looked_at);
        self.offset = looked_at as u64;
        self.lines_before = Some(passed);
        Ok(())
    }

    /// Looks at the beginning for what stands between the cells, and passes over the line that says it.
    fn find_delimiter(&mut self) -> Result<(), Problem> {
        let part = self.part.clone();
        if self.stream.is_sheet || part.as_ref().is_some_and(|part| part.has_no_headings()) {
            return Ok(());
        }
        let mut piece = vec![0; PIECE];
        while self.rest.len() < delimiter::LOOKED_AT && !self.is_read {
            let count = self.read(&mut piece)?;
            self.rest.extend_from_slice(&piece[..count]);
        }
        let fits = |row: &[String]| header::fits(part.as_deref(), row);
        let found = delimiter::of(&self.encoding().shown(&self.rest), self.delimiter, fits);
        self.delimiter = found.by;
        self.rest.drain(..found.said_in);
        self.offset += found.said_in as u64;
        self.lines_before = self.lines_before.map(|lines| lines + u64::from(found.said_in > 0));
        Ok(())
    }

    /// Reads what comes next; nothing at the end.
    fn read(&mut self, into: &mut [u8]) -> Result<usize, Problem> {
        loop {
            match self.stream.read(into) {
                Ok(count) => {
                    self.is_read = count == 0;
                    return Ok(count);
                }
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(failure::unreadable(&self.stream.name, &error)),
            }
        }
    }

    /// Takes back what was read too far.
    fn put_back(&mut self, bytes: &[u8]) {
        self.rest.splice(..0, bytes.iter().copied());
    }

    /// How its text is written, as far as that is known.
    fn encoding(&self) -> Encoding {
        self.stream.encoding().unwrap_or(Encoding::Utf8)
    }

    /// Takes note of the encoding, which may be known only now that some text beyond ASCII was read.
    fn settle(&mut self, notes: &mut Vec<Message>) {
        let encoding = self.encoding();
        if let Some(layout) = self.layout.as_mut().filter(|layout| layout.encoding != encoding) {
            *layout = Arc::new(layout.written_in(encoding));
        }
        if encoding != Encoding::Utf8 && self.stream.is_guessed() && !self.is_named {
            self.is_named = true;
            let note = Message::new("log-read-as").with("file", &*self.stream.name);
            notes.push(note.with("encoding", encoding.name()));
        }
    }

    /// Whether everything was handed out.
    fn is_over(&self) -> bool {
        self.is_read && self.rest.is_empty()
    }

    /// Fills the buffer up to `size` or, where not even one record ends there, as far as it takes.
    fn fill(&mut self, buffer: &mut Vec<u8>, size: usize) -> Result<Filled, Problem> {
        let (mut wanted, mut filled) = (size, 0);
        loop {
            if buffer.len() < wanted {
                buffer.resize(wanted, 0);
            }
            let held = self.rest.len().min(wanted - filled);
            buffer[filled..filled + held].copy_from_slice(&self.rest[..held]);
            self.rest.drain(..held);
            filled += held;
            while filled < wanted && !self.is_read {
                filled += self.read(&mut buffer[filled..wanted])?;
            }
            let is_last = self.is_read && self.rest.is_empty();
            let end = if is_last { Some(filled) } else { split::last_end(&buffer[..filled], self.delimiter) };
            if is_last && quotes::left_open(&buffer[..filled], self.delimiter).is_some() {
                return Ok(Filled::Endless(filled));
            }
            if let Some(end) = end {
                self.put_back(&buffer[end..filled]);
                return Ok(Filled::Whole(end));
            }
            if filled >= LONGEST {
                return Ok(Filled::Endless(filled));
            }
            wanted = filled * 2;
        }
    }

    /// Reads the headings, and takes back what was read beyond them.
    fn begin(&mut self, bytes: &[u8], notes: &mut Vec<Message>) -> Result<(), Problems> {
        notes.append(&mut self.stream.notes);
        let taken = self.headings(bytes, notes)?;
        self.put_back(&bytes[taken..]);
        self.settle(notes);
        Ok(())
    }

    /// Where the rows begin: after the headings. Reads those, unless there are only blank lines so far.
    fn headings(&mut self, bytes: &[u8], notes: &mut Vec<Message>) -> Result<usize, Problems> {
        let lines_before = self.lines_before.unwrap_or(0);
        let named = Named {
            name: Arc::clone(&self.stream.name),
            encoding: self.encoding(),
            offset: self.stream.mark() as u64 + self.offset,
            delimiter: self.delimiter,
            part: self.part.clone(),
            is_known: false,
            delivered: self.delivered.clone(),
        };
        let found = Header { named, bytes, lines_before }.read(notes)?;
        let end = found.as_ref().map_or(bytes.len(), |found| found.end);
        if found.is_none() && self.is_over() {
            return Err(Problem::new(Message::new("log-empty").with("file", &*self.stream.name)).into());
        }
        if let Some(found) = &found {
            let note = header::problem_rows(&found.layout, &bytes[found.end..]);
            notes.extend(note.filter(|note| !notes.contains(note)).into_iter().collect::<Vec<_>>());
        }
        self.layout = found.map(|found| Arc::new(found.layout));
        self.lines_before = Some(lines_before + record::line_ends(&bytes[..end]));
        self.offset += end as u64;
        Ok(end)
    }
}

/// How many bytes are read at a time while lines are passed over.
const PIECE: usize = 1 << 12;

//! The logs, block by block: one reader at a time takes the next, cut where a record ends.

use std::io::ErrorKind;
use std::io::Read;
use std::path::Path;
use std::path::PathBuf;
use std::slice;
use std::sync::Arc;

use crate::deliveries::cut;
use crate::deliveries::layout::Layout;
use crate::deliveries::layout::Named;
use crate::deliveries::read::Progress;
use crate::deliveries::record;
use crate::source::Message;
use crate::source::Problem;
use crate::source::Problems;
use crate::source::encoding::Encoding;
use crate::source::encoding::Stated;
use crate::source::input;
use crate::source::input::Stream;

/// No record is longer than this, in bytes, and no block much longer. What looks longer is a quote that was never
/// closed, which would swallow the rest of the log.
const LONGEST: usize = 1 << 20;

/// A stretch of one log that holds whole records.
#[derive(Debug)]
pub(super) struct Block {
    /// Counted from 0 over all logs.
    pub number: u64,
    pub layout: Arc<Layout>,
    /// Where its records stand in the buffer.
    pub start: usize,
    pub end: usize,
    /// How many bytes of the log's text, its byte order mark included, lie before them.
    pub offset: u64,
    /// For the first block of a log, how many lines stand before it.
    pub lines_before: Option<u64>,
}

/// All logs, in the order in which they were named.
pub(super) struct Feed<'a> {
    paths: slice::Iter<'a, PathBuf>,
    encoding: Option<Stated>,
    size: usize,
    open: Option<Log>,
    next: u64,
    /// How many bytes the logs have that are done.
    done: u64,
    total: Option<u64>,
    /// What ends the work: files that cannot be read, headings that cannot be used.
    pub problems: Problems,
    /// A record that does not end, with which the next block would begin: its file and, where that is the first of it,
    /// how many lines stand before.
    pub endless: Option<(Arc<str>, Option<u64>)>,
    pub notes: Vec<Message>,
}

/// The log that is being read.
struct Log {
    stream: Stream,
    /// The beginning of a record, of which the rest was not read yet.
    rest: Vec<u8>,
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
    /// A record longer than any.
    Endless,
}

impl<'a> Feed<'a> {
    /// Of these logs, written as stated, read about `size` bytes at a time.
    ///
    /// # Errors
    /// All logs that do not exist.
    pub(super) fn new(paths: &'a [PathBuf], encoding: Option<Stated>, size: usize) -> Result<Self, Problems> {
        let (mut total, mut problems) = (Some(0), Problems::new());
        for path in paths {
            match input::size(path) {
                Ok(size) => total = total.zip(size).map(|(total, size): (u64, u64)| total.saturating_add(size)),
                Err(problem) => problems.push(problem),
            }
        }
        let feed = Self {
            paths: paths.iter(),
            encoding,
            size: size.min(LONGEST),
            open: None,
            next: 0,
            done: 0,
            total,
            problems,
            endless: None,
            notes: Vec::new(),
        };
        if feed.problems.is_empty() { Ok(feed) } else { Err(feed.problems) }
    }

    /// The next block, its bytes in `buffer`; `None` after the last, or where the rest cannot be read.
    pub(super) fn next(&mut self, buffer: &mut Vec<u8>) -> Option<(Block, Progress)> {
        while self.endless.is_none() {
            if self.open.is_none() {
                match Log::open(self.paths.next()?, self.encoding) {
                    Ok(log) => self.open = Some(log),
                    Err(problem) => self.problems.push(problem),
                }
                continue;
            }
            let log = self.open.as_mut()?;
            let filled = log.fill(buffer, self.size);
            let end = match filled {
                Ok(Filled::Whole(end)) => end,
                Ok(Filled::Endless) => {
                    self.endless = Some((Arc::clone(&log.stream.name), log.lines_before));
                    return None;
                }
                Err(problem) => {
                    self.problems.push(problem);
                    self.close();
                    continue;
                }
            };
            let offset = log.offset;
            let start = match log.after_headings(&buffer[..end], &mut self.notes) {
                Ok(start) => start,
                Err(problems) => {
                    self.problems.extend(problems);
                    self.close();
                    continue;
                }
            };
            log.offset += end as u64;
            log.settle(&mut self.notes);
            // Once something ends the work, the other logs are looked into for the same only.
            let useless = log.layout.is_some() && !self.problems.is_empty();
            let block = log.layout.as_ref().filter(|_| start < end && !useless).map(|layout| Block {
                number: self.next,
                layout: Arc::clone(layout),
                start,
                end,
                offset: offset + (log.stream.mark() + start) as u64,
                lines_before: log.lines_before.take(),
            });
            let read = self.done + log.stream.taken();
            if useless || log.is_over() {
                self.close();
            }
            if let Some(block) = block {
                self.next += 1;
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
    fn open(path: &Path, encoding: Option<Stated>) -> Result<Self, Problem> {
        let stream = input::open(path, encoding)?;
        Ok(Self {
            stream,
            rest: Vec::new(),
            is_read: false,
            offset: 0,
            layout: None,
            lines_before: Some(0),
            is_named: false,
        })
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
        let mut wanted = size.max(self.rest.len() + 1);
        let mut filled = self.rest.len();
        if buffer.len() < wanted {
            buffer.resize(wanted, 0);
        }
        buffer[..filled].copy_from_slice(&self.rest);
        self.rest.clear();
        loop {
            while filled < wanted && !self.is_read {
                match self.stream.read(&mut buffer[filled..wanted]) {
                    Ok(0) => self.is_read = true,
                    Ok(count) => filled += count,
                    Err(error) if error.kind() == ErrorKind::Interrupted => {}
                    Err(error) => return Err(input::unreadable(&self.stream.name, &error)),
                }
            }
            let end = if self.is_read { Some(filled) } else { cut::last_end(&buffer[..filled]) };
            if let Some(end) = end {
                self.rest.extend_from_slice(&buffer[end..filled]);
                return Ok(Filled::Whole(end));
            }
            if filled >= LONGEST {
                return Ok(Filled::Endless);
            }
            wanted = filled * 2;
            buffer.resize(wanted, 0);
        }
    }

    /// Where the rows begin; before that the headings are read, if they were not yet.
    fn after_headings(&mut self, bytes: &[u8], notes: &mut Vec<Message>) -> Result<usize, Problems> {
        if self.layout.is_some() {
            return Ok(0);
        }
        let lines = self.lines_before.unwrap_or(0);
        let mut fields = Vec::new();
        let Some(end) = record::fields(bytes, 0, &mut fields) else {
            if self.is_over() {
                return Err(Problem::new(Message::new("log-empty").with("file", &*self.stream.name)).into());
            }
            self.lines_before = Some(lines + record::line_ends(bytes));
            return Ok(bytes.len());
        };
        let start = fields.first().map_or(0, |field| field.start);
        let number = lines + record::line_ends(&bytes[..start]) + 1;
        let shifted: Vec<_> = fields.iter().map(|field| field.start - start..field.end - start).collect();
        let offset = (self.stream.mark() + start) as u64 + self.offset;
        let named = Named { name: Arc::clone(&self.stream.name), encoding: self.encoding(), offset };
        let layout = Layout::new(&named, number, &bytes[start..end], &shifted, notes)?;
        self.layout = Some(Arc::new(layout));
        self.lines_before = Some(lines + record::line_ends(&bytes[..end]));
        Ok(end)
    }
}

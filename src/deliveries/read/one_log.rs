//! One log while it is read: its beginning, its headings, and then its text in stretches of whole records.

use std::io::{ErrorKind, Read};
use std::sync::Arc;

use crate::agreement::asked::DetailsAsked;
use crate::deliveries::csv::{record, split};
use crate::deliveries::read::header;
use crate::deliveries::read::header::Header;
use crate::deliveries::row::layout::Layout;
use crate::deliveries::row::named::Named;
use crate::diagnostics::{Message, Problem, Problems};
use crate::files::encoding::Encoding;
use crate::files::input::Stream;
use crate::files::{failure, quotes};
use crate::tables::delimiter;
use crate::tables::map::part::Part;
use crate::units::Month;

/// No record is longer than this, in bytes, and no block much longer. What looks longer is a quote that was never
/// closed, which would swallow the rest of the log.
pub(crate) const LONGEST: usize = 1 << 20;

/// What someone has said of all logs.
#[derive(Clone, Debug, Default)]
pub(crate) struct Said {
    /// A map.
    pub part: Option<Arc<Part>>,
    /// The statuses that count.
    pub delivered: Option<Arc<[String]>>,
    /// The month of logs that do not say it.
    pub month: Option<Month>,
    /// What is asked of their rows beside names and parcels.
    pub asked: Arc<DetailsAsked>,
}

/// The log that is being read.
pub(crate) struct Log {
    pub stream: Stream,
    /// What was read and not handed out yet.
    rest: Vec<u8>,
    pub delimiter: u8,
    said: Said,
    is_read: bool,
    /// How many bytes of its text were handed out.
    pub offset: u64,
    pub layout: Option<Arc<Layout>>,
    pub lines_before: Option<u64>,
    /// Whether the encoding that it was found to have was told.
    is_named: bool,
}

/// What filling a buffer comes to.
pub(crate) enum Filled {
    /// So many bytes of whole records.
    Whole(usize),
    /// A record in so many bytes that does not end.
    Endless(usize),
}

impl Log {
    /// Opens the log, up to where its headings may begin.
    ///
    /// # Errors
    /// That it cannot be read.
    pub(crate) fn new(stream: Stream, said: Said) -> Result<Self, Problem> {
        let by_map = said.part.as_ref().map_or(b',', |part| part.delimiter);
        let delimiter = if stream.is_sheet { b',' } else { by_map };
        let mut log = Self {
            stream,
            rest: Vec::new(),
            delimiter,
            said,
            is_read: false,
            offset: 0,
            layout: None,
            lines_before: Some(0),
            is_named: false,
        };
        log.skip(log.said.part.as_ref().and_then(|part| part.skip).unwrap_or(0))?;
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
        let part = self.said.part.clone();
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
        let mut rest = bytes.to_vec();
        rest.append(&mut self.rest);
        self.rest = rest;
    }

    /// How its text is written, as far as that is known.
    pub(crate) fn encoding(&self) -> Encoding {
        self.stream.encoding().unwrap_or(Encoding::Utf8)
    }

    /// Takes note of the encoding, which may be known only now that some text beyond ASCII was read.
    pub(crate) fn settle(&mut self, notes: &mut Vec<Message>) {
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
    pub(crate) fn is_over(&self) -> bool {
        self.is_read && self.rest.is_empty()
    }

    /// Fills the buffer up to `size` or, where not even one record ends there, as far as it takes.
    pub(crate) fn fill(&mut self, buffer: &mut Vec<u8>, size: usize) -> Result<Filled, Problem> {
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
    pub(crate) fn begin(&mut self, bytes: &[u8], notes: &mut Vec<Message>) -> Result<(), Problems> {
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
            part: self.said.part.clone(),
            is_known: false,
            month: self.said.month,
            asked: Arc::clone(&self.said.asked),
            above: String::new(),
            delivered: self.said.delivered.clone(),
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

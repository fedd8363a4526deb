//! How a log begins: with lines that say nothing to us, perhaps, and then its headings, by which its layout is known.

use std::ops::Range;
use std::sync::Arc;

use crate::deliveries::csv::record;
use crate::deliveries::read::first_rows::FirstRows;
use crate::deliveries::row::columns::{COLUMNS, PROBLEM_ROWS};
use crate::deliveries::row::layout::Layout;
use crate::deliveries::row::named::Named;
use crate::deliveries::row::{cell, line};
use crate::diagnostics::message::Arg;
use crate::diagnostics::{Message, Place, Problem, Problems};
use crate::files::encoding::Encoding;
use crate::tables::columns;
use crate::tables::map::layouts::KnownLayout;
use crate::tables::map::part::{Cell, Part};

/// So many lines of a log are looked through for its headings.
const LOOKED_THROUGH: usize = 10;

/// From this byte on, one may be the second half of a Chinese character in GB18030.
const FIRST_TRAIL: u8 = 0x40;

/// The beginning of a log.
pub(crate) struct Header<'a> {
    /// What is known of the log; its offset is that of the bytes.
    pub named: Named,
    pub bytes: &'a [u8],
    /// How many lines stand before them.
    pub lines_before: u64,
}

/// What was found at the beginning of a log.
pub(crate) struct Found {
    pub layout: Layout,
    /// Where in the bytes the rows begin.
    pub end: usize,
}

/// A line that may be the headings.
struct Line {
    start: usize,
    end: usize,
    /// Where its fields stand, counted from `start`.
    fields: Vec<Range<usize>>,
    texts: Vec<String>,
}

impl Header<'_> {
    /// Finds the headings: the first line that can be such of the first few. `None` where there are only blank lines.
    ///
    /// # Errors
    /// All that is wrong with them.
    pub(crate) fn read(mut self, notes: &mut Vec<Message>) -> Result<Option<Found>, Problems> {
        let Named { name, encoding, delimiter, part, .. } = self.named.clone();
        cuttable(&name, encoding, delimiter)?;
        let Some(first) = self.line(0) else { return Ok(None) };
        if let Some(part) = part.as_ref().filter(|part| part.has_no_headings()) {
            let layout = Layout::without_headings(&self.named, part, first.fields.len(), || self.place(&first))?;
            return Ok(Some(Found { layout, end: 0 }));
        }
        let mut lines = vec![first];
        while lines.len() < if part.as_ref().is_some_and(|part| part.skip.is_some()) { 1 } else { LOOKED_THROUGH }
            && let Some(next) = lines.last().and_then(|line| self.line(line.end))
        {
            lines.push(next);
        }
        let part = part.filter(|part| part.is_layout || !Self::is_of_another_file(part, &lines));
        if part.is_none() && self.named.part.is_some() {
            notes.push(Message::new("log-map-of-others").with("file", &*name));
            self.named.part = Some(written_as(Arc::default(), self.named.part.as_deref()));
        }
        let is_open = part.as_ref().is_none_or(|part| part.says_nothing_of_rows());
        let known = |line: &Line| is_open.then(|| KnownLayout::of_headings(&line.texts)).flatten();
        let fits = |line: &Line| known(line).is_some() || Layout::fits(part.as_deref(), &line.texts);
        let fitting = lines.iter().position(fits);
        let at = fitting.unwrap_or_else(|| likeliest(&lines));
        let line = &lines[at];
        self.named.above =
            lines[..at].iter().flat_map(|line| &line.texts).fold(String::new(), |all, text| all + text + "\n");
        if let Some((known, part)) = known(line) {
            self.named.part = Some(written_as(part, self.named.part.as_deref()));
            self.named.is_known = true;
            let note = Message::new("log-layout-known").with("file", &*name);
            notes.push(note.arg("layout", Arg::Word(known.word)));
        }
        if let Some(passed) = fitting.filter(|passed| *passed > 0) {
            let first = lines[0].texts.iter().find(|text| !text.is_empty()).map_or("", String::as_str);
            let note = Message::new("log-lines-before-headings").with("file", &*name);
            notes.push(note.count("count", passed as u64).with("first", first));
        }
        self.named.offset += line.start as u64;
        let bytes = &self.bytes[line.start..line.end];
        let layout = Layout::new(&self.named, self.number(line), bytes, &line.fields, notes)?;
        // Some exports name their columns in two languages.
        let again = self.line(line.end).filter(|next| columns::are_headings(&next.texts, &layout.headings, &COLUMNS));
        if again.is_some() {
            notes.push(Message::new("log-headings-again").with("file", &*name));
        }
        let end = again.map_or(line.end, |again| again.end);
        if self.named.is_known || layout.unused().next().is_none() {
            return Ok(Some(Found { layout, end }));
        }
        let rows = FirstRows::new(&layout, &self.bytes[end..]);
        let layout = rows.look_at(layout, &|field| self.place_of_heading(line, field), notes)?;
        Ok(Some(Found { layout, end }))
    }

    fn place_of_heading(&self, line: &Line, field: usize) -> Place {
        let shown = line::Line::new(self.named.encoding, &self.bytes[line.start..line.end]);
        let span = line.fields.get(field).map_or(0..0, |field| shown.shown(field));
        Place::in_line(&self.named.name, self.number(line), &shown.text, span)
    }

    /// Whether the map speaks of other logs: this one has nothing that it names, and headings that are known.
    fn is_of_another_file(part: &Part, lines: &[Line]) -> bool {
        let has = |cell: &Cell| lines.iter().any(|line| cell.heading.position(&line.texts).is_ok());
        let by_headings =
            |line: &Line| KnownLayout::of_headings(&line.texts).is_some() || Layout::fits(None, &line.texts);
        !part.columns.is_empty() && !part.cells().any(has) && lines.iter().any(by_headings)
    }

    /// The first line that begins at or after a place, blank ones left out.
    fn line(&self, at: usize) -> Option<Line> {
        let mut fields = Vec::new();
        let end = record::fields(self.bytes, at, self.named.delimiter, &mut fields)?;
        let start = fields.first()?.start;
        let texts = line::texts(self.bytes, &fields, self.named.encoding);
        let fields = fields.into_iter().map(|field| field.start - start..field.end - start).collect();
        Some(Line { start, end, fields, texts })
    }

    fn number(&self, line: &Line) -> u64 {
        self.lines_before + record::line_ends(&self.bytes[..line.start]) + 1
    }

    fn place(&self, line: &Line) -> Place {
        let text = self.named.encoding.shown(&self.bytes[line.start..line.end]).into_owned();
        let text = text.lines().next().unwrap_or_default();
        Place::in_line(&self.named.name, self.number(line), text, 0..text.len())
    }
}

/// Of lines none of which can be the headings the first that has the most of them.
fn likeliest(lines: &[Line]) -> usize {
    let known = |line: &Line| columns::find(&line.texts, &COLUMNS).positions.iter().flatten().count();
    let counts: Vec<usize> = lines.iter().map(known).collect();
    counts.iter().position(|count| counts.iter().all(|other| other <= count)).unwrap_or(0)
}

/// Whether a line can be the headings of a log, by a map or without one.
pub(crate) fn fits(part: Option<&Part>, headings: &[String]) -> bool {
    KnownLayout::of_headings(headings).is_some() || Layout::fits(part, headings)
}

/// Of a log, all sheets may be meant where several hold something.
pub(crate) fn with_all_sheets(mut problem: Problem) -> Problem {
    if problem.message.id == "input-sheets-several" {
        problem.message.id = "log-sheets-several";
    }
    problem
}

/// Whether a log can be cut at its delimiter as it stands.
///
/// # Errors
/// That the delimiter may be half of a character.
pub(crate) fn cuttable(name: &str, encoding: Encoding, delimiter: u8) -> Result<(), Problem> {
    if encoding == Encoding::Gb18030 && delimiter >= FIRST_TRAIL {
        let message = Message::new("log-delimiter-in-gb18030").with("file", name);
        return Err(Problem::new(message.with("delimiter", char::from(delimiter).to_string())));
    }
    Ok(())
}

/// A layout that is known, of a log that is written as another map says.
fn written_as(known: Arc<Part>, said: Option<&Part>) -> Arc<Part> {
    match said {
        None => known,
        Some(said) => {
            Arc::new(Part { encoding: said.encoding, delimiter: said.delimiter, skip: said.skip, ..(*known).clone() })
        }
    }
}

/// Tells of rows that an engine could not read when it made a tally of them, which is the log now: the first row says how many.
/// An engine writes one tally into many files of a folder, which all say the same.
pub(crate) fn problem_rows(layout: &Layout, rows: &[u8]) -> Option<Message> {
    let mut fields = Vec::new();
    let field = (0..layout.width).find(|field| layout.heading(*field) == PROBLEM_ROWS)?;
    record::fields(rows, 0, layout.delimiter, &mut fields)?;
    let text = cell::text(&rows[fields.get(field)?.clone()], layout.encoding).ok()?.into_owned();
    let count: u64 = text.parse().ok().filter(|count| *count > 0)?;
    let tally = layout.file.rsplit_once(['/', '\\']).map_or(&*layout.file, |(folder, _)| folder);
    Some(Message::new("log-problem-rows").with("tally", tally).count("rows", count))
}

//! What every format is given: the report, the words of the reader, and how it is to be written.

use std::io::Write;
use std::{io, mem};

use crate::diagnostics::Message;
use crate::report::{Block, Catalogue, Language, Provenance, Report, Table, remarks};

/// How a report is to be written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options<'a> {
    /// How many cells a line of the terminal has; `None`: as wide as it needs to be (a file, a pipe).
    pub width: Option<usize>,
    /// Whether the terminal shows headings in bold.
    pub colour: bool,
    /// The language of the headings and words in CSV, where `None` is English, and in a workbook, where `None` is that of the
    /// reader. English are the stable keys of the columns.
    pub headings: Option<Language>,
    /// Whether CSV begins with a byte order mark.
    pub bom: bool,
    /// Whether people are told all that is assumed, and not only the first sentence of it.
    pub verbose: bool,
    /// What is said beside the report: a workbook has it among its notes.
    pub remarks: &'a [Message],
    /// How the report was made, where it is to say so. CSV has no place for it.
    pub provenance: Option<&'a Provenance>,
}

/// A report that is being written.
pub(super) struct Page<'a> {
    pub(super) report: &'a Report,
    pub(super) catalogue: &'a Catalogue,
    pub(super) options: &'a Options<'a>,
}

impl Page<'_> {
    /// For people: the blocks, the notes as one more, and how it was made, with an empty line between two; written block by block, as a
    /// table may have more rows than memory holds.
    pub(super) fn write_for_people(
        &self,
        out: &mut dyn Write,
        draw: impl Fn(&Block, &mut dyn Write) -> io::Result<()>,
        note: impl Fn(&Message) -> String,
    ) -> io::Result<()> {
        let mut parts = Parted::new(out, "\n");
        self.report.blocks.iter().try_for_each(|block| draw(block, parts.next()))?;
        let notes = remarks::arranged(&self.report.notes, self.options.verbose);
        let notes: String = notes.iter().map(|message| note(message)).collect();
        parts.next().write_all(notes.as_bytes())?;
        let mut made = self.options.provenance.iter().flat_map(|provenance| provenance.blocks());
        made.try_for_each(|block| draw(&block, parts.next()))
    }
}

/// Parts that are written one after the other, with something between any two that say something.
pub(super) struct Parted<'a> {
    out: &'a mut dyn Write,
    between: &'a str,
    is_begun: bool,
    is_due: bool,
}

impl<'a> Parted<'a> {
    /// Parts with that between two.
    pub(super) fn new(out: &'a mut dyn Write, between: &'a str) -> Self {
        Self { out, between, is_begun: false, is_due: false }
    }

    /// Where the next part is written.
    pub(super) fn next(&mut self) -> &mut dyn Write {
        self.is_due = self.is_begun;
        self
    }
}

impl Write for Parted<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if !bytes.is_empty() && mem::take(&mut self.is_due) {
            self.out.write_all(self.between.as_bytes())?;
        }
        self.is_begun |= !bytes.is_empty();
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// The tables that programs read, in order.
pub(super) fn for_programs(report: &Report) -> impl Iterator<Item = &Table> {
    report.blocks.iter().filter_map(|block| match block {
        Block::Table(table) | Block::Data(table) => Some(table),
        Block::Heading(..)
        | Block::Paragraph(_)
        | Block::List(..)
        | Block::Quote(_)
        | Block::Code(_)
        | Block::Shown(_)
        | Block::Beside(..)
        | Block::Papers(_)
        | Block::Bars(..)
        | Block::Sheet(_)
        | Block::Workbook(_) => None,
    })
}

/// The tables of a workbook: those that programs read, or what stands in their place.
pub(super) fn for_workbooks(report: &Report) -> impl Iterator<Item = &Table> {
    for_programs(report).map(|table| {
        let in_its_place = report.blocks.iter().find_map(|block| match block {
            Block::Workbook(other) if other.key == table.key => Some(other),
            _ => None,
        });
        in_its_place.unwrap_or(table)
    })
}

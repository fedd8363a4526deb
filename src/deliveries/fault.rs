//! What can be wrong with a row of a log, and how it is said.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use crate::deliveries::cell::MOST_PARCELS;
use crate::deliveries::columns::{COLUMNS, DELIVERED, place};
use crate::deliveries::laid::Laid;
use crate::deliveries::layout::Layout;
use crate::deliveries::record;
use crate::deliveries::row::Careful;
use crate::diagnostics::{Message, Place, Problem};
use crate::files::encoding::Encoding;
use crate::tables::map::format::Moment;

/// Why a row cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reason {
    FieldCount,
    NotText,
    SpreadsheetFault,
    CourierMissing,
    CourierShortened,
    DateMissing,
    DateUnreadable,
    TimeUnreadable,
    TimeOfAnotherDay,
    Zone,
    FirstAfterLast,
    ParcelsMissing,
    ParcelsNegative,
    ParcelsFraction,
    ParcelsUnreadable,
    ParcelsTooMany,
    FormatUnfit,
    DateAmbiguous,
    ParcelMissing,
    ParcelLost,
}

/// Why a row cannot be read, and in which of its fields (counted from 0).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub reason: Reason,
    pub field: usize,
}

/// A row of a block that cannot be read.
#[derive(Clone, Copy, Debug)]
pub(super) struct FaultyRow {
    /// Where the row begins in its block.
    pub start: usize,
    pub fault: Fault,
}

/// A row that could not be read, whole.
#[derive(Debug)]
pub(super) struct Rejected {
    pub problem: Problem,
    /// What it says in each of the columns of a log, as far as it goes.
    pub cells: Vec<Vec<u8>>,
    /// The row as it stands in the file.
    pub row: Vec<u8>,
}

/// Finds the places of faulty rows, from the first of a block to the last.
pub(super) struct Finder<'a> {
    layout: &'a Layout,
    bytes: &'a [u8],
    /// How many bytes of the file lie before them.
    offset: u64,
    at: usize,
    line: u64,
    fields: Vec<Range<usize>>,
}

impl<'a> Finder<'a> {
    /// Of a block whose first line is numbered `line`.
    pub(super) fn new(layout: &'a Layout, bytes: &'a [u8], offset: u64, line: u64) -> Self {
        Self { layout, bytes, offset, at: 0, line, fields: Vec::new() }
    }

    /// The row in full. `faulty` lies after all that were asked for before.
    pub(super) fn find(&mut self, faulty: FaultyRow) -> Rejected {
        let next = record::fields(self.bytes, faulty.start, self.layout.delimiter, &mut self.fields)
            .unwrap_or(self.bytes.len());
        let begins = self.fields.first().map_or(faulty.start, |field| field.start);
        let ends = self.fields.last().map_or(next, |field| field.end);
        let field = self.fields.get(faulty.fault.field).cloned().unwrap_or(ends..ends);
        self.line += record::line_ends(&self.bytes[self.at..field.start]);
        self.at = field.start;
        let place = self.place(field.clone());
        let message = self.message(faulty.fault, field);
        let cells = match &self.layout.laid {
            Some(laid) if self.fields.len() == self.layout.width => {
                let row = Careful { bytes: self.bytes, fields: &self.fields };
                (0..COLUMNS.len()).map(|column| self.translated(column, laid, &row)).collect()
            }
            _ => (0..).zip(&self.layout.positions).map(|(column, position)| self.cell(column, *position)).collect(),
        };
        let row = self.utf8(Cow::Borrowed(&self.bytes[begins..ends]));
        Rejected { problem: Problem::new(message).at(place), cells, row }
    }

    /// What a row says in a column, as it is written.
    fn cell(&self, column: usize, position: Option<usize>) -> Vec<u8> {
        let Some(position) = position else {
            return left_out(column, self.layout.counting_status()).as_bytes().to_vec();
        };
        let field = self.fields.get(position).cloned().unwrap_or(0..0);
        self.utf8(record::unquoted(&self.bytes[field]))
    }

    /// What a row says in a column by the map, so that it can be read again without it; as it is written, where that says
    /// nothing.
    fn translated(&self, column: usize, laid: &Laid, row: &Careful<'_>) -> Vec<u8> {
        let encoding = self.layout.encoding;
        let as_written = || self.cell(column, self.layout.position(column));
        let number = || laid.unique.and_then(|field| laid.present(field, encoding, row).ok()).unwrap_or_default();
        if !laid.has(column) {
            let text = if column == place::PARCEL { number() } else { left_out(column, DELIVERED[0]).into() };
            return text.into_owned().into_bytes();
        }
        if matches!(column, place::DATE | place::DELIVERED_AT | place::FIRST_AT | place::LAST_AT) {
            let moment = laid.moment(column, encoding, row);
            return moment.map_or_else(|_| as_written(), |moment| moment.map(written).unwrap_or_default().into_bytes());
        }
        match laid.text(column, encoding, row) {
            Ok(status) if column == place::STATUS && self.layout.counts(&status) => DELIVERED[0].as_bytes().to_vec(),
            Ok(text) => text.into_owned().into_bytes(),
            Err(_) => as_written(),
        }
    }

    /// The line in which a field begins, with the field marked. Of a very long line only the part around it is kept.
    fn place(&self, field: Range<usize>) -> Place {
        let encoding = self.layout.encoding;
        let is_end = |byte: &u8| matches!(byte, b'\n' | b'\r');
        let start = self.bytes[..field.start].iter().rposition(is_end).map_or(0, |at| at + 1);
        let end = self.bytes[field.start..].iter().position(is_end).map_or(self.bytes.len(), |at| field.start + at);
        let before = encoding.shown(&self.bytes[start..field.start]);
        let marked = encoding.shown(&self.bytes[field.start..field.end.min(end)]);
        let after = encoding.shown(&self.bytes[field.end.min(end)..end]);
        let column = before.chars().count() as u64 + 1;
        let kept = before.char_indices().rev().nth(SHOWN - 1).map_or(0, |(at, _)| at);
        let marked: String = marked.chars().take(SHOWN).collect();
        let text: String = before[kept..].chars().chain(marked.chars()).chain(after.chars().take(SHOWN)).collect();
        let span = before.len() - kept..before.len() - kept + marked.len();
        Place { file: Arc::clone(&self.layout.file), line: self.line, column, text, span }
    }

    /// What is wrong, in words.
    fn message(&self, fault: Fault, field: Range<usize>) -> Message {
        let (layout, raw) = (self.layout, &self.bytes[field.clone()]);
        let text = record::unquoted(raw);
        let text = layout.encoding.shown(&text);
        let mut found: String = text.chars().take(QUOTED).collect();
        if found.len() < text.len() {
            found.push('…');
        }
        let heading = layout.heading(fault.field);
        match fault.reason {
            Reason::FieldCount => Message::new("log-field-count")
                .count("found", self.fields.len() as u64)
                .count("expected", layout.width as u64),
            Reason::NotText => {
                let bad = self.offset + (field.start + layout.encoding.first_bad(raw).unwrap_or(0)) as u64;
                let message = Message::new("log-not-text").with("heading", heading).with("found", found);
                message.with("encoding", layout.encoding.name()).count("offset", bad)
            }
            Reason::SpreadsheetFault => {
                Message::new("log-spreadsheet-fault").with("heading", heading).with("found", found)
            }
            Reason::CourierMissing => Message::new("log-courier-empty").with("heading", heading),
            Reason::CourierShortened => {
                Message::new("log-courier-shortened").with("heading", heading).with("found", found)
            }
            Reason::DateMissing => Message::new("log-date-empty").with("heading", heading),
            Reason::DateUnreadable => Message::new("log-date-unreadable").with("heading", heading).with("found", found),
            Reason::TimeUnreadable => Message::new("log-time-unreadable").with("heading", heading).with("found", found),
            Reason::TimeOfAnotherDay => {
                Message::new("log-time-of-another-day").with("heading", heading).with("found", found)
            }
            Reason::Zone => Message::new("log-time-zone").with("heading", heading).with("found", found),
            Reason::FirstAfterLast => {
                Message::new("log-first-after-last").with("heading", heading).with("found", found)
            }
            Reason::ParcelsMissing => Message::new("log-parcels-empty").with("heading", heading),
            Reason::ParcelsNegative => {
                Message::new("log-parcels-negative").with("heading", heading).with("found", found)
            }
            Reason::ParcelsFraction => {
                Message::new("log-parcels-fraction").with("heading", heading).with("found", found)
            }
            Reason::ParcelsUnreadable => {
                Message::new("log-parcels-unreadable").with("heading", heading).with("found", found)
            }
            Reason::ParcelsTooMany => Message::new("log-parcels-too-many")
                .with("heading", heading)
                .with("found", found)
                .count("most", MOST_PARCELS),
            Reason::FormatUnfit => self.of_format(Message::new("log-format-unfit"), fault, found),
            Reason::DateAmbiguous => self.of_format(Message::new("log-date-ambiguous"), fault, found),
            Reason::ParcelMissing => Message::new("log-parcel-empty").with("heading", heading),
            Reason::ParcelLost => Message::new("log-parcel-lost").with("heading", heading).with("found", found),
        }
    }

    /// What is wrong with a day or time that the map has formats for.
    fn of_format(&self, message: Message, fault: Fault, found: String) -> Message {
        let formats = self.layout.laid.as_ref().map(|laid| laid.formats(fault.field)).unwrap_or_default();
        message.with("heading", self.layout.heading(fault.field)).with("found", found).with("formats", formats)
    }

    /// What is written in the log, as UTF-8. (Where it was to be UTF-8 and is not, it stays as it is.)
    fn utf8(&self, bytes: Cow<'_, [u8]>) -> Vec<u8> {
        match self.layout.encoding {
            Encoding::Utf8 => bytes.into_owned(),
            Encoding::Gb18030 => self.layout.encoding.shown(&bytes).into_owned().into_bytes(),
        }
    }
}

/// How many characters of a line are shown before, in and after the field in question.
const SHOWN: usize = 200;

/// How many characters of a cell are quoted in a sentence.
const QUOTED: usize = 60;

/// A day and a time as the program itself writes them.
fn written(moment: Moment) -> String {
    let clock = |time: u32| format!("{:02}:{:02}:{:02}", time / 3600, time / 60 % 60, time % 60);
    let parts = [moment.day.map(|day| day.to_string()), moment.time.map(clock)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// What a column that the log does not have would say, so that a rejected row, once mended, counts as it would have.
fn left_out(column: usize, delivered: &str) -> &str {
    match column {
        place::STATUS => delivered,
        place::PARCELS => "1",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deliveries::layout::Named;
    use crate::diagnostics::message::Arg;

    fn rejected(log: &str, faults: &[(usize, usize)]) -> Vec<Rejected> {
        let mut fields = Vec::new();
        let heading = "courier,date";
        let named = Named::plain("log.csv");
        record::fields(heading.as_bytes(), 0, b',', &mut fields).unwrap();
        let layout = Layout::new(&named, 1, heading.as_bytes(), &fields, &mut Vec::new()).unwrap();
        let mut finder = Finder::new(&layout, log.as_bytes(), 0, 2);
        let fault = |field| Fault { reason: Reason::DateUnreadable, field };
        faults.iter().map(|(start, field)| finder.find(FaultyRow { start: *start, fault: fault(*field) })).collect()
    }

    #[test]
    fn a_problem_has_the_line_in_which_its_field_begins() {
        // The block begins with line 2, line 3 is blank, the row of line 4 has its date on line 5, a lone return ends it.
        let found = rejected("K1,5/1\r\n\r\n\"K\n2\",x\rK3,y\n", &[(0, 1), (10, 1), (19, 1)]);
        let places: Vec<_> = found.iter().map(|row| row.problem.place.as_deref().unwrap()).collect();
        assert_eq!(places.iter().map(|place| (place.line, place.column)).collect::<Vec<_>>(), [(2, 4), (5, 4), (6, 4)]);
        assert_eq!((places[1].text.as_str(), &places[1].text[places[1].span.clone()]), ("2\",x", "x"));
        assert_eq!((found[1].row.as_slice(), found[1].cells[1].as_slice()), (&b"\"K\n2\",x"[..], &b"K\n2"[..]));
    }

    #[test]
    fn of_a_long_line_the_part_around_is_kept() {
        let found = rejected(&format!("{},{},{}", "甲".repeat(300), "乙".repeat(300), "丙".repeat(300)), &[(0, 1)]);
        let place = found[0].problem.place.as_deref().unwrap();
        assert_eq!((place.line, place.column), (2, 302));
        assert_eq!(place.text.chars().count(), 3 * SHOWN);
        assert_eq!(&place.text[place.span.clone()], "乙".repeat(SHOWN));
        let message = &found[0].problem.message;
        assert!(message.args.contains(&("found", Arg::Text("乙".repeat(QUOTED) + "…"))), "{message:?}");
    }
}

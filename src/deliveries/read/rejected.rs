//! Rows that cannot be read: where they stand, what is wrong in words, and what they say as far as it goes.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use crate::deliveries::csv::record;
use crate::deliveries::row::cell::MOST_PARCELS;
use crate::deliveries::row::columns::{COLUMNS, DELIVERED, place};
use crate::deliveries::row::days::{DayRow, month_without};
use crate::deliveries::row::fault::{Fault, FaultyRow, Reason};
use crate::deliveries::row::fields::{Careful, Fields};
use crate::deliveries::row::layout::Layout;
use crate::diagnostics::{Message, Place, Problem};
use crate::files::encoding::Encoding;
use crate::tables::columns;
use crate::units::time::Moment;

/// A row that could not be read, whole.
#[derive(Debug)]
pub(crate) struct Rejected {
    pub problem: Problem,
    /// What it says in each of the columns of a log, as far as it goes.
    pub cells: Vec<Vec<u8>>,
    /// The row as it stands in the file.
    pub row: Vec<u8>,
}

/// Finds the places of faulty rows, from the first of a block to the last.
pub(crate) struct Finder<'a> {
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
    pub(crate) fn new(layout: &'a Layout, bytes: &'a [u8], offset: u64, line: u64) -> Self {
        Self { layout, bytes, offset, at: 0, line, fields: Vec::new() }
    }

    /// The row in full. `faulty` lies after all that were asked for before.
    pub(crate) fn find(&mut self, faulty: FaultyRow) -> Rejected {
        let next = record::fields(self.bytes, faulty.start, self.layout.delimiter, &mut self.fields)
            .unwrap_or(self.bytes.len());
        let begins = self.fields.first().map_or(faulty.start, |field| field.start);
        let ends = self.fields.last().map_or(next, |field| field.end);
        let field = self.fields.get(faulty.fault.field).cloned().unwrap_or(ends..ends);
        // Of the days of one line a later one may be faulty in an earlier field.
        if self.at <= field.start {
            self.line += record::line_ends(&self.bytes[self.at..field.start]);
        } else {
            self.line -= record::line_ends(&self.bytes[field.start..self.at]);
        }
        self.at = field.start;
        let place = self.place(field.clone());
        let message = self.message(faulty.fault, field);
        let cells = self.cells(faulty.day);
        let row = self.utf8(Cow::Borrowed(&self.bytes[begins..ends]));
        Rejected { problem: Problem::new(message).at(place), cells, row }
    }

    /// What a row says in each column of a log; of a line with one column a day that of the one day.
    fn cells(&self, day: Option<usize>) -> Vec<Vec<u8>> {
        let layout = self.layout;
        let line = Careful { bytes: self.bytes, fields: &self.fields };
        let day = layout.matrix.as_ref().zip(day);
        let day = day.map(|(matrix, field)| (field, DayRow::of(layout, matrix, &line, field)));
        let cell = |column| match &day {
            Some((field, _)) if column == place::PARCELS => self.written(*field),
            Some((_, Ok(row))) => self.translated(column, row),
            // Which day it is has to be filled in.
            Some((_, Err(_))) if column == place::DATE => Vec::new(),
            None if layout.is_mapped && self.fields.len() == layout.width => self.translated(column, &line),
            Some(_) | None => self.cell(column),
        };
        (0..COLUMNS.len()).map(cell).collect()
    }

    /// What a row says in a column, as it is written.
    fn cell(&self, column: usize) -> Vec<u8> {
        let Some(position) = self.layout.position(column) else {
            return left_out(column, self.layout.counting_status()).as_bytes().to_vec();
        };
        self.written(position)
    }

    /// What stands in a field, as it is written.
    fn written(&self, field: usize) -> Vec<u8> {
        let field = self.fields.get(field).cloned().unwrap_or(0..0);
        self.utf8(record::unquoted(&self.bytes[field]))
    }

    /// What a row says in a column by the map, so that it can be read again without it; as it is written, where that says
    /// nothing.
    fn translated(&self, column: usize, row: &impl Fields) -> Vec<u8> {
        let layout = self.layout;
        if !layout.has(column) {
            let number = || layout.unique().and_then(|field| layout.present(field, row).ok()).unwrap_or_default();
            let text = if column == place::PARCEL { number() } else { left_out(column, DELIVERED[0]).into() };
            return text.into_owned().into_bytes();
        }
        if matches!(column, place::DATE | place::DELIVERED_AT | place::FIRST_AT | place::LAST_AT) {
            let written = |moment: Option<Moment>| moment.map(|moment| moment.to_string()).unwrap_or_default();
            return layout
                .moment(column, row)
                .map_or_else(|_| self.cell(column), |moment| written(moment).into_bytes());
        }
        match layout.text(column, row) {
            Ok(status) if column == place::STATUS && layout.counts(&status) => DELIVERED[0].as_bytes().to_vec(),
            Ok(text) => text.into_owned().into_bytes(),
            Err(_) => self.cell(column),
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
        if let Some(message) = columns::without_value(&text) {
            return message.with("column", heading);
        }
        let empty = |id| Message::new(id).with("heading", heading);
        let bad = |id| Message::new(id).with("heading", heading).with("found", &*found);
        let unfit = |id| bad(id).with("formats", layout.formats(fault.field));
        match fault.reason {
            Reason::FieldCount => Message::new("log-field-count")
                .count("found", self.fields.len() as u64)
                .count("expected", layout.width as u64),
            Reason::NotText => {
                if let Some(other) = layout.encoding.instead(raw) {
                    let message = Message::new("log-other-encoding").with("heading", heading);
                    let message = message.with("found", other.shown(raw).trim_matches('"'));
                    return message.with("encoding", layout.encoding.name()).with("other", other.name());
                }
                let at = self.offset + (field.start + layout.encoding.first_bad(raw).unwrap_or(0)) as u64;
                bad("log-not-text").with("encoding", layout.encoding.name()).count("offset", at)
            }
            Reason::SpreadsheetFault => bad("log-spreadsheet-fault"),
            Reason::CourierMissing => empty("log-courier-empty"),
            Reason::CourierShortened => bad("log-courier-shortened"),
            Reason::DateMissing => empty("log-date-empty"),
            Reason::DateUnreadable => bad("log-date-unreadable"),
            Reason::YearUnlikely => bad("log-year-unlikely"),
            Reason::TimeUnreadable => bad("log-time-unreadable"),
            Reason::TimeOfAnotherDay => bad("log-time-of-another-day"),
            Reason::Zone => bad("log-time-zone"),
            Reason::FirstAfterLast => bad("log-first-after-last"),
            Reason::ParcelsMissing => empty("log-parcels-empty"),
            Reason::ParcelsNegative => bad("log-parcels-negative"),
            Reason::ParcelsFraction => bad("log-parcels-fraction"),
            Reason::ParcelsUnreadable => bad("log-parcels-unreadable"),
            Reason::ParcelsTooMany => bad("log-parcels-too-many").count("most", MOST_PARCELS),
            Reason::FormatUnfit => unfit("log-format-unfit"),
            Reason::DateAmbiguous => unfit("log-date-ambiguous"),
            Reason::MeasureMissing => empty("log-measure-empty"),
            Reason::MeasureUnreadable => bad("log-measure-unreadable"),
            Reason::MeasureNegative => bad("log-measure-negative"),
            Reason::ParcelMissing => empty("log-parcel-empty"),
            Reason::ParcelLost => bad("log-parcel-lost"),
            Reason::NoSuchDay => {
                let line = Careful { bytes: self.bytes, fields: &self.fields };
                let month = layout.matrix.as_ref().map(|matrix| month_without(layout, matrix, &line, fault.field));
                let message = Message::new("matrix-no-such-day").with("month", month.unwrap_or_default());
                message.with("found", &*found).with("column", heading)
            }
            Reason::MonthUnclear => Message::new("matrix-month-of-row").with("found", &*found).with("column", heading),
        }
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
    use crate::deliveries::row::named::Named;
    use crate::diagnostics::message::Arg;

    fn rejected(log: &str, faults: &[(usize, usize)]) -> Vec<Rejected> {
        let mut fields = Vec::new();
        let heading = "courier,date";
        let named = Named::plain("log.csv");
        record::fields(heading.as_bytes(), 0, b',', &mut fields).unwrap();
        let layout = Layout::new(&named, 1, heading.as_bytes(), &fields, &mut Vec::new()).unwrap();
        let mut finder = Finder::new(&layout, log.as_bytes(), 0, 2);
        let fault = |field| Fault { reason: Reason::DateUnreadable, field };
        faults
            .iter()
            .map(|(start, field)| finder.find(FaultyRow { start: *start, fault: fault(*field), day: None }))
            .collect()
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

//! The counting of a block, row by row.

use std::ops::Range;
use std::sync::Arc;

use crate::deliveries::cell;
use crate::deliveries::columns::SERVICE;
use crate::deliveries::columns::place;
use crate::deliveries::fault::Fault;
use crate::deliveries::fault::FaultyRow;
use crate::deliveries::fault::Reason;
use crate::deliveries::feed::Block;
use crate::deliveries::layout::Layout;
use crate::deliveries::partial::Day;
use crate::deliveries::partial::Key;
use crate::deliveries::partial::Names;
use crate::deliveries::partial::Partial;
use crate::deliveries::record;
use crate::deliveries::row::Careful;
use crate::deliveries::row::Marked;
use crate::deliveries::row::Row;
use crate::deliveries::scan::Marks;
use crate::deliveries::scan::Reach;
use crate::deliveries::seen::Meaning;
use crate::deliveries::seen::Seen;
use crate::deliveries::spells::Spells;
use crate::deliveries::when::Days;

/// One worker: it counts block after block.
pub(super) struct Counter<'a> {
    delivered: &'a [String],
    /// The layout of the log read last.
    layout: Option<Arc<Layout>>,
    seen: Seen,
    scratch: Vec<u8>,
    days: Days,
    marks: Marks,
    fields: Vec<Range<usize>>,
    /// How many faulty rows of one block are kept.
    keep: usize,
    pub counts: Counts,
}

/// What was counted.
#[derive(Debug, Default)]
pub(super) struct Counts {
    pub partial: Partial,
    pub statuses: Names,
    /// For each status, how many rows were not delivered.
    pub not_delivered: Vec<u64>,
    pub read: u64,
    pub counted: u64,
    pub rejected: u64,
    pub parcels: u64,
}

impl<'a> Counter<'a> {
    /// Of a worker that keeps at most `keep` faulty rows of a block.
    pub(super) fn new(delivered: &'a [String], keep: usize, spells: Option<Spells>) -> Self {
        Self {
            delivered,
            layout: None,
            seen: Seen::default(),
            scratch: Vec::new(),
            days: Days::new(),
            marks: Marks::default(),
            fields: Vec::new(),
            keep,
            counts: Counts { partial: Partial::new(spells), ..Counts::default() },
        }
    }

    /// Counts the rows of a block and gathers those that cannot be read. Returns how many lines end in it.
    pub(super) fn block(&mut self, block: &Block, bytes: &[u8], faulty: &mut Vec<FaultyRow>) -> u64 {
        if self.layout.as_ref().is_none_or(|layout| layout.positions != block.layout.positions) {
            self.seen.clear();
        }
        self.layout = Some(Arc::clone(&block.layout));
        let mut marks = std::mem::take(&mut self.marks);
        let lines = match marks.search(bytes) {
            Reach::Marked => {
                self.marked(&block.layout, bytes, &marks, faulty);
                if marks.quoted { record::line_ends(bytes) } else { marks.rows().len() as u64 }
            }
            Reach::Odd => {
                self.careful(&block.layout, bytes, faulty);
                record::line_ends(bytes)
            }
        };
        self.marks = marks;
        lines
    }

    fn marked(&mut self, layout: &Layout, bytes: &[u8], marks: &Marks, faulty: &mut Vec<FaultyRow>) {
        let (fields, width) = (marks.fields(), layout.width);
        let mut first = 0;
        for row in marks.rows() {
            let start = fields[first] as usize;
            let line_end = *row as usize - 1;
            let end = if line_end > start && bytes[line_end - 1] == b'\r' { line_end - 1 } else { line_end };
            if let Some(marks) = fields.get(first..=first + width)
                && marks[width] == *row
            {
                first += width;
                self.count(layout, &Marked { bytes, marks, end }, start, faulty);
                continue;
            }
            let mut last = first + 1;
            while fields[last] != *row {
                last += 1;
            }
            let found = last - first;
            first = last;
            if start < end {
                self.wrong_width(layout, found, start, faulty);
            }
        }
    }

    fn careful(&mut self, layout: &Layout, bytes: &[u8], faulty: &mut Vec<FaultyRow>) {
        let mut at = 0;
        let mut fields = std::mem::take(&mut self.fields);
        while let Some(next) = record::fields(bytes, at, &mut fields) {
            if fields.len() == layout.width {
                self.count(layout, &Careful { bytes, fields: &fields }, at, faulty);
            } else {
                self.wrong_width(layout, fields.len(), at, faulty);
            }
            at = next;
        }
        self.fields = fields;
    }

    fn wrong_width(&mut self, layout: &Layout, found: usize, start: usize, faulty: &mut Vec<FaultyRow>) {
        // Shown is the first field too many, or the last that is there.
        let field = if found > layout.width { layout.width } else { found - 1 };
        self.counts.read += 1;
        self.reject(Fault { reason: Reason::FieldCount, field }, start, faulty);
    }

    fn reject(&mut self, fault: Fault, start: usize, faulty: &mut Vec<FaultyRow>) {
        self.counts.rejected += 1;
        if faulty.len() < self.keep {
            faulty.push(FaultyRow { start, fault });
        }
    }

    #[inline]
    fn count(&mut self, layout: &Layout, row: &impl Row, start: usize, faulty: &mut Vec<FaultyRow>) {
        self.counts.read += 1;
        if let Err(fault) = self.row(layout, row) {
            self.reject(fault, start, faulty);
        }
    }

    #[inline]
    fn row(&mut self, layout: &Layout, row: &impl Row) -> Result<(), Fault> {
        let meaning = match &*layout.key {
            [run] => self.meaning(layout, row, &row.bytes()[row.start(run.start)..row.end(run.end - 1)])?,
            runs => {
                let mut key = std::mem::take(&mut self.scratch);
                key.clear();
                for run in runs {
                    key.extend_from_slice(&row.bytes()[row.start(run.start)..row.end(run.end - 1)]);
                    key.push(b',');
                }
                let meaning = self.meaning(layout, row, &key);
                self.scratch = key;
                meaning?
            }
        };
        let key = match meaning {
            Meaning::Counts(key) => key,
            Meaning::NotDelivered(status) => {
                self.counts.not_delivered[status as usize] += 1;
                return Ok(());
            }
        };
        let when = self.days.read(layout, row)?;
        let parcels = match layout.position(place::PARCELS) {
            Some(field) => cell::parcels(row.field(field)).map_err(|reason| Fault { reason, field })?,
            None => 1,
        };
        self.counts.counted += 1;
        self.counts.parcels = self.counts.parcels.saturating_add(parcels);
        self.counts.partial.add(key, Day::of(when.day), parcels, when.first_at, when.last_at);
        Ok(())
    }

    #[inline]
    fn meaning(&mut self, layout: &Layout, row: &impl Row, key: &[u8]) -> Result<Meaning, Fault> {
        let hash = Seen::hash(key);
        match self.seen.find(hash, key) {
            Some(meaning) => Ok(meaning),
            None => self.learn(layout, row, hash, key),
        }
    }

    /// Reads the names of a row whose like was not seen before.
    #[inline(never)]
    fn learn(&mut self, layout: &Layout, row: &impl Row, hash: u64, key: &[u8]) -> Result<Meaning, Fault> {
        let name = |column: usize| match layout.position(column) {
            Some(field) => cell::name(row.field(field)).map_err(|reason| Fault { reason, field }),
            None => Ok("".into()),
        };
        if let Some(field) = layout.position(place::STATUS) {
            let status = cell::name(row.field(field)).map_err(|reason| Fault { reason, field })?;
            if !self.delivered.iter().any(|delivered| delivered.eq_ignore_ascii_case(&status)) {
                let number = self.counts.statuses.number(&status);
                self.counts.not_delivered.resize(self.counts.not_delivered.len().max(number as usize + 1), 0);
                let meaning = Meaning::NotDelivered(number);
                self.seen.insert(hash, key, meaning);
                return Ok(meaning);
            }
        }
        let courier = name(place::COURIER)?;
        if courier.is_empty() {
            return Err(Fault { reason: Reason::CourierMissing, field: layout.courier });
        }
        let (company, area, service) = (name(place::COMPANY)?, name(place::AREA)?, name(place::SERVICE)?);
        let names = &mut self.counts.partial.names;
        let key_of_names = Key {
            company: names.number(&company),
            courier: names.number(&courier),
            area: names.number(&area),
            service: names.number(if service.is_empty() { SERVICE } else { &service }),
        };
        let meaning = Meaning::Counts(self.counts.partial.key(key_of_names));
        self.seen.insert(hash, key, meaning);
        Ok(meaning)
    }
}

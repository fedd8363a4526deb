//! The counting of a block, row by row.

use std::ops::Range;
use std::sync::Arc;

use crate::deliveries::columns::{SERVICE, place};
use crate::deliveries::fault::{Fault, FaultyRow, Reason};
use crate::deliveries::feed::Block;
use crate::deliveries::layout::Layout;
use crate::deliveries::once::{Batch, Once};
use crate::deliveries::partial::{Day, Key, Names, Partial};
use crate::deliveries::row::{Careful, Marked, Row};
use crate::deliveries::scan::{Marks, Reach};
use crate::deliveries::seen::{Meaning, Seen};
use crate::deliveries::spells::Spells;
use crate::deliveries::when::{Days, When};
use crate::deliveries::{cell, record};

/// One worker: it counts block after block.
pub(super) struct Counter<'a> {
    once: &'a Once,
    /// The layout of the log read last.
    layout: Option<Arc<Layout>>,
    seen: Seen,
    scratch: Vec<u8>,
    days: Days,
    marks: Marks,
    fields: Vec<Range<usize>>,
    /// How many faulty rows of one block are kept.
    keep: usize,
    /// The rows of the block that count if their parcels were not met before, and the numbers of those.
    pending: Vec<Pending>,
    batch: Batch,
    pub counts: Counts,
}

/// A row that counts unless its parcel was counted before.
#[derive(Clone, Copy, Debug)]
struct Pending {
    key: u32,
    when: When,
    parcels: u64,
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
    /// Rows that the map leaves out.
    pub left_out: u64,
    /// Rows whose parcel was counted before.
    pub duplicates: u64,
    pub rejected: u64,
    pub parcels: u64,
}

impl Counts {
    /// Counts a row.
    #[expect(clippy::inline_always, reason = "a tenth of the time of a log without a map, measured")]
    #[inline(always)]
    fn add(&mut self, key: u32, when: &When, parcels: u64) {
        self.counted += 1;
        self.parcels = self.parcels.saturating_add(parcels);
        self.partial.add(key, Day::of(when.day), parcels, when.first_at, when.last_at);
    }

    /// The same for a row that has waited, kept apart so that the other is called from one place alone.
    #[inline(never)]
    fn add_later(&mut self, row: &Pending) {
        self.add(row.key, &row.when, row.parcels);
    }
}

impl<'a> Counter<'a> {
    /// Of a worker that keeps at most `keep` faulty rows of a block; `once` is the same for all workers.
    pub(super) fn new(once: &'a Once, keep: usize, spells: Option<Spells>) -> Self {
        Self {
            once,
            layout: None,
            seen: Seen::default(),
            scratch: Vec::new(),
            days: Days::new(),
            marks: Marks::default(),
            fields: Vec::new(),
            keep,
            pending: Vec::new(),
            batch: Batch::default(),
            counts: Counts { partial: Partial::new(spells), ..Counts::default() },
        }
    }

    /// Counts the rows of a block and gathers those that cannot be read. Returns how many lines end in it.
    pub(super) fn block(&mut self, block: &Block, bytes: &[u8], faulty: &mut Vec<FaultyRow>) -> u64 {
        let same = |layout: &Arc<Layout>| Arc::ptr_eq(layout, &block.layout) || layout.reads_alike(&block.layout);
        if !self.layout.as_ref().is_some_and(same) {
            self.seen.clear();
            self.days.forget();
        }
        self.layout = Some(Arc::clone(&block.layout));
        let mut marks = std::mem::take(&mut self.marks);
        let lines = match marks.search(bytes, block.layout.delimiter) {
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
        if let Some(ticket) = block.ticket {
            self.settle(ticket);
        }
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
        while let Some(next) = record::fields(bytes, at, layout.delimiter, &mut fields) {
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
                    key.push(layout.delimiter);
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
            Meaning::LeftOut => {
                self.counts.left_out += 1;
                return Ok(());
            }
        };
        let when = self.days.read(layout, row)?;
        let parcels = parcels(layout, row)?;
        if let Some(field) = layout.unique() {
            return self.wait(Pending { key, when, parcels }, layout, field, row);
        }
        self.counts.add(key, &when, parcels);
        Ok(())
    }

    /// Keeps a row until it is known whether its parcel was counted before.
    #[inline(never)]
    fn wait(&mut self, pending: Pending, layout: &Layout, field: usize, row: &impl Row) -> Result<(), Fault> {
        let Some(laid) = &layout.laid else { return Ok(()) };
        let number = laid.present(field, layout.encoding, row)?;
        cell::parcel(&number).map_err(|reason| Fault { reason, field })?;
        self.batch.add(self.once, number.as_bytes());
        self.pending.push(pending);
        Ok(())
    }

    /// Counts the rows whose parcels were not met before, in the turn of their block.
    fn settle(&mut self, ticket: u64) {
        let mut batch = std::mem::take(&mut self.batch);
        let pending = std::mem::take(&mut self.pending);
        for (row, is_first) in pending.iter().zip(self.once.enter(ticket, &mut batch)) {
            if *is_first {
                self.counts.add_later(row);
            } else {
                self.counts.duplicates += 1;
            }
        }
        batch.clear();
        self.batch = batch;
        self.pending = pending;
        self.pending.clear();
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
        if !layout.keeps(row)? {
            self.seen.insert(hash, key, Meaning::LeftOut);
            return Ok(Meaning::LeftOut);
        }
        if layout.has(place::STATUS) {
            let status = layout.text(place::STATUS, row)?;
            if !layout.counts(&status) {
                let number = self.counts.statuses.number(&status);
                self.counts.not_delivered.resize(self.counts.not_delivered.len().max(number as usize + 1), 0);
                let meaning = Meaning::NotDelivered(number);
                self.seen.insert(hash, key, meaning);
                return Ok(meaning);
            }
        }
        let courier = layout.text(place::COURIER, row)?;
        cell::courier(&courier).map_err(|reason| Fault { reason, field: layout.courier })?;
        let (company, area) = (layout.text(place::COMPANY, row)?, layout.text(place::AREA, row)?);
        let service = layout.text(place::SERVICE, row)?;
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

/// How many parcels a row speaks of.
///
/// # Errors
/// That the cell is empty, or is not a whole number that can be.
#[inline]
pub(super) fn parcels(layout: &Layout, row: &impl Row) -> Result<u64, Fault> {
    match layout.position(place::PARCELS) {
        Some(field) if layout.plain_count => {
            cell::parcels(row.field(field), layout.encoding).map_err(|reason| Fault { reason, field })
        }
        None if layout.plain_count && !layout.has(place::PARCELS) => Ok(1),
        _ => mapped_parcels(layout, row),
    }
}

/// The same by a map.
#[inline(never)]
fn mapped_parcels(layout: &Layout, row: &impl Row) -> Result<u64, Fault> {
    let field = layout.position(place::PARCELS).unwrap_or(layout.courier);
    let text = layout.text(place::PARCELS, row)?;
    cell::parcels_of(&text).map_err(|reason| Fault { reason, field })
}

//! The counting of a block, row by row.

use std::ops::Range;
use std::sync::Arc;

use crate::deliveries::count::counts::{Counted, Counts, Unnamed};
use crate::deliveries::count::partial::{Key, Partial};
use crate::deliveries::count::plain_rows::PlainRows;
use crate::deliveries::count::revocations::Revocations;
use crate::deliveries::count::seen_names::{SeenNames, Sought};
use crate::deliveries::count::seen_parcels::{Batch, SeenParcels};
use crate::deliveries::csv::record;
use crate::deliveries::csv::scan::{Marks, Reach};
use crate::deliveries::row::days::DayRow;
use crate::deliveries::row::fault::{Fault, FaultyRow, Reason};
use crate::deliveries::row::fields::{Careful, Fields, Marked};
use crate::deliveries::row::layout::Layout;
use crate::deliveries::row::meaning::{Standing, judge};
use crate::deliveries::row::when::{Days, When};
use crate::deliveries::row::{cell, days, meaning, no_row};
use crate::tables::matrix::Matrix;
use crate::tables::no_row::NoRow;

/// One worker: it counts block after block.
pub(crate) struct Counter<'a> {
    seen_parcels: &'a SeenParcels,
    revocations: &'a Revocations,
    /// The turn of the block that is counted.
    turn: u64,
    /// The layout of the log read last.
    layout: Option<Arc<Layout>>,
    pub(super) seen_names: SeenNames,
    scratch: Vec<u8>,
    pub(super) days: Days,
    marks: Marks,
    /// How many blocks are still to be searched, as plain rows were few.
    pub(super) marked: u32,
    pub(super) fields: Vec<Range<usize>>,
    /// How many faulty rows of one block are kept.
    keep: usize,
    /// The rows of the block that count if their parcels were not met before; the numbers of those are in `batch`.
    pending: Vec<Counted>,
    batch: Batch,
    pub counts: Counts,
}

impl<'a> Counter<'a> {
    /// Of a worker that keeps at most `keep` faulty rows of a block and counts into `partial`; `seen_parcels` is the same for all
    /// workers, and so are the parcels that were taken back.
    pub(crate) fn new(
        seen_parcels: &'a SeenParcels,
        revocations: &'a Revocations,
        keep: usize,
        partial: Partial,
    ) -> Self {
        Self {
            seen_parcels,
            revocations,
            turn: 0,
            layout: None,
            seen_names: SeenNames::default(),
            scratch: Vec::new(),
            days: Days::new(),
            marks: Marks::default(),
            marked: 0,
            fields: Vec::new(),
            keep,
            pending: Vec::new(),
            batch: Batch::default(),
            counts: Counts::new(partial),
        }
    }

    /// Counts the rows of a block and gathers those that cannot be read. Returns how many lines end in it. `ticket` is the turn of
    /// the block among those whose parcels count once.
    pub(crate) fn block(
        &mut self,
        layout: &Arc<Layout>,
        ticket: Option<u64>,
        bytes: &[u8],
        faulty: &mut Vec<FaultyRow>,
    ) -> u64 {
        let same = |known: &Arc<Layout>| Arc::ptr_eq(known, layout) || known.reads_alike(layout);
        if !self.layout.as_ref().is_some_and(same) {
            self.seen_names.clear();
            self.days.forget();
            self.marked = 0;
        }
        self.layout = Some(Arc::clone(layout));
        self.turn = ticket.unwrap_or_default();
        self.counts.forget_orders();
        let before = self.counts.read;
        let plain = PlainRows::new(layout).filter(|_| self.marked == 0);
        let lines = if let Some(rows) = plain {
            self.plain(layout, rows, bytes, faulty)
        } else if layout.order.is_some() && layout.matrix.is_none() && self.marked == 0 {
            self.short(layout, bytes, faulty)
        } else {
            self.marked = self.marked.saturating_sub(1);
            self.searched(layout, bytes, faulty)
        };
        *self.counts.of_files.entry(Arc::clone(&layout.file)).or_default() += self.counts.read - before;
        if let Some(ticket) = ticket {
            self.settle(ticket);
        }
        lines
    }

    /// Counts a block whose fields are searched for.
    fn searched(&mut self, layout: &Layout, bytes: &[u8], faulty: &mut Vec<FaultyRow>) -> u64 {
        let mut marks = std::mem::take(&mut self.marks);
        let lines = match marks.search(bytes, layout.delimiter) {
            Reach::Marked if layout.matrix.is_none() => {
                self.marked(layout, bytes, &marks, faulty);
                if marks.quoted { record::line_ends(bytes) } else { marks.rows().len() as u64 }
            }
            Reach::Marked | Reach::Odd => {
                self.careful(layout, bytes, faulty);
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
                self.wrong_width(layout, bytes, found, start, faulty);
            }
        }
    }

    fn careful(&mut self, layout: &Layout, bytes: &[u8], faulty: &mut Vec<FaultyRow>) {
        let mut fields = std::mem::take(&mut self.fields);
        let mut at = 0;
        while let Some(next) = self.record(layout, bytes, at, &mut fields, faulty) {
            at = next;
        }
        self.fields = fields;
    }

    /// Counts each cell of a line below a day as a row.
    fn each_day(
        &mut self,
        layout: &Layout,
        matrix: &Matrix,
        line: &Careful<'_>,
        start: usize,
        faulty: &mut Vec<FaultyRow>,
    ) {
        let is_of_weekdays = || days::is_of_weekdays(layout, matrix, line).then_some(NoRow::Headings);
        if let Some(no_row) = no_row::at(layout, line.bytes, start).or_else(is_of_weekdays) {
            return self.counts.passed_over.add(no_row);
        }
        for field in days::filled(layout, matrix, line) {
            self.counts.read += 1;
            let row = DayRow::of(layout, matrix, line, field);
            let counted = row.and_then(|row| self.row(layout, &row).map_err(|fault| row.in_line(fault)));
            if let Err(fault) = counted {
                self.counts.rejected += 1;
                if faulty.len() < self.keep {
                    faulty.push(FaultyRow { start, fault, day: Some(field) });
                }
            }
        }
    }

    /// Counts the record that begins there. Returns where the next one does.
    pub(super) fn record(
        &mut self,
        layout: &Layout,
        bytes: &[u8],
        at: usize,
        fields: &mut Vec<Range<usize>>,
        faulty: &mut Vec<FaultyRow>,
    ) -> Option<usize> {
        let next = record::fields(bytes, at, layout.delimiter, fields)?;
        if fields.len() == layout.width {
            let line = Careful { bytes, fields };
            match &layout.matrix {
                None => self.count(layout, &line, at, faulty),
                Some(matrix) => self.each_day(layout, matrix, &line, at, faulty),
            }
        } else {
            self.wrong_width(layout, bytes, fields.len(), at, faulty);
        }
        Some(next)
    }

    fn wrong_width(&mut self, layout: &Layout, bytes: &[u8], found: usize, start: usize, faulty: &mut Vec<FaultyRow>) {
        // Shown is the first field too many, or the last that is there.
        let field = if found > layout.width { layout.width } else { found - 1 };
        self.counts.read += 1;
        let fault = Fault { reason: Reason::FieldCount, field };
        self.reject(layout, bytes, FaultyRow { start, fault, day: None }, faulty);
    }

    /// Puts by a row that cannot be read, unless it is none.
    #[inline(never)]
    fn reject(&mut self, layout: &Layout, bytes: &[u8], row: FaultyRow, faulty: &mut Vec<FaultyRow>) {
        if let Some(no_row) = no_row::at(layout, bytes, row.start) {
            return self.pass_over(no_row);
        }
        self.counts.rejected += 1;
        if faulty.len() < self.keep {
            faulty.push(row);
        }
    }

    fn pass_over(&mut self, no_row: NoRow) {
        self.counts.read -= 1;
        self.counts.passed_over.add(no_row);
    }

    #[inline]
    pub(super) fn count(&mut self, layout: &Layout, row: &impl Fields, start: usize, faulty: &mut Vec<FaultyRow>) {
        self.counts.read += 1;
        if let Err(fault) = self.row(layout, row) {
            self.reject(layout, row.bytes(), FaultyRow { start, fault, day: None }, faulty);
        }
    }

    #[inline]
    fn row(&mut self, layout: &Layout, row: &impl Fields) -> Result<(), Fault> {
        let standing = match &*layout.key {
            [run] => self.standing(layout, row, row.bytes(), &(row.start(run.start)..row.end(run.end - 1))),
            runs => {
                let mut key = std::mem::take(&mut self.scratch);
                key.clear();
                for run in runs {
                    key.extend_from_slice(&row.bytes()[row.start(run.start)..row.end(run.end - 1)]);
                    key.push(layout.delimiter);
                }
                let standing = self.standing(layout, row, &key, &(0..key.len()));
                self.scratch = key;
                standing
            }
        };
        let Self { seen_parcels, revocations, batch, days, turn, .. } = self;
        let number = |number: &str, when: When| {
            let stands = !revocations.follow(number, (when.day, when.first_at), (*turn, row.start(0)));
            if stands {
                batch.add(seen_parcels, number.as_bytes());
            }
            stands
        };
        let once = layout.unique().is_some();
        let mut standing = judge(standing, layout, days, row, number)?;
        if let (Some(fields), Standing::Delivered(counted)) = (&layout.order, &mut standing) {
            if !once && self.counts.add_plain_order(fields, row, counted) {
                return Ok(());
            }
            let delivery = &mut counted.1;
            delivery.order = self.counts.order(fields, row, layout.encoding, (delivery.when.day, once))?;
        }
        if let Some(field) = layout.unique()
            && let Standing::NotDelivered(status) = standing
        {
            self.counts.may_be_returned(layout, row, field, status);
        }
        self.enter(standing, once);
        Ok(())
    }

    /// Counts what a row has come to; where parcels count once, later.
    #[inline]
    pub(super) fn enter(&mut self, standing: Standing<Counted, u32>, once: bool) {
        match standing {
            Standing::NoRow(no_row) => self.pass_over(no_row),
            Standing::LeftOut => self.counts.left_out += 1,
            Standing::TakenBack => self.counts.taken_back += 1,
            Standing::NotDelivered(status) => self.counts.not_delivered[status as usize] += 1,
            Standing::Delivered(counted) if once => self.pending.push(counted),
            Standing::Delivered(counted) => self.counts.add(&counted),
        }
    }

    /// Counts the rows whose parcels were not met before, in the turn of their block.
    fn settle(&mut self, ticket: u64) {
        let mut batch = std::mem::take(&mut self.batch);
        let pending = std::mem::take(&mut self.pending);
        for (counted, is_first) in pending.iter().zip(self.seen_parcels.enter(ticket, &mut batch)) {
            if *is_first {
                self.counts.add_later(counted);
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
    fn standing(
        &mut self,
        layout: &Layout,
        row: &impl Fields,
        bytes: &[u8],
        key: &Range<usize>,
    ) -> Result<Standing<u32, u32>, Fault> {
        match self.seen_names.find(bytes, &Sought::at(bytes, key.clone())) {
            Some(found) => Ok(found.standing),
            None => self.learn(layout, row, bytes, key),
        }
    }

    /// Reads the names of a row whose like was not seen before.
    #[inline(never)]
    fn learn(
        &mut self,
        layout: &Layout,
        row: &impl Fields,
        bytes: &[u8],
        key: &Range<usize>,
    ) -> Result<Standing<u32, u32>, Fault> {
        let standing = match meaning::standing(layout, row)? {
            Standing::NoRow(no_row) => return Ok(Standing::NoRow(no_row)),
            Standing::LeftOut => Standing::LeftOut,
            Standing::TakenBack => Standing::TakenBack,
            Standing::NotDelivered(status) => {
                let number = self.counts.statuses.number(&status);
                self.counts.not_delivered.resize(self.counts.not_delivered.len().max(number as usize + 1), 0);
                self.counts.open.extend(layout.leaves_open(&status).then_some(number));
                Standing::NotDelivered(number)
            }
            Standing::Delivered(read) => {
                let names = &mut self.counts.partial.names;
                let [company, courier, area, service] =
                    [read.company, read.courier, read.area, read.service].map(|name| names.number(&name));
                Standing::Delivered(self.counts.partial.key(Key { company, courier, area, service, apart: 0 }))
            }
        };
        // A row like this one that names nobody may be no row. Names that are written over two lines are read each time: a plain
        // row is one line.
        if !no_row::names_nobody(layout, row) && !bytes[key.clone()].iter().any(|byte| matches!(byte, b'\n' | b'\r')) {
            self.seen_names.insert(bytes, key, standing);
        }
        self.watch(layout, row);
        Ok(standing)
    }

    /// Takes note of columns that nobody has named and that say something here.
    fn watch(&mut self, layout: &Layout, row: &impl Fields) {
        for (field, what, place) in &layout.watched {
            let text = cell::text(row.field(*field), layout.encoding).unwrap_or_default();
            if what.says(&text) {
                let at = (Arc::clone(&layout.file), *field);
                let heading = layout.heading(*field).to_string();
                let found = || Unnamed { what: *what, heading, place: place.clone(), cell: text.into_owned() };
                self.counts.unnamed.entry(at).or_insert_with(found);
            }
        }
    }
}

//! A block of a log most rows of which are plain ones, or short ones: each is found, and counted at once.

use crate::deliveries::count::counter::Counter;
use crate::deliveries::count::plain_rows::PlainRows;
use crate::deliveries::count::seen_names::{Found, Sought};
use crate::deliveries::csv::record;
use crate::deliveries::csv::short::Short;
use crate::deliveries::row::fault::FaultyRow;
use crate::deliveries::row::fields::Seen;
use crate::deliveries::row::layout::Layout;
use crate::deliveries::row::meaning::{Delivery, Standing};
use crate::deliveries::row::when::When;
use crate::units::Date;

/// So many blocks are searched before it is tried again whether their rows are plain.
const MARKED: u32 = 16;

/// So many rows are found before their names are looked up: a look waits for memory, and so many wait together.
const AHEAD: usize = 16;

/// A row that was found.
struct Ahead {
    names: Sought,
    moment: (Date, u32),
    next: usize,
}

impl Counter<'_> {
    /// Counts a block in which most rows are plain ones. Where they are not, the next few blocks are searched.
    pub(super) fn plain(
        &mut self,
        layout: &Layout,
        mut rows: PlainRows,
        bytes: &[u8],
        faulty: &mut Vec<FaultyRow>,
    ) -> u64 {
        let (mut at, mut lines, mut plain, mut delivered, mut others) = (0, 0, 0_u64, 0_u64, 0_u64);
        let mut fields = std::mem::take(&mut self.fields);
        let mut ahead: [Option<Ahead>; AHEAD] = [const { None }; AHEAD];
        loop {
            let found = self.look_ahead(&mut rows, bytes, at, &mut ahead);
            let before = plain;
            for row in ahead[..found].iter().flatten() {
                let Some(Found { standing, page }) = self.seen_names.find(bytes, &row.names) else { break };
                if let Standing::Delivered(key) = standing {
                    self.counts.partial.add_parcel(key, page, row.moment);
                    delivered += 1;
                } else {
                    let (day, second) = row.moment;
                    let when = When { day, first_at: Some(second), last_at: Some(second) };
                    self.enter(standing.with(Delivery { when, parcels: 1, order: 0 }), false);
                }
                (at, plain) = (row.next, plain + 1);
            }
            let is_known = plain - before == found as u64;
            if is_known && found == AHEAD {
                continue;
            }
            others += u64::from(is_known);
            let next = self.record(layout, bytes, at, &mut fields, faulty);
            lines += record::line_ends(&bytes[at..next.unwrap_or(bytes.len())]);
            let Some(next) = next else { break };
            at = next;
        }
        self.counts.read += plain;
        self.counts.counted += delivered;
        self.counts.parcels = self.counts.parcels.saturating_add(delivered);
        self.fields = fields;
        self.marked = if others > plain { MARKED } else { 0 };
        lines + plain
    }

    /// Finds the next rows that are perhaps plain ones. Each is one only if all those before it are.
    #[inline]
    fn look_ahead(&mut self, rows: &mut PlainRows, bytes: &[u8], mut at: usize, ahead: &mut [Option<Ahead>]) -> usize {
        for (number, place) in ahead.iter_mut().enumerate() {
            let Some(row) = rows.at(bytes, at) else { return number };
            let Some(moment) = self.days.quick_moment(row.moment) else { return number };
            at = row.next;
            *place = Some(Ahead { names: Sought::at(bytes, row.names), moment, next: at });
        }
        ahead.len()
    }

    /// Counts a block of orders most rows of which are short. Where they are not, the next few blocks are searched.
    pub(super) fn short(&mut self, layout: &Layout, bytes: &[u8], faulty: &mut Vec<FaultyRow>) -> u64 {
        let (mut at, mut lines, mut short, mut others) = (0, 0, 0_u64, 0_u64);
        let mut fields = std::mem::take(&mut self.fields);
        loop {
            if let Some(row) = Short::at(bytes, at, layout.delimiter, layout.width) {
                self.count(layout, &Seen { bytes, row }, at, faulty);
                (at, short) = (row.next, short + 1);
                continue;
            }
            others += 1;
            let next = self.record(layout, bytes, at, &mut fields, faulty);
            lines += record::line_ends(&bytes[at..next.unwrap_or(bytes.len())]);
            let Some(next) = next else { break };
            at = next;
        }
        self.fields = fields;
        self.marked = if others > short { MARKED } else { 0 };
        lines + short
    }
}

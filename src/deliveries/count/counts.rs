//! What one worker has counted.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::agreement::order_floors::OrderFloorsOfDay;
use crate::deliveries::count::details::Orders;
use crate::deliveries::count::partial::{Day, Names, Partial, as_number};
use crate::deliveries::row::columns::TAKEN_BACK;
use crate::deliveries::row::fault::Fault;
use crate::deliveries::row::fields::Fields;
use crate::deliveries::row::layout::Layout;
use crate::deliveries::row::meaning::Delivery;
use crate::deliveries::row::order_fields::OrderFields;
use crate::deliveries::row::when::When;
use crate::diagnostics::Place;
use crate::files::encoding::Encoding;
use crate::tables::could_be::CouldBe;
use crate::tables::no_row::PassedOver;
use crate::units::Date;

/// A row that counts, under the key of its names.
pub(crate) type Counted = (u32, Delivery);

/// What was counted.
#[derive(Debug, Default)]
pub(crate) struct Counts {
    pub partial: Partial,
    pub statuses: Names,
    /// For each status, how many rows were not delivered.
    pub not_delivered: Vec<u64>,
    /// The statuses of which it is not known whether they count.
    pub open: BTreeSet<u32>,
    /// Columns that nobody has named and that proved to say something, by file and field.
    pub unnamed: BTreeMap<(Arc<str>, usize), Unnamed>,
    /// Rows that are no rows.
    pub passed_over: PassedOver,
    pub read: u64,
    pub counted: u64,
    /// Rows that the map leaves out.
    pub left_out: u64,
    /// Rows whose parcel was taken back later.
    pub taken_back: u64,
    /// The numbers of parcels that came back by their status, where parcels count once.
    pub returned: BTreeSet<Box<str>>,
    /// What the rows of the block say of their orders.
    pub orders: Orders,
    /// The guarantees for each order that hold on the day of the row before.
    pub floors: OrderFloorsOfDay,
    /// How many of the rows read each file has.
    pub of_files: BTreeMap<Arc<str>, u64>,
    /// Rows whose parcel was counted before.
    pub duplicates: u64,
    pub rejected: u64,
    pub parcels: u64,
}

/// A column that nobody has named and that says something.
#[derive(Debug)]
pub(crate) struct Unnamed {
    /// What it could be.
    pub what: CouldBe,
    pub heading: String,
    /// Where its heading stands.
    pub place: Place,
    /// What it says.
    pub cell: String,
}

impl Counts {
    /// With nothing counted yet.
    pub(crate) fn new(partial: Partial) -> Self {
        Self { orders: Orders::new(&partial.asked), partial, ..Self::default() }
    }

    /// Counts a row.
    #[expect(clippy::inline_always, reason = "a tenth of the time of a log without a map, measured")]
    #[inline(always)]
    pub(crate) fn add(&mut self, (key, Delivery { when, parcels, order }): &Counted) {
        self.counted += 1;
        self.parcels = self.parcels.saturating_add(*parcels);
        if *order != 0 {
            return self.add_order(*key, when, *parcels, *order);
        }
        self.partial.add(*key, Day::of(when.day), *parcels, when.first_at, when.last_at);
    }

    #[inline(never)]
    fn add_order(&mut self, key: u32, when: &When, parcels: u64, order: u32) {
        let Some(order) = self.orders.get(order as usize - 1) else { return };
        self.partial.add_order(key, Day::of(when.day), parcels, (when.first_at, when.last_at), order);
    }

    /// Forgets what rows said of their orders.
    #[inline]
    pub(crate) fn forget_orders(&mut self) {
        self.orders.truncate(0);
    }

    /// Counts a row that does not wait, with its order where that is told apart by nothing and has a few digits. Returns whether it has
    /// done so.
    #[inline]
    pub(crate) fn add_plain_order(
        &mut self,
        fields: &OrderFields,
        row: &impl Fields,
        (key, delivery): &Counted,
    ) -> bool {
        let Delivery { when, parcels, .. } = delivery;
        let Self { partial, floors, .. } = self;
        let Some(measures) = fields.plain(row).filter(|_| !partial.tells_apart) else { return false };
        let top_up = match &partial.asked.floors {
            Some(guarantees) => guarantees.plain_top_up(floors, when.day, measures.values()),
            None => Some(None),
        };
        let Some(top_up) = top_up else { return false };
        self.counted += 1;
        self.parcels = self.parcels.saturating_add(*parcels);
        let times = (when.first_at, when.last_at);
        partial.add_plain_order(*key, Day::of(when.day), *parcels, times, (measures.values(), top_up));
        true
    }

    /// Keeps what a row says of its order until it is counted, with those before it where it waits; its number, counted from 1.
    ///
    /// # Errors
    /// That it cannot be read.
    #[inline(never)]
    pub(crate) fn order(
        &mut self,
        fields: &OrderFields,
        row: &impl Fields,
        encoding: Encoding,
        (day, waits): (Date, bool),
    ) -> Result<u32, Fault> {
        if !waits {
            self.forget_orders();
        }
        let at = self.orders.alike.len();
        let read = self.read_order(fields, row, encoding, day);
        if read.is_err() {
            self.orders.truncate(at);
        }
        read.map(|()| as_number(at + 1))
    }

    #[inline]
    fn read_order(
        &mut self,
        fields: &OrderFields,
        row: &impl Fields,
        encoding: Encoding,
        day: Date,
    ) -> Result<(), Fault> {
        let Self { orders: Orders { columns, values, alike, .. }, floors, partial, .. } = self;
        let (orders, own) = (fields.orders(row, encoding)?, values.len());
        fields.values(row, encoding, values)?;
        fields.texts(row, encoding, |text| columns.push(partial.names.number(text)))?;
        if let Some(guarantees) = &partial.asked.floors {
            guarantees.add(floors, day, orders, own, values);
        }
        alike.push(orders);
        Ok(())
    }

    /// The same for a row that has waited, kept apart so that the other is called from one place alone.
    #[inline(never)]
    pub(crate) fn add_later(&mut self, counted: &Counted) {
        self.add(counted);
    }

    /// Takes note of the number of a parcel that came back, by which the map does not take out its delivery.
    #[inline(never)]
    pub(crate) fn may_be_returned(&mut self, layout: &Layout, row: &impl Fields, field: usize, status: u32) {
        let status = self.statuses.name(status);
        if TAKEN_BACK.iter().any(|word| word.eq_ignore_ascii_case(status)) && !layout.revokes(status) {
            let number = layout.present(field, row).unwrap_or_default();
            self.returned.extend((!number.is_empty()).then(|| Box::from(&*number)));
        }
    }
}

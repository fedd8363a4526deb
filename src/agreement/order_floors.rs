//! Guarantees for each order, as they are reckoned order by order while a log is read.

use std::fmt;
use std::sync::Arc;

use crate::agreement::order_floor::{OrderFloor, OrderTopUp};
use crate::agreement::plain_floor::{MOST_PLAIN, PlainFloor, PlainTopUp};
use crate::units::plain_number::PlainNumber;
use crate::units::{Date, Decimal};

/// The guarantees for each order, by the day.
#[derive(Clone)]
pub struct OrderFloors {
    /// The places of their rules in the stack.
    pub rules: Vec<usize>,
    floors: Arc<dyn Fn(Date) -> Vec<Option<OrderFloor>> + Send + Sync>,
}

/// Those of the day asked for last.
#[derive(Debug, Default)]
pub(crate) struct OrderFloorsOfDay {
    day: Option<Date>,
    floors: Vec<Option<OrderFloor>>,
    /// The only one of them, for measures with the places of the order before.
    plain: Option<PlainFloor>,
}

/// How many numbers a guarantee adds to those that an order carries: orders topped up, what they were guaranteed, what that was
/// compared with, and the top-ups.
pub(crate) const OF_A_FLOOR: usize = 4;

impl OrderFloors {
    /// Of the places of their rules, and of a function from a day to what each gives on it.
    pub(crate) fn new(
        rules: Vec<usize>,
        floors: impl Fn(Date) -> Vec<Option<OrderFloor>> + Send + Sync + 'static,
    ) -> Self {
        Self { rules, floors: Arc::new(floors) }
    }

    /// How many numbers they add to those that an order carries.
    pub(crate) fn numbers(&self) -> usize {
        self.rules.len() * OF_A_FLOOR
    }

    /// What an order of a day is topped up with whose measures have a few digits, `Some(None)` where nothing is missing; `None` where
    /// there are several guarantees, or too many digits.
    #[inline]
    #[expect(clippy::option_option, reason = "what is missing may be nothing, or not known here")]
    pub(crate) fn plain_top_up(
        &self,
        of_day: &mut OrderFloorsOfDay,
        day: Date,
        values: &[PlainNumber],
    ) -> Option<Option<PlainTopUp>> {
        self.turn_to(of_day, day);
        if !of_day.plain.is_some_and(|plain| plain.fits(values)) {
            let [only] = &*of_day.floors else { return None };
            let Some(only) = only else { return Some(None) };
            of_day.plain = PlainFloor::new(only, values);
        }
        of_day.plain.as_ref()?.top_up(values)
    }

    #[inline]
    fn turn_to(&self, of_day: &mut OrderFloorsOfDay, day: Date) {
        if of_day.day != Some(day) {
            *of_day = OrderFloorsOfDay { day: Some(day), floors: (self.floors)(day), plain: None };
        }
    }

    /// Puts behind the measures of so many alike orders of a day, which begin at `own`, what they are topped up with: by the
    /// guarantee to which most is missing, the first of several.
    pub(crate) fn add(
        &self,
        of_day: &mut OrderFloorsOfDay,
        day: Date,
        orders: u64,
        own: usize,
        values: &mut Vec<Decimal>,
    ) {
        self.turn_to(of_day, day);
        let mut highest: Option<(usize, OrderTopUp)> = None;
        for (at, floor) in of_day.floors.iter().enumerate() {
            let Some(found) = floor.as_ref().and_then(|floor| top_up(floor, &values[own..], orders)) else { continue };
            if highest.as_ref().is_none_or(|(_, most)| found.due - found.counted > most.due - most.counted) {
                highest = Some((at, found));
            }
        }
        let measures = values.len();
        values.resize(measures + self.numbers(), Decimal::ZERO);
        if let Some((at, OrderTopUp { due, counted, amount })) = highest {
            let of_all = if orders == 1 {
                [due, counted, amount]
            } else {
                [due, counted, amount].map(|one| one * Decimal::from(orders))
            };
            values[measures + at * OF_A_FLOOR] = Decimal::from(orders);
            values[measures + at * OF_A_FLOOR + 1..][..of_all.len()].copy_from_slice(&of_all);
        }
    }
}

impl PartialEq for OrderFloors {
    fn eq(&self, other: &Self) -> bool {
        self.rules == other.rules
    }
}

impl Eq for OrderFloors {}

impl fmt::Debug for OrderFloors {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "OrderFloors({:?})", self.rules)
    }
}

/// What so many alike orders are topped up with, each of them: of one order in a few digits, where it has no more.
fn top_up(floor: &OrderFloor, values: &[Decimal], orders: u64) -> Option<OrderTopUp> {
    let mut room = [PlainNumber::default(); MOST_PLAIN];
    let plain = room.get_mut(..values.len()).filter(|_| orders == 1).and_then(|room| plain(values, room));
    let found = plain.and_then(|values| PlainFloor::new(floor, values)?.top_up(values));
    found.map_or_else(|| floor.top_up(values, orders), |found| found.map(OrderTopUp::from))
}

/// The values in a few digits; `None` where one of them has more.
fn plain<'a>(values: &[Decimal], room: &'a mut [PlainNumber]) -> Option<&'a [PlainNumber]> {
    for (plain, value) in room.iter_mut().zip(values) {
        *plain = PlainNumber::of(*value)?;
    }
    Some(room)
}

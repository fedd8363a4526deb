//! Details: by what rows of a tally are told apart beside their names, and the measures that they add up.

use std::hash::BuildHasher;
use std::sync::Arc;

use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;

use crate::agreement::asked::DetailsAsked;
use crate::agreement::measure::Measure;
use crate::agreement::order_floors::OF_A_FLOOR;
use crate::agreement::scope::Slices;
use crate::units::Decimal;

/// What the parcels of a row of the tally have in common beside their names.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Detail {
    /// The slices of the day in which they were delivered; `None` where these are not known, or not asked.
    pub at: Option<Slices>,
    /// What stands in each of the columns asked for; empty where nothing does.
    pub columns: Vec<Arc<str>>,
    /// Each measure by which orders are told apart, of one order; `None` of the others.
    pub of_one: Vec<Option<Decimal>>,
    /// How many orders, that is rows of the log, it stands for.
    pub orders: u64,
    /// Each measure of all of them together, as the column has it.
    pub sums: Vec<Decimal>,
}

/// What orders are topped up with, together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ToppedUp {
    /// How many of them something was missing to.
    pub orders: u64,
    /// What these are guaranteed.
    pub due: Decimal,
    /// What that is compared with.
    pub counted: Decimal,
    /// Their top-ups, each rounded.
    pub amount: Decimal,
}

/// The order of a row, as the log says it: columns by their numbers among the names, measures as they are written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Order<'a> {
    pub columns: &'a [u32],
    pub values: &'a [Decimal],
    /// How many orders the row stands for.
    pub orders: u64,
}

/// The orders of rows that wait to be counted, one behind the other.
#[derive(Debug, Default)]
pub(crate) struct Orders {
    pub columns: Vec<u32>,
    pub values: Vec<Decimal>,
    /// How many orders each row stands for.
    pub alike: Vec<u64>,
    /// How many columns and how many numbers each has.
    each: (usize, usize),
}

impl Orders {
    pub(crate) fn new(asked: &DetailsAsked) -> Self {
        Self { each: (asked.columns.len(), asked.numbers()), ..Self::default() }
    }

    /// The order of that place.
    #[inline]
    pub(crate) fn get(&self, at: usize) -> Option<Order<'_>> {
        let ((columns, numbers), orders) = (self.each, *self.alike.get(at)?);
        let (columns, values) = (self.columns.get(at * columns..)?.get(..columns)?, self.values.get(at * numbers..)?);
        Some(Order { columns, values: values.get(..numbers)?, orders })
    }

    /// Forgets them all, or those from that place on, of which the last is not complete.
    #[inline]
    pub(crate) fn truncate(&mut self, at: usize) {
        self.columns.truncate(at * self.each.0);
        self.values.truncate(at * self.each.1);
        self.alike.truncate(at);
    }
}

/// By what orders are told apart, with names as numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Apart {
    /// The first and the last slice of the day, by their number from 1 on; 0 where they are not known.
    pub slices: (u8, u8),
    pub columns: Vec<u32>,
    pub of_one: Vec<Option<Decimal>>,
}

/// All that orders are told apart by, each once and known by its number; the first is that of a row that says nothing.
#[derive(Debug)]
pub(crate) struct ApartNumbers {
    pub all: Vec<Apart>,
    numbers: HashTable<u32>,
}

impl Default for ApartNumbers {
    fn default() -> Self {
        let mut new = Self { all: Vec::new(), numbers: HashTable::new() };
        new.number(Apart::default());
        new
    }
}

impl ApartNumbers {
    pub(crate) fn number(&mut self, apart: Apart) -> u32 {
        let hash = hash(&apart);
        if let Some(number) = self.numbers.find(hash, |number| self.all[*number as usize] == apart) {
            return *number;
        }
        let number = u32::try_from(self.all.len()).expect("memory ends before the numbers do");
        self.all.push(apart);
        let all = &self.all;
        self.numbers.insert_unique(hash, number, |other| self::hash(&all[*other as usize]));
        number
    }
}

fn hash(apart: &Apart) -> u64 {
    FxBuildHasher.hash_one((apart.slices, &apart.columns, &apart.of_one))
}

impl Apart {
    /// Of an order in slices of the day.
    pub(crate) fn of(asked: &DetailsAsked, slices: (u8, u8), order: Option<Order<'_>>) -> Self {
        let Some(order) = order else { return Self { slices, ..Self::default() } };
        let one = |value: &Decimal| *value / Decimal::from(order.orders.max(1));
        let of_one = asked.measures.iter().zip(order.values).map(|(asked, value)| asked.apart.then(|| one(value)));
        Self { slices, columns: order.columns.to_vec(), of_one: of_one.collect() }
    }
}

/// A detail with what it was asked for by.
#[derive(Clone, Copy, Debug)]
pub struct DetailOf<'a> {
    /// What was asked.
    pub asked: &'a DetailsAsked,
    /// What the rows say.
    pub detail: &'a Detail,
}

impl<'a> DetailOf<'a> {
    /// What stands in a column of the log; `None` where nothing does, or it was not asked.
    #[must_use]
    pub fn column(self, name: &str) -> Option<&'a str> {
        let at = self.asked.columns.iter().position(|column| **column == *name)?;
        self.detail.columns.get(at).map(|text| &**text).filter(|text| !text.is_empty())
    }

    /// A measure of one order, in its unit.
    #[must_use]
    pub fn of_one(self, name: &str) -> Option<Decimal> {
        let at = self.asked.measures.iter().position(|asked| *asked.measure.name == *name)?;
        let each = self.asked.measures[at].measure.each;
        self.detail.of_one.get(at).copied().flatten().map(|value| value / each)
    }

    /// What all orders together are topped up with by a guarantee that was reckoned while the log was read; `None`: nothing.
    #[must_use]
    pub fn topped_up(self, rule: usize) -> Option<ToppedUp> {
        let at = self.asked.floors.as_ref()?.rules.iter().position(|place| *place == rule)?;
        let numbers = self.detail.sums.get(self.asked.measures.len() + at * OF_A_FLOOR..)?.first_chunk()?;
        let [orders, due, counted, amount]: [Decimal; OF_A_FLOOR] = *numbers;
        let orders = u64::try_from(orders).ok().filter(|orders| *orders > 0)?;
        Some(ToppedUp { orders, due, counted, amount })
    }

    /// A measure of all orders together, in its unit; `None`: the log does not carry it.
    #[must_use]
    pub fn sum(self, measure: &Measure) -> Option<Decimal> {
        let at = self.asked.measures.iter().position(|asked| asked.measure.name == measure.name)?;
        self.detail.sums.get(at).map(|sum| *sum / measure.each)
    }
}

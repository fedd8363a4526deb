//! Details: by what rows of a tally are told apart beside their names, and the measures that they add up.

use std::hash::BuildHasher;
use std::sync::Arc;

use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;

use crate::agreement::asked::DetailsAsked;
use crate::agreement::measure::Measure;
use crate::units::Decimal;

/// What the parcels of a row of the tally have in common beside their names.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Detail {
    /// When the slice of the day begins in which all of them were delivered, in seconds since midnight; `None` where that is
    /// not known, or not asked.
    pub at: Option<u32>,
    /// What stands in each of the columns asked for; empty where nothing does.
    pub columns: Vec<Arc<str>>,
    /// Each measure by which orders are told apart, of one order; `None` of the others.
    pub of_one: Vec<Option<Decimal>>,
    /// How many orders, that is rows of the log, it stands for.
    pub orders: u64,
    /// Each measure of all of them together, as the column has it.
    pub sums: Vec<Decimal>,
}

/// The order of a row, as the log says it: columns by their numbers among the names, measures as they are written.
#[derive(Clone, Debug, Default)]
pub(crate) struct Order {
    pub columns: Vec<u32>,
    pub values: Vec<Decimal>,
    /// How many orders the row stands for.
    pub orders: u64,
}

/// By what orders are told apart, with names as numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Apart {
    pub slice: u8,
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
    FxBuildHasher.hash_one((apart.slice, &apart.columns, &apart.of_one))
}

impl Apart {
    /// Of an order in a slice of the day.
    pub(crate) fn of(asked: &DetailsAsked, slice: u8, order: Option<&Order>) -> Self {
        let Some(order) = order else { return Self { slice, ..Self::default() } };
        let one = |value: &Decimal| *value / Decimal::from(order.orders.max(1));
        let of_one = asked.measures.iter().zip(&order.values).map(|(asked, value)| asked.apart.then(|| one(value)));
        Self { slice, columns: order.columns.clone(), of_one: of_one.collect() }
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

    /// A measure of all orders together, in its unit; `None`: the log does not carry it.
    #[must_use]
    pub fn sum(self, measure: &Measure) -> Option<Decimal> {
        let at = self.asked.measures.iter().position(|asked| asked.measure.name == measure.name)?;
        self.detail.sums.get(at).map(|sum| *sum / measure.each)
    }
}

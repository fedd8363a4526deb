//! What the orders of each cell come to, number by number.
//!
//! Millions of orders are added here, nearly all written in a few digits. So each number of a cell is a whole number of the last place
//! that any order so far has written there, and what does not fit is added beside it as a decimal: all is exact.

use hashbrown::HashMap;
use rustc_hash::FxBuildHasher;

use crate::agreement::plain_floor::PlainTopUp;
use crate::units::Decimal;
use crate::units::number::{POWERS_OF_TEN, in_places};
use crate::units::plain_number::PlainNumber;

/// The sums of some numbers for each cell, and how many orders they are of.
#[derive(Debug, Default)]
pub(crate) struct Sums {
    /// How many places each number has so far.
    places: Vec<u32>,
    /// For each cell its orders, and behind them its numbers.
    whole: Vec<i64>,
    /// What is to be added to a number, by its place among all.
    beside: HashMap<usize, Decimal, FxBuildHasher>,
}

/// A number of more places is added as a decimal.
const MOST_PLACES: u32 = 6;

impl Sums {
    /// Of so many numbers an order.
    pub(crate) fn new(numbers: usize) -> Self {
        Self { places: vec![0; numbers], ..Self::default() }
    }

    /// Makes room for so many cells.
    #[inline]
    pub(crate) fn reach(&mut self, cells: usize) {
        let length = cells * (1 + self.places.len());
        if self.whole.len() < length {
            self.whole.resize(length, 0);
        }
    }

    /// Adds to a cell so many orders and their numbers.
    #[inline]
    pub(crate) fn add(&mut self, cell: usize, orders: u64, values: &[Decimal]) {
        let first = cell * (1 + self.places.len());
        self.whole[first] = self.whole[first].saturating_add(i64::try_from(orders).unwrap_or(i64::MAX));
        for (number, value) in values.iter().enumerate() {
            match PlainNumber::of(*value) {
                Some(plain) => self.add_number(first + 1 + number, number, plain),
                None => self.add_with_care(first + 1 + number, number, *value),
            }
        }
    }

    /// Adds to a cell one order of a few digits, and what it is topped up with.
    #[inline]
    pub(crate) fn add_plain(&mut self, cell: usize, measures: &[PlainNumber], top_up: Option<PlainTopUp>) {
        let first = cell * (1 + self.places.len());
        self.whole[first] = self.whole[first].saturating_add(1);
        self.add_numbers((first + 1, 0), measures);
        if let Some(PlainTopUp { due, counted, amount }) = top_up {
            let orders = PlainNumber { units: 1, places: 0 };
            self.add_numbers((first + 1, measures.len()), &[orders, due, counted, amount]);
        }
    }

    /// Adds to the numbers of a cell, from one on.
    #[inline]
    fn add_numbers(&mut self, (cell, from): (usize, usize), numbers: &[PlainNumber]) {
        let (sums, places) = (&mut self.whole[cell + from..], &self.places[from..]);
        let mut added = 0;
        for ((sum, places), number) in sums.iter_mut().zip(places).zip(numbers) {
            let Some(more) = sum.checked_add(number.units).filter(|_| number.places == *places) else { break };
            *sum = more;
            added += 1;
        }
        if added < numbers.len() {
            self.add_one_by_one((cell, from + added), &numbers[added..]);
        }
    }

    #[inline(never)]
    fn add_one_by_one(&mut self, (cell, from): (usize, usize), numbers: &[PlainNumber]) {
        for (number, value) in (from..).zip(numbers) {
            self.add_number(cell + number, number, *value);
        }
    }

    #[inline]
    fn add_number(&mut self, at: usize, number: usize, value: PlainNumber) {
        match value.in_places(self.places[number]).and_then(|units| self.whole[at].checked_add(units)) {
            Some(sum) => self.whole[at] = sum,
            None => self.add_with_care(at, number, value.into()),
        }
    }

    /// Adds a number that has more places than those before, or is too large.
    #[inline(never)]
    fn add_with_care(&mut self, at: usize, number: usize, value: Decimal) {
        if value.is_zero() {
            return;
        }
        let (has, wanted) = (self.places[number], value.scale());
        if wanted > has && wanted <= MOST_PLACES {
            self.places[number] = wanted;
            let power = POWERS_OF_TEN[(wanted - has) as usize];
            let numbers = 1 + self.places.len();
            for place in (1 + number..self.whole.len()).step_by(numbers) {
                let sum = self.whole[place];
                self.whole[place] = sum.checked_mul(power).unwrap_or_else(|| {
                    add_beside(&mut self.beside, place, Decimal::new(sum, has));
                    0
                });
            }
        }
        let sum = in_places(value, self.places[number]).and_then(|whole| self.whole[at].checked_add(whole));
        match sum {
            Some(sum) => self.whole[at] = sum,
            None => add_beside(&mut self.beside, at, value),
        }
    }

    /// How many orders a cell has, and its numbers.
    pub(crate) fn of(&self, cell: usize) -> (u64, Vec<Decimal>) {
        let first = cell * (1 + self.places.len());
        let Some(all) = self.whole.get(first..first + 1 + self.places.len()) else { return (0, Vec::new()) };
        let sum = |(number, whole): (usize, &i64)| {
            let sum = Decimal::new(*whole, self.places[number]);
            self.beside.get(&(first + 1 + number)).map_or(sum, |beside| sum.saturating_add(*beside))
        };
        (all[0].unsigned_abs(), all[1..].iter().enumerate().map(sum).collect())
    }
}

fn add_beside(beside: &mut HashMap<usize, Decimal, FxBuildHasher>, at: usize, value: Decimal) {
    let sum = beside.entry(at).or_default();
    *sum = sum.saturating_add(value);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// However many places the numbers have, and however large they are, the sum is that of decimals.
        #[test]
        fn sums_are_exact(values in prop::collection::vec((0..3_usize, any::<i64>(), 0..10_u32, 0..4_u32), 0..60)) {
            let (mut sums, mut expected) = (Sums::new(1), [Decimal::ZERO; 3]);
            for (cell, mantissa, places, kind) in values {
                let mantissa = if kind == 0 { mantissa } else { mantissa % 100_000 };
                let value = Decimal::new(mantissa, if kind < 2 { places } else { places % 3 });
                sums.reach(3);
                sums.add(cell, 1, &[value]);
                expected[cell] += value;
            }
            for (cell, expected) in expected.iter().enumerate() {
                prop_assert_eq!(sums.of(cell).1.first().copied().unwrap_or_default(), *expected);
            }
        }
    }
}

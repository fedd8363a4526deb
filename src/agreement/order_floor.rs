//! What is missing to the guarantee of one order on one day, by nothing but the measures of the order.
//!
//! Millions of orders pass here while a log is read, most of them written in a few plain digits: these are reckoned in whole
//! numbers of the last place, all others as decimals. Both come to the same figure, which a test holds them to.

use crate::units::number::{POWERS_OF_TEN, in_places};
use crate::units::{Decimal, Rounding};

/// The guarantee of an order on a day: so much for each of its measures, and what is compared with it.
#[derive(Clone, Debug)]
pub(crate) struct OrderFloor {
    due: Worth,
    counted: Worth,
    at_least: Option<Decimal>,
    rounding: Rounding,
    /// The least amount in the last place of the amounts; `None`: too large for whole numbers.
    whole_least: Option<i64>,
    /// How many places the amounts have.
    places: u32,
}

/// So much for each of some measures.
#[derive(Clone, Debug, Default)]
pub(crate) struct Worth {
    /// For each measure of the log, money for one as the column has it; zero where it does not count.
    pub each: Vec<Decimal>,
    whole: Vec<i64>,
}

/// What an order is topped up with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct OrderTopUp {
    /// What the guarantee comes to.
    pub due: Decimal,
    /// What is compared with it.
    pub counted: Decimal,
    /// The top-up, rounded.
    pub amount: Decimal,
}

/// The same in whole numbers of the last of some places.
struct Whole {
    due: i64,
    counted: i64,
    missing: i64,
    places: u32,
}

/// The most digits with which whole numbers are tried.
const PLAIN_PLACES: u32 = 6;

/// The most measures with which whole numbers are tried.
const MOST: usize = 8;

impl Worth {
    pub(crate) fn new(each: Vec<Decimal>) -> Self {
        Self { each, whole: Vec::new() }
    }

    fn in_places(self, places: u32) -> Option<Self> {
        let whole = self.each.iter().map(|amount| in_places(*amount, places)).collect::<Option<_>>()?;
        Some(Self { whole, ..self })
    }

    fn of(&self, values: &[Decimal], orders: Decimal) -> Decimal {
        self.each.iter().zip(values).map(|(each, value)| *value / orders * *each).sum()
    }

    #[inline]
    fn of_whole(&self, values: &[i64]) -> Option<i64> {
        self.whole.iter().zip(values).try_fold(0_i64, |sum, (each, value)| sum.checked_add(each.checked_mul(*value)?))
    }
}

impl OrderFloor {
    pub(crate) fn new(due: Worth, at_least: Option<Decimal>, counted: Worth, rounding: Rounding) -> Self {
        let amounts = || due.each.iter().chain(&counted.each).chain(&at_least);
        let places = amounts().map(Decimal::scale).max().unwrap_or(0);
        let whole_least = at_least.map_or(Some(i64::MIN), |least| in_places(least, places));
        let in_places = |worth: &Worth| worth.clone().in_places(places);
        let plain = in_places(&due).zip(in_places(&counted)).filter(|_| places <= PLAIN_PLACES);
        match plain {
            Some((due, counted)) => Self { due, counted, at_least, rounding, whole_least, places },
            None => Self { due, counted, at_least, rounding, whole_least: None, places },
        }
    }

    /// What so many alike orders are topped up with, each of them; `None` where nothing is missing. The values are of all of them.
    #[inline]
    pub(crate) fn top_up(&self, values: &[Decimal], orders: u64) -> Option<OrderTopUp> {
        let Some(Whole { due, counted, missing, places }) = self.of_whole(values).filter(|_| orders == 1) else {
            return self.with_care(values, orders);
        };
        let amount = || self.rounding.apply_to_whole_top_up(missing, places);
        let top_up =
            || OrderTopUp { due: Decimal::new(due, places), counted: Decimal::new(counted, places), amount: amount() };
        (missing > 0).then(top_up)
    }

    /// What one order comes to; `None` where it has too many digits for whole numbers.
    #[inline]
    fn of_whole(&self, values: &[Decimal]) -> Option<Whole> {
        let least = self.whole_least?;
        let places = values.iter().map(Decimal::scale).max().filter(|places| *places <= PLAIN_PLACES)?;
        let mut room = [0; MOST];
        let whole_values = room.get_mut(..values.len())?;
        for (whole_value, value) in whole_values.iter_mut().zip(values) {
            *whole_value = in_places(*value, places)?;
        }
        let least = if self.at_least.is_some() { least.checked_mul(POWERS_OF_TEN[places as usize])? } else { least };
        let due = self.due.of_whole(whole_values)?.max(least);
        let counted = self.counted.of_whole(whole_values)?;
        Some(Whole { due, counted, missing: due.checked_sub(counted)?, places: places + self.places })
    }

    #[inline(never)]
    fn with_care(&self, values: &[Decimal], orders: u64) -> Option<OrderTopUp> {
        let orders = Decimal::from(orders);
        let due = self.due.of(values, orders);
        let due = self.at_least.filter(|least| *least > due).unwrap_or(due);
        let counted = self.counted.of(values, orders);
        let missing = due - counted;
        let amount = || self.rounding.apply_to_top_up(missing).0;
        (missing > Decimal::ZERO).then(|| OrderTopUp { due, counted, amount: amount() })
    }
}

//! What is missing to the guarantee of one order on one day, by nothing but the measures of the order.

use crate::units::{Decimal, Rounding};

/// The guarantee of an order on a day: so much for each of its measures, and what is compared with it.
#[derive(Clone, Debug)]
pub(crate) struct OrderFloor {
    pub due: Worth,
    pub counted: Worth,
    pub at_least: Option<Decimal>,
    pub rounding: Rounding,
}

/// For each measure of the log, money for one as the column has it; zero where it does not count.
#[derive(Clone, Debug, Default)]
pub(crate) struct Worth(pub Vec<Decimal>);

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

impl Worth {
    fn of(&self, values: &[Decimal], orders: Decimal) -> Decimal {
        self.0.iter().zip(values).map(|(each, value)| *value / orders * *each).sum()
    }
}

impl OrderFloor {
    /// What so many alike orders are topped up with, each of them; `None` where nothing is missing. The values are of all of them.
    #[inline(never)]
    pub(crate) fn top_up(&self, values: &[Decimal], orders: u64) -> Option<OrderTopUp> {
        let orders = Decimal::from(orders);
        let due = self.due.of(values, orders);
        let due = self.at_least.filter(|least| *least > due).unwrap_or(due);
        let counted = self.counted.of(values, orders);
        let missing = due - counted;
        let amount = || self.rounding.apply_to_top_up(missing).0;
        (missing > Decimal::ZERO).then(|| OrderTopUp { due, counted, amount: amount() })
    }
}

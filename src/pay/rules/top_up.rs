//! What is topped up to one guarantee, all its orders, days or periods together.

use crate::deliveries::details::ToppedUp;
use crate::pay::ground::Ground;
use crate::pay::line::{Component, Line, TermWorth, Unit};
use crate::units::{Decimal, Yuan};

/// What is topped up to one rule.
pub(crate) struct TopUp {
    ground: Ground,
    count: u64,
    due: Decimal,
    /// What was paid.
    counted: Decimal,
    amount: Yuan,
    /// What was counted, as long as it is of one stretch.
    terms: Vec<TermWorth>,
}

impl TopUp {
    pub(crate) fn new(ground: Ground) -> Self {
        let (due, counted) = (Decimal::ZERO, Decimal::ZERO);
        Self { ground, count: 0, due, counted, amount: Yuan::ZERO, terms: Vec::new() }
    }

    /// Adds so many alike: what each is guaranteed, what is missing to it, its top-up, and what was counted.
    pub(crate) fn add(
        &mut self,
        alike: u64,
        ground: Ground,
        (due, missing): (Decimal, Decimal),
        (amount, terms): (Yuan, Vec<TermWorth>),
    ) {
        self.ground = self.ground.and(ground);
        self.count += alike;
        self.terms = if self.count == 1 { terms } else { Vec::new() };
        self.due += due * Decimal::from(alike);
        self.counted += (due - missing) * Decimal::from(alike);
        self.amount = Yuan(self.amount.0 + amount.0 * Decimal::from(alike));
    }

    /// Adds orders that were reckoned while the log was read.
    pub(crate) fn add_all(&mut self, ground: Ground, found: ToppedUp) {
        self.ground = self.ground.and(ground);
        self.count += found.orders;
        self.due += found.due;
        self.counted += found.counted;
        self.amount = Yuan(self.amount.0 + found.amount);
    }

    pub(crate) fn line(self, unit: Unit) -> Line {
        let quantity = Decimal::from(self.count);
        let line = Line::new(Component::TopUp, self.ground, unit, quantity, self.due / quantity, true);
        Line { less: self.counted, amount: self.amount, terms: self.terms, ..line }
    }
}

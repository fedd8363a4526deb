//! A monthly amount for some of the days of a month: amount × days ÷ calendar days. Absences leave parts of days.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::agreement::Agreement;
use crate::pay::ground::Ground;
use crate::pay::line::{Component, Line, Unit};
use crate::units::{Decimal, Month, Rounding};

/// A monthly amount for some of the days of a month, not rounded.
pub(crate) fn share(amount: Decimal, days: Decimal, month: Month) -> Decimal {
    let of = Decimal::from(month.days());
    if days == of { amount } else { amount * days / of }
}

/// The unit and quantity of a line for some of the days of a month: the whole month is 1.
pub(crate) fn part(month: Month, days: Decimal) -> (Unit, Decimal) {
    if days == Decimal::from(month.days()) {
        return (Unit::Month, Decimal::ONE);
    }
    (Unit::DayOf(month.days()), days)
}

/// A line for some of the days of a month.
pub(crate) fn line(
    rounding: Rounding,
    month: Month,
    component: Component,
    due: (Decimal, Ground),
    days: Decimal,
    counts_towards_floor: bool,
) -> Line {
    let (rate, ground) = due;
    let (unit, quantity) = part(month, days);
    let amount = rounding.apply(share(rate, days, month));
    Line { amount, ..Line::new(component, ground, unit, quantity, rate, counts_towards_floor) }
}

/// The days on which each amount of a rule is due, in the order of amount and clause. Figures of one amount and one clause are one.
#[derive(Default)]
pub(crate) struct DaysByAmount {
    days: BTreeMap<(Decimal, Arc<str>), (Decimal, Ground)>,
}

impl DaysByAmount {
    /// Adds days with an amount.
    pub(crate) fn add(&mut self, agreement: &Agreement, due: (Decimal, Ground), days: Decimal) {
        let (amount, ground) = due;
        let key = (amount, Arc::clone(ground.clause(agreement)));
        let (sum, same) = self.days.entry(key).or_insert((Decimal::ZERO, ground));
        *sum += days;
        *same = same.and(ground);
    }

    /// Each amount, on what it rests, and its days.
    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = ((Decimal, Ground), Decimal)> {
        self.days.iter().map(|((amount, _), (days, ground))| ((*amount, *ground), *days))
    }
}

//! A monthly amount for some of the days of a month: amount × days ÷ calendar days, or base and allowances by 21.75 paid days where
//! an agreement asks for it. Absences leave parts of days.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::agreement::Agreement;
use crate::agreement::document::Proration;
use crate::pay::ground::Ground;
use crate::pay::line::{Component, Line, Unit};
use crate::pay::worksheet::PaySlot;
use crate::units::{Date, Decimal, PayPeriod, Rounding};

/// A monthly amount for some of the days of a month, not rounded.
pub(crate) fn share(amount: Decimal, days: Decimal, month: PayPeriod) -> Decimal {
    let of = Decimal::from(month.days_of_month());
    if days == of { amount } else { amount * days / of }
}

/// The unit and quantity of a line for some of the days of a month: the whole month is 1.
pub(crate) fn part(month: PayPeriod, days: Decimal) -> (Unit, Decimal) {
    if days == Decimal::from(month.days_of_month()) {
        return (Unit::Month, Decimal::ONE);
    }
    (Unit::DayOf(month.days_of_month()), days)
}

/// The paid days of a month, the mean of a year without its weekends (人社部发〔2025〕2号).
pub(crate) const PAID_DAYS: Decimal = Decimal::from_parts(2175, 0, 0, false, 2);

/// How the base and the allowances of a pay slot are cut by the days employed.
pub(crate) struct Wages {
    month: PayPeriod,
    /// By paid days: of the days employed how many there are, and as how many of 21.75 they count; else by calendar days.
    paid: Option<(Decimal, Decimal)>,
}

impl Wages {
    /// Of a pay slot, as the agreement asks; in a month that is cut for a year's figures by calendar days, as those are counted.
    pub(crate) fn of(slot: &PaySlot, agreement: &Agreement) -> Self {
        let month = slot.month;
        let paid = (agreement.proration == Proration::PaidDays && slot.cut().is_none()).then(|| {
            let of_month = paid_days(month.first(), month.days());
            let employed: Decimal = slot.employed.iter().map(|period| paid_days(period.from, period.days)).sum();
            let half_or_more = employed + employed >= of_month;
            (employed, if half_or_more { PAID_DAYS - (of_month - employed) } else { employed })
        });
        Self { month, paid }
    }

    /// By calendar days, whatever the agreement asks.
    pub(crate) const fn by_calendar(month: PayPeriod) -> Self {
        Self { month, paid: None }
    }

    /// The days that count, of some days in a row.
    pub(crate) fn days(&self, from: Date, days: i8) -> Decimal {
        if self.paid.is_some() { paid_days(from, days) } else { Decimal::from(days) }
    }

    /// A monthly amount for some of the days that count, not rounded.
    pub(crate) fn share(&self, amount: Decimal, days: Decimal) -> Decimal {
        match self.paid {
            None => share(amount, days, self.month),
            Some((employed, _)) if employed.is_zero() => Decimal::ZERO,
            Some((employed, counting)) => amount * days * counting / (employed * PAID_DAYS),
        }
    }

    /// A line for some of the days that count.
    pub(crate) fn line(
        &self,
        rounding: Rounding,
        component: Component,
        (rate, ground): (Decimal, Ground),
        days: Decimal,
        counts_towards_floor: bool,
    ) -> Line {
        let (unit, quantity) = match self.paid {
            None => part(self.month, days),
            Some((employed, _)) if employed.is_zero() => (Unit::PaidDay, Decimal::ZERO),
            Some((employed, counting)) if days == employed && counting == PAID_DAYS => (Unit::Month, Decimal::ONE),
            Some((employed, counting)) => (Unit::PaidDay, days * counting / employed),
        };
        let amount = rounding.apply(self.share(rate, days));
        Line { amount, ..Line::new(component, ground, unit, quantity, rate, counts_towards_floor) }
    }
}

/// How many of some days in a row are paid ones, Monday to Friday.
fn paid_days(from: Date, days: i8) -> Decimal {
    let first = i32::from(from.weekday().to_monday_zero_offset());
    let all = (0..i32::from(days)).filter(|day| (first + day) % 7 < 5);
    Decimal::from(all.count())
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

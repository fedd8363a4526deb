//! Wages by time and distance: rates per hour, day and kilometre of attendance.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::agreement::Agreement;
use crate::agreement::kinds::{Kind, Per, Rate};
use crate::pay::ground::Ground;
use crate::pay::line::{Component, Line, Unit};
use crate::pay::observed::Observed;
use crate::pay::slot_pricing::SlotPricing;
use crate::units::{Date, Decimal};
use crate::workforce::roster::Terms;

/// What a rate by time pays for one day.
pub(crate) struct PaidDay<'a> {
    pub(crate) rate: &'a Rate,
    pub(crate) date: Date,
    pub(crate) terms: Option<&'a Terms>,
    /// Hours, kilometres, or one day.
    pub(crate) quantity: Decimal,
    /// Yuan for each.
    pub(crate) amount: Decimal,
    pub(crate) ground: Ground,
}

impl PaidDay<'_> {
    /// What is counted.
    pub(crate) const fn unit(&self) -> Unit {
        match self.rate.per {
            Per::Hour => Unit::Hour,
            Per::Day => Unit::Day,
            Per::Km | Per::Parcel | Per::Month => Unit::Km,
        }
    }
}

/// What the rates by time and distance pay, day by day, in the order of the rules.
pub(crate) fn paid_days<'s>(of: &SlotPricing<'s, '_>, observed: &mut Observed) -> Vec<PaidDay<'s>> {
    let mut paid = Vec::new();
    for (place, rule) in of.rules() {
        let Kind::Rate(rate) = &rule.kind else { continue };
        if !matches!(rate.per, Per::Hour | Per::Day | Per::Km) {
            continue;
        }
        for (date, day, terms) in of.attended.iter().copied() {
            let quantity = match rate.per {
                Per::Hour => day.hours(),
                Per::Km => day.km(),
                Per::Day | Per::Parcel | Per::Month => Decimal::from(u8::from(day.is_worked())),
            };
            if !quantity.is_zero()
                && let Some((amount, ground)) = of.amount(place, terms, date, observed)
            {
                paid.push(PaidDay { rate, date, terms, quantity, amount, ground });
            }
        }
    }
    paid
}

/// The lines by time and distance of a payslip: one for each rule, amount and clause.
pub(crate) fn lines(agreement: &Agreement, paid: &[PaidDay<'_>]) -> Vec<Line> {
    let mut lines = Vec::new();
    for of_rule in paid.chunk_by(|one, next| one.ground.place() == next.ground.place()) {
        let rate = of_rule[0].rate;
        let unit = of_rule[0].unit();
        let component = if unit == Unit::Km { Component::Allowance } else { Component::Base };
        let mut quantities: BTreeMap<(Decimal, &Arc<str>), (Decimal, Ground)> = BTreeMap::new();
        for day in of_rule {
            let key = (day.amount, day.ground.clause(agreement));
            let (sum, same) = quantities.entry(key).or_insert((Decimal::ZERO, day.ground));
            *sum += day.quantity;
            *same = same.and(day.ground);
        }
        lines.extend(quantities.into_iter().map(|((amount, _), (quantity, ground))| Line {
            amount: agreement.rounding.apply(quantity * amount),
            ..Line::new(component, ground, unit, quantity, amount, rate.counts_towards_floor)
        }));
    }
    lines
}

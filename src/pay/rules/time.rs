//! Wages by time, distance and other measures: rates per hour, day and kilometre of attendance, and per measure of the
//! attendance or of the log.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::agreement::Agreement;
use crate::agreement::kinds::{Kind, PaidBy, Per, Rate};
use crate::agreement::measure::{Measure, MeasureUnit};
use crate::pay::ground::Ground;
use crate::pay::line::{Component, Line, Unit};
use crate::pay::observed::Observed;
use crate::pay::slot_pricing::SlotPricing;
use crate::pay::worksheet::Worksheet;
use crate::units::{Date, Decimal};
use crate::workforce::roster::Terms;

/// What a rate by time or by a measure pays for one day, or for the orders of one count.
pub(crate) struct PaidDay<'a> {
    pub(crate) rate: &'a Rate,
    pub(crate) date: Date,
    pub(crate) terms: Option<&'a Terms>,
    /// The count of the worksheet whose orders it pays; `None`: attendance.
    pub(crate) count: Option<usize>,
    /// Hours, kilometres, one day, or so many of a measure.
    pub(crate) quantity: Decimal,
    /// Money for each.
    pub(crate) amount: Decimal,
    pub(crate) ground: Ground,
}

impl PaidDay<'_> {
    /// What is counted.
    pub(crate) fn unit(&self) -> Unit {
        match (self.rate.per, &self.rate.measure) {
            (Per::Measure, Some(measure)) => of_measure(measure),
            (Per::Hour, _) => Unit::Hour,
            (Per::Day, _) => Unit::Day,
            (Per::Km | Per::Parcel | Per::Month | Per::Measure, _) => Unit::Km,
        }
    }

    /// By what it is paid, where premiums may multiply it: kilometres have none.
    pub(crate) const fn paid_by(&self) -> Option<PaidBy> {
        match self.rate.per {
            Per::Hour => Some(PaidBy::Hour),
            Per::Day => Some(PaidBy::Day),
            Per::Measure => Some(PaidBy::Measure),
            Per::Km | Per::Parcel | Per::Month => None,
        }
    }

    /// The part of the pay that it belongs to.
    fn component(&self) -> Component {
        match self.unit() {
            Unit::Km | Unit::Measure(MeasureUnit::Mile) => Component::Allowance,
            _ if self.count.is_some() => Component::Piece,
            _ => Component::Base,
        }
    }
}

/// The unit of a measure.
pub(crate) fn of_measure(measure: &Measure) -> Unit {
    match measure.unit {
        MeasureUnit::Hour => Unit::Hour,
        MeasureUnit::Km => Unit::Km,
        unit => Unit::Measure(unit),
    }
}

/// What the rates by time, distance and measures pay, day by day, in the order of the rules.
pub(crate) fn paid_days<'s>(
    of: &SlotPricing<'s, '_>,
    worksheet: &'s Worksheet,
    observed: &mut Observed,
) -> Vec<PaidDay<'s>> {
    let mut paid = Vec::new();
    for (place, rule) in of.rules() {
        let Kind::Rate(rate) = &rule.kind else { continue };
        let by_time = matches!(rate.per, Per::Hour | Per::Day | Per::Km);
        let measured = rate.measure.as_deref().filter(|_| rate.per == Per::Measure);
        let attended = measured.is_some_and(|measure| of.context.attended_measure(measure).is_some());
        if by_time || attended {
            for (date, day, terms) in of.attended.iter().copied() {
                let quantity = match (rate.per, measured) {
                    (_, Some(measure)) => of.context.measured_on(measure, day),
                    (Per::Hour, _) => day.hours(),
                    (Per::Km, _) => day.km(),
                    _ => Decimal::from(u8::from(day.is_worked())),
                };
                if !quantity.is_zero()
                    && let Some((amount, ground)) = of.amount(place, terms, date, observed)
                {
                    paid.push(PaidDay { rate, date, terms, count: None, quantity, amount, ground });
                }
            }
        } else if let Some(measure) = measured {
            paid.extend(of_orders(of, worksheet, (place, rate), measure, observed));
        }
    }
    paid
}

/// What a rate by a measure of the log pays, count by count.
fn of_orders<'s>(
    of: &SlotPricing<'s, '_>,
    worksheet: &'s Worksheet,
    (place, rate): (usize, &'s Rate),
    measure: &Measure,
    observed: &mut Observed,
) -> Vec<PaidDay<'s>> {
    let mut paid = Vec::new();
    if of.unmet.contains(&place) {
        return paid;
    }
    for index in of.slot.counts.clone() {
        let count = &worksheet.counts[index];
        let quantity = worksheet.detail(count).and_then(|detail| detail.sum(measure)).unwrap_or_default();
        let parcels = worksheet.parcels(of.slot, count);
        if quantity.is_zero() || !of.context.agreement.rules[place].applies_to(&parcels, count.date) {
            continue;
        }
        if let Some((amount, ground)) = of.context.amount(place, &parcels, count.date, of.scenario, observed) {
            let terms = count.terms.as_deref();
            paid.push(PaidDay { rate, date: count.date, terms, count: Some(index), quantity, amount, ground });
        }
    }
    paid
}

/// The lines by time, distance and measures of a payslip: one for each rule, amount and clause.
pub(crate) fn lines(agreement: &Agreement, paid: &[PaidDay<'_>]) -> Vec<Line> {
    let mut lines = Vec::new();
    for of_rule in paid.chunk_by(|one, next| one.ground.place() == next.ground.place()) {
        let (rate, unit, component) = (of_rule[0].rate, of_rule[0].unit(), of_rule[0].component());
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

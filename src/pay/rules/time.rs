//! Wages by time and distance: rates per hour, day and kilometre of attendance.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::agreement::kinds::{Kind, Per};
use crate::pay::ground::Ground;
use crate::pay::line::{Component, Line, Unit};
use crate::pay::observed::Observed;
use crate::pay::slot_pricing::SlotPricing;
use crate::pay::worksheet::PaySlot;
use crate::units::{Date, Decimal};
use crate::workforce::Workforce;
use crate::workforce::day::Day;
use crate::workforce::roster::Terms;

/// A day of attendance, with the terms of employment where the roster has them.
pub(crate) type Attended<'a> = (Date, &'a Day, Option<&'a Terms>);

/// The days of attendance that a payslip pays: of those asked for, with a roster those employed.
pub(crate) fn attended<'a>(workforce: &Workforce, slot: &'a PaySlot) -> Vec<Attended<'a>> {
    let asked = slot.days().filter(|(date, _)| slot.asked.contains(*date));
    let with_terms = asked.map(|(date, day)| (date, day, slot.terms(date)));
    with_terms.filter(|(.., terms)| terms.is_some() || workforce.roster.is_none()).collect()
}

/// The lines by time and distance of a payslip: one for each rule and amount.
pub(crate) fn lines(of: &SlotPricing<'_, '_>, observed: &mut Observed) -> Vec<Line> {
    let agreement = of.context.agreement;
    let mut lines = Vec::new();
    for (place, rule) in of.rules() {
        let Kind::Rate(rate) = &rule.kind else { continue };
        let (component, unit) = match rate.per {
            Per::Hour => (Component::Base, Unit::Hour),
            Per::Day => (Component::Base, Unit::Day),
            Per::Km => (Component::Allowance, Unit::Km),
            Per::Parcel | Per::Month => continue,
        };
        let mut quantities: BTreeMap<(Decimal, &Arc<str>), (Decimal, Ground)> = BTreeMap::new();
        for (date, day, terms) in attended(of.context.workforce, of.slot) {
            let quantity = match rate.per {
                Per::Hour => day.hours(),
                Per::Km => day.km(),
                Per::Day | Per::Parcel | Per::Month => Decimal::from(u8::from(day.is_worked())),
            };
            if !quantity.is_zero()
                && let Some((amount, ground)) = of.amount(place, terms, date, observed)
            {
                let key = (amount, ground.clause(agreement));
                let (sum, same) = quantities.entry(key).or_insert((Decimal::ZERO, ground));
                *sum += quantity;
                *same = same.and(ground);
            }
        }
        lines.extend(quantities.into_iter().map(|((amount, _), (quantity, ground))| Line {
            amount: agreement.rounding.apply(quantity * amount),
            ..Line::new(component, ground, unit, quantity, amount, rate.counts_towards_floor)
        }));
    }
    lines
}

//! Wages by time and distance: rates per hour, day and kilometre of attendance.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::agreement::kinds::{Kind, Per};
use crate::pay::amount::Desk;
use crate::pay::ledger::Sheet;
use crate::pay::line::{Component, Line, Unit};
use crate::pay::subject::Person;
use crate::units::{Date, Decimal};
use crate::workforce::attendance::Day;
use crate::workforce::roster::Terms;

/// A day of attendance, with the terms of employment where the roster has them.
pub(crate) type Attended<'a> = (Date, &'a Day, Option<&'a Terms>);

/// The days of attendance that belong to a payslip: those on which the roster has the courier with this company, or,
/// where it has several or there is no roster, with the first by name.
pub(crate) fn attended<'a>(desk: &Desk<'a>, sheet: &'a Sheet) -> Vec<Attended<'a>> {
    let workforce = desk.workforce;
    let Some(attendance) = workforce.attendance.as_deref() else { return Vec::new() };
    let in_month = attendance.of(&sheet.courier, sheet.month);
    if workforce.roster.is_none() {
        return in_month.filter(|_| sheet.first).map(|(date, day)| (date, day, None)).collect();
    }
    let own = |date: Date| sheet.employed.iter().find(|spell| spell.contains(date)).map(|spell| &*spell.terms);
    in_month
        .filter_map(|(date, day)| Some((date, day, Some(own(date)?))))
        .filter(|(date, ..)| {
            let employers = workforce.roster.as_deref().map(|roster| roster.on(&sheet.courier, *date));
            employers.is_some_and(|employers| employers.len() < 2 || employers[0].company == sheet.company)
        })
        .collect()
}

/// The lines by time and distance of a payslip: one for each rule and amount.
pub(crate) fn lines(desk: &mut Desk<'_>, sheet: &Sheet) -> Vec<Line> {
    let agreement = desk.agreement;
    let mut lines = Vec::new();
    for (index, rule) in agreement.rules.iter().enumerate() {
        let Kind::Rate(rate) = &rule.kind else { continue };
        let (component, unit) = match rate.per {
            Per::Hour => (Component::Base, Unit::Hour),
            Per::Day => (Component::Base, Unit::Day),
            Per::Km => (Component::Allowance, Unit::Km),
            Per::Parcel | Per::Month => continue,
        };
        let mut quantities: BTreeMap<(Decimal, Arc<str>), Decimal> = BTreeMap::new();
        for (date, day, terms) in attended(desk, sheet) {
            let quantity = match rate.per {
                Per::Hour => day.hours,
                Per::Km => day.km.unwrap_or_default(),
                Per::Day | Per::Parcel | Per::Month => Decimal::from(u8::from(!day.hours.is_zero())),
            };
            let person = Person { company: &sheet.company, courier: &sheet.courier, terms };
            if !quantity.is_zero()
                && rule.reaches(&person, date)
                && let Some(amount) = desk.amount(index, &person, date)
            {
                *quantities.entry((amount, Arc::clone(desk.clause(index, date)))).or_default() += quantity;
            }
        }
        for ((amount, clause), quantity) in quantities {
            lines.push(Line {
                component,
                rule: Arc::clone(&rule.id),
                clause,
                area: Arc::default(),
                service: Arc::default(),
                unit,
                quantity,
                rate: amount,
                tier: None,
                multiple: None,
                amount: agreement.rounding.apply(quantity * amount),
                counts_towards_floor: rate.counts_towards_floor,
            });
        }
    }
    lines
}

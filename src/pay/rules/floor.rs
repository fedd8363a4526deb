//! The floor: what is missing to the guarantee of the month is a top-up.

use std::sync::Arc;

use crate::agreement::kinds::{Kind, Per};
use crate::pay::amount::Desk;
use crate::pay::ledger::Sheet;
use crate::pay::line::{Component, Guarantee, Line, Unit};
use crate::pay::rules::base::{Days, part, share};
use crate::pay::rules::time::attended;
use crate::pay::subject::Person;
use crate::units::{Decimal, Yuan};

/// The guarantee of a payslip: of several floors, the highest.
pub(crate) fn guarantee(desk: &mut Desk<'_>, sheet: &Sheet) -> Option<Guarantee> {
    let all = guarantees(desk, sheet).into_iter().map(|(_, guarantee)| guarantee);
    all.reduce(|highest, next| if next.due > highest.due { next } else { highest })
}

/// What each floor guarantees, with the index of its rule.
pub(crate) fn guarantees(desk: &mut Desk<'_>, sheet: &Sheet) -> Vec<(usize, Guarantee)> {
    let agreement = desk.agreement;
    let mut guarantees = Vec::new();
    for (index, rule) in agreement.rules.iter().enumerate() {
        let Kind::Floor(floor) = &rule.kind else { continue };
        let guarantee = match floor.per {
            Per::Hour => by_hour(desk, sheet, index),
            Per::Month | Per::Day | Per::Km | Per::Parcel => by_month(desk, sheet, index),
        };
        guarantees.extend(guarantee.map(|guarantee| (index, guarantee)));
    }
    guarantees
}

/// The top-up of a payslip: the guarantee less the lines that count towards it; rounded up.
pub(crate) fn top_up(desk: &Desk<'_>, guarantee: &Guarantee, lines: &[Line]) -> Option<Line> {
    let counted: Yuan = lines.iter().filter(|line| line.counts_towards_floor).map(|line| line.amount).sum();
    let missing = guarantee.due - counted.0;
    (missing > Decimal::ZERO).then(|| Line {
        component: Component::TopUp,
        rule: Arc::clone(&guarantee.rule),
        clause: Arc::clone(&guarantee.clause),
        area: Arc::default(),
        service: Arc::default(),
        unit: guarantee.unit,
        quantity: guarantee.quantity,
        rate: guarantee.rate,
        tier: None,
        multiple: None,
        amount: desk.agreement.rounding.apply_up(missing),
        counts_towards_floor: false,
    })
}

/// Floor × days employed ÷ calendar days. Where the floor changes within the month, its part of each spell.
fn by_month(desk: &mut Desk<'_>, sheet: &Sheet, index: usize) -> Option<Guarantee> {
    let rule = &desk.agreement.rules[index];
    let mut days: Days<(Decimal, Arc<str>)> = Days::new();
    for (day, count, terms) in sheet.spells(&Arc::clone(&desk.turns)) {
        let person = Person { company: &sheet.company, courier: &sheet.courier, terms: Some(terms) };
        if rule.reaches(&person, day)
            && let Some(amount) = desk.amount(index, &person, day)
        {
            *days.entry((amount, Arc::clone(desk.clause(index, day)))).or_default() += count;
        }
    }
    let due = days.iter().map(|((amount, _), days)| share(*amount, *days, sheet.month)).sum();
    let (unit, quantity) = part(sheet.month, days.values().sum());
    let ((rate, clause), _) = days.pop_last()?;
    Some(Guarantee { rule: Arc::clone(&rule.id), clause, unit, quantity, rate, due })
}

/// Floor × hours of attendance. It holds by the hour worked, so that it needs no roster.
fn by_hour(desk: &mut Desk<'_>, sheet: &Sheet, index: usize) -> Option<Guarantee> {
    let rule = &desk.agreement.rules[index];
    let (mut due, mut hours, mut last) = (Decimal::ZERO, Decimal::ZERO, None);
    for (date, day, terms) in attended(desk, sheet) {
        let person = Person { company: &sheet.company, courier: &sheet.courier, terms };
        if rule.reaches(&person, date)
            && let Some(amount) = desk.amount(index, &person, date)
        {
            due += day.hours * amount;
            hours += day.hours;
            last = Some((amount, Arc::clone(desk.clause(index, date))));
        }
    }
    let (rate, clause) = last?;
    Some(Guarantee { rule: Arc::clone(&rule.id), clause, unit: Unit::Hour, quantity: hours, rate, due })
}

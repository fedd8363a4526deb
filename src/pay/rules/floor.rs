//! The floor: what is missing to the guarantee of the month is a top-up.

use crate::agreement::Agreement;
use crate::agreement::kinds::{Kind, Per};
use crate::pay::line::{Component, Guarantee, Line, Unit};
use crate::pay::observed::Observed;
use crate::pay::proration;
use crate::pay::rules::time::attended;
use crate::pay::slot_pricing::SlotPricing;
use crate::units::{Decimal, Yuan};

/// What each floor guarantees, in the order of the rules.
pub(crate) fn guarantees(of: &SlotPricing<'_, '_>, observed: &mut Observed) -> Vec<Guarantee> {
    let mut guarantees = Vec::new();
    for (place, rule) in of.rules() {
        let Kind::Floor(floor) = &rule.kind else { continue };
        guarantees.extend(match floor.per {
            Per::Hour => by_hour(of, place, observed),
            Per::Month | Per::Day | Per::Km | Per::Parcel => by_month(of, place, observed),
        });
    }
    guarantees
}

/// Of several guarantees the highest, the first of equal ones.
pub(crate) fn highest(guarantees: &[Guarantee]) -> Option<&Guarantee> {
    guarantees.iter().reduce(|highest, next| if next.due > highest.due { next } else { highest })
}

/// The top-up of a payslip: the guarantee less the lines that count towards it; rounded up.
pub(crate) fn top_up(agreement: &Agreement, guarantee: &Guarantee, lines: &[Line]) -> Option<Line> {
    let missing = guarantee.due - counted(lines).0;
    let Guarantee { ground, unit, quantity, rate, .. } = *guarantee;
    (missing > Decimal::ZERO).then(|| Line {
        amount: agreement.rounding.apply_up(missing),
        ..Line::new(Component::TopUp, ground, unit, quantity, rate, false)
    })
}

/// What counts towards the floor, in yuan.
pub(crate) fn counted(lines: &[Line]) -> Yuan {
    lines.iter().filter(|line| line.counts_towards_floor).map(|line| line.amount).sum()
}

/// Floor × days employed ÷ calendar days. Where the floor changes within the month, its part of each period.
fn by_month(of: &SlotPricing<'_, '_>, rule: usize, observed: &mut Observed) -> Option<Guarantee> {
    let (days, month) = (of.by_month(rule, observed), of.slot.month);
    let due = days.iter().map(|((amount, _), days)| proration::share(amount, days, month)).sum();
    let (unit, quantity) = proration::part(month, days.iter().map(|(_, days)| days).sum());
    let ((rate, ground), _) = days.iter().next_back()?;
    Some(Guarantee { ground, unit, quantity, rate, due })
}

/// Floor × hours of attendance. It holds by the hour worked, so that it needs no roster.
fn by_hour(of: &SlotPricing<'_, '_>, rule: usize, observed: &mut Observed) -> Option<Guarantee> {
    let (mut due, mut hours, mut last) = (Decimal::ZERO, Decimal::ZERO, None);
    for (date, day, terms) in attended(of.context.workforce, of.slot) {
        if let Some((amount, ground)) = of.amount(rule, terms, date, observed) {
            due += day.hours * amount;
            hours += day.hours;
            last = Some((amount, ground));
        }
    }
    let (rate, ground) = last?;
    Some(Guarantee { ground, unit: Unit::Hour, quantity: hours, rate, due })
}

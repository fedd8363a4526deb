//! The floor: what is missing to the guarantee of the month is a top-up.

use crate::agreement::Agreement;
use crate::agreement::kinds::{Kind, Per};
use crate::pay::line::{Component, Guarantee, Line, Scenario, Unit};
use crate::pay::observed::Observed;
use crate::pay::pricing::PricingContext;
use crate::pay::proration;
use crate::pay::rules::time::attended;
use crate::pay::subject::Person;
use crate::pay::worksheet::PaySlot;
use crate::units::{Decimal, Yuan};

/// What each floor guarantees, in the order of the rules.
pub(crate) fn guarantees(
    context: &PricingContext<'_>,
    slot: &PaySlot,
    scenario: Scenario,
    observed: &mut Observed,
) -> Vec<Guarantee> {
    let mut guarantees = Vec::new();
    for (index, rule) in context.agreement.rules.iter().enumerate() {
        let Kind::Floor(floor) = &rule.kind else { continue };
        guarantees.extend(match floor.per {
            Per::Hour => by_hour(context, slot, index, scenario, observed),
            Per::Month | Per::Day | Per::Km | Per::Parcel => by_month(context, slot, index, scenario, observed),
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
fn by_month(
    context: &PricingContext<'_>,
    slot: &PaySlot,
    rule: usize,
    scenario: Scenario,
    observed: &mut Observed,
) -> Option<Guarantee> {
    let days = proration::by_month(context, slot, rule, scenario, observed);
    let due = days.iter().map(|((amount, _), days)| proration::share(amount, days, slot.month)).sum();
    let (unit, quantity) = proration::part(slot.month, days.iter().map(|(_, days)| days).sum());
    let ((rate, ground), _) = days.iter().next_back()?;
    Some(Guarantee { ground, unit, quantity, rate, due })
}

/// Floor × hours of attendance. It holds by the hour worked, so that it needs no roster.
fn by_hour(
    context: &PricingContext<'_>,
    slot: &PaySlot,
    index: usize,
    scenario: Scenario,
    observed: &mut Observed,
) -> Option<Guarantee> {
    let rule = &context.agreement.rules[index];
    let (mut due, mut hours, mut last) = (Decimal::ZERO, Decimal::ZERO, None);
    for (date, day, terms) in attended(context.workforce, slot) {
        let person = Person { company: &slot.company, courier: &slot.courier, terms };
        if rule.applies_to(&person, date)
            && let Some((amount, ground)) = context.amount(index, &person, date, scenario, observed)
        {
            due += day.hours * amount;
            hours += day.hours;
            last = Some((amount, ground));
        }
    }
    let (rate, ground) = last?;
    Some(Guarantee { ground, unit: Unit::Hour, quantity: hours, rate, due })
}

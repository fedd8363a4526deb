//! Bonuses: so much for each full number of parcels of a day, a week, a pay period or a year, up to a highest sum.

use std::collections::BTreeMap;

use crate::agreement::counting::Bonus;
use crate::agreement::kinds::{Kind, Rate};
use crate::pay::ground::Ground;
use crate::pay::line::{Component, Line, Unit};
use crate::pay::observed::Observed;
use crate::pay::rules::cut::Cut;
use crate::pay::rules::ladder;
use crate::pay::slot_pricing::SlotPricing;
use crate::pay::worksheet::Worksheet;
use crate::units::{Date, Decimal, Yuan, rounding};

/// The bonus lines of a payslip: one for each rule, amount and clause.
pub(crate) fn lines(of: &SlotPricing<'_, '_>, worksheet: &Worksheet, observed: &mut Observed) -> Vec<Line> {
    let mut lines = Vec::new();
    for (place, rule) in of.rules() {
        let Kind::Rate(rate @ Rate { bonus: Some(bonus), .. }) = &rule.kind else { continue };
        if of.unmet.contains(&place) {
            continue;
        }
        let counted = counted(of, worksheet, (place, rate));
        let mut paid: BTreeMap<(Decimal, Ground), Decimal> = BTreeMap::new();
        let mut highest = bonus.at_most.map(|_| Decimal::ZERO);
        for together in counted.chunk_by(|one, next| first(of, rate, *one) == first(of, rate, *next)) {
            let most = of_count(of, worksheet, (place, rate, bonus), together, &mut paid, observed);
            highest = highest.zip(most).map(|(sum, most)| sum + most);
        }
        let rounding = of.slot.rounding(of.context.agreement);
        let mut of_rule = Vec::new();
        for ((amount, ground), quantity) in paid {
            let line =
                Line::new(Component::Allowance, ground, Unit::Bonus, quantity, amount, rate.counts_towards_floor);
            of_rule.push(Line { amount: rounding.apply(quantity * amount), ..line });
        }
        if let Some(highest) = highest {
            keep_at_most(rounding.apply_down(highest), &mut of_rule);
        }
        lines.extend(of_rule);
    }
    lines
}

/// Takes off what rounding has put on top of the most that bonuses come to, from a bonus paid in part before others: it is the
/// smaller.
fn keep_at_most(most: Yuan, lines: &mut [Line]) {
    let mut room = most;
    for line in lines.iter_mut().rev() {
        line.amount = line.amount.min(room);
        room = Yuan(room.0 - line.amount.0);
    }
}

/// A count of the worksheet: its day, its place, and whether the slot pays it.
type Counted = (Date, usize, bool);

/// The first of the days that are counted with those of a count.
fn first(of: &SlotPricing<'_, '_>, rate: &Rate, (date, ..): Counted) -> Date {
    rate.counting.by.first(date, of.slot.month)
}

/// The counts whose parcels the rule is for, in the order of their days.
fn counted(of: &SlotPricing<'_, '_>, worksheet: &Worksheet, (place, rate): (usize, &Rate)) -> Vec<Counted> {
    let beside = ladder::counted_beside(worksheet, of.slot, rate.counting.by);
    let all = of.slot.counts.clone().map(|index| (index, true)).chain(beside.into_iter().map(|index| (index, false)));
    let mut counted: Vec<Counted> = all
        .map(|(index, is_paid)| (worksheet.counts[index].date, index, is_paid))
        .filter(|(date, index, _)| {
            let parcels = worksheet.parcels(of.slot, &worksheet.counts[*index]);
            of.context.agreement.rules[place].applies_to(&parcels, *date)
        })
        .collect();
    counted.sort_by_key(|(date, index, _)| (*date, *index));
    counted
}

/// Adds what the counts of one day, week, pay period or year come to, each bonus by the figure of the day on which it is reached;
/// the most that may be paid of it here.
fn of_count(
    of: &SlotPricing<'_, '_>,
    worksheet: &Worksheet,
    (place, rate, bonus): (usize, &Rate, &Bonus),
    together: &[Counted],
    paid: &mut BTreeMap<(Decimal, Ground), Decimal>,
    observed: &mut Observed,
) -> Option<Decimal> {
    let cut = Cut::of(of.slot, rate.counting.by, together[0].0);
    let each = cut.begins(bonus.each).max(1);
    let (mut reached, mut sum, mut elsewhere) = (0, Decimal::ZERO, Decimal::ZERO);
    let mut most_here = bonus.at_most.map(|_| Decimal::ZERO);
    for (date, index, is_paid) in together {
        let count = &worksheet.counts[*index];
        let before = reached / each;
        reached += cut.parts(count.parcels);
        let full = Decimal::from(reached / each - before);
        let parcels = worksheet.parcels(of.slot, count);
        let mut unsaid = Observed::default();
        let observed = if *is_paid { &mut *observed } else { &mut unsaid };
        let Some((amount, ground)) = of.context.amount(place, &parcels, *date, of.scenario, observed) else { continue };
        let amount = amount * cut.share();
        if amount <= Decimal::ZERO {
            continue;
        }
        let room = bonus.at_most.map(|most| (most * cut.share() - sum).max(Decimal::ZERO));
        let whole = room.map_or(full, |room| full.min(rounding::down(room / amount)));
        // The last one may be paid in part.
        let rest = room.map_or(Decimal::ZERO, |room| (room - whole * amount).min((full - whole) * amount));
        sum += whole * amount + rest;
        if *is_paid {
            most_here = bonus.at_most.map(|most| most * cut.share() - elsewhere);
        } else {
            elsewhere += whole * amount + rest;
        }
        if *is_paid && whole > Decimal::ZERO {
            *paid.entry((amount, ground)).or_default() += whole;
        }
        if *is_paid && rest > Decimal::ZERO {
            *paid.entry((rest, ground)).or_default() += Decimal::ONE;
        }
    }
    most_here
}

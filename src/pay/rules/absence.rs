//! What absences give beside the work of the month: leave that is paid by the mean of the months before, and what is kept of
//! the floor, due for the absent days by itself, so that sick pay does not vanish behind piece pay.

use std::sync::Arc;

use crate::agreement::kinds::{AbsenceKind, Kind, Per};
use crate::pay::absences::{Absent, Keeps};
use crate::pay::ground::Ground;
use crate::pay::line::{BesideFund, Component, Line, Unit};
use crate::pay::observed::Observed;
use crate::pay::proration;
use crate::pay::proration::PAID_DAYS;
use crate::pay::rules::base::{Candidates, highest};
use crate::pay::rules::floor::Guarantees;
use crate::pay::slot_pricing::SlotPricing;
use crate::units::{Date, Decimal, Yuan, rounding};

/// The places to which a mean day is shown.
const RATE_PLACES: u32 = 12;

/// What is kept of base and allowances for absences of one kind, in yuan, not rounded.
pub(crate) struct KeptFor<'o> {
    absent: &'o Absent,
    keeps: Keeps,
    /// Of the base if none of it were taken off.
    whole_base: Decimal,
    /// Of those of them that count towards a floor.
    pub(crate) counted: Decimal,
}

/// What is kept of base and allowances, by kind of absence.
pub(crate) fn kept<'o>(of: &'o SlotPricing<'_, '_>, bases: &[Candidates], observed: &mut Observed) -> Vec<KeptFor<'o>> {
    let ruled = of.absences.kinds.iter().filter_map(|absent| Some((absent, absent.keeps?)));
    ruled.map(|(absent, keeps)| kept_for(of, absent, keeps, bases, observed)).collect()
}

fn kept_for<'o>(
    of: &SlotPricing<'_, '_>,
    absent: &'o Absent,
    keeps: Keeps,
    bases: &[Candidates],
    observed: &mut Observed,
) -> KeptFor<'o> {
    let bases = bases.iter().filter_map(|one| Some((highest(one.all())?.amount, one)));
    let base = |(amount, one): (Decimal, &Candidates)| {
        of.wages.share(amount, of.wages.days(one.from, one.days) * absent.share_of(one.from))
    };
    let whole_base: Decimal = bases.map(base).sum();
    let mut counted = whole_base * keeps.base.part;
    for (place, rule) in of.rules() {
        let Kind::Rate(rate) = &rule.kind else { continue };
        if rate.per != Per::Month || !rate.prorate {
            continue;
        }
        let days = of.by_month(place, |day| absent.share_of(day) * keeps.allowance.part, observed);
        let allowance: Decimal = days.iter().map(|((amount, _), days)| of.wages.share(amount, days)).sum();
        counted += if rate.counts_towards_floor { allowance } else { Decimal::ZERO };
    }
    KeptFor { absent, keeps, whole_base, counted }
}

/// The lines of leave that is paid by the mean of the months before, beside what is kept of base and allowances.
pub(crate) fn pay_lines(of: &SlotPricing<'_, '_>, kept: &[KeptFor<'_>], observed: &mut Observed) -> Vec<Line> {
    let mut lines = Vec::new();
    for kept in kept {
        let Some(pays) = kept.keeps.pays else { continue };
        let Some(mean) = observed.earlier_pay.mean(of.slot, of.scenario) else {
            let whose = (Arc::clone(&of.slot.courier), Arc::clone(&of.slot.company), of.slot.month);
            observed.without_earlier_pay.insert(whose);
            continue;
        };
        let (days, rate) = (kept.absent.days, mean / PAID_DAYS * pays.part);
        let amount = of.slot.rounding(of.context.agreement).apply(days * rate);
        if amount > Yuan::ZERO {
            let ground = Ground::Rule { rule: pays.rule, figures: None };
            let line = Line::new(Component::Base, ground, Unit::Day, days, rounding::shown(rate, RATE_PLACES), false);
            lines.push(Line { amount, ..line });
        }
    }
    lines
}

/// What is kept of the highest monthly floor for absent days, less what is kept and paid for them, as a top-up for each kind.
pub(crate) fn top_ups(
    of: &SlotPricing<'_, '_>,
    kept: &[KeptFor<'_>],
    guarantees: &Guarantees,
    lines: &[Line],
) -> Vec<Line> {
    let month = of.slot.month;
    let line = |kept: &KeptFor<'_>| {
        let share = |day: Date| kept.absent.share_of(day) * kept.keeps.floor.part;
        let days = guarantees.highest.iter().map(|(day, days, floor)| (Decimal::from(*days) * share(*day), *floor));
        let floor: Decimal = days.clone().map(|(days, floor)| proration::share(floor, days, month)).sum();
        let pays = kept.keeps.pays.map(|pays| Ground::Rule { rule: pays.rule, figures: None });
        let paid: Yuan = lines
            .iter()
            .filter(|line| line.unit == Unit::Day && Some(line.ground) == pays)
            .map(|line| line.amount)
            .sum();
        let less = kept.counted + paid.0;
        let missing = floor - less;
        let (unit, quantity) = proration::part(month, days.clone().map(|(days, _)| days).sum());
        let rate = days.map(|(_, floor)| floor).max()?;
        let ground = Ground::Rule { rule: kept.keeps.floor.rule, figures: None };
        (missing > Decimal::ZERO).then(|| Line {
            amount: of.slot.rounding(of.context.agreement).apply_to_top_up(missing),
            less,
            ..Line::new(Component::TopUp, ground, unit, quantity, rate, false)
        })
    };
    kept.iter().filter_map(line).collect()
}

/// The base of the days of maternity leave, which the company owes as far as the fund does not pay it; `None` where there are
/// none of which a rule speaks.
pub(crate) fn beside_fund(kept: &[KeptFor<'_>]) -> Option<BesideFund> {
    let on_leave = || kept.iter().filter(|kept| kept.absent.kind == Some(AbsenceKind::Maternity));
    let first = on_leave().next()?;
    Some(BesideFund {
        base: on_leave().map(|kept| kept.whole_base).sum(),
        kept: on_leave().map(|kept| kept.whole_base * kept.keeps.base.part).sum(),
        days: on_leave().map(|kept| kept.absent.days).sum(),
        ground: Ground::Rule { rule: first.keeps.base.rule, figures: None },
    })
}

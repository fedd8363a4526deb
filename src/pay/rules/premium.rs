//! Premium lines: what holidays, rest days and overtime add to the rate.
//!
//! A parcel or an hour gets one premium, the highest; the multiple is of the untiered rate and the line pays the multiple − 1
//! (劳动法 art. 44, 工资支付暂行规定 art. 13).

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::agreement::Agreement;
use crate::agreement::kinds::{PaidBy, Per, Premium};
use crate::pay::ground::Ground;
use crate::pay::line::{Component, Line, Scenario, Unit};
use crate::pay::observed::Observed;
use crate::pay::rules::occasions::{Given, Occasions, Part};
use crate::pay::rules::offers::Offers;
use crate::pay::rules::time::PaidDay;
use crate::pay::slot_pricing::SlotPricing;
use crate::pay::worksheet::{Attended, Worksheet};
use crate::units::Decimal;

/// The parcels or hours of a day that a premium rule reaches and takes.
#[derive(Clone, Debug)]
pub(crate) struct Claim<'a> {
    pub(crate) work: Work,
    pub(crate) rule: usize,
    pub(crate) premium: &'a Premium,
    ground: Ground,
    pub(crate) multiple: Decimal,
    /// Money for each unit, on top, where it is an amount.
    amount: Option<Decimal>,
    pub(crate) part: Part,
    /// Those that it would take if no other premium were higher.
    pub(crate) reached: Decimal,
    /// Those that it takes.
    pub(crate) taken: Decimal,
}

/// What a premium multiplies the pay of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Work {
    /// A count of parcels, by its place in the worksheet.
    Parcels(usize),
    /// Hours or a day, by their place among the paid days of the slot.
    Time(usize),
}

/// What each premium rule reaches and takes of the work of a pay slot; of one work, the highest first.
pub(crate) fn claims<'a>(
    of: &SlotPricing<'_, 'a>,
    occasions: &Occasions<'a>,
    worksheet: &Worksheet,
    offers: &Offers<'_>,
    paid: &[PaidDay<'_>],
    observed: &mut Observed,
) -> Vec<Claim<'a>> {
    let mut claims = Vec::new();
    for index in of.slot.counts.clone().filter(|index| occasions.could_reach(worksheet.counts[*index].date)) {
        let count = &worksheet.counts[index];
        let Some(best) = offers.best(index, of.scenario) else { continue };
        let rate = best.untiered(of.scenario);
        let id = Some(&*of.context.agreement.rules[best.rule].id);
        let given = occasions.on(count.date, &worksheet.parcels(of.slot, count), (PaidBy::Piece, id), observed);
        claims.extend(shared(Work::Parcels(index), Decimal::from(count.parcels), rate, given));
    }
    for (index, day) in paid.iter().enumerate() {
        let by = match day.rate.per {
            Per::Hour if day.rate.counts_towards_floor => PaidBy::Hour,
            Per::Day => PaidBy::Day,
            Per::Measure => PaidBy::Measure,
            _ => continue,
        };
        let id = day.ground.place().map(|place| &*of.context.agreement.rules[place].id);
        let subject = match day.count {
            Some(count) => worksheet.parcels(of.slot, &worksheet.counts[count]),
            None => of.person(day.terms),
        };
        let given = occasions.on(day.date, &subject, (by, id), observed);
        claims.extend(shared(Work::Time(index), day.quantity, day.amount, given));
    }
    claims
}

/// The hours of attendance that premiums on extended hours reach, each × its multiple.
pub(crate) fn extended_hours(of: &SlotPricing<'_, '_>, occasions: &Occasions<'_>) -> Decimal {
    let mut unsaid = Observed::default();
    let of_day = |(date, day, terms): &Attended<'_>| -> Decimal {
        let mut given = occasions.on(*date, &of.person(*terms), (PaidBy::Hour, None), &mut unsaid);
        given.retain(|given| given.premium.is_for_extended_hours());
        shared(Work::Time(0), day.hours(), Decimal::ONE, given).map(|claim| claim.taken * claim.multiple).sum()
    };
    of.attended.iter().filter(|(date, ..)| occasions.could_reach(*date)).map(of_day).sum()
}

/// Shares work that is paid at a rate among the premiums, the highest first; those that add take it beside the others.
fn shared(work: Work, quantity: Decimal, rate: Decimal, mut given: Vec<Given<'_>>) -> impl Iterator<Item = Claim<'_>> {
    // By the multiple where all give one, so that work without a rate is shared too.
    let worth = move |given: &Given<'_>| match given.amount {
        Some(amount) if rate > Decimal::ZERO => Decimal::ONE + amount / rate,
        Some(amount) => Decimal::ONE + amount,
        None => given.multiple,
    };
    given.sort_by_key(|given| std::cmp::Reverse(worth(given)));
    let mut taken = Decimal::ZERO;
    given.into_iter().filter(move |given| worth(given) > Decimal::ONE).map(move |given| {
        let Given { rule, premium, ground, multiple, amount, part } = given;
        let reached = part.of(quantity);
        if premium.adds {
            return Claim { work, rule, premium, ground, multiple, amount, part, reached, taken: reached };
        }
        // The parcels of a day are not told apart by the hour: the hours beyond take the same ones in every rule.
        let beyond = (reached - taken).max(Decimal::ZERO);
        taken = taken.max(reached);
        Claim { work, rule, premium, ground, multiple, amount, part, reached, taken: beyond }
    })
}

/// The premium lines of a payslip: one for each rule, unit, area, service, rate, multiple and clause.
pub(crate) fn lines(
    agreement: &Agreement,
    claims: &[Claim<'_>],
    offers: &Offers<'_>,
    paid: &[PaidDay<'_>],
    scenario: Scenario,
) -> Vec<Line> {
    let unnamed = Arc::default();
    let mut groups: BTreeMap<_, (Decimal, Ground)> = BTreeMap::new();
    for claim in claims.iter().filter(|claim| !claim.taken.is_zero()) {
        let (unit, area, service, rate) = match claim.work {
            Work::Parcels(count) => {
                let Some(offer) = offers.best(count, scenario) else { continue };
                (Unit::Parcel, offer.area, offer.service, offer.untiered(scenario))
            }
            Work::Time(day) => (paid[day].unit(), &unnamed, &unnamed, paid[day].amount),
        };
        let (rate, multiple) = match claim.amount {
            Some(amount) => (amount, None),
            None => (rate, Some(claim.multiple)),
        };
        let key = (claim.rule, unit, area, service, rate, multiple, claim.ground.clause(agreement));
        let (quantity, ground) = groups.entry(key).or_insert((Decimal::ZERO, claim.ground));
        *quantity += claim.taken;
        *ground = ground.and(claim.ground);
    }
    let mut lines = Vec::new();
    for ((_, unit, area, service, rate, multiple, _), (quantity, ground)) in groups {
        lines.push(Line {
            area: Arc::clone(area),
            service: Arc::clone(service),
            multiple,
            less: Decimal::ZERO,
            amount: agreement
                .rounding
                .apply(quantity * rate * multiple.map_or(Decimal::ONE, |multiple| multiple - Decimal::ONE)),
            ..Line::new(Component::Premium, ground, unit, quantity, rate, false)
        });
    }
    lines
}

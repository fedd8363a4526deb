//! Premium lines: what holidays, rest days and overtime add to the piece rate.
//!
//! A parcel gets one premium, the highest; the multiple is of the untiered rate and the line pays the multiple − 1
//! (劳动法 art. 44, 工资支付暂行规定 art. 13).

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::agreement::Agreement;
use crate::agreement::change::Field;
use crate::agreement::kinds::{Kind, Occasion};
use crate::pay::ground::Ground;
use crate::pay::line::{Component, Line, Scenario, Unit};
use crate::pay::observed::Observed;
use crate::pay::rules::piece::Offers;
use crate::pay::slot_pricing::SlotPricing;
use crate::pay::worksheet::Worksheet;
use crate::units::{Date, Decimal};
use crate::workforce::day;

/// The parcels of a count that a premium rule reaches and takes.
#[derive(Clone, Debug)]
pub(crate) struct Claim {
    /// The count, by its place in the worksheet.
    pub(crate) count: usize,
    pub(crate) rule: usize,
    ground: Ground,
    pub(crate) multiple: Decimal,
    /// Those that it would take if no other premium were higher.
    pub(crate) reached: Decimal,
    /// Those that it takes.
    pub(crate) parcels: Decimal,
}

/// What each premium rule reaches and takes of the counts of a pay slot; of one count, the highest first.
pub(crate) fn claims(
    of: &SlotPricing<'_, '_>,
    worksheet: &Worksheet,
    offers: &Offers<'_>,
    observed: &mut Observed,
) -> Vec<Claim> {
    let mut claims = Vec::new();
    if !of.rules().any(|(_, rule)| matches!(rule.kind, Kind::Premium(_))) {
        return claims;
    }
    for index in of.slot.counts.clone().filter(|index| offers.best(*index, of.scenario).is_some()) {
        claims.extend(shared(of, index, worksheet, observed));
    }
    claims
}

/// Shares the parcels of a count among the premiums, the highest first.
fn shared(of: &SlotPricing<'_, '_>, index: usize, worksheet: &Worksheet, observed: &mut Observed) -> Vec<Claim> {
    let count = &worksheet.counts[index];
    let (parcels, date) = (worksheet.parcels(of.slot, count), count.date);
    let day = of.slot.day(date);
    let mut claims = Vec::new();
    for (place, rule) in of.rules() {
        let Kind::Premium(premium) = &rule.kind else { continue };
        let Some(reached) = reached(&premium.occasion, date, day, Decimal::from(count.parcels)) else { continue };
        if !rule.applies_to(&parcels, date) {
            continue;
        }
        let Some((figure, multiple)) = rule.figures.position(date).zip(rule.amount(date)) else { continue };
        let multiple = rule.changed(&Field::Figure, multiple, &parcels, date, &mut observed.applied);
        observed.figures.insert((place, Some(figure)));
        let ground = Ground::figure(place, figure);
        claims.push(Claim { count: index, rule: place, ground, multiple, reached, parcels: reached });
    }
    claims.sort_by_key(|claim| std::cmp::Reverse(claim.multiple));
    let mut taken = Decimal::ZERO;
    for claim in &mut claims {
        // The parcels of a day are not told apart by the hour: the hours beyond take the same ones in every rule.
        let beyond = (claim.parcels - taken).max(Decimal::ZERO);
        taken = taken.max(claim.parcels);
        claim.parcels = beyond;
    }
    claims.retain(|claim| claim.multiple > Decimal::ONE);
    claims
}

/// How many of the parcels of a day an occasion reaches; `None` where it is not that occasion.
fn reached(occasion: &Occasion, date: Date, day: Option<&day::Day>, parcels: Decimal) -> Option<Decimal> {
    match occasion {
        Occasion::Holiday { dates, .. } => dates.get(&date.year())?.contains(&date).then_some(parcels),
        Occasion::RestDay => day?.is(day::Kind::Rest).then_some(parcels),
        Occasion::Overtime { after_hours } => {
            let hours = day?.hours();
            (hours > *after_hours).then(|| parcels * (hours - after_hours) / hours)
        }
        Occasion::Night { .. } => None,
    }
}

/// The premium lines of a payslip: one for each rule, area, service, rate, multiple and clause.
pub(crate) fn lines(agreement: &Agreement, claims: &[Claim], offers: &Offers<'_>, scenario: Scenario) -> Vec<Line> {
    let mut groups: BTreeMap<_, (Decimal, Ground)> = BTreeMap::new();
    for claim in claims.iter().filter(|claim| !claim.parcels.is_zero()) {
        let Some(offer) = offers.best(claim.count, scenario) else { continue };
        let clause = claim.ground.clause(agreement);
        let key = (claim.rule, offer.area, offer.service, offer.untiered(scenario), claim.multiple, clause);
        let (quantity, ground) = groups.entry(key).or_insert((Decimal::ZERO, claim.ground));
        *quantity += claim.parcels;
        *ground = ground.and(claim.ground);
    }
    let mut lines = Vec::new();
    for ((_, area, service, rate, multiple, _), (quantity, ground)) in groups {
        lines.push(Line {
            component: Component::Premium,
            ground,
            origin: None,
            area: Arc::clone(area),
            service: Arc::clone(service),
            unit: Unit::Parcel,
            quantity,
            rate,
            tier: None,
            multiple: Some(multiple),
            amount: agreement.rounding.apply(quantity * rate * (multiple - Decimal::ONE)),
            counts_towards_floor: false,
        });
    }
    lines
}

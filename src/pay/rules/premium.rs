//! Premium lines: what holidays, rest days and overtime add to the piece rate.
//!
//! A parcel gets one premium, the highest; the multiple is of the untiered rate and the line pays the multiple − 1
//! (劳动法 art. 44, 工资支付暂行规定 art. 13).

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::agreement::change::Field;
use crate::agreement::kinds::{Kind, Occasion};
use crate::pay::amount::Desk;
use crate::pay::ledger::{Entry, Ledger, Sheet};
use crate::pay::line::{Component, Line, Unit};
use crate::pay::rules::piece::{Offer, Priced};
use crate::pay::subject::Parcels;
use crate::units::{Date, Decimal};
use crate::workforce::attendance;

/// The parcels of an entry that a premium rule reaches and takes, and its multiple.
pub(crate) struct Share {
    pub(crate) rule: usize,
    pub(crate) multiple: Decimal,
    /// Those that it would take if no other premium were higher.
    pub(crate) reached: Decimal,
    /// Those that it takes.
    pub(crate) parcels: Decimal,
}

/// The premium lines of a payslip.
pub(crate) fn lines(desk: &mut Desk<'_>, sheet: &Sheet, ledger: &Ledger, priced: &Priced<'_>) -> Vec<Line> {
    let mut groups: BTreeMap<_, Decimal> = BTreeMap::new();
    each(desk, sheet, ledger, priced, |desk, entry, offer, share| {
        if share.parcels.is_zero() {
            return;
        }
        let clause = Arc::clone(desk.clause(share.rule, entry.date));
        let rate = offer.untiered(desk.scenario);
        let key = (share.rule, offer.area, offer.service, rate, share.multiple, clause);
        *groups.entry(key).or_default() += share.parcels;
    });
    let mut lines = Vec::new();
    for ((rule, area, service, rate, multiple, clause), quantity) in groups {
        lines.push(Line {
            component: Component::Premium,
            rule: Arc::clone(&desk.agreement.rules[rule].id),
            clause,
            area: Arc::clone(area),
            service: Arc::clone(service),
            unit: Unit::Parcel,
            quantity,
            rate,
            tier: None,
            multiple: Some(multiple),
            amount: desk.agreement.rounding.apply(quantity * rate * (multiple - Decimal::ONE)),
            counts_towards_floor: false,
        });
    }
    lines
}

/// Visits what each premium rule reaches and takes of each entry of a payslip.
pub(crate) fn each<'p>(
    desk: &mut Desk<'_>,
    sheet: &Sheet,
    ledger: &Ledger,
    priced: &'p Priced<'p>,
    mut visit: impl FnMut(&Desk<'_>, &Entry, &'p Offer<'p>, &Share),
) {
    if !desk.agreement.rules.iter().any(|rule| matches!(rule.kind, Kind::Premium(_))) {
        return;
    }
    for index in sheet.entries.clone() {
        let Some(offer) = priced.best(index, desk.scenario) else { continue };
        let entry = &ledger.entries[index];
        let (area, service) = (ledger.name(entry.area), ledger.name(entry.service));
        let parcels =
            Parcels { company: &sheet.company, courier: &sheet.courier, area, service, terms: entry.terms.as_deref() };
        for share in shares(desk, entry, &parcels) {
            visit(desk, entry, offer, &share);
        }
    }
}

/// Shares the parcels of an entry among the premiums, the highest first.
fn shares(desk: &mut Desk<'_>, entry: &Entry, parcels: &Parcels<'_>) -> Vec<Share> {
    let agreement = desk.agreement;
    let day = desk.workforce.attendance.as_ref().and_then(|attendance| attendance.on(parcels.courier, entry.date));
    let count = Decimal::from(entry.parcels);
    let mut claims = Vec::new();
    for (index, rule) in agreement.rules.iter().enumerate() {
        let Kind::Premium(premium) = &rule.kind else { continue };
        let Some(reached) = reached(&premium.occasion, entry.date, day, count) else { continue };
        if !rule.reaches(parcels, entry.date) {
            continue;
        }
        let Some(multiple) = premium.multiple.on(entry.date) else { continue };
        let multiple = rule.changed(&Field::Figure, *multiple, parcels, entry.date, &mut desk.met);
        desk.note(index, entry.date);
        claims.push(Share { rule: index, multiple, reached, parcels: reached });
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
fn reached(occasion: &Occasion, date: Date, day: Option<&attendance::Day>, parcels: Decimal) -> Option<Decimal> {
    match occasion {
        Occasion::Holiday { dates, .. } => dates.get(&date.year())?.contains(&date).then_some(parcels),
        Occasion::RestDay => (day?.kind == attendance::Kind::Rest).then_some(parcels),
        Occasion::Overtime { after_hours } => {
            let hours = day?.hours;
            (hours > *after_hours).then(|| parcels * (hours - after_hours) / hours)
        }
        Occasion::Night { .. } => None,
    }
}

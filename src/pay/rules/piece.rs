//! Piece lines: the month's parcels by rule, area, service, rate in force on the day, and tier.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use crate::agreement::kinds::Kind;
use crate::agreement::kinds::Per;
use crate::pay::amount::Desk;
use crate::pay::amount::Price;
use crate::pay::ledger::Entry;
use crate::pay::ledger::Ledger;
use crate::pay::ledger::Sheet;
use crate::pay::line::Component;
use crate::pay::line::Line;
use crate::pay::line::Scenario;
use crate::pay::line::Tier;
use crate::pay::line::Unit;
use crate::pay::subject::Parcels;
use crate::units::Date;
use crate::units::Decimal;
use crate::workforce::rates::Ladder;

/// Marginal steps: after how many parcels of the month, and yuan per parcel.
pub(crate) type Steps = Vec<(u64, Decimal)>;

/// What each entry of the ledger can be paid by, in the order of its entries.
pub(crate) struct Priced {
    /// For each entry, its place in `offers`.
    at: Vec<usize>,
    offers: Vec<Vec<Offer>>,
}

/// One rule that pays some parcels, and what its lines carry.
pub(crate) struct Offer {
    pub(crate) rule: usize,
    price: Price,
    clause: Arc<str>,
    counts_towards_floor: bool,
    /// For a ladder, which one it is: each counts its own parcels.
    ladder: Option<usize>,
    /// The row of `--rates` that gives the rate.
    pub(crate) row: Option<Arc<Ladder>>,
    pub(crate) area: Arc<str>,
    pub(crate) service: Arc<str>,
}

impl Offer {
    /// The steps by the scenario: an open band pays its lower or its upper end.
    pub(crate) fn steps(&self, scenario: Scenario) -> Steps {
        match (&self.price, scenario) {
            (Price::Steps(steps), _) => steps.clone(),
            (Price::Open(_, max), Scenario::High) => vec![(0, *max)],
            (Price::Open(min, _), Scenario::Low | Scenario::Agreed) => vec![(0, *min)],
        }
    }

    /// The rate of the first parcel, on which premiums are reckoned.
    pub(crate) fn untiered(&self, scenario: Scenario) -> Decimal {
        match (&self.price, scenario) {
            (Price::Steps(steps), _) => steps.first().map(|(_, amount)| *amount).unwrap_or_default(),
            (Price::Open(_, max), Scenario::High) => *max,
            (Price::Open(min, _), Scenario::Low | Scenario::Agreed) => *min,
        }
    }
}

impl Priced {
    /// Every offer for an entry.
    pub(crate) fn offers(&self, entry: usize) -> &[Offer] {
        &self.offers[self.at[entry]]
    }

    /// The offer that holds for an entry: of all rules that pay the parcels, the best for the worker.
    pub(crate) fn best(&self, entry: usize, scenario: Scenario) -> Option<&Offer> {
        self.offers(entry)
            .iter()
            .reduce(|best, next| if next.untiered(scenario) > best.untiered(scenario) { next } else { best })
    }
}

/// Finds for every entry the rules that pay it. Between two turns of the terms the same parcels are asked for once.
pub(crate) fn price(desk: &mut Desk<'_>, ledger: &Ledger<'_>) -> Priced {
    let turns = turns(desk);
    let mut priced = Priced { at: Vec::with_capacity(ledger.entries.len()), offers: Vec::new() };
    for sheet in &ledger.sheets {
        let entries = &ledger.entries[sheet.entries.clone()];
        let mut last: Option<(u32, u32, usize, Option<usize>)> = None;
        for entry in entries {
            let spell = turns.partition_point(|turn| *turn <= entry.date);
            let terms = entry.terms.map(|terms| std::ptr::from_ref(terms).addr());
            let key = (entry.area, entry.service, spell, terms);
            if last != Some(key) {
                last = Some(key);
                let offers = offers(desk, ledger, sheet, entry);
                priced.offers.push(offers);
            }
            priced.at.push(priced.offers.len() - 1);
        }
    }
    priced
}

/// The days on which any rule, rate or change begins, ends or changes.
fn turns(desk: &Desk<'_>) -> Vec<Date> {
    let mut turns: BTreeSet<Date> = desk.agreement.rules.iter().flat_map(crate::agreement::Rule::turns).collect();
    for ladder in &desk.workforce.rates.ladders {
        turns.extend(ladder.named.term.from);
        turns.extend(ladder.named.term.until.and_then(|until| until.tomorrow().ok()));
    }
    turns.into_iter().collect()
}

fn offers(desk: &mut Desk<'_>, ledger: &Ledger<'_>, sheet: &Sheet<'_>, entry: &Entry<'_>) -> Vec<Offer> {
    let (area, service) = (ledger.name(entry.area), ledger.name(entry.service));
    let parcels = Parcels { company: &sheet.company, courier: &sheet.courier, area, service, terms: entry.terms };
    let mut offers = Vec::new();
    for (index, rule) in desk.agreement.rules.iter().enumerate() {
        let Kind::Rate(rate) = &rule.kind else { continue };
        if rate.per != Per::Parcel || !rule.reaches(&parcels, entry.date) {
            continue;
        }
        let Some(chosen) = desk.chosen(index, &parcels, entry.date) else { continue };
        let tiered = matches!(&chosen.price, Price::Steps(steps) if steps.len() > 1);
        desk.open |= matches!(chosen.price, Price::Open(..));
        let named = chosen.ladder.map(|ladder| (&ladder.named.area, &ladder.named.service));
        let (area, service) = match (tiered, named) {
            (true, Some((area, service))) => (Arc::clone(area), Arc::clone(service)),
            (true, None) => (Arc::default(), Arc::default()),
            (false, _) => (Arc::clone(area), Arc::clone(service)),
        };
        offers.push(Offer {
            rule: index,
            clause: desk.clause(index, entry.date),
            counts_towards_floor: rate.counts_towards_floor,
            ladder: chosen.ladder.filter(|_| tiered).map(|ladder| Arc::as_ptr(ladder).addr()),
            row: chosen.ladder.map(Arc::clone),
            price: chosen.price,
            area,
            service,
        });
    }
    offers
}

/// Parcels that no rule pays, by service.
pub(crate) fn unpaid(ledger: &Ledger<'_>, priced: &Priced) -> BTreeMap<Arc<str>, u64> {
    let mut unpaid = BTreeMap::new();
    for (entry, at) in ledger.entries.iter().zip(&priced.at) {
        if priced.offers[*at].is_empty() && entry.parcels > 0 {
            *unpaid.entry(Arc::clone(ledger.name(entry.service))).or_default() += entry.parcels;
        }
    }
    unpaid
}

/// The parcels of a payslip by area. Those of a ladder that names no area follow its lines, which carry none.
pub(crate) fn by_area(
    desk: &Desk<'_>,
    sheet: &Sheet<'_>,
    ledger: &Ledger<'_>,
    priced: &Priced,
) -> BTreeMap<Arc<str>, u64> {
    let mut areas = BTreeMap::new();
    for (range, parcels) in runs(ledger, priced, sheet.entries.clone()) {
        let offer = priced.best(range.start, desk.scenario);
        let area = offer.map_or_else(|| ledger.name(ledger.entries[range.start].area), |offer| &offer.area);
        *areas.entry(Arc::clone(area)).or_default() += parcels;
    }
    areas
}

/// What the lines of one kind have in common before tiers are told apart.
type Group<'a> = (usize, &'a Arc<str>, &'a Arc<str>, Option<usize>, Steps);

/// What the lines of one tier have in common: rule, area, service, after how many parcels, yuan per parcel.
type Step<'a> = (usize, &'a Arc<str>, &'a Arc<str>, u64, Decimal);

/// The piece lines of a payslip.
pub(crate) fn lines(desk: &Desk<'_>, sheet: &Sheet<'_>, ledger: &Ledger<'_>, priced: &Priced) -> Vec<Line> {
    let mut groups: BTreeMap<Group<'_>, (u64, &Offer)> = BTreeMap::new();
    for (range, parcels) in runs(ledger, priced, sheet.entries.clone()) {
        let Some(offer) = priced.best(range.start, desk.scenario) else { continue };
        let steps = offer.steps(desk.scenario);
        let group = (offer.rule, &offer.area, &offer.service, offer.ladder, steps);
        groups.entry(group).or_insert((0, offer)).0 += parcels;
    }
    let mut tiers: BTreeMap<Step<'_>, (u64, Option<Tier>, &Offer)> = BTreeMap::new();
    for ((rule, area, service, _, steps), (parcels, offer)) in groups {
        for (at, (over, rate)) in steps.iter().enumerate() {
            let until = steps.get(at + 1).map(|(over, _)| *over);
            let of_step = parcels.min(until.unwrap_or(u64::MAX)).saturating_sub(*over);
            if of_step > 0 {
                let tier = (steps.len() > 1).then_some(Tier { over: *over, until });
                tiers.entry((rule, area, service, *over, *rate)).or_insert((0, tier, offer)).0 += of_step;
            }
        }
    }
    tiers.into_iter().map(|(step, (parcels, tier, offer))| line(desk, step, parcels, tier, offer)).collect()
}

fn line(desk: &Desk<'_>, step: Step<'_>, parcels: u64, tier: Option<Tier>, offer: &Offer) -> Line {
    let (rule, area, service, _, rate) = step;
    let quantity = Decimal::from(parcels);
    Line {
        component: Component::Piece,
        rule: Arc::clone(&desk.agreement.rules[rule].id),
        clause: Arc::clone(&offer.clause),
        area: Arc::clone(area),
        service: Arc::clone(service),
        unit: Unit::Parcel,
        quantity,
        rate,
        tier,
        multiple: None,
        amount: desk.agreement.rounding.apply(quantity * rate),
        counts_towards_floor: offer.counts_towards_floor,
    }
}

/// Neighbouring entries with the same offers, and their parcels.
fn runs<'a>(
    ledger: &'a Ledger<'_>,
    priced: &'a Priced,
    entries: Range<usize>,
) -> impl Iterator<Item = (Range<usize>, u64)> + 'a {
    let mut next = entries.start;
    std::iter::from_fn(move || {
        let start = next;
        let at = *priced.at.get(start).filter(|_| start < entries.end)?;
        while next < entries.end && priced.at[next] == at {
            next += 1;
        }
        Some((start..next, ledger.entries[start..next].iter().map(|entry| entry.parcels).sum()))
    })
}

//! Piece lines: the month's parcels by rule, area, service, rate in force on the day, and tier.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, LazyLock};

use crate::agreement::kinds::{Kind, Per};
use crate::pay::amount::{Desk, Price, Step};
use crate::pay::ledger::{Entry, Ledger, Sheet};
use crate::pay::line::{Component, Line, Scenario, Tier, Unit};
use crate::pay::subject::Parcels;
use crate::units::Decimal;
use crate::workforce::rates::Ladder;

/// What each entry of a ledger can be paid by, in the order of its entries.
pub(crate) struct Priced<'p> {
    /// For each entry, its place in `groups`.
    at: Vec<u32>,
    /// Where the offers of each group of entries begin; those of the next one begin where they end.
    groups: Vec<u32>,
    offers: Vec<Offer<'p>>,
}

/// One rule that pays some parcels, and what its lines carry.
pub(crate) struct Offer<'p> {
    pub(crate) rule: usize,
    price: Price,
    clause: &'p Arc<str>,
    counts_towards_floor: bool,
    /// The row of `--rates` that gives the rate.
    pub(crate) row: Option<&'p Arc<Ladder>>,
    /// What lines name: for a ladder, which counts the parcels of all of its areas, what its rows name.
    pub(crate) area: &'p Arc<str>,
    pub(crate) service: &'p Arc<str>,
}

impl Offer<'_> {
    /// The steps by the scenario.
    pub(crate) fn steps(&self, scenario: Scenario) -> &[Step] {
        self.price.steps(scenario)
    }

    /// The rate of the first parcel, on which premiums are reckoned.
    pub(crate) fn untiered(&self, scenario: Scenario) -> Decimal {
        self.steps(scenario).first().map(|(_, amount)| *amount).unwrap_or_default()
    }

    /// For a ladder, which one it is: each counts its own parcels.
    fn ladder(&self) -> Option<usize> {
        let tiered = matches!(&self.price, Price::Steps(steps) if steps.len() > 1);
        self.row.filter(|_| tiered).map(|ladder| Arc::as_ptr(ladder).addr())
    }
}

impl<'p> Priced<'p> {
    /// Every offer for an entry.
    pub(crate) fn offers(&self, entry: usize) -> &[Offer<'p>] {
        let group = self.at[entry] as usize;
        let end = self.groups.get(group + 1).map_or(self.offers.len(), |end| *end as usize);
        &self.offers[self.groups[group] as usize..end]
    }

    /// The offer that holds for an entry: of all rules that pay the parcels, the best for the worker.
    pub(crate) fn best(&self, entry: usize, scenario: Scenario) -> Option<&Offer<'p>> {
        self.offers(entry)
            .iter()
            .reduce(|best, next| if next.untiered(scenario) > best.untiered(scenario) { next } else { best })
    }
}

/// What a ladder that names neither area nor service carries.
static UNNAMED: LazyLock<Arc<str>> = LazyLock::new(Arc::default);

/// Finds for every entry the rules that pay it. Between two turns of the terms the same parcels are asked for once.
pub(crate) fn price<'p, 'a: 'p>(desk: &mut Desk<'a>, ledger: &'p Ledger) -> Priced<'p> {
    let mut priced = Priced { at: vec![0; ledger.entries.len()], groups: Vec::new(), offers: Vec::new() };
    for sheet in &ledger.sheets {
        let mut last: Option<(u32, u32, usize, Option<usize>)> = None;
        for index in sheet.entries.clone() {
            let entry = &ledger.entries[index];
            let spell = desk.turns.partition_point(|turn| *turn <= entry.date);
            let terms = entry.terms.as_ref().map(|terms| Arc::as_ptr(terms).addr());
            let key = (entry.area, entry.service, spell, terms);
            if last != Some(key) {
                last = Some(key);
                priced.groups.push(as_number(priced.offers.len()));
                offers(desk, ledger, sheet, entry, &mut priced.offers);
            }
            priced.at[index] = as_number(priced.groups.len() - 1);
        }
    }
    priced
}

fn offers<'p, 'a: 'p>(
    desk: &mut Desk<'a>,
    ledger: &'p Ledger,
    sheet: &'p Sheet,
    entry: &'p Entry,
    offers: &mut Vec<Offer<'p>>,
) {
    let (area, service) = (ledger.name(entry.area), ledger.name(entry.service));
    let terms = entry.terms.as_deref();
    let parcels = Parcels { company: &sheet.company, courier: &sheet.courier, area, service, terms };
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
            (true, Some(named)) => named,
            (true, None) => (&*UNNAMED, &*UNNAMED),
            (false, _) => (area, service),
        };
        offers.push(Offer {
            rule: index,
            clause: desk.clause(index, entry.date),
            counts_towards_floor: rate.counts_towards_floor,
            row: chosen.ladder,
            price: chosen.price,
            area,
            service,
        });
    }
}

/// Parcels that no rule pays, by service.
pub(crate) fn unpaid(ledger: &Ledger, priced: &Priced<'_>, unpaid: &mut BTreeMap<Arc<str>, u64>) {
    for (index, entry) in ledger.entries.iter().enumerate() {
        if priced.offers(index).is_empty() && entry.parcels > 0 {
            *unpaid.entry(Arc::clone(ledger.name(entry.service))).or_default() += entry.parcels;
        }
    }
}

/// The parcels of a payslip by area, in order. Those of a ladder that names no area follow its lines, which carry none.
pub(crate) fn by_area(desk: &Desk<'_>, sheet: &Sheet, ledger: &Ledger, priced: &Priced<'_>) -> Vec<(Arc<str>, u64)> {
    let mut areas: Vec<(Arc<str>, u64)> = Vec::new();
    for (range, parcels) in runs(ledger, priced, sheet.entries.clone()) {
        let offer = priced.best(range.start, desk.scenario);
        let area = offer.map_or_else(|| ledger.name(ledger.entries[range.start].area), |offer| offer.area);
        match areas.iter_mut().find(|(other, _)| other == area) {
            Some((_, sum)) => *sum += parcels,
            None => areas.push((Arc::clone(area), parcels)),
        }
    }
    areas.sort();
    areas
}

/// What the lines of one kind have in common before tiers are told apart.
type Group<'p> = (usize, &'p Arc<str>, &'p Arc<str>, Option<usize>, &'p [Step]);

/// What the lines of one tier have in common: rule, area, service, after how many parcels, yuan per parcel.
type OfTier<'p> = (usize, &'p Arc<str>, &'p Arc<str>, u64, Decimal);

/// The piece lines of a payslip.
pub(crate) fn lines(desk: &Desk<'_>, sheet: &Sheet, ledger: &Ledger, priced: &Priced<'_>) -> Vec<Line> {
    let mut groups: Vec<(Group<'_>, u64, &Offer<'_>)> = Vec::new();
    for (range, parcels) in runs(ledger, priced, sheet.entries.clone()) {
        let Some(offer) = priced.best(range.start, desk.scenario) else { continue };
        let group = (offer.rule, offer.area, offer.service, offer.ladder(), offer.steps(desk.scenario));
        match groups.iter_mut().find(|(other, ..)| *other == group) {
            Some((_, sum, _)) => *sum += parcels,
            None => groups.push((group, parcels, offer)),
        }
    }
    // Few as they are: in their order only now.
    groups.sort_by_key(|(group, ..)| *group);
    let mut tiers: Vec<(OfTier<'_>, u64, Option<Tier>, &Offer<'_>)> = Vec::with_capacity(groups.len());
    for ((rule, area, service, _, steps), parcels, offer) in groups {
        for (at, (over, rate)) in steps.iter().enumerate() {
            let until = steps.get(at + 1).map(|(over, _)| *over);
            let of_step = parcels.min(until.unwrap_or(u64::MAX)).saturating_sub(*over);
            let of_tier = (rule, area, service, *over, *rate);
            match tiers.iter_mut().find(|(other, ..)| *other == of_tier) {
                _ if of_step == 0 => {}
                Some((_, sum, ..)) => *sum += of_step,
                None => tiers.push((of_tier, of_step, (steps.len() > 1).then_some(Tier { over: *over, until }), offer)),
            }
        }
    }
    tiers.sort_by_key(|(of_tier, ..)| *of_tier);
    tiers.into_iter().map(|(of_tier, parcels, tier, offer)| line(desk, of_tier, parcels, tier, offer)).collect()
}

fn line(desk: &Desk<'_>, of_tier: OfTier<'_>, parcels: u64, tier: Option<Tier>, offer: &Offer<'_>) -> Line {
    let (rule, area, service, _, rate) = of_tier;
    let quantity = Decimal::from(parcels);
    Line {
        component: Component::Piece,
        rule: Arc::clone(&desk.agreement.rules[rule].id),
        clause: Arc::clone(offer.clause),
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
    ledger: &'a Ledger,
    priced: &'a Priced<'_>,
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

fn as_number(place: usize) -> u32 {
    u32::try_from(place).expect("a ledger is of some couriers only")
}

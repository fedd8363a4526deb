//! Piece lines: the month's parcels by rule, area, service, rate in force on the day, and tier.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, LazyLock};

use crate::agreement::Agreement;
use crate::agreement::kinds::{Kind, Per};
use crate::pay::ground::Ground;
use crate::pay::line::{Component, Line, Origin, RateSource, Scenario, Tier, Unit};
use crate::pay::observed::Observed;
use crate::pay::pricing::{Price, PricingContext, Step};
use crate::pay::worksheet::{DayCount, PaySlot, Worksheet};
use crate::units::{Date, Decimal};

/// What each count of a worksheet can be paid by, in the order of the counts.
pub(crate) struct Offers<'w> {
    /// For each count, its place in `groups`.
    at: Vec<u32>,
    /// Where the offers of each group of counts begin; those of the next one begin where they end.
    groups: Vec<u32>,
    all: Vec<Offer<'w>>,
}

/// One rule that pays some parcels, and what its lines carry.
pub(crate) struct Offer<'w> {
    pub(crate) rule: usize,
    price: Price,
    ground: Ground,
    counts_towards_floor: bool,
    /// What gives the rate, where it is not the agreement itself.
    pub(crate) source: Option<RateSource>,
    /// What lines name: for a ladder, which counts the parcels of all of its areas, what its rows name.
    pub(crate) area: &'w Arc<str>,
    pub(crate) service: &'w Arc<str>,
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

    /// For a ladder, which one it is: two with the same steps still count their parcels apart.
    fn ladder(&self) -> Option<RateSource> {
        let tiered = matches!(&self.price, Price::Steps(steps) if steps.len() > 1);
        self.source.filter(|_| tiered)
    }
}

impl<'w> Offers<'w> {
    /// Every offer for a count.
    pub(crate) fn of(&self, count: usize) -> &[Offer<'w>] {
        let group = self.at[count] as usize;
        let end = self.groups.get(group + 1).map_or(self.all.len(), |end| *end as usize);
        &self.all[self.groups[group] as usize..end]
    }

    /// The offer that holds for a count: of all rules that pay the parcels, the best for the worker.
    pub(crate) fn best(&self, count: usize, scenario: Scenario) -> Option<&Offer<'w>> {
        self.of(count)
            .iter()
            .reduce(|best, next| if next.untiered(scenario) > best.untiered(scenario) { next } else { best })
    }
}

/// What a ladder that names neither area nor service carries.
static UNNAMED: LazyLock<Arc<str>> = LazyLock::new(Arc::default);

/// Finds for every count the rules that pay it. Between two change dates the same parcels are asked for once.
pub(crate) fn offers<'w, 'a: 'w>(
    context: &PricingContext<'a>,
    worksheet: &'w Worksheet,
    observed: &mut Observed,
) -> Offers<'w> {
    let mut offers = Offers { at: vec![0; worksheet.counts.len()], groups: Vec::new(), all: Vec::new() };
    for slot in &worksheet.slots {
        let mut last: Option<(u32, u32, usize, Option<u64>)> = None;
        for index in slot.counts.clone() {
            let count = &worksheet.counts[index];
            let period = context.change_dates.partition_point(|day| *day <= count.date);
            let row_of_roster = count.terms.as_ref().map(|terms| terms.place.line);
            let key = (count.area, count.service, period, row_of_roster);
            if last != Some(key) {
                last = Some(key);
                offers.groups.push(as_number(offers.all.len()));
                offer(context, worksheet, slot, count, &mut offers.all, observed);
            }
            offers.at[index] = as_number(offers.groups.len() - 1);
        }
    }
    offers
}

fn offer<'w, 'a: 'w>(
    context: &PricingContext<'a>,
    worksheet: &'w Worksheet,
    slot: &'w PaySlot,
    count: &'w DayCount,
    offers: &mut Vec<Offer<'w>>,
    observed: &mut Observed,
) {
    let (area, service) = (worksheet.name(count.area), worksheet.name(count.service));
    let parcels = worksheet.parcels(slot, count);
    for (index, rule) in context.agreement.rules.iter().enumerate() {
        let Kind::Rate(rate) = &rule.kind else { continue };
        if rate.per != Per::Parcel || !rule.applies_to(&parcels, count.date) {
            continue;
        }
        let Some(priced) = context.price(index, &parcels, count.date, observed) else { continue };
        let tiered = matches!(&priced.price, Price::Steps(steps) if steps.len() > 1);
        observed.band_open |= matches!(priced.price, Price::Open(..));
        let named = match priced.source {
            Some(RateSource::Row(row)) => Some(&context.workforce.rates.ladders[row].named),
            Some(RateSource::Flag) | None => None,
        };
        let (area, service) = match (tiered, named) {
            (true, Some(named)) => (&named.area, &named.service),
            (true, None) => (&*UNNAMED, &*UNNAMED),
            (false, _) => (area, service),
        };
        let counts_towards_floor = rate.counts_towards_floor;
        let (price, ground, source) = (priced.price, priced.ground, priced.source);
        offers.push(Offer { rule: index, price, ground, counts_towards_floor, source, area, service });
    }
}

/// Parcels that no rule pays, by service, added to those of others.
pub(crate) fn unpaid(
    worksheet: &Worksheet,
    offers: &Offers<'_>,
    counts: Range<usize>,
    unpaid: &mut BTreeMap<Arc<str>, u64>,
) {
    for index in counts {
        let count = &worksheet.counts[index];
        if offers.of(index).is_empty() && count.parcels > 0 {
            *unpaid.entry(Arc::clone(worksheet.name(count.service))).or_default() += count.parcels;
        }
    }
}

/// The parcels of a payslip by area, in order. Those of a ladder that names no area follow its lines, which carry none.
pub(crate) fn by_area(
    slot: &PaySlot,
    worksheet: &Worksheet,
    offers: &Offers<'_>,
    scenario: Scenario,
) -> Vec<(Arc<str>, u64)> {
    let mut areas: Vec<(Arc<str>, u64)> = Vec::new();
    for (range, parcels) in runs(worksheet, offers, slot.counts.clone()) {
        let offer = offers.best(range.start, scenario);
        let area = offer.map_or_else(|| worksheet.name(worksheet.counts[range.start].area), |offer| offer.area);
        match areas.iter_mut().find(|(other, _)| other == area) {
            Some((_, sum)) => *sum += parcels,
            None => areas.push((Arc::clone(area), parcels)),
        }
    }
    areas.sort();
    areas
}

/// What the lines of one kind have in common before tiers are told apart.
type Group<'p> = (usize, &'p Arc<str>, &'p Arc<str>, Option<RateSource>, &'p [Step]);

/// What the lines of one tier have in common: rule, area, service, after how many parcels, yuan per parcel.
type OfTier<'p> = (usize, &'p Arc<str>, &'p Arc<str>, u64, Decimal);

/// Parcels that are paid alike, and where their rate comes from.
struct Alike {
    parcels: u64,
    tier: Option<Tier>,
    ground: Ground,
    origin: Origin,
    counts_towards_floor: bool,
}

impl Alike {
    fn add(&mut self, other: &Self) {
        self.parcels += other.parcels;
        self.ground = self.ground.and(other.ground);
        self.origin.from = self.origin.from.min(other.origin.from);
        self.origin.until = self.origin.until.max(other.origin.until);
        for source in &other.origin.sources {
            if !self.origin.sources.contains(source) {
                self.origin.sources.push(*source);
            }
        }
    }
}

/// The piece lines of a payslip.
pub(crate) fn lines(
    agreement: &Agreement,
    slot: &PaySlot,
    worksheet: &Worksheet,
    offers: &Offers<'_>,
    scenario: Scenario,
) -> Vec<Line> {
    let mut groups: Vec<(Group<'_>, Alike)> = Vec::new();
    for (range, parcels) in runs(worksheet, offers, slot.counts.clone()) {
        let Some(offer) = offers.best(range.start, scenario) else { continue };
        let group = (offer.rule, offer.area, offer.service, offer.ladder(), offer.steps(scenario));
        let (from, until) = days(&worksheet.counts[range]);
        let sources = offer.source.into_iter().collect();
        let (ground, counts_towards_floor) = (offer.ground, offer.counts_towards_floor);
        let origin = Origin { from, until, sources };
        add(&mut groups, group, Alike { parcels, tier: None, ground, origin, counts_towards_floor });
    }
    // Few as they are: in their order only now.
    groups.sort_by_key(|(group, _)| *group);
    let mut tiers: Vec<(OfTier<'_>, Alike)> = Vec::with_capacity(groups.len());
    for ((rule, area, service, _, steps), alike) in groups {
        for (at, (over, rate)) in steps.iter().enumerate() {
            let until = steps.get(at + 1).map(|(over, _)| *over);
            let parcels = alike.parcels.min(until.unwrap_or(u64::MAX)).saturating_sub(*over);
            if parcels > 0 {
                let tier = (steps.len() > 1).then_some(Tier { over: *over, until });
                let origin = alike.origin.clone();
                add(&mut tiers, (rule, area, service, *over, *rate), Alike { parcels, tier, origin, ..alike });
            }
        }
    }
    tiers.sort_by_key(|(of_tier, _)| *of_tier);
    tiers.into_iter().map(|(of_tier, alike)| line(agreement, of_tier, alike)).collect()
}

/// Adds parcels to those of the same key.
fn add<K: PartialEq>(all: &mut Vec<(K, Alike)>, key: K, alike: Alike) {
    match all.iter_mut().find(|(other, _)| *other == key) {
        Some((_, sum)) => sum.add(&alike),
        None => all.push((key, alike)),
    }
}

/// The first and the last day of some counts.
fn days(counts: &[DayCount]) -> (Date, Date) {
    let first = counts[0].date;
    counts.iter().fold((first, first), |(from, until), count| (from.min(count.date), until.max(count.date)))
}

fn line(agreement: &Agreement, of_tier: OfTier<'_>, alike: Alike) -> Line {
    let (_, area, service, _, rate) = of_tier;
    let quantity = Decimal::from(alike.parcels);
    Line {
        component: Component::Piece,
        ground: alike.ground,
        origin: Some(alike.origin),
        area: Arc::clone(area),
        service: Arc::clone(service),
        unit: Unit::Parcel,
        quantity,
        rate,
        tier: alike.tier,
        multiple: None,
        amount: agreement.rounding.apply(quantity * rate),
        counts_towards_floor: alike.counts_towards_floor,
    }
}

/// Neighbouring counts with the same offers, and their parcels.
fn runs<'a>(
    worksheet: &'a Worksheet,
    offers: &'a Offers<'_>,
    counts: Range<usize>,
) -> impl Iterator<Item = (Range<usize>, u64)> + 'a {
    let mut next = counts.start;
    std::iter::from_fn(move || {
        let start = next;
        let at = *offers.at.get(start).filter(|_| start < counts.end)?;
        while next < counts.end && offers.at[next] == at {
            next += 1;
        }
        Some((start..next, worksheet.counts[start..next].iter().map(|count| count.parcels).sum()))
    })
}

fn as_number(place: usize) -> u32 {
    u32::try_from(place).expect("a worksheet is of some couriers only")
}

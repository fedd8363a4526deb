//! Piece lines: the month's parcels by rule, area, service, rate in force on the day, and tier.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, LazyLock};

use crate::agreement::Agreement;
use crate::agreement::counting::{CountedBy, Counting};
use crate::agreement::kinds::{Kind, Per};
use crate::pay::ground::Ground;
use crate::pay::line::{Component, Line, Origin, RateSource, Scenario, Tier, Unit};
use crate::pay::observed::Observed;
use crate::pay::pricing::{Price, PricingContext, Step};
use crate::pay::rules::cut::Cut;
use crate::pay::rules::ladder::{self, Climbed, Counted};
use crate::pay::worksheet::{DayCount, PaySlot, Worksheet};
use crate::units::{Date, Decimal, Rounding};

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
    pub(crate) counts_towards_floor: bool,
    /// Whether it is paid beside the others.
    pub(crate) adds: bool,
    /// How its parcels are counted, where it has steps.
    counting: Counting,
    /// The ladder that counts the parcels of the month through all of its versions; `None` for a rate that never has steps.
    ladder: Option<LadderOf>,
    /// What gives the rate, where it is not the agreement itself.
    pub(crate) source: Option<RateSource>,
    /// What lines name: for a ladder, which counts the parcels of all of its areas, what its rows name.
    pub(crate) area: &'w Arc<str>,
    pub(crate) service: &'w Arc<str>,
}

/// Which ladder: that of the agreement's own tiers, or of rows of `--rates`, by the place of the first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum LadderOf {
    Rule,
    Rows(usize),
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
}

impl<'w> Offers<'w> {
    /// Every offer for a count.
    pub(crate) fn of(&self, count: usize) -> &[Offer<'w>] {
        let group = self.at[count] as usize;
        let end = self.groups.get(group + 1).map_or(self.all.len(), |end| *end as usize);
        &self.all[self.groups[group] as usize..end]
    }

    /// The offer that holds for a count: of all rules that pay the parcels, but for those that add, the best for the worker.
    pub(crate) fn best(&self, count: usize, scenario: Scenario) -> Option<&Offer<'w>> {
        self.of(count)
            .iter()
            .filter(|offer| !offer.adds)
            .reduce(|best, next| if next.untiered(scenario) > best.untiered(scenario) { next } else { best })
    }

    /// The offers that are paid beside the best.
    fn added(&self, count: usize) -> impl Iterator<Item = &Offer<'w>> {
        self.of(count).iter().filter(|offer| offer.adds)
    }

    /// What each rule that counts towards a floor pays for the parcels of a count, by its place, not rounded.
    pub(crate) fn paid(
        &self,
        count: usize,
        worksheet: &Worksheet,
        slot: &PaySlot,
        scenario: Scenario,
    ) -> Vec<(usize, Decimal)> {
        let best = self.best(count, scenario).filter(|offer| offer.counts_towards_floor);
        let best = best.map(|offer| (offer.rule, self.pay_of_day(count, worksheet, slot, scenario)));
        let parcels = Decimal::from(worksheet.counts[count].parcels);
        let added = self.added(count).filter(|offer| offer.counts_towards_floor);
        best.into_iter().chain(added.map(|offer| (offer.rule, parcels * offer.untiered(scenario)))).collect()
    }

    /// What the parcels of a count are paid, in yuan, not rounded: of a ladder, their share of what it paid that day.
    pub(crate) fn pay_of_day(
        &self,
        count: usize,
        worksheet: &Worksheet,
        slot: &PaySlot,
        scenario: Scenario,
    ) -> Decimal {
        let Some(offer) = self.best(count, scenario) else { return Decimal::ZERO };
        let own = &worksheet.counts[count];
        if offer.ladder.is_none() {
            return Decimal::from(own.parcels) * offer.untiered(scenario);
        }
        let key = |offer: &Offer<'_>| (offer.rule, offer.ladder);
        let places: Vec<usize> =
            slot.counts.clone().chain(ladder::counted_beside(worksheet, slot, offer.counting.by)).collect();
        let of_ladder = places.into_iter().filter_map(|index| {
            let offer = self.best(index, scenario).filter(|other| key(other) == key(offer))?;
            let (date, parcels) = (worksheet.counts[index].date, worksheet.counts[index].parcels);
            // A day's parcels of the ladder share what it paid them.
            Some(Counted { date, parcels, offer, is_paid: date == own.date })
        });
        let mut of_ladder: Vec<Counted<'_, '_>> = of_ladder.collect();
        of_ladder.sort_by_key(|counted| counted.date);
        let climbed = ladder::climb(&of_ladder, offer.counting, slot, scenario);
        let pay: Decimal = climbed.iter().map(|climbed| Decimal::from(climbed.parts) * climbed.rate).sum();
        let all: u64 = climbed.iter().map(|climbed| climbed.parts).sum();
        if all == 0 { Decimal::ZERO } else { pay * Decimal::from(own.parcels) / Decimal::from(all) }
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
        // What was delivered before the days asked for is not paid, and nothing is to be said of it.
        let mut of_before = Observed::default();
        for index in slot.counts.clone().chain(slot.before.clone()) {
            let observed = if slot.earlier || slot.before.contains(&index) { &mut of_before } else { &mut *observed };
            let count = &worksheet.counts[index];
            let period = context.change_dates.partition_point(|day| *day <= count.date);
            let row_of_roster = count.terms.as_ref().map(|terms| terms.place.line);
            let key = (count.area, count.service, period, row_of_roster);
            if last != Some(key) || context.tells_counts_apart {
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
        if rate.per != Per::Parcel || rate.bonus.is_some() || !rule.applies_to(&parcels, count.date) {
            continue;
        }
        let Some(priced) = context.price(index, &parcels, count.date, observed) else { continue };
        observed.band_open |= matches!(priced.price, Price::Open(..));
        let rates = &context.rates;
        let ladder = match priced.source {
            Some(RateSource::Row(row)) => rates.has_steps(row).then(|| LadderOf::Rows(rates.ladder_of(row))),
            Some(RateSource::Flag) => None,
            None => rule.has_ladder().then_some(LadderOf::Rule),
        };
        // A ladder counts the parcels of all areas and services that it does not name.
        let (area, service) = match ladder {
            Some(LadderOf::Rows(first)) => {
                let named = &context.workforce.rates.ladders[first].named;
                (&named.area, &named.service)
            }
            Some(LadderOf::Rule) => (&*UNNAMED, &*UNNAMED),
            None => (area, service),
        };
        let (counts_towards_floor, adds, counting) = (rate.counts_towards_floor, rate.adds, rate.counting);
        let (price, ground, source) = (priced.price, priced.ground, priced.source);
        offers.push(Offer { rule: index, price, ground, counts_towards_floor, adds, counting, ladder, source, area, service });
    }
}

/// Parcels that no rule pays, by service, added to those of others.
pub(crate) fn unpaid(worksheet: &Worksheet, offers: &Offers<'_>, slot: &PaySlot, unpaid: &mut BTreeMap<Arc<str>, u64>) {
    for index in slot.counts.clone() {
        let count = &worksheet.counts[index];
        // Where a rule pays by what orders carry, parcels need no rate of their own.
        let is_paid_by_order = !worksheet.details_asked.measures.is_empty();
        if offers.of(index).is_empty() && count.parcels > 0 && !is_paid_by_order {
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
    let area_of = |(range, parcels): (Range<usize>, u64)| {
        let offer = offers.best(range.start, scenario);
        (offer.map_or_else(|| worksheet.name(worksheet.counts[range.start].area), |offer| offer.area), parcels)
    };
    let mut areas: Vec<(&Arc<str>, u64)> = runs(worksheet, offers, slot.counts.clone()).map(area_of).collect();
    areas.sort();
    let of_area = |all: &[(&Arc<str>, u64)]| (Arc::clone(all[0].0), all.iter().map(|(_, parcels)| parcels).sum());
    areas.chunk_by(|(one, _), (next, _)| one == next).map(of_area).collect()
}

/// What the lines of one tier have in common: rule, area, service, after how many parcels, yuan per parcel.
type OfTier<'p> = (usize, &'p Arc<str>, &'p Arc<str>, u64, Decimal);

/// Parcels that are paid alike, and where their rate comes from.
struct Alike {
    /// In parts; see [`Cut`].
    parts: u64,
    tier: Option<Tier>,
    ground: Ground,
    origin: Origin,
    counts_towards_floor: bool,
}

impl Alike {
    fn new(offer: &Offer<'_>, (from, until): (Date, Date), parts: u64, tier: Option<Tier>) -> Self {
        let origin = Origin { from, until, sources: offer.source.into_iter().collect() };
        let (ground, counts_towards_floor) = (offer.ground, offer.counts_towards_floor);
        Self { parts, tier, ground, origin, counts_towards_floor }
    }

    fn add(&mut self, other: &Self) {
        self.parts += other.parts;
        self.tier = self.tier.or(other.tier);
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
    // Parcels that no ladder counts are cut as those of a month are.
    let cut = Cut::of(slot, CountedBy::Period, slot.month.first());
    let mut tiers: Vec<(OfTier<'_>, Alike)> = Vec::new();
    let mut ladders: BTreeMap<_, Vec<Counted<'_, '_>>> = BTreeMap::new();
    for (range, parcels) in runs(worksheet, offers, slot.counts.clone()) {
        for offer in offers.added(range.start).filter(|_| parcels > 0) {
            let alike = Alike::new(offer, days(&worksheet.counts[range.clone()]), cut.parts(parcels), None);
            tiers.push(((offer.rule, offer.area, offer.service, 0, offer.untiered(scenario)), alike));
        }
        let Some(offer) = offers.best(range.start, scenario) else { continue };
        if let Some(ladder) = offer.ladder {
            let of_days = worksheet.counts[range].iter();
            let of_days =
                of_days.map(|count| Counted { date: count.date, parcels: count.parcels, offer, is_paid: true });
            ladders.entry(key_of(offer, ladder)).or_default().extend(of_days);
        } else if parcels > 0 {
            let alike = Alike::new(offer, days(&worksheet.counts[range]), cut.parts(parcels), None);
            tiers.push(((offer.rule, offer.area, offer.service, 0, offer.untiered(scenario)), alike));
        }
    }
    for counted in ladders.values_mut() {
        count_beside(worksheet, slot, offers, scenario, counted);
        let counting = counted[0].offer.counting;
        for Climbed { at, tier, rate, parts } in ladder::climb(counted, counting, slot, scenario) {
            let Counted { date, offer, .. } = counted[at];
            let has_steps = offer.steps(scenario).len() > 1;
            let alike = Alike::new(offer, (date, date), parts, has_steps.then_some(tier));
            tiers.push(((offer.rule, offer.area, offer.service, tier.over, rate), alike));
        }
    }
    let rounding = (agreement.rounding, slot.rounding(agreement));
    added_up(tiers).into_iter().map(|(of_tier, alike)| line(rounding, cut, of_tier, alike)).collect()
}

/// What the parcels that a ladder counts have in common: rule, area, service, which ladder.
fn key_of<'p>(offer: &Offer<'p>, ladder: LadderOf) -> (usize, &'p Arc<str>, &'p Arc<str>, LadderOf) {
    (offer.rule, offer.area, offer.service, ladder)
}

/// Adds to the parcels that a ladder counts those that are counted with them and not paid, and brings all in the order of days.
fn count_beside<'p, 'w>(
    worksheet: &Worksheet,
    slot: &PaySlot,
    offers: &'p Offers<'w>,
    scenario: Scenario,
    counted: &mut Vec<Counted<'p, 'w>>,
) {
    let key = |offer: &Offer<'w>| offer.ladder.map(|ladder| key_of(offer, ladder));
    let (own, by) = (key(counted[0].offer), counted[0].offer.counting.by);
    for index in ladder::counted_beside(worksheet, slot, by) {
        let count = &worksheet.counts[index];
        if let Some(offer) = offers.best(index, scenario).filter(|offer| key(offer) == own) {
            counted.push(Counted { date: count.date, parcels: count.parcels, offer, is_paid: false });
        }
    }
    counted.sort_by_key(|counted| counted.date);
}

/// The parcels of each key together, in the order of the keys.
fn added_up<K: Ord + Copy>(mut all: Vec<(K, Alike)>) -> Vec<(K, Alike)> {
    all.sort_by_key(|(key, _)| *key);
    all.dedup_by(|(key, alike), (first, sum)| {
        key == first && {
            sum.add(alike);
            true
        }
    });
    all
}

/// The first and the last day of some counts.
fn days(counts: &[DayCount]) -> (Date, Date) {
    let first = counts[0].date;
    counts.iter().fold((first, first), |(from, until), count| (from.min(count.date), until.max(count.date)))
}

/// A line of the parcels of a step, or of all that are paid one rate; each of the two has its rounding.
fn line(rounding: (Rounding, Rounding), cut: Cut, of_tier: OfTier<'_>, alike: Alike) -> Line {
    let (_, area, service, _, rate) = of_tier;
    let rounding = if alike.tier.is_some() { rounding.1 } else { rounding.0 };
    let quantity = Decimal::from(alike.parts) / Decimal::from(cut.days);
    Line {
        origin: Some(alike.origin),
        area: Arc::clone(area),
        service: Arc::clone(service),
        tier: alike.tier,
        amount: rounding.apply(quantity * rate),
        ..Line::new(Component::Piece, alike.ground, Unit::Parcel, quantity, rate, alike.counts_towards_floor)
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

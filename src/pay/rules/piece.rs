//! Piece lines: the month's parcels by rule, area, service, rate in force on the day, and tier.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use crate::agreement::Agreement;
use crate::agreement::counting::CountedBy;
use crate::pay::ground::Ground;
use crate::pay::line::{Component, Line, Origin, Scenario, Tier, Unit};
use crate::pay::rules::cut::Cut;
use crate::pay::rules::ladder::{self, Climbed, OnLadder};
use crate::pay::rules::offers::{KeyOfLadder, Offer, Offers, key_of};
use crate::pay::worksheet::{DayCount, PaySlot, Worksheet};
use crate::units::{Date, Decimal, Rounding};

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
    let mut areas: Vec<(&Arc<str>, u64)> = offers.runs(worksheet, slot.counts.clone()).map(area_of).collect();
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
    let mut ladders: BTreeMap<_, Vec<OfLadder<'_, '_>>> = BTreeMap::new();
    for (range, parcels) in offers.runs(worksheet, slot.counts.clone()) {
        for offer in offers.best(range.start, scenario).into_iter().chain(offers.added(range.start)) {
            if let Some(ladder) = offer.ladder {
                let of_days = worksheet.counts[range.clone()].iter();
                let of_days = of_days.map(|count| (OnLadder::of(count, offer.steps(scenario), true), offer));
                ladders.entry(key_of(offer, ladder)).or_default().extend(of_days);
            } else if parcels > 0 {
                let alike = Alike::new(offer, days(&worksheet.counts[range.clone()]), cut.parts(parcels), None);
                tiers.push(((offer.rule, offer.area, offer.service, 0, offer.untiered(scenario)), alike));
            }
        }
    }
    for (key, of_ladder) in &mut ladders {
        count_beside(worksheet, slot, (offers, *key), scenario, of_ladder);
        let counted: Vec<OnLadder<'_>> = of_ladder.iter().map(|(counted, _)| *counted).collect();
        for Climbed { at, tier, rate, parts } in ladder::climb(&counted, of_ladder[0].1.counting, slot) {
            let (OnLadder { date, steps, .. }, offer) = of_ladder[at];
            let has_steps = steps.len() > 1;
            let alike = Alike::new(offer, (date, date), parts, has_steps.then_some(tier));
            tiers.push(((offer.rule, offer.area, offer.service, tier.over, rate), alike));
        }
    }
    let rounding = (agreement.rounding, slot.rounding(agreement));
    added_up(tiers).into_iter().map(|(of_tier, alike)| line(rounding, cut, of_tier, alike)).collect()
}

/// Parcels that a ladder counts, and what pays them.
type OfLadder<'p, 'w> = (OnLadder<'p>, &'p Offer<'w>);

/// Adds to the parcels that a ladder counts those that are counted with them and not paid, and brings all in the order of days.
fn count_beside<'p, 'w>(
    worksheet: &Worksheet,
    slot: &PaySlot,
    (offers, key): (&'p Offers<'w>, KeyOfLadder<'w>),
    scenario: Scenario,
    of_ladder: &mut Vec<OfLadder<'p, 'w>>,
) {
    let by = of_ladder[0].1.counting.by;
    for index in ladder::counted_beside(worksheet, slot, by) {
        let count = &worksheet.counts[index];
        if let Some(offer) = offers.of_ladder(key, index, scenario) {
            of_ladder.push((OnLadder::of(count, offer.steps(scenario), false), offer));
        }
    }
    of_ladder.sort_by_key(|(counted, _)| counted.date);
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

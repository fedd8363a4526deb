//! Which rules pay the parcels of a worksheet, and which of them is the best for the worker.

use std::ops::Range;
use std::sync::{Arc, LazyLock};

use crate::agreement::counting::Counting;
use crate::agreement::kinds::{Kind, Per};
use crate::pay::ground::Ground;
use crate::pay::line::{RateSource, Scenario};
use crate::pay::observed::Observed;
use crate::pay::pricing::{Price, PricingContext, Step};
use crate::pay::provisos;
use crate::pay::rules::ladder::{self, OnLadder};
use crate::pay::worksheet::{DayCount, PaySlot, Worksheet};
use crate::units::Decimal;

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
    pub(crate) ground: Ground,
    pub(crate) counts_towards_floor: bool,
    /// Whether it is paid beside the others.
    pub(crate) adds: bool,
    /// How its parcels are counted, where it has steps.
    pub(crate) counting: Counting,
    /// The ladder that counts the parcels of the month through all of its versions; `None` for a rate that never has steps.
    pub(crate) ladder: Option<LadderOf>,
    /// What gives the rate, where it is not the agreement itself.
    pub(crate) source: Option<RateSource>,
    /// What lines name: for a ladder, which counts the parcels of all of its areas, what its rows name.
    pub(crate) area: &'w Arc<str>,
    pub(crate) service: &'w Arc<str>,
}

/// Which ladder: that of the agreement's own tiers, or of rows of `--rates`, by the place of the first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum LadderOf {
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
        self.paying(count, scenario).map(|(_, offer)| offer).find(|offer| !offer.adds)
    }

    /// The offers that are paid for a count, the best first, each with its place among all of them.
    pub(crate) fn paying(&self, count: usize, scenario: Scenario) -> impl Iterator<Item = (usize, &Offer<'w>)> {
        let all = || self.of(count).iter().enumerate();
        let higher = |best: &Offer<'_>, next: &Offer<'_>| next.untiered(scenario) > best.untiered(scenario);
        let best = all()
            .filter(|(_, offer)| !offer.adds)
            .reduce(|best, next| if higher(best.1, next.1) { next } else { best });
        best.into_iter().chain(all().filter(|(_, offer)| offer.adds))
    }

    /// Neighbouring counts with the same offers, and their parcels.
    pub(crate) fn runs<'a>(
        &'a self,
        worksheet: &'a Worksheet,
        counts: Range<usize>,
    ) -> impl Iterator<Item = (Range<usize>, u64)> + 'a {
        let mut next = counts.start;
        std::iter::from_fn(move || {
            let start = next;
            let at = *self.at.get(start).filter(|_| start < counts.end)?;
            while next < counts.end && self.at[next] == at {
                next += 1;
            }
            Some((start..next, worksheet.counts[start..next].iter().map(|count| count.parcels).sum()))
        })
    }

    /// The offers that are paid beside the best.
    pub(crate) fn added(&self, count: usize) -> impl Iterator<Item = &Offer<'w>> {
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
        let paid = self.paying(count, scenario).map(|(_, offer)| offer);
        paid.filter(|offer| offer.counts_towards_floor)
            .map(|offer| (offer.rule, self.pay_of(offer, count, worksheet, slot, scenario)))
            .collect()
    }

    /// What an offer pays the parcels of a count, in yuan, not rounded: of a ladder, their share of what it paid that day.
    pub(crate) fn pay_of(
        &self,
        offer: &Offer<'w>,
        count: usize,
        worksheet: &Worksheet,
        slot: &PaySlot,
        scenario: Scenario,
    ) -> Decimal {
        let own = &worksheet.counts[count];
        let Some(ladder) = offer.ladder else { return Decimal::from(own.parcels) * offer.untiered(scenario) };
        let beside = ladder::counted_beside(worksheet, slot, offer.counting.by);
        let of_ladder = slot.counts.clone().chain(beside).filter_map(|index| {
            let offer = self.of_ladder(key_of(offer, ladder), index, scenario)?;
            let counted = &worksheet.counts[index];
            // A day's parcels of the ladder share what it paid them.
            Some(OnLadder::of(counted, offer.steps(scenario), counted.date == own.date))
        });
        let mut of_ladder: Vec<OnLadder<'_>> = of_ladder.collect();
        of_ladder.sort_by_key(|counted| counted.date);
        let climbed = ladder::climb(&of_ladder, offer.counting, slot);
        let pay: Decimal = climbed.iter().map(|climbed| Decimal::from(climbed.parts) * climbed.rate).sum();
        let all: u64 = climbed.iter().map(|climbed| climbed.parts).sum();
        if all == 0 { Decimal::ZERO } else { pay * Decimal::from(own.parcels) / Decimal::from(all) }
    }

    /// The offer by which a ladder counts the parcels of a count; `None`: it does not.
    pub(crate) fn of_ladder(&self, key: KeyOfLadder<'w>, count: usize, scenario: Scenario) -> Option<&Offer<'w>> {
        let mut paid = self.paying(count, scenario).map(|(_, offer)| offer);
        paid.find(|offer| offer.ladder.is_some_and(|ladder| key_of(offer, ladder) == key))
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
    offers_of(context, worksheet, worksheet.slots.iter(), observed)
}

/// The same for some of the slots; nobody may ask for the counts of others.
pub(crate) fn offers_of<'w, 'a: 'w>(
    context: &PricingContext<'a>,
    worksheet: &'w Worksheet,
    slots: impl Iterator<Item = &'w PaySlot>,
    observed: &mut Observed,
) -> Offers<'w> {
    let mut offers = Offers { at: vec![0; worksheet.counts.len()], groups: Vec::new(), all: Vec::new() };
    for slot in slots {
        let mut last: Option<(u32, u32, usize, Option<u64>)> = None;
        // What was delivered before the days asked for is not paid, and nothing is to be said of it.
        let mut of_before = Observed::default();
        let unmet = provisos::unmet(context, worksheet, slot);
        for index in slot.counts.clone().chain(slot.before.clone()) {
            let observed = if slot.earlier || slot.before.contains(&index) { &mut of_before } else { &mut *observed };
            let count = &worksheet.counts[index];
            let period = context.change_dates.partition_point(|day| *day <= count.date);
            let row_of_roster = count.terms.as_ref().map(|terms| terms.place.line);
            let key = (count.area, count.service, period, row_of_roster);
            if last != Some(key) || context.tells_counts_apart {
                last = Some(key);
                offers.groups.push(as_number(offers.all.len()));
                offer(context, worksheet, (slot, &unmet), count, &mut offers.all, observed);
            }
            offers.at[index] = as_number(offers.groups.len() - 1);
        }
    }
    offers
}

fn offer<'w, 'a: 'w>(
    context: &PricingContext<'a>,
    worksheet: &'w Worksheet,
    (slot, unmet): (&'w PaySlot, &[usize]),
    count: &'w DayCount,
    offers: &mut Vec<Offer<'w>>,
    observed: &mut Observed,
) {
    let (area, service) = (worksheet.name(count.area), worksheet.name(count.service));
    let parcels = worksheet.parcels(slot, count);
    for (index, rule) in context.agreement.rules.iter().enumerate() {
        let Kind::Rate(rate) = &rule.kind else { continue };
        if rate.per != Per::Parcel
            || rate.bonus.is_some()
            || unmet.contains(&index)
            || !rule.applies_to(&parcels, count.date)
        {
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
        offers.push(Offer {
            rule: index,
            price,
            ground,
            counts_towards_floor,
            adds,
            counting,
            ladder,
            source,
            area,
            service,
        });
    }
}

/// What the parcels that a ladder counts have in common: rule, area, service, which ladder.
pub(crate) type KeyOfLadder<'p> = (usize, &'p Arc<str>, &'p Arc<str>, LadderOf);

/// The key of the ladder of an offer.
pub(crate) fn key_of<'p>(offer: &Offer<'p>, ladder: LadderOf) -> KeyOfLadder<'p> {
    (offer.rule, offer.area, offer.service, ladder)
}

fn as_number(place: usize) -> u32 {
    u32::try_from(place).expect("a worksheet is of some couriers only")
}

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
use crate::pay::rules::occasions::{Given, Occasions, Part, Pay};
use crate::pay::rules::offers::Offers;
use crate::pay::rules::time::PaidDay;
use crate::pay::slot_pricing::SlotPricing;
use crate::pay::worksheet::{Attended, Worksheet};
use crate::units::{Date, Decimal};

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

/// What a premium multiplies the pay of: one rate of some work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Work {
    /// A count of parcels, by its place in the worksheet, and one of its [offers](Offers::of), by its place among them.
    Parcels(usize, usize),
    /// Hours or a day, by their place among the paid days of the slot.
    Time(usize),
}

/// A rate of some work: which, and money for each unit.
type RateOfWork = (Work, Decimal);

/// What a premium gives on some work: on which of its rates, and money for each unit on all of them together.
struct GivenOnRates<'a> {
    given: Given<'a>,
    rates: Vec<RateOfWork>,
}

/// What each premium rule reaches and takes of the work of a pay slot, rate by rate; of one rate, the highest first.
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
        let parcels = worksheet.parcels(of.slot, count);
        let mut all = Vec::new();
        for (place, offer) in offers.paying(index, of.scenario) {
            let id = Some(&*of.context.agreement.rules[offer.rule].id);
            let given = occasions.on(count.date, &parcels, Pay { by: PaidBy::Piece, id, counts: true }, observed);
            add(&mut all, given, (Work::Parcels(index, place), offer.untiered(of.scenario)));
        }
        claims.extend(shared(Decimal::from(count.parcels), all));
    }
    for rates in alike_in_unit(paid).values().filter(|rates| occasions.could_reach(paid[rates[0]].date)) {
        let mut all = Vec::new();
        for index in rates {
            let day = &paid[*index];
            let Some(by) = day.paid_by() else { continue };
            let id = day.ground.place().map(|place| &*of.context.agreement.rules[place].id);
            let subject = match day.count {
                Some(count) => worksheet.parcels(of.slot, &worksheet.counts[count]),
                None => of.person(day.terms),
            };
            let pay = Pay { by, id, counts: day.rate.counts_towards_floor };
            add(&mut all, occasions.on(day.date, &subject, pay, observed), (Work::Time(*index), day.amount));
        }
        claims.extend(shared(paid[rates[0]].quantity, all));
    }
    claims.sort_by_key(|claim| claim.work);
    claims
}

/// What paid days count: the day, the orders of which count, and by what they are paid.
type UnitOfWork<'p> = (Date, Option<usize>, Per, Option<&'p str>);

/// The paid days by what they count: the hours of a day may be paid by several rates, and are one work all the same.
fn alike_in_unit<'p>(paid: &'p [PaidDay<'_>]) -> BTreeMap<UnitOfWork<'p>, Vec<usize>> {
    let mut alike: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (index, day) in paid.iter().enumerate() {
        let measure = day.rate.measure.as_ref().map(|measure| &*measure.name);
        alike.entry((day.date, day.count, day.rate.per, measure)).or_default().push(index);
    }
    alike
}

/// Adds what premiums give on one rate of some work to what they give on the others.
fn add<'a>(all: &mut Vec<GivenOnRates<'a>>, given: Vec<Given<'a>>, rate: RateOfWork) {
    for given in given {
        match all.iter_mut().find(|other| other.given.rule == given.rule) {
            Some(same) => same.rates.push(rate),
            None => all.push(GivenOnRates { given, rates: vec![rate] }),
        }
    }
}

/// The hours of attendance that premiums on extended hours reach, each × its multiple.
pub(crate) fn extended_hours(of: &SlotPricing<'_, '_>, occasions: &Occasions<'_>) -> Decimal {
    let mut unsaid = Observed::default();
    let of_day = |(date, day, terms): &Attended<'_>| -> Decimal {
        let hours = Pay { by: PaidBy::Hour, id: None, counts: true };
        let mut given = occasions.on(*date, &of.person(*terms), hours, &mut unsaid);
        given.retain(|given| given.premium.is_for_extended_hours());
        let mut all = Vec::new();
        add(&mut all, given, (Work::Time(0), Decimal::ONE));
        shared(day.hours(), all).iter().map(|claim| claim.taken * claim.multiple).sum()
    };
    of.attended.iter().filter(|(date, ..)| occasions.could_reach(*date)).map(of_day).sum()
}

impl GivenOnRates<'_> {
    /// Money for each unit, and the multiple, by which work without a rate is shared too.
    fn worth(&self) -> (Decimal, Decimal) {
        let rates: Decimal = self.rates.iter().map(|(_, rate)| *rate).sum();
        let multiple = self.given.multiple;
        (self.given.amount.unwrap_or_else(|| rates * (multiple - Decimal::ONE)), multiple)
    }
}

/// Shares some work among the premiums, the one that gives most on all of its rates first; those that add take it beside the
/// others.
fn shared(quantity: Decimal, mut all: Vec<GivenOnRates<'_>>) -> Vec<Claim<'_>> {
    all.retain(|given| given.worth() > (Decimal::ZERO, Decimal::ONE));
    all.sort_by_key(|given| std::cmp::Reverse(given.worth()));
    let (mut taken, mut claims) = (Decimal::ZERO, Vec::new());
    for GivenOnRates { given, rates } in all {
        let Given { rule, premium, ground, multiple, amount, part } = given;
        let reached = part.of(quantity);
        // The parcels of a day are not told apart by the hour: the hours beyond take the same ones in every rule.
        let beyond = if premium.adds { reached } else { (reached - taken).max(Decimal::ZERO) };
        if !premium.adds {
            taken = taken.max(reached);
        }
        for (at, (work, _)) in rates.into_iter().enumerate() {
            // An amount is on top of the parcel or the hour, not of each of its rates.
            let taken = if at > 0 && amount.is_some() { Decimal::ZERO } else { beyond };
            claims.push(Claim { work, rule, premium, ground, multiple, amount, part, reached, taken });
        }
    }
    claims
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
            Work::Parcels(count, offer) => {
                let offer = &offers.of(count)[offer];
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

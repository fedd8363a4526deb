//! Guarantees by a formula: over each order, each day or the pay period, what is missing to so much for each hour, parcel or
//! measure is a top-up.
//!
//! The shorter windows come first, and what they top up counts in the longer ones. Of several guarantees over one window the one
//! that more is missing to holds.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::agreement::Agreement;
use crate::agreement::change::Field;
use crate::agreement::formula::{AT_LEAST, Counted, Each, Over, Window};
use crate::agreement::kinds::{Floor, Kind};
use crate::agreement::measure::MeasureUnit;
use crate::pay::ground::Ground;
use crate::pay::line::{Component, Line, TermWorth, Unit};
use crate::pay::observed::Observed;
use crate::pay::rules::offers::Offers;
use crate::pay::rules::time::PaidDay;
use crate::pay::rules::top_up::TopUp;
use crate::pay::slot_pricing::SlotPricing;
use crate::pay::subject::Parcels;
use crate::pay::worksheet::Worksheet;
use crate::units::{Date, Decimal, Yuan};

/// What a guarantee is reckoned on.
pub(crate) struct Earned<'w> {
    pub(crate) worksheet: &'w Worksheet,
    pub(crate) offers: &'w Offers<'w>,
    pub(crate) paid: &'w [PaidDay<'w>],
    /// By the count whose orders they pay, the places of the paid days, and by their day those of attendance.
    of_counts: BTreeMap<usize, Vec<usize>>,
    of_days: BTreeMap<Date, Vec<usize>>,
}

impl<'w> Earned<'w> {
    pub(crate) fn new(worksheet: &'w Worksheet, offers: &'w Offers<'w>, paid: &'w [PaidDay<'w>]) -> Self {
        let (mut of_counts, mut of_days) = (BTreeMap::<_, Vec<_>>::new(), BTreeMap::<_, Vec<_>>::new());
        for (at, day) in paid.iter().enumerate().filter(|(_, day)| day.rate.counts_towards_floor) {
            match day.count {
                Some(count) => of_counts.entry(count).or_default().push(at),
                None => of_days.entry(day.date).or_default().push(at),
            }
        }
        Self { worksheet, offers, paid, of_counts, of_days }
    }
}

/// What a guarantee that is tested for all workers together, or over more than a pay period, finds in one payslip.
#[derive(Clone, Debug)]
pub(crate) struct OfTogether {
    pub(crate) ground: Ground,
    /// What the terms of the formula come to, not rounded.
    pub(crate) sum: Decimal,
    /// The least amount of the formula.
    pub(crate) least: Option<Decimal>,
}

impl OfTogether {
    /// What the formula gives, not rounded.
    pub(crate) fn due(&self) -> Decimal {
        self.least.map_or(self.sum, |least| least.max(self.sum))
    }
}

/// What guarantees by a formula find in a payslip.
pub(crate) struct ByFormula {
    /// Those for all workers together, and over more than a pay period.
    pub(crate) together: Vec<OfTogether>,
    /// The orders and days topped up, where that is to be told piece by piece.
    pub(crate) stretches: Vec<Topped>,
}

/// What one order, one day or the period is topped up with.
#[derive(Clone, Debug)]
pub(crate) struct Topped {
    /// The rule, by its place.
    pub(crate) place: usize,
    /// The day; of a period its first with work.
    pub(crate) date: Option<Date>,
    /// How many alike there are.
    pub(crate) alike: u64,
    /// What was counted for each term; none where the least amount is more.
    pub(crate) terms: Vec<TermWorth>,
    /// What the formula gives for each, and what is paid of it.
    pub(crate) due: Decimal,
    pub(crate) counted: Decimal,
    /// What each is topped up with.
    pub(crate) amount: Yuan,
}

/// One order, one day or the period: what was worked in it, and what it has been paid.
#[derive(Default)]
struct Stretch {
    /// The day by which rules are asked.
    date: Option<Date>,
    counts: Vec<usize>,
    days: Vec<Date>,
    /// How many alike there are.
    alike: u64,
}

/// The top-ups of a payslip that formulas ask for, given its lines so far, and what those ask for all workers together or over
/// more than its pay period.
pub(crate) fn top_ups(
    of: &SlotPricing<'_, '_>,
    earned: &Earned<'_>,
    lines: &mut Vec<Line>,
    observed: &mut Observed,
) -> ByFormula {
    let windows: Vec<(usize, &Window)> = of
        .rules()
        .filter_map(|(place, rule)| match &rule.kind {
            Kind::Floor(floor) => Some((place, floor.window.as_ref()?)),
            _ => None,
        })
        .collect();
    // What orders have been topped up with on each day: the lines, which are of the whole period, do not tell.
    let mut topped_days: BTreeMap<Date, Decimal> = BTreeMap::new();
    let mut all = Vec::new();
    for over in [Over::Order, Over::Day, Over::Period] {
        let of_window = || windows.iter().filter(|(_, window)| window.over == over && !window.together);
        if of_window().next().is_none() {
            continue;
        }
        let mut topped: BTreeMap<usize, TopUp> = BTreeMap::new();
        let of_orders = std::mem::take(&mut topped_days);
        let is_reckoned = over == Over::Order && earned.worksheet.details_asked.floors.is_some();
        if is_reckoned {
            reckoned(of, earned, (&mut topped, &mut topped_days), observed);
        }
        for stretch in if is_reckoned { Vec::new() } else { stretches(of, earned, over) } {
            let mut highest: Option<(Decimal, usize, Due)> = None;
            for (place, window) in of_window() {
                let Some(due) = due(of, earned, *place, &stretch, observed) else { continue };
                // The lines, which a longer window looks at, hold what orders were topped up with already.
                let of_day = stretch.date.filter(|_| over == Over::Day).and_then(|day| of_orders.get(&day));
                let shorter = of_day.copied().unwrap_or_default();
                let missing = due.amount - counted(of, earned, (over, *place, window), &stretch, lines) - shorter;
                if missing > Decimal::ZERO && highest.as_ref().is_none_or(|(most, ..)| missing > *most) {
                    highest = Some((missing, *place, due));
                }
            }
            if let Some((missing, place, due)) = highest {
                let amount = of.slot.rounding(of.context.agreement).apply_to_top_up(missing);
                if let (Over::Order, Some(day)) = (over, stretch.date) {
                    *topped_days.entry(day).or_default() += amount.0 * Decimal::from(stretch.alike);
                }
                if of.context.keeps_stretches {
                    let (date, alike, terms) = (stretch.date, stretch.alike, due.terms.clone());
                    let counted = due.amount - missing;
                    all.push(Topped { place, date, alike, terms, due: due.amount, counted, amount });
                }
                let top_up = topped.entry(place).or_insert_with(|| TopUp::new(due.ground));
                top_up.add(stretch.alike, due.ground, (due.amount, missing), (amount, due.terms));
            }
        }
        let unit = unit(of, over);
        lines.extend(topped.into_values().map(|top_up| top_up.line(unit)));
    }
    ByFormula { together: beyond_payslip(of, earned, &windows, observed), stretches: all }
}

/// What guarantees for all workers together, and over more than the pay period, find.
fn beyond_payslip(
    of: &SlotPricing<'_, '_>,
    earned: &Earned<'_>,
    windows: &[(usize, &Window)],
    observed: &mut Observed,
) -> Vec<OfTogether> {
    let is_long = |window: &Window| matches!(window.over, Over::Month | Over::Year);
    let beyond = windows.iter().filter(|(_, window)| window.together || is_long(window));
    let whole = stretches(of, earned, Over::Period);
    let mut together = Vec::new();
    for (place, _) in beyond {
        for stretch in &whole {
            let found = due(of, earned, *place, stretch, observed);
            together.extend(found.map(|due| OfTogether { ground: due.ground, sum: due.sum, least: due.least }));
        }
    }
    together
}

/// What a formula gives for a stretch: money, the figure it comes from, and what was counted for its terms.
struct Due {
    amount: Decimal,
    /// What its terms come to, and the least amount.
    sum: Decimal,
    least: Option<Decimal>,
    ground: Ground,
    terms: Vec<TermWorth>,
}

/// What orders were found to be topped up with while the log was read, by rule and by day.
fn reckoned(
    of: &SlotPricing<'_, '_>,
    earned: &Earned<'_>,
    (topped, topped_days): (&mut BTreeMap<usize, TopUp>, &mut BTreeMap<Date, Decimal>),
    observed: &mut Observed,
) {
    for index in of.slot.counts.clone() {
        let count = &earned.worksheet.counts[index];
        let parcels = earned.worksheet.parcels(of.slot, count);
        let floors = earned.worksheet.details_asked.floors.iter().flat_map(|floors| &floors.rules);
        for place in floors.filter(|place| of.context.agreement.rules[**place].applies_to(&parcels, count.date)) {
            let Some(figure) = of.context.agreement.rules[*place].figures.position(count.date) else { continue };
            observed.figures.insert((*place, Some(figure)));
            if let Some(found) = earned.worksheet.detail(count).and_then(|detail| detail.topped_up(*place)) {
                let ground = Ground::figure(*place, figure);
                topped.entry(*place).or_insert_with(|| TopUp::new(ground)).add_all(ground, found);
                *topped_days.entry(count.date).or_default() += found.amount;
            }
        }
    }
}

fn unit(of: &SlotPricing<'_, '_>, over: Over) -> Unit {
    match over {
        Over::Order => Unit::Measure(MeasureUnit::Order),
        Over::Day => Unit::Day,
        Over::Period if of.slot.month.is_month() => Unit::Month,
        Over::Period | Over::Month | Over::Year => Unit::Period,
    }
}

/// The orders, days or the period of a slot.
fn stretches(of: &SlotPricing<'_, '_>, earned: &Earned<'_>, over: Over) -> Vec<Stretch> {
    let counts = of.slot.counts.clone();
    let count = |index: usize| &earned.worksheet.counts[index];
    let attended = || of.attended.iter().map(|(date, ..)| *date);
    match over {
        Over::Order => {
            let order = |index: usize| {
                let alike = count(index).detail.as_deref().map_or(count(index).parcels, |detail| detail.orders);
                Stretch { date: Some(count(index).date), counts: vec![index], days: Vec::new(), alike }
            };
            counts.map(order).filter(|stretch| stretch.alike > 0).collect()
        }
        Over::Day => {
            let mut days: BTreeMap<Date, Stretch> = BTreeMap::new();
            counts.for_each(|index| days.entry(count(index).date).or_default().counts.push(index));
            attended().for_each(|date| days.entry(date).or_default().days.push(date));
            days.into_iter().map(|(date, stretch)| Stretch { date: Some(date), alike: 1, ..stretch }).collect()
        }
        Over::Period | Over::Month | Over::Year => {
            let counts: Vec<usize> = counts.collect();
            let days: Vec<Date> = attended().collect();
            let worked = counts.iter().map(|index| count(*index).date).chain(days.iter().copied());
            let date = worked.min();
            vec![Stretch { date, counts, days, alike: 1 }].into_iter().filter(|all| all.date.is_some()).collect()
        }
    }
}

/// What a formula gives for one order, one day or the period; of each piece of work by the figures of its day.
fn due(
    of: &SlotPricing<'_, '_>,
    earned: &Earned<'_>,
    place: usize,
    stretch: &Stretch,
    observed: &mut Observed,
) -> Option<Due> {
    let (mut sum, mut terms) = (Decimal::ZERO, Vec::new());
    let mut ground: Option<Ground> = None;
    let mut least = None;
    let alike = Decimal::from(stretch.alike);
    for index in &stretch.counts {
        let count = &earned.worksheet.counts[*index];
        let parcels = earned.worksheet.parcels(of.slot, count);
        let counted = |counted: &Counted| match counted {
            Counted::Hours => Decimal::ZERO,
            Counted::Parcels => Decimal::from(count.parcels) / alike,
            Counted::Measure(measure) => {
                earned.worksheet.detail(count).and_then(|detail| detail.sum(measure)).unwrap_or_default() / alike
            }
        };
        if let Some((amount, at_least, figure)) =
            worth(of, place, (&parcels, count.date), &counted, &mut terms, observed)
        {
            sum += amount;
            least = least.max(at_least);
            ground = Some(ground.map_or(figure, |ground| ground.and(figure)));
        }
    }
    for (date, day, on_terms) in of.attended.iter().filter(|(date, ..)| stretch.days.contains(date)) {
        let counted = |counted: &Counted| match counted {
            Counted::Hours => day.hours(),
            Counted::Parcels => Decimal::ZERO,
            Counted::Measure(measure) => of.context.measured_on(measure, *day),
        };
        if let Some((amount, at_least, figure)) =
            worth(of, place, (&of.person(*on_terms), *date), &counted, &mut terms, observed)
        {
            sum += amount;
            least = least.max(at_least);
            ground = Some(ground.map_or(figure, |ground| ground.and(figure)));
        }
    }
    let higher = least.filter(|least: &Decimal| *least > sum);
    // The least amount has no terms.
    let terms = if higher.is_some() { Vec::new() } else { terms };
    Some(Due { amount: higher.unwrap_or(sum), sum, least, ground: ground?, terms })
}

/// What a formula gives for some work on a day: the sum of its terms, the least amount, the figure it comes from.
fn worth(
    of: &SlotPricing<'_, '_>,
    place: usize,
    (subject, date): (&Parcels<'_>, Date),
    counted: &dyn Fn(&Counted) -> Decimal,
    terms: &mut Vec<TermWorth>,
    observed: &mut Observed,
) -> Option<(Decimal, Option<Decimal>, Ground)> {
    let rule = &of.context.agreement.rules[place];
    if !rule.applies_to(subject, date) {
        return None;
    }
    let formula = rule.figure(date)?.formula()?;
    let figure = rule.figures.position(date)?;
    let changed = |name: &str, amount: Decimal, observed: &mut Observed| {
        let entry = rule.changed(&Field::Entry(name.into()), amount, subject, date, &mut observed.applied);
        rule.changed(&Field::Figure, entry, subject, date, &mut observed.applied)
    };
    let mut sum = Decimal::ZERO;
    for term in &formula.terms {
        let quantity = counted(&term.counted);
        let each = match &term.each {
            Each::Amount(amount) => changed(&term.name, *amount, observed),
            Each::Percent { percent, of: other } => {
                let amount = of.context.amount_of(other, subject, date, of.scenario, observed).unwrap_or_default();
                amount * *percent / Decimal::ONE_HUNDRED
            }
        };
        sum += quantity * each;
        match terms.iter_mut().find(|(name, _, rate)| *name == term.name && *rate == each) {
            Some((_, all, _)) => *all += quantity,
            None if quantity.is_zero() => {}
            None => terms.push((Arc::clone(&term.name), quantity, each)),
        }
    }
    let at_least = formula.at_least.map(|amount| changed(AT_LEAST, amount, observed));
    observed.figures.insert((place, Some(figure)));
    Some((sum, at_least, Ground::figure(place, figure)))
}

/// What a guarantee by a formula is compared with of some lines.
pub(crate) fn compared(agreement: &Agreement, place: usize, lines: &[Line]) -> Decimal {
    let Kind::Floor(Floor { window: Some(window), .. }) = &agreement.rules[place].kind else { return Decimal::ZERO };
    let compares = |place: usize| window.against.is_empty() || window.against.contains(&agreement.rules[place].id);
    // What a floor tops up does not count towards the floor itself, but here.
    let counts = |line: &&Line| {
        let counts = line.counts_towards_floor || line.component == Component::TopUp;
        counts && line.ground.place().is_none_or(compares)
    };
    lines.iter().filter(counts).map(|line| line.amount.0).sum()
}

/// What has been paid for one order, one day or the period of what a guarantee is compared with.
fn counted(
    of: &SlotPricing<'_, '_>,
    earned: &Earned<'_>,
    (over, place, window): (Over, usize, &Window),
    stretch: &Stretch,
    lines: &[Line],
) -> Decimal {
    let agreement = of.context.agreement;
    let compares = |id: &str| window.against.is_empty() || window.against.iter().any(|named| **named == *id);
    let counts = |place: Option<usize>| place.is_none_or(|place| compares(&agreement.rules[place].id));
    if over == Over::Period {
        return compared(agreement, place, lines);
    }
    let mut sum = Decimal::ZERO;
    for index in &stretch.counts {
        for (rule, pay) in earned.offers.paid(*index, earned.worksheet, of.slot, of.scenario) {
            sum += if counts(Some(rule)) { pay } else { Decimal::ZERO };
        }
    }
    let of_orders = stretch.counts.iter().filter_map(|count| earned.of_counts.get(count));
    let of_days = stretch.days.iter().filter_map(|day| earned.of_days.get(day));
    let paid = of_orders.chain(of_days).flatten().map(|at| &earned.paid[*at]);
    sum += paid.filter(|day| counts(day.ground.place())).map(|day| day.quantity * day.amount).sum::<Decimal>();
    sum / Decimal::from(stretch.alike)
}

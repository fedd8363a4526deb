//! The floor, day by day: the guarantee of the month is the sum of the highest floor in force on each day, and what is missing
//! to it is a top-up.
//!
//! It is tested twice. Of statutory floors alone, against what counts towards them: the pay of parcels and hours that a premium
//! on overtime, rest days or holidays reaches is no part of it (最低工资规定 art. 12). Of all floors, against what counts towards
//! an agreed one. The top-up is the larger of what is missing.

use std::collections::BTreeMap;

use crate::agreement::Rule;
use crate::agreement::kinds::{Floor, Kind, Per};
use crate::pay::ground::Ground;
use crate::pay::line::{Component, Guarantee, Line, Unit};
use crate::pay::observed::Observed;
use crate::pay::proration;
use crate::pay::proration::DaysByAmount;
use crate::pay::rules::occasions::Occasions;
use crate::pay::slot_pricing::SlotPricing;
use crate::units::{Date, Decimal, Rounding, Yuan};

/// What the floors guarantee for the month: the statutory ones alone, and all of them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Guarantees {
    /// Of statutory floors; `None` where none holds.
    pub(crate) statutory: Option<Guarantee>,
    /// Of all floors; `None` where none holds.
    pub(crate) all: Option<Guarantee>,
    /// The highest monthly floor of each period of the days employed: its first day, its days, yuan a month.
    pub(crate) highest: Vec<(Date, i8, Decimal)>,
    /// What each floor would guarantee by itself, in the order of the rules.
    pub(crate) single: Vec<Guarantee>,
}

/// What the floors guarantee; `aside` is the pay that does not count towards a statutory one, `absent` what is kept for absences:
/// their part of the floors is due by itself.
pub(crate) fn guarantees(
    of: &SlotPricing<'_, '_>,
    occasions: &Occasions<'_>,
    aside: Decimal,
    absent: Decimal,
    observed: &mut Observed,
) -> Guarantees {
    let floors: Vec<(usize, &Floor)> = of.rules().filter_map(|(place, rule)| Some((place, floor(rule)?))).collect();
    if floors.is_empty() {
        return Guarantees::default();
    }
    let days = Days { monthly: monthly(of, &floors, observed), hourly: hourly(of, &floors, occasions, observed) };
    let single = floors.iter().filter_map(|(place, _)| days.greatest(of, &|floor| floor.place == *place)).collect();
    let mut statutory = days.greatest(of, &|floor| floor.statutory);
    let mut all = days.greatest(of, &|_| true);
    all.iter_mut().chain(&mut statutory).for_each(|guarantee| guarantee.absent = absent);
    if let Some(guarantee) = &mut statutory {
        guarantee.aside = aside;
    }
    let amounts = |floors: &[InForce]| floors.iter().map(|floor| floor.amount).max();
    let highest = days.monthly.iter().filter_map(|(day, days, floors)| Some((*day, *days, amounts(floors)?)));
    Guarantees { highest: highest.collect(), statutory, all, single }
}

impl Guarantees {
    /// What a payslip is tested against, without what only explains it.
    pub(crate) fn tested(&self) -> Self {
        Self { statutory: self.statutory.clone(), all: self.all.clone(), ..Self::default() }
    }
}

fn floor(rule: &Rule) -> Option<&Floor> {
    match &rule.kind {
        Kind::Floor(floor) if floor.window.is_none() => Some(floor),
        _ => None,
    }
}

/// A floor in force on some days: which, and its amount.
#[derive(Clone, Copy)]
struct InForce {
    place: usize,
    statutory: bool,
    amount: Decimal,
    ground: Ground,
}

/// The floors in force by days employed and by hours.
struct Days {
    /// For each period between change dates, its days and the monthly floors.
    monthly: Vec<(Date, i8, Vec<InForce>)>,
    /// For each day of attendance, its hours for each of the hourly floors.
    hourly: Vec<Vec<(Decimal, InForce)>>,
}

/// The monthly floors in force in each period of the days employed.
fn monthly(
    of: &SlotPricing<'_, '_>,
    floors: &[(usize, &Floor)],
    observed: &mut Observed,
) -> Vec<(Date, i8, Vec<InForce>)> {
    let mut found = Vec::new();
    for (day, days, terms) in of.periods() {
        let mut in_force = Vec::new();
        // 劳动合同法 art. 72: part-time work has the hourly minimum, not the monthly one.
        let reaches = |floor: &Floor| !floor.statutory || !terms.is_part_time();
        for (place, floor) in floors.iter().filter(|(_, floor)| floor.per != Per::Hour && reaches(floor)) {
            let due = of.amount(*place, Some(terms), day, observed);
            let statutory = floor.statutory;
            in_force.extend(due.map(|(amount, ground)| InForce { place: *place, statutory, amount, ground }));
        }
        found.push((day, days, in_force));
    }
    found
}

/// The hourly floors in force on each day of attendance. They hold by the hour worked, so that they need no roster. Hours that a
/// premium reaches are none of a statutory floor.
fn hourly(
    of: &SlotPricing<'_, '_>,
    floors: &[(usize, &Floor)],
    occasions: &Occasions<'_>,
    observed: &mut Observed,
) -> Vec<Vec<(Decimal, InForce)>> {
    let hourly: Vec<_> = floors.iter().filter(|(_, floor)| floor.per == Per::Hour).collect();
    if hourly.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (date, day, terms) in of.attended.iter().copied() {
        let mut in_force = Vec::new();
        for (place, floor) in &hourly {
            let Some((amount, ground)) = of.amount(*place, terms, date, observed) else { continue };
            let person = of.person(terms);
            let extended = floor.statutory.then(|| occasions.extended_hours((date, day.hours()), &person, observed));
            let in_floor = InForce { place: *place, statutory: floor.statutory, amount, ground };
            in_force.push((day.hours() - extended.unwrap_or_default(), in_floor));
        }
        found.push(in_force);
    }
    found
}

impl Days {
    /// Of the floors wanted, the sum over the days of the highest by the month, or by the hour where that is more.
    fn greatest(&self, of: &SlotPricing<'_, '_>, wanted: &dyn Fn(&InForce) -> bool) -> Option<Guarantee> {
        match (self.by_month(of, wanted), self.by_hour(wanted)) {
            (Some(monthly), Some(hourly)) => Some(if hourly.due > monthly.due { hourly } else { monthly }),
            (monthly, hourly) => monthly.or(hourly),
        }
    }

    /// The sum over the days employed of the highest monthly floor ÷ calendar days.
    fn by_month(&self, of: &SlotPricing<'_, '_>, wanted: &dyn Fn(&InForce) -> bool) -> Option<Guarantee> {
        let mut days = DaysByAmount::default();
        let month = of.slot.month;
        for (day, count, in_force) in &self.monthly {
            let wanted = in_force.iter().filter(|floor| wanted(floor));
            let highest = wanted.reduce(|best, next| if next.amount > best.amount { next } else { best });
            if let Some(highest) = highest {
                let count = Decimal::from(*count) * of.absences.present(*day);
                days.add(of.context.agreement, (highest.amount, highest.ground), count);
            }
        }
        let due = days.iter().map(|((amount, _), days)| proration::share(amount, days, month)).sum();
        let (unit, quantity) = proration::part(month, days.iter().map(|(_, days)| days).sum());
        let ((rate, ground), _) = days.iter().next_back()?;
        let parts = days.iter().map(|((amount, ground), days)| (amount, days, ground)).collect();
        Some(Guarantee { ground, unit, quantity, rate, due, parts, aside: Decimal::ZERO, absent: Decimal::ZERO })
    }

    /// The sum over the days of hours × the highest hourly floor that counts them: a statutory one does not count hours that a
    /// premium reaches, an agreed one does.
    fn by_hour(&self, wanted: &dyn Fn(&InForce) -> bool) -> Option<Guarantee> {
        let mut parts: BTreeMap<(Decimal, Ground), Decimal> = BTreeMap::new();
        for in_force in &self.hourly {
            let mut wanted: Vec<_> = in_force.iter().filter(|(_, floor)| wanted(floor)).collect();
            wanted.sort_by_key(|(_, floor)| std::cmp::Reverse(floor.amount));
            let mut covered = Decimal::ZERO;
            for (hours, floor) in wanted.into_iter().filter(|(hours, _)| !hours.is_zero()) {
                if *hours > covered {
                    *parts.entry((floor.amount, floor.ground)).or_default() += *hours - covered;
                    covered = *hours;
                }
            }
        }
        let due = parts.iter().map(|((rate, _), hours)| *rate * *hours).sum();
        let quantity = parts.values().sum();
        let ((rate, ground), _) = parts.last_key_value()?;
        let (rate, ground) = (*rate, *ground);
        let parts = parts.iter().map(|((rate, ground), hours)| (*rate, *hours, *ground)).collect();
        Some(Guarantee {
            ground,
            unit: Unit::Hour,
            quantity,
            rate,
            due,
            parts,
            aside: Decimal::ZERO,
            absent: Decimal::ZERO,
        })
    }
}

/// The top-up of a payslip, rounded up, and the guarantee that it fills.
pub(crate) fn top_up(rounding: Rounding, guarantees: &Guarantees, lines: &[Line]) -> Option<Line> {
    let guarantee = binding(guarantees, lines)?;
    let missing = guarantee.missing(counted(lines));
    let Guarantee { ground, unit, quantity, rate, .. } = *guarantee;
    (missing > Decimal::ZERO).then(|| Line {
        amount: rounding.apply_to_top_up(missing),
        ..Line::new(Component::TopUp, ground, unit, quantity, rate, false)
    })
}

/// Of the two tests, the one that more is missing in; that of all floors where it is the same.
pub(crate) fn binding<'g>(guarantees: &'g Guarantees, lines: &[Line]) -> Option<&'g Guarantee> {
    let counted = counted(lines);
    let missing = |guarantee: &Option<Guarantee>| guarantee.as_ref().map(|guarantee| guarantee.missing(counted));
    if missing(&guarantees.statutory) > missing(&guarantees.all) {
        return guarantees.statutory.as_ref();
    }
    guarantees.all.as_ref()
}

/// What counts towards an agreed floor, in yuan.
pub(crate) fn counted(lines: &[Line]) -> Yuan {
    lines.iter().filter(|line| line.counts_towards_floor).map(|line| line.amount).sum()
}

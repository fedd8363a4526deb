//! What each premium rule reaches of the days of a pay slot.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::agreement::change::Field;
use crate::agreement::figure::Figure;
use crate::agreement::in_force::Applied;
use crate::agreement::kinds::{self, Gives, Occasion, PaidBy, Premium};
use crate::agreement::scope::{Slices, Subject};
use crate::agreement::{Agreement, Rule};
use crate::pay::ground::Ground;
use crate::pay::observed::Observed;
use crate::pay::rules::week;
use crate::pay::slot_pricing::SlotPricing;
use crate::pay::subject::Parcels;
use crate::pay::worksheet::PaySlot;
use crate::units::{Date, Decimal, PayPeriod, date};
use crate::workforce::day::{Day, DayKind};
use crate::workforce::roster::Terms;

/// The premium rules of a stack on the days of one pay slot.
pub(crate) struct Occasions<'a> {
    month: PayPeriod,
    premiums: Vec<OfRule<'a>>,
    /// The days of the period that any of them could reach: on most days there is no occasion.
    days: Days,
}

struct OfRule<'a> {
    place: usize,
    rule: &'a Rule,
    premium: &'a Premium,
    /// How much it reaches of each day of the month, where the attendance says it.
    attended: Vec<Option<Part>>,
    /// The days of the period that it could reach.
    days: Days,
}

/// Some days of a period, by their places in it.
#[derive(Clone, Copy, Default)]
struct Days(u32);

impl Days {
    /// Every day of a period, which has at most 31.
    const ALL: Self = Self(u32::MAX);

    fn of(places: impl Iterator<Item = usize>) -> Self {
        Self(places.fold(0, |days, place| days | 1 << place))
    }

    fn and(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    fn has(self, place: usize) -> bool {
        self.0 >> place & 1 == 1
    }
}

/// What a premium rule gives on a day.
pub(crate) struct Given<'a> {
    pub(crate) rule: usize,
    pub(crate) premium: &'a Premium,
    pub(crate) ground: Ground,
    /// The whole multiple, percent on top as one too; 1 where an amount is given.
    pub(crate) multiple: Decimal,
    /// Money for each unit, on top, where it is an amount.
    pub(crate) amount: Option<Decimal>,
    pub(crate) part: Part,
}

/// The pay for which premiums are asked.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pay<'p> {
    pub(crate) by: PaidBy,
    /// The rate that pays it; `None`: any.
    pub(crate) id: Option<&'p str>,
    /// Whether it counts towards a floor.
    pub(crate) counts: bool,
}

/// How much of a day a premium reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// All of it.
    Whole,
    /// Of the hours worked those beyond the normal ones of the day, and of these those beyond the week's.
    Hours { worked: Decimal, day: Decimal, week: Decimal },
}

impl Part {
    /// The share of so many parcels or hours of the day, not rounded.
    pub(crate) fn of(self, quantity: Decimal) -> Decimal {
        match self {
            Self::Whole => quantity,
            Self::Hours { worked, day, week } => quantity * (day + week) / worked,
        }
    }
}

impl<'a> Occasions<'a> {
    /// Of a pay slot. The hours of a week are counted from its Monday on, whatever days are asked for.
    pub(crate) fn of(of: &SlotPricing<'a, 'a>, observed: &mut Observed) -> Self {
        let (agreement, slot) = (of.context.agreement, of.slot);
        let is_attended = of.context.workforce.attendance.is_some();
        let mut premiums = Vec::new();
        for (place, rule) in of.rules() {
            let kinds::Kind::Premium(premium) = &rule.kind else { continue };
            let attended = match premium.occasion {
                _ if premium.hours.is_some() => of_days(slot, |_, day| {
                    of_column(day.hours(), of.context.measured_on(premium.hours.as_deref()?, day))
                }),
                Occasion::RestDay if is_attended => of_days(slot, |date, day| rest(agreement, date, day)),
                Occasion::Overtime { after_hours, after_week_hours } if is_attended => {
                    let beyond_week = after_week_hours.map(|normal| {
                        let counted =
                            slot.days_since_monday().filter(|(date, _)| !of.context.in_no_week.contains(date));
                        let hours = counted.map(|(date, day)| (date, normal_hours(day).min(after_hours)));
                        observed.weeks_cut.extend(week_cut(of));
                        week::beyond(hours, normal)
                    });
                    let beyond_week = beyond_week.unwrap_or_default();
                    let of_week = |date: Date| {
                        let at = beyond_week.binary_search_by_key(&date, |(day, _)| *day).ok();
                        at.map_or(Decimal::ZERO, |at| beyond_week[at].1)
                    };
                    of_days(slot, |date, day| overtime(day.hours(), after_hours, of_week(date)))
                }
                _ => Vec::new(),
            };
            let days = could_reach(slot.month, premium, &attended);
            premiums.push(OfRule { place, rule, premium, attended, days });
        }
        let days = premiums.iter().fold(Days::default(), |days, of_rule| days.and(of_rule.days));
        Self { month: slot.month, premiums, days }
    }

    /// Whether any premium could reach a day, whoever or whatever it is asked about.
    pub(crate) fn could_reach(&self, date: Date) -> bool {
        self.month.place(date).is_some_and(|place| self.days.has(place))
    }

    /// Of the hours of a day, the most that a premium on extended hours reaches.
    pub(crate) fn extended_hours(
        &self,
        (date, hours): (Date, Decimal),
        person: &Parcels<'_>,
        observed: &mut Observed,
    ) -> Decimal {
        let pay = Pay { by: PaidBy::Hour, id: None, counts: true };
        let given = self.on(date, person, pay, observed).into_iter();
        let extended = given.filter(|given| given.premium.is_for_extended_hours());
        extended.map(|given| given.part.of(hours)).max().unwrap_or_default()
    }

    /// What the premiums give to someone or to parcels on a day, for pay of that sort.
    pub(crate) fn on(
        &self,
        date: Date,
        subject: &Parcels<'_>,
        pay: Pay<'_>,
        observed: &mut Observed,
    ) -> Vec<Given<'a>> {
        let mut given = Vec::new();
        if !self.could_reach(date) {
            return given;
        }
        let names = |premium: &Premium| pay.id.is_some_and(|id| premium.of_rules.iter().any(|name| **name == *id));
        // Where a rule does not say of what it is, hours that count towards no floor are left to what else was agreed.
        let is_left = |premium: &Premium| pay.by == PaidBy::Hour && !pay.counts && !premium.says_of;
        let is_for = |of_rule: &&OfRule<'_>| {
            let premium = of_rule.premium;
            names(premium) || premium.of.contains(&pay.by) && !is_left(premium)
        };
        for of_rule in self.premiums.iter().filter(is_for) {
            let OfRule { place, rule, premium, .. } = *of_rule;
            let Some(part) = self.reached(of_rule, date, subject) else { continue };
            let mut decided = || figure_of(rule, premium, subject, date, &mut observed.applied);
            let Some((figure, figure_of_day)) = rule.figures.position(date).zip(decided()) else { continue };
            observed.figures.insert((place, Some(figure)));
            let (multiple, amount) = match premium.gives {
                Gives::Multiple => (figure_of_day, None),
                Gives::Percent => (Decimal::ONE + figure_of_day / Decimal::ONE_HUNDRED, None),
                Gives::Amount => (Decimal::ONE, Some(figure_of_day)),
            };
            given.push(Given { rule: place, premium, ground: Ground::figure(place, figure), multiple, amount, part });
        }
        given
    }

    /// Notes the premiums of days worked on which there is no pay that they multiply; `multiplied` are the others.
    pub(crate) fn note_idle(&self, of: &SlotPricing<'_, '_>, multiplied: &BTreeSet<Date>, observed: &mut Observed) {
        if of.context.workforce.attendance.is_none() {
            return;
        }
        let idle = of.attended.iter().filter(|(date, ..)| self.could_reach(*date));
        let idle = idle.filter(|(date, day, _)| day.is_worked() && !multiplied.contains(date));
        for (date, _, terms) in idle {
            let person = of.person(*terms);
            for of_rule in self.premiums.iter().filter(|of_rule| self.reached(of_rule, *date, &person).is_some()) {
                let (couriers, first) = observed.idle_premiums.entry(of_rule.place).or_insert((BTreeSet::new(), *date));
                couriers.insert(Arc::clone(&of.slot.courier));
                *first = (*first).min(*date);
            }
        }
    }

    /// How much a rule reaches of a day of someone or of parcels.
    fn reached(&self, of_rule: &OfRule<'_>, date: Date, subject: &Parcels<'_>) -> Option<Part> {
        let OfRule { rule, premium, .. } = of_rule;
        let by_plan = matches!(premium.occasion, Occasion::Overtime { .. } | Occasion::RestDay);
        // 劳动合同法 art. 68 to 72: part-time work has its hourly wage, no statutory premium.
        let spared = || premium.statutory && by_plan && subject.terms.is_some_and(Terms::is_part_time);
        self.part(of_rule, date, subject.at()).filter(|_| !spared() && rule.applies_to(subject, date))
    }

    /// How much of a day the rule of that place reaches; `None` where it is not its occasion.
    pub(crate) fn of_rule(&self, place: usize, date: Date) -> Option<Part> {
        self.premiums.iter().find(|of_rule| of_rule.place == place).and_then(|of_rule| self.part(of_rule, date, None))
    }

    fn part(&self, of_rule: &OfRule<'_>, date: Date, at: Option<Slices>) -> Option<Part> {
        let place = self.month.place(date).filter(|place| of_rule.days.has(*place))?;
        if of_rule.premium.hours.is_some() {
            return *of_rule.attended.get(place)?;
        }
        match &of_rule.premium.occasion {
            Occasion::Holiday { dates, .. } => dates.get(&date.year())?.contains(&date).then_some(Part::Whole),
            Occasion::RestDay | Occasion::Overtime { .. } => *of_rule.attended.get(place)?,
            Occasion::Night { from, until } => at?.lie_between(*from, *until).then_some(Part::Whole),
            Occasion::Any => Some(Part::Whole),
        }
    }
}

/// How much of each day of the month a rule reaches by the attendance.
fn of_days(slot: &PaySlot, part: impl Fn(Date, Day<'_>) -> Option<Part>) -> Vec<Option<Part>> {
    let mut parts = vec![None; usize::from(slot.month.days().unsigned_abs())];
    for (date, day) in slot.days() {
        if let Some(place) = slot.month.place(date) {
            parts[place] = part(date, day);
        }
    }
    parts
}

/// The days of a period that a premium could reach, by its own calendar or by what the attendance says.
fn could_reach(period: PayPeriod, premium: &Premium, attended: &[Option<Part>]) -> Days {
    match &premium.occasion {
        _ if premium.hours.is_some() => {}
        Occasion::Holiday { dates, .. } => {
            let years = [period.first().year(), period.last().year()];
            let of_years = years.iter().filter_map(|year| dates.get(year)).flatten();
            return Days::of(of_years.filter_map(|date| period.place(*date)));
        }
        Occasion::Night { .. } | Occasion::Any => return Days::ALL,
        Occasion::RestDay | Occasion::Overtime { .. } => {}
    }
    Days::of(attended.iter().enumerate().filter(|(_, part)| part.is_some()).map(|(place, _)| place))
}

/// How much of a day is rest by its kind, hours not asked; a day called a holiday that is no statutory one is one.
fn rest(agreement: &Agreement, date: Date, day: Day<'_>) -> Option<Part> {
    let called_holiday = || day.is(DayKind::Holiday) && !agreement.is_holiday(date);
    if !day.is(DayKind::Rest) && !called_holiday() {
        return None;
    }
    let (normal, worked) = (normal_hours(day), day.hours());
    let of_rest = Part::Hours { worked, day: worked - normal, week: Decimal::ZERO };
    Some(if normal.is_zero() { Part::Whole } else { of_rest })
}

/// The figure of a premium for a subject on a day, after the changes proposed: one, or by a column, or by how many of its
/// conditions hold.
fn figure_of(
    rule: &Rule,
    premium: &Premium,
    subject: &Parcels<'_>,
    date: Date,
    applied: &mut Applied,
) -> Option<Decimal> {
    let mut changed = |field: &Field, value| rule.changed(field, value, subject, date, applied);
    let figure = match rule.figure(date)? {
        Figure::By(by) => {
            let holding = || by.after(Decimal::from(premium.holding(subject, date)));
            let (key, figure) = if premium.conditions.is_empty() { by.of(subject, date) } else { holding() }?;
            changed(&Field::Entry(Arc::clone(key)), *figure)
        }
        other => other.amount()?,
    };
    Some(changed(&Field::Figure, figure))
}

/// How much of the hours worked on a day lies beyond the normal ones of the day, or of the week.
fn overtime(worked: Decimal, normal: Decimal, week: Decimal) -> Option<Part> {
    let day = (worked - normal).max(Decimal::ZERO);
    (!(day + week).is_zero()).then_some(Part::Hours { worked, day, week })
}

/// The hours of a day that a column says, out of those worked.
fn of_column(worked: Decimal, hours: Decimal) -> Option<Part> {
    (!hours.is_zero() && !worked.is_zero()).then_some(Part::Hours { worked, day: hours, week: Decimal::ZERO })
}

/// The Monday of a week of the month that the attendance begins in the middle of, though the courier was employed before.
fn week_cut(of: &SlotPricing<'_, '_>) -> Option<Date> {
    let workforce = of.context.workforce;
    let first = workforce.attendance.as_deref()?.span().from?;
    let (monday, before) = (date::monday(first), first.yesterday().ok()?);
    let of_week = |day: &Date| date::monday(*day) == monday && of.slot.month.contains(*day);
    let employed = || {
        workforce
            .roster
            .as_deref()
            .is_none_or(|roster| !roster.on(&of.slot.courier, &of.slot.company, before).is_empty())
    };
    (monday < first && of.slot.days_since_monday().any(|(day, _)| of_week(&day)) && employed()).then_some(monday)
}

/// The hours of a day that are no rest day's: of workdays, and of rest days worked against a day off.
fn normal_hours(day: Day<'_>) -> Decimal {
    day.hours_of(DayKind::Workday) + day.hours_of(DayKind::MadeUp)
}

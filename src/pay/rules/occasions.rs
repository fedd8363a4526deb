//! What each premium rule reaches of the days of a pay slot.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::agreement::change::Field;
use crate::agreement::kinds::{self, Occasion, PaidBy, Premium};
use crate::agreement::{Agreement, Rule};
use crate::pay::ground::Ground;
use crate::pay::observed::Observed;
use crate::pay::rules::time::attended;
use crate::pay::rules::week;
use crate::pay::slot_pricing::SlotPricing;
use crate::pay::subject::Parcels;
use crate::pay::worksheet::PaySlot;
use crate::units::{Date, Decimal, Month, date};
use crate::workforce::day::{Day, DayKind};
use crate::workforce::roster::Terms;

/// The premium rules of a stack on the days of one pay slot.
pub(crate) struct Occasions<'a> {
    agreement: &'a Agreement,
    premiums: Vec<OfRule<'a>>,
    slot: &'a PaySlot,
    /// Whether there is attendance to ask.
    attended: bool,
}

struct OfRule<'a> {
    place: usize,
    rule: &'a Rule,
    premium: &'a Premium,
    /// The normal hours of a day that lie beyond those of the week.
    beyond_week: BTreeMap<Date, Decimal>,
}

/// What a premium rule gives on a day.
pub(crate) struct Given<'a> {
    pub(crate) rule: usize,
    pub(crate) premium: &'a Premium,
    pub(crate) ground: Ground,
    pub(crate) multiple: Decimal,
    pub(crate) part: Part,
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
        let agreement = of.context.agreement;
        let mut own = Self { agreement, premiums: Vec::new(), slot: of.slot, attended: false };
        for (place, rule) in of.rules() {
            if let kinds::Kind::Premium(premium) = &rule.kind {
                own.premiums.push(OfRule { place, rule, premium, beyond_week: BTreeMap::new() });
            }
        }
        if own.premiums.is_empty() || of.context.workforce.attendance.is_none() {
            return own;
        }
        own.attended = true;
        for OfRule { premium, beyond_week, .. } in &mut own.premiums {
            if let Occasion::Overtime { after_hours, after_week_hours: Some(normal) } = premium.occasion {
                let counted = of.slot.days_since_monday().filter(|(date, _)| counts_in_week(agreement, *date));
                let hours = counted.map(|(date, day)| (date, normal_hours(day).min(after_hours)));
                *beyond_week = week::beyond(hours, normal);
                observed.weeks_cut.extend(week_cut(of));
            }
        }
        own
    }

    /// Whether no rule of the stack is a premium.
    pub(crate) fn is_empty(&self) -> bool {
        self.premiums.is_empty()
    }

    /// Of the hours of a day, the most that a premium on extended hours reaches.
    pub(crate) fn extended_hours(
        &self,
        (date, hours): (Date, Decimal),
        person: &Parcels<'_>,
        observed: &mut Observed,
    ) -> Decimal {
        let given = self.on(date, person, PaidBy::Hour, observed).into_iter();
        let extended = given.filter(|given| given.premium.is_for_extended_hours());
        extended.map(|given| given.part.of(hours)).max().unwrap_or_default()
    }

    /// What the premiums give to someone or to parcels on a day, for pay of that sort.
    pub(crate) fn on(
        &self,
        date: Date,
        subject: &Parcels<'_>,
        paid: PaidBy,
        observed: &mut Observed,
    ) -> Vec<Given<'a>> {
        let mut given = Vec::new();
        for of_rule in self.premiums.iter().filter(|of_rule| of_rule.premium.of.contains(&paid)) {
            let OfRule { place, rule, premium, .. } = *of_rule;
            let Some(part) = self.reached(of_rule, date, subject) else { continue };
            let Some((figure, multiple)) = rule.figures.position(date).zip(rule.amount(date)) else { continue };
            let multiple = rule.changed(&Field::Figure, multiple, subject, date, &mut observed.applied);
            observed.figures.insert((place, Some(figure)));
            given.push(Given { rule: place, premium, ground: Ground::figure(place, figure), multiple, part });
        }
        given
    }

    /// Notes the premiums of days worked on which there is no pay that they multiply; `multiplied` are the others.
    pub(crate) fn note_idle(&self, of: &SlotPricing<'_, '_>, multiplied: &BTreeSet<Date>, observed: &mut Observed) {
        let attended = attended(of.context.workforce, of.slot);
        let idle = attended.iter().filter(|(date, day, _)| day.is_worked() && !multiplied.contains(date));
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
        self.part(of_rule, date, subject.at).filter(|_| !spared() && rule.applies_to(subject, date))
    }

    /// A day of attendance, from the Monday of the week in which the month begins.
    fn day(&self, date: Date) -> Option<Day<'a>> {
        let asked = self.attended && date >= date::monday(self.slot.month.first()) && date <= self.slot.month.last();
        self.slot.day(date).filter(|_| asked)
    }

    /// How much of a day is rest by its kind, hours not asked; a day called a holiday that is no statutory one is one.
    fn rest(&self, date: Date) -> Option<Part> {
        let day = self.day(date)?;
        let called_holiday = !self.agreement.is_holiday(date) && day.is(DayKind::Holiday);
        let (normal, worked) = (normal_hours(day), day.hours());
        let of_rest = Part::Hours { worked, day: worked - normal, week: Decimal::ZERO };
        let part = if normal.is_zero() { Part::Whole } else { of_rest };
        (day.is(DayKind::Rest) || called_holiday).then_some(part)
    }

    /// How much of a day the rule of that place reaches; `None` where it is not its occasion.
    pub(crate) fn of_rule(&self, place: usize, date: Date) -> Option<Part> {
        self.premiums.iter().find(|of_rule| of_rule.place == place).and_then(|of_rule| self.part(of_rule, date, None))
    }

    fn part(&self, of_rule: &OfRule<'_>, date: Date, at: Option<u32>) -> Option<Part> {
        match &of_rule.premium.occasion {
            Occasion::Holiday { dates, .. } => dates.get(&date.year())?.contains(&date).then_some(Part::Whole),
            Occasion::RestDay => self.rest(date),
            Occasion::Overtime { after_hours, .. } => {
                let worked = self.day(date)?.hours();
                let day = (worked - after_hours).max(Decimal::ZERO);
                let week = of_rule.beyond_week.get(&date).copied().unwrap_or_default();
                (!(day + week).is_zero()).then_some(Part::Hours { worked, day, week })
            }
            // A slice of the day lies inside the night or outside, as it begins and ends where the night does.
            Occasion::Night { from, until } => {
                let at = at?;
                let (begun, over) = (at >= *from, at >= *until);
                let inside = if from <= until { begun && !over } else { begun || !over };
                inside.then_some(Part::Whole)
            }
        }
    }
}

/// The Monday of a week of the month that the attendance begins in the middle of, though the courier was employed before.
fn week_cut(of: &SlotPricing<'_, '_>) -> Option<Date> {
    let workforce = of.context.workforce;
    let first = workforce.attendance.as_deref()?.span().from?;
    let (monday, before) = (date::monday(first), first.yesterday().ok()?);
    let of_week = |day: &Date| date::monday(*day) == monday && Month::of(*day) == of.slot.month;
    let employed = || {
        workforce
            .roster
            .as_deref()
            .is_none_or(|roster| !roster.on(&of.slot.courier, &of.slot.company, before).is_empty())
    };
    (monday < first && of.slot.days_since_monday().any(|(day, _)| of_week(&day)) && employed()).then_some(monday)
}

/// Whether the normal hours of a day count in its week: not those of holidays, nor of weekends on which work is made up.
fn counts_in_week(agreement: &Agreement, date: Date) -> bool {
    !agreement.is_holiday(date) && !agreement.is_made_up(date)
}

/// The hours of a day that are no rest day's: of workdays, and of rest days worked against a day off.
fn normal_hours(day: Day<'_>) -> Decimal {
    day.hours_of(DayKind::Workday) + day.hours_of(DayKind::MadeUp)
}

//! The absences of a month: what share of it each kind takes, and what is kept of that share.
//!
//! Maternity leave comes out first, by calendar days. Of the days that remain, every other kind takes its days ÷ the larger of
//! 21.75 and (all absences + workdays worked). Where more was missed than worked, it is what is kept that is counted: one day
//! worked earns one day. Where no workday was worked and the absences reach the official working days, they are all of it.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::agreement::kinds::{Absence, AbsenceKind, Kind, Period};
use crate::agreement::{Agreement, Rule};
use crate::pay::observed::Observed;
use crate::pay::pricing::PricingContext;
use crate::pay::proration::PAID_DAYS;
use crate::pay::subject::Parcels;
use crate::pay::worksheet::PaySlot;
use crate::units::{Date, Decimal, PayPeriod, Term};
use crate::workforce::day;
use crate::workforce::day::{Day, Entry};
use crate::workforce::roster::Terms;

/// The normal hours of a day.
const NORMAL_HOURS: Decimal = Decimal::from_parts(8, 0, 0, false, 0);

/// The absences of a pay slot, by kind and by what is kept; maternity leave first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Absences {
    pub(crate) kinds: Vec<Absent>,
    /// By what days of absence are divided, where they are no maternity leave.
    pub(crate) of: Decimal,
}

/// Absences of one kind of which the same is kept.
#[derive(Clone, Debug)]
pub(crate) struct Absent {
    /// `None`: leave of which no kind is said.
    pub(crate) kind: Option<AbsenceKind>,
    /// Working days; of maternity leave calendar days.
    pub(crate) days: Decimal,
    /// What they take of each of `dates`.
    pub(crate) share: Decimal,
    /// The days of maternity leave or, of any other kind, those that are none: bit 0 for the first of the month.
    dates: u32,
    /// What is kept of them; `None` where no rule speaks of the kind: nothing is taken off.
    pub(crate) keeps: Option<Keeps>,
}

/// What is kept on days of absence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Keeps {
    pub(crate) base: Part,
    pub(crate) allowance: Part,
    pub(crate) floor: Part,
    /// What a day of it pays of a mean day.
    pub(crate) pays: Option<Part>,
}

/// A part of the whole, and the rule that says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) part: Decimal,
    pub(crate) rule: usize,
}

impl Absences {
    /// Those of a pay slot.
    pub(crate) fn of(context: &PricingContext<'_>, slot: &PaySlot, observed: &mut Observed) -> Self {
        let maternity = maternity(context, slot);
        let mut found = Self::default();
        if maternity.is_empty() && !slot.days().any(|(_, day)| day.absences().next().is_some()) {
            return found;
        }
        let on_leave = |date: &Date| is_on_leave(&maternity, slot, *date);
        let (leave, rest): (Vec<_>, Vec<_>) = employed(context, slot).into_iter().partition(|(date, _)| on_leave(date));
        for (date, terms) in leave {
            let keeps = Keeps::of(context, slot, Some(AbsenceKind::Maternity), terms, date);
            found.add(Some(AbsenceKind::Maternity), keeps, Decimal::ONE, 1 << (date.day() - 1));
        }
        let maternity = found.kinds.len();
        let dates = rest.iter().fold(0, |dates, (date, _)| dates | 1 << (date.day() - 1));
        let mut work = Work::default();
        for (date, terms) in &rest {
            let Some(day) = slot.day(*date) else { continue };
            work.add(day, context.agreement.is_holiday(*date));
            for (entry, part) in parts(day) {
                let day::DayKind::Absence(kind) = entry.kind else { continue };
                found.add(kind, Keeps::of(context, slot, kind, *terms, *date), part, dates);
            }
        }
        let rest: Vec<Date> = rest.into_iter().map(|(date, _)| date).collect();
        found.share(maternity, &work, context.agreement, slot.month, &rest);
        found.observe(slot, &work, observed);
        found
    }

    /// Adds days to those of the kind of which the same is kept.
    fn add(&mut self, kind: Option<AbsenceKind>, keeps: Option<Keeps>, days: Decimal, dates: u32) {
        if let Some(same) = self.kinds.iter_mut().find(|other| other.kind == kind && other.keeps == keeps) {
            same.days += days;
            same.dates |= dates;
        } else {
            self.kinds.push(Absent { kind, days, share: Decimal::ONE, dates, keeps });
        }
    }

    /// Says what each kind from one on takes of the days that are no maternity leave.
    fn share(&mut self, from: usize, work: &Work, agreement: &Agreement, month: PayPeriod, rest: &[Date]) {
        let kinds = &mut self.kinds[from..];
        let absent: Decimal = kinds.iter().map(|kind| kind.days).sum();
        if absent.is_zero() {
            return;
        }
        let remaining = PAID_DAYS * Decimal::from(rest.len()) / Decimal::from(month.days_of_month());
        self.of = remaining.max(absent + work.days);
        let official = rest.iter().filter(|day| agreement.is_working_day(**day)).count();
        let all = if work.rows && absent > work.days {
            Decimal::ONE - work.days / self.of
        } else if work.days.is_zero() && absent >= Decimal::from(official) {
            Decimal::ONE
        } else {
            absent / self.of
        };
        for kind in kinds {
            kind.share = all * kind.days / absent;
        }
    }

    /// Tells what takes nothing off, and where the attendance has nothing but absences.
    fn observe(&self, slot: &PaySlot, work: &Work, observed: &mut Observed) {
        let key = (Arc::clone(&slot.courier), Arc::clone(&slot.company), slot.month);
        for absent in self.kinds.iter().filter(|absent| absent.keeps.is_none()) {
            observed.absent_without_rule.entry(absent.kind).or_default().insert(key.clone(), absent.days);
        }
        let others = self.kinds.iter().any(|absent| absent.kind != Some(AbsenceKind::Maternity));
        if others && !work.rows {
            observed.exceptions_only.insert(key);
        }
        let rules = self.kinds.iter().filter_map(|absent| absent.keeps).flat_map(Keeps::rules);
        observed.figures.extend(rules.map(|rule| (rule, None)));
    }

    /// The kinds of which a rule speaks, each with what it takes of a day.
    fn on(&self, day: Date) -> impl Iterator<Item = (&Keeps, Decimal)> {
        self.kinds.iter().filter_map(move |absent| Some((absent.keeps.as_ref()?, absent.share_of(day))))
    }

    /// What is kept of something due on a day.
    pub(crate) fn kept(&self, day: Date, of: impl Fn(&Keeps) -> Part) -> Decimal {
        Decimal::ONE - self.on(day).map(|(keeps, share)| share * (Decimal::ONE - of(keeps).part)).sum::<Decimal>()
    }

    /// What of a day is no absence of which a rule speaks.
    pub(crate) fn present(&self, day: Date) -> Decimal {
        Decimal::ONE - self.on(day).map(|(_, share)| share).sum::<Decimal>()
    }

    /// The days of the month on which maternity leave begins or ends, beside others, in order.
    pub(crate) fn change_dates(&self, month: PayPeriod, others: &Arc<[Date]>) -> Arc<[Date]> {
        let taken = |day: Date| self.kinds.iter().map(move |absent| absent.is_of(day));
        let turns = |day: &Date| day.yesterday().is_ok_and(|before| !taken(before).eq(taken(*day)));
        let mut turns = month.each_day().filter(|day| *day > month.first() && turns(day)).peekable();
        if turns.peek().is_none() {
            return Arc::clone(others);
        }
        let mut days: Vec<Date> = others.iter().copied().chain(turns).collect();
        days.sort_unstable();
        days.into()
    }
}

impl Absent {
    fn is_of(&self, day: Date) -> bool {
        self.dates & 1 << (day.day() - 1) != 0
    }

    /// What it takes of a day.
    pub(crate) fn share_of(&self, day: Date) -> Decimal {
        if self.is_of(day) { self.share } else { Decimal::ZERO }
    }
}

impl Keeps {
    /// What the rules of a kind keep on a day, of each part the most that one of them says; `None` where there is none.
    fn of(
        context: &PricingContext<'_>,
        slot: &PaySlot,
        kind: Option<AbsenceKind>,
        terms: Option<&Terms>,
        day: Date,
    ) -> Option<Self> {
        let person = Parcels::person(&slot.company, &slot.courier, terms);
        let rules = context.agreement.rules.iter().enumerate();
        let of_kind = |(place, rule): (usize, &Rule)| match rule.kind {
            Kind::Absence(absence) if Some(absence.kind) == kind && rule.applies_to(&person, day) => {
                Some((place, absence))
            }
            _ => None,
        };
        let rules: Vec<_> = rules.filter_map(of_kind).collect();
        let (first, _) = *rules.first()?;
        let most = |said: &dyn Fn(&Absence) -> Option<Decimal>| {
            let said = rules.iter().filter_map(|(rule, absence)| Some((said(absence)?, *rule)));
            let most = said.reduce(|most, next| if next.0 > most.0 { next } else { most });
            most.map(|(percent, rule)| Part { part: percent / Decimal::ONE_HUNDRED, rule })
        };
        let unsaid = |part: Decimal| Part { part, rule: first };
        // The fund pays in maternity leave: the employer owes no floor, if nobody says so.
        let floor = if kind == Some(AbsenceKind::Maternity) { Decimal::ZERO } else { Decimal::ONE };
        Some(Self {
            base: most(&|absence| absence.base).unwrap_or_else(|| unsaid(Decimal::ONE)),
            allowance: most(&|absence| absence.allowance).unwrap_or_else(|| unsaid(Decimal::ONE)),
            floor: most(&|absence| absence.floor).unwrap_or_else(|| unsaid(floor)),
            pays: most(&|absence| absence.pays),
        })
    }

    /// The rules that say it.
    pub(crate) fn rules(self) -> impl Iterator<Item = usize> {
        [Some(self.base), Some(self.allowance), Some(self.floor), self.pays].into_iter().flatten().map(|part| part.rule)
    }
}

/// The work of the days that are no maternity leave.
#[derive(Default)]
struct Work {
    /// Workdays worked, a day partly absent by its part.
    days: Decimal,
    /// Whether there is any row of work.
    rows: bool,
}

impl Work {
    fn add(&mut self, day: Day<'_>, is_holiday: bool) {
        let all = day.hours();
        self.rows |= !all.is_zero();
        let workday = day.hours_of(day::DayKind::Workday) + day.hours_of(day::DayKind::MadeUp);
        if !is_holiday && !workday.is_zero() {
            let absent: Decimal = day.absences().filter_map(|entry| entry.hours).sum();
            self.days += if absent.is_zero() { Decimal::ONE } else { workday / (absent + all) };
        }
    }
}

/// The absences of a day, each with its part of it: hours absent ÷ all hours of the day, where none were worked ÷ 8; without
/// hours all of it.
pub(crate) fn parts(day: Day<'_>) -> impl Iterator<Item = (&Entry, Decimal)> {
    let absent: Decimal = day.absences().filter_map(|entry| entry.hours).sum();
    let worked = day.hours();
    let of = if worked.is_zero() { absent.max(NORMAL_HOURS) } else { absent + worked };
    day.absences().map(move |entry| (entry, entry.hours.map_or(Decimal::ONE, |hours| hours / of)))
}

/// The periods of maternity leave of a courier, as the protected periods have them.
fn maternity(context: &PricingContext<'_>, slot: &PaySlot) -> Vec<Term> {
    let spans = context.workforce.protected.of(&slot.person).iter();
    spans.filter(|span| span.kind == Period::Maternity).map(|span| span.term).collect()
}

/// Whether a day is one of maternity leave, by the protected periods or by the attendance.
fn is_on_leave(maternity: &[Term], slot: &PaySlot, date: Date) -> bool {
    let of_kind = day::DayKind::Absence(Some(AbsenceKind::Maternity));
    maternity.iter().any(|term| term.contains(date)) || slot.day(date).is_some_and(|day| day.is(of_kind))
}

/// The days of maternity leave of the whole pay period.
pub(crate) fn maternity_leave(context: &PricingContext<'_>, slot: &PaySlot) -> BTreeSet<Date> {
    let maternity = maternity(context, slot);
    slot.month.each_day().filter(|date| is_on_leave(&maternity, slot, *date)).collect()
}

/// The days employed and asked for; without a roster those asked for.
fn employed<'s>(context: &PricingContext<'_>, slot: &'s PaySlot) -> Vec<(Date, Option<&'s Terms>)> {
    let asked = slot.month.each_day().filter(|date| slot.asked.contains(*date));
    let with_terms = asked.map(|date| (date, slot.terms(date)));
    with_terms.filter(|(_, terms)| terms.is_some() || context.workforce.roster.is_none()).collect()
}

//! Why a rule did not apply to a payslip: one reason of a fixed set for each.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::agreement::Rule;
use crate::agreement::in_force::Subject;
use crate::agreement::kinds::{Kind, Occasion, Per, Protection, Value};
use crate::pay::amount::Desk;
use crate::pay::explain::Case;
use crate::pay::line::Line;
use crate::pay::rules::protection;
use crate::pay::rules::time::attended;
use crate::pay::subject::{Parcels, Person};
use crate::units::{Date, Decimal, Term};
use crate::workforce::attendance;

/// Why a rule did not apply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It is not in force on any day of the month.
    NotInForce(Term),
    /// It has no figure on any day of the month.
    NoFigure,
    /// It speaks of these months of the year.
    OtherMonths(Vec<i8>),
    /// No roster was given.
    NoRoster,
    /// No attendance was given.
    NoAttendance,
    /// The roster does not have the courier with this company in the month.
    NotEmployed,
    /// It speaks of other values of a column.
    OtherValue {
        /// `area`, `service`, or a column of the roster.
        column: Arc<str>,
        /// What it says of the courier; empty where it says nothing.
        found: Vec<Arc<str>>,
        /// What the rule asks for.
        wanted: Vec<Arc<str>>,
    },
    /// No parcel was delivered in the month.
    NoParcels,
    /// The statutory holidays of the year are not listed.
    HolidaysUnknown(i16),
    /// No statutory holiday lies in the month.
    NoHoliday,
    /// No paid parcel was delivered on the statutory holidays of the month.
    NoParcelsOnHoliday(Vec<Date>),
    /// The attendance has no rest day.
    NoRestDay,
    /// No paid parcel was delivered on the rest days of the attendance.
    NoParcelsOnRestDay(u64),
    /// No day of the attendance has more hours than this.
    NoLongDay(Decimal),
    /// No paid parcel was delivered on the days with more hours than this.
    NoParcelsOnLongDay(Decimal),
    /// A log by days does not say which parcels were delivered by night.
    NightNotCounted,
    /// The attendance has no hours for the month.
    NoHours,
    /// The attendance has no kilometres for the month.
    NoKilometres,
    /// What counts towards the floor reaches it already.
    FloorReached {
        /// Yuan that count.
        counted: Decimal,
        /// Yuan guaranteed.
        floor: Decimal,
    },
    /// No protected period of the courier lies in the month.
    NoProtectedPeriod,
    /// No base wage was in force on the day before the protected period began.
    NoBaseBefore,
    /// The base wage was not lowered below that of the day before the protected period began.
    BaseNotLowered(Decimal),
    /// Another rule grants the same and was taken.
    SaidElsewhere(Arc<str>),
    /// Something else due is not lower.
    NotHigher,
}

/// Why the rule of that index has no line on the payslip.
pub(crate) fn why(desk: &mut Desk<'_>, case: &Case<'_, '_>, index: usize) -> Reason {
    let rule = &case.agreement.rules[index];
    let month = case.sheet.month;
    if !month.each_day().any(|day| rule.term.contains(day)) {
        return Reason::NotInForce(rule.term);
    }
    let has_figures = !matches!(rule.kind, Kind::Protection(_));
    if has_figures && !month.each_day().any(|day| rule.term.contains(day) && rule.entry(day).is_some()) {
        return Reason::NoFigure;
    }
    if !rule.scope.months.is_empty() && !rule.scope.months.contains(&month.month) {
        return Reason::OtherMonths(rule.scope.months.clone());
    }
    let found = match &rule.kind {
        Kind::Rate(rate) => match rate.per {
            Per::Parcel => parcels(case, rule, &rate.value),
            Per::Month => employed(&desk.turns, case, rule, Some(&rate.value)),
            Per::Hour | Per::Day | Per::Km => by_time(desk, case, rule, &rate.value, rate.per),
        },
        Kind::Base(base) => employed(&desk.turns, case, rule, Some(&base.value)),
        Kind::Floor(floor) => match floor.per {
            Per::Hour => by_time(desk, case, rule, &floor.value, floor.per),
            Per::Month | Per::Day | Per::Km | Per::Parcel => employed(&desk.turns, case, rule, Some(&floor.value)),
        }
        .or_else(|| reached(case, rule)),
        Kind::Premium(premium) => of_premium(case, rule, &premium.occasion),
        Kind::Protection(protection) => {
            employed(&desk.turns, case, rule, None).or_else(|| Some(of_period(desk, case, index, protection)))
        }
        Kind::Deduction(_) | Kind::Contribution(_) => None,
    };
    found.unwrap_or(Reason::NotHigher)
}

/// The parcels of the payslip as the rules see them.
fn subjects<'c>(case: &'c Case<'_, '_>) -> Vec<(Parcels<'c>, Date)> {
    let (company, courier) = (&*case.sheet.company, &*case.sheet.courier);
    let subject = |index: usize| {
        let entry = &case.ledger.entries[index];
        let (area, service) = (case.ledger.name(entry.area), case.ledger.name(entry.service));
        (Parcels { company, courier, area, service, terms: entry.terms.as_deref() }, entry.date)
    };
    let counted = case.sheet.entries.clone().filter(|index| case.ledger.entries[*index].parcels > 0);
    counted.map(subject).collect()
}

/// Why none of the parcels is reached.
fn parcels(case: &Case<'_, '_>, rule: &Rule, value: &Value) -> Option<Reason> {
    let subjects = subjects(case);
    if subjects.is_empty() {
        return Some(Reason::NoParcels);
    }
    misfit(rule, &subjects).or_else(|| no_entry(value, &subjects))
}

/// Why the courier's employment is not reached.
fn employed(turns: &[Date], case: &Case<'_, '_>, rule: &Rule, value: Option<&Value>) -> Option<Reason> {
    if case.workforce.roster.is_none() {
        return Some(Reason::NoRoster);
    }
    let (company, courier) = (&*case.sheet.company, &*case.sheet.courier);
    let person = |(day, _, terms)| (Person { company, courier, terms: Some(terms) }, day);
    let subjects: Vec<_> = case.sheet.spells(turns).map(person).collect();
    if subjects.is_empty() {
        return Some(Reason::NotEmployed);
    }
    misfit(rule, &subjects).or_else(|| no_entry(value?, &subjects))
}

/// Why no hour, day or kilometre of the attendance is reached.
fn by_time(desk: &Desk<'_>, case: &Case<'_, '_>, rule: &Rule, value: &Value, per: Per) -> Option<Reason> {
    if case.workforce.attendance.is_none() {
        return Some(Reason::NoAttendance);
    }
    let (company, courier) = (&*case.sheet.company, &*case.sheet.courier);
    let attended = attended(desk, case.sheet);
    let worked = |day: &attendance::Day| match per {
        Per::Km => day.km.is_some_and(|km| !km.is_zero()),
        Per::Hour | Per::Day | Per::Month | Per::Parcel => !day.hours.is_zero(),
    };
    let worked = attended.iter().filter(|(_, day, _)| worked(day));
    let subjects: Vec<_> = worked.map(|(date, _, terms)| (Person { company, courier, terms: *terms }, *date)).collect();
    if subjects.is_empty() {
        return Some(if per == Per::Km { Reason::NoKilometres } else { Reason::NoHours });
    }
    misfit(rule, &subjects).or_else(|| no_entry(value, &subjects))
}

/// The column by which the rule passes over all of the subjects.
fn misfit(rule: &Rule, subjects: &[(impl Subject, Date)]) -> Option<Reason> {
    if subjects.iter().any(|(subject, day)| rule.scope.fits(subject, *day)) {
        return None;
    }
    let found = |column: &str| -> BTreeSet<Arc<str>> {
        subjects.iter().filter_map(|(subject, _)| subject.named(column).map(Arc::from)).collect()
    };
    let never = |(column, wanted): &(&Arc<str>, &Vec<Arc<str>>)| {
        let found = found(column);
        !wanted.iter().any(|one| found.contains(one))
    };
    // Where each column fits some subject and no subject fits all of them, the first subject tells.
    let of_first = |(column, wanted): &(&Arc<str>, &Vec<Arc<str>>)| {
        let found = subjects.first().and_then(|(subject, _)| subject.named(column));
        !found.is_some_and(|found| wanted.iter().any(|one| **one == *found))
    };
    let values = &rule.scope.values;
    let (column, wanted) = values.iter().find(never).or_else(|| values.iter().find(of_first))?;
    let found = found(column).into_iter().collect();
    Some(Reason::OtherValue { column: Arc::clone(column), found, wanted: wanted.clone() })
}

/// That the amounts of a value, by a column, have none for any of the subjects.
fn no_entry(value: &Value, subjects: &[(impl Subject, Date)]) -> Option<Reason> {
    let Value::By(by) = value else { return None };
    let mut found = BTreeSet::new();
    let mut wanted = BTreeSet::new();
    for (subject, day) in subjects {
        let amounts = by.amounts.on(*day)?;
        let key = subject.named(&by.column).or(by.otherwise.as_deref());
        if key.is_some_and(|key| amounts.contains_key(key)) {
            return None;
        }
        found.extend(key.map(Arc::from));
        wanted.extend(amounts.keys().map(Arc::clone));
    }
    let (found, wanted) = (found.into_iter().collect(), wanted.into_iter().collect());
    Some(Reason::OtherValue { column: Arc::clone(&by.column), found, wanted })
}

/// That the floor is reached.
fn reached(case: &Case<'_, '_>, rule: &Rule) -> Option<Reason> {
    let guarantee = case.payslip.guarantee.as_ref().filter(|guarantee| guarantee.rule == rule.id)?;
    let counted = case.payslip.lines.iter().filter(|line: &&Line| line.counts_towards_floor);
    let counted = counted.map(|line| line.amount.0).sum();
    Some(Reason::FloorReached { counted, floor: guarantee.due })
}

/// Why a premium takes no parcel.
fn of_premium(case: &Case<'_, '_>, rule: &Rule, occasion: &Occasion) -> Option<Reason> {
    let subjects = subjects(case);
    if subjects.is_empty() {
        return Some(Reason::NoParcels);
    }
    let month = case.sheet.month;
    let attended = |wanted: &dyn Fn(&attendance::Day) -> bool| -> Option<Vec<Date>> {
        let days = case.workforce.attendance.as_deref()?.of(&case.sheet.courier, month);
        Some(days.filter(|(_, day)| wanted(day)).map(|(date, _)| date).collect())
    };
    let (days, none, idle) = match occasion {
        Occasion::Holiday { dates, .. } => {
            let Some(dates) = dates.get(&month.year) else { return Some(Reason::HolidaysUnknown(month.year)) };
            let days: Vec<Date> = month.each_day().filter(|day| dates.contains(day)).collect();
            (Some(days.clone()), Reason::NoHoliday, Reason::NoParcelsOnHoliday(days))
        }
        Occasion::RestDay => {
            let days = attended(&|day| day.kind == attendance::Kind::Rest);
            let count = days.as_ref().map_or(0, Vec::len) as u64;
            (days, Reason::NoRestDay, Reason::NoParcelsOnRestDay(count))
        }
        Occasion::Overtime { after_hours } => {
            let days = attended(&|day| day.hours > *after_hours);
            (days, Reason::NoLongDay(*after_hours), Reason::NoParcelsOnLongDay(*after_hours))
        }
        Occasion::Night { .. } => return Some(Reason::NightNotCounted),
    };
    let Some(days) = days else { return Some(Reason::NoAttendance) };
    if days.is_empty() {
        return Some(none);
    }
    let on_days: Vec<_> = subjects.into_iter().filter(|(_, day)| days.contains(day)).collect();
    if on_days.is_empty() { Some(idle) } else { misfit(rule, &on_days).or(Some(idle)) }
}

/// Why a protected period lifts no base.
fn of_period(desk: &mut Desk<'_>, case: &Case<'_, '_>, index: usize, protection: &Protection) -> Reason {
    let (first, last) = (case.sheet.month.first(), case.sheet.month.last());
    let month = Term { from: Some(first), until: Some(last) };
    let spans = case.workforce.protected.of(&case.sheet.courier);
    let of_month = |span: &&crate::workforce::protected::Span| span.term.overlap(month).is_some();
    if !spans.iter().filter(of_month).any(|span| protection.periods.contains(&span.kind)) {
        return Reason::NoProtectedPeriod;
    }
    let kept = protection::kept_bases(desk, case.sheet);
    let kept: Vec<_> = kept.iter().filter(|kept| kept.term.overlap(month).is_some()).collect();
    let Some(own) = kept.iter().find(|kept| kept.due.rule == Some(index)) else {
        let other = kept.first().and_then(|kept| kept.due.rule);
        return other.map_or(Reason::NoBaseBefore, |other| {
            Reason::SaidElsewhere(Arc::clone(&case.agreement.rules[other].clause))
        });
    };
    Reason::BaseNotLowered(own.due.amount)
}

//! Why a rule did not apply to a payslip: one reason of a fixed set for each.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::agreement::Rule;
use crate::agreement::formula::Over;
use crate::agreement::kinds::{AbsenceKind, Floor, Kind, NeededInput, Occasion, Per, Premium, Protection, Rate};
use crate::agreement::proviso::Proviso;
use crate::agreement::scope::{Slices, Subject, one_of};
use crate::pay::pricing::PricingContext;
use crate::pay::provisos;
use crate::pay::rules::floor::counted;
use crate::pay::subject::Parcels;
use crate::pay::workings::Workings;
use crate::units::{Date, Decimal, Term};
use crate::workforce::day;
use crate::workforce::roster::Terms;

/// A payslip that is explained.
pub(crate) struct Case<'c, 'a> {
    pub(crate) context: &'c PricingContext<'a>,
    pub(crate) workings: &'c Workings<'c>,
}

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
    /// It does not hold for part-time work, as the minimum wage of the month and the premium of overtime.
    PartTime,
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
    /// The log does not say which parcels were delivered by night.
    NightNotCounted,
    /// The month has no absence of its kind.
    NoAbsence,
    /// No paid parcel was delivered by night.
    NoParcelsByNight,
    /// The attendance has no hours for the month.
    NoHours,
    /// The attendance has no kilometres for the month.
    NoKilometres,
    /// Nothing of a measure was counted in the month.
    NoMeasure(Arc<str>),
    /// A sum of the pay period is not what it asks for.
    NotProvided(Proviso),
    /// It is tested over more than a pay period, and what is missing is due in the last one.
    OverLonger(Over),
    /// No full number of parcels is reached.
    NotFull(u64),
    /// The days, times or measures that its `where` names are others.
    OtherConditions(String),
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
pub(crate) fn why(case: &Case<'_, '_>, index: usize) -> Reason {
    let rule = &case.context.agreement.rules[index];
    let month = case.workings.slot.month;
    if !month.each_day().any(|day| rule.term.contains(day)) {
        return Reason::NotInForce(rule.term);
    }
    let has_figures = !rule.figures.values.is_empty();
    if has_figures && !month.each_day().any(|day| rule.term.contains(day) && rule.figure(day).is_some()) {
        return Reason::NoFigure;
    }
    if !rule.scope.covers_month(month.month().month) {
        return Reason::OtherMonths(rule.scope.months.clone());
    }
    let found = match &rule.kind {
        Kind::Rate(rate) => of_unit(case, rule, rate.per).or_else(|| of_sums(case, index, rate)),
        Kind::Base => employed(case, rule),
        Kind::Floor(floor) if floor.window.is_none() => {
            of_unit(case, rule, floor.per).or_else(|| part_time(case, floor)).or_else(|| reached(case, index))
        }
        Kind::Premium(premium) => of_premium(case, index, premium),
        Kind::Protection(protection) => employed(case, rule).or_else(|| Some(of_period(case, index, protection))),
        Kind::Absence(absence) => employed(case, rule).or_else(|| of_absence(case, absence.kind)),
        Kind::Floor(Floor { window: Some(window), .. }) if window.over.around(month).is_some() => {
            Some(Reason::OverLonger(window.over))
        }
        Kind::Floor(_) | Kind::Deduction(_) | Kind::Contribution(_) => None,
    };
    found.unwrap_or(Reason::NotHigher)
}

/// Why nothing that a rule counts by that unit is there.
fn of_unit(case: &Case<'_, '_>, rule: &Rule, per: Per) -> Option<Reason> {
    match per {
        Per::Parcel => parcels(case, rule),
        Per::Month => employed(case, rule),
        Per::Hour | Per::Day | Per::Km => by_time(case, rule, per),
        Per::Measure => by_measure(case, rule),
    }
}

/// Which sum of the pay period is not what the rate asks for.
fn of_sums(case: &Case<'_, '_>, index: usize, rate: &Rate) -> Option<Reason> {
    let (slot, worksheet) = (case.workings.slot, case.workings.worksheet);
    let unmet = provisos::first_unmet(case.context, worksheet, slot, index);
    if unmet.is_some_and(Proviso::asks_attendance) && slot.days().next().is_none() {
        let is_given = case.context.workforce.attendance.is_some();
        return Some(if is_given { Reason::NoHours } else { Reason::NoAttendance });
    }
    let not_full = || rate.bonus.map(|bonus| Reason::NotFull(bonus.each));
    unmet.map(|proviso| Reason::NotProvided(proviso.clone())).or_else(not_full)
}

/// The parcels of the payslip as the rules see them.
fn subjects<'c>(case: &Case<'c, '_>) -> Vec<(Parcels<'c>, Date)> {
    let (slot, worksheet) = (case.workings.slot, case.workings.worksheet);
    let counts = worksheet.counts[slot.counts.clone()].iter();
    let counted = counts.filter(|count| count.parcels > 0);
    counted.map(|count| (worksheet.parcels(slot, count), count.date)).collect()
}

/// Why the rule applies to none of the parcels.
fn parcels(case: &Case<'_, '_>, rule: &Rule) -> Option<Reason> {
    let subjects = subjects(case);
    if subjects.is_empty() {
        return Some(Reason::NoParcels);
    }
    if !subjects.iter().any(|(_, day)| rule.term.contains(*day)) {
        return Some(Reason::NotInForce(rule.term));
    }
    misfit(rule, &subjects).or_else(|| no_entry(rule, &subjects))
}

/// Why the rule does not apply to the courier's employment.
fn employed(case: &Case<'_, '_>, rule: &Rule) -> Option<Reason> {
    if case.context.workforce.roster.is_none() {
        return Some(Reason::NoRoster);
    }
    let slot = case.workings.slot;
    let person = |(day, _, terms)| (Parcels::person(&slot.company, &slot.courier, Some(terms)), day);
    let subjects: Vec<_> = slot.periods(&case.context.change_dates).map(person).collect();
    if subjects.is_empty() {
        return Some(Reason::NotEmployed);
    }
    misfit(rule, &subjects).or_else(|| no_entry(rule, &subjects))
}

/// Why the rule applies to no hour, day or kilometre of the attendance.
fn by_time(case: &Case<'_, '_>, rule: &Rule, per: Per) -> Option<Reason> {
    if case.context.workforce.attendance.is_none() {
        return Some(Reason::NoAttendance);
    }
    let slot = case.workings.slot;
    let attended = slot.attended_days(case.context.workforce);
    let worked = |day: &day::Day| match per {
        Per::Km => !day.km().is_zero(),
        Per::Hour | Per::Day | Per::Month | Per::Parcel | Per::Measure => day.is_worked(),
    };
    let person = |terms| Parcels::person(&slot.company, &slot.courier, terms);
    let worked = attended.iter().filter(|(_, day, _)| worked(day));
    let subjects: Vec<_> = worked.map(|(date, _, terms)| (person(*terms), *date)).collect();
    if subjects.is_empty() {
        return Some(if per == Per::Km { Reason::NoKilometres } else { Reason::NoHours });
    }
    misfit(rule, &subjects).or_else(|| no_entry(rule, &subjects))
}

/// Why the rule pays none of a measure.
fn by_measure(case: &Case<'_, '_>, rule: &Rule) -> Option<Reason> {
    let Kind::Rate(Rate { measure: Some(measure), .. }) = &rule.kind else { return None };
    let slot = case.workings.slot;
    let subjects: Vec<(Parcels<'_>, Date)> = if case.context.attended_measure(measure).is_some() {
        let attended = slot.attended_days(case.context.workforce);
        let measured = attended.iter().filter(|(_, day, _)| !case.context.measured_on(measure, *day).is_zero());
        measured.map(|(date, _, terms)| (Parcels::person(&slot.company, &slot.courier, *terms), *date)).collect()
    } else {
        subjects(case)
    };
    if subjects.is_empty() {
        return Some(Reason::NoMeasure(Arc::clone(&measure.name)));
    }
    misfit(rule, &subjects).or_else(|| no_entry(rule, &subjects))
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
        !found(column).iter().any(|found| one_of(column, Some(found), wanted))
    };
    let values = &rule.scope.values;
    let Some((column, wanted)) = values.iter().find(never) else {
        return Some(Reason::OtherConditions(together(rule, subjects)));
    };
    let found = found(column).into_iter().collect();
    Some(Reason::OtherValue { column: Arc::clone(column), found, wanted: wanted.clone() })
}

/// What no subject fits though each column fits some: the columns where none fits all of them, and the other conditions.
fn together(rule: &Rule, subjects: &[(impl Subject, Date)]) -> String {
    let values = &rule.scope.values;
    let fits_all = |(subject, _): &(_, Date)| {
        let named = |column: &str| Subject::named(subject, column);
        values.iter().all(|(column, wanted)| one_of(column, named(column), wanted))
    };
    let named = values.iter().filter(|_| !subjects.iter().any(fits_all));
    let named = named.map(|(column, wanted)| format!("{column}={}", wanted.join(",")));
    named.chain(rule.scope.conditions()).collect::<Vec<_>>().join(", ")
}

/// That the amounts of the rule, by a column, have none for any of the subjects.
fn no_entry(rule: &Rule, subjects: &[(impl Subject, Date)]) -> Option<Reason> {
    let column = &rule.figures_by().filter(|by| !by.is_by_months())?.column;
    let mut found = BTreeSet::new();
    let mut wanted = BTreeSet::new();
    for (subject, day) in subjects {
        let by = rule.figure(*day)?.by()?;
        let key = subject.named(&by.column).or(by.otherwise.as_deref());
        if key.is_some_and(|key| by.entry(key).is_some()) {
            return None;
        }
        found.extend(key.map(Arc::from));
        wanted.extend(by.amounts.keys().map(Arc::clone));
    }
    let (found, wanted) = (found.into_iter().collect(), wanted.into_iter().collect());
    Some(Reason::OtherValue { column: Arc::clone(column), found, wanted })
}

/// That a statutory floor of the month does not hold for part-time work.
fn part_time(case: &Case<'_, '_>, floor: &Floor) -> Option<Reason> {
    let monthly = floor.statutory && floor.per == Per::Month;
    let all = case.workings.slot.employed.iter().all(|employment| employment.terms.is_part_time());
    (monthly && all).then_some(Reason::PartTime)
}

/// That the floor is reached.
fn reached(case: &Case<'_, '_>, floor: usize) -> Option<Reason> {
    let payslip = &case.workings.payslip;
    let guarantee = payslip.guarantee.as_ref()?;
    guarantee.parts.iter().find(|(.., ground)| ground.place() == Some(floor))?;
    Some(Reason::FloorReached {
        counted: counted(&payslip.lines).0 - guarantee.aside - guarantee.absent,
        floor: guarantee.due,
    })
}

/// Why a premium takes no parcel and no hour.
fn of_premium(case: &Case<'_, '_>, index: usize, premium: &Premium) -> Option<Reason> {
    let (workings, rule) = (case.workings, &case.context.agreement.rules[index]);
    let month = workings.slot.month;
    let days: Vec<Date> = month.each_day().filter(|day| workings.occasions.of_rule(index, *day).is_some()).collect();
    let by_attendance = rule.kind.needs() == Some(NeededInput::Attendance);
    let (none, idle) = match &premium.occasion {
        Occasion::Holiday { dates, .. } if !dates.contains_key(&month.month().year) => {
            return Some(Reason::HolidaysUnknown(month.month().year));
        }
        Occasion::Night { from, until } => {
            let is_unknown = |at: Option<Slices>| at.is_none_or(|at| !at.tell(*from, *until));
            let unknown = subjects(case).iter().any(|(parcels, _)| is_unknown(parcels.at()));
            return Some(if unknown { Reason::NightNotCounted } else { Reason::NoParcelsByNight });
        }
        Occasion::Any => {
            let subjects = subjects(case);
            return misfit(rule, &subjects);
        }
        _ if by_attendance && case.context.workforce.attendance.is_none() => return Some(Reason::NoAttendance),
        Occasion::Holiday { .. } => (Reason::NoHoliday, Reason::NoParcelsOnHoliday(days.clone())),
        Occasion::RestDay => (Reason::NoRestDay, Reason::NoParcelsOnRestDay(days.len() as u64)),
        Occasion::Overtime { after_hours, .. } => {
            (Reason::NoLongDay(*after_hours), Reason::NoParcelsOnLongDay(*after_hours))
        }
    };
    if days.is_empty() {
        return Some(none);
    }
    let on_days: Vec<_> = subjects(case).into_iter().filter(|(_, day)| days.contains(day)).collect();
    let part_time = |(subject, _): &(Parcels<'_>, Date)| subject.terms.is_some_and(Terms::is_part_time);
    if premium.statutory && by_attendance && !on_days.is_empty() && on_days.iter().all(part_time) {
        return Some(Reason::PartTime);
    }
    if on_days.is_empty() { Some(idle) } else { misfit(rule, &on_days).or(Some(idle)) }
}

/// Why a rule on absences of a kind keeps nothing and takes nothing off.
fn of_absence(case: &Case<'_, '_>, kind: AbsenceKind) -> Option<Reason> {
    let any = case.workings.absences.kinds.iter().any(|absent| absent.kind == Some(kind));
    let unknown = case.context.workforce.attendance.is_none() && kind != AbsenceKind::Maternity;
    (!any).then_some(if unknown { Reason::NoAttendance } else { Reason::NoAbsence })
}

/// Why a protected period lifts no base.
fn of_period(case: &Case<'_, '_>, index: usize, protection: &Protection) -> Reason {
    let (first, last) = (case.workings.slot.month.first(), case.workings.slot.month.last());
    let month = Term { from: Some(first), until: Some(last) };
    let spans = case.context.workforce.protected.of(&case.workings.slot.person);
    let mut of_month = spans.iter().filter(|span| span.term.overlap(month).is_some());
    if !of_month.any(|span| protection.periods.contains(&span.kind)) {
        return Reason::NoProtectedPeriod;
    }
    let kept: Vec<_> = case.workings.kept.iter().filter(|kept| kept.term.overlap(month).is_some()).collect();
    let Some(own) = kept.iter().find(|kept| kept.due.ground.place() == Some(index)) else {
        let other = kept.first().and_then(|kept| kept.due.ground.rule(case.context.agreement));
        return other.map_or(Reason::NoBaseBefore, |other| Reason::SaidElsewhere(Arc::clone(&other.clause)));
    };
    Reason::BaseNotLowered(own.due.amount)
}

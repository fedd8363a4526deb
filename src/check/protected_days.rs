//! The days on which protected couriers delivered, with the times of the log.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::agreement::kinds::{Grant, Kind, Period};
use crate::check::PayrollCheck;
use crate::deliveries::tally::Row;
use crate::units::{Date, PayPeriod};
use crate::workforce::person;

/// The first and the last delivery of a day, in seconds since midnight, by whom, and for which company.
pub(crate) struct Day<'a> {
    pub(crate) courier: &'a Arc<str>,
    pub(crate) company: Arc<str>,
    pub(crate) first_at: Option<u32>,
    pub(crate) last_at: Option<u32>,
}

/// The rows of the log in a month: rows are in the order of their days.
pub(crate) fn rows_in<'a>(payroll: &PayrollCheck<'a>, month: PayPeriod) -> &'a [Row] {
    let rows = &payroll.tally.rows;
    let before = |day: Date| rows.partition_point(|row| row.date < day);
    &rows[before(month.first())..rows.partition_point(|row| row.date <= month.last())]
}

/// The deliveries of the protected couriers in a month, by person and day.
pub(crate) fn days<'a>(payroll: &PayrollCheck<'a>, month: PayPeriod) -> BTreeMap<(Arc<str>, Date), Day<'a>> {
    let mut days: BTreeMap<(Arc<str>, Date), Day<'a>> = BTreeMap::new();
    let protected: BTreeSet<Arc<str>> = payroll.workforce.protected.people().map(person::id).collect();
    let has_protected: Vec<bool> = payroll.tally.names.iter().map(|name| protected.contains(name)).collect();
    for row in rows_in(payroll, month).iter().filter(|row| has_protected[row.courier as usize]) {
        let courier = payroll.tally.name(row.courier);
        let company = payroll.tally.name(row.company);
        let person = payroll.workforce.person(courier, company);
        if payroll.workforce.protected.of(&person).is_empty() {
            continue;
        }
        let new = || Day { courier, company: Arc::clone(company), first_at: None, last_at: None };
        let day = days.entry((person, row.date)).or_insert_with(new);
        day.first_at = day.first_at.into_iter().chain(row.first_at).min();
        day.last_at = day.last_at.max(row.last_at);
    }
    days
}

/// Whether a protected courier delivered on some day of a month of which nothing is known that would show a breach.
pub(crate) fn any_unknown(
    payroll: &PayrollCheck<'_>,
    month: PayPeriod,
    grant: Grant,
    unknown: impl Fn(Date, &Day<'_>) -> bool,
) -> bool {
    days(payroll, month).into_iter().filter(|((_, date), day)| unknown(*date, day)).any(|((_, date), day)| {
        let company = payroll.employer(day.courier, Some(&day.company), date);
        !payroll.protections(grant, day.courier, &company, date).is_empty()
    })
}

/// Whether a month has a day in a pregnancy on which it cannot be told if a rule protects already: it counts the weeks before
/// a day of birth that is not given, and no other rule of the kind holds.
pub(crate) fn birth_unknown(payroll: &PayrollCheck<'_>, month: PayPeriod, grant: Grant) -> bool {
    let counts_weeks = |day: Date| {
        payroll.grants(grant, day).any(|rule| match &rule.kind {
            Kind::Protection(kept) => kept.weeks_before_due.is_some() && kept.periods.contains(&Period::Pregnancy),
            _ => false,
        })
    };
    let protected = &payroll.workforce.protected;
    let spans = protected.people().flat_map(|person| protected.of(person).iter().map(move |span| (person, span)));
    let mut open = spans.filter(|(_, span)| span.kind == Period::Pregnancy && span.due.is_none());
    open.any(|(person, span)| {
        month.each_day().filter(|day| span.term.contains(*day) && counts_weeks(*day)).any(|day| {
            let company = payroll.employer(person, None, day);
            payroll.protections(grant, person, &company, day).is_empty()
        })
    })
}

/// A time of the day, from seconds since midnight.
pub(crate) fn time_of_day(seconds: u32) -> String {
    format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

//! Whose hours a row of attendance are: of the company that it names, else of the one that employs the courier on that day.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diagnostics::{Message, Problem};
use crate::pay::worksheet::PaySlot;
use crate::units::Date;
use crate::workforce::day::{Days, Entry};
use crate::workforce::roster::Terms;
use crate::workforce::{Attendance, roster};

/// The days of attendance of a person by company; `terms` are the rows of the roster, `slots` what is known of the person
/// beside.
///
/// Rows without a company that could be of several are a problem: who has the hours decides which company pays them.
pub(crate) fn by_company(
    attendance: &Attendance,
    all: &Arc<Days>,
    (courier, terms): (&str, &[Arc<Terms>]),
    slots: &[(u32, PaySlot)],
) -> (BTreeMap<Arc<str>, Arc<Days>>, Option<Problem>) {
    if let Some(only) = only_company(terms, slots)
        && all.entries().iter().all(|entry| entry.company.is_empty() || entry.company == only)
    {
        return (BTreeMap::from([(only, Arc::clone(all))]), None);
    }
    let mut days: BTreeMap<Arc<str>, Vec<(Date, Entry)>> = BTreeMap::new();
    let mut unclear: Vec<(&Entry, Vec<Arc<str>>)> = Vec::new();
    for (date, day) in all.iter() {
        let mut unnamed = None;
        for entry in day.entries {
            let company = if entry.company.is_empty() {
                let employers = unnamed.get_or_insert_with(|| employers(terms, slots, date));
                let [only] = &employers[..] else {
                    unclear.push((entry, employers.clone()));
                    continue;
                };
                only
            } else {
                &entry.company
            };
            days.entry(Arc::clone(company)).or_default().push((date, entry.clone()));
        }
    }
    let days = days.into_iter().map(|(company, rows)| (company, Arc::new(Days::new(rows)))).collect();
    let problem = unclear.first().map(|(entry, employers)| {
        let message = Message::new("attendance-company").with("courier", courier).count("rows", unclear.len() as u64);
        Problem::new(message.with("companies", employers.join(", "))).at(attendance.place(entry))
    });
    (days, problem)
}

/// The company with which all of someone's hours are, where there is but one.
fn only_company(terms: &[Arc<Terms>], slots: &[(u32, PaySlot)]) -> Option<Arc<str>> {
    let company = &slots.first()?.1.company;
    let of_unnamed = || slots.iter().any(|(_, slot)| is_of_unnamed(slot));
    let employs = |terms: &Arc<Terms>| terms.company == *company || terms.company.is_empty() && of_unnamed();
    let only = slots.iter().all(|(_, slot)| slot.company == *company) && terms.iter().all(employs);
    only.then(|| Arc::clone(company))
}

/// The companies that a row of attendance without one can mean: of the roster those of the day, outside every employment the
/// nearest one, the earlier of two; of a courier who is not on it, those of the log.
fn employers(terms: &[Arc<Terms>], slots: &[(u32, PaySlot)], date: Date) -> Vec<Arc<str>> {
    let slots = slots.iter().map(|(_, slot)| slot);
    if terms.is_empty() {
        let companies: BTreeSet<&Arc<str>> = slots.map(|slot| &slot.company).collect();
        if companies.is_empty() {
            // Of whom nothing is known but hours, no company is.
            return vec![Arc::default()];
        }
        // Parcels without a company name none.
        let named = companies.iter().filter(|company| companies.len() == 1 || !company.is_empty());
        return named.map(|company| Arc::clone(company)).collect();
    }
    // A roster that names no company means the one that the log names for the courier.
    let company = |terms: &Arc<Terms>| {
        let slot = slots.clone().filter(|_| terms.company.is_empty()).filter(|slot| is_of_unnamed(slot));
        let slot = slot.min_by_key(|slot| !slot.month.contains(date));
        Arc::clone(slot.map_or(&terms.company, |slot| &slot.company))
    };
    roster::in_force_or_nearest(terms, "", date).into_iter().map(company).collect()
}

/// Whether the terms of a slot name no company.
fn is_of_unnamed(slot: &PaySlot) -> bool {
    slot.employed.iter().any(|period| period.terms.company.is_empty())
}

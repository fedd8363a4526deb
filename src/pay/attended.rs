//! Whose hours a row of attendance are: of the company that it names, else of the one that employs the courier on that day.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diagnostics::{Message, Problem};
use crate::pay::worksheet::{AttendedDays, PaySlot};
use crate::units::{Date, Month};
use crate::workforce::day::Day;
use crate::workforce::roster::Terms;
use crate::workforce::{Workforce, roster};

/// Gives the pay slots of a courier their days of attendance; `terms` are the courier's rows of the roster.
///
/// Rows without a company that could be of several are a problem: who has the hours decides which company pays them.
pub(crate) fn attend(workforce: &Workforce, terms: &[Arc<Terms>], slots: &mut [(u32, PaySlot)]) -> Option<Problem> {
    let attendance = workforce.attendance.as_deref()?;
    let (courier, person) = slots.first().map(|(_, slot)| (Arc::clone(&slot.courier), Arc::clone(&slot.person)))?;
    let mut days: BTreeMap<Arc<str>, BTreeMap<Date, Day>> = BTreeMap::new();
    let mut unclear: Vec<(u64, Vec<Arc<str>>)> = Vec::new();
    for (date, day) in attendance.days(&person) {
        let mut unnamed = None;
        for entry in &day.entries {
            let company = if entry.company.is_empty() {
                let employers = unnamed.get_or_insert_with(|| employers(terms, slots, date));
                let [only] = &employers[..] else {
                    unclear.push((entry.line, employers.clone()));
                    continue;
                };
                only
            } else {
                &entry.company
            };
            let of_company = days.entry(Arc::clone(company)).or_default();
            of_company.entry(date).or_default().entries.push(entry.clone());
        }
    }
    let days: BTreeMap<Arc<str>, AttendedDays> =
        days.into_iter().map(|(company, days)| (company, Arc::new(days))).collect();
    for (_, slot) in slots {
        slot.attended = days.get(&slot.company).map(Arc::clone).unwrap_or_default();
    }
    let (line, employers) = unclear.first()?;
    let message = Message::new("attendance-company").with("courier", &*courier).count("rows", unclear.len() as u64);
    Some(Problem::new(message.with("companies", employers.join(", "))).at(attendance.place(*line)))
}

/// The companies that a row of attendance without one can mean: of the roster those of the day, outside every employment the
/// nearest one, the earlier of two; of a courier who is not on it, those of the log.
fn employers(terms: &[Arc<Terms>], slots: &[(u32, PaySlot)], date: Date) -> Vec<Arc<str>> {
    let slots = slots.iter().map(|(_, slot)| slot);
    if terms.is_empty() {
        let companies: BTreeSet<&Arc<str>> = slots.map(|slot| &slot.company).collect();
        // Parcels without a company name none.
        let named = companies.iter().filter(|company| companies.len() == 1 || !company.is_empty());
        return named.map(|company| Arc::clone(company)).collect();
    }
    // A roster that names no company means the one that the log names for the courier.
    let of_unnamed = |slot: &PaySlot| slot.employed.iter().any(|period| period.terms.company.is_empty());
    let company = |terms: &Arc<Terms>| {
        let slot = slots.clone().filter(|_| terms.company.is_empty()).filter(|slot| of_unnamed(slot));
        let slot = slot.min_by_key(|slot| slot.month != Month::of(date));
        Arc::clone(slot.map_or(&terms.company, |slot| &slot.company))
    };
    roster::in_force_or_nearest(terms, "", date).into_iter().map(company).collect()
}

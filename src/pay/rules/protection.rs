//! The protected base: no cut of the base wage in pregnancy, childbirth and nursing (国务院令第619号 art. 5).
//!
//! All periods of a courier are one chain, gaps of up to 31 days between them bridged. On each day of it the base is at least
//! the highest that was in force with the company on the day before the chain or on any day of it so far.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::agreement::kinds::Grant;
use crate::pay::ground::Ground;
use crate::pay::observed::{BridgedGap, Observed};
use crate::pay::rules::base::{Due, Kept, highest, standing};
use crate::pay::slot_pricing::SlotPricing;
use crate::units::{Date, Term};
use crate::workforce::chain::{Chain, chains};
use crate::workforce::protected::Span;
use crate::workforce::roster;
use crate::workforce::roster::Terms;

/// The bases that the courier's protected periods keep in the month, in the order of the days.
pub(crate) fn kept_bases(of: &SlotPricing<'_, '_>, observed: &mut Observed) -> Vec<Kept> {
    let workforce = of.context.workforce;
    let Some(roster) = workforce.roster.as_deref() else { return Vec::new() };
    let rows = roster.rows(&of.slot.courier, &of.slot.company);
    let month = Term { from: Some(of.slot.month.first()), until: Some(of.slot.month.last()) };
    let mut kept = Vec::new();
    for chain in chains(workforce.protected.of(&of.slot.person)) {
        if chain.term.overlap(month).is_some() {
            kept.extend(of_chain(of, &chain, rows, observed));
        }
    }
    kept
}

/// What one chain keeps in the month of the slot.
fn of_chain(of: &SlotPricing<'_, '_>, chain: &Chain<'_>, rows: &[Arc<Terms>], observed: &mut Observed) -> Vec<Kept> {
    let (first, last) = (of.slot.month.first(), of.slot.month.last());
    let hired = || rows.iter().flat_map(|row| row.hired.into_iter().chain(row.from)).min();
    let begin = chain.day_before().or_else(hired).unwrap_or(first);
    let mut highest_so_far: Option<(Due, Arc<Terms>, Date)> = None;
    let mut kept: Vec<Kept> = Vec::new();
    let begins = begins(of, chain, rows, begin, last);
    for (at, day) in begins.iter().enumerate() {
        let on_day = roster::in_force(rows, *day);
        let company = |terms: &&&Arc<Terms>| terms.company == of.slot.company || terms.company.is_empty();
        let Some(terms) = on_day.iter().find(company) else { continue };
        if let Some(due) = highest(standing(of, terms, *day, observed))
            && highest_so_far.as_ref().is_none_or(|(best, ..)| due.amount > best.amount)
        {
            highest_so_far = Some((due, Arc::clone(terms), *day));
        }
        let until = begins.get(at + 1).and_then(|next| next.yesterday().ok()).unwrap_or(last);
        let term = Term { from: Some(*day), until: Some(until) };
        let in_month = *day >= first && chain.term.contains(*day);
        if let Some((due, set_by, set_on)) = highest_so_far.as_ref().filter(|_| in_month)
            && let Some(rule) = keeps_base(of, chain, terms, *day, observed)
        {
            let due = Due { amount: due.amount, ground: Ground::Rule { rule, figures: None } };
            kept.push(Kept { term, due, set_by: Arc::clone(set_by), set_on: *set_on });
        }
    }
    kept
}

/// The days from `begin` to `last` on which something that bears on the base begins anew, in order.
fn begins(of: &SlotPricing<'_, '_>, chain: &Chain<'_>, rows: &[Arc<Terms>], begin: Date, last: Date) -> Vec<Date> {
    let mut days: BTreeSet<Date> = of.context.change_dates.iter().copied().collect();
    days.extend(rows.iter().flat_map(|row| row.change_dates()));
    days.extend(chain.spans.iter().flat_map(|span| span.term.change_dates()));
    let weeks = of.rules().filter_map(|(_, rule)| rule.kind.protection()?.weeks_before_due);
    days.extend(weeks.flat_map(|weeks| chain.spans.iter().filter_map(move |span| span.weeks_before_due(weeks))));
    days.insert(of.slot.month.first());
    days.retain(|day| begin <= *day && *day <= last);
    days.insert(begin);
    days.into_iter().collect()
}

/// The rule that keeps the base on a day of a chain: by the periods of that day or, in a gap, as on the days beside it.
fn keeps_base(
    of: &SlotPricing<'_, '_>,
    chain: &Chain<'_>,
    terms: &Terms,
    day: Date,
    observed: &mut Observed,
) -> Option<usize> {
    let on_day = chain.spans.iter().filter(|span| span.term.contains(day));
    let mut spans: Vec<(&Span, Date)> = on_day.map(|span| (*span, day)).collect();
    if spans.is_empty() {
        let earlier = chain.spans.iter().filter(|span| span.term.until.is_some_and(|until| until < day));
        let later = chain.spans.iter().filter(|span| span.term.from.is_some_and(|from| from > day));
        let beside = (earlier.max_by_key(|span| span.term.until), later.min_by_key(|span| span.term.from));
        if let (Some(earlier), Some(later)) = beside {
            let days = (earlier.term.until.unwrap_or(day), later.term.from.unwrap_or(day));
            spans.extend([(*earlier, days.0), (*later, days.1)]);
            observed.bridged.insert(BridgedGap { courier: Arc::clone(&of.slot.courier), days });
        }
    }
    let person = of.person(Some(terms));
    of.rules()
        .find(|(_, rule)| {
            let keeps = rule.kind.protection().filter(|protection| protection.grants == Grant::KeepsBase);
            keeps.is_some_and(|protection| spans.iter().any(|(span, on)| span.is_under(protection, *on)))
                && rule.applies_to(&person, day)
        })
        .map(|(place, _)| place)
}

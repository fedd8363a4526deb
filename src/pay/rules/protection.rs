//! The protected base: no cut of the base wage in pregnancy, childbirth and nursing (国务院令第619号 art. 5).

use std::sync::Arc;

use crate::agreement::kinds::{Grant, Kind, Period};
use crate::pay::amount::Desk;
use crate::pay::ledger::Sheet;
use crate::pay::rules::base;
use crate::pay::rules::base::Due;
use crate::pay::subject::Person;
use crate::units::{Date, Term};
use crate::workforce::protected::Span;

/// A protected period and the base wage of the day before it began.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Kept {
    pub(crate) term: Term,
    pub(crate) due: Due,
}

/// The bases that the courier's protected periods keep. A period that follows another keeps what that one kept.
pub(crate) fn kept_bases(desk: &mut Desk<'_>, sheet: &Sheet) -> Vec<Kept> {
    let workforce = desk.workforce;
    let Some(roster) = workforce.roster.as_deref() else { return Vec::new() };
    let mut spans: Vec<&Span> = workforce.protected.of(&sheet.courier).iter().collect();
    spans.sort_by_key(|span| span.term.from);
    let mut kept: Vec<Kept> = Vec::new();
    for span in spans {
        let Some(before) = span.term.from.and_then(|from| from.yesterday().ok()) else { continue };
        let terms = roster.on(&sheet.courier, before);
        let own_terms = terms.iter().find(|terms| terms.company == sheet.company || terms.company.is_empty());
        let Some(terms) = own_terms else { continue };
        let Some(rule) = keeps_base(desk, sheet, span.kind, span.term.from.unwrap_or(before)) else { continue };
        let own = base::own(desk, &sheet.company, terms, before);
        let earlier = kept.iter().filter(|kept| kept.term.contains(before)).map(|kept| kept.due.amount);
        let amount = own.map(|due| due.amount).into_iter().chain(earlier).max();
        kept.extend(amount.map(|amount| Kept { term: span.term, due: Due { amount, rule: Some(rule) } }));
    }
    kept
}

/// The days, in order, on which a rule or one of the periods begins or ends.
pub(crate) fn turns(desk: &Desk<'_>, kept: &[Kept]) -> Arc<[Date]> {
    if kept.is_empty() {
        return Arc::clone(&desk.turns);
    }
    let mut turns = desk.turns.to_vec();
    for Kept { term, .. } in kept {
        turns.extend(term.from);
        turns.extend(term.until.and_then(|until| until.tomorrow().ok()));
    }
    turns.sort_unstable();
    turns.into()
}

/// The rule that keeps the base in a period of that kind.
fn keeps_base(desk: &Desk<'_>, sheet: &Sheet, kind: Period, day: Date) -> Option<usize> {
    let terms = sheet.employed.first().map(|spell| &*spell.terms);
    let person = Person { company: &sheet.company, courier: &sheet.courier, terms };
    desk.agreement.rules.iter().position(|rule| match &rule.kind {
        Kind::Protection(protection) => {
            protection.grants == Grant::KeepsBase && protection.periods.contains(&kind) && rule.reaches(&person, day)
        }
        _ => false,
    })
}

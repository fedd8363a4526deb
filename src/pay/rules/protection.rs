//! The protected base: no cut of the base wage in pregnancy, childbirth and nursing (国务院令第619号 art. 5).

use crate::agreement::kinds::{Grant, Kind, Period};
use crate::pay::ground::Ground;
use crate::pay::observed::Observed;
use crate::pay::rules::base::{Due, Kept, highest, standing};
use crate::pay::slot_pricing::SlotPricing;
use crate::units::Date;
use crate::workforce::protected::Span;

/// The bases that the courier's protected periods keep. A period that follows another keeps what that one kept.
pub(crate) fn kept_bases(of: &SlotPricing<'_, '_>, observed: &mut Observed) -> Vec<Kept> {
    let (slot, workforce) = (of.slot, of.context.workforce);
    let Some(roster) = workforce.roster.as_deref() else { return Vec::new() };
    let mut spans: Vec<&Span> = workforce.protected.of(&slot.courier).iter().collect();
    spans.sort_by_key(|span| span.term.from);
    let mut kept: Vec<Kept> = Vec::new();
    for span in spans {
        let Some(before) = span.term.from.and_then(|from| from.yesterday().ok()) else { continue };
        let terms = roster.on(&slot.courier, before);
        let own_terms = terms.iter().find(|terms| terms.company == slot.company || terms.company.is_empty());
        let Some(terms) = own_terms else { continue };
        let Some(rule) = keeps_base(of, span.kind, span.term.from.unwrap_or(before)) else { continue };
        let own = highest(standing(of, terms, before, observed));
        let earlier = kept.iter().filter(|kept| kept.term.contains(before)).map(|kept| kept.due.amount);
        let amount = own.map(|due| due.amount).into_iter().chain(earlier).max();
        let ground = Ground::Rule { rule, figures: None };
        kept.extend(amount.map(|amount| Kept { term: span.term, due: Due { amount, ground } }));
    }
    kept
}

/// The rule that keeps the base in a period of that kind.
fn keeps_base(of: &SlotPricing<'_, '_>, kind: Period, day: Date) -> Option<usize> {
    let person = of.person(of.slot.employed.first().map(|employment| &*employment.terms));
    of.context.agreement.rules.iter().position(|rule| match &rule.kind {
        Kind::Protection(protection) => {
            protection.grants == Grant::KeepsBase && protection.periods.contains(&kind) && rule.applies_to(&person, day)
        }
        _ => false,
    })
}

//! Which terms can move: those of the agreement that the log and the inputs given can put a figure on.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::agreement::figure::Figure;
use crate::agreement::kinds::Per;
use crate::agreement::{Agreement, Rule};
use crate::cost::missing_input;
use crate::deliveries::Tally;
use crate::negotiate::term::{MovableTerm, PaidRate, Scope};
use crate::pay::rates_of_days;
use crate::units::{Date, Decimal};
use crate::workforce::rates::RateScope;
use crate::workforce::{Rates, Workforce};

/// The rates that are paid somewhere in the log, each once. Where only a band is known, its lower end.
pub(crate) fn paid(agreement: &Agreement, tally: &Tally, workforce: &Workforce) -> Vec<PaidRate> {
    let rates = rates_of_days(agreement, tally, workforce);
    let paid: BTreeSet<PaidRate> = rates
        .into_iter()
        .map(|of_day| PaidRate { rule: of_day.rule, company: of_day.company, area: of_day.area, rate: of_day.rate })
        .collect();
    paid.into_iter().collect()
}

/// The terms that can move, with the figures in force on the last day of the log: of each rule, what holds for all, then
/// company by company and area by area.
pub(crate) fn terms(
    agreement: &Agreement,
    tally: &Tally,
    workforce: &Workforce,
    paid: &[PaidRate],
) -> Vec<MovableTerm> {
    let Some(day) = tally.span().until else { return Vec::new() };
    let mut terms: Vec<MovableTerm> = Vec::new();
    for rule in agreement.rules.iter().filter(|rule| rule.in_force_on(day)) {
        if terms.iter().all(|term| term.rule != rule.id) && missing_input(rule, workforce).is_none() {
            terms.extend(of_rule(rule, day, (paid, &workforce.rates)));
        }
    }
    terms.retain(MovableTerm::can_be_written);
    terms
}

fn of_rule(rule: &Rule, day: Date, paid: (&[PaidRate], &Rates)) -> Vec<MovableTerm> {
    match rule.kind.per() {
        Some(Per::Parcel) => of_parcels(rule, day, paid),
        Some(per) => of_figure(rule, day, step(per)),
        None => Vec::new(),
    }
}

/// By how much an arrow moves a figure, in yuan.
fn step(per: Per) -> Decimal {
    match per {
        Per::Parcel => Decimal::new(1, 2),
        Per::Hour | Per::Km | Per::Measure => Decimal::new(10, 2),
        Per::Day => Decimal::ONE,
        Per::Month => Decimal::TEN,
    }
}

fn term(rule: &Rule, field: &str, present: Option<Decimal>, step: Decimal) -> MovableTerm {
    MovableTerm {
        rule: Arc::clone(&rule.id),
        title: rule.title.clone(),
        field: field.into(),
        scope: Scope::All,
        per_parcel: false,
        present,
        step,
        as_read: None,
    }
}

/// The rate of parcels for all, by company and by area, where there are several, by both where rates name both, and the ends
/// of its band.
fn of_parcels(rule: &Rule, day: Date, (paid, rates): (&[PaidRate], &Rates)) -> Vec<MovableTerm> {
    let own = || paid.iter().filter(|paid| paid.rule == rule.id);
    if own().next().is_none() {
        return Vec::new();
    }
    let all = MovableTerm { per_parcel: true, ..term(rule, "", None, step(Per::Parcel)) };
    let several = |names: BTreeSet<&Arc<str>>| {
        let names: Vec<Arc<str>> = names.into_iter().filter(|name| !name.is_empty()).map(Arc::clone).collect();
        if names.len() > 1 { names } else { Vec::new() }
    };
    let scoped = |scope: Scope| MovableTerm { scope, ..all.clone() };
    let mut terms = vec![all.clone()];
    terms.extend(several(own().map(|paid| &paid.company).collect()).into_iter().map(Scope::Company).map(scoped));
    terms.extend(several(own().map(|paid| &paid.area).collect()).into_iter().map(Scope::Area).map(scoped));
    let both: BTreeSet<Scope> = own().filter(|paid| names_both(rates, paid)).map(of_both).collect();
    terms.extend(both.into_iter().map(scoped));
    if let Some(band) = rule.band(day) {
        terms.push(term(rule, "min", Some(band.min), step(Per::Parcel)));
        terms.push(term(rule, "max", Some(band.max), step(Per::Parcel)));
    }
    terms
}

fn of_both(paid: &PaidRate) -> Scope {
    Scope::CompanyArea(Arc::clone(&paid.company), Arc::clone(&paid.area))
}

/// Whether some row of the rates is for just this company and this area.
fn names_both(rates: &Rates, paid: &PaidRate) -> bool {
    let named = rates.ladders.iter().map(|ladder| &ladder.named).filter(|named| named.rule == paid.rule);
    let both = |named: &RateScope| !named.company.is_empty() && !named.area.is_empty();
    named.filter(|named| both(named)).any(|named| named.company == paid.company && named.area == paid.area)
}

/// One amount, or one for each entry of a table.
fn of_figure(rule: &Rule, day: Date, step: Decimal) -> Vec<MovableTerm> {
    match rule.figure(day) {
        Some(Figure::Amount(amount)) => vec![term(rule, "", Some(*amount), step)],
        Some(Figure::By(by)) => {
            by.amounts.iter().map(|(entry, amount)| term(rule, entry, Some(*amount), step)).collect()
        }
        Some(Figure::Formula(formula)) => {
            formula.parts().map(|(part, amount)| term(rule, part, Some(amount), step)).collect()
        }
        Some(Figure::Band(_) | Figure::Ladder(_)) | None => Vec::new(),
    }
}

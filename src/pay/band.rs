//! Rates that an agreement does not allow: outside the band, below the amount agreed, not above zero.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::agreement::Agreement;
use crate::agreement::Rule;
use crate::agreement::change::Change;
use crate::agreement::kinds::Band;
use crate::agreement::kinds::Kind;
use crate::agreement::kinds::Value;
use crate::source::Message;
use crate::source::Problem;
use crate::source::Problems;
use crate::units::Date;
use crate::units::Decimal;
use crate::units::Term;
use crate::workforce::Workforce;
use crate::workforce::rates::Step;

/// A change that moves rates out of their band, and how far.
pub(crate) struct Leaving {
    pub(crate) change: Arc<Change>,
    pub(crate) clause: Arc<str>,
    pub(crate) band: Band,
    pub(crate) lowest: Decimal,
    pub(crate) highest: Decimal,
}

/// Every row of `--rates` and every `--rate` that the agreement does not allow, or whose rule it does not have.
#[must_use]
pub fn rates_outside(agreement: &Agreement, workforce: &Workforce) -> Problems {
    let rates = workforce.rates.ladders.iter().map(|ladder| (&ladder.named.rule, ladder.named.term, &ladder.steps[..]));
    let general =
        workforce.rates.general.iter().map(|(rule, step)| (rule, Term::default(), std::slice::from_ref(step)));
    let is_rate = |rule: &&Rule| matches!(rule.kind, Kind::Rate(_));
    let mut problems = Problems::new();
    for (id, term, steps) in rates.chain(general) {
        let rules: Vec<&Rule> = agreement.rules.iter().filter(is_rate).filter(|rule| rule.id == *id).collect();
        match rules[..] {
            [] => {
                let known: Vec<&str> = agreement.rules.iter().filter(is_rate).map(|rule| &*rule.id).collect();
                let message = Message::new("rates-rule-unknown").with("rule", &**id).with("known", known.join(", "));
                problems.push(Problem::new(message).at(steps[0].place.clone()));
            }
            [only] => problems.extend(steps.iter().filter_map(|step| outside(only, term, step))),
            // Of several rules of one id the parcels decide which one holds: `pay` asks then.
            _ => {}
        }
    }
    problems
}

/// What is wrong with a rate on some day of its own term.
fn outside(rule: &Rule, term: Term, step: &Step) -> Option<Problem> {
    let Kind::Rate(rate) = &rule.kind else { return None };
    let terms: Vec<Term> = match &rate.value {
        Value::Band(bands) => bands.values.iter().map(|dated| dated.term).collect(),
        Value::Amount(amounts) => amounts.values.iter().map(|dated| dated.term).collect(),
        Value::By(_) | Value::Tiers(_) => vec![Term::default()],
    };
    let days = terms.iter().filter_map(|value| value.overlap(term)).map(|both| both.from.or(both.until));
    days.map(|day| day.unwrap_or(Date::ZERO)).find_map(|day| misfit(rule, &rate.value, step, day))
}

/// What is wrong with a rate under a rule on a day, if anything.
pub(crate) fn misfit(rule: &Rule, value: &Value, step: &Step, day: Date) -> Option<Problem> {
    let rate = step.amount;
    let message = match value {
        Value::Band(bands) => bands.on(day).filter(|band| rate < band.min || rate > band.max).map(|band| {
            Message::new("rate-outside-band").with("min", band.min.to_string()).with("max", band.max.to_string())
        }),
        Value::Amount(amounts) => amounts
            .on(day)
            .filter(|agreed| rate < **agreed)
            .map(|agreed| Message::new("rate-below-amount").with("amount", agreed.to_string())),
        Value::By(_) | Value::Tiers(_) => None,
    };
    let message = message.or_else(|| (rate <= Decimal::ZERO).then(|| Message::new("rate-not-positive")))?;
    let message = message.with("rate", rate.to_string()).with("rule", &*rule.id).with("clause", &*rule.clause);
    Some(Problem::new(message).at(step.place.clone()))
}

/// One problem for each change that leaves a band, with the change of the band that it would need.
pub(crate) fn leaving(changes: &BTreeMap<usize, Leaving>) -> Problems {
    let problem = |leaving: &Leaving| {
        let Leaving { change, clause, band, lowest, highest } = leaving;
        let (end, rate) = if *highest > band.max { ("max", highest) } else { ("min", lowest) };
        let message = Message::new("change-leaves-band")
            .with("change", &*change.text)
            .with("rate", yuan(*rate))
            .with("min", band.min.to_string())
            .with("max", band.max.to_string())
            .with("needed", format!("{}.{end} ={}", change.rule, yuan(*rate)))
            .with("clause", &**clause);
        Problem::new(message).at(change.place.clone())
    };
    changes.values().map(problem).collect()
}

/// A rate as people write it: to the fen, and further where it has more places.
pub(crate) fn yuan(rate: Decimal) -> String {
    let mut shown = rate.normalize();
    if shown.scale() < 2 {
        shown.rescale(2);
    }
    shown.to_string()
}

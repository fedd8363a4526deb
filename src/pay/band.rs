//! Rates that an agreement does not allow: outside the band, below the amount agreed, not above zero.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::agreement::change::Field;
use crate::agreement::figure::Figure;
use crate::agreement::kinds::{Kind, Per};
use crate::agreement::{Agreement, Rule};
use crate::diagnostics::{Message, Problem, Problems};
use crate::pay::observed::Leaving;
use crate::units::{Date, Decimal};
use crate::workforce::Workforce;
use crate::workforce::rates::{RateScope, Step};

/// A rate that a rule does not allow.
#[derive(Clone, Debug)]
pub struct Misfit<'a> {
    /// The rule.
    pub rule: &'a Rule,
    /// The rate as it was given.
    pub step: &'a Step,
    /// What the row of `--rates` names; `None` for a `--rate`.
    pub named: Option<&'a RateScope>,
    /// The nearest rate that the rule allows, in yuan.
    pub nearest: Decimal,
    /// The first day on which it is so; before all days where the rate and the rule are older than any date.
    pub day: Date,
    message: Message,
}

impl Misfit<'_> {
    /// Whether the rate is too low, not too high.
    #[must_use]
    pub fn below(&self) -> bool {
        self.step.amount < self.nearest
    }
}

/// Every row of `--rates` and every `--rate` that the agreement does not allow, or whose rule it does not have.
#[must_use]
pub fn rates_outside(agreement: &Agreement, workforce: &Workforce) -> Problems {
    let known: Vec<&str> = agreement.rules.iter().filter(|rule| is_rate(rule)).map(|rule| &*rule.id).collect();
    let mut problems = Problems::new();
    let ladders = workforce.rates.ladders.iter().map(|ladder| (&ladder.named.rule, &ladder.rule_place));
    let general = workforce.rates.general.iter().map(|(rule, step)| (rule, &step.place));
    for (rule, place) in ladders.chain(general).filter(|(rule, _)| !rule.is_empty() && !known.contains(&&***rule)) {
        let message = Message::new("rates-rule-unknown").with("rule", &**rule).with("known", known.join(", "));
        problems.push(Problem::new(message).at(place.clone()));
    }
    let misfits = misfits(agreement, workforce);
    problems.extend(misfits.into_iter().map(|misfit| Problem::new(misfit.message).at(misfit.step.place.clone())));
    problems
}

/// Every rate that the agreement does not allow on some day of the rate's own term.
#[must_use]
pub fn misfits<'a>(agreement: &'a Agreement, workforce: &'a Workforce) -> Vec<Misfit<'a>> {
    let mut found = Vec::new();
    let mut said: BTreeSet<(&Arc<str>, &Arc<str>, u64)> = BTreeSet::new();
    for (id, steps, named) in rates(workforce) {
        let meant = |rule: &&Rule| is_rate(rule) && rule.id == *id && named.is_none_or(|named| may_reach(rule, named));
        let rules: Vec<&Rule> = agreement.rules.iter().filter(meant).collect();
        let misfits = steps.iter().filter_map(|step| outside(&rules, named, step));
        // A row may be in force in several versions of its ladder.
        found.extend(misfits.filter(|misfit| said.insert((id, &misfit.step.place.file, misfit.step.place.line))));
    }
    found
}

/// Whether a rule can reach parcels that a row of `--rates` names.
fn may_reach(rule: &Rule, named: &RateScope) -> bool {
    let given =
        [("company", &named.company), ("area", &named.area), ("service", &named.service), ("courier", &named.courier)];
    given
        .iter()
        .all(|(key, name)| name.is_empty() || rule.scope.values.get(*key).is_none_or(|values| values.contains(name)))
}

/// All rates given, by rule, with what their rows name.
fn rates(workforce: &Workforce) -> impl Iterator<Item = (&Arc<str>, &[Step], Option<&RateScope>)> {
    let ladders = workforce.rates.ladders.iter();
    let ladders = ladders.map(|ladder| (&ladder.named.rule, &ladder.steps[..], Some(&ladder.named)));
    let general = workforce.rates.general.iter().map(|(rule, step)| (rule, std::slice::from_ref(step), None));
    ladders.chain(general)
}

/// The rules that pay by the parcel: what a rate that names no rule can be of.
#[must_use]
pub fn priced_by_parcel(agreement: &Agreement) -> BTreeSet<&str> {
    let by_parcel = |rule: &&Rule| matches!(&rule.kind, Kind::Rate(rate) if rate.per == Per::Parcel);
    agreement.rules.iter().filter(by_parcel).map(|rule| &*rule.id).collect()
}

fn is_rate(rule: &Rule) -> bool {
    matches!(rule.kind, Kind::Rate(_))
}

/// What is wrong with a rate on some day of its own term: of several rules of one id, all that speak that day refuse it.
fn outside<'a>(rules: &[&'a Rule], named: Option<&'a RateScope>, step: &'a Step) -> Option<Misfit<'a>> {
    let term = named.map(|named| named.term).unwrap_or_default();
    let mut days: BTreeSet<Date> =
        rules.iter().flat_map(|rule| rule.change_dates()).filter(|day| term.contains(*day)).collect();
    days.insert(term.from.or(term.until).unwrap_or(Date::ZERO));
    days.into_iter().find_map(|day| {
        let speaking: Vec<&Rule> = rules.iter().copied().filter(|rule| rule.in_force_on(day)).collect();
        let faults: Option<Vec<_>> = speaking.iter().map(|rule| fault(rule, step, day)).collect();
        let (message, nearest) = faults?.into_iter().next()?;
        Some(Misfit { rule: speaking[0], step, named, nearest, day, message })
    })
}

/// The nearest rate that a rule allows on a day: the rate itself where it is right.
pub(crate) fn nearest(rule: &Rule, step: &Step, day: Date) -> Decimal {
    fault(rule, step, day).map_or(step.amount, |(_, nearest)| nearest)
}

/// What is wrong with a rate under a rule on a day, if anything, as a problem at its place.
pub(crate) fn misfit(rule: &Rule, step: &Step, day: Date) -> Option<Problem> {
    fault(rule, step, day).map(|(message, _)| Problem::new(message).at(step.place.clone()))
}

/// What is wrong with a rate under a rule on a day, and the nearest rate that is right.
fn fault(rule: &Rule, step: &Step, day: Date) -> Option<(Message, Decimal)> {
    let rate = step.amount;
    let found = match rule.figure(day) {
        Some(Figure::Band(band)) if !band.contains(rate) => {
            let message = Message::new("rate-outside-band");
            let message = message.with("min", band.min.to_string()).with("max", band.max.to_string());
            Some((message, rate.clamp(band.min, band.max)))
        }
        Some(Figure::Amount(agreed)) if rate < *agreed => {
            Some((Message::new("rate-below-amount").with("amount", agreed.to_string()), *agreed))
        }
        Some(Figure::Band(_) | Figure::Amount(_) | Figure::By(_) | Figure::Ladder(_) | Figure::Formula(_)) | None => {
            None
        }
    };
    let not_positive = || (rate <= Decimal::ZERO).then(|| (Message::new("rate-not-positive"), Decimal::ZERO));
    let (message, nearest) = found.or_else(not_positive)?;
    let message = message.with("rate", rate.to_string()).with("rule", &*rule.id).with("clause", &*rule.clause);
    Some((message, nearest))
}

/// One problem for each change that leaves a band, with the change of the band that it would need.
pub(crate) fn leaving(changes: &BTreeMap<usize, Leaving>) -> Problems {
    let problem = |leaving: &Leaving| {
        let Leaving { change, clause, band, lowest, highest } = leaving;
        let (end, rate) = if *highest > band.max { ("max", highest) } else { ("min", lowest) };
        let of_band = matches!(change.field, Field::Min | Field::Max);
        let message = Message::new(if of_band { "change-band-without-rate" } else { "change-leaves-band" })
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

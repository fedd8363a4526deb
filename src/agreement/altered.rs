//! What a proposal makes of an agreement: every term that it changes, as it stands and as proposed.

use std::sync::Arc;

use crate::agreement::change::{Change, Field, Operation};
use crate::agreement::document::Words;
use crate::agreement::figure::{Band, Figure};
use crate::agreement::kinds::Kind;
use crate::agreement::proposal::Proposal;
use crate::agreement::rule::Rule;
use crate::agreement::scope::Where;
use crate::agreement::stack::Agreement;
use crate::diagnostics::Problems;
use crate::units::{Date, Decimal};

/// A term that a proposal changes.
#[derive(Clone, Debug)]
pub struct Altered {
    /// What people call the rule.
    pub title: Words,
    /// Which term: rule, field and for whom, such as `delivery.max` or `delivery@area=鄣吴`.
    pub path: String,
    /// As it stands, with the changes before this one; `None` where nothing holds on that day.
    pub old: Option<Standing>,
    /// As proposed.
    pub new: Proposed,
    /// The first day on which it holds; `None`: on every day.
    pub from: Option<Date>,
    /// Why it is proposed.
    pub reason: Option<Words>,
}

/// A term as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Yuan, a multiple or a percentage.
    Figure(Decimal),
    /// Each company pays its own rate inside the band.
    Within(Band),
}

/// A term as proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proposed {
    /// A figure.
    Figure(Decimal),
    /// What happens to every rate in force, where only the companies' `--rates` say what these are.
    EachRate(Operation),
    /// Nothing to be changed on that day.
    Nothing,
}

impl Altered {
    /// Whether the term stays as it is.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        match (self.old, self.new) {
            (Some(Standing::Figure(old)), Proposed::Figure(new)) => old == new,
            (_, Proposed::EachRate(Operation::Add(amount))) => amount.is_zero(),
            (_, Proposed::EachRate(Operation::Multiply(factor))) => factor == Decimal::ONE,
            (_, Proposed::Nothing) => true,
            (_, Proposed::Figure(_) | Proposed::EachRate(Operation::Set(_))) => false,
        }
    }
}

/// Every term that the proposal changes, change by change, with the figures that hold on the day, or on the change's own
/// first day where it has one.
///
/// # Errors
/// Changes of rules that do not exist or that have no such figure.
pub fn altered(agreement: &Agreement, proposal: &Proposal, on: Date) -> Result<Vec<Altered>, Problems> {
    agreement.with_changes(&proposal.changes)?;
    let mut found = Vec::new();
    for (index, change) in proposal.changes.iter().enumerate() {
        let day = change.from.unwrap_or(on);
        let named = |rule: &&Rule| rule.id == change.rule;
        let mut rules: Vec<&Rule> = agreement.rules.iter().filter(named).filter(|rule| rule.in_force_on(day)).collect();
        if rules.is_empty() {
            rules.extend(agreement.rules.iter().find(named));
        }
        for rule in rules {
            found.extend(terms(rule, change, &proposal.changes[..index], day));
        }
    }
    Ok(found)
}

/// The terms of one rule that a change reaches, each after the earlier changes.
fn terms(rule: &Rule, change: &Change, earlier: &[Arc<Change>], day: Date) -> Vec<Altered> {
    let mut standing = if rule.in_force_on(day) { figures(rule, &change.field, day) } else { Vec::new() };
    if standing.is_empty() {
        standing.push((String::new(), None));
    }
    let before = |figure: Decimal| {
        let holds = |other: &&Arc<Change>| {
            other.rule == change.rule
                && other.field == change.field
                && covers(&other.scope, &change.scope)
                && other.from.is_none_or(|from| from <= day)
        };
        earlier.iter().filter(holds).fold(figure, |figure, other| other.operation.apply(figure))
    };
    let term = |(part, old): (String, Option<Standing>)| {
        let old = match old {
            Some(Standing::Figure(figure)) => Some(Standing::Figure(before(figure))),
            other => other,
        };
        let new = match (old, change.operation) {
            (_, Operation::Set(amount)) => Proposed::Figure(amount),
            (Some(Standing::Figure(figure)), operation) => Proposed::Figure(operation.apply(figure)),
            (Some(Standing::Within(_)), operation) => Proposed::EachRate(operation),
            (None, _) => Proposed::Nothing,
        };
        let path = format!("{}{part}{}", rule.id, for_whom(&change.scope));
        Altered { title: rule.title.clone(), path, old, new, from: change.from, reason: change.reason.clone() }
    };
    standing.into_iter().map(term).collect()
}

/// Whether one filter reaches all that the other reaches.
fn covers(wide: &Where, narrow: &Where) -> bool {
    wide.values.iter().all(|(key, values)| {
        narrow.values.get(key).is_some_and(|narrow| narrow.iter().all(|value| values.contains(value)))
    })
}

/// A filter as it is written after the rule.
fn for_whom(scope: &Where) -> String {
    let pairs = scope.values.iter().flat_map(|(key, values)| values.iter().map(move |value| format!("{key}={value}")));
    let pairs: Vec<String> = pairs.collect();
    if pairs.is_empty() { String::new() } else { format!("@{}", pairs.join(",")) }
}

/// The figures of a rule that a field names on a day, each with what its path adds to the rule's id.
fn figures(rule: &Rule, field: &Field, day: Date) -> Vec<(String, Option<Standing>)> {
    let standing = |part: &str, amount: Decimal| (part.to_string(), Some(Standing::Figure(amount)));
    if let Kind::Contribution(contribution) = &rule.kind {
        let limit = match field {
            Field::Floor => Some((".floor", &contribution.floor)),
            Field::Ceiling => Some((".ceiling", &contribution.ceiling)),
            Field::Figure | Field::Min | Field::Max | Field::Entry(_) => None,
        };
        if let Some((part, limit)) = limit {
            let amount = limit.as_ref().and_then(|limit| limit.on(day)).copied();
            return vec![(part.to_string(), amount.map(Standing::Figure))];
        }
    }
    let measure = rule.kind.measure();
    let part = if measure.is_empty() { String::new() } else { format!(".{measure}") };
    match (rule.figure(day), field) {
        (None, _) if part.is_empty() => Vec::new(),
        (None, _) => vec![(part, None)],
        (Some(Figure::Amount(amount)), _) => vec![standing(&part, *amount)],
        (Some(Figure::Band(band)), Field::Min) => vec![standing(".min", band.min)],
        (Some(Figure::Band(band)), Field::Max) => vec![standing(".max", band.max)],
        (Some(Figure::Band(band)), _) => vec![(String::new(), Some(Standing::Within(*band)))],
        (Some(Figure::By(by)), field) => {
            let meant = |key: &&Arc<str>| !matches!(field, Field::Entry(entry) if entry != *key);
            let entries = by.amounts.iter().filter(|(key, _)| meant(key));
            entries.map(|(key, amount)| standing(&format!(".{key}"), *amount)).collect()
        }
        (Some(Figure::Formula(formula)), field) => {
            let meant = |name: &str| !matches!(field, Field::Entry(entry) if **entry != *name);
            let parts = formula.parts().filter(|(name, _)| meant(name));
            parts.map(|(name, amount)| standing(&format!(".{name}"), amount)).collect()
        }
        (Some(Figure::Ladder(steps)), _) => {
            steps.iter().map(|step| standing(&format!(" over {}", step.over), step.amount)).collect()
        }
    }
}

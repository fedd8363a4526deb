//! Several agreements as one: of two rules on the same thing the one better for the worker holds
//! (劳动合同法 art. 55, 劳动法 art. 35).

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::agreement::in_force::Lost;
use crate::agreement::kinds::{Kind, Occasion, Premium, Value};
use crate::agreement::{Agreement, Dated, Rule};
use crate::diagnostics::{Message, Problem, Problems};
use crate::units::{Date, Decimal, Term};

/// Joins agreements in the order given. Rounding is that of the first.
///
/// # Errors
/// Two rules of the same id of which neither is better for the worker, or that are not of the same kind: both places.
pub fn stack(agreements: Vec<Agreement>) -> Result<Agreement, Problems> {
    let rounding = agreements.first().map(|first| first.rounding).unwrap_or_default();
    let (documents, rules): (Vec<_>, Vec<_>) = agreements.into_iter().map(|one| (one.documents, one.rules)).unzip();
    let mut joined = Agreement { documents: documents.concat(), rules: rules.concat(), rounding };
    let mut problems = Problems::new();
    for second in 0..joined.rules.len() {
        for first in 0..second {
            if joined.rules[first].id == joined.rules[second].id {
                rank(&mut joined.rules, first, second, &mut problems);
            }
        }
    }
    if problems.is_empty() { Ok(joined) } else { Err(problems) }
}

/// Lets the worse of two rules of one id give way on each day on which both speak.
fn rank(rules: &mut [Rule], first: usize, second: usize, problems: &mut Problems) {
    let (one, other) = (&rules[first], &rules[second]);
    let Some(both) = one.term.overlap(other.term) else { return };
    let mut lost = Vec::new();
    for term in spells(one, other, both) {
        match better(one, other, term.from.or(term.until)) {
            Some(Standing::Beside) => {}
            Some(Standing::First) => lost.push((second, Lost { term, to: first })),
            Some(Standing::Second) => lost.push((first, Lost { term, to: second })),
            None => {
                let message = Message::new("stack-not-ranked")
                    .with("rule", &*one.id)
                    .with("first", &*one.document.agreement)
                    .with("second", &*other.document.agreement);
                problems.push(Problem::new(message).at(one.place.clone()).also(other.place.clone()));
                return;
            }
        }
    }
    // Rules that reach different people or parcels are weighed where both reach the same one, not here.
    if one.scope == other.scope {
        for (loser, lost) in lost {
            rules[loser].lost.push(lost);
        }
    }
}

/// Which of two rules stands.
enum Standing {
    First,
    Second,
    Beside,
}

/// The spells of a term within which neither rule changes its values.
fn spells(one: &Rule, other: &Rule, term: Term) -> Vec<Term> {
    let mut starts: BTreeSet<Date> = BTreeSet::new();
    for rule in [one, other] {
        starts.extend(rule.turns().into_iter().filter(|turn| term.contains(*turn)));
    }
    starts.extend(term.from);
    let mut from = term.from;
    let mut spells = Vec::new();
    for start in starts.into_iter().filter(|start| Some(*start) != term.from) {
        spells.push(Term { from, until: start.yesterday().ok() });
        from = Some(start);
    }
    spells.push(Term { from, until: term.until });
    spells
}

/// Which of two rules of one id is better for the worker on a day; `None` where that cannot be said.
fn better(one: &Rule, other: &Rule, day: Option<Date>) -> Option<Standing> {
    let day = day.unwrap_or(Date::ZERO);
    let order = match (&one.kind, &other.kind) {
        (Kind::Rate(a), Kind::Rate(b)) if a.per == b.per => values(&a.value, &b.value, day)?,
        (Kind::Base(a), Kind::Base(b)) => values(&a.value, &b.value, day)?,
        (Kind::Floor(a), Kind::Floor(b)) if a.per == b.per => values(&a.value, &b.value, day)?,
        (Kind::Premium(a), Kind::Premium(b)) => premiums(a, b, day)?,
        (Kind::Protection(a), Kind::Protection(b)) if a.grants == b.grants => return Some(Standing::Beside),
        // the lower cap is the better one
        (Kind::Deduction(a), Kind::Deduction(b)) => join(
            present(a.percent.on(day), b.percent.on(day), |a, b| Some(b.cmp(a)))?,
            a.keeps_floor.cmp(&b.keeps_floor),
        )?,
        // an on-cost is neither better nor worse for the worker
        (Kind::Contribution(a), Kind::Contribution(b)) if a == b => Ordering::Equal,
        _ => return None,
    };
    Some(if order.is_lt() { Standing::Second } else { Standing::First })
}

/// A value that is there is better than none; two are compared.
fn present<T>(one: Option<T>, other: Option<T>, compare: impl Fn(T, T) -> Option<Ordering>) -> Option<Ordering> {
    match (one, other) {
        (Some(one), Some(other)) => compare(one, other),
        (one, other) => Some(one.is_some().cmp(&other.is_some())),
    }
}

/// Two comparisons as one, where they do not contradict each other.
fn join(one: Ordering, other: Ordering) -> Option<Ordering> {
    match (one, other) {
        (Ordering::Equal, order) | (order, Ordering::Equal) => Some(order),
        (one, other) => (one == other).then_some(one),
    }
}

/// Lowest and highest amount of a value on a day: the same for a plain amount.
fn range(value: &Value, day: Date) -> Option<(Decimal, Decimal)> {
    match value {
        Value::Amount(amount) => amount.on(day).map(|amount| (*amount, *amount)),
        Value::Band(band) => band.on(day).map(|band| (band.min, band.max)),
        Value::Tiers(steps) => {
            let amounts = steps.on(day)?.iter().map(|step| step.amount);
            amounts.clone().min().zip(amounts.max())
        }
        Value::By(_) => None,
    }
}

fn values(one: &Value, other: &Value, day: Date) -> Option<Ordering> {
    match (one, other) {
        (Value::By(a), Value::By(b)) if a.column == b.column && a.otherwise == b.otherwise => {
            present(a.amounts.on(day), b.amounts.on(day), tables)
        }
        (Value::Tiers(a), Value::Tiers(b)) if a == b => Some(Ordering::Equal),
        (Value::By(_), _) | (_, Value::By(_)) => None,
        _ => present(range(one, day), range(other, day), |a, b| join(a.0.cmp(&b.0), a.1.cmp(&b.1))),
    }
}

fn tables(one: &BTreeMap<Arc<str>, Decimal>, other: &BTreeMap<Arc<str>, Decimal>) -> Option<Ordering> {
    let keys: BTreeSet<&Arc<str>> = one.keys().chain(other.keys()).collect();
    keys.iter().try_fold(Ordering::Equal, |order, key| join(order, one.get(*key).cmp(&other.get(*key))))
}

fn premiums(one: &Premium, other: &Premium, day: Date) -> Option<Ordering> {
    let occasion = match (&one.occasion, &other.occasion) {
        // fewer hours before overtime begins are better
        (Occasion::Overtime { after_hours: a }, Occasion::Overtime { after_hours: b }) => b.cmp(a),
        (a, b) if a == b => Ordering::Equal,
        _ => return None,
    };
    let multiple = present(one.multiple.on(day), other.multiple.on(day), |a, b| Some(a.cmp(b)))?;
    join(occasion, multiple)
}

impl Rule {
    /// The days on which something in the rule begins, ends or changes.
    #[must_use]
    pub fn turns(&self) -> BTreeSet<Date> {
        let mut turns = BTreeSet::new();
        let mut add = |term: Term| {
            turns.extend(term.from);
            turns.extend(term.until.and_then(|until| until.tomorrow().ok()));
        };
        add(self.term);
        self.lost.iter().for_each(|lost| add(lost.term));
        self.changes.iter().for_each(|(_, change)| add(Term { from: change.from, until: None }));
        match &self.kind {
            Kind::Rate(rate) => value_terms(&rate.value, &mut add),
            Kind::Base(base) => value_terms(&base.value, &mut add),
            Kind::Floor(floor) => value_terms(&floor.value, &mut add),
            Kind::Premium(premium) => terms(&premium.multiple, &mut add),
            Kind::Deduction(deduction) => terms(&deduction.percent, &mut add),
            Kind::Contribution(contribution) => {
                terms(&contribution.percent, &mut add);
                contribution.floor.iter().chain(&contribution.ceiling).for_each(|dated| terms(dated, &mut add));
            }
            Kind::Protection(_) => {}
        }
        turns
    }
}

fn value_terms(value: &Value, add: &mut impl FnMut(Term)) {
    match value {
        Value::Amount(amounts) => terms(amounts, add),
        Value::Band(bands) => terms(bands, add),
        Value::By(by) => terms(&by.amounts, add),
        Value::Tiers(tiers) => terms(tiers, add),
    }
}

fn terms<T>(dated: &Dated<T>, add: &mut impl FnMut(Term)) {
    dated.values.iter().for_each(|value| add(value.term));
}

//! The values of a rule by their days, as short texts that programs can read too.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::agreement::kinds::{Kind, Step, Value};
use crate::agreement::rule::DatedValue;
use crate::agreement::{Dated, Source, Words};
use crate::units::{Decimal, Term};

/// One value with its days and its own evidence.
pub(in crate::report::views) struct Entry<'a> {
    pub(in crate::report::views) term: Term,
    /// Such as `0.60..1.00`, `junior=50; senior=120` or `1.5`.
    pub(in crate::report::views) value: String,
    pub(in crate::report::views) clause: Option<&'a str>,
    pub(in crate::report::views) text: Option<&'a str>,
    pub(in crate::report::views) source: Option<&'a Source>,
    pub(in crate::report::views) assumed: Option<&'a Words>,
}

/// The values of a rule in the order of their days; none for a protection, which has no figure.
pub(in crate::report::views) fn entries(kind: &Kind) -> Vec<Entry<'_>> {
    match kind {
        Kind::Rate(rate) => of_value(&rate.value),
        Kind::Base(base) => of_value(&base.value),
        Kind::Floor(floor) => of_value(&floor.value),
        Kind::Premium(premium) => dated(&premium.multiple, Decimal::to_string),
        Kind::Protection(_) => Vec::new(),
        Kind::Deduction(deduction) => dated(&deduction.percent, Decimal::to_string),
        Kind::Contribution(contribution) => dated(&contribution.percent, Decimal::to_string),
    }
}

/// The unit of a rule's figures, such as `yuan/parcel`; empty where it has none.
pub(super) fn unit(kind: &Kind) -> String {
    match kind {
        Kind::Rate(rate) => format!("yuan/{}", rate.per.name()),
        Kind::Base(_) => "yuan/month".to_string(),
        Kind::Floor(floor) => format!("yuan/{}", floor.per.name()),
        Kind::Premium(_) => "multiple".to_string(),
        Kind::Protection(_) => String::new(),
        Kind::Deduction(_) | Kind::Contribution(_) => "percent".to_string(),
    }
}

fn of_value(value: &Value) -> Vec<Entry<'_>> {
    match value {
        Value::Amount(amount) => dated(amount, Decimal::to_string),
        Value::Band(band) => dated(band, |band| format!("{}..{}", band.min, band.max)),
        Value::By(by) => dated(&by.amounts, amounts),
        Value::Tiers(tiers) => dated(tiers, |steps| ladder(steps)),
    }
}

fn amounts(amounts: &BTreeMap<Arc<str>, Decimal>) -> String {
    amounts.iter().map(|(value, amount)| format!("{value}={amount}")).collect::<Vec<_>>().join("; ")
}

fn ladder(steps: &[Step]) -> String {
    steps.iter().map(|step| format!("{}={}", step.over, step.amount)).collect::<Vec<_>>().join("; ")
}

fn dated<T>(values: &Dated<T>, text: impl Fn(&T) -> String) -> Vec<Entry<'_>> {
    let mut entries = Vec::new();
    for dated in &values.values {
        let DatedValue { term, value, clause, text: words, source, assumed } = dated;
        entries.push(Entry {
            term: *term,
            value: text(value),
            clause: clause.as_deref(),
            text: words.as_deref(),
            source: source.as_ref(),
            assumed: assumed.as_ref(),
        });
    }
    entries
}

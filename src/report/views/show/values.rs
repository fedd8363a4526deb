//! The figures of a rule as short texts that programs can read too.

use crate::agreement::figure::Figure;
use crate::agreement::kinds::{Floor, Kind, Rate};
use crate::units::Currency;

/// A figure, such as `0.60..1.00`, `junior=50; senior=120` or `1.5`.
pub(in crate::report::views) fn text(figure: &Figure) -> String {
    match figure {
        Figure::Amount(amount) => amount.to_string(),
        Figure::Band(band) => format!("{}..{}", band.min, band.max),
        Figure::By(by) => listed(by.amounts.iter()),
        Figure::Formula(formula) => super::formula::text(formula),
        Figure::Ladder(steps) => listed(steps.iter().map(|step| (step.over, step.amount))),
    }
}

fn listed<K: std::fmt::Display, V: std::fmt::Display>(pairs: impl Iterator<Item = (K, V)>) -> String {
    pairs.map(|(key, value)| format!("{key}={value}")).collect::<Vec<_>>().join("; ")
}

/// The unit of a rule's figures, such as `yuan/parcel`; empty where it has none.
pub(super) fn unit(kind: &Kind, currency: Currency) -> String {
    let money = currency.word();
    let by_measure = match kind {
        Kind::Rate(Rate { measure: Some(measure), .. }) => Some(format!("{money}/{}", measure.name)),
        Kind::Floor(Floor { window: Some(window), .. }) => Some(format!("{money}/{}", window.over.name())),
        _ => None,
    };
    let per = || kind.per().map(|per| format!("{money}/{}", per.name()));
    by_measure.or_else(per).unwrap_or_else(|| kind.measure().to_string())
}

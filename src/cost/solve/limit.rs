//! How far a change can go at most, before any cost is asked for.

use crate::agreement::kinds::Kind;
use crate::cost::question::Question;
use crate::cost::solve::given::Given;
use crate::units::{Decimal, rounding};

/// The last step that may be tried.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limit {
    /// How many steps.
    pub(crate) steps: u64,
    /// Whether the terms end there: the width of the band where only that is known, or the last figure above zero.
    pub(crate) ends: bool,
}

/// No change of a wage is larger than this, in yuan.
pub const LARGEST_CHANGE: Decimal = Decimal::from_parts(1_000_000_000, 0, 0, false, 0);

/// The limit of the change that is looked for.
pub(crate) fn limit(given: &Given<'_>) -> Limit {
    let Given { question, aim, baseline, .. } = given;
    let proposal = aim.unknown.proposal(Decimal::ZERO, None).ok();
    let rule = proposal.as_ref().map_or("", |proposal| &*aim.unknown.of(proposal).rule);
    let widths = if baseline.known { Vec::new() } else { widths(question, rule) };
    let lowest = if aim.unknown.lowers { figures(question, rule) } else { Vec::new() };
    // A figure that is lowered stays above zero.
    let lowered = lowest.into_iter().map(|figure| figure - aim.step);
    let end = widths.into_iter().chain(lowered).min();
    let steps = rounding::down_to_step(
        end.unwrap_or(LARGEST_CHANGE).clamp(Decimal::ZERO, LARGEST_CHANGE) / aim.step,
        Decimal::ONE,
    );
    Limit { steps: u64::try_from(steps).unwrap_or(0), ends: end.is_some() }
}

/// The widths of the bands: where no rate is known, a larger change could be made by no company.
fn widths(question: &Question<'_>, rule: &str) -> Vec<Decimal> {
    let mut widths = Vec::new();
    for rule in question.agreement.rules.iter().filter(|other| *other.id == *rule) {
        let bands = rule.figures.values.iter().filter_map(|dated| dated.value.band());
        widths.extend(bands.map(|band| band.max - band.min));
    }
    widths
}

/// The figures of a rule, of its rates in force where there are any. A band ends by itself.
fn figures(question: &Question<'_>, id: &str) -> Vec<Decimal> {
    let rates = &question.workforce.rates;
    let ladders = rates.ladders.iter().filter(|ladder| *ladder.named.rule == *id);
    let mut figures: Vec<Decimal> = ladders.flat_map(|ladder| &ladder.steps).map(|step| step.amount).collect();
    figures.extend(rates.general.get(id).map(|step| step.amount));
    for rule in question.agreement.rules.iter().filter(|rule| *rule.id == *id) {
        if !matches!(rule.kind, Kind::Deduction(_)) {
            figures.extend(rule.figures.values.iter().flat_map(|dated| dated.value.amounts()));
        }
    }
    figures
}

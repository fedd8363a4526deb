//! What can be costed without knowing the present rates, and what needs an input that is missing.

use crate::agreement::Rule;
use crate::agreement::change::{Change, Field, Operation};
use crate::agreement::kinds::{ContributionBase, Kind, Occasion, Per};
use crate::agreement::proposal::Proposal;
use crate::cost::Question;
use crate::diagnostics::{Message, Problem, Problems};
use crate::workforce::Workforce;

/// Whether the difference is the same whatever the companies pay inside the band: `+` and `-` of an amount are; `=`, `*`, `%`,
/// the ends of a band, floors and clamped contributions need the present rate.
pub(crate) fn independent_of_rates(question: &Question<'_>, proposal: &Proposal) -> Result<(), Problems> {
    let Question { agreement, workforce, .. } = question;
    let mut problems = Problems::new();
    for change in &proposal.changes {
        let rule = agreement.rules.iter().filter(|rule| rule.has_band()).find(|rule| rule.id == change.rule);
        if let Some(rule) = rule.filter(|_| !is_amount(change)) {
            let message = Message::new("change-needs-rate").with("change", &*change.text).with("rule", &*rule.id);
            problems.push(Problem::new(message).at(change.place.clone()));
        }
    }
    let needing = agreement.rules.iter().find(|rule| match &rule.kind {
        Kind::Floor(floor) => missing_input(rule, workforce).is_none() && floor.per != Per::Parcel,
        Kind::Contribution(contribution) => {
            let clamped = contribution.floor.is_some() || contribution.ceiling.is_some();
            clamped && contribution.of == ContributionBase::Pay
        }
        Kind::Rate(_) | Kind::Base | Kind::Premium(_) | Kind::Protection(_) | Kind::Deduction(_) => false,
    });
    if let Some(rule) = needing {
        let open = agreement.rules.iter().find(|rule| rule.has_band()).map_or("", |rule| &*rule.id);
        let message = Message::new("cost-needs-rate").with("rule", &*rule.id).with("open", open);
        problems.push(Problem::new(message));
    }
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

/// Whether a change adds an amount to the figure or takes one off.
fn is_amount(change: &Change) -> bool {
    change.field == Field::Figure && matches!(change.operation, Operation::Add(_))
}

/// The flag of the input without which a rule computes nothing.
pub(crate) fn missing_input(rule: &Rule, workforce: &Workforce) -> Option<&'static str> {
    let roster = workforce.roster.is_none().then_some("--roster");
    let attendance = workforce.attendance.is_none().then_some("--attendance");
    match &rule.kind {
        Kind::Rate(rate) => match rate.per {
            Per::Parcel => None,
            Per::Month => roster,
            Per::Hour | Per::Day | Per::Km => attendance,
        },
        Kind::Floor(floor) if floor.per == Per::Hour => attendance,
        Kind::Floor(_) | Kind::Base => roster,
        Kind::Premium(premium) => match premium.occasion {
            Occasion::Overtime { .. } | Occasion::RestDay => attendance,
            Occasion::Holiday { .. } | Occasion::Night { .. } => None,
        },
        Kind::Protection(_) | Kind::Deduction(_) | Kind::Contribution(_) => None,
    }
}

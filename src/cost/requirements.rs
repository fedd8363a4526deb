//! What a cost requires: the present rates, unless no change hangs on them, and the files without which a rule pays nothing.

use crate::agreement::Rule;
use crate::agreement::change::{Change, Field, Operation};
use crate::agreement::kinds::NeededInput;
use crate::agreement::proposal::Proposal;
use crate::cost::question::Question;
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
    let hangs_on_pay = |rule: &&Rule| rule.kind.hangs_on_pay() && missing_input(rule, workforce).is_none();
    if let Some(rule) = agreement.rules.iter().find(hangs_on_pay) {
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
    let (given, flag) = match rule.kind.needs()? {
        NeededInput::Roster => (workforce.roster.is_some(), "--roster"),
        NeededInput::Attendance => (workforce.attendance.is_some(), "--attendance"),
    };
    (!given).then_some(flag)
}

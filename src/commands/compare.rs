//! `wagepact compare`: proposals side by side.

use crate::cli::{ByCompany, Compare, View};
use crate::commands::answer::{Answer, Context};
use crate::commands::comparison::{Proposed, YEARS};
use crate::commands::mistakes;
use crate::cost::By;
use crate::diagnostics::{Message, Problem, Problems};
use crate::report::views::compare;

pub(super) fn run(asked: &Compare, context: &Context<'_>) -> Result<Answer, Problems> {
    fitting(asked)?;
    let proposed =
        Proposed::read((&asked.log, &asked.terms), (&asked.change, &asked.proposal), &asked.annual, context)?;
    let by = if asked.by == Some(ByCompany::Total) { By::Total } else { By::Company };
    let comparison = proposed.comparison(by, context)?;
    let report = match asked.show {
        View::Cost => {
            let (costs, notes) = comparison.cost()?;
            compare::cost(&costs, by, notes)
        }
        View::Clauses => {
            let (shares, notes) = comparison.clauses()?;
            compare::clauses(&shares, by, asked.by.is_none(), notes)
        }
        View::People => {
            let (groups, notes) = comparison.people()?;
            compare::people(&groups, notes)
        }
        View::Years => {
            let (years, notes) = comparison.years(asked.years.unwrap_or(YEARS))?;
            compare::years(&years, notes)
        }
    };
    Ok(Answer { remarks: proposed.remarks, files: proposed.files, ..report.into() })
}

/// Flags of one view are mistakes with another.
fn fitting(asked: &Compare) -> Result<(), Problems> {
    let mut problems = Problems::new();
    let mut odd = |flag: &'static str, fits: &'static str| {
        problems.push(Problem::new(Message::new("compare-flag-of-view").with("flag", flag).with("views", fits)));
    };
    if asked.years.is_some() && asked.show != View::Years {
        odd("--years", "years");
    }
    if asked.by.is_some() && !matches!(asked.show, View::Cost | View::Clauses) {
        odd("--by", "cost, clauses");
    }
    mistakes::none(problems)
}

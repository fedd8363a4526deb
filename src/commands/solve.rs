//! `wagepact solve`: how far a change can go within a budget, or how far it has to go.

use crate::cli::{ByCompany, Solve};
use crate::commands::answer::{Answer, Context};
use crate::commands::{inputs, log};
use crate::cost::solve::{Aim, Goal, Target, Unknown, solve};
use crate::cost::{By, CoveredLog, Question};
use crate::diagnostics::Problems;
use crate::report::views;

pub(super) fn run(asked: &Solve, context: &Context<'_>) -> Result<Answer, Problems> {
    let (budget, step) = inputs::budget_and_step(asked.budget.as_deref(), &asked.step)?;
    let target = asked.target.as_deref().map(Target::read).transpose()?;
    let unknown = Unknown::read(&asked.change)?;
    let (agreement, workforce) = inputs::terms(&asked.terms, &asked.log.reading)?;
    let unknown = unknown.naming(&agreement)?;
    let annual = inputs::annual(&asked.annual, &asked.log.reading)?;
    let log = log::by_days((&asked.log.logs, &asked.log.reading), (&agreement, &workforce), context)?;
    let by = match asked.by {
        ByCompany::Total => By::Total,
        ByCompany::Company => By::Company,
    };
    let tally = CoveredLog::new(log.tally, &agreement, &workforce);
    let question = Question { agreement: &agreement, tally: &tally, workforce: &workforce, annual: &annual, by };
    let goal = target.map_or(Goal::Budget(budget.unwrap_or_default()), Goal::Target);
    let solved = solve(&question, &Aim { unknown: &unknown, goal, step })?;
    Ok(Answer { remarks: log.remarks, files: log.files, ..views::solve::solve(&solved).into() })
}

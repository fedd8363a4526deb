//! `wagepact pay`: what each courier is due.

use crate::cli::Pay;
use crate::cli::PayBy;
use crate::commands::Answer;
use crate::commands::Context;
use crate::commands::inputs;
use crate::commands::inputs::Outside;
use crate::pay::pay;
use crate::report::views;
use crate::report::views::pay::By;
use crate::source::Problems;

pub(super) fn run(asked: &Pay, context: &Context<'_>) -> Result<Answer, Problems> {
    let (agreement, workforce) = inputs::terms(&asked.terms, &asked.log.reading, Outside::Refused)?;
    let log = inputs::log(&asked.log.logs, &asked.log.reading, context)?;
    let run = pay(&agreement, &log.tally, &workforce)?;
    let report = if asked.lines { views::pay::lines(&run) } else { views::pay::pay(&run, by(asked.by)) };
    Ok(Answer { remarks: log.remarks, ..report.into() })
}

fn by(by: PayBy) -> By {
    match by {
        PayBy::Courier => By::Courier,
        PayBy::Company => By::Company,
        PayBy::Area => By::Area,
        PayBy::Month | PayBy::Total => By::Month,
    }
}

//! `wagepact tally`: the log reduced; always CSV unless another format is asked for.

use crate::cli::Log;
use crate::commands::Answer;
use crate::commands::Context;
use crate::commands::inputs;
use crate::report::views;
use crate::source::Problems;

pub(super) fn run(asked: &Log, context: &Context<'_>) -> Result<Answer, Problems> {
    let log = inputs::log(&asked.logs, &asked.reading, context)?;
    Ok(Answer { remarks: log.remarks, ..views::tally::tally(log.tally).into() })
}

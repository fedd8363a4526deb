//! `wagepact tally`: the log reduced; always CSV unless another format is asked for. Or the statement of SQL that does it.

use crate::agreement::stack::stack;
use crate::cli::Tally;
use crate::commands::answer::{Answer, Context};
use crate::commands::{inputs, log};
use crate::deliveries::engines;
use crate::diagnostics::{Message, Problem, Problems};
use crate::report::views;
use crate::tables::headings::Input;
use crate::tables::map::Part;

pub(super) fn run(asked: &Tally, context: &Context<'_>) -> Result<Answer, Problems> {
    // What it keeps, whatever attendance and roster will say.
    let kept = stack(inputs::agreements(&asked.measures_of)?)?.details_asked(|_| false, |_| false);
    if let (Some(engine), Some(table)) = (asked.sql, &asked.reading.from) {
        let map = inputs::map(&asked.reading)?;
        if map.as_ref().is_some_and(|map| !map.layouts.is_empty()) {
            return Err(Problem::new(Message::new("sql-key").with("key", "layout")).into());
        }
        let part = map.as_ref().and_then(|map| map.part(Input::Log)).map(|part| Part::clone(part)).unwrap_or_default();
        let delivered = asked.reading.delivered.as_deref();
        let request = engines::StatementRequest { engine, table, part: &part, delivered, asked: &kept };
        return Ok(engines::statement(request)?.into());
    }
    let log = log::for_tally((&asked.logs, &asked.reading), &kept, context)?;
    Ok(Answer { remarks: log.remarks, files: log.files, ..views::tally::tally(log.tally).into() })
}

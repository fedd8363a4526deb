//! `wagepact explain`: the payslip of one courier, line by line, with the words that each line rests on.

use std::collections::BTreeSet;

use crate::cli::Explain;
use crate::commands::{Answer, Context, inputs};
use crate::deliveries;
use crate::deliveries::Tally;
use crate::diagnostics::suggestion::nearest;
use crate::diagnostics::{Message, Problem, Problems};
use crate::pay::explain::explain;
use crate::report::views;
use crate::workforce::Workforce;

pub(super) fn run(asked: &Explain, context: &Context<'_>) -> Result<Answer, Problems> {
    if asked.rows {
        deliveries::rereadable(&asked.log.logs)?;
    }
    let (agreement, workforce) = inputs::terms(&asked.terms, &asked.log.reading)?;
    let log = inputs::log_by_days(&asked.log, (&agreement, &workforce), context)?;
    known(&asked.courier, &log.tally, &workforce)?;
    let explanation = explain(&agreement, &log.tally, &workforce, &asked.courier)?;
    let rows = asked.rows.then(|| {
        let reading = &asked.log.reading;
        let term = inputs::term(reading)?;
        let map = inputs::map(reading)?;
        let options = inputs::read_options(reading, map.as_ref())?;
        deliveries::rows(&asked.log.logs, options, &|courier, _| *courier == *asked.courier, term, context.progress)
    });
    let report = views::explain::explain(&asked.courier, &explanation, rows.transpose()?.as_deref());
    Ok(Answer { remarks: log.remarks, ..report.into() })
}

/// How many similar ids are named.
const SIMILAR: usize = 3;

/// Whether the log or the roster knows the courier.
fn known(courier: &str, tally: &Tally, workforce: &Workforce) -> Result<(), Problem> {
    let mut ids: BTreeSet<&str> = tally.rows.iter().map(|row| &**tally.name(row.courier)).collect();
    ids.extend(workforce.roster.iter().flat_map(|roster| roster.people()).map(|(_, rows)| &*rows[0].courier));
    if ids.contains(courier) {
        return Ok(());
    }
    let mut similar = Vec::new();
    while let Some(id) = nearest(courier, ids.iter().copied()).filter(|_| similar.len() < SIMILAR) {
        ids.remove(id);
        similar.push(id);
    }
    Err(Problem::new(if similar.is_empty() {
        Message::new("explain-courier-unknown").with("found", courier)
    } else {
        Message::new("explain-courier-similar").with("found", courier).with("similar", similar.join(", "))
    }))
}

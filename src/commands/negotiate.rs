//! `wagepact negotiate`: the bargaining table, full-screen.

use std::path::PathBuf;

use crate::cli::{Negotiate, Output};
use crate::commands::answer::{Answer, Body, Context};
use crate::commands::inputs;
use crate::diagnostics::{Message, Problem, Problems};
use crate::negotiate::Session;

/// Lays the terms on the table; no proposal may take the place of one of the files guarded.
pub(super) fn run(
    asked: &Negotiate,
    guarded: Vec<PathBuf>,
    output: &Output,
    context: &Context<'_>,
) -> Result<Answer, Problems> {
    // Before the log is read: that can take a while, and it would be for nothing.
    if output.output.is_some() {
        return Err(Problem::new(Message::new("negotiate-no-output")).into());
    }
    if !context.at_terminal {
        return Err(Problem::new(Message::new("negotiate-no-terminal")).into());
    }
    let (agreement, workforce) = inputs::terms(&asked.terms, &asked.log.reading)?;
    let annual = inputs::annual(&asked.annual, &asked.log.reading)?;
    let log = inputs::log_for_pay(&asked.log, (&agreement, &workforce), context)?;
    let session = Session::open(agreement, &log.tally, workforce, annual, context.catalogue.language())?;
    let session = session.guarding(guarded);
    if session.table().terms().is_empty() {
        return Err(Problem::new(Message::new("negotiate-no-terms")).into());
    }
    Ok(Answer { remarks: log.remarks, ..Body::Table(Box::new(session)).into() })
}

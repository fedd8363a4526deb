//! `wagepact negotiate`: the bargaining table, full-screen.

use std::ffi::OsString;
use std::path::PathBuf;

use crate::agreement::proposal::Proposal;
use crate::cli::{Negotiate, Output};
use crate::commands::answer::{Answer, Body, Context};
use crate::commands::{inputs, log, mistakes, typed};
use crate::diagnostics::{Message, Problem, Problems};
use crate::negotiate::Session;

/// How many proposals lie on the table.
const SIDES: usize = 2;

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
    if asked.proposal.len() > SIDES {
        let message = Message::new("negotiate-too-many").count("count", asked.proposal.len() as u64);
        return Err(Problem::new(message).into());
    }
    let (agreement, workforce) = inputs::terms(&asked.terms, &asked.log.reading)?;
    let proposals = mistakes::all(asked.proposal.iter().map(|path| Proposal::load(path)?.naming(&agreement)))?;
    let annual = inputs::annual(&asked.annual, &asked.log.reading)?;
    let given = (asked.log.logs.as_slice(), &asked.log.reading);
    let log = log::for_proposals(given, (&agreement, &workforce), &proposals, context)?;
    let paths = asked.proposal.iter().map(|path| path.to_string_lossy().into_owned());
    let proposals: Vec<_> = paths.zip(proposals).collect();
    let language = context.catalogue.language();
    let session = Session::open(agreement, &log.tally, workforce, annual, language, &proposals)?;
    // Rows that cannot be read go to a file, too, before the table is shown.
    let rejects = asked.log.reading.rejects.clone();
    let session = session.guarding(guarded.into_iter().chain(rejects).collect());
    if session.table().terms().is_empty() {
        return Err(Problem::new(Message::new("negotiate-no-terms")).into());
    }
    let body = Body::Table { session: Box::new(session), typed: context.typed.to_vec() };
    Ok(Answer { remarks: log.remarks, files: log.files, ..body.into() })
}

/// The commands that give the figures of the table once more, each with what is said of it: one for each proposal that has moved.
#[must_use]
pub fn same_answers(session: &Session, typed: &[OsString]) -> Vec<(Message, Option<String>)> {
    let table = session.table();
    let moved = (0..SIDES).filter(|side| !table.proposal(*side).changes.is_empty());
    moved.map(|side| same_answer(session, side, typed)).collect()
}

fn same_answer(session: &Session, side: usize, typed: &[OsString]) -> (Message, Option<String>) {
    let table = session.table();
    let said = |id: &'static str| Message::new(id).with("side", (side + 1).to_string());
    let proposal = table.proposal(side);
    let words: Vec<OsString> = match table.path(side).filter(|_| !table.is_unsaved(side)) {
        Some(path) if path.starts_with('-') => vec![format!("--proposal={path}").into()],
        Some(path) => vec!["--proposal".into(), path.into()],
        // The command line has no place for the day from which a change holds.
        None if proposal.changes.iter().any(|change| change.from.is_some()) => {
            return (said("negotiate-not-told"), None);
        }
        None => proposal.changes.iter().flat_map(|change| ["--change".into(), OsString::from(&*change.text)]).collect(),
    };
    (said("negotiate-told"), Some(typed::command(&as_cost(typed, words), false)))
}

/// The same command for `cost`, with other proposals. A flag and its value are one word or two.
fn as_cost(typed: &[OsString], proposed: Vec<OsString>) -> Vec<OsString> {
    let (mut words, mut proposed, mut is_value) = (Vec::new(), Some(proposed), false);
    let mut is_named = false;
    for (place, word) in typed.iter().enumerate() {
        let is_flag = word == "--proposal";
        let is_proposal = word.to_str().is_some_and(|word| word.starts_with("--proposal="));
        if word == "--" {
            words.extend(proposed.take().unwrap_or_default());
        }
        // Behind `--` no word is a flag.
        if proposed.is_some() && (is_value || is_flag || is_proposal) {
            is_value = is_flag && !is_value;
            continue;
        }
        let is_command = place > 0 && !is_named && word == "negotiate";
        is_named |= is_command;
        words.push(if is_command { "cost".into() } else { word.clone() });
    }
    words.extend(proposed.unwrap_or_default());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_is_that_of_cost() {
        let told = |words: &[&str]| {
            let words: Vec<OsString> = words.iter().map(OsString::from).collect();
            typed::command(&as_cost(&words, vec!["--proposal".into(), "a b.toml".into()]), false)
        };
        assert_eq!(told(&["w", "negotiate", "l.csv", "-a", "x"]), "wagepact cost l.csv -a x --proposal \"a b.toml\"");
        assert_eq!(
            told(&["w", "negotiate", "--proposal", "o.toml", "l.csv", "--proposal=p.toml", "--", "--proposal"]),
            "wagepact cost l.csv --proposal \"a b.toml\" -- --proposal"
        );
    }
}

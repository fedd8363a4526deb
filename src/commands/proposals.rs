//! The proposals that were typed: the changes of the command line, and each file.

use std::path::PathBuf;
use std::sync::Arc;

use crate::agreement::proposal::Proposal;
use crate::agreement::{Agreement, Words};
use crate::commands::mistakes;
use crate::diagnostics::{Message, Problem, Problems};
use crate::report::{Catalogue, Cell, Language};

/// The changes of the command line as one proposal, and each file as one, of the rules of an agreement.
///
/// # Errors
/// All that is wrong in any of them, and titles that stand twice.
pub(super) fn read(changes: &[String], files: &[PathBuf], agreement: &Agreement) -> Result<Vec<Proposal>, Problems> {
    let flags = (!changes.is_empty()).then(|| Proposal::of_flags(changes));
    let mut problems = Problems::new();
    let mut proposals = Vec::new();
    for read in flags.into_iter().chain(files.iter().map(|path| Proposal::load(path))) {
        match read.and_then(|proposal| proposal.naming(agreement)) {
            Ok(proposal) => proposals.push(proposal),
            Err(found) => problems.extend(found),
        }
    }
    for (at, proposal) in proposals.iter().enumerate() {
        if let Some(title) = proposal.title.as_ref().filter(|title| titled(&proposals[..at], title)) {
            problems.push(Problem::new(Message::new("proposal-same-title").with("title", &*title.en)));
        }
    }
    mistakes::none(problems).map(|()| proposals)
}

/// Whether one of the proposals bears that title already, in either language.
fn titled(proposals: &[Proposal], title: &Words) -> bool {
    let theirs =
        |other: &Proposal| other.title.as_ref().is_some_and(|other| other.en == title.en || other.zh == title.zh);
    proposals.iter().any(theirs)
}

/// The name of a scenario: the proposal's title in the language of the reader, else `change`.
pub(super) fn title(proposal: &Proposal, catalogue: &Catalogue) -> Cell {
    match (&proposal.title, catalogue.language()) {
        (None, _) => Cell::Word("change"),
        (Some(title), Language::En) => Cell::Text(Arc::clone(&title.en)),
        (Some(title), Language::Zh) => Cell::Text(Arc::clone(&title.zh)),
    }
}

//! Proposals by their titles: over a table of their own, in a sentence, and with each of their rows.

use crate::diagnostics::Message;
use crate::diagnostics::message::Arg;
use crate::report::{Block, Cell, Table};

/// The title of a proposal as a part of a sentence.
pub(in crate::report::views) fn named(title: &Cell) -> Arg {
    match title {
        Cell::Text(title) => Arg::Text(title.to_string()),
        Cell::Word(word) => Arg::Word(word),
        Cell::Missing | Cell::Said(_) | Cell::Count(_) | Cell::Money(_) | Cell::Number(_) => Arg::Text(String::new()),
    }
}

/// Each row of each proposal, with its title.
pub(in crate::report::views) fn each<T>(proposals: &[(Cell, Vec<T>)]) -> impl Iterator<Item = (&Cell, &T)> {
    proposals.iter().flat_map(|(title, rows)| rows.iter().map(move |row| (title, row)))
}

/// For people: the rows of each proposal under its title.
pub(super) fn apart<T>(proposals: &[(Cell, Vec<T>)], table: impl Fn(&[(Cell, Vec<T>)]) -> Table) -> Vec<Block> {
    let shown = |proposal: &[(Cell, Vec<T>)]| {
        let title = Message::new("compare-title").arg("title", named(&proposal[0].0));
        [Block::Heading(3, title), Block::Shown(table(proposal))]
    };
    proposals.chunks(1).flat_map(shown).collect()
}

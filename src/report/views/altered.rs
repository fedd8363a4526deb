//! `show --proposal` as a table: every term that a proposal changes, as it stands and as proposed.

use crate::agreement::altered::{Altered, Proposed, Standing};
use crate::agreement::change::Operation;
use crate::diagnostics::Message;
use crate::report::views::solve::rate;
use crate::report::views::{compare, words};
use crate::report::{Cell, Report, Table, table};
use crate::units::Decimal;

type Column<'a> = table::Column<'a, (&'a Cell, &'a Altered)>;

/// The report of one or more proposals, each under its title.
#[must_use]
pub fn altered(proposals: &[(Cell, Vec<Altered>)]) -> Report {
    Report::of("proposal", table(proposals, Column::item("path", |(_, term)| Cell::text(&term.path))), notes(proposals))
}

/// The same as a table that calls each rule by its title, with the term as it is typed behind it.
pub(super) fn in_words(proposals: &[(Cell, Vec<Altered>)]) -> Table {
    let named = |term: &Altered| {
        Message::new("handout-term").arg("title", words::either(&term.title)).with("path", &*term.path)
    };
    table(proposals, Column::item("path", move |(_, term)| named(term)))
}

fn table<'a>(proposals: &'a [(Cell, Vec<Altered>)], path: Column<'a>) -> Table {
    let columns = vec![
        Column::text("scenario", |(title, _)| Cell::clone(title)),
        path,
        Column::number("old", |(_, term)| term.old.map(standing)),
        Column::number("new", |(_, term)| proposed(term.new)),
        Column::text("from", |(_, term)| term.from),
        Column::text("reason", |(_, term)| term.reason.as_ref().map(words::cell)),
    ];
    Table::of("rows", compare::each(proposals), columns)
}

/// What has to be said of terms that stay as they are.
pub(super) fn notes(proposals: &[(Cell, Vec<Altered>)]) -> Vec<Message> {
    proposals.iter().flat_map(|(title, terms)| idle(title, terms)).collect()
}

fn standing(standing: Standing) -> Cell {
    match standing {
        Standing::Figure(standing) => rate(standing).into(),
        Standing::Within(band) => Cell::text(&format!("{}–{}", band.min, band.max)),
    }
}

/// A figure, or what happens to each rate in force.
fn proposed(proposed: Proposed) -> Cell {
    let change = match proposed {
        Proposed::Nothing => return Cell::Missing,
        Proposed::Figure(proposed) => return rate(proposed).into(),
        Proposed::EachRate(Operation::Add(amount)) if amount < Decimal::ZERO => format!("−{}", -amount),
        Proposed::EachRate(Operation::Add(amount)) => format!("+{amount}"),
        Proposed::EachRate(Operation::Multiply(factor)) => format!("×{factor}"),
        Proposed::EachRate(Operation::Set(amount)) => format!("={amount}"),
    };
    Message::new("proposal-each-rate").with("change", change).into()
}

fn idle(title: &Cell, terms: &[Altered]) -> Vec<Message> {
    if terms.iter().all(Altered::is_idle) {
        return vec![Message::new("proposal-changes-nothing").arg("title", compare::named(title))];
    }
    let idle = terms.iter().filter(|term| term.is_idle());
    idle.map(|term| Message::new("proposal-term-unchanged").with("path", &*term.path)).collect()
}

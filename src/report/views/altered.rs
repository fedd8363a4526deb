//! `show --proposal` as a table: every term that a proposal changes, as it stands and as proposed.

use crate::agreement::altered::{Altered, Proposed, Standing};
use crate::agreement::change::Operation;
use crate::diagnostics::Message;
use crate::report::views::solve::figure;
use crate::report::views::{compare, show};
use crate::report::{Block, Cell, Column, Kind, Report, Table};
use crate::units::Decimal;

/// The report of one or more proposals, each under its title.
#[must_use]
pub fn altered(proposals: &[(Cell, Vec<Altered>)]) -> Report {
    let columns = vec![
        Column::text("scenario"),
        Column { key: "path", kind: Kind::Item },
        Column { key: "old", kind: Kind::Number },
        Column { key: "new", kind: Kind::Number },
        Column::text("from"),
        Column::text("because"),
    ];
    let rows = proposals.iter().flat_map(|(title, terms)| terms.iter().map(|term| cells(title, term)));
    let table = Table { key: "rows", columns, rows: rows.collect(), total: None };
    let notes = proposals.iter().flat_map(|(title, terms)| idle(title, terms)).collect();
    Report { name: "proposal", version: 1, blocks: vec![Block::Table(table)], notes }
}

fn cells(title: &Cell, term: &Altered) -> Vec<Cell> {
    vec![
        title.clone(),
        Cell::text(&term.path),
        match term.old {
            None => Cell::Missing,
            Some(Standing::Figure(standing)) => figure(standing),
            Some(Standing::Within(band)) => Cell::text(&format!("{}–{}", band.min, band.max)),
        },
        match term.new {
            Proposed::Nothing => Cell::Missing,
            Proposed::Figure(proposed) => figure(proposed),
            Proposed::EachRate(operation) => Cell::Said(Box::new(each_rate(operation))),
        },
        term.from.map_or(Cell::Missing, |from| Cell::text(&from.to_string())),
        term.because.as_ref().map_or(Cell::Missing, show::words),
    ]
}

/// What happens to each rate in force.
fn each_rate(operation: Operation) -> Message {
    let written = match operation {
        Operation::Add(amount) if amount < Decimal::ZERO => format!("−{}", -amount),
        Operation::Add(amount) => format!("+{amount}"),
        Operation::Multiply(factor) => format!("×{factor}"),
        Operation::Set(amount) => format!("={amount}"),
    };
    Message::new("proposal-each-rate").with("change", written)
}

/// What has to be said of terms that stay as they are.
fn idle(title: &Cell, terms: &[Altered]) -> Vec<Message> {
    if terms.iter().all(Altered::is_idle) {
        return vec![Message::new("proposal-changes-nothing").arg("title", compare::named(title))];
    }
    let idle = terms.iter().filter(|term| term.is_idle());
    idle.map(|term| Message::new("proposal-term-unchanged").with("path", &*term.path)).collect()
}

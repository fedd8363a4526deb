//! `solve` as a table: the change found, what it costs, what is left.

use crate::cost::solve::{Row, Solved};
use crate::report::{Block, Cell, Column, Kind, Report, Table};
use crate::units::Decimal;

/// The report of a solution.
#[must_use]
pub fn solve(solved: &Solved) -> Report {
    let mut columns = ["scenario", "company", "rule"].map(Column::text).to_vec();
    columns.extend(["before", "after", "change"].map(|key| Column { key, kind: Kind::Number }));
    columns.extend(["annual_cost", "left"].map(|key| Column { key, kind: Kind::Money }));
    let table = Table { key: "rows", columns, rows: solved.rows.iter().map(cells).collect(), total: None };
    Report { name: "solve", version: 1, blocks: vec![Block::Table(table)], notes: solved.notes.clone() }
}

fn cells(row: &Row) -> Vec<Cell> {
    vec![
        Cell::Word("change"),
        Cell::text(&row.company),
        Cell::text(&row.rule),
        row.before.map_or(Cell::Missing, figure),
        row.after.map_or(Cell::Missing, figure),
        figure(row.change),
        Cell::Money(row.annual_cost.0),
        row.left.map_or(Cell::Missing, |left| Cell::Money(left.0)),
    ]
}

/// A rate to the fen, and further where it has more places.
pub(super) fn figure(figure: Decimal) -> Cell {
    let mut shown = figure.normalize();
    if shown.scale() < 2 {
        shown.rescale(2);
    }
    Cell::Number(shown)
}

//! `cost` as a table: what each proposal changes in a year.

use crate::cost::{By, Cost, Row};
use crate::diagnostics::Message;
use crate::report::{Block, Cell, Column, Kind, Report, Table};
use crate::units::Yuan;

/// The report of one or more costs, each under the title of its scenario.
#[must_use]
pub fn cost(costs: &[(Cell, Cost)], by: By) -> Report {
    let mut notes: Vec<Message> = Vec::new();
    for note in costs.iter().flat_map(|(_, cost)| &cost.notes) {
        if !notes.contains(note) {
            notes.push(note.clone());
        }
    }
    Report { name: "cost", version: 1, blocks: vec![Block::Table(table(costs, by))], notes }
}

/// The rows of all proposals, one proposal after the other.
pub(super) fn table(costs: &[(Cell, Cost)], by: By) -> Table {
    let mut columns = vec![Column::text("scenario")];
    columns.extend((by != By::Total).then(|| Column::text("company")));
    columns.extend(match by {
        By::Total | By::Company => None,
        By::Area => Some(Column::text("area")),
        By::Courier => Some(Column::text("courier")),
    });
    columns.extend(["couriers", "parcels"].map(|key| Column { key, kind: Kind::Count }));
    columns.extend(["before", "after", "change"].map(|key| Column { key, kind: Kind::Money }));
    columns.push(Column { key: "change_percent", kind: Kind::Number });
    columns.extend(["contributions", "total_change"].map(|key| Column { key, kind: Kind::Money }));
    let rows = costs.iter().flat_map(|(title, cost)| cost.rows.iter().map(|row| cells(title, row, by)));
    let rows: Vec<Vec<Cell>> = rows.collect();
    let total = match costs {
        [(_, one)] if by != By::Total => Some(last(&one.total, by)),
        _ => None,
    };
    Table { key: "rows", columns, rows: rows.into(), total }
}

fn cells(title: &Cell, row: &Row, by: By) -> Vec<Cell> {
    let mut cells = vec![title.clone()];
    cells.extend((by != By::Total).then(|| Cell::text(&row.company)));
    cells.extend(matches!(by, By::Area | By::Courier).then(|| Cell::text(&row.part)));
    cells.extend(figures(row));
    cells
}

fn last(total: &Row, by: By) -> Vec<Cell> {
    let mut cells = vec![Cell::Word("total"), Cell::Missing];
    cells.extend(matches!(by, By::Area | By::Courier).then_some(Cell::Missing));
    cells.extend(figures(total));
    cells
}

fn figures(row: &Row) -> [Cell; 8] {
    let money = |amount: Option<Yuan>| amount.map_or(Cell::Missing, |amount| Cell::Money(amount.0));
    let parcels = u64::try_from(row.parcels).map_or(Cell::Number(row.parcels), Cell::Count);
    [
        row.couriers.map_or(Cell::Missing, Cell::Count),
        parcels,
        money(row.before),
        money(row.after),
        money(Some(row.change)),
        row.change_percent.map_or(Cell::Missing, Cell::Number),
        money(row.contributions),
        money(row.total_change),
    ]
}

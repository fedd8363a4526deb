//! A tally as a table: written as CSV it is itself a log.

use crate::deliveries::Tally;
use crate::deliveries::tally::Row;
use crate::report::Block;
use crate::report::Cell;
use crate::report::Column;
use crate::report::Kind;
use crate::report::Report;
use crate::report::Table;

/// The report of a tally, in its own order.
#[must_use]
pub fn tally(tally: &Tally) -> Report {
    let mut columns = ["date", "company", "courier", "area", "service"].map(Column::text).to_vec();
    columns.push(Column { key: "parcels", kind: Kind::Count });
    columns.extend(["first_at", "last_at"].map(Column::text));
    let row = |row: &Row| {
        vec![
            Cell::Text(row.date.to_string().into()),
            Cell::text(tally.name(row.company)),
            Cell::text(tally.name(row.courier)),
            Cell::text(tally.name(row.area)),
            Cell::text(tally.name(row.service)),
            Cell::Count(row.parcels),
            clock(row.first_at),
            clock(row.last_at),
        ]
    };
    let rows = tally.rows.iter().map(row).collect();
    let table = Table { key: "rows", columns, rows, total: None };
    Report { name: "tally", version: 1, blocks: vec![Block::Table(table)], notes: Vec::new() }
}

fn clock(seconds: Option<u32>) -> Cell {
    let shown = |seconds: u32| format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    seconds.map_or(Cell::Missing, |seconds| Cell::Text(shown(seconds).into()))
}

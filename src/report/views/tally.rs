//! A tally as a table: written as CSV it is itself a log.

use std::sync::Arc;

use crate::deliveries::Tally;
use crate::report::rows::Drawn;
use crate::report::{Block, Cell, Column, Kind, Report, Rows, Table};

/// The report of a tally, in its own order.
#[must_use]
pub fn tally(tally: Tally) -> Report {
    let mut columns = ["date", "company", "courier", "area", "service"].map(Column::text).to_vec();
    columns.push(Column { key: "parcels", kind: Kind::Count });
    columns.extend(["first_at", "last_at"].map(Column::text));
    let table = Table { key: "rows", columns, rows: Rows::drawn(tally), total: None };
    Report { name: "tally", version: 1, blocks: vec![Block::Table(table)], notes: Vec::new() }
}

impl Drawn for Tally {
    fn count(&self) -> usize {
        self.rows.len()
    }

    fn row(&self, at: usize) -> Vec<Cell> {
        let row = &self.rows[at];
        let name = |index: u32| match self.name(index) {
            name if name.is_empty() => Cell::Missing,
            name => Cell::Text(Arc::clone(name)),
        };
        vec![
            Cell::Text(row.date.to_string().into()),
            name(row.company),
            name(row.courier),
            name(row.area),
            name(row.service),
            Cell::Count(row.parcels),
            clock(row.first_at),
            clock(row.last_at),
        ]
    }
}

fn clock(seconds: Option<u32>) -> Cell {
    let shown = |seconds: u32| format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    seconds.map_or(Cell::Missing, |seconds| Cell::Text(shown(seconds).into()))
}

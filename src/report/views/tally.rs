//! A tally as a table: written as CSV it is itself a log.

use std::sync::Arc;

use crate::deliveries::Tally;
use crate::deliveries::tally::Row;
use crate::report::{Cell, Report, Table, table};
use crate::units::TimeOfDay;

type Column = table::Column<'static, Row>;

/// The report of a tally, in its own order.
#[must_use]
pub fn tally(tally: Tally) -> Report {
    let Tally { names, rows, .. } = tally;
    let names = Arc::new(names);
    let name = |key, index: fn(&Row) -> u32| {
        let names = Arc::clone(&names);
        Column::text(key, move |row| Cell::name(&names[index(row) as usize]))
    };
    let time = |seconds: Option<u32>| seconds.map(|seconds| Cell::text(&TimeOfDay(seconds).to_string()));
    let columns = vec![
        Column::text("date", |row| row.date),
        name("company", |row| row.company),
        name("courier", |row| row.courier),
        name("area", |row| row.area),
        name("service", |row| row.service),
        Column::count("parcels", |row| row.parcels),
        Column::text("first_at", move |row| time(row.first_at)),
        Column::text("last_at", move |row| time(row.last_at)),
    ];
    Report::of("tally", Table::lazy("rows", rows, columns), Vec::new())
}

//! A tally as a table: written as CSV it is itself a log.

use std::sync::Arc;

use crate::deliveries::Tally;
use crate::deliveries::details::Detail;
use crate::deliveries::tally::Row;
use crate::report::{Cell, Report, Table, table};
use crate::units::{Decimal, TimeOfDay};

type Column = table::Column<'static, Row>;

/// The report of a tally, in its own order, with the measures and columns that were asked for.
#[must_use]
pub fn tally(tally: Tally) -> Report {
    let Tally { names, rows, details, details_asked, .. } = tally;
    let names = Arc::new(names);
    let name = |key, index: fn(&Row) -> u32| {
        let names = Arc::clone(&names);
        Column::text(key, move |row| Cell::name(&names[index(row) as usize]))
    };
    let time = |seconds: Option<u32>| seconds.map(|seconds| Cell::text(&TimeOfDay(seconds).to_string()));
    let mut columns = vec![
        Column::text("date", |row| row.date),
        name("company", |row| row.company),
        name("courier", |row| row.courier),
        name("area", |row| row.area),
        name("service", |row| row.service),
        Column::count("parcels", |row| row.parcels),
        Column::text("first_at", move |row| time(row.first_at)),
        Column::text("last_at", move |row| time(row.last_at)),
    ];
    if details_asked.reads_rows() {
        let details = Details(Arc::new(details));
        for (at, column) in details_asked.columns.iter().enumerate() {
            let details = details.clone();
            let text = move |row: &Row| {
                Cell::name(details.of(row).and_then(|detail| detail.columns.get(at)).unwrap_or(&Arc::default()))
            };
            columns.push(Column::text(lasting(column), text));
        }
        let of_orders = details.clone();
        columns.push(Column::count("orders", move |row| of_orders.of(row).map_or(0, |detail| detail.orders)));
        for (at, asked) in details_asked.measures.iter().enumerate() {
            let details = details.clone();
            let sum = move |row: &Row| details.of(row).and_then(|detail| detail.sums.get(at).copied());
            columns.push(Column::number(lasting(&asked.measure.column), move |row| {
                sum(row).map(|sum: Decimal| sum.normalize())
            }));
        }
    }
    Report::of("tally", Table::lazy("rows", rows, columns), Vec::new())
}

/// The details of a tally, for each column of them.
#[derive(Clone)]
struct Details(Arc<Vec<Arc<Detail>>>);

impl Details {
    fn of(&self, row: &Row) -> Option<&Detail> {
        self.0.get((row.detail as usize).checked_sub(1)?).map(|detail| &**detail)
    }
}

/// The heading of a column that an agreement names: a few in a run, which last as long as it does.
fn lasting(name: &str) -> &'static str {
    name.to_string().leak()
}

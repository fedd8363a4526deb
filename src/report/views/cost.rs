//! `cost` as a table: what each proposal changes in a year.

use crate::cost::{By, Cost, CostRow};
use crate::diagnostics::Message;
use crate::report::{Cell, Report, Table, table};

type Column<'a> = table::Column<'a, (&'a Cell, &'a CostRow)>;

/// The report of one or more costs, each under the title of its scenario.
#[must_use]
pub fn cost(costs: &[(Cell, Cost)], by: By, notes: Vec<Message>) -> Report {
    Report::of("cost", of_costs(costs, by), notes)
}

/// The rows of all proposals, one proposal after the other.
pub(super) fn of_costs(costs: &[(Cell, Cost)], by: By) -> Table {
    let total = Cell::Word("total");
    let sums = match costs {
        [(_, one)] if by != By::Total => Some((&total, &one.total)),
        _ => None,
    };
    let rows = costs.iter().flat_map(|(title, cost)| cost.rows.iter().map(move |row| (title, row)));
    let columns = vec![
        Column::text("scenario", |(title, _)| Cell::clone(title)),
        Column::text("company", |(_, row)| Cell::name(&row.company)).only_if(by != By::Total),
        Column::text("area", |(_, row)| Cell::name(&row.part)).only_if(by == By::Area),
        Column::text("courier", |(_, row)| Cell::name(&row.part)).only_if(by == By::Courier),
        Column::count("couriers", |(_, row)| row.couriers),
        Column::count("parcels", |(_, row)| u64::try_from(row.parcels).map_or(Cell::Number(row.parcels), Cell::Count)),
        Column::money("before", |(_, row)| row.before),
        Column::money("after", |(_, row)| row.after),
        Column::money("change", |(_, row)| row.change),
        Column::number("change_percent", |(_, row)| row.change_percent),
        Column::money("contributions", |(_, row)| row.contributions),
        Column::money("total_change", |(_, row)| row.total_change),
    ];
    Table::summed("rows", rows, sums, columns)
}

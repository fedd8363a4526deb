//! `compare` as tables: proposals side by side, pay as it stands in the first column.

mod clauses;
mod people;
mod proposals;
mod years;

pub(super) use clauses::called;
pub use clauses::clauses;
pub use people::people;
pub use years::years;

use crate::cost::{By, Cost, CostRow};
use crate::diagnostics::Message;
use crate::report::views::beside::{BESIDE, Side, beside, drawn, per_parcel, percent};
use crate::report::views::cost::of_costs;
use crate::report::{Block, Cell, Column, Report, Table};

pub(super) use crate::report::views::compare::proposals::{each, named};

/// What each proposal costs in a year.
#[must_use]
pub fn cost(costs: &[(Cell, Cost)], by: By, notes: Vec<Message>) -> Report {
    let rows = of_costs(costs, by);
    let mut blocks = Vec::new();
    if costs.len() <= BESIDE {
        for side in [Side::Wages, Side::Change, Side::PerParcel, Side::Percent] {
            blocks.push(Block::Heading(3, side.heading()));
            let table = beside(costs, by, side);
            if let Block::Beside(table, titles) = &table
                && matches!(side, Side::Change | Side::Percent)
            {
                blocks.push(Block::Bars(None, table.clone(), titles.clone()));
            }
            blocks.push(table);
        }
        blocks.push(Block::Data(rows));
    } else {
        blocks.push(drawn(costs, by));
        blocks.push(Block::Table(rows));
    }
    blocks.push(Block::Data(relations(costs)));
    Report { name: "compare", version: 1, blocks, notes }
}

/// For programs: what the table shows beyond the rows of the contract.
fn relations(costs: &[(Cell, Cost)]) -> Table {
    type OfRow<'a> = Column<'a, (&'a Cell, &'a CostRow)>;
    let rows = costs.iter().flat_map(|(title, cost)| {
        let several = cost.rows.len() > 1 || cost.rows.iter().any(|row| !row.company.is_empty());
        cost.rows.iter().chain(several.then_some(&cost.total)).map(move |row| (title, row))
    });
    let columns = vec![
        OfRow::text("scenario", |(title, _)| Cell::clone(title)),
        OfRow::text("company", |(_, row)| Cell::name(&row.company)),
        OfRow::number("per_parcel", |(_, row)| per_parcel(row.total_change, row)),
        OfRow::number("percent_of_wages", |(_, row)| percent(row)),
    ];
    Table::of("relations", rows, columns)
}

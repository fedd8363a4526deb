//! `compare` as tables: proposals side by side, pay as it stands in the first column.

mod clauses;
mod people;
mod proposals;
mod years;

pub use clauses::clauses;
pub use people::people;
pub use years::years;

use crate::cost::{By, Cost, CostRow};
use crate::diagnostics::Message;
use crate::report::views::cost::of_costs;
use crate::report::{Block, Cell, Column, ColumnKind, Report, Table};
use crate::units::{Decimal, Yuan, rounding};

pub(super) use crate::report::views::compare::proposals::{each, named};

/// So many proposals stand side by side; more stand one below the other.
const BESIDE: usize = 5;

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
                && side == Side::Change
            {
                blocks.push(Block::Bars(None, table.clone(), titles.clone()));
            }
            blocks.push(table);
        }
        blocks.push(Block::Data(rows));
    } else {
        blocks.push(Block::Table(rows));
    }
    blocks.push(Block::Data(relations(costs)));
    Report { name: "compare", version: 1, blocks, notes }
}

/// A figure that is shown side by side.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    /// Yuan a year: the wage bill.
    Wages,
    /// Yuan a year: the change, contributions included.
    Change,
    /// Yuan a parcel.
    PerParcel,
    /// Percent of the present wage bill.
    Percent,
}

impl Side {
    const fn heading(self) -> Message {
        Message::new(match self {
            Self::Wages => "compare-wages",
            Self::Change => "compare-change",
            Self::PerParcel => "compare-per-parcel",
            Self::Percent => "compare-percent",
        })
    }

    fn kind(self) -> ColumnKind {
        if matches!(self, Self::Wages | Self::Change) { ColumnKind::Money } else { ColumnKind::Number }
    }

    fn present(self, row: &CostRow) -> Cell {
        match self {
            Self::Wages => row.before.into(),
            Self::PerParcel => per_parcel(row.before, row).into(),
            Self::Change | Self::Percent => Cell::Missing,
        }
    }

    fn proposed(self, row: &CostRow) -> Cell {
        match self {
            Self::Wages => row.after.into(),
            Self::Change => row.total_change.into(),
            Self::PerParcel => per_parcel(row.total_change, row).into(),
            Self::Percent => percent(row).into(),
        }
    }
}

/// Yuan a parcel, four places.
fn per_parcel(amount: Option<Yuan>, row: &CostRow) -> Option<Decimal> {
    let quotient = amount.filter(|_| !row.parcels.is_zero()).map(|amount| amount.0 / row.parcels);
    quotient.map(|quotient| rounding::with_places(quotient, 4))
}

/// The change, contributions included, in percent of the present wage bill.
fn percent(row: &CostRow) -> Option<Decimal> {
    let known = row.before.zip(row.total_change).filter(|(before, _)| !before.is_zero());
    known.map(|(before, change)| rounding::with_places(change.0.saturating_mul(Decimal::ONE_HUNDRED) / before.0, 2))
}

/// What a company, or all together, comes to under each proposal.
struct Line<'a> {
    name: Cell,
    proposals: Vec<&'a CostRow>,
}

/// One figure of all companies and proposals, side by side.
fn beside(costs: &[(Cell, Cost)], by: By, side: Side) -> Block {
    type OfLine<'a> = Column<'a, Line<'a>>;
    let total = Line { name: Cell::Word("total"), proposals: costs.iter().map(|(_, cost)| &cost.total).collect() };
    let of_company = |(at, row): (usize, &CostRow)| Line {
        name: Cell::name(&row.company),
        proposals: costs.iter().filter_map(|(_, cost)| cost.rows.get(at)).collect(),
    };
    let first = costs.first().filter(|_| by != By::Total).into_iter();
    let lines: Vec<Line<'_>> = first.flat_map(|(_, cost)| &cost.rows).enumerate().map(of_company).collect();
    let (lines, total) = if lines.is_empty() { (vec![total], None) } else { (lines, Some(total)) };
    let mut columns = vec![
        OfLine::item("company", |line| line.name.clone()),
        OfLine::of(side.kind(), "present", |line| line.proposals.first().map(|row| side.present(row)))
            .only_if(matches!(side, Side::Wages | Side::PerParcel)),
    ];
    columns.extend(costs.iter().enumerate().map(|(at, (title, _))| {
        let cell = move |line: &Line<'_>| line.proposals.get(at).map(|row| side.proposed(row));
        OfLine::of(side.kind(), "scenario", cell).titled(title.clone())
    }));
    Block::beside("side", lines, total, columns)
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

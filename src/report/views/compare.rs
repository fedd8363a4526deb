//! `compare` as tables: proposals side by side, pay as it stands in the first column.

mod clauses;
mod people;
mod years;

pub use clauses::clauses;
pub use people::people;
pub use years::years;

use crate::cost::{By, Cost, Row};
use crate::diagnostics::Message;
use crate::diagnostics::message::Arg;
use crate::report::views::cost::table;
use crate::report::{Block, Cell, Column, Kind, Report, Table};
use crate::units::{Decimal, Yuan, rounding};

/// So many proposals stand side by side; more stand one below the other.
const BESIDE: usize = 5;

/// What each proposal costs in a year.
#[must_use]
pub fn cost(costs: &[(Cell, Cost)], by: By, notes: Vec<Message>) -> Report {
    let mut rows = table(costs, by);
    let mut blocks = Vec::new();
    if costs.len() <= BESIDE {
        blocks.push(Block::Heading(3, Message::new("compare-wages")));
        blocks.push(beside(costs, by, Side::Wages));
        blocks.push(Block::Heading(3, Message::new("compare-change")));
        blocks.push(beside(costs, by, Side::Change));
        blocks.push(Block::Heading(3, Message::new("compare-per-parcel")));
        blocks.push(beside(costs, by, Side::PerParcel));
        blocks.push(Block::Heading(3, Message::new("compare-percent")));
        blocks.push(beside(costs, by, Side::Percent));
        blocks.push(Block::Data(rows));
    } else {
        rows.total = None;
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
    fn present(self, row: &Row) -> Cell {
        match self {
            Self::Wages => row.before.map_or(Cell::Missing, |before| Cell::Money(before.0)),
            Self::PerParcel => per_parcel(row.before, row),
            Self::Change | Self::Percent => Cell::Missing,
        }
    }

    fn proposed(self, row: &Row) -> Cell {
        match self {
            Self::Wages => row.after.map_or(Cell::Missing, |after| Cell::Money(after.0)),
            Self::Change => row.total_change.map_or(Cell::Missing, |change| Cell::Money(change.0)),
            Self::PerParcel => per_parcel(row.total_change, row),
            Self::Percent => percent(row),
        }
    }
}

/// Yuan a parcel, four places.
fn per_parcel(amount: Option<Yuan>, row: &Row) -> Cell {
    let quotient = amount.filter(|_| !row.parcels.is_zero()).map(|amount| amount.0 / row.parcels);
    quotient.map_or(Cell::Missing, |quotient| places(quotient, 4))
}

/// The change, contributions included, in percent of the present wage bill.
fn percent(row: &Row) -> Cell {
    let known = row.before.zip(row.total_change).filter(|(before, _)| !before.is_zero());
    known.map_or(Cell::Missing, |(before, change)| places(change.0.saturating_mul(Decimal::ONE_HUNDRED) / before.0, 2))
}

/// A figure with exactly so many places.
fn places(figure: Decimal, places: u32) -> Cell {
    let mut shown = rounding::shown(figure, places);
    shown.rescale(places);
    Cell::Number(shown)
}

/// One figure of all companies and proposals, side by side.
fn beside(costs: &[(Cell, Cost)], by: By, side: Side) -> Block {
    let kind = if matches!(side, Side::Wages | Side::Change) { Kind::Money } else { Kind::Number };
    let mut columns = vec![Column { key: "company", kind: Kind::Item }];
    let mut titles = vec![Cell::Missing];
    let with_present = matches!(side, Side::Wages | Side::PerParcel);
    if with_present {
        columns.push(Column { key: "present", kind });
        titles.push(Cell::Missing);
    }
    columns.extend(costs.iter().map(|_| Column { key: "scenario", kind }));
    titles.extend(costs.iter().map(|(title, _)| title.clone()));
    let line = |name: Cell, row: fn(&Cost, usize) -> Option<&Row>, at: usize| {
        let rows: Vec<&Row> = costs.iter().filter_map(|(_, cost)| row(cost, at)).collect();
        let mut cells = vec![name];
        cells.extend(rows.first().filter(|_| with_present).map(|row| side.present(row)));
        cells.extend(rows.into_iter().map(|row| side.proposed(row)));
        cells
    };
    let total = line(Cell::Word("total"), |cost, _| Some(&cost.total), 0);
    let companies = match costs.first() {
        Some((_, first)) if by != By::Total => first.rows.as_slice(),
        _ => &[],
    };
    let of_company = |(at, row): (usize, &Row)| {
        let name = if row.company.is_empty() { Cell::Missing } else { Cell::text(&row.company) };
        line(name, |cost, at| cost.rows.get(at), at)
    };
    let rows: Vec<Vec<Cell>> = companies.iter().enumerate().map(of_company).collect();
    let (rows, total) = if rows.is_empty() { (vec![total], None) } else { (rows, Some(total)) };
    Block::Beside(Table { key: "side", columns, rows: rows.into(), total }, titles)
}

/// For programs: what the table shows beyond the rows of the contract.
fn relations(costs: &[(Cell, Cost)]) -> Table {
    let columns = vec![
        Column::text("scenario"),
        Column::text("company"),
        Column { key: "per_parcel", kind: Kind::Number },
        Column { key: "percent_of_wages", kind: Kind::Number },
    ];
    let mut rows = Vec::new();
    for (title, cost) in costs {
        for row in &cost.rows {
            rows.push(vec![title.clone(), Cell::text(&row.company), per_parcel(row.total_change, row), percent(row)]);
        }
        if cost.rows.len() > 1 || cost.rows.iter().any(|row| !row.company.is_empty()) {
            let total = &cost.total;
            rows.push(vec![title.clone(), Cell::Missing, per_parcel(total.total_change, total), percent(total)]);
        }
    }
    Table { key: "relations", columns, rows: rows.into(), total: None }
}

/// The title of a proposal over its own table.
fn titled(title: &Cell) -> Message {
    Message::new("compare-title").arg("title", named(title))
}

/// The title of a proposal as a part of a sentence.
pub(super) fn named(title: &Cell) -> Arg {
    match title {
        Cell::Text(title) => Arg::Text(title.to_string()),
        Cell::Word(word) => Arg::Word(word),
        Cell::Missing | Cell::Said(_) | Cell::Count(_) | Cell::Money(_) | Cell::Number(_) => Arg::Text(String::new()),
    }
}

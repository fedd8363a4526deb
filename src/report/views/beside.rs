//! What proposals cost, side by side: companies in rows, a column for each proposal, as figures and as bars.

use crate::cost::{By, Cost, CostRow};
use crate::diagnostics::Message;
use crate::report::{Block, Cell, Column, ColumnKind};
use crate::units::{Decimal, Yuan, rounding};

/// So many proposals stand side by side; more stand one below the other.
pub(super) const BESIDE: usize = 5;

/// The change of each company and proposal as bars, or where the proposals are many, of each proposal.
pub(super) fn drawn(costs: &[(Cell, Cost)], by: By) -> Block {
    type OfCost<'a> = Column<'a, &'a (Cell, Cost)>;
    let title = Side::Change.heading();
    match beside(costs, by, Side::Change) {
        Block::Beside(table, titles) if costs.len() <= BESIDE => Block::Bars(Some(title), table, titles),
        _ => {
            let columns = vec![
                OfCost::item("scenario", |(title, _)| title.clone()),
                OfCost::money("total_change", |(_, cost)| cost.total.total_change),
            ];
            Block::bars(title, "side", costs.iter().collect(), columns)
        }
    }
}

/// A figure that is shown side by side.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
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
    pub(super) const fn heading(self) -> Message {
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
pub(super) fn per_parcel(amount: Option<Yuan>, row: &CostRow) -> Option<Decimal> {
    let quotient = amount.filter(|_| !row.parcels.is_zero()).map(|amount| amount.0 / row.parcels);
    quotient.map(|quotient| rounding::with_places(quotient, 4))
}

/// The change, contributions included, in percent of the present wage bill.
pub(super) fn percent(row: &CostRow) -> Option<Decimal> {
    let known = row.before.zip(row.total_change).filter(|(before, _)| !before.is_zero());
    known.map(|(before, change)| rounding::with_places(change.0.saturating_mul(Decimal::ONE_HUNDRED) / before.0, 2))
}

/// What a company, or all together, comes to under each proposal.
struct Line<'a> {
    name: Cell,
    proposals: Vec<&'a CostRow>,
}

/// One figure of all companies and proposals, side by side.
pub(super) fn beside(costs: &[(Cell, Cost)], by: By, side: Side) -> Block {
    type OfLine<'a> = Column<'a, Line<'a>>;
    let total = Line { name: Cell::Word("total"), proposals: costs.iter().map(|(_, cost)| &cost.total).collect() };
    let of_company = |(at, row): (usize, &CostRow)| Line {
        name: Cell::text(format!("{} {}", row.company, row.part).trim()),
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

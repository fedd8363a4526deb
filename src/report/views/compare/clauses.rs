//! `compare --show clauses` as tables: what each change costs, and what they cost together.

use crate::cost::By;
use crate::cost::split::{Share, added_up};
use crate::diagnostics::Message;
use crate::report::{Block, Cell, Column, Kind, Report, Table};
use crate::units::Yuan;

/// The shares of each proposal, and where people see those of all companies together, their sums.
#[must_use]
pub fn clauses(proposals: &[(Cell, Vec<Share>)], by: By, in_sum: bool, mut notes: Vec<Message>) -> Report {
    let by_company = by != By::Total;
    let mut columns = vec![Column::text("scenario")];
    columns.extend(by_company.then(|| Column::text("company")));
    columns.push(Column::text("change"));
    columns.push(Column { key: "total_change", kind: Kind::Money });
    let mut blocks = Vec::new();
    for (title, shares) in proposals {
        blocks.push(Block::Heading(3, super::titled(title)));
        let summed = in_sum.then(|| added_up(shares));
        let shown_by = if in_sum { By::Total } else { by };
        blocks.push(Block::Shown(shown(summed.as_deref().unwrap_or(shares), shown_by)));
    }
    let rows = proposals.iter().flat_map(|(title, shares)| {
        shares.iter().map(move |share| [vec![title.clone()], cells(share, by_company)].concat())
    });
    blocks.push(Block::Data(Table { key: "rows", columns, rows: rows.collect(), total: None }));
    notes.insert(0, Message::new("compare-order-averaged"));
    Report { name: "compare-clauses", version: 1, blocks, notes }
}

/// The table of one proposal for people.
fn shown(shares: &[Share], by: By) -> Table {
    let by_company = by != By::Total;
    let sum: Yuan = shares.iter().map(|share| share.total_change).sum();
    let mut columns = Vec::new();
    columns.extend(by_company.then_some(Column { key: "company", kind: Kind::Item }));
    columns.push(Column { key: "clause_change", kind: Kind::Item });
    columns.push(Column { key: "total_change", kind: Kind::Money });
    let mut total = vec![Cell::Word("total")];
    total.extend(by_company.then_some(Cell::Missing));
    total.push(Cell::Money(sum.0));
    let rows = shares.iter().map(|share| cells(share, by_company)).collect();
    Table { key: "shares", columns, rows, total: Some(total) }
}

fn cells(share: &Share, by_company: bool) -> Vec<Cell> {
    let mut cells = Vec::new();
    cells.extend(by_company.then(|| Cell::text(&share.company)));
    cells.push(Cell::text(&share.change));
    cells.push(Cell::Money(share.total_change.0));
    cells
}

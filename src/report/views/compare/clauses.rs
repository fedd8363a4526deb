//! `compare --show clauses` as tables: what each change costs, and what they cost together.

use crate::cost::By;
use crate::cost::split::{Share, added_up};
use crate::diagnostics::Message;
use crate::report::views::compare::proposals::{apart, each};
use crate::report::{Block, Cell, Report, Table, table};
use crate::units::Yuan;

/// The shares of each proposal, and where people see those of all companies together, their sums.
#[must_use]
pub fn clauses(proposals: &[(Cell, Vec<Share>)], by: By, in_sum: bool, mut notes: Vec<Message>) -> Report {
    type Column<'a> = table::Column<'a, (&'a Cell, &'a Share)>;
    let by_company = by != By::Total;
    let mut blocks = if in_sum {
        let summed: Vec<_> = proposals.iter().map(|(title, shares)| (title.clone(), added_up(shares))).collect();
        apart(&summed, |proposal| shown(&proposal[0].1, false))
    } else {
        apart(proposals, |proposal| shown(&proposal[0].1, by_company))
    };
    let columns = vec![
        Column::text("scenario", |(title, _)| Cell::clone(title)),
        Column::text("company", |(_, share)| Cell::name(&share.company)).only_if(by_company),
        Column::text("change", |(_, share)| Cell::name(&share.change)),
        Column::money("total_change", |(_, share)| share.total_change),
    ];
    blocks.push(Block::Data(Table::of("rows", each(proposals), columns)));
    notes.insert(0, Message::new("compare-order-averaged"));
    Report { name: "compare-clauses", version: 1, blocks, notes }
}

/// The table of one proposal for people.
fn shown(shares: &[Share], by_company: bool) -> Table {
    type Column<'a> = table::Column<'a, &'a Share>;
    let sum: Yuan = shares.iter().map(|share| share.total_change).sum();
    let total = Cell::Word("total");
    let columns = vec![
        Column::item("company", |share| Cell::name(&share.company)).total(total.clone()).only_if(by_company),
        Column::item("clause_change", |share| Cell::name(&share.change)).total((!by_company).then_some(total)),
        Column::money("total_change", |share| share.total_change).total(sum),
    ];
    Table::of("shares", shares, columns)
}

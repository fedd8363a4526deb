//! `compare --show clauses` as tables: what each change costs, and what they cost together.

use crate::cost::By;
use crate::cost::split::{Share, added_up};
use crate::diagnostics::Message;
use crate::report::views::compare::proposals::{each, named};
use crate::report::{Block, Cell, Report, Table, table};
use crate::units::Yuan;

/// The shares of each proposal, and where people see those of all companies together, their sums.
#[must_use]
pub fn clauses(proposals: &[(Cell, Vec<Share>)], by: By, in_sum: bool, notes: Vec<Message>) -> Report {
    called(proposals, by, in_sum, (notes, &|share| Cell::name(&share.change)))
}

/// What people see a change called.
type Called<'a> = &'a (dyn Fn(&Share) -> Cell + Sync);

/// The same with changes that people see called otherwise.
pub(in crate::report::views) fn called(
    proposals: &[(Cell, Vec<Share>)],
    by: By,
    in_sum: bool,
    (mut notes, called): (Vec<Message>, Called<'_>),
) -> Report {
    type Column<'a> = table::Column<'a, (&'a Cell, &'a Share)>;
    let by_company = by != By::Total;
    let shown = proposals.iter().flat_map(|(title, shares)| shown(title, shares, by_company && !in_sum, called));
    let mut blocks: Vec<Block> = shown.collect();
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

/// One proposal for people: its changes as bars, and as a table of all companies together or of each.
fn shown(title: &Cell, shares: &[Share], by_company: bool, called: Called<'_>) -> Vec<Block> {
    let together = of_shares(&added_up(shares), false, called);
    let named = |id: &'static str| Message::new(id).arg("title", named(title));
    let heading = Block::Heading(3, named("compare-title"));
    if by_company {
        let bars = Block::Bars(Some(named("compare-clauses-together")), together, Vec::new());
        return vec![bars, heading, Block::Shown(of_shares(shares, true, called))];
    }
    vec![heading, Block::Bars(None, together.clone(), Vec::new()), Block::Beside(together, Vec::new())]
}

fn of_shares(shares: &[Share], by_company: bool, called: Called<'_>) -> Table {
    type Column<'a> = table::Column<'a, &'a Share>;
    let sum: Yuan = shares.iter().map(|share| share.total_change).sum();
    let total = Cell::Word("total");
    let columns = vec![
        Column::item("company", |share| Cell::name(&share.company)).total(total.clone()).only_if(by_company),
        Column::item("clause_change", |share| called(share)).total((!by_company).then_some(total)),
        Column::money("total_change", |share| share.total_change).total(sum),
    ];
    Table::of("shares", shares, columns)
}

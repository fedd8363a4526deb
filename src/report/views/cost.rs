//! `cost` as a table: what each proposal changes in a year.

use crate::agreement::proposal::Proposal;
use crate::cost::{By, Cost, CostRow};
use crate::diagnostics::Message;
use crate::diagnostics::message::Arg;
use crate::report::views::beside;
use crate::report::views::show::either;
use crate::report::{Block, Cell, Report, Table, table};

type Column<'a> = table::Column<'a, (&'a Cell, &'a CostRow)>;

/// The report of one or more costs, each under the title of its scenario.
#[must_use]
pub fn cost(proposals: &[Proposal], costs: &[(Cell, Cost)], by: By, notes: Vec<Message>) -> Report {
    let mut report = Report::of("cost", of_costs(costs, by), notes);
    report.blocks.splice(0..0, [changes(proposals), beside::drawn(costs, by)]);
    report
}

/// What changes: of the command line by itself, of a file under its title.
fn changes(proposals: &[Proposal]) -> Block {
    let texts = |proposal: &Proposal| {
        let texts: Vec<&str> = proposal.changes.iter().map(|change| &*change.text).collect();
        texts.join("; ")
    };
    if let [Proposal { title: None, .. }] = proposals {
        return Block::Paragraph(Message::new("cost-changes").with("changes", texts(&proposals[0])));
    }
    let item = |proposal: &Proposal| {
        let title = proposal.title.as_ref().map_or(Arg::Word("change"), either);
        Message::new("cost-changes-of").arg("title", title).with("changes", texts(proposal))
    };
    Block::List(Message::new("cost-changes-all"), proposals.iter().map(item).collect())
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

//! `compare --show people` as tables: who gains and who loses, and how pay is spread.

use crate::cost::people::{Figures, Group};
use crate::diagnostics::Message;
use crate::report::{Block, Cell, Column, Kind, Report, Table};
use crate::units::Decimal;

/// The groups of each proposal.
#[must_use]
pub fn people(proposals: &[(Cell, Vec<Group>)], mut notes: Vec<Message>) -> Report {
    let mut columns = vec![Column::text("scenario"), Column { key: "group", kind: Kind::Item }];
    columns.push(Column { key: "people", kind: Kind::Count });
    columns.extend(["before", "after", "change"].map(|key| Column { key, kind: Kind::Number }));
    let mut blocks = Vec::new();
    for (title, groups) in proposals {
        blocks.push(Block::Heading(3, super::titled(title)));
        let rows = groups.iter().map(cells).collect();
        blocks.push(Block::Shown(Table { key: "groups", columns: columns[1..].to_vec(), rows, total: None }));
    }
    let rows = proposals
        .iter()
        .flat_map(|(title, groups)| groups.iter().map(move |group| [vec![title.clone()], cells(group)].concat()));
    blocks.push(Block::Data(Table { key: "rows", columns, rows: rows.collect(), total: None }));
    notes.insert(0, Message::new("compare-people-monthly"));
    Report { name: "compare-people", version: 1, blocks, notes }
}

fn cells(group: &Group) -> Vec<Cell> {
    let mut cells = vec![Cell::Word(group.name), group.people.map_or(Cell::Missing, Cell::Count)];
    cells.extend(match group.figures {
        None => [Cell::Missing, Cell::Missing, Cell::Missing],
        Some(Figures::Pay(before, after)) => [before, after, after - before].map(|amount| Cell::Money(amount.0)),
        Some(Figures::Count(before, after)) => {
            [Cell::Count(before), Cell::Count(after), Cell::Number(Decimal::from(after) - Decimal::from(before))]
        }
        Some(Figures::Coefficient(before, after)) => [before, after, after - before].map(Cell::Number),
    });
    cells
}

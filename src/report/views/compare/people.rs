//! `compare --show people` as tables: who gains and who loses, and how pay is spread.

use crate::cost::people::{Figures, Group};
use crate::diagnostics::Message;
use crate::report::views::compare::proposals::{apart, each};
use crate::report::{Block, Cell, Report, Table, table};
use crate::units::Decimal;

type Column<'a> = table::Column<'a, (&'a Cell, &'a Group)>;

/// The groups of each proposal.
#[must_use]
pub fn people(proposals: &[(Cell, Vec<Group>)], mut notes: Vec<Message>) -> Report {
    let mut blocks = vec![tenths(proposals)];
    blocks.extend(apart(proposals, |proposal| of_groups("groups", proposal, false)));
    blocks.push(Block::Data(of_groups("rows", proposals, true)));
    notes.insert(0, Message::new("compare-people-monthly"));
    Report { name: "compare-people", version: 1, blocks, notes }
}

/// How much each tenth gains or loses a month, the proposals beside each other.
fn tenths(proposals: &[(Cell, Vec<Group>)]) -> Block {
    type OfTenth = table::Column<'static, (&'static str, Vec<Cell>)>;
    let gain = |group: &Group| match group.figures {
        Some(Figures::Pay(before, after)) => (after - before).into(),
        Some(Figures::Count(..) | Figures::Coefficient(..)) | None => Cell::Missing,
    };
    let of_first = proposals.first().map_or(&[][..], |(_, groups)| groups);
    let of_each = |at: usize| proposals.iter().filter_map(|(_, groups)| groups.get(at)).map(gain).collect();
    let tenth = |(at, group): (usize, &Group)| (group.name, of_each(at));
    let rows = of_first.iter().enumerate().filter(|(_, group)| group.name.starts_with("decile")).map(tenth).collect();
    let mut columns = vec![OfTenth::item("group", |(name, _)| Cell::Word(name))];
    columns.extend(proposals.iter().enumerate().map(|(at, (title, _))| {
        OfTenth::money("change", move |(_, gains)| gains.get(at).cloned().unwrap_or(Cell::Missing))
            .titled(title.clone())
    }));
    Block::bars(Message::new("compare-tenths"), "tenths", rows, columns)
}

fn of_groups(key: &'static str, proposals: &[(Cell, Vec<Group>)], titled: bool) -> Table {
    let columns = vec![
        Column::text("scenario", |(title, _)| Cell::clone(title)).only_if(titled),
        Column::item("group", |(_, group)| Cell::Word(group.name)),
        Column::count("people", |(_, group)| group.people),
        Column::number("before", |(_, group)| group.figures.as_ref().map(|figures| measured(figures).0)),
        Column::number("after", |(_, group)| group.figures.as_ref().map(|figures| measured(figures).1)),
        Column::number("change", |(_, group)| group.figures.as_ref().map(|figures| measured(figures).2)),
    ];
    Table::of(key, each(proposals), columns)
}

/// As it stands, as proposed, and the difference.
fn measured(figures: &Figures) -> (Cell, Cell, Cell) {
    match *figures {
        Figures::Pay(before, after) => (before.into(), after.into(), (after - before).into()),
        Figures::Count(before, after) => {
            (before.into(), after.into(), (Decimal::from(after) - Decimal::from(before)).into())
        }
        Figures::Coefficient(before, after) => (before.into(), after.into(), (after - before).into()),
    }
}

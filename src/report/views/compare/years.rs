//! `compare --show years` as tables: what falls in each year, and what it leads to.

use crate::cost::years::Year;
use crate::diagnostics::Message;
use crate::report::views::compare::proposals::{apart, each};
use crate::report::{Block, Cell, Report, Table, table};

type Column<'a> = table::Column<'a, (&'a Cell, &'a Year)>;

/// Which amounts a table has: for people all in one, for programs in two tables.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Amounts {
    All,
    Whole,
    Parts,
}

/// The years of each proposal.
#[must_use]
pub fn years(proposals: &[(Cell, Vec<Year>)], notes: Vec<Message>) -> Report {
    let mut blocks = vec![drawn(proposals)];
    let apart = apart(proposals, |proposal| of_years("years", proposal, Amounts::All)).into_iter();
    blocks.extend(
        apart.map(|block| if let Block::Shown(table) = block { Block::Beside(table, Vec::new()) } else { block }),
    );
    blocks.push(Block::Data(of_years("rows", proposals, Amounts::Whole)));
    blocks.push(Block::Data(of_years("apart", proposals, Amounts::Parts)));
    Report { name: "compare-years", version: 1, blocks, notes }
}

/// What falls in each year, the proposals beside each other.
fn drawn(proposals: &[(Cell, Vec<Year>)]) -> Block {
    type OfYear = table::Column<'static, (i16, Vec<Cell>)>;
    let of_first = proposals.first().map_or(&[][..], |(_, years)| years);
    let of_each = |at: usize| {
        proposals.iter().map(|(_, years)| years.get(at).map_or(Cell::Missing, |year| year.in_year.into())).collect()
    };
    let rows = of_first.iter().enumerate().map(|(at, year)| (year.year, of_each(at))).collect();
    let mut columns = vec![OfYear::item("year", |(year, _)| Cell::text(&year.to_string()))];
    columns.extend(proposals.iter().enumerate().map(|(at, (title, _))| {
        OfYear::money("in_year", move |(_, amounts)| amounts.get(at).cloned().unwrap_or(Cell::Missing))
            .titled(title.clone())
    }));
    Block::bars(Message::new("compare-years-drawn"), "in_years", rows, columns)
}

fn of_years(key: &'static str, proposals: &[(Cell, Vec<Year>)], amounts: Amounts) -> Table {
    let (whole, parts) = (amounts != Amounts::Parts, amounts != Amounts::Whole);
    let columns = vec![
        Column::text("scenario", |(title, _)| Cell::clone(title)).only_if(amounts != Amounts::All),
        Column::item("year", |(_, year)| Cell::text(&year.year.to_string())),
        Column::money("in_year", |(_, year)| year.in_year).only_if(whole),
        Column::money("lasting", |(_, year)| year.in_year - year.one_off).only_if(parts),
        Column::money("one_off", |(_, year)| year.one_off).only_if(parts),
        Column::money("full_year", |(_, year)| year.full_year).only_if(whole),
        Column::money("carry_over", |(_, year)| year.carry_over).only_if(whole),
    ];
    Table::of(key, each(proposals), columns)
}

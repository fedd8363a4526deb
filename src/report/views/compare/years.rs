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
    let mut blocks = apart(proposals, |proposal| of_years("years", proposal, Amounts::All));
    blocks.push(Block::Data(of_years("rows", proposals, Amounts::Whole)));
    blocks.push(Block::Data(of_years("apart", proposals, Amounts::Parts)));
    Report { name: "compare-years", version: 1, blocks, notes }
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

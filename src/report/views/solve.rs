//! `solve` as a table: the change found, what it costs, what is left.

use crate::cost::solve::{Solved, TrialRow};
use crate::report::{Cell, Report, Table, table};
use crate::units::{Decimal, money};

type Column<'a> = table::Column<'a, &'a TrialRow>;

/// The report of a solution.
#[must_use]
pub fn solve(solved: &Solved) -> Report {
    let columns = vec![
        Column::text("scenario", |_| Cell::Word("change")),
        Column::text("company", |row| Cell::name(&row.company)),
        Column::text("rule", |row| Cell::name(&row.rule)),
        Column::number("before", |row| row.before.map(rate)),
        Column::number("after", |row| row.after.map(rate)),
        Column::number("change", |row| rate(row.change)),
        Column::money("annual_cost", |row| row.annual_cost),
        Column::money("left", |row| row.left),
    ];
    Report::of("solve", Table::of("rows", &solved.rows, columns), solved.notes.clone())
}

/// A rate to the fen, and further where it has more places.
pub(super) fn rate(rate: Decimal) -> Decimal {
    money::to_fen(rate.normalize())
}

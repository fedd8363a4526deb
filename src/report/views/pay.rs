//! `pay` as a table: a row for each courier, company, area or month, or every line.

mod gathered;

use std::sync::Arc;

use crate::agreement::Agreement;
use crate::pay::{Line, PayRun, Payslip, Scenario};
pub use crate::report::views::pay::gathered::Gathered;
use crate::report::{Block, Cell, Column, Kind, Report, Table};
use crate::units::{Yuan, rounding};

/// What a row stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// A courier of a company, in a month.
    Courier,
    /// A company, in a month.
    Company,
    /// An area of a company, in a month: parcels and piece pay.
    Area,
    /// A month.
    Month,
}

/// The report of a run, with a row for each of what the payslips were gathered by.
#[must_use]
pub fn pay(gathered: Gathered, run: &PayRun) -> Report {
    report("pay", gathered.table(&run.scenarios), run)
}

/// A row for each payslip of a run.
pub(super) fn couriers(run: &PayRun) -> Table {
    let mut gathered = Gathered::new(By::Courier);
    run.payslips.iter().for_each(|payslip| gathered.add(payslip));
    gathered.table(&run.scenarios)
}

/// Every line of every payslip.
#[must_use]
pub fn lines(run: &PayRun, agreement: &Agreement) -> Report {
    report("pay-lines", lines_table(run, agreement), run)
}

/// The table of every line of every payslip.
pub(super) fn lines_table(run: &PayRun, agreement: &Agreement) -> Table {
    let columns = vec![
        Column::text("scenario"),
        Column::text("month"),
        Column::text("company"),
        Column::text("courier"),
        Column::text("rule"),
        Column::text("clause"),
        Column::text("area"),
        Column::text("service"),
        Column::text("unit"),
        Column { key: "quantity", kind: Kind::Number },
        Column { key: "rate", kind: Kind::Number },
        Column { key: "multiple", kind: Kind::Number },
        Column { key: "amount", kind: Kind::Money },
    ];
    let lines = run.payslips.iter().flat_map(|payslip| payslip.lines.iter().map(move |line| (payslip, line)));
    let rows: Vec<Vec<Cell>> = lines.map(|(payslip, line)| line_row(payslip, line, agreement)).collect();
    let sum = run.payslips.iter().map(Payslip::pay).sum();
    let total = total(&run.scenarios, columns.len(), &[(columns.len() - 1, money(sum))]);
    Table { key: "rows", columns, rows: rows.into(), total }
}

fn report(name: &'static str, table: Table, run: &PayRun) -> Report {
    Report { name, version: 1, blocks: vec![Block::Table(table)], notes: run.notes.clone() }
}

/// The places of a quantity that does not end: enough to find the fen again.
pub(super) const QUANTITY_PLACES: u32 = 12;

fn line_row(payslip: &Payslip, line: &Line, agreement: &Agreement) -> Vec<Cell> {
    vec![
        Cell::Word(payslip.scenario.as_str()),
        Cell::Text(payslip.month.to_string().into()),
        Cell::text(&payslip.company),
        Cell::text(&payslip.courier),
        Cell::Text(Arc::clone(line.ground.id(agreement))),
        Cell::Text(Arc::clone(line.ground.clause(agreement))),
        Cell::text(&line.area),
        Cell::text(&line.service),
        Cell::Word(line.unit.as_str()),
        Cell::Number(rounding::shown(line.quantity, QUANTITY_PLACES).normalize()),
        Cell::Number(line.rate),
        line.multiple.map_or(Cell::Missing, Cell::Number),
        money(line.amount),
    ]
}

fn money(amount: Yuan) -> Cell {
    Cell::Money(amount.0)
}

/// A last row with sums; none where there are two scenarios, which must not be added.
fn total(scenarios: &[Scenario], columns: usize, cells: &[(usize, Cell)]) -> Option<Vec<Cell>> {
    (scenarios.len() == 1).then(|| {
        let mut row = vec![Cell::Missing; columns];
        row[0] = Cell::Word("total");
        for (at, cell) in cells {
            row[*at] = cell.clone();
        }
        row
    })
}

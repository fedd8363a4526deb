//! `pay` as a table: a row for each courier, company, area or month, or every line.

mod table;

use crate::agreement::Agreement;
use crate::pay::{Line, PayRun, Payslip};
use crate::report;
use crate::report::{Cell, Report, Table};
use crate::units::{Decimal, Yuan, rounding};

pub use crate::report::views::pay::table::{PayRow, PayTable};

type Column<'a> = report::Column<'a, (&'a Payslip, &'a Line)>;

/// The report of a run, with a row for each of what the payslips were added up by.
#[must_use]
pub fn pay(table: PayTable, run: &PayRun) -> Report {
    Report::of("pay", table.finish(&run.scenarios), run.notes.clone())
}

/// A row for each payslip of a run.
pub(super) fn couriers(run: &PayRun) -> Table {
    let mut table = PayTable::new(PayRow::Courier);
    run.payslips.iter().for_each(|payslip| table.add(payslip));
    table.finish(&run.scenarios)
}

/// Every line of every payslip.
#[must_use]
pub fn lines(run: &PayRun, agreement: &Agreement) -> Report {
    Report::of("pay-lines", lines_table(run, agreement), run.notes.clone())
}

/// The table of every line of every payslip.
pub(super) fn lines_table(run: &PayRun, agreement: &Agreement) -> Table {
    let lines = run.payslips.iter().flat_map(|payslip| payslip.lines.iter().map(move |line| (payslip, line)));
    let sum: Yuan = run.payslips.iter().map(Payslip::pay).sum();
    let columns = vec![
        Column::text("scenario", |(payslip, _)| Cell::Word(payslip.scenario.as_str())).total(Cell::Word("total")),
        Column::text("month", |(payslip, _)| payslip.month),
        Column::text("company", |(payslip, _)| Cell::name(&payslip.company)),
        Column::text("courier", |(payslip, _)| Cell::name(&payslip.courier)),
        Column::text("rule", |(_, line)| Cell::name(line.ground.id(agreement))),
        Column::text("clause", |(_, line)| Cell::name(line.ground.clause(agreement))),
        Column::text("area", |(_, line)| Cell::name(&line.area)),
        Column::text("service", |(_, line)| Cell::name(&line.service)),
        Column::text("unit", |(_, line)| Cell::Word(line.unit.as_str())),
        Column::number("quantity", |(_, line)| quantity(line.quantity)),
        Column::number("rate", |(_, line)| line.rate),
        Column::number("multiple", |(_, line)| line.multiple),
        Column::money("amount", |(_, line)| line.amount).total(sum),
    ];
    // Two scenarios must not be added.
    Table::of("rows", lines, columns).summed_only_if(run.scenarios.len() == 1)
}

/// The places of a quantity that does not end: enough to find the fen again.
pub(super) const QUANTITY_PLACES: u32 = 12;

/// A quantity as it is written.
fn quantity(quantity: Decimal) -> Decimal {
    rounding::shown(quantity, QUANTITY_PLACES).normalize()
}

//! `wagepact pay`: what each courier is due.

use crate::cli::{Pay, PayBy};
use crate::commands::answer::{Answer, Context};
use crate::commands::{inputs, log};
use crate::diagnostics::Problems;
use crate::pay;
use crate::report::views;
use crate::report::views::pay::{PayRow, PayTable};

pub(super) fn run(asked: &Pay, context: &Context<'_>) -> Result<Answer, Problems> {
    let (agreement, workforce, log) = if asked.terms.attendance.is_empty() {
        let (agreement, workforce) = inputs::terms(&asked.terms, &asked.log.reading)?;
        let log = log::for_pay(&asked.log, (&agreement, &workforce), context)?;
        (agreement, workforce, log)
    } else {
        // Beside hours, parcels are looked at day by day.
        log::and_terms(&asked.terms, &asked.log, context)?
    };
    let report = if asked.lines {
        views::pay::lines(&pay::pay(&agreement, &log.tally, &workforce)?, &agreement)
    } else {
        let mut table = PayTable::new(by(asked.by));
        let take = &mut |payslip| table.add(&payslip);
        let run = pay::pay_each(&agreement, &log.tally, &workforce, pay::OutOfBand::Refused, take)?;
        views::pay::pay(table, &run)
    };
    Ok(Answer { remarks: log.remarks, files: log.files, ..report.into() })
}

fn by(by: PayBy) -> PayRow {
    match by {
        PayBy::Courier => PayRow::Courier,
        PayBy::Company => PayRow::Company,
        PayBy::Area => PayRow::Area,
        PayBy::Month | PayBy::Total => PayRow::Month,
    }
}

//! `wagepact payslips`: everyone's payslip, to be handed out.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::cli::Payslips;
use crate::commands::answer::{Answer, Context};
use crate::commands::{couriers, inputs, log, mistakes, register};
use crate::diagnostics::{Message, Problem, Problems};
use crate::pay::Scenario;
use crate::pay::explain::explain;
use crate::report::views;
use crate::report::views::payslips::Layout;
use crate::tables::headings::Input;

pub(super) fn run(asked: &Payslips, context: &Context<'_>) -> Result<Answer, Problems> {
    let reading = &asked.log.reading;
    let (agreement, workforce, log) = log::and_terms(&asked.terms, &asked.log, context)?;
    let map = inputs::map(reading)?;
    let options = inputs::table_options(reading, map.as_ref(), Input::Register)?;
    let (register, problems) =
        register::read(&asked.register, options, (Some(&log), agreement.pay_calendar()), context);
    mistakes::none(problems)?;
    let register = Some(register).filter(|_| !asked.register.is_empty());
    let named: BTreeSet<Arc<str>> = couriers::named(&asked.courier, &log.tally, &workforce)?.into_iter().collect();
    let wanted = |courier: &str| named.is_empty() || named.contains(courier);
    let explanation = explain(&agreement, &log.tally, &workforce, &wanted)?;
    // What is handed out is what is due, and not what may be.
    if explanation.payslips.iter().any(|one| one.payslip.scenario != Scenario::Agreed) {
        return Err(Problem::new(Message::new("payslips-need-rates")).into());
    }
    let layout = Layout { strips: asked.strips, sheets: asked.sheets };
    let report = views::payslips::payslips(&explanation, register.as_ref(), layout);
    let (mut remarks, files) = (log.remarks, log.files);
    remarks.extend(
        register.iter().flat_map(|register| &register.leftovers).flat_map(|leftovers| leftovers.notes(|_| false)),
    );
    remarks.push(Message::new("payslips-summary").count("payslips", explanation.payslips.len() as u64));
    remarks.extend(explanation.run_notes);
    Ok(Answer { files, remarks, ..report.into() })
}

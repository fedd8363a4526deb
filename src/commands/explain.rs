//! `wagepact explain`: the payslips of one courier or of several, line by line, with the words that each line rests on.

use crate::cli::Explain;
use crate::commands::{Answer, Context, couriers, inputs, log};
use crate::deliveries;
use crate::diagnostics::Problems;
use crate::pay::explain::explain;
use crate::report::views;

pub(super) fn run(asked: &Explain, context: &Context<'_>) -> Result<Answer, Problems> {
    if asked.rows {
        deliveries::rereadable(&asked.log.logs)?;
    }
    let (agreement, workforce, log) = log::and_terms(&asked.terms, &asked.log, context)?;
    let typed: Vec<String> = asked.courier.split([',', '，']).map(|word| word.trim().to_string()).collect();
    let couriers = couriers::named(&typed, &log.tally, &workforce)?;
    let wanted = |courier: &str| couriers.iter().any(|wanted| **wanted == *courier);
    let explanation = explain(&agreement, &log.tally, &workforce, &wanted)?;
    let rows = asked.rows.then(|| {
        let reading = &asked.log.reading;
        let term = inputs::term(reading)?;
        let map = inputs::map(reading)?;
        let options = inputs::read_options(reading, map.as_ref())?;
        deliveries::rows(&asked.log.logs, options, &|courier, _| wanted(courier), term, context.progress)
    });
    let report = views::explain::explain(&couriers, &explanation, rows.transpose()?.as_deref());
    Ok(Answer { remarks: log.remarks, files: log.files, ..report.into() })
}

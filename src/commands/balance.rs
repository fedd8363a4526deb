//! `wagepact balance`: rates by area that even out the pay of a courier's day.

use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use crate::cli::Balance;
use crate::commands::answer::{Answer, Context};
use crate::commands::{inputs, log};
use crate::cost::balance::{Aim, balance};
use crate::diagnostics::{Message, Problem, Problems};
use crate::files::output::{WholeFile, Written, unwritable};
use crate::report::views;
use crate::workforce::rates::{Ladder, Step};

pub(super) fn run(asked: &Balance, context: &Context<'_>) -> Result<Answer, Problems> {
    let (budget, step) = inputs::budget_and_step(asked.budget.as_deref(), &asked.step)?;
    let (agreement, workforce) = inputs::terms(&asked.terms, &asked.log.reading)?;
    let annual = inputs::annual(&asked.annual, &asked.log.reading)?;
    let log = log::by_days((&asked.log.logs, &asked.log.reading), (&agreement, &workforce), context)?;
    let aim = Aim { rule: asked.rule.as_deref(), budget, step, no_loss: !asked.may_lower };
    let mut balance = balance((&agreement, &log.tally, &workforce), &annual, &aim)?;
    if !asked.may_lower && !asked.no_loss {
        let budget = if budget.is_some() { "yes" } else { "no" };
        balance.notes.insert(0, Message::new("balance-none-lowered").with("budget", budget));
    }
    let mut files = log.files;
    if let Some(path) = &asked.write_rates {
        files.push(write(path, &balance.rates)?);
    }
    Ok(Answer { remarks: log.remarks, files, ..views::balance::balance(&balance).into() })
}

/// A column of a file of rates.
type Column = (&'static str, fn(&Ladder, &Step) -> String);

/// Its columns; the first four stand in every file.
const COLUMNS: [Column; 9] = [
    ("rule", |ladder, _| ladder.named.rule.to_string()),
    ("amount", |_, step| step.amount.to_string()),
    ("company", |ladder, _| ladder.named.company.to_string()),
    ("area", |ladder, _| ladder.named.area.to_string()),
    ("service", |ladder, _| ladder.named.service.to_string()),
    ("courier", |ladder, _| ladder.named.courier.to_string()),
    ("over", |_, step| if step.over == 0 { String::new() } else { step.over.to_string() }),
    ("from", |ladder, _| ladder.named.term.from.map_or_else(String::new, |day| day.to_string())),
    ("until", |ladder, _| ladder.named.term.until.map_or_else(String::new, |day| day.to_string())),
];

/// Writes rates as `--rates` takes them; only the columns that some row needs.
fn write(path: &Path, ladders: &[Arc<Ladder>]) -> Result<Written, Problem> {
    let mut file = WholeFile::create(path)?;
    file.write_all(&table(ladders)).map_err(|reason| unwritable(path, &reason))?;
    file.finish()
}

fn table(ladders: &[Arc<Ladder>]) -> Vec<u8> {
    let rows = || ladders.iter().flat_map(|ladder| ladder.steps.iter().map(move |step| (ladder, step)));
    let some = |(_, cell): &Column| rows().any(|(ladder, step)| !cell(ladder, step).is_empty());
    let columns: Vec<Column> = COLUMNS
        .into_iter()
        .enumerate()
        .filter(|(at, column)| *at < 4 || some(column))
        .map(|(_, column)| column)
        .collect();
    let mut csv = csv::Writer::from_writer(Vec::new());
    csv.write_record(columns.iter().map(|(heading, _)| heading)).expect("memory takes every row");
    for (ladder, step) in rows() {
        csv.write_record(columns.iter().map(|(_, cell)| cell(ladder, step))).expect("memory takes every row");
    }
    csv.into_inner().expect("memory takes every row")
}

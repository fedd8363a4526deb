//! `wagepact balance`: rates by area that even out the pay of a courier's day.

use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use crate::cli::Balance;
use crate::commands::answer::{Answer, Context};
use crate::commands::inputs;
use crate::cost::balance::{Aim, balance};
use crate::cost::{By, Question};
use crate::diagnostics::{Problem, Problems};
use crate::files::output::{WholeFile, unwritable};
use crate::report::views;
use crate::units::Date;
use crate::workforce::rates::Ladder;

pub(super) fn run(asked: &Balance, context: &Context<'_>) -> Result<Answer, Problems> {
    let (budget, step) = inputs::budget_and_step(asked.budget.as_deref(), &asked.step)?;
    let (agreement, workforce) = inputs::terms(&asked.terms, &asked.log.reading)?;
    let annual = inputs::annual(asked.annual_parcels.as_deref(), &asked.log.reading)?;
    let log = inputs::log(&asked.log.logs, &asked.log.reading, context)?;
    let by = By::Area;
    let question = Question { agreement: &agreement, tally: &log.tally, workforce: &workforce, annual: &annual, by };
    let aim = Aim { rule: asked.rule.as_deref(), budget, step, no_loss: asked.no_loss };
    let balance = balance(&question, &aim)?;
    if let Some(path) = &asked.write_rates {
        write(path, &balance.rates)?;
    }
    Ok(Answer { remarks: log.remarks, ..views::balance::balance(&balance).into() })
}

/// Writes rates as `--rates` takes them; only the columns that some row needs.
fn write(path: &Path, ladders: &[Arc<Ladder>]) -> Result<(), Problem> {
    let mut file = WholeFile::create(path)?;
    let table = table(ladders);
    file.write_all(&table).map_err(|reason| unwritable(path, &reason))?;
    file.finish()
}

fn table(ladders: &[Arc<Ladder>]) -> Vec<u8> {
    const COLUMNS: [&str; 9] = ["rule", "amount", "company", "area", "service", "courier", "over", "from", "until"];
    let mut rows: Vec<[String; 9]> = vec![COLUMNS.map(String::from)];
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    for ladder in ladders {
        let named = &ladder.named;
        for step in &ladder.steps {
            let over = if step.over == 0 { String::new() } else { step.over.to_string() };
            let [rule, company, area] = [&named.rule, &named.company, &named.area].map(ToString::to_string);
            let [service, courier] = [&named.service, &named.courier].map(ToString::to_string);
            let amount = step.amount.to_string();
            let (from, until) = (day(named.term.from), day(named.term.until));
            rows.push([rule, amount, company, area, service, courier, over, from, until]);
        }
    }
    let needed = |column: &usize| *column < 4 || rows[1..].iter().any(|row| !row[*column].is_empty());
    let columns: Vec<usize> = (0..COLUMNS.len()).filter(needed).collect();
    let mut csv = csv::Writer::from_writer(Vec::new());
    for row in &rows {
        csv.write_record(columns.iter().map(|column| &row[*column])).expect("memory takes every row");
    }
    csv.into_inner().expect("memory takes every row")
}

//! One file a subcommand: read, compute, report. Nothing is printed here; an answer is a value.

mod agreements;
mod answer;
mod balance;
mod candidates;
mod check;
mod checks;
mod compare;
mod comparison;
mod completed;
mod completions;
mod cost;
mod couriers;
mod employers;
mod explain;
mod files;
mod handout;
mod init;
mod inputs;
mod log;
mod man;
mod map;
mod mistakes;
mod month;
mod negotiate;
mod overwrite;
mod pay;
mod payslips;
mod proposals;
mod provenance;
mod register;
mod rows_read;
mod salt;
mod schema;
mod show;
mod solve;
mod tally;
mod typed;
mod validate;
mod writing;

use crate::check::redact;
use crate::cli::{Cli, Command};
use crate::diagnostics::Problems;
use crate::report::formats::Format;

pub use crate::commands::answer::{Answer, Body, Context};
pub use crate::commands::candidates::offering;
pub use crate::commands::completed::{Completed, Filled};
pub use crate::commands::negotiate::same_answers;

/// Carries out what was typed.
///
/// # Errors
/// All mistakes found in the input.
pub fn run(cli: &Cli, context: &Context<'_>) -> Result<Answer, Problems> {
    let format = writing::format(cli)?;
    overwrite::refuse(cli, context.filled)?;
    let mut answer = answer(cli, context)?;
    if !context.filled.is_some_and(|filled| filled.states_month) {
        month::is_used(&cli.command, &answer.remarks)?;
    }
    let of_project = context.filled.iter().flat_map(|filled| filled.notes.clone());
    // They speak of files and of no one.
    let is_redacted = matches!(&cli.command, Command::Check(check) if check.redact);
    answer.remarks.extend(of_project.map(|note| if is_redacted { redact::remark(note, "") } else { note }));
    writing::fits(&answer, format, &cli.output)?;
    let asked = cli.output.provenance
        || matches!(format, Format::Json | Format::Xlsx)
        || matches!(cli.command, Command::Handout(_));
    let asked = asked && matches!(answer.body, Body::Report(_));
    let provenance = asked.then(|| provenance::of(cli, context)).transpose()?;
    Ok(Answer { format, provenance, ..answer })
}

fn answer(cli: &Cli, context: &Context<'_>) -> Result<Answer, Problems> {
    match &cli.command {
        Command::Pay(pay) => pay::run(pay, context),
        Command::Check(check) => check::run(check, context),
        Command::Checks(checks) => checks::run(checks, context),
        Command::Explain(explain) => explain::run(explain, context),
        Command::Payslips(payslips) => payslips::run(payslips, context),
        Command::Cost(cost) => cost::run(cost, context),
        Command::Compare(compare) => compare::run(compare, context),
        Command::Solve(solve) => solve::run(solve, context),
        Command::Balance(balance) => balance::run(balance, context),
        Command::Negotiate(negotiate) => {
            negotiate::run(negotiate, files::read_by(&cli.command, context.filled), &cli.output, context)
        }
        Command::Handout(handout) => handout::run(handout, context),
        Command::Map(map) => map::run(map, context),
        Command::Init(init) => init::run(init, context),
        Command::Tally(tally) => tally::run(tally, context),
        Command::Show(show) => show::run(show, context),
        Command::Validate(validate) => validate::run(validate),
        Command::Agreements => agreements::run(),
        Command::Schema(schema) => Ok(schema::run(schema)),
        Command::Completions(completions) => Ok(completions::run(completions)),
        Command::Man(man) => man::run(man, context),
    }
}

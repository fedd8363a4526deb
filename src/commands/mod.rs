//! One file a subcommand: read, compute, report. Nothing is printed here; an answer is a value.

mod agreements;
mod balance;
mod check;
mod checks;
mod compare;
mod completions;
mod cost;
mod explain;
mod files;
mod inputs;
mod made;
mod man;
mod map;
mod negotiate;
mod overwrite;
mod pay;
mod proposals;
mod schema;
mod show;
mod solve;
mod tally;
mod typed;
mod validate;
mod writing;

use std::ffi::OsString;

use crate::cli::{Cli, Command};
use crate::deliveries::Progress;
use crate::diagnostics::{Message, Problems};
use crate::negotiate::Session;
use crate::report::formats::Format;
use crate::report::{Catalogue, Made, Report};

/// What a command has around it: the words of the reader's language, and someone to tell how far it has come.
pub struct Context<'a> {
    /// The catalogue in the language of the reader.
    pub catalogue: &'a Catalogue,
    /// What was typed, the name of the program first.
    pub typed: &'a [OsString],
    /// Told how far the reading of the log has come.
    pub progress: &'a (dyn Fn(Progress) + Sync),
    /// Whether someone sits at a terminal: what is typed and what is shown both go there.
    pub at_terminal: bool,
}

/// What a command answers.
#[derive(Debug)]
pub struct Answer {
    /// What goes to the standard output or the file of `-o`.
    pub body: Body,
    /// The format in which a report is written.
    pub format: Format,
    /// Whether something was found that ends with exit code 1.
    pub findings: bool,
    /// What is said beside it, on the standard error: what became of the rows, what is not computed.
    pub remarks: Vec<Message>,
    /// How it was made, where it says so.
    pub made: Option<Made>,
}

/// What goes to the standard output.
#[derive(Debug)]
pub enum Body {
    /// A report, to be written in the format asked for.
    Report(Report),
    /// A text that is the same in every format: a schema, a script, a manual page.
    Text(String),
    /// A table to sit down at, full-screen.
    Table(Box<Session>),
}

impl From<Report> for Answer {
    fn from(report: Report) -> Self {
        Self { body: Body::Report(report), format: Format::Table, findings: false, remarks: Vec::new(), made: None }
    }
}

impl From<String> for Answer {
    fn from(text: String) -> Self {
        Self { body: Body::Text(text), format: Format::Table, findings: false, remarks: Vec::new(), made: None }
    }
}

/// Carries out what was typed.
///
/// # Errors
/// All mistakes found in the input.
pub fn run(cli: &Cli, context: &Context<'_>) -> Result<Answer, Problems> {
    let format = writing::format(cli)?;
    overwrite::refuse(cli)?;
    let answer = answer(cli, context)?;
    writing::fits(&answer, format, &cli.output)?;
    let told = cli.output.how || matches!(format, Format::Json | Format::Xlsx);
    let told = told && matches!(answer.body, Body::Report(_));
    let made = told.then(|| made::made(cli, context)).transpose()?;
    Ok(Answer { format, made, ..answer })
}

fn answer(cli: &Cli, context: &Context<'_>) -> Result<Answer, Problems> {
    match &cli.command {
        Command::Pay(pay) => pay::run(pay, context),
        Command::Check(check) => check::run(check, context),
        Command::Checks(checks) => checks::run(checks, context),
        Command::Explain(explain) => explain::run(explain, context),
        Command::Cost(cost) => cost::run(cost, context),
        Command::Compare(compare) => compare::run(compare, context),
        Command::Solve(solve) => solve::run(solve, context),
        Command::Balance(balance) => balance::run(balance, context),
        Command::Negotiate(negotiate) => negotiate::run(negotiate, files::read_by(&cli.command), &cli.output, context),
        Command::Map(map) => map::run(map, context),
        Command::Tally(tally) => tally::run(tally, context),
        Command::Show(show) => show::run(show, context),
        Command::Validate(validate) => validate::run(validate),
        Command::Agreements => agreements::run(),
        Command::Schema => Ok(schema::run()),
        Command::Completions(completions) => Ok(completions::run(completions)),
        Command::Man => Ok(man::run()),
    }
}

//! No output may take the place of an input: `-o`, `--rejects` and `--write-rates` against every file that is read.

use std::path::Path;
use std::path::PathBuf;

use crate::cli::Cli;
use crate::cli::Command;
use crate::cli::Reading;
use crate::cli::Terms;
use crate::source::Message;
use crate::source::Problem;
use crate::source::Problems;
use crate::source::input::STDIN;
use crate::source::input::same;

/// Refuses outputs that are inputs, or each other.
pub(super) fn refuse(cli: &Cli) -> Result<(), Problems> {
    let inputs = read_by(&cli.command);
    let output = cli.output.output.as_deref();
    let rejects = reading(&cli.command).and_then(|reading| reading.rejects.as_deref());
    let mut problems = Problems::new();
    if rejects.is_some_and(|rejects| rejects.as_os_str() == STDIN) {
        problems.push(Problem::new(Message::new("rejects-need-a-file")));
    }
    let rates = match &cli.command {
        Command::Balance(balance) => balance.write_rates.as_deref(),
        _ => None,
    };
    for out in output.into_iter().chain(rejects).chain(rates) {
        if inputs.iter().any(|input| same(input, out)) {
            problems.push(Problem::new(Message::new("output-is-input").with("file", out.to_string_lossy())));
        }
    }
    if let (Some(output), Some(rejects)) = (output, rejects)
        && (output == rejects || same(output, rejects))
    {
        problems.push(Problem::new(Message::new("output-twice").with("file", output.to_string_lossy())));
    }
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

/// Every file that a command reads.
pub(super) fn read_by(command: &Command) -> Vec<PathBuf> {
    let map = reading(command).and_then(|reading| reading.map.as_deref());
    inputs(command).into_iter().chain(map).map(Path::to_path_buf).collect()
}

fn reading(command: &Command) -> Option<&Reading> {
    match command {
        Command::Pay(pay) => Some(&pay.log.reading),
        Command::Negotiate(negotiate) => Some(&negotiate.log.reading),
        Command::Check(check) => Some(&check.log.reading),
        Command::Explain(explain) => Some(&explain.log.reading),
        Command::Cost(cost) => Some(&cost.reading),
        Command::Compare(compare) => Some(&compare.log.reading),
        Command::Solve(solve) => Some(&solve.log.reading),
        Command::Balance(balance) => Some(&balance.log.reading),
        Command::Tally(log) => Some(&log.reading),
        Command::Show(_)
        | Command::Validate(_)
        | Command::Agreements
        | Command::Checks(_)
        | Command::Schema
        | Command::Completions(_)
        | Command::Man => None,
    }
}

/// Every path that a command reads.
fn inputs(command: &Command) -> Vec<&Path> {
    match command {
        Command::Pay(pay) => all(&pay.log.logs, Some(&pay.terms), &[]),
        Command::Negotiate(negotiate) => all(&negotiate.log.logs, Some(&negotiate.terms), &[]),
        Command::Check(check) => all(&check.log.logs, Some(&check.terms), std::slice::from_ref(&check.register)),
        Command::Explain(explain) => all(&explain.log.logs, Some(&explain.terms), &[]),
        Command::Cost(cost) => all(&cost.logs, Some(&cost.terms), &cost.proposal),
        Command::Compare(compare) => all(&compare.log.logs, Some(&compare.terms), &compare.proposal),
        Command::Solve(solve) => all(&solve.log.logs, Some(&solve.terms), &[]),
        Command::Balance(balance) => all(&balance.log.logs, Some(&balance.terms), &[]),
        Command::Tally(log) => all(&log.logs, None, &[]),
        Command::Show(show) => show.agreements.iter().map(Path::new).collect(),
        Command::Validate(validate) => validate.agreements.iter().map(Path::new).collect(),
        Command::Agreements | Command::Checks(_) | Command::Schema | Command::Completions(_) | Command::Man => {
            Vec::new()
        }
    }
}

fn all<'a>(logs: &'a [PathBuf], terms: Option<&'a Terms>, further: &'a [PathBuf]) -> Vec<&'a Path> {
    let mut paths: Vec<&Path> = logs.iter().chain(further).map(AsRef::as_ref).collect();
    if let Some(terms) = terms {
        paths.extend(terms.agreements.iter().map(Path::new));
        let files = [&terms.rates, &terms.roster, &terms.protected, &terms.attendance];
        paths.extend(files.into_iter().flatten().map(AsRef::<Path>::as_ref));
    }
    paths
}

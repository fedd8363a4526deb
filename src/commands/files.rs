//! The files that a command names: what it reads, and what it writes beside its answer.

use std::path::{Path, PathBuf};

use crate::agreement::proposal;
use crate::cli::{Command, Log, Reading, Terms};
use crate::cost::annual;
use crate::report::made::LOG;

/// A file that is read, and the flag that names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Input {
    pub(super) flag: &'static str,
    pub(super) path: PathBuf,
}

/// Every file that a command reads, the map of the tables last; agreements apart.
pub(super) fn inputs(command: &Command) -> Vec<Input> {
    let map = reading(command).and_then(|reading| reading.map.as_ref());
    [tables(command), named("--map", map.map(std::slice::from_ref).unwrap_or_default())].concat()
}

/// Every path that a command reads, those of its agreements included.
pub(super) fn read_by(command: &Command) -> Vec<PathBuf> {
    let agreements = agreements(command).into_iter().map(PathBuf::from);
    inputs(command).into_iter().map(|input| input.path).chain(agreements).collect()
}

/// Tables and proposals, in the order of the usage.
fn tables(command: &Command) -> Vec<Input> {
    match command {
        Command::Pay(pay) => of_log(&pay.log, &pay.terms),
        Command::Negotiate(negotiate) => {
            [of_log(&negotiate.log, &negotiate.terms), annual_parcels(negotiate.annual_parcels.as_ref())].concat()
        }
        Command::Check(check) => {
            [of_log(&check.log, &check.terms), vec![Input { flag: "--register", path: check.register.clone() }]]
                .concat()
        }
        Command::Explain(explain) => of_log(&explain.log, &explain.terms),
        Command::Cost(cost) => [
            named(LOG, &cost.logs),
            of_terms(&cost.terms),
            proposals(&cost.proposal),
            annual_parcels(cost.annual_parcels.as_ref()),
        ]
        .concat(),
        Command::Compare(compare) => [
            of_log(&compare.log, &compare.terms),
            proposals(&compare.proposal),
            annual_parcels(compare.annual_parcels.as_ref()),
        ]
        .concat(),
        Command::Solve(solve) => {
            [of_log(&solve.log, &solve.terms), annual_parcels(solve.annual_parcels.as_ref())].concat()
        }
        Command::Balance(balance) => {
            [of_log(&balance.log, &balance.terms), annual_parcels(balance.annual_parcels.as_ref())].concat()
        }
        Command::Tally(log) => named(LOG, &log.logs),
        Command::Map(map) => named(LOG, std::slice::from_ref(&map.log)),
        Command::Show(show) => proposals(&show.proposal),
        Command::Validate(_)
        | Command::Agreements
        | Command::Checks(_)
        | Command::Schema
        | Command::Completions(_)
        | Command::Man => Vec::new(),
    }
}

/// The agreements that a command names, by their names or paths.
pub(super) fn agreements(command: &Command) -> Vec<&str> {
    match command {
        Command::Pay(pay) => strings(&pay.terms.agreements),
        Command::Negotiate(negotiate) => strings(&negotiate.terms.agreements),
        Command::Check(check) => strings(&check.terms.agreements),
        Command::Explain(explain) => strings(&explain.terms.agreements),
        Command::Cost(cost) => strings(&cost.terms.agreements),
        Command::Compare(compare) => strings(&compare.terms.agreements),
        Command::Solve(solve) => strings(&solve.terms.agreements),
        Command::Balance(balance) => strings(&balance.terms.agreements),
        Command::Show(show) => [strings(&show.agreements), strings(&show.stacked)].concat(),
        Command::Validate(validate) => strings(&validate.agreements),
        Command::Map(_)
        | Command::Tally(_)
        | Command::Agreements
        | Command::Checks(_)
        | Command::Schema
        | Command::Completions(_)
        | Command::Man => Vec::new(),
    }
}

fn strings(names: &[String]) -> Vec<&str> {
    names.iter().map(String::as_str).collect()
}

/// How the rows of the log are taken, where a command reads one.
pub(super) fn reading(command: &Command) -> Option<&Reading> {
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
        Command::Map(_)
        | Command::Show(_)
        | Command::Validate(_)
        | Command::Agreements
        | Command::Checks(_)
        | Command::Schema
        | Command::Completions(_)
        | Command::Man => None,
    }
}

fn of_log(log: &Log, terms: &Terms) -> Vec<Input> {
    [named(LOG, &log.logs), of_terms(terms)].concat()
}

fn of_terms(terms: &Terms) -> Vec<Input> {
    let files = [
        ("--rates", &terms.rates),
        ("--roster", &terms.roster),
        ("--protected", &terms.protected),
        ("--attendance", &terms.attendance),
    ];
    files.into_iter().flat_map(|(flag, path)| named(flag, path.as_slice())).collect()
}

fn named(flag: &'static str, paths: &[PathBuf]) -> Vec<Input> {
    paths.iter().map(|path| Input { flag, path: path.clone() }).collect()
}

/// The files of proposals, of which several may be joined.
fn proposals(paths: &[PathBuf]) -> Vec<Input> {
    paths.iter().flat_map(|path| named("--proposal", &proposal::files(path))).collect()
}

/// The flag takes a number, too.
fn annual_parcels(text: Option<&String>) -> Vec<Input> {
    let file = text.filter(|text| annual::whole(text).is_none());
    file.map(|text| Input { flag: "--annual-parcels", path: Path::new(text).to_path_buf() }).into_iter().collect()
}

//! The files that a command names: what it reads, and what it writes beside its answer.

use std::path::PathBuf;

use crate::agreement::proposal;
use crate::cli::{Annual, Command, Log, Reading, Terms};
use crate::commands::completed::Filled;
use crate::cost::annual;
use crate::cost::annual::season::CHINA_2025;
use crate::files::named;
use crate::report::provenance::LOG;

/// A file that is read, and the flag that names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NamedFile {
    pub(super) flag: &'static str,
    pub(super) path: PathBuf,
}

/// What is given to a command, as far as it names files or agreements.
#[derive(Default)]
struct Given<'a> {
    logs: &'a [PathBuf],
    reading: Option<&'a Reading>,
    terms: Option<&'a Terms>,
    register: &'a [PathBuf],
    proposals: &'a [PathBuf],
    annual: Option<&'a Annual>,
    /// Agreements that are named without terms.
    agreements: Vec<&'a String>,
}

fn given(command: &Command) -> Given<'_> {
    match command {
        Command::Pay(pay) => of_log(&pay.log, &pay.terms),
        Command::Explain(explain) => of_log(&explain.log, &explain.terms),
        Command::Check(check) => Given { register: &check.register, ..of_log(&check.log, &check.terms) },
        Command::Payslips(payslips) => Given { register: &payslips.register, ..of_log(&payslips.log, &payslips.terms) },
        Command::Cost(cost) => Given {
            logs: &cost.logs,
            reading: Some(&cost.reading),
            terms: Some(&cost.terms),
            proposals: &cost.proposal,
            annual: Some(&cost.annual),
            ..Given::default()
        },
        Command::Compare(compare) => Given {
            proposals: &compare.proposal,
            annual: Some(&compare.annual),
            ..of_log(&compare.log, &compare.terms)
        },
        Command::Handout(handout) => Given {
            proposals: &handout.proposal,
            annual: Some(&handout.annual),
            ..of_log(&handout.log, &handout.terms)
        },
        Command::Solve(solve) => Given { annual: Some(&solve.annual), ..of_log(&solve.log, &solve.terms) },
        Command::Balance(balance) => Given { annual: Some(&balance.annual), ..of_log(&balance.log, &balance.terms) },
        // Its proposals are written again by the table, where they are to be.
        Command::Negotiate(negotiate) => {
            Given { annual: Some(&negotiate.annual), ..of_log(&negotiate.log, &negotiate.terms) }
        }
        Command::Tally(tally) => Given { logs: &tally.logs, reading: Some(&tally.reading), ..Given::default() },
        Command::Map(map) => Given { logs: &map.files, ..Given::default() },
        Command::Show(show) => Given {
            proposals: &show.proposal,
            agreements: show.agreements.iter().chain(&show.stacked).collect(),
            ..Given::default()
        },
        Command::Validate(validate) => Given { agreements: validate.agreements.iter().collect(), ..Given::default() },
        Command::Init(_)
        | Command::Agreements
        | Command::Checks(_)
        | Command::Schema(_)
        | Command::Completions(_)
        | Command::Man(_) => Given::default(),
    }
}

fn of_log<'a>(log: &'a Log, terms: &'a Terms) -> Given<'a> {
    Given { logs: &log.logs, reading: Some(&log.reading), terms: Some(terms), ..Given::default() }
}

/// Every file that a command reads, in the order of the usage, the map of the tables last; agreements apart.
pub(super) fn inputs(command: &Command) -> Vec<NamedFile> {
    let given = given(command);
    let of_terms = given.terms.map_or_else(Vec::new, |terms| {
        let flags = ["--rates", "--roster", "--protected", "--attendance"];
        let one = |path: &'_ Option<PathBuf>| path.iter().cloned().collect::<Vec<_>>();
        let files = [one(&terms.rates), one(&terms.roster), one(&terms.protected), terms.attendance.clone()];
        flags.into_iter().zip(files).flat_map(|(flag, paths)| named(flag, &paths)).collect()
    });
    // Several files of proposals may be joined.
    let proposals = given.proposals.iter().flat_map(|path| named("--proposal", &proposal::files(path))).collect();
    // The one flag takes a number, too, and the other a name.
    let parcels = given.annual.and_then(|annual| annual.annual_parcels.as_ref());
    let parcels = parcels.filter(|text| annual::whole(text).is_none()).map(|text| ("--annual-parcels", text));
    let season = given.annual.and_then(|annual| annual.season.as_ref());
    let season = season.filter(|text| *text != CHINA_2025).map(|text| ("--season", text));
    let annual = parcels.into_iter().chain(season).map(|(flag, text)| NamedFile { flag, path: text.into() });
    let map = given.reading.map_or(&[][..], |reading| reading.map.as_slice());
    [
        named(LOG, given.logs),
        of_terms,
        named("--register", given.register),
        proposals,
        annual.collect(),
        named("--map", map),
    ]
    .concat()
}

fn named(flag: &'static str, paths: &[PathBuf]) -> Vec<NamedFile> {
    // What a pattern names is told file by file.
    let files = |path: &PathBuf| named::files(path).unwrap_or_else(|_| vec![path.clone()]);
    paths.iter().flat_map(files).map(|path| NamedFile { flag, path }).collect()
}

/// Every path that a command reads, those of its agreements included.
pub(super) fn read_by(command: &Command, filled: Option<&Filled>) -> Vec<PathBuf> {
    let agreements = agreements(command).into_iter().map(PathBuf::from);
    let project = filled.map(|filled| filled.file.clone());
    inputs(command).into_iter().map(|input| input.path).chain(agreements).chain(project).collect()
}

/// The agreements that a command names, by their names or paths.
pub(super) fn agreements(command: &Command) -> Vec<&str> {
    let given = given(command);
    let of_terms = given.terms.into_iter().flat_map(|terms| &terms.agreements);
    of_terms.chain(given.agreements).map(String::as_str).collect()
}

/// How the rows of the log are taken, where a command reads one.
pub(super) fn reading(command: &Command) -> Option<&Reading> {
    given(command).reading
}

/// Whether a command is given a register.
pub(super) fn has_register(command: &Command) -> bool {
    !given(command).register.is_empty()
}

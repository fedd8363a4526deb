//! What can be typed: every subcommand, flag and help text, and no behaviour.

mod apostrophes;
mod bargaining;
mod inputs;
mod payroll;
mod texts;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

pub use apostrophes::joined;
pub use bargaining::{
    Annual, Balance, ByCompany, Compare, Cost, CostBy, FOR_A_BUDGET, Handout, Negotiate, Solve, View,
};
pub use inputs::{Init, Log, Map, Reading, Tally, Terms};
pub use payroll::{Check, CheckBy, Checks, Deny, Explain, Pay, PayBy, Payslips};
pub use texts::{Completions, Man, Schema, Show, Validate};

use crate::report::Language;
use crate::report::formats::Format;

/// Calculator for collective wage agreements: what each courier is due, and what a change of a term costs in a year.
#[derive(Debug, Parser)]
#[command(name = "wagepact", version, max_term_width = 100, arg_required_else_help = true)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// How to answer.
    #[command(flatten)]
    pub output: Output,
}

/// The subcommands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// What each courier is due for the parcels of a log.
    Pay(Pay),
    /// Where a payroll departs from the agreement and the law: who, how much, under which clause.
    Check(Check),
    /// The payslip of one courier: each line as a formula, with the words of its clause, and what did not apply and why.
    Explain(Explain),
    /// Everyone's payslip, to be handed out: a page each, or strips; each line with its formula and clause.
    Payslips(Payslips),
    /// What a change of the terms costs in a year.
    Cost(Cost),
    /// Proposals side by side: what they cost, clause by clause and year by year, and whom they reach.
    Compare(Compare),
    /// How far a change can go within a budget, or how far it has to go to bring monthly pay to a figure.
    Solve(Solve),
    /// Rates by area that even out the pay of a courier's day, inside the band and within a budget.
    Balance(Balance),
    /// The bargaining table, full-screen: move the terms and see at once what they cost and whom they reach.
    Negotiate(Negotiate),
    /// One page for the table, to be printed: the proposals, what they cost and whom they reach, and how that was reckoned.
    Handout(Handout),
    /// The log reduced to parcels per day, company, courier, area and service, as CSV.
    Tally(Tally),
    /// One map for the files of a month, as TOML: which file is which, what is taken for what, with what is unsure as comments.
    Map(Map),
    /// A first project file, wagepact.toml, from the files of this folder: which are which, and of which month; to be looked over.
    Init(Init),
    /// An agreement as a readable document: its words, what is computed from them, what is not.
    Show(Show),
    /// Check agreement files: all mistakes at once, each with its place and its remedy.
    Validate(Validate),
    /// The agreements that are built in.
    Agreements,
    /// The checks, or the page of one.
    Checks(Checks),
    /// The JSON Schema of agreement files, or of the project file, for editors.
    Schema(Schema),
    /// What a shell reads at its start, to complete commands with agreements, checks and rules too.
    Completions(Completions),
    /// The manual page of the program, or of one of its commands, in roff.
    Man(Man),
}

impl Command {
    /// The logs, where the command reads any.
    pub const fn logs_mut(&mut self) -> Option<&mut Vec<PathBuf>> {
        match self {
            Self::Pay(pay) => Some(&mut pay.log.logs),
            Self::Check(check) => Some(&mut check.log.logs),
            Self::Explain(explain) => Some(&mut explain.log.logs),
            Self::Payslips(payslips) => Some(&mut payslips.log.logs),
            Self::Cost(cost) => Some(&mut cost.logs),
            Self::Compare(compare) => Some(&mut compare.log.logs),
            Self::Solve(solve) => Some(&mut solve.log.logs),
            Self::Balance(balance) => Some(&mut balance.log.logs),
            Self::Negotiate(negotiate) => Some(&mut negotiate.log.logs),
            Self::Handout(handout) => Some(&mut handout.log.logs),
            Self::Tally(tally) => Some(&mut tally.logs),
            Self::Map(_)
            | Self::Init(_)
            | Self::Show(_)
            | Self::Validate(_)
            | Self::Agreements
            | Self::Checks(_)
            | Self::Schema(_)
            | Self::Completions(_)
            | Self::Man(_) => None,
        }
    }
}

/// How to answer: for every subcommand.
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own on the command line")]
#[derive(Args, Debug)]
pub struct Output {
    /// The format of the answer [default: by the ending of the file of -o; else table, csv for tally, html for handout].
    #[arg(short, long, global = true, value_enum, display_order = 900)]
    pub format: Option<Format>,
    /// Write the answer to this file, whole or not at all, instead of the standard output; .csv, .json, .md, .txt, .html and .xlsx (a workbook) say the format.
    #[arg(short, long, global = true, value_name = "FILE", display_order = 901)]
    pub output: Option<PathBuf>,
    /// The language of everything that people read [default: the machine's, else en].
    #[arg(long, global = true, value_enum, display_order = 902)]
    pub lang: Option<Language>,
    /// The language of the headings in CSV and workbooks; en are the stable names [default: en; in workbooks that of --lang].
    #[arg(long, global = true, value_enum, display_order = 903)]
    pub headings: Option<Language>,
    /// Begin CSV with a byte order mark, by which Excel on Windows knows its Chinese.
    #[arg(long, global = true, display_order = 904)]
    pub bom: bool,
    /// Say how the answer was made: version, command, agreements and files with their digests. JSON and workbooks always do.
    #[arg(long, alias = "how", global = true, display_order = 905)]
    pub provenance: bool,
    /// Say nothing on the standard error but errors.
    #[arg(short, long, global = true, display_order = 906)]
    pub quiet: bool,
    /// Give the whole reason of each assumption, not only its first sentence. JSON, HTML and workbooks always do.
    #[arg(short, long, global = true, conflicts_with = "quiet", display_order = 907)]
    pub verbose: bool,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::Cli;

    #[test]
    fn every_argument_has_its_help() {
        Cli::command().help_expected(true).debug_assert();
    }
}

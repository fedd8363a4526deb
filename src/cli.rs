//! What can be typed: every subcommand, flag and help text, and no behaviour.

use std::path::PathBuf;

use clap::ArgGroup;
use clap::Args;
use clap::Parser;
use clap::Subcommand;
use clap::ValueEnum;
use clap_complete::Shell;

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
    /// What a change of the terms costs in a year.
    Cost(Cost),
    /// How far a change can go within a budget, or how far it has to go to bring monthly pay to a figure.
    Solve(Solve),
    /// Rates by area that even out the pay of a courier's day, inside the band and within a budget.
    Balance(Balance),
    /// The bargaining table, full-screen: move the terms and see at once what they cost and whom they reach.
    Negotiate(Negotiate),
    /// The log reduced to parcels per day, company, courier, area and service, as CSV.
    Tally(Log),
    /// An agreement as a readable document: its words, what is computed from them, what is not.
    Show(Show),
    /// Check agreement files: all mistakes at once, each with its place and its remedy.
    Validate(Validate),
    /// The agreements that are built in.
    Agreements,
    /// The checks, or the page of one.
    Checks(Checks),
    /// The JSON Schema of agreement files, for editors.
    Schema,
    /// A completion script for a shell.
    Completions(Completions),
    /// The manual page, in roff.
    Man,
}

/// How to answer: for every subcommand.
#[derive(Args, Debug)]
pub struct Output {
    /// The format of the answer [default: by the ending of the file of -o; else table, csv for tally].
    #[arg(short, long, global = true, value_enum, display_order = 900)]
    pub format: Option<Format>,
    /// Write the answer to this file, whole or not at all, instead of the standard output; .csv, .json, .md, .txt and .xlsx (a workbook) say the format.
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
    /// Say nothing on the standard error but errors.
    #[arg(short, long, global = true, display_order = 906)]
    pub quiet: bool,
}

/// Which deliveries.
#[derive(Args, Debug)]
pub struct Log {
    /// Delivery logs in CSV, one row a parcel or a count; `-` is the standard input. Several logs are one log.
    #[arg(value_name = "LOG", required = true)]
    pub logs: Vec<PathBuf>,
    /// How its rows are taken.
    #[command(flatten)]
    pub reading: Reading,
}

/// How the rows of a log are taken.
#[derive(Args, Debug)]
pub struct Reading {
    /// Write rows that cannot be read to this file, with the reason, and compute the rest.
    #[arg(long, value_name = "FILE")]
    pub rejects: Option<PathBuf>,
    /// The statuses that count as delivered, in place of the usual ones.
    #[arg(long, value_name = "STATUS,…", value_delimiter = ',')]
    pub delivered: Option<Vec<String>>,
    /// The first day that counts (YYYY-MM-DD).
    #[arg(long, value_name = "DAY")]
    pub from: Option<String>,
    /// The last day that counts (YYYY-MM-DD).
    #[arg(long, value_name = "DAY")]
    pub until: Option<String>,
}

/// On what terms: the agreements, and who works under them.
#[derive(Args, Debug)]
pub struct Terms {
    /// An agreement, by its built-in name or its path; several stack, and the better term for the worker holds.
    #[arg(short, long = "agreement", value_name = "NAME|PATH", required = true)]
    pub agreements: Vec<String>,
    /// The rates that companies pay, in CSV.
    #[arg(long, value_name = "FILE")]
    pub rates: Option<PathBuf>,
    /// One rate for all parcels of a rule that no row of --rates prices, such as delivery=0.80.
    #[arg(long, value_name = "RULE=AMOUNT", allow_hyphen_values = true)]
    pub rate: Vec<String>,
    /// Who is employed, and on what terms, in CSV.
    #[arg(long, value_name = "FILE")]
    pub roster: Option<PathBuf>,
    /// Pregnancy, maternity leave and nursing, in CSV; kept apart because it is sensitive.
    #[arg(long, value_name = "FILE")]
    pub protected: Option<PathBuf>,
    /// Hours by courier and day, in CSV.
    #[arg(long, value_name = "FILE")]
    pub attendance: Option<PathBuf>,
}

/// `wagepact pay`.
#[derive(Args, Debug)]
pub struct Pay {
    /// Which deliveries.
    #[command(flatten)]
    pub log: Log,
    /// On what terms.
    #[command(flatten)]
    pub terms: Terms,
    /// One row for each of these, in each month.
    #[arg(long, value_enum, default_value_t = PayBy::Courier, conflicts_with = "lines")]
    pub by: PayBy,
    /// Every line of every payslip, with its rule and clause.
    #[arg(long)]
    pub lines: bool,
}

/// What a row of `pay` stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PayBy {
    /// A courier in a company.
    Courier,
    /// A company.
    Company,
    /// An area of a company: its parcels and piece pay.
    Area,
    /// A month.
    Month,
    /// All companies together, month by month.
    Total,
}

/// `wagepact explain`.
#[derive(Args, Debug)]
pub struct Explain {
    /// The courier's id, as the log or the roster has it.
    #[arg(value_name = "COURIER")]
    pub courier: String,
    /// Which deliveries.
    #[command(flatten)]
    pub log: Log,
    /// On what terms.
    #[command(flatten)]
    pub terms: Terms,
    /// Read the log a second time, and list the file and the line of every row of this courier.
    #[arg(long)]
    pub rows: bool,
}

/// `wagepact check`.
#[derive(Args, Debug)]
pub struct Check {
    /// Which deliveries.
    #[command(flatten)]
    pub log: Log,
    /// On what terms.
    #[command(flatten)]
    pub terms: Terms,
    /// The payroll register: what was paid to whom for which month, in CSV.
    #[arg(long, value_name = "FILE")]
    pub register: PathBuf,
    /// One row for each of these.
    #[arg(long, value_enum, default_value_t = CheckBy::Finding)]
    pub by: CheckBy,
    /// Run only these checks.
    #[arg(long, value_name = "CODE,…", value_delimiter = ',', conflicts_with = "skip")]
    pub only: Vec<String>,
    /// Leave out these checks.
    #[arg(long, value_name = "CODE,…", value_delimiter = ',')]
    pub skip: Vec<String>,
    /// Warnings end with exit code 1 too.
    #[arg(long, value_enum)]
    pub deny: Option<Deny>,
    /// Digests in place of ids and names, and no kind of protection: for what leaves the payroll office.
    #[arg(long)]
    pub redact: bool,
    /// With --redact: the secret that keeps digests the same from month to month [default: a new one each time].
    #[arg(long, value_name = "TEXT", requires = "redact")]
    pub salt: Option<String>,
}

/// What a row of `check` stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CheckBy {
    /// A finding.
    Finding,
    /// A courier: the arrears over all months.
    Courier,
}

/// What is taken as gravely as a violation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Deny {
    /// Warnings.
    Warnings,
}

/// `wagepact checks`.
#[derive(Args, Debug)]
pub struct Checks {
    /// The code of a check, such as underpaid.
    #[arg(value_name = "CODE")]
    pub code: Option<String>,
}

/// `wagepact cost`.
#[derive(Args, Debug)]
#[command(group(ArgGroup::new("proposed").args(["change", "proposal"]).required(true).multiple(true)))]
pub struct Cost {
    /// Delivery logs in CSV; `-` is the standard input. None where --parcels says how many.
    #[arg(value_name = "LOG", required_unless_present = "parcels")]
    pub logs: Vec<PathBuf>,
    /// How its rows are taken.
    #[command(flatten)]
    pub reading: Reading,
    /// On what terms.
    #[command(flatten)]
    pub terms: Terms,
    /// A change, such as 'delivery +0.10', 'delivery@area=鄣吴 =0.95', 'delivery +5%' or 'minimum-wage =2490'.
    #[arg(long, value_name = "CHANGE", allow_hyphen_values = true)]
    pub change: Vec<String>,
    /// A file of changes with a title, in TOML; each file is a scenario of its own.
    #[arg(long, value_name = "FILE")]
    pub proposal: Vec<PathBuf>,
    /// One row for each of these [default: company; total with --parcels].
    #[arg(long, value_enum)]
    pub by: Option<CostBy>,
    /// How many parcels a year has: a number, or a CSV file of company,parcels [default: by the days of the log].
    #[arg(long, value_name = "N|FILE", conflicts_with = "parcels", allow_negative_numbers = true)]
    pub annual_parcels: Option<String>,
    /// No log: the cost for this many delivered parcels a year.
    #[arg(long, value_name = "N", conflicts_with_all = ["logs", "roster", "protected", "attendance"], allow_negative_numbers = true)]
    pub parcels: Option<String>,
}

/// What a row of `cost` stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CostBy {
    /// All together.
    Total,
    /// A company.
    Company,
    /// An area of a company.
    Area,
    /// A courier in a company.
    Courier,
}

/// `wagepact solve`.
#[derive(Args, Debug)]
#[command(group(ArgGroup::new("goal").args(["budget", "target"]).required(true)))]
pub struct Solve {
    /// Which deliveries.
    #[command(flatten)]
    pub log: Log,
    /// On what terms.
    #[command(flatten)]
    pub terms: Terms,
    /// A change with ? for its amount, such as 'delivery +?' or 'delivery@area=鄣吴 -?'; others with their amounts may stand beside it.
    #[arg(long, value_name = "CHANGE", required = true, allow_hyphen_values = true)]
    pub change: Vec<String>,
    /// Yuan a year that it may cost at most, or with -? save.
    #[arg(long, value_name = "YUAN", allow_negative_numbers = true)]
    pub budget: Option<String>,
    /// What the monthly pay of couriers who worked the whole month is to come to: median=7000, mean=7000 or p10=5000.
    #[arg(long, value_name = "TARGET")]
    pub target: Option<String>,
    /// The change is a multiple of this, in yuan.
    #[arg(long, value_name = "YUAN", default_value = "0.01", allow_negative_numbers = true)]
    pub step: String,
    /// One change for all, or one for each company within its share of the budget.
    #[arg(long, value_enum, default_value_t = SolveBy::Total)]
    pub by: SolveBy,
    /// How many parcels a year has: a number, or a CSV file of company,parcels [default: by the days of the log].
    #[arg(long, value_name = "N|FILE", allow_negative_numbers = true)]
    pub annual_parcels: Option<String>,
}

/// What a row of `solve` stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SolveBy {
    /// All together.
    Total,
    /// A company.
    Company,
}

/// `wagepact balance`.
#[derive(Args, Debug)]
pub struct Balance {
    /// Which deliveries.
    #[command(flatten)]
    pub log: Log,
    /// On what terms.
    #[command(flatten)]
    pub terms: Terms,
    /// The rate to be balanced, where several have a band.
    #[arg(long, value_name = "RULE")]
    pub rule: Option<String>,
    /// Yuan a year to add over all companies, in proportion to their piece pay [default: what is paid now].
    #[arg(long, value_name = "YUAN", allow_negative_numbers = true)]
    pub budget: Option<String>,
    /// The grid on which rates stand, in yuan.
    #[arg(long, value_name = "YUAN", default_value = "0.01", allow_negative_numbers = true)]
    pub step: String,
    /// Lower no rate.
    #[arg(long)]
    pub no_loss: bool,
    /// How many parcels a year has: a number, or a CSV file of company,parcels [default: by the days of the log].
    #[arg(long, value_name = "N|FILE", requires = "budget", allow_negative_numbers = true)]
    pub annual_parcels: Option<String>,
    /// Write the rates proposed to this file, as pay --rates takes them.
    #[arg(long, value_name = "FILE")]
    pub write_rates: Option<PathBuf>,
}

/// `wagepact negotiate`.
#[derive(Args, Debug)]
pub struct Negotiate {
    /// Which deliveries.
    #[command(flatten)]
    pub log: Log,
    /// On what terms.
    #[command(flatten)]
    pub terms: Terms,
}

/// `wagepact show`.
#[derive(Args, Debug)]
pub struct Show {
    /// The agreements, by built-in name or path.
    #[arg(value_name = "NAME|PATH", required = true)]
    pub agreements: Vec<String>,
    /// The day whose figures are shown (YYYY-MM-DD) [default: today].
    #[arg(long, value_name = "DAY")]
    pub on: Option<String>,
}

/// `wagepact validate`.
#[derive(Args, Debug)]
pub struct Validate {
    /// The agreements, by built-in name or path; given together they are also checked as one stack.
    #[arg(value_name = "NAME|PATH", required = true)]
    pub agreements: Vec<String>,
}

/// `wagepact completions`.
#[derive(Args, Debug)]
pub struct Completions {
    /// The shell.
    #[arg(value_enum)]
    pub shell: Shell,
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

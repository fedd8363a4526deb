//! What is given to a command: the log, how its rows are taken, and the terms.

use std::path::PathBuf;

use clap::Args;

use crate::deliveries::engines::Engine;
use crate::files::encoding::Stated;

/// Which deliveries.
#[derive(Args, Debug)]
pub struct Log {
    /// Delivery logs, CSV or a spreadsheet, one row a parcel or a count; `-` is the standard input. Several logs are one log. With a project file also a month or a range of months, 2026-10 or 2025-11..2026-10.
    #[arg(value_name = "LOG", required = true)]
    pub logs: Vec<PathBuf>,
    /// How its rows are taken.
    #[command(flatten)]
    pub reading: Reading,
}

/// What `--from` is to `wagepact tally`.
const FROM: &str = "The first day that counts (YYYY-MM-DD); with --sql: what stands behind FROM, such as the name of a table or \
    read_csv('log.csv', all_varchar = true)";

/// `wagepact tally`.
#[derive(Args, Debug)]
#[command(mut_arg("from", |from| from.value_name("DAY|TABLE").help(FROM)))]
pub struct Tally {
    /// Delivery logs, CSV or a spreadsheet, one row a parcel or a count; `-` is the standard input. None with --sql.
    #[arg(value_name = "LOG", required_unless_present = "sql")]
    pub logs: Vec<PathBuf>,
    /// How its rows are taken.
    #[command(flatten)]
    pub reading: Reading,
    /// Agreements whose measures and columns the tally keeps, so that `pay` on it answers the same; may be repeated.
    #[arg(short = 'a', long = "measures-of", value_name = "NAME|PATH")]
    pub measures_of: Vec<String>,
    /// Not the tally, but the statement of SQL that yields it from a table of this engine.
    #[arg(long, value_enum, value_name = "ENGINE", requires = "from", conflicts_with_all = ["logs", "month", "until", "rejects", "encoding"])]
    pub sql: Option<Engine>,
}

/// `wagepact map`.
#[derive(Args, Debug)]
pub struct Map {
    /// The files to look at: log, rates, roster, register, attendance, protected periods; `-` is the standard input.
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// How they are written, where they have no byte order mark [default: found by looking at them].
    #[arg(long, value_enum)]
    pub encoding: Option<Stated>,
    /// Agreements whose measures are looked for among the headings; may be repeated.
    #[arg(short = 'a', long = "measures-of", value_name = "NAME|PATH")]
    pub measures_of: Vec<String>,
}

/// `wagepact init`.
#[derive(Args, Debug)]
pub struct Init {
    /// The agreements, by built-in name or path [default: the documents in this folder, else those of Anji and of Zhejiang].
    #[arg(short, long = "agreement", value_name = "NAME|PATH")]
    pub agreements: Vec<String>,
    /// How the tables are written that have no byte order mark [default: found by looking at each].
    #[arg(long, value_enum)]
    pub encoding: Option<Stated>,
    /// Write over a project file that is there already.
    #[arg(long)]
    pub force: bool,
}

/// How the rows of a log are taken.
#[derive(Args, Debug)]
pub struct Reading {
    /// Write rows that cannot be read to this file, with the reason, and compute the rest.
    #[arg(long, value_name = "FILE")]
    pub rejects: Option<PathBuf>,
    /// How the tables are written that have no byte order mark [default: found by looking at each].
    #[arg(long, value_enum)]
    pub encoding: Option<Stated>,
    /// The file that says what need not be typed, and which files a month in place of LOG stands for [default: wagepact.toml in this folder or above it].
    #[arg(long, value_name = "FILE")]
    pub project: Option<PathBuf>,
    /// How the log and the other tables are laid out, in TOML: which column is which, how days are written, which rows count.
    #[arg(long, value_name = "FILE")]
    pub map: Option<PathBuf>,
    /// The statuses that count as delivered, in place of the usual ones or those of --map.
    #[arg(long, value_name = "STATUS,…", value_delimiter = ',')]
    pub delivered: Option<Vec<String>>,
    /// The month of a register or of a table with one column a day, where neither its rows nor its sheet nor a title names it
    /// (YYYY-MM).
    #[arg(long, value_name = "MONTH")]
    pub month: Option<String>,
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
    /// The rates that companies pay, as a table (CSV or a spreadsheet).
    #[arg(long, value_name = "FILE")]
    pub rates: Option<PathBuf>,
    /// One rate for all parcels of a rule that no row of --rates prices, such as delivery=0.80.
    #[arg(long, value_name = "RULE=AMOUNT", allow_hyphen_values = true)]
    pub rate: Vec<String>,
    /// Who is employed, and on what terms, as a table.
    #[arg(long, value_name = "FILE")]
    pub roster: Option<PathBuf>,
    /// Pregnancy, maternity leave and nursing, as a table; kept apart because it is sensitive.
    #[arg(long, value_name = "FILE")]
    pub protected: Option<PathBuf>,
    /// Hours by courier and day, as a table; several, such as one a month, are one.
    #[arg(long, value_name = "FILE")]
    pub attendance: Vec<PathBuf>,
}

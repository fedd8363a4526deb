//! What is asked at the table: `cost`, `compare`, `solve`, `balance`, `negotiate` and `handout`.

use std::path::PathBuf;

use clap::{ArgGroup, Args, ValueEnum};

use crate::cli::{Log, Reading, Terms};

/// How the log becomes a year.
#[derive(Args, Debug)]
pub struct Annual {
    /// How many parcels a year has: a number, or a CSV file of company,parcels [default: by the days of the log].
    #[arg(long, value_name = "N|FILE", allow_negative_numbers = true)]
    pub annual_parcels: Option<String>,
    /// The log holds some of the couriers only: amounts by the month grow with --annual-parcels too.
    #[arg(long, requires = "annual_parcels")]
    pub sample: bool,
    /// How the parcels of a year spread over its months: china-2025, or a CSV file of month,weight [default: evenly].
    #[arg(long, value_name = "FILE|NAME")]
    pub season: Option<String>,
}

/// What `balance` needs only to share out a budget of a year.
pub const FOR_A_BUDGET: [&str; 3] = ["annual_parcels", "sample", "season"];

/// `wagepact cost`.
#[derive(Args, Debug)]
#[command(group(ArgGroup::new("proposed").args(["change", "proposal"]).required(true).multiple(true)))]
pub struct Cost {
    /// Delivery logs, CSV or a spreadsheet; `-` is the standard input. None where --parcels says how many.
    #[arg(value_name = "LOG", required_unless_present = "parcels")]
    pub logs: Vec<PathBuf>,
    /// How its rows are taken.
    #[command(flatten)]
    pub reading: Reading,
    /// On what terms.
    #[command(flatten)]
    pub terms: Terms,
    /// A change, such as "delivery +0.10", "delivery@area=鄣吴 =0.95", "delivery +5%" or "minimum-wage =2490".
    #[arg(long, value_name = "CHANGE", allow_hyphen_values = true)]
    pub change: Vec<String>,
    /// A file of changes with a title, in TOML; each is a scenario of its own, a.toml+b.toml is both together.
    #[arg(long, value_name = "FILE")]
    pub proposal: Vec<PathBuf>,
    /// One row for each of these [default: company; total with --parcels].
    #[arg(long, value_enum)]
    pub by: Option<CostBy>,
    /// How the log becomes a year.
    #[command(flatten)]
    pub annual: Annual,
    /// No log: the cost for this many delivered parcels a year.
    #[arg(long, value_name = "N", conflicts_with_all = ["logs", "roster", "protected", "attendance", "annual_parcels", "season"], allow_negative_numbers = true)]
    pub parcels: Option<String>,
}

/// What a row of `cost` stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CostBy {
    /// All together.
    #[value(aliases = ["合计", "总计"])]
    Total,
    /// A company.
    #[value(alias = "公司")]
    Company,
    /// An area of a company.
    #[value(aliases = ["区域", "乡镇"])]
    Area,
    /// A courier in a company.
    #[value(alias = "派件员")]
    Courier,
}

/// `wagepact compare`.
#[derive(Args, Debug)]
#[command(group(ArgGroup::new("compared").args(["change", "proposal"]).required(true).multiple(true)))]
pub struct Compare {
    /// Which deliveries.
    #[command(flatten)]
    pub log: Log,
    /// On what terms.
    #[command(flatten)]
    pub terms: Terms,
    /// A file of changes with a title, in TOML; each is a scenario of its own, a.toml+b.toml is both together.
    #[arg(long, value_name = "FILE")]
    pub proposal: Vec<PathBuf>,
    /// A change, such as "delivery +0.10" or "delivery@area=鄣吴 =0.95"; all together are one scenario beside the proposals.
    #[arg(long, value_name = "CHANGE", allow_hyphen_values = true)]
    pub change: Vec<String>,
    /// What is compared.
    #[arg(long, value_enum, default_value_t = View::Cost)]
    pub show: View,
    /// With --show cost or clauses: one row for each of these [default: company].
    #[arg(long, value_enum)]
    pub by: Option<ByCompany>,
    /// With --show years: how many years [default: 3].
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=50))]
    pub years: Option<u8>,
    /// How the log becomes a year.
    #[command(flatten)]
    pub annual: Annual,
}

/// What `compare` shows of each proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum View {
    /// What it costs in a year.
    #[value(aliases = ["成本", "费用"])]
    Cost,
    /// What each of its changes costs.
    #[value(aliases = ["各项", "条款"])]
    Clauses,
    /// Whom it reaches: who gains and who loses, and how pay is spread.
    #[value(aliases = ["人员", "派件员"])]
    People,
    /// What it costs year by year.
    #[value(aliases = ["逐年", "年份"])]
    Years,
}

/// What a row of `compare` and `solve` stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ByCompany {
    /// All together.
    #[value(aliases = ["合计", "总计"])]
    Total,
    /// A company.
    #[value(alias = "公司")]
    Company,
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
    /// A change with ? for its amount, such as "delivery +?" or "delivery@area=鄣吴 -?"; others with their amounts may stand beside it.
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
    #[arg(long, value_enum, default_value_t = ByCompany::Total)]
    pub by: ByCompany,
    /// How the log becomes a year.
    #[command(flatten)]
    pub annual: Annual,
}

/// `wagepact balance`.
#[derive(Args, Debug)]
#[command(mut_args(|arg| if FOR_A_BUDGET.contains(&arg.get_id().as_str()) { arg.requires("budget") } else { arg }))]
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
    /// Let rates go down too, to the end of the band [default: no rate is lowered].
    #[arg(long)]
    pub may_lower: bool,
    /// Lower no rate: the default, and it need not be said.
    #[arg(long, conflicts_with = "may_lower")]
    pub no_loss: bool,
    /// How the log becomes a year.
    #[command(flatten)]
    pub annual: Annual,
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
    /// A file of changes that lies on the table at the start; twice at most, side by side.
    #[arg(long, value_name = "FILE")]
    pub proposal: Vec<PathBuf>,
    /// How the log becomes a year.
    #[command(flatten)]
    pub annual: Annual,
}

/// `wagepact handout`.
#[derive(Args, Debug)]
#[command(group(ArgGroup::new("handed_out").args(["change", "proposal"]).required(true).multiple(true)))]
pub struct Handout {
    /// Which deliveries.
    #[command(flatten)]
    pub log: Log,
    /// On what terms.
    #[command(flatten)]
    pub terms: Terms,
    /// A file of changes with a title, in TOML; each is a scenario of its own, a.toml+b.toml is both together.
    #[arg(long, value_name = "FILE")]
    pub proposal: Vec<PathBuf>,
    /// A change, such as "delivery +0.10" or "delivery@area=鄣吴 =0.95"; all together are one scenario beside the proposals.
    #[arg(long, value_name = "CHANGE", allow_hyphen_values = true)]
    pub change: Vec<String>,
    /// How many years are shown [default: 3].
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=50))]
    pub years: Option<u8>,
    /// How the log becomes a year.
    #[command(flatten)]
    pub annual: Annual,
}

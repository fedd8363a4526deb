//! What a payroll office asks: `pay`, `explain`, `check` and `checks`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::cli::{Log, Terms};

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
    #[value(alias = "派件员")]
    Courier,
    /// A company.
    #[value(alias = "公司")]
    Company,
    /// An area of a company: its parcels and piece pay.
    #[value(aliases = ["区域", "乡镇"])]
    Area,
    /// A month.
    #[value(alias = "月份")]
    Month,
    /// All companies together, month by month.
    #[value(aliases = ["合计", "总计"])]
    Total,
}

/// `wagepact explain`.
#[derive(Args, Debug)]
pub struct Explain {
    /// The courier's id, as the log or the roster has it, or the name; several with a comma between them.
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

/// `wagepact payslips`.
#[derive(Args, Debug)]
pub struct Payslips {
    /// Which deliveries.
    #[command(flatten)]
    pub log: Log,
    /// On what terms.
    #[command(flatten)]
    pub terms: Terms,
    /// The payroll register, by which payslips say what was taken off and what was left, as a table; several are one register.
    #[arg(long, value_name = "FILE")]
    pub register: Vec<PathBuf>,
    /// Only these couriers, by their ids or names [default: everyone].
    #[arg(long, value_name = "ID|NAME,…", value_delimiter = ',')]
    pub courier: Vec<String>,
    /// Several a page, with lines along which they are cut [default: each on a page of its own].
    #[arg(long)]
    pub strips: bool,
    /// In a workbook a sheet for each [default: all on one sheet].
    #[arg(long)]
    pub sheets: bool,
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
    /// The payroll register: what was paid to whom for which month, as a table; several, such as one a month, are one register.
    #[arg(long, value_name = "FILE", required = true)]
    pub register: Vec<PathBuf>,
    /// One row for each of these.
    #[arg(long, value_enum, default_value_t = CheckBy::Finding)]
    pub by: CheckBy,
    /// Run only these checks.
    #[arg(long, value_name = "CODE,…", value_delimiter = ',', conflicts_with = "skip")]
    pub only: Vec<String>,
    /// Leave out these checks.
    #[arg(long, value_name = "CODE,…", value_delimiter = ',')]
    pub skip: Vec<String>,
    /// What ends with exit code 1 as a violation does: warnings, and checks that could not look.
    #[arg(long, value_enum, value_delimiter = ',')]
    pub deny: Vec<Deny>,
    /// Digests in place of ids and names, and no kind of protection: for what leaves the payroll office.
    #[arg(long)]
    pub redact: bool,
    /// With --redact: the secret that keeps digests the same from month to month, of at least 16 characters [default: a new one each time].
    #[arg(long, value_name = "TEXT", requires = "redact", conflicts_with = "salt_file")]
    pub salt: Option<String>,
    /// With --redact: the file in which that secret is; where there is none, a new one is written to it.
    #[arg(long, value_name = "FILE", requires = "redact")]
    pub salt_file: Option<PathBuf>,
}

/// What a row of `check` stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CheckBy {
    /// A finding.
    #[value(aliases = ["问题", "发现"])]
    Finding,
    /// A courier: the arrears over all months.
    #[value(alias = "派件员")]
    Courier,
}

/// What is taken as gravely as a violation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Deny {
    /// Warnings.
    #[value(aliases = ["提醒", "警告"])]
    Warnings,
    /// Checks that could not look, in all months or in one.
    #[value(alias = "未检查")]
    Unchecked,
}

/// `wagepact checks`.
#[derive(Args, Debug)]
pub struct Checks {
    /// The code of a check, such as underpaid.
    #[arg(value_name = "CODE")]
    pub code: Option<String>,
}

//! What is asked of `cost`: the terms as they stand, the log, and how it becomes a year.

use crate::agreement::Agreement;
use crate::cost::annual::Annual;
use crate::cost::annual::covered::CoveredLog;
use crate::workforce::Workforce;

/// What is asked of `cost`, beside the proposal.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The agreement in force.
    pub agreement: &'a Agreement,
    /// The log, cut to the days that it covers.
    pub tally: &'a CoveredLog,
    /// Rates, roster and the rest.
    pub workforce: &'a Workforce,
    /// How the figures of the log become those of a year.
    pub annual: &'a Annual,
    /// What a row stands for.
    pub by: By,
}

/// What a row stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// All together.
    Total,
    /// A company.
    Company,
    /// An area of a company.
    Area,
    /// A courier of a company.
    Courier,
}

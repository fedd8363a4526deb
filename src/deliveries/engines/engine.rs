//! The engines that can make a tally.

use clap::ValueEnum;

use crate::deliveries::engines::dialect::Dialect;
use crate::deliveries::engines::duckdb::DuckDb;
use crate::deliveries::engines::spark::Spark;

/// An engine that can make a tally.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Engine {
    /// A database on one machine.
    #[value(name = "duckdb")]
    DuckDb,
    /// An engine on many machines: Apache Spark.
    #[value(name = "spark")]
    Spark,
}

impl Engine {
    pub(super) fn dialect(self) -> &'static dyn Dialect {
        match self {
            Self::DuckDb => &DuckDb,
            Self::Spark => &Spark,
        }
    }
}

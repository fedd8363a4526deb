//! Results as reports, one file a result.

pub mod agreements;
pub mod altered;
pub mod balance;
mod beside;
pub mod check;
pub mod checks;
pub mod compare;
pub mod cost;
pub mod explain;
pub mod handout;
pub mod pay;
pub mod payslips;
mod proviso;
pub mod show;
pub mod solve;
pub mod tally;
mod words;

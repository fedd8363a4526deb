//! What a change costs in a year: pay as it stands, pay as proposed, and the difference.

pub mod annual;
mod annual_cost;
pub mod balance;
pub(crate) mod baseline;
mod contribution;
mod like_days;
mod losers;
pub(crate) mod monthly;
pub mod people;
mod question;
mod requirements;
mod rows;
pub mod solve;
pub mod split;
pub mod spread;
pub mod years;

pub use annual::covered::CoveredLog;
pub use annual::season::Season;
pub use annual::{Annual, FromLog, YearParcels};
pub use annual_cost::{Cost, cost, cost_beside};
pub use baseline::Baseline;
pub use like_days::merge_like_days;
pub use question::{By, Question};
pub(crate) use requirements::missing_input;
pub use rows::CostRow;

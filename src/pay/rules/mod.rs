//! The parts of the pay, one file each, in the order in which a payslip shows them.

pub(crate) mod absence;
pub(crate) mod allowance;
pub(crate) mod base;
pub(crate) mod bonus;
pub(crate) mod cut;
pub(crate) mod floor;
pub(crate) mod guarantee;
mod ladder;
pub(crate) mod occasions;
pub(crate) mod offers;
pub(crate) mod piece;
pub(crate) mod premium;
pub(crate) mod protection;
pub(crate) mod time;
mod top_up;
pub(crate) mod week;

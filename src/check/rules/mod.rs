//! The checks, one file each, named by their codes.

pub(crate) mod allowance_missing;
pub(crate) mod base_cut;
pub(crate) mod below_floor;
pub(crate) mod deduction_over_cap;
pub(crate) mod dismissed_while_protected;
pub(crate) mod extended_hours;
pub(crate) mod floor_not_above_law;
pub(crate) mod night_work;
pub(crate) mod no_written_contract;
pub(crate) mod not_in_force;
pub(crate) mod not_in_log;
pub(crate) mod not_on_register;
pub(crate) mod overpaid;
pub(crate) mod paid_late;
pub(crate) mod parcels_differ;
pub(crate) mod rate_above_band;
pub(crate) mod rate_below_band;
pub(crate) mod underpaid;
pub(crate) mod unequal_rate;
pub(crate) mod unknown_courier;

//! All checks, one file each, named by their codes; listed in the order in which they are shown.

mod allowance_missing;
mod base_cut;
mod below_floor;
mod deduction_over_cap;
mod dismissed_while_protected;
mod extended_hours;
mod fines;
mod floor_not_above_law;
mod hours_over_limit;
mod ids_alike;
mod night_work;
mod no_written_contract;
mod not_in_force;
mod not_in_log;
mod not_on_register;
mod outside_employment;
mod overpaid;
mod overtime_in_fixed_pay;
mod paid_late;
mod parcels_differ;
mod part_time_hours;
mod pay_cut_while_protected;
mod rate_above_band;
mod rate_below_band;
mod underpaid;
mod unequal_rate;
mod unknown_courier;

use crate::check::Check;

/// Every check.
pub const CHECKS: &[Check] = &[
    underpaid::CHECK,
    overpaid::CHECK,
    rate_below_band::CHECK,
    rate_above_band::CHECK,
    parcels_differ::CHECK,
    below_floor::CHECK,
    deduction_over_cap::CHECK,
    fines::CHECK,
    base_cut::CHECK,
    pay_cut_while_protected::CHECK,
    overtime_in_fixed_pay::CHECK,
    hours_over_limit::CHECK,
    part_time_hours::CHECK,
    extended_hours::CHECK,
    night_work::CHECK,
    dismissed_while_protected::CHECK,
    unequal_rate::CHECK,
    no_written_contract::CHECK,
    allowance_missing::CHECK,
    unknown_courier::CHECK,
    ids_alike::CHECK,
    outside_employment::CHECK,
    not_on_register::CHECK,
    not_in_log::CHECK,
    paid_late::CHECK,
    not_in_force::CHECK,
    floor_not_above_law::CHECK,
];

/// The check of that code.
#[must_use]
pub fn by_code(code: &str) -> Option<&'static Check> {
    CHECKS.iter().find(|check| check.code == code)
}

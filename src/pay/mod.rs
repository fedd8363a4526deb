//! What is due: pure arithmetic from agreement, tally and workforce to payslips. No clock, no files, no printing.
//!
//! One month flows through without going back. [`courier_index`] and [`worksheet`] lay out who worked what: a pay slot for each
//! courier, company and month. [`pricing`] says what a rule pays a subject on a day, and on what that rests ([`ground`]).
//! [`workings`] makes a payslip of a slot, the lines of each kind by one file in `rules`, and keeps what was weighed, so that
//! [`explain`] has to compute nothing again. [`run`] does so for everyone, [`each_slot`] on all cores. What a run comes across on its way is collected in
//! [`observed`] and handed back.

pub mod explain;
pub mod ground;
pub mod line;

mod absences;
mod alike_ids;
mod attended;
mod band;
mod calendar;
pub(crate) mod courier_index;
pub(crate) mod couriers;
mod each_slot;
mod earlier_months;
mod earlier_pay;
mod employment;
mod entitlements;
mod hours_and_parcels;
mod long_windows;
mod names;
mod nobody;
mod notes;
mod observed;
mod of_no_one;
pub(crate) mod pricing;
mod proration;
mod provisos;
mod rates;
mod rates_of_days;
mod reasons;
pub(crate) mod repricing;
mod rules;
pub(crate) mod run;
mod shares;
mod slot_pricing;
mod statutory;
pub(crate) mod subject;
mod superseded;
pub(crate) mod together;
mod unnamed;
pub(crate) mod workings;
pub(crate) mod worksheet;

pub use alike_ids::{AlikeIds, IdsOf, alike_ids, ids_of, notes_on_ids};
pub use band::{Misfit, misfits, priced_by_parcel, rates_outside};
pub use calendar::Calendar;
pub(crate) use calendar::OfCourier;
pub use entitlements::Entitlements;
pub use ground::Ground;
pub use line::{BaseKept, BesideFund, Component, Guarantee, Line, PartOfAll, Payslip, RateSource, Scenario, Tier};
pub use of_no_one::of_no_one;
pub use pricing::OutOfBand;
pub use rates_of_days::{RateOfDay, rates_of_days};
pub use run::{PayRun, pay, pay_each, pay_with};
pub use unnamed::{Unnamed, unnamed};

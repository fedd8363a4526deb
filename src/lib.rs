//! `wagepact` turns a collective wage agreement into arithmetic.
//!
//! ```text
//!  words          text files               values                        answers         text
//!  cli ──▶  agreement/*.toml ──▶ Agreement ──┐                       ┌─ check ─┐
//!           deliveries.csv   ──▶ Tally ──────┼──▶ pay ──▶ PayRun ────┤         ├──▶ report ──▶ stdout, exit code
//!           rates, roster…   ──▶ Workforce ──┘   (pure)              └─ cost ──┘
//! ```
//!
//! The modules, from the bottom to the top; each may name only those before it (`tests/layers.rs` enforces it):
//!
//! * [`cores`]: work on all cores.
//! * [`units`]: yuan, days, months and times of day, and the one place that rounds.
//! * [`diagnostics`]: what is wrong, and where: messages, problems, places, excerpts.
//! * [`files`]: bytes become text: unpacked, decoded, out of a spreadsheet; and what is written.
//! * [`tables`]: text becomes named cells, by headings that are known or by a map.
//! * [`agreement`]: the clauses agreed, as rules that can be computed.
//! * [`deliveries`]: the log, reduced once to a tally.
//! * [`workforce`]: roster, rates in force, protected periods, attendance.
//! * [`pay`]: what is due. Pure: no clock, no files, no printing.
//! * [`sketch`]: a first map of the files of a month, to be looked over.
//! * [`project`]: the file that names what would be typed again every month.
//! * [`check`]: what a payroll departs from; one file a check.
//! * [`cost`]: what a change costs in a year; two runs of `pay` and their difference.
//! * [`report`]: tables, formats and the message catalogue.
//! * [`negotiate`]: the bargaining table: its state, its figures and its screen. It speaks with the words of `report`, and the
//!   commands only open it.
//! * [`commands`]: one file a subcommand: read, compute, report.

pub mod agreement;
pub mod check;
pub mod cli;
pub mod commands;
pub mod cores;
pub mod cost;
pub mod deliveries;
pub mod diagnostics;
pub mod files;
pub mod negotiate;
pub mod pay;
pub mod project;
pub mod report;
pub mod sketch;
pub mod tables;
pub mod units;
pub mod workforce;

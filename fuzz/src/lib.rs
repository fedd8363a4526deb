//! What must hold of every input, whatever is in it: one function a target, run by `cargo fuzz` on bytes that it makes up and by
//! `tests/fuzz_seeds.rs` on those that were kept.

#![allow(unreachable_pub, reason = "a crate here, a module of a test there")]
#![expect(clippy::unwrap_used, reason = "a target stops where something is wrong")]

mod agreement;
mod change;
mod desk;
mod log;
mod map;
mod packed;
mod project;
mod proposal;
mod sketch;
mod sql;
mod table;
mod values;
mod workbook;

/// A target: its name, and what it holds of some bytes; it panics where they do not keep it.
pub type Target = (&'static str, fn(&[u8]));

/// All targets, in the order of their names. Each has a file in `fuzz_targets`, and its seeds in a folder of `seeds`.
pub const TARGETS: [Target; 17] = [
    ("agreement", agreement::holds),
    ("attendance", table::attendance),
    ("change", change::holds),
    ("log", log::holds),
    ("map", map::holds),
    ("packed", packed::holds),
    ("project", project::holds),
    ("proposal", proposal::holds),
    ("protected", table::protected),
    ("rates", table::rates),
    ("register", table::register),
    ("roster", table::roster),
    ("sheet", workbook::made),
    ("sketch", sketch::holds),
    ("sql", sql::holds),
    ("values", values::holds),
    ("workbook", workbook::holds),
];

/// Runs the target of that name.
pub fn run(name: &str, bytes: &[u8]) {
    let (_, holds) = TARGETS.iter().find(|(target, _)| *target == name).unwrap();
    holds(bytes);
}

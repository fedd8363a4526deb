//! The tables beside the log: refused with what is wrong in them, or read; the same with every cell in quotes, and with the ends of
//! lines of Windows.

use std::fmt::Debug;
use std::path::Path;

use wagepact::diagnostics::Problems;
use wagepact::tables::table::TableOptions;
use wagepact::workforce::register_month::MonthsKnown;
use wagepact::workforce::{Attendance, Protected, Rates, Register, Roster};

use super::desk::{Desk, all_quoted, outcome};

fn holds<T: Debug>(bytes: &[u8], read: impl Fn(&Path) -> Result<T, Problems>) {
    let (desk, path) = Desk::with("table.csv", bytes);
    // Where a value stands is another place in the others.
    let without_values = |found: Result<T, Problems>| outcome(found).map(|_| ());
    let plain = without_values(read(&path));
    if let Some(quoted) = all_quoted(bytes) {
        assert_eq!(without_values(read(&desk.write("quoted.csv", &quoted))), plain, "with every cell in quotes");
        if !quoted.contains(&b'\r') {
            let of_windows = String::from_utf8(quoted).unwrap().replace("\"\n", "\"\r\n");
            assert_eq!(without_values(read(&desk.write("windows.csv", of_windows))), plain, "with the ends of Windows");
        }
    }
}

pub fn roster(bytes: &[u8]) {
    holds(bytes, |path| Roster::read(path, TableOptions::default()));
}

pub fn register(bytes: &[u8]) {
    holds(bytes, |path| {
        let (register, problems) = Register::read(path, TableOptions::default(), MonthsKnown::default());
        if problems.is_empty() { Ok(register) } else { Err(problems) }
    });
}

pub fn attendance(bytes: &[u8]) {
    holds(bytes, |path| Attendance::read(path, TableOptions::default(), None));
}

pub fn protected(bytes: &[u8]) {
    holds(bytes, |path| Protected::read(path, TableOptions::default(), None));
}

pub fn rates(bytes: &[u8]) {
    holds(bytes, |path| {
        let mut rates = Rates::default();
        rates.read(path, TableOptions::default(), None).map(|()| rates)
    });
}

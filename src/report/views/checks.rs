//! `checks` as a table: every check with its code, severity and first sentence.

use crate::check::Check;
use crate::report::{Block, Cell, Heading as Column, Report, Table};

/// The list of the checks.
#[must_use]
pub fn checks(checks: &[Check], chinese: bool) -> Report {
    let columns = ["code", "severity", "title"].map(Column::text).to_vec();
    let row = |check: &Check| {
        vec![
            Cell::Text(check.code.into()),
            Cell::Word(check.severity.as_str()),
            Cell::Text(check.title(chinese).into()),
        ]
    };
    let table = Table { key: "rows", columns, rows: checks.iter().map(row).collect(), total: None };
    Report { name: "checks", version: 1, blocks: vec![Block::Table(table)], notes: Vec::new() }
}

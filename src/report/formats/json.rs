//! JSON: every table and every note of a report, for programs, with a version.

use std::io;
use std::io::Write;

use serde_json::to_string;

use crate::report::Catalogue;
use crate::report::Cell;
use crate::report::Report;
use crate::report::formats::for_programs;
use crate::report::formats::money;

/// Writes `{"format":"wagepact/pay","version":1,"rows":[{…}],"notes":[{"id":…,"text":…}]}`, a row a line, keys in the order of
/// the columns.
///
/// Amounts and figures are strings with the exact decimal: most readers of JSON take a number for a binary float, and
/// 0.1 yuan on 66 million parcels is then no longer 0.1. Counts are numbers, a missing value is `null`.
pub(super) fn write(report: &Report, catalogue: &Catalogue, out: &mut dyn Write) -> io::Result<()> {
    write!(out, r#"{{"format":"wagepact/{}","version":{}"#, report.name, report.version)?;
    for table in for_programs(report) {
        write!(out, ",\n{}:[", to_string(table.key)?)?;
        let keys = table.columns.iter().map(|column| to_string(column.key)).collect::<Result<Vec<_>, _>>()?;
        for (number, row) in table.rows.iter().enumerate() {
            out.write_all(if number == 0 { b"\n{" } else { b",\n{" })?;
            for (position, (key, cell)) in keys.iter().zip(row.iter()).enumerate() {
                let comma = if position == 0 { "" } else { "," };
                write!(out, "{comma}{key}:{}", value(cell, catalogue)?)?;
            }
            out.write_all(b"}")?;
        }
        out.write_all(b"]")?;
    }
    out.write_all(b",\n\"notes\":[")?;
    for (number, note) in report.notes.iter().enumerate() {
        let comma = if number == 0 { "" } else { "," };
        write!(out, "{comma}\n{{\"id\":{},\"text\":{}}}", to_string(note.id)?, to_string(&catalogue.say(note))?)?;
    }
    out.write_all(b"]}\n")
}

fn value(cell: &Cell, catalogue: &Catalogue) -> serde_json::Result<String> {
    match cell {
        Cell::Missing => Ok("null".to_string()),
        Cell::Text(text) => to_string(text.as_ref()),
        Cell::Word(word) => to_string(word),
        Cell::Said(message) => to_string(&catalogue.say(message)),
        Cell::Count(count) => to_string(count),
        Cell::Money(amount) => to_string(&money(*amount)),
        Cell::Number(figure) => to_string(&figure.to_string()),
    }
}

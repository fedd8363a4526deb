//! JSON: every table and every note of a report, for programs, with a version.

use std::io;
use std::io::Write;

use serde_json::to_string;

use crate::files::digest::Digest;
use crate::report::formats::{Options, for_programs, money};
use crate::report::made::{Document, Input, VERSION};
use crate::report::{Catalogue, Cell, Made, Report};

/// Writes `{"format":"wagepact/pay","version":1,"rows":[{…}],"notes":[{"id":…,"text":…}]}`, a row a line, keys in the order of
/// the columns.
///
/// Amounts and figures are strings with the exact decimal: most readers of JSON take a number for a binary float, and
/// 0.1 yuan on 66 million parcels is then no longer 0.1. Counts are numbers, a missing value is `null`.
///
/// Last stands `made`, how the report was made, where the options have it: the object has its own version.
pub(super) fn write(
    report: &Report,
    catalogue: &Catalogue,
    options: &Options<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
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
    out.write_all(b"]")?;
    if let Some(made) = options.made {
        write!(out, ",\n\"made\":{}", self::made(made)?)?;
    }
    out.write_all(b"}\n")
}

/// How a report was made, a file a line.
fn made(made: &Made) -> serde_json::Result<String> {
    let day = made.day.map(|day| day.to_string());
    let document = |document: &Document| {
        let Digest { bytes, sha256 } = &document.digest;
        Ok(format!(
            r#"{{"agreement":{},"file":{},"built_in":{},"bytes":{bytes},"sha256":"{sha256}"}}"#,
            to_string(&document.agreement)?,
            to_string(&document.file)?,
            document.built_in
        ))
    };
    let input = |input: &Input| {
        let digest = input.digest.as_ref();
        Ok(format!(
            r#"{{"flag":{},"file":{},"bytes":{},"sha256":{},"why":{}}}"#,
            to_string(input.flag)?,
            to_string(&input.file)?,
            to_string(&digest.ok().map(|digest| digest.bytes))?,
            to_string(&digest.ok().map(|digest| &digest.sha256))?,
            to_string(&digest.err().map(|why| why.as_str()))?
        ))
    };
    let documents = made.documents.iter().map(document).collect::<serde_json::Result<Vec<_>>>()?;
    let inputs = made.inputs.iter().map(input).collect::<serde_json::Result<Vec<_>>>()?;
    Ok(format!(
        r#"{{"version":{VERSION},"program":{},"command":{},"day":{},{}"agreements":[{}],{}"inputs":[{}]}}"#,
        to_string(&format!("wagepact {}", made.program))?,
        to_string(&made.command)?,
        to_string(&day)?,
        "\n",
        lines(&documents),
        "\n",
        lines(&inputs)
    ))
}

/// Objects one below the other.
fn lines(objects: &[String]) -> String {
    objects.iter().map(|object| format!("\n{object}")).collect::<Vec<_>>().join(",")
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

//! JSON: every table and every note of a report, for programs, with a version.

use std::io;
use std::io::Write;

use serde_json::{Value, json, to_string};

use crate::report::formats::cells::figure;
use crate::report::formats::page::{Page, for_programs};
use crate::report::provenance::{DocumentRead, FileRead, Provenance, VERSION};
use crate::report::{Catalogue, Cell};
use crate::units::Currency;

/// Writes `{"format":"wagepact/pay","version":1,"rows":[{…}],"notes":[{"id":…,"text":…}]}`, a row a line, keys in the order of
/// the columns.
///
/// Amounts and figures are strings with the exact decimal: most readers of JSON take a number for a binary float, and
/// 0.1 yuan on 66 million parcels is then no longer 0.1. Counts are numbers, a missing value is `null`.
///
/// Last stands `made`, its provenance, where the options have it: the object has its own version.
pub(super) fn write(page: &Page<'_>, out: &mut dyn Write) -> io::Result<()> {
    let Page { report, catalogue, options } = page;
    write!(out, r#"{{"format":"wagepact/{}","version":{}"#, report.name, report.version)?;
    if catalogue.currency() != Currency::YUAN {
        write!(out, r#","currency":"{}""#, catalogue.currency())?;
    }
    for table in for_programs(report) {
        write!(out, ",\n{}:[", to_string(table.key)?)?;
        let keys = table.columns.iter().map(|column| to_string(column.key)).collect::<Result<Vec<_>, _>>()?;
        for (number, row) in table.rows.iter().enumerate() {
            out.write_all(if number == 0 { b"\n{" } else { b",\n{" })?;
            for (position, (key, cell)) in keys.iter().zip(row.iter()).enumerate() {
                let comma = if position == 0 { "" } else { "," };
                write!(out, "{comma}{key}:{}", value(cell, catalogue))?;
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
    if let Some(provenance) = options.provenance {
        write!(out, ",\n\"made\":{}", made(provenance)?)?;
    }
    out.write_all(b"}\n")
}

/// How a report was made, a file a line.
fn made(provenance: &Provenance) -> serde_json::Result<String> {
    let document = |DocumentRead { agreement, file, built_in, digest }: &DocumentRead| {
        let (bytes, sha256) = (digest.bytes, &digest.sha256);
        json!({ "agreement": agreement, "file": file, "built_in": built_in, "bytes": bytes, "sha256": sha256 })
    };
    let input = |FileRead { flag, file, digest }: &FileRead| {
        let (bytes, sha256) =
            (digest.as_ref().ok().map(|digest| digest.bytes), digest.as_ref().ok().map(|digest| &digest.sha256));
        let why = digest.as_ref().err().map(|why| why.as_str());
        json!({ "flag": flag, "file": file, "bytes": bytes, "sha256": sha256, "why": why })
    };
    let project = provenance.project.as_ref().map(|added| json!({ "file": added.file, "added": added.words }));
    Ok(format!(
        r#"{{"version":{VERSION},"program":{},"command":{},{}"day":{},{}"agreements":[{}],{}"inputs":[{}]}}"#,
        to_string(&format!("wagepact {}", provenance.program))?,
        to_string(&provenance.command)?,
        project.map_or_else(String::new, |project| format!("\"project\":{project},")),
        to_string(&provenance.day.map(|day| day.to_string()))?,
        "\n",
        lines(provenance.documents.iter().map(document)),
        "\n",
        lines(provenance.inputs.iter().map(input))
    ))
}

/// Objects one below the other.
fn lines(objects: impl Iterator<Item = Value>) -> String {
    objects.map(|object| format!("\n{object}")).collect::<Vec<_>>().join(",")
}

fn value(cell: &Cell, catalogue: &Catalogue) -> Value {
    match cell {
        Cell::Missing => Value::Null,
        Cell::Text(text) => Value::from(&**text),
        Cell::Word(word) => Value::from(*word),
        Cell::Said(message) => Value::from(catalogue.say(message)),
        Cell::Count(count) => Value::from(*count),
        Cell::Money(_) | Cell::Number(_) => Value::from(figure(cell, catalogue.currency())),
    }
}

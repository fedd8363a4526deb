//! The same document for programs: a row for each rule with its value on the day, and a row for each clause not computed.

use crate::agreement::{Agreement, Rule};
use crate::report::views::show::{values, words};
use crate::report::{Cell, Column, Kind, Table};
use crate::units::Date;

fn columns(keys: &[&'static str]) -> Vec<Column> {
    keys.iter().map(|key| Column { key, kind: Kind::Text }).collect()
}

/// Every rule in the order of its document; the value is missing where the rule is not in force on the day.
pub(super) fn rules(agreements: &[Agreement], on: Date) -> Table {
    let columns = columns(&[
        "agreement",
        "document",
        "rule",
        "kind",
        "clause",
        "text",
        "value",
        "unit",
        "from",
        "until",
        "where",
        "source",
        "assumed",
    ]);
    let rows = agreements.iter().flat_map(|agreement| &agreement.rules).map(|rule| row(rule, on)).collect();
    Table { key: "rules", columns, rows, total: None }
}

fn row(rule: &Rule, on: Date) -> Vec<Cell> {
    let entry = rule.figures.entry(on).filter(|_| rule.term.contains(on));
    let term = entry.and_then(|entry| entry.term.overlap(rule.term)).unwrap_or(rule.term);
    let day = |day: Option<Date>| day.map_or(Cell::Missing, |day| Cell::text(&day.to_string()));
    let source = entry.and_then(|entry| entry.source.as_ref()).unwrap_or(&rule.source);
    let assumed = entry.and_then(|entry| entry.assumed.as_ref()).or(rule.assumed.as_ref());
    vec![
        Cell::text(&rule.document.agreement),
        Cell::text(&rule.document.file),
        Cell::text(&rule.id),
        Cell::text(rule.kind.name()),
        Cell::text(entry.and_then(|entry| entry.clause.as_ref()).unwrap_or(&rule.clause)),
        Cell::text(entry.and_then(|entry| entry.text.as_ref()).unwrap_or(&rule.text)),
        entry.map_or(Cell::Missing, |entry| Cell::text(&values::text(&entry.value))),
        Cell::text(&values::unit(&rule.kind)),
        day(term.from),
        day(term.until),
        Cell::text(&reach(rule)),
        Cell::text(&source.name),
        assumed.or(rule.document.assumed.as_ref()).map_or(Cell::Missing, words),
    ]
}

/// `service=delivery; month=6,7`.
fn reach(rule: &Rule) -> String {
    let columns = rule.scope.values.iter().map(|(column, found)| format!("{column}={}", found.join(",")));
    let months: Vec<_> = rule.scope.months.iter().map(ToString::to_string).collect();
    let months = (!months.is_empty()).then(|| format!("month={}", months.join(",")));
    columns.chain(months).collect::<Vec<_>>().join("; ")
}

/// Every clause that is not computed, and why.
pub(super) fn not_covered(agreements: &[Agreement]) -> Table {
    let columns = columns(&["agreement", "document", "clause", "text", "why"]);
    let documents = agreements.iter().flat_map(|agreement| &agreement.documents);
    let rows = documents.flat_map(|document| {
        document.not_covered.iter().map(|clause| {
            let text = clause.text.as_deref().map_or(Cell::Missing, Cell::text);
            let place = [Cell::text(&document.agreement), Cell::text(&document.file)];
            place.into_iter().chain([words(&clause.clause), text, words(&clause.why)]).collect()
        })
    });
    Table { key: "not_covered", columns, rows: rows.collect(), total: None }
}

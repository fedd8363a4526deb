//! The same document for programs: a row for each rule with its value on the day, and a row for each clause not computed.

use crate::agreement::dated::DatedValue;
use crate::agreement::figure::Figure;
use crate::agreement::{Agreement, Document, NotCovered, Rule};
use crate::report::views::show::values;
use crate::report::views::words;
use crate::report::{Cell, Table, table};
use crate::units::{Currency, Date, Term};

/// A rule with its value on the day, missing where the rule is not in force.
struct Valued<'a> {
    rule: &'a Rule,
    entry: Option<&'a DatedValue<Figure>>,
}

/// Every rule in the order of its document.
pub(super) fn rules(agreements: &[Agreement], on: Date) -> Table {
    type Column<'a> = table::Column<'a, Valued<'a>>;
    let valued = |rule| Valued { rule, entry: rule.figures.entry(on).filter(|_| rule.term.contains(on)) };
    let columns = vec![
        Column::text("agreement", |row| Cell::name(&row.rule.document.agreement)),
        Column::text("document", |row| Cell::name(&row.rule.document.file)),
        Column::text("rule", |row| Cell::name(&row.rule.id)),
        Column::text("kind", |row| Cell::text(row.rule.kind.name())),
        Column::text("clause", |row| Cell::text(row.own(|entry| entry.clause.as_ref()).unwrap_or(&row.rule.clause))),
        Column::text("text", |row| Cell::text(row.own(|entry| entry.text.as_ref()).unwrap_or(&row.rule.text))),
        Column::text("value", |row| row.entry.map(|entry| Cell::text(&values::text(&entry.value)))),
        Column::text("unit", |row| {
            Cell::text(&values::unit(&row.rule.kind, row.rule.document.currency.unwrap_or(Currency::YUAN)))
        }),
        Column::text("from", |row| row.term().from),
        Column::text("until", |row| row.term().until),
        Column::text("where", |row| Cell::text(&reach(row.rule))),
        Column::text("source", |row| {
            Cell::text(&row.own(|entry| entry.source.as_ref()).unwrap_or(&row.rule.source).name)
        }),
        Column::text("assumed", |row| {
            let of_rule = row.own(|entry| entry.assumed.as_ref()).or(row.rule.assumed.as_ref());
            of_rule.or(row.rule.document.assumed.as_ref()).map(words::cell)
        }),
    ];
    Table::of("rules", agreements.iter().flat_map(|agreement| &agreement.rules).map(valued), columns)
}

impl<'a> Valued<'a> {
    /// What its value says for itself.
    fn own<T>(&self, of: impl Fn(&'a DatedValue<Figure>) -> Option<&'a T>) -> Option<&'a T> {
        self.entry.and_then(of)
    }

    fn term(&self) -> Term {
        self.entry.and_then(|entry| entry.term.overlap(self.rule.term)).unwrap_or(self.rule.term)
    }
}

/// `service=delivery; month=6,7`.
fn reach(rule: &Rule) -> String {
    let columns = rule.scope.values.iter().map(|(column, found)| format!("{column}={}", found.join(",")));
    let months: Vec<_> = rule.scope.months.iter().map(ToString::to_string).collect();
    let months = (!months.is_empty()).then(|| format!("month={}", months.join(",")));
    columns.chain(months).chain(rule.scope.conditions()).collect::<Vec<_>>().join("; ")
}

/// Every clause that is not computed, and why.
pub(super) fn not_covered(agreements: &[Agreement]) -> Table {
    type Column<'a> = table::Column<'a, (&'a Document, &'a NotCovered)>;
    let documents = agreements.iter().flat_map(|agreement| &agreement.documents);
    let rows = documents.flat_map(|document| document.not_covered.iter().map(move |clause| (&**document, clause)));
    let columns = vec![
        Column::text("agreement", |(document, _)| Cell::name(&document.agreement)),
        Column::text("document", |(document, _)| Cell::name(&document.file)),
        Column::text("clause", |(_, clause)| words::cell(&clause.clause)),
        Column::text("text", |(_, clause)| clause.text.as_deref().map(Cell::text)),
        Column::text("why", |(_, clause)| words::cell(&clause.why)),
    ];
    Table::of("not_covered", rows, columns)
}

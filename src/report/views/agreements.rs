//! The agreements that come with the program, a row for each of their documents; of those validated also up to which day their
//! rules have values.

use std::sync::Arc;

use crate::agreement::kinds::{Kind, Occasion};
use crate::units::{Date, Term};

use crate::agreement::{Agreement, Document, Rule};
use crate::diagnostics::Message;
use crate::report::views::words;
use crate::report::{Block, Cell, Report, Table, table};

type Column<'a> = table::Column<'a, (&'a Agreement, &'a Arc<Document>)>;
type OfRule<'a> = table::Column<'a, &'a Rule>;

/// The list, country by country: agreement, document, title, number of rules, and the days in force as far as a source says.
#[must_use]
pub fn agreements(agreements: &[Agreement]) -> Report {
    Report::of("agreements", documents(agreements), Vec::new())
}

/// The same, and the first and the last day for which each dated rule has values.
#[must_use]
pub fn validated(agreements: &[Agreement]) -> Report {
    let mut report = self::agreements(agreements);
    let all = agreements.iter().map(|agreement| agreement.rules.len() as u64).sum();
    report.notes.push(Message::new("validate-fine").count("rules", all));
    let rules: Vec<&Rule> =
        agreements.iter().flat_map(|agreement| &agreement.rules).filter(|rule| is_dated(rule)).collect();
    if rules.is_empty() {
        return report;
    }
    let columns = vec![
        OfRule::text("agreement", |rule| Cell::name(&rule.document.agreement)),
        OfRule::text("rule", |rule| Cell::name(&rule.id)),
        OfRule::text("title", |rule| words::cell(&rule.title)),
        OfRule::text("from", |rule| values(rule).from),
        OfRule::text("until", |rule| values(rule).until),
        OfRule::text("checked_on", |rule| {
            let of_last = rule.figures.values.last().and_then(|last| last.source.as_ref());
            of_last.unwrap_or(&rule.source).checked_on
        }),
    ];
    report.blocks.push(Block::Heading(2, Message::new("validate-values")));
    report.blocks.push(Block::Table(Table::of("values", rules, columns)));
    report
}

fn documents(agreements: &[Agreement]) -> Table {
    let documents = agreements.iter().flat_map(|agreement| agreement.documents.iter().map(move |one| (agreement, one)));
    let mut documents: Vec<_> = documents.collect();
    documents.sort_by_key(|(_, document)| Arc::clone(&document.country));
    let columns = vec![
        Column::text("agreement", |(_, document)| Cell::name(&document.agreement)),
        Column::text("document", |(_, document)| Cell::name(&document.file)),
        Column::text("title", |(_, document)| words::cell(&document.title)),
        Column::count("rules", |(agreement, document)| {
            agreement.rules.iter().filter(|rule| Arc::ptr_eq(&rule.document, document)).count() as u64
        }),
        Column::text("from", |(_, document)| document.term.from),
        Column::text("until", |(_, document)| document.term.until),
        Column::text("country", |(_, document)| Cell::name(&document.country)),
    ];
    Table::of("agreements", documents, columns)
}

/// Whether the values of a rule begin or end on some day.
fn is_dated(rule: &Rule) -> bool {
    values(rule) != Term::default() && !rule.figures.values.is_empty()
}

/// From the first to the last day for which a rule has values: of holidays those of the years listed.
fn values(rule: &Rule) -> Term {
    let of_figures = |term: Option<Term>, of: fn(Term) -> Option<Date>| term.and_then(of);
    let (first, last) = (rule.figures.terms().next(), rule.figures.terms().last());
    let figures = Term { from: of_figures(first, |term| term.from), until: of_figures(last, |term| term.until) };
    let listed = match &rule.kind {
        Kind::Premium(premium) => match &premium.occasion {
            Occasion::Holiday { dates, .. } => {
                let day = |year: Option<&i16>, month, day| year.and_then(|year| Date::new(*year, month, day).ok());
                Term { from: day(dates.keys().next(), 1, 1), until: day(dates.keys().next_back(), 12, 31) }
            }
            _ => Term::default(),
        },
        _ => Term::default(),
    };
    let latest = |days: [Option<Date>; 3]| days.into_iter().flatten().max();
    let earliest = |days: [Option<Date>; 3]| days.into_iter().flatten().min();
    Term {
        from: latest([rule.term.from, figures.from, listed.from]),
        until: earliest([rule.term.until, figures.until, listed.until]),
    }
}

//! `check` as a report: what is found of each courier, the arrears, and the words of the clauses; for programs as tables.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::arrears::Arrears;
use crate::check::{Cited, Finding, Severity};
use crate::diagnostics::Message;
use crate::diagnostics::message::Arg;
use crate::report::{Block, Cell, Heading as Column, Kind, Report, Table};
use crate::units::{Month, Yuan};

/// The report of a check: findings, arrears by courier and in all, clauses.
#[must_use]
pub fn findings(findings: &[Finding], arrears: &[Arrears], assumed: &[Message], summary: Message) -> Report {
    let mut blocks = vec![Block::Data(table(findings))];
    if !findings.is_empty() {
        blocks.extend(lists(findings));
    }
    if !arrears.is_empty() {
        blocks.push(Block::Heading(2, Message::new("check-arrears")));
        blocks.push(Block::Shown(arrears_table(arrears)));
    }
    blocks.push(Block::Data(Table { key: "arrears", ..arrears_table(arrears) }));
    let cited = cited(findings);
    blocks.push(Block::Data(cited_table(&cited)));
    if !cited.is_empty() {
        blocks.push(Block::Heading(2, Message::new("check-clauses")));
        blocks.extend(words(&cited));
    }
    blocks.push(Block::Data(assumed_table(assumed)));
    Report { name: "check", version: 1, blocks, notes: vec![summary] }
}

/// What the figures assume: people read it beside the report, programs in it.
fn assumed_table(assumed: &[Message]) -> Table {
    let columns = vec![Column::text("message")];
    let rows = assumed.iter().map(|message| vec![Cell::Said(Box::new(message.clone()))]).collect();
    Table { key: "assumptions", columns, rows, total: None }
}

/// The report of a check by courier: the arrears alone.
#[must_use]
pub fn arrears(arrears: &[Arrears], summary: Message) -> Report {
    let table = arrears_table(arrears);
    let blocks = vec![if arrears.is_empty() { Block::Data(table) } else { Block::Table(table) }];
    Report { name: "check-arrears", version: 1, blocks, notes: vec![summary] }
}

fn table(findings: &[Finding]) -> Table {
    let mut columns = ["code", "severity", "company", "courier", "month"].map(Column::text).to_vec();
    columns.extend(["due", "found", "shortfall"].map(|key| Column { key, kind: Kind::Money }));
    columns.extend(["agreement", "clause", "message", "at"].map(Column::text));
    let row = |finding: &Finding| {
        let mut row = who(finding);
        row.extend(figures(finding));
        row.extend([
            Cell::text(&finding.agreements()),
            Cell::text(&finding.clauses()),
            Cell::Said(Box::new(finding.message.clone())),
            Cell::text(&finding.place()),
        ]);
        row
    };
    Table { key: "findings", columns, rows: findings.iter().map(row).collect(), total: None }
}

/// For people: what is found of each courier, company by company; first what is of no courier.
fn lists(findings: &[Finding]) -> Vec<Block> {
    let months: BTreeSet<Option<Month>> = findings.iter().map(|finding| finding.month).collect();
    let dated = months.iter().flatten().count() > 1;
    let mut groups: BTreeMap<(&str, &str), Vec<&Finding>> = BTreeMap::new();
    for finding in findings {
        groups.entry((&finding.company, &finding.courier)).or_default().push(finding);
    }
    let list =
        |of: Vec<&Finding>| Block::List(whom(of[0]), of.into_iter().map(|finding| item(finding, dated)).collect());
    groups.into_values().map(list).collect()
}

/// Whom or what a list of findings is about.
fn whom(finding: &Finding) -> Message {
    let id = match (finding.company.is_empty(), finding.courier.is_empty(), finding.name.is_empty()) {
        (_, false, false) => "check-whom-name",
        (_, false, true) => "check-whom",
        (false, true, _) => "check-whom-company",
        (true, true, _) => "check-whom-all",
    };
    let message = Message::new(id).with("courier", &*finding.courier).with("company", &*finding.company);
    message.with("name", &*finding.name)
}

/// A finding in one sentence: its code, the month where there are several, what is wrong, and where.
fn item(finding: &Finding, dated: bool) -> Message {
    let message = Message::new(if finding.at.is_none() { "check-item" } else { "check-item-at" });
    let month = finding.month.filter(|_| dated).map(|month| format!("{month} ")).unwrap_or_default();
    let severity = match finding.severity {
        Severity::Violation => Arg::Text(finding.code.into()),
        Severity::Warning => Arg::Said(Message::new("check-item-warning").with("code", finding.code)),
    };
    let message = message.with("month", month).arg("code", severity);
    message.arg("what", Arg::Said(finding.message.clone())).with("at", finding.place())
}

fn who(finding: &Finding) -> Vec<Cell> {
    vec![
        Cell::Text(finding.code.into()),
        Cell::Word(finding.severity.as_str()),
        Cell::text(&finding.company),
        Cell::text(&finding.courier),
        finding.month.map_or(Cell::Missing, |month| Cell::Text(month.to_string().into())),
    ]
}

fn figures(finding: &Finding) -> [Cell; 3] {
    [finding.due, finding.found, finding.shortfall].map(money)
}

fn money(amount: Option<Yuan>) -> Cell {
    amount.map_or(Cell::Missing, |amount| Cell::Money(amount.0))
}

fn arrears_table(arrears: &[Arrears]) -> Table {
    let mut columns = ["company", "courier"].map(Column::text).to_vec();
    columns.push(Column { key: "months", kind: Kind::Count });
    columns.extend(["due", "found", "shortfall"].map(|key| Column { key, kind: Kind::Money }));
    let row = |one: &Arrears| {
        let figures = [one.due, one.found, one.shortfall].map(|amount| Cell::Money(amount.0));
        let mut row = vec![Cell::text(&one.company), Cell::text(&one.courier), Cell::Count(one.months)];
        row.extend(figures);
        row
    };
    let sum = |figure: fn(&Arrears) -> Yuan| Cell::Money(arrears.iter().map(figure).sum::<Yuan>().0);
    let months = Cell::Count(arrears.iter().map(|one| one.months).sum());
    let sums = [sum(|one| one.due), sum(|one| one.found), sum(|one| one.shortfall)];
    let total = [Cell::Word("total"), Cell::Missing, months].into_iter().chain(sums).collect();
    Table { key: "rows", columns, rows: arrears.iter().map(row).collect(), total: Some(total) }
}

/// The clauses that are not kept, each once, for programs.
fn cited_table(cited: &[&Cited]) -> Table {
    let columns = ["agreement", "clause", "words"].map(Column::text).to_vec();
    let row = |cited: &&Cited| [&cited.agreement, &cited.clause, &cited.words].map(|text| Cell::text(text)).to_vec();
    Table { key: "clauses", columns, rows: cited.iter().map(row).collect(), total: None }
}

/// The same for people: the words of each clause, agreement by agreement.
fn words(cited: &[&Cited]) -> Vec<Block> {
    let mut agreements: BTreeMap<&str, Vec<Message>> = BTreeMap::new();
    for one in cited {
        let message = Message::new("check-words").with("clause", &*one.clause).with("words", &*one.words);
        agreements.entry(&one.agreement).or_default().push(message);
    }
    let list = |(agreement, words)| Block::List(Message::new("check-agreement").with("agreement", agreement), words);
    agreements.into_iter().map(list).collect()
}

/// The clauses that are not kept, each once, in the order of the findings.
fn cited(findings: &[Finding]) -> Vec<&Cited> {
    let mut kept: Vec<&Cited> = Vec::new();
    for cited in findings.iter().flat_map(|finding| &finding.cited).filter(|cited| !cited.words.is_empty()) {
        if !kept.contains(&cited) {
            kept.push(cited);
        }
    }
    kept
}

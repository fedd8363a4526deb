//! `check` as a report: what is found of each courier, the arrears, and the words of the clauses; for programs as tables.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::arrears::Arrears;
use crate::check::{CHECKS, Check, Cited, Finding, NotChecked, Severity, by_code};
use crate::cores;
use crate::diagnostics::Message;
use crate::diagnostics::message::Arg;
use crate::report::{Block, Cell, ColumnKind, Heading as Column, Report, Rows, Table, table};
use crate::units::{PayPeriod, Yuan};

/// The report of a check: findings, arrears by courier and in all, clauses.
#[must_use]
pub fn findings(
    findings: &[Finding],
    not_checked: &[NotChecked],
    arrears: &[Arrears],
    assumed: &[Message],
    summary: Message,
) -> Report {
    let found = of_findings("findings", findings, not_checked);
    let mut blocks = vec![Block::Workbook(titled(&found)), Block::Data(found)];
    if !findings.is_empty() {
        blocks.extend(lists(findings));
    }
    if !arrears.is_empty() {
        blocks.push(Block::Heading(2, Message::new("check-arrears")));
        blocks.push(Block::Shown(arrears_table("arrears", arrears, true)));
        blocks.push(Block::Workbook(arrears_table("arrears", arrears, true)));
    }
    blocks.push(Block::Data(arrears_table("arrears", arrears, false)));
    let cited = cited(findings);
    blocks.push(Block::Data(cited_table(&cited)));
    if !cited.is_empty() {
        blocks.push(Block::Heading(2, Message::new("check-clauses")));
        blocks.extend(words(&cited));
    }
    blocks.extend(not_checked_list(not_checked));
    blocks.extend(titles(findings, not_checked));
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
pub fn arrears(arrears: &[Arrears], not_checked: &[NotChecked], summary: Message) -> Report {
    let mut blocks = vec![Block::Data(arrears_table("rows", arrears, false))];
    if !arrears.is_empty() {
        let named = arrears_table("rows", arrears, true);
        blocks.extend([Block::Shown(named.clone()), Block::Workbook(named)]);
    }
    let not_looked = of_findings("not_checked", &[], not_checked);
    blocks.extend([Block::Workbook(titled(&not_looked)), Block::Data(not_looked)]);
    blocks.extend(not_checked_list(not_checked));
    blocks.extend(titles(&[], not_checked));
    Report { name: "check-arrears", version: 1, blocks, notes: vec![summary] }
}

/// Findings, and after them the checks that could not look, as rows of a severity of their own.
fn of_findings(key: &'static str, findings: &[Finding], not_checked: &[NotChecked]) -> Table {
    let mut columns = ["code", "severity", "company", "courier", "name", "month"].map(Column::text).to_vec();
    columns.extend(["due", "found", "shortfall"].map(|key| Column { key, kind: ColumnKind::Money }));
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
    let blank = |one: &NotChecked| {
        let mut row = vec![Cell::Missing; columns.len()];
        let said = Cell::Said(Box::new(reasons(&one.lacking)));
        let cells = [("code", Cell::Text(one.code.into())), ("severity", Cell::Word("not-checked"))];
        for (key, cell) in cells.into_iter().chain([("month", month(one.month)), ("message", said)]) {
            let at = columns.iter().position(|column| column.key == key);
            row[at.expect("a column of the table")] = cell;
        }
        row
    };
    let found = cores::chunks(findings, |findings| findings.iter().map(row).collect::<Vec<_>>());
    let rows = found.into_iter().flatten().chain(not_checked.iter().map(blank)).collect();
    Table { key, columns, rows, total: None }
}

/// The same with the title of each check behind its code.
fn titled(found: &Table) -> Table {
    let mut columns = found.columns.clone();
    columns.insert(1, Column::text("title"));
    let titled = |mut row: Vec<Cell>| {
        let title = if let Cell::Text(code) = &row[0] { by_code(code).map(Check::called) } else { None };
        row.insert(1, title.map_or(Cell::Missing, Cell::from));
        row
    };
    // Of the formats, only workbooks have it.
    let rows = found.rows.clone();
    Table { columns, rows: Rows::lazy(rows.len(), move |at| titled(rows.at(at))), ..found.clone() }
}

/// For people: what could not be checked, checks that lack the same and months of the same checks together.
fn not_checked_list(not_checked: &[NotChecked]) -> Option<Block> {
    let mut groups: Vec<(Vec<PayPeriod>, Vec<&str>, &[Message])> = Vec::new();
    for one in not_checked {
        let of_month = |(months, _, lacking): &&mut (Vec<PayPeriod>, Vec<&str>, &[Message])| {
            months.first() == one.month.as_ref() && **lacking == one.lacking
        };
        match groups.iter_mut().find(of_month) {
            Some((_, codes, _)) => codes.push(one.code),
            None => groups.push((one.month.into_iter().collect(), vec![one.code], &one.lacking)),
        }
    }
    let mut joined: Vec<(Vec<PayPeriod>, Vec<&str>, &[Message])> = Vec::new();
    for (months, codes, lacking) in groups {
        match joined.iter_mut().find(|other| (&other.1, other.2) == (&codes, lacking)) {
            Some(same) => same.0.extend(months),
            None => joined.push((months, codes, lacking)),
        }
    }
    let item = |(months, codes, lacking): &(Vec<PayPeriod>, Vec<&str>, &[Message])| {
        let months: Vec<String> = months.iter().map(|month| format!("{month} ")).collect();
        let message = Message::new("check-item").with("month", months.concat()).with("code", codes.join(", "));
        message.arg("what", Arg::Said(reasons(lacking)))
    };
    let items: Vec<Message> = joined.iter().map(item).collect();
    (!items.is_empty()).then(|| Block::List(Message::new("check-not-checked"), items))
}

/// For people: what the codes stand for, each once.
fn titles(findings: &[Finding], not_checked: &[NotChecked]) -> Option<Block> {
    let codes: BTreeSet<&str> =
        findings.iter().map(|finding| finding.code).chain(not_checked.iter().map(|one| one.code)).collect();
    let item =
        |check: &Check| Message::new("check-title-of").with("code", check.code).arg("title", Arg::Said(check.called()));
    let items: Vec<Message> = CHECKS.iter().filter(|check| codes.contains(check.code)).map(item).collect();
    (!items.is_empty()).then(|| Block::List(Message::new("check-titles"), items))
}

/// All that is lacking, in one sentence.
fn reasons(lacking: &[Message]) -> Message {
    let both = |one: Message, other: Message| {
        Message::new("check-lacks-both").arg("one", Arg::Said(one)).arg("other", Arg::Said(other))
    };
    lacking.iter().cloned().reduce(both).unwrap_or(Message::new("check-not-checked"))
}

fn month(month: Option<PayPeriod>) -> Cell {
    month.map_or(Cell::Missing, |month| Cell::Text(month.to_string().into()))
}

/// For people: what is found of each courier, company by company; first what is of no courier.
fn lists(findings: &[Finding]) -> Vec<Block> {
    let months: BTreeSet<Option<PayPeriod>> = findings.iter().map(|finding| finding.month).collect();
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
        (false, false, false) => "check-whom-name",
        (false, false, true) => "check-whom",
        (true, false, false) => "check-whom-name-alone",
        (true, false, true) => "check-whom-alone",
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
        Cell::text(&finding.name),
        month(finding.month),
    ]
}

fn figures(finding: &Finding) -> [Cell; 3] {
    [finding.due, finding.found, finding.shortfall].map(money)
}

fn money(amount: Option<Yuan>) -> Cell {
    amount.map_or(Cell::Missing, |amount| Cell::Money(amount.0))
}

/// What is short to each courier; with names, which programs are not promised, where any is known.
fn arrears_table(key: &'static str, arrears: &[Arrears], named: bool) -> Table {
    type OfCourier<'a> = table::Column<'a, &'a Arrears>;
    let sum = |figure: fn(&Arrears) -> Yuan| -> Yuan { arrears.iter().map(figure).sum() };
    let columns = vec![
        OfCourier::text("company", |one| Cell::text(&one.company)).total(Cell::Word("total")),
        OfCourier::item("courier", |one| Cell::text(&one.courier)),
        OfCourier::text("name", |one| Cell::text(&one.name))
            .only_if(named && arrears.iter().any(|one| !one.name.is_empty())),
        OfCourier::count("months", |one| one.months).total(arrears.iter().map(|one| one.months).sum::<u64>()),
        OfCourier::money("due", |one| one.due).total(sum(|one| one.due)),
        OfCourier::money("found", |one| one.found).total(sum(|one| one.found)),
        OfCourier::money("shortfall", |one| one.shortfall).total(sum(|one| one.shortfall)),
    ];
    Table::of(key, arrears, columns)
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

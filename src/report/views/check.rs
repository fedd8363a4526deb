//! `check` as a table: the findings, the arrears, and the words of the clauses.

use crate::check::Cited;
use crate::check::Finding;
use crate::check::arrears::Arrears;
use crate::report::Block;
use crate::report::Cell;
use crate::report::Column;
use crate::report::Kind;
use crate::report::Report;
use crate::report::Table;
use crate::source::Message;
use crate::units::Yuan;

/// The report of a check: findings, arrears by courier and in all, clauses.
#[must_use]
pub fn findings(findings: &[Finding], arrears: &[Arrears], summary: Message) -> Report {
    let mut blocks = vec![Block::Data(table(findings))];
    if !findings.is_empty() {
        blocks.push(Block::Shown(shown(findings)));
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
        blocks.extend(cited.into_iter().map(words).map(Block::Paragraph));
    }
    Report { name: "check", version: 1, blocks, notes: vec![summary] }
}

/// The report of a check by courier: the arrears alone.
#[must_use]
pub fn arrears(arrears: &[Arrears], summary: Message) -> Report {
    let blocks = vec![Block::Table(arrears_table(arrears))];
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
            Cell::Said(finding.message.clone()),
            Cell::text(&finding.place()),
        ]);
        row
    };
    Table { key: "findings", columns, rows: findings.iter().map(row).collect(), total: None }
}

/// For people: without the clauses, whose words stand below.
fn shown(findings: &[Finding]) -> Table {
    let mut columns = ["code", "severity", "company", "courier", "month"].map(Column::text).to_vec();
    columns.push(Column { key: "shortfall", kind: Kind::Money });
    columns.extend(["message", "at"].map(Column::text));
    let row = |finding: &Finding| {
        let mut row = who(finding);
        row.extend([money(finding.shortfall), Cell::Said(finding.message.clone()), Cell::text(&finding.place())]);
        row
    };
    Table { key: "findings", columns, rows: findings.iter().map(row).collect(), total: None }
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

/// The same for people: clause and words.
fn words(cited: &Cited) -> Message {
    let message = Message::new("check-words").with("agreement", &*cited.agreement);
    message.with("clause", &*cited.clause).with("words", &*cited.words)
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

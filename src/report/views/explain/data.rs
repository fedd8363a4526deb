//! The same for programs: lines with their formulas, premiums day by day, absences, what gave way, what did not apply, rows of the log.

use crate::agreement::{Agreement, Rule};
use crate::deliveries::{Fate, LogRow};
use crate::diagnostics::Message;
use crate::diagnostics::message::Arg;
use crate::pay::explain::{Basis, Explained, Explanation};
use crate::pay::{Ground, Line};
use crate::report::views::explain::{formula, sentence, title};
use crate::report::views::pay::QUANTITY_PLACES;
use crate::report::{Cell, ColumnKind, Heading as Column, Table};
use crate::units::rounding;

/// Lines, premiums by day, absences, what gave way, what did not apply.
pub(super) fn tables(explanation: &Explanation<'_>) -> impl Iterator<Item = Table> {
    let (agreement, payslips) = (explanation.agreement, &explanation.payslips);
    [
        lines(payslips, agreement),
        premium_days(payslips),
        topped_up(payslips),
        absences(payslips),
        superseded(payslips, agreement),
        not_applied(payslips),
    ]
    .into_iter()
}

/// The columns by which a payslip is told.
const OF_PAYSLIP: [&str; 4] = ["scenario", "month", "company", "courier"];

fn texts(keys: &[&'static str]) -> Vec<Column> {
    OF_PAYSLIP.iter().chain(keys).map(|key| Column::text(key)).collect()
}

fn of_payslip(explained: &Explained<'_>) -> Vec<Cell> {
    let payslip = &explained.payslip;
    vec![
        Cell::Word(payslip.scenario.as_str()),
        Cell::Text(payslip.month.to_string().into()),
        Cell::text(&payslip.company),
        Cell::text(&payslip.courier),
    ]
}

fn said(words: Arg) -> Cell {
    Cell::Said(Box::new(Message::new("explain-words").arg("words", words)))
}

fn lines(payslips: &[Explained<'_>], agreement: &Agreement) -> Table {
    let mut columns = texts(&["rule", "title", "clause", "text", "agreement", "document", "area", "service", "unit"]);
    columns.extend(["quantity", "rate", "multiple"].map(|key| Column { key, kind: ColumnKind::Number }));
    columns.push(Column { key: "amount", kind: ColumnKind::Money });
    columns.extend(["formula", "rate_at", "assumed"].map(Column::text));
    let mut rows = Vec::new();
    for explained in payslips {
        for (line, basis) in explained.payslip.lines.iter().zip(&explained.bases) {
            let mut row = of_payslip(explained);
            row.extend(line_cells(line, basis, agreement));
            let amount = formula::money(line.amount.0);
            row.push(Cell::Said(Box::new(formula::of_line(line, &explained.payslip, amount))));
            row.push(Cell::text(&formula::rate_at(basis)));
            row.push(assumed(basis));
            rows.push(row);
        }
    }
    Table { key: "lines", columns, rows: rows.into(), total: None }
}

fn line_cells(line: &Line, basis: &Basis<'_>, agreement: &Agreement) -> Vec<Cell> {
    let document = basis.rule.map(|rule| &rule.document);
    vec![
        Cell::text(line.ground.id(agreement)),
        said(title(basis.rule)),
        Cell::text(line.ground.clause(agreement)),
        Cell::text(&basis.texts.join("\n")),
        document.map_or(Cell::Missing, |document| Cell::text(&document.agreement)),
        document.map_or(Cell::Missing, |document| Cell::text(&document.file)),
        Cell::text(&line.area),
        Cell::text(&line.service),
        Cell::Word(line.unit.as_str()),
        Cell::Number(rounding::shown(line.quantity, QUANTITY_PLACES).normalize()),
        Cell::Number(line.rate),
        line.multiple.map_or(Cell::Missing, Cell::Number),
        Cell::Money(line.amount.0),
    ]
}

fn assumed(basis: &Basis<'_>) -> Cell {
    if basis.assumed.is_empty() {
        return Cell::Missing;
    }
    let join = |words: Vec<&str>| words.join("\n");
    said(Arg::Either {
        en: join(basis.assumed.iter().map(|words| &*words.en).collect()),
        zh: join(basis.assumed.iter().map(|words| &*words.zh).collect()),
    })
}

fn premium_days(payslips: &[Explained<'_>]) -> Table {
    let mut columns = texts(&["rule", "date", "area", "service", "unit"]);
    columns.push(Column { key: "parcels", kind: ColumnKind::Count });
    columns.extend(["hours", "beyond", "quantity", "rate"].map(|key| Column { key, kind: ColumnKind::Number }));
    let mut rows = Vec::new();
    for explained in payslips {
        for day in &explained.premium_days {
            let mut row = of_payslip(explained);
            row.extend([
                Cell::text(&day.rule.id),
                Cell::text(&day.date.to_string()),
                Cell::text(&day.area),
                Cell::text(&day.service),
                Cell::Word(day.unit.as_str()),
                day.parcels.map_or(Cell::Missing, Cell::Count),
                day.hours().map_or(Cell::Missing, Cell::Number),
                day.beyond.map_or(Cell::Missing, |beyond| Cell::Number(beyond.day + beyond.week)),
                Cell::Number(rounding::shown(day.quantity, QUANTITY_PLACES).normalize()),
                Cell::Number(day.rate),
            ]);
            rows.push(row);
        }
    }
    Table { key: "premium_days", columns, rows: rows.into(), total: None }
}

fn topped_up(payslips: &[Explained<'_>]) -> Table {
    let mut columns = texts(&["rule", "date"]);
    columns.push(Column { key: "alike", kind: ColumnKind::Count });
    columns.push(Column { key: "formula", kind: ColumnKind::Item });
    columns.extend(["due", "compared"].map(|key| Column { key, kind: ColumnKind::Number }));
    columns.push(Column { key: "amount", kind: ColumnKind::Money });
    let mut rows = Vec::new();
    for explained in payslips {
        for one in &explained.topped_up {
            let mut row = of_payslip(explained);
            row.extend([
                Cell::text(&one.rule.id),
                one.date.map_or(Cell::Missing, |date| Cell::text(&date.to_string())),
                Cell::Count(one.alike),
                Cell::Said(Box::new(formula::topped_up(one))),
                Cell::Number(one.due.normalize()),
                Cell::Number(one.counted.normalize()),
                Cell::Money(one.amount.0),
            ]);
            rows.push(row);
        }
    }
    Table { key: "topped_up", columns, rows: rows.into(), total: None }
}

fn absences(payslips: &[Explained<'_>]) -> Table {
    let mut columns = texts(&["kind"]);
    let numbers = ["days", "of", "share", "base_kept", "allowance_kept", "floor_kept"];
    columns.extend(numbers.map(|key| Column { key, kind: ColumnKind::Number }));
    columns.push(Column::text("clauses"));
    let mut rows = Vec::new();
    for explained in payslips {
        for taken in &explained.absences {
            let mut row = of_payslip(explained);
            row.push(Cell::Word(taken.kind.name()));
            row.push(Cell::Number(taken.days));
            row.push(taken.of.map_or(Cell::Missing, Cell::Number));
            row.push(Cell::Number(rounding::shown(taken.share, QUANTITY_PLACES).normalize()));
            row.extend(taken.kept.map(Cell::Number));
            let clauses: Vec<&str> = taken.rules.iter().map(|rule| &*rule.clause).collect();
            row.push(Cell::text(&clauses.join("\n")));
            rows.push(row);
        }
    }
    Table { key: "absences", columns, rows: rows.into(), total: None }
}

fn superseded(payslips: &[Explained<'_>], agreement: &Agreement) -> Table {
    let columns =
        texts(&["rule", "clause", "agreement", "better_rule", "better_clause", "better_agreement", "message"]);
    let mut rows = Vec::new();
    for explained in payslips {
        for one in &explained.superseded {
            let mut row = of_payslip(explained);
            row.extend([one.worse, one.better].into_iter().flat_map(|ground| of_ground(ground, agreement)));
            row.push(Cell::Said(Box::new(sentence::superseded(one, agreement, explained.payslip.month))));
            rows.push(row);
        }
    }
    Table { key: "lost", columns, rows: rows.into(), total: None }
}

fn of_ground(ground: Ground, agreement: &Agreement) -> [Cell; 3] {
    ground.rule(agreement).map_or([Cell::text(ground.id(agreement)), Cell::Missing, Cell::Missing], of_rule)
}

fn of_rule(rule: &Rule) -> [Cell; 3] {
    [Cell::text(&rule.id), Cell::text(&rule.clause), Cell::text(&rule.document.agreement)]
}

fn not_applied(payslips: &[Explained<'_>]) -> Table {
    let columns = texts(&["rule", "clause", "agreement", "reason", "message"]);
    let mut rows = Vec::new();
    for explained in payslips {
        for (rule, reason) in &explained.not_applied {
            let message = sentence::not_applied(rule, reason, explained.payslip.month);
            let mut row = of_payslip(explained);
            row.extend(of_rule(rule));
            row.push(Cell::text(message.id.strip_prefix("explain-").unwrap_or(message.id)));
            row.push(Cell::Said(Box::new(message)));
            rows.push(row);
        }
    }
    Table { key: "not_applied", columns, rows: rows.into(), total: None }
}

/// The rows of the log, in the order of the files and their lines.
pub(super) fn rows(rows: &[LogRow]) -> Table {
    let mut columns = vec![Column::text("file"), Column { key: "line", kind: ColumnKind::Count }];
    columns.extend(["date", "company", "area", "service"].map(Column::text));
    columns.push(Column { key: "parcels", kind: ColumnKind::Count });
    columns.extend(["status", "counted"].map(Column::text));
    let row = |row: &LogRow| {
        vec![
            Cell::text(&row.file),
            Cell::Count(row.line),
            row.date.map_or(Cell::Missing, |date| Cell::text(&date.to_string())),
            Cell::text(&row.company),
            Cell::text(&row.area),
            Cell::text(&row.service),
            row.parcels.map_or(Cell::Missing, Cell::Count),
            Cell::text(&row.status),
            match row.fate {
                Fate::Counted => Cell::Word("yes"),
                Fate::NotDelivered => Cell::Word("no"),
                Fate::LeftOut => Cell::Word("left-out"),
                Fate::TakenBack => Cell::Word("taken-back"),
                Fate::Duplicate => Cell::Word("duplicate"),
            },
        ]
    };
    Table { key: "rows", columns, rows: rows.iter().map(row).collect(), total: None }
}

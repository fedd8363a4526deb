//! `pay` as a table: a row for each courier, company, area or month, or every line.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::sync::Arc;

use crate::pay::Component;
use crate::pay::Line;
use crate::pay::PayRun;
use crate::pay::Payslip;
use crate::pay::Scenario;
use crate::report::Block;
use crate::report::Cell;
use crate::report::Column;
use crate::report::Kind;
use crate::report::Report;
use crate::report::Table;
use crate::units::Month;
use crate::units::Yuan;
use crate::units::rounding;

/// What a row stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// A courier of a company, in a month.
    Courier,
    /// A company, in a month.
    Company,
    /// An area of a company, in a month: parcels and piece pay.
    Area,
    /// A month.
    Month,
}

const PARTS: [Component; 5] =
    [Component::Base, Component::Piece, Component::Premium, Component::Allowance, Component::TopUp];

/// The report of a run, with a row for each of what `by` names.
#[must_use]
pub fn pay(run: &PayRun, by: By) -> Report {
    let table = match by {
        By::Courier => couriers(run),
        By::Company => grouped(run, true),
        By::Month => grouped(run, false),
        By::Area => areas(run),
    };
    report("pay", table, run)
}

/// Every line of every payslip.
#[must_use]
pub fn lines(run: &PayRun) -> Report {
    report("pay-lines", lines_table(run), run)
}

/// The table of every line of every payslip.
pub(super) fn lines_table(run: &PayRun) -> Table {
    let columns = vec![
        Column::text("scenario"),
        Column::text("month"),
        Column::text("company"),
        Column::text("courier"),
        Column::text("rule"),
        Column::text("clause"),
        Column::text("area"),
        Column::text("service"),
        Column::text("unit"),
        Column { key: "quantity", kind: Kind::Number },
        Column { key: "rate", kind: Kind::Number },
        Column { key: "multiple", kind: Kind::Number },
        Column { key: "amount", kind: Kind::Money },
    ];
    let lines = run.payslips.iter().flat_map(|payslip| payslip.lines.iter().map(move |line| (payslip, line)));
    let rows: Vec<Vec<Cell>> = lines.map(|(payslip, line)| line_row(payslip, line)).collect();
    let sum = run.payslips.iter().map(Payslip::pay).sum();
    let total = total(run, columns.len(), &[(columns.len() - 1, money(sum))]);
    Table { key: "rows", columns, rows, total }
}

fn report(name: &'static str, table: Table, run: &PayRun) -> Report {
    Report { name, version: 1, blocks: vec![Block::Table(table)], notes: run.notes.clone() }
}

/// The places of a quantity that does not end: enough to find the fen again.
pub(super) const QUANTITY_PLACES: u32 = 12;

fn line_row(payslip: &Payslip, line: &Line) -> Vec<Cell> {
    vec![
        Cell::Word(payslip.scenario.as_str()),
        Cell::Text(payslip.month.to_string().into()),
        Cell::text(&payslip.company),
        Cell::text(&payslip.courier),
        Cell::Text(Arc::clone(&line.rule)),
        Cell::Text(Arc::clone(&line.clause)),
        Cell::text(&line.area),
        Cell::text(&line.service),
        Cell::Word(line.unit.as_str()),
        Cell::Number(rounding::shown(line.quantity, QUANTITY_PLACES).normalize()),
        Cell::Number(line.rate),
        line.multiple.map_or(Cell::Missing, Cell::Number),
        money(line.amount),
    ]
}

fn money(amount: Yuan) -> Cell {
    Cell::Money(amount.0)
}

/// The columns of the parts of the pay and their sum.
fn part_columns() -> [Column; 6] {
    ["base", "piece", "premium", "allowance", "top_up", "pay"].map(|key| Column { key, kind: Kind::Money })
}

/// Sums of the parts of the pay.
#[derive(Clone, Copy, Default)]
struct Parts([Yuan; 5]);

impl Parts {
    fn add(&mut self, payslip: &Payslip) {
        for line in &payslip.lines {
            let at = PARTS.iter().position(|part| *part == line.component).expect("every part has its column");
            self.0[at] += line.amount;
        }
    }

    fn cells(&self) -> impl Iterator<Item = Cell> {
        self.0.into_iter().chain([self.0.into_iter().sum()]).map(money)
    }
}

/// A row for each payslip.
pub(super) fn couriers(run: &PayRun) -> Table {
    let mut columns = ["scenario", "month", "company", "courier", "name"].map(Column::text).to_vec();
    columns.push(Column { key: "parcels", kind: Kind::Count });
    columns.extend(part_columns());
    let mut all = (0, Parts::default());
    let row = |payslip: &Payslip| {
        let mut parts = Parts::default();
        parts.add(payslip);
        all.0 += payslip.parcels;
        all.1.add(payslip);
        let mut row = vec![
            Cell::Word(payslip.scenario.as_str()),
            Cell::Text(payslip.month.to_string().into()),
            Cell::text(&payslip.company),
            Cell::text(&payslip.courier),
            Cell::text(&payslip.name),
            Cell::Count(payslip.parcels),
        ];
        row.extend(parts.cells());
        row
    };
    let rows = run.payslips.iter().map(row).collect();
    let cells: Vec<(usize, Cell)> =
        std::iter::once(Cell::Count(all.0)).chain(all.1.cells()).zip(5..).map(flip).collect();
    let total = total(run, columns.len(), &cells);
    Table { key: "rows", columns, rows, total }
}

fn flip((cell, at): (Cell, usize)) -> (usize, Cell) {
    (at, cell)
}

/// By company, or by month alone.
fn grouped(run: &PayRun, by_company: bool) -> Table {
    type Key<'a> = (Scenario, Month, &'a str);
    let mut groups: BTreeMap<Key<'_>, (BTreeSet<&str>, u64, Parts)> = BTreeMap::new();
    for payslip in &run.payslips {
        let company = if by_company { &*payslip.company } else { "" };
        let group = groups.entry((payslip.scenario, payslip.month, company)).or_default();
        group.0.insert(&payslip.courier);
        group.1 += payslip.parcels;
        group.2.add(payslip);
    }
    let mut columns = vec![Column::text("scenario"), Column::text("month")];
    columns.extend(by_company.then(|| Column::text("company")));
    columns.extend([Column { key: "couriers", kind: Kind::Count }, Column { key: "parcels", kind: Kind::Count }]);
    columns.extend(part_columns());
    let row = |((scenario, month, company), (couriers, parcels, parts)): (Key<'_>, (BTreeSet<&str>, u64, Parts))| {
        let mut row = vec![Cell::Word(scenario.as_str()), Cell::Text(month.to_string().into())];
        row.extend(by_company.then(|| Cell::text(company)));
        row.extend([Cell::Count(couriers.len() as u64), Cell::Count(parcels)]);
        row.extend(parts.cells());
        row
    };
    let rows = groups.into_iter().map(row).collect();
    let total = sums(run, columns.len());
    Table { key: "rows", columns, rows, total }
}

/// The total of all payslips, in the last columns: couriers, parcels and the parts of the pay.
fn sums(run: &PayRun, columns: usize) -> Option<Vec<Cell>> {
    let couriers: BTreeSet<&Arc<str>> = run.payslips.iter().map(|payslip| &payslip.courier).collect();
    let mut parts = Parts::default();
    run.payslips.iter().for_each(|payslip| parts.add(payslip));
    let parcels = run.payslips.iter().map(|payslip| payslip.parcels).sum();
    let counts = [Cell::Count(couriers.len() as u64), Cell::Count(parcels)];
    let cells: Vec<(usize, Cell)> = counts.into_iter().chain(parts.cells()).zip(columns - 8..).map(flip).collect();
    total(run, columns, &cells)
}

fn areas(run: &PayRun) -> Table {
    type Key<'a> = (Scenario, Month, &'a str, &'a str);
    let mut groups: BTreeMap<Key<'_>, (BTreeSet<&str>, u64, Yuan)> = BTreeMap::new();
    for payslip in &run.payslips {
        for (area, parcels) in &payslip.parcels_by_area {
            let group = groups.entry((payslip.scenario, payslip.month, &payslip.company, area)).or_default();
            group.0.insert(&payslip.courier);
            group.1 += parcels;
        }
        for line in payslip.lines.iter().filter(|line| line.component == Component::Piece) {
            let key = (payslip.scenario, payslip.month, &*payslip.company, &*line.area);
            groups.entry(key).or_default().2 += line.amount;
        }
    }
    let mut columns = ["scenario", "month", "company", "area"].map(Column::text).to_vec();
    columns.extend(["couriers", "parcels"].map(|key| Column { key, kind: Kind::Count }));
    columns.push(Column { key: "piece", kind: Kind::Money });
    let row = |((scenario, month, company, area), (couriers, parcels, piece)): (_, (BTreeSet<&str>, u64, Yuan))| {
        let scenario: Scenario = scenario;
        let month: Month = month;
        vec![
            Cell::Word(scenario.as_str()),
            Cell::Text(month.to_string().into()),
            Cell::text(company),
            Cell::text(area),
            Cell::Count(couriers.len() as u64),
            Cell::Count(parcels),
            money(piece),
        ]
    };
    let all: Yuan = run.payslips.iter().map(|payslip| payslip.sum(Component::Piece)).sum();
    let parcels = run.payslips.iter().map(|payslip| payslip.parcels).sum();
    let total = total(run, columns.len(), &[(5, Cell::Count(parcels)), (6, money(all))]);
    Table { key: "rows", columns, rows: groups.into_iter().map(row).collect(), total }
}

/// A last row with sums; none where there are two scenarios, which must not be added.
fn total(run: &PayRun, columns: usize, cells: &[(usize, Cell)]) -> Option<Vec<Cell>> {
    (run.scenarios.len() == 1).then(|| {
        let mut row = vec![Cell::Missing; columns];
        row[0] = Cell::Word("total");
        for (at, cell) in cells {
            row[*at] = cell.clone();
        }
        row
    })
}

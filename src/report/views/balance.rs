//! `balance` as tables: the areas, and for people and programs the companies.

use crate::cost::balance::{Balance, Company, Row};
use crate::report::{Block, Cell, Column, Kind, Report, Table};
use crate::units::{Decimal, rounding};

/// The report of a balance.
#[must_use]
pub fn balance(balance: &Balance) -> Report {
    let count = |key| Column { key, kind: Kind::Count };
    let number = |key| Column { key, kind: Kind::Number };
    let money = |key| Column { key, kind: Kind::Money };
    let mut columns = vec![Column::text("company"), Column::text("area")];
    columns.extend(["couriers", "parcels", "courier_days"].map(count));
    columns.extend(["rate_before", "rate_after"].map(number));
    columns.extend(["pay_per_day_before", "pay_per_day_after"].map(money));
    let areas = Table { key: "rows", columns, rows: balance.rows.iter().map(area).collect(), total: None };
    let mut columns = vec![Column::text("company")];
    columns.extend(["piece_before", "piece_after"].map(money));
    columns.extend(["spread_before", "spread_after"].map(number));
    columns.extend(["gain", "lose"].map(count));
    let rows = balance.companies.iter().map(company).collect();
    let companies = Table { key: "companies", columns, rows, total: None };
    let blocks = vec![Block::Table(areas), Block::Table(companies)];
    Report { name: "balance", version: 1, blocks, notes: balance.notes.clone() }
}

fn area(row: &Row) -> Vec<Cell> {
    vec![
        Cell::text(&row.company),
        Cell::text(&row.area),
        Cell::Count(row.couriers),
        Cell::Count(row.parcels),
        Cell::Count(row.courier_days),
        rate(row.rate_before),
        rate(row.rate_after),
        Cell::Money(row.pay_per_day_before.0),
        Cell::Money(row.pay_per_day_after.0),
    ]
}

fn company(company: &Company) -> Vec<Cell> {
    vec![
        Cell::text(&company.company),
        Cell::Money(company.piece_before.0),
        Cell::Money(company.piece_after.0),
        spread(company.spread_before),
        spread(company.spread_after),
        Cell::Count(company.gain),
        Cell::Count(company.lose),
    ]
}

/// A rate to the fen, and up to four places where it has more.
fn rate(rate: Decimal) -> Cell {
    let mut shown = rounding::shown(rate, 4).normalize();
    if shown.scale() < 2 {
        shown.rescale(2);
    }
    Cell::Number(shown)
}

fn spread(spread: Decimal) -> Cell {
    let mut shown = rounding::shown(spread, 4);
    shown.rescale(4);
    Cell::Number(shown)
}

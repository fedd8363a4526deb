//! `balance` as tables: the areas, and for people and programs the companies.

use crate::cost::balance::{Area, Balance, Company};
use crate::diagnostics::Message;
use crate::report::views::solve::rate;
use crate::report::{Block, Cell, Column, Report, Table};
use crate::units::{Decimal, rounding};

type OfArea<'a> = Column<'a, &'a Area>;
type OfCompany<'a> = Column<'a, &'a Company>;

/// The places of average rates and of spreads.
const PLACES: u32 = 4;

/// The report of a balance.
#[must_use]
pub fn balance(balance: &Balance) -> Report {
    let average = |figure: Decimal| rate(rounding::shown(figure, PLACES));
    let areas = vec![
        OfArea::text("company", |row| Cell::name(&row.company)),
        OfArea::text("area", |row| Cell::name(&row.area)),
        OfArea::count("couriers", |row| row.couriers.len() as u64),
        OfArea::count("parcels", |row| row.parcels),
        OfArea::count("courier_days", |row| row.courier_days.len() as u64),
        OfArea::number("rate_before", |row| average(row.rate_before())),
        OfArea::number("rate_after", |row| average(row.rate_after)),
        OfArea::money("pay_per_day_before", |row| row.pay_per_day().0),
        OfArea::money("pay_per_day_after", |row| row.pay_per_day().1),
    ];
    let companies = vec![
        OfCompany::text("company", |company| Cell::name(&company.company)),
        OfCompany::money("piece_before", |company| company.piece_before),
        OfCompany::money("piece_after", |company| company.piece_after),
        OfCompany::number("spread_before", |company| rounding::with_places(company.spread_before, PLACES)),
        OfCompany::number("spread_after", |company| rounding::with_places(company.spread_after, PLACES)),
        OfCompany::count("gain", |company| company.gain),
        OfCompany::count("lose", |company| company.lose),
    ];
    let mut blocks: Vec<Block> = balance.companies.iter().map(|company| days(company, &balance.areas)).collect();
    let areas = Block::Table(Table::of("rows", &balance.areas, areas));
    let companies = Block::Table(Table::of("companies", &balance.companies, companies));
    blocks.extend([areas, companies]);
    Report { name: "balance", version: 1, blocks, notes: balance.notes.clone() }
}

/// The pay of a courier's day in each area of a company, for those who would rather look.
fn days(company: &Company, areas: &[Area]) -> Block {
    let of_company = areas.iter().filter(|area| area.company == company.company).collect();
    let columns = vec![
        OfArea::item("area", |row| Cell::name(&row.area)),
        OfArea::money("pay_per_day_before", |row| row.pay_per_day().0),
        OfArea::money("pay_per_day_after", |row| row.pay_per_day().1),
    ];
    Block::bars(Message::new("balance-days-of").with("company", &*company.company), "days", of_company, columns)
}

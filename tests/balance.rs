//! What holds for every balance: the band, the budget, a spread that never grows, and the same figures in `pay`.

#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

use std::fmt::Write;

use proptest::array::uniform8;
use proptest::collection::vec;
use proptest::prelude::*;
use wagepact::units::Decimal;
use wagepact::units::money::parse;

use properties::world::{Desk, Table};

mod properties {
    #[allow(dead_code, reason = "the worlds of tests/properties.rs are not asked for here")]
    pub(crate) mod world;
}

const AREAS: [&str; 4] = ["", "hills", "town", "valley"];
const COMPANIES: [&str; 2] = ["East", "West"];

/// Company, area, courier, day of May 2022, parcels.
type Row = (usize, usize, usize, u32, u64);

fn rows() -> impl Strategy<Value = Vec<Row>> {
    vec((0..2usize, 0..4usize, 0..4usize, 1..6u32, 1..300u64), 1..30)
}

fn desk(rows: &[Row], fen: &[u32; 8]) -> Desk {
    let mut log = String::from("date,company,courier,area,parcels\n");
    for (company, area, courier, day, parcels) in rows {
        let (company, area) = (COMPANIES[*company], AREAS[*area]);
        writeln!(log, "2022-05-{day:02},{company},c{courier},{area},{parcels}").unwrap();
    }
    let mut rates = String::from("rule,amount,company,area\n");
    for (at, fen) in fen.iter().enumerate() {
        let (company, area) = (COMPANIES[at / 4], AREAS[at % 4]);
        writeln!(rates, "delivery,{}.{:02},{company},{area}", fen / 100, fen % 100).unwrap();
    }
    let desk = Desk::new();
    desk.write("log.csv", log);
    desk.write("rates.csv", rates);
    desk.write("balanced.csv", "");
    desk
}

fn ask(desk: &Desk, more: &[&str]) -> Table {
    let line = ["balance", "log.csv", "-a", "anji-courier", "--rates", "rates.csv", "-f", "csv"];
    // No rate is lowered unless that is said.
    let lowers: &[&str] = if more.contains(&"--no-loss") { &[] } else { &["--may-lower"] };
    Table::read(&desk.ask(&[&line, more, lowers].concat()).unwrap())
}

fn figure(table: &Table, row: &[String], column: &str) -> Decimal {
    parse(table.cell(row, column)).unwrap()
}

fn of<'a>(table: &'a Table, company: &str) -> Vec<&'a Vec<String>> {
    table.rows.iter().filter(|row| table.cell(row, "company") == company).collect()
}

fn cost(table: &Table, rows: &[&Vec<String>], rate: &str) -> Decimal {
    rows.iter().map(|row| figure(table, row, rate) * figure(table, row, "parcels")).sum()
}

/// ΣD × Σ(piece² ÷ D) ÷ (Σ piece)², which is the square of the coefficient of variation and one more.
fn spread(table: &Table, rows: &[&Vec<String>], rate: &str) -> Decimal {
    let days: Decimal = rows.iter().map(|row| figure(table, row, "courier_days")).sum();
    let squares = rows.iter().map(|row| {
        let piece = figure(table, row, rate) * figure(table, row, "parcels");
        piece * piece / figure(table, row, "courier_days")
    });
    let piece = cost(table, rows, rate);
    days * squares.sum::<Decimal>() / (piece * piece)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn inside_the_band_and_the_budget_and_never_less_equal(rows in rows(), fen in uniform8(60..=100u32), more in 0..2_000u32) {
        let desk = desk(&rows, &fen);
        let more = more.to_string();
        let year = rows.iter().map(|row| row.4).sum::<u64>().to_string();
        let asks: [&[&str]; 4] = [&[], &["--no-loss"], &["--budget", &more, "--annual-parcels", &year], &["--step", "0.05"]];
        for ask_for in asks {
            let table = ask(&desk, ask_for);
            let extra = if ask_for.contains(&"--budget") { parse(&more).unwrap() } else { Decimal::ZERO };
            let mut spent = Decimal::ZERO;
            for company in COMPANIES {
                let rows = of(&table, company);
                if rows.is_empty() { continue }
                for row in &rows {
                    let rate = figure(&table, row, "rate_after");
                    prop_assert!(rate >= parse("0.60").unwrap() && rate <= Decimal::ONE, "{:?}", row);
                    let no_loss = !ask_for.contains(&"--no-loss") || rate >= figure(&table, row, "rate_before");
                    prop_assert!(no_loss, "{:?}", row);
                }
                let (before, after) = (cost(&table, &rows, "rate_before"), cost(&table, &rows, "rate_after"));
                prop_assert!(!extra.is_zero() || after <= before, "{} {} {}", company, before, after);
                spent += after - before;
                let (before, after) = (spread(&table, &rows, "rate_before"), spread(&table, &rows, "rate_after"));
                // the quotients of the two may end at the last of 28 digits
                prop_assert!(after <= before + parse("0.00000000000000001").unwrap(), "{} {} {}", company, before, after);
            }
            prop_assert!(spent <= extra);
        }
    }

    #[test]
    fn no_rate_is_lowered_with_no_loss(rows in rows(), fen in uniform8(60..=100u32), more in 0..2_000u32) {
        let desk = desk(&rows, &fen);
        let table = ask(&desk, &["--no-loss", "--budget", &more.to_string()]);
        for row in &table.rows {
            prop_assert!(figure(&table, row, "rate_after") >= figure(&table, row, "rate_before"), "{:?}", row);
        }
    }

    #[test]
    fn equal_densities_leave_rates_equal(parcels in 1..300u64, fen in 60..=100u32, more in 0..500u32, areas in 2..5usize) {
        let rows: Vec<Row> = (0..areas).map(|area| (0, area, area, 1, parcels)).collect();
        let desk = desk(&rows, &[fen; 8]);
        let table = ask(&desk, &[]);
        for row in &table.rows {
            prop_assert_eq!(table.cell(row, "rate_after"), table.cell(row, "rate_before"));
        }
        let table = ask(&desk, &["--budget", &more.to_string()]);
        for row in &table.rows {
            prop_assert_eq!(table.cell(row, "rate_after"), table.cell(&table.rows[0], "rate_after"));
        }
    }

    #[test]
    fn pay_at_the_rates_written_costs_what_balance_says(rows in rows(), fen in uniform8(60..=100u32)) {
        let desk = desk(&rows, &fen);
        let line = "balance log.csv -a anji-courier --rates rates.csv -f csv --write-rates balanced.csv";
        let line: Vec<&str> = line.split_whitespace().collect();
        let said = Table::read(&desk.ask(&line).unwrap());
        let line = "pay log.csv -a anji-courier --rates balanced.csv --by area -f csv";
        let line: Vec<&str> = line.split_whitespace().collect();
        let paid = Table::read(&desk.ask(&line).unwrap());
        prop_assert_eq!(said.rows.len(), paid.rows.len());
        for (said_row, paid_row) in said.rows.iter().zip(&paid.rows) {
            prop_assert_eq!(said.cell(said_row, "area"), paid.cell(paid_row, "area"));
            let cost = cost(&said, &[said_row], "rate_after");
            prop_assert_eq!(cost, figure(&paid, paid_row, "piece"));
        }
    }
}

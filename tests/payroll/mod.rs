//! Made-up payrolls: small months of any shape, and what `check` finds in a register made from `pay` itself.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use wagepact::agreement::stack::stack;
use wagepact::agreement::{Agreement, library};
use wagepact::check::arrears::arrears;
use wagepact::check::{CHECKS, Check, Finding, PayrollCheck, check};
use wagepact::deliveries::Tally;
use wagepact::deliveries::tally::Row;
use wagepact::pay::{Component, OutOfBand, PayRun, Payslip, pay_with};
use wagepact::tables::table::TableOptions;
use wagepact::units::{Date, Decimal, Yuan};
use wagepact::workforce::register_month::MonthsKnown;
use wagepact::workforce::{Attendance, Protected, Rates, Register, Roster, Workforce};

/// One courier as made up.
#[derive(Clone, Debug)]
struct Courier {
    company: usize,
    /// Goes on with the other company on this day of May.
    moves: Option<i8>,
    sex: &'static str,
    position: &'static str,
    base: Option<u32>,
    /// Joins on this day of May; else long ago.
    joins: Option<i8>,
    protected: Option<&'static str>,
    /// Parcels and hours by day of May and June; none: not at work.
    days: Vec<Option<(u64, u8)>>,
}

fn courier() -> impl Strategy<Value = Courier> {
    let days = prop::collection::vec(prop::option::of((1_u64..400, 4_u8..12)), 61);
    let kind = prop::option::weighted(0.3, prop::sample::select(vec!["pregnancy", "maternity", "nursing"]));
    let sex = prop::sample::select(vec!["f", "m"]);
    let position = prop::sample::select(vec!["courier", "sorter", ""]);
    let spells = (prop::option::weighted(0.2, 2_i8..31), prop::option::weighted(0.2, 2_i8..31));
    (0..2_usize, spells, sex, position, prop::option::of(0_u32..3000), kind, days).prop_map(
        |(company, (moves, joins), sex, position, base, protected, days)| {
            let moves = moves.filter(|day| joins.is_none_or(|joins| joins < *day));
            Courier { company, moves, sex, position, base, joins, protected, days }
        },
    )
}

const COMPANIES: [&str; 2] = ["East", "West"];

fn day(at: usize) -> Date {
    let may = i8::try_from(at + 1).expect("at most 61 days");
    if may <= 31 { Date::constant(2022, 5, may) } else { Date::constant(2022, 6, may - 31) }
}

/// The files of a payroll, read as the program reads them.
fn workforce(couriers: &[Courier], folder: &Path) -> Workforce {
    let mut roster =
        String::from("courier,company,position,sex,skill,base,contract_signed,hired,left,left_reason,from\n");
    let mut protected = String::from("courier,kind,from,until,due\n");
    let mut attendance = String::from("courier,date,hours,kind\n");
    for (number, one) in couriers.iter().enumerate() {
        let base = one.base.map(|base| base.to_string()).unwrap_or_default();
        let hired = one.joins.map_or("2020-01-01".to_string(), |day| format!("2022-05-{day:02}"));
        let mut row = |company: usize, hired: &str, left: &str| {
            let (position, sex) = (one.position, one.sex);
            let reason = if left.is_empty() { "" } else { "本人辞职" };
            let company = COMPANIES[company];
            writeln!(roster, "c{number},{company},{position},{sex},junior,{base},{hired},{hired},{left},{reason},")
        };
        let left = one.moves.map(|day| format!("2022-05-{:02}", day - 1)).unwrap_or_default();
        row(one.company, &hired, &left).expect("a string");
        if let Some(day) = one.moves {
            row(1 - one.company, &format!("2022-05-{day:02}"), "").expect("a string");
        }
        if let Some(kind) = one.protected {
            writeln!(protected, "c{number},{kind},2022-04-20,2022-06-10,2022-06-11").expect("a string");
        }
        for (at, (_, hours)) in one.days.iter().enumerate().filter_map(|(at, day)| Some((at, (*day)?))) {
            // Who is protected works no extended hours here: nothing is broken but what a test breaks.
            let hours = if one.protected.is_some() { hours.min(8) } else { hours };
            let kind = if hours % 5 == 0 { "rest" } else { "" };
            writeln!(attendance, "c{number},{},{hours},{kind}", day(at)).expect("a string");
        }
    }
    let write = |name: &str, text: &str| {
        fs::write(folder.join(name), text).expect("the folder can be written");
        folder.join(name)
    };
    let mut rates = Rates::default();
    let text = "rule,amount,company,over,from\ndelivery,0.80,East,,\ndelivery,0.74,West,,\ndelivery,0.82,West,2000,\n";
    rates.read(&write("rates.csv", text), TableOptions::default(), None).expect("rates");
    Workforce {
        roster: Some(Arc::new(Roster::read(&write("roster.csv", &roster), TableOptions::default()).expect("a roster"))),
        rates,
        protected: Arc::new(
            Protected::read(&write("protected.csv", &protected), TableOptions::default(), None)
                .expect("protected periods"),
        ),
        attendance: Some(Arc::new(
            Attendance::read(&write("attendance.csv", &attendance), TableOptions::default(), None).expect("attendance"),
        )),
    }
}

fn tally(couriers: &[Courier]) -> Tally {
    let mut names: Vec<Arc<str>> = ["East", "West", "delivery", "Hill"].map(Arc::from).to_vec();
    names.extend((0..couriers.len()).map(|number| format!("c{number}").into()));
    names.sort();
    let index = |name: &str| {
        let at = names.iter().position(|other| **other == *name).expect("a name");
        u32::try_from(at).expect("few names")
    };
    let mut rows = Vec::new();
    for (number, one) in couriers.iter().enumerate() {
        for (at, (parcels, _)) in one.days.iter().enumerate().filter_map(|(at, day)| Some((at, (*day)?))) {
            let date = day(at);
            let moved = one.moves.is_some_and(|moves| Date::constant(2022, 5, moves) <= date);
            let company = if moved { 1 - one.company } else { one.company };
            let joined = one.joins.is_none_or(|joins| Date::constant(2022, 5, joins) <= date);
            if joined {
                let (company, courier) = (index(COMPANIES[company]), index(&format!("c{number}")));
                let (area, service) = (index("Hill"), index("delivery"));
                rows.push(Row {
                    date,
                    company,
                    courier,
                    area,
                    service,
                    detail: 0,
                    parcels,
                    first_at: None,
                    last_at: None,
                });
            }
        }
    }
    rows.sort();
    Tally::new(names, rows)
}

fn agreement() -> Agreement {
    let load = |name: &str| library::load(name).expect("shipped");
    stack(["anji-courier", "zhejiang-law", "dayuan-pump"].map(load).to_vec()).expect("a stack")
}

/// What is paid: the payslips themselves, altered by courier, company and month. Without companies, one row for all of them.
fn register(run: &PayRun, companies: bool, altered: impl Fn(&Payslip) -> Decimal, folder: &Path) -> Register {
    let mut rows: BTreeMap<(String, String, String), [Decimal; 7]> = BTreeMap::new();
    for payslip in &run.payslips {
        let company = if companies { payslip.company.to_string() } else { String::new() };
        let row = rows.entry((payslip.month.to_string(), company, payslip.courier.to_string())).or_default();
        let parts = [Component::Base, Component::Piece, Component::Premium, Component::Allowance, Component::TopUp];
        for (cell, part) in row.iter_mut().zip(parts) {
            *cell += payslip.sum(part).0;
        }
        row[5] += Decimal::from(payslip.parcels);
        row[6] += payslip.pay().0 + altered(payslip);
    }
    let mut text = String::from("month,company,courier,base,piece,premium,allowance,top_up,parcels,paid\n");
    for ((month, company, courier), cells) in rows {
        let cells: Vec<String> = cells.iter().map(Decimal::to_string).collect();
        writeln!(text, "{month},{company},{courier},{}", cells.join(",")).expect("a string");
    }
    let path = folder.join("register.csv");
    fs::write(&path, text).expect("the folder can be written");
    let (register, problems) = Register::read(&path, TableOptions::default(), MonthsKnown::default());
    assert!(problems.is_empty(), "{problems:?}");
    register
}

fn all() -> Vec<&'static Check> {
    CHECKS.iter().collect()
}

/// All but the check of hours and days of rest, which are made up at random here and no matter of pay.
fn of_pay() -> Vec<&'static Check> {
    let of_hours = ["hours-over-limit", "overtime-in-fixed-pay"];
    CHECKS.iter().filter(|check| !of_hours.contains(&check.code)).collect()
}

/// What the payroll may round otherwise: half a fen for each line and for the sum, at least a fen.
fn tolerance(lines: usize) -> Decimal {
    Decimal::new(1, 2).max(Decimal::new(5, 3) * Decimal::from(lines + 1))
}

/// What all checks find where everybody is paid what is due but for `altered`, and the payslips.
fn found(couriers: &[Courier], companies: bool, altered: impl Fn(&Payslip) -> Decimal) -> (Vec<Finding>, Vec<Payslip>) {
    let folder = tempfile::tempdir().expect("a folder");
    let (agreement, tally) = (agreement(), tally(couriers));
    let workforce = workforce(couriers, folder.path());
    let run = pay_with(&agreement, &tally, &workforce, OutOfBand::Refused).expect("no mistake");
    let register = register(&run, companies, altered, folder.path());
    let checked = PayrollCheck::new(&agreement, &tally, &workforce, &run, &register);
    let findings = check(&checked, &of_pay());
    (findings, run.payslips)
}

/// The payslips that are compared: a month before the first delivery, for which there are hours alone, is not checked.
fn compared(payslips: &[Payslip], couriers: &[Courier]) -> Vec<Payslip> {
    let of_log = tally(couriers).months();
    payslips.iter().filter(|payslip| of_log.contains(&payslip.month.month())).cloned().collect()
}

fn payroll() -> impl Strategy<Value = Vec<Courier>> {
    prop::collection::vec(courier(), 1..6).prop_filter("a log has a row", |couriers| !tally(couriers).rows.is_empty())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn what_pay_gives_departs_from_nothing(couriers in payroll(), companies: bool) {
        let (findings, _) = found(&couriers, companies, |_| Decimal::ZERO);
        prop_assert!(findings.is_empty(), "{findings:#?}");
    }

    #[test]
    fn one_alteration_is_found_and_nothing_else(couriers in payroll(), which: prop::sample::Index, fen in 2_i64..5000, more: bool) {
        let (_, payslips) = found(&couriers, true, |_| Decimal::ZERO);
        let compared = compared(&payslips, &couriers);
        let one = which.get(&compared);
        let change = Decimal::new(if more { fen } else { -fen }, 2);
        prop_assume!(one.pay().0 + change >= Decimal::ZERO && change.abs() > tolerance(one.lines.len()));
        let same = |payslip: &Payslip| {
            (payslip.month, &payslip.company, &payslip.courier) == (one.month, &one.company, &one.courier)
        };
        let (findings, _) = found(&couriers, true, |payslip| if same(payslip) { change } else { Decimal::ZERO });
        let (follows, findings): (Vec<_>, Vec<_>) = findings.into_iter().partition(|finding| finding.code == "below-floor");
        if more && (one.beside_fund.is_some() || one.is_least(&agreement())) {
            // Beside the maternity fund, and where a floor is topped up to, what is due is a least amount.
            prop_assert!(findings.is_empty(), "{:#?}", findings);
            return Ok(());
        }
        prop_assert_eq!(findings.len(), 1, "{:#?}", findings);
        let finding = &findings[0];
        prop_assert_eq!(finding.code, if more { "overpaid" } else { "underpaid" });
        prop_assert_eq!((finding.month, &finding.company, &finding.courier), (Some(one.month), &one.company, &one.courier));
        prop_assert_eq!(finding.shortfall, (!more).then_some(Yuan(-change)));
        prop_assert!(follows.len() <= usize::from(!more), "{follows:#?}");
        prop_assert!(follows.iter().all(|follows| follows.courier == one.courier && follows.month == Some(one.month)));
    }

    #[test]
    fn shortfalls_add_up_to_the_arrears(couriers in payroll(), companies: bool, fen in prop::collection::vec(0_i64..300, 8)) {
        // by courier and month, so that the rows of two companies, which one register joins, are short by what both are
        let short = |payslip: &Payslip| {
            let number: usize = payslip.courier[1..].parse().expect("c and a number");
            let fen = fen[(number + usize::from(payslip.month.month().month == 6)) % fen.len()];
            Decimal::new(fen, 2).min(payslip.pay().0)
        };
        let (findings, payslips) = found(&couriers, companies, |payslip| -short(payslip));
        let mut rows: BTreeMap<_, (Decimal, usize)> = BTreeMap::new();
        let compared = compared(&payslips, &couriers);
        for payslip in &compared {
            let company = if companies { &*payslip.company } else { "" };
            let row = rows.entry((payslip.month, company, &payslip.courier)).or_default();
            *row = (row.0 + short(payslip), row.1 + payslip.lines.len());
        }
        let expected: Decimal = rows.into_values().filter(|(short, lines)| *short > tolerance(*lines)).map(|(short, _)| short).sum();
        let shortfalls: Decimal = findings.iter().filter_map(|finding| finding.shortfall).map(|short| short.0).sum();
        let of_arrears: Decimal = arrears(&findings).iter().map(|arrears| arrears.shortfall.0).sum();
        prop_assert_eq!(shortfalls, expected);
        prop_assert_eq!(of_arrears, expected);
        prop_assert!(findings.iter().all(|finding| finding.shortfall.is_some() == (finding.code == "underpaid")));
    }
}

/// 2,000 couriers × 12 months, some 700,000 rows: `cargo test --release --test check -- --ignored --nocapture`.
#[test]
#[ignore = "measures; only a release build is quick enough"]
fn a_year_of_two_thousand_couriers_is_checked_in_two_seconds() {
    let folder = tempfile::tempdir().expect("a folder");
    let days = |number: usize| (0..61).map(|at| Some((60 + ((number * 31 + at * 17) % 160) as u64, 8))).collect();
    let courier = |number: usize| Courier {
        company: number % 2,
        moves: None,
        sex: if number.is_multiple_of(8) { "f" } else { "m" },
        position: "courier",
        base: Some(1800),
        joins: None,
        protected: number.is_multiple_of(24).then_some("nursing"),
        days: days(number),
    };
    let couriers: Vec<Courier> = (0..2000).map(courier).collect();
    let (agreement, two_months) = (agreement(), tally(&couriers));
    let mut rows = Vec::new();
    for month in 1..=12 {
        let may = two_months.rows.iter().filter(|row| row.date.month() == 5 && row.date.day() <= 29);
        let dated = |row: &Row| Date::new(2022, month, row.date.day()).ok().map(|date| Row { date, ..*row });
        rows.extend(may.filter_map(dated));
    }
    let tally = Tally::new(two_months.names, rows);
    let workforce = workforce(&couriers, folder.path());
    let run = pay_with(&agreement, &tally, &workforce, OutOfBand::Nearest).expect("no mistake");
    let register = register(&run, true, |_| Decimal::ZERO, folder.path());
    let start = Instant::now();
    let run = pay_with(&agreement, &tally, &workforce, OutOfBand::Nearest).expect("no mistake");
    let checked = PayrollCheck::new(&agreement, &tally, &workforce, &run, &register);
    let findings = check(&checked, &all());
    let taken = start.elapsed();
    assert_eq!((checked.rows.len(), findings.len()), (24_000, 0));
    assert!(taken < Duration::from_secs(2), "{} rows took {taken:?}", tally.rows.len());
}

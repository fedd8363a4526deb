//! A negotiator's evening: from one Excel export to what five fen cost, who gains, how far three million goes, areas brought closer
//! together and a page to be printed, in five commands and with no file edited by hand.

use std::path::Path;
use std::process::Command;

use rust_decimal::Decimal;
use rust_xlsxwriter::{Workbook, Worksheet};

/// Made-up couriers: company, area, parcels a day, the same on each of the 31 days of May.
const COURIERS: [(&str, &str, &str, u32); 4] =
    [("K1", "甲", "山上", 80), ("K2", "甲", "镇上", 120), ("K3", "乙", "山上", 60), ("K4", "乙", "镇上", 140)];

fn row(sheet: &mut Worksheet, at: u32, cells: &[&str]) {
    for (column, text) in (0..).zip(cells) {
        sheet.write_string(at, column, *text).expect("a cell");
    }
}

/// An export as companies keep it: what was delivered, and what is paid.
fn export(path: &Path) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("派件").expect("a name");
    row(sheet, 0, &["日期", "公司", "快递员", "区域", "件数"]);
    let days = (1..=31).flat_map(|day| COURIERS.iter().map(move |courier| (day, courier)));
    for (at, (day, (courier, company, area, parcels))) in (1..).zip(days) {
        row(sheet, at, &[&format!("2022-05-{day:02}"), company, courier, area]);
        sheet.write_number(at, 4, *parcels).expect("a cell");
    }
    let sheet = book.add_worksheet().set_name("单价").expect("a name");
    row(sheet, 0, &["规则", "公司", "区域", "单价"]);
    for (at, (_, company, area, _)) in (1..).zip(&COURIERS) {
        row(sheet, at, &["派费", company, area, "0.80"]);
    }
    book.save(path).expect("a workbook");
}

/// The rows of the answer in CSV, without its headings.
fn rows(folder: &Path, words: &str) -> Vec<Vec<String>> {
    let given = "export.xlsx#派件 -a anji-courier --rates export.xlsx#单价 --annual-parcels 6640万 --lang zh -q";
    let mut program = Command::new(env!("CARGO_BIN_EXE_wagepact"));
    let (command, rest) = words.split_once('|').expect("a command and its flags");
    let flags = rest.split('|').filter(|flag| !flag.is_empty());
    let output = program.arg(command).args(given.split(' ')).args(flags).current_dir(folder).output().expect("it runs");
    assert!(output.status.success(), "{words}: {}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    text.lines().skip(1).map(|line| line.split(',').map(str::to_string).collect()).collect()
}

#[test]
fn from_one_export_to_a_printed_page_in_five_commands() {
    let folder = tempfile::tempdir().expect("a folder");
    export(&folder.path().join("export.xlsx"));
    let folder = folder.path();

    // 66,400,000 parcels a year × 0.05.
    let cost = rows(folder, "cost|--change|派费 +0.05|-f|csv|--by|合计");
    assert_eq!(cost[0][5], "3320000.00", "{cost:?}");

    // All four gain 6.25 %. The mean courier has 100 parcels × 31 days: 2,480.00 at 0.80, 2,635.00 at 0.85.
    let people = rows(folder, "compare|--change|派费 +0.05|--show|人员|-f|csv");
    assert_eq!(people[0][1..], ["gain>5%", "4", "2480.00", "2635.00", "155.00"], "{people:?}");

    // 300万 ÷ 66.4 million is 0.045: four fen cost 2,656,000.00, and 344,000.00 are left.
    let far = rows(folder, "solve|--change|派费 +?|--budget|300万|-f|csv");
    assert!(far[0].ends_with(&["2656000.00".to_string(), "344000.00".to_string()]), "{far:?}");

    // No rate is lowered, the steps cost no more than the budget, and pay per day comes closer together.
    let areas = rows(folder, "balance|--budget|300万|-f|csv");
    let number = |text: &String| text.parse::<Decimal>().expect("a number");
    assert_eq!(areas.len(), 4, "{areas:?}");
    let mut of_log = Decimal::ZERO;
    for area in &areas {
        let (parcels, before, after) = (number(&area[3]), number(&area[5]), number(&area[6]));
        assert!(after >= before, "{area:?}");
        of_log += parcels * (after - before);
    }
    // What the log's 12,400 parcels cost more, made 66.4 million.
    let annual = of_log * Decimal::from(66_400_000) / Decimal::from(12_400);
    assert!(annual > Decimal::ZERO && annual <= Decimal::from(3_000_000), "{annual}");
    let spread = |column: usize| {
        let of_days = areas.iter().map(|area| number(&area[column]));
        of_days.clone().max().expect("an area") - of_days.min().expect("an area")
    };
    assert!(spread(8) < spread(7), "{areas:?}");

    rows(folder, "compare|--change|派费 +0.05|-o|page.html");
    let page = std::fs::read_to_string(folder.join("page.html")).expect("the page");
    for shown in ["3,320,000.00", "<svg", "@page"] {
        assert!(page.contains(shown), "{shown}");
    }
}

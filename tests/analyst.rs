//! An analyst's morning: the log goes through a pipe, two months are laid beside each other, and the figures are those of the log.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};

/// Made-up couriers of two companies: parcels a day in May and in June.
const COURIERS: [(&str, &str, u32, u32); 3] = [("K1", "甲", 80, 90), ("K2", "甲", 120, 110), ("K3", "乙", 60, 60)];

fn log() -> String {
    let mut text = "date,company,courier,parcels\n".to_string();
    for (courier, company, may, june) in COURIERS {
        for (month, days, parcels) in [(5, 31, may), (6, 30, june)] {
            for day in 1..=days {
                writeln!(text, "2022-{month:02}-{day:02},{company},{courier},{parcels}").expect("a text");
            }
        }
    }
    text
}

/// What the program answers to what comes through a pipe.
fn piped(words: &str, input: &[u8]) -> Vec<u8> {
    let mut program = Command::new(env!("CARGO_BIN_EXE_wagepact"));
    let program = program.args(words.split(' ')).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = program.spawn().expect("the program runs");
    child.stdin.take().expect("a pipe").write_all(input).expect("it reads");
    let output = child.wait_with_output().expect("it ends");
    assert!(output.status.success(), "{words}");
    output.stdout
}

#[test]
fn two_months_through_a_pipe_are_laid_beside_each_other() {
    let pay = "pay - -a anji-courier --rate delivery=0.80 -f csv --by company -q";
    let from_log = piped(pay, log().as_bytes());
    // A tally is itself a log: reduced once, it is paid to the same byte.
    assert_eq!(piped(pay, &piped("tally - -q", log().as_bytes())), from_log);

    let text = String::from_utf8(from_log).expect("UTF-8");
    let mut lines = text.lines();
    let headings: Vec<&str> = lines.next().expect("headings").split(',').collect();
    let at = |name: &str| headings.iter().position(|heading| *heading == name).expect("a column");
    let mut paid: BTreeMap<(String, String), String> = BTreeMap::new();
    for line in lines {
        let cells: Vec<&str> = line.split(',').collect();
        let key = (cells[at("company")].to_string(), cells[at("month")].to_string());
        paid.insert(key, cells[at("pay")].to_string());
    }
    // 甲: 200 a day × 31 × 0.80 = 4,960.00, then 200 × 30 × 0.80 = 4,800.00; 乙: 60 × 31 × 0.80 = 1,488.00, 60 × 30 × 0.80 = 1,440.00.
    let expected = [
        ("乙", "2022-05", "1488.00"),
        ("乙", "2022-06", "1440.00"),
        ("甲", "2022-05", "4960.00"),
        ("甲", "2022-06", "4800.00"),
    ];
    let expected = expected.map(|(company, month, pay)| ((company.to_string(), month.to_string()), pay.to_string()));
    assert_eq!(paid.into_iter().collect::<Vec<_>>(), expected);
}

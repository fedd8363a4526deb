//! Runs what the documents show: every `console` block of the READMEs and of docs/, from the root of the crate, and the examples.

mod source;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The documents whose commands a newcomer types. (The samples of agreements/README.md are loaded by tests/agreements.rs;
/// what it has of commands is run too.)
fn documents() -> Vec<PathBuf> {
    let mut found = vec![PathBuf::from("README.md"), PathBuf::from("README.zh-CN.md")];
    for entry in fs::read_dir("examples").expect("the examples") {
        let folder = entry.expect("the examples").path();
        let readmes = ["README.md", "README.zh-CN.md"].map(|name| folder.join(name));
        found.extend(readmes.into_iter().filter(|readme| readme.exists()));
    }
    found.sort();
    found
}

/// What else has commands here and there.
fn further() -> Vec<PathBuf> {
    let mut found = vec![PathBuf::from("agreements/README.md"), PathBuf::from("agreements/README.zh-CN.md")];
    source::collect(Path::new("docs"), "md", &mut found);
    found
}

/// A block that is shown as a command must be one that is run: of another kind, nobody would notice what it no longer says.
#[test]
fn every_command_shown_is_run() {
    for document in documents().into_iter().chain(further()) {
        let text = source::text(&document);
        let mut block = None;
        for line in text.lines() {
            match (line.strip_prefix("```"), block) {
                (Some(kind), None) => block = Some(kind),
                (Some(_), Some(_)) => block = None,
                (None, _) => {
                    let run = !line.starts_with("$ wagepact ") || block == Some("console");
                    assert!(run, "{}: not in a `console` block: {line}", document.display());
                }
            }
        }
    }
}

#[test]
fn every_readme_has_a_command() {
    for document in documents() {
        let text = source::text(&document);
        let commands = text.lines().filter(|line| line.starts_with("$ wagepact ")).count();
        assert!(commands > 0, "{}: not one command", document.display());
    }
}

#[test]
fn what_the_readmes_show_is_what_is_answered() {
    let cases = trycmd::TestCases::new();
    for variable in ["LANG", "LC_ALL", "LC_MESSAGES", "LANGUAGE"] {
        cases.env(variable, "C");
    }
    for document in documents().into_iter().chain(further()) {
        cases.case(document);
    }
}

/// `examples/county_year.rs` makes exactly as many delivered rows as asked for, and the same ones each time.
#[test]
fn the_county_year_has_the_parcels_asked_for() {
    let made = || {
        let mut cargo = Command::new(env!("CARGO"));
        let output = cargo.args(["run", "--quiet", "--example", "county_year", "--", "2000"]).output();
        let output = output.expect("cargo runs the example");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("a log in UTF-8")
    };
    let log = made();
    assert_eq!(log.lines().next(), Some("parcel,courier,company,area,service,status,delivered_at"));
    let counts = |row: &&str| {
        let fields: Vec<&str> = row.split(',').collect();
        fields[4] == "delivery" && fields[5] == "签收"
    };
    assert_eq!(log.lines().skip(1).filter(counts).count(), 2000);
    assert!(log == made(), "the same N makes the same log");
    // 2000 parcels × 0.10 yuan; the log spans a year, so the annual factor is 1.
    let folder = tempfile::tempdir().expect("a folder for the log");
    let path = folder.path().join("county-year.csv");
    fs::write(&path, &log).expect("the log is written");
    let mut cost = Command::new(env!("CARGO_BIN_EXE_wagepact"));
    cost.args(["cost", "-a", "anji-courier", "--change", "delivery +0.10", "--by", "total", "-f", "csv"]).arg(&path);
    let answer = cost.output().expect("the program runs");
    let answer = String::from_utf8(answer.stdout).expect("an answer in UTF-8");
    assert!(answer.lines().nth(1).is_some_and(|row| row.ends_with(",200.00")), "{answer}");
}

/// `examples/platform_month.rs` makes 31 days of each courier, and the same ones each time; its rates and its roster fit them.
#[test]
fn the_platform_month_has_the_couriers_asked_for() {
    let folder = tempfile::tempdir().expect("a folder for the files");
    let made = |what: &str| {
        let mut cargo = Command::new(env!("CARGO"));
        let output = cargo.args(["run", "--quiet", "--example", "platform_month", "--", "80", what]).output();
        let output = output.expect("cargo runs the example");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let path = folder.path().join(what);
        fs::write(&path, &output.stdout).expect("the file is written");
        (path, String::from_utf8(output.stdout).expect("a file in UTF-8"))
    };
    let ((log, tally), (rates, _), (roster, _)) = (made("tally"), made("rates"), made("roster"));
    assert_eq!(tally.lines().count(), 1 + 80 * 31);
    assert_eq!(tally, made("tally").1, "the same N makes the same tally");
    let run = |words: &[&str]| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_wagepact"));
        let answer = program.args(words).arg(&log).output().expect("the program runs");
        assert!(answer.status.success(), "{}", String::from_utf8_lossy(&answer.stderr));
        String::from_utf8(answer.stdout).expect("an answer in UTF-8")
    };
    assert_eq!(run(&["tally"]), tally, "it is written as a tally is");
    let (rates, roster) = (rates.to_string_lossy(), roster.to_string_lossy());
    let slips = run(&["pay", "-a", "anji-courier", "--rates", &rates, "--roster", &roster, "-f", "csv"]);
    assert_eq!(slips.lines().count(), 1 + 80);
}

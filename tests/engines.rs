//! The statements of `wagepact tally --sql` on the engines they are for, row by row against `wagepact tally` on the same log.
//!
//! It needs Python with the packages of `tests/engines/requirements.txt` and Java, which `.ci/run` makes ready under
//! `target/engines`: `cargo test --test engines -- --ignored`.

#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use engines::asked::{NIGHTS, Stack, stacks};
use engines::quirks;
use engines::quirks::Log;

mod engines {
    pub(crate) mod asked;
    pub(crate) mod quirks;
}

const PYTHON: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/target/engines/venv/bin/python");
const RUN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/engines/run.py");

const ENGINES: [&str; 2] = ["duckdb", "spark"];

/// A tally as rows of cells, and how many rows of the log could not be read.
#[derive(Debug, PartialEq)]
struct Answer {
    rows: Vec<Vec<String>>,
    problems: u64,
}

fn wagepact(args: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_wagepact")).args(["--lang", "en"]).args(args).output().unwrap();
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn records(csv: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(csv.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(String::from).collect()).collect()
}

/// What the program makes of a log.
fn ours(log: &Path, flags: &[&str]) -> Answer {
    let rejects = log.with_extension("rejects");
    let mut args = vec!["tally", log.to_str().unwrap(), "--rejects", rejects.to_str().unwrap(), "-q"];
    args.extend(flags);
    let rows = records(&wagepact(&args)).split_off(1);
    let problems = records(&fs::read_to_string(rejects).unwrap()).len() as u64 - 1;
    Answer { rows, problems }
}

/// What an engine has made of it.
fn theirs(answer: &Path) -> Answer {
    let (columns, answer) = theirs_in(answer);
    assert_eq!(columns, "date,company,courier,area,service,parcels,first_at,last_at,problem_rows");
    answer
}

/// The same with its columns.
fn theirs_in(answer: &Path) -> (String, Answer) {
    let mut rows = records(&fs::read_to_string(answer).unwrap());
    let columns = rows.remove(0).join(",");
    let counts: Vec<u64> = rows.iter_mut().map(|row| row.pop().unwrap().parse().unwrap()).collect();
    let problems = counts.first().copied().unwrap_or(0);
    assert!(counts.iter().all(|count| *count == problems), "{counts:?}");
    rows.retain(|row| row.iter().any(|cell| !cell.is_empty())); // where no row counts, one tells of the problems
    (columns, Answer { rows, problems })
}

/// How an engine is told to read a log, and what then stands behind FROM.
fn table(engine: &str, name: &str, log: &Path, log_of: &Log) -> (Vec<String>, String) {
    let path = log.display();
    let headings = log_of.has_headings;
    if engine == "duckdb" {
        let options = format!("header = {headings}, all_varchar = true, delim = ',', quote = '\"', escape = '\"'");
        return (Vec::new(), format!("read_csv('{path}', {options})"));
    }
    let options = format!("path '{path}', header '{headings}', escape '\"', multiLine 'true', mode 'FAILFAST'");
    (vec![format!("CREATE OR REPLACE TEMPORARY VIEW {name} USING csv OPTIONS ({options})")], name.to_string())
}

fn work(engine: &str, before: &[String], statement: &str, answer: &Path) -> serde_json::Value {
    serde_json::json!({ "engine": engine, "before": before, "statement": statement, "answer": answer })
}

fn run(folder: &Path, works: &[serde_json::Value]) {
    let list = folder.join("work.json");
    fs::write(&list, serde_json::to_string(works).unwrap()).unwrap();
    assert!(Path::new(PYTHON).exists(), "{PYTHON}: not there; .ci/run makes it");
    let output = Command::new(PYTHON).arg(RUN).arg(&list).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn statements_look_as_they_did() {
    // Whoever changes a statement reads it here, and runs it by the tests below.
    for engine in ENGINES {
        let map = "tests/engines/outlet.toml";
        let statement = wagepact(&["tally", "--sql", engine, "--from", "raw.deliveries", "--map", map]);
        let file = format!("tests/engines/outlet.{engine}.sql");
        assert_eq!(statement, fs::read_to_string(&file).unwrap(), "{file}");
    }
}

#[test]
#[ignore = "needs DuckDB and Spark, which .ci/run makes ready"]
fn engines_make_the_same_tally() {
    let folder = tempfile::tempdir().unwrap();
    let (mut works, mut expected) = (Vec::new(), Vec::new());
    for (number, log) in (0..).zip(quirks::logs()) {
        let path = folder.path().join(format!("log_{number}.csv"));
        fs::write(&path, &log.text).unwrap();
        let map = folder.path().join(format!("map_{number}.toml"));
        let mut flags: Vec<&str> = log.flags.iter().map(String::as_str).collect();
        if let Some(text) = &log.map {
            fs::write(&map, text).unwrap();
            flags.extend(["--map", map.to_str().unwrap()]);
        }
        let ours = ours(&path, &flags);
        for engine in ENGINES {
            let (before, table) = table(engine, &format!("log_{number}"), &path, &log);
            let mut args = vec!["tally", "--sql", engine, "--from", &table];
            args.extend(&flags);
            let answer: PathBuf = folder.path().join(format!("{engine}_{number}.csv"));
            works.push(work(engine, &before, &wagepact(&args), &answer));
            expected.push((answer, number, engine, Answer { rows: ours.rows.clone(), problems: ours.problems }));
        }
    }
    run(folder.path(), &works);
    let mut differing = Vec::new();
    for (answer, number, engine, ours) in expected {
        let theirs = theirs(&answer);
        if theirs != ours {
            let missing = ours.rows.iter().filter(|row| !theirs.rows.contains(row)).take(5).collect::<Vec<_>>();
            let more = theirs.rows.iter().filter(|row| !ours.rows.contains(row)).take(5).collect::<Vec<_>>();
            differing.push(format!(
                "{engine}, log {number}: problems {} for {}; missing {missing:?}; too many {more:?}",
                theirs.problems, ours.problems
            ));
        }
    }
    assert!(differing.is_empty(), "\n{}", differing.join("\n"));
}

#[test]
#[ignore = "needs DuckDB and Spark, which .ci/run makes ready"]
fn typed_columns_are_read_as_text_is() {
    // A table of types, as Parquet has them: an instant, which is 00:30 of the next day in Shanghai, a day, a number.
    let folder = tempfile::tempdir().unwrap();
    let instant =
        [("duckdb", "TIMESTAMPTZ '2022-05-01 16:30:05+00'"), ("spark", "TIMESTAMP '2022-05-01 16:30:05+00:00'")];
    let mut works = Vec::new();
    let mut answers = Vec::new();
    for (engine, instant) in instant {
        let table =
            format!("(SELECT 7 AS courier, {instant} AS delivered_at, 2 AS parcels, DATE '2022-05-02' AS date)");
        let statement = wagepact(&["tally", "--sql", engine, "--from", &table]);
        let answer = folder.path().join(format!("{engine}.csv"));
        works.push(work(engine, &[], &statement, &answer));
        answers.push(answer);
    }
    run(folder.path(), &works);
    for answer in answers {
        let row = ["2022-05-02", "", "7", "", "delivery", "2", "00:30:05", "00:30:05"].map(String::from).to_vec();
        assert_eq!(theirs(&answer), Answer { rows: vec![row], problems: 0 });
    }
}

#[test]
#[ignore = "needs DuckDB and Spark, which .ci/run makes ready"]
fn a_log_in_parquet_has_the_tally_of_its_csv() {
    let folder = tempfile::tempdir().unwrap();
    let (log, parquet) = (folder.path().join("log.csv"), folder.path().join("log.parquet"));
    let rows = (0..500).map(|row| format!("K{:02},2022-05-{:02} 18:0{}:00,Hill\n", row % 7, row % 28 + 1, row % 10));
    fs::write(&log, format!("courier,delivered_at,area\n{}", rows.collect::<String>())).unwrap();
    let csv = format!("read_csv('{}', header = true, all_varchar = true)", log.display());
    let copied = format!("COPY (SELECT * FROM {csv}) TO '{}' (FORMAT parquet)", parquet.display());
    let statement =
        wagepact(&["tally", "--sql", "duckdb", "--from", &format!("read_parquet('{}')", parquet.display())]);
    let answer = folder.path().join("tally.csv");
    run(folder.path(), &[work("duckdb", &[copied], &statement, &answer)]);
    assert_eq!(theirs(&answer), ours(&log, &[]));
    let refused = Command::new(env!("CARGO_BIN_EXE_wagepact")).arg("tally").arg(&parquet).output().unwrap();
    assert!(String::from_utf8_lossy(&refused.stderr).contains("read_parquet('"), "{refused:?}");
}

/// The flags that name the agreements of a stack.
fn flags_of<'s>(stack: &'s Stack, map: &'s Path) -> Vec<&'s str> {
    let agreements = stack.agreements.iter().flat_map(|agreement| ["-a", agreement]);
    let map = stack.map.iter().flat_map(|_| ["--map", map.to_str().unwrap()]);
    agreements.chain(map).collect()
}

#[test]
#[ignore = "needs DuckDB and Spark, which .ci/run makes ready"]
fn engines_keep_what_agreements_ask() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        path
    };
    let nights = file("nights.toml", NIGHTS);
    let weeks =
        file("weeks.toml", &NIGHTS.replace("every = \"month\"\nday = 26", "every = \"week\"\nfrom = 2026-03-23"));
    let rejected = folder.path().join("rejected.csv");
    let (mut works, mut expected) = (Vec::new(), Vec::new());
    let stacks = stacks(nights.to_str().unwrap(), weeks.to_str().unwrap());
    for (number, stack) in stacks.iter().enumerate() {
        let log = file(&format!("orders_{number}.csv"), &stack.log);
        let map = file(&format!("map_{number}.toml"), stack.map.unwrap_or_default());
        let flags = flags_of(stack, &map);
        let ours = ours(&log, &flags);
        let heading = wagepact(
            &[&["tally", log.to_str().unwrap(), "--rejects", rejected.to_str().unwrap(), "-q"], &flags[..]].concat(),
        );
        let heading = heading.lines().next().unwrap().to_string();
        let pay = |log: &Path| {
            let more = stack.more.iter().flatten().copied();
            let log = ["pay", log.to_str().unwrap(), "-f", "csv", "-q", "--rejects", rejected.to_str().unwrap()];
            wagepact(&log.into_iter().chain(flags.iter().copied()).chain(more).collect::<Vec<_>>())
        };
        let paid = stack.is_paid.then(|| pay(&log));
        let of_log = Log { text: String::new(), map: None, flags: Vec::new(), has_headings: true };
        for engine in ENGINES {
            let (before, table) = table(engine, &format!("orders_{number}"), &log, &of_log);
            let statement = wagepact(&[&["tally", "--sql", engine, "--from", &table], &flags[..]].concat());
            let answer = folder.path().join(format!("{engine}_orders_{number}.csv"));
            works.push(work(engine, &before, &statement, &answer));
            expected.push((answer, number, engine, (heading.clone(), ours.rows.clone(), ours.problems), paid.clone()));
        }
    }
    run(folder.path(), &works);
    for (answer, number, engine, (heading, rows, problems), paid) in expected {
        let (columns, theirs) = theirs_in(&answer);
        assert_eq!(columns, format!("{heading},problem_rows"), "{engine}, stack {number}");
        assert_eq!(theirs, Answer { rows, problems }, "{engine}, stack {number}");
        let Some(paid) = paid else { continue };
        // Of a tally the map is not asked again: its columns are our own.
        let mut flags = vec!["pay", answer.to_str().unwrap(), "-f", "csv", "-q"];
        flags.extend(stacks[number].agreements.iter().flat_map(|agreement| ["-a", agreement]));
        flags.extend(stacks[number].more.iter().flatten());
        assert_eq!(wagepact(&flags), paid, "{engine}, stack {number}");
    }
}

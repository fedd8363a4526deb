//! The program as built for Windows, run by Wine: the same answers, and what only Windows does. Needs `tests/windows/prepare`, so it
//! runs only where it is asked for: `cargo test --test windows -- --ignored`.

#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/target/windows");
const MONTH: &str = "examples/anji-month";

/// A program of Windows, run by Wine with what it says of itself left out.
fn windows(program: &str, words: &[&str], folder: &Path) -> Output {
    let path = Path::new(FOLDER).join(program);
    assert!(path.exists(), "{program} is not there: bash tests/windows/prepare");
    let mut wine = Command::new("wine");
    wine.arg(path).args(words).current_dir(folder).stdin(Stdio::null());
    // The library beside the program goes before one of Wine's own, should it have one.
    wine.env("WINEDEBUG", "-all").env("WINEDLLOVERRIDES", "bcryptprimitives=n,b;mscoree,mshtml=");
    wine.env("WINEPREFIX", Path::new(FOLDER).join("prefix"));
    wine.output().unwrap()
}

fn here(words: &[&str], folder: &Path) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_wagepact"));
    program.args(words).current_dir(folder).stdin(Stdio::null()).output().unwrap()
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn told(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// The example month, with all that is known of it.
fn month<'a>(command: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    let known = "--rates examples/anji-month/rates.csv --roster examples/anji-month/roster.csv \
                 --protected examples/anji-month/protected.csv --attendance examples/anji-month/attendance.csv";
    let log = ["examples/anji-month/deliveries.csv", "-a", "anji-courier", "-a", "zhejiang-law"];
    [&[command], &log[..], &known.split_whitespace().collect::<Vec<_>>(), more].concat()
}

#[test]
#[ignore = "needs Wine: bash tests/windows/prepare"]
fn the_example_month_has_the_same_bytes() {
    for more in [&["--lang", "zh"][..], &["-f", "csv", "--lang", "en"], &["-f", "json", "--lang", "en"]] {
        let words = month("pay", more);
        let (ours, theirs) = (here(&words, &root()), windows("wagepact.exe", &words, &root()));
        assert!(ours.status.success() && !ours.stdout.is_empty());
        assert_eq!(theirs.status.code(), Some(0), "{}", told(&theirs));
        assert!(ours.stdout == theirs.stdout, "{more:?}: {}", String::from_utf8_lossy(&theirs.stdout));
        assert_eq!(told(&ours), told(&theirs), "{more:?}");
    }
}

/// The command prompt hands on patterns and single quotes as they are.
#[test]
#[ignore = "needs Wine: bash tests/windows/prepare"]
fn patterns_and_single_quotes_are_understood() {
    let pattern = format!("{MONTH}/deliv*.csv");
    let words = ["tally", &pattern, "-q"];
    let log = format!("{MONTH}/deliveries.csv");
    let (ours, theirs) = (here(&["tally", &log, "-q"], &root()), windows("wagepact.exe", &words, &root()));
    assert!(ours.stdout == theirs.stdout && !ours.stdout.is_empty(), "{}", told(&theirs));
    let change = ["cost", "-a", "anji-courier", "--parcels", "66400000", "--lang", "en", "--change"];
    let ours = here(&[&change[..], &["delivery +0.10"]].concat(), &root());
    for quoted in [&["delivery +0.10"][..], &["'delivery", "+0.10'"]] {
        let theirs = windows("wagepact.exe", &[&change[..], quoted].concat(), &root());
        assert!(ours.stdout == theirs.stdout && !ours.stdout.is_empty(), "{quoted:?}: {}", told(&theirs));
    }
    let none = windows("wagepact.exe", &["tally", "none*.csv", "--lang", "en"], &root());
    assert_eq!(none.status.code(), Some(2));
    assert!(told(&none).contains("no file fits \"none*.csv\""), "{}", told(&none));
}

#[test]
#[ignore = "needs Wine: bash tests/windows/prepare"]
fn gbk_is_read_and_utf8_is_written() {
    let folder = tempfile::tempdir().unwrap();
    // 工号,日期,区域 and 一,2022-05-01,城区 as Excel on Chinese Windows saves them.
    let gbk = b"\xb9\xa4\xba\xc5,\xc8\xd5\xc6\xda,\xc7\xf8\xd3\xf2\r\n\xd2\xbb,2022-05-01,\xb3\xc7\xc7\xf8\r\n";
    fs::write(folder.path().join("派件.csv"), gbk).unwrap();
    let theirs = windows("wagepact.exe", &["tally", "派件.csv", "-q"], folder.path());
    let text = "date,company,courier,area,service,parcels,first_at,last_at\n2022-05-01,,一,城区,delivery,1,,\n";
    assert_eq!(String::from_utf8(theirs.stdout.clone()).unwrap(), text, "{}", told(&theirs));
}

#[test]
#[ignore = "needs Wine: bash tests/windows/prepare"]
fn a_workbook_open_elsewhere_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let ours = here(&["agreements", "-o", "open.xlsx"], folder.path());
    assert!(ours.status.success(), "{}", told(&ours));
    let before = fs::read(folder.path().join("open.xlsx")).unwrap();
    let program = format!("Z:{FOLDER}/wagepact.exe").replace('/', "\\");
    for (command, said) in [
        ("agreements -o open.xlsx --lang en", "open in another program and cannot be replaced"),
        ("agreements -o open.xlsx --lang zh", "正在其他程序中打开，不能改写"),
        ("tally open.xlsx --lang en", "open in another program, which lets nobody else read it"),
    ] {
        let held = windows("hold.exe", &["open.xlsx", &format!("{program} {command}")], folder.path());
        assert_eq!(held.status.code(), Some(2), "{command}: {}", told(&held));
        assert!(told(&held).contains(said), "{command}: {}", told(&held));
        assert!(fs::read(folder.path().join("open.xlsx")).unwrap() == before, "{command}");
    }
}

#[test]
#[ignore = "needs Wine: bash tests/windows/prepare"]
fn without_a_console_there_is_no_bargaining_table() {
    let theirs = windows("wagepact.exe", &month("negotiate", &["--lang", "en"]), &root());
    let ours = here(&month("negotiate", &["--lang", "en"]), &root());
    assert_eq!(theirs.status.code(), Some(2));
    assert_eq!(told(&theirs), told(&ours));
    assert!(told(&theirs).contains("terminal"), "{}", told(&theirs));
}

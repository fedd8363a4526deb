//! The program as a process: standard input and output, pipes, files written whole or not at all, the machine's language.

#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

use std::collections::BTreeMap;
use std::fs;
use std::fs::File;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

const MONTH: &str = "examples/anji-month/deliveries.csv";

/// One good row, one that was returned, two that cannot be read.
const BROKEN: &str = "date,courier,parcels,status\n2022-05-01,c1,10,delivered\n2022-05-02,\"Lin, A\",ten,delivered\n\
                      2022-05-04,c1,7,returned\n2022-02-30,c2,8,签收\n";

fn wagepact(folder: &Path, line: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wagepact"));
    command.current_dir(folder).args(line.split_whitespace());
    for variable in ["LANG", "LC_ALL", "LC_MESSAGES", "LANGUAGE"] {
        command.env(variable, "C");
    }
    command
}

/// A folder with a good log and a broken one.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("good.csv"), "date,courier,parcels\n2022-05-01,c1,3\n").unwrap();
    fs::write(folder.path().join("broken.csv"), BROKEN).unwrap();
    folder
}

/// Every file of a folder with its text.
fn files(folder: &TempDir) -> BTreeMap<String, String> {
    let entries = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap());
    entries.map(|entry| (entry.file_name().into_string().unwrap(), fs::read_to_string(entry.path()).unwrap())).collect()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

fn succeeded(output: &Output) {
    assert!(output.status.success(), "{}", text(&output.stderr));
}

#[test]
fn the_standard_input_is_a_log_like_any_other() {
    let root = Path::new(".");
    let of_file = wagepact(root, &format!("pay {MONTH} -a anji-courier -f csv")).output().unwrap();
    let mut command = wagepact(root, "pay - -a anji-courier -f csv");
    let of_input = command.stdin(File::open(MONTH).unwrap()).output().unwrap();
    succeeded(&of_file);
    assert_eq!(of_input, of_file);
    assert!(of_file.stdout.len() > 1000);
}

/// `wagepact tally LOG | wagepact pay - …` is `wagepact pay LOG …`, byte for byte.
#[test]
fn a_tally_piped_into_pay_is_pay() {
    let root = Path::new(".");
    let example = "examples/anji-month";
    let terms = format!(
        "-a anji-courier -a zhejiang-law --rates {example}/rates.csv --roster {example}/roster.csv \
         --protected {example}/protected.csv --attendance {example}/attendance.csv -f csv"
    );
    for more in ["", "--lines"] {
        let direct = wagepact(root, &format!("pay {MONTH} {terms} {more}")).output().unwrap();
        let mut tally = wagepact(root, &format!("tally {MONTH} -q")).stdout(Stdio::piped()).spawn().unwrap();
        let mut pay = wagepact(root, &format!("pay - {terms} {more}"));
        let piped = pay.stdin(tally.stdout.take().unwrap()).output().unwrap();
        assert!(tally.wait().unwrap().success());
        succeeded(&direct);
        succeeded(&piped);
        assert!(piped.stdout == direct.stdout, "the answers differ");
        assert!(direct.stdout.len() > 1000);
    }
}

#[test]
fn a_mistake_prints_nothing_and_leaves_every_file_as_it_was() {
    let folder = folder();
    fs::write(folder.path().join("old.csv"), "the answer of last month\n").unwrap();
    let before = files(&folder);
    for line in [
        "pay broken.csv -a anji-courier -o old.csv",
        "pay broken.csv -a anji-courier -o new.csv",
        "pay good.csv broken.csv -a anji-courier -f csv",
        "pay good.csv -a anji-courier --rate delivery=0.59 -o old.csv",
        "pay not-there.csv -a anji-courier --rejects rejects.csv -o old.csv",
        "pay good.csv not-there.csv -a anji-courier --rejects rejects.csv",
        "tally broken.csv -o old.csv",
        "cost good.csv -a anji-courier --rate delivery=0.80 --change delivery*2 -o old.csv",
    ] {
        let output = wagepact(folder.path(), line).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{line}");
        assert_eq!(text(&output.stdout), "", "{line}");
        assert!(text(&output.stderr).starts_with("error: "), "{line}");
        assert_eq!(files(&folder), before, "{line}");
    }
}

#[test]
fn an_answer_is_the_same_in_a_file() {
    let folder = folder();
    let line = "pay good.csv -a anji-courier --rate delivery=0.855 -f csv -q";
    let printed = wagepact(folder.path(), line).output().unwrap();
    let written = wagepact(folder.path(), &format!("{line} -o pay.csv")).output().unwrap();
    assert_eq!((text(&written.stdout), text(&written.stderr)), ("", ""));
    assert_eq!(files(&folder)["pay.csv"], text(&printed.stdout));
    assert!(text(&printed.stdout).ends_with(",2.57\n"), "3 × 0.855 = 2.565, half a fen goes up");
}

/// read = counted + not delivered + rejected: 4 = 1 + 1 + 2. The rejected rows stand under the columns of a log, each with
/// its place, the problem and the row as it was.
#[test]
fn rejected_rows_can_be_mended_and_read_again() {
    let folder = folder();
    let line = "pay broken.csv -a anji-courier --rate delivery=1.00 -f csv";
    let output = wagepact(folder.path(), &format!("{line} --rejects rejects.csv")).output().unwrap();
    succeeded(&output);
    assert!(text(&output.stdout).ends_with("\nagreed,2022-05,,c1,,10,0.00,10.00,0.00,0.00,0.00,10.00\n"));
    let summary = "note: read 4 rows = 1 counted + 1 not delivered (returned 1) + 2 rejected; 10 parcels\n";
    assert_eq!(text(&output.stderr), summary);
    let rejects = files(&folder)["rejects.csv"].clone();
    let expected = [
        "parcel,courier,company,area,service,status,parcels,date,delivered_at,first_at,last_at,file,line,column,problem,row",
        ",\"Lin, A\",,,,delivered,ten,2022-05-02,,,,broken.csv,3,21,\"parcels is not a number: \"\"ten\"\"; \
         write digits, such as 1200 or 1,200\",\"2022-05-02,\"\"Lin, A\"\",ten,delivered\"",
        ",c2,,,,签收,8,2022-02-30,,,,broken.csv,5,1,\"date is not a day: \"\"2022-02-30\"\"; \
         write year, month and day, such as 2022-05-01 or 2022-05-01 09:30:00\",\"2022-02-30,c2,8,签收\"",
    ];
    assert_eq!(rejects.lines().collect::<Vec<_>>(), expected);
    let mended = rejects.replace(",ten,2022-05-02", ",2,2022-05-02").replace(",8,2022-02-30", ",8,2022-02-28");
    fs::write(folder.path().join("mended.csv"), mended).unwrap();
    let output =
        wagepact(folder.path(), "pay mended.csv -a anji-courier --rate delivery=1.00 --by total -f csv").output();
    let output = output.unwrap();
    assert_eq!(text(&output.stderr), "note: read 2 rows = 2 counted + 0 not delivered + 0 rejected; 10 parcels\n");
}

#[test]
fn a_log_without_mistakes_rejects_nothing() {
    let folder = folder();
    let line = "pay good.csv -a anji-courier --rejects rejects.csv -f csv";
    succeeded(&wagepact(folder.path(), line).output().unwrap());
    assert_eq!(files(&folder)["rejects.csv"].lines().count(), 1, "the headings only");
}

#[test]
fn the_language_is_the_machine_s_unless_the_command_says_another() {
    let folder = folder();
    let summary = |locale: &str, more: &str| {
        let mut command = wagepact(folder.path(), &format!("tally good.csv {more}"));
        let output = command.env("LANGUAGE", locale).env("LC_ALL", locale).env("LANG", locale).output().unwrap();
        succeeded(&output);
        (text(&output.stdout).to_string(), text(&output.stderr).chars().next().unwrap())
    };
    let (english, chinese) = (summary("C", ""), summary("zh_CN.UTF-8", ""));
    assert_eq!((english.1, chinese.1), ('n', '提'));
    assert_eq!(english.0, chinese.0, "CSV keeps its headings");
    assert_eq!(summary("zh_CN.UTF-8", "--lang en").1, 'n');
    assert_eq!(summary("C", "--lang zh").1, '提');
}

/// What was read from a pipe cannot be read again.
#[test]
fn what_can_be_read_once_has_no_digest() {
    let folder = folder();
    fs::write(folder.path().join("rates.csv"), "rule,amount\ndelivery,0.80\n").unwrap();
    let mut command = wagepact(folder.path(), "pay - good.csv -a anji-courier --rates rates.csv -f json");
    let output = command.stdin(File::open(MONTH).unwrap()).output().unwrap();
    succeeded(&output);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let made = &json["made"];
    assert_eq!(made["command"], "wagepact pay - good.csv -a anji-courier --rates rates.csv -f json");
    let once = serde_json::json!({ "flag": "LOG", "file": "-", "bytes": null, "sha256": null, "why": "once" });
    assert_eq!(made["inputs"][0], once);
    let inputs: Vec<_> = made["inputs"].as_array().unwrap().iter().map(|input| &input["bytes"]).collect();
    assert_eq!(inputs[1..], [&serde_json::json!(37), &serde_json::json!(26)], "21 + 16 and 12 + 14 characters");
    assert_eq!(json.as_object().unwrap().keys().next_back().map(String::as_str), Some("made"));
}

/// Figures that are those of today can only be made again by who knows the day.
#[test]
fn the_day_is_said_where_the_figures_are_its_own() {
    let day = |line: &str| {
        let output = wagepact(Path::new("."), line).output().unwrap();
        succeeded(&output);
        serde_json::from_slice::<serde_json::Value>(&output.stdout).unwrap()["made"]["day"].clone()
    };
    let today = |day: &serde_json::Value| day.as_str().is_some_and(|day| day.len() == 10);
    assert!(today(&day("show anji-courier -f json")));
    assert!(day("show anji-courier -f json --on 2022-05-01").is_null());
    assert!(today(&day("cost -a anji-courier --parcels 100 --change delivery+0.10 -f json")));
    assert!(day("cost -a anji-courier --parcels 100 --change delivery+0.10 -f json --from 2022-05-01").is_null());
}

#[test]
fn help_and_version_are_answers() {
    for line in ["--help", "pay --help", "--version", "help cost"] {
        let output = wagepact(Path::new("."), line).output().unwrap();
        succeeded(&output);
        assert!(!output.stdout.is_empty() && output.stderr.is_empty(), "{line}");
    }
}

#[test]
fn of_the_standard_input_no_sheet_can_be_named() {
    let mut command = wagepact(Path::new("."), "tally -");
    let book = File::open("tests/cases/files/sheets.in/two.xlsx").unwrap();
    let output = command.stdin(book).output().unwrap();
    let said = text(&output.stderr);
    assert!(said.contains("save it to a file and name the sheet") && !said.contains("-#"), "{said}");
}

/// A file may hold anything; what a terminal obeys, and what turns a line round, is shown as a sign wherever its words go.
#[test]
fn no_word_of_a_file_is_an_order_to_the_terminal() {
    const CLEAR: &str = "\u{1b}[2J\u{9b}31m\u{7}";
    const ROUND: &str = "\u{202e}\u{2066}\u{200b}\u{ad}";
    let folder = folder();
    let odd = |word: &str| format!("{word}{CLEAR}{ROUND}z");
    let log = format!(
        "date,courier,parcels,status,service,area,company,{}\n2022-05-01,c1,3,签收,,n,{},more\n\
         2022-05-01,{},3,{},,n,{},more\n2022-05-01,c1,3,签收,{},{},,more\n",
        odd("further"),
        odd("firm"),
        odd("c2"),
        odd("在途"),
        odd("firm"),
        odd("pickup"),
        odd("area")
    );
    let name = odd("log");
    fs::write(folder.path().join(&name), &log).unwrap();
    fs::write(folder.path().join("roster.csv"), format!("courier,name\nc1,{}\n{},x\n", odd("Li"), odd("c9"))).unwrap();
    let terms = "-a anji-courier --rate delivery=0.80 --roster roster.csv --verbose";
    let (mut signs, mut told) = (0, String::new());
    for line in [
        format!("pay {terms} --delivered 签收"),
        format!("pay {terms} --delivered 签收 -f markdown"),
        format!("pay {terms}"),
        format!("explain c1 {terms} --delivered 签收"),
        format!("explain nobody {terms} --delivered 签收"),
        format!("cost {terms} --delivered 签收 --change delivery+0.10"),
        "tally -f table".to_string(),
        "map".to_string(),
    ] {
        let mut command = wagepact(folder.path(), &line);
        let output = command.arg(&name).output().unwrap();
        let shown = format!("{}{}", text(&output.stdout), text(&output.stderr));
        let obeyed =
            |letter: char| letter != '\n' && (letter.is_control() || "\u{202e}\u{2066}\u{200b}\u{ad}".contains(letter));
        let found: Vec<char> = shown.chars().filter(|letter| obeyed(*letter)).collect();
        assert!(found.is_empty(), "{line}: {found:?} in {shown}");
        signs += shown.matches('\u{fffd}').count();
        told += &shown;
    }
    assert!(signs > 20 && told.contains("在途\u{fffd}[2J"), "the words are shown: {told}");
}

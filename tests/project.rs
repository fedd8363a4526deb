//! The project file where it is found: in the working folder, in one above, and not where it does not belong.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn run(folder: &Path, words: &[&str]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_wagepact"));
    program.args(words).current_dir(folder).env("LC_ALL", "C").output().expect("the program runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

/// A made-up month: one courier, 100 parcels at 0.80.
fn project() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect("a file");
    fs::create_dir_all(folder.path().join("2026-10/notes")).expect("a folder");
    write("2026-10/log.csv", "courier,date,parcels\nA01,2026-10-01,100\n");
    write("rates.csv", "rule,amount\ndelivery,0.80\n");
    write(
        "wagepact.toml",
        "agreements = \"anji-courier\"\nlanguage = \"zh\"\ndeliveries = \"{month}/*.csv\"\nrates = \"rates.csv\"\n",
    );
    folder
}

#[test]
fn paths_are_those_of_the_folder_of_the_file() {
    let folder = project();
    let words = ["pay", "2026-10", "-f", "csv", "--by", "total"];
    let here = run(folder.path(), &words);
    assert_eq!(text(&here.stdout).lines().nth(1), Some("agreed,2026-10,1,100,0.00,80.00,0.00,0.00,0.00,80.00"));
    let below = folder.path().join("2026-10/notes");
    assert_eq!(text(&run(&below, &words).stdout), text(&here.stdout));
    let made = text(&run(&below, &["pay", "2026-10", "-f", "json"]).stdout);
    let made: serde_json::Value = serde_json::from_str(&made).expect("JSON");
    let project = &made["made"]["project"];
    assert_eq!(project["file"], "../../wagepact.toml");
    assert_eq!(
        project["added"],
        "../../2026-10/log.csv --from=2026-10-01 --until=2026-10-31 --month=2026-10 --agreement=anji-courier --lang=zh --rates=../../rates.csv"
    );
}

#[test]
fn other_commands_take_its_language_and_no_harm_from_it() {
    let folder = project();
    assert!(text(&run(folder.path(), &["agreements"]).stdout).contains("协议"));
    // Where nothing is named, what is to be read is what holds here.
    assert!(text(&run(folder.path(), &["show"]).stdout).starts_with("安吉县快递行业"));
    assert!(!text(&run(folder.path(), &["show", "dayuan-pump"]).stdout).contains("安吉县快递行业"));
    fs::write(folder.path().join("wagepact.toml"), "langage =").expect("a file");
    assert!(run(folder.path(), &["agreements"]).status.success());
    let refused = run(folder.path(), &["pay", "2026-10"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(text(&refused.stderr).contains("wagepact.toml:1:"), "{}", text(&refused.stderr));
}

#[test]
fn it_is_not_written_over() {
    let folder = project();
    let refused = run(folder.path(), &["pay", "2026-10", "-f", "csv", "-o", "wagepact.toml"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(fs::read_to_string(folder.path().join("wagepact.toml")).expect("a file").starts_with("agreements"));
}

/// A file whose name is a month is a file.
#[test]
fn a_file_is_itself_whatever_its_name() {
    let folder = project();
    fs::write(folder.path().join("2026-09"), "courier,date,parcels\nA01,2026-09-01,10\n").expect("a file");
    let answer = text(&run(folder.path(), &["pay", "2026-09", "-f", "csv", "--by", "total"]).stdout);
    assert_eq!(answer.lines().nth(1), Some("agreed,2026-09,1,10,0.00,8.00,0.00,0.00,0.00,8.00"));
}

//! The manual pages and what a shell offers: a page for each command in both languages, and what can be typed next.

#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use clap::CommandFactory;
use wagepact::cli::Cli;

fn wagepact(words: &[&str], folder: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_wagepact")).args(words).current_dir(folder).output().unwrap()
}

fn said(words: &[&str]) -> String {
    let output = wagepact(words, Path::new("."));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn every_command_has_a_page_in_both_languages() {
    let root = Cli::command();
    let names: Vec<&str> = root.get_subcommands().map(clap::Command::get_name).collect();
    for (language, headings) in [("en", ["NAME", "SYNOPSIS", "DESCRIPTION"]), ("zh", ["名称", "用法", "说明"])] {
        let folder = tempfile::tempdir().unwrap();
        let written = wagepact(&["man", "--folder", "pages", "--lang", language], folder.path());
        let listed = String::from_utf8(written.stdout).unwrap();
        assert_eq!(listed.lines().count(), names.len() + 1, "{listed}");
        for name in &names {
            let page = fs::read_to_string(folder.path().join(format!("pages/wagepact-{name}.1"))).unwrap();
            assert!(page.contains(&format!(".TH wagepact-{name} 1")), "{page}");
            assert!(headings.iter().all(|heading| page.contains(&format!("\n.SH {heading}\n"))), "{page}");
            assert!(page.contains(&format!("\\fBwagepact {name}\\fR")), "{page}");
            assert_eq!(page, said(&["man", name, "--lang", language]));
        }
        let page = fs::read_to_string(folder.path().join("pages/wagepact.1")).unwrap();
        assert_eq!(page, said(&["man", "--lang", language]));
        for name in &names {
            assert!(page.contains(&format!("wagepact\\-{name}(1)")), "{name}\n{page}");
        }
    }
}

/// The help that the command line shows in Chinese stands in the page, a value below the other, and nothing of clap's own English.
#[test]
fn a_page_in_chinese_has_nothing_english() {
    let page = said(&["man", "compare", "--lang", "zh"]);
    for text in ["方案并列比较", ".SH 参数", ".SH 选项", ".br\n\\- clauses：每项调整的成本", "默认"]
    {
        assert!(page.contains(text), "{text}\n{page}");
    }
    for text in ["Possible values", "[default", "OPTIONS", "[aliases"] {
        assert!(!page.contains(text), "{text}\n{page}");
    }
}

#[test]
fn a_page_of_no_command_is_told() {
    let output = wagepact(&["man", "pai", "--lang", "en"], Path::new("."));
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("there is no command \"pai\"") && told.contains("a similar one is pay"), "{told}");
}

/// What fish is told that can stand in place of the last word: a word a line, with what it stands for behind a tab.
fn offered(typed: &[&str], folder: &Path) -> Vec<(String, String)> {
    let mut program = Command::new(env!("CARGO_BIN_EXE_wagepact"));
    program.args([&["--", "wagepact"], typed].concat()).env("COMPLETE", "fish").current_dir(folder);
    let output = program.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let lines = String::from_utf8(output.stdout).unwrap();
    let word = |line: &str| {
        let (word, help) = line.split_once('\t').unwrap_or((line, ""));
        (word.to_string(), help.to_string())
    };
    lines.lines().map(word).collect()
}

fn words(offered: &[(String, String)]) -> Vec<&str> {
    offered.iter().map(|(word, _)| word.as_str()).collect()
}

#[test]
fn a_shell_is_offered_agreements_checks_and_rules() {
    let folder = tempfile::tempdir().unwrap();
    let offered = |typed: &[&str]| offered(typed, folder.path());
    let agreements = offered(&["pay", "l.csv", "-a", "anji"]);
    assert!(words(&agreements).contains(&"anji-courier"), "{agreements:?}");
    assert_eq!(words(&offered(&["check", "l.csv", "--only", "underpaid,fi"])), ["underpaid,fines"]);
    let of_one = offered(&["--lang", "zh", "cost", "l.csv", "-a", "anji-courier", "--change", "deliv"]);
    assert_eq!(of_one, [("delivery".to_string(), "派送计件单价".to_string())]);
    assert_eq!(words(&offered(&["cost", "-a", "anji-courier", "--change", "minimum-w"])), [""; 0]);
    assert_eq!(words(&offered(&["cost", "-a", "zhejiang-law", "--change", "minimum-wage-"])), ["minimum-wage-hourly"]);
    assert_eq!(words(&offered(&["pay", "l.csv", "-a", "anji-courier", "--rate", "deliv"])), ["delivery="]);
    let formats = offered(&["pay", "-f", "x"]);
    assert_eq!(words(&formats), ["xlsx"]);
}

/// Where nothing is typed, the rules are those of the agreements of the project file.
#[test]
fn the_project_file_says_whose_rules_are_offered() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("wagepact.toml"), "agreements = [\"zhejiang-law\"]\ndeliveries = \"l.csv\"\n")
        .unwrap();
    fs::write(folder.path().join("l.csv"), "date,courier,parcels\n2022-05-01,A,1\n").unwrap();
    assert_eq!(words(&offered(&["cost", "--change", "minimum-wage-"], folder.path())), ["minimum-wage-hourly"]);
    assert_eq!(words(&offered(&["cost", "--change", "deliv"], folder.path())), [""; 0]);
}

/// The script of each shell asks the program itself.
#[test]
fn every_shell_has_a_script_that_asks() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = said(&["completions", shell]);
        assert!(script.contains("COMPLETE") && script.contains("wagepact"), "{shell}\n{script}");
    }
}

//! What people are shown to type works in sh, in the command prompt of Windows and in PowerShell: arguments in double quotes, `-o` and not `>`.

mod source;

use std::path::{Path, PathBuf};
use std::process::Command;

use clap::CommandFactory;
use wagepact::cli::Cli;

/// Every page that people read, its commands in blocks and among words.
fn pages() -> Vec<(String, String)> {
    let mut files = ["README.md", "README.zh-CN.md", "CONTRIBUTING.md", "CHANGELOG.md"].map(PathBuf::from).to_vec();
    for folder in ["docs", "examples", "agreements"] {
        source::collect(Path::new(folder), "md", &mut files);
    }
    for folder in ["src/report/messages/en", "src/report/messages/zh"] {
        source::collect(Path::new(folder), "ftl", &mut files);
    }
    let of_files = files.iter().map(|path| (path.display().to_string(), source::text(path)));
    let root = Cli::command();
    let names = root.get_subcommands().map(clap::Command::get_name).chain([""]);
    let help = names.flat_map(|name| ["en", "zh"].map(|language| (name, language))).map(|(name, language)| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_wagepact"));
        program.args((!name.is_empty()).then_some(name)).args(["--help", "--lang", language]);
        let output = program.output().expect("the program runs");
        (format!("wagepact {name} --help --lang {language}"), String::from_utf8(output.stdout).expect("UTF-8"))
    });
    of_files.chain(help).collect()
}

/// The arguments of a line that stand in single quotes: those that a `'` opens outside of double quotes, behind no letter, and that have in
/// them what would need quotes.
fn singly_quoted(line: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let (mut doubly, mut before) = (false, ' ');
    for (at, letter) in line.char_indices() {
        match letter {
            '"' => doubly = !doubly,
            // Behind a bracket it is SQL.
            '\'' if !doubly && !before.is_alphanumeric() && before != '(' => {
                let inside = line[at + 1..].split_once('\'').map_or("", |(inside, _)| inside);
                let is_argument = inside.starts_with(char::is_alphanumeric) && inside.contains([' ', '*', '?']);
                let ends = line[at + 1 + inside.len()..].chars().nth(1).is_none_or(|next| !next.is_alphanumeric());
                found.extend((is_argument && ends).then_some(inside));
            }
            _ => {}
        }
        before = letter;
    }
    found
}

#[test]
fn no_argument_stands_in_single_quotes() {
    let mut found = Vec::new();
    for (page, text) in pages() {
        let mut block = "";
        for line in text.lines() {
            if let Some(kind) = line.strip_prefix("```") {
                block = if block.is_empty() { kind } else { "" };
            }
            // What a program answers, and what other programs are told, is not typed here.
            let is_typed = match block {
                "" => true,
                "console" => line.starts_with(['$', '>']),
                "sh" => line.contains("wagepact"),
                _ => false,
            };
            if is_typed {
                found.extend(singly_quoted(line).iter().map(|argument| format!("{page}: '{argument}'")));
            }
        }
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn no_answer_is_sent_to_a_file_by_the_shell() {
    let mut found = Vec::new();
    for (page, text) in pages() {
        let typed = text.lines().filter(|line| line.trim_start_matches(['$', '>', ' ']).starts_with("wagepact "));
        found.extend(typed.filter(|line| line[1..].contains(" > ")).map(|line| format!("{page}: {line}")));
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn single_quotes_are_found() {
    assert_eq!(singly_quoted("such as 'delivery +0.10' or 'a*'"), ["delivery +0.10", "a*"]);
    assert_eq!(singly_quoted("如 'delivery +?'；"), ["delivery +?"]);
    for line in ["the worker's own and others' too", "\"delivery@area='a b' +1\"", "`'0571` is 0571, `'a'` a word"] {
        assert_eq!(singly_quoted(line), [""; 0], "{line}");
    }
}

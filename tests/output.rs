//! docs/output.md against the program: every heading of CSV and every key of JSON, both ways, on the examples.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::{Command, Output};

mod source;

use serde_json::Value;

/// What the page says of one command.
#[derive(Default)]
struct Section {
    title: String,
    command: String,
    /// The same for other couriers, where one alone cannot show every table.
    others: Vec<String>,
    format: String,
    tables: Vec<Table>,
    columns: Vec<Column>,
}

/// The headings of one table, as they are with some flags.
struct Table {
    /// The key in JSON; empty where it is the CSV alone.
    key: String,
    in_csv: bool,
    flags: String,
    columns: Vec<String>,
}

/// A column as it is described.
struct Column {
    name: String,
    kind: String,
    never_empty: bool,
}

/// What stands between backquotes.
fn quoted(text: &str) -> Vec<String> {
    text.split('`').skip(1).step_by(2).map(ToString::to_string).collect()
}

fn table(line: &str) -> Table {
    let (head, columns) = line.split_once(": ").unwrap_or_else(|| panic!("no columns: {line}"));
    let (name, flags) = head.split_once(" with ").unwrap_or((head, ""));
    let key = quoted(name).into_iter().next().unwrap_or_default();
    let flags = quoted(flags).into_iter().next().unwrap_or_default();
    Table { key, in_csv: name.contains("CSV"), flags, columns: quoted(columns) }
}

fn sections() -> Vec<Section> {
    let page = source::text(Path::new("docs/output.md"));
    let read = |text: &str| {
        let mut section = Section { title: text.lines().next().unwrap_or_default().to_string(), ..Section::default() };
        let mut in_command = false;
        for line in text.lines() {
            let cells: Vec<&str> = line.split(" | ").collect();
            match line {
                "```sh" => {
                    in_command = true;
                    let earlier = std::mem::take(&mut section.command);
                    section.others.extend(Some(earlier).filter(|command| !command.is_empty()));
                }
                "```" => in_command = false,
                _ if in_command => section.command.push_str(line.trim_end_matches('\\')),
                _ if line.starts_with("Format ") => section.format.clone_from(&quoted(line)[0]),
                _ if line.starts_with("* ") => section.tables.push(table(line)),
                _ if line.starts_with("| `") => section.columns.push(Column {
                    name: quoted(cells[0])[0].clone(),
                    kind: cells[cells.len() - 2].to_string(),
                    never_empty: cells[cells.len() - 1] == "never |",
                }),
                _ => {}
            }
        }
        section
    };
    page.split("\n## ").skip(1).map(read).collect()
}

/// The words of a command after the name of the program; what stands in quotes is one word.
fn words(command: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (number, part) in command.split('"').enumerate() {
        if number % 2 == 1 {
            words.push(part.to_string());
        } else {
            words.extend(part.split_whitespace().map(ToString::to_string));
        }
    }
    assert_eq!(words.first().map(String::as_str), Some("wagepact"), "{command}");
    words.split_off(1)
}

fn answer(command: &str, flags: &str, format: &str) -> String {
    let mut program = Command::new(env!("CARGO_BIN_EXE_wagepact"));
    program.args(words(command)).args(flags.split_whitespace()).args(["-q", "--lang", "en", "-f", format]);
    let Output { status, stdout, stderr } = program.output().expect("the program runs");
    // `check` has findings.
    assert!(matches!(status.code(), Some(0 | 1)), "{command}: {}", String::from_utf8_lossy(&stderr));
    String::from_utf8(stdout).expect("an answer in UTF-8")
}

/// The tables of an answer in JSON, by their keys.
fn tables(json: &Value) -> BTreeMap<&str, &Vec<Value>> {
    let object = json.as_object().expect("an object");
    let keys =
        object.keys().filter(|key| !matches!(key.as_str(), "format" | "version" | "currency" | "notes" | "made"));
    keys.map(|key| (key.as_str(), object[key].as_array().expect("a table is a list"))).collect()
}

/// Whether a cell is written as its kind says.
fn fits(kind: &str, cell: &Value) -> bool {
    let text = cell.as_str();
    let decimal = |text: &str| {
        let digits = text.trim_start_matches('-').replacen('.', "", 1);
        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    match kind {
        "text" => text.is_some(),
        "word" => text.is_some_and(str::is_ascii),
        "count" => cell.is_u64(),
        "yuan" => text.is_some_and(|text| decimal(text) && text.split_once('.').is_some_and(|(_, fen)| fen.len() == 2)),
        "number" => text.is_some_and(decimal),
        "figure" => cell.is_number() || text.is_some_and(decimal),
        other => panic!("no kind of column: {other}"),
    }
}

/// What differs between the page and the answers for some flags.
fn compared(section: &Section, flags: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut json: Value = serde_json::from_str(&answer(&section.command, flags, "json")).expect("an answer in JSON");
    for other in &section.others {
        let other: Value = serde_json::from_str(&answer(other, flags, "json")).expect("an answer in JSON");
        for (key, rows) in tables(&other) {
            json[key].as_array_mut().expect("the same tables").extend(rows.iter().cloned());
        }
    }
    let named = format!("{} {flags}", section.title);
    if json["format"] != section.format.as_str() || json["version"] != 1 {
        wrong.push(format!("{named}: {} {}", json["format"], json["version"]));
    }
    let described = |table: &&Table| table.flags == flags && !table.key.is_empty();
    let mut listed: BTreeSet<&str> = section.tables.iter().filter(described).map(|table| table.key.as_str()).collect();
    for (key, rows) in tables(&json) {
        listed.remove(key);
        let Some(table) = section.tables.iter().filter(described).find(|table| table.key == key) else {
            wrong.push(format!("{named}: the table {key} is not described"));
            continue;
        };
        let Some(first) = rows.first().and_then(Value::as_object) else {
            wrong.push(format!("{named}: the table {key} has no row to compare; take another example"));
            continue;
        };
        let keys: Vec<&String> = first.keys().collect();
        if keys != table.columns.iter().collect::<Vec<_>>() {
            wrong.push(format!("{named}: {key} has {keys:?}, described as {:?}", table.columns));
        }
        for column in section.columns.iter().filter(|column| first.contains_key(&column.name)) {
            let cells = || rows.iter().map(|row| &row[&column.name]);
            if column.never_empty && cells().any(Value::is_null) {
                wrong.push(format!("{named}: {key}.{} is empty somewhere", column.name));
            }
            if let Some(cell) = cells().find(|cell| !cell.is_null() && !fits(&column.kind, cell)) {
                wrong.push(format!("{named}: {key}.{} is no {}: {cell}", column.name, column.kind));
            }
        }
    }
    wrong.extend(listed.iter().map(|key| format!("{named}: there is no table {key}")));
    let csv = answer(&section.command, flags, "csv");
    let headings = csv.lines().next().unwrap_or_default();
    let in_csv: Vec<&Table> = section.tables.iter().filter(|table| table.flags == flags && table.in_csv).collect();
    if in_csv.len() != 1 || in_csv[0].columns.join(",") != headings {
        wrong.push(format!("{named}: the headings of CSV are {headings}"));
    }
    wrong
}

#[test]
fn every_heading_and_every_key_is_described() {
    let mut wrong = Vec::new();
    for section in sections() {
        let flags: BTreeSet<&str> = section.tables.iter().map(|table| table.flags.as_str()).collect();
        assert!(!flags.is_empty(), "{}: no table", section.title);
        for flags in flags {
            wrong.extend(compared(&section, flags));
        }
        let used: BTreeSet<&str> = section.tables.iter().flat_map(|table| &table.columns).map(String::as_str).collect();
        let described: BTreeSet<&str> = section.columns.iter().map(|column| column.name.as_str()).collect();
        let apart = used.symmetric_difference(&described);
        wrong.extend(apart.map(|name| format!("{}: {name} is only listed or only described", section.title)));
        if described.len() != section.columns.len() {
            wrong.push(format!("{}: a column is described twice", section.title));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Every command stands on the page: with its tables, or among those that have none. And every value of `--by` and `--show`
/// that a command has is there too.
#[test]
fn every_command_is_described() {
    let page = source::text(Path::new("docs/output.md"));
    let without = page.split("The commands that have no tables").nth(1).and_then(|text| text.split("\n## ").next());
    let without = quoted(without.expect("what has no tables is said"));
    let sections = sections();
    let help = |command: &[&str]| {
        let answer =
            Command::new(env!("CARGO_BIN_EXE_wagepact")).args(command).args(["--help", "--lang", "en"]).output();
        String::from_utf8(answer.expect("the program runs").stdout).expect("help in UTF-8")
    };
    let all = help(&[]);
    let commands = all.split("\nCommands:\n").nth(1).and_then(|rest| rest.split("\n\n").next()).expect("commands");
    let is_name = |line: &&str| line.starts_with("  ") && !line.starts_with("   ");
    for command in commands.lines().filter(is_name).filter_map(|line| line.split_whitespace().next()) {
        if matches!(command, "help" | "validate") || without.iter().any(|name| name == command) {
            continue;
        }
        let of_command = |section: &&Section| section.command.starts_with(&format!("wagepact {command} "));
        let alone = |section: &&Section| section.command == format!("wagepact {command}");
        let own: Vec<&Section> = sections.iter().filter(|section| of_command(section) || alone(section)).collect();
        assert!(!own.is_empty(), "{command} is not described in docs/output.md");
        let flags: String = own
            .iter()
            .flat_map(|section| section.tables.iter().map(|table| format!("{} {} ", section.command, table.flags)))
            .collect();
        let text = help(&[command]);
        for flag in ["--by", "--show"] {
            let Some(values) =
                text.split(&format!(" {flag} <")).nth(1).and_then(|rest| rest.split("\n      --").next())
            else {
                continue;
            };
            let default = values.split("[default: ").nth(1).and_then(|rest| rest.split([']', ';']).next());
            let names = values.lines().filter_map(|line| line.trim().strip_prefix("- ")?.split(':').next());
            for name in names.filter(|name| Some(*name) != default) {
                assert!(flags.contains(&format!("{flag} {name}")), "{command} {flag} {name} is not described");
            }
        }
    }
}

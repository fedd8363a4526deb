//! The documents in Chinese beside the English ones: the same headings, tables, commands and samples, in the same order.

mod source;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What people of a payroll office or a union are sent to: these documents are there in both languages.
const IN_BOTH: [&str; 11] = [
    "README.md",
    "agreements/README.md",
    "docs/checks.md",
    "docs/compare.md",
    "docs/files.md",
    "docs/how-pay-is-computed.md",
    "docs/maps.md",
    "docs/negotiate.md",
    "examples/anji-bargaining/README.md",
    "examples/anji-month/README.md",
    "examples/anji-payroll/README.md",
];

/// Keys of a sample whose words are for people: a sample in Chinese has them in Chinese.
const WORDS: [&str; 6] = ["assumed", "clause", "name", "text", "title", "why"];

fn in_chinese(english: &Path) -> PathBuf {
    english.with_extension("zh-CN.md")
}

/// A block of code: its kind, and what stands in it.
struct Block<'a> {
    kind: &'a str,
    lines: Vec<&'a str>,
}

/// What of a document must be alike in both languages.
#[derive(Default)]
struct Frame<'a> {
    /// The level of each heading, and its words where these are code.
    headings: Vec<(usize, Option<&'a str>)>,
    /// Each row of each table: how many cells it has, and its first cell where that is code.
    rows: Vec<(usize, Option<&'a str>)>,
    /// How many items lists have.
    items: usize,
    blocks: Vec<Block<'a>>,
    /// Flags, columns, keys and values that are named in the sentences and tables: what is one word, and no placeholder.
    code: BTreeSet<&'a str>,
}

fn code(cell: &str) -> Option<&str> {
    let inside = cell.trim().strip_prefix('`')?.strip_suffix('`')?;
    (!inside.contains('`')).then_some(inside)
}

fn frame(text: &str) -> Frame<'_> {
    let mut frame = Frame::default();
    let mut in_block = false;
    for line in text.lines() {
        if let Some(kind) = line.strip_prefix("```") {
            in_block = !in_block;
            if in_block {
                frame.blocks.push(Block { kind, lines: Vec::new() });
            }
        } else if in_block {
            frame.blocks.last_mut().expect("a block is open").lines.push(line);
        } else {
            let level = line.bytes().take_while(|byte| *byte == b'#').count();
            if level > 0 {
                frame.headings.push((level, code(&line[level..])));
            }
            frame.items += usize::from(line.starts_with("* ") || line.starts_with("- "));
            // `\|` is a sign within a cell.
            let cells: Vec<&str> = line.split(" |").collect();
            if let Some(row) = line.strip_prefix("| ") {
                frame.rows.push((cells.len(), row.split(" |").next().and_then(code)));
            }
            let named = line.split('`').skip(1).step_by(2);
            frame
                .code
                .extend(named.filter(|word| !word.contains(char::is_whitespace) && !word.contains(char::is_uppercase)));
        }
    }
    frame
}

/// The words of the commands of a `console` block with the status they end with, but for the language and the output.
fn commands<'a>(lines: &[&'a str]) -> Vec<&'a str> {
    let typed = lines.iter().take_while(|line| ["$ ", "> ", "? "].iter().any(|mark| line.starts_with(mark)));
    words(typed.map(|line| &line[2..]))
}

fn words<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let all: Vec<&str> = lines.flat_map(str::split_whitespace).filter(|word| *word != "\\").collect();
    let is_language = |at: usize| all[at] == "--lang" || (at > 0 && all[at - 1] == "--lang");
    (0..all.len()).filter(|at| !is_language(*at)).map(|at| all[at]).collect()
}

/// A sample without its words for people, and without the language that a project file may name.
fn without_words(value: &toml::Value) -> toml::Value {
    match value {
        toml::Value::Table(table) => {
            let kept = table.iter().filter(|(key, _)| *key != "language").map(|(key, value)| {
                let said = matches!(value, toml::Value::String(_)) && WORDS.contains(&key.as_str());
                (key.clone(), if said { toml::Value::String(String::new()) } else { without_words(value) })
            });
            toml::Value::Table(kept.collect())
        }
        toml::Value::Array(list) => toml::Value::Array(list.iter().map(without_words).collect()),
        toml::Value::String(_)
        | toml::Value::Integer(_)
        | toml::Value::Float(_)
        | toml::Value::Boolean(_)
        | toml::Value::Datetime(_) => value.clone(),
    }
}

fn sample(text: &str) -> toml::Value {
    let table = text.parse::<toml::Table>().unwrap_or_else(|reason| panic!("{reason}:\n{text}"));
    without_words(&toml::Value::Table(table))
}

/// How the blocks of two documents differ.
fn unlike(english: &Block, chinese: &Block) -> Option<String> {
    let alike = match english.kind {
        "console" => commands(&english.lines) == commands(&chinese.lines),
        "sh" => words(english.lines.iter().copied()) == words(chinese.lines.iter().copied()),
        "toml" => sample(&english.lines.join("\n")) == sample(&chinese.lines.join("\n")),
        // What a screen says is in the language of its reader.
        "text" => english.lines.len() == chinese.lines.len(),
        _ => english.lines == chinese.lines,
    };
    let first = || english.lines.first().copied().unwrap_or_default();
    (english.kind != chinese.kind || !alike).then(|| format!("another block: {}", first()))
}

fn differences(english: &str, chinese: &str) -> Vec<String> {
    let (english, chinese) = (frame(english), frame(chinese));
    let mut found = Vec::new();
    if english.headings != chinese.headings {
        found.push(format!("headings: {:?}, not {:?}", chinese.headings, english.headings));
    }
    if english.rows.len() != chinese.rows.len() {
        found.push(format!("{} rows of tables, not {}", chinese.rows.len(), english.rows.len()));
    }
    let rows = english.rows.iter().zip(&chinese.rows);
    found.extend(rows.filter(|(english, chinese)| english != chinese).map(|pair| format!("another row: {pair:?}")));
    if english.items != chinese.items {
        found.push(format!("{} items of lists, not {}", chinese.items, english.items));
    }
    if english.blocks.len() != chinese.blocks.len() {
        found.push(format!("{} blocks of code, not {}", chinese.blocks.len(), english.blocks.len()));
    }
    found.extend(english.blocks.iter().zip(&chinese.blocks).filter_map(|(english, chinese)| unlike(english, chinese)));
    found.extend(english.code.difference(&chinese.code).map(|word| format!("`{word}` is not named")));
    found
}

#[test]
fn each_says_in_chinese_what_it_says_in_english() {
    let mut found = Vec::new();
    for name in IN_BOTH {
        let english = Path::new(name);
        let chinese = in_chinese(english);
        let shown = chinese.display().to_string();
        let pair = [english, &chinese].map(source::text);
        found.extend(differences(&pair[0], &pair[1]).into_iter().map(|line| format!("{shown}: {line}")));
        let name_of = |path: &Path| path.file_name().expect("a document has a name").to_string_lossy().into_owned();
        let links = [format!("[中文]({})", name_of(&chinese)), format!("[English]({})", name_of(english))];
        for (text, link) in pair.iter().zip(links) {
            let heads = text.lines().take(4).any(|line| line.starts_with(&link));
            found.extend((!heads).then(|| format!("{shown}: no {link} at the head of the pair")));
        }
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn no_document_is_in_chinese_alone() {
    let mut all = vec![PathBuf::from("README.zh-CN.md")];
    for folder in ["docs", "examples", "agreements"] {
        source::collect(Path::new(folder), "md", &mut all);
    }
    let chinese = all.iter().filter(|path| path.to_string_lossy().ends_with(".zh-CN.md"));
    let listed: BTreeSet<PathBuf> = IN_BOTH.iter().map(|name| in_chinese(Path::new(name))).collect();
    for path in chinese {
        assert!(listed.contains(path), "{} is not compared with an English document", path.display());
    }
}

/// The files that the commands of docs/maps are run on.
#[test]
fn the_samples_beside_a_document_are_the_same() {
    let [english, chinese] = ["docs/maps.in", "docs/maps.zh-CN.in"].map(Path::new);
    let names = |folder: &Path| {
        let entries = fs::read_dir(folder).expect("the samples");
        entries.map(|entry| entry.expect("a sample").file_name()).collect::<BTreeSet<_>>()
    };
    assert_eq!(names(english), names(chinese));
    for name in names(english) {
        let [own, other] = [english, chinese].map(|folder| fs::read(folder.join(&name)).expect("a sample"));
        let text = |bytes: &[u8]| sample(&String::from_utf8_lossy(bytes));
        let alike = own == other
            || (Path::new(&name).extension().is_some_and(|own| own == "toml") && text(&own) == text(&other));
        assert!(alike, "{}", name.display());
    }
}

/// The comparison itself notices what it is to notice.
#[test]
fn what_differs_is_noticed() {
    let english = "# A\n\n| `a` | x |\n\n```console\n$ wagepact pay a.csv\nall\n```\n\n```toml\na = 1\ntitle = \"x\"\n```\n\n`--flag`\n";
    let same = "# 甲\n\n| `a` | 乙 |\n\n```console\n$ wagepact pay a.csv --lang zh\n全部\n```\n\n```toml\na = 1\ntitle = \"丙\"\n```\n\n用 `--flag`\n";
    assert_eq!(differences(english, same), [""; 0]);
    for (from, to) in [
        ("# 甲", "## 甲"),
        ("| `a` |", "| `b` |"),
        ("a.csv", "b.csv"),
        ("a = 1", "a = 2"),
        ("`--flag`", "--flag"),
        ("| 乙 |", "| 乙 |\n| 丁 |"),
        ("```toml", "```sh"),
    ] {
        assert!(!differences(english, &same.replacen(from, to, 1)).is_empty(), "{from}: {to}");
    }
}

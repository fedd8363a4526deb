//! The rules of the house: small files that say what they are for, and one place for each thing that touches the world.

mod source;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The longest a file may be, in lines.
const LONGEST: usize = 400;

/// Every file of the program, as its path and its text.
fn program() -> Vec<(String, String)> {
    source::files("src").iter().map(|path| (path.display().to_string(), source::text(path))).collect()
}

/// Fails with every line found.
fn none(found: &[String]) {
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

/// Whether code has a piece of code in it, not as the end of a longer word.
fn has(code: &str, piece: &str) -> bool {
    let is_word = |character: char| character.is_alphanumeric() || character == '_';
    let alone = |at: usize| !piece.starts_with(is_word) || !code[..at].ends_with(is_word);
    code.match_indices(piece).any(|(at, _)| alone(at))
}

/// Fails where the code of a file other than `allowed` has one of `words`, or where an allowed one has none.
fn only_in(allowed: &[&str], words: &[&str]) {
    let mut found = Vec::new();
    for (file, text) in program() {
        let code = source::code(&text);
        let here = words.iter().filter(|word| has(&code, word));
        if !allowed.contains(&file.as_str()) {
            found.extend(here.map(|word| format!("{file}: {word} belongs to {}", allowed.join(" or "))));
        }
    }
    none(&found);
    for file in allowed {
        let code = source::code(&source::text(Path::new(file)));
        assert!(words.iter().any(|word| has(&code, word)), "{file} needs no leave for any of {words:?}");
    }
}

#[test]
fn files_are_short() {
    let long = |(file, text): &(String, String)| {
        let lines = text.lines().count();
        (lines > LONGEST).then(|| format!("{file}: {lines} lines, at most {LONGEST}"))
    };
    none(&program().iter().filter_map(long).collect::<Vec<_>>());
}

#[test]
fn files_say_what_they_are_for() {
    let silent = |(file, text): &(String, String)| {
        let opening = text.lines().next().unwrap_or_default();
        (!opening.starts_with("//! ")).then(|| format!("{file}: the first line is no `//!` sentence"))
    };
    none(&program().iter().filter_map(silent).collect::<Vec<_>>());
}

#[test]
fn nothing_is_called_what_has_no_name() {
    const NAMELESS: &[&str] = &["util", "utils", "helper", "helpers", "misc", "common", "shared", "stuff"];
    let all = source::files("src").into_iter().chain(source::files("tests")).chain(source::files("examples"));
    let nameless = |path: &PathBuf| {
        let inside = path.with_extension("");
        inside.iter().any(|part| NAMELESS.iter().any(|name| part == *name)).then(|| path.display().to_string())
    };
    none(&all.filter_map(|path| nameless(&path)).collect::<Vec<_>>());
}

/// What is imported of one module stands in one `use`, so that the head of a file lists its modules.
#[test]
fn imports_are_by_module() {
    let mut found = Vec::new();
    for path in source::files("src").into_iter().chain(source::files("tests")).chain(source::files("examples")) {
        let mut seen = BTreeSet::new();
        for line in source::text(&path).lines() {
            let indent = line.len() - line.trim_start().len();
            let Some((visibility, rest)) = line.trim_start().split_once("use ") else { continue };
            let Some((module, last)) = rest.trim_end_matches(';').rsplit_once("::") else { continue };
            let module = rest.split_once("::{").map_or(module, |(module, _)| module);
            let is_use = visibility.is_empty() || (visibility.starts_with("pub") && visibility.ends_with(' '));
            if is_use && !last.is_empty() && !seen.insert((indent, visibility.to_string(), module.to_string())) {
                found.push(format!("{}: `{module}` is imported from twice", path.display()));
            }
        }
    }
    none(&found);
}

#[test]
fn money_is_rounded_in_one_place() {
    only_in(
        &["src/units/rounding.rs"],
        &[
            "round_dp",
            "round_sf",
            "RoundingStrategy",
            ".round()",
            ".trunc()",
            ".trunc_with_scale(",
            ".floor()",
            ".ceil()",
        ],
    );
}

#[test]
fn files_are_opened_in_one_place() {
    only_in(
        // A folder is listed, and none of its files opened.
        &[
            "src/files/input.rs",
            "src/files/output.rs",
            "src/files/begun.rs",
            "src/files/target.rs",
            "src/files/folder.rs",
        ],
        &[
            "File::open",
            "File::create",
            "OpenOptions",
            "fs::",
            "tempfile::",
            "csv::Reader::from_path",
            "csv::Writer::from_path",
        ],
    );
}

#[test]
fn the_standard_streams_belong_to_the_program() {
    // An output may be named as one of them, such as `/dev/stdout`.
    only_in(&["src/terminal.rs", "src/files/output.rs"], &["stdout()", "stderr()"]);
    only_in(&["src/files/input.rs"], &["stdin()"]);
    for (file, text) in program().iter().filter(|(file, _)| !matches!(file.as_str(), "src/main.rs" | "src/terminal.rs"))
    {
        let code = source::code(text);
        for word in ["println!", "print!", "eprintln!", "eprint!", "dbg!"] {
            assert!(!source::tokens(&code).windows(2).any(|pair| pair.concat() == word), "{file}: {word}");
        }
    }
}

#[test]
fn only_the_clock_knows_what_day_it_is() {
    only_in(&["src/files/clock.rs"], &["Zoned::now", "Timestamp::now", "SystemTime", "UNIX_EPOCH"]);
    // A stopwatch, for the progress bar.
    only_in(&["src/terminal.rs"], &["Instant"]);
}

#[test]
fn nothing_of_the_environment_changes_a_figure() {
    only_in(&["src/main.rs"], &["env::args"]);
    none(
        &program()
            .iter()
            .filter(|(_, text)| source::code(text).contains("env::var"))
            .map(|(file, _)| file.clone())
            .collect::<Vec<_>>(),
    );
}

/// The cases under tests/cases that trycmd runs.
fn cases() -> Vec<PathBuf> {
    let mut found = Vec::new();
    source::collect(Path::new("tests/cases"), "md", &mut found);
    // What a case writes may be Markdown too.
    let written =
        |case: &PathBuf| case.parent().is_some_and(|folder| folder.extension().is_some_and(|end| end == "out"));
    found.retain(|case| !written(case));
    found
}

#[test]
fn every_case_says_why_asks_and_explains() {
    let mut found = Vec::new();
    for case in cases() {
        let text = source::text(&case);
        let asks = text.lines().any(|line| line.starts_with("$ wagepact "));
        let opening = text.lines().next().unwrap_or_default();
        let why = text.lines().skip(1).find(|line| !line.is_empty()).unwrap_or_default();
        // Of other programs the runner would say nothing.
        let others = text.lines().filter(|line| line.starts_with("$ ") && !line.starts_with("$ wagepact "));
        found.extend(others.map(|line| format!("{}: {line}", case.display())));
        if !opening.starts_with("# ") || why.starts_with("```") || !asks {
            found.push(format!("{}: needs a heading, a sentence why, and a command", case.display()));
        }
        if text.lines().any(|line| line == "...") || text.contains("[..]") {
            found.push(format!("{}: the exact output, nothing left out", case.display()));
        }
    }
    none(&found);
}

/// A file of a case is used where its name, or the folder right below `<case>.in` that holds it, stands in the case.
#[test]
fn every_file_of_a_case_is_used() {
    let mut found = Vec::new();
    let mut folders = Vec::new();
    folders_below(Path::new("tests/cases"), &mut folders);
    for folder in folders {
        let name = folder.to_string_lossy().into_owned();
        let Some(case) = name.strip_suffix(".in").or_else(|| name.strip_suffix(".out")) else { continue };
        let Ok(text) = fs::read_to_string(format!("{case}.md")) else {
            found.push(format!("{name}: there is no {case}.md"));
            continue;
        };
        for entry in fs::read_dir(&folder).expect("a folder that was listed") {
            let file = entry.expect("a folder that was listed").file_name().to_string_lossy().into_owned();
            if file != ".keep" && !text.contains(&file) {
                found.push(format!("{name}/{file}: no command of {case}.md names it"));
            }
        }
    }
    none(&found);
}

fn folders_below(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap_or_else(|reason| panic!("{}: {reason}", folder.display())) {
        let path = entry.expect("a folder that was opened can be listed").path();
        if path.is_dir() {
            found.push(path.clone());
            folders_below(&path, found);
        }
    }
}

#[test]
fn every_example_is_run() {
    let mut found = Vec::new();
    let mut runnable = BTreeSet::new();
    for entry in fs::read_dir("examples").expect("the examples") {
        let path = entry.expect("the examples").path();
        if path.is_dir() {
            let readme = path.join("README.md");
            let text = fs::read_to_string(&readme).unwrap_or_default();
            if !text.lines().any(|line| line.starts_with("$ wagepact ")) {
                found.push(format!("{}: no command that tests/readme.rs could run", readme.display()));
            }
        } else {
            runnable.insert(path.file_stem().expect("a file has a name").to_string_lossy().into_owned());
        }
    }
    let tests: String = source::files("tests").iter().map(|path| source::text(path)).collect();
    found.extend(runnable.iter().filter(|name| !tests.contains(&format!("examples/{name}"))).cloned());
    none(&found);
}

/// Names that two public types bear, and why it is plain which is meant where one reads it.
const NAMED_TWICE: [(&str, &str); 13] = [
    ("Aim", "`balance::Aim` and `solve::Aim`: what each of the two searches is to reach"),
    ("Cell", "a cell of a report; in `tables::map`, a cell that a map names"),
    ("Column", "of a report, and in `tables` of a table that is read"),
    ("Entry", "of a project file, and in `workforce::day` of an attendance"),
    ("Format", "of a report; in `tables::map`, that of a day"),
    ("Heading", "of a report; in `tables::map`, one that a map names"),
    ("Line", "of a payslip; in `sketch`, of the draft of a map"),
    ("Mode", "of rounding, in `units`; in `negotiate`, of the screen"),
    ("Origin", "of a rate, in `pay`; in `tables::map`, of what a column says"),
    ("Row", "of a tally, in `deliveries`; in `tables`, of a table"),
    ("Rows", "of a report; in `tables::map`, which rows count"),
    ("Step", "of a ladder, as an agreement has it and as `--rates` gives it"),
    ("Table", "of a report, in `tables` of a file, in `agreement::shape` of the format of one"),
];

/// One name stands for one thing, so that a reader need not look where a type comes from. The flags in `cli` bear the names of what
/// they ask for.
#[test]
fn type_names_are_given_once() {
    let mut files: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (file, text) in program().into_iter().filter(|(file, _)| !file.starts_with("src/cli/")) {
        let code = source::code(&text);
        for line in code.lines() {
            let Some(rest) = line.trim_start().strip_prefix("pub ") else { continue };
            let kinds = ["struct ", "enum ", "trait ", "type "];
            let Some(rest) = kinds.iter().find_map(|kind| rest.strip_prefix(kind)) else { continue };
            let name = rest.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
            files.entry(name.to_string()).or_default().push(file.clone());
        }
    }
    files.retain(|_, files| files.len() > 1);
    let allowed = |name: &str| NAMED_TWICE.iter().any(|(allowed, _)| *allowed == name);
    let twice = files.iter().filter(|(name, _)| !allowed(name));
    let mut found: Vec<String> = twice
        .map(|(name, files)| format!("{name} is two types: {}; say of one what it is of", files.join(", ")))
        .collect();
    let once = NAMED_TWICE.iter().filter(|(name, _)| !files.contains_key(*name));
    found.extend(once.map(|(name, _)| format!("{name} needs no leave: it stands for one type")));
    none(&found);
}

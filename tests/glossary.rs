//! docs/glossary.md against the code: each type stands in its file, and each public type of the wage has its word.

mod source;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The rooms whose public types are words of the trade.
const ROOMS: &[&str] = &["units", "agreement", "deliveries", "workforce", "pay", "check", "cost"];

/// Public types that are no words of the trade.
const PLAIN: &[(&str, &str)] = &[
    ("Table", "a part of the description of the format"),
    ("KeyShape", "a part of the description of the format"),
    ("Shape", "a part of the description of the format"),
    ("Range", "a part of the description of the format"),
    ("Request", "what a function is asked"),
    ("StatementRequest", "what a function is asked"),
    ("Aim", "what a function is asked"),
    ("ReadOptions", "how logs are read"),
    ("Moment", "what a cell says of when"),
    ("TimeOfDay", "seconds since midnight, as they are shown"),
    ("KeptBy", "a row of what explain answers"),
    ("Row", "one row of what its module answers"),
    ("CostRow", "one row of what its module answers"),
    ("TrialRow", "one row of what its module answers"),
    ("By", "what a row of an answer stands for"),
    ("Figures", "the figures of a row"),
];

/// The words, each as its type and the file in which that lives; empty where it has no type.
fn words() -> Vec<(String, String)> {
    let page = source::text(Path::new("docs/glossary.md"));
    let word = |line: &str| {
        let head = line.split_once("**: ").map_or(line, |(head, _)| head);
        let linked = head.split_once("[`").and_then(|(_, rest)| {
            let (name, rest) = rest.split_once("`](../")?;
            Some((name.to_string(), rest.split_once(')')?.0.to_string()))
        });
        linked.unwrap_or_default()
    };
    page.lines().filter(|line| line.starts_with("* **")).map(word).collect()
}

/// The names of the public types of a file.
fn types(path: &Path) -> Vec<String> {
    let code = source::code(&source::text(path));
    let tokens = source::tokens(&code);
    let is_type = |three: &&[&str]| three[0] == "pub" && matches!(three[1], "struct" | "enum" | "trait");
    tokens.windows(3).filter(is_type).map(|three| three[2].to_string()).collect()
}

#[test]
fn every_word_lives_where_it_is_said() {
    let words = words();
    assert!(words.len() > 50, "the glossary was not read");
    for (name, file) in words.iter().filter(|(name, _)| !name.is_empty()) {
        let path = PathBuf::from(file);
        assert!(path.exists(), "docs/glossary.md: there is no {file}");
        assert!(types(&path).contains(name), "docs/glossary.md: {file} has no public type {name}");
    }
    let distinct: BTreeSet<_> = words.iter().filter(|(name, _)| !name.is_empty()).collect();
    let typed = words.iter().filter(|(name, _)| !name.is_empty()).count();
    assert_eq!(distinct.len(), typed, "a type has two words");
}

#[test]
fn every_public_type_of_the_wage_has_its_word() {
    let known: BTreeSet<(String, String)> = words().into_iter().collect();
    let mut plain: BTreeSet<&str> = PLAIN.iter().map(|(name, _)| *name).collect();
    let mut missing = Vec::new();
    for path in ROOMS.iter().flat_map(|room| source::files(&format!("src/{room}"))) {
        let file = path.display().to_string();
        for name in types(&path).into_iter().filter(|name| !known.contains(&(name.clone(), file.clone()))) {
            plain.remove(name.as_str());
            if !PLAIN.iter().any(|(known, _)| *known == name) {
                missing.push(format!("{file}: {name} is not in docs/glossary.md"));
            }
        }
    }
    assert!(missing.is_empty(), "\n{}", missing.join("\n"));
    assert!(plain.is_empty(), "there is no plain type {plain:?} any longer");
}

//! The documents among themselves: links lead somewhere, the index is whole, the changelog names clauses that exist.

mod source;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Every document that people read.
fn documents() -> Vec<PathBuf> {
    let mut found = ["README.md", "README.zh-CN.md", "CONTRIBUTING.md", "CHANGELOG.md"].map(PathBuf::from).to_vec();
    for folder in ["docs", "examples", "agreements"] {
        source::collect(Path::new(folder), "md", &mut found);
    }
    found
}

/// The places that a document links to.
fn links(text: &str) -> Vec<&str> {
    text.split("](").skip(1).filter_map(|rest| rest.split(')').next()).filter(|link| !link.contains("://")).collect()
}

/// The anchor of a heading, as GitHub makes it.
fn anchor(heading: &str) -> String {
    let words = heading.trim_start_matches('#').trim().to_lowercase();
    let kept = words.chars().filter(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_'));
    kept.map(|letter| if letter == ' ' { '-' } else { letter }).collect()
}

#[test]
fn links_lead_somewhere() {
    let mut broken = Vec::new();
    for document in documents() {
        let text = source::text(&document);
        let folder = document.parent().expect("a document lies in a folder");
        for link in links(&text) {
            let (file, part) = link.split_once('#').unwrap_or((link, ""));
            let target = if file.is_empty() { document.clone() } else { folder.join(file) };
            let is_there = target.exists()
                && (part.is_empty()
                    || source::text(&target).lines().any(|line| line.starts_with('#') && anchor(line) == part));
            if !is_there {
                broken.push(format!("{}: {link}", document.display()));
            }
        }
    }
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

#[test]
fn the_index_is_whole() {
    let index = source::text(Path::new("docs/README.md"));
    let mut all = Vec::new();
    source::collect(Path::new("docs"), "md", &mut all);
    let listed: BTreeSet<&str> = links(&index).into_iter().collect();
    for document in all.iter().filter_map(|path| path.file_name()?.to_str()).filter(|name| *name != "README.md") {
        assert!(listed.contains(document), "docs/README.md does not list {document}");
    }
}

/// An entry that moves an amount names the agreement, the clause and the first day.
#[test]
fn the_changelog_names_what_moved() {
    let text = source::text(Path::new("CHANGELOG.md"));
    let mut rows = 0;
    for part in text.split("\n## ").skip(1) {
        let title = part.lines().next().unwrap_or_default();
        let version = concat!(env!("CARGO_PKG_VERSION"), " (");
        assert!(title == "Unreleased" || title.starts_with(version), "no release {title}");
        let moved = part.split("### Amounts that moved").nth(1).and_then(|rest| rest.split("\n### ").next());
        let moved = moved.unwrap_or_else(|| panic!("{title}: says nothing of amounts")).trim();
        let table = moved.lines().filter(|line| line.starts_with("| ")).skip(2);
        let before = rows;
        for line in table {
            let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
            let [agreement, clause, from, amount] = cells[..] else { panic!("{title}: {line}") };
            let mut files = Vec::new();
            source::collect(&Path::new("agreements").join(agreement), "toml", &mut files);
            let whole: String = files.iter().map(|file| source::text(file)).collect();
            // A release names a clause as it was called then.
            let is_clause = title != "Unreleased" || whole.contains(&format!("clause = \"{clause}\""));
            assert!(is_clause, "{agreement} has no clause {clause}");
            let is_day = from == "not stated" || whole.contains(&format!("from = {from}\n"));
            assert!(is_day && !amount.is_empty(), "{title}: {line}");
            rows += 1;
        }
        assert!(rows > before || moved.starts_with("None: "), "{title}: what moved is a table, or nothing did");
    }
    assert!(rows > 0, "no amount was ever moved");
}

#[test]
fn both_licences_are_there() {
    let manifest = source::text(Path::new("Cargo.toml"));
    assert!(manifest.contains("license = \"MIT OR Apache-2.0\""));
    for (file, opening) in [("LICENSE-MIT", "MIT License"), ("LICENSE-APACHE", "Apache License")] {
        let text = source::text(Path::new(file));
        assert_eq!(text.lines().map(str::trim).find(|line| !line.is_empty()), Some(opening), "{file}");
        for readme in ["README.md", "README.zh-CN.md"] {
            assert!(links(&source::text(Path::new(readme))).contains(&file), "{readme} does not link {file}");
        }
    }
}

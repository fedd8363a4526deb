//! Builds the changed tree, without the changes that are no Rust.

use crate::rewritten::Written;
use crate::tree::Tree;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{fs, io};

/// What was built.
pub struct Built {
    pub program: PathBuf,
    /// The changes that are no Rust.
    pub dropped: BTreeSet<u32>,
}

/// Builds the program with every change that is Rust.
pub fn program(tree: &Tree, target: &Path) -> io::Result<Built> {
    let notes = target.with_file_name("not-rust.txt");
    let known = fs::read_to_string(&notes).unwrap_or_default();
    let known: BTreeSet<&str> = known.lines().collect();
    let unfit = tree.mutants.iter().filter(|mutant| known.contains(mutant.key.as_str()));
    let mut dropped: BTreeSet<u32> = unfit.map(|mutant| mutant.number).collect();
    loop {
        let written = tree.write(&dropped)?;
        let (built, said) = cargo(tree, target, &["check", "--lib"])?;
        if built {
            break;
        }
        let more = to_blame(&said, &written);
        eprintln!("{} changes are no Rust", dropped.len() + more.len());
        if more.is_subset(&dropped) {
            return Err(io::Error::other(told(&said)));
        }
        dropped.extend(more);
    }
    let keys: Vec<&str> = tree
        .mutants
        .iter()
        .filter(|mutant| dropped.contains(&mutant.number))
        .map(|mutant| mutant.key.as_str())
        .collect();
    fs::write(&notes, keys.join("\n"))?;
    eprintln!("building {} changes", tree.mutants.len() - dropped.len());
    let (built, said) = cargo(tree, target, &["build", "--bin", "wagepact"])?;
    if !built {
        return Err(io::Error::other(told(&said)));
    }
    Ok(Built { program: target.join("debug/wagepact"), dropped })
}

/// Builds the tests in the sources, and those of some files of `tests`.
pub fn tests(tree: &Tree, target: &Path, names: &[&str]) -> io::Result<Vec<PathBuf>> {
    let mut asked = vec!["test", "--no-run", "--lib"];
    asked.extend(names.iter().flat_map(|name| ["--test", name]));
    let (built, said) = cargo(tree, target, &asked)?;
    if !built {
        return Err(io::Error::other(told(&said)));
    }
    let tests = said.iter().filter(|message| message["profile"]["test"] == true);
    Ok(tests.filter_map(|message| message["executable"].as_str().map(PathBuf::from)).collect())
}

/// Whether cargo built what was asked, and what it said.
fn cargo(tree: &Tree, target: &Path, asked: &[&str]) -> io::Result<(bool, Vec<Value>)> {
    let output = Command::new("cargo")
        .args(asked)
        .args(["--message-format=json", "--quiet"])
        .current_dir(&tree.folder)
        .env("CARGO_TARGET_DIR", target)
        // What others wrote is built once, and makes the commands quick; what is changed is built often.
        .args(["--config", "profile.dev.package.\"*\".opt-level=1"])
        .envs([("CARGO_PROFILE_DEV_DEBUG", "0"), ("RUSTFLAGS", "-Awarnings")])
        .stderr(Stdio::inherit())
        .output()?;
    let said = String::from_utf8_lossy(&output.stdout);
    Ok((output.status.success(), said.lines().filter_map(|line| serde_json::from_str(line).ok()).collect()))
}

fn errors(said: &[Value]) -> impl Iterator<Item = &Value> {
    said.iter().map(|message| &message["message"]).filter(|message| message["level"] == "error")
}

/// The errors as the compiler shows them.
fn told(said: &[Value]) -> String {
    let shown: Vec<&str> = errors(said).filter_map(|message| message["rendered"].as_str()).take(3).collect();
    format!("the changed tree does not build:\n{}", shown.join("\n"))
}

/// The changes at which errors point.
fn to_blame(said: &[Value], written: &BTreeMap<String, Vec<Written>>) -> BTreeSet<u32> {
    let mut found = BTreeSet::new();
    for error in errors(said) {
        let mut spans: Vec<&Value> = error["spans"].as_array().into_iter().flatten().collect();
        spans.sort_by_key(|span| span["is_primary"] != true);
        let blamed = spans.iter().find_map(|span| at(span, written, false));
        found.extend(blamed.or_else(|| spans.iter().find_map(|span| at(span, written, true))).unwrap_or_default());
    }
    found
}

/// The change at a place of an error; where it is in none, and `around` is asked, all changes of the innermost place around it.
fn at(span: &Value, written: &BTreeMap<String, Vec<Written>>, around: bool) -> Option<Vec<u32>> {
    if span.is_null() {
        return None;
    }
    let places = span["file_name"].as_str().and_then(|file| written.get(file));
    let bytes = span["byte_start"].as_u64().zip(span["byte_end"].as_u64());
    let found = places.zip(bytes).and_then(|(places, (start, end))| {
        let (start, end) = (usize::try_from(start).ok()?, usize::try_from(end).ok()?);
        if !around {
            let own = places.iter().find(|place| place.own.start <= start && end <= place.own.end)?;
            return Some(vec![own.number]);
        }
        let enclosing = places.iter().filter(|place| place.around.start <= start && end <= place.around.end);
        let innermost = enclosing.min_by_key(|place| place.around.len())?.around.clone();
        Some(places.iter().filter(|place| place.around == innermost).map(|place| place.number).collect())
    });
    found.or_else(|| at(&span["expansion"]["span"], written, around))
}

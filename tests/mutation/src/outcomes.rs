//! What became of each change, and what is said of all of them.

use crate::kept;
use crate::tree::Mutant;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The changes that nothing can notice, each with the reason.
const REASONS: &str = "tests/mutation/missed.md";

pub enum Outcome {
    /// By the command or the test of the name.
    Caught(String),
    Missed,
    /// No command and no test comes to the place.
    NotReached,
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Caught(by) => write!(f, "caught by {by}"),
            Self::Missed => write!(f, "MISSED"),
            Self::NotReached => write!(f, "NOT REACHED"),
        }
    }
}

pub struct Outcomes {
    file: File,
    missed: PathBuf,
    /// By the key of the change: whether it was caught, and how its outcome is told.
    known: BTreeMap<String, (bool, String)>,
}

impl Mutant {
    /// As a line for whoever looks for it.
    pub fn at(&self) -> String {
        format!("{}:{} {}: `{}` → `{}`", self.file, self.line, self.function, self.what, self.instead)
    }
}

impl Outcomes {
    /// With what was caught last time where it is to be taken over.
    pub fn begin(folder: &Path, again: bool) -> io::Result<Self> {
        let [path, missed] = kept(folder);
        let mut known = BTreeMap::new();
        let last = if again { fs::read_to_string(&path).unwrap_or_default() } else { String::new() };
        for (key, told) in last.lines().filter_map(|line| line.split_once('\t')) {
            if told.starts_with("caught") {
                known.insert(key.to_string(), (true, told.to_string()));
            }
        }
        let file = OpenOptions::new().create(true).append(again).truncate(!again).write(true).open(path)?;
        Ok(Self { file, missed, known })
    }

    pub fn has(&self, mutant: &Mutant) -> bool {
        self.known.contains_key(&mutant.key)
    }

    pub fn add(&mut self, mutant: &Mutant, outcome: &Outcome) {
        if matches!(outcome, Outcome::NotReached) && self.known.contains_key(&mutant.key) {
            return;
        }
        let told = outcome.to_string();
        // What was tried is kept where the run is broken off; a line that cannot be written is tried again.
        let _ = writeln!(self.file, "{}\t{told}", mutant.key);
        self.known.insert(mutant.key.clone(), (matches!(outcome, Outcome::Caught(_)), told));
    }

    /// Prints the numbers by room and what is missed. Whether nothing is but what has a reason.
    pub fn report(&self, rooms: &[&str], tried: &[&Mutant], unfit: &[&Mutant], whole: bool) -> io::Result<bool> {
        let is_caught = |mutant: &Mutant| self.known.get(&mutant.key).is_some_and(|(caught, _)| *caught);
        let mut missed = String::new();
        println!("{:<10} {:>8} {:>8} {:>8} {:>8}  share", "", "no Rust", "changes", "caught", "missed");
        for room in rooms {
            let inside = |mutant: &&&Mutant| mutant.file.starts_with(&format!("src/{room}/"));
            let all: Vec<&&Mutant> = tried.iter().filter(inside).collect();
            let caught = all.iter().filter(|mutant| is_caught(mutant)).count();
            let no_rust = unfit.iter().filter(inside).count();
            let share = (caught * 1000).checked_div(all.len()).unwrap_or_default();
            let lost = all.len() - caught;
            println!("{room:<10} {no_rust:>8} {:>8} {caught:>8} {lost:>8}  {}.{} %", all.len(), share / 10, share % 10);
            for mutant in all.iter().filter(|mutant| !is_caught(mutant)) {
                let told = self.known.get(&mutant.key).map_or("", |(_, told)| told.as_str());
                missed.push_str(&format!("{} {} {told}\n", mutant.number, mutant.at()));
            }
        }
        fs::write(&self.missed, &missed)?;
        let reasons = reasons();
        let lost: BTreeSet<String> =
            tried.iter().filter(|mutant| !is_caught(mutant)).map(|mutant| mutant.name()).collect();
        for name in lost.difference(&reasons) {
            println!("missed: {name}");
        }
        if whole {
            for name in reasons.difference(&lost) {
                println!("{REASONS} names what is caught, or is no more: {name}");
            }
        }
        Ok(lost.is_subset(&reasons) && (!whole || reasons.is_subset(&lost)))
    }
}

/// The changes that are listed, one a line that begins with a dash.
fn reasons() -> BTreeSet<String> {
    let text = fs::read_to_string(REASONS).unwrap_or_default();
    text.lines().filter_map(|line| line.strip_prefix("- ")).map(String::from).collect()
}

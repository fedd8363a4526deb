//! Changes the money code one place at a time, and names the changes that no test notices (docs/testing.md).
//!
//! All changes are in one build, and each is on where its number is in the environment. What runs without a change says which
//! changes each command and each test reaches, so that a change is tried on those only, and on no more of them than notice it.

mod build;
mod operators;
mod outcomes;
mod probes;
mod rewritten;
mod sites;
mod tree;
mod trial;
mod values;

use outcomes::{Outcome, Outcomes};
use probes::Probe;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use std::{env, fs, io, process, thread};
use tree::{Mutant, Tree};
use trial::{Bench, Chosen, Done};

const HELP: &str = "\
tests/mutation/run [K/N] [--only FILE|NUMBER]… [--again] [--cases | --tests] [--list] [--most M] [--seconds S] [--jobs J]

K/N     every Nth change, beginning with the Kth (0 to N-1)
--only  the changes of a file or below a folder, or the one of a number
--again takes over what was caught last time in files that are the same, and tries the rest
--cases tries commands only: of the cases, and of those that the calculator checks
--tests tries the tests only
--list  names the changes, and tries none
--most  tries at most so many commands and so many tests on a change, for a first look
--seconds tries no more tests on a change than take so long together
--jobs  how many at once (2)";

/// The folders of `src` that are changed.
const ROOMS: [&str; 6] = ["units", "agreement", "workforce", "pay", "check", "cost"];

/// The files of `tests` whose tests are tried on what the commands of the cases do not notice, beside the tests in `src`.
const TESTS: [&str; 13] = [
    "agreements",
    "balance",
    "check",
    "evidence",
    "explain",
    "not_checked",
    "order_floors",
    "outputs",
    "parts",
    "project",
    "properties",
    "reading",
    "world",
];

/// A test that takes longer is not asked.
const PATIENCE: Duration = Duration::from_secs(30);

#[derive(Default)]
struct Asked {
    part: Option<(u32, u32)>,
    only: Vec<String>,
    again: bool,
    cases: bool,
    tests: bool,
    list: bool,
    most: usize,
    seconds: usize,
    jobs: usize,
}

fn main() {
    let asked = match asked() {
        Ok(asked) => asked,
        Err(said) => {
            eprintln!("{said}");
            process::exit(2);
        }
    };
    match run(&asked) {
        Ok(true) => {}
        Ok(false) => process::exit(1),
        Err(reason) => {
            eprintln!("{reason}");
            process::exit(2);
        }
    }
}

fn asked() -> Result<Asked, &'static str> {
    let mut asked = Asked { jobs: 2, most: usize::MAX, seconds: usize::MAX, ..Asked::default() };
    let mut words = env::args().skip(1);
    while let Some(word) = words.next() {
        match word.as_str() {
            "--only" => asked.only.push(words.next().ok_or(HELP)?),
            "--again" => asked.again = true,
            "--cases" => asked.cases = true,
            "--tests" => asked.tests = true,
            "--list" => asked.list = true,
            "--jobs" => asked.jobs = number(words.next())?,
            "--most" => asked.most = number(words.next())?,
            "--seconds" => asked.seconds = number(words.next())?,
            part => {
                let (part, of) = part.split_once('/').ok_or(HELP)?;
                asked.part = Some(part.parse().ok().zip(of.parse().ok()).filter(|(part, of)| part < of).ok_or(HELP)?);
            }
        }
    }
    Ok(asked)
}

fn number(word: Option<String>) -> Result<usize, &'static str> {
    word.and_then(|word| word.parse().ok()).ok_or(HELP)
}

/// Whether nothing is missed but what tests/mutation/missed.md names.
fn run(asked: &Asked) -> io::Result<bool> {
    let folder = env::current_dir()?.join("target/mutation");
    let tree = Tree::of(folder.join("tree"), &ROOMS)?;
    let is_asked = |mutant: &&Mutant| {
        asked.part.is_none_or(|(part, of)| mutant.number % of == part)
            && (asked.only.is_empty()
                || asked.only.iter().any(|only| mutant.file.starts_with(only) || *only == mutant.number.to_string()))
    };
    if asked.list {
        tree.mutants.iter().filter(is_asked).for_each(|mutant| println!("{} {}", mutant.number, mutant.at()));
        return Ok(true);
    }
    let target = folder.join("build");
    let built = build::program(&tree, &target)?;
    let benches = (0..asked.jobs).map(|job| bench(&folder, job)).collect::<io::Result<Vec<_>>>()?;
    let mut outcomes = Outcomes::begin(&folder, asked.again)?;
    let viable = tree.mutants.iter().filter(|mutant| !built.dropped.contains(&mutant.number));
    let chosen: Vec<&Mutant> = viable.filter(is_asked).collect();
    let mut left: Vec<&Mutant> = chosen.iter().copied().filter(|mutant| !outcomes.has(mutant)).collect();
    if !asked.tests && !left.is_empty() {
        left = try_all(&benches, &probes::of_cases(&tree.folder, &built.program)?, &left, asked, &mut outcomes)?;
    }
    if !asked.tests && !left.is_empty() {
        let probes = probes::of_oracle(&tree.folder, &folder.join("oracle"), &built.program)?;
        left = try_all(&benches, &probes, &left, asked, &mut outcomes)?;
    }
    if !asked.cases && !left.is_empty() {
        let tests = build::tests(&tree, &target, &TESTS)?;
        try_all(&benches, &probes::of_tests(&tree.folder, &tests)?, &left, asked, &mut outcomes)?;
    }
    let unfit: Vec<&Mutant> = tree.mutants.iter().filter(|mutant| built.dropped.contains(&mutant.number)).collect();
    let whole = asked.part.is_none() && asked.only.is_empty() && !asked.cases && !asked.tests;
    outcomes.report(&ROOMS, &chosen, if whole { &unfit } else { &[] }, whole)
}

fn bench(folder: &Path, job: usize) -> io::Result<Bench> {
    let folder = folder.join(format!("bench-{job}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder)?;
    Ok(Bench { folder })
}

/// A probe as it runs without a change: what it did, how long it took and what it reached.
struct Unchanged<'a> {
    probe: &'a Probe,
    done: Done,
    took: Duration,
    reached: BTreeSet<u32>,
}

/// Runs everything without a change. What does not do the same twice is left out, and so is a test that does not pass.
fn unchanged<'a>(benches: &[Bench], probes: &'a [Probe]) -> Vec<Unchanged<'a>> {
    let found = Mutex::new(Vec::new());
    each(benches, probes.len(), |bench, at| {
        let probe = &probes[at];
        let first = bench.run(probe, Chosen::Reached, PATIENCE).ok().flatten();
        let reached = bench.reached().into_iter().collect();
        let begun = Instant::now();
        let done = bench.run(probe, Chosen::None, PATIENCE).ok().flatten();
        let took = begun.elapsed();
        match done {
            Some(done) if first.as_ref() == Some(&done) && (done.passed() || !probe.is_test) => {
                found.lock().expect("no worker stops").push((at, Unchanged { probe, done, took, reached }));
            }
            _ => eprintln!("left out, as it does not do the same twice, or fails: {}", probe.name),
        }
    });
    let mut found = found.into_inner().expect("no worker stops");
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, unchanged)| unchanged).collect()
}

/// Gives the numbers below `count` to the workers, one after another.
fn each(benches: &[Bench], count: usize, work: impl Fn(&Bench, usize) + Sync) {
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        for bench in benches {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    if at >= count {
                        break;
                    }
                    work(bench, at);
                }
            });
        }
    });
}

/// Tries changes on some probes. Gives back those that none of them notices.
fn try_all<'a>(
    benches: &[Bench],
    probes: &[Probe],
    mutants: &[&'a Mutant],
    asked: &Asked,
    outcomes: &mut Outcomes,
) -> io::Result<Vec<&'a Mutant>> {
    let begun = Instant::now();
    let probes = unchanged(benches, probes);
    eprintln!("{} commands and tests were looked at in {} s", probes.len(), begun.elapsed().as_secs());
    // How often a probe noticed a change of a file: what did is asked first.
    let noticed: Mutex<BTreeMap<(&str, usize), u32>> = Mutex::new(BTreeMap::new());
    let found = Mutex::new((outcomes, Vec::new()));
    let tried = AtomicUsize::new(0);
    each(benches, mutants.len(), |bench, at| {
        let mutant = mutants[at];
        let mut order: Vec<usize> = (0..probes.len()).collect();
        order.retain(|at| probes[*at].reached.contains(&mutant.number));
        let before = noticed.lock().expect("no worker stops").clone();
        let often = |at: usize| before.get(&(mutant.file.as_str(), at)).copied().unwrap_or_default();
        // Then what reaches most of the changes around it, as it has to do with them; of tests the quickest, as some take minutes.
        let around = mutant.number.saturating_sub(30)..mutant.number + 30;
        let reached = |at: usize| probes[at].reached.range(around.clone()).count();
        let near = |at: usize| if probes[at].probe.is_test { 0 } else { reached(at) };
        order.sort_by_cached_key(|at| (Reverse(often(*at)), Reverse(near(*at)), probes[*at].took));
        order.truncate(asked.most);
        let mut together = Duration::ZERO;
        order.retain(|at| {
            let is_asked = together.as_secs() < asked.seconds as u64;
            together += probes[*at].took;
            is_asked
        });
        let caught = order.iter().find_map(|at| Some((*at, notices(bench, &probes[*at], mutant.number)?)));
        let mut found = found.lock().expect("no worker stops");
        let outcome = match caught {
            Some((at, how)) => {
                *noticed.lock().expect("no worker stops").entry((&mutant.file, at)).or_default() += 1;
                Outcome::Caught(how)
            }
            None if order.is_empty() => Outcome::NotReached,
            None => Outcome::Missed,
        };
        let count = tried.fetch_add(1, Ordering::Relaxed) + 1;
        if !matches!(outcome, Outcome::Caught(_)) || count.is_multiple_of(200) {
            eprintln!("{} s, {count}/{} {} {outcome}", begun.elapsed().as_secs(), mutants.len(), mutant.at());
        }
        if !matches!(outcome, Outcome::Caught(_)) {
            found.1.push(mutant);
        }
        found.0.add(mutant, &outcome);
    });
    let mut missed = found.into_inner().expect("no worker stops").1;
    missed.sort_by_key(|mutant| mutant.number);
    Ok(missed)
}

/// How a change is noticed by a probe, if it is.
fn notices(bench: &Bench, unchanged: &Unchanged, number: u32) -> Option<String> {
    let longest = (unchanged.took * 20).max(Duration::from_secs(5));
    let name = &unchanged.probe.name;
    match bench.run(unchanged.probe, Chosen::Mutant(number), longest) {
        Ok(Some(done)) if done == unchanged.done => None,
        Ok(Some(_)) => Some(name.clone()),
        Ok(None) => Some(format!("{name}, which took too long")),
        Err(reason) => Some(format!("{name}, which did not run: {reason}")),
    }
}

/// The files that the tool keeps.
pub fn kept(folder: &Path) -> [PathBuf; 2] {
    ["outcomes.txt", "missed.txt"].map(|name| folder.join(name))
}

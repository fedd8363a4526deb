//! A folder for the files of one run, what is held of every mistake that is told, and the program asked as from the command line.

use std::fs;
use std::path::PathBuf;

use clap::Parser;
use tempfile::TempDir;
use wagepact::cli::Cli;
use wagepact::commands;
use wagepact::commands::{Body, Context};
use wagepact::deliveries;
use wagepact::deliveries::{ReadOptions, Reading, Request};
use wagepact::diagnostics::legible::is_unseen;
use wagepact::diagnostics::{Problem, Problems};
use wagepact::report::formats::{Format, Options};
use wagepact::report::problems::problems;
use wagepact::report::{Catalogue, Language, formats};

/// A folder that goes when it is no longer used.
pub struct Desk(TempDir);

impl Desk {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// One with a file in it, and where that lies.
    pub fn with(name: &str, bytes: impl AsRef<[u8]>) -> (Self, PathBuf) {
        let desk = Self::new();
        let path = desk.write(name, bytes);
        (desk, path)
    }

    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    /// Asks the program, the words split at spaces; words that begin with `@` are files here.
    pub fn ask(&self, line: &str) -> Result<(), Problems> {
        let file = |name: &str| self.0.path().join(name).into_os_string();
        let word = |word: &str| word.strip_prefix('@').map_or_else(|| word.into(), file);
        let cli = Cli::try_parse_from(line.split(' ').map(word)).unwrap();
        SPOKEN.with(|[english, chinese]| {
            let context =
                Context { catalogue: english, typed: &[], filled: None, progress: &|_| (), at_terminal: false };
            let answer = commands::run(&cli, &context)?;
            for remark in &answer.remarks {
                assert_legible(&english.remark(remark));
                assert_legible(&chinese.remark(remark));
            }
            let Body::Report(report) = answer.body else { return Ok(()) };
            for format in [Format::Table, Format::Csv, Format::Json, Format::Markdown, Format::Html] {
                let mut out = Vec::new();
                // What a format has no place for is refused.
                if formats::fits(&report, format).is_ok() {
                    formats::write(&report, format, chinese, &Options::default(), &mut out).unwrap();
                }
            }
            Ok(())
        })
    }
}

thread_local! {
    static SPOKEN: [Catalogue; 2] = const { [Catalogue::new(Language::En), Catalogue::new(Language::Zh)] };
}

/// Holds of mistakes that they are told: there is one, each names a place or at least a file, and each can be shown in both
/// languages without a character that a terminal obeys or nobody sees.
pub fn told(found: &[Problem]) {
    assert!(!found.is_empty(), "refused without a word");
    for problem in found {
        let is_named = problem.message.args.iter().any(|(name, _)| matches!(*name, "file" | "files" | "folder"));
        // It says how many there are in all, after the first of them.
        let is_named = is_named || problem.message.id == "log-problems-in-all" && found.len() > 1;
        assert!(problem.place.is_some() || is_named, "it names no place: {problem:?}");
        for place in problem.place.iter().map(AsRef::as_ref).chain(&problem.also) {
            assert!(place.line > 0 && place.column > 0, "{place:?}");
        }
    }
    // Of thousands that are alike, the first say as much as all.
    let first = &found[..found.len().min(20)];
    SPOKEN.with(|spoken| {
        for catalogue in spoken {
            assert_legible(&problems(first, catalogue, false));
            for problem in first {
                let said = catalogue.say(&problem.message);
                assert!(!said.is_empty() && said != problem.message.id && !said.contains("{$"), "{said}");
            }
        }
    });
}

/// The same of what was read or refused; the mistakes by their ids.
pub fn outcome<T>(read: Result<T, Problems>) -> Result<T, Vec<&'static str>> {
    read.map_err(|found| {
        told(&found);
        found.iter().map(|problem| problem.message.id).collect()
    })
}

fn assert_legible(text: &str) {
    let unseen = |letter: &char| *letter != '\n' && is_unseen(*letter) && !is_of_fluent(*letter);
    assert_eq!(text.chars().find(unseen), None, "{text:?}");
}

/// What the catalogue puts around a text, so that one written from right to left ends there.
fn is_of_fluent(letter: char) -> bool {
    matches!(letter, '\u{2068}' | '\u{2069}')
}

/// Reads one log as a command does, where nothing is said of it.
pub fn read_log(path: PathBuf) -> Result<Reading, Problems> {
    deliveries::read(Request {
        paths: &[path],
        options: ReadOptions::default(),
        rejects: None,
        threads: None,
        block: None,
        progress: &|_| (),
    })
}

/// The text as a table in which each cell stands in quotes; `None` where it is not in UTF-8, or its cells may be parted by something
/// else than commas.
pub fn all_quoted(bytes: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(bytes).ok()?;
    if text.contains([';', '\t', '\u{feff}']) || is_open(bytes) {
        return None;
    }
    let mut rows = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
    let mut quoted =
        csv::WriterBuilder::new().flexible(true).quote_style(csv::QuoteStyle::Always).from_writer(Vec::new());
    for row in rows.byte_records() {
        quoted.write_byte_record(&row.unwrap()).unwrap();
    }
    quoted.into_inner().ok()
}

/// Whether a quote is still open at the end: then a further row belongs to it.
fn is_open(bytes: &[u8]) -> bool {
    let with_row = [bytes, b"\nlast"].concat();
    let mut rows = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(with_row.as_slice());
    rows.byte_records().last().is_some_and(|row| row.unwrap() != vec!["last"])
}

//! What a shell offers while a command is typed: the agreements, the checks, and the rules of the agreements that are named.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::sync::Arc;

use clap::{Arg, Command, CommandFactory};
use clap_complete::engine::{
    ArgValueCandidates, ArgValueCompleter, CompletionCandidate, PathCompleter, ValueCompleter,
};

use crate::agreement::kinds::Kind;
use crate::agreement::{Words, library};
use crate::check::CHECKS;
use crate::cli::Cli;
use crate::commands::completed::Completed;
use crate::report::{Catalogue, Language, help};

/// The command line with what can be typed for each of its arguments. A shell asks with the words that are typed behind a `--`.
#[must_use]
pub fn offering(asked: &[OsString]) -> Command {
    let typed = asked.iter().position(|word| word == "--").map_or(asked, |end| &asked[end + 1..]);
    let language = Language::asked_for(typed);
    let catalogue = &Catalogue::new(language);
    let command = help::translate(Cli::command(), catalogue);
    let rules = rules(&command, typed, language);
    let checks = checks(catalogue);
    let offered = |arg: Arg| match arg.get_id().as_str() {
        "agreements" | "stacked" | "measures_of" => arg.add(ArgValueCompleter::new(named)),
        "only" | "skip" | "code" => arg.add(offer(checks.clone())),
        "change" | "rule" => arg.add(offer(rules.iter().map(|rule| rule.offer("")).collect())),
        "rate" => {
            let paid = rules.iter().filter(|rule| rule.is_paid_by_piece);
            arg.add(offer(paid.map(|rule| rule.offer("=")).collect()))
        }
        _ => arg,
    };
    command.mut_subcommands(|subcommand| subcommand.mut_args(offered))
}

/// A word that can be typed, and what it stands for.
type Offer = (String, String);

fn offer(offers: Vec<Offer>) -> ArgValueCandidates {
    let candidate = |(word, help): &Offer| CompletionCandidate::new(word).help(Some(help.into()));
    ArgValueCandidates::new(move || offers.iter().map(candidate).collect())
}

/// The agreements that come with the program, and files.
fn named(begun: &OsStr) -> Vec<CompletionCandidate> {
    let shipped = library::shipped().into_iter().filter(|name| name.starts_with(&*begun.to_string_lossy()));
    shipped.map(CompletionCandidate::new).chain(PathCompleter::any().complete(begun)).collect()
}

fn checks(catalogue: &Catalogue) -> Vec<Offer> {
    CHECKS.iter().map(|check| (check.code.to_string(), catalogue.say(&check.called()))).collect()
}

/// A rule that can be named.
struct Named {
    id: Arc<str>,
    title: Arc<str>,
    is_paid_by_piece: bool,
}

impl Named {
    /// The rule as a word, with what has to follow it.
    fn offer(&self, behind: &str) -> Offer {
        (format!("{}{behind}", self.id), self.title.to_string())
    }
}

/// The rules of the agreements that are typed or stand in the project file, else of all that come with the program.
fn rules(command: &Command, typed: &[OsString], language: Language) -> Vec<Named> {
    let words = Completed::new(command, typed).words;
    let agreements = agreements(&words);
    let shipped = || library::shipped().into_iter().map(String::from).collect();
    let agreements = if agreements.is_empty() { shipped() } else { agreements };
    let title = |title: &Words| Arc::clone(if language == Language::En { &title.en } else { &title.zh });
    let mut rules: BTreeMap<Arc<str>, Named> = BTreeMap::new();
    // One that cannot be read is told of when the command is run.
    for rule in agreements.iter().filter_map(|name| library::load(name).ok()).flat_map(|agreement| agreement.rules) {
        let is_paid_by_piece = matches!(rule.kind, Kind::Rate(_));
        let named = Named { id: Arc::clone(&rule.id), title: title(&rule.title), is_paid_by_piece };
        rules.entry(Arc::clone(&rule.id)).or_insert(named);
    }
    rules.into_values().collect()
}

/// The values of `-a` and `--agreement`.
fn agreements(words: &[OsString]) -> Vec<String> {
    let words: Vec<&str> = words.iter().filter_map(|word| word.to_str()).collect();
    let behind = words.windows(2).filter(|pair| matches!(pair[0], "-a" | "--agreement")).map(|pair| pair[1]);
    let glued = words.iter().filter_map(|word| word.strip_prefix("--agreement="));
    behind.chain(glued).filter(|name| !name.is_empty()).map(String::from).collect()
}

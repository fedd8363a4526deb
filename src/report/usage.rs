//! Mistakes on the command line, as problems like any other.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::diagnostics::{Message, Problem};

/// What clap found wrong in words for a program, to be said by the catalogue. `None` for what it answers itself: help and version.
#[must_use]
pub fn clap_problem(error: &clap::Error, program: &clap::Command) -> Option<Problem> {
    let message = match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            return None;
        }
        ErrorKind::UnknownArgument => unknown_argument(error, program),
        ErrorKind::InvalidSubcommand => match first(error, ContextKind::SuggestedSubcommand) {
            Some(meant) => Message::new("usage-command-misspelt").with("meant", meant),
            None => Message::new("usage-command-unknown"),
        }
        .with("found", all(error, ContextKind::InvalidSubcommand)),
        ErrorKind::InvalidValue => invalid_value(error),
        ErrorKind::MissingRequiredArgument => {
            Message::new("usage-argument-missing").with("arguments", all(error, ContextKind::InvalidArg))
        }
        ErrorKind::MissingSubcommand => Message::new("usage-command-missing"),
        ErrorKind::ArgumentConflict => conflict(error),
        ErrorKind::TooManyValues => Message::new("usage-value-too-many")
            .with("argument", all(error, ContextKind::InvalidArg))
            .with("found", all(error, ContextKind::InvalidValue)),
        ErrorKind::InvalidUtf8 => Message::new("usage-not-utf8"),
        // what our arguments cannot come to; clap adds kinds from time to time
        _ => Message::new("usage-other").with("reason", error.to_string().trim().trim_start_matches("error: ")),
    };
    Some(Problem::new(message))
}

fn unknown_argument(error: &clap::Error, program: &clap::Command) -> Message {
    let found = all(error, ContextKind::InvalidArg);
    let others = having(program, &found);
    if !others.is_empty() {
        return Message::new("usage-argument-elsewhere").with("found", found).with("commands", others.join(", "));
    }
    let message = match first(error, ContextKind::SuggestedArg) {
        Some(meant) => Message::new("usage-argument-misspelt").with("meant", meant),
        None => Message::new("usage-argument-unknown"),
    };
    message.with("found", found)
}

/// The commands that have such a flag.
fn having<'a>(program: &'a clap::Command, flag: &str) -> Vec<&'a str> {
    let Some(name) = flag.strip_prefix("--") else { return Vec::new() };
    let has = |command: &&clap::Command| command.get_arguments().any(|argument| argument.get_long() == Some(name));
    program.get_subcommands().filter(has).map(clap::Command::get_name).collect()
}

fn invalid_value(error: &clap::Error) -> Message {
    let found = all(error, ContextKind::InvalidValue);
    let values = all(error, ContextKind::ValidValue);
    let message = match (found.is_empty(), values.is_empty()) {
        (true, _) => Message::new("usage-value-missing"),
        (false, true) => Message::new("usage-value-unfit").with("found", found),
        (false, false) => Message::new("usage-value-unknown").with("found", found).with("values", values),
    };
    message.with("argument", all(error, ContextKind::InvalidArg))
}

fn conflict(error: &clap::Error) -> Message {
    let (argument, other) = (all(error, ContextKind::InvalidArg), all(error, ContextKind::PriorArg));
    if argument == other {
        return Message::new("usage-argument-twice").with("argument", argument);
    }
    Message::new("usage-argument-conflict").with("argument", argument).with("other", other)
}

/// The words that clap gives for a part of its message, one after the other.
fn all(error: &clap::Error, kind: ContextKind) -> String {
    words(error, kind).join(", ")
}

fn first(error: &clap::Error, kind: ContextKind) -> Option<String> {
    words(error, kind).into_iter().next()
}

fn words(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(word)) => vec![word.clone()],
        Some(ContextValue::Strings(words)) => words.clone(),
        _ => Vec::new(),
    }
}

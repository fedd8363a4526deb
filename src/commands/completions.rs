//! `wagepact completions`: what a shell reads at its start, so that it asks the program for what can be typed next.

use clap_complete::env::Shells;

use crate::cli::Completions;
use crate::commands::answer::Answer;

/// The variable by which a shell asks; [`clap_complete::CompleteEnv`] answers it before anything else is done.
const ASKED_BY: &str = "COMPLETE";

/// The program, as a shell finds it.
const NAME: &str = "wagepact";

pub(super) fn run(asked: &Completions) -> Answer {
    let mut script = Vec::new();
    let (shells, shell) = (Shells::builtins(), asked.shell.to_string());
    let shell = shells.completer(&shell).expect("each shell that can be named has one");
    shell.write_registration(ASKED_BY, NAME, NAME, NAME, &mut script).expect("a script is written to memory");
    String::from_utf8_lossy(&script).into_owned().into()
}

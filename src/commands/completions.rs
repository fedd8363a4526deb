//! `wagepact completions`: a completion script for a shell.

use clap::CommandFactory;

use crate::cli::{Cli, Completions};
use crate::commands::answer::Answer;

pub(super) fn run(asked: &Completions) -> Answer {
    let mut script = Vec::new();
    clap_complete::generate(asked.shell, &mut Cli::command(), "wagepact", &mut script);
    String::from_utf8_lossy(&script).into_owned().into()
}

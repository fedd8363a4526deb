//! `wagepact`, the program: parse, run, print, exit code.

mod fullscreen;
mod terminal;

use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches};
use wagepact::cli::Cli;
use wagepact::commands;
use wagepact::commands::Context;
use wagepact::report::{Catalogue, Language, help};

use crate::terminal::Terminal;

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().collect();
    let catalogue = Catalogue::new(Language::asked_for(&arguments));
    let command = help::translate(Cli::command(), &catalogue);
    let cli = match command.try_get_matches_from(&arguments).and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => cli,
        Err(error) => return Terminal::usage(&error, &catalogue),
    };
    let terminal = Terminal::new(&catalogue, &cli.output);
    let progress = |progress| terminal.progress(progress);
    let at_terminal = Terminal::is_attended();
    let context = Context { catalogue: &catalogue, typed: &arguments, progress: &progress, at_terminal };
    let answered = commands::run(&cli, &context);
    terminal.finish(answered)
}

//! `wagepact`, the program: parse, run, print, exit code.

mod fullscreen;
mod terminal;

use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches};
use clap_complete::CompleteEnv;
use wagepact::cli::{Cli, joined};
use wagepact::commands;
use wagepact::commands::{Completed, Context};
use wagepact::report::{Catalogue, Language, help};

use crate::terminal::Terminal;

fn main() -> ExitCode {
    let mut arguments: Vec<_> = std::env::args_os().collect();
    if cfg!(windows) {
        arguments = joined(&arguments);
    }
    let folder = std::env::current_dir().ok();
    let offering = CompleteEnv::with_factory(|| commands::offering(&arguments)).bin("wagepact");
    match offering.try_complete(&arguments, folder.as_deref()) {
        Ok(false) => {}
        Ok(true) => return ExitCode::SUCCESS,
        Err(error) => return Terminal::usage(&error, &Catalogue::new(Language::asked_for(&arguments))),
    }
    let Completed { words, filled, problems } = Completed::new(&Cli::command(), &arguments);
    let catalogue = Catalogue::new(Language::asked_for(&words));
    if !problems.is_empty() {
        return Terminal::refuse(&problems, &catalogue);
    }
    let command = help::translate(Cli::command(), &catalogue);
    let mut cli = match command.try_get_matches_from(&words).and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => cli,
        Err(error) => return Terminal::usage(&error, &catalogue),
    };
    if let (Some(logs), Some(filled)) = (cli.command.logs_mut(), &filled) {
        filled.logs.iter().for_each(|of_months| logs.clone_from(of_months));
    }
    let terminal = Terminal::new(&catalogue, &cli.output);
    let progress = |progress| terminal.progress(progress);
    let at_terminal = Terminal::is_attended();
    let context =
        Context { catalogue: &catalogue, typed: &arguments, filled: filled.as_ref(), progress: &progress, at_terminal };
    let answered = commands::run(&cli, &context);
    terminal.finish(answered)
}

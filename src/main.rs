//! `wagepact`, the program: parse, run, print, exit code.

mod terminal;

use std::process::ExitCode;

use clap::Parser;
use wagepact::cli::Cli;
use wagepact::commands;
use wagepact::commands::Context;
use wagepact::report::Catalogue;
use wagepact::report::Language;

use crate::terminal::Terminal;

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().collect();
    let catalogue = Catalogue::new(Language::asked_for(&arguments));
    let cli = Cli::parse();
    let terminal = Terminal::new(&catalogue, &cli.output);
    let context = Context { catalogue: &catalogue, progress: &|progress| terminal.progress(progress) };
    let answered = commands::run(&cli, &context);
    terminal.finish(answered)
}

//! `wagepact man`: the manual pages, one a command, in the language of the reader.

use std::io::Write;
use std::path::Path;

use clap::{Command, CommandFactory};
use clap_mangen::Man;

use crate::cli;
use crate::cli::Cli;
use crate::commands::answer::{Answer, Context};
use crate::diagnostics::{Message, Problem, Problems, nearest};
use crate::files::folder;
use crate::files::output::{WholeFile, unwritable};
use crate::report::{Catalogue, help};

/// The headings that no command can name by itself, as the pages have them and as the catalogue says them.
const HEADINGS: [(&str, Message); 5] = [
    (".SH NAME", Message::new("man-name")),
    (".SH SYNOPSIS", Message::new("man-synopsis")),
    (".SH DESCRIPTION", Message::new("man-description")),
    (".SH OPTIONS", Message::new("man-options")),
    (".SH VERSION", Message::new("man-version")),
];

pub(super) fn run(asked: &cli::Man, context: &Context<'_>) -> Result<Answer, Problems> {
    let mut program = help::translate(Cli::command().disable_help_subcommand(true), context.catalogue);
    program.build();
    if let Some(folder) = &asked.folder {
        return Ok(all(&program, folder, context.catalogue)?);
    }
    let command = match &asked.command {
        None => &program,
        Some(name) => program.find_subcommand(name).ok_or_else(|| unknown(name, &program))?,
    };
    Ok(page(&of(command), context.catalogue).into())
}

/// Writes every page into a folder, and answers with the names of the files.
fn all(program: &Command, folder: &Path, catalogue: &Catalogue) -> Result<Answer, Problem> {
    folder::make(folder).map_err(|reason| unwritable(folder, &reason))?;
    let (mut names, mut files) = (String::new(), Vec::new());
    for command in std::iter::once(program).chain(program.get_subcommands()) {
        let man = of(command);
        let path = folder.join(man.get_filename());
        let mut file = WholeFile::create(&path)?;
        file.write_all(page(&man, catalogue).as_bytes()).map_err(|reason| unwritable(&path, &reason))?;
        files.push(file.finish()?);
        names.extend([&*path.to_string_lossy(), "\n"]);
    }
    Ok(Answer { files, ..names.into() })
}

fn of(command: &Command) -> Man {
    Man::new(command.clone()).source(concat!("wagepact ", env!("CARGO_PKG_VERSION")))
}

fn page(man: &Man, catalogue: &Catalogue) -> String {
    let mut bytes = Vec::new();
    man.render(&mut bytes).expect("a page is written to memory");
    let translated = |line: &str| match HEADINGS.iter().find(|(heading, _)| *heading == line) {
        Some((_, message)) => format!(".SH {}\n", catalogue.say(message)),
        // The values of a flag stand below each other.
        None if line.starts_with("\\- ") => format!(".br\n{line}\n"),
        None => format!("{line}\n"),
    };
    String::from_utf8_lossy(&bytes).lines().map(translated).collect()
}

fn unknown(name: &str, program: &Command) -> Problem {
    let message = match nearest(name, program.get_subcommands().map(Command::get_name)) {
        Some(meant) => Message::new("usage-command-misspelt").with("meant", meant),
        None => Message::new("usage-command-unknown"),
    };
    Problem::new(message.with("found", name))
}

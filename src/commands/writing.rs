//! In which format an answer is written: what `-f` says, else the ending of the file of `-o`, else the command's own.

use crate::cli::Cli;
use crate::cli::Command;
use crate::report::formats::Format;
use crate::source::input::STDIN;

/// The format of the answer.
pub(super) fn format(cli: &Cli) -> Format {
    let file = cli.output.output.as_deref().filter(|path| path.as_os_str() != STDIN);
    cli.output.format.or_else(|| Format::of_file(file?)).unwrap_or_else(|| usual(&cli.command))
}

/// The format where nothing says another.
fn usual(command: &Command) -> Format {
    match command {
        Command::Tally(_) => Format::Csv,
        Command::Pay(_)
        | Command::Check(_)
        | Command::Explain(_)
        | Command::Cost(_)
        | Command::Solve(_)
        | Command::Balance(_)
        | Command::Negotiate(_)
        | Command::Show(_)
        | Command::Validate(_)
        | Command::Agreements
        | Command::Checks(_)
        | Command::Schema
        | Command::Completions(_)
        | Command::Man => Format::Table,
    }
}

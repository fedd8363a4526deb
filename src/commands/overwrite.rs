//! No output may take the place of an input: `-o`, `--rejects` and `--write-rates` against every file that is read.

use crate::cli::{Cli, Command};
use crate::commands::completed::Filled;
use crate::commands::{files, mistakes};
use crate::diagnostics::{Message, Problem, Problems};
use crate::files::input::{STDIN, same};
use crate::report::formats::Format;

/// Refuses outputs that are inputs, or each other, or named as a workbook and none.
pub(super) fn refuse(cli: &Cli, filled: Option<&Filled>) -> Result<(), Problems> {
    let inputs = files::read_by(&cli.command, filled);
    let output = cli.output.output.as_deref();
    let rejects = files::reading(&cli.command).and_then(|reading| reading.rejects.as_deref());
    let mut problems = Problems::new();
    if rejects.is_some_and(|rejects| rejects.as_os_str() == STDIN) {
        problems.push(Problem::new(Message::new("rejects-need-a-file")));
    }
    let rates = match &cli.command {
        Command::Balance(balance) => balance.write_rates.as_deref(),
        _ => None,
    };
    for out in output.into_iter().chain(rejects).chain(rates) {
        if inputs.iter().any(|input| same(input, out)) {
            problems.push(Problem::new(Message::new("output-is-input").with("file", out.to_string_lossy())));
        }
    }
    for out in rejects.into_iter().chain(rates).filter(|out| Format::of_file(out) == Some(Format::Xlsx)) {
        problems.push(Problem::new(Message::new("xlsx-only-csv").with("file", out.to_string_lossy())));
    }
    if let (Some(output), Some(rejects)) = (output, rejects)
        && (output == rejects || same(output, rejects))
    {
        problems.push(Problem::new(Message::new("output-twice").with("file", output.to_string_lossy())));
    }
    mistakes::none(problems)
}

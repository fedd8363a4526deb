//! No output may take the place of an input or of another output: `-o`, `--rejects` and all the others, however they are spelled.

use std::path::{Path, PathBuf};

use crate::agreement::library;
use crate::cli::{Cli, Command};
use crate::commands::completed::Filled;
use crate::commands::{files, mistakes};
use crate::diagnostics::{Message, Problem, Problems};
use crate::files::input::{STDIN, is_stdin, same};
use crate::files::output;
use crate::files::target::{is_one, is_standard_output};
use crate::project;
use crate::report::formats::Format;

/// A file that a command writes, by the flag that names it.
struct Out<'a> {
    flag: &'static str,
    path: &'a Path,
}

impl Out<'_> {
    fn file(&self) -> String {
        self.path.to_string_lossy().into_owned()
    }
}

/// Refuses outputs that are inputs, or each other, or named as a workbook and none, or that cannot be written.
pub(super) fn refuse(cli: &Cli, filled: Option<&Filled>) -> Result<(), Problems> {
    let mut problems = Problems::new();
    let answer = cli.output.output.as_deref().filter(|path| path.as_os_str() != STDIN);
    let answer = answer.map(|path| Out { flag: "-o", path });
    let mut beside = beside(&cli.command);
    if beside.iter().any(|out| out.flag == REJECTS && out.path.as_os_str() == STDIN) {
        problems.push(Problem::new(Message::new("rejects-need-a-file")));
    }
    beside.retain(|out| out.path.as_os_str() != STDIN);
    for out in beside.iter().filter(|out| Format::of_file(out.path) == Some(Format::Xlsx)) {
        problems.push(Problem::new(Message::new("xlsx-only-csv").with("file", out.file())));
    }
    problems.extend(
        beside.iter().filter(|out| answer.is_none() && is_standard_output(out.path)).map(|out| {
            Problem::new(Message::new("output-twice-stdout").with("flag", out.flag).with("file", out.file()))
        }),
    );
    let inputs: Vec<PathBuf> = inputs(cli, filled);
    problems.extend(
        inputs
            .iter()
            .find(|input| answer.is_none() && is_standard_output(input))
            .map(|input| Problem::new(Message::new("output-stdout-is-input").with("file", input.to_string_lossy()))),
    );
    let outs: Vec<Out<'_>> = answer.into_iter().chain(beside).collect();
    for (at, out) in outs.iter().enumerate() {
        if inputs.iter().any(|input| same(input, out.path)) {
            problems.push(Problem::new(Message::new("output-is-input").with("file", out.file())));
        }
        problems.extend(outs[..at].iter().find(|earlier| is_one(earlier.path, out.path)).map(|earlier| {
            let message = Message::new("output-twice").with("one", earlier.flag).with("other", out.flag);
            Problem::new(message.with("file", out.file()))
        }));
    }
    mistakes::none(problems)?;
    mistakes::none(outs.iter().filter_map(|out| output::may_write(out.path).err()).collect())
}

const REJECTS: &str = "--rejects";
const SALT_FILE: &str = "--salt-file";

/// What a command writes beside its answer.
fn beside(command: &Command) -> Vec<Out<'_>> {
    let rejects = files::reading(command).and_then(|reading| reading.rejects.as_deref());
    let (flag, other) = match command {
        Command::Balance(balance) => ("--write-rates", balance.write_rates.as_deref()),
        // One that is there is only read.
        Command::Check(check) => (SALT_FILE, check.salt_file.as_deref().filter(|path| !path.exists())),
        Command::Init(_) => ("init", Some(Path::new(project::NAME))),
        _ => ("", None),
    };
    let rejects = rejects.map(|path| Out { flag: REJECTS, path });
    rejects.into_iter().chain(other.map(|path| Out { flag, path })).collect()
}

/// Every file that a command reads, the documents of its agreements one by one.
fn inputs(cli: &Cli, filled: Option<&Filled>) -> Vec<PathBuf> {
    let read = files::read_by(&cli.command, filled).into_iter().filter(|path| !is_stdin(path));
    // What is wrong with an agreement is told where it is read.
    let documents =
        files::agreements(&cli.command).into_iter().flat_map(|name| library::files(name).unwrap_or_default());
    let salt = match &cli.command {
        Command::Check(check) => check.salt_file.clone().filter(|path| path.exists()),
        _ => None,
    };
    read.chain(documents).chain(salt).collect()
}

//! How an answer was made: the program, the command, and the digests of what it was made from.

use std::cell::Cell;

use crate::agreement::library;
use crate::agreement::library::Original;
use crate::cli::{Cli, Command};
use crate::commands::answer::Context;
use crate::commands::files::NamedFile;
use crate::commands::{files, typed};
use crate::deliveries::Progress;
use crate::diagnostics::Problems;
use crate::files::{clock, digest, input};
use crate::report::provenance::{Added, DocumentRead, FileRead, NoDigest, Provenance};
use crate::units::Date;

/// Reads everything once more, as it lies there, for its digests.
///
/// # Errors
/// That an agreement is gone since.
pub(super) fn of(cli: &Cli, context: &Context<'_>) -> Result<Provenance, Problems> {
    let command = &cli.command;
    let redacted = matches!(command, Command::Check(check) if check.redact);
    let agreements = match command {
        Command::Agreements => library::shipped(),
        _ => files::agreements(command),
    };
    let mut documents = Vec::new();
    for name in agreements {
        documents.extend(library::originals(name)?.into_iter().map(|original| document(original, redacted)));
    }
    Ok(Provenance {
        program: env!("CARGO_PKG_VERSION"),
        command: typed::command(context.typed, redacted),
        project: context.filled.map(|filled| Added {
            file: (!redacted).then(|| filled.file.to_string_lossy().into_owned()),
            words: typed::added(&filled.added, redacted),
        }),
        day: day(command),
        documents,
        inputs: inputs(command, redacted, context),
    })
}

/// A document with its digest; redacted, without the path of one that is not built in.
fn document(original: Original, redacted: bool) -> DocumentRead {
    let Original { agreement, file, built_in, digest } = original;
    let file = if redacted && !built_in { "…".to_string() } else { file.to_string() };
    DocumentRead { agreement: agreement.to_string(), file, built_in, digest }
}

/// The files with their digests; redacted, the flags alone.
fn inputs(command: &Command, redacted: bool, context: &Context<'_>) -> Vec<FileRead> {
    let project = context.filled.map(|filled| NamedFile { flag: "--project", path: filled.file.clone() });
    let files: Vec<NamedFile> = files::inputs(command).into_iter().chain(project).collect();
    let total = files.iter().map(|file| input::size(&file.path).ok().flatten().unwrap_or_default()).sum();
    let done = Cell::new(0);
    let progress = |bytes: u64| {
        done.set(done.get() + bytes);
        (context.progress)(Progress { read: done.get(), total: Some(total) });
    };
    let digest = |file: &NamedFile| match digest::of_file(&file.path, &progress) {
        Ok(digest) => digest.ok_or(NoDigest::Once),
        Err(_) => Err(NoDigest::Gone),
    };
    let read = |file: &NamedFile| FileRead {
        flag: file.flag,
        file: (!redacted).then(|| file.path.to_string_lossy().into_owned()),
        digest: match file.flag {
            _ if redacted => Err(NoDigest::Withheld),
            // The table is short, and its digest is found by trying: who is pregnant is in no export that does not show it.
            "--protected" => Err(NoDigest::Protected),
            _ => digest(file),
        },
    };
    files.iter().map(read).collect()
}

/// Today, where the command takes its figures from today.
fn day(command: &Command) -> Option<Date> {
    let today = match command {
        Command::Show(show) => show.on.is_none(),
        Command::Cost(cost) => cost.parcels.is_some() && cost.reading.from.is_none(),
        _ => false,
    };
    today.then(clock::today)
}

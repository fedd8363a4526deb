//! Reading files: the only module that opens one.

use std::fs;
use std::fs::File;
use std::io;
use std::io::IsTerminal;
use std::io::Read;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;

use crate::source::Message;
use crate::source::Place;
use crate::source::Problem;

/// The name by which the standard input goes on the command line.
pub const STDIN: &str = "-";

/// A text file, whole, as UTF-8 without its byte order mark.
#[derive(Clone, Debug)]
pub struct Text {
    /// The file as it was named.
    pub name: Arc<str>,
    /// What it holds.
    pub text: Arc<str>,
}

/// An opened input to be read as a stream.
pub struct Stream {
    /// The file as it was named; `-` for the standard input.
    pub name: Arc<str>,
    /// Its size in bytes, where it is known (a regular file).
    pub size: Option<u64>,
    /// The bytes.
    pub bytes: Box<dyn Read + Send>,
}

/// Opens a file, or the standard input where it is named `-`.
///
/// # Errors
/// That it cannot be opened, with the words of the operating system.
pub fn open(path: &Path) -> Result<Stream, Problem> {
    let name: Arc<str> = path.to_string_lossy().into();
    if &*name == STDIN {
        return Ok(Stream { name, size: None, bytes: Box::new(io::stdin()) });
    }
    let opened = File::open(path).and_then(|file| Ok((file.metadata()?, file)));
    match opened {
        Ok((metadata, _)) if metadata.is_dir() => {
            Err(Problem::new(Message::new("input-is-a-folder").with("file", &*name)))
        }
        Ok((metadata, file)) => {
            let size = metadata.is_file().then_some(metadata.len());
            Ok(Stream { name, size, bytes: Box::new(file) })
        }
        Err(reason) => Err(unreadable(&name, &reason)),
    }
}

/// Whether what is typed comes from a terminal, and not from a file or a pipe.
#[must_use]
pub fn is_typed() -> bool {
    io::stdin().is_terminal()
}

/// The size of a file in bytes, without opening it; `None` for the standard input and for pipes.
///
/// # Errors
/// That there is no such file, or that it is a folder.
pub fn size(path: &Path) -> Result<Option<u64>, Problem> {
    let name = path.to_string_lossy();
    if name == STDIN {
        return Ok(None);
    }
    match fs::metadata(path) {
        Ok(metadata) if metadata.is_dir() => Err(Problem::new(Message::new("input-is-a-folder").with("file", name))),
        Ok(metadata) => Ok(metadata.is_file().then_some(metadata.len())),
        Err(reason) => Err(unreadable(&name, &reason)),
    }
}

/// The bytes of a file as they lie there, once more; `None` for the standard input and for pipes, which give them only once.
///
/// # Errors
/// That there is no such file, or that it is a folder.
pub fn again(path: &Path) -> Result<Option<File>, Problem> {
    match size(path)? {
        None => Ok(None),
        Some(_) => File::open(path).map(Some).map_err(|reason| unreadable(&path.to_string_lossy(), &reason)),
    }
}

/// Reads a whole file as UTF-8 text; a byte order mark at its start is left out.
///
/// # Errors
/// That it cannot be opened or read, or the first byte that is not UTF-8.
pub fn read_text(path: &Path) -> Result<Text, Problem> {
    let mut stream = open(path)?;
    let mut bytes = Vec::new();
    stream.bytes.read_to_end(&mut bytes).map_err(|reason| unreadable(&stream.name, &reason))?;
    match String::from_utf8(bytes) {
        Ok(text) => {
            let text = text.strip_prefix('\u{feff}').unwrap_or(&text).into();
            Ok(Text { name: stream.name, text })
        }
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            let text = String::from_utf8_lossy(error.as_bytes());
            let place = Place::in_text(&stream.name, &text, valid..valid + 1);
            Err(Problem::new(Message::new("input-not-utf8").count("offset", valid as u64)).at(place))
        }
    }
}

/// The files of a folder whose names end in `ending`, in the order of their names.
///
/// # Errors
/// That the folder cannot be read.
pub fn files_in(folder: &Path, ending: &str) -> Result<Vec<PathBuf>, Problem> {
    let listed = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let entries = listed.map_err(|reason| unreadable(&folder.to_string_lossy(), &reason))?;
    let mut paths: Vec<PathBuf> =
        entries.iter().map(fs::DirEntry::path).filter(|p| p.extension().is_some_and(|e| e == ending)).collect();
    paths.sort();
    Ok(paths)
}

/// Whether two paths lead to the same regular file.
#[must_use]
pub fn same(one: &Path, other: &Path) -> bool {
    let found = |path: &Path| fs::canonicalize(path).ok().filter(|path| path.is_file());
    found(one).is_some_and(|one| found(other).is_some_and(|other| one == other))
}

/// Why a file cannot be read. What is not among the usual reasons is told in the words of the operating system.
#[must_use]
pub fn unreadable(name: &str, reason: &io::Error) -> Problem {
    Problem::new(match reason.kind() {
        io::ErrorKind::NotFound => Message::new("input-not-found").with("file", name),
        io::ErrorKind::PermissionDenied => Message::new("input-forbidden").with("file", name),
        _ => Message::new("input-unreadable").with("file", name).with("reason", reason.to_string()),
    })
}

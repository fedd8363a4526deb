//! Reading files: the only module that opens one.

use std::error::Error;
use std::fmt;
use std::fs;
use std::fs::File;
use std::io;
use std::io::IsTerminal;
use std::io::Read;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering;

use crate::source::Message;
use crate::source::Place;
use crate::source::Problem;
use crate::source::decoded::Decoded;
use crate::source::encoding::Encoding;
use crate::source::encoding::Stated;

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

/// An opened table, to be read as a stream of text: see [`Stream::encoding`].
pub struct Stream {
    /// The file as it was named; `-` for the standard input.
    pub name: Arc<str>,
    text: Decoded,
    taken: Arc<AtomicU64>,
}

impl Stream {
    /// How the text is written that was read so far; `None` while all of it is ASCII and nothing has said how the rest is.
    #[must_use]
    pub fn encoding(&self) -> Option<Encoding> {
        self.text.encoding()
    }

    /// Whether the encoding was found by looking at the text: no byte order mark and no one has said it.
    #[must_use]
    pub fn is_guessed(&self) -> bool {
        self.text.guessed
    }

    /// How many bytes of byte order mark were left out before the text.
    #[must_use]
    pub fn mark(&self) -> usize {
        self.text.mark
    }

    /// How many bytes of the file itself were read so far.
    #[must_use]
    pub fn taken(&self) -> u64 {
        self.taken.load(Ordering::Relaxed)
    }
}

impl Read for Stream {
    #[inline]
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.text.read(into)
    }
}

/// Counts the bytes of a file while they are read.
struct Counting {
    file: Box<dyn Read + Send>,
    taken: Arc<AtomicU64>,
}

impl Read for Counting {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.file.read(into)?;
        self.taken.fetch_add(count as u64, Ordering::Relaxed);
        Ok(count)
    }
}

/// A reason why reading cannot go on that the catalogue has a sentence for.
#[derive(Debug)]
struct Told(Message);

impl fmt::Display for Told {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.0.id)
    }
}

impl Error for Told {}

/// A reason why reading cannot go on, for [`unreadable`] to tell; it is given the `file`.
pub(super) fn told(message: Message) -> io::Error {
    io::Error::other(Told(message))
}

/// Opens a table, or the standard input where it is named `-`, in the encoding stated or the one that it is found to have.
///
/// # Errors
/// That it cannot be opened, with the words of the operating system.
pub fn open(path: &Path, stated: Option<Stated>) -> Result<Stream, Problem> {
    let (name, file) = bytes(path)?;
    let taken = Arc::default();
    let counting = Counting { file, taken: Arc::clone(&taken) };
    Ok(Stream { name, text: Decoded::new(Box::new(counting), stated), taken })
}

/// The bytes of a file, and the name by which it goes.
fn bytes(path: &Path) -> Result<(Arc<str>, Box<dyn Read + Send>), Problem> {
    let name: Arc<str> = path.to_string_lossy().into();
    if &*name == STDIN {
        return Ok((name, Box::new(io::stdin())));
    }
    match File::open(path).and_then(|file| Ok((file.metadata()?, file))) {
        Ok((metadata, _)) if metadata.is_dir() => {
            Err(Problem::new(Message::new("input-is-a-folder").with("file", &*name)))
        }
        Ok((_, file)) => Ok((name, Box::new(file))),
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

/// Reads a whole table as text, in the encoding stated or the one that it is found to have.
///
/// # Errors
/// That it cannot be opened or read, or the first byte that means nothing.
pub fn read_table(path: &Path, stated: Option<Stated>) -> Result<Text, Problem> {
    let mut stream = open(path, stated)?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).map_err(|reason| unreadable(&stream.name, &reason))?;
    let encoding = stream.encoding().unwrap_or(Encoding::Utf8);
    if let Some(text) = encoding.text(&bytes) {
        return Ok(Text { name: stream.name, text: text.into() });
    }
    let bad = encoding.first_bad(&bytes).unwrap_or(0);
    let start = encoding.shown(&bytes[..bad]).len();
    let place = Place::in_text(&stream.name, &encoding.shown(&bytes), start..start + 1);
    let message = Message::new("input-not-text").with("encoding", encoding.name());
    let message = message.count("offset", (stream.mark() + bad) as u64);
    Err(Problem::new(message.with("file", &*stream.name)).at(place))
}

/// Reads a whole file as UTF-8 text; a byte order mark at its start is left out.
///
/// # Errors
/// That it cannot be opened or read, or the first byte that is not UTF-8.
pub fn read_text(path: &Path) -> Result<Text, Problem> {
    let (name, mut file) = bytes(path)?;
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).map_err(|reason| unreadable(&name, &reason))?;
    match String::from_utf8(bytes) {
        Ok(text) => {
            let text = text.strip_prefix('\u{feff}').unwrap_or(&text).into();
            Ok(Text { name, text })
        }
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            let text = String::from_utf8_lossy(error.as_bytes());
            let place = Place::in_text(&name, &text, valid..valid + 1);
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

/// Why a file cannot be read. What reading itself has found is told as such; what is not among the usual reasons is told in the words of the operating system.
#[must_use]
pub fn unreadable(name: &str, reason: &io::Error) -> Problem {
    if let Some(Told(message)) = reason.get_ref().and_then(|inner| inner.downcast_ref()) {
        return Problem::new(message.clone().with("file", name));
    }
    Problem::new(match reason.kind() {
        io::ErrorKind::NotFound => Message::new("input-not-found").with("file", name),
        io::ErrorKind::PermissionDenied => Message::new("input-forbidden").with("file", name),
        _ => Message::new("input-unreadable").with("file", name).with("reason", reason.to_string()),
    })
}

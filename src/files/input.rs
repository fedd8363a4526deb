//! Reading files: the only module that opens one.

use std::fs::File;
use std::io::{IsTerminal, Read, Seek, SeekFrom};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::{fs, io};

use crate::diagnostics::message::Arg;
use crate::diagnostics::{Message, Place, Problem, Text};
use crate::files::contents::{Opened, contents};
use crate::files::decode::Decoded;
use crate::files::encoding::{Encoding, Stated};
use crate::files::failure::unreadable;
use crate::files::target::is_one;

/// The name by which the standard input goes on the command line.
pub const STDIN: &str = "-";

/// A table, whole.
#[derive(Clone, Debug)]
pub struct TableText {
    /// Its text.
    pub file: Text,
    /// Whether it is a sheet of a spreadsheet, whose text has a comma between the cells whatever is said.
    pub is_sheet: bool,
    /// What has to be known of it.
    pub notes: Vec<Message>,
}

/// An opened table, unpacked, to be read as a stream of text: see [`Stream::encoding`].
pub struct Stream {
    /// The file as it was named; `-` for the standard input. A sheet of a spreadsheet is named behind it: `log.xlsx#May`.
    pub name: Arc<str>,
    /// Whether it is a sheet of a spreadsheet, whose text has a comma between the cells whatever is said.
    pub is_sheet: bool,
    /// What has to be known of it.
    pub notes: Vec<Message>,
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

/// Follows how far a file was read.
struct Followed<F> {
    file: F,
    taken: Arc<AtomicU64>,
}

impl<F: Read> Read for Followed<F> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.file.read(into)?;
        self.taken.fetch_add(count as u64, Ordering::Relaxed);
        Ok(count)
    }
}

impl<F: Seek> Seek for Followed<F> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = self.file.seek(to)?;
        self.taken.store(at, Ordering::Relaxed);
        Ok(at)
    }
}

/// Opens a table, or the standard input where it is named `-`, in the encoding stated or the one that it is found to have.
/// It may be compressed, or a spreadsheet, of which a sheet can be named after a `#`.
///
/// # Errors
/// That it cannot be opened, with the words of the operating system; that it cannot be unpacked.
pub fn open(path: &Path, stated: Option<Stated>) -> Result<Stream, Problem> {
    let (path, sheet) = parted(path);
    let taken: Arc<AtomicU64> = Arc::default();
    let (name, file) = file(&path, &taken)?;
    let contents = contents(file, sheet.as_deref()).map_err(|reason| unreadable(&name, &reason)).map_err(of_stdin)?;
    let is_sheet = contents.sheet.is_some();
    let (name, stated) = match contents.sheet {
        Some(sheet) => (format!("{name}#{sheet}").into(), Some(Stated::Utf8)),
        None => (name, stated),
    };
    let notes = contents.notes.into_iter().map(|note| note.with("file", &*name)).collect();
    Ok(Stream { name, is_sheet, notes, text: Decoded::new(contents.text, stated), taken })
}

/// Of the standard input no sheet can be named.
fn of_stdin(mut problem: Problem) -> Problem {
    if problem.message.id == "input-sheets-several"
        && problem.message.args.contains(&("file", Arg::Text(STDIN.to_string())))
    {
        problem.message.id = "input-sheets-several-piped";
    }
    problem
}

/// The file that is named, and its sheet where one is named after a `#`. A file whose own name holds a `#` is itself.
pub(super) fn parted(path: &Path) -> (PathBuf, Option<String>) {
    let whole = || (path.to_path_buf(), None);
    let Some(text) = path.to_str().filter(|_| !path.exists()) else { return whole() };
    let parts = text.rmatch_indices('#').map(|(at, _)| (Path::new(&text[..at]), &text[at + 1..]));
    let mut named = parts.filter(|(file, _)| file.is_file());
    named.next().map_or_else(whole, |(file, sheet)| (file.to_path_buf(), Some(sheet.to_string())))
}

/// The bytes of a file, and the name by which it goes.
pub(super) fn file(path: &Path, taken: &Arc<AtomicU64>) -> Result<(Arc<str>, Opened), Problem> {
    let name: Arc<str> = path.to_string_lossy().into();
    let taken = Arc::clone(taken);
    if &*name == STDIN {
        return Ok((name, Opened::Stream(Box::new(Followed { file: io::stdin(), taken }))));
    }
    match File::open(path).and_then(|file| Ok((file.metadata()?, file))) {
        Ok((metadata, _)) if metadata.is_dir() => {
            Err(Problem::new(Message::new("input-is-a-folder").with("file", &*name)))
        }
        Ok((metadata, file)) if metadata.is_file() => Ok((name, Opened::Seekable(Box::new(Followed { file, taken })))),
        Ok((_, file)) => Ok((name, Opened::Stream(Box::new(Followed { file, taken })))),
        Err(reason) => Err(unreadable(&name, &reason)),
    }
}

/// Whether it is the standard input that is named.
#[must_use]
pub fn is_stdin(path: &Path) -> bool {
    path.to_str() == Some(STDIN)
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
    if is_stdin(path) {
        return Ok(None);
    }
    match fs::metadata(parted(path).0) {
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
        Some(_) => File::open(parted(path).0).map(Some).map_err(|reason| unreadable(&path.to_string_lossy(), &reason)),
    }
}

/// Reads a whole table as text, in the encoding stated or the one that it is found to have.
///
/// # Errors
/// That it cannot be opened or read, or the first byte that means nothing.
pub fn read_table(path: &Path, stated: Option<Stated>) -> Result<TableText, Problem> {
    let mut stream = open(path, stated)?;
    let mut bytes = Vec::new();
    let read = Read::by_ref(&mut stream).take(LARGEST + 1).read_to_end(&mut bytes);
    read.map_err(|reason| unreadable(&stream.name, &reason))?;
    within(&stream.name, &bytes)?;
    let encoding = stream.encoding().unwrap_or(Encoding::Utf8);
    if let Some(line) = line_instead(encoding, &bytes) {
        let other = encoding.instead(&bytes[line.clone()]).unwrap_or(encoding);
        let text = other.shown(&bytes[line.clone()]).into_owned();
        let number = memchr::memchr_iter(b'\n', &bytes[..line.start]).count() as u64 + 1;
        let message =
            Message::new("input-other-encoding").with("encoding", encoding.name()).with("other", other.name());
        return Err(Problem::new(message).at(Place::in_line(&stream.name, number, &text, 0..text.len())));
    }
    if let Some(text) = encoding.text(&bytes) {
        let file = Text { name: stream.name, text: text.into() };
        return Ok(TableText { file, is_sheet: stream.is_sheet, notes: stream.notes });
    }
    let bad = encoding.first_bad(&bytes).unwrap_or(0);
    let start = encoding.shown(&bytes[..bad]).len();
    let place = Place::in_text(&stream.name, &encoding.shown(&bytes), start..start + 1);
    let message = Message::new("input-not-text").with("encoding", encoding.name());
    let message = message.count("offset", (stream.mark() + bad) as u64);
    Err(Problem::new(message.with("file", &*stream.name)).at(place))
}

/// The most bytes that a table beside the log may have, unpacked.
const LARGEST: u64 = 1 << 28;

/// The most rows that it may have.
const MOST_ROWS: usize = 4_000_000;

/// The most bytes that a map, a proposal or an agreement may have.
const LARGEST_TEXT: u64 = 1 << 24;

fn within(name: &str, bytes: &[u8]) -> Result<(), Problem> {
    let too_large = |most: u64| Message::new("input-too-large").with("file", name).count("most", most >> 20);
    if bytes.len() as u64 > LARGEST {
        return Err(Problem::new(too_large(LARGEST)));
    }
    if memchr::memchr_iter(b'\n', bytes).nth(MOST_ROWS).is_some() {
        let message = Message::new("input-too-many-rows").with("file", name);
        return Err(Problem::new(message.count("most", MOST_ROWS as u64)));
    }
    Ok(())
}

/// The first line that is plainly written in another encoding than the file.
fn line_instead(encoding: Encoding, bytes: &[u8]) -> Option<Range<usize>> {
    // What is UTF-8 as a whole is so line by line.
    if encoding == Encoding::Utf8 && str::from_utf8(bytes).is_ok() {
        return None;
    }
    let mut start = 0;
    let mut lines = bytes.split_inclusive(|byte| *byte == b'\n').map(|line| {
        start += line.len();
        start - line.len()..start - line.len() + line.trim_ascii_end().len()
    });
    lines.find(|line| encoding.instead(&bytes[line.clone()]).is_some())
}

/// Reads a whole file as UTF-8 text; a byte order mark at its start is left out.
///
/// # Errors
/// That it cannot be opened or read, or the first byte that is not UTF-8.
pub fn read_text(path: &Path) -> Result<Text, Problem> {
    let (name, file) = file(path, &Arc::default())?;
    let mut bytes = Vec::new();
    let read = file.into_stream().take(LARGEST_TEXT + 1).read_to_end(&mut bytes);
    read.map_err(|reason| unreadable(&name, &reason))?;
    if bytes.len() as u64 > LARGEST_TEXT {
        let message = Message::new("input-too-large").with("file", &*name);
        return Err(Problem::new(message.count("most", LARGEST_TEXT >> 20)));
    }
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

/// Whether two names lead to the same file, of whatever sheet.
#[must_use]
pub fn same(one: &Path, other: &Path) -> bool {
    is_one(&parted(one).0, &parted(other).0)
}

/// Whether two tables are one: the same sheet of the same file, or files of the same bytes. They are compared only where they are
/// equally long, and only files that can be read again.
///
/// # Errors
/// That one of them cannot be read.
pub fn is_copy(one: &Path, other: &Path) -> Result<bool, Problem> {
    let (Some(size), Some(other_size)) = (size(one)?, size(other)?) else { return Ok(false) };
    if size != other_size || sheet(one)? != sheet(other)? {
        return Ok(false);
    }
    if same(one, other) {
        return Ok(true);
    }
    let (Some(mut first), Some(mut second)) = (again(one)?, again(other)?) else { return Ok(false) };
    let (mut bytes, mut others) = (vec![0; PIECE], vec![0; PIECE]);
    let mut left = size;
    while left > 0 {
        let length = usize::try_from(left).unwrap_or(PIECE).min(PIECE);
        let read = |file: &mut File, into: &mut [u8], path: &Path| {
            file.read_exact(into).map_err(|reason| unreadable(&path.to_string_lossy(), &reason))
        };
        read(&mut first, &mut bytes[..length], one)?;
        read(&mut second, &mut others[..length], other)?;
        // Headings alone count nothing twice: an engine writes many such parts.
        let is_bare =
            || size == length as u64 && str::from_utf8(&bytes[..length]).is_ok_and(|text| text.lines().count() < 2);
        if bytes[..length] != others[..length] || is_bare() {
            return Ok(false);
        }
        left -= length as u64;
    }
    Ok(true)
}

/// The sheet of a spreadsheet that is read, named or not.
fn sheet(path: &Path) -> Result<Option<String>, Problem> {
    let stream = open(path, None)?;
    let named = stream.name.rsplit_once('#').map(|(_, sheet)| sheet.to_string());
    Ok(named.filter(|_| stream.is_sheet))
}

/// How many bytes are compared at a time.
const PIECE: usize = 1 << 16;

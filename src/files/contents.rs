//! What a file holds as text, whatever it is packed in: compressed, in an archive, in a spreadsheet.

use std::io;
use std::io::{Cursor, Read, Seek};

use crate::diagnostics::Message;
use crate::files::compressed::{Packing, Seekable, TELLING, packing};
use crate::files::failure::explained;
use crate::files::{compressed, spreadsheet};

/// A file, opened and not looked into yet.
pub(super) enum Opened {
    /// One that can be read from any place.
    Seekable(Box<dyn Seekable + Send>),
    /// A pipe, or what was in another file.
    Stream(Box<dyn Read + Send>),
}

/// The text that a file holds.
pub(super) struct Contents {
    pub text: Box<dyn Read + Send>,
    /// The sheet of a spreadsheet from which it comes. It is then in UTF-8.
    pub sheet: Option<String>,
    /// What has to be known of it, without its `file`.
    pub notes: Vec<Message>,
}

/// How many files may be packed in one another; a zip that holds a spreadsheet are two.
const DEEPEST: usize = 4;

/// The most bytes of a spreadsheet or archive that are kept in memory, where it comes from a pipe or another archive.
const LARGEST: u64 = 1 << 30;

/// Looks into a file; `sheet` is the one asked for of a spreadsheet.
///
/// # Errors
/// That it is broken, or holds several texts, or none of that sheet.
pub(super) fn contents(file: Opened, sheet: Option<&str>) -> io::Result<Contents> {
    match unpacked(file)? {
        Unpacked::Text(_) if sheet.is_some() => Err(explained(Message::new("input-no-workbook"))),
        Unpacked::Text(whole) => Ok(Contents { text: whole.into_stream(), sheet: None, notes: Vec::new() }),
        Unpacked::Book(kind, file) => {
            let sheet = spreadsheet::read(kind, file, sheet).map_err(explained)?;
            Ok(Contents { text: sheet.lines, sheet: Some(sheet.name), notes: sheet.notes })
        }
    }
}

/// The names of the sheets of a spreadsheet that are shown and hold anything.
///
/// # Errors
/// That it is broken, or is none.
pub(super) fn sheets(file: Opened) -> io::Result<Vec<String>> {
    match unpacked(file)? {
        Unpacked::Text(_) => Err(explained(Message::new("input-no-workbook"))),
        Unpacked::Book(kind, file) => spreadsheet::filled(kind, file).map_err(explained),
    }
}

/// What a file holds once all its packing is off.
enum Unpacked {
    Text(Opened),
    Book(spreadsheet::Book, Box<dyn Seekable + Send>),
}

fn unpacked(file: Opened) -> io::Result<Unpacked> {
    let mut file = file;
    for _ in 0..=DEEPEST {
        let (packing, whole) = look(file)?;
        file = match (packing, whole) {
            (None, whole) => return Ok(Unpacked::Text(whole)),
            (Some(Packing::Parquet), _) => return Err(explained(Message::new("input-parquet"))),
            (Some(Packing::Foreign(archive)), _) => {
                return Err(explained(Message::new("input-archive-foreign").with("packing", archive)));
            }
            (Some(Packing::Gzip), whole) => Opened::Stream(compressed::gzip(whole.into_stream())),
            (Some(Packing::Zstd), whole) => Opened::Stream(compressed::zstd(whole.into_stream())),
            (Some(Packing::Ole), whole) => return Ok(Unpacked::Book(spreadsheet::Book::Xls, seekable(whole)?)),
            (Some(Packing::Zip), whole) => {
                let mut whole = seekable(whole)?;
                let members = compressed::members(&mut *whole)?;
                whole.rewind()?;
                let names: Vec<&str> = members.iter().map(|member| &*member.name).collect();
                match spreadsheet::kind(&names) {
                    Some(kind) => return Ok(Unpacked::Book(kind, whole)),
                    None => Opened::Stream(compressed::only_member(whole, &members)?),
                }
            }
        };
    }
    Err(explained(Message::new("input-packed-too-deep")))
}

/// How a file is packed, by its first bytes, which are then read again.
fn look(file: Opened) -> io::Result<(Option<Packing>, Opened)> {
    let mut first = Vec::with_capacity(TELLING);
    match file {
        Opened::Seekable(mut file) => {
            file.by_ref().take(TELLING as u64).read_to_end(&mut first)?;
            file.rewind()?;
            Ok((packing(&first), Opened::Seekable(file)))
        }
        Opened::Stream(mut file) => {
            file.by_ref().take(TELLING as u64).read_to_end(&mut first)?;
            Ok((packing(&first), Opened::Stream(Box::new(Cursor::new(first).chain(file)))))
        }
    }
}

impl Opened {
    /// The file, to be read from its beginning.
    pub(super) fn into_stream(self) -> Box<dyn Read + Send> {
        match self {
            Self::Seekable(file) => file,
            Self::Stream(file) => file,
        }
    }
}

/// The file so that it can be read from any place: one that cannot is taken into memory.
fn seekable(file: Opened) -> io::Result<Box<dyn Seekable + Send>> {
    match file {
        Opened::Seekable(file) => Ok(file),
        Opened::Stream(file) => {
            let mut bytes = Vec::new();
            file.take(LARGEST + 1).read_to_end(&mut bytes)?;
            if bytes.len() as u64 > LARGEST {
                return Err(explained(Message::new("input-packed-too-large").count("most", LARGEST >> 20)));
            }
            Ok(Box::new(Cursor::new(bytes)))
        }
    }
}

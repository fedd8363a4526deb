//! A file as text: its byte order mark taken away, its encoding found, UTF-16 turned into UTF-8 while it is read.

use std::io;
use std::io::{ErrorKind, Read};

use encoding_rs::{Decoder, DecoderResult, UTF_16BE, UTF_16LE};

use crate::diagnostics::Message;
use crate::files::encoding::{Encoding, Marked, Stated, guess, mark};
use crate::files::failure::explained;

/// How many bytes, from the first that is not ASCII, decide how a text is written.
const STRETCH: usize = 1 << 16;

/// How many bytes are looked at before anything else.
const BEGINNING: usize = 1 << 10;

/// How many bytes of UTF-16 are turned into UTF-8 at a time.
const STEP: usize = 1 << 16;

/// Reads text in UTF-8 or GB18030, as [`Decoded::encoding`] says, from the bytes of a file.
///
/// A byte order mark is believed first, then what was stated; else the first stretch beyond ASCII decides, before any of
/// it is handed out.
pub(super) struct Decoded {
    bytes: Box<dyn Read + Send>,
    stated: Option<Stated>,
    /// What was read, or turned into UTF-8, and not handed out yet: from `at` on.
    ahead: Vec<u8>,
    at: usize,
    state: State,
    /// How long the byte order mark is, in bytes.
    pub mark: usize,
    /// Whether the encoding was found by looking at the text.
    pub guessed: bool,
}

enum State {
    /// Nothing was read yet.
    Begins,
    /// All that was read is ASCII.
    Open,
    InPlace(Encoding),
    Utf16(Box<Utf16>),
}

/// Text in UTF-16 on its way to UTF-8.
struct Utf16 {
    decoder: Decoder,
    little: bool,
    raw: Vec<u8>,
    from: usize,
    until: usize,
    is_read: bool,
    is_done: bool,
    /// How many bytes of the file lie before `raw`.
    before: usize,
}

impl Decoded {
    /// The text of a file.
    pub(super) fn new(bytes: Box<dyn Read + Send>, stated: Option<Stated>) -> Self {
        Self { bytes, stated, ahead: Vec::new(), at: 0, state: State::Begins, mark: 0, guessed: false }
    }

    /// How the bytes handed out are written; `None` while they are all ASCII and nothing has said it.
    pub(super) fn encoding(&self) -> Option<Encoding> {
        match self.state {
            State::Begins | State::Open => None,
            State::InPlace(encoding) => Some(encoding),
            State::Utf16(_) => Some(Encoding::Utf8),
        }
    }

    /// Reads the byte order mark, if there is one, and refuses what is no table.
    fn begin(&mut self) -> io::Result<()> {
        self.look_ahead(BEGINNING)?;
        let found = mark(&self.ahead);
        let text = &self.ahead[found.map_or(0, |(_, length)| length)..];
        if text.trim_ascii_start().starts_with(b"<") {
            return Err(explained(Message::new("input-is-markup")));
        }
        if found.is_none() && self.stated.is_none() && text.contains(&0) {
            return Err(explained(Message::new("input-has-zeros")));
        }
        let marked = found.map(|(marked, length)| {
            // Some programs write the mark before one that is there.
            let rest = &self.ahead[length..];
            let further = rest.chunks_exact(length).take_while(|next| **next == self.ahead[..length]).count();
            (self.at, self.mark) = (length * (1 + further), length * (1 + further));
            marked
        });
        let stated = || match self.stated? {
            Stated::Utf8 => Some(Ok(Marked::InPlace(Encoding::Utf8))),
            Stated::Gb18030 => Some(Ok(Marked::InPlace(Encoding::Gb18030))),
            Stated::Utf16Le => Some(Ok(Marked::Utf16 { little: true })),
            Stated::Utf16Be => Some(Ok(Marked::Utf16 { little: false })),
            Stated::Utf16 => Some(Err(explained(Message::new("input-utf16-unmarked")))),
        };
        self.state = match marked.map(Ok).or_else(stated).transpose()? {
            None => State::Open,
            Some(Marked::InPlace(encoding)) => State::InPlace(encoding),
            Some(Marked::Utf16 { little }) => {
                let raw = self.ahead.split_off(self.at);
                State::Utf16(Box::new(Utf16::new(little, raw, self.at)))
            }
        };
        Ok(())
    }

    /// Reads until so many bytes lie ahead, or the file ends, which it then says.
    fn look_ahead(&mut self, wanted: usize) -> io::Result<bool> {
        self.ahead.drain(..self.at);
        self.at = 0;
        let missing = wanted.saturating_sub(self.ahead.len());
        // `read_to_end` goes on where it is interrupted.
        let read = self.bytes.by_ref().take(missing as u64).read_to_end(&mut self.ahead)?;
        Ok(read < missing)
    }

    fn take_ahead(&mut self, into: &mut [u8]) -> usize {
        let count = into.len().min(self.ahead.len() - self.at);
        into[..count].copy_from_slice(&self.ahead[self.at..self.at + count]);
        self.at += count;
        if self.at == self.ahead.len() {
            self.ahead = Vec::new();
            self.at = 0;
        }
        count
    }

    /// Decides by the stretch that begins in `read`, if one does.
    fn decide(&mut self, read: &[u8]) -> io::Result<()> {
        if read.is_ascii() {
            return Ok(());
        }
        let first = read.iter().position(|byte| !byte.is_ascii()).unwrap_or_default();
        let mut stretch = read[first..].to_vec();
        stretch.truncate(STRETCH);
        let further = STRETCH - stretch.len();
        let is_whole = self.look_ahead(further)?;
        stretch.extend_from_slice(&self.ahead[..further.min(self.ahead.len())]);
        self.state = State::InPlace(guess(&stretch, is_whole));
        self.guessed = true;
        Ok(())
    }
}

impl Read for Decoded {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if matches!(self.state, State::Begins) {
            self.begin()?;
        }
        if let State::Utf16(utf16) = &mut self.state
            && self.ahead.len() == self.at
        {
            self.at = 0;
            utf16.fill(&mut self.bytes, &mut self.ahead)?;
        }
        if self.at < self.ahead.len() || matches!(self.state, State::Utf16(_)) {
            let count = self.take_ahead(into);
            if matches!(self.state, State::Open) {
                self.decide(&into[..count])?;
            }
            return Ok(count);
        }
        let count = self.bytes.read(into)?;
        if matches!(self.state, State::Open) {
            self.decide(&into[..count])?;
        }
        Ok(count)
    }
}

impl Utf16 {
    fn new(little: bool, raw: Vec<u8>, before: usize) -> Self {
        let encoding = if little { UTF_16LE } else { UTF_16BE };
        let until = raw.len();
        let decoder = encoding.new_decoder_without_bom_handling();
        Self { decoder, little, raw, from: 0, until, is_read: false, is_done: false, before }
    }

    /// Turns the next stretch into UTF-8; nothing where the text is over.
    fn fill(&mut self, bytes: &mut (dyn Read + Send), into: &mut Vec<u8>) -> io::Result<()> {
        into.clear();
        into.resize(STEP, 0);
        let mut written = 0;
        while written == 0 && !self.is_done {
            if self.from == self.until && !self.is_read {
                self.before += self.until;
                self.raw.resize(STEP, 0);
                (self.from, self.until) = (0, read_some(bytes, &mut self.raw)?);
                self.is_read = self.until == 0;
            }
            let raw = &self.raw[self.from..self.until];
            let (result, read, count) = self.decoder.decode_to_utf8_without_replacement(raw, into, self.is_read);
            self.from += read;
            written = count;
            match result {
                DecoderResult::Malformed(bad, after) => {
                    let offset = (self.before + self.from).saturating_sub(usize::from(bad) + usize::from(after));
                    let name = if self.little { "UTF-16LE" } else { "UTF-16BE" };
                    let message = Message::new("input-not-text").with("encoding", name);
                    return Err(explained(message.count("offset", offset as u64)));
                }
                DecoderResult::InputEmpty => self.is_done = self.is_read,
                DecoderResult::OutputFull => {}
            }
        }
        into.truncate(written);
        Ok(())
    }
}

fn read_some(bytes: &mut (dyn Read + Send), into: &mut [u8]) -> io::Result<usize> {
    loop {
        match bytes.read(into) {
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            other => return other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is read in pieces of `piece` bytes, and how it is written.
    fn read(bytes: &[u8], stated: Option<Stated>, piece: usize) -> (Vec<u8>, Option<Encoding>) {
        let mut decoded = Decoded::new(Box::new(io::Cursor::new(bytes.to_vec())), stated);
        let (mut all, mut buffer) = (Vec::new(), vec![0; piece]);
        loop {
            let count = decoded.read(&mut buffer).unwrap();
            if count == 0 {
                return (all, decoded.encoding());
            }
            all.extend_from_slice(&buffer[..count]);
        }
    }

    fn utf16(text: &str, little: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
    }

    #[test]
    fn the_same_text_however_it_is_written_and_read() {
        // More ASCII than one look, then text beyond it: the decision falls in the middle.
        let long = format!("{}工号,日期\n{}", "x".repeat(STRETCH + 3), "安吉递铺𠮷\n".repeat(20_000));
        for text in ["", "a", "ab,c", "工号", "x工号,日期\n", &long] {
            let (gb, ..) = encoding_rs::GB18030.encode(text);
            for piece in [1, 3, 1000, 1 << 20] {
                if piece < 1000 && text.len() > 1000 {
                    continue;
                }
                assert_eq!(read(text.as_bytes(), None, piece).0, text.as_bytes());
                let (bytes, encoding) = read(&gb, None, piece);
                assert_eq!((&*bytes, encoding), (&*gb, (!text.is_ascii()).then_some(Encoding::Gb18030)));
                let marked = ["\u{feff}", text].concat();
                assert_eq!(read(marked.as_bytes(), None, piece), (text.as_bytes().to_vec(), Some(Encoding::Utf8)));
                let (gb_marked, ..) = encoding_rs::GB18030.encode(&marked);
                assert_eq!(read(&gb_marked, None, piece), (gb.to_vec(), Some(Encoding::Gb18030)));
                for little in [true, false] {
                    let expected = (text.as_bytes().to_vec(), Some(Encoding::Utf8));
                    assert_eq!(read(&utf16(&marked, little), None, piece), expected);
                    let stated = if little { Stated::Utf16Le } else { Stated::Utf16Be };
                    assert_eq!(read(&utf16(text, little), Some(stated), piece), expected);
                }
            }
        }
    }

    #[test]
    fn what_is_stated_holds_but_a_mark_is_believed_first() {
        assert_eq!(read(b"ab", Some(Stated::Gb18030), 9).1, Some(Encoding::Gb18030));
        assert_eq!(read("工".as_bytes(), Some(Stated::Gb18030), 9).1, Some(Encoding::Gb18030));
        assert_eq!(read("\u{feff}工".as_bytes(), Some(Stated::Gb18030), 9), ("工".into(), Some(Encoding::Utf8)));
    }

    #[test]
    fn half_a_character_of_utf16_is_told_with_its_place() {
        // Two bytes of the mark, two of a, then one alone.
        let mut decoded = Decoded::new(Box::new(io::Cursor::new(b"\xff\xfea\0b".to_vec())), None);
        let mut text = Vec::new();
        let error = decoded.read_to_end(&mut text).unwrap_err();
        let problem = crate::files::failure::unreadable("a.csv", &error);
        let expected = Message::new("input-not-text").with("encoding", "UTF-16LE").count("offset", 4);
        assert_eq!(problem.message, expected.with("file", "a.csv"));
    }
}

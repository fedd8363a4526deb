//! How a text is written in bytes: UTF-8, GB18030 (with GBK and GB2312 in it), UTF-16.

use std::borrow::Cow;
use std::str;

use clap::ValueEnum;
use encoding_rs::{DecoderResult, GB18030};

/// A way of writing text that is read as it stands, without being turned into another first.
///
/// In both, the bytes of line ends, quotes, commas, semicolons and tabs stand for nothing else: in GB18030, no byte of a
/// character of several is below 0x30, and those from 0x30 to 0x39 are the only ones below 0x40.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// GB18030, which has every text in GBK or GB2312 in it.
    Gb18030,
}

/// What a person says that a file is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Stated {
    /// UTF-8
    #[value(name = "utf-8", alias = "utf8")]
    Utf8,
    /// GB18030, with GBK and GB2312 in it
    #[value(name = "gb18030", aliases = ["gbk", "gb2312", "cp936"])]
    Gb18030,
    /// UTF-16 that begins with a byte order mark
    #[value(name = "utf-16", alias = "utf16")]
    Utf16,
    /// UTF-16, the lower byte first
    #[value(name = "utf-16le", alias = "utf16le")]
    Utf16Le,
    /// UTF-16, the higher byte first
    #[value(name = "utf-16be", alias = "utf16be")]
    Utf16Be,
}

impl Stated {
    /// The names that people give, each as it is written first.
    pub const NAMES: [&str; 5] = ["utf-8", "gb18030", "utf-16", "utf-16le", "utf-16be"];

    /// The name as it is written first.
    #[must_use]
    pub const fn name(self) -> &'static str {
        Self::NAMES[self as usize]
    }

    /// Reads a name as `--encoding` takes it, or one of its other names; case does not matter.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::from_str(name, true).ok()
    }
}

impl Encoding {
    /// Its name as people write it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Gb18030 => "GB18030",
        }
    }

    /// The text; `None` where some bytes mean nothing.
    #[must_use]
    #[inline]
    pub fn text(self, bytes: &[u8]) -> Option<Cow<'_, str>> {
        match self {
            Self::Utf8 => str::from_utf8(bytes).ok().map(Cow::Borrowed),
            Self::Gb18030 => GB18030.decode_without_bom_handling_and_without_replacement(bytes),
        }
    }

    /// The text, with U+FFFD for bytes that mean nothing: to be shown, never to be computed with.
    #[must_use]
    pub fn shown(self, bytes: &[u8]) -> Cow<'_, str> {
        match self {
            Self::Utf8 => String::from_utf8_lossy(bytes),
            Self::Gb18030 => GB18030.decode_without_bom_handling(bytes).0,
        }
    }

    /// The other encoding, where some bytes of a text in this one are plainly written in that: a row of another file, perhaps.
    ///
    /// Bytes of GB18030 are hardly ever UTF-8 too, let alone for two characters of three bytes.
    #[must_use]
    pub fn instead(self, bytes: &[u8]) -> Option<Self> {
        let as_utf8 = str::from_utf8(bytes);
        match self {
            Self::Utf8 => (as_utf8.is_err() && Self::Gb18030.text(bytes).is_some()).then_some(Self::Gb18030),
            Self::Gb18030 => {
                let mut beyond = as_utf8.ok()?.chars().filter(|letter| !letter.is_ascii()).peekable();
                let least = if self.text(bytes).is_some() { 2 } else { 1 };
                let are_wide = beyond.peek().is_some() && beyond.clone().all(|letter| letter.len_utf8() > 2);
                (are_wide && beyond.count() >= least).then_some(Self::Utf8)
            }
        }
    }

    /// Where the first byte stands that means nothing; `None` where all do.
    #[must_use]
    pub fn first_bad(self, bytes: &[u8]) -> Option<usize> {
        match self {
            Self::Utf8 => str::from_utf8(bytes).err().map(|error| error.valid_up_to()),
            Self::Gb18030 => {
                let mut decoder = GB18030.new_decoder_without_bom_handling();
                let mut text = String::with_capacity(decoder.max_utf8_buffer_length_without_replacement(bytes.len())?);
                match decoder.decode_to_string_without_replacement(bytes, &mut text, true) {
                    (DecoderResult::Malformed(bad, after), read) => {
                        Some(read.saturating_sub(usize::from(bad) + usize::from(after)))
                    }
                    (DecoderResult::InputEmpty | DecoderResult::OutputFull, _) => None,
                }
            }
        }
    }
}

/// What a byte order mark says of the text after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marked {
    InPlace(Encoding),
    Utf16 { little: bool },
}

/// The byte order mark with which bytes begin, and how long it is.
pub(super) fn mark(bytes: &[u8]) -> Option<(Marked, usize)> {
    match bytes {
        [0xef, 0xbb, 0xbf, ..] => Some((Marked::InPlace(Encoding::Utf8), 3)),
        [0x84, 0x31, 0x95, 0x33, ..] => Some((Marked::InPlace(Encoding::Gb18030), 4)),
        [0xff, 0xfe, ..] => Some((Marked::Utf16 { little: true }, 2)),
        [0xfe, 0xff, ..] => Some((Marked::Utf16 { little: false }, 2)),
        _ => None,
    }
}

/// How a stretch of text is written that begins with its first byte beyond ASCII, where no one says it.
///
/// It is UTF-8 where all of it can be read so, and else GB18030. But where more Chinese can be read as UTF-8 than other
/// bytes cannot, it is UTF-8 with slips in it, which are told where they stand: text in GB18030 hardly ever has three
/// bytes in a row that UTF-8 would read as one character.
pub(super) fn guess(stretch: &[u8], is_whole: bool) -> Encoding {
    let (mut wide, mut bad) = (0usize, 0usize);
    let mut chunks = stretch.utf8_chunks().peekable();
    while let Some(chunk) = chunks.next() {
        wide += chunk.valid().chars().filter(|character| character.len_utf8() > 2).count();
        let cut_off = chunks.peek().is_none()
            && !is_whole
            && str::from_utf8(chunk.invalid()).is_err_and(|error| error.error_len().is_none());
        if !chunk.invalid().is_empty() && !cut_off {
            bad += 1;
        }
    }
    if bad == 0 || wide > bad { Encoding::Utf8 } else { Encoding::Gb18030 }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 安吉 in GBK: 安 is B0 B2, 吉 is BC AA.
    const ANJI: &[u8] = &[0xb0, 0xb2, 0xbc, 0xaa];

    #[test]
    fn names_of_encodings() {
        for name in ["gb18030", "GBK", "gb2312", "cp936"] {
            assert_eq!(Stated::from_name(name), Some(Stated::Gb18030), "{name}");
        }
        assert_eq!((Stated::from_name("UTF-16le"), Stated::from_name("big5")), (Some(Stated::Utf16Le), None));
    }

    #[test]
    fn text_and_what_is_none() {
        assert_eq!(Encoding::Gb18030.text(ANJI).as_deref(), Some("安吉"));
        assert_eq!((Encoding::Utf8.text(ANJI), Encoding::Gb18030.text(b"\xb0")), (None, None));
        // 0xff begins no character; of 0xb0 followed by a comma, the second byte is missing.
        assert_eq!(Encoding::Gb18030.first_bad(b"a\xb0\xb2\xff,"), Some(3));
        assert_eq!(Encoding::Gb18030.first_bad(b"a\xb0\xb2\xb0,"), Some(3));
        assert_eq!(Encoding::Gb18030.first_bad(b"a\xb0\xb2\xb0"), Some(3));
        assert_eq!((Encoding::Gb18030.first_bad(ANJI), Encoding::Utf8.first_bad(b"a\xff")), (None, Some(1)));
        assert_eq!(Encoding::Gb18030.shown(b"\xb0\xb2\xb0,"), "安\u{fffd},");
    }

    #[test]
    fn a_stretch_in_the_other_encoding_is_known() {
        assert_eq!(Encoding::Utf8.instead(ANJI), Some(Encoding::Gb18030));
        assert_eq!(Encoding::Gb18030.instead("0571,递铺".as_bytes()), Some(Encoding::Utf8));
        // 是 alone is no text in GBK, and 鄣吴 is one by chance or not.
        assert_eq!(Encoding::Gb18030.instead("是".as_bytes()), Some(Encoding::Utf8));
        for (encoding, text) in [
            (Encoding::Gb18030, ANJI),
            (Encoding::Gb18030, b"K1"),
            (Encoding::Gb18030, b"\xc4\xa3"), // 模, which UTF-8 would read as a letter of two bytes
            (Encoding::Utf8, "安吉".as_bytes()),
            (Encoding::Utf8, b"\xff"),
        ] {
            assert_eq!(encoding.instead(text), None, "{text:?}");
        }
    }

    #[test]
    fn only_digits_and_bytes_from_0x40_on_continue_a_character() {
        // Of all characters: none has a line end, a quote, a comma, a semicolon or a tab among its bytes.
        for character in '\u{80}'..=char::MAX {
            let text = character.to_string();
            let (bytes, _, missing) = GB18030.encode(&text);
            assert!(missing || bytes.iter().all(|byte| *byte >= 0x40 || byte.is_ascii_digit()), "{character:?}");
        }
    }

    #[test]
    fn guesses_from_what_can_be_read() {
        assert_eq!(guess("安吉,签收".as_bytes(), true), Encoding::Utf8);
        assert_eq!(guess(ANJI, true), Encoding::Gb18030);
        // 安 in UTF-8 is E5 AE 89: cut off after two bytes it may go on, unless the file ends there.
        assert_eq!(guess(b"\xe5\xae", false), Encoding::Utf8);
        assert_eq!(guess(b"\xe5\xae", true), Encoding::Gb18030);
        assert_eq!(guess("安\u{5409}吉".as_bytes().get(..8).unwrap(), true), Encoding::Utf8);
        // One byte too much in a text in UTF-8 does not make it another text.
        assert_eq!(guess(&["安吉,".as_bytes(), b"\xe7", "签收".as_bytes()].concat(), true), Encoding::Utf8);
        // 模 is C4 A3 in GBK, which UTF-8 would read as ģ; 安 beside it decides.
        assert_eq!(guess(&[b"\xc4\xa3", ANJI].concat(), true), Encoding::Gb18030);
    }
}

//! Names and ids that people write in several ways: with spaces, at full width, in capitals, with zeros before a number.

use std::borrow::Cow;

/// A heading or a name without the spaces around it, the full-width one (U+3000) of Chinese text included.
#[must_use]
pub fn trimmed(text: &str) -> &str {
    // Most cells have nothing around them: no byte that could begin or end one of these.
    let plain = |byte: Option<&u8>| byte.is_none_or(|byte| *byte > b' ' && !matches!(byte, 0x80 | 0xe3));
    if plain(text.as_bytes().first()) && plain(text.as_bytes().last()) {
        return text;
    }
    text.trim_matches([' ', '\t', '\r', '\n', '\u{3000}'])
}

/// A name without its spaces, its width and its case.
#[must_use]
pub fn name(text: &str) -> String {
    if text.is_ascii() {
        let mut plain = text.to_ascii_lowercase();
        plain.retain(|letter| !letter.is_whitespace());
        return plain;
    }
    text.chars().map(narrow).filter(|letter| !letter.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// A letter without its width.
pub(super) fn narrow(letter: char) -> char {
    match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        other => other,
    }
}

/// An id as it is meant: without control and invisible characters, and without what keeps a spreadsheet from making a number of it.
#[must_use]
pub fn meant(text: &str) -> Cow<'_, str> {
    let as_text = text.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    let text = as_text.unwrap_or_else(|| text.strip_prefix('\'').unwrap_or(text));
    // In plain letters, as nearly all are written, nobody sees the controls only.
    let has_invisible =
        if text.is_ascii() { text.bytes().any(|byte| byte.is_ascii_control()) } else { text.chars().any(is_invisible) };
    if has_invisible {
        let seen: String = text.chars().filter(|letter| !is_invisible(*letter)).collect();
        return Cow::Owned(trimmed(&seen).to_string());
    }
    Cow::Borrowed(trimmed(text))
}

/// An id of digits with as many zeros before it as it lacks of a width; any other as it is.
#[must_use]
pub fn with_zeros(text: Cow<'_, str>, width: usize) -> Cow<'_, str> {
    let id = meant(&text);
    let lacks = id.len() < width && !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit());
    if lacks { Cow::Owned(format!("{id:0>width$}")) } else { text }
}

/// A text without marks that nobody sees; tabs and line ends, which are such too, are what a table is made of, and stay.
#[must_use]
pub fn seen(text: &str) -> Cow<'_, str> {
    let is_mark = |letter: char| is_invisible(letter) && !letter.is_control();
    let has_mark = || may_have_marks(text.as_bytes()) && text.contains(is_mark);
    if text.is_ascii() || !has_mark() { Cow::Borrowed(text) } else { Cow::Owned(text.replace(is_mark, "")) }
}

/// Whether a byte stands anywhere with which one of those marks begins; of the mark of the order of bytes, all three, as signs of full
/// width begin with the same. Chinese text is looked through at once in this way, and not letter by letter.
fn may_have_marks(bytes: &[u8]) -> bool {
    memchr::memchr3(0xc2, 0xe1, 0xe2, bytes).is_some() || memchr::memmem::find(bytes, "\u{feff}".as_bytes()).is_some()
}

/// What [`seen`] takes off, as a regular expression.
pub const MARKS: &str = "[\\x{AD}\\x{180E}\\x{200B}-\\x{200F}\\x{202A}-\\x{202E}\\x{2060}-\\x{2069}\\x{FEFF}]";

/// What [`meant`] takes off, as a regular expression.
pub const INVISIBLE: &str =
    "[\\x{0}-\\x{1F}\\x{7F}-\\x{9F}\\x{AD}\\x{180E}\\x{200B}-\\x{200F}\\x{202A}-\\x{202E}\\x{2060}-\\x{2069}\\x{FEFF}]";

/// Controls, joiners, marks of direction and of the order of bytes: nobody sees them, and they make another id.
#[must_use]
pub fn is_invisible(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(letter, '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// An id without its width, its case and the zeros before it.
#[must_use]
pub fn id(text: &str) -> String {
    let name = name(text);
    let kept = name.trim_start_matches('0');
    if kept.is_empty() { name } else { kept.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_in_several_ways_is_one() {
        assert_eq!(name(" 张\u{3000}三 "), "张三");
        assert_eq!((name("Ｌi Ming").as_str(), name("liming").as_str()), ("liming", "liming"));
        assert_eq!((id("0571").as_str(), id("571").as_str(), id("０５７１").as_str()), ("571", "571", "571"));
        assert_eq!(meant("\u{feff} 05\u{200b}71\u{7}"), "0571");
        // Each mark is found in the middle of other text, whatever it begins with.
        for mark in (0..=0x0010_ffff).filter_map(char::from_u32).filter(|one| is_invisible(*one) && !one.is_control()) {
            assert_eq!(seen(&format!("甲，{mark}乙")), "甲，乙", "{mark:?}");
        }
        assert_eq!((&*meant("=\"0571\""), &*meant("'0571"), &*meant("张 三")), ("0571", "0571", "张 三"));
        assert_eq!((id("C1"), id("000"), id("c01")), ("c1".into(), "000".into(), "c01".into()));
    }
}

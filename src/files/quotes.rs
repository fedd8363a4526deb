//! Quotes around cells: one that is opened and never closed swallows all that follows.

use crate::diagnostics::{Message, Place, Problem, Text};

use memchr::memchr;

/// That a quote of a table is never closed, which begins at a byte of its text.
#[must_use]
pub fn open(file: &Text, start: usize, delimiter: u8) -> Option<Problem> {
    let at = start + left_open(&file.text.as_bytes()[start..], delimiter)?;
    let end = file.text[at..].find(['\r', '\n']).map_or(file.text.len(), |length| at + length);
    Some(Problem::new(Message::new("quote-open")).at(Place::in_text(&file.name, &file.text, at..end)))
}

/// Where the quote stands that is still open at the end of some text, which begins with a record.
///
/// A quote opens at the beginning of a cell only, and two in a row inside it are one that is meant.
#[must_use]
pub fn left_open(bytes: &[u8], delimiter: u8) -> Option<usize> {
    let mut at = 0;
    while let Some(length) = memchr(b'"', &bytes[at..]) {
        let quote = at + length;
        at = quote + 1;
        if quote == 0 || [delimiter, b'\n', b'\r'].contains(&bytes[quote - 1]) {
            let Some(end) = closed(bytes, at) else { return Some(quote) };
            at = end;
        }
    }
    None
}

/// The place after the quote that closes a cell whose text begins at `at`.
#[must_use]
pub fn closed(bytes: &[u8], mut at: usize) -> Option<usize> {
    while let Some(length) = memchr(b'"', &bytes[at..]) {
        at += length + 1;
        if bytes.get(at) != Some(&b'"') {
            return Some(at);
        }
        at += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_is_open_until_it_is_closed() {
        for (text, open) in [
            ("", None),
            ("a,b\nc,d\n", None),
            ("a,\"b\nc\"\n", None),
            ("a,\"b\nc,d\n", Some(2)),
            ("\"", Some(0)),
            ("a,\"b\"", None),
            ("a,\"b\"\"", Some(2)),    // two quotes are one that is meant
            ("a,5\" b\n\"c", Some(7)), // in the middle of a cell a quote is a letter
            ("a,\"\"\n", None),
        ] {
            assert_eq!(left_open(text.as_bytes(), b','), open, "{text:?}");
        }
        assert_eq!((left_open(b"a;\"b", b';'), left_open(b"a;\"b", b',')), (Some(2), None));
    }
}

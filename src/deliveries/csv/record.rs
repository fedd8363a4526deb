//! The careful reading of one record: where it and its fields begin and end, exactly as the `csv` crate has it.

use std::borrow::Cow;
use std::ops::Range;

use memchr::{memchr, memchr3};

use crate::files::quotes::closed;

/// Finds the fields of the record that begins at or after `at`, blank lines skipped, as written (quotes included).
///
/// Returns where the reading goes on, or `None` where there is no further record.
pub(crate) fn fields(bytes: &[u8], mut at: usize, delimiter: u8, into: &mut Vec<Range<usize>>) -> Option<usize> {
    into.clear();
    while matches!(bytes.get(at)?, b'\n' | b'\r') {
        at += 1;
    }
    loop {
        let start = at;
        if bytes.get(at) == Some(&b'"') {
            at = after_quoted(bytes, at + 1);
        }
        let Some(length) = memchr3(delimiter, b'\n', b'\r', &bytes[at..]) else {
            into.push(start..bytes.len());
            return Some(bytes.len());
        };
        at += length;
        into.push(start..at);
        at += 1;
        match bytes[at - 1] {
            end if end == delimiter => {}
            b'\r' if bytes.get(at) == Some(&b'\n') => return Some(at + 1),
            _ => return Some(at),
        }
    }
}

/// Hands on each record of some bytes, which begin with one: how many lines end before it, and its fields. Returns how many lines
/// end in all of them.
pub(crate) fn each(
    bytes: &[u8],
    delimiter: u8,
    into: &mut Vec<Range<usize>>,
    mut take: impl FnMut(u64, &[Range<usize>]),
) -> u64 {
    let (mut at, mut counted, mut lines) = (0, 0, 0);
    while let Some(next) = fields(bytes, at, delimiter, into) {
        let begins = into.first().map_or(at, |field| field.start);
        lines += line_ends(&bytes[counted..begins]);
        counted = begins;
        take(lines, into);
        at = next;
    }
    lines + line_ends(&bytes[counted..])
}

/// The place after the quote that closes a field whose text begins at `at`; the end where none does.
pub(crate) fn after_quoted(bytes: &[u8], at: usize) -> usize {
    closed(bytes, at).unwrap_or(bytes.len())
}

/// What a field says, its quotes taken away.
pub(crate) fn unquoted(raw: &[u8]) -> Cow<'_, [u8]> {
    let Some(inside) = raw.strip_prefix(b"\"") else { return Cow::Borrowed(raw) };
    let Some(first) = memchr(b'"', inside) else { return Cow::Borrowed(inside) };
    if first + 1 == inside.len() {
        return Cow::Borrowed(&inside[..first]);
    }
    let mut text = Vec::with_capacity(inside.len());
    let mut rest = inside;
    while let Some(quote) = memchr(b'"', rest) {
        text.extend_from_slice(&rest[..quote]);
        rest = &rest[quote + 1..];
        match rest.strip_prefix(b"\"") {
            Some(after) => {
                text.push(b'"');
                rest = after;
            }
            None => break, // what stands after the closing quote is taken as it is
        }
    }
    text.extend_from_slice(rest);
    Cow::Owned(text)
}

/// How many lines end in `bytes`: at a line feed, or at a carriage return that no line feed follows.
pub(crate) fn line_ends(bytes: &[u8]) -> u64 {
    let feeds = memchr::memchr_iter(b'\n', bytes).count();
    let lone = memchr::memchr_iter(b'\r', bytes).filter(|at| bytes.get(at + 1) != Some(&b'\n')).count();
    (feeds + lone) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the `csv` crate reads from the same bytes.
    fn by_csv(bytes: &[u8]) -> Vec<Vec<Vec<u8>>> {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
        let owned = |record: csv::ByteRecord| record.iter().map(<[u8]>::to_vec).collect();
        reader.byte_records().map(|record| owned(record.unwrap())).collect()
    }

    fn by_us(bytes: &[u8]) -> Vec<Vec<Vec<u8>>> {
        let (mut at, mut ranges, mut records) = (0, Vec::new(), Vec::new());
        while let Some(next) = fields(bytes, at, b',', &mut ranges) {
            records.push(ranges.iter().map(|range| unquoted(&bytes[range.clone()]).into_owned()).collect());
            at = next;
        }
        records
    }

    #[test]
    fn every_short_text_reads_as_the_csv_crate_reads_it() {
        // All texts of up to six characters from these five: 19,530 of them.
        let letters = [b'a', b'"', b',', b'\n', b'\r'];
        for length in 1..=6u32 {
            for number in 0..5usize.pow(length) {
                let text: Vec<u8> = (0..length).map(|place| letters[number / 5usize.pow(place) % 5]).collect();
                assert_eq!(by_us(&text), by_csv(&text), "{:?}", String::from_utf8_lossy(&text));
            }
        }
    }

    #[test]
    fn lines_end_at_any_kind_of_line_end() {
        assert_eq!(line_ends(b"a\nb\r\nc\rd"), 3);
        assert_eq!(line_ends(b"\r\r\n"), 2);
    }
}

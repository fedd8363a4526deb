//! Where a block of a log may end: after the last record that is whole.

use memchr::{memchr, memrchr};

use crate::deliveries::csv::record::after_quoted;
use crate::deliveries::csv::scan;

/// The place after the last record end in `bytes`, which begin with a record; `None` where none ends in them.
///
/// More of the file follows: a carriage return at the very end is no record end, as a line feed may come after it.
pub(crate) fn last_end(bytes: &[u8], delimiter: u8) -> Option<usize> {
    match memchr(b'"', bytes) {
        None => end_within(bytes, 0, bytes.len()),
        Some(_) => match scan::last_feed(bytes, delimiter) {
            Ok(Some(end)) => Some(end),
            Ok(None) | Err(_) => last_end_with_care(bytes, delimiter),
        },
    }
}

/// The same, quote by quote, whatever stands around them.
fn last_end_with_care(bytes: &[u8], delimiter: u8) -> Option<usize> {
    let mut last = None;
    let mut outside = 0; // where the text outside quotes goes on
    let mut at = 0;
    while let Some(length) = memchr(b'"', &bytes[at..]) {
        let quote = at + length;
        at = quote + 1;
        if quote != 0 && ![delimiter, b'\n', b'\r'].contains(&bytes[quote - 1]) {
            continue; // in the middle of a field it is a letter like any other
        }
        last = end_within(bytes, outside, quote).or(last);
        at = after_quoted(bytes, at);
        outside = at;
    }
    // An open quote leaves `outside` at the very end.
    end_within(bytes, outside, bytes.len()).or(last)
}

fn end_within(bytes: &[u8], from: usize, until: usize) -> Option<usize> {
    let part = &bytes[from..until];
    let end = memrchr(b'\n', part).or_else(|| {
        let before_last = &bytes[from..until.min(bytes.len().saturating_sub(1)).max(from)];
        memrchr(b'\r', before_last)
    });
    end.map(|at| from + at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_end_outside_quotes_only() {
        assert_eq!(last_end(b"a,b\nc,d", b','), Some(4));
        assert_eq!(last_end(b"a,b\n\"c\nd", b','), Some(4)); // the quote is still open
        assert_eq!(last_end(b"a,\"b\nc\"\nd", b','), Some(8));
        assert_eq!(last_end(b"a,b\"\nc\n\"d", b','), Some(7)); // a quote in the middle of a field opens nothing
        assert_eq!(last_end(b"\"a\nb", b','), None);
        assert_eq!(last_end(b"ab", b','), None);
    }

    #[test]
    fn a_carriage_return_ends_a_record_once_the_next_byte_is_known() {
        assert_eq!(last_end(b"a,b\rc,d", b','), Some(4));
        assert_eq!(last_end(b"a,b\r", b','), None);
        assert_eq!(last_end(b"a,b\r\n", b','), Some(5));
    }

    #[test]
    fn cuts_every_short_text_where_the_careful_search_does() {
        // All texts of up to six of these characters, within a step and over the border of two. A fast cut is a line feed.
        let letters = [b'a', b'"', b',', b'\n', b'\r'];
        for before in [0, 60, 62, 63, 64] {
            for length in 0..=6u32 {
                for number in 0..5usize.pow(length) {
                    let text = (0..length).map(|place| letters[number / 5usize.pow(place) % 5]);
                    let bytes: Vec<u8> = (0..before).map(|_| b'x').chain(text).collect();
                    let (fast, careful) = (last_end(&bytes, b','), last_end_with_care(&bytes, b','));
                    assert_eq!(fast, careful, "{:?}", String::from_utf8_lossy(&bytes));
                }
            }
        }
    }
}

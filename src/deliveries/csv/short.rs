//! Rows of fewer than 64 bytes in which nothing is quoted: where their fields end is found in one look, with no marks of a whole block.

use crate::deliveries::csv::scan::{STEP, places};

/// The most fields of such a row.
const MOST: usize = 16;

/// Where the fields of such a row end, and where the next row begins.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Short {
    pub start: usize,
    ends: [usize; MOST],
    pub next: usize,
}

impl Short {
    /// The row that begins there, if it is one, of so many fields and with a line feed alone at its end.
    #[inline]
    pub(crate) fn at(bytes: &[u8], start: usize, delimiter: u8, width: usize) -> Option<Self> {
        let window: &[u8; STEP] = bytes.get(start..)?.first_chunk()?;
        let feeds = places(window, b'\n');
        let until = feeds & feeds.wrapping_neg(); // the bit of the first
        let before = until.wrapping_sub(1);
        let odd = places(window, b'"') | places(window, b'\r');
        if feeds == 0 || odd & before != 0 || width < 2 {
            return None;
        }
        let mut delimiters = places(window, delimiter) & before;
        let mut ends = [0; MOST];
        let (last, others) = ends.get_mut(..width)?.split_last_mut()?;
        for end in others {
            if delimiters == 0 {
                return None;
            }
            *end = start + delimiters.trailing_zeros() as usize;
            delimiters &= delimiters - 1;
        }
        let end = start + until.trailing_zeros() as usize;
        *last = end;
        (delimiters == 0).then_some(Self { start, ends, next: end + 1 })
    }

    /// Where a field begins.
    #[inline]
    pub(crate) fn start_of(&self, field: usize) -> usize {
        if field == 0 { self.start } else { self.ends[field - 1] + 1 }
    }

    /// Where it ends.
    #[inline]
    pub(crate) fn end_of(&self, field: usize) -> usize {
        self.ends[field]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deliveries::csv::record;

    #[test]
    fn finds_every_short_row_as_the_careful_reading_does_or_not_at_all() {
        // All texts of up to six of these letters before a line feed, and enough after it for a window.
        let letters = [b'a', b'"', b',', b'\n', b'\r'];
        let (mut fields, mut found) = (Vec::new(), 0);
        for length in 1..=6_u32 {
            for number in 0..5_usize.pow(length) {
                let text = (0..length).map(|place| letters[number / 5_usize.pow(place) % 5]);
                let bytes: Vec<u8> = [b'x', b','].into_iter().chain(text).chain([b'\n']).chain([b'y'; STEP]).collect();
                let next = record::fields(&bytes, 0, b',', &mut fields).unwrap();
                for width in 1..6 {
                    let Some(row) = Short::at(&bytes, 0, b',', width) else { continue };
                    let ends: Vec<_> = (0..width).map(|field| row.start_of(field)..row.end_of(field)).collect();
                    assert_eq!((&ends, row.next), (&fields, next), "{:?}", String::from_utf8_lossy(&bytes));
                    found += 1;
                }
            }
        }
        // Of six letters alone, 5^5 texts begin with a line feed: each is then the row `x,` of two fields, and is found.
        assert!(found > 5_usize.pow(5), "{found}");
        assert!(Short::at(b"a,b\n", 0, b',', 2).is_none(), "no window is left");
    }
}

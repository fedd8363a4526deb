//! Rows of the shape that most logs have throughout: a few fields that nobody reads, the names, a moment, a line feed. They are
//! found without a look at each byte.
//!
//! Why that is exact: a row that begins where a record begins is proven by its parts. Up to the delimiter before the names no
//! byte is a quote, a line end or one delimiter too many. The bytes up to the delimiter before the moment are, as a whole, some
//! that the careful reading has once taken as the name columns of a row of one line (the counter looks them up). Then come exactly
//! `YYYY-MM-DD HH:MM:SS` and a line feed. So no other delimiter, quote or line feed can stand in it. Whatever is not so is read
//! with care, and the next row is looked at in this way again. The moment is asked for before the names, of rows that were not
//! delivered too: else one of those that is cut short could swallow the next row.

use std::ops::Range;

use wide::u8x16;

use crate::deliveries::row::columns::place;
use crate::deliveries::row::layout::Layout;

/// Where such rows have their parts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PlainRows {
    /// How many fields stand before the names.
    before: usize,
    delimiter: u8,
    /// So far behind the beginning of the names a line feed is looked for: the length of the last row, less half a window.
    expected: usize,
}

/// One of them.
#[derive(Debug)]
pub(crate) struct PlainRow<'a> {
    /// Where what are perhaps its names stand.
    pub names: Range<usize>,
    /// What is perhaps its moment.
    pub moment: &'a [u8; MOMENT],
    /// Where the next row begins.
    pub next: usize,
}

/// How long `YYYY-MM-DD HH:MM:SS` is.
const MOMENT: usize = 19;

/// How many bytes are looked at in one step.
const WINDOW: usize = 32;

impl PlainRows {
    /// Of a log; `None` where its rows are of another shape.
    pub(crate) fn new(layout: &Layout) -> Option<Self> {
        let [names] = &*layout.key else { return None };
        let others = [place::PARCELS, place::DATE, place::FIRST_AT, place::LAST_AT];
        let is_moment_last = layout.position(place::DELIVERED_AT) == Some(names.end) && names.end + 1 == layout.width;
        let is_plain = layout.order.is_none()
            && layout.plain_days
            && layout.plain_count
            && layout.unique().is_none()
            && layout.matrix.is_none();
        let is_apart = matches!(layout.delimiter, b',' | b';' | b'\t' | b'|');
        let is_so = is_moment_last && is_plain && is_apart && others.iter().all(|it| layout.position(*it).is_none());
        is_so.then_some(Self { before: names.start, delimiter: layout.delimiter, expected: 0 })
    }

    /// The row that begins there, as far as its shape says so; `None` where it has another.
    #[inline]
    pub(crate) fn at<'a>(&mut self, bytes: &'a [u8], start: usize) -> Option<PlainRow<'a>> {
        let names = self.names(bytes, start)?;
        let feed = self.feed(bytes, names)?;
        self.expected = (feed - names).saturating_sub(WINDOW / 2);
        let row = &bytes[names..feed];
        let row = row.strip_suffix(b"\r").unwrap_or(row);
        let (before, moment) = row.split_last_chunk()?;
        let (delimiter, key) = before.split_last()?;
        let names = names..names + key.len();
        (*delimiter == self.delimiter).then_some(PlainRow { names, moment, next: feed + 1 })
    }

    /// Where the names of the row begin that begins there.
    #[inline]
    fn names(&self, bytes: &[u8], start: usize) -> Option<usize> {
        if self.before == 0 {
            return Some(start);
        }
        let window = bytes.get(start..)?.first_chunk()?;
        let delimiters = places(window, |lane| lane.simd_eq(u8x16::splat(self.delimiter)));
        let others = places(window, |lane| lane.min(u8x16::splat(b'"')).simd_eq(lane)) & !delimiters;
        let last = (1..self.before).fold(delimiters, |rest, _| rest & rest.wrapping_sub(1));
        let until_last = last ^ last.wrapping_sub(1); // ones up to it; all of them where there is none
        (last != 0 && others & until_last == 0).then(|| start + last.trailing_zeros() as usize + 1)
    }

    /// The line feed that ends the row whose names begin there. If it is one of a later row, these are not its names.
    #[inline]
    fn feed(&self, bytes: &[u8], names: usize) -> Option<usize> {
        let from = names + self.expected;
        let feeds = |window| places(window, |lane| lane.simd_eq(u8x16::splat(b'\n')));
        match bytes.get(from..).and_then(|rest| rest.first_chunk()).map(feeds) {
            None | Some(0) => memchr::memchr(b'\n', &bytes[names..]).map(|at| names + at),
            Some(feeds) => Some(from + feeds.trailing_zeros() as usize),
        }
    }
}

/// A bit for each place of a window for which it is so.
#[inline]
fn places(window: &[u8; WINDOW], is_so: impl Fn(u8x16) -> u8x16) -> u32 {
    let (lanes, _) = window.as_chunks::<16>();
    is_so(u8x16::from(lanes[0])).to_bitmask() | is_so(u8x16::from(lanes[1])).to_bitmask() << 16
}

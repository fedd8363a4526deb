//! One row of a block: where its fields stand.

use std::ops::Range;

use crate::deliveries::csv::short::Short;

/// A row in a block: its fields as they are written.
pub(crate) trait Fields {
    fn start(&self, field: usize) -> usize;
    fn end(&self, field: usize) -> usize;
    fn bytes(&self) -> &[u8];

    #[inline]
    fn field(&self, field: usize) -> &[u8] {
        &self.bytes()[self.start(field)..self.end(field)]
    }
}

/// A row as the fast search has marked it.
pub(crate) struct Marked<'a> {
    pub bytes: &'a [u8],
    pub marks: &'a [u32],
    pub end: usize,
}

impl Fields for Marked<'_> {
    #[inline]
    fn start(&self, field: usize) -> usize {
        self.marks[field] as usize
    }

    #[inline]
    fn end(&self, field: usize) -> usize {
        (self.marks[field + 1] as usize - 1).min(self.end)
    }

    #[inline]
    fn bytes(&self) -> &[u8] {
        self.bytes
    }
}

/// A short row as it was found in one look.
pub(crate) struct Seen<'a> {
    pub bytes: &'a [u8],
    pub row: Short,
}

impl Fields for Seen<'_> {
    #[inline]
    fn start(&self, field: usize) -> usize {
        self.row.start_of(field)
    }

    #[inline]
    fn end(&self, field: usize) -> usize {
        self.row.end_of(field)
    }

    #[inline]
    fn bytes(&self) -> &[u8] {
        self.bytes
    }
}

/// A row as it was read with care.
pub(crate) struct Careful<'a> {
    pub bytes: &'a [u8],
    pub fields: &'a [Range<usize>],
}

impl Fields for Careful<'_> {
    fn start(&self, field: usize) -> usize {
        self.fields[field].start
    }

    fn end(&self, field: usize) -> usize {
        self.fields[field].end
    }

    fn bytes(&self) -> &[u8] {
        self.bytes
    }
}

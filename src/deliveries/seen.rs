//! The combinations of names seen so far, found by the bytes of a row, so that a row costs one look.

use hashbrown::HashTable;
use std::hash::Hasher;

use rustc_hash::FxHasher;

/// What the names of a row come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// It counts, under this key.
    Counts(u32),
    /// It was not delivered, and has this status.
    NotDelivered(u32),
    /// The map leaves it out.
    LeftOut,
}

/// The bytes of key columns seen so far, and what they mean.
#[derive(Debug, Default)]
pub(super) struct Seen {
    table: HashTable<Entry>,
    bytes: Vec<u8>,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    hash: u64,
    start: usize,
    length: u32,
    meaning: Meaning,
}

impl Seen {
    pub(super) fn hash(key: &[u8]) -> u64 {
        let mut hasher = FxHasher::default();
        hasher.write(key);
        hasher.finish()
    }

    #[inline]
    pub(super) fn find(&self, hash: u64, key: &[u8]) -> Option<Meaning> {
        let is_it = |entry: &Entry| {
            entry.hash == hash && self.bytes.get(entry.start..entry.start + entry.length as usize) == Some(key)
        };
        self.table.find(hash, is_it).map(|entry| entry.meaning)
    }

    pub(super) fn insert(&mut self, hash: u64, key: &[u8], meaning: Meaning) {
        let length = u32::try_from(key.len()).expect("a row is shorter than 4 GB");
        let entry = Entry { hash, start: self.bytes.len(), length, meaning };
        self.bytes.extend_from_slice(key);
        self.table.insert_unique(hash, entry, |entry| entry.hash);
    }

    /// Forgets everything: the next log has other columns.
    pub(super) fn clear(&mut self) {
        self.table.clear();
        self.bytes.clear();
    }
}

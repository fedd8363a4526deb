//! The combinations of names seen so far, found by the bytes of a row, so that a row costs one look.

use hashbrown::HashTable;
use std::hash::Hasher;

use rustc_hash::FxHasher;

use crate::deliveries::row::meaning::Standing;

/// What the names of a row come to: the key under which it counts, or the number of its status.
type Known = Standing<u32, u32>;

/// The bytes of key columns seen so far, and what they mean.
#[derive(Debug, Default)]
pub(crate) struct SeenNames {
    table: HashTable<Entry>,
    bytes: Vec<u8>,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    hash: u64,
    start: usize,
    length: u32,
    standing: Known,
}

impl SeenNames {
    pub(crate) fn hash(key: &[u8]) -> u64 {
        let mut hasher = FxHasher::default();
        hasher.write(key);
        hasher.finish()
    }

    #[inline]
    pub(crate) fn find(&self, hash: u64, key: &[u8]) -> Option<Known> {
        let is_it = |entry: &Entry| {
            entry.hash == hash && self.bytes.get(entry.start..entry.start + entry.length as usize) == Some(key)
        };
        self.table.find(hash, is_it).map(|entry| entry.standing)
    }

    pub(crate) fn insert(&mut self, hash: u64, key: &[u8], standing: Known) {
        let length = u32::try_from(key.len()).expect("a row is shorter than 4 GB");
        let entry = Entry { hash, start: self.bytes.len(), length, standing };
        self.bytes.extend_from_slice(key);
        self.table.insert_unique(hash, entry, |entry| entry.hash);
    }

    /// Forgets everything: the next log has other columns.
    pub(crate) fn clear(&mut self) {
        self.table.clear();
        self.bytes.clear();
    }
}

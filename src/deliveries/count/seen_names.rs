//! The combinations of names seen so far, found by the bytes of a row, so that a row costs one look.
//!
//! Nearly all keys are short, and nearly all rows have one that is known. Such a key lies in the entry itself, one cache line of
//! 64 bytes, so that a look touches memory once, and is compared as six words with no call and no loop. Longer keys take a map.

use std::hash::BuildHasher;
use std::ops::Range;

use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;

use crate::deliveries::count::open_page::OpenPage;
use crate::deliveries::row::meaning::Standing;

/// What the names of a row come to: the key under which it counts, or the number of its status.
type Known = Standing<u32, u32>;

/// The bytes of key columns seen so far, and what they mean.
#[derive(Debug, Default)]
pub(crate) struct SeenNames {
    /// Open addressing: an entry stands at the place that its hash names or at the next that was free. The length is a power
    /// of two, at most half of the places are taken.
    entries: Vec<Entry>,
    taken: usize,
    long: HashTable<(Box<[u8]>, Known)>,
}

/// The words of a short key.
const WORDS: usize = 6;

/// How many bytes a short key has at most: one byte of the words says how many there are.
const SHORT: usize = 8 * WORDS - 1;

/// A short key, filled up with zeros, and its length as the last byte.
#[derive(Clone, Copy, Debug)]
struct Short([u64; WORDS]);

#[derive(Clone, Copy, Debug)]
#[repr(align(64))]
struct Entry {
    key: Short,
    /// `None`: the place is free.
    standing: Option<Known>,
    page: OpenPage,
}

const FREE: Entry = Entry { key: Short([0; WORDS]), standing: None, page: OpenPage::NONE };

const _: () = assert!(size_of::<Entry>() == 64, "an entry is one cache line");

/// A key that is looked for, with its hash.
#[derive(Clone, Debug)]
pub(crate) struct Sought {
    place: Range<usize>,
    /// `None` of a long key.
    short: Option<Short>,
    hash: usize,
}

impl Sought {
    /// The key at a place among bytes.
    #[inline]
    pub(crate) fn at(bytes: &[u8], place: Range<usize>) -> Self {
        let short = Short::at(bytes, &place);
        Self { place, short, hash: short.as_ref().map_or(0, Short::hash) }
    }
}

/// What is known of a key that was seen before.
#[derive(Debug)]
pub(crate) struct Found<'a> {
    pub standing: Known,
    /// The page on which its parcels were counted last; `None` of a long key.
    pub page: Option<&'a mut OpenPage>,
}

impl Short {
    /// The key at a place among bytes; `None` where it is a long one.
    #[inline]
    fn at(bytes: &[u8], key: &Range<usize>) -> Option<Self> {
        let length = key.end - key.start;
        let kept: &[u8; 8 * WORDS] = KEPT.get(SHORT.checked_sub(length)?..)?.first_chunk()?;
        let mut last = [0; 8 * WORDS];
        let from = bytes[key.start..].first_chunk().unwrap_or_else(|| {
            last[..length].copy_from_slice(&bytes[key.clone()]);
            &last
        });
        let mut words = [0; WORDS];
        for ((word, from), kept) in words.iter_mut().zip(from.as_chunks().0).zip(kept.as_chunks().0) {
            *word = u64::from_le_bytes(*from) & u64::from_le_bytes(*kept);
        }
        words[WORDS - 1] |= u64::try_from(length).ok()? << 56;
        Some(Self(words))
    }

    /// Whether two keys are the same, word by word: comparing the arrays would call a function of the system.
    #[inline]
    fn is(&self, other: &Self) -> bool {
        let differs = |(one, other): (&u64, &u64)| one ^ other;
        self.0.iter().zip(&other.0).map(differs).fold(0, |all, bits| all | bits) == 0
    }

    /// A hash of all words: products of two, high and low half together.
    #[inline]
    #[expect(clippy::cast_possible_truncation, reason = "the lower bits are what is wanted")]
    fn hash(&self) -> usize {
        let product = |one: u64, other: u64| {
            let wide = u128::from(one) * u128::from(other);
            (wide ^ (wide >> 64)) as u64
        };
        let (pairs, salts) = (self.0.as_chunks::<2>().0, SALT.as_chunks::<2>().0);
        let products = pairs.iter().zip(salts).map(|(words, salt)| product(words[0] ^ salt[0], words[1] ^ salt[1]));
        products.fold(0, |all, product| all ^ product) as usize
    }
}

/// Ones where bytes are kept, then zeros.
static KEPT: [u8; SHORT + 8 * WORDS] = {
    let mut kept = [0; SHORT + 8 * WORDS];
    let mut at = 0;
    while at < SHORT {
        kept[at] = 0xff;
        at += 1;
    }
    kept
};

/// Odd words without a pattern: digits of the square roots of 2, 3, 5, 7, 11 and 13.
const SALT: [u64; WORDS] = [
    0x6a09_e667_f3bc_c909,
    0xbb67_ae85_84ca_a73b,
    0x3c6e_f372_fe94_f82b,
    0xa54f_f53a_5f1d_36f1,
    0x510e_527f_ade6_82d1,
    0x9b05_688c_2b3e_6c1f,
];

impl SeenNames {
    /// What a key among these bytes means, where it was seen before.
    #[inline]
    pub(crate) fn find(&mut self, bytes: &[u8], sought: &Sought) -> Option<Found<'_>> {
        let Some(short) = &sought.short else {
            let standing = self.find_long(&bytes[sought.place.clone()])?;
            return Some(Found { standing, page: None });
        };
        let last = self.entries.len().checked_sub(1)?;
        let mut at = sought.hash & last;
        while !short.is(&self.entries[at].key) && self.entries[at].standing.is_some() {
            at = (at + 1) & last;
        }
        let entry = &mut self.entries[at];
        entry.standing.map(|standing| Found { standing, page: Some(&mut entry.page) })
    }

    #[inline(never)]
    fn find_long(&self, key: &[u8]) -> Option<Known> {
        let found = self.long.find(FxBuildHasher.hash_one(key), |(known, _)| **known == *key);
        found.map(|(_, standing)| *standing)
    }

    /// Keeps what a key means that was not seen before.
    pub(crate) fn insert(&mut self, bytes: &[u8], key: &Range<usize>, standing: Known) {
        let Some(key) = Short::at(bytes, key) else {
            let key = &bytes[key.clone()];
            let hash = |key: &[u8]| FxBuildHasher.hash_one(key);
            self.long.insert_unique(hash(key), (key.into(), standing), |(key, _)| hash(key));
            return;
        };
        if self.taken * 2 >= self.entries.len() {
            let larger = vec![FREE; (self.entries.len() * 2).max(1 << 10)];
            for entry in std::mem::replace(&mut self.entries, larger) {
                if entry.standing.is_some() {
                    self.put(entry);
                }
            }
        }
        self.taken += 1;
        self.put(Entry { key, standing: Some(standing), ..FREE });
    }

    fn put(&mut self, entry: Entry) {
        let last = self.entries.len() - 1;
        let mut at = entry.key.hash() & last;
        while self.entries[at].standing.is_some() {
            at = (at + 1) & last;
        }
        self.entries[at] = entry;
    }

    /// Forgets everything: the next log has other columns.
    pub(crate) fn clear(&mut self) {
        self.entries.fill(FREE);
        self.taken = 0;
        self.long.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(seen: &mut SeenNames, bytes: &[u8], key: &Range<usize>) -> Option<Known> {
        seen.find(bytes, &Sought::at(bytes, key.clone())).map(|found| found.standing)
    }

    #[test]
    fn keys_of_all_lengths_are_told_apart() {
        // Runs of one letter: each is the beginning of all longer ones.
        let text = [b'a'; 120];
        let mut seen = SeenNames::default();
        for length in 0..100_u32 {
            let key = 3..3 + length as usize;
            assert_eq!(find(&mut seen, &text, &key), None);
            seen.insert(&text, &key, Standing::Delivered(length));
        }
        for length in 0..100_u32 {
            // At the very end of the bytes too, where no 48 of them are left.
            for start in [3, text.len() - length as usize] {
                let key = start..start + length as usize;
                assert_eq!(find(&mut seen, &text, &key), Some(Standing::Delivered(length)));
            }
        }
        assert_eq!(find(&mut seen, b"\0\0", &(0..2)), None, "what fills up is no part of a key");
    }

    #[test]
    fn many_keys_are_found_again() {
        let text: Vec<u8> = (0..40_000_u32).flat_map(|number| format!("{number:08}").into_bytes()).collect();
        let mut seen = SeenNames::default();
        let keys = || (0..40_000_u32).map(|number| (number, number as usize * 8..number as usize * 8 + 8));
        keys().for_each(|(number, key)| seen.insert(&text, &key, Standing::NotDelivered(number)));
        assert!(keys().all(|(number, key)| find(&mut seen, &text, &key) == Some(Standing::NotDelivered(number))));
        seen.clear();
        assert!(keys().all(|(_, key)| find(&mut seen, &text, &key).is_none()));
    }
}

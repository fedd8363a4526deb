//! Work on all cores. No figure depends on how many there are.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Of so many items small work on each is worth a thread; in tests two are, so that what is put together there is several chunks.
const CHUNK: usize = if cfg!(test) { 2 } else { 512 };

/// So many chunks for each core: few, as each begins anew to know what its items have in common, and enough that no core waits.
const CHUNKS_OF_CORE: usize = 4;

/// The answers for chunks of the items, in their order: where the work on an item is small.
pub fn chunks<T: Sync, A: Send>(items: &[T], answer: impl Fn(&[T]) -> A + Sync) -> Vec<A> {
    let chunks: Vec<&[T]> = items.chunks(CHUNK.max(items.len() / (CHUNKS_OF_CORE * cores()))).collect();
    each(&chunks, |chunk| answer(chunk))
}

/// The answers for all items, in their order, from as many threads as there are cores; one item is answered by the thread that asks.
pub fn each<T: Sync, A: Send>(items: &[T], answer: impl Fn(&T) -> A + Sync) -> Vec<A> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let Some((index, item)) =
            Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|at| Some((at, items.get(at)?)))
        {
            done.push((index, answer(item)));
        }
        done
    };
    let mut answers = thread::scope(|scope| {
        let others: Vec<_> = (1..cores().min(items.len())).map(|_| scope.spawn(work)).collect();
        let mut answers = work();
        for other in others {
            answers.extend(other.join().expect("a panic of ours is told as one"));
        }
        answers
    });
    answers.sort_by_key(|(index, _)| *index);
    answers.into_iter().map(|(_, answer)| answer).collect()
}

/// The answers of two who do not hang on each other, asked at the same time; the first by the thread that asks.
pub fn both<A, B: Send>(first: impl FnOnce() -> A, second: impl FnOnce() -> B + Send) -> (A, B) {
    thread::scope(|scope| {
        let second = scope.spawn(second);
        let first = first();
        (first, second.join().expect("a panic of ours is told as one"))
    })
}

fn cores() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_come_in_the_order_of_the_items() {
        let items: Vec<usize> = (0..101).collect();
        assert_eq!(chunks(&items, <[usize]>::to_vec).concat(), items);
        assert!(chunks(&items[..0], <[usize]>::len).is_empty());
    }
}

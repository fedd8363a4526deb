//! The key fields of a row as runs of neighbours.

use std::ops::Range;

/// The key fields, neighbours brought together: a row of them is then found by one look at its bytes.
pub(crate) fn runs(mut places: Vec<usize>) -> Vec<Range<usize>> {
    places.sort_unstable();
    places.dedup();
    let mut runs: Vec<Range<usize>> = Vec::new();
    for place in places {
        match runs.last_mut() {
            Some(run) if run.end == place => run.end += 1,
            _ => runs.push(place..place + 1),
        }
    }
    runs
}

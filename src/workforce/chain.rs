//! Protected periods one after the other: gaps of up to 31 days between them are bridged.

use crate::units::{Date, Term};
use crate::workforce::protected::Span;

/// The longest gap between two periods that is bridged, in days.
const BRIDGED: i32 = 31;

/// Protected periods of one courier, one after the other.
#[derive(Clone, Debug)]
pub struct Chain<'w> {
    /// From the first day to the last, the gaps between included.
    pub term: Term,
    /// The periods, by their first day.
    pub spans: Vec<&'w Span>,
}

impl Chain<'_> {
    /// The day before the first one; `None` where the first is not known.
    #[must_use]
    pub fn day_before(&self) -> Option<Date> {
        self.term.from.and_then(|from| from.yesterday().ok())
    }
}

/// The chains of some periods: one that begins at most 31 days after all before it have ended goes on with them.
#[must_use]
pub fn chains(spans: &[Span]) -> Vec<Chain<'_>> {
    let mut sorted: Vec<&Span> = spans.iter().collect();
    sorted.sort_by_key(|span| span.term.from);
    let mut chains: Vec<Chain<'_>> = Vec::new();
    for span in sorted {
        match chains.last_mut() {
            Some(chain) if gap(chain.term.until, span.term.from).is_none_or(|days| days <= BRIDGED) => {
                // An open end is later than any other.
                chain.term.until = chain.term.until.zip(span.term.until).map(|(one, other)| one.max(other));
                chain.spans.push(span);
            }
            _ => chains.push(Chain { term: span.term, spans: vec![span] }),
        }
    }
    chains
}

/// The days between an end and a beginning; `None` where the one is open.
fn gap(until: Option<Date>, from: Option<Date>) -> Option<i32> {
    until.zip(from).map(|(until, from)| (from - until).get_days() - 1)
}

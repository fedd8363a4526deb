//! A record of a log that does not end: a quote in it is opened and never closed, or it is longer than any record may be.

use std::sync::Arc;

use crate::deliveries::csv::record::line_ends;
use crate::diagnostics::{Message, Place, Problem};
use crate::files::encoding::Encoding;
use crate::files::quotes;

/// Where a record begins that does not end.
pub(crate) struct Endless {
    place: Place,
    /// Whether a quote is to blame, which stands at the place.
    is_quote: bool,
    /// Whether the log ends there, so that nothing that follows can close the quote.
    is_last: bool,
    /// How many lines stand before the bytes in which the place is, where that is known.
    lines_before: Option<u64>,
}

impl Endless {
    /// In what was read last of a log.
    pub(crate) fn new(
        (file, lines_before, encoding, delimiter): (&Arc<str>, Option<u64>, Encoding, u8),
        bytes: &[u8],
        is_last: bool,
    ) -> Self {
        let quote = quotes::left_open(bytes, delimiter);
        let at = quote.unwrap_or(0);
        let is_end = |byte: &u8| matches!(byte, b'\n' | b'\r');
        let start = bytes[..at].iter().rposition(is_end).map_or(0, |end| end + 1);
        let shown = &bytes[at..bytes.len().min(at + SHOWN)];
        let end = shown.iter().position(is_end).map_or(at + shown.len(), |end| at + end);
        let before = encoding.shown(&bytes[start..at]);
        let text = format!("{before}{}", encoding.shown(&bytes[at..end]));
        let span = before.len()..text.len();
        let place = Place::in_line(file, line_ends(&bytes[..start]), &text, if quote.is_some() { span } else { 0..0 });
        Self { place, is_quote: quote.is_some(), is_last, lines_before }
    }

    /// The problem that it is; `next_line` is the number of the line after all that was read before.
    pub(crate) fn problem(mut self, next_line: u64) -> Problem {
        self.place.line += self.lines_before.map_or(next_line, |lines| lines + 1);
        let message = match (self.is_quote, self.is_last) {
            (true, true) => Message::new("quote-open"),
            (true, false) => Message::new("log-quote-long"),
            (false, _) => Message::new("log-row-long"),
        };
        Problem::new(message).at(self.place)
    }
}

/// How many bytes of such a record are shown.
const SHOWN: usize = 200;

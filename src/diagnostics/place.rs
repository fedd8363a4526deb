//! A place in a file: what every error and every finding points at.

use std::ops::Range;
use std::sync::Arc;

/// A text file, whole, as UTF-8 without its byte order mark.
#[derive(Clone, Debug)]
pub struct Text {
    /// The file as it was named.
    pub name: Arc<str>,
    /// What it holds.
    pub text: Arc<str>,
}

/// A place in a text file, with the line that stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file as it was named on the command line; `-` for the standard input, `--rate` for a flag.
    pub file: Arc<str>,
    /// Counted from 1.
    pub line: u64,
    /// Counted from 1, in characters.
    pub column: u64,
    /// The line itself, without its end.
    pub text: String,
    /// What is meant in `text`, in bytes.
    pub span: Range<usize>,
}

impl Place {
    /// The place of `span` in `line` (whose number is `number`), both as read from `file`.
    ///
    /// The span is brought inside the line and to the borders of characters, so that it can always be drawn.
    #[must_use]
    pub fn in_line(file: &Arc<str>, number: u64, line: &str, span: Range<usize>) -> Self {
        let border =
            |wanted: usize| (0..=wanted.min(line.len())).rev().find(|at| line.is_char_boundary(*at)).unwrap_or(0);
        let (start, end) = (border(span.start), border(span.end).max(border(span.start)));
        let column = line[..start].chars().count() as u64 + 1;
        Self { file: Arc::clone(file), line: number, column, text: line.to_string(), span: start..end }
    }

    /// The place of the bytes `span` in the whole text of a file. Of a span over many lines, the first is kept.
    #[must_use]
    pub fn in_text(file: &Arc<str>, text: &str, span: Range<usize>) -> Self {
        let start = span.start.min(text.len());
        let before = text.as_bytes().get(..start).unwrap_or_default();
        let line_start = before.iter().rposition(|b| *b == b'\n').map_or(0, |at| at + 1);
        let number = memchr::memchr_iter(b'\n', before).count() as u64 + 1;
        let line = text.get(line_start..).unwrap_or_default().lines().next().unwrap_or_default();
        Self::in_line(file, number, line, start - line_start..span.end.saturating_sub(line_start))
    }
}

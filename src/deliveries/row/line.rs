//! A line of a log as it is shown, whatever its bytes are: the headings, and rows that may be none.

use std::ops::Range;

use crate::deliveries::csv::record::unquoted;
use crate::files::encoding::Encoding;
use crate::tables::columns::trimmed;

/// What stands in the fields of a line.
pub(crate) fn texts(bytes: &[u8], fields: &[Range<usize>], encoding: Encoding) -> Vec<String> {
    let text = |field: &Range<usize>| {
        let raw = unquoted(&bytes[field.clone()]);
        trimmed(&encoding.shown(&raw)).to_string()
    };
    fields.iter().map(text).collect()
}

/// The line of the headings as it is shown, whatever its bytes are.
pub(crate) struct Line<'a> {
    encoding: Encoding,
    bytes: &'a [u8],
    pub text: String,
}

impl<'a> Line<'a> {
    pub(crate) fn new(encoding: Encoding, bytes: &'a [u8]) -> Self {
        let end = bytes.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(bytes.len());
        Self { encoding, bytes, text: encoding.shown(&bytes[..end]).into_owned() }
    }

    /// Where a field stands in the text.
    pub(crate) fn shown(&self, field: &Range<usize>) -> Range<usize> {
        let length = |until: usize| self.encoding.shown(&self.bytes[..until.min(self.bytes.len())]).len();
        length(field.start)..length(field.end)
    }
}

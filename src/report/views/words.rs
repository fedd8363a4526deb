//! Words that an agreement gives in both languages.

use crate::agreement::Words;
use crate::diagnostics::Message;
use crate::diagnostics::message::Arg;
use crate::report::Cell;

/// The words as a part of a sentence.
pub(super) fn either(words: &Words) -> Arg {
    Arg::Either { en: words.en.to_string(), zh: words.zh.to_string() }
}

/// The words as a cell.
pub(super) fn cell(words: &Words) -> Cell {
    Message::new("show-words").arg("words", either(words)).into()
}

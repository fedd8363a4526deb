//! Remarks of one line, for the standard error and below tables.

use crate::diagnostics::Message;
use crate::report::Catalogue;

/// A remark on one line: `note: …`, `提示：…`.
#[must_use]
pub fn remark(message: &Message, catalogue: &Catalogue) -> String {
    catalogue.say(&Message::new("report-note").with("text", catalogue.say(message)))
}

//! What is to be said of a table once it is read: columns that nothing uses, rows that are no rows, which sheet it was.

use std::sync::Arc;

use crate::diagnostics::Message;
use crate::tables::no_row::PassedOver;

/// So many columns are named.
const NAMED: usize = 10;

/// What is to be said of a table once it is read.
#[derive(Clone, Debug, Default)]
pub struct Leftovers {
    /// The file as it was named.
    pub file: Arc<str>,
    /// What has to be known of the file itself: which sheet was read, say.
    pub of_file: Vec<Message>,
    /// How many rows stand before the headings.
    pub titles: u64,
    /// Rows that are no rows.
    pub passed_over: PassedOver,
    /// The headings of the columns that are not known.
    pub unused: Vec<Arc<str>>,
}

impl Leftovers {
    /// What is to be said of it; `is_used` tells which of the columns something else names.
    pub fn notes(&self, is_used: impl Fn(&str) -> bool) -> impl Iterator<Item = Message> {
        let PassedOver { totals, headings } = self.passed_over;
        let rows = Message::new("sheet-rows-passed-over").with("file", &*self.file).count("titles", self.titles);
        let rows = rows.count("totals", totals).count("headings", headings);
        let unused: Vec<&str> =
            self.unused.iter().map(|heading| &**heading).filter(|heading| !is_used(heading)).collect();
        let columns = unused_columns(Message::new("sheet-columns-unused").with("file", &*self.file), &unused);
        let has_rows = self.titles + totals + headings > 0;
        self.of_file.iter().cloned().chain(has_rows.then_some(rows)).chain(columns)
    }
}

/// Names the columns that nothing uses, the first of them; `None` where there are none.
#[must_use]
pub fn unused_columns(message: Message, headings: &[&str]) -> Option<Message> {
    let named = headings.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
    let more = headings.len().saturating_sub(NAMED) as u64;
    (!headings.is_empty()).then(|| message.with("columns", named).count("more", more))
}

/// A heading as it is named; by its number from the left where nothing stands over the column.
#[must_use]
pub fn shown(at: usize, heading: &str) -> Arc<str> {
    if heading.is_empty() { format!("#{}", at + 1).into() } else { heading.into() }
}

//! The words of files for spreadsheets: those of a language, or the stable keys, which English stands for.

use crate::report::{Catalogue, Cell, Language};

/// Where headings and words come from.
pub(super) struct Words<'a> {
    /// The language of the reader, in which sentences are.
    pub(super) reader: &'a Catalogue,
    other: Option<Catalogue>,
    keys: bool,
}

impl<'a> Words<'a> {
    /// Those of a language, or of the reader.
    pub(super) fn new(reader: &'a Catalogue, headings: Option<Language>) -> Self {
        let keys = headings == Some(Language::En);
        Self { reader, other: headings.filter(|_| !keys).map(Catalogue::new), keys }
    }

    fn catalogue(&self) -> &Catalogue {
        self.other.as_ref().unwrap_or(self.reader)
    }

    pub(super) fn heading(&self, key: &str) -> String {
        if self.keys { key.to_string() } else { self.catalogue().column(key) }
    }

    /// The words of a cell; `None` for figures and for what is missing.
    pub(super) fn text(&self, cell: &Cell) -> Option<String> {
        match cell {
            Cell::Text(text) => Some(text.to_string()),
            Cell::Word(word) if self.keys => Some((*word).to_string()),
            Cell::Word(word) => Some(self.catalogue().word(word)),
            Cell::Said(message) => Some(self.reader.say(message)),
            Cell::Missing | Cell::Count(_) | Cell::Money(_) | Cell::Number(_) => None,
        }
    }
}

//! A log whose headings are to be read, and what is known of it so far.

use std::sync::Arc;

use crate::agreement::asked::DetailsAsked;
use crate::files::encoding::Encoding;
use crate::tables::map::part::Part;
use crate::units::Month;

/// A log of which the headings are to be read.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    pub name: Arc<str>,
    pub encoding: Encoding,
    /// How many bytes of its text lie before the headings.
    pub offset: u64,
    pub delimiter: u8,
    /// What a map says of it.
    pub part: Option<Arc<Part>>,
    /// Whether the map is one of the program's own.
    pub is_known: bool,
    /// The month of days that do not say it, where someone has said it.
    pub month: Option<Month>,
    /// What is asked of its rows beside names and parcels.
    pub asked: Arc<DetailsAsked>,
    /// What stands above the headings.
    pub above: String,
    /// The statuses that count, where someone has said them.
    pub delivered: Option<Arc<[String]>>,
}

impl Named {
    /// A log of commas in UTF-8 of which nothing was said.
    #[cfg(test)]
    pub(crate) fn plain(name: &str) -> Self {
        let encoding = Encoding::Utf8;
        let (part, month, above) = (None, None, String::new());
        let name = name.into();
        let (asked, delivered) = (Arc::default(), None);
        Self { name, encoding, offset: 0, delimiter: b',', part, is_known: false, month, asked, above, delivered }
    }

    /// The statuses that count, where someone has said them.
    pub(crate) fn delivered(&self) -> Option<&[String]> {
        let of_map = || self.part.as_ref().and_then(|part| part.rows.delivered.as_deref());
        self.delivered.as_deref().or_else(of_map)
    }
}

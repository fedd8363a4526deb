//! A file as the project file names it: a path with places for the month, and signs that stand for letters.

use std::path::{Path, PathBuf};

use crate::files::folder::matching;
use crate::units::Month;

/// What stands for a part of the month.
const PLACES: [&str; 4] = ["month", "year", "mm", "m"];

/// A path of the project file, as it is written there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern(pub String);

impl Pattern {
    /// Whether it is another file in another month.
    #[must_use]
    pub fn is_of_month(&self) -> bool {
        PLACES.iter().any(|place| self.0.contains(&format!("{{{place}}}")))
    }

    /// The first thing in braces that stands for nothing, such as `{day}`.
    #[must_use]
    pub fn unknown_place(&self) -> Option<&str> {
        let mut rest = self.0.as_str();
        while let Some(open) = rest.find('{') {
            let within = &rest[open..];
            let end = within.find('}').map_or(within.len(), |close| close + 1);
            let place = &within[..end];
            if !PLACES.iter().any(|known| place == format!("{{{known}}}")) {
                return Some(place);
            }
            rest = &within[end..];
        }
        None
    }

    /// As it is in a month.
    #[must_use]
    pub fn in_month(&self, month: Option<Month>) -> String {
        let Some(month) = month else { return self.0.clone() };
        let (year, number) = (month.year, month.month);
        let texts = [month.to_string(), format!("{year:04}"), format!("{number:02}"), number.to_string()];
        PLACES
            .iter()
            .zip(texts)
            .fold(self.0.clone(), |path, (place, text)| path.replace(&format!("{{{place}}}"), &text))
    }

    /// The files of a month, each with the sheet that is named after its `#`; none where there is no such file.
    #[must_use]
    pub fn files(&self, folder: &Path, month: Option<Month>) -> Vec<PathBuf> {
        let path = self.in_month(month);
        let whole = matching(&folder.join(&path));
        if !whole.is_empty() {
            return whole;
        }
        // A name may hold a `#` of its own, so the last one is tried first.
        let mut parts = path.rmatch_indices('#').map(|(at, _)| {
            let with_sheet = |file: PathBuf| {
                [file.as_os_str(), path[at..].as_ref()].into_iter().collect::<std::ffi::OsString>().into()
            };
            matching(&folder.join(&path[..at])).into_iter().map(with_sheet).collect::<Vec<PathBuf>>()
        });
        parts.find(|files| !files.is_empty()).unwrap_or_default()
    }
}

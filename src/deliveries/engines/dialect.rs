//! What two engines write differently.

use crate::tables::map::Heading;
use crate::tables::map::format::Zone;

/// How an engine writes what a statement says. Expressions come and go as text.
pub(super) trait Dialect {
    /// Its name, as people write it.
    fn name(&self) -> &'static str;

    /// The type of texts.
    fn text_type(&self) -> &'static str;

    /// The type of a day with a time, without a zone.
    fn time_type(&self) -> &'static str;

    /// A name of a column, whatever is in it.
    fn identifier(&self, name: &str) -> String;

    /// A text as it is.
    fn literal(&self, text: &str) -> String;

    /// A column as a map names it.
    fn column(&self, heading: &Heading) -> String;

    /// Without spaces around it, the full-width one included.
    fn trimmed(&self, text: &str) -> String;

    /// Whether a regular expression is found in a text.
    fn matches(&self, text: &str, regex: &str) -> String;

    /// A text in which what a regular expression finds is replaced; `$1` stands for its first group.
    fn rewritten(&self, text: &str, regex: &str, replacement: &str) -> String;

    /// A text without anything that a regular expression finds in it.
    fn without(&self, text: &str, regex: &str) -> String;

    /// A column as text; what is an instant in the table, by the clock of a zone.
    fn moment_text(&self, column: &str, zone: &Zone) -> String;

    /// A text with its distance from Greenwich, such as `2022-05-01 08:00:00+0800`, as a time by the clock of a zone; NULL where
    /// it is none.
    fn with_offset(&self, text: &str, zone: &Zone) -> String;

    /// So many seconds after 1970 in Greenwich, as a time by the clock of a zone.
    fn instant(&self, seconds: &str, zone: &Zone) -> String;

    /// So many seconds after midnight of a day, which is given as `YYYY-MM-DD`.
    fn seconds_after(&self, day: &str, seconds: &str) -> String;

    /// The time of the day, `HH:MM:SS`.
    fn clock(&self, time: &str) -> String;

    /// What stands before the query of a name that is used twice and computed once, and what its columns begin with.
    fn computed_once(&self) -> (&'static str, &'static str);
}

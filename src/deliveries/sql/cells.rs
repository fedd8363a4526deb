//! What a row says in each column of a log, as SQL takes it from the table.

use crate::deliveries::sql::dialect::Dialect;
use crate::source::columns::Holds;
use crate::source::headings::LOG;
use crate::source::map::Cell;
use crate::source::map::Origin;
use crate::source::map::Part;
use crate::source::map::Taken;

/// What is a number for a name that begins with a sign, and therefore is no formula for a spreadsheet.
const SIGNED_NUMBER: &str = "[-+][0-9]{1,12}(?:\\.[0-9]{1,16})?\\z";

/// The cells of a table, as a map lays it out.
pub(super) struct Cells<'a> {
    pub dialect: &'a dyn Dialect,
    pub part: &'a Part,
}

impl Cells<'_> {
    /// What a column says: a text without spaces around it, NULL where nothing stands.
    pub(super) fn column(&self, name: &str, taken: &Taken) -> String {
        let text = match &taken.origin {
            Origin::Cell(cell) => self.cell(cell, is_moment(name)),
            Origin::Joined(cells, with) => {
                let cells: Vec<String> = cells.iter().map(|cell| self.cell(cell, false)).collect();
                format!("nullif(concat_ws({}, {}), '')", self.dialect.literal(with), cells.join(", "))
            }
            Origin::Value(text) => self.word(text),
        };
        self.meaning(&text, taken)
    }

    /// One cell of the table.
    pub(super) fn cell(&self, cell: &Cell, is_moment: bool) -> String {
        self.text(&self.dialect.column(&cell.heading), is_moment)
    }

    /// What stands in a column of the table.
    pub(super) fn text(&self, column: &str, is_moment: bool) -> String {
        let text = if is_moment {
            self.dialect.moment_text(column, &self.part.zone)
        } else {
            format!("CAST({column} AS {})", self.dialect.text_type())
        };
        let text = format!("nullif({}, '')", self.dialect.trimmed(&text));
        let missing = self.part.missing.iter().filter(|word| !word.is_empty());
        missing.fold(text, |text, word| format!("nullif({text}, {})", self.dialect.literal(word)))
    }

    /// A word of the map; one that is empty says nothing.
    fn word(&self, word: &str) -> String {
        if word.is_empty() { "NULL".to_string() } else { self.dialect.literal(word) }
    }

    /// What the words of the file mean.
    fn meaning(&self, text: &str, taken: &Taken) -> String {
        if taken.values.is_empty() {
            return text.to_string();
        }
        let case = |(from, to): &(std::sync::Arc<str>, std::sync::Arc<str>)| {
            format!(" WHEN {} THEN {}", self.dialect.literal(from), self.word(to))
        };
        let cases: String = taken.values.iter().map(case).collect();
        format!("CASE coalesce({text}, ''){cases} ELSE {text} END")
    }

    /// A name without the `'` that keeps a spreadsheet from running it.
    pub(super) fn unguarded(&self, name: &str) -> String {
        let quote = self.dialect.literal("'%");
        let guarded = self.dialect.matches(name, "^'[-+=@]");
        let number = self.dialect.matches(name, &format!("^'{SIGNED_NUMBER}"));
        let rest = format!("CASE WHEN {guarded} AND NOT {number} THEN substr({name}, 2) ELSE {name} END");
        format!("CASE WHEN {name} LIKE {quote} THEN {rest} ELSE {name} END")
    }

    /// A name as the tally writes it, with a `'` before one that a spreadsheet would run.
    pub(super) fn guarded(&self, name: &str) -> String {
        let runs = self.dialect.matches(name, "^[-+=@]");
        let number = self.dialect.matches(name, &format!("^{SIGNED_NUMBER}"));
        let quote = self.dialect.literal("'");
        format!("CASE WHEN {runs} AND NOT {number} THEN {quote} || {name} ELSE {name} END")
    }

    /// Whether a text is one of some words; case does not matter in ASCII.
    pub(super) fn is_one_of<W: AsRef<str>>(&self, text: &str, words: &[W]) -> String {
        let list = |word: &dyn Fn(&str) -> String| {
            words.iter().map(|text| self.dialect.literal(&word(text.as_ref()))).collect::<Vec<_>>().join(", ")
        };
        let (written, lowered) = (list(&str::to_string), list(&str::to_ascii_lowercase));
        // Most are written as in the list: only others are turned into small letters.
        format!(
            "({text} IN ({written}) OR translate({text}, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz') IN ({lowered}))"
        )
    }
}

/// Whether a column of a log says when.
pub(super) fn is_moment(name: &str) -> bool {
    LOG.iter().any(|column| column.name == name && matches!(column.holds, Holds::Day | Holds::Time))
}

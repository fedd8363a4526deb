//! What a row says in each column of a log, as a map takes it from the table.

use std::cell::RefCell;
use std::sync::Arc;

use crate::deliveries::engines::dialect::Dialect;
use crate::files::unread;
use crate::tables::alike;
use crate::tables::columns::{FAULTS, Holds};
use crate::tables::headings::LOG;
use crate::tables::map::{Cell, Heading, Origin, Part, Taken};

/// What is a number, with its sign, and therefore no formula for a spreadsheet.
const SIGNED_NUMBER: &str = "[-+][0-9]{1,12}(?:\\.[0-9]{1,16})?\\z";

/// The cells of a table, as a map lays it out. Columns of the table get names of our own as they are asked for.
pub(super) struct Cells<'a> {
    dialect: &'a dyn Dialect,
    part: &'a Part,
    /// The columns of the table that are used, and whether one is asked when something was.
    used: RefCell<Vec<(Heading, bool)>>,
}

impl<'a> Cells<'a> {
    pub(super) fn new(dialect: &'a dyn Dialect, part: &'a Part) -> Self {
        Self { dialect, part, used: RefCell::default() }
    }

    /// What a column says: a text, NULL where nothing stands.
    pub(super) fn column(&self, name: &str, taken: &Taken) -> String {
        let is_moment = is_moment(name);
        let text = match &taken.origin {
            Origin::Cell(cell) => self.cell(cell, is_moment),
            Origin::Joined(cells, with) => {
                let cells: Vec<String> = cells.iter().map(|cell| self.cell(cell, is_moment)).collect();
                format!("nullif(concat_ws({}, {}), '')", self.dialect.literal(with), cells.join(", "))
            }
            Origin::Value(text) => return self.word(text),
        };
        if taken.values.is_empty() {
            return text;
        }
        let case =
            |(from, to): &(Arc<str>, Arc<str>)| format!(" WHEN {} THEN {}", self.dialect.literal(from), self.word(to));
        let cases: String = taken.values.iter().map(case).collect();
        format!("CASE coalesce({text}, ''){cases} ELSE {text} END")
    }

    /// One cell of the table, NULL where nothing stands or a word that means so.
    pub(super) fn cell(&self, cell: &Cell, is_moment: bool) -> String {
        let text = format!("c{}", self.number(cell, is_moment));
        let missing = self.part.missing.iter().filter(|word| !word.is_empty());
        missing.fold(text, |text, word| format!("nullif({text}, {})", self.dialect.literal(word)))
    }

    /// The number by which a column of the table goes, counted from 1.
    pub(super) fn number(&self, cell: &Cell, is_moment: bool) -> usize {
        let mut used = self.used.borrow_mut();
        let known = used.iter().position(|(heading, moment)| *heading == cell.heading && *moment == is_moment);
        let position = known.unwrap_or_else(|| {
            used.push((cell.heading.clone(), is_moment));
            used.len() - 1
        });
        position + 1
    }

    /// Whether a spreadsheet has shown a fault in one of some cells in place of what they say.
    pub(super) fn has_fault<'c>(&self, cells: impl Iterator<Item = &'c Cell>) -> String {
        let faults: Vec<String> =
            FAULTS.iter().chain(&[unread::FORMULA]).map(|fault| self.dialect.literal(fault)).collect();
        let (faults, merged) = (faults.join(", "), self.dialect.literal(&format!("{}%", unread::MERGED)));
        let mut numbers: Vec<usize> = cells.map(|cell| self.number(cell, false)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let is_fault =
            |number: &usize| format!("c{number} LIKE '#%' AND (c{number} IN ({faults}) OR c{number} LIKE {merged})");
        let any = numbers.iter().map(is_fault).collect::<Vec<_>>().join(" OR ");
        if any.is_empty() { "FALSE".to_string() } else { format!("coalesce({any}, FALSE)") }
    }

    /// The columns of the table that were asked for, as text without spaces around it and without marks that nobody sees.
    pub(super) fn used(&self) -> Vec<String> {
        let text = |(number, (heading, is_moment)): (usize, &(Heading, bool))| {
            let column = self.dialect.column(heading);
            let text = if *is_moment {
                self.dialect.moment_text(&column, &self.part.zone)
            } else {
                format!("CAST({column} AS {})", self.dialect.text_type())
            };
            let seen = self.dialect.without(&text, alike::MARKS);
            format!("nullif({}, '') AS c{number}", self.dialect.trimmed(&seen))
        };
        (1..).zip(self.used.borrow().iter()).map(text).collect()
    }

    /// The same as they are meant: names without the `'` that keeps a spreadsheet from running them.
    pub(super) fn meant(&self) -> Vec<String> {
        let meant = |(number, (_, is_moment)): (usize, &(Heading, bool))| {
            let name = format!("c{number}");
            if *is_moment { name } else { format!("{} AS {name}", self.unguarded(&name)) }
        };
        (1..).zip(self.used.borrow().iter()).map(meant).collect()
    }

    /// What they are called.
    pub(super) fn names(&self) -> Vec<String> {
        (1..=self.used.borrow().len()).map(|number| format!("c{number}")).collect()
    }

    /// Each of them, as the table names it.
    pub(super) fn asked(&self) -> Vec<Heading> {
        self.used.borrow().iter().map(|(heading, _)| heading.clone()).collect()
    }

    /// The same, each once.
    pub(super) fn headings(&self) -> Vec<Heading> {
        let mut headings: Vec<Heading> = Vec::new();
        for (heading, _) in self.used.borrow().iter() {
            if !headings.contains(heading) {
                headings.push(heading.clone());
            }
        }
        headings
    }

    /// A word of the map; one that is empty says nothing.
    fn word(&self, word: &str) -> String {
        if word.is_empty() { format!("CAST(NULL AS {})", self.dialect.text_type()) } else { self.dialect.literal(word) }
    }

    /// A name without the `'` that keeps a spreadsheet from running it.
    fn unguarded(&self, name: &str) -> String {
        let quote = self.dialect.literal("'%");
        let guarded = self.dialect.matches(name, "^'[-+=@]");
        let number = self.dialect.matches(name, &format!("^'{SIGNED_NUMBER}"));
        format!("CASE WHEN {name} LIKE {quote} AND {guarded} AND NOT {number} THEN substr({name}, 2) ELSE {name} END")
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
        if !words.iter().any(|word| word.as_ref().contains(|letter: char| letter.is_ascii_alphabetic())) {
            return format!("{text} IN ({written})");
        }
        // Most are written as in the list: only others are turned into small letters.
        let small = format!("translate({text}, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')");
        format!("({text} IN ({written})\n      OR {small} IN ({lowered}))")
    }
}

/// Whether a column of a log says when.
pub(super) fn is_moment(name: &str) -> bool {
    LOG.iter().any(|column| column.name == name && matches!(column.holds, Holds::Day | Holds::Time))
}

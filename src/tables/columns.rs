//! Which column of a file is which: its headings against the names that a column goes by.

use crate::diagnostics::Message;
use crate::files::unread::{Unread, unread};

/// A column that a file may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its own name, as the documentation gives it.
    pub name: &'static str,
    /// Other headings that mean the same, in lists that several inputs share; the first that is found is taken.
    pub headings: &'static [&'static [&'static str]],
    /// What its cells say.
    pub holds: Holds,
}

/// What the cells of a column say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// A name, an id, a word.
    Text,
    /// A number, an amount, a count.
    Number,
    /// A day, perhaps with a time.
    Day,
    /// A time of the day, perhaps after its day.
    Time,
    /// A month.
    Month,
}

impl Column {
    /// Every heading that it goes by, its own name first.
    pub fn known(&self) -> impl Iterator<Item = &'static str> {
        [self.name].into_iter().chain(self.headings.iter().flat_map(|list| list.iter().copied()))
    }
}

/// What the headings of a file come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// For each column asked for, where it stands in a row (counted from 0), if it is there.
    pub positions: Vec<Option<usize>>,
    /// Headings that could have served a column too, but another came first.
    pub passed_over: Vec<PassedOver>,
    /// Where a heading in use stands a second time.
    pub repeated: Vec<usize>,
}

/// A column for which a file has several headings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PassedOver {
    /// The column's own name.
    pub column: &'static str,
    /// Where the heading stands that is used.
    pub used: usize,
    /// Where the others stand, in the order of preference.
    pub others: Vec<usize>,
}

/// Finds the columns by their headings: the own name first, then the others in their order; case does not matter in
/// ASCII. Positions come in the order of `columns`.
#[must_use]
pub fn find(headings: &[impl AsRef<str>], columns: &[Column]) -> Found {
    let mut found = Found::default();
    for column in columns {
        let mut at = Vec::new();
        for name in column.known() {
            let mut same = headings.iter().enumerate().filter(|(_, heading)| is(heading.as_ref(), name));
            if let Some((first, _)) = same.next() {
                if at.is_empty() {
                    found.repeated.extend(same.map(|(position, _)| position));
                }
                at.push(first);
            }
        }
        found.positions.push(at.first().copied());
        if at.len() > 1 {
            found.passed_over.push(PassedOver { column: column.name, used: at.remove(0), others: at });
        }
    }
    found
}

/// Whether a row is headings once more: it has several cells, and each that says something names a column that is known.
#[must_use]
pub fn are_headings(cells: &[impl AsRef<str>], columns: &[Column]) -> bool {
    let mut said = cells.iter().map(|cell| trimmed(cell.as_ref())).filter(|cell| !cell.is_empty());
    let is_known = |cell: &str| columns.iter().any(|column| column.known().any(|name| is(cell, name)));
    let several = said.clone().nth(1).is_some();
    several && said.all(is_known)
}

/// A heading or a name without the spaces around it, the full-width one (U+3000) of Chinese text included.
#[must_use]
pub fn trimmed(text: &str) -> &str {
    text.trim_matches([' ', '\t', '\r', '\n', '\u{3000}'])
}

/// What a spreadsheet shows in place of a value that it could not work out.
pub const FAULTS: [&str; 10] =
    ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NUM!", "#NAME?", "#NULL!", "#DATA!", "#SPILL!", "#CALC!"];

/// Whether a text is one of [`FAULTS`], or stands for a cell without a value.
#[must_use]
pub fn is_fault(text: &str) -> bool {
    text.starts_with('#') && (FAULTS.contains(&text) || unread(text).is_some())
}

/// What is wrong with a cell of a spreadsheet that has no value; the sentence gets the `column` filled in.
#[must_use]
pub fn without_value(text: &str) -> Option<Message> {
    Some(match unread(text)? {
        Unread::Formula => Message::new("cell-not-worked-out"),
        Unread::Merged(range) => Message::new("cell-merged").with("range", range),
    })
}

fn is(heading: &str, name: &str) -> bool {
    trimmed(heading).eq_ignore_ascii_case(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    const COURIER: Column = Column { name: "courier", headings: &[&["工号"], &["派件员"]], holds: Holds::Text };
    const AREA: Column = Column { name: "area", headings: &[&["区域"]], holds: Holds::Text };

    #[test]
    fn own_name_first_then_the_others_in_order() {
        let found = find(&["派件员", " 工号\u{3000}", "x"], &[COURIER, AREA]);
        assert_eq!(found.positions, [Some(1), None]);
        assert_eq!(found.passed_over, [PassedOver { column: "courier", used: 1, others: vec![0] }]);
        assert_eq!(find(&["派件员", "Courier"], &[COURIER]).positions, [Some(1)]);
    }

    #[test]
    fn a_heading_in_use_may_stand_once() {
        assert_eq!(find(&["area", "x", "AREA", "x"], &[AREA]).repeated, [2]);
        assert_eq!(find(&["area", "区域", "区域"], &[AREA]).repeated, [0usize; 0]);
    }
}

//! Which column of a file is which: its headings against the names that a column goes by.

use crate::diagnostics::Message;
use crate::files::unread::{Unread, unread};
pub use crate::tables::alike::trimmed;
use crate::tables::heading;

/// A column that a file may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its own name, as the documentation gives it.
    pub name: &'static str,
    /// Other headings that mean the same, in lists that several inputs share; the first that is found is taken.
    pub headings: &'static [&'static [&'static str]],
    /// Further headings, of which none goes before another: where one of these stands beside another heading of the column,
    /// a person has to say which is meant.
    pub equals: &'static [&'static str],
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
        self.preferred().chain(self.equals.iter().copied())
    }

    /// The headings of which an earlier goes before a later one.
    fn preferred(&self) -> impl Iterator<Item = &'static str> {
        [self.name].into_iter().chain(self.headings.iter().flat_map(|list| list.iter().copied()))
    }

    /// Whether a heading, as it is compared, is one of them.
    #[must_use]
    pub fn goes_by(&self, key: &str) -> bool {
        self.known().any(|name| heading::is(key, name))
    }
}

/// What the headings of a file come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// For each column asked for, where it stands in a row (counted from 0), if it is there.
    pub positions: Vec<Option<usize>>,
    /// Headings that could have served a column too, but another came first.
    pub passed_over: Vec<Several>,
    /// Headings of a column of which none goes before another.
    pub unclear: Vec<Several>,
    /// Where a heading in use stands a second time.
    pub repeated: Vec<usize>,
}

/// A column for which a file has several headings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Several {
    /// The column's own name.
    pub column: &'static str,
    /// Where the heading stands that is used, or that comes first.
    pub used: usize,
    /// Where the others stand, in the order of preference.
    pub others: Vec<usize>,
}

impl Several {
    /// The headings of a column of which none goes before another, where a person has to say which is meant.
    #[must_use]
    pub fn unclear(&self, headings: &[impl AsRef<str>]) -> Message {
        let named = [self.used].into_iter().chain(self.others.iter().copied());
        let named: Vec<&str> = named.map(|at| trimmed(headings[at].as_ref())).collect();
        Message::new("sheet-columns-unclear").with("column", self.column).with("headings", named.join(", "))
    }
}

/// Finds the columns by their headings: the own name first, then the others in their order. Positions come in the order of
/// `columns`.
#[must_use]
pub fn find(headings: &[impl AsRef<str>], columns: &[Column]) -> Found {
    let keys: Vec<String> = headings.iter().map(|heading| heading::key(heading.as_ref())).collect();
    let mut found = Found::default();
    for column in columns {
        let (mut at, mut is_clear) = (Vec::new(), true);
        let preferred = column.preferred().count();
        for (rank, name) in column.known().enumerate() {
            let mut same = keys.iter().enumerate().filter(|(_, key)| heading::is(key, name));
            if let Some((first, _)) = same.next() {
                if at.is_empty() {
                    found.repeated.extend(same.map(|(position, _)| position));
                }
                is_clear &= rank < preferred;
                at.push(first);
            }
        }
        found.positions.push(at.first().copied());
        if at.len() > 1 {
            let several = Several { column: column.name, used: at.remove(0), others: at };
            if is_clear { found.passed_over.push(several) } else { found.unclear.push(several) }
        }
    }
    found
}

/// Whether a text is a heading by which one of the columns is known.
#[must_use]
pub fn is_heading(text: &str, columns: &[Column]) -> bool {
    // None that we know has a digit in it, and most ids have.
    if text.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let key = heading::key(text);
    columns.iter().any(|column| column.goes_by(&key))
}

/// Whether a row is headings once more: it has several cells, and each that says something names a column that is known, or
/// says what stands over it.
#[must_use]
pub fn are_headings(cells: &[impl AsRef<str>], headings: &[impl AsRef<str>], columns: &[Column]) -> bool {
    // No column is known by a number: nearly every row of a table is told by its first one, so that it costs next to nothing.
    let stands_over = |at: usize, key: &str| headings.get(at).is_some_and(|over| heading::key(over.as_ref()) == key);
    let is_number = |cell: &str| trimmed(cell).starts_with(|letter: char| letter.is_ascii_digit());
    let has_digit = |at: usize| headings.get(at).is_some_and(|over| over.as_ref().chars().any(char::is_numeric));
    let number = cells.iter().position(|cell| is_number(cell.as_ref()));
    if number.is_some_and(|at| !has_digit(at) || !stands_over(at, &heading::key(cells[at].as_ref()))) {
        return false;
    }
    let mut said = 0;
    for (at, cell) in cells.iter().enumerate() {
        let key = heading::key(cell.as_ref());
        if !key.is_empty() && !columns.iter().any(|column| column.goes_by(&key)) && !stands_over(at, &key) {
            return false;
        }
        said += usize::from(!key.is_empty());
    }
    said > 1
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

#[cfg(test)]
mod tests {
    use super::*;

    const COURIER: Column =
        Column { name: "courier", headings: &[&["工号"], &["派件员"]], equals: &[], holds: Holds::Text };
    const AREA: Column =
        Column { name: "area", headings: &[&["区域"]], equals: &["乡镇", "片"], holds: Holds::Text };

    #[test]
    fn own_name_first_then_the_others_in_order() {
        let found = find(&["派件员", " 工号\u{3000}", "x"], &[COURIER, AREA]);
        assert_eq!(found.positions, [Some(1), None]);
        assert_eq!(found.passed_over, [Several { column: "courier", used: 1, others: vec![0] }]);
        assert_eq!(find(&["派件员", "Courier"], &[COURIER]).positions, [Some(1)]);
    }

    #[test]
    fn headings_of_which_none_goes_before_another_are_unclear() {
        let unclear = |headings: &[&str]| find(headings, &[AREA]).unclear;
        assert_eq!(unclear(&["乡镇", "x", "片"]), [Several { column: "area", used: 0, others: vec![2] }]);
        assert_eq!(unclear(&["乡镇", "区域"]), [Several { column: "area", used: 1, others: vec![0] }]);
        assert_eq!(unclear(&["乡镇", "x"]), []);
    }

    #[test]
    fn headings_stand_again_in_a_row_that_says_nothing_else() {
        let again = |cells: &[&str]| are_headings(cells, &["工号", "日期", "备注"], &[COURIER, AREA]);
        assert!(again(&["派件员", "", "备 注"]) && again(&["courier", "area"]));
        assert!(!again(&["工号", "", ""]) && !again(&["工号", "备注", "x"]) && !again(&["", "", ""]));
    }

    #[test]
    fn a_heading_in_use_may_stand_once() {
        assert_eq!(find(&["area", "x", "AREA", "x"], &[AREA]).repeated, [2]);
        assert_eq!(find(&["area", "区域", "区域"], &[AREA]).repeated, [0usize; 0]);
    }
}

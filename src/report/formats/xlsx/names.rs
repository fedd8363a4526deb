//! The names of the sheets: those of the catalogue, and such that every spreadsheet takes them.

use crate::report::{Catalogue, Report, Table};

/// How long a name may be, in units of UTF-16.
const LONGEST: usize = 31;

/// What stands in no name.
const FORBIDDEN: &str = "[]:*?/\\'";

/// The names given so far.
#[derive(Default)]
pub(super) struct Names(Vec<String>);

impl Names {
    /// The name of the sheet of a table: `xlsx-sheet-REPORT-KEY` of the catalogue, or `xlsx-sheet-KEY`, or the key itself.
    pub(super) fn of_table(&mut self, report: &Report, table: &Table, catalogue: &Catalogue) -> String {
        let key = table.key.replace('_', "-");
        let own = catalogue.plain(&format!("xlsx-sheet-{}-{key}", report.name));
        let name = own.or_else(|| catalogue.plain(&format!("xlsx-sheet-{key}")));
        self.unlike(&name.unwrap_or(key))
    }

    /// The name, fit for a sheet, and with a number behind it where it is given already.
    pub(super) fn unlike(&mut self, name: &str) -> String {
        let name: String = name.chars().filter(|character| !FORBIDDEN.contains(*character)).collect();
        let given = |name: &String| self.0.iter().any(|given| given.to_lowercase() == name.to_lowercase());
        let mut fit = cut(&name, LONGEST);
        let mut number = 1;
        while given(&fit) {
            number += 1;
            let number = format!(" {number}");
            fit = cut(&name, LONGEST - number.len()) + &number;
        }
        self.0.push(fit.clone());
        fit
    }
}

/// The beginning of a text, as far as so many units of UTF-16 hold it.
fn cut(text: &str, units: usize) -> String {
    let mut left = units;
    let fits = |character: &char| {
        let fits = character.len_utf16() <= left;
        left = left.saturating_sub(character.len_utf16());
        fits
    };
    text.chars().take_while(fits).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_sheets_have_one_name() {
        let mut names = Names::default();
        assert_eq!(names.unlike("pay"), "pay");
        assert_eq!(names.unlike("Pay"), "Pay 2");
        assert_eq!(names.unlike("a/b [c]"), "ab c");
        // 40 characters are cut to 31, then to 29 and " 2"
        let long = "资".repeat(40);
        assert_eq!(names.unlike(&long), "资".repeat(31));
        assert_eq!(names.unlike(&long), "资".repeat(29) + " 2");
        // a character of two units does not fit into the last one
        assert_eq!(names.unlike(&"𠀀".repeat(20)), "𠀀".repeat(15));
    }
}

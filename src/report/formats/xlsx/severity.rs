//! Rows in the colour of how grave they are, wherever they are sorted to.

use rust_xlsxwriter::utility::cell_range;
use rust_xlsxwriter::{ColNum, ConditionalFormatFormula, Format, RowNum, Worksheet, XlsxError};

use crate::report::Cell;
use crate::report::formats::words::Words;

/// The column that says it.
pub(super) const COLUMN: &str = "severity";

/// Its words and their colours, light enough for black letters, and told apart on paper without colours too.
const COLOURS: [(&str, &str); 3] = [("violation", "#F4C7C3"), ("warning", "#FFF2CC"), ("not-checked", "#E7E6E6")];

/// Colours the rows from the second to the last, as far as the last column, by the word in the column `at`.
pub(super) fn colour(
    sheet: &mut Worksheet,
    words: &Words<'_>,
    (at, end, last): (ColNum, RowNum, ColNum),
) -> Result<(), XlsxError> {
    // The column stays while the rule is carried to the other cells of its row.
    let cell = format!("${}", cell_range(1, at, 1, at));
    for (word, colour) in COLOURS {
        let word = words.text(&Cell::Word(word)).unwrap_or_default();
        let fill = Format::new().set_background_color(colour);
        let is_so = format!("={cell}=\"{}\"", word.replace('"', "\"\""));
        let rule = ConditionalFormatFormula::new().set_rule(is_so.as_str()).set_format(fill);
        sheet.add_conditional_format(1, 0, end, last, &rule)?;
    }
    Ok(())
}

//! Ids and counts as they are meant, whatever a spreadsheet or a person has put around them.

use crate::deliveries::engines::dialect::Dialect;
use crate::tables::alike;

/// A number of which a spreadsheet has made a rounded one: 7.73E+14.
pub(super) const SHORTENED: &str = "^[0-9](?:\\.[0-9]+)?[Ee]\\+[0-9]+\\z";

/// A whole number as people and spreadsheets write it, between spaces: groups of three digits, zeros after a point.
const NUMBER: &str = "([0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\\.0+)?";

/// Spaces of all kinds.
pub(super) const SPACES: &str =
    "[\\x{9}-\\x{D} \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}]*";

/// An id as it is meant: without what keeps a spreadsheet from making a number of it, and without characters that nobody sees.
pub(super) fn id(dialect: &dyn Dialect, column: &str) -> String {
    let (as_text, quoted) = (dialect.literal("=\"%\""), dialect.literal("'%"));
    let plain = format!(
        "CASE WHEN {column} LIKE {as_text} THEN substr({column}, 3, length({column}) - 3) \
         WHEN {column} LIKE {quoted} THEN substr({column}, 2) ELSE {column} END"
    );
    format!("nullif({}, '')", dialect.trimmed(&dialect.without(&plain, alike::INVISIBLE)))
}

/// The digits of a count, as far as it is one.
pub(super) fn count(dialect: &dyn Dialect, column: &str) -> String {
    let narrow = format!("translate({column}, '０１２３４５６７８９．，', '0123456789.,')");
    let digits = dialect.matches(column, "^[0-9]+\\z");
    let number = format!("^{SPACES}{NUMBER}{SPACES}\\z");
    let fits = dialect.matches(&narrow, &number);
    let rewritten = dialect.rewritten(&narrow, &number, "$1");
    format!("CASE WHEN {digits} THEN {column} WHEN {fits} THEN replace({rewritten}, ',', '') END")
}

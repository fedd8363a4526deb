//! Rows that are no rows of data, as the statement tells them: nothing stands in them, or a total.

use crate::deliveries::engines::cells::{Cells, is_moment};
use crate::deliveries::engines::dialect::Dialect;
use crate::deliveries::row::columns::COLUMNS;
use crate::tables::columns::Holds;
use crate::tables::map::{Heading, Part};
use crate::tables::no_row::{TOTALS, TOTALS_ALONE};

/// The columns in which a total makes any row one; elsewhere it does so in a row that cannot be read.
const NAMES: [&str; 3] = ["courier", "company", "area"];

/// What may stand around and between the letters of a total.
const AROUND: &str = "[\\s\\x{A0}\\x{3000}*＊:：_-]";

/// A unit in brackets behind it.
const UNIT: &str = "(?:[(（\\[［【〔][^\\x1F]*[)）\\]］】〕])?";

/// Whether nothing stands in any of the columns that are asked for; in one that the table may not have, what stands for it then,
/// which is given, says nothing.
pub(super) fn is_empty(
    dialect: &dyn Dialect,
    cells: &Cells<'_>,
    instead: impl Fn(&Heading) -> Option<String>,
) -> String {
    let said = |(name, heading): (String, Heading)| match instead(&heading) {
        Some(word) => format!("nullif({name}, {})", dialect.literal(&word)),
        None => name,
    };
    let said: Vec<String> = cells.names().into_iter().zip(cells.asked()).map(said).collect();
    format!("coalesce({}) IS NULL", said.join(", "))
}

/// Whether a row says a total where a courier, a company or an area is named.
pub(super) fn names_total(dialect: &dyn Dialect, part: &Part, cells: &Cells<'_>) -> String {
    let named = NAMES.iter().filter_map(|name| Some((name, part.taken(name)?)));
    let named = named.filter(|(_, taken)| !taken.origin.cells().is_empty());
    any_total(dialect, &named.map(|(name, taken)| cells.column(name, taken)).collect::<Vec<_>>())
}

/// Whether it says a total in any column that names something, the day among them; of several that are joined, in the first.
pub(super) fn says_total(dialect: &dyn Dialect, part: &Part, cells: &Cells<'_>) -> String {
    let named = COLUMNS.iter().filter(|column| !matches!(column.holds, Holds::Number | Holds::Time));
    let first = named.filter_map(|column| {
        let cell = part.taken(column.name)?.origin.cells().first()?;
        Some(format!("c{}", cells.number(cell, is_moment(column.name))))
    });
    any_total(dialect, &first.collect::<Vec<_>>())
}

fn any_total(dialect: &dyn Dialect, texts: &[String]) -> String {
    let joined = dialect.without(&format!("concat_ws(chr(31), {})", texts.join(", ")), AROUND);
    if texts.is_empty() { "FALSE".to_string() } else { dialect.matches(&joined, &totals()) }
}

/// A total among texts with a separator of units (U+001F) between any two, as a regular expression.
fn totals() -> String {
    let (totals, alone) = (TOTALS.join("|"), TOTALS_ALONE.join("|"));
    let end = format!("{UNIT}(?:\\x1F|\\z)");
    format!("(?i)(?:^|\\x1F)(?:{totals}|(?:{alone}){end})|(?:{totals}){end}")
}

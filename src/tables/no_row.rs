//! Rows of a table that are no rows of data: nothing stands in them, or a total, or the headings once more.

use crate::tables::columns::{Column, Holds, are_headings};
use crate::tables::{alike, heading};

/// What a row is that is no row of data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoRow {
    /// Nothing stands in it.
    Empty,
    /// A total or a subtotal of other rows.
    Total,
    /// The headings once more.
    Headings,
}

/// How many rows of a table were passed over, as they are no rows of data; empty ones are not counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PassedOver {
    /// Totals and subtotals.
    pub totals: u64,
    /// Headings once more.
    pub headings: u64,
}

impl PassedOver {
    /// Counts one more.
    pub fn add(&mut self, row: NoRow) {
        match row {
            NoRow::Empty => {}
            NoRow::Total => self.totals += 1,
            NoRow::Headings => self.headings += 1,
        }
    }

    /// Counts those of other rows too.
    pub(super) fn extend(&mut self, others: Self) {
        self.totals += others.totals;
        self.headings += others.headings;
    }
}

/// Words that a total stands under, whatever else is beside them: 合计：, 五月合计, 0571 小计, 总计 4 人.
pub(crate) const TOTALS: [&str; 4] = ["合计", "总计", "小计", "共计"];

/// Words that stand for a total alone.
pub(crate) const TOTALS_ALONE: [&str; 6] = ["累计", "total", "totals", "subtotal", "grandtotal", "sum"];

impl NoRow {
    /// What a row is under these headings; `None`: a row of data. `position` says where each of the known columns stands.
    #[must_use]
    pub fn of(
        cells: &[impl AsRef<str>],
        headings: &[impl AsRef<str>],
        known: &[Column],
        position: impl Fn(usize) -> Option<usize>,
    ) -> Option<Self> {
        let Some(first) = cells.iter().find(|cell| !alike::meant(cell.as_ref()).is_empty()) else {
            return Some(Self::Empty);
        };
        // A remark may speak of totals: what a row is, its beginning says and what names something.
        let names = known.iter().enumerate().filter(|(_, column)| !matches!(column.holds, Holds::Number | Holds::Time));
        let mut names = names.filter_map(|(column, _)| cells.get(position(column)?));
        if is_total(first.as_ref()) || names.any(|cell| is_total(cell.as_ref())) {
            return Some(Self::Total);
        }
        are_headings(cells, headings, known).then_some(Self::Headings)
    }
}

/// Whether a cell says that its row is a total.
#[must_use]
pub fn is_total(cell: &str) -> bool {
    // Ids, days, numbers and words in plain letters: nearly all cells are told by their digits or by their first letter, and
    // names by having neither the one sign that all in Chinese have nor such a letter.
    let begins =
        |first: char| TOTALS_ALONE.iter().any(|word| word.starts_with(|begin| first.eq_ignore_ascii_case(&begin)));
    let is_another = if cell.is_ascii() {
        let first = || cell.chars().find(char::is_ascii_alphabetic);
        cell.bytes().any(|byte| byte.is_ascii_digit()) || !first().is_some_and(begins)
    } else {
        !cell.chars().any(|letter| letter == '计' || begins(alike::narrow(letter)))
    };
    if is_another {
        return false;
    }
    let key = heading::key(cell);
    let stands = |word: &&str| key.starts_with(*word) || key.ends_with(*word);
    TOTALS.iter().any(stands) || TOTALS_ALONE.contains(&&*key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::headings::LOG;

    #[test]
    fn what_is_no_row() {
        let headings = ["工号", "签收日期", "件数", "备注"];
        let of = |cells: &[&str]| {
            NoRow::of(cells, &headings, &LOG, |column| match LOG[column].name {
                "courier" => Some(0),
                "date" => Some(1),
                "parcels" => Some(2),
                _ => None,
            })
        };
        for empty in [&["", " ", "\u{3000}", "\u{feff}"][..], &[""], &[]] {
            assert_eq!(of(empty), Some(NoRow::Empty), "{empty:?}");
        }
        for total in [&["合 计：", "", "360"][..], &["", "总计(件)", "360"], &["0571", "小计", "200", ""], &["Total"]]
        {
            assert_eq!(of(total), Some(NoRow::Total), "{total:?}");
        }
        assert_eq!(of(&["courier", "签收 日期", "件数(件)", "备注"]), Some(NoRow::Headings));
        for row in [&["0571", "2022-05-01", "120", "合计补发"][..], &["-", "", "", ""], &["", "", "360", ""]] {
            assert_eq!(of(row), None, "{row:?}");
        }
    }
}

//! How the parcels of a year spread over its months: a season that ships with the program, or one from a file.

use std::path::Path;
use std::sync::Arc;

use crate::diagnostics::{Message, Problem, Problems};
use crate::files::encoding::Stated;
use crate::tables::headings::SEASON;
use crate::tables::table::{Table, TableOptions};
use crate::units::{Decimal, Month, number};

/// The weights of the months of a year, January first, in any unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Season {
    /// Its name, or the file that it comes from.
    pub name: Arc<str>,
    weights: Arc<[Decimal; 12]>,
}

/// The name of the season that ships with the program.
pub const CHINA_2025: &str = "china-2025";

/// Express parcels collected in all of China in 2025, in tenths of 100 million (国家邮政局).
///
/// Published are 284.8 for January and February together, 168.7 for June, 182.1 for December, and the sums 787.7 until May,
/// 1,450.8 until September, 1,807.4 until November, 1,989.5 in all. The other single months are assumed; they add up to all of
/// these within 0.1. So is the split of the first two, 52 to 48 (New Year was on 29 January).
const IN_2025: [i64; 12] = [1481, 1367, 1666, 1632, 1732, 1687, 1640, 1615, 1688, 1760, 1806, 1821];

const MONTH: usize = 0;
const WEIGHT: usize = 1;

/// Both must be there.
const REQUIRED: usize = 2;

impl Season {
    /// The season of 2025 in all of China.
    #[must_use]
    pub fn china_2025() -> Self {
        Self { name: CHINA_2025.into(), weights: Arc::new(IN_2025.map(|tenths| Decimal::new(tenths, 1))) }
    }

    /// Reads `--season`: the name of the one that ships with the program, or a CSV file of `month,weight`.
    ///
    /// # Errors
    /// All that is wrong in the file: each month of the year stands in it once, with a weight above zero.
    pub fn read(text: &str, encoding: Option<Stated>) -> Result<Self, Problems> {
        if text == CHINA_2025 {
            return Ok(Self::china_2025());
        }
        let mut sheet =
            Table::read(Path::new(text), TableOptions { encoding, ..TableOptions::default() }, &SEASON, REQUIRED)?;
        let mut problems = sheet.problems();
        let mut weights = [Decimal::ZERO; 12];
        for row in sheet.rows() {
            row.required(MONTH, &mut problems);
            row.required(WEIGHT, &mut problems);
            let month = row.read(MONTH, "season-month", &mut problems, month);
            let weight = row.read(WEIGHT, "season-weight", &mut problems, weight);
            let Some((month, weight)) = month.zip(weight) else { continue };
            if !weights[month].is_zero() {
                problems.push(row.problem(MONTH, Message::new("season-month-twice")));
            }
            weights[month] = weight;
        }
        let missing: Vec<String> =
            (1..=12).filter(|month| weights[month - 1].is_zero()).map(|month| month.to_string()).collect();
        if problems.is_empty() && !missing.is_empty() {
            let message = Message::new("season-months-missing").with("file", text).with("months", missing.join(", "));
            problems.push(Problem::new(message));
        }
        if problems.is_empty() { Ok(Self { name: text.into(), weights: Arc::new(weights) }) } else { Err(problems) }
    }

    /// The weight of a month.
    pub(crate) fn weight(&self, month: Month) -> Decimal {
        self.weights[usize::from(month.month.unsigned_abs()) - 1]
    }

    /// The weight of a year.
    pub(crate) fn of_year(&self) -> Decimal {
        self.weights.iter().sum()
    }

    /// What of it no source states.
    pub(crate) fn assumed(&self) -> Option<Message> {
        (*self.name == *CHINA_2025).then(|| Message::new("annual-season-assumed").with("season", &*self.name))
    }
}

/// A month of the year, counted from 0: `1`, `01`, `1月`, or with its year, `2025-01`.
fn month(text: &str) -> Option<usize> {
    let of_year = |text: &str| text.trim_end_matches('月').parse().ok().filter(|month| (1..=12).contains(month));
    let with_year = || crate::units::date::parse_month(text).map(|month| usize::from(month.month.unsigned_abs()));
    of_year(text).or_else(with_year).map(|month: usize| month - 1)
}

fn weight(text: &str) -> Option<Decimal> {
    number::decimal(text).filter(|weight| *weight > Decimal::ZERO)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 284.8, then 787.7 until May, 956.4 until June, 1,450.8 until September, 1,807.4 until November, 1,989.5 in all.
    #[test]
    fn the_months_of_2025_add_up_to_what_was_published() {
        let until = |months: usize| IN_2025[..months].iter().sum::<i64>();
        assert_eq!((until(2), until(12)), (2848, 19_895));
        for (months, published) in [(5, 7877), (6, 9564), (9, 14_508), (11, 18_074)] {
            assert!((until(months) - published).abs() <= 1, "{months}: {}", until(months));
        }
    }

    #[test]
    fn months_are_read_as_people_write_them() {
        assert_eq!(["1", "01", "1月", "2025-01", "12"].map(month), [Some(0), Some(0), Some(0), Some(0), Some(11)]);
        assert_eq!(["0", "13", "", "Jan"].map(month), [None; 4]);
    }
}

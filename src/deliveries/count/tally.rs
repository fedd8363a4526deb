//! The tally: delivered parcels per day, company, courier, area and service.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::agreement::asked::DetailsAsked;
use crate::deliveries::count::details::Detail;
use crate::units::{Date, Month, Term};

/// What a log comes to: rows in the order of date, company, courier, area, service (by the bytes of their names),
/// one row for each combination that occurs. All of `pay`, `cost` and `check` start from here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// The distinct names, sorted by their bytes and referred to by their index. `""` is the name that a log leaves out.
    pub names: Vec<Arc<str>>,
    /// The counts.
    pub rows: Vec<Row>,
    /// Those of the days before [`Tally::asked`] in its first month, which ladders count, and in the twelve months before, by
    /// which leave may be paid.
    pub before: Vec<Row>,
    /// From the first to the last day with a parcel's row; open where there is none. A row may stand for more days than its
    /// own; see [`Periods`](crate::deliveries::Periods).
    pub days: Term,
    /// The days with a parcel.
    pub with_parcels: BTreeSet<Date>,
    /// What was asked of the log beside names and parcels.
    pub details_asked: Arc<DetailsAsked>,
    /// What the rows say of that; see [`Row::detail`].
    pub details: Vec<Arc<Detail>>,
    /// The days asked for by `--from` and `--until`; open where they are not given.
    pub asked: Term,
    /// Whether what is due is only a step to a year's figure: the days asked for are then those that the log covers, and in a
    /// month that they cut, the steps of ladders are cut like all that is due by the month, and no such line is rounded.
    pub for_a_year: bool,
}

/// The parcels that one courier delivered on one day for one company, in one area, of one service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Row {
    /// The day of delivery.
    pub date: Date,
    /// Index in [`Tally::names`]; the empty name where the log names no company.
    pub company: u32,
    /// Index in [`Tally::names`].
    pub courier: u32,
    /// Index in [`Tally::names`]; the empty name where the log names no area.
    pub area: u32,
    /// Index in [`Tally::names`]; `delivery` where the log names no service.
    pub service: u32,
    /// What else its parcels have in common: see [`Tally::detail`]; 0 where nothing was asked.
    pub detail: u32,
    /// Delivered parcels.
    pub parcels: u64,
    /// First delivery of the day, in seconds since midnight, where the log says so.
    pub first_at: Option<u32>,
    /// Last delivery of the day, in seconds since midnight, where the log says so.
    pub last_at: Option<u32>,
}

impl Tally {
    /// A tally of rows that stand for one day each, in order.
    #[must_use]
    pub fn new(names: Vec<Arc<str>>, rows: Vec<Row>) -> Self {
        let days = Term { from: rows.first().map(|row| row.date), until: rows.last().map(|row| row.date) };
        let with_parcels = rows.iter().filter(|row| row.parcels > 0).map(|row| row.date).collect();
        let before = Vec::new();
        Self { names, rows, before, days, with_parcels, ..Self::default() }
    }

    /// The name at an index.
    #[must_use]
    pub fn name(&self, index: u32) -> &Arc<str> {
        &self.names[index as usize]
    }

    /// What the parcels of a row have in common beside their names; `None` where nothing was asked.
    #[must_use]
    pub fn detail(&self, row: &Row) -> Option<&Arc<Detail>> {
        self.details.get((row.detail as usize).checked_sub(1)?)
    }

    /// What stands in a column that a rule names, row by row; nothing where the log does not have it.
    pub fn in_column(&self, column: &str) -> impl Iterator<Item = &str> {
        let at = self.details_asked.columns.iter().position(|asked| **asked == *column);
        let texts = self.details.iter().filter_map(move |detail| Some(&**detail.columns.get(at?)?));
        texts.filter(|text| !text.is_empty())
    }

    /// Whether the log does not say of the parcels of a row if they were delivered between two times of the day or not.
    #[must_use]
    pub fn is_untimed(&self, row: &Row, (from, until): (u32, u32)) -> bool {
        self.detail(row).is_none_or(|detail| detail.at.is_none_or(|at| !at.tell(from, until)))
    }

    /// All parcels of the log that count.
    #[must_use]
    pub fn parcels(&self) -> u64 {
        self.rows.iter().map(|row| row.parcels).sum()
    }

    /// From the first to the last day with a row; open where there is none.
    #[must_use]
    pub fn span(&self) -> Term {
        self.days
    }

    /// The days asked for, where that is not said those of the log.
    #[must_use]
    pub fn days_asked(&self) -> Term {
        Term { from: self.asked.from.or(self.days.from), until: self.asked.until.or(self.days.until) }
    }

    /// All months from the first to the last day asked for, those without a delivery too.
    #[must_use]
    pub fn months(&self) -> BTreeSet<Month> {
        self.days_asked().months().collect()
    }

    /// The rows whose day lies in the term, of a tally whose rows stand for one day each.
    #[must_use]
    pub fn within(&self, term: Term) -> Self {
        let rows = self.rows.iter().filter(|row| term.contains(row.date)).copied().collect();
        let before = self.rows.iter().filter(|row| is_before(row.date, term)).copied().collect();
        let (details_asked, details) = (Arc::clone(&self.details_asked), self.details.clone());
        Self { asked: term, before, details_asked, details, ..Self::new(self.names.clone(), rows) }
    }
}

/// Whether a day lies before a term, in the month in which it begins or in the twelve before that.
pub(crate) fn is_before(day: Date, term: Term) -> bool {
    term.from.is_some_and(|from| day < from && Month::of(from).since(Month::of(day)) <= 12)
}

//! The days of a month on which a courier is employed, each stretch on the same terms by itself.

use std::sync::Arc;

use crate::units::{Date, Month, Term};
use crate::workforce::roster;
use crate::workforce::roster::Terms;

/// Days of one month, one after the other, on the same terms.
#[derive(Clone, Debug)]
pub(crate) struct Employment {
    pub(crate) from: Date,
    pub(crate) days: i8,
    pub(crate) terms: Arc<Terms>,
}

impl Employment {
    pub(crate) fn contains(&self, day: Date) -> bool {
        self.from <= day && day.day() < self.from.day() + self.days && Month::of(day) == Month::of(self.from)
    }

    /// The parts into which it falls where each of the days, in order, begins a new one: the first day and how many.
    pub(crate) fn parts<'s>(&self, change_dates: &'s [Date]) -> impl Iterator<Item = (Date, i8)> + use<'s> {
        let (from, end) = (self.from, self.from.day() + self.days);
        let later = &change_dates[change_dates.partition_point(|turn| *turn <= from)..];
        let inside = move |turn: &&Date| turn.day() < end && Month::of(**turn) == Month::of(from);
        let mut begins = std::iter::once(from).chain(later.iter().take_while(inside).copied()).peekable();
        std::iter::from_fn(move || {
            let begin = begins.next()?;
            let next = begins.peek().map_or(end, |next| next.day());
            Some((begin, next - begin.day()))
        })
    }
}

/// The first and the last day of a month that are asked for; `None` where none is.
pub(crate) fn within(month: Month, asked: Term) -> Option<(Date, Date)> {
    let first = asked.from.map_or(month.first(), |from| from.max(month.first()));
    let last = asked.until.map_or(month.last(), |until| until.min(month.last()));
    (first <= last).then_some((first, last))
}

/// The employments in a month by company, from the rows of one courier. `unnamed` is the company meant where the roster
/// names none.
pub(crate) fn of(
    rows: &[Arc<Terms>],
    month: Month,
    asked: Term,
    unnamed: Option<&Arc<str>>,
) -> Vec<(Arc<str>, Vec<Employment>)> {
    let Some((first, last)) = within(month, asked) else { return Vec::new() };
    let mut begins: Vec<Date> = rows.iter().flat_map(|row| row.change_dates()).collect();
    begins.retain(|turn| first < *turn && *turn <= last);
    begins.push(first);
    begins.sort_unstable();
    begins.dedup();
    let mut companies: Vec<(Arc<str>, Vec<Employment>)> = Vec::new();
    for (at, from) in begins.iter().enumerate() {
        let end = begins.get(at + 1).map_or(last.day() + 1, |next| next.day());
        for terms in roster::in_force(rows, *from) {
            let company = unnamed.filter(|_| terms.company.is_empty()).unwrap_or(&terms.company);
            let period = Employment { from: *from, days: end - from.day(), terms: Arc::clone(terms) };
            match companies.iter_mut().find(|(other, _)| other == company) {
                Some((_, employed)) => employed.push(period),
                None => companies.push((Arc::clone(company), vec![period])),
            }
        }
    }
    companies.sort_by(|(one, _), (other, _)| one.cmp(other));
    companies
}

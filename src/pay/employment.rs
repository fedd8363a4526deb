//! The days of a month on which a courier is employed, each stretch on the same terms by itself.

use std::sync::Arc;

use crate::units::{Date, PayPeriod, Term};
use crate::workforce::roster;
use crate::workforce::roster::Terms;

/// Days of one month, one after the other, on the same terms.
#[derive(Clone, Debug)]
pub(crate) struct Employment {
    pub(crate) from: Date,
    pub(crate) until: Date,
    pub(crate) days: i8,
    pub(crate) terms: Arc<Terms>,
}

impl Employment {
    pub(crate) fn contains(&self, day: Date) -> bool {
        self.from <= day && day <= self.until
    }

    /// The parts into which it falls where each of the days, in order, begins a new one: the first day and how many.
    pub(crate) fn parts<'s>(&self, change_dates: &'s [Date]) -> impl Iterator<Item = (Date, i8)> + use<'s> {
        let (from, days) = (self.from, self.days);
        let later = &change_dates[change_dates.partition_point(|turn| *turn <= from)..];
        let inside = move |turn: &&Date| days_between(from, **turn) < days;
        let mut begins = std::iter::once(from).chain(later.iter().take_while(inside).copied()).peekable();
        std::iter::from_fn(move || {
            let begin = days_between(from, begins.next()?);
            let next = begins.peek().map_or(days, |next| days_between(from, *next));
            Some((days_later(from, begin), next - begin))
        })
    }
}

/// How many days of a period lie between two of its days.
fn days_between(from: Date, to: Date) -> i8 {
    i8::try_from((to - from).get_days()).unwrap_or(i8::MAX)
}

fn days_later(from: Date, days: i8) -> Date {
    (0..days).fold(from, |day, _| day.tomorrow().unwrap_or(day))
}

/// The employments in a month by company, from the rows of one courier. `unnamed` is the company meant where the roster
/// names none.
pub(crate) fn of(
    rows: &[Arc<Terms>],
    month: PayPeriod,
    asked: Term,
    unnamed: Option<&Arc<str>>,
) -> Vec<(Arc<str>, Vec<Employment>)> {
    let Some((first, last)) = month.within(asked) else { return Vec::new() };
    let mut begins: Vec<Date> = rows.iter().flat_map(|row| row.change_dates()).collect();
    begins.retain(|turn| first < *turn && *turn <= last);
    begins.push(first);
    begins.sort_unstable();
    begins.dedup();
    let mut companies: Vec<(Arc<str>, Vec<Employment>)> = Vec::new();
    for (at, from) in begins.iter().enumerate() {
        let until = begins.get(at + 1).map_or(last, |next| next.yesterday().unwrap_or(last));
        let days = days_between(*from, until) + 1;
        for terms in roster::in_force(rows, *from) {
            let company = unnamed.filter(|_| terms.company.is_empty()).unwrap_or(&terms.company);
            let period = Employment { from: *from, until, days, terms: Arc::clone(terms) };
            match companies.iter_mut().find(|(other, _)| other == company) {
                Some((_, employed)) => employed.push(period),
                None => companies.push((Arc::clone(company), vec![period])),
            }
        }
    }
    companies.sort_by(|(one, _), (other, _)| one.cmp(other));
    companies
}

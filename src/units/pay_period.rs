//! Pay periods: for how long wages are reckoned at a time, and by what each period is called.

use std::fmt;

use jiff::Span;

use crate::units::{Date, Month, Term};

/// How time is cut into pay periods.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PayCalendar {
    /// Calendar months.
    #[default]
    Months,
    /// Months that begin on this day of the month, 2 to 28.
    MonthsFrom(i8),
    /// From the 1st to the 15th, and from the 16th to the last.
    HalfMonths,
    /// Weeks, one of which begins on this day.
    Weeks(Date),
    /// Two weeks each, one of which begins on this day.
    Fortnights(Date),
}

/// A pay period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PayPeriod {
    first: Date,
    last: Date,
}

impl PayCalendar {
    /// The words by which agreement files name them.
    pub const NAMES: [&'static str; 4] = ["month", "half-month", "week", "fortnight"];

    /// The period that a day lies in.
    #[must_use]
    pub fn period(self, day: Date) -> PayPeriod {
        let month = Month::of(day);
        match self {
            Self::Months => PayPeriod::of_month(month),
            Self::MonthsFrom(begin) => {
                let of = if day.day() >= begin { month } else { month.previous() };
                let first = on(of, begin);
                let last = on(of.next(), begin).yesterday().expect("a day before the 28th of a month");
                PayPeriod { first, last }
            }
            Self::HalfMonths if day.day() <= 15 => PayPeriod { first: month.first(), last: on(month, 15) },
            Self::HalfMonths => PayPeriod { first: on(month, 16), last: month.last() },
            Self::Weeks(from) => from_day(day, from, 7),
            Self::Fortnights(from) => from_day(day, from, 14),
        }
    }

    /// The period that is called by a month; `None` where periods are no months.
    #[must_use]
    pub fn of_month(self, month: Month) -> Option<PayPeriod> {
        let period = self.period(month.first());
        let period = if period.month() == month { period } else { self.period(period.last.tomorrow().ok()?) };
        period.is_month().then_some(period)
    }

    /// The period before another.
    #[must_use]
    pub fn before(self, period: PayPeriod) -> PayPeriod {
        period.first.yesterday().map_or(period, |day| self.period(day))
    }

    /// The period after another.
    #[must_use]
    pub fn after(self, period: PayPeriod) -> PayPeriod {
        period.last.tomorrow().map_or(period, |day| self.period(day))
    }

    /// The periods in which a term has a day, in order; none where an end is open.
    pub fn periods(self, term: Term) -> impl Iterator<Item = PayPeriod> {
        let ends = term.from.zip(term.until).filter(|(from, until)| from <= until);
        let first = ends.map(|(from, _)| self.period(from));
        let next = move |period: &PayPeriod| Some(self.period(period.last.tomorrow().ok()?));
        std::iter::successors(first, next)
            .take_while(move |period| ends.is_some_and(|(_, until)| period.first <= until))
    }
}

fn on(month: Month, day: i8) -> Date {
    Date::new(month.year, month.month, day).expect("every month has 28 days")
}

/// Of periods of so many days, one of which begins on a day, that in which another lies.
fn from_day(day: Date, from: Date, days: i32) -> PayPeriod {
    let since = (day - from).get_days().rem_euclid(days);
    let first = day.saturating_sub(Span::new().days(since));
    PayPeriod { first, last: first.saturating_add(Span::new().days(days - 1)) }
}

impl PayPeriod {
    /// A calendar month.
    #[must_use]
    pub fn of_month(month: Month) -> Self {
        Self { first: month.first(), last: month.last() }
    }

    /// Its first day.
    #[must_use]
    pub fn first(self) -> Date {
        self.first
    }

    /// Its last day.
    #[must_use]
    pub fn last(self) -> Date {
        self.last
    }

    /// How many days it has.
    #[must_use]
    pub fn days(self) -> i8 {
        let days = (self.last - self.first).get_days() + 1;
        i8::try_from(days).expect("a period has at most 31 days")
    }

    /// How many calendar days share what is due by the month: its own, where it is as long as one, else those of the month in
    /// which it ends.
    #[must_use]
    pub fn days_of_month(self) -> i8 {
        if self.is_month() { self.days() } else { self.month().days() }
    }

    /// How many months it ends after another.
    #[must_use]
    pub fn since(self, other: Self) -> i32 {
        self.month().since(other.month())
    }

    /// The days of a term that lie in it; `None` where none does.
    #[must_use]
    pub fn within(self, term: Term) -> Option<(Date, Date)> {
        let first = term.from.map_or(self.first, |from| from.max(self.first));
        let last = term.until.map_or(self.last, |until| until.min(self.last));
        (first <= last).then_some((first, last))
    }

    /// Its days.
    #[must_use]
    pub fn term(self) -> Term {
        Term { from: Some(self.first), until: Some(self.last) }
    }

    /// Whether a day lies in it.
    #[must_use]
    pub fn contains(self, day: Date) -> bool {
        self.first <= day && day <= self.last
    }

    /// The place of a day among its days, counted from 0; `None` where the day does not lie in it.
    #[must_use]
    pub fn place(self, day: Date) -> Option<usize> {
        if !self.contains(day) {
            return None;
        }
        // It has days of two months at most.
        let of_first = if day.month() == self.first.month() { 0 } else { self.first.days_in_month() };
        usize::try_from(of_first + day.day() - self.first.day()).ok()
    }

    /// The month in which it ends.
    #[must_use]
    pub fn month(self) -> Month {
        Month::of(self.last)
    }

    /// Whether it is as long as a month, and is called by the one in which it ends.
    #[must_use]
    pub fn is_month(self) -> bool {
        self.days() >= 28
    }

    /// Whether it is a month of the calendar, so that its name says its days.
    #[must_use]
    pub fn is_calendar_month(self) -> bool {
        self.is_month() && self.first == self.month().first()
    }

    /// Every day of it, in order.
    pub fn each_day(self) -> impl Iterator<Item = Date> {
        std::iter::successors(Some(self.first), |day| day.tomorrow().ok()).take_while(move |day| *day <= self.last)
    }
}

impl fmt::Display for PayPeriod {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_month() { self.month().fmt(out) } else { self.first.fmt(out) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(calendar: PayCalendar, day: (i16, i8, i8)) -> (String, String, String) {
        let found = calendar.period(Date::constant(day.0, day.1, day.2));
        (found.to_string(), found.first().to_string(), found.last().to_string())
    }

    #[test]
    fn a_period_is_called_by_the_month_in_which_it_ends_or_by_its_first_day() {
        let texts = |a: &str, b: &str, c: &str| (a.to_string(), b.to_string(), c.to_string());
        assert_eq!(period(PayCalendar::Months, (2024, 2, 10)), texts("2024-02", "2024-02-01", "2024-02-29"));
        let from_26th = PayCalendar::MonthsFrom(26);
        assert_eq!(period(from_26th, (2026, 5, 26)), texts("2026-06", "2026-05-26", "2026-06-25"));
        assert_eq!(period(from_26th, (2026, 1, 25)), texts("2026-01", "2025-12-26", "2026-01-25"));
        assert_eq!(period(from_26th, (2024, 3, 1)), texts("2024-03", "2024-02-26", "2024-03-25"));
        assert_eq!(period(PayCalendar::HalfMonths, (2026, 2, 15)), texts("2026-02-01", "2026-02-01", "2026-02-15"));
        assert_eq!(period(PayCalendar::HalfMonths, (2026, 2, 16)), texts("2026-02-16", "2026-02-16", "2026-02-28"));
        let weeks = PayCalendar::Weeks(Date::constant(2026, 6, 1));
        assert_eq!(period(weeks, (2026, 6, 7)), texts("2026-06-01", "2026-06-01", "2026-06-07"));
        assert_eq!(period(weeks, (2025, 12, 31)), texts("2025-12-29", "2025-12-29", "2026-01-04"));
        let fortnights = PayCalendar::Fortnights(Date::constant(2025, 9, 1));
        assert_eq!(period(fortnights, (2025, 8, 31)), texts("2025-08-18", "2025-08-18", "2025-08-31"));
    }

    #[test]
    fn periods_follow_each_other_without_a_gap() {
        let term = Term { from: Some(Date::constant(2023, 12, 20)), until: Some(Date::constant(2025, 1, 3)) };
        let from = Date::constant(2020, 2, 29);
        for calendar in [
            PayCalendar::Months,
            PayCalendar::MonthsFrom(28),
            PayCalendar::HalfMonths,
            PayCalendar::Weeks(from),
            PayCalendar::Fortnights(from),
        ] {
            let all: Vec<PayPeriod> = calendar.periods(term).collect();
            assert!(all[0].contains(term.from.unwrap()) && all[all.len() - 1].contains(term.until.unwrap()));
            assert!(all.windows(2).all(|two| two[0].last().tomorrow().unwrap() == two[1].first()));
            for period in all {
                assert!(period.each_day().enumerate().all(|(at, day)| period.place(day) == Some(at)));
                assert_eq!(
                    [period.first().yesterday(), period.last().tomorrow()].map(|day| period.place(day.unwrap())),
                    [None; 2]
                );
            }
        }
    }
}

//! The days that a log covers, and the log cut to them: what is due by the month is due for these days only, before anything is
//! compared.

use std::ops::Deref;

use crate::agreement::{Agreement, Rule};
use crate::deliveries::Tally;
use crate::diagnostics::Message;
use crate::units::{Date, Decimal, Month, PayPeriod, Term};
use crate::workforce::{Attendance, Workforce};

/// From so many days on, a log that ends within a few days of its month's end has the whole month.
const WHOLE_MONTHS_FROM: i32 = 25;

/// A first delivery on so many first days of a month, or a last one on so many last days, is as good as on the very first or last.
const NEAR_THE_END: i8 = 3;

/// A month in parts that days of every length of month make up: 28, 29, 30 and 31 divide it.
pub(crate) const MONTH: u64 = 377_580;

/// A log of which `pay` makes what is due for the days covered, to be made a year's.
#[derive(Clone, Debug)]
pub struct CoveredLog {
    tally: Tally,
    /// What has to be said of the days.
    pub(crate) notes: Vec<Message>,
}

impl Deref for CoveredLog {
    type Target = Tally;

    fn deref(&self) -> &Tally {
        &self.tally
    }
}

impl CoveredLog {
    /// Cuts a log to the days from its first to its last delivery, each end for itself unless `--from` or `--until` says it.
    /// Attendance stands in only where the log has no row at all. Steps of ladders are cut, so that what came before is not counted.
    #[must_use]
    pub fn new(tally: Tally, agreement: &Agreement, workforce: &Workforce) -> Self {
        let attended = workforce.attendance.as_deref().map(Attendance::span).unwrap_or_default();
        let found = if tally.rows.is_empty() { attended } else { tally.days };
        let days = Term { from: tally.asked.from.or(found.from), until: tally.asked.until.or(found.until) };
        let days = match (days.from, days.until) {
            (Some(from), Some(until)) if count(from, until) >= WHOLE_MONTHS_FROM => whole_months(tally.asked, days),
            _ => days,
        };
        let mut log =
            Self { tally: Tally { asked: days, for_a_year: true, before: Vec::new(), ..tally }, notes: Vec::new() };
        let notes = [log.cut_months(agreement, workforce), log.left_out(workforce), log.gaps()];
        log.notes.extend(notes.into_iter().flatten());
        log
    }

    /// The first and the last day covered; `None` where neither the log nor anything else has a day.
    pub(crate) fn days(&self) -> Option<(Date, Date)> {
        self.asked.from.zip(self.asked.until).filter(|(from, until)| from <= until)
    }

    /// How many of the calendar days of a month it covers, and how many there are.
    pub(crate) fn part(&self, month: Month) -> (i8, i8) {
        let period = PayPeriod::of_month(month);
        let covered = period.within(self.asked).map_or(0, |(first, last)| last.day() - first.day() + 1);
        (covered, month.days())
    }

    /// The part of a month that it covers, in [`MONTH`]ths.
    pub(crate) fn parts(&self, month: Month) -> u64 {
        let (covered, days) = self.part(month);
        u64::from(covered.unsigned_abs()) * (MONTH / u64::from(days.unsigned_abs()))
    }

    /// The months covered, each with its part in [`MONTH`]ths.
    pub(crate) fn months(&self) -> impl Iterator<Item = (Month, u64)> {
        self.asked.months().map(|month| (month, self.parts(month)))
    }

    /// What an amount of the days covered of a month comes to in the whole month, not rounded.
    pub(crate) fn of_month(&self, month: Month, amount: Decimal) -> Decimal {
        of_month(amount, self.parts(month))
    }

    /// How many days it covers.
    pub(crate) fn count(&self) -> u64 {
        self.days().map_or(0, |(from, until)| u64::from(count(from, until).unsigned_abs()))
    }

    /// Whether the days are one whole year, of 365 days or of 366.
    pub(crate) fn is_one_year(&self) -> bool {
        let after = |(from, until): (Date, Date)| {
            from.checked_add(jiff::Span::new().years(1)).ok().zip(until.tomorrow().ok()).is_some_and(|(a, b)| a == b)
        };
        self.days().is_some_and(after)
    }

    /// Which months are cut, where something is due by the month.
    fn cut_months(&self, agreement: &Agreement, workforce: &Workforce) -> Option<Message> {
        let ladders = workforce.rates.ladders.iter().any(|ladder| ladder.steps.len() > 1);
        let by_month = workforce.roster.is_some() || ladders || agreement.rules.iter().any(Rule::has_ladder);
        let cut = self.months().filter(|(_, part)| *part < MONTH).map(|(month, _)| month.to_string());
        let months: Vec<String> = cut.collect();
        (by_month && !months.is_empty()).then(|| Message::new("covered-months-cut").with("months", months.join(", ")))
    }

    /// The days of attendance outside.
    fn left_out(&self, workforce: &Workforce) -> Option<Message> {
        let attendance = workforce.attendance.as_deref()?;
        let outside = attendance.dates().filter(|date| !self.asked.contains(*date)).count();
        (outside > 0).then(|| Message::new("covered-attendance-left-out").count("rows", outside as u64))
    }

    /// That deliveries are missing on more than a tenth of the days, and the longest gap between them.
    fn gaps(&self) -> Option<Message> {
        let (from, until) = self.days().filter(|_| !self.rows.is_empty())?;
        let days = self.count();
        let with = self.with_parcels.range(from..=until);
        let delivering = with.clone().count() as u64;
        if delivering * 10 >= days * 9 {
            return None;
        }
        let day = |day: Date| day.to_string();
        let before = from.yesterday().ok();
        let after = until.tomorrow().ok();
        let ends: Vec<Date> = before.into_iter().chain(with.copied()).chain(after).collect();
        let gaps = ends.windows(2).map(|pair| (count(pair[0], pair[1]) - 2, pair[0], pair[1]));
        let (length, before, after) = gaps.reduce(|longest, gap| if gap.0 > longest.0 { gap } else { longest })?;
        let (first, last) = before.tomorrow().ok().zip(after.yesterday().ok())?;
        let message = Message::new("covered-gaps").count("delivering", delivering).count("days", days);
        let message = message.count("length", u64::from(length.unsigned_abs()));
        Some(message.with("first", day(first)).with("last", day(last)))
    }
}

/// The days with their months made whole where the log all but reaches their ends; an end that was asked for stays.
fn whole_months(asked: Term, days: Term) -> Term {
    let first = days.from.filter(|day| asked.from.is_none() && day.day() <= NEAR_THE_END);
    let near_last = |day: &Date| day.day() > day.days_in_month() - NEAR_THE_END;
    let last = days.until.filter(|day| asked.until.is_none() && near_last(day));
    Term { from: first.map(Date::first_of_month).or(days.from), until: last.map(Date::last_of_month).or(days.until) }
}

/// What an amount of so many [`MONTH`]ths comes to in a month, not rounded; months that are no part of a log are whole.
pub(crate) fn of_month(amount: Decimal, parts: u64) -> Decimal {
    if parts == MONTH || parts == 0 { amount } else { amount.saturating_mul(MONTH.into()) / Decimal::from(parts) }
}

/// How many days there are from one day to another, both counted.
fn count(from: Date, until: Date) -> i32 {
    (until - from).get_days() + 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agreement::library;
    use crate::deliveries::tally::Row;

    fn covered(days: [(i16, i8, i8); 2], asked: Term) -> (String, bool) {
        let row = |(year, month, day)| Row {
            date: Date::constant(year, month, day),
            company: 0,
            courier: 0,
            area: 0,
            service: 0,
            detail: 0,
            parcels: 1,
            first_at: None,
            last_at: None,
        };
        let tally = Tally { asked, ..Tally::new(vec!["".into()], days.map(row).to_vec()) };
        let log = CoveredLog::new(tally, &library::load("anji-courier").unwrap(), &Workforce::default());
        let (from, until) = log.days().unwrap();
        (format!("{from} {until}"), log.is_one_year())
    }

    /// 25 days are enough, each end for itself: the 1st to 3rd, and the last three days of February, leap year or not.
    #[test]
    fn months_are_whole_from_25_days_on() {
        let whole = |days, shown: &str| assert_eq!(covered(days, Term::default()).0, shown);
        whole([(2022, 5, 3), (2022, 5, 27)], "2022-05-01 2022-05-27"); // 25 days
        whole([(2022, 5, 3), (2022, 5, 26)], "2022-05-03 2022-05-26"); // 24 days
        whole([(2022, 5, 4), (2022, 5, 29)], "2022-05-04 2022-05-31"); // 29, 30, 31
        whole([(2022, 5, 1), (2022, 5, 28)], "2022-05-01 2022-05-28");
        whole([(2022, 2, 2), (2022, 2, 26)], "2022-02-01 2022-02-28"); // 26, 27, 28
        whole([(2024, 2, 2), (2024, 2, 26)], "2024-02-01 2024-02-26"); // 27, 28, 29
    }

    /// What was asked for stays, and counts where the log ends earlier.
    #[test]
    fn a_flag_is_an_end() {
        let until = |day| Term { from: None, until: Some(Date::constant(2022, 5, day)) };
        assert_eq!(covered([(2022, 5, 2), (2022, 5, 27)], until(30)).0, "2022-05-01 2022-05-30");
        assert_eq!(covered([(2022, 5, 2), (2022, 5, 10)], until(20)).0, "2022-05-02 2022-05-20");
    }

    #[test]
    fn a_year_is_one_from_any_day() {
        let is_one_year = |days| covered(days, Term::default()).1;
        assert!(is_one_year([(2022, 1, 1), (2022, 12, 31)]) && is_one_year([(2024, 1, 1), (2024, 12, 31)]));
        assert!(is_one_year([(2023, 3, 15), (2024, 3, 14)]) && is_one_year([(2022, 5, 10), (2023, 5, 9)]));
        assert!(!is_one_year([(2022, 5, 10), (2023, 5, 10)]) && !is_one_year([(2022, 1, 1), (2023, 12, 31)]));
    }
}

//! The calendar of a stack: statutory holidays, weekends on which work is made up, weekdays moved to rest.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Weekday;

use crate::agreement::Agreement;
use crate::agreement::kinds::{Kind, Occasion};
use crate::agreement::scope::OfficialDays;
use crate::units::Date;

impl Agreement {
    /// Whether a rule lists the day as a statutory holiday.
    #[must_use]
    pub fn is_holiday(&self, day: Date) -> bool {
        self.calendars().any(|[dates, ..]| listed(dates, day))
    }

    /// Whether a rule lists the day as a weekend on which work is made up (调休).
    #[must_use]
    pub fn is_made_up(&self, day: Date) -> bool {
        self.calendars().any(|[_, working, _]| listed(working, day))
    }

    /// Whether a rule lists the day as a weekday on which rest is taken in place of a weekend or of a holiday on one.
    #[must_use]
    pub fn is_moved_to_rest(&self, day: Date) -> bool {
        self.calendars().any(|[.., moved]| listed(moved, day))
    }

    /// Whether it is an official working day: a weekday that is no holiday and no rest, or a weekend on which work is made up.
    #[must_use]
    pub fn is_working_day(&self, day: Date) -> bool {
        let is_weekday = !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        let is_workday = if is_weekday { !self.is_moved_to_rest(day) } else { self.is_made_up(day) };
        is_workday && !self.is_holiday(day)
    }

    /// The statutory holidays, and the weekends on which work is made up.
    #[must_use]
    pub fn holidays_and_made_up(&self) -> BTreeSet<Date> {
        self.calendars()
            .flat_map(|[dates, working, _]| dates.values().chain(working.values()))
            .flatten()
            .copied()
            .collect()
    }

    /// The calendar of the stack, for those who ask what kind of day one is.
    pub(crate) fn official_days(&self) -> OfficialDays {
        let mut all = OfficialDays::default();
        for [dates, working, moved] in self.calendars() {
            all.holidays.extend(dates.values().flatten());
            all.working.extend(working.values().flatten());
            all.moved.extend(moved.values().flatten());
        }
        all
    }

    fn calendars(&self) -> impl Iterator<Item = [&Days; 3]> {
        self.rules.iter().filter_map(|rule| match &rule.kind {
            Kind::Premium(premium) => match &premium.occasion {
                Occasion::Holiday { dates, working, moved } => Some([dates, working, moved]),
                _ => None,
            },
            _ => None,
        })
    }
}

/// Days by year.
type Days = BTreeMap<i16, Vec<Date>>;

fn listed(days: &Days, day: Date) -> bool {
    days.get(&day.year()).is_some_and(|days| days.contains(&day))
}

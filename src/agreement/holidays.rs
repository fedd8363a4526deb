//! The statutory holidays of a stack, and the weekends on which work is made up.

use std::collections::BTreeMap;

use crate::agreement::Agreement;
use crate::agreement::kinds::{Kind, Occasion};
use crate::units::Date;

impl Agreement {
    /// Whether a rule lists the day as a statutory holiday.
    #[must_use]
    pub fn is_holiday(&self, day: Date) -> bool {
        self.calendars().any(|(dates, _)| listed(dates, day))
    }

    /// Whether a rule lists the day as a weekend on which work is made up (调休).
    #[must_use]
    pub fn is_made_up(&self, day: Date) -> bool {
        self.calendars().any(|(_, working)| listed(working, day))
    }

    fn calendars(&self) -> impl Iterator<Item = (&Days, &Days)> {
        self.rules.iter().filter_map(|rule| match &rule.kind {
            Kind::Premium(premium) => match &premium.occasion {
                Occasion::Holiday { dates, working } => Some((dates, working)),
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

//! The months before the days asked for.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::agreement::Agreement;
use crate::deliveries::Tally;
use crate::deliveries::tally::{Row, is_before};
use crate::units::{PayCalendar, PayPeriod, Term, date};
use crate::workforce::{Workforce, person};

/// The months before the days asked for, looked at for the mean by which leave is paid and for the counts of a year,
/// and who has leave.
pub(crate) struct EarlierMonths {
    calendar: PayCalendar,
    pub(crate) months: Vec<PayPeriod>,
    /// Who has leave.
    pub(crate) couriers: BTreeSet<Arc<str>>,
    /// Whether the parcels of everyone are looked at, as they are counted with those of the days asked for.
    counted: bool,
}

impl EarlierMonths {
    pub(crate) fn new(tally: &Tally, workforce: &Workforce, agreement: &Agreement) -> Self {
        let calendar = agreement.pay_calendar();
        let asked = tally.asked.from.map(|day| calendar.period(day));
        let logged = tally.before.iter().map(|row| row.date).min();
        // Hours of months in which nothing was delivered are pay too; as in the log, of the twelve months before.
        let begun = logged.into_iter().chain(tally.days.from).min().map(|day| calendar.period(day).first());
        let attended = workforce.attendance.iter().flat_map(|attendance| attendance.dates());
        let attended = attended.filter(|day| is_before(*day, tally.asked)).min();
        let attended = attended.filter(|day| begun.is_none_or(|begun| *day < date::monday(begun)));
        let before = Term { from: logged.into_iter().chain(attended).min(), until: tally.asked.from };
        let months = calendar.periods(before).take_while(|month| Some(*month) < asked);
        let absent = |courier: &&Arc<str>| {
            let attendance = workforce.attendance.as_deref();
            attendance.is_some_and(|all| all.days(courier).any(|(_, day)| day.absences().next().is_some()))
        };
        let attended = workforce.attendance.iter().flat_map(|attendance| attendance.people());
        let couriers = attended.filter(absent).map(person::id).collect();
        Self { calendar, months: months.collect(), couriers, counted: agreement.counts_beyond_periods() }
    }

    /// Whether a row is of the days asked for or of their first month, of someone who has leave, or counted with them.
    pub(crate) fn keeps(&self, tally: &Tally, row: &Row) -> bool {
        self.counted
            || self.months.is_empty()
            || !self.months.contains(&self.calendar.period(row.date))
            || self.couriers.contains(tally.name(row.courier))
    }
}

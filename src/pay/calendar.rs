//! What sets a day apart from the others of its month: days that no rule, rate, roster or attendance tells apart may be counted
//! as one.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::agreement::formula::Over;
use crate::agreement::kinds::{Kind, Occasion};
use crate::agreement::{Agreement, Rule};
use crate::deliveries::Periods;
use crate::deliveries::periods::change_dates_in;
use crate::units::{Date, Decimal, Month, PayCalendar, date};
use crate::workforce::day::{Day, DayKind, Days};
use crate::workforce::roster::Terms;
use crate::workforce::{Attendance, Roster, Workforce, roster};

/// How the days of a log may be counted together: [`pay`](crate::pay::pay) answers the same, to the last fen.
#[derive(Clone, Debug)]
pub struct Calendar {
    roster: Option<Arc<Roster>>,
    attendance: Option<Arc<Attendance>>,
    /// The days on which a rule, a rate or a change begins, ends or changes, in order.
    change_dates: Arc<[Date]>,
    /// Statutory holidays.
    alone: BTreeSet<Date>,
    /// The hours of a day and of a week beyond which they are overtime, by the strictest rule.
    normal_hours: Option<Decimal>,
    normal_week: Option<Decimal>,
    /// Whether every day is like no other.
    each_day: bool,
}

impl Calendar {
    /// Of an agreement, with the changes proposed to it if there are any, and of a workforce.
    #[must_use]
    pub fn new(agreement: &Agreement, workforce: &Workforce) -> Self {
        let mut alone = BTreeSet::new();
        let (mut normal_hours, mut normal_week) = (None, None);
        let strictest = |so_far: Option<Decimal>, hours: Decimal| Some(so_far.map_or(hours, |least| least.min(hours)));
        for rule in &agreement.rules {
            let Kind::Premium(premium) = &rule.kind else { continue };
            match &premium.occasion {
                Occasion::Holiday { dates, .. } => alone.extend(dates.values().flatten()),
                Occasion::Overtime { after_hours, after_week_hours } => {
                    normal_hours = strictest(normal_hours, *after_hours);
                    normal_week = after_week_hours.map_or(normal_week, |hours| strictest(normal_week, hours));
                }
                Occasion::RestDay | Occasion::Night { .. } | Occasion::Any => {}
            }
        }
        let (roster, attendance) = (workforce.roster.clone(), workforce.attendance.clone());
        let by_month = agreement.pay_calendar() == PayCalendar::Months;
        let each_day = !by_month || agreement.tells_days_apart() || workforce.details_asked(agreement).reads_rows();
        let change_dates = change_dates(agreement, workforce);
        Self { roster, attendance, change_dates, alone, normal_hours, normal_week, each_day }
    }

    /// The same where guarantees for each order are reckoned while the log is read: then these, and what orders carry, tell no days
    /// of a month apart.
    #[must_use]
    pub fn with_order_floors(self, agreement: &Agreement) -> Self {
        let by_month = agreement.pay_calendar() == PayCalendar::Months;
        let is_simple = |rule: &Rule| match &rule.kind {
            Kind::Premium(_) => false,
            Kind::Floor(floor) => floor.window.as_ref().is_none_or(|window| window.over == Over::Order),
            _ => true,
        };
        let by_rule = |rule: &Rule| rule.tells_days_apart() || !is_simple(rule);
        Self { each_day: !by_month || agreement.rules.iter().any(by_rule), ..self }
    }

    /// The same of a courier with a company.
    pub(crate) fn of<'c>(&'c self, courier: &Arc<str>, company: &'c str) -> OfCourier<'c> {
        let roster = self.roster.as_deref();
        let person = roster.map_or_else(|| Arc::clone(courier), |roster| roster.person(courier, company));
        let rows = roster.map_or(&[][..], |roster| roster.rows(courier, company));
        let attended = self.attendance.as_deref().and_then(|attendance| attendance.all(&person));
        OfCourier { calendar: self, company, rows, attended: attended.map(Arc::as_ref) }
    }

    /// The same as periods of days one after the other, for the reading of a log.
    #[must_use]
    pub fn periods(self) -> Periods {
        let mut change_dates: BTreeSet<Date> = self.change_dates.iter().copied().collect();
        change_dates.extend(self.alone.iter().flat_map(|day| [Some(*day), day.tomorrow().ok()]).flatten());
        let change_dates: Vec<Date> = change_dates.into_iter().collect();
        Periods::new(move |courier, month| {
            let each_day = if self.each_day { u32::MAX } else { 0 };
            each_day | change_dates_in(&change_dates, month) | self.own_change_dates(courier, month)
        })
    }

    /// The days of a month on which a courier's own terms or hours change.
    fn own_change_dates(&self, courier: &str, month: Month) -> u32 {
        let bit = |day: Date| if Month::of(day) == month { 1 << (day.day() - 1) } else { 0 };
        let rows = self.roster.as_deref().map_or_else(Vec::new, |roster| roster.rows_of_id(courier));
        let of_roster = roster::change_dates(&rows).fold(0, |bits, day| bits | bit(day));
        let people =
            self.roster.as_deref().map_or_else(|| BTreeSet::from([courier]), |roster| roster.people_of(courier));
        let attended = |person: &str| {
            self.attendance.as_ref().is_some_and(|attendance| attendance.of(person, month).next().is_some())
        };
        // Beside hours, parcels are looked at day by day.
        if people.into_iter().any(attended) { u32::MAX } else { of_roster }
    }

    /// Whether parcels of a day can earn a premium of rest days or overtime.
    fn is_extra(&self, days: &Days, date: Date, day: Day<'_>) -> bool {
        let of_week = || -> Decimal { days.between(date::monday(date), date).map(|(_, day)| day.hours()).sum() };
        day.is(DayKind::Rest)
            || day.is(DayKind::Holiday)
            || self.normal_hours.is_some_and(|hours| day.hours() > hours)
            || self.normal_week.is_some_and(|normal| of_week() > normal)
    }
}

/// The days of one courier with one company.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OfCourier<'c> {
    calendar: &'c Calendar,
    company: &'c str,
    /// The rows of the roster.
    rows: &'c [Arc<Terms>],
    /// The days of attendance.
    attended: Option<&'c Days>,
}

impl OfCourier<'_> {
    /// The period between two change dates, and the day itself where it is like no other.
    pub(crate) fn kind_of_day(&self, date: Date) -> (usize, Option<Date>) {
        let Calendar { change_dates, alone, .. } = self.calendar;
        let attended = self.attended.and_then(|days| Some((days, days.get(date)?)));
        let extra = attended.is_some_and(|(days, day)| self.calendar.is_extra(days, date, day));
        let period = change_dates.partition_point(|day| *day <= date);
        (period, (self.calendar.each_day || extra || alone.contains(&date)).then_some(date))
    }

    /// The lines of the roster that hold on a day, or on the nearest one employed.
    pub(crate) fn terms(&self, date: Date) -> Vec<u64> {
        roster::in_force_or_nearest(self.rows, self.company, date).iter().map(|terms| terms.place.line).collect()
    }
}

/// The days on which any rule, rate or change begins, ends or changes, in order.
pub(crate) fn change_dates(agreement: &Agreement, workforce: &Workforce) -> Arc<[Date]> {
    let mut days: BTreeSet<Date> = agreement.rules.iter().flat_map(Rule::change_dates).collect();
    days.extend(workforce.rates.ladders.iter().flat_map(|ladder| ladder.named.term.change_dates()));
    days.into_iter().collect()
}

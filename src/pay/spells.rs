//! What sets a day apart from the others of its month: days that no rule, rate, roster or attendance tells apart may be counted
//! as one.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::agreement::Agreement;
use crate::agreement::kinds::{Kind, Occasion};
use crate::deliveries::Spells;
use crate::deliveries::spells::turns_in;
use crate::pay::amount::turns;
use crate::units::{Date, Decimal, Month};
use crate::workforce::{Attendance, Roster, Workforce, attendance, roster};

/// How the days of a log may be counted together: [`pay`](crate::pay::pay) answers the same, to the last fen.
#[derive(Clone, Debug)]
pub struct Calendar {
    roster: Option<Arc<Roster>>,
    attendance: Option<Arc<Attendance>>,
    /// The days on which a rule, a rate or a change begins, ends or changes, in order.
    turns: Arc<[Date]>,
    /// Statutory holidays.
    alone: BTreeSet<Date>,
    /// The hours of a day beyond which they are overtime, by the strictest rule.
    normal_hours: Option<Decimal>,
}

impl Calendar {
    /// Of an agreement, with the changes proposed to it if there are any, and of a workforce.
    #[must_use]
    pub fn new(agreement: &Agreement, workforce: &Workforce) -> Self {
        let mut alone = BTreeSet::new();
        let mut normal_hours: Option<Decimal> = None;
        for rule in &agreement.rules {
            let Kind::Premium(premium) = &rule.kind else { continue };
            match &premium.occasion {
                Occasion::Holiday { dates, .. } => alone.extend(dates.values().flatten()),
                Occasion::Overtime { after_hours } => {
                    normal_hours = Some(normal_hours.map_or(*after_hours, |hours| hours.min(*after_hours)));
                }
                Occasion::RestDay | Occasion::Night { .. } => {}
            }
        }
        let (roster, attendance) = (workforce.roster.clone(), workforce.attendance.clone());
        Self { roster, attendance, turns: turns(agreement, workforce), alone, normal_hours }
    }

    /// The spell between two turns, and the day itself where it is like no other.
    #[must_use]
    pub fn kind_of_day(&self, courier: &str, date: Date) -> (usize, Option<Date>) {
        let attended = self.attendance.as_ref().and_then(|attendance| attendance.on(courier, date));
        let extra = attended.is_some_and(|day| self.is_extra(day));
        let spell = self.turns.partition_point(|turn| *turn <= date);
        (spell, (extra || self.alone.contains(&date)).then_some(date))
    }

    /// The lines of the roster that hold for a courier on a day.
    #[must_use]
    pub fn terms(&self, courier: &str, date: Date) -> Vec<u64> {
        let rows = self.roster.as_deref().map_or(&[][..], |roster| roster.rows(courier));
        roster::in_force(rows, date).iter().map(|terms| terms.place.line).collect()
    }

    /// The same as spells of days one after the other, for the reading of a log.
    #[must_use]
    pub fn spells(self) -> Spells {
        let mut turns: BTreeSet<Date> = self.turns.iter().copied().collect();
        turns.extend(self.alone.iter().flat_map(|day| [Some(*day), day.tomorrow().ok()]).flatten());
        let turns: Vec<Date> = turns.into_iter().collect();
        Spells::new(move |courier, month| turns_in(&turns, month) | self.own_turns(courier, month))
    }

    /// The days of a month on which a courier's own terms or hours turn.
    fn own_turns(&self, courier: &str, month: Month) -> u32 {
        let bit = |day: Date| if Month::of(day) == month { 1 << (day.day() - 1) } else { 0 };
        let rows = self.roster.as_deref().map_or(&[][..], |roster| roster.rows(courier));
        let of_roster = rows.iter().flat_map(|terms| terms.turns()).fold(0, |bits, turn| bits | bit(turn));
        let days = self.attendance.iter().flat_map(|attendance| attendance.of(courier, month));
        // A day apart begins a spell, and so does the day after it.
        let extra = days.filter(|(_, day)| self.is_extra(day));
        extra.fold(of_roster, |bits, (date, _)| bits | bit(date) | bit(date) << 1)
    }

    /// Whether parcels of a day can earn a premium of rest days or overtime.
    fn is_extra(&self, day: &attendance::Day) -> bool {
        day.kind == attendance::Kind::Rest || self.normal_hours.is_some_and(|hours| day.hours > hours)
    }
}

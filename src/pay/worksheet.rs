//! What is to be paid: the counts and employments of some couriers, one pay slot for each courier, company and month.

use std::ops::Range;
use std::sync::Arc;

use crate::agreement::Agreement;
use crate::agreement::asked::DetailsAsked;
use crate::deliveries::details::{Detail, DetailOf};
use crate::diagnostics::Problems;
use crate::pay::employment::Employment;
use crate::pay::subject::Parcels;
use crate::units::{Date, PayPeriod, Rounding, Term, date};
use crate::workforce::day::{Day, Days};
use crate::workforce::roster::Terms;
use crate::workforce::{Workforce, roster};

/// Counts and employments of some couriers, payslip by payslip. Nothing in it hangs on an agreement.
#[derive(Debug)]
pub(crate) struct Worksheet {
    /// What was asked of the log beside names and parcels.
    pub(crate) details_asked: Arc<DetailsAsked>,
    /// The areas and services, sorted.
    pub(crate) names: Arc<[Arc<str>]>,
    /// Those of one payslip together, in the order of area, service, date.
    pub(crate) counts: Vec<DayCount>,
    /// One for each courier, company and month with a count or an employment, in the order of month, company, courier.
    pub(crate) slots: Vec<PaySlot>,
    /// Rows of attendance that could be of several companies.
    pub(crate) problems: Problems,
}

/// The parcels of a day.
#[derive(Clone, Debug)]
pub(crate) struct DayCount {
    /// See [`Worksheet::name`].
    pub(crate) area: u32,
    /// See [`Worksheet::name`].
    pub(crate) service: u32,
    pub(crate) date: Date,
    /// What else they have in common, where that is asked.
    pub(crate) detail: Option<Arc<Detail>>,
    pub(crate) parcels: u64,
    /// The terms on that day with that company, where the roster has them.
    pub(crate) terms: Option<Arc<Terms>>,
}

/// A day of attendance, with the terms of employment where the roster has them.
pub(crate) type Attended<'a> = (Date, Day<'a>, Option<&'a Terms>);

/// One payslip to be: a courier, a company, a month.
#[derive(Debug)]
pub(crate) struct PaySlot {
    /// The pay period, a calendar month where nothing else is agreed.
    pub(crate) month: PayPeriod,
    pub(crate) company: Arc<str>,
    pub(crate) courier: Arc<str>,
    /// Who has the id.
    pub(crate) person: Arc<str>,
    /// Its counts in [`Worksheet::counts`].
    pub(crate) counts: Range<usize>,
    /// The counts of the month before the days asked for, which only ladders count.
    pub(crate) before: Range<usize>,
    /// Whether it lies before the days asked for: looked at for the mean by which leave is paid, and not paid.
    pub(crate) earlier: bool,
    /// The days asked for.
    pub(crate) asked: Term,
    /// Whether what is due is only a step to a year's figure; see [`Tally::for_a_year`](crate::deliveries::Tally).
    pub(crate) for_a_year: bool,
    /// The days employed in the month with their terms.
    pub(crate) employed: Vec<Employment>,
    /// All days of attendance of the courier with the company, those of other months too.
    pub(crate) attended: Arc<Days>,
}

impl PaySlot {
    /// The courier's name by the last terms of the month, else by any row of the roster; empty where it has none.
    pub(crate) fn name(&self, workforce: &Workforce) -> Arc<str> {
        let last = || workforce.roster.as_deref()?.rows(&self.courier, &self.company).last();
        let terms = self.employed.last().map(|period| &period.terms).or_else(last);
        terms.map(|terms| Arc::clone(&terms.name)).unwrap_or_default()
    }

    /// The days of attendance in the month, in order.
    pub(crate) fn days(&self) -> impl Iterator<Item = (Date, Day<'_>)> {
        self.attended.between(self.month.first(), self.month.last())
    }

    /// The days of attendance from the Monday of the week in which the month begins.
    pub(crate) fn days_since_monday(&self) -> impl Iterator<Item = (Date, Day<'_>)> {
        let monday = date::monday(self.month.first());
        self.attended.between(monday, self.month.last())
    }

    /// The days of attendance that a payslip pays, those asked for, with the terms of the day; outside every employment, as
    /// parcels, with those of the nearest one.
    pub(crate) fn attended_days<'s>(&'s self, workforce: &'s Workforce) -> Vec<Attended<'s>> {
        let rows = workforce.roster.as_deref().map_or(&[][..], |roster| roster.rows(&self.courier, &self.company));
        let nearest = |date| {
            let nearest = roster::in_force_or_nearest(rows, &self.company, date);
            let own = nearest.iter().find(|terms| terms.company == self.company);
            own.or_else(|| nearest.iter().find(|terms| terms.company.is_empty())).map(|terms| &***terms)
        };
        let asked = self.days().filter(|(date, _)| self.asked.contains(*date));
        asked.map(|(date, day)| (date, day, self.terms(date).or_else(|| nearest(date)))).collect()
    }

    /// A day of attendance.
    pub(crate) fn day(&self, date: Date) -> Option<Day<'_>> {
        self.attended.get(date)
    }

    /// The terms of a day employed.
    pub(crate) fn terms(&self, day: Date) -> Option<&Terms> {
        self.employed.iter().find(|period| period.contains(day)).map(|period| &*period.terms)
    }

    /// Whether days of the month lie before those asked for.
    pub(crate) fn begins_late(&self) -> bool {
        !self.earlier && self.asked.from.is_some_and(|from| from > self.month.first() && self.month.contains(from))
    }

    /// How many days of the month are asked for.
    pub(crate) fn days_asked(&self) -> i8 {
        self.month
            .within(self.asked)
            .map_or(0, |(first, last)| i8::try_from((last - first).get_days() + 1).unwrap_or(i8::MAX))
    }

    /// How amounts by the month are rounded: not at all where they are those of a part of it that is to be made a year's.
    pub(crate) fn rounding(&self, agreement: &Agreement) -> Rounding {
        if self.cut().is_some() { Rounding::NONE } else { agreement.rounding }
    }

    /// How many days of the month, of how many, are to be made a year's; `None` of a whole month and where none is meant.
    pub(crate) fn cut(&self) -> Option<(u64, u64)> {
        let days = |days: i8| u64::from(days.unsigned_abs());
        let (asked, all) = (self.days_asked(), self.month.days());
        (self.for_a_year && asked < all).then_some((days(asked), days(all)))
    }

    /// The days employed, period by period, where each of the days given begins a new one: the first, how many, the terms.
    pub(crate) fn periods<'s, 'd>(
        &'s self,
        change_dates: &'d [Date],
    ) -> impl Iterator<Item = (Date, i8, &'s Terms)> + use<'s, 'd> {
        self.employed
            .iter()
            .flat_map(move |period| period.parts(change_dates).map(|(from, days)| (from, days, &*period.terms)))
    }
}

impl Worksheet {
    /// The pay slots of the same courier and company in other pay periods that have one of these days.
    pub(crate) fn beside<'w>(&'w self, slot: &'w PaySlot, days: Term) -> impl Iterator<Item = &'w PaySlot> {
        let later = |than: PayPeriod| &self.slots[self.slots.partition_point(|other| other.month <= than)..];
        let months = std::iter::successors(self.slots.first(), move |slot| later(slot.month).first());
        let others = months.map(|slot| slot.month).filter(move |month| *month != slot.month);
        let of_month = move |month: PayPeriod| {
            let same = (month, &slot.company, &slot.courier);
            let from = self.slots.partition_point(|other| (other.month, &other.company, &other.courier) < same);
            let until = self.slots.partition_point(|other| (other.month, &other.company, &other.courier) <= same);
            self.slots[from..until].iter()
        };
        let around = others.filter(move |month| month.within(days).is_some());
        // A month in the middle of which the days asked for begin is there twice where leave is paid by its whole.
        let is_copy = move |other: &PaySlot| {
            other.earlier
                && slot.asked.from.is_some_and(|from| from > other.month.first() && other.month.contains(from))
        };
        around.flat_map(of_month).filter(move |other| other.person == slot.person && !is_copy(other))
    }

    /// The name of an area or a service.
    pub(crate) fn name(&self, number: u32) -> &Arc<str> {
        &self.names[number as usize]
    }

    /// What the parcels of a count have in common beside their names, where that is asked.
    pub(crate) fn detail<'w>(&'w self, count: &'w DayCount) -> Option<DetailOf<'w>> {
        count.detail.as_deref().map(|detail| DetailOf { asked: &self.details_asked, detail })
    }

    /// The parcels of a count as the rules see them.
    pub(crate) fn parcels<'w>(&'w self, slot: &'w PaySlot, count: &'w DayCount) -> Parcels<'w> {
        Parcels {
            company: &slot.company,
            courier: &slot.courier,
            area: self.name(count.area),
            service: self.name(count.service),
            detail: self.detail(count),
            terms: count.terms.as_deref(),
        }
    }
}

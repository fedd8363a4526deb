//! Where the log and the attendance do not agree: parcels without hours, hours without parcels, hours on a day of rest.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::agreement::Agreement;
use crate::cores;
use crate::diagnostics::Message;
use crate::pay::worksheet::{DayCount, PaySlot, Worksheet};
use crate::units::Date;
use crate::workforce::Attendance;
use crate::workforce::day::Day;

/// What does not agree, of everyone.
#[derive(Debug, Default)]
pub(crate) struct HoursAndParcels {
    /// Parcels on days without hours: by the day, whose, how many, and why there are none.
    without_hours: BTreeMap<(Date, Arc<str>), (u64, Why)>,
    /// Who has hours on a day and no parcel, of those who deliver in that month.
    without_parcels: BTreeMap<Date, BTreeSet<Arc<str>>>,
    /// Who has hours without a kind on a weekday that was moved to rest.
    moved: BTreeMap<Date, BTreeSet<Arc<str>>>,
}

/// Why a day has no hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Why {
    /// The attendance has no row.
    Lacking,
    /// It has no hours.
    NoHours,
    /// It is an absence.
    Absent,
}

impl HoursAndParcels {
    /// Compares the days of all pay slots that are paid.
    pub(crate) fn compare_all(&mut self, agreement: &Agreement, attendance: &Attendance, worksheet: &Worksheet) {
        let compared = cores::chunks(&worksheet.slots, |slots| {
            let mut own = Self::default();
            // The slots of a month follow each other.
            for of_month in slots.chunk_by(|one, next| one.month == next.month) {
                // A month without any row of work is a table of exceptions, whose silence says nothing.
                let silence_counts = attendance.has_work_in(of_month[0].month.term());
                let paid = of_month.iter().filter(|slot| !slot.earlier);
                paid.for_each(|slot| own.compare(agreement, silence_counts, worksheet, slot));
            }
            own
        });
        for own in compared {
            self.without_hours.extend(own.without_hours);
            for (date, couriers) in own.without_parcels {
                self.without_parcels.entry(date).or_default().extend(couriers);
            }
            for (date, couriers) in own.moved {
                self.moved.entry(date).or_default().extend(couriers);
            }
        }
    }

    /// Compares the days of a pay slot; whether it counts that the attendance is silent of a day.
    fn compare(&mut self, agreement: &Agreement, silence_counts: bool, worksheet: &Worksheet, slot: &PaySlot) {
        let delivered = delivered(&worksheet.counts[slot.counts.clone()]);
        let mut left = delivered.as_slice();
        for (date, day) in slot.days() {
            let (before, from) = left.split_at(left.partition_point(|(other, _)| *other < date));
            self.lacking(silence_counts, slot, before);
            let (on_day, after) = from.split_at(usize::from(from.first().is_some_and(|(first, _)| *first == date)));
            left = after;
            for (date, parcels) in on_day {
                if let Some(why) = without_hours(day) {
                    self.without_hours.insert((*date, Arc::clone(&slot.courier)), (*parcels, why));
                }
            }
            if !slot.asked.contains(date) || !day.is_worked() {
                continue;
            }
            if !delivered.is_empty() && on_day.is_empty() {
                self.without_parcels.entry(date).or_default().insert(Arc::clone(&slot.courier));
            }
            let unsaid = day.work().any(|entry| !entry.said && entry.hours.is_some_and(|hours| !hours.is_zero()));
            if unsaid && agreement.is_moved_to_rest(date) {
                self.moved.entry(date).or_default().insert(Arc::clone(&slot.courier));
            }
        }
        self.lacking(silence_counts, slot, left);
    }

    /// Takes note of days with parcels of which the attendance is silent, where that counts.
    fn lacking(&mut self, silence_counts: bool, slot: &PaySlot, days: &[(Date, u64)]) {
        for (date, parcels) in days.iter().filter(|_| silence_counts) {
            self.without_hours.insert((*date, Arc::clone(&slot.courier)), (*parcels, Why::Lacking));
        }
    }

    /// What there is to say of it.
    pub(crate) fn notes(&self) -> Vec<Message> {
        let mut notes = Vec::new();
        if let Some(((day, courier), _)) = self.without_hours.first_key_value() {
            let parcels = |wanted: &dyn Fn(Why) -> bool| -> u64 {
                self.without_hours.values().filter(|(_, why)| wanted(*why)).map(|(parcels, _)| parcels).sum()
            };
            let message = Message::new("pay-parcels-without-hours").count("parcels", parcels(&|_| true));
            let message = message.count("lacking", parcels(&|why| why == Why::Lacking));
            let message = message.count("zero", parcels(&|why| why == Why::NoHours));
            let message = message.count("absent", parcels(&|why| why == Why::Absent));
            notes.push(message.with("day", day.to_string()).with("first", &**courier));
        }
        let by_day = |days: &BTreeMap<Date, BTreeSet<Arc<str>>>, message: Message| {
            let (day, couriers) = days.first_key_value()?;
            let message = message.count("couriers", couriers.len() as u64).with("day", day.to_string());
            Some(message.count("others", days.len() as u64 - 1))
        };
        notes.extend(by_day(&self.without_parcels, Message::new("pay-hours-without-parcels")));
        notes.extend(by_day(&self.moved, Message::new("pay-hours-on-moved-rest")));
        notes
    }
}

/// The parcels of each day, in order.
fn delivered(counts: &[DayCount]) -> Vec<(Date, u64)> {
    let counts = counts.iter().filter(|count| count.parcels > 0);
    let mut delivered: Vec<(Date, u64)> = counts.map(|count| (count.date, count.parcels)).collect();
    delivered.sort_by_key(|(date, _)| *date);
    delivered.dedup_by(|(date, parcels), (first, sum)| {
        let is_same = date == first;
        *sum += if is_same { *parcels } else { 0 };
        is_same
    });
    delivered
}

/// Why a day of attendance has no hours, where it asks for them: a rest day may leave them out.
fn without_hours(day: Day<'_>) -> Option<Why> {
    if day.is_worked() {
        None
    } else if day.absences().next().is_some() {
        Some(Why::Absent)
    } else {
        day.work().all(|entry| entry.hours.is_some()).then_some(Why::NoHours)
    }
}

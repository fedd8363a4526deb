//! A log condensed for many proposals: the days of a month that every rule treats alike, as one day.

use std::collections::BTreeSet;

use hashbrown::HashMap;
use rustc_hash::FxBuildHasher;

use crate::agreement::Agreement;
use crate::agreement::Rule;
use crate::agreement::kinds::Kind;
use crate::agreement::kinds::Occasion;
use crate::deliveries::Tally;
use crate::deliveries::tally::Row;
use crate::units::Date;
use crate::units::Decimal;
use crate::units::Month;
use crate::workforce::Workforce;
use crate::workforce::attendance;

/// What sets a day apart from the others of its month, for any agreement, rate and attendance.
struct Calendar<'a> {
    workforce: &'a Workforce,
    /// The days on which a rule or a rate begins, ends or changes, in order.
    turns: Vec<Date>,
    /// Statutory holidays, and the first and the last day of the log, which say how many days it spans.
    alone: BTreeSet<Date>,
    /// The hours of a day beyond which they are overtime, by the strictest rule.
    normal_hours: Option<Decimal>,
}

/// The same parcels in as few rows as give the same payslips: `pay` on them answers the same, to the last fen. The days that
/// the log spans stay as they are. Changes that begin on a day of their own (`from`) need the log itself.
#[must_use]
pub fn condensed(agreement: &Agreement, tally: &Tally, workforce: &Workforce) -> Tally {
    let calendar = Calendar::new(agreement, tally, workforce);
    let mut places: HashMap<_, usize, FxBuildHasher> = HashMap::default();
    let mut rows: Vec<Row> = Vec::new();
    for row in &tally.rows {
        let names = (row.company, row.courier, row.area, row.service);
        let courier = tally.name(row.courier);
        let key =
            (names, Month::of(row.date), calendar.kind_of_day(courier, row.date), calendar.terms(courier, row.date));
        let place = *places.entry(key).or_insert(rows.len());
        match rows.get_mut(place) {
            Some(condensed) => condensed.parcels += row.parcels,
            None => rows.push(*row),
        }
    }
    Tally { names: tally.names.clone(), rows }
}

impl<'a> Calendar<'a> {
    fn new(agreement: &Agreement, tally: &Tally, workforce: &'a Workforce) -> Self {
        let mut turns: BTreeSet<Date> = agreement.rules.iter().flat_map(Rule::turns).collect();
        for ladder in &workforce.rates.ladders {
            turns.extend(ladder.named.term.from);
            turns.extend(ladder.named.term.until.and_then(|until| until.tomorrow().ok()));
        }
        let span = tally.span();
        let mut alone: BTreeSet<Date> = span.from.into_iter().chain(span.until).collect();
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
        Self { workforce, turns: turns.into_iter().collect(), alone, normal_hours }
    }

    /// The spell between two turns, and the day itself where it is like no other.
    fn kind_of_day(&self, courier: &str, date: Date) -> (usize, Option<Date>) {
        let attended = self.workforce.attendance.as_ref().and_then(|attendance| attendance.on(courier, date));
        let extra = attended.is_some_and(|day| {
            day.kind == attendance::Kind::Rest || self.normal_hours.is_some_and(|hours| day.hours > hours)
        });
        let spell = self.turns.partition_point(|turn| *turn <= date);
        (spell, (extra || self.alone.contains(&date)).then_some(date))
    }

    /// The lines of the roster that hold for a courier on a day.
    fn terms(&self, courier: &str, date: Date) -> Vec<u64> {
        let roster = self.workforce.roster.as_deref();
        let on_day = roster.map(|roster| roster.on(courier, date)).unwrap_or_default();
        on_day.iter().map(|terms| terms.place.line).collect()
    }
}

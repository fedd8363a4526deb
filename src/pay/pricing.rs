//! The price of a rule for a subject on a day: the rate chosen, else the agreement's own figure, and the changes proposed.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::agreement::change::Field;
use crate::agreement::figure::{AmountsBy, Band, Figure};
use crate::agreement::kinds::{Kind, Per};
use crate::agreement::measure::Measure;
use crate::agreement::scope::Subject;
use crate::agreement::{Agreement, Rule};
use crate::diagnostics::{Message, Problem};
use crate::pay::band;
use crate::pay::calendar::change_dates;
use crate::pay::ground::Ground;
use crate::pay::line::{RateSource, Scenario};
use crate::pay::observed::{Leaving, Observed};
use crate::pay::rates::RatesByRule;
use crate::units::{Date, Decimal};
use crate::workforce::Workforce;
use crate::workforce::day::Day;
use crate::workforce::rates::Ladder;

/// What stays the same through a run: the terms, and what becomes of a rate that they do not allow.
#[expect(clippy::struct_excessive_bools, reason = "each says whether a run needs something of its own")]
pub(crate) struct PricingContext<'a> {
    pub(crate) agreement: &'a Agreement,
    pub(crate) workforce: &'a Workforce,
    pub(crate) out_of_band: OutOfBand,
    /// The days on which any rule, rate or change begins, ends or changes, in order.
    pub(crate) change_dates: Arc<[Date]>,
    pub(crate) rates: RatesByRule<'a>,
    /// Whether a rule pays absences by the months before.
    pub(crate) pays_by_earlier_months: bool,
    /// The days whose normal hours count in no week: holidays, and weekends on which work is made up.
    pub(crate) in_no_week: BTreeSet<Date>,
    /// Whether a rule by the month tells days apart, by its `where` or by how long someone has been employed.
    pub(crate) months_by_day: bool,
    /// Whether what guarantees top up is kept order by order and day by day.
    pub(crate) keeps_stretches: bool,
    /// The rates that ask for sums of the pay period, by their places.
    pub(crate) with_provisos: Vec<usize>,
    /// Whether a rate tells parcels of one area, service and stretch of days apart, by the day or by the order.
    pub(crate) tells_counts_apart: bool,
}

/// What becomes of a rate that its rule does not allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutOfBand {
    /// It is a mistake of the input.
    Refused,
    /// The nearest rate that the rule allows on the day stands in its place.
    Nearest,
    /// It stands, and so does a rate that a change moves out of its band: where changes that belong together are made one by
    /// one.
    Allowed,
}

/// What a rule pays per unit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Price {
    /// One amount for every unit.
    One([Step; 1]),
    /// Marginal steps, the first one from 0.
    Steps(Vec<Step>),
    /// Only the band is known: its ends after the changes proposed.
    Open([Step; 1], [Step; 1]),
}

/// After how many parcels of the month, and yuan per parcel.
pub(crate) type Step = (u64, Decimal);

/// A price, on what it rests, and what gives it where that is not the agreement itself.
pub(crate) struct Priced {
    pub(crate) price: Price,
    pub(crate) ground: Ground,
    pub(crate) source: Option<RateSource>,
}

impl Price {
    fn one(amount: Decimal) -> Self {
        Self::One([(0, amount)])
    }

    /// The steps by the scenario: an open band pays its lower or its upper end.
    pub(crate) fn steps(&self, scenario: Scenario) -> &[Step] {
        match (self, scenario) {
            (Self::One(one), _) => one,
            (Self::Steps(steps), _) => steps,
            (Self::Open(_, highest), Scenario::High) => highest,
            (Self::Open(lowest, _), Scenario::Low | Scenario::Agreed) => lowest,
        }
    }
}

/// One question to a rule: what it pays the subject on a day.
struct Asked<'q, S> {
    rule: &'q Rule,
    subject: &'q S,
    day: Date,
}

impl<S: Subject> Asked<'_, S> {
    fn changed(&self, field: &Field, amount: Decimal, observed: &mut Observed) -> Decimal {
        self.rule.changed(field, amount, self.subject, self.day, &mut observed.applied)
    }

    /// The band on the day, its ends after the changes proposed.
    fn band(&self, observed: &mut Observed) -> Option<Band> {
        let band = self.rule.band(self.day)?;
        let min = self.changed(&Field::Min, band.min, observed);
        Some(Band { min, max: self.changed(&Field::Max, band.max, observed) })
    }
}

impl<'a> PricingContext<'a> {
    pub(crate) fn new(agreement: &'a Agreement, workforce: &'a Workforce, out_of_band: OutOfBand) -> Self {
        let rates = RatesByRule::new(&workforce.rates);
        let pays = |rule: &Rule| matches!(rule.kind, Kind::Absence(absence) if absence.pays.is_some());
        let pays_by_earlier_months = agreement.rules.iter().any(pays);
        let change_dates = change_dates(agreement, workforce);
        let provided = |rule: &Rule| matches!(&rule.kind, Kind::Rate(rate) if !rate.provided.is_empty());
        let with_provisos = (0..agreement.rules.len()).filter(|place| provided(&agreement.rules[*place])).collect();
        let in_no_week = agreement.holidays_and_made_up();
        let by_time = |rule: &Rule| matches!(rule.kind, Kind::Rate(_)) && rule.scope.time.is_some();
        let tells_counts_apart = workforce.details_asked(agreement).reads_rows()
            || agreement.tells_days_apart()
            || agreement.rules.iter().any(by_time);
        Self {
            agreement,
            workforce,
            out_of_band,
            change_dates,
            rates,
            pays_by_earlier_months,
            in_no_week,
            months_by_day: agreement.rules.iter().any(is_month_by_day),
            keeps_stretches: false,
            with_provisos,
            tells_counts_apart,
        }
    }

    /// The place of a measure among those of the attendance, where that carries it.
    pub(crate) fn attended_measure(&self, measure: &Measure) -> Option<usize> {
        self.workforce.attendance.as_deref()?.measure(&measure.name)
    }

    /// A measure of a day of attendance, in its unit.
    pub(crate) fn measured_on(&self, measure: &Measure, day: Day<'_>) -> Decimal {
        self.attended_measure(measure).map_or(Decimal::ZERO, |place| day.measure(place) / measure.each)
    }

    /// The highest amount that a rule of that id gives a subject on a day.
    pub(crate) fn amount_of(
        &self,
        id: &str,
        subject: &impl Subject,
        day: Date,
        scenario: Scenario,
        observed: &mut Observed,
    ) -> Option<Decimal> {
        let rules = self.agreement.rules.iter().enumerate();
        let named = rules.filter(|(_, rule)| *rule.id == *id && rule.applies_to(subject, day));
        let amounts = named.filter_map(|(place, _)| self.amount(place, subject, day, scenario, observed));
        amounts.map(|(amount, _)| amount).max()
    }

    /// The amount of a rule for a subject on a day, and on what it rests; of a band, its end by the scenario.
    pub(crate) fn amount(
        &self,
        rule: usize,
        subject: &impl Subject,
        day: Date,
        scenario: Scenario,
        observed: &mut Observed,
    ) -> Option<(Decimal, Ground)> {
        let priced = self.price(rule, subject, day, observed)?;
        let (_, amount) = priced.price.steps(scenario).first()?;
        Some((*amount, priced.ground))
    }

    /// What the rule of that place pays the subject on a day; `None` where it has no figure for it.
    pub(crate) fn price(
        &self,
        place: usize,
        subject: &impl Subject,
        day: Date,
        observed: &mut Observed,
    ) -> Option<Priced> {
        let asked = Asked { rule: &self.agreement.rules[place], subject, day };
        let position = asked.rule.figures.position(day);
        // A rate chosen may hold on days on which the agreement gives no figure.
        let figures = position.map(|figure| (figure, figure));
        let ground = Ground::Rule { rule: place, figures };
        asked.rule.kind.per()?;
        let is_rate = matches!(asked.rule.kind, Kind::Rate(_));
        let found = if is_rate { self.rate_in_force(&asked, observed) } else { None };
        let (price, source) = match found {
            Some(found) => found,
            None => (self.own_price(&asked, asked.rule.figure(day)?, observed)?, None),
        };
        observed.figures.insert((place, position));
        Some(Priced { price, ground, source })
    }

    /// The agreement's own figure, after the changes proposed.
    fn own_price(&self, asked: &Asked<'_, impl Subject>, figure: &Figure, observed: &mut Observed) -> Option<Price> {
        let mut changed = |amount| asked.changed(&Field::Figure, amount, observed);
        Some(match figure {
            Figure::Amount(amount) => Price::one(changed(*amount)),
            Figure::Ladder(steps) => Price::Steps(steps.iter().map(|step| (step.over, changed(step.amount))).collect()),
            Figure::Formula(_) => return None,
            Figure::By(by) => {
                let (key, amount) = by.of(asked.subject, asked.day)?;
                let amount = asked.changed(&Field::Entry(Arc::clone(key)), *amount, observed);
                Price::one(asked.changed(&Field::Figure, amount, observed))
            }
            Figure::Band(_) => {
                let band = asked.band(observed)?;
                let mut changed = |amount| asked.changed(&Field::Figure, amount, observed);
                let (lowest, highest) = (changed(band.min), changed(band.max));
                if lowest > band.max || highest < band.min {
                    // No rate of the band stays inside it.
                    let nearest = if lowest > band.max { lowest } else { highest };
                    self.leaves(asked, band, nearest, observed);
                }
                Price::Open([(0, lowest)], [(0, highest)])
            }
        })
    }

    /// The rate that `--rates` or `--rate` gives, after the changes proposed, and which of them.
    fn rate_in_force(
        &self,
        asked: &Asked<'_, impl Subject>,
        observed: &mut Observed,
    ) -> Option<(Price, Option<RateSource>)> {
        let row = self.rates.closest(&asked.rule.id, asked.subject, asked.day, observed);
        let ladder = row.map(|row| &*self.workforce.rates.ladders[row]);
        let steps = match ladder {
            Some(ladder) => ladder.steps.as_slice(),
            None => std::slice::from_ref(self.workforce.rates.general.get(&asked.rule.id)?),
        };
        if let Some(ladder) = ladder.filter(|ladder| ladder.steps.len() > 1) {
            pooled(asked, ladder, observed);
        }
        let band = asked.band(observed);
        let mut priced = Vec::with_capacity(steps.len());
        for step in steps {
            let amount = match self.out_of_band {
                OutOfBand::Refused => {
                    observed.problems.extend(band::misfit(asked.rule, step, asked.day));
                    step.amount
                }
                OutOfBand::Nearest => band::nearest(asked.rule, step, asked.day),
                OutOfBand::Allowed => step.amount,
            };
            let amount = band.map_or(amount, |band| lifted(asked, band.min, amount, observed));
            let changed = asked.changed(&Field::Figure, amount, observed);
            if let Some(band) = band.filter(|band| !band.contains(changed)) {
                self.leaves(asked, band, changed, observed);
            }
            priced.push((step.over, changed));
        }
        let price = if let [only] = *priced { Price::One([only]) } else { Price::Steps(priced) };
        Some((price, Some(row.map_or(RateSource::Flag, RateSource::Row))))
    }

    /// A changed rate that leaves the band is a mistake of the change that moved it last.
    fn leaves(&self, asked: &Asked<'_, impl Subject>, band: Band, changed: Decimal, observed: &mut Observed) {
        let moved = asked.rule.changes.iter().rfind(|(_, change)| change.holds(asked.subject, asked.day));
        let Some((index, change)) = moved.filter(|_| self.out_of_band != OutOfBand::Allowed) else { return };
        let leaving = observed.leaving.entry(*index).or_insert_with(|| Leaving {
            change: Arc::clone(change),
            clause: Arc::clone(&asked.rule.clause),
            band,
            lowest: changed,
            highest: changed,
        });
        leaving.lowest = leaving.lowest.min(changed);
        leaving.highest = leaving.highest.max(changed);
    }
}

/// Whether what a rule gives by the month is another on some of its days, without anything that begins or ends.
fn is_month_by_day(rule: &Rule) -> bool {
    let by_month =
        rule.kind.per() == Some(Per::Month) && !matches!(&rule.kind, Kind::Floor(floor) if floor.window.is_some());
    by_month && (rule.scope.tells_days_apart() || rule.figures_by().is_some_and(AmountsBy::is_by_months))
}

/// A band whose lower end is raised lifts the rates below it: no company may pay less any longer.
fn lifted(asked: &Asked<'_, impl Subject>, min: Decimal, amount: Decimal, observed: &mut Observed) -> Decimal {
    let raised = asked.rule.band(asked.day).is_some_and(|before| before.min < min);
    if !raised || amount >= min {
        return amount;
    }
    observed.lifted.insert(min);
    min
}

/// A change for one area or service cannot be told in a ladder that counts the parcels of all of them together.
fn pooled(asked: &Asked<'_, impl Subject>, ladder: &Ladder, observed: &mut Observed) {
    for (_, change) in &asked.rule.changes {
        let named = |key: &str, name: &Arc<str>| name.is_empty() && change.scope.values.contains_key(key);
        let pools = named("area", &ladder.named.area) || named("service", &ladder.named.service);
        if pools && change.holds(asked.subject, asked.day) {
            let message = Message::new("change-in-pooled-ladder").with("change", &*change.text);
            let first = ladder.steps[0].place.clone();
            observed.problems.push(Problem::new(message).at(change.place.clone()).also(first));
        }
    }
}

//! The amount of a rule for a subject on a day: the rate chosen, else the agreement's own, and the changes proposed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::agreement::change::Field;
use crate::agreement::in_force::{Met, Subject};
use crate::agreement::kinds::{Band, Kind, Value};
use crate::agreement::{Agreement, Rule};
use crate::diagnostics::{Message, Problem, Problems};
use crate::pay::band;
use crate::pay::band::Leaving;
use crate::pay::line::Scenario;
use crate::units::{Date, Decimal};
use crate::workforce::Workforce;
use crate::workforce::rates::Ladder;

/// What stays the same through a run, and what it finds on the way.
pub(crate) struct Desk<'a> {
    pub(crate) agreement: &'a Agreement,
    pub(crate) workforce: &'a Workforce,
    pub(crate) scenario: Scenario,
    /// What becomes of a rate that its rule does not allow.
    pub(crate) outside: Outside,
    /// Whether the band of a rate of parcels was met with no rate chosen.
    pub(crate) open: bool,
    pub(crate) problems: Problems,
    pub(crate) met: Met,
    /// The rules that gave an amount, each with the index of its dated value.
    pub(crate) used: BTreeSet<(usize, usize)>,
    /// The rows of `--rates` that priced something, by where they stand.
    pub(crate) priced_by: BTreeSet<usize>,
    /// Lower ends of bands that a change has raised above a rate in force.
    pub(crate) lifted: BTreeSet<Decimal>,
    /// The changes that move a rate out of its band.
    pub(crate) leaving: BTreeMap<usize, Leaving>,
    /// The days on which any rule, rate or change begins, ends or changes, in order.
    pub(crate) turns: Arc<[Date]>,
    ladders: BTreeMap<&'a str, Ladders<'a>>,
}

/// The rows of `--rates` for one rule: those that name a company, with those that name none between them, and these alone.
#[derive(Default)]
struct Ladders<'a> {
    of_company: BTreeMap<&'a str, Vec<&'a Arc<Ladder>>>,
    of_all: Vec<&'a Arc<Ladder>>,
}

/// What becomes of a rate that its rule does not allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outside {
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

/// A price and, where it comes from a ladder of `--rates`, what its lines carry.
pub(crate) struct Chosen<'a> {
    pub(crate) price: Price,
    pub(crate) ladder: Option<&'a Arc<Ladder>>,
}

impl<'a> Desk<'a> {
    pub(crate) fn new(agreement: &'a Agreement, workforce: &'a Workforce) -> Self {
        Self {
            agreement,
            workforce,
            scenario: Scenario::Agreed,
            outside: Outside::Refused,
            open: false,
            problems: Problems::new(),
            met: Met::new(),
            used: BTreeSet::new(),
            priced_by: BTreeSet::new(),
            lifted: BTreeSet::new(),
            leaving: BTreeMap::new(),
            turns: turns(agreement, workforce),
            ladders: ladders(workforce),
        }
    }

    /// The figure of a value for a subject on a day, after the changes proposed. A band gives its end by the scenario.
    pub(crate) fn amount(&mut self, index: usize, subject: &impl Subject, day: Date) -> Option<Decimal> {
        let price = self.chosen(index, subject, day)?.price;
        price.steps(self.scenario).first().map(|(_, amount)| *amount)
    }

    /// What the rule of that index pays the subject on a day; `None` where it has no value for it.
    pub(crate) fn chosen(&mut self, index: usize, subject: &impl Subject, day: Date) -> Option<Chosen<'a>> {
        let rule = &self.agreement.rules[index];
        let value = match &rule.kind {
            Kind::Rate(rate) => &rate.value,
            Kind::Base(base) => &base.value,
            Kind::Floor(floor) => &floor.value,
            Kind::Premium(_) | Kind::Protection(_) | Kind::Deduction(_) | Kind::Contribution(_) => return None,
        };
        if matches!(rule.kind, Kind::Rate(_))
            && let Some(chosen) = self.rate_in_force(rule, value, subject, day)
        {
            self.note(index, day);
            return Some(chosen);
        }
        let mut changed = |amount| rule.changed(&Field::Figure, amount, subject, day, &mut self.met);
        let price = match value {
            Value::Amount(amounts) => Price::one(changed(*amounts.on(day)?)),
            Value::Tiers(tiers) => {
                Price::Steps(tiers.on(day)?.iter().map(|step| (step.over, changed(step.amount))).collect())
            }
            Value::By(by) => {
                let key = subject.named(&by.column).or(by.otherwise.as_deref())?;
                let (key, amount) = by.amounts.on(day)?.get_key_value(key)?;
                let amount = rule.changed(&Field::Entry(Arc::clone(key)), *amount, subject, day, &mut self.met);
                let changed = rule.changed(&Field::Figure, amount, subject, day, &mut self.met);
                Price::one(changed)
            }
            Value::Band(_) => {
                let band = self.band(rule, value, subject, day)?;
                let mut changed = |amount| rule.changed(&Field::Figure, amount, subject, day, &mut self.met);
                let (lowest, highest) = (changed(band.min), changed(band.max));
                if lowest > band.max || highest < band.min {
                    // No rate of the band stays inside it.
                    let nearest = if lowest > band.max { lowest } else { highest };
                    self.leaves(rule, band, nearest, subject, day);
                }
                Price::Open([(0, lowest)], [(0, highest)])
            }
        };
        self.note(index, day);
        Some(Chosen { price, ladder: None })
    }

    /// The band on a day, its ends after the changes proposed.
    fn band(&mut self, rule: &Rule, value: &Value, subject: &impl Subject, day: Date) -> Option<Band> {
        let Value::Band(bands) = value else { return None };
        let band = *bands.on(day)?;
        let min = rule.changed(&Field::Min, band.min, subject, day, &mut self.met);
        let max = rule.changed(&Field::Max, band.max, subject, day, &mut self.met);
        Some(Band { min, max })
    }

    /// The rate that `--rates` or `--rate` gives, after the changes proposed.
    fn rate_in_force(&mut self, rule: &Rule, value: &Value, subject: &impl Subject, day: Date) -> Option<Chosen<'a>> {
        let workforce = self.workforce;
        let ladder = self.ladder(rule, subject, day);
        let steps = match ladder {
            Some(ladder) => ladder.steps.as_slice(),
            None => std::slice::from_ref(workforce.rates.general.get(&rule.id)?),
        };
        if let Some(ladder) = ladder.filter(|ladder| ladder.steps.len() > 1) {
            self.pooled(rule, ladder, subject, day);
        }
        let band = self.band(rule, value, subject, day);
        let mut priced = Vec::with_capacity(steps.len());
        for step in steps {
            let amount = match self.outside {
                Outside::Refused => {
                    self.problems.extend(band::misfit(rule, value, step, day));
                    step.amount
                }
                Outside::Nearest => band::nearest(rule, value, step, day),
                Outside::Allowed => step.amount,
            };
            let lifted = match band {
                Some(band) => self.lifted(value, band.min, amount, day),
                None => amount,
            };
            let changed = rule.changed(&Field::Figure, lifted, subject, day, &mut self.met);
            if let Some(band) = band.filter(|band| changed < band.min || changed > band.max) {
                self.leaves(rule, band, changed, subject, day);
            }
            priced.push((step.over, changed));
        }
        let price = if let [only] = *priced { Price::One([only]) } else { Price::Steps(priced) };
        Some(Chosen { price, ladder })
    }

    /// A band whose lower end is raised lifts the rates below it: no company may pay less any longer.
    fn lifted(&mut self, value: &Value, min: Decimal, amount: Decimal, day: Date) -> Decimal {
        let Value::Band(bands) = value else { return amount };
        let raised = bands.on(day).is_some_and(|before| before.min < min);
        if !raised || amount >= min {
            return amount;
        }
        self.lifted.insert(min);
        min
    }

    /// The row of `--rates` that fits closest.
    fn ladder(&mut self, rule: &Rule, subject: &impl Subject, day: Date) -> Option<&'a Arc<Ladder>> {
        let fits = |ladder: &&&Arc<Ladder>| {
            let named = &ladder.named;
            let pairs = [
                ("company", &named.company),
                ("area", &named.area),
                ("service", &named.service),
                ("courier", &named.courier),
            ];
            named.term.contains(day)
                && pairs.iter().all(|(key, name)| name.is_empty() || subject.named(key) == Some(&***name))
        };
        let of_rule = self.ladders.get(&*rule.id)?;
        let company = subject.named("company").unwrap_or_default();
        let all = of_rule.of_company.get(company).unwrap_or(&of_rule.of_all);
        let closest = all.iter().filter(fits).map(|ladder| ladder.named.closeness()).max()?;
        let mut close = all.iter().filter(fits).filter(|ladder| ladder.named.closeness() == closest);
        let (first, second) = (close.next().copied(), close.next().copied());
        self.priced_by.extend(first.map(|ladder| Arc::as_ptr(ladder).addr()));
        if let (Some(first), Some(second)) = (first, second) {
            let name = |key| subject.named(key).unwrap_or_default().to_string();
            let message = Message::new("rates-ambiguous")
                .with("courier", name("courier"))
                .with("company", name("company"))
                .with("area", name("area"))
                .with("service", name("service"))
                .with("date", day.to_string());
            let place = second.steps[0].place.clone();
            self.problems.push(Problem::new(message).at(place).also(first.steps[0].place.clone()));
        }
        first
    }

    /// A change for one area or service cannot be told in a ladder that counts the parcels of all of them together.
    fn pooled(&mut self, rule: &Rule, ladder: &Ladder, subject: &impl Subject, day: Date) {
        for (_, change) in &rule.changes {
            let named = |key: &str, name: &Arc<str>| name.is_empty() && change.scope.values.contains_key(key);
            let pools = named("area", &ladder.named.area) || named("service", &ladder.named.service);
            if pools && change.holds(subject, day) {
                let message = Message::new("change-in-pooled-ladder").with("change", &*change.text);
                let first = ladder.steps[0].place.clone();
                self.problems.push(Problem::new(message).at(change.place.clone()).also(first));
            }
        }
    }

    /// A changed rate that leaves the band is a mistake of the change that moved it last.
    fn leaves(&mut self, rule: &Rule, band: Band, changed: Decimal, subject: &impl Subject, day: Date) {
        let moved = rule.changes.iter().rfind(|(_, change)| change.holds(subject, day));
        let Some((index, change)) = moved.filter(|_| self.outside != Outside::Allowed) else { return };
        let leaving = self.leaving.entry(*index).or_insert_with(|| Leaving {
            change: Arc::clone(change),
            clause: Arc::clone(&rule.clause),
            band,
            lowest: changed,
            highest: changed,
        });
        leaving.lowest = leaving.lowest.min(changed);
        leaving.highest = leaving.highest.max(changed);
    }

    /// Remembers that a rule gave a figure on a day, for what must be said of assumptions.
    pub(crate) fn note(&mut self, index: usize, day: Date) {
        let value = self.agreement.rules[index].entry(day).unwrap_or(usize::MAX);
        self.used.insert((index, value));
    }

    /// The article on which a rule's figure of that day rests.
    pub(crate) fn clause(&self, index: usize, day: Date) -> &'a Arc<str> {
        self.agreement.rules[index].clause_on(day)
    }
}

/// The days on which any rule, rate or change begins, ends or changes, in order.
pub(crate) fn turns(agreement: &Agreement, workforce: &Workforce) -> Arc<[Date]> {
    let mut turns: BTreeSet<Date> = agreement.rules.iter().flat_map(Rule::turns).collect();
    for ladder in &workforce.rates.ladders {
        turns.extend(ladder.named.term.from);
        turns.extend(ladder.named.term.until.and_then(|until| until.tomorrow().ok()));
    }
    turns.into_iter().collect()
}

fn ladders(workforce: &Workforce) -> BTreeMap<&str, Ladders<'_>> {
    let mut ladders: BTreeMap<&str, Ladders<'_>> = BTreeMap::new();
    for ladder in &workforce.rates.ladders {
        let of_rule = ladders.entry(&ladder.named.rule).or_default();
        let Ladders { of_company, of_all } = of_rule;
        if ladder.named.company.is_empty() {
            for own in of_company.values_mut() {
                own.push(ladder);
            }
            of_all.push(ladder);
        } else {
            of_company.entry(&ladder.named.company).or_insert_with(|| of_all.clone()).push(ladder);
        }
    }
    ladders
}

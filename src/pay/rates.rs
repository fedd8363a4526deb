//! Which row of `--rates` prices some parcels: of those that fit, the one that names the most.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::agreement::scope::Subject;
use crate::diagnostics::{Message, Problem};
use crate::pay::observed::Observed;
use crate::units::Date;
use crate::workforce::rates::{Ladder, RateScope, Rates};

/// The rows of `--rates` by rule, each with its place in the file.
pub(crate) struct RatesByRule<'a> {
    of_rule: BTreeMap<&'a str, Rows<'a>>,
    /// Of each row, the ladder of which it is a version: rows that name the same are versions of one ladder, by their days.
    ladder_of: Vec<usize>,
    /// The ladders of which some version has steps.
    stepped: BTreeSet<usize>,
}

/// The rows of one rule: those that name a company, with those that name none between them, and these alone.
#[derive(Default)]
struct Rows<'a> {
    of_company: BTreeMap<&'a str, Vec<Row<'a>>>,
    of_all: Vec<Row<'a>>,
}

type Row<'a> = (usize, &'a Ladder);

impl<'a> RatesByRule<'a> {
    pub(crate) fn new(rates: &'a Rates) -> Self {
        let mut of_rule: BTreeMap<&str, Rows<'_>> = BTreeMap::new();
        let mut first: BTreeMap<[&str; 5], usize> = BTreeMap::new();
        let mut ladder_of = Vec::with_capacity(rates.ladders.len());
        let mut stepped = BTreeSet::new();
        for (place, ladder) in rates.ladders.iter().enumerate() {
            let row = (place, &**ladder);
            let RateScope { rule, company, area, service, courier, .. } = &ladder.named;
            let of = *first.entry([rule, company, area, service, courier]).or_insert(place);
            ladder_of.push(of);
            if ladder.steps.len() > 1 {
                stepped.insert(of);
            }
            let Rows { of_company, of_all } = of_rule.entry(&ladder.named.rule).or_default();
            if ladder.named.company.is_empty() {
                for own in of_company.values_mut() {
                    own.push(row);
                }
                of_all.push(row);
            } else {
                of_company.entry(&ladder.named.company).or_insert_with(|| of_all.clone()).push(row);
            }
        }
        Self { of_rule, ladder_of, stepped }
    }

    /// The ladder of which a row is a version, by the place of its first row.
    pub(crate) fn ladder_of(&self, row: usize) -> usize {
        self.ladder_of[row]
    }

    /// Whether some version of the row's ladder has steps, so that the parcels of a month are counted through all of them.
    pub(crate) fn has_steps(&self, row: usize) -> bool {
        self.stepped.contains(&self.ladder_of[row])
    }

    /// The place of the row that fits closest; of several that fit equally well the first, and a mistake with both places.
    pub(crate) fn closest(
        &self,
        rule: &str,
        subject: &impl Subject,
        day: Date,
        observed: &mut Observed,
    ) -> Option<usize> {
        let rows = self.of_rule.get(rule)?;
        let all = rows.of_company.get(subject.named("company").unwrap_or_default()).unwrap_or(&rows.of_all);
        let fitting = || all.iter().filter(|(_, ladder)| fits(ladder, subject, day));
        let closest = fitting().map(|(_, ladder)| ladder.named.closeness()).max()?;
        let mut close = fitting().filter(|(_, ladder)| ladder.named.closeness() == closest);
        let (first, ladder) = close.next()?;
        observed.rates.insert(*first);
        if let Some((_, second)) = close.next() {
            observed.problems.push(ambiguous(ladder, second, subject, day));
        }
        Some(*first)
    }
}

fn fits(ladder: &Ladder, subject: &impl Subject, day: Date) -> bool {
    let named = &ladder.named;
    let pairs =
        [("company", &named.company), ("area", &named.area), ("service", &named.service), ("courier", &named.courier)];
    let fits = |(key, name): &(&str, &Arc<str>)| name.is_empty() || subject.named(key) == Some(&***name);
    named.term.contains(day) && pairs.iter().all(fits)
}

fn ambiguous(first: &Ladder, second: &Ladder, subject: &impl Subject, day: Date) -> Problem {
    let name = |key| subject.named(key).unwrap_or_default().to_string();
    let message = Message::new("rates-ambiguous")
        .with("courier", name("courier"))
        .with("company", name("company"))
        .with("area", name("area"))
        .with("service", name("service"))
        .with("date", day.to_string());
    Problem::new(message).at(second.steps[0].place.clone()).also(first.steps[0].place.clone())
}

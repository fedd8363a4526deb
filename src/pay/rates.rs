//! Which row of `--rates` prices some parcels: of those that fit, the one that names the most.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use hashbrown::HashMap;
use rustc_hash::FxBuildHasher;

use crate::agreement::scope::Subject;
use crate::diagnostics::{Message, Problem};
use crate::pay::observed::Observed;
use crate::units::Date;
use crate::workforce::rates::{Ladder, RateScope, Rates};

/// The rows of `--rates` by rule and by what they name, each with its place in the file.
pub(crate) struct RatesByRule<'a> {
    of_rule: BTreeMap<&'a str, Rows<'a>>,
    /// Of each row, the ladder of which it is a version: rows that name the same are versions of one ladder, by their days.
    ladder_of: Vec<usize>,
    /// The ladders of which some version has steps.
    stepped: BTreeSet<usize>,
}

/// What rows can name, in the order of [`Names`].
const COLUMNS: [&str; 4] = ["company", "area", "service", "courier"];

/// Company, area, service and courier; an empty one is not named.
type Names<'n> = [&'n str; COLUMNS.len()];

/// The rows of one rule.
#[derive(Default)]
struct Rows<'a> {
    /// Which of the columns rows name, those that name the most first.
    named: Vec<[bool; COLUMNS.len()]>,
    by_names: HashMap<Names<'a>, SameNames<'a>, FxBuildHasher>,
}

/// Rows that name the same, by their first day.
#[derive(Default)]
struct SameNames<'a> {
    rows: Vec<Row<'a>>,
    /// For each of them, the last day of any row up to it.
    until: Vec<Date>,
}

type Row<'a> = (usize, &'a Ladder);

impl<'a> RatesByRule<'a> {
    pub(crate) fn new(rates: &'a Rates) -> Self {
        let mut of_rule: BTreeMap<&str, Rows<'_>> = BTreeMap::new();
        let mut first: BTreeMap<(&str, Names<'_>), usize> = BTreeMap::new();
        let mut ladder_of = Vec::with_capacity(rates.ladders.len());
        let mut stepped = BTreeSet::new();
        // Rows that name the same are taken by their first day.
        let mut rows: Vec<Row<'_>> = rates.ladders.iter().map(|ladder| &**ladder).enumerate().collect();
        for (place, ladder) in &rows {
            let of = *first.entry((&*ladder.named.rule, names(&ladder.named))).or_insert(*place);
            ladder_of.push(of);
            if ladder.steps.len() > 1 {
                stepped.insert(of);
            }
        }
        rows.sort_by_key(|(_, ladder)| ladder.named.term.from);
        for row in rows {
            of_rule.entry(&row.1.named.rule).or_default().add(row);
        }
        for rows in of_rule.values_mut() {
            rows.named.sort_by_key(|named| Reverse(closeness(named)));
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
        let Rows { named, by_names } = self.of_rule.get(rule)?;
        let own = COLUMNS.map(|column| subject.named(column).unwrap_or_default());
        let (mut fitting, mut closest): (Vec<Row<'_>>, usize) = (Vec::new(), 0);
        for named in named {
            if !fitting.is_empty() && closeness(named) < closest {
                break;
            }
            closest = closeness(named);
            // What is not known of the parcels is empty, and no row that names it is found.
            let names: Names<'_> = std::array::from_fn(|column| if named[column] { own[column] } else { "" });
            let is_known = names.iter().zip(named).all(|(name, named)| *named != name.is_empty());
            let same = by_names.get(&names).filter(|_| is_known);
            fitting.extend(same.into_iter().flat_map(|same| same.on(day)));
        }
        fitting.sort_by_key(|(place, _)| *place);
        let (first, ladder) = fitting.first()?;
        observed.rates.insert(*first);
        if let Some((_, second)) = fitting.get(1) {
            observed.problems.push(ambiguous(ladder, second, subject, day));
        }
        Some(*first)
    }
}

impl<'a> Rows<'a> {
    /// Adds a row that begins no earlier than those before it.
    fn add(&mut self, row: Row<'a>) {
        let names = names(&row.1.named);
        let named = names.map(|name| !name.is_empty());
        if !self.named.contains(&named) {
            self.named.push(named);
        }
        let SameNames { rows, until } = self.by_names.entry(names).or_default();
        let end = row.1.named.term.until.unwrap_or(Date::MAX);
        until.push(until.last().map_or(end, |last| end.max(*last)));
        rows.push(row);
    }
}

impl<'a> SameNames<'a> {
    /// Those in force on a day, the latest first.
    fn on(&self, day: Date) -> impl Iterator<Item = Row<'a>> {
        let begun = self.rows.partition_point(|(_, ladder)| ladder.named.term.from.is_none_or(|from| from <= day));
        let until_day = (0..begun).rev().take_while(move |at| self.until[*at] >= day);
        until_day.map(|at| self.rows[at]).filter(move |(_, ladder)| ladder.named.term.contains(day))
    }
}

fn names(named: &RateScope) -> Names<'_> {
    let RateScope { company, area, service, courier, .. } = named;
    [company, area, service, courier]
}

/// How many of the columns are named.
fn closeness(named: &[bool]) -> usize {
    named.iter().filter(|named| **named).count()
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

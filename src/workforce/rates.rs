//! Rates in force: what each company pays for a parcel, by area, service and courier, from when to when.

use std::collections::{BTreeMap, BTreeSet};
use std::mem;
use std::ops::Bound;
use std::path::Path;
use std::sync::Arc;

use crate::agreement::Agreement;
use crate::diagnostics::{Message, Place, Problem, Problems};
use crate::tables::headings::RATES;
use crate::tables::leftovers::Leftovers;
use crate::tables::table::{Row, TableOptions};
use crate::tables::table_files::TableFiles;
use crate::units::{Date, Decimal, Term, number};

/// The rates that the companies pay.
#[derive(Clone, Debug, Default)]
pub struct Rates {
    /// From `--rates`, each with all its steps, in the order of the file.
    pub ladders: Vec<Arc<Ladder>>,
    /// From `--rate RULE=AMOUNT`, by rule.
    pub general: BTreeMap<Arc<str>, Step>,
    /// What of the files is not read.
    pub leftovers: Vec<Leftovers>,
}

/// One version of a ladder: of the rows of `--rates` that differ only in `over`, `amount`, `from` and `until`, those in force on
/// the same days. Most have one step.
#[derive(Clone, Debug)]
pub struct Ladder {
    /// What the rows name, and the days of the version.
    pub named: RateScope,
    /// Where the first of them names its rule.
    pub rule_place: Place,
    /// The steps by rising `over`; the first one is 0.
    pub steps: Vec<Step>,
}

/// Whose rate for what a row of `--rates` gives; an empty text fits everything.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RateScope {
    /// The rule whose rate it is.
    pub rule: Arc<str>,
    /// The company that pays it.
    pub company: Arc<str>,
    /// The area in which it is paid.
    pub area: Arc<str>,
    /// The service for which it is paid.
    pub service: Arc<str>,
    /// The courier to whom it is paid.
    pub courier: Arc<str>,
    /// The days on which it is in force.
    pub term: Term,
}

/// One amount.
#[derive(Clone, Debug)]
pub struct Step {
    /// It prices the parcels after this many in the month.
    pub over: u64,
    /// Yuan per unit, as written.
    pub amount: Decimal,
    /// Where the amount stands.
    pub place: Place,
}

columns!(AMOUNT; RULE, COMPANY, AREA, SERVICE, COURIER, OVER, FROM, UNTIL);

impl Rates {
    /// Reads the rows of all files of rates that the path names. A row that names no rule is of the only one that a rate can price; where the agreements
    /// could not be read, none is known.
    ///
    /// # Errors
    /// All that is wrong in the files.
    pub fn read(
        &mut self,
        path: &Path,
        options: TableOptions<'_>,
        priced: Option<&BTreeSet<&str>>,
    ) -> Result<(), Problems> {
        let mut sheet = TableFiles::read(path, options, &RATES, REQUIRED)?;
        let mut problems = sheet.problems();
        self.leftovers.extend(sheet.leftovers());
        if let Some(rules) = priced.filter(|rules| rules.len() != 1) {
            let open = sheet.all().iter().filter(|table| !table.says(RULE));
            let open: Problems = open.map(|table| Problem::new(rule_open(rules)).at(table.top())).collect();
            if !open.is_empty() {
                return Err(problems.into_iter().chain(open).collect());
            }
        }
        let mut ladders: Vec<AllRows> = Vec::new();
        let mut known: BTreeMap<RateScope, usize> = BTreeMap::new();
        for row in sheet.rows() {
            let (named, step) = (named(row, priced, &mut problems), step(row, &mut problems));
            let Some(step) = step else { continue };
            let of_ladder = RateScope { term: Term::default(), ..named.clone() };
            let ladder = *known.entry(of_ladder).or_insert_with_key(|of_ladder| {
                ladders.push(AllRows::new(of_ladder.clone(), row.place(RULE)));
                ladders.len() - 1
            });
            if let Err(first) = ladders[ladder].add(named.term, step) {
                let message = Message::new("rates-twice").count("over", first.over);
                problems.push(Problem::new(message).at(row.line_place()).also(first.place.clone()));
            }
        }
        for ladder in &ladders {
            let versions = ladder.versions();
            problems.extend(AllRows::beginnings_missing(&versions));
            self.ladders.extend(versions.into_iter().map(Arc::new));
        }
        if problems.is_empty() { Ok(()) } else { Err(problems) }
    }

    /// Takes one `--rate RULE=AMOUNT`.
    ///
    /// # Errors
    /// That it has another form, or that the rule has one already.
    pub fn add(&mut self, text: &str) -> Result<(), Problem> {
        let flag: Arc<str> = "--rate".into();
        let wrong = |message: Message, span| Problem::new(message).at(Place::in_line(&flag, 1, text, span));
        let Some((rule, amount)) = text.split_once('=').filter(|(rule, _)| !rule.trim().is_empty()) else {
            return Err(wrong(Message::new("rate-form").with("found", text), 0..text.len()));
        };
        let span = rule.len() + 1..text.len();
        let Some(value) = number::typed(amount) else {
            return Err(wrong(Message::new("rate-amount").with("found", amount), span));
        };
        let place = Place::in_line(&flag, 1, text, span);
        let rule: Arc<str> = rule.trim().into();
        let step = Step { over: 0, amount: value, place: place.clone() };
        match self.general.insert(Arc::clone(&rule), step) {
            None => Ok(()),
            Some(first) => {
                Err(Problem::new(Message::new("rate-twice").with("rule", &*rule)).at(place).also(first.place))
            }
        }
    }
}

impl Rates {
    /// Puts the ids of rules in place of the titles by which rates call them; what is wrong with that: titles that several rules
    /// have, and rates that are then of one rule twice.
    pub fn name(&mut self, agreement: &Agreement) -> Problems {
        let mut problems = Problems::new();
        for (rule, step) in mem::take(&mut self.general) {
            let place = step.place.clone();
            match agreement.rule_called(&rule) {
                Err(several) => problems.push(Problem::new(several).at(place)),
                Ok(id) => {
                    if let Some(first) = self.general.insert(Arc::clone(&id), step) {
                        let twice = Problem::new(Message::new("rate-twice").with("rule", &*id));
                        problems.push(twice.at(place).also(first.place));
                    }
                }
            }
        }
        for at in 0..self.ladders.len() {
            let (rule, place) = (&self.ladders[at].named.rule, &self.ladders[at].rule_place);
            match agreement.rule_called(rule) {
                Err(several) => problems.push(Problem::new(several).at(place.clone())),
                Ok(id) if id == *rule => {}
                Ok(id) => {
                    let named = RateScope { rule: id, ..self.ladders[at].named.clone() };
                    let same = |other: &&Arc<Ladder>| other.named.is_beside(&named);
                    if let Some(other) = self.ladders.iter().find(same) {
                        let twice = Problem::new(Message::new("rates-twice").count("over", other.steps[0].over));
                        problems.push(twice.at(place.clone()).also(other.rule_place.clone()));
                    }
                    Arc::make_mut(&mut self.ladders[at]).named = named;
                }
            }
        }
        problems
    }
}

/// All rows of one ladder, each with the days on which it is in force.
struct AllRows {
    named: RateScope,
    rule_place: Place,
    rows: Vec<(Term, Step)>,
    /// The same by step and first day; those of one step have no day in common.
    by_step: BTreeMap<(u64, Option<Date>), usize>,
}

impl AllRows {
    fn new(named: RateScope, rule_place: Place) -> Self {
        Self { named, rule_place, rows: Vec::new(), by_step: BTreeMap::new() }
    }

    /// Adds a row, unless an earlier one gives the same step on one of its days.
    fn add(&mut self, term: Term, step: Step) -> Result<(), &Step> {
        let (first, last) = ((step.over, term.from), (step.over, Some(term.until.unwrap_or(Date::MAX))));
        let before = self.by_step.range(..=first).next_back();
        let after = self.by_step.range((Bound::Excluded(first), Bound::Included(last.max(first))));
        let same = |at: &usize| self.rows[*at].1.over == step.over && self.rows[*at].0.overlap(term).is_some();
        let earlier = before.into_iter().chain(after).map(|(_, at)| *at).filter(same).min();
        if let Some(earlier) = earlier {
            return Err(&self.rows[earlier].1);
        }
        // A row that ends before it begins, a mistake of its own, has no day.
        if term.overlap(term).is_some() {
            self.by_step.insert(first, self.rows.len());
        }
        self.rows.push((term, step));
        Ok(())
    }

    /// The versions in the order of their days: where a row begins or ends, a new one begins.
    fn versions(&self) -> Vec<Ladder> {
        let ends = self.rows.iter().filter_map(|(term, _)| term.until?.tomorrow().ok());
        let begins: BTreeSet<Option<Date>> =
            self.rows.iter().map(|(term, _)| term.from).chain(ends.map(Some)).collect();
        let mut begins = begins.into_iter().peekable();
        let mut later: Vec<(&Term, &Step)> = self.rows.iter().map(|(term, step)| (term, step)).collect();
        later.sort_by_key(|(term, step)| (term.from, step.over));
        let mut later = later.into_iter().peekable();
        // Those in force, by step, and by their last day.
        let (mut steps, mut ends): (BTreeMap<u64, &Step>, BTreeSet<(Date, u64)>) = (BTreeMap::new(), BTreeSet::new());
        let mut versions = Vec::new();
        while let Some(from) = begins.next() {
            let until = begins.peek().and_then(|next| next.as_ref()?.yesterday().ok());
            while let Some((last, over)) = ends.first().copied().filter(|(last, _)| Some(*last) < from) {
                ends.remove(&(last, over));
                steps.remove(&over);
            }
            while let Some((term, step)) = later.next_if(|(term, _)| term.from <= from) {
                if term.overlap(*term).is_some() {
                    steps.insert(step.over, step);
                    ends.extend(term.until.map(|last| (last, step.over)));
                }
            }
            if !steps.is_empty() {
                let named = RateScope { term: Term { from, until }, ..self.named.clone() };
                let steps = steps.values().map(|step| Step::clone(step)).collect();
                versions.push(Ladder { named, rule_place: self.rule_place.clone(), steps });
            }
        }
        versions
    }

    /// The versions without a rate of the first parcels, each row that stands first once.
    fn beginnings_missing(versions: &[Ladder]) -> Problems {
        let mut first: BTreeMap<u64, &Ladder> = BTreeMap::new();
        for version in versions.iter().rev().filter(|version| version.steps[0].over > 0) {
            first.insert(version.steps[0].place.line, version);
        }
        let problem = |version: &Ladder| {
            let Ladder { named: RateScope { term, .. }, steps, .. } = version;
            let message = match (term.from, term.until) {
                (None, None) => Message::new("rates-first-step-missing"),
                (Some(from), _) => Message::new("rates-first-step-missing-from").with("day", from.to_string()),
                (None, Some(until)) => Message::new("rates-first-step-missing-until").with("day", until.to_string()),
            };
            Problem::new(message.count("over", steps[0].over)).at(steps[0].place.clone())
        };
        first.into_values().map(problem).collect()
    }
}

impl RateScope {
    /// Whether a row names the same as another, on some of the same days.
    fn is_beside(&self, other: &Self) -> bool {
        let same = Self { term: other.term, ..self.clone() } == *other;
        same && self.term.overlap(other.term).is_some()
    }
}

/// That a row may be of any of several rules, or of none.
fn rule_open(rules: &BTreeSet<&str>) -> Message {
    let listed = rules.iter().copied().collect::<Vec<_>>().join(", ");
    Message::new("rates-rule-open").count("count", rules.len() as u64).with("rules", listed)
}

/// The rule that a row names, else the only one that there is.
fn rule(row: Row<'_>, priced: Option<&BTreeSet<&str>>, problems: &mut Problems) -> Arc<str> {
    let named = row.cell(RULE);
    let Some(rules) = priced.filter(|_| named.is_empty()) else { return named.into() };
    let only = rules.first().filter(|_| rules.len() == 1);
    if only.is_none() {
        problems.push(row.problem(RULE, rule_open(rules)));
    }
    only.map_or_else(Arc::default, |only| (*only).into())
}

fn named(row: Row<'_>, priced: Option<&BTreeSet<&str>>, problems: &mut Problems) -> RateScope {
    let term = Term { from: row.day(FROM, problems), until: row.last_day(UNTIL, problems) };
    if term.from.zip(term.until).is_some_and(|(from, until)| until < from) {
        problems.push(row.problem(UNTIL, Message::new("sheet-until-before-from")));
    }
    RateScope {
        rule: rule(row, priced, problems),
        company: row.cell(COMPANY).into(),
        area: row.cell(AREA).into(),
        service: row.cell(SERVICE).into(),
        courier: row.id_if_any(COURIER, problems),
        term,
    }
}

fn step(row: Row<'_>, problems: &mut Problems) -> Option<Step> {
    row.required(AMOUNT, problems);
    let amount = row.read(AMOUNT, "rate-amount", problems, number::amount)?;
    let over = row.read(OVER, "rates-over", problems, number::count);
    if over.is_none() && !row.cell(OVER).is_empty() {
        return None;
    }
    Some(Step { over: over.unwrap_or(0), amount, place: row.place(AMOUNT) })
}

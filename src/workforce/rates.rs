//! Rates in force: what each company pays for a parcel, by area, service and courier, from when to when.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use crate::diagnostics::{Message, Place, Problem, Problems};
use crate::tables::headings::RATES;
use crate::tables::table::{Row, Table, TableOptions};
use crate::units::{Decimal, Term, money, number};

/// The rates that the companies pay.
#[derive(Clone, Debug, Default)]
pub struct Rates {
    /// From `--rates`, each with all its steps, in the order of the file.
    pub ladders: Vec<Arc<Ladder>>,
    /// From `--rate RULE=AMOUNT`, by rule.
    pub general: BTreeMap<Arc<str>, Step>,
}

/// Rows of `--rates` that are alike but for `over` and `amount`. Most have one step.
#[derive(Clone, Debug)]
pub struct Ladder {
    /// What the rows name.
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

columns!(RULE, AMOUNT; COMPANY, AREA, SERVICE, COURIER, OVER, FROM, UNTIL);

impl Rates {
    /// Reads the rows of a file of rates.
    ///
    /// # Errors
    /// All that is wrong in the file.
    pub fn read(&mut self, path: &Path, options: TableOptions<'_>) -> Result<(), Problems> {
        let mut sheet = Table::read(path, options, &RATES, REQUIRED)?;
        let mut problems = sheet.problems();
        let mut ladders: Vec<Ladder> = Vec::new();
        let mut known: BTreeMap<RateScope, usize> = BTreeMap::new();
        let mut first: BTreeMap<(usize, u64), Place> = BTreeMap::new();
        for row in sheet.rows() {
            let (named, step) = (named(row, &mut problems), step(row, &mut problems));
            let Some(step) = step else { continue };
            let ladder = *known.entry(named).or_insert_with_key(|named| {
                ladders.push(Ladder { named: named.clone(), rule_place: row.place(RULE), steps: Vec::new() });
                ladders.len() - 1
            });
            if let Some(first) = first.get(&(ladder, step.over)) {
                let message = Message::new("rates-twice").count("over", step.over);
                problems.push(Problem::new(message).at(row.line_place()).also(first.clone()));
            } else {
                first.insert((ladder, step.over), step.place.clone());
                ladders[ladder].steps.push(step);
            }
        }
        for ladder in &mut ladders {
            ladder.steps.sort_by_key(|step| step.over);
            if ladder.steps[0].over > 0 {
                let message = Message::new("rates-first-step-missing").count("over", ladder.steps[0].over);
                problems.push(Problem::new(message).at(ladder.steps[0].place.clone()));
            }
        }
        self.ladders.extend(ladders.into_iter().map(Arc::new));
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
        let Some(value) = money::parse(amount.trim()) else {
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

impl RateScope {
    /// How many of courier, company, area and service it names: the more, the closer it fits.
    #[must_use]
    pub fn closeness(&self) -> usize {
        [&self.company, &self.area, &self.service, &self.courier].iter().filter(|name| !name.is_empty()).count()
    }
}

fn named(row: Row<'_>, problems: &mut Problems) -> RateScope {
    let term = Term { from: row.day(FROM, problems), until: row.day(UNTIL, problems) };
    if term.from.zip(term.until).is_some_and(|(from, until)| until < from) {
        problems.push(row.problem(UNTIL, Message::new("sheet-until-before-from")));
    }
    RateScope {
        rule: row.required(RULE, problems),
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

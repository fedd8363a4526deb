//! Several agreements as one: of two rules on the same thing the one better for the worker holds
//! (劳动合同法 art. 55, 劳动法 art. 35).

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::agreement::document::{Document, Proration};
use crate::agreement::figure::Figure;
use crate::agreement::kinds::{Absence, Kind, Occasion, PaidBy, Premium, Rate};
use crate::agreement::measure::{Measure, joined};
use crate::agreement::rule::{Rule, Superseded};
use crate::agreement::scope::{MONTHS_SINCE, Where};
use crate::diagnostics::{Message, Problem, Problems};
use crate::units::{Currency, Date, Decimal, PayCalendar, Rounding, Term};

/// One agreement, or a stack of several: documents, rules in the order given, and what is not computed.
#[derive(Clone, Debug, Default)]
pub struct Agreement {
    /// The documents, in the order of `-a` and then of their file names.
    pub documents: Vec<Arc<Document>>,
    /// The rules, in the order of the documents.
    pub rules: Vec<Rule>,
    /// How a line is rounded when it is made.
    pub rounding: Rounding,
    /// Whether a document says so.
    pub says_rounding: bool,
    /// How base and allowances of a part month are cut.
    pub proration: Proration,
    /// The measures that its documents declare, in the order of their names.
    pub measures: Vec<Arc<Measure>>,
    /// For how long wages are reckoned at a time; `None`: nothing is said, so by calendar months.
    pub pay_calendar: Option<PayCalendar>,
}

impl Agreement {
    /// The currency of its amounts: that which a document names, else yuan.
    #[must_use]
    pub fn currency(&self) -> Currency {
        self.documents.iter().find_map(|document| document.currency).unwrap_or(Currency::YUAN)
    }

    /// Whether all of its documents hold in China.
    #[must_use]
    pub fn is_of_china(&self) -> bool {
        self.documents.iter().all(|document| &*document.country == "CN")
    }

    /// For how long wages are reckoned at a time.
    #[must_use]
    pub fn pay_calendar(&self) -> PayCalendar {
        self.pay_calendar.unwrap_or_default()
    }

    /// Gives rules for kinds of day the calendar of the stack.
    fn know_days(&mut self) {
        let asks = |scope: &Where| !scope.days.is_empty();
        if self.rules.iter().any(|rule| rule.scopes().any(asks)) {
            let calendar = Arc::new(self.official_days());
            for rule in &mut self.rules {
                rule.know_days(&calendar);
            }
        }
    }

    /// Whether a rule names a column of the roster, to say whom it is for or what decides its amount.
    #[must_use]
    pub fn names_column(&self, column: &str) -> bool {
        let names = |key: &Arc<str>| key.strip_prefix(MONTHS_SINCE).unwrap_or(key) == column;
        let decides = |rule: &Rule| rule.figures_by().is_some_and(|by| names(&by.column));
        let asks = |rule: &Rule| rule.scope.values.keys().chain(rule.scope.ranges.keys()).any(names);
        self.rules.iter().any(|rule| asks(rule) || decides(rule))
    }
}

/// Joins agreements in the order given. Rounding and proration are those of the first that asks for one.
///
/// # Errors
/// Two rules of the same id of which neither is better for the worker, or that are not of the same kind: both places.
pub fn stack(agreements: Vec<Agreement>) -> Result<Agreement, Problems> {
    let says_rounding = agreements.iter().find(|one| one.says_rounding);
    let rounding = says_rounding.or(agreements.first()).map(|one| one.rounding).unwrap_or_default();
    let says_rounding = says_rounding.is_some();
    let asked = agreements.iter().map(|one| one.proration).find(|one| *one != Proration::default());
    let measures = joined(agreements.iter().flat_map(|one| one.measures.iter().map(Arc::clone)))?;
    let pay_calendar = agreements.iter().find_map(|one| one.pay_calendar);
    let (documents, rules): (Vec<_>, Vec<_>) = agreements.into_iter().map(|one| (one.documents, one.rules)).unzip();
    let (documents, rules, proration) = (documents.concat(), rules.concat(), asked.unwrap_or_default());
    let mut joined = Agreement { documents, rules, rounding, says_rounding, proration, measures, pay_calendar };
    let mut problems = Problems::new();
    joined.know_days();
    problems.extend(two_currencies(&joined));
    for second in 0..joined.rules.len() {
        for first in 0..second {
            if joined.rules[first].id == joined.rules[second].id {
                rank(&mut joined.rules, first, second, &mut problems);
            }
        }
    }
    if problems.is_empty() { Ok(joined) } else { Err(problems) }
}

/// That two documents name different currencies: their amounts cannot be added.
fn two_currencies(joined: &Agreement) -> Option<Problem> {
    let mut named = joined.documents.iter().filter(|document| document.currency.is_some());
    let first = named.next()?;
    let other = named.find(|document| document.currency != first.currency)?;
    let code = |document: &Document| document.currency.unwrap_or(Currency::YUAN).code();
    let message = Message::new("stack-two-currencies").with("first", code(first)).with("second", code(other));
    let message = message.with("first_document", format!("{}/{}", first.agreement, first.file));
    Some(Problem::new(message.with("second_document", format!("{}/{}", other.agreement, other.file))))
}

/// Lets the worse of two rules of one id give way on each day on which both are in force.
fn rank(rules: &mut [Rule], first: usize, second: usize, problems: &mut Problems) {
    let (one, other) = (&rules[first], &rules[second]);
    let Some(both) = one.term.overlap(other.term) else { return };
    if one.scope.excludes(&other.scope) {
        return;
    }
    let mut superseded = Vec::new();
    for term in periods(one, other, both) {
        match better(one, other, term.from.or(term.until)) {
            Some(Standing::Beside) => {}
            Some(Standing::First) => superseded.push((second, Superseded { term, by: first })),
            Some(Standing::Second) => superseded.push((first, Superseded { term, by: second })),
            None => {
                let message = Message::new("stack-not-ranked")
                    .with("rule", &*one.id)
                    .with("first", &*one.document.agreement)
                    .with("second", &*other.document.agreement);
                problems.push(Problem::new(message).at(one.place.clone()).also(other.place.clone()));
                return;
            }
        }
    }
    // Rules that reach different people or parcels are weighed where both reach the same one, not here.
    if one.scope == other.scope {
        for (worse, superseded) in superseded {
            rules[worse].superseded.push(superseded);
        }
    }
}

/// Which of two rules stands.
enum Standing {
    First,
    Second,
    Beside,
}

/// The periods of a term within which neither rule changes its values.
fn periods(one: &Rule, other: &Rule, term: Term) -> Vec<Term> {
    let mut starts: BTreeSet<Date> = BTreeSet::new();
    for rule in [one, other] {
        starts.extend(rule.change_dates().into_iter().filter(|day| term.contains(*day)));
    }
    starts.extend(term.from);
    let mut from = term.from;
    let mut periods = Vec::new();
    for start in starts.into_iter().filter(|start| Some(*start) != term.from) {
        periods.push(Term { from, until: start.yesterday().ok() });
        from = Some(start);
    }
    periods.push(Term { from, until: term.until });
    periods
}

/// Which of two rules of one id is better for the worker on a day; `None` where that cannot be said.
fn better(one: &Rule, other: &Rule, day: Option<Date>) -> Option<Standing> {
    let day = day.unwrap_or(Date::ZERO);
    let order = match (&one.kind, &other.kind) {
        (Kind::Rate(a), Kind::Rate(b)) if pay_alike(a, b) => figures(one, other, day)?,
        (Kind::Base, Kind::Base) => figures(one, other, day)?,
        // A minimum of the law is tested by itself, whatever an agreement guarantees beside it.
        (Kind::Floor(a), Kind::Floor(b)) if a.statutory != b.statutory => return Some(Standing::Beside),
        (Kind::Floor(a), Kind::Floor(b)) if a.per == b.per => figures(one, other, day)?,
        // The holidays of further years stand beside those listed already.
        (Kind::Premium(a), Kind::Premium(b)) if other_years(a, b) => return Some(Standing::Beside),
        (Kind::Premium(a), Kind::Premium(b)) => join(premiums(a, b)?, figures(one, other, day)?)?,
        (Kind::Protection(a), Kind::Protection(b)) if a.grants == b.grants => return Some(Standing::Beside),
        // the lower cap is the better one
        (Kind::Deduction(a), Kind::Deduction(b)) => {
            let caps = present(one.amount(day), other.amount(day), |a, b| Some(b.cmp(&a)))?;
            join(caps, a.keeps_floor.cmp(&b.keeps_floor))?
        }
        // An on-cost is neither better nor worse for the worker: the same one, or the figure that begins later.
        (Kind::Contribution(a), Kind::Contribution(b)) if a == b && one.figures == other.figures => Ordering::Equal,
        (Kind::Contribution(a), Kind::Contribution(b)) if a.of == b.of => {
            let begins = |rule: &Rule| rule.figures.entry(day).map(|figure| figure.term.from.max(rule.term.from));
            present(begins(one), begins(other), |a, b| Some(a.cmp(&b)).filter(|order| order.is_ne()))?
        }
        (Kind::Absence(a), Kind::Absence(b)) if a.kind == b.kind => absences(a, b)?,
        _ => return None,
    };
    Some(if order.is_lt() { Standing::Second } else { Standing::First })
}

/// Whether two rates pay the same unit in the same way: an amount for each full thousand is none for each one.
fn pay_alike(one: &Rate, other: &Rate) -> bool {
    let way = |rate: &Rate| (rate.per, rate.adds, rate.bonus.map(|bonus| bonus.each));
    let measure = |rate: &Rate| rate.measure.as_ref().map(|measure| Arc::clone(&measure.name));
    way(one) == way(other) && measure(one) == measure(other)
}

/// A value that is there is better than none; two are compared.
fn present<T>(one: Option<T>, other: Option<T>, compare: impl Fn(T, T) -> Option<Ordering>) -> Option<Ordering> {
    match (one, other) {
        (Some(one), Some(other)) => compare(one, other),
        (one, other) => Some(one.is_some().cmp(&other.is_some())),
    }
}

/// Two comparisons as one, where they do not contradict each other.
fn join(one: Ordering, other: Ordering) -> Option<Ordering> {
    match (one, other) {
        (Ordering::Equal, order) | (order, Ordering::Equal) => Some(order),
        (one, other) => (one == other).then_some(one),
    }
}

/// Lowest and highest amount of a figure: the same for a plain amount.
fn range(figure: &Figure) -> Option<(Decimal, Decimal)> {
    match figure {
        Figure::Band(band) => Some((band.min, band.max)),
        Figure::By(_) | Figure::Formula(_) => None,
        Figure::Amount(_) | Figure::Ladder(_) => {
            let amounts = figure.amounts();
            amounts.iter().min().copied().zip(amounts.iter().max().copied())
        }
    }
}

/// The figures of two rules on a day: which is the greater one.
fn figures(one: &Rule, other: &Rule, day: Date) -> Option<Ordering> {
    let same_ladder = one.has_ladder() && one.figures == other.figures;
    if same_ladder {
        return Some(Ordering::Equal);
    }
    match (one.figures_by(), other.figures_by()) {
        (Some(a), Some(b)) if a.column != b.column || a.otherwise != b.otherwise => return None,
        (Some(_), None) | (None, Some(_)) => return None,
        (Some(_), Some(_)) | (None, None) => {}
    }
    present(one.figure(day), other.figure(day), |one, other| match (one, other) {
        (Figure::By(a), Figure::By(b)) => tables(&a.amounts, &b.amounts),
        _ => range(one).zip(range(other)).and_then(|(a, b)| join(a.0.cmp(&b.0), a.1.cmp(&b.1))),
    })
}

fn tables(one: &BTreeMap<Arc<str>, Decimal>, other: &BTreeMap<Arc<str>, Decimal>) -> Option<Ordering> {
    let keys: BTreeSet<&Arc<str>> = one.keys().chain(other.keys()).collect();
    keys.iter().try_fold(Ordering::Equal, |order, key| join(order, one.get(*key).cmp(&other.get(*key))))
}

/// Whether two rules on holidays list no year in common.
fn other_years(one: &Premium, other: &Premium) -> bool {
    match (&one.occasion, &other.occasion) {
        (Occasion::Holiday { dates: a, .. }, Occasion::Holiday { dates: b, .. }) => {
            a.keys().all(|year| !b.contains_key(year))
        }
        _ => false,
    }
}

/// Of two that speak of the same, the one that keeps more.
fn absences(one: &Absence, other: &Absence) -> Option<Ordering> {
    let parts = |of: &Absence| [of.base, of.allowance, of.floor, of.pays];
    let compare = |(one, other): (Option<Decimal>, Option<Decimal>)| match (one, other) {
        (Some(one), Some(other)) => Some(one.cmp(&other)),
        (one, other) => (one == other).then_some(Ordering::Equal),
    };
    let mut orders = parts(one).into_iter().zip(parts(other)).map(compare);
    orders.try_fold(Ordering::Equal, |order, part| join(order, part?))
}

fn premiums(one: &Premium, other: &Premium) -> Option<Ordering> {
    // A multiple and an amount are no figures of one kind, and what is paid beside others is not weighed against what is not.
    if (one.gives, one.adds, &one.conditions) != (other.gives, other.adds, &other.conditions) {
        return None;
    }
    let occasion = match (&one.occasion, &other.occasion) {
        // fewer hours before overtime begins are better
        (
            Occasion::Overtime { after_hours: day, after_week_hours: week },
            Occasion::Overtime { after_hours: other_day, after_week_hours: other_week },
        ) => join(other_day.cmp(day), present(*week, *other_week, |one, other| Some(other.cmp(&one)))?)?,
        (a, b) => (a == b).then_some(Ordering::Equal)?,
    };
    // One that names the hours multiplies those too that count towards no floor.
    let multiplies_all_of = |one: &Premium, other: &Premium| {
        let names_hours = |premium: &Premium| premium.says_of && premium.of.contains(&PaidBy::Hour);
        other.of.iter().all(|paid| one.of.contains(paid))
            && other.of_rules.iter().all(|rule| one.of_rules.contains(rule))
            && (names_hours(one) || !names_hours(other))
    };
    let of = match (multiplies_all_of(one, other), multiplies_all_of(other, one)) {
        (true, true) => Ordering::Equal,
        (true, false) => Ordering::Greater,
        (false, true) => Ordering::Less,
        (false, false) => return None,
    };
    // one that is not the law's reaches part-time work too
    join(join(occasion, of)?, other.statutory.cmp(&one.statutory))
}

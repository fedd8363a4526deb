//! The two factors from a log to a year: of what is counted, and of what is due by the month.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::iter::Sum;
use std::ops::{AddAssign, Sub};
use std::sync::Arc;

use crate::agreement::Agreement;
use crate::cost::annual::covered::{CoveredLog, MONTH};
use crate::cost::annual::season::Season;
use crate::cost::annual::{Annual, FromLog, YearParcels};
use crate::diagnostics::message::Arg;
use crate::diagnostics::{Message, Place, Problem, Problems};
use crate::pay::{Line, PayRun, Payslip};
use crate::units::{Date, Decimal, Rounding, Yuan, rounding};

/// The days of a year.
const YEAR: u64 = 365;

/// The days up to which a log is no year, so that its season weighs.
const YEAR_FROM: u64 = 360;

/// What is due over the days of a log, in yuan, by what makes it a year's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct DueInLog {
    /// By parcels, hours, kilometres and days.
    counted: Yuan,
    /// By the month, top-ups among it.
    by_month: Yuan,
}

impl DueInLog {
    /// What a payslip is due.
    pub(crate) fn of(payslip: &Payslip) -> Self {
        let by_month = payslip.due_by_month();
        Self { counted: payslip.pay() - by_month, by_month }
    }

    /// The amount of one line.
    pub(crate) fn of_line(line: &Line) -> Self {
        let (amount, nothing) = (line.amount, Yuan::ZERO);
        let (counted, by_month) = if line.is_by_month() { (nothing, amount) } else { (amount, nothing) };
        Self { counted, by_month }
    }

    /// All of it.
    pub(crate) fn whole(self) -> Yuan {
        self.counted + self.by_month
    }

    /// An amount in the proportion of these two; where they are nothing, by the month.
    pub(crate) fn share_out(self, amount: Yuan) -> Self {
        let sum = self.whole();
        if sum.is_zero() {
            return Self { by_month: amount, ..Self::default() };
        }
        let counted = Yuan(amount.0.saturating_mul(self.counted.0) / sum.0);
        Self { counted, by_month: amount - counted }
    }
}

impl AddAssign for DueInLog {
    fn add_assign(&mut self, other: Self) {
        self.counted += other.counted;
        self.by_month += other.by_month;
    }
}

impl Sum for DueInLog {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::default(), |mut sum, amount| {
            sum += amount;
            sum
        })
    }
}

impl Sub for DueInLog {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self { counted: self.counted - other.counted, by_month: self.by_month - other.by_month }
    }
}

/// The factors of each company, and the reasons for them. The empty name stands for all that have no others.
#[derive(Clone, Debug)]
pub(crate) struct Factors {
    of: BTreeMap<Arc<str>, Pair>,
    /// To the smallest unit of the currency.
    rounding: Rounding,
    /// Both factors with their reasons, and what has to be said of them.
    pub(crate) notes: Vec<Message>,
    /// Both factors with their reasons, as short as they can be.
    pub(crate) in_short: Message,
}

/// The factors of a company: of what is counted, and of what is due by the month.
type Pair = [Factor; 2];

/// A factor as a fraction, so that nothing is rounded before the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Factor {
    numerator: Decimal,
    denominator: Decimal,
}

impl Factor {
    const ONE: Self = Self { numerator: Decimal::ONE, denominator: Decimal::ONE };

    fn new(numerator: impl Into<Decimal>, denominator: impl Into<Decimal>) -> Self {
        Self { numerator: numerator.into(), denominator: denominator.into() }
    }

    /// A year's figure of one of the log, not rounded.
    fn of(self, figure: Decimal) -> Decimal {
        if self.numerator == self.denominator {
            return figure;
        }
        figure.saturating_mul(self.numerator) / self.denominator
    }

    /// The part of a year's figure that falls to the log, not rounded; nothing where a year has no parcels.
    fn of_log(self, figure: Decimal) -> Decimal {
        if self.numerator.is_zero() { Decimal::ZERO } else { Self::new(self.denominator, self.numerator).of(figure) }
    }

    fn shown(self) -> String {
        shown(self.of(Decimal::ONE))
    }
}

fn shown(figure: Decimal) -> String {
    rounding::shown(figure, 6).normalize().to_string()
}

impl Factors {
    fn pair(&self, company: &str) -> &Pair {
        self.of.get(company).or_else(|| self.of.get("")).expect("every company of the log has its factors")
    }

    /// A year's count of one of the log, not rounded.
    pub(crate) fn counted(&self, company: &str, figure: Decimal) -> Decimal {
        self.pair(company)[0].of(figure)
    }

    /// The part of a year's count that falls to the log, not rounded; nothing where a year has no parcels.
    pub(crate) fn of_log(&self, company: &str, figure: Decimal) -> Decimal {
        self.pair(company)[0].of_log(figure)
    }

    /// What is due in a year, rounded half up to the smallest unit of the currency.
    pub(crate) fn yuan(&self, company: &str, due: DueInLog) -> Yuan {
        let [first, second] = self.pair(company);
        self.rounding.apply(first.of(due.counted.0) + second.of(due.by_month.0))
    }
}

impl Annual {
    /// The factors of each company that is due something.
    ///
    /// # Errors
    /// A log without a day or a parcel, companies of the log without a figure, or of the file without a parcel in the log.
    pub(crate) fn factors(
        &self,
        agreement: &Agreement,
        log: &CoveredLog,
        runs: &[impl Borrow<PayRun>],
    ) -> Result<Factors, Problems> {
        match self {
            Self::Year(day) => Ok(given(agreement, *day)),
            Self::Log(from) => from.factors(agreement, log, runs),
        }
    }
}

/// The factors where the parcels given are a year's.
fn given(agreement: &Agreement, day: Option<Date>) -> Factors {
    let note = match day {
        None => Message::new("annual-given"),
        Some(day) => Message::new("annual-given-on").with("day", day.to_string()),
    };
    let of = BTreeMap::from([(Arc::default(), [Factor::ONE; 2])]);
    let rounding = Rounding::smallest(agreement.currency());
    Factors { of, rounding, notes: vec![note.clone()], in_short: note }
}

/// What is said of the factors: of each its reason, and what else should be known.
#[derive(Default)]
struct Reasons {
    first: Vec<Message>,
    second: Vec<Message>,
    hints: Vec<Message>,
}

/// A company, or all, with the parcels of a year, if they are given, and those of the log.
type Parcels = (Arc<str>, Option<u64>, u64);

impl FromLog {
    fn factors(
        &self,
        agreement: &Agreement,
        log: &CoveredLog,
        runs: &[impl Borrow<PayRun>],
    ) -> Result<Factors, Problems> {
        let parcels: Vec<Parcels> = match &self.parcels {
            None => vec![(Arc::default(), None, 1)],
            Some(YearParcels::Together(year)) => vec![(Arc::default(), Some(*year), log.parcels())],
            Some(YearParcels::Companies(companies)) => by_company(companies, runs)?,
        };
        if log.days().is_none() || parcels.iter().any(|(.., counted)| *counted == 0) {
            return Err(Problem::new(Message::new("annual-no-parcels")).into());
        }
        let (mut of, mut reasons) = (BTreeMap::new(), Reasons::default());
        for (company, year, counted) in parcels {
            let pair = match year {
                None => [self.by_days(log, &mut reasons), second(log)],
                Some(year) => self.by_parcels(log, (&company, year, counted), &mut reasons),
            };
            of.insert(company, pair);
        }
        if reasons.second.is_empty() {
            let id = if log.is_one_year() { "annual-second-one-year" } else { "annual-second" };
            reasons.second.push(of_months(Message::new(id).with("factor", second(log).shown()), log));
        }
        reasons.hints.extend(self.season.as_ref().and_then(Season::assumed));
        let in_short = match of.get("") {
            Some(pair) => self.in_short(log, *pair),
            None => Message::new("annual-short-by-company"),
        };
        // The season that is known is that of China.
        if !agreement.is_of_china() {
            reasons.hints.retain(|hint| hint.id != "annual-with-season");
        }
        let rounding = Rounding::smallest(agreement.currency());
        Ok(Factors { of, rounding, notes: [reasons.first, reasons.second, reasons.hints].concat(), in_short })
    }

    fn in_short(&self, log: &CoveredLog, [first, second]: Pair) -> Message {
        let why = match (&self.parcels, &self.season) {
            (Some(_), _) => {
                let parcels = Message::new("annual-short-parcels").figure("year", first.numerator);
                parcels.figure("log", first.denominator)
            }
            (None, _) if log.is_one_year() => Message::new("annual-short-year"),
            (None, None) => Message::new("annual-short-days").count("days", log.count()),
            (None, Some(season)) => Message::new("annual-short-season").with("season", &*season.name),
        };
        let message = Message::new(if self.sample { "annual-short-sample" } else { "annual-short" });
        let message = message.with("first", first.shown()).arg("why", Arg::Said(why)).with("second", second.shown());
        message.with("months", months_shown(log))
    }

    /// The factor of what is counted by the days covered.
    fn first(&self, log: &CoveredLog) -> Factor {
        match &self.season {
            _ if log.is_one_year() => Factor::ONE,
            None => Factor::new(YEAR, log.count()),
            Some(season) => of_season(season, log),
        }
    }

    /// The same, with its reason.
    fn by_days(&self, log: &CoveredLog, reasons: &mut Reasons) -> Factor {
        let first = self.first(log);
        let say = |id: &'static str| Message::new(id).with("factor", first.shown()).count("days", log.count());
        reasons.first.push(match &self.season {
            _ if log.is_one_year() => say("annual-first-one-year"),
            None => say("annual-first-by-days"),
            Some(season) => {
                let part = shown(first.of_log(Decimal::ONE));
                say("annual-first-by-season").with("season", &*season.name).with("part", part)
            }
        });
        if self.season.is_none() && log.count() < YEAR_FROM {
            let season = Season::china_2025();
            let message = Message::new("annual-with-season").with("factor", of_season(&season, log).shown());
            reasons.hints.push(message.with("season", &*season.name));
        }
        first
    }

    /// The factors of a company, or of all, that has so many parcels in a year and in the log.
    fn by_parcels(
        &self,
        log: &CoveredLog,
        (company, year, counted): (&Arc<str>, u64, u64),
        reasons: &mut Reasons,
    ) -> Pair {
        let all = Message::new("annual-of-all");
        let one = || Message::new("annual-of-company").with("company", &**company);
        let whose = Arg::Said(if company.is_empty() { all } else { one() });
        let say = |id: &'static str| Message::new(id).figure("year", year.into()).arg("whose", whose.clone());
        let first = Factor::new(year, counted);
        let note = say("annual-first-by-parcels").with("factor", first.shown());
        reasons.first.push(note.figure("log", counted.into()));
        let by_days = self.first(log).of(counted.into());
        let by_days_shown = rounding::whole(by_days);
        let mut second = second(log);
        if self.sample {
            second = Factor::new(year, second.of_log(by_days));
            let note = say("annual-second-of-sample").with("factor", second.shown()).figure("log", by_days_shown);
            reasons.second.push(of_months(note, log));
        } else if (Decimal::from(year) - by_days).abs().saturating_mul(Decimal::TEN) >= by_days {
            reasons.hints.push(say("annual-volume").figure("log", by_days_shown));
        }
        [first, second]
    }
}

/// Each company with its parcels of a year and of the log.
fn by_company(
    companies: &BTreeMap<Arc<str>, (u64, Place)>,
    runs: &[impl Borrow<PayRun>],
) -> Result<Vec<Parcels>, Problems> {
    let mut counted: BTreeMap<&Arc<str>, u64> = BTreeMap::new();
    for run in runs.iter().map(Borrow::<PayRun>::borrow) {
        for payslip in run.payslips.iter().filter(|payslip| payslip.scenario == run.scenarios[0]) {
            *counted.entry(&payslip.company).or_default() += payslip.parcels;
        }
    }
    let mut problems = Problems::new();
    let lacking = counted.keys().filter(|company| !companies.contains_key(**company));
    problems.extend(lacking.map(|company| {
        let name = if company.is_empty() { "\"\"" } else { company };
        Problem::new(Message::new("annual-company-missing").with("company", name))
    }));
    let mut found = Vec::new();
    for (company, (year, place)) in companies {
        match counted.get(company) {
            Some(counted) if *counted > 0 => found.push((Arc::clone(company), Some(*year), *counted)),
            Some(_) | None => {
                let message = Message::new("annual-company-not-in-log").with("company", &**company);
                problems.push(Problem::new(message).at(place.clone()));
            }
        }
    }
    if problems.is_empty() { Ok(found) } else { Err(problems) }
}

/// The factor of what is counted by the weights of the months covered: of a month cut, the part of its days.
fn of_season(season: &Season, log: &CoveredLog) -> Factor {
    let weight = log.months().map(|(month, part)| season.weight(month) * Decimal::from(part)).sum::<Decimal>();
    Factor::new(season.of_year() * Decimal::from(MONTH), weight)
}

/// The months covered, in [`MONTH`]ths.
fn months(log: &CoveredLog) -> u64 {
    log.months().map(|(_, part)| part).sum()
}

fn months_shown(log: &CoveredLog) -> String {
    Factor::new(months(log), MONTH).shown()
}

/// The factor of what is due by the month: 12 ÷ months covered.
fn second(log: &CoveredLog) -> Factor {
    if log.is_one_year() { Factor::ONE } else { Factor::new(12 * MONTH, months(log)) }
}

/// The months and the days covered, and the days of the log where they are others.
fn of_months(message: Message, log: &CoveredLog) -> Message {
    let shown = |day: Option<Date>| day.map_or_else(String::new, |day| day.to_string());
    let (asked, span) = (log.asked, log.span());
    let moved = span.from.is_some() && (asked.from != span.from || asked.until != span.until);
    let covered = Message::new(if moved { "annual-covered-moved" } else { "annual-covered" });
    let covered = covered.with("from", shown(asked.from)).with("until", shown(asked.until));
    let covered = covered.with("first", shown(span.from)).with("last", shown(span.until));
    message.with("months", months_shown(log)).arg("covered", Arg::Said(covered))
}

//! The two factors from a log to a year: of what is counted, and of what is due by the month.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::iter::Sum;
use std::ops::{AddAssign, Sub};
use std::sync::Arc;

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
    /// Both factors with their reasons, and what has to be said of them.
    pub(crate) notes: Vec<Message>,
    /// Both factors with their reasons, as short as they can be.
    pub(crate) in_short: Message,
}

/// The factors of a company.
#[derive(Clone, Debug)]
struct Pair {
    /// Of what is counted.
    first: Factor,
    /// Of what is due by the month.
    second: Factor,
    /// Of the same, where the log is a sample of the year's parcels.
    volume: Factor,
}

/// A factor as a fraction, so that nothing is rounded before the end.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    fn of(&self, figure: Decimal) -> Decimal {
        if self.numerator == self.denominator {
            return figure;
        }
        figure.saturating_mul(self.numerator) / self.denominator
    }

    fn shown(&self) -> String {
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
        self.pair(company).first.of(figure)
    }

    /// The part of a year's count that falls to the log, not rounded; nothing where a year has no parcels.
    pub(crate) fn of_log(&self, company: &str, figure: Decimal) -> Decimal {
        let Factor { numerator, denominator } = self.pair(company).first.clone();
        if numerator.is_zero() {
            Decimal::ZERO
        } else {
            Factor { numerator: denominator, denominator: numerator }.of(figure)
        }
    }

    /// What is due in a year, rounded half up to 0.01 yuan.
    pub(crate) fn yuan(&self, company: &str, due: DueInLog) -> Yuan {
        let Pair { first, second, volume } = self.pair(company);
        Rounding::FEN.apply(first.of(due.counted.0) + volume.of(second.of(due.by_month.0)))
    }
}

/// What is said of the factors: of each its reason, and what else should be known.
#[derive(Default)]
struct Reasons {
    first: Vec<Message>,
    second: Vec<Message>,
    hints: Vec<Message>,
}

impl Annual {
    /// The factors of each company that is due something.
    ///
    /// # Errors
    /// A log without a day or a parcel, companies of the log without a figure, or of the file without a parcel in the log.
    pub(crate) fn factors(&self, log: &CoveredLog, runs: &[impl Borrow<PayRun>]) -> Result<Factors, Problems> {
        match self {
            Self::Year(day) => Ok(given(*day)),
            Self::Log(from) => from.factors(log, runs),
        }
    }
}

/// The factors where the parcels given are a year's.
fn given(day: Option<Date>) -> Factors {
    let note = match day {
        None => Message::new("annual-given"),
        Some(day) => Message::new("annual-given-on").with("day", day.to_string()),
    };
    let pair = Pair { first: Factor::ONE, second: Factor::ONE, volume: Factor::ONE };
    Factors { of: BTreeMap::from([(Arc::default(), pair)]), notes: vec![note.clone()], in_short: note }
}

impl FromLog {
    fn factors(&self, log: &CoveredLog, runs: &[impl Borrow<PayRun>]) -> Result<Factors, Problems> {
        let counted = match &self.parcels {
            Some(YearParcels::Companies(companies)) => by_company(companies, runs)?,
            Some(YearParcels::Together(_)) => BTreeMap::from([(Arc::default(), log.parcels())]),
            None => BTreeMap::from([(Arc::default(), 1)]),
        };
        if log.days().is_none() || counted.values().any(|parcels| *parcels == 0) {
            return Err(Problem::new(Message::new("annual-no-parcels")).into());
        }
        let (mut of, mut reasons) = (BTreeMap::new(), Reasons::default());
        for (company, counted) in counted {
            let year = match &self.parcels {
                Some(YearParcels::Companies(companies)) => companies.get(&company).map(|(year, _)| *year),
                Some(YearParcels::Together(year)) => Some(*year),
                None => None,
            };
            let pair = match year {
                None => self.by_days(log, &mut reasons),
                Some(year) => self.by_parcels(log, (&company, year, counted), &mut reasons),
            };
            of.insert(company, pair);
        }
        if reasons.second.is_empty() {
            reasons.second.push(second_note(log, &second(log)));
        }
        reasons.hints.extend(self.season.as_ref().and_then(Season::assumed));
        let in_short = match of.get("") {
            Some(pair) => self.in_short(log, pair),
            None => Message::new("annual-short-by-company"),
        };
        Ok(Factors { of, notes: [reasons.first, reasons.second, reasons.hints].concat(), in_short })
    }

    fn in_short(&self, log: &CoveredLog, Pair { first, second, volume }: &Pair) -> Message {
        let why = match (&self.parcels, &self.season) {
            (Some(_), _) => {
                Message::new("annual-short-parcels").figure("year", first.numerator).figure("log", first.denominator)
            }
            (None, _) if log.is_one_year() => Message::new("annual-short-year"),
            (None, None) => Message::new("annual-short-days").count("days", log.count()),
            (None, Some(season)) => Message::new("annual-short-season").with("season", &*season.name),
        };
        let message = Message::new(if self.sample { "annual-short-sample" } else { "annual-short" });
        let second = shown(volume.of(second.of(Decimal::ONE)));
        message
            .with("first", first.shown())
            .arg("why", Arg::Said(why))
            .with("second", second)
            .with("months", months_shown(log))
    }

    /// The factor of what is counted by the days covered.
    fn first(&self, log: &CoveredLog) -> Factor {
        match &self.season {
            _ if log.is_one_year() => Factor::ONE,
            None => Factor::new(YEAR, log.count()),
            Some(season) => of_season(season, log),
        }
    }

    fn by_days(&self, log: &CoveredLog, reasons: &mut Reasons) -> Pair {
        let first = self.first(log);
        let say = |id: &'static str| Message::new(id).with("factor", first.shown()).count("days", log.count());
        reasons.first.push(match &self.season {
            _ if log.is_one_year() => say("annual-first-one-year"),
            None => say("annual-first-by-days"),
            Some(season) => {
                let part = shown(first.denominator / first.numerator);
                say("annual-first-by-season").with("season", &*season.name).with("part", part)
            }
        });
        if self.season.is_none() && log.count() < YEAR_FROM {
            let season = Season::china_2025();
            let message = Message::new("annual-with-season").with("factor", of_season(&season, log).shown());
            reasons.hints.push(message.with("season", &*season.name));
        }
        Pair { first, second: second(log), volume: Factor::ONE }
    }

    /// The factors of a company, or of all, that has so many parcels in a year and in the log.
    fn by_parcels(
        &self,
        log: &CoveredLog,
        (company, year, counted): (&Arc<str>, u64, u64),
        reasons: &mut Reasons,
    ) -> Pair {
        let first = Factor::new(year, counted);
        let by_days = self.first(log).of(counted.into());
        let volume = if self.sample { Factor::new(year, by_days) } else { Factor::ONE };
        let whose = if company.is_empty() { Arg::Said(Message::new("annual-of-all")) } else { of_company(company) };
        let say = |id: &'static str, factor: String| {
            let message = Message::new(id).with("factor", factor).figure("year", year.into());
            message.arg("whose", whose.clone())
        };
        reasons.first.push(say("annual-first-by-parcels", first.shown()).figure("log", counted.into()));
        let second = second(log);
        let by_days_shown = rounding::whole(by_days);
        if self.sample {
            let factor = shown(volume.of(second.of(Decimal::ONE)));
            let message = say("annual-second-of-sample", factor).figure("log", by_days_shown);
            reasons.second.push(message.with("months", months_shown(log)).arg("covered", covered(log)));
        } else if (Decimal::from(year) - by_days).abs().saturating_mul(Decimal::TEN) >= by_days {
            reasons.hints.push(say("annual-volume", String::new()).figure("log", by_days_shown));
        }
        Pair { first, second, volume }
    }
}

/// The parcels in the log of each company of the file.
fn by_company(
    companies: &BTreeMap<Arc<str>, (u64, Place)>,
    runs: &[impl Borrow<PayRun>],
) -> Result<BTreeMap<Arc<str>, u64>, Problems> {
    let mut counted: BTreeMap<Arc<str>, u64> = BTreeMap::new();
    for run in runs.iter().map(Borrow::borrow) {
        let first: &PayRun = run;
        for payslip in first.payslips.iter().filter(|payslip| payslip.scenario == first.scenarios[0]) {
            *counted.entry(Arc::clone(&payslip.company)).or_default() += payslip.parcels;
        }
    }
    let mut problems = Problems::new();
    let lacking = counted.keys().filter(|company| !companies.contains_key(*company));
    problems.extend(lacking.map(|company| {
        let name = if company.is_empty() { "\"\"" } else { company };
        Problem::new(Message::new("annual-company-missing").with("company", name))
    }));
    for (company, (_, place)) in companies {
        if counted.get(company).is_none_or(|counted| *counted == 0) {
            let message = Message::new("annual-company-not-in-log").with("company", &**company);
            problems.push(Problem::new(message).at(place.clone()));
        }
    }
    if problems.is_empty() { Ok(counted) } else { Err(problems) }
}

/// The factor of what is counted by the weights of the months covered: of a month cut, the part of its days.
fn of_season(season: &Season, log: &CoveredLog) -> Factor {
    let weight = log.months().map(|(month, part)| season.weight(month) * Decimal::from(part)).sum::<Decimal>();
    Factor::new(season.of_year() * Decimal::from(MONTH), weight)
}

/// The factor of what is due by the month: 12 ÷ months covered.
fn second(log: &CoveredLog) -> Factor {
    let months: u64 = log.months().map(|(_, part)| part).sum();
    if log.is_one_year() { Factor::ONE } else { Factor::new(12 * MONTH, months) }
}

fn second_note(log: &CoveredLog, second: &Factor) -> Message {
    let message = Message::new(if log.is_one_year() { "annual-second-one-year" } else { "annual-second" });
    message.with("factor", second.shown()).with("months", months_shown(log)).arg("covered", covered(log))
}

/// The months covered, as people read them.
fn months_shown(log: &CoveredLog) -> String {
    shown(Factor::new(log.months().map(|(_, part)| part).sum::<u64>(), MONTH).of(Decimal::ONE))
}

/// The days covered, and those of the log where they are others.
fn covered(log: &CoveredLog) -> Arg {
    let shown = |day: Option<Date>| day.map_or_else(String::new, |day| day.to_string());
    let id = match (log.span().from, log.asked.from == log.span().from && log.asked.until == log.span().until) {
        (Some(_), false) => "annual-covered-moved",
        (Some(_), true) | (None, _) => "annual-covered",
    };
    let message = Message::new(id).with("from", shown(log.asked.from)).with("until", shown(log.asked.until));
    Arg::Said(message.with("first", shown(log.span().from)).with("last", shown(log.span().until)))
}

fn of_company(company: &str) -> Arg {
    Arg::Said(Message::new("annual-of-company").with("company", company))
}

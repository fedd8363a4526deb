//! From the days of a log to a year: the factor, and the reason for it.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use crate::deliveries::Tally;
use crate::diagnostics::{Message, Place, Problem, Problems};
use crate::files::encoding::Stated;
use crate::pay::PayRun;
use crate::tables::headings::ANNUAL;
use crate::tables::table::{Table, TableOptions};
use crate::units::{Date, Decimal, Rounding, Term, Yuan, money, number};

/// How the figures of a log become those of a year.
#[derive(Clone, Debug)]
pub enum Annual {
    /// By the days that the log spans, or that are asked for: 1 from 360 days on, else 365 ÷ days.
    Days(Term),
    /// So many parcels a year for all companies together.
    Parcels(u64),
    /// So many parcels a year for each company, and where each of them stands.
    Companies(BTreeMap<Arc<str>, (u64, Place)>),
    /// The parcels given are a year's; the day on whose terms, where the terms have days.
    Year(Option<Date>),
}

/// The days from which on a log counts as a year's.
const YEAR_FROM: i64 = 360;

/// The days up to which a log is one year's, a leap year included.
const YEAR_UNTIL: u64 = 371;

/// The days of a year.
const YEAR: i64 = 365;

/// The factor of each company. The empty name stands for all that have no other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Factors(BTreeMap<Arc<str>, Factor>);

/// A factor as a fraction, so that nothing is rounded before the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Factor {
    numerator: Decimal,
    denominator: Decimal,
    reason: Reason,
}

/// Why a factor is what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reason {
    WholeYear { days: u64 },
    PartOfYear { days: u64 },
    Parcels,
    OfCompany,
    Given { day: Option<Date> },
}

const COMPANY: usize = 0;
const PARCELS: usize = 1;

/// Both must be there.
const REQUIRED: usize = 2;

impl Annual {
    /// Reads `--annual-parcels`: a number, or a CSV file of `company,parcels`.
    ///
    /// # Errors
    /// That it is neither, or all that is wrong in the file.
    pub fn read(text: &str, encoding: Option<Stated>) -> Result<Self, Problems> {
        if let Some(parcels) = whole(text) {
            return Ok(Self::Parcels(parcels));
        }
        if text.starts_with(['-', '+', '.'])
            || text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
        {
            let flag: Arc<str> = "--annual-parcels".into();
            let place = Place::in_line(&flag, 1, text, 0..text.len());
            return Err(Problem::new(Message::new("annual-parcels").with("found", text)).at(place).into());
        }
        let mut sheet = Table::read(Path::new(text), TableOptions { encoding, part: None }, &ANNUAL, REQUIRED)?;
        let mut problems = sheet.problems();
        let mut companies: BTreeMap<Arc<str>, (u64, Place)> = BTreeMap::new();
        for row in sheet.rows() {
            let company = row.required(COMPANY, &mut problems);
            row.required(PARCELS, &mut problems);
            let parcels = row.read(PARCELS, "annual-parcels", &mut problems, number::count);
            if let Some((_, first)) = companies.get(&company) {
                let message = Message::new("annual-company-twice").with("company", &*company);
                problems.push(Problem::new(message).at(row.place(COMPANY)).also(first.clone()));
            } else if let Some(parcels) = parcels {
                companies.insert(company, (parcels, row.place(COMPANY)));
            }
        }
        if problems.is_empty() { Ok(Self::Companies(companies)) } else { Err(problems) }
    }

    /// The factor of each company that is due something.
    ///
    /// # Errors
    /// Companies of the log without a figure, or of the file without a parcel in the log.
    pub fn factors(&self, tally: &Tally, runs: &[impl Borrow<PayRun>]) -> Result<Factors, Problems> {
        let one = |factor: Factor| Ok(Factors(BTreeMap::from([(Arc::default(), factor)])));
        match self {
            Self::Year(day) => one(Factor::new(1, 1, Reason::Given { day: *day })),
            Self::Days(_) | Self::Parcels(_) if tally.parcels() == 0 => {
                Err(Problem::new(Message::new("annual-no-parcels")).into())
            }
            Self::Days(asked) => one(by_days(tally, *asked)),
            Self::Parcels(parcels) => one(Factor::new(*parcels, tally.parcels(), Reason::Parcels)),
            Self::Companies(companies) => by_company(companies, runs),
        }
    }
}

fn by_days(tally: &Tally, asked: Term) -> Factor {
    let span = tally.span();
    let days = match (asked.from.or(span.from), asked.until.or(span.until)) {
        (Some(from), Some(until)) => i64::from((until - from).get_days()) + 1,
        _ => YEAR,
    };
    let spanned = u64::try_from(days).unwrap_or(1);
    if days >= YEAR_FROM {
        return Factor::new(1, 1, Reason::WholeYear { days: spanned });
    }
    Factor::new(YEAR.unsigned_abs(), spanned, Reason::PartOfYear { days: spanned })
}

fn by_company(companies: &BTreeMap<Arc<str>, (u64, Place)>, runs: &[impl Borrow<PayRun>]) -> Result<Factors, Problems> {
    let mut counted: BTreeMap<&Arc<str>, u64> = BTreeMap::new();
    let first = |run: &'_ PayRun| run.scenarios[0];
    let payslips = runs
        .iter()
        .map(Borrow::borrow)
        .flat_map(|run: &PayRun| run.payslips.iter().filter(move |slip| slip.scenario == first(run)));
    for payslip in payslips {
        *counted.entry(&payslip.company).or_default() += payslip.parcels;
    }
    let mut problems = Problems::new();
    let lacking = counted.keys().filter(|company| !companies.contains_key(**company));
    problems.extend(lacking.map(|company| {
        let name = if company.is_empty() { "\"\"" } else { company };
        Problem::new(Message::new("annual-company-missing").with("company", name))
    }));
    let mut factors = BTreeMap::new();
    for (company, (parcels, place)) in companies {
        if let Some(counted) = counted.get(company).filter(|counted| **counted > 0) {
            factors.insert(Arc::clone(company), Factor::new(*parcels, *counted, Reason::OfCompany));
        } else {
            let message = Message::new("annual-company-not-in-log").with("company", &**company);
            problems.push(Problem::new(message).at(place.clone()));
        }
    }
    if problems.is_empty() { Ok(Factors(factors)) } else { Err(problems) }
}

/// Reads a whole number of parcels, at most 10^12.
#[must_use]
pub fn whole(text: &str) -> Option<u64> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|count| digits && Decimal::from(*count) <= money::LARGEST)
}

impl Factors {
    /// The factor of a company of the log.
    pub(crate) fn of(&self, company: &str) -> &Factor {
        self.0.get(company).or_else(|| self.0.get("")).expect("every company of the log has a factor")
    }

    /// The factor, said once where it is the same for all, else for each company.
    pub(crate) fn notes(&self) -> Vec<Message> {
        let mut said: Vec<Message> = Vec::new();
        for (company, factor) in &self.0 {
            let note = factor.note(company);
            if !said.contains(&note) {
                said.push(note);
            }
        }
        said
    }
}

impl Factor {
    fn new(numerator: u64, denominator: u64, reason: Reason) -> Self {
        Self { numerator: Decimal::from(numerator), denominator: Decimal::from(denominator), reason }
    }

    /// A year's figure of one of the log, not rounded.
    #[must_use]
    pub fn of(&self, figure: Decimal) -> Decimal {
        if self.numerator == self.denominator {
            return figure;
        }
        figure.saturating_mul(self.numerator) / self.denominator
    }

    /// The part of a year's figure that falls to the log, not rounded; nothing where a year has no parcels.
    #[must_use]
    pub fn of_log(&self, figure: Decimal) -> Decimal {
        if self.numerator.is_zero() {
            return Decimal::ZERO;
        }
        figure.saturating_mul(self.denominator) / self.numerator
    }

    /// A year's amount, rounded half up to 0.01 yuan.
    #[must_use]
    pub fn yuan(&self, amount: Yuan) -> Yuan {
        Rounding::FEN.apply(self.of(amount.0))
    }

    /// The factor and its reason, in words.
    fn note(&self, company: &Arc<str>) -> Message {
        let factor = crate::units::rounding::shown(self.numerator / self.denominator, 6).normalize();
        let say = |id: &'static str| Message::new(id).with("factor", factor.to_string());
        let figures = |message: Message| message.figure("year", self.numerator).figure("log", self.denominator);
        match self.reason {
            Reason::WholeYear { days } if days > YEAR_UNTIL => say("annual-years").count("days", days),
            Reason::WholeYear { days } => say("annual-whole-year").count("days", days),
            Reason::PartOfYear { days } => say("annual-part-of-year").count("days", days),
            Reason::Parcels => figures(say("annual-by-parcels")),
            Reason::OfCompany => figures(say("annual-by-company-parcels").with("company", &**company)),
            Reason::Given { day: None } => say("annual-given"),
            Reason::Given { day: Some(day) } => say("annual-given-on").with("day", day.to_string()),
        }
    }
}

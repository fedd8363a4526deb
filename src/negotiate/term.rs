//! A term on the table: what of which rule can move, for whom, and how far it has moved.

use std::sync::Arc;

use crate::agreement::Words;
use crate::agreement::change::{Change, Operation};
use crate::diagnostics::Problem;
use crate::units::Decimal;

/// A term that can move.
#[derive(Clone, Debug)]
pub struct MovableTerm {
    /// The id of its rule.
    pub rule: Arc<str>,
    /// What people call the rule.
    pub title: Words,
    /// What of the rule, as a change names it: `min`, `max`, an entry such as `junior`; empty for its figure.
    pub field: Arc<str>,
    /// For whom.
    pub scope: Scope,
    /// Whether it is the rate of parcels, whose present values are those paid.
    pub per_parcel: bool,
    /// The figure in force, in yuan; `None` for the rate of parcels, which differs, and where it is not known.
    pub present: Option<Decimal>,
    /// By how much an arrow moves it, in yuan.
    pub step: Decimal,
    /// A change that a proposal file has and that no arrow could make, such as one in percent or from a day on: it is taken as
    /// it is, or left out.
    pub as_read: Option<Arc<Change>>,
}

/// For whom a term holds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// For everyone.
    All,
    /// For one company.
    Company(Arc<str>),
    /// For one area, in all companies.
    Area(Arc<str>),
    /// For one area of one company.
    CompanyArea(Arc<str>, Arc<str>),
}

impl Scope {
    /// The columns and the names in them that it is for, in the order of the columns' names.
    fn named(&self) -> Vec<(&'static str, &Arc<str>)> {
        match self {
            Self::All => Vec::new(),
            Self::Company(name) => vec![("company", name)],
            Self::Area(name) => vec![("area", name)],
            Self::CompanyArea(company, area) => vec![("area", area), ("company", company)],
        }
    }
}

/// How far a term has moved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Move {
    /// Not at all.
    #[default]
    Stay,
    /// By so much, from whatever is in force. Yuan.
    By(Decimal),
    /// To this figure. Yuan.
    To(Decimal),
    /// As a proposal file has it.
    AsRead,
}

impl Move {
    /// The figure after the move.
    #[must_use]
    pub fn apply(self, figure: Decimal) -> Decimal {
        match self {
            Self::Stay | Self::AsRead => figure,
            Self::By(amount) => figure.saturating_add(amount),
            Self::To(amount) => amount,
        }
    }

    /// Moved further.
    #[must_use]
    pub fn further(self, amount: Decimal) -> Self {
        match self {
            Self::Stay => Self::By(amount),
            Self::By(moved) if (moved + amount).is_zero() => Self::Stay,
            Self::By(moved) => Self::By(moved.saturating_add(amount)),
            Self::To(figure) => Self::To(figure.saturating_add(amount)),
            Self::AsRead => Self::AsRead,
        }
    }
}

impl MovableTerm {
    /// The change that this move is; `None` where it stays.
    ///
    /// # Panics
    /// A term that cannot be written ([`Self::can_be_written`]) cannot be moved.
    #[must_use]
    pub fn change(&self, moved: Move) -> Option<Arc<Change>> {
        if let Some(as_read) = &self.as_read {
            return (moved != Move::Stay).then(|| Arc::clone(as_read));
        }
        let text = self.text(moved)?;
        Some(Arc::new(read(&text).expect("only terms that can be written are on the table")))
    }

    /// A move in the grammar of `--change`; `None` where it stays.
    fn text(&self, moved: Move) -> Option<String> {
        let operation = match moved {
            Move::Stay | Move::AsRead => return None,
            Move::By(amount) if amount.is_sign_negative() => format!("-{}", -amount),
            Move::By(amount) => format!("+{amount}"),
            Move::To(figure) => format!("={figure}"),
        };
        let field = if self.field.is_empty() { String::new() } else { format!(".{}", self.field) };
        let scope: Vec<String> =
            self.scope.named().into_iter().map(|(key, name)| format!("{key}={}", quoted(name))).collect();
        let at = if scope.is_empty() { "" } else { "@" };
        Some(format!("{}{field}{at}{} {operation}", self.rule, scope.join(",")))
    }

    /// Whether its changes can be written in the grammar: a name with a quotation mark in it cannot.
    #[must_use]
    pub fn can_be_written(&self) -> bool {
        let read = self.text(Move::By(self.step)).and_then(|text| read(&text).ok());
        read.is_some_and(|change| {
            let names =
                change.scope.values.iter().flat_map(|(key, names)| names.iter().map(move |name| (&**key, name)));
            change.rule == self.rule && names.eq(self.scope.named())
        })
    }

    /// The move that a change of a proposal file is on this term; `None` where it is another's, or none that a key could make.
    pub(crate) fn move_of(&self, change: &Change) -> Option<Move> {
        let own = self.text(Move::By(self.step)).and_then(|text| read(&text).ok())?;
        let same = own.rule == change.rule && own.field == change.field && own.scope == change.scope;
        match change.operation {
            _ if !same || change.from.is_some() => None,
            Operation::Add(amount) => Some(Move::By(amount)),
            Operation::Set(figure) => Some(Move::To(figure)),
            Operation::Multiply(_) => None,
        }
    }

    /// Whether it is the rate paid for these parcels.
    #[must_use]
    pub fn pays(&self, paid: &PaidRate) -> bool {
        let fits = match &self.scope {
            Scope::All => true,
            Scope::Company(name) => *name == paid.company,
            Scope::Area(name) => *name == paid.area,
            Scope::CompanyArea(company, area) => *company == paid.company && *area == paid.area,
        };
        self.per_parcel && self.rule == paid.rule && fits
    }
}

/// Reads a change that the table has made.
///
/// # Errors
/// That it is none.
pub(crate) fn read(text: &str) -> Result<Change, Problem> {
    Change::parse(text, &"negotiate".into(), 1)
}

fn quoted(name: &str) -> String {
    let plain = |character: char| !character.is_whitespace() && !matches!(character, ',' | '"' | '@' | '=' | '+' | '*');
    if name.chars().all(plain) { name.to_string() } else { format!("\"{name}\"") }
}

/// A rate that is paid somewhere in the log.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PaidRate {
    /// The id of the rule that pays.
    pub rule: Arc<str>,
    /// The company.
    pub company: Arc<str>,
    /// The area.
    pub area: Arc<str>,
    /// Yuan for the first parcel.
    pub rate: Decimal,
}

/// The lowest and the highest of some figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FigureRange {
    /// Yuan.
    pub lowest: Decimal,
    /// Yuan.
    pub highest: Decimal,
}

impl FigureRange {
    /// The span of some figures; `None` of none.
    pub fn of(figures: impl IntoIterator<Item = Decimal>) -> Option<Self> {
        figures.into_iter().fold(None, |span: Option<Self>, figure| {
            let span = span.unwrap_or(Self { lowest: figure, highest: figure });
            Some(Self { lowest: span.lowest.min(figure), highest: span.highest.max(figure) })
        })
    }
}

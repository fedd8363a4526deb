//! A term on the table: what of which rule can move, for whom, and how far it has moved.

use std::sync::Arc;

use crate::agreement::Words;
use crate::agreement::change::Change;
use crate::diagnostics::Problem;
use crate::units::Decimal;

/// A term that can move.
#[derive(Clone, Debug, PartialEq, Eq)]
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
}

/// For whom a term holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// For everyone.
    All,
    /// For one company.
    Company(Arc<str>),
    /// For one area, in all companies.
    Area(Arc<str>),
}

impl Scope {
    /// Its column and the name in it; `None` for everyone.
    fn named(&self) -> Option<(&'static str, &Arc<str>)> {
        match self {
            Self::All => None,
            Self::Company(name) => Some(("company", name)),
            Self::Area(name) => Some(("area", name)),
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
}

impl Move {
    /// The figure after the move.
    #[must_use]
    pub fn apply(self, figure: Decimal) -> Decimal {
        match self {
            Self::Stay => figure,
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
        }
    }
}

impl MovableTerm {
    /// The change that this move is, in the grammar of `--change`; `None` where it stays.
    #[must_use]
    pub fn change(&self, moved: Move) -> Option<String> {
        let operation = match moved {
            Move::Stay => return None,
            Move::By(amount) if amount.is_sign_negative() => format!("-{}", -amount),
            Move::By(amount) => format!("+{amount}"),
            Move::To(figure) => format!("={figure}"),
        };
        let field = if self.field.is_empty() { String::new() } else { format!(".{}", self.field) };
        let scope = self.scope.named().map(|(key, name)| format!("@{key}={}", quoted(name))).unwrap_or_default();
        Some(format!("{}{field}{scope} {operation}", self.rule))
    }

    /// Whether its changes can be written in the grammar: a name with a quotation mark in it cannot.
    #[must_use]
    pub fn can_be_written(&self) -> bool {
        let Some(text) = self.change(Move::By(self.step)) else { return false };
        let Ok(change) = read(&text) else { return false };
        let names = change.scope.values.iter().flat_map(|(key, names)| names.iter().map(move |name| (&**key, name)));
        change.rule == self.rule && names.eq(self.scope.named())
    }

    /// Whether it is the rate paid for these parcels.
    #[must_use]
    pub fn pays(&self, paid: &PaidRate) -> bool {
        let fits = match &self.scope {
            Scope::All => true,
            Scope::Company(name) => *name == paid.company,
            Scope::Area(name) => *name == paid.area,
        };
        self.per_parcel && self.rule == paid.rule && fits
    }

    /// Whether a change of this term acts on what one of the other has left.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        let both = self.scope.named().zip(other.scope.named());
        let apart = both.is_some_and(|((key, one), (other_key, other))| key == other_key && one != other);
        self.rule == other.rule && self.field == other.field && !apart
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

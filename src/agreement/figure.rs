//! The figure of a rule: one amount, a band, amounts by a roster column, or the steps of a ladder.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::agreement::formula::Formula;
use crate::agreement::scope::{MONTHS_SINCE, Subject};
use crate::agreement::synonyms;
use crate::units::{Date, Decimal, money};

/// What a rule says in numbers: yuan per unit, a multiple, or a percentage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Figure {
    /// One amount.
    Amount(Decimal),
    /// The lowest and the highest rate agreed; companies choose inside.
    Band(Band),
    /// Amounts by the value of a roster column, such as skill.
    By(AmountsBy),
    /// Marginal steps by the parcels of the month.
    Ladder(Vec<Step>),
    /// A sum over several measures, with a least amount.
    Formula(Formula),
}

/// The lowest and the highest rate agreed, both inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band {
    /// Yuan per unit.
    pub min: Decimal,
    /// Yuan per unit.
    pub max: Decimal,
}

impl Band {
    /// Whether a rate keeps the band.
    #[must_use]
    pub fn contains(self, rate: Decimal) -> bool {
        self.min <= rate && rate <= self.max
    }
}

/// Amounts by the value of a roster column; of a premium, also by a column of the log or by how many conditions hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AmountsBy {
    /// The roster column, such as `skill` or `tier`.
    pub column: Arc<str>,
    /// The value taken where the roster has no such column or leaves the cell empty; `None`: then nothing is due.
    pub otherwise: Option<Arc<str>>,
    /// Yuan by the column's value.
    pub amounts: BTreeMap<Arc<str>, Decimal>,
}

impl AmountsBy {
    /// Whether it goes by the whole months since a day of the roster: the entry of the most months that have passed holds.
    #[must_use]
    pub fn is_by_months(&self) -> bool {
        self.column.starts_with(MONTHS_SINCE)
    }

    /// The amount after so many months, or where so many conditions hold, under the number that the agreement has.
    #[must_use]
    pub fn after(&self, months: Decimal) -> Option<(&Arc<str>, &Decimal)> {
        let passed = self.amounts.iter().filter_map(|entry| Some((money::parse(entry.0)?, entry)));
        passed.filter(|(after, _)| *after <= months).max_by_key(|(after, _)| *after).map(|(_, entry)| entry)
    }

    /// The amount for a subject on a day, under the key that the agreement has.
    #[must_use]
    pub fn of(&self, subject: &impl Subject, day: Date) -> Option<(&Arc<str>, &Decimal)> {
        if self.is_by_months() {
            return self.after(subject.number(&self.column, day)?);
        }
        self.entry(subject.named(&self.column).or(self.otherwise.as_deref())?)
    }

    /// The amount for a value of the column, or for one that means the same, under the word that the agreement has.
    #[must_use]
    pub fn entry(&self, value: &str) -> Option<(&Arc<str>, &Decimal)> {
        let alike = || self.amounts.iter().find(|(key, _)| synonyms::same(&self.column, key, value));
        self.amounts.get_key_value(value).or_else(alike)
    }
}

/// One step of a ladder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// It prices the parcels after this many in the month.
    pub over: u64,
    /// Yuan per parcel.
    pub amount: Decimal,
}

impl Figure {
    /// The one amount, where it is one.
    #[must_use]
    pub fn amount(&self) -> Option<Decimal> {
        match self {
            Self::Amount(amount) => Some(*amount),
            Self::Band(_) | Self::By(_) | Self::Ladder(_) | Self::Formula(_) => None,
        }
    }

    /// The band, where it is one.
    #[must_use]
    pub fn band(&self) -> Option<Band> {
        match self {
            Self::Band(band) => Some(*band),
            Self::Amount(_) | Self::By(_) | Self::Ladder(_) | Self::Formula(_) => None,
        }
    }

    /// The amounts by a column, where they are that.
    #[must_use]
    pub fn by(&self) -> Option<&AmountsBy> {
        match self {
            Self::By(by) => Some(by),
            Self::Amount(_) | Self::Band(_) | Self::Ladder(_) | Self::Formula(_) => None,
        }
    }

    /// The formula, where it is one.
    #[must_use]
    pub fn formula(&self) -> Option<&Formula> {
        match self {
            Self::Formula(formula) => Some(formula),
            Self::Amount(_) | Self::Band(_) | Self::By(_) | Self::Ladder(_) => None,
        }
    }

    /// The steps of a ladder; none where it has no steps.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        match self {
            Self::Ladder(steps) => steps,
            Self::Amount(_) | Self::Band(_) | Self::By(_) | Self::Formula(_) => &[],
        }
    }

    /// Every amount in it; none of a band, inside which each company chooses its own.
    #[must_use]
    pub fn amounts(&self) -> Vec<Decimal> {
        match self {
            Self::Amount(amount) => vec![*amount],
            Self::Band(_) => Vec::new(),
            Self::By(by) => by.amounts.values().copied().collect(),
            Self::Ladder(steps) => steps.iter().map(|step| step.amount).collect(),
            Self::Formula(formula) => formula.amounts().collect(),
        }
    }
}

//! What holds on a day: which rules speak, whom they reach, and the value after the changes proposed.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::agreement::change::{Change, Field};
use crate::agreement::kinds::{Kind, Value};
use crate::agreement::rule::Where;
use crate::agreement::{Dated, Rule, Words};
use crate::units::{Date, Decimal, Term};

/// Whom or what a rule is asked about: a courier's employment, or parcels of one.
pub trait Subject {
    /// The value of `company`, `courier`, `area`, `service` or a roster column; `None` where it is empty or not known.
    fn named(&self, key: &str) -> Option<&str>;
}

/// The days on which a rule gives way to a better one of the same id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    /// The days.
    pub term: Term,
    /// The index, in the stack, of the rule that holds instead.
    pub to: usize,
}

/// The changes, by their index, that have met something to change.
pub type Met = BTreeSet<usize>;

impl Where {
    /// Whether the rule reaches the subject on that day.
    #[must_use]
    pub fn fits(&self, subject: &impl Subject, day: Date) -> bool {
        let month = self.months.is_empty() || self.months.contains(&day.month());
        month && self.values.iter().all(|(key, values)| one_of(subject.named(key), values))
    }
}

fn one_of(found: Option<&str>, values: &[Arc<str>]) -> bool {
    found.is_some_and(|found| values.iter().any(|value| **value == *found))
}

impl Rule {
    /// Whether the rule speaks on that day: inside its term, and not beaten by a better one of its id.
    #[must_use]
    pub fn speaks(&self, day: Date) -> bool {
        self.term.contains(day) && !self.lost.iter().any(|lost| lost.term.contains(day))
    }

    /// Whether the rule speaks on that day and reaches the subject.
    #[must_use]
    pub fn reaches(&self, subject: &impl Subject, day: Date) -> bool {
        self.speaks(day) && self.scope.fits(subject, day)
    }

    /// A value of the rule after the changes proposed that fit the subject on that day, in their order.
    pub fn changed(&self, field: &Field, value: Decimal, subject: &impl Subject, day: Date, met: &mut Met) -> Decimal {
        let mut value = value;
        for (index, change) in &self.changes {
            if change.field == *field && change.holds(subject, day) {
                met.insert(*index);
                value = change.operation.apply(value);
            }
        }
        value
    }
}

/// What one dated value of a rule rests on, where that is not what the rule itself rests on.
#[derive(Clone, Copy, Debug)]
pub struct Evidence<'a> {
    /// The days on which the value holds.
    pub term: Term,
    /// The article.
    pub clause: Option<&'a Arc<str>>,
    /// The words agreed.
    pub text: Option<&'a Arc<str>>,
    /// Why the value is assumed.
    pub assumed: Option<&'a Words>,
}

impl Rule {
    /// The evidence of each of its dated values, in their order; none for a rule without figures.
    #[must_use]
    pub fn evidence(&self) -> Vec<Evidence<'_>> {
        match &self.kind {
            Kind::Rate(rate) => rate.value.evidence(),
            Kind::Base(base) => base.value.evidence(),
            Kind::Floor(floor) => floor.value.evidence(),
            Kind::Premium(premium) => premium.multiple.evidence(),
            Kind::Deduction(deduction) => deduction.percent.evidence(),
            Kind::Contribution(contribution) => contribution.percent.evidence(),
            Kind::Protection(_) => Vec::new(),
        }
    }

    /// The index of the dated value that holds on a day.
    #[must_use]
    pub fn entry(&self, day: Date) -> Option<usize> {
        match &self.kind {
            Kind::Rate(rate) => rate.value.entry(day),
            Kind::Base(base) => base.value.entry(day),
            Kind::Floor(floor) => floor.value.entry(day),
            Kind::Premium(premium) => premium.multiple.position(day),
            Kind::Deduction(deduction) => deduction.percent.position(day),
            Kind::Contribution(contribution) => contribution.percent.position(day),
            Kind::Protection(_) => None,
        }
    }

    /// The article on which the rule's figure of a day rests.
    #[must_use]
    pub fn clause_on(&self, day: Date) -> &Arc<str> {
        let own = match &self.kind {
            Kind::Rate(rate) => rate.value.clause(day),
            Kind::Base(base) => base.value.clause(day),
            Kind::Floor(floor) => floor.value.clause(day),
            Kind::Premium(premium) => premium.multiple.clause(day),
            Kind::Deduction(deduction) => deduction.percent.clause(day),
            Kind::Contribution(contribution) => contribution.percent.clause(day),
            Kind::Protection(_) => None,
        };
        own.unwrap_or(&self.clause)
    }
}

impl Value {
    fn evidence(&self) -> Vec<Evidence<'_>> {
        match self {
            Self::Amount(dated) => dated.evidence(),
            Self::Band(dated) => dated.evidence(),
            Self::By(by) => by.amounts.evidence(),
            Self::Tiers(dated) => dated.evidence(),
        }
    }

    fn entry(&self, day: Date) -> Option<usize> {
        match self {
            Self::Amount(dated) => dated.position(day),
            Self::Band(dated) => dated.position(day),
            Self::By(by) => by.amounts.position(day),
            Self::Tiers(dated) => dated.position(day),
        }
    }

    fn clause(&self, day: Date) -> Option<&Arc<str>> {
        match self {
            Self::Amount(dated) => dated.clause(day),
            Self::Band(dated) => dated.clause(day),
            Self::By(by) => by.amounts.clause(day),
            Self::Tiers(dated) => dated.clause(day),
        }
    }
}

impl<T> Dated<T> {
    fn position(&self, day: Date) -> Option<usize> {
        self.values.iter().position(|dated| dated.term.contains(day))
    }

    fn clause(&self, day: Date) -> Option<&Arc<str>> {
        self.entry(day)?.clause.as_ref()
    }

    fn evidence(&self) -> Vec<Evidence<'_>> {
        self.values
            .iter()
            .map(|value| Evidence {
                term: value.term,
                clause: value.clause.as_ref(),
                text: value.text.as_ref(),
                assumed: value.assumed.as_ref(),
            })
            .collect()
    }
}

impl Change {
    /// Whether the change holds for the subject on that day.
    #[must_use]
    pub fn holds(&self, subject: &impl Subject, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.scope.fits(subject, day)
    }
}

//! What holds on a day: which rules are in force, to whom they apply, on what their figure rests, and what changes make of it.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::agreement::change::{Change, Field};
use crate::agreement::dated::Dated;
use crate::agreement::document::Words;
use crate::agreement::figure::{AmountsBy, Band, Figure};
use crate::agreement::kinds::Kind;
use crate::agreement::rule::Rule;
use crate::agreement::scope::Subject;
use crate::units::{Date, Decimal, Term};

/// The changes, by their index, that have found something to change.
pub type Applied = BTreeSet<usize>;

impl Rule {
    /// Whether the rule is in force on that day: inside its term, and not superseded by a better one of its id.
    #[must_use]
    pub fn in_force_on(&self, day: Date) -> bool {
        self.term.contains(day) && !self.superseded.iter().any(|better| better.term.contains(day))
    }

    /// Whether the rule is in force on that day and applies to the subject.
    #[must_use]
    pub fn applies_to(&self, subject: &impl Subject, day: Date) -> bool {
        self.in_force_on(day) && self.scope.fits(subject, day)
    }

    /// A value of the rule after the changes proposed that fit the subject on that day, in their order.
    pub fn changed(
        &self,
        field: &Field,
        value: Decimal,
        subject: &impl Subject,
        day: Date,
        applied: &mut Applied,
    ) -> Decimal {
        let mut value = value;
        for (index, change) in &self.changes {
            if change.field == *field && change.holds(subject, day) {
                applied.insert(*index);
                value = change.operation.apply(value);
            }
        }
        value
    }

    /// The figure on a day.
    #[must_use]
    pub fn figure(&self, day: Date) -> Option<&Figure> {
        self.figures.on(day)
    }

    /// The figure on a day, where it is one amount.
    #[must_use]
    pub fn amount(&self, day: Date) -> Option<Decimal> {
        self.figure(day)?.amount()
    }

    /// The figure on a day, where it is a band.
    #[must_use]
    pub fn band(&self, day: Date) -> Option<Band> {
        self.figure(day)?.band()
    }

    /// Whether companies choose a rate inside a band.
    #[must_use]
    pub fn has_band(&self) -> bool {
        self.figures.values.iter().any(|dated| dated.value.band().is_some())
    }

    /// Whether it pays by the steps of a ladder.
    #[must_use]
    pub fn has_ladder(&self) -> bool {
        self.figures.values.iter().any(|dated| !dated.value.steps().is_empty())
    }

    /// The column by which its amounts go, with the amounts that come first.
    #[must_use]
    pub fn figures_by(&self) -> Option<&AmountsBy> {
        self.figures.values.first()?.value.by()
    }

    /// The article on which the figure of that index rests.
    #[must_use]
    pub fn clause_of(&self, figure: usize) -> &Arc<str> {
        self.figures.values.get(figure).and_then(|dated| dated.clause.as_ref()).unwrap_or(&self.clause)
    }

    /// The article on which the figure of a day rests.
    #[must_use]
    pub fn clause_on(&self, day: Date) -> &Arc<str> {
        self.figures.position(day).map_or(&self.clause, |figure| self.clause_of(figure))
    }

    /// What is assumed of the rule, of its document and of the figures of these indices.
    pub fn assumptions(&self, figures: impl IntoIterator<Item = usize>) -> impl Iterator<Item = &Words> {
        let of_figures = figures.into_iter().filter_map(|figure| self.figures.values.get(figure)?.assumed.as_ref());
        self.assumed.iter().chain(&self.document.assumed).chain(of_figures)
    }

    /// The days on which something in the rule begins, ends or changes.
    #[must_use]
    pub fn change_dates(&self) -> BTreeSet<Date> {
        let mut terms = vec![self.term];
        terms.extend(self.superseded.iter().map(|better| better.term));
        terms.extend(self.changes.iter().map(|(_, change)| Term { from: change.from, until: None }));
        terms.extend(self.figures.terms());
        if let Kind::Contribution(contribution) = &self.kind {
            terms.extend(contribution.floor.iter().chain(&contribution.ceiling).flat_map(Dated::terms));
        }
        terms.into_iter().flat_map(Term::change_dates).collect()
    }
}

impl Change {
    /// Whether the change holds for the subject on that day.
    #[must_use]
    pub fn holds(&self, subject: &impl Subject, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.scope.fits(subject, day)
    }
}

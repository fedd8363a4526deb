//! Proposals beside pay as it stands: what `compare` and `handout` show.

use std::path::PathBuf;

use crate::agreement::Agreement;
use crate::agreement::proposal::Proposal;
use crate::cli::{Annual, Log, Terms};
use crate::commands::answer::Context;
use crate::commands::{inputs, log, mistakes, proposals};
use crate::cost;
use crate::cost::people::{Group, people};
use crate::cost::split::{Share, split};
use crate::cost::years::{Year, years};
use crate::cost::{Baseline, By, Cost, CoveredLog, Question};
use crate::diagnostics::{Message, Problem, Problems};
use crate::files::output::Written;
use crate::report::Cell;
use crate::units::Date;
use crate::workforce::Workforce;

/// How many years are shown where nothing is said.
pub(super) const YEARS: u8 = 3;

/// What lies on the table, as it was read.
pub(super) struct Proposed {
    pub(super) agreement: Agreement,
    pub(super) tally: CoveredLog,
    pub(super) proposals: Vec<Proposal>,
    workforce: Workforce,
    annual: cost::Annual,
    /// What became of the rows of the log.
    pub(super) remarks: Vec<Message>,
    /// The files written beside the answer.
    pub(super) files: Vec<Written>,
}

impl Proposed {
    /// Reads the log, the terms and the proposals.
    ///
    /// # Errors
    /// All that is wrong with them.
    pub(super) fn read(
        (log, terms): (&Log, &Terms),
        (changes, files): (&[String], &[PathBuf]),
        annual: &Annual,
        context: &Context<'_>,
    ) -> Result<Self, Problems> {
        let (agreement, workforce) = inputs::terms(terms, &log.reading)?;
        let proposals = proposals::read(changes, files, &agreement)?;
        let annual = inputs::annual(annual, &log.reading)?;
        let given = (log.logs.as_slice(), &log.reading);
        let log = log::for_proposals(given, (&agreement, &workforce), &proposals, context)?;
        let tally = CoveredLog::new(log.tally, &agreement, &workforce);
        Ok(Self { agreement, tally, proposals, workforce, annual, remarks: log.remarks, files: log.files })
    }

    /// Computes pay as it stands.
    ///
    /// # Errors
    /// That it has no year, or cannot be known.
    pub(super) fn comparison(&self, by: By, context: &Context<'_>) -> Result<Comparison<'_>, Problems> {
        let Self { agreement, tally, workforce, annual, .. } = self;
        let question = Question { agreement, tally, workforce, annual, by };
        Ok(Comparison {
            baseline: Baseline::new(&question)?,
            question,
            titles: self.proposals.iter().map(|proposal| proposals::title(proposal, context.catalogue)).collect(),
            proposals: &self.proposals,
        })
    }
}

/// Pay as it stands, and each proposal with its title.
pub(super) struct Comparison<'a> {
    pub(super) baseline: Baseline,
    question: Question<'a>,
    pub(super) titles: Vec<Cell>,
    proposals: &'a [Proposal],
}

/// What each proposal comes to, under its title, and what has to be said of it.
type Compared<T> = (Vec<(Cell, T)>, Vec<Message>);

impl Comparison<'_> {
    /// What every proposal comes to; the mistakes of all come together.
    pub(super) fn each<A>(
        &self,
        answer: impl Fn(&Proposal) -> Result<A, Problems>,
    ) -> Result<Vec<(Cell, A)>, Problems> {
        let titled = self.titles.iter().zip(self.proposals);
        mistakes::all(titled.map(|(title, proposal)| Ok((title.clone(), answer(proposal)?))))
    }

    /// The remarks of all proposals, and then those on pay as it stands.
    fn notes<'c>(&'c self, costs: impl Iterator<Item = &'c Cost>) -> Vec<Message> {
        self.baseline.with_notes(costs.flat_map(|cost| &cost.notes))
    }

    /// What each costs in a year.
    pub(super) fn cost(&self) -> Result<Compared<Cost>, Problems> {
        let costs = self.each(|proposal| cost::cost(&self.baseline, &self.question, proposal).map(|(cost, _)| cost))?;
        let notes = self.notes(costs.iter().map(|(_, cost)| cost));
        Ok((costs, notes))
    }

    /// What each change of each costs.
    pub(super) fn clauses(&self) -> Result<Compared<Vec<Share>>, Problems> {
        let splits = self.each(|proposal| split(&self.baseline, &self.question, proposal))?;
        let notes = self.notes(splits.iter().map(|(_, (_, cost))| cost));
        Ok((splits.into_iter().map(|(title, (shares, _))| (title, shares)).collect(), notes))
    }

    /// Whom each reaches.
    ///
    /// # Errors
    /// That the present rates are not known.
    pub(super) fn people(&self) -> Result<Compared<Vec<Group>>, Problems> {
        if !self.baseline.known {
            return Err(Problem::new(Message::new("people-needs-rates")).into());
        }
        let reached = self.each(|proposal| {
            let (cost, after) = cost::cost(&self.baseline, &self.question, proposal)?;
            let (groups, notes) = people(&self.question, &self.baseline.runs, &after);
            Ok((groups, notes, cost))
        })?;
        let mut notes: Vec<Message> = reached.first().map(|(_, (_, notes, _))| notes.clone()).unwrap_or_default();
        let of_costs = self.notes(reached.iter().map(|(_, (_, _, cost))| cost)).into_iter();
        notes.extend(of_costs.filter(|note| !note.id.contains("contribution")));
        Ok((reached.into_iter().map(|(title, (groups, _, _))| (title, groups)).collect(), notes))
    }

    /// What each costs in so many years.
    pub(super) fn years(&self, count: u8) -> Result<Compared<Vec<Year>>, Problems> {
        let (first, count) = (self.first_year(), i16::from(count));
        let found = self.each(|proposal| years(&self.baseline, &self.question, proposal, first, count))?;
        let mut notes = vec![Message::new("years-by-days")];
        for change in found.iter().flat_map(|(_, years)| &years.later) {
            notes.push(Message::new("years-later").with("change", &*change.text));
        }
        notes.extend(self.notes(found.iter().map(|(_, years)| &years.last)));
        Ok((found.into_iter().map(|(title, years)| (title, years.years)).collect(), notes))
    }

    /// The year in which the first change of all comes into force; without a day, the year after the log.
    fn first_year(&self) -> i16 {
        let days = self.proposals.iter().flat_map(|proposal| &proposal.changes).filter_map(|change| change.from);
        let after = |day: Date| day.year().saturating_add(1);
        days.min().map(Date::year).or(self.question.tally.span().until.map(after)).unwrap_or_default()
    }
}

//! `wagepact compare`: proposals side by side.

use crate::agreement::proposal::Proposal;
use crate::cli::{ByCompany, Compare, View};
use crate::commands::answer::{Answer, Context};
use crate::commands::{inputs, mistakes, proposals};
use crate::cost::people::people;
use crate::cost::split::split;
use crate::cost::years::years;
use crate::cost::{Baseline, By, Cost, CoveredLog, Question, cost};
use crate::deliveries::Tally;
use crate::diagnostics::{Message, Problem, Problems};
use crate::report::views::compare;
use crate::report::{Cell, Report};
use crate::units::Date;

/// How many years are shown where nothing is said.
const YEARS: u8 = 3;

pub(super) fn run(asked: &Compare, context: &Context<'_>) -> Result<Answer, Problems> {
    fitting(asked)?;
    let (agreement, workforce) = inputs::terms(&asked.terms, &asked.log.reading)?;
    let proposals = proposals::read(&asked.change, &asked.proposal)?;
    let annual = inputs::annual(&asked.annual, &asked.log.reading)?;
    let given = (asked.log.logs.as_slice(), &asked.log.reading);
    let log = inputs::log_for_proposals(given, (&agreement, &workforce), &proposals, context)?;
    let by = if asked.by == Some(ByCompany::Total) { By::Total } else { By::Company };
    let tally = CoveredLog::new(log.tally, &agreement, &workforce);
    let question = Question { agreement: &agreement, tally: &tally, workforce: &workforce, annual: &annual, by };
    let comparison = Comparison {
        baseline: Baseline::new(&question)?,
        question,
        titles: proposals.iter().map(|proposal| proposals::title(proposal, context.catalogue)).collect(),
        proposals,
    };
    let report = match asked.show {
        View::Cost => comparison.cost()?,
        View::Clauses => comparison.clauses(asked.by.is_none())?,
        View::People => comparison.people()?,
        View::Years => comparison.years(&tally, asked.years.unwrap_or(YEARS))?,
    };
    Ok(Answer { remarks: log.remarks, ..report.into() })
}

/// Flags of one view are mistakes with another.
fn fitting(asked: &Compare) -> Result<(), Problems> {
    let mut problems = Problems::new();
    let mut odd = |flag: &'static str, fits: &'static str| {
        problems.push(Problem::new(Message::new("compare-flag-of-view").with("flag", flag).with("views", fits)));
    };
    if asked.years.is_some() && asked.show != View::Years {
        odd("--years", "years");
    }
    if asked.by.is_some() && !matches!(asked.show, View::Cost | View::Clauses) {
        odd("--by", "cost, clauses");
    }
    mistakes::none(problems)
}

/// Pay as it stands, and each proposal with its title.
struct Comparison<'a> {
    baseline: Baseline,
    question: Question<'a>,
    titles: Vec<Cell>,
    proposals: Vec<Proposal>,
}

impl Comparison<'_> {
    /// What every proposal comes to; the mistakes of all come together.
    fn each<A>(&self, answer: impl Fn(&Proposal) -> Result<A, Problems>) -> Result<Vec<(Cell, A)>, Problems> {
        let titled = self.titles.iter().zip(&self.proposals);
        mistakes::all(titled.map(|(title, proposal)| Ok((title.clone(), answer(proposal)?))))
    }

    /// The remarks of all proposals, and then those on pay as it stands.
    fn notes<'c>(&'c self, costs: impl Iterator<Item = &'c Cost>) -> Vec<Message> {
        self.baseline.with_notes(costs.flat_map(|cost| &cost.notes))
    }

    fn cost(&self) -> Result<Report, Problems> {
        let costs = self.each(|proposal| cost(&self.baseline, &self.question, proposal).map(|(cost, _)| cost))?;
        let notes = self.notes(costs.iter().map(|(_, cost)| cost));
        Ok(compare::cost(&costs, self.question.by, notes))
    }

    fn clauses(&self, in_sum: bool) -> Result<Report, Problems> {
        let splits = self.each(|proposal| split(&self.baseline, &self.question, proposal))?;
        let notes = self.notes(splits.iter().map(|(_, (_, cost))| cost));
        let shares: Vec<_> = splits.into_iter().map(|(title, (shares, _))| (title, shares)).collect();
        Ok(compare::clauses(&shares, self.question.by, in_sum, notes))
    }

    fn people(&self) -> Result<Report, Problems> {
        if !self.baseline.known {
            return Err(Problem::new(Message::new("people-needs-rates")).into());
        }
        let reached = self.each(|proposal| {
            let (cost, after) = cost(&self.baseline, &self.question, proposal)?;
            let (groups, notes) = people(&self.question, &self.baseline.runs, &after);
            Ok((groups, notes, cost))
        })?;
        let mut notes: Vec<Message> = reached.first().map(|(_, (_, notes, _))| notes.clone()).unwrap_or_default();
        let of_costs = self.notes(reached.iter().map(|(_, (_, _, cost))| cost)).into_iter();
        notes.extend(of_costs.filter(|note| !note.id.contains("contribution")));
        let groups: Vec<_> = reached.into_iter().map(|(title, (groups, _, _))| (title, groups)).collect();
        Ok(compare::people(&groups, notes))
    }

    fn years(&self, log: &Tally, count: u8) -> Result<Report, Problems> {
        let first = self.first_year(log);
        let found = self.each(|proposal| years(&self.baseline, &self.question, proposal, first, i16::from(count)))?;
        let mut notes = vec![Message::new("years-by-days")];
        for change in found.iter().flat_map(|(_, years)| &years.later) {
            notes.push(Message::new("years-later").with("change", &*change.text));
        }
        notes.extend(self.notes(found.iter().map(|(_, years)| &years.last)));
        let years: Vec<_> = found.into_iter().map(|(title, years)| (title, years.years)).collect();
        Ok(compare::years(&years, notes))
    }

    /// The year in which the first change of all comes into force; without a day, the year after the log.
    fn first_year(&self, log: &Tally) -> i16 {
        let days = self.proposals.iter().flat_map(|proposal| &proposal.changes).filter_map(|change| change.from);
        let after = |day: Date| day.year().saturating_add(1);
        days.min().map(Date::year).or(log.span().until.map(after)).unwrap_or_default()
    }
}

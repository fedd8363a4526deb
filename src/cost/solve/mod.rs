//! How far a change can go: the largest that a budget pays, or the smallest that brings monthly pay to a figure.

mod aim;
mod limit;
mod search;
pub mod target;
mod trial;
pub mod unknown;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use aim::{Aim, Goal};
pub use target::Target;
pub use trial::Row;
pub use unknown::Unknown;

use crate::cost::question::{By, Question};
use crate::cost::solve::trial::Trial;
use crate::diagnostics::message::Arg;
use crate::diagnostics::{Message, Problem, Problems};
use crate::pay::{Component, PayRun, pay};
use crate::units::{Decimal, Rounding, Yuan, rounding};

/// The answer.
#[derive(Clone, Debug)]
pub struct Solved {
    /// One row in all, or one for each company in the order of their names.
    pub rows: Vec<Row>,
    /// What has to be said of it: the proof by the next step, where the band ends, the annual factor.
    pub notes: Vec<Message>,
}

/// Finds the change, for all companies together ([`By::Total`]) or for each of them.
///
/// # Errors
/// Whatever `cost` says of the changes; a target without rates, a search that nothing ends.
pub fn solve(question: &Question<'_>, aim: &Aim<'_>) -> Result<Solved, Problems> {
    let Question { agreement, tally, workforce, .. } = question;
    let run = pay(agreement, tally, workforce)?;
    let mut solved = Solved { rows: Vec::new(), notes: Vec::new() };
    let whose: Vec<Option<Arc<str>>> = match question.by {
        By::Company => companies(question, aim, &run)?.into_iter().map(Some).collect(),
        By::Total | By::Area | By::Courier => vec![None],
    };
    let shares = shares(question, aim, &run, &whose, &mut solved.notes)?;
    let mut beside: Vec<Message> = Vec::new();
    for (company, share) in whose.iter().zip(shares) {
        let mut trial = Trial::new(question, aim, &run, company.as_ref());
        match aim.goal {
            Goal::Budget(_) => within(&mut trial, share, &mut solved)?,
            Goal::Target(target) => reaching(&mut trial, target, &mut solved)?,
        }
        for note in trial.notes {
            if !beside.contains(&note) {
                beside.push(note);
            }
        }
    }
    solved.notes.extend(beside);
    Ok(solved)
}

/// The companies that the change touches.
fn companies(question: &Question<'_>, aim: &Aim<'_>, run: &PayRun) -> Result<Vec<Arc<str>>, Problems> {
    let mut companies: Vec<Arc<str>> = run.payslips.iter().map(|payslip| Arc::clone(&payslip.company)).collect();
    companies.sort_unstable();
    companies.dedup();
    if companies.iter().any(|company| company.is_empty()) {
        return Err(Problem::new(Message::new("solve-company-unnamed")).into());
    }
    let proposal = aim.unknown.proposal(aim.step, None)?;
    let named = aim.unknown.of(&proposal).scope.values.get("company");
    companies.retain(|company| named.is_none_or(|named| named.contains(company)));
    let mut touched = Vec::new();
    for company in companies {
        match Trial::new(question, aim, run, Some(&company)).at(0) {
            Ok(_) => touched.push(company),
            Err(found) if found.iter().all(|problem| problem.message.id == "change-matches-nothing") => {}
            Err(found) => return Err(found),
        }
    }
    // Where it touches none, the change for all says so.
    if touched.is_empty() {
        Trial::new(question, aim, run, None).at(0)?;
    }
    Ok(touched)
}

/// The part of the budget for each: in proportion to its piece pay a year, or to its parcels where the rates are not known.
fn shares(
    question: &Question<'_>,
    aim: &Aim<'_>,
    run: &PayRun,
    whose: &[Option<Arc<str>>],
    notes: &mut Vec<Message>,
) -> Result<Vec<Decimal>, Problems> {
    let Goal::Budget(budget) = aim.goal else { return Ok(vec![Decimal::ZERO; whose.len()]) };
    if question.by != By::Company {
        return Ok(vec![budget]);
    }
    let known = run.scenarios.len() == 1;
    let factors = question.annual.factors(question.tally, std::slice::from_ref(run))?;
    let mut weights: BTreeMap<&Arc<str>, Decimal> = BTreeMap::new();
    for payslip in run.payslips.iter().filter(|payslip| payslip.scenario == run.scenarios[0]) {
        let piece = || payslip.sum(Component::Piece).0;
        *weights.entry(&payslip.company).or_default() += if known { piece() } else { payslip.parcels.into() };
    }
    for (company, weight) in &mut weights {
        *weight = factors.of(company).of(*weight);
    }
    notes.push(Message::new(if known { "solve-shares-by-pay" } else { "solve-shares-by-parcels" }));
    let weight = |company: &Option<Arc<str>>| company.as_ref().and_then(|name| weights.get(name)).copied();
    let weights: Vec<Decimal> = whose.iter().map(|company| weight(company).unwrap_or_default()).collect();
    let all: Decimal = weights.iter().sum();
    let share = |weight: &Decimal| {
        let share = if all.is_zero() { Decimal::ZERO } else { budget.saturating_mul(*weight / all) };
        rounding::down_to_step(rounding::shown(share, 12), Decimal::new(1, 2))
    };
    Ok(weights.iter().map(share).collect())
}

/// The largest change within a budget.
fn within(trial: &mut Trial<'_>, budget: Decimal, solved: &mut Solved) -> Result<(), Problems> {
    let spent = |cost: Option<Yuan>, lowers: bool| cost.map(|cost| if lowers { -cost.0 } else { cost.0 });
    let lowers = trial.aim.unknown.lowers;
    let limit = trial.limit;
    let least = spent(trial.at(0)?, lowers).unwrap_or_default();
    if least > budget {
        let message =
            Message::new("solve-budget-gone").figure("cost", yuan(Yuan(least))).figure("budget", yuan(Yuan(budget)));
        return Err(Problem::new(message).into());
    }
    let first = if limit.steps > 0 { spent(trial.at(1)?, lowers) } else { None };
    let each = first.map(|first| first - least).filter(|each| *each > Decimal::ZERO);
    let near = each.and_then(|each| u64::try_from(rounding::down_to_step((budget - least) / each, Decimal::ONE)).ok());
    let fits = |step| Ok::<_, Problems>(spent(trial.at(step)?, lowers).is_some_and(|spent| spent <= budget));
    let found = search::largest(limit.steps, near.unwrap_or(0), fits)?;
    let cost = trial.at(found)?.unwrap_or_default();
    let left = Yuan(budget - spent(Some(cost), lowers).unwrap_or_default());
    let next = if found < limit.steps { trial.at(found + 1)? } else { None };
    if found == limit.steps && !limit.ends {
        return Err(trial.endless());
    }
    let note = if let Some(next) = next {
        let over = spent(Some(next), lowers).unwrap_or_default() - budget;
        let note = Message::new("solve-next-step").with("change", trial.shown(found + 1)).figure("cost", yuan(next));
        note.figure("over", yuan(Yuan(over)))
    } else {
        let note = Message::new("solve-ends-first").with("change", trial.shown(found)).figure("cost", yuan(cost));
        note.figure("left", yuan(left))
    };
    solved.notes.push(note.arg("company", trial.whose()));
    solved.rows.push(trial.row(found, cost, Some(left))?);
    Ok(())
}

/// The smallest change that brings monthly pay to a figure.
fn reaching(trial: &mut Trial<'_>, target: Target, solved: &mut Solved) -> Result<(), Problems> {
    if trial.aim.unknown.lowers {
        return Err(Problem::new(Message::new("solve-target-lowered")).into());
    }
    let whole = trial.whole_months()?;
    let limit = trial.limit;
    let measured = |trial: &Trial<'_>, step| trial.measured(step, target.measure, &whole);
    let Some(now) = measured(trial, 0)? else {
        return Err(Problem::new(Message::new("solve-no-whole-month")).into());
    };
    let below = |step| Ok::<_, Problems>(measured(trial, step)?.is_some_and(|figure| figure < target.figure));
    let last = if now < target.figure { search::largest(limit.steps, 0, below)? } else { 0 };
    let (found, reached) = match () {
        () if now >= target.figure => (0, true),
        () if last < limit.steps && trial.measured(last + 1, target.measure, &whole)?.is_some() => (last + 1, true),
        () => (last, false),
    };
    if !reached && !limit.ends && trial.measured(last + 1, target.measure, &whole)?.is_some() {
        return Err(trial.endless());
    }
    let cost = trial.at(found)?.unwrap_or_default();
    let figure = |figure: Option<Decimal>| yuan(Rounding::FEN.apply(figure.unwrap_or_default()));
    let after = trial.measured(found, target.measure, &whole)?;
    let id = match (reached, found) {
        (true, 0) => Message::new("solve-target-there"),
        (true, _) => Message::new("solve-target-reached")
            .figure("less", figure(trial.measured(found - 1, target.measure, &whole)?)),
        (false, _) => Message::new("solve-target-missed"),
    };
    let note = id.arg("measure", target.measure.name()).figure("now", figure(Some(now))).figure("then", figure(after));
    let note = note.with("change", trial.shown(found)).figure("target", yuan(Yuan(target.figure)));
    solved.notes.push(note.arg("company", trial.whose()));
    let by_roster = trial.question.workforce.roster.is_some();
    let days = Message::new("solve-whole-month-by-days").count("days", target::DAYS as u64);
    let said = if by_roster { Message::new("solve-whole-month-by-roster") } else { days };
    if !solved.notes.contains(&said) {
        solved.notes.push(said);
    }
    solved.rows.push(trial.row(found, cost, None)?);
    Ok(())
}

/// An amount as people read it.
fn yuan(amount: Yuan) -> Decimal {
    let mut shown = amount.0;
    shown.rescale(2);
    shown
}

impl Trial<'_> {
    /// The company, or all of them, as notes name it.
    fn whose(&self) -> Arg {
        self.company.map_or(Arg::Word("total"), |company| Arg::Text(company.to_string()))
    }
}

//! How far a change can go: the largest that a budget pays, or the smallest that brings monthly pay to a figure.

mod aim;
mod given;
mod limit;
mod search;
pub mod target;
mod trial;
pub mod unknown;

use std::collections::BTreeSet;
use std::sync::Arc;

pub use aim::{Aim, Goal};
pub use limit::LARGEST_CHANGE;
pub use target::Target;
pub use trial::TrialRow;
pub use unknown::Unknown;

use crate::cost::annual::covered::CoveredLog;
use crate::cost::baseline::Baseline;
use crate::cost::like_days::merge_like_days;
use crate::cost::question::{By, Question};
use crate::cost::solve::given::Given;
use crate::cost::solve::trial::Trial;
use crate::diagnostics::message::Arg;
use crate::diagnostics::{Message, Problem, Problems};
use crate::pay::Component;
use crate::units::{Decimal, Rounding, Yuan, rounding};

/// The answer.
#[derive(Clone, Debug)]
pub struct Solved {
    /// One row in all, or one for each company in the order of their names.
    pub rows: Vec<TrialRow>,
    /// What has to be said of it: the proof by the next step, where the band ends, the annual factor.
    pub notes: Vec<Message>,
}

/// Finds the change, for all companies together ([`By::Total`]) or for each of them.
///
/// # Errors
/// Whatever `cost` says of the changes; a target without rates, a search that nothing ends.
pub fn solve(question: &Question<'_>, aim: &Aim<'_>) -> Result<Solved, Problems> {
    let Question { agreement, tally, workforce, .. } = *question;
    let log = CoveredLog::new(merge_like_days(agreement, tally, workforce), agreement, workforce);
    let question = Question { tally: &log, ..*question };
    let baseline = Baseline::new(&question)?;
    let whole = match aim.goal {
        Goal::Budget(_) => BTreeSet::new(),
        Goal::Target(_) if !baseline.known => {
            return Err(Problem::new(Message::new("solve-target-needs-rates")).into());
        }
        Goal::Target(_) => target::whole_months(tally, workforce),
    };
    let given = Given { question, aim, baseline, whole };
    let mut solved = Solved { rows: Vec::new(), notes: Vec::new() };
    let whose: Vec<Option<Arc<str>>> = match question.by {
        By::Company => companies(&given)?.into_iter().map(Some).collect(),
        By::Total | By::Area | By::Courier => vec![None],
    };
    let mut beside: Vec<Message> = Vec::new();
    for (company, share) in whose.iter().zip(shares(&given, &whose, &mut solved.notes)) {
        let mut trial = Trial::new(&given, company.as_ref());
        match aim.goal {
            Goal::Budget(_) => within(&mut trial, share, &mut solved)?,
            Goal::Target(target) => reaching(&mut trial, target, &mut solved)?,
        }
        beside.append(&mut trial.notes);
    }
    solved.notes = given.baseline.with_notes(solved.notes.iter().chain(&beside));
    Ok(solved)
}

/// The companies that the change touches.
fn companies(given: &Given<'_>) -> Result<Vec<Arc<str>>, Problems> {
    let payslips = given.baseline.runs.iter().flat_map(|run| &run.payslips);
    let companies: BTreeSet<Arc<str>> = payslips.map(|payslip| Arc::clone(&payslip.company)).collect();
    if companies.contains("") {
        return Err(Problem::new(Message::new("solve-company-unnamed")).into());
    }
    let Aim { unknown, step, .. } = given.aim;
    let proposal = unknown.proposal(*step, None)?;
    let named = unknown.of(&proposal).scope.values.get("company");
    let mut touched = Vec::new();
    for company in companies.into_iter().filter(|company| named.is_none_or(|named| named.contains(company))) {
        match Trial::new(given, Some(&company)).at(0) {
            Ok(_) => touched.push(company),
            Err(found) if found.iter().all(|problem| problem.message.id == "change-matches-nothing") => {}
            Err(found) => return Err(found),
        }
    }
    // Where it touches none, the change for all says so.
    if touched.is_empty() {
        Trial::new(given, None).at(0)?;
    }
    Ok(touched)
}

/// The part of the budget for each: in proportion to its piece pay a year, or to its parcels where the rates are not known.
fn shares(given: &Given<'_>, whose: &[Option<Arc<str>>], notes: &mut Vec<Message>) -> Vec<Decimal> {
    let Goal::Budget(budget) = given.aim.goal else { return vec![Decimal::ZERO; whose.len()] };
    if given.question.by != By::Company {
        return vec![budget];
    }
    let Baseline { known, runs, factors, .. } = &given.baseline;
    notes.push(Message::new(if *known { "solve-shares-by-pay" } else { "solve-shares-by-parcels" }));
    let weight = |company: &Option<Arc<str>>| {
        let company = company.as_deref().unwrap_or_default();
        let own = runs.iter().flat_map(|run| &run.payslips).filter(|payslip| *payslip.company == *company);
        let weight = own.map(|payslip| if *known { payslip.sum(Component::Piece).0 } else { payslip.parcels.into() });
        factors.counted(company, weight.sum())
    };
    let weights: Vec<Decimal> = whose.iter().map(weight).collect();
    let all: Decimal = weights.iter().sum();
    let share = |weight: &Decimal| {
        let share = if all.is_zero() { Decimal::ZERO } else { budget.saturating_mul(*weight / all) };
        rounding::down_to_step(rounding::shown(share, 12), Decimal::new(1, 2))
    };
    weights.iter().map(share).collect()
}

/// The largest change within a budget.
fn within(trial: &mut Trial<'_>, budget: Decimal, solved: &mut Solved) -> Result<(), Problems> {
    let spent = |cost: Option<Yuan>, lowers: bool| cost.map(|cost| if lowers { -cost.0 } else { cost.0 });
    let lowers = trial.given.aim.unknown.lowers;
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
    if trial.given.aim.unknown.lowers {
        return Err(Problem::new(Message::new("solve-target-lowered")).into());
    }
    let limit = trial.limit;
    let Some(now) = trial.monthly(0)? else {
        return Err(Problem::new(Message::new("solve-no-whole-month")).into());
    };
    let below = |step| Ok::<_, Problems>(trial.monthly(step)?.is_some_and(|figure| figure < target.figure));
    let last = if now < target.figure { search::largest(limit.steps, 0, below)? } else { 0 };
    let further = now < target.figure && trial.monthly(last + 1)?.is_some();
    let reached = now >= target.figure || last < limit.steps && further;
    if !reached && !limit.ends && further {
        return Err(trial.endless());
    }
    let found = if reached && now < target.figure { last + 1 } else { last };
    let cost = trial.at(found)?.unwrap_or_default();
    let figure = |figure: Option<Decimal>| yuan(Rounding::FEN.apply(figure.unwrap_or_default()));
    let after = trial.monthly(found)?;
    let id = match (reached, found) {
        (true, 0) => Message::new("solve-target-there"),
        (true, _) => Message::new("solve-target-reached").figure("less", figure(trial.monthly(found - 1)?)),
        (false, _) => Message::new("solve-target-missed"),
    };
    let note = id.arg("measure", target.measure.name()).figure("now", figure(Some(now))).figure("then", figure(after));
    let note = note.with("change", trial.shown(found)).figure("target", yuan(Yuan(target.figure)));
    solved.notes.push(note.arg("company", trial.whose()));
    let by_roster = trial.given.question.workforce.roster.is_some();
    let days = Message::new("solve-whole-month-by-days").count("days", target::DAYS as u64);
    solved.notes.push(if by_roster { Message::new("solve-whole-month-by-roster") } else { days });
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

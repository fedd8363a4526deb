//! What the states of the table come to, one piece of it after the other: costs, tenths of pay, what each change costs.

use std::sync::{Arc, Mutex, PoisonError};

use crate::agreement::Agreement;
use crate::agreement::proposal::Proposal;
use crate::cost::split::{Splitting, added_up};
use crate::cost::{Annual, Baseline, By, Cost, CoveredLog, Question, cost_beside};
use crate::diagnostics::Problems;
use crate::negotiate::detail::{Shares, Tenth, tenths};
use crate::negotiate::spread::{Bins, KnownSpreads, Spread};
use crate::pay::PayRun;
use crate::units::Date;
use crate::workforce::Workforce;

/// What tells one state of a proposal from another: its changes, in their order, with their days.
pub(crate) type Changes = Vec<(Arc<str>, Option<Date>)>;

/// What every state of the table is computed from: the terms as they stand, and the log.
pub(crate) struct Given {
    pub(crate) agreement: Agreement,
    pub(crate) tally: CoveredLog,
    pub(crate) workforce: Workforce,
    pub(crate) annual: Annual,
}

impl Given {
    pub(crate) fn question(&self) -> Question<'_> {
        let Self { agreement, tally, workforce, annual } = self;
        Question { agreement, tally, workforce, annual, by: By::Company }
    }
}

/// What a proposal comes to.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// What it costs in a year, by company.
    pub cost: Cost,
    /// How pay is spread as proposed; `None` where the present rates are not known.
    pub spread: Option<Spread>,
}

/// What is to be worked out of a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    Outcome,
    Tenths,
    Clauses,
}

/// A piece of what one state of a proposal comes to.
#[derive(Clone, Debug)]
pub(crate) struct Task {
    pub(crate) piece: Piece,
    pub(crate) side: usize,
    pub(crate) changes: Changes,
    pub(crate) proposal: Proposal,
}

/// What was worked out.
#[derive(Debug)]
pub(crate) enum Found {
    Outcome(Box<Result<Outcome, Problems>>),
    Tenths(Vec<Tenth>),
    Clauses(Result<Shares, Problems>),
    /// One combination of changes was priced, and more are to be.
    Some,
}

/// What is kept from one piece to the next: most of it stays the same from key to key.
#[derive(Default)]
struct Kept {
    spreads: [KnownSpreads; 2],
    /// What the last state computed of each proposal has everyone paid.
    runs: [Option<(Changes, Vec<Arc<PayRun>>)>; 2],
    /// The split by changes that was begun of each.
    splits: [Option<(Changes, Splitting)>; 2],
}

/// Everything that the figures need. It may work in a thread of its own while keys move the table.
pub(crate) struct Reckoner {
    pub(crate) given: Given,
    pub(crate) baseline: Baseline,
    pub(crate) bins: Bins,
    /// How pay is spread as it stands.
    pub(crate) before: Option<Spread>,
    kept: Mutex<Kept>,
}

impl Reckoner {
    /// Computes pay as it stands.
    ///
    /// # Errors
    /// Rates that do not fit the agreement, and a log without a parcel.
    pub(crate) fn new(given: Given) -> Result<Self, Problems> {
        let baseline = Baseline::new(&given.question())?;
        let bins = Bins::of_runs(&baseline.runs, &given.tally);
        let mut spreads = KnownSpreads::default();
        let before = spreads.spread(&baseline.runs, &given.tally, &bins).filter(|_| baseline.known);
        let kept = Kept { spreads: [spreads.clone(), spreads], ..Kept::default() };
        Ok(Self { given, baseline, bins, before, kept: Mutex::new(kept) })
    }

    /// Works out a piece, or the next step of it.
    pub(crate) fn work(&self, task: &Task) -> Found {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        match task.piece {
            Piece::Outcome => Found::Outcome(Box::new(self.price(&mut kept, task))),
            Piece::Tenths => Found::Tenths(self.tenths(&mut kept, task)),
            Piece::Clauses => self.clauses(&mut kept, task),
        }
    }

    fn price(&self, kept: &mut Kept, task: &Task) -> Result<Outcome, Problems> {
        let (cost, after) = cost_beside(&self.baseline, &self.given.question(), &task.proposal)?;
        let spread = kept.spreads[task.side].spread(&after, &self.given.tally, &self.bins);
        kept.runs[task.side] = Some((task.changes.clone(), after));
        Ok(Outcome { cost, spread: spread.filter(|_| self.baseline.known) })
    }

    fn tenths(&self, kept: &mut Kept, task: &Task) -> Vec<Tenth> {
        let question = self.given.question();
        let runs = &mut kept.runs[task.side];
        if runs.as_ref().is_none_or(|(of, _)| *of != task.changes) {
            let priced = cost_beside(&self.baseline, &question, &task.proposal);
            *runs = priced.ok().map(|(_, after)| (task.changes.clone(), after));
        }
        let after = runs.as_ref().map_or(&[][..], |(_, after)| after);
        tenths(&question, &self.baseline.runs, after)
    }

    /// Prices one more combination of changes.
    fn clauses(&self, kept: &mut Kept, task: &Task) -> Found {
        let (question, proposal) = (self.given.question(), &task.proposal);
        let begun = kept.splits[task.side].take().filter(|(of, _)| *of == task.changes);
        let step = |(_, mut splitting): (Changes, Splitting)| {
            let more = splitting.go_on(&self.baseline, &question, proposal)?;
            Ok((splitting, more))
        };
        let begin = || Splitting::new(&self.baseline, &question, proposal).map(|begun| (begun, true));
        match begun.map_or_else(begin, step) {
            Ok((splitting, true)) => {
                kept.splits[task.side] = Some((task.changes.clone(), splitting));
                Found::Some
            }
            Ok((splitting, false)) => Found::Clauses(Ok(added_up(&splitting.shares(proposal)))),
            Err(problems) => Found::Clauses(Err(problems)),
        }
    }
}

//! The bargaining table in use: its state, and what every state so far comes to.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::agreement::Agreement;
use crate::agreement::change::Change;
use crate::agreement::proposal::Proposal;
use crate::cost::{Annual, Baseline, By, Cost, CoveredLog, Question, cost_beside, merge_like_days};
use crate::deliveries::Tally;
use crate::diagnostics::{Message, Problem, Problems};
use crate::files::input::same;
use crate::negotiate::detail::Detail;
use crate::negotiate::spread::{Bins, KnownSpreads, Spread};
use crate::negotiate::state::{BargainingTable, Effect, Key, Mode};
use crate::negotiate::{movable, update};
use crate::pay::PayRun;
use crate::report::{Catalogue, Language};
use crate::units::Date;
use crate::workforce::Workforce;

/// What a proposal comes to.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// What it costs in a year, by company.
    pub cost: Cost,
    /// How pay is spread as proposed; `None` where the present rates are not known.
    pub spread: Option<Spread>,
}

/// What every state of the table is computed from: the terms as they stand, and the log.
struct Given {
    agreement: Agreement,
    tally: CoveredLog,
    workforce: Workforce,
    annual: Annual,
}

impl Given {
    fn question(&self) -> Question<'_> {
        let Self { agreement, tally, workforce, annual } = self;
        Question { agreement, tally, workforce, annual, by: By::Company }
    }
}

/// What tells one state of a proposal from another: its changes, in their order, with their days.
type Changes = Vec<(Arc<str>, Option<Date>)>;

/// A table with all that its figures need, and what was computed already.
pub struct Session {
    given: Given,
    /// The days at which a change may begin inside the log: on others, days that it would part are counted together.
    first_days: BTreeSet<Date>,
    /// The files that no proposal may take the place of.
    guarded: Vec<PathBuf>,
    pub(crate) baseline: Baseline,
    pub(crate) bins: Bins,
    /// How pay is spread as it stands.
    pub(crate) before: Option<Spread>,
    spreads: [KnownSpreads; 2],
    /// What every state so far comes to.
    known: BTreeMap<Changes, Result<Outcome, Problems>>,
    /// What the last state computed of each proposal has everyone paid.
    runs: [Option<(Changes, Vec<Arc<PayRun>>)>; 2],
    /// What is worked out while no key is pressed.
    details: BTreeMap<Changes, Detail>,
    table: BargainingTable,
    catalogues: [Catalogue; 2],
}

impl fmt::Debug for Session {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.table.fmt(out)
    }
}

impl Session {
    /// Lays the terms of the agreement on the table, and the proposals that were read, each with its file: two at most.
    ///
    /// # Errors
    /// Rates that do not fit the agreement, a log without a parcel, and changes of rules that do not exist.
    pub fn open(
        agreement: Agreement,
        tally: &Tally,
        workforce: Workforce,
        annual: Annual,
        language: Language,
        proposals: &[(String, Proposal)],
    ) -> Result<Self, Problems> {
        let changes: Vec<_> = proposals.iter().flat_map(|(_, proposal)| &proposal.changes).map(Arc::clone).collect();
        let merged = merge_like_days(&agreement.with_changes(&changes)?, tally, &workforce);
        let tally = CoveredLog::new(merged, &agreement, &workforce);
        let given = Given { agreement, tally, workforce, annual };
        let baseline = Baseline::new(&given.question())?;
        let paid = movable::paid(&given.agreement, &given.tally, &given.workforce);
        let terms = movable::terms(&given.agreement, &given.tally, &given.workforce, &paid);
        let rates = if baseline.known { paid } else { Vec::new() };
        let bins = Bins::of_runs(&baseline.runs, &given.tally);
        let mut spreads = KnownSpreads::default();
        let before = spreads.spread(&baseline.runs, &given.tally, &bins).filter(|_| baseline.known);
        let mut table = BargainingTable::new(terms, rates, language);
        for (side, (path, proposal)) in proposals.iter().enumerate().take(2) {
            table.lay(side, path, proposal);
        }
        let mut session = Self {
            given,
            first_days: changes.iter().filter_map(|change| change.from).collect(),
            guarded: Vec::new(),
            baseline,
            bins,
            before,
            spreads: [spreads.clone(), spreads],
            known: BTreeMap::new(),
            runs: [None, None],
            details: BTreeMap::new(),
            table,
            catalogues: [Language::En, Language::Zh].map(Catalogue::new),
        };
        session.settle();
        Ok(session)
    }

    /// The same with files that no proposal may take the place of: those that the figures come from.
    #[must_use]
    pub fn guarding(self, guarded: Vec<PathBuf>) -> Self {
        Self { guarded, ..self }
    }

    /// The table as it is.
    #[must_use]
    pub fn table(&self) -> &BargainingTable {
        &self.table
    }

    /// Takes a key. What the table then comes to is computed by [`Self::settle`]: once for all keys that were pressed meanwhile.
    pub fn press(&mut self, key: Key) -> Effect {
        let effect = update::update(&mut self.table, key);
        if let Effect::Save { path, .. } = &effect
            && self.guarded.iter().any(|guarded| same(guarded, Path::new(path)))
        {
            self.table.saved(path, Err(Message::new("negotiate-save-input").with("file", path)));
            return Effect::None;
        }
        effect
    }

    /// Takes a text that was pasted.
    pub fn paste(&mut self, text: &str) {
        update::paste(&mut self.table, text);
    }

    /// Takes the answer to [`Effect::Save`]; see [`BargainingTable::saved`].
    pub fn saved(&mut self, path: &str, written: Result<bool, Message>) {
        self.table.saved(path, written);
    }

    /// Takes the answer to [`Effect::Open`]: the proposal lies where the keys move, or it is told why it cannot.
    pub fn opened(&mut self, path: &str, read: Result<Proposal, Problems>) {
        match read.and_then(|proposal| self.fitting(proposal)) {
            Ok(proposal) => {
                self.table.lay(self.table.side, path, &proposal);
                self.table.notice = Some(Message::new("negotiate-opened").with("file", path));
            }
            Err(problems) => self.table.mode = Mode::Wrong(problems),
        }
    }

    /// A proposal that the log can be priced on as it was counted.
    fn fitting(&self, proposal: Proposal) -> Result<Proposal, Problems> {
        self.given.agreement.with_changes(&proposal.changes)?;
        let span = self.given.tally.span();
        let inside = |day: Date| span.from.is_some_and(|from| from < day) && span.until.is_some_and(|last| day <= last);
        let begins = |day: &Date| inside(*day) && !self.first_days.contains(day);
        let begun = proposal.changes.iter().filter_map(|change| Some((change, change.from.filter(begins)?)));
        let problem = |(change, day): (&Arc<Change>, Date)| {
            let message = Message::new("negotiate-day-inside").with("change", &*change.text);
            Problem::new(message.with("day", day.to_string())).at(change.place.clone())
        };
        let problems: Problems = begun.map(problem).collect();
        if problems.is_empty() { Ok(proposal) } else { Err(problems) }
    }

    /// What a proposal comes to.
    ///
    /// # Errors
    /// Why it cannot be computed, such as a rate that leaves its band.
    ///
    /// # Panics
    /// Before [`Self::settle`].
    pub fn outcome(&self, side: usize) -> Result<&Outcome, &Problems> {
        self.known[&self.changes(side)].as_ref()
    }

    pub(crate) fn detail(&self, side: usize) -> Option<&Detail> {
        self.details.get(&self.changes(side))
    }

    pub(crate) fn catalogue(&self) -> &Catalogue {
        let [english, chinese] = &self.catalogues;
        if self.table.language == Language::En { english } else { chinese }
    }

    fn changes(&self, side: usize) -> Changes {
        let laid = &self.table.draft(side).laid;
        laid.iter().map(|laid| (Arc::clone(&laid.change.text), laid.change.from)).collect()
    }

    /// Computes what the proposals come to, as far as it is not known: after a key, at most the one that it moved.
    pub fn settle(&mut self) {
        for side in 0..2 {
            let changes = self.changes(side);
            if !self.known.contains_key(&changes) {
                let outcome = self.price(side, changes.clone());
                self.known.insert(changes, outcome);
            }
        }
    }

    fn price(&mut self, side: usize, changes: Changes) -> Result<Outcome, Problems> {
        let (cost, after) = cost_beside(&self.baseline, &self.given.question(), &self.table.proposal(side))?;
        let spread = self.spreads[side].spread(&after, &self.given.tally, &self.bins);
        self.runs[side] = Some((changes, after));
        Ok(Outcome { cost, spread: spread.filter(|_| self.baseline.known) })
    }

    /// Works out one more piece of what is shown of a proposal beside its costs; whether there was one.
    pub(crate) fn work_on(&mut self, side: usize, tenths: bool, clauses: bool) -> bool {
        let changes = self.changes(side);
        if !matches!(self.known.get(&changes), Some(Ok(_))) {
            return false;
        }
        let question = self.given.question();
        let detail = self.details.entry(changes.clone()).or_default();
        if tenths && detail.tenths.is_none() {
            if self.runs[side].as_ref().is_none_or(|(of, _)| *of != changes) {
                let priced = cost_beside(&self.baseline, &question, &self.table.proposal(side));
                self.runs[side] = priced.ok().map(|(_, after)| (changes, after));
            }
            let after = self.runs[side].as_ref().map_or(&[][..], |(_, after)| after);
            detail.find_tenths(&question, &self.baseline.runs, after);
            return true;
        }
        clauses && detail.split_on(&self.baseline, &question, &self.table.proposal(side))
    }
}

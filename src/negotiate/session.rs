//! The bargaining table in use: its state, and what every state so far comes to.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::agreement::Agreement;
use crate::agreement::change::Change;
use crate::agreement::proposal::Proposal;
use crate::cost::{Annual, CoveredLog, merge_like_days};
use crate::deliveries::Tally;
use crate::diagnostics::{Message, Problem, Problems};
use crate::files::input::same;
use crate::negotiate::detail::Detail;
use crate::negotiate::reckoner::{Changes, Found, Given, Outcome, Piece, Reckoner, Task};
use crate::negotiate::state::{BargainingTable, Effect, Key, Mode};
use crate::negotiate::{movable, update};
use crate::report::{Catalogue, Language};
use crate::units::Date;
use crate::workforce::Workforce;

/// A table with all that its figures need, and what was computed already.
pub struct Session {
    pub(crate) reckoner: Arc<Reckoner>,
    /// The days at which a change may begin inside the log: on others, days that it would part are counted together.
    first_days: BTreeSet<Date>,
    /// The files that no proposal may take the place of.
    guarded: Vec<PathBuf>,
    /// What every state so far comes to.
    known: BTreeMap<Changes, Result<Outcome, Problems>>,
    details: BTreeMap<Changes, Detail>,
    /// The state of each proposal whose outcome was seen last.
    last_seen: [Changes; 2],
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
        let reckoner = Reckoner::new(Given { agreement, tally, workforce, annual })?;
        let Given { agreement, tally, workforce, .. } = &reckoner.given;
        let paid = movable::paid(agreement, tally, workforce);
        let terms = movable::terms(agreement, tally, workforce, &paid);
        let rates = if reckoner.baseline.known { paid } else { Vec::new() };
        let mut table = BargainingTable::new(terms, rates, language);
        for (side, (path, proposal)) in proposals.iter().enumerate().take(2) {
            table.lay(side, path, proposal);
        }
        let mut session = Self {
            reckoner: Arc::new(reckoner),
            first_days: changes.iter().filter_map(|change| change.from).collect(),
            guarded: Vec::new(),
            known: BTreeMap::new(),
            details: BTreeMap::new(),
            last_seen: <[Changes; 2]>::default(),
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

    /// Takes a key. What the table then comes to is computed by [`Self::settle`], or beside
    /// the keys by a [`Reckoning`](crate::negotiate::Reckoning): once for all keys that were pressed meanwhile.
    pub fn press(&mut self, key: Key) -> Effect {
        self.look();
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
        self.look();
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
        let proposal = proposal.naming(&self.reckoner.given.agreement)?;
        self.reckoner.given.agreement.with_changes(&proposal.changes)?;
        let span = self.reckoner.given.tally.span();
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

    /// What is seen of a proposal: what it comes to, or as long as that is not worked out, what it came to before.
    pub(crate) fn seen(&self, side: usize) -> Result<&Outcome, &Problems> {
        let known = self.known.get(&self.changes(side));
        known.unwrap_or_else(|| &self.known[&self.last_seen[side]]).as_ref()
    }

    /// Whether what a proposal comes to is still to be worked out.
    pub(crate) fn is_open(&self, side: usize) -> bool {
        !self.known.contains_key(&self.changes(side))
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
        while let Some(side) = (0..2).find(|side| self.is_open(*side)) {
            self.work(&self.task(Piece::Outcome, side));
        }
    }

    /// Works out a piece of something here and now.
    pub(crate) fn work(&mut self, task: &Task) {
        let found = self.reckoner.work(task);
        self.take(task, found);
    }

    pub(crate) fn task(&self, piece: Piece, side: usize) -> Task {
        Task { piece, side, changes: self.changes(side), proposal: self.table.proposal(side) }
    }

    /// Takes what was worked out; whether there is something new to be seen.
    pub(crate) fn take(&mut self, task: &Task, found: Found) -> bool {
        let (changes, side) = (task.changes.clone(), task.side);
        match found {
            Found::Outcome(outcome) => {
                self.known.insert(changes.clone(), *outcome);
                // Older than what the keys have moved meanwhile, but newer than what was seen before.
                self.last_seen[side] = changes;
            }
            Found::Tenths(tenths) => self.details.entry(changes).or_default().tenths = Some(tenths),
            Found::Clauses(clauses) => self.details.entry(changes).or_default().clauses = Some(clauses),
            Found::Some => return false,
        }
        true
    }

    /// Keeps in mind what is seen now, for as long as what comes next is worked out.
    fn look(&mut self) {
        for side in 0..2 {
            let changes = self.changes(side);
            if self.known.contains_key(&changes) {
                self.last_seen[side] = changes;
            }
        }
    }
}

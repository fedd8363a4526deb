//! One of the two proposals on the table: what has moved, in the order in which it acts, and how it came to that.

use std::sync::Arc;

use crate::agreement::Words;
use crate::agreement::change::Change;
use crate::agreement::proposal::Proposal;
use crate::negotiate::term::{MovableTerm, Move};

/// A term that has moved.
#[derive(Clone, Debug)]
pub(crate) struct Laid {
    /// Its index among the terms.
    pub(crate) term: usize,
    pub(crate) moved: Move,
    /// The move as a change, with its reason where a file gave one.
    pub(crate) change: Arc<Change>,
}

/// A proposal as it stands.
#[derive(Clone, Debug, Default)]
pub(crate) struct Draft {
    pub(crate) laid: Vec<Laid>,
    /// Why it is proposed, as it was typed last or read first.
    pub(crate) because: String,
    /// What the file that it was read from calls it.
    pub(crate) title: Option<Words>,
    /// The file that it was read from or saved in last.
    pub(crate) path: Option<String>,
}

impl Draft {
    pub(crate) fn moved(&self, term: usize) -> Move {
        self.laid.iter().find(|laid| laid.term == term).map_or(Move::Stay, |laid| laid.moved)
    }

    /// What tells one state from another.
    fn moves(&self) -> Vec<(usize, Move)> {
        self.laid.iter().map(|laid| (laid.term, laid.moved)).collect()
    }

    /// Moves a term. One that has moved already keeps its place; another one acts before those that stand below it, so that a
    /// proposal made here is in the order of the terms.
    fn put(&mut self, term: usize, of: &MovableTerm, moved: Move) {
        let place = self.laid.iter().position(|laid| laid.term == term);
        let reason = place.and_then(|place| self.laid[place].change.reason.clone());
        let Some(change) = of.change(moved) else {
            self.laid.retain(|laid| laid.term != term);
            return;
        };
        let change = if reason.is_some() { Arc::new(Change { reason, ..(*change).clone() }) } else { change };
        let laid = Laid { term, moved, change };
        if let Some(place) = place {
            self.laid[place] = laid;
        } else {
            let below = self.laid.iter().position(|other| other.term > term).unwrap_or(self.laid.len());
            self.laid.insert(below, laid);
        }
    }

    /// The changes in their order, each with whether it acts on what an earlier one has left, and why it is proposed.
    pub(crate) fn proposal(&self) -> Proposal {
        let because = (!self.because.is_empty()).then(|| {
            let text: Arc<str> = self.because.as_str().into();
            Words { en: Arc::clone(&text), zh: text }
        });
        let change = |(place, laid): (usize, &Laid)| {
            let on_top_of_earlier = self.laid[..place].iter().any(|earlier| earlier.change.touches(&laid.change));
            let reason = laid.change.reason.clone().or_else(|| because.clone());
            Arc::new(Change { reason, on_top_of_earlier, ..(*laid.change).clone() })
        };
        Proposal { title: self.title.clone(), changes: self.laid.iter().enumerate().map(change).collect() }
    }
}

/// A proposal with all that it was, and what of it is in a file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Side {
    draft: Draft,
    undo: Vec<Draft>,
    redo: Vec<Draft>,
    saved: Vec<(usize, Move)>,
}

impl Side {
    pub(crate) fn draft(&self) -> &Draft {
        &self.draft
    }

    /// Whether something has moved that is in no file.
    pub(crate) fn is_unsaved(&self) -> bool {
        !self.draft.laid.is_empty() && self.draft.moves() != self.saved
    }

    /// Puts another state in place of this one, which can be undone.
    fn replace(&mut self, draft: Draft) {
        if draft.moves() != self.draft.moves() {
            self.undo.push(std::mem::replace(&mut self.draft, draft));
            self.redo.clear();
        }
    }

    pub(crate) fn put(&mut self, term: usize, of: &MovableTerm, moved: Move) {
        let mut draft = self.draft.clone();
        draft.put(term, of, moved);
        self.replace(draft);
    }

    /// Puts every term back.
    pub(crate) fn reset(&mut self) {
        self.replace(Draft { laid: Vec::new(), ..self.draft.clone() });
    }

    pub(crate) fn undo(&mut self) {
        if let Some(earlier) = self.undo.pop() {
            self.redo.push(std::mem::replace(&mut self.draft, earlier));
        }
    }

    pub(crate) fn redo(&mut self) {
        if let Some(later) = self.redo.pop() {
            self.undo.push(std::mem::replace(&mut self.draft, later));
        }
    }

    /// Takes what a file has. What moved before can be brought back.
    pub(crate) fn read(&mut self, draft: Draft) {
        if self.draft.laid.is_empty() {
            self.draft = draft;
        } else {
            self.replace(draft);
        }
        self.saved = self.draft.moves();
    }

    /// Why it is proposed: words that were not there before stand with every change.
    pub(crate) fn explain(&mut self, because: &str) {
        if self.draft.because == because {
            return;
        }
        self.draft.because = because.to_string();
        for laid in self.draft.laid.iter_mut().filter(|laid| laid.change.reason.is_some()) {
            laid.change = Arc::new(Change { reason: None, ..(*laid.change).clone() });
        }
    }

    /// It is in that file now; in another one than before it bears another title.
    pub(crate) fn saved(&mut self, path: &str) {
        if self.draft.path.as_deref() != Some(path) {
            (self.draft.title, self.draft.path) = (None, Some(path.to_string()));
        }
        self.saved = self.draft.moves();
    }
}

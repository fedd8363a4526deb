//! The state of the table: what lies on it, how far each term has moved in either proposal, and what is being asked.

use std::sync::Arc;

use tui_input::{Input, InputRequest};

use crate::agreement::Words;
use crate::agreement::change::{Change, Field};
use crate::agreement::proposal::{Proposal, files};
use crate::agreement::scope::Where;
use crate::diagnostics::{Message, Problems};
use crate::negotiate::draft::{Draft, Laid, Side};
use crate::negotiate::proposal_file;
use crate::negotiate::term::{FigureRange, MovableTerm, Move, PaidRate, Scope};
use crate::report::Language;
use crate::units::Decimal;

/// What was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// To the term above.
    Up,
    /// To the term below.
    Down,
    /// Ten terms up.
    PageUp,
    /// Ten terms down.
    PageDown,
    /// To the first term, or to the beginning of what is typed.
    Home,
    /// To the last term, or to the end of what is typed.
    End,
    /// One step less, ten with shift; one character back in what is typed.
    Left {
        /// Whether shift was held.
        shift: bool,
    },
    /// One step more, ten with shift; one character on in what is typed.
    Right {
        /// Whether shift was held.
        shift: bool,
    },
    /// A letter, a digit or a sign.
    Char(char),
    /// Takes what was typed.
    Enter,
    /// Leaves a question.
    Escape,
    /// Takes back the character before the cursor.
    Backspace,
    /// Takes back the character at the cursor; the chosen term is put back.
    Delete,
    /// To the other proposal.
    Tab,
    /// Another key of those that change what is typed.
    Edit(InputRequest),
}

/// What the table asks of those around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Nothing.
    None,
    /// To write the proposal to a file, and to say with [`BargainingTable::saved`] how it went.
    Save {
        /// The file.
        path: String,
        /// What goes into it.
        text: String,
        /// Whether a file of that name may be replaced.
        replace: bool,
    },
    /// To read the proposal of that file.
    Open(String),
    /// To end.
    Quit,
}

/// What the table is being asked, or asks.
#[derive(Clone, Debug)]
pub enum Mode {
    /// Keys move terms.
    Terms,
    /// Something is being typed.
    Typing(Prompt),
    /// Whether the file of that name may be replaced.
    Replace(String),
    /// The keys are shown.
    Keys,
    /// What is wrong with a file that was to be read.
    Wrong(Problems),
    /// Whether unsaved work may be lost.
    Quit,
}

/// What is being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Prompt {
    /// A figure for the chosen term.
    Figure,
    /// A budget, in yuan a year.
    Budget,
    /// The name of a file to save in.
    Save,
    /// Why it is proposed, for the file of that name; it may stay empty.
    Because(String),
    /// The name of a file to read.
    Open,
}

/// The table.
#[derive(Clone, Debug)]
pub struct BargainingTable {
    terms: Vec<MovableTerm>,
    rates: Vec<PaidRate>,
    sides: [Side; 2],
    /// Which proposal the keys move: 0 or 1.
    pub side: usize,
    /// The index of the chosen term.
    pub chosen: usize,
    /// What may be spent in a year, in yuan.
    pub budget: Option<Decimal>,
    /// The language of the screen.
    pub language: Language,
    /// What is being asked.
    pub mode: Mode,
    /// What is typed, with its cursor.
    pub(crate) line: Input,
    /// What was last told, such as that a file is written.
    pub notice: Option<Message>,
}

impl BargainingTable {
    /// A table on which nothing has moved.
    #[must_use]
    pub fn new(terms: Vec<MovableTerm>, rates: Vec<PaidRate>, language: Language) -> Self {
        let (sides, line) = (<[Side; 2]>::default(), Input::default());
        Self { terms, rates, sides, side: 0, chosen: 0, budget: None, language, mode: Mode::Terms, line, notice: None }
    }

    /// The terms, in their order.
    #[must_use]
    pub fn terms(&self) -> &[MovableTerm] {
        &self.terms
    }

    /// How far a term has moved in a proposal.
    #[must_use]
    pub fn moved(&self, side: usize, term: usize) -> Move {
        self.sides[side].draft().moved(term)
    }

    /// What is typed, where something is.
    #[must_use]
    pub fn typed(&self) -> &str {
        self.line.value()
    }

    pub(crate) fn draft(&self, side: usize) -> &Draft {
        self.sides[side].draft()
    }

    /// The file that a proposal was read from or saved in last.
    #[must_use]
    pub fn path(&self, side: usize) -> Option<&str> {
        self.draft(side).path.as_deref()
    }

    /// Whether a proposal has moved since it was read or saved.
    #[must_use]
    pub fn is_unsaved(&self, side: usize) -> bool {
        self.sides[side].is_unsaved()
    }

    /// The figures in force of a term; `None` where they are not known.
    #[must_use]
    pub fn present(&self, index: usize) -> Option<FigureRange> {
        self.span(index, |paid| paid.rate, |present| present)
    }

    /// The figures of a term as a proposal has them, after all that has moved; `None` where they are not known.
    #[must_use]
    pub fn proposed(&self, side: usize, index: usize) -> Option<FigureRange> {
        let own = self.terms[index].change(Move::By(Decimal::ONE));
        let of_term = |change: &Change| {
            own.as_ref().is_some_and(|own| own.rule == change.rule && own.field == change.field) && is_for_all(change)
        };
        let figure = |present| self.changes(side).filter(|change| of_term(change)).fold(present, applied);
        self.span(index, |paid| self.rate(side, paid), figure)
    }

    fn span(
        &self,
        index: usize,
        rate: impl Fn(&PaidRate) -> Decimal,
        own: impl Fn(Decimal) -> Decimal,
    ) -> Option<FigureRange> {
        let term = &self.terms[index];
        if term.per_parcel {
            return FigureRange::of(self.rates.iter().filter(|paid| term.pays(paid)).map(rate));
        }
        FigureRange::of(term.present.map(own))
    }

    fn changes(&self, side: usize) -> impl Iterator<Item = &Arc<Change>> {
        self.draft(side).laid.iter().map(|laid| &laid.change)
    }

    /// A rate after every change that reaches it on all days. A lower end that rises lifts it first, as `pay` does.
    fn rate(&self, side: usize, paid: &PaidRate) -> Decimal {
        let of_rule =
            |field: Field| self.changes(side).filter(move |change| change.rule == paid.rule && change.field == field);
        let is_min = |term: &&MovableTerm| term.rule == paid.rule && &*term.field == "min";
        let min = self.terms.iter().find(is_min).and_then(|term| term.present);
        let lifted = min.map(|min| of_rule(Field::Min).filter(|change| is_for_all(change)).fold(min, applied));
        let rate = lifted.filter(|lifted| Some(*lifted) > min).map_or(paid.rate, |lifted| paid.rate.max(lifted));
        of_rule(Field::Figure).filter(|change| reaches(change, paid)).fold(rate, applied)
    }

    /// A proposal.
    #[must_use]
    pub fn proposal(&self, side: usize) -> Proposal {
        self.draft(side).proposal()
    }

    /// The proposal that the keys move, as a file of that name.
    #[must_use]
    pub(crate) fn file(&self, path: &str) -> String {
        let mut proposal = self.proposal(self.side);
        if self.path(self.side) != Some(path) {
            proposal.title = None;
        }
        proposal_file::text(&proposal, &proposal_file::title(&proposal, path))
    }

    /// Lays a proposal that was read in place of one on the table. Changes that no key could make become terms of their own.
    pub fn lay(&mut self, side: usize, path: &str, proposal: &Proposal) {
        let mut laid: Vec<Laid> = Vec::new();
        for change in &proposal.changes {
            let is_free = |term: &usize| laid.iter().all(|laid| laid.term != *term);
            let as_read = |term: &MovableTerm| term.as_read.as_ref().is_some_and(|read| is_same(read, change));
            let fits = |term: usize| {
                let of = &self.terms[term];
                if as_read(of) { Some(Move::AsRead) } else { of.move_of(change).filter(|_| of.as_read.is_none()) }
            };
            let found = (0..self.terms.len()).filter(is_free).find_map(|term| Some((term, fits(term)?)));
            let (term, moved) = found.unwrap_or_else(|| {
                self.terms.push(term_as_read(&self.terms, change));
                (self.terms.len() - 1, Move::AsRead)
            });
            laid.push(Laid { term, moved, change: Arc::clone(change) });
        }
        let reason = proposal.changes.iter().find_map(|change| change.reason.as_ref());
        let because = reason.map(|reason| if self.language == Language::En { &reason.en } else { &reason.zh });
        let because = because.map(ToString::to_string).unwrap_or_default();
        let is_one_file = files(path.as_ref()).len() == 1;
        let (title, path) = (proposal.title.clone(), is_one_file.then(|| path.to_string()));
        self.sides[side].read(Draft { laid, because, title: title.filter(|_| is_one_file), path });
    }

    /// Takes the answer to [`Effect::Save`]: the file is written (`Ok`), exists already (`Ok(false)`), or cannot be written.
    pub fn saved(&mut self, path: &str, written: Result<bool, Message>) {
        self.mode = Mode::Terms;
        match written {
            Ok(true) => {
                self.sides[self.side].saved(path);
                self.notice = Some(Message::new("negotiate-saved").with("file", path));
            }
            Ok(false) => self.mode = Mode::Replace(path.to_string()),
            Err(message) => self.notice = Some(message),
        }
    }

    pub(crate) fn put(&mut self, moved: Move) {
        if let Some(term) = self.terms.get(self.chosen) {
            self.sides[self.side].put(self.chosen, term, moved);
        }
    }

    /// Moves the chosen term by so many steps, unless a figure would no longer be above nothing. One that is taken as it was
    /// read comes in or goes out.
    pub(crate) fn step(&mut self, steps: i64) {
        let Some(term) = self.terms.get(self.chosen) else { return };
        if term.as_read.is_some() {
            return self.put(if steps > 0 { Move::AsRead } else { Move::Stay });
        }
        let amount = term.step * Decimal::from(steps);
        let lowest = self.proposed(self.side, self.chosen).map(|span| span.lowest + amount);
        if lowest.is_none_or(|lowest| lowest > Decimal::ZERO) {
            self.put(self.moved(self.side, self.chosen).further(amount));
        }
    }

    /// Sets the chosen term; a figure that is the one in force is no move.
    pub(crate) fn set(&mut self, figure: Decimal) {
        let alone = self.terms[self.chosen].scope == Scope::All;
        let same = self.present(self.chosen) == Some(FigureRange { lowest: figure, highest: figure });
        self.put(if same && alone { Move::Stay } else { Move::To(figure) });
    }

    pub(crate) fn side_mut(&mut self) -> &mut Side {
        &mut self.sides[self.side]
    }
}

fn applied(figure: Decimal, change: &Arc<Change>) -> Decimal {
    change.operation.apply(figure)
}

fn is_for_all(change: &Change) -> bool {
    change.scope == Where::default() && change.from.is_none()
}

/// Whether a change reaches a rate on every day and for every courier.
fn reaches(change: &Change, paid: &PaidRate) -> bool {
    let fits = |(key, names): (&Arc<str>, &Vec<Arc<str>>)| match &**key {
        "company" => names.contains(&paid.company),
        "area" => names.contains(&paid.area),
        _ => false,
    };
    change.from.is_none() && change.scope.months.is_empty() && change.scope.values.iter().all(fits)
}

/// Whether two changes do the same from the same day on.
fn is_same(one: &Change, other: &Change) -> bool {
    one.text == other.text && one.from == other.from
}

/// A term that is a change as it was read.
fn term_as_read(terms: &[MovableTerm], change: &Arc<Change>) -> MovableTerm {
    let of_rule = terms.iter().find(|term| term.rule == change.rule).map(|term| term.title.clone());
    MovableTerm {
        rule: Arc::clone(&change.rule),
        title: of_rule.unwrap_or_else(|| Words { en: Arc::clone(&change.rule), zh: Arc::clone(&change.rule) }),
        field: Arc::default(),
        scope: Scope::All,
        per_parcel: false,
        present: None,
        step: Decimal::ZERO,
        as_read: Some(Arc::clone(change)),
    }
}

//! A rule: one clause that can be computed. Its head (words, evidence, scope), its figures by date, and what it does.

use std::sync::Arc;

use crate::agreement::change::Change;
use crate::agreement::dated::Dated;
use crate::agreement::document::{Document, Source, Words};
use crate::agreement::figure::Figure;
use crate::agreement::kinds::Kind;
use crate::agreement::scope::Where;
use crate::diagnostics::Place;
use crate::units::Term;

/// One computable clause.
#[derive(Clone, Debug)]
pub struct Rule {
    /// The id by which `--rate`, `--rates` and `--change` name it, such as `delivery`.
    pub id: Arc<str>,
    /// The document that holds it.
    pub document: Arc<Document>,
    /// What people call it, such as "Piece rate".
    pub title: Words,
    /// The article, such as `劳动法 第44条第3项`.
    pub clause: Arc<str>,
    /// The words agreed.
    pub text: Arc<str>,
    /// Where the words were found.
    pub source: Source,
    /// Why it is assumed, where no source states it surely.
    pub assumed: Option<Words>,
    /// Whom and what it applies to.
    pub scope: Where,
    /// The days on which it is in force, inside the document's own term.
    pub term: Term,
    /// Its figures by date; none for a protection.
    pub figures: Dated<Figure>,
    /// What it does.
    pub kind: Kind,
    /// Where it stands in its file.
    pub place: Place,
    /// When it gives way to a better rule of the same id.
    pub superseded: Vec<Superseded>,
    /// The changes proposed, in their order, each with its index among all.
    pub changes: Vec<(usize, Arc<Change>)>,
}

/// The days on which a rule gives way to a better one of the same id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Superseded {
    /// The days.
    pub term: Term,
    /// The place, in the stack, of the rule that holds instead.
    pub by: usize,
}

//! What the screen calls terms, moves and figures.

use crate::diagnostics::Message;
use crate::negotiate::term::{FigureRange, MovableTerm, Scope};
use crate::report::{Catalogue, Language};
use crate::units::number::grouped;
use crate::units::{Decimal, money};

pub(crate) fn plain(words: &Catalogue, id: &'static str) -> String {
    words.say(&Message::new(id))
}

/// A proposal, by its number.
pub(crate) fn side(side: usize, words: &Catalogue) -> String {
    words.say(&Message::new("negotiate-side").with("side", (side + 1).to_string()))
}

/// What people call a term: its rule, and of its parts the part.
pub(crate) fn title(term: &MovableTerm, words: &Catalogue) -> String {
    let title = match words.language() {
        Language::En => &term.title.en,
        Language::Zh => &term.title.zh,
    };
    match part(term, words) {
        Some(part) => format!("{title} · {part}"),
        None => title.to_string(),
    }
}

/// What of its rule a term is; `None` for the rule's figure for all.
pub(crate) fn part(term: &MovableTerm, words: &Catalogue) -> Option<String> {
    if let Some(change) = &term.as_read {
        let from = change.from.map(|day| format!(" ≥ {day}")).unwrap_or_default();
        return Some(format!("{}{from}", change.text));
    }
    match (&term.scope, &*term.field) {
        (Scope::Company(name) | Scope::Area(name), _) => Some(name.to_string()),
        (Scope::CompanyArea(company, area), _) => Some(format!("{company} {area}")),
        (Scope::All, "min") => Some(plain(words, "negotiate-lowest")),
        (Scope::All, "max") => Some(plain(words, "negotiate-highest")),
        (Scope::All, "") => None,
        (Scope::All, entry) => Some(words.word(entry)),
    }
}

pub(crate) fn shown(span: Option<FigureRange>) -> String {
    let figure = |figure: Decimal| money::to_fen(figure.normalize()).to_string();
    match span {
        Some(span) if span.lowest == span.highest => figure(span.lowest),
        Some(span) => format!("{}-{}", figure(span.lowest), figure(span.highest)),
        None => "?".to_string(),
    }
}

pub(crate) fn signed(amount: Decimal) -> String {
    let plus = if amount > Decimal::ZERO { "+" } else { "" };
    format!("{plus}{}", grouped(&amount))
}

//! A TOML file as people write it: its values with their places, and what is wrong with it, all at once.

use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostics::message::Arg;
use crate::diagnostics::{Message, Place, Problem, Problems, Text, nearest};

/// A value with its place in the text.
pub(crate) type Node<'a> = Spanned<DeValue<'a>>;

/// The value of a key.
pub(crate) fn get<'t, 'a>(table: &'t DeTable<'a>, key: &str) -> Option<&'t Node<'a>> {
    table.get(key)
}

/// The table that a key holds.
pub(crate) fn table<'t, 'a>(table: &'t DeTable<'a>, key: &str) -> Option<&'t DeTable<'a>> {
    get(table, key)?.get_ref().as_table()
}

/// The place of a key itself.
pub(crate) fn key_span(table: &DeTable<'_>, key: &str) -> Option<Range<usize>> {
    table.get_key_value(key).map(|(key, _)| key.span())
}

/// A text.
pub(crate) fn text(node: &Node<'_>) -> Option<Arc<str>> {
    node.get_ref().as_str().map(Arc::from)
}

/// A whole number that is not negative.
pub(crate) fn whole(node: &Node<'_>) -> Option<u64> {
    let number = node.get_ref().as_integer().filter(|number| number.radix() == 10)?;
    number.as_str().parse().ok()
}

/// A single value, or those of a list.
pub(crate) fn many<'t, 'a>(node: &'t Node<'a>) -> impl Iterator<Item = &'t Node<'a>> {
    let list = node.get_ref().as_array();
    let single = if list.is_none() { Some(node) } else { None };
    list.into_iter().flat_map(|list| list.iter()).chain(single)
}

/// Reads a file as TOML, as far as it goes, and says where it is none.
pub(crate) fn parse(file: &Text) -> (Spanned<DeTable<'_>>, Problems) {
    let (root, broken) = DeTable::parse_recoverable(&file.text);
    let mut broken: Problems = broken.iter().map(|error| not_toml(file, error.message(), error.span())).collect();
    // What is wrong behind the first mistake of a line follows from it.
    broken.dedup_by_key(|problem| problem.place.as_ref().map(|place| place.line));
    (root, broken)
}

fn not_toml(file: &Text, reason: &str, span: Option<Range<usize>>) -> Problem {
    let message = match reason {
        "duplicate key" => Message::new("toml-key-twice"),
        _ if span.as_ref().is_some_and(|span| has_separators(line(&file.text, span.start))) => {
            Message::new("toml-number-separated").with("reason", reason)
        }
        _ => Message::new("toml-not-toml").with("reason", reason),
    };
    Problem::new(message).at(Place::in_text(&file.name, &file.text, span.unwrap_or(0..0)))
}

/// The line of a text in which a byte stands.
fn line(text: &str, at: usize) -> &str {
    let at = at.min(text.len());
    let begin = text[..at].rfind('\n').map_or(0, |end| end + 1);
    text[begin..].lines().next().unwrap_or_default()
}

/// Whether a value of a line is a number with separators of thousands: `amount = 3,500`.
fn has_separators(line: &str) -> bool {
    line.split('=').skip(1).any(|value| {
        let (thousands, rest) = value.trim_start().split_once(',').unwrap_or_default();
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        digits(thousands) && thousands.len() <= 3 && rest.get(..3).is_some_and(digits)
    })
}

/// What does not follow from a line that is no TOML at all: on such a line only that is said.
pub(crate) fn without_echoes(broken: Problems, found: Problems) -> Problems {
    let line = |problem: &Problem| problem.place.as_ref().map(|place| place.line);
    let lines: Vec<_> = broken.iter().map(line).collect();
    let mut all = broken;
    all.extend(found.into_iter().filter(|problem| !lines.contains(&line(problem))));
    all.sort_by_key(|problem| problem.place.as_ref().map(|place| (place.line, place.column)));
    all
}

/// Words as they are listed in a message.
pub(crate) fn quoted<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

/// Gathers what is wrong with a file, each mistake at its place.
pub(crate) struct Critic<'a> {
    /// The file.
    pub(crate) file: &'a Text,
    /// What was found so far.
    pub(crate) problems: Problems,
}

/// How much of a value is quoted in a message, in characters.
const QUOTED: usize = 40;

impl<'a> Critic<'a> {
    /// Of a file of which nothing is known yet.
    pub(crate) const fn new(file: &'a Text) -> Self {
        Self { file, problems: Vec::new() }
    }

    /// Where a stretch of the text stands.
    pub(crate) fn place(&self, span: Range<usize>) -> Place {
        Place::in_text(&self.file.name, &self.file.text, span)
    }

    /// Notes a mistake at a place.
    pub(crate) fn wrong(&mut self, span: Range<usize>, message: Message) {
        let place = self.place(span);
        self.problems.push(Problem::new(message).at(place));
    }

    /// A key that the format does not have here.
    pub(crate) fn unknown_key<'k>(
        &mut self,
        key: &str,
        span: Range<usize>,
        known: impl Iterator<Item = &'k str> + Clone,
    ) {
        let message = match nearest(key, known.clone()) {
            Some(near) => Message::new("toml-key-misspelt").with("near", near),
            None => Message::new("toml-key-unknown"),
        };
        self.wrong(span, message.with("key", key).with("allowed", quoted(known)));
    }

    /// A word that is none of those that a key may have.
    pub(crate) fn unknown_word(&mut self, key: &str, words: &[&str], node: &Node<'_>) {
        let found = node.get_ref().as_str().unwrap_or_default();
        let message = match nearest(found, words.iter().copied()) {
            Some(near) => Message::new("toml-word-misspelt").with("near", near),
            None => Message::new("toml-word-unknown"),
        };
        let message = message.with("key", key).with("found", found);
        self.wrong(node.span(), message.with("allowed", quoted(words.iter().copied())));
    }

    /// A value of another kind than the one expected, which is named by its word of the catalogue.
    pub(crate) fn wrong_type(&mut self, key: &str, expected: &'static str, node: &Node<'_>) {
        let kind = match node.get_ref() {
            DeValue::String(_) => "shape-text",
            DeValue::Integer(_) | DeValue::Float(_) => "shape-number",
            DeValue::Boolean(_) => "shape-flag",
            DeValue::Datetime(_) => "shape-day",
            DeValue::Array(_) => "shape-list",
            DeValue::Table(_) => "shape-table",
        };
        let message = Message::new("toml-type-wrong").with("key", key).with("found", self.found(node));
        self.wrong(node.span(), message.arg("kind", Arg::Word(kind)).arg("expected", Arg::Word(expected)));
    }

    /// A list with nothing in it.
    pub(crate) fn not_empty(&mut self, key: &str, node: &Node<'_>) {
        if node.get_ref().as_array().is_some_and(|list| list.is_empty()) {
            self.wrong(node.span(), Message::new("toml-list-empty").with("key", key));
        }
    }

    /// A whole number outside its bounds.
    pub(crate) fn outside(&mut self, key: &str, least: u64, most: u64, node: &Node<'_>) {
        let message = Message::new("toml-whole-outside").with("key", key).with("found", self.found(node));
        self.wrong(node.span(), message.with("least", least.to_string()).with("most", most.to_string()));
    }

    /// The value as it is written, cut where it is long.
    pub(crate) fn found(&self, node: &Node<'_>) -> String {
        let written = self.file.text.get(node.span()).unwrap_or_default().lines().next().unwrap_or_default();
        let cut: String = written.chars().take(QUOTED).collect();
        if cut.len() < written.len() { cut + "…" } else { cut }
    }
}

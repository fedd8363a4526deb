//! Dated values: one after the other, without a day that has none or two.

use toml::de::DeTable;

use crate::agreement::dated::{Dated, DatedValue};
use crate::agreement::read::Reader;
use crate::agreement::value::{self, Node};
use crate::diagnostics::Message;
use crate::units::{Date, Term};

/// An entry of the list, with its days as they are written.
struct Entry<'t, 'a> {
    node: &'t Node<'a>,
    table: &'t DeTable<'a>,
    term: Term,
}

impl Reader<'_> {
    /// The values of a key: the plain one, which always holds, or those of a list, which have to cover the days of `within`.
    pub(super) fn dated<T>(
        &mut self,
        key: &str,
        node: &Node<'_>,
        within: Term,
        mut read: impl FnMut(&mut Self, &Node<'_>) -> Option<T>,
    ) -> Option<Dated<T>> {
        if !value::is_dated(node, key) {
            return read(self, node).map(Dated::always);
        }
        let tables = value::many(node).filter_map(|node| Some((node, node.get_ref().as_table()?)));
        let terms: Vec<_> = tables.map(|(node, table)| (node, table, self.term(table))).collect();
        let complete = terms.iter().all(|(_, _, term)| term.is_some());
        let mut entries: Vec<_> = terms
            .into_iter()
            .map(|(node, table, term)| Entry { node, table, term: term.unwrap_or_default() })
            .collect();
        let covered = complete && self.in_order(&entries) && self.joined(&mut entries, within);
        let values: Vec<Option<_>> = entries
            .iter()
            .map(|entry| {
                let text = |key: &str| value::get(entry.table, key).and_then(value::text);
                Some(DatedValue {
                    term: entry.term,
                    value: read(self, value::get(entry.table, key)?)?,
                    clause: text("clause"),
                    text: text("text"),
                    source: value::get(entry.table, "source").and_then(|node| self.source(node)),
                    assumed: value::get(entry.table, "assumed").and_then(value::words),
                })
            })
            .collect();
        let values = values.into_iter().collect::<Option<Vec<_>>>().filter(|values| covered && !values.is_empty())?;
        Some(Dated { values })
    }

    /// Whether every entry but the first says its first day, each later than the one before.
    fn in_order(&mut self, entries: &[Entry<'_, '_>]) -> bool {
        let mut before: Option<Date> = None;
        let mut ordered = true;
        for (index, entry) in entries.iter().enumerate() {
            let from = entry.term.from;
            let span = value::get(entry.table, "from").map_or(entry.node.span(), Node::span);
            match (from, before) {
                (None, _) if index > 0 => {
                    self.wrong(span, Message::new("agreement-dated-from-missing"));
                    ordered = false;
                }
                (Some(from), Some(earlier)) if from <= earlier => {
                    let message = Message::new("agreement-dated-order").with("from", from.to_string());
                    self.wrong(span, message.with("earlier", earlier.to_string()));
                    ordered = false;
                }
                _ => {}
            }
            before = from.or(before);
        }
        ordered
    }

    /// Gives each entry its last day, and finds the days inside `within` that have two values or none.
    fn joined(&mut self, entries: &mut [Entry<'_, '_>], within: Term) -> bool {
        let known = self.problems.len();
        for index in 1..entries.len() {
            let Some(next) = entries[index].term.from else { continue };
            let Some(day_before) = next.yesterday().ok() else { continue };
            let span = value::get(entries[index].table, "from").map_or(entries[index].node.span(), Node::span);
            let until = *entries[index - 1].term.until.get_or_insert(day_before);
            if until > day_before {
                let last = entries[index].term.until.map_or(until, |last| last.min(until));
                self.days_in_question(Message::new("agreement-dated-overlap"), next, last, within, span);
            } else if until < day_before
                && let Ok(first) = until.tomorrow()
            {
                self.days_in_question(Message::new("agreement-dated-gap"), first, day_before, within, span);
            }
        }
        self.ends_covered(entries, within);
        self.problems.len() == known
    }

    fn days_in_question(
        &mut self,
        message: Message,
        from: Date,
        until: Date,
        within: Term,
        span: std::ops::Range<usize>,
    ) {
        let days = Term { from: Some(from), until: Some(until) };
        if let Some(Term { from: Some(from), until: Some(until) }) = days.overlap(within) {
            self.wrong(span, message.with("from", from.to_string()).with("until", until.to_string()));
        }
    }

    /// The values have to begin and end no later and no earlier than what they belong to; where no beginning is stated, theirs is it.
    fn ends_covered(&mut self, entries: &[Entry<'_, '_>], within: Term) {
        let (Some(first), Some(last)) = (entries.first(), entries.last()) else { return };
        if let Some(from) = first.term.from.filter(|from| within.from.is_some_and(|begins| begins < *from)) {
            let span = value::get(first.table, "from").map_or(first.node.span(), Node::span);
            self.wrong(span, Message::new("agreement-dated-begins-late").with("from", from.to_string()));
        }
        if let Some(until) = last.term.until.filter(|until| within.until.is_none_or(|ends| *until < ends)) {
            let span = value::get(last.table, "until").map_or(last.node.span(), Node::span);
            self.wrong(span, Message::new("agreement-dated-ends-early").with("until", until.to_string()));
        }
    }
}

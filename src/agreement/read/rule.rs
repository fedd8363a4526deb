//! A rule: its words and evidence, whom it applies to, its days.

use std::ops::Range;
use std::sync::Arc;

use toml::de::DeTable;

use crate::agreement::dated::Dated;
use crate::agreement::document::Document;
use crate::agreement::figure::Figure;
use crate::agreement::interval::Interval;
use crate::agreement::kinds::Kind;
use crate::agreement::read::Reader;
use crate::agreement::rule::Rule;
use crate::agreement::scope::{CalendarDay, Where};
use crate::agreement::{format, scope, value};
use crate::diagnostics::Message;
use crate::diagnostics::toml_file::quoted;
use crate::units::Term;

impl Reader<'_> {
    /// Reads one `[[rule]]`. Everything is looked at before anything that is missing ends it.
    pub(super) fn rule(
        &mut self,
        document: Option<&Arc<Document>>,
        document_term: Option<Term>,
        span: Range<usize>,
        table: &DeTable<'_>,
    ) -> Option<Rule> {
        let own_term = self.term(table);
        let term = match (document_term, own_term) {
            (Some(document), Some(own)) => self.inside(document, own, &span, table),
            _ => None,
        };
        let kind = self.kind(term.or(own_term).unwrap_or_default(), span, table);
        let (kind, figures) = kind.unzip();
        let text = |key: &str| value::get(table, key).and_then(value::text);
        let id = value::get(table, "id")?;
        Some(Rule {
            id: value::text(id)?,
            document: Arc::clone(document?),
            title: value::words(value::get(table, "title")?)?,
            clause: text("clause")?,
            text: text("text")?,
            source: self.source(value::get(table, "source")?)?,
            assumed: value::get(table, "assumed").and_then(value::words),
            scope: value::table(table, "where").map(scope).unwrap_or_default(),
            term: term?,
            figures: figures?,
            kind: kind?,
            place: self.place(id.span()),
            superseded: Vec::new(),
            changes: Vec::new(),
        })
    }

    fn inside(&mut self, document: Term, own: Term, span: &Range<usize>, table: &DeTable<'_>) -> Option<Term> {
        let both = document.overlap(own);
        if both.is_none() {
            let node = value::get(table, "from").or_else(|| value::get(table, "until"));
            self.wrong(node.map_or(span.clone(), value::Node::span), Message::new("agreement-rule-outside-document"));
        }
        both
    }

    /// The one kind of a rule, with its figures. Of several, each is looked at, and none is taken.
    fn kind(&mut self, within: Term, span: Range<usize>, table: &DeTable<'_>) -> Option<(Kind, Dated<Figure>)> {
        let (missing, second) = (Message::new("agreement-kind-none"), Message::new("agreement-kind-two"));
        let names = self.one_of(table, format::RULE.one_of, span, missing, &second);
        let mut kinds: Vec<_> = names.iter().map(|name| self.of_kind(name, within, table)).collect();
        if kinds.len() == 1 { kinds.remove(0) } else { None }
    }

    /// Of several keys that exclude each other, those that are there; that there is none or a second one is a mistake.
    pub(super) fn one_of<'k>(
        &mut self,
        table: &DeTable<'_>,
        keys: &[&'k str],
        span: Range<usize>,
        none: Message,
        two: &Message,
    ) -> Vec<&'k str> {
        let mut there: Vec<_> = keys.iter().filter_map(|key| Some((value::key_span(table, key)?, *key))).collect();
        there.sort_by_key(|(span, _)| span.start);
        let names = quoted(keys.iter().copied());
        if there.is_empty() {
            self.wrong(span, none.with("allowed", names.as_str()));
        }
        for (span, second) in there.iter().skip(1) {
            let message = two.clone().with("first", there[0].1).with("second", *second);
            self.wrong(span.clone(), message.with("allowed", names.as_str()));
        }
        there.into_iter().map(|(_, key)| key).collect()
    }
}

/// What a `where` asks for.
pub(super) fn scope(table: &DeTable<'_>) -> Where {
    let mut scope = Where::default();
    for (key, node) in table {
        let texts = || value::many(node).filter_map(value::text);
        match key.get_ref().as_ref() {
            "month" => {
                scope.months = value::many(node).filter_map(|node| i8::try_from(value::whole(node)?).ok()).collect();
            }
            "weekday" => scope.weekdays = texts().filter_map(|name| scope::weekday(&name)).collect(),
            "date" => scope.dates = texts().filter_map(|text| value::day_of_year(&text)).collect(),
            "day" => scope.days = texts().filter_map(|name| CalendarDay::named(&name)).collect(),
            "time" => scope.time = texts().find_map(|text| value::times(&text)),
            key => {
                if let Some(range) = texts().find_map(|text| Interval::parse(&text)) {
                    scope.ranges.insert(key.into(), range);
                } else {
                    scope.values.insert(key.into(), texts().collect());
                }
            }
        }
    }
    scope
}

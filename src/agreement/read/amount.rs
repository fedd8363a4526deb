//! How much: one amount, a band, amounts by a roster column, or steps.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use toml::de::DeTable;

use crate::agreement::dated::Dated;
use crate::agreement::figure::{AmountsBy, Band, Figure, Step};
use crate::agreement::read::Reader;
use crate::agreement::value::{self, Node};
use crate::diagnostics::Message;
use crate::diagnostics::toml_file::quoted;
use crate::units::{Decimal, Term};

impl Reader<'_> {
    /// The figures of a rate, a base or a floor, out of the ways in which it may be said.
    pub(super) fn figures(
        &mut self,
        ways: &[&str],
        within: Term,
        span: Range<usize>,
        table: &DeTable<'_>,
    ) -> Option<Dated<Figure>> {
        let (missing, second) = (Message::new("agreement-value-none"), Message::new("agreement-value-two"));
        let there = self.one_of(table, ways, span, missing, &second);
        if !table.contains_key("by") {
            for key in ["amounts", "otherwise"] {
                if let Some(span) = value::key_span(table, key) {
                    self.wrong(span, Message::new("agreement-key-needs-by").with("key", key));
                }
            }
        }
        let mut values: Vec<_> = there.iter().map(|way| self.one_way(way, within, table)).collect();
        if values.len() == 1 { values.remove(0) } else { None }
    }

    fn one_way(&mut self, way: &str, within: Term, table: &DeTable<'_>) -> Option<Dated<Figure>> {
        let node = value::get(table, way)?;
        match way {
            "amount" => self.dated(way, node, within, |_, node| value::number(node).map(Figure::Amount)),
            "band" => self.dated(way, node, within, |reader, node| reader.band(node).map(Figure::Band)),
            "formula" => self.dated(way, node, within, |reader, node| reader.formula(node).map(Figure::Formula)),
            "tiers" => self.dated(way, node, within, |reader, node| reader.steps(node).map(Figure::Ladder)),
            _ => self.by(node, "amounts", within, table),
        }
    }

    fn band(&mut self, node: &Node<'_>) -> Option<Band> {
        let table = node.get_ref().as_table()?;
        let (least, most) = (value::get(table, "min")?, value::get(table, "max")?);
        let band = Band { min: value::number(least)?, max: value::number(most)? };
        if band.min > band.max {
            let message = Message::new("agreement-band-reversed").with("min", band.min.to_string());
            self.wrong(least.span(), message.with("max", band.max.to_string()));
            return None;
        }
        Some(band)
    }

    fn steps(&mut self, node: &Node<'_>) -> Option<Vec<Step>> {
        let mut steps: Vec<Step> = Vec::new();
        for (_, table) in value::tables(node) {
            let over = value::get(table, "over")?;
            let step = Step { over: value::whole(over)?, amount: value::number(value::get(table, "amount")?)? };
            let message = match steps.last() {
                None if step.over != 0 => Some(Message::new("agreement-tiers-begin-late")),
                Some(before) if before.over >= step.over => {
                    Some(Message::new("agreement-tiers-not-rising").count("before", before.over))
                }
                _ => None,
            };
            if let Some(message) = message {
                self.wrong(over.span(), message.count("over", step.over));
                return None;
            }
            steps.push(step);
        }
        Some(steps)
    }

    /// The figures that a key has by a column.
    pub(super) fn by(
        &mut self,
        column: &Node<'_>,
        key: &str,
        within: Term,
        table: &DeTable<'_>,
    ) -> Option<Dated<Figure>> {
        let Some(node) = value::get(table, key) else {
            self.wrong(column.span(), Message::new("agreement-by-without-amounts"));
            return None;
        };
        let otherwise = value::get(table, "otherwise");
        let word = otherwise.and_then(value::text);
        let amounts = self.dated(key, node, within, |reader, node| {
            let amounts = amounts(node)?;
            if amounts.is_empty() {
                reader.wrong(node.span(), Message::new("toml-list-empty").with("key", key));
            } else if let (Some(word), Some(otherwise)) = (&word, otherwise)
                && !amounts.contains_key(word)
            {
                let known = quoted(amounts.keys().map(|key| &**key));
                let message = Message::new("agreement-otherwise-unknown").with("found", &**word);
                reader.wrong(otherwise.span(), message.with("known", known));
            }
            Some(amounts)
        })?;
        let column = value::text(column)?;
        Some(
            amounts
                .map(|amounts| Figure::By(AmountsBy { column: Arc::clone(&column), otherwise: word.clone(), amounts })),
        )
    }
}

/// Numbers by their keys.
pub(super) fn amounts(node: &Node<'_>) -> Option<BTreeMap<Arc<str>, Decimal>> {
    let table = node.get_ref().as_table()?;
    table.iter().map(|(key, node)| Some((key.get_ref().as_ref().into(), value::number(node)?))).collect()
}

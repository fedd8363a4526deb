//! The formula of a guarantee, and what it is tested over.

use std::ops::Range;
use std::sync::Arc;

use toml::de::DeTable;

use crate::agreement::formula::{AT_LEAST, Counted, Each, Formula, FormulaTerm, Over, Window};
use crate::agreement::kinds::{Floor, Per};
use crate::agreement::read::Reader;
use crate::agreement::read::kind::{flag, word};
use crate::agreement::value::{self, Node};
use crate::diagnostics::Message;
use crate::diagnostics::toml_file::quoted;

/// The keys of a floor that belong to a formula.
const OF_FORMULA: [&str; 3] = ["over", "together", "against"];

impl Reader<'_> {
    /// A formula: the amounts by what is counted, and the least amount.
    pub(super) fn formula(&mut self, node: &Node<'_>) -> Option<Formula> {
        let mut formula = Formula::default();
        for (key, node) in node.get_ref().as_table()? {
            let name = key.get_ref().as_ref();
            if name == AT_LEAST {
                formula.at_least = Some(value::number(node)?);
                continue;
            }
            let Some(counted) = self.counted(name) else {
                let known = ["hour", "parcel", AT_LEAST].into_iter();
                let known = quoted(known.chain(self.measures.iter().map(|measure| &*measure.name)));
                let message = Message::new("agreement-formula-term").with("found", name);
                self.wrong(key.span(), message.with("known", known));
                continue;
            };
            let each = match node.get_ref().as_table() {
                Some(share) => Each::Percent {
                    percent: value::number(value::get(share, "percent")?)?,
                    of: value::text(value::get(share, "of")?)?,
                },
                None => Each::Amount(value::number(node)?),
            };
            formula.terms.push(FormulaTerm { name: name.into(), counted, each });
        }
        if formula.terms.is_empty() && formula.at_least.is_none() {
            self.wrong(node.span(), Message::new("agreement-formula-empty"));
            return None;
        }
        Some(formula)
    }

    fn counted(&self, name: &str) -> Option<Counted> {
        let measure = self.measure_named(name).map(Counted::Measure);
        measure.or(match name {
            "hour" => Some(Counted::Hours),
            "parcel" => Some(Counted::Parcels),
            _ => None,
        })
    }

    /// A guarantee: by the month or hour, or by a formula over a window.
    pub(super) fn floor(&mut self, span: Range<usize>, table: &DeTable<'_>) -> Option<Floor> {
        let statutory = flag(table, "statutory", false)?;
        let is_formula = table.contains_key("formula");
        let (needed, senseless) = if is_formula { ("over", &["per"][..]) } else { ("per", &OF_FORMULA[..]) };
        for key in senseless {
            if let Some(span) = value::key_span(table, key) {
                let id = if is_formula { "agreement-floor-key-of-amount" } else { "agreement-floor-key-of-formula" };
                self.wrong(span, Message::new(id).with("key", *key));
            }
        }
        if !table.contains_key(needed) {
            self.wrong(span, Message::new("agreement-floor-needs").with("key", needed));
            return None;
        }
        if !is_formula {
            let per = word(table, "per").and_then(|name| Per::named(&name))?;
            return Some(Floor { per, statutory, window: None });
        }
        let over = Over::named(&word(table, "over")?)?;
        let together = flag(table, "together", false)?;
        let against = value::get(table, "against").into_iter().flat_map(value::many).filter_map(value::text);
        let against: Vec<Arc<str>> = against.collect();
        if let (true, Over::Order | Over::Day | Over::Month | Over::Year, Some(span)) =
            (together, over, value::key_span(table, "together"))
        {
            self.wrong(span, Message::new("agreement-floor-together").with("over", over.name()));
        }
        Some(Floor { per: Per::Month, statutory, window: Some(Window { over, together, against }) })
    }
}

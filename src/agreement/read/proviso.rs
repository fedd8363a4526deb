//! The provisos of a rate.

use crate::agreement::interval::Interval;
use crate::agreement::kinds::AbsenceKind;
use crate::agreement::proviso::{Asks, PeriodSum, Proviso};
use crate::agreement::read::Reader;
use crate::agreement::value::{self, Node};
use crate::diagnostics::Message;
use crate::diagnostics::toml_file::quoted;
use toml::de::DeTable;

impl Reader<'_> {
    /// What the sums of the pay period have to be, key by key.
    pub(super) fn provisos(&mut self, table: &DeTable<'_>) -> Vec<Proviso> {
        let Some(provided) = value::table(table, "provided") else { return Vec::new() };
        provided
            .iter()
            .filter_map(|(key, node)| {
                let name = key.get_ref().as_ref();
                let sum = self.period_sum(name, key.span())?;
                Some(Proviso { name: name.into(), sum, asks: self.asks(node)? })
            })
            .collect()
    }

    fn asks(&mut self, node: &Node<'_>) -> Option<Asks> {
        let Some(share) = node.get_ref().as_table() else {
            return Interval::parse_or_number(&value::text(node)?).map(Asks::Within);
        };
        let of = value::get(share, "of")?;
        let name = value::text(of)?;
        let percent = value::number(value::get(share, "percent")?)?;
        Some(Asks::Share { percent, of: self.period_sum(&name, of.span())?, name })
    }

    fn period_sum(&mut self, name: &str, span: std::ops::Range<usize>) -> Option<PeriodSum> {
        let sum = self.measure_named(name).map(PeriodSum::Measure).or_else(|| PeriodSum::named(name));
        if sum.is_none() {
            let known = PeriodSum::NAMES.iter().chain(AbsenceKind::NAMES).copied();
            let known = quoted(known.chain(self.measures.iter().map(|measure| &*measure.name)));
            self.wrong(span, Message::new("agreement-provided-what").with("found", name).with("known", known));
        }
        sum
    }
}

//! The measures that a file declares, and its pay period.

use std::sync::Arc;

use toml::de::DeTable;

use crate::agreement::measure::{Carrier, Measure, MeasureUnit};
use crate::agreement::read::Reader;
use crate::agreement::value;
use crate::diagnostics::{Message, Place};
use crate::units::{Decimal, PayCalendar};

impl Reader<'_> {
    /// The measures of `[measures]`, by their names.
    pub(super) fn declared(&self, root: &DeTable<'_>) -> Vec<Arc<Measure>> {
        let tables = value::table(root, "measures").into_iter().flatten();
        tables.filter_map(|(key, node)| self.measure(key.get_ref(), key.span(), node.get_ref().as_table()?)).collect()
    }

    fn measure(&self, name: &str, span: std::ops::Range<usize>, table: &DeTable<'_>) -> Option<Arc<Measure>> {
        let word = |key: &str| value::get(table, key).and_then(value::text);
        Some(Arc::new(Measure {
            name: name.into(),
            unit: MeasureUnit::named(&word("unit")?)?,
            column: word("column").unwrap_or_else(|| name.into()),
            each: value::get(table, "each").map_or(Some(Decimal::ONE), value::number)?,
            carrier: word("in").and_then(|name| Carrier::named(&name)),
            place: self.place(span),
        }))
    }

    /// The measure of that name.
    pub(super) fn measure_named(&self, name: &str) -> Option<Arc<Measure>> {
        self.measures.iter().find(|measure| *measure.name == *name).map(Arc::clone)
    }

    /// The pay period of `[pay-period]`, and where it stands.
    pub(super) fn pay_calendar(&mut self, root: &DeTable<'_>) -> Option<(PayCalendar, Place)> {
        let node = value::get(root, "pay-period")?;
        let table = node.get_ref().as_table()?;
        let every = value::text(value::get(table, "every")?)?;
        let belongs: &[&str] = match &*every {
            "month" => &["day"],
            "week" | "fortnight" => &["from"],
            _ => &[],
        };
        for key in ["day", "from"].into_iter().filter(|key| !belongs.contains(key)) {
            if let Some(span) = value::key_span(table, key) {
                self.wrong(span, Message::new("agreement-pay-period-key").with("key", key).with("every", &*every));
            }
        }
        let from = value::get(table, "from").and_then(value::day);
        if belongs == ["from"] && !table.contains_key("from") {
            self.wrong(node.span(), Message::new("agreement-pay-period-from").with("every", &*every));
        }
        let day = value::get(table, "day").and_then(value::whole).and_then(|day| i8::try_from(day).ok());
        let calendar = match &*every {
            "month" => day.filter(|day| *day > 1).map_or(PayCalendar::Months, PayCalendar::MonthsFrom),
            "half-month" => PayCalendar::HalfMonths,
            "week" => PayCalendar::Weeks(from?),
            _ => PayCalendar::Fortnights(from?),
        };
        Some((calendar, self.place(node.span())))
    }
}

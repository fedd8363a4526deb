//! Premiums: when they are earned, what they give, and of which pay.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use toml::de::DeTable;

use crate::agreement::dated::Dated;
use crate::agreement::figure::{AmountsBy, Figure};
use crate::agreement::kinds::{Gives, Occasion, PaidBy, Premium};
use crate::agreement::measure::Measure;
use crate::agreement::read::Reader;
use crate::agreement::read::amount::amounts;
use crate::agreement::read::kind::{flag, word};
use crate::agreement::read::rule::scope;
use crate::agreement::{format, value};
use crate::diagnostics::Message;
use crate::diagnostics::toml_file::quoted;
use crate::units::{Date, Decimal, Term};

/// By what a figure goes that goes by how many conditions hold.
const CONDITIONS: &str = "conditions";

/// The normal hours of a day, 国务院关于职工工作时间的规定 art. 3.
const NORMAL_HOURS: u64 = 8;

/// The keys of a premium that belong to one occasion.
const KEYS_OF_OCCASIONS: [(&str, &str); 5] = [
    ("after_hours", "overtime"),
    ("after_week_hours", "overtime"),
    ("dates", "holiday"),
    ("start", "night"),
    ("end", "night"),
];

impl Reader<'_> {
    pub(super) fn premium(&mut self, gives: Gives, span: Range<usize>, table: &DeTable<'_>) -> Option<Premium> {
        let on = word(table, "on")?;
        for (key, belongs) in KEYS_OF_OCCASIONS {
            if let Some(span) = value::key_span(table, key).filter(|_| belongs != &*on) {
                let message = Message::new("agreement-key-of-another-occasion").with("key", key).with("on", &*on);
                self.wrong(span, message.with("belongs", belongs));
            }
        }
        let has_no_times = || !(table.contains_key("start") || table.contains_key("end"));
        let needed: &[&'static str] = match &*on {
            "holiday" => &["dates"],
            "night" if table.contains_key("hours") && has_no_times() => &[],
            "night" => &["start", "end"],
            _ => &[],
        };
        for key in needed.iter().filter(|key| !table.contains_key(**key)) {
            let message = Message::new("agreement-key-missing-on").with("key", *key).with("on", &*on);
            self.wrong(span.clone(), message);
        }
        let clock = |key: &str| value::get(table, key).and_then(value::clock);
        let occasion = match &*on {
            "overtime" => {
                let hours = |key: &str| value::get(table, key).map(value::number);
                Occasion::Overtime {
                    after_hours: hours("after_hours").unwrap_or(Some(Decimal::from(NORMAL_HOURS)))?,
                    after_week_hours: hours("after_week_hours").map_or(Some(None), |hours| hours.map(Some))?,
                }
            }
            "rest-day" => Occasion::RestDay,
            "holiday" => Occasion::Holiday {
                dates: holidays(value::table(table, "dates")?),
                working: value::table(table, "working").map(holidays).unwrap_or_default(),
                moved: value::table(table, "moved").map(holidays).unwrap_or_default(),
            },
            // Hours that a column says are those of the night, whenever it begins.
            "night" if table.contains_key("hours") && !table.contains_key("start") => Occasion::Any,
            "night" => {
                let (from, until) = (clock("start")?, clock("end")?);
                if from == until {
                    self.wrong(value::key_span(table, "end")?, Message::new("agreement-night-empty"));
                }
                Occasion::Night { from, until }
            }
            "any" => Occasion::Any,
            _ => return None,
        };
        let said: Vec<Arc<str>> =
            value::get(table, "of").into_iter().flat_map(value::many).filter_map(value::text).collect();
        let ways: Vec<PaidBy> = said.iter().filter_map(|name| PaidBy::named(name)).collect();
        let of_rules: Vec<Arc<str>> = said.iter().filter(|name| PaidBy::named(name).is_none()).cloned().collect();
        let every = [PaidBy::Piece, PaidBy::Hour, PaidBy::Day, PaidBy::Measure];
        let says_of = !said.is_empty();
        let of = if says_of {
            every.into_iter().filter(|paid| ways.contains(paid)).collect()
        } else {
            Premium::UNSAID.to_vec()
        };
        let hours = self.hours_of(table);
        let (statutory, adds) = (flag(table, "statutory", false)?, flag(table, "adds", false)?);
        let conditions = value::get(table, "conditions").into_iter().flat_map(value::many);
        let conditions = conditions.filter_map(|node| node.get_ref().as_table()).map(scope).collect();
        Some(Premium { occasion, statutory, of, says_of, of_rules, gives, adds, conditions, hours })
    }

    /// What the figure of a premium means, and the figure.
    pub(super) fn gives(
        &mut self,
        within: Term,
        span: Range<usize>,
        table: &DeTable<'_>,
    ) -> Option<(Gives, Dated<Figure>)> {
        let (missing, second) = (Message::new("agreement-value-none"), Message::new("agreement-value-two"));
        let there = self.one_of(table, format::PREMIUM.one_of, span, missing, &second);
        let [way] = *there else { return None };
        let gives = match way {
            "multiple" | "multiples" => Gives::Multiple,
            "percent" | "percents" => Gives::Percent,
            _ => Gives::Amount,
        };
        let has_many = way.ends_with('s');
        for key in ["by", "otherwise", "conditions"] {
            if let (false, Some(span)) = (has_many, value::key_span(table, key)) {
                self.wrong(span, Message::new("agreement-premium-key-of-many").with("key", key));
            }
        }
        let figures = if has_many { self.decided(way, within, table)? } else { self.figure(table, way, within)? };
        Some((gives, figures))
    }

    /// The figures of a premium by a column, or by how many conditions hold.
    fn decided(&mut self, way: &str, within: Term, table: &DeTable<'_>) -> Option<Dated<Figure>> {
        let node = value::get(table, way)?;
        let column = match (value::get(table, "by"), value::key_span(table, "conditions")) {
            (Some(by), None) => return self.by(by, way, within, table),
            (None, Some(_)) => CONDITIONS,
            (None, None) => {
                self.wrong(node.span(), Message::new("agreement-premium-by-what").with("key", way));
                return None;
            }
            (Some(_), Some(span)) => {
                self.wrong(span, Message::new("agreement-premium-by-both"));
                return None;
            }
        };
        let amounts = self.dated(way, node, within, |reader, node| {
            for (key, _) in node.get_ref().as_table()? {
                if key.get_ref().parse::<u8>().is_ok_and(|count| count > 0) {
                    continue;
                }
                reader.wrong(key.span(), Message::new("agreement-premium-count").with("found", key.get_ref().as_ref()));
            }
            amounts(node)
        })?;
        let by = |amounts| Figure::By(AmountsBy { column: column.into(), otherwise: None, amounts });
        Some(amounts.map(by))
    }

    /// The measure of the hours that a premium reaches.
    fn hours_of(&mut self, table: &DeTable<'_>) -> Option<Arc<Measure>> {
        let node = value::get(table, "hours")?;
        let name = value::text(node)?;
        let measure = self.measure_named(&name);
        if measure.is_none() {
            let known = quoted(self.measures.iter().map(|measure| &*measure.name));
            let message = Message::new("agreement-unit-unknown").with("found", &*name).with("known", known);
            self.wrong(node.span(), message);
        }
        measure
    }
}

fn holidays(table: &DeTable<'_>) -> BTreeMap<i16, Vec<Date>> {
    let mut years = BTreeMap::new();
    for (key, node) in table {
        if let Some(year) = value::year(key.get_ref()) {
            let mut days: Vec<Date> = value::many(node).filter_map(|node| value::day_of(year, node)).collect();
            days.sort_unstable();
            years.insert(year, days);
        }
    }
    years
}

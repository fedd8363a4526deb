//! What a map says of one column.

use std::ops::Range;
use std::sync::Arc;

use toml::de::DeTable;

use crate::diagnostics::toml_file::Node;
use crate::diagnostics::{Message, toml_file};
use crate::tables::columns::{Column, Holds, trimmed};
use crate::tables::map::format::{Fill, Format};
use crate::tables::map::part::{Origin, Taken};
use crate::tables::map::read::Reader;
use crate::units::date::YEARS;
use crate::units::{date, money};

/// What a map may say of a column, where one heading does not do.
const COLUMN: [&str; 11] =
    ["from", "join", "with", "value", "values", "format", "year", "month", "day", "unit", "width"];

/// What a map may say of the hours of an attendance.
const UNITS: [&str; 2] = ["hours", "minutes"];

/// The ways in which a column takes what it says.
const ORIGINS: [&str; 3] = ["from", "join", "value"];

/// No id has more digits.
const MOST_DIGITS: u64 = 30;

impl Reader<'_> {
    pub(super) fn column(&mut self, column: &Column, node: &Node<'_>) -> Option<Taken> {
        let place = self.critic.place(node.span());
        if node.get_ref().is_str() {
            return self.cell(column.name, node).map(|cell| Taken::plain(Origin::Cell(cell), place));
        }
        let Some(table) = node.get_ref().as_table() else {
            self.critic.wrong_type(column.name, "shape-map-column", node);
            return None;
        };
        self.keys(table, &COLUMN);
        let mut taken = Taken::plain(self.origin(column, node.span(), table)?, place);
        if let Some(node) = toml_file::get(table, "values") {
            taken.values = self.values(node);
        }
        taken.fill = self.fill(table);
        if column.holds == Holds::Month {
            taken.fill.day = taken.fill.day.or(Some(1));
        }
        if let Some(node) = toml_file::get(table, "format") {
            self.critic.not_empty("format", node);
            taken.formats = toml_file::many(node).filter_map(|node| self.format(column, taken.fill, node)).collect();
        }
        taken.in_minutes = toml_file::get(table, "unit").is_some_and(|node| self.is_minutes(column, node));
        taken.width = toml_file::get(table, "width").and_then(|node| self.width(column, node));
        self.belong_together(table);
        Some(taken)
    }

    fn is_minutes(&mut self, column: &Column, node: &Node<'_>) -> bool {
        let Some(unit) = self.text("unit", node) else { return false };
        if column.name != "hours" {
            self.wrong(node, Message::new("map-unit-needless").with("column", column.name));
        } else if !UNITS.contains(&&*unit) {
            self.critic.unknown_word("unit", &UNITS, node);
        }
        &*unit == "minutes"
    }

    fn width(&mut self, column: &Column, node: &Node<'_>) -> Option<usize> {
        if column.name != "courier" {
            self.wrong(node, Message::new("map-width-needless").with("column", column.name));
            return None;
        }
        self.whole("width", 2, MOST_DIGITS, node).and_then(|width| usize::try_from(width).ok())
    }

    /// The one way in which a column takes what it says.
    fn origin(&mut self, column: &Column, span: Range<usize>, table: &DeTable<'_>) -> Option<Origin> {
        let there: Vec<&str> = ORIGINS.into_iter().filter(|key| table.contains_key(*key)).collect();
        let node = match *there {
            [one] => toml_file::get(table, one)?,
            [] => {
                self.critic.wrong(span, Message::new("map-column-none").with("column", column.name));
                return None;
            }
            [first, second, ..] => {
                let message = Message::new("map-column-two").with("first", first).with("second", second);
                self.critic.wrong(toml_file::key_span(table, second)?, message);
                return None;
            }
        };
        match there[0] {
            "from" => self.cell("from", node).map(Origin::Cell),
            "join" => {
                let with = toml_file::get(table, "with").and_then(|node| self.any_text("with", node));
                self.critic.not_empty("join", node);
                let cells = toml_file::many(node).map(|node| self.cell("join", node)).collect::<Option<Vec<_>>>();
                if !table.contains_key("with") {
                    self.wrong(node, Message::new("map-needs").with("key", "join").with("needs", "with"));
                }
                Some(Origin::Joined(cells?, with?))
            }
            _ => self.value(column, node).map(Origin::Value),
        }
    }

    /// What every row says.
    fn value(&mut self, column: &Column, node: &Node<'_>) -> Option<Arc<str>> {
        let text = trimmed(&self.any_text("value", node)?).to_string();
        let message = match column.holds {
            Holds::Day if date::parse(&text).is_none() => Message::new("map-value-day"),
            Holds::Month if date::parse_month(&text).is_none() => Message::new("map-value-month"),
            Holds::Number if !text.is_empty() && money::parse(&text).is_none() => Message::new("map-value-number"),
            Holds::Time => Message::new("map-value-time"),
            Holds::Text | Holds::Day | Holds::Month | Holds::Number => return Some(text.into()),
        };
        self.wrong(node, message.with("column", column.name).with("found", text));
        None
    }

    fn values(&mut self, node: &Node<'_>) -> Vec<(Arc<str>, Arc<str>)> {
        let Some(table) = self.table("values", node) else { return Vec::new() };
        let pairs = table.iter().filter_map(|(key, node)| {
            let word = self.any_text(key.get_ref(), node)?;
            Some((Arc::from(trimmed(key.get_ref())), Arc::from(trimmed(&word))))
        });
        pairs.collect()
    }

    fn fill(&mut self, table: &DeTable<'_>) -> Fill {
        let years = (YEARS.start().unsigned_abs().into(), YEARS.end().unsigned_abs().into());
        let mut read = |key: &str, (least, most): (u64, u64)| {
            toml_file::get(table, key).and_then(|node| self.whole(key, least, most, node))
        };
        Fill {
            year: read("year", years).and_then(|year| i16::try_from(year).ok()),
            month: read("month", (1, 12)).and_then(|month| i8::try_from(month).ok()),
            day: read("day", (1, 31)).and_then(|day| i8::try_from(day).ok()),
        }
    }

    fn format(&mut self, column: &Column, fill: Fill, node: &Node<'_>) -> Option<Format> {
        let text = self.text("format", node)?;
        if matches!(column.holds, Holds::Text | Holds::Number) {
            self.wrong(node, Message::new("map-format-needless").with("column", column.name));
            return None;
        }
        let format = match Format::named(&text) {
            Ok(format) => format,
            Err(message) => {
                self.wrong(node, message);
                return None;
            }
        };
        if format.leaves_half_open() {
            self.wrong(node, Message::new("map-format-half-day").with("found", &*text));
            return None;
        }
        if column.holds != Holds::Time
            && let Some(part) = format.lacks(fill)
        {
            let message = Message::new("map-format-lacks").with("found", &*text).with("part", part);
            self.wrong(node, message);
            return None;
        }
        if column.holds == Holds::Time && !format.tells_time() {
            self.wrong(node, Message::new("map-format-no-time").with("found", &*text).with("column", column.name));
            return None;
        }
        Some(format)
    }

    /// Keys that say something only beside another.
    fn belong_together(&mut self, table: &DeTable<'_>) {
        let pairs = [("with", "join"), ("year", "format"), ("month", "format"), ("day", "format")];
        for (key, needs) in pairs {
            if let Some(span) = toml_file::key_span(table, key).filter(|_| !table.contains_key(needs)) {
                self.critic.wrong(span, Message::new("map-needs").with("key", key).with("needs", needs));
            }
        }
        for key in ["values", "format", "width"] {
            if let Some(span) = toml_file::key_span(table, key).filter(|_| table.contains_key("value")) {
                self.critic.wrong(span, Message::new("map-column-two").with("first", "value").with("second", key));
            }
        }
    }
}

//! Whether a file has the shape that the format describes; everything that departs from it is found at once.

use std::ops::Range;

use toml::de::DeTable;

use crate::agreement::interval::Interval;
use crate::agreement::shape::{self, KeyShape, Shape, Table};
use crate::agreement::value::Node;
use crate::agreement::{format, scope, value};
use crate::diagnostics::message::Arg;
use crate::diagnostics::toml_file::{Critic, quoted};
use crate::diagnostics::{Message, nearest};
use crate::units::money::LARGEST;
use crate::units::{Currency, Decimal};

/// Compares a file with the format.
pub(crate) struct Checker<'a> {
    /// What is wrong with the file.
    pub(crate) critic: Critic<'a>,
    /// The keys of its `[sources]`.
    pub(crate) sources: Vec<String>,
    /// The keys of its `[measures]`.
    pub(crate) measures: Vec<String>,
}

impl Checker<'_> {
    /// Notes a mistake at a place.
    fn wrong(&mut self, span: Range<usize>, message: Message) {
        self.critic.wrong(span, message);
    }

    /// Checks a whole file: its top-level keys, and all that they hold.
    pub(crate) fn file(&mut self, table: &Table, entries: &DeTable<'_>) {
        let fields: Vec<_> = table.fields.iter().collect();
        self.fields(&Arg::Word("shape-file"), &fields, 0..0, entries);
    }

    /// Checks a table: its keys, what is missing, and every value.
    pub(crate) fn table(&mut self, table: &Table, span: Range<usize>, entries: &DeTable<'_>) {
        let name = Arg::Text(if table.name.starts_with('[') { table.name.into() } else { format!("`{}`", table.name) });
        self.fields(&name, &table.fields.iter().collect::<Vec<_>>(), span, entries);
    }

    fn fields(&mut self, name: &Arg, fields: &[&KeyShape], span: Range<usize>, entries: &DeTable<'_>) {
        let current = fields.iter().filter(|field| field.instead.is_none()).map(|field| field.key);
        for (key, node) in entries {
            match fields.iter().find(|field| field.key == key.get_ref()) {
                Some(field) => self.value(field.key, &field.shape, node),
                None => self.critic.unknown_key(key.get_ref(), key.span(), current.clone()),
            }
        }
        for (old, new) in fields.iter().filter_map(|field| Some((field.key, field.instead?))) {
            if let Some(span) = value::key_span(entries, old).filter(|_| entries.contains_key(new)) {
                self.wrong(span, Message::new("toml-key-twice"));
            }
        }
        for field in fields.iter().filter(|field| field.required && !entries.contains_key(field.key)) {
            let message = Message::new("toml-key-missing").with("key", field.key).arg("table", name.clone());
            self.wrong(span.clone(), message);
        }
    }

    /// Checks one value against its shape.
    fn value(&mut self, key: &str, shape: &Shape, node: &Node<'_>) {
        match shape {
            Shape::Text
            | Shape::Id
            | Shape::Country
            | Shape::Currency
            | Shape::Choice(_)
            | Shape::Words
            | Shape::Interval
            | Shape::Source => {
                self.textual(key, shape, node);
            }
            Shape::Number(_) | Shape::Whole(..) | Shape::Flag | Shape::Day | Shape::Clock => {
                self.plain(key, shape, node);
            }
            Shape::Many(one) => {
                self.critic.not_empty(key, node);
                value::many(node).for_each(|node| self.value(key, one, node));
            }
            Shape::Table(table) => {
                self.with_table(key, node, |checker, entries| checker.table(table, node.span(), entries));
            }
            Shape::Tables(table) => {
                let Some(list) = node.get_ref().as_array() else {
                    return self.critic.wrong_type(key, "shape-list", node);
                };
                self.critic.not_empty(key, node);
                for node in list {
                    self.with_table(key, node, |checker, entries| checker.table(table, node.span(), entries));
                }
            }
            Shape::Map(of) => self.with_table(key, node, |checker, entries| {
                entries.iter().for_each(|(key, node)| checker.value(key.get_ref(), of, node));
            }),
            Shape::Unit(words) => self.unit(key, words, node),
            Shape::Either(_, table) if node.get_ref().is_table() => {
                self.with_table(key, node, |checker, entries| checker.table(table, node.span(), entries));
            }
            Shape::Where => self.with_table(key, node, Self::scope),
            Shape::Holidays => self.with_table(key, node, Self::holidays),
            Shape::Dated(name, plain) if value::is_dated(node, name) => self.dated(key, name, plain, node),
            Shape::Either(plain, _) | Shape::Dated(_, plain) => self.value(key, plain, node),
        }
    }

    /// A list of dated values: each entry has the value under the list's own name, and its days and evidence.
    fn dated(&mut self, key: &str, own: &'static str, plain: &Shape, node: &Node<'_>) {
        self.critic.not_empty(key, node);
        let name = Arg::Text(format!("`{key}`"));
        let own = shape::required(own, *plain, "");
        let fields: Vec<&KeyShape> = format::DATED.fields.iter().chain([&own]).collect();
        for node in value::many(node) {
            self.with_table(key, node, |checker, entries| checker.fields(&name, &fields, node.span(), entries));
        }
    }

    fn with_table(&mut self, key: &str, node: &Node<'_>, check: impl FnOnce(&mut Self, &DeTable<'_>)) {
        match node.get_ref().as_table() {
            Some(entries) => check(self, entries),
            None => self.critic.wrong_type(key, "shape-table", node),
        }
    }

    /// One of some words, or a measure that the file declares.
    fn unit(&mut self, key: &str, words: &[&str], node: &Node<'_>) {
        match node.get_ref().as_str() {
            None => self.critic.wrong_type(key, "shape-quoted", node),
            Some(text) => {
                let known: Vec<&str> = words.iter().copied().chain(self.measures.iter().map(String::as_str)).collect();
                if !known.contains(&text) {
                    self.critic.unknown_word(key, &known, node);
                }
            }
        }
    }

    /// `where`: months, days and times, and texts or ranges for every other key.
    fn scope(&mut self, entries: &DeTable<'_>) {
        for (key, node) in entries {
            match key.get_ref().as_ref() {
                "month" => self.value("month", &Shape::Many(&Shape::Whole(1, 12)), node),
                "weekday" => self.value("weekday", &Shape::Many(&Shape::Choice(&scope::WEEKDAYS)), node),
                "day" => self.value("day", &Shape::Many(&Shape::Choice(scope::CalendarDay::NAMES)), node),
                key => {
                    self.value(key, &Shape::Many(&Shape::Text), node);
                    self.one_range(key, node);
                    let unreadable =
                        |node: &&Node<'_>| node.get_ref().as_str().is_some_and(|text| is_unreadable(key, text));
                    let wrong: Vec<_> = value::many(node).filter(unreadable).collect();
                    for node in wrong {
                        let message = match key {
                            "date" => Message::new("agreement-where-date"),
                            "time" => Message::new("agreement-where-time"),
                            _ => Message::new("agreement-where-range"),
                        };
                        self.wrong(node.span(), message.with("found", self.critic.found(node)));
                    }
                }
            }
        }
    }

    /// Of the times of a day and of a range there is one.
    fn one_range(&mut self, key: &str, node: &Node<'_>) {
        let texts = || value::many(node).filter_map(|node| node.get_ref().as_str());
        let is_range = |text: &str| key == "time" || Interval::parse(text).is_some();
        if key != "date" && texts().count() > 1 && texts().any(is_range) {
            self.wrong(node.span(), Message::new("agreement-where-several").with("key", key));
        }
    }

    fn holidays(&mut self, entries: &DeTable<'_>) {
        for (key, node) in entries {
            let Some(year) = value::year(key.get_ref()) else {
                self.wrong(key.span(), Message::new("agreement-year-unreadable").with("found", key.get_ref().as_ref()));
                continue;
            };
            self.critic.not_empty(key.get_ref(), node);
            let mut seen = Vec::new();
            for node in value::many(node) {
                match value::day_of(year, node) {
                    None => {
                        let message =
                            Message::new("agreement-holiday-unreadable").with("found", self.critic.found(node));
                        self.wrong(node.span(), message.with("year", key.get_ref().as_ref()));
                    }
                    Some(day) if seen.contains(&day) => {
                        self.wrong(node.span(), Message::new("agreement-holiday-twice").with("day", day.to_string()));
                    }
                    Some(day) => seen.push(day),
                }
            }
        }
    }

    fn textual(&mut self, key: &str, shape: &Shape, node: &Node<'_>) {
        let is_table = node.get_ref().is_table();
        match (shape, node.get_ref().as_str()) {
            (Shape::Words, None) => match node.get_ref().as_table() {
                Some(entries) => {
                    let fields: Vec<_> = format::WORDS.fields.iter().collect();
                    self.fields(&Arg::Text(format!("`{key}`")), &fields, node.span(), entries);
                }
                None => self.critic.wrong_type(key, "shape-words", node),
            },
            (Shape::Source, None) if is_table => {
                self.with_table(key, node, |checker, entries| {
                    checker.table(&format::SOURCE, node.span(), entries);
                });
            }
            (Shape::Source, None) => self.critic.wrong_type(key, "shape-source", node),
            (_, None) => self.critic.wrong_type(key, "shape-quoted", node),
            (_, Some(text)) if text.trim().is_empty() => {
                self.wrong(node.span(), Message::new("toml-text-empty").with("key", key));
            }
            (Shape::Choice(words), Some(text)) if !words.contains(&text) => self.critic.unknown_word(key, words, node),
            (Shape::Id, Some(text)) if !is_id(text) => {
                self.wrong(node.span(), Message::new("agreement-id-unfit").with("found", text));
            }
            (Shape::Currency, Some(text)) if Currency::named(text).is_none() => {
                self.wrong(node.span(), Message::new("agreement-currency").with("found", text));
            }
            (Shape::Country, Some(text)) if text.len() != 2 || !text.bytes().all(|byte| byte.is_ascii_uppercase()) => {
                self.wrong(node.span(), Message::new("agreement-country-unfit").with("found", text));
            }
            (Shape::Interval, Some(text)) if Interval::parse_or_number(text).is_none() => {
                self.wrong(
                    node.span(),
                    Message::new("agreement-provided-range").with("found", self.critic.found(node)),
                );
            }
            (Shape::Source, Some(text)) if !self.sources.iter().any(|known| known == text) => {
                self.unknown_source(text, node);
            }
            _ => {}
        }
    }

    fn unknown_source(&mut self, found: &str, node: &Node<'_>) {
        let known = || self.sources.iter().map(String::as_str);
        let message = match nearest(found, known()) {
            Some(near) => Message::new("agreement-source-misspelt").with("near", near),
            None if self.sources.is_empty() => Message::new("agreement-source-none"),
            None => Message::new("agreement-source-unknown"),
        };
        let message = message.with("found", found).with("known", quoted(known()));
        self.wrong(node.span(), message);
    }

    fn plain(&mut self, key: &str, shape: &Shape, node: &Node<'_>) {
        let kind = node.get_ref();
        let bare_or_quoted = |bare: bool| bare || kind.is_str();
        match shape {
            Shape::Number(range) if bare_or_quoted(kind.is_integer() || kind.is_float()) => match value::number(node) {
                None => self.unreadable_number(key, node),
                Some(number) => {
                    if let Some(message) = range.fault(number) {
                        let found = self.critic.found(node);
                        self.wrong(node.span(), message.with("key", key).with("found", found));
                    }
                }
            },
            Shape::Whole(least, most) if kind.is_integer() => {
                if !value::whole(node).is_some_and(|number| (*least..=*most).contains(&number)) {
                    self.critic.outside(key, *least, *most, node);
                }
            }
            Shape::Day if bare_or_quoted(kind.is_datetime()) => {
                if value::day(node).is_none() {
                    let message = Message::new("agreement-day-unreadable")
                        .with("key", key)
                        .with("found", self.critic.found(node));
                    self.wrong(node.span(), message);
                }
            }
            Shape::Clock if bare_or_quoted(kind.is_datetime()) => {
                if value::clock(node).is_none() {
                    let message = Message::new("agreement-clock-unreadable").with("key", key);
                    let message = message.with("found", self.critic.found(node));
                    self.wrong(node.span(), message);
                }
            }
            Shape::Flag if kind.is_bool() => {}
            Shape::Number(_) => self.critic.wrong_type(key, "shape-number", node),
            Shape::Whole(..) => self.critic.wrong_type(key, "shape-whole", node),
            Shape::Day => self.critic.wrong_type(key, "shape-day", node),
            Shape::Clock => self.critic.wrong_type(key, "shape-clock", node),
            _ => self.critic.wrong_type(key, "shape-flag", node),
        }
    }

    fn unreadable_number(&mut self, key: &str, node: &Node<'_>) {
        let digits = value::digits(node).unwrap_or_default();
        let too_large = Decimal::from_str_exact(digits).is_ok_and(|number| number.abs() > LARGEST);
        let message = if too_large {
            Message::new("agreement-number-too-large")
        } else {
            Message::new("agreement-number-unreadable")
        };
        let found = self.critic.found(node);
        self.wrong(node.span(), message.with("key", key).with("found", found));
    }
}

/// Whether what stands in a `where` cannot be read: a date, a time, or what means to be a range.
fn is_unreadable(key: &str, text: &str) -> bool {
    match key {
        "date" => value::day_of_year(text).is_none(),
        "time" => value::times(text).is_none(),
        _ => Interval::is_meant(text) && Interval::parse(text).is_none(),
    }
}

/// Whether a text can name a rule where changes are written: `RULE.FIELD@key=value OP AMOUNT`.
fn is_id(text: &str) -> bool {
    text.chars().all(|c| c.is_alphanumeric() || c == '-')
        && text.chars().next().is_some_and(char::is_alphabetic)
        && !text.ends_with('-')
}

//! From a map as it is written to a [`Map`]; every mistake on the way is found at once.

use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use toml::de::DeTable;

use crate::diagnostics::toml_file::{Critic, Node};
use crate::diagnostics::{Message, Problems, Text, toml_file};
use crate::files::encoding::Stated;
use crate::files::input;
use crate::tables::columns::{Column, Holds, trimmed};
use crate::tables::headings::Input;
use crate::tables::map::format::{Fill, Format, Zone};
use crate::tables::map::part::{Cell, Heading, Keep, Map, Origin, Part, Rows, Taken};
use crate::units::date::YEARS;
use crate::units::{date, money};

/// What a map may say of an input.
pub(super) const PART: [&str; 7] = ["encoding", "delimiter", "skip", "missing", "timezone", "columns", "rows"];

/// What a map may say of a column, where one heading does not do.
pub(super) const COLUMN: [&str; 10] =
    ["from", "join", "with", "value", "values", "format", "year", "month", "day", "unit"];

/// What a map may say of the hours of an attendance.
pub(super) const UNITS: [&str; 2] = ["hours", "minutes"];

/// What a map may say of rows. Deliveries are reported and parcels numbered in the log alone.
pub(super) const ROWS: [&str; 3] = ["keep", "delivered", "unique"];
const ROWS_OF_OTHERS: [&str; 1] = ["keep"];

/// The ways in which a column takes what it says.
const ORIGINS: [&str; 3] = ["from", "join", "value"];

/// No file has more lines before its headings.
const MOST_SKIPPED: u64 = 1000;

impl Map {
    /// Reads a map.
    ///
    /// # Errors
    /// All that is wrong in the file.
    pub fn read(path: &Path) -> Result<Self, Problems> {
        map(&input::read_text(path)?)
    }
}

/// Reads the text of a map.
pub(super) fn map(file: &Text) -> Result<Map, Problems> {
    let (root, broken) = toml_file::parse(file);
    let root = root.get_ref();
    let mut reader = Reader { critic: Critic::new(file) };
    let others: Vec<&str> = Input::OTHERS.iter().filter_map(|input| input.table()).collect();
    let known: Vec<&str> = PART.iter().chain(&others).copied().collect();
    reader.keys(root, &known);
    let mut map = Map { file: Arc::clone(&file.name), ..Map::default() };
    if PART.iter().any(|key| root.contains_key(*key)) {
        map.parts.insert(Input::Log, Arc::new(reader.part(Input::Log, root)));
    }
    for input in Input::OTHERS {
        let Some(name) = input.table() else { continue };
        let Some(node) = toml_file::get(root, name) else { continue };
        if let Some(table) = reader.table(name, node) {
            reader.keys(table, &PART);
            map.parts.insert(input, Arc::new(reader.part(input, table)));
        }
    }
    let problems = toml_file::without_echoes(broken, reader.critic.problems);
    if problems.is_empty() { Ok(map) } else { Err(problems) }
}

struct Reader<'a> {
    critic: Critic<'a>,
}

impl Reader<'_> {
    fn wrong(&mut self, node: &Node<'_>, message: Message) {
        self.critic.wrong(node.span(), message);
    }

    /// Refuses keys that are not known.
    fn keys(&mut self, table: &DeTable<'_>, known: &[&str]) {
        for (key, _) in table.iter().filter(|(key, _)| !known.contains(&key.get_ref().as_ref())) {
            self.critic.unknown_key(key.get_ref(), key.span(), known.iter().copied());
        }
    }

    fn table<'t, 'd>(&mut self, key: &str, node: &'t Node<'d>) -> Option<&'t DeTable<'d>> {
        let table = node.get_ref().as_table();
        if table.is_none() {
            self.critic.wrong_type(key, "shape-table", node);
        }
        table
    }

    /// A text that says something.
    fn text(&mut self, key: &str, node: &Node<'_>) -> Option<Arc<str>> {
        let text = self.any_text(key, node)?;
        if trimmed(&text).is_empty() {
            self.wrong(node, Message::new("toml-text-empty").with("key", key));
            return None;
        }
        Some(trimmed(&text).into())
    }

    fn any_text(&mut self, key: &str, node: &Node<'_>) -> Option<Arc<str>> {
        let text = toml_file::text(node);
        if text.is_none() {
            self.critic.wrong_type(key, "shape-quoted", node);
        }
        text
    }

    /// One text or a list of them; an empty one stands for an empty cell.
    fn words(&mut self, key: &str, node: &Node<'_>) -> Vec<Arc<str>> {
        self.critic.not_empty(key, node);
        let words = toml_file::many(node).filter_map(|node| self.any_text(key, node));
        words.map(|word| trimmed(&word).into()).collect()
    }

    /// A whole number within bounds.
    fn whole(&mut self, key: &str, least: u64, most: u64, node: &Node<'_>) -> Option<u64> {
        if !node.get_ref().is_integer() {
            self.critic.wrong_type(key, "shape-whole", node);
            return None;
        }
        let number = toml_file::whole(node).filter(|number| (least..=most).contains(number));
        if number.is_none() {
            self.critic.outside(key, least, most, node);
        }
        number
    }

    /// What the map says of one input.
    fn part(&mut self, input: Input, table: &DeTable<'_>) -> Part {
        let mut part = Part::default();
        let get = |key: &str| toml_file::get(table, key);
        part.encoding = get("encoding").and_then(|node| self.encoding(node));
        part.delimiter = get("delimiter").and_then(|node| self.delimiter(node)).unwrap_or(part.delimiter);
        part.skip = get("skip").and_then(|node| self.whole("skip", 0, MOST_SKIPPED, node));
        part.missing = get("missing").map(|node| self.words("missing", node)).unwrap_or_default();
        part.zone = get("timezone").and_then(|node| self.zone(node)).unwrap_or_default();
        if let Some(node) = get("columns")
            && let Some(columns) = self.table("columns", node)
        {
            part.columns = self.columns(input, node.span(), columns);
        }
        if let Some(node) = get("rows")
            && let Some(rows) = self.table("rows", node)
        {
            let known = if input == Input::Log { &ROWS[..] } else { &ROWS_OF_OTHERS };
            self.keys(rows, known);
            part.rows = self.rows(rows);
        }
        part
    }

    fn delimiter(&mut self, node: &Node<'_>) -> Option<u8> {
        let text = self.any_text("delimiter", node)?;
        let fits =
            |byte: &u8| byte.is_ascii() && !byte.is_ascii_alphanumeric() && !matches!(byte, b'"' | b'\r' | b'\n');
        if let [byte] = text.as_bytes()
            && fits(byte)
        {
            return Some(*byte);
        }
        self.wrong(node, Message::new("map-delimiter").with("found", &*text));
        None
    }

    fn encoding(&mut self, node: &Node<'_>) -> Option<Stated> {
        let name = self.text("encoding", node)?;
        let stated = Stated::from_name(&name);
        if stated.is_none() {
            self.critic.unknown_word("encoding", &Stated::NAMES, node);
        }
        stated
    }

    fn zone(&mut self, node: &Node<'_>) -> Option<Zone> {
        let name = self.text("timezone", node)?;
        let zone = Zone::named(&name);
        if zone.is_none() {
            self.wrong(node, Message::new("map-timezone").with("found", &*name));
        }
        zone
    }

    fn columns(&mut self, input: Input, span: Range<usize>, table: &DeTable<'_>) -> Vec<(&'static str, Taken)> {
        let known: Vec<&str> = input.columns().iter().map(|column| column.name).collect();
        self.keys(table, &known);
        let there = |name: &str| table.contains_key(name);
        if input == Input::Log && !there("courier") {
            self.critic.wrong(span.clone(), Message::new("map-no-courier"));
        }
        if input == Input::Log && !there("date") && !there("delivered_at") {
            self.critic.wrong(span, Message::new("map-no-date"));
        }
        let named = input.columns().iter().filter_map(|column| Some((column, toml_file::get(table, column.name)?)));
        named.filter_map(|(column, node)| Some((column.name, self.column(column, node)?))).collect()
    }

    fn column(&mut self, column: &Column, node: &Node<'_>) -> Option<Taken> {
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

    fn cell(&mut self, key: &str, node: &Node<'_>) -> Option<Cell> {
        let text = self.text(key, node)?;
        let place = self.critic.place(node.span());
        let Some(heading) = heading(&text) else {
            self.wrong(node, Message::new("map-number").with("found", &*text));
            return None;
        };
        Some(Cell { heading, place })
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
        for key in ["values", "format"] {
            if let Some(span) = toml_file::key_span(table, key).filter(|_| table.contains_key("value")) {
                self.critic.wrong(span, Message::new("map-column-two").with("first", "value").with("second", key));
            }
        }
    }

    fn rows(&mut self, table: &DeTable<'_>) -> Rows {
        let delivered = toml_file::get(table, "delivered").map(|node| self.words("delivered", node));
        let unique = toml_file::get(table, "unique").and_then(|node| self.cell("unique", node));
        let mut keep = Vec::new();
        if let Some(node) = toml_file::get(table, "keep")
            && let Some(table) = self.table("keep", node)
        {
            for (key, node) in table {
                let words = self.words(key.get_ref(), node);
                let place = self.critic.place(key.span());
                let heading = heading(trimmed(key.get_ref()));
                match heading {
                    Some(heading) => keep.push(Keep { cell: Cell { heading, place }, words }),
                    None => {
                        self.critic.wrong(key.span(), Message::new("map-number").with("found", key.get_ref().as_ref()));
                    }
                }
            }
        }
        let delivered = delivered.map(|words| words.iter().map(ToString::to_string).collect());
        Rows { delivered, keep, unique }
    }
}

/// How a text names a column of the file; `None` where it gives a number that no column has.
fn heading(text: &str) -> Option<Heading> {
    let digits = text.strip_prefix('#').filter(|digits| !digits.is_empty());
    match digits.filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit())) {
        None => Some(Heading::Named(text.into())),
        Some(digits) => digits.parse().ok().filter(|number| *number > 0).map(Heading::Numbered),
    }
}

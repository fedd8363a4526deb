//! From a map as it is written to a [`Map`]; every mistake on the way is found at once.

use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use toml::de::DeTable;

use crate::diagnostics::toml_file::{Critic, Node};
use crate::diagnostics::{Message, Problems, Text, toml_file};
use crate::files::encoding::Stated;
use crate::files::input;
use crate::tables::columns::trimmed;
use crate::tables::headings::Input;
use crate::tables::map::format::Zone;
use crate::tables::map::part::{Cell, Heading, Keep, Map, Part, Rows, Taken};

mod column;
mod layouts;

/// What a map may say of an input.
const PART: [&str; 7] = ["encoding", "delimiter", "skip", "missing", "timezone", "columns", "rows"];

/// Of which month the piece pay is that a row of a register lists: its own, or the one before.
const PIECE_MONTHS: [&str; 2] = ["same", "previous"];

/// What it may say of a register beside: how late it lists the piece pay.
const PIECE_MONTH: &str = "piece_month";

/// What it may say of a log and of attendance beside: their days may each have a column.
const OF_DAYS: &str = "one_column_a_day";

/// The same two may carry measures of agreements under headings of their own.
const MEASURES: &str = "measures";

/// The key of the layouts of a log.
const LAYOUT: &str = "layout";

/// What a map may say of rows. Deliveries are reported and parcels numbered in the log alone.
const ROWS: [&str; 4] = ["keep", "delivered", "unique", "revoked"];
const ROWS_OF_OTHERS: [&str; 1] = ["keep"];

/// The columns for which such columns stand.
const OF_DAY: [&str; 4] = ["date", "delivered_at", "parcels", "hours"];

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
    let own = keys(Input::Log);
    let known: Vec<&str> = own.iter().chain([&LAYOUT]).chain(&others).copied().collect();
    reader.keys(root, &known);
    let mut map = Map { file: Arc::clone(&file.name), ..Map::default() };
    map.layouts = reader.layouts(root);
    if !root.contains_key(LAYOUT) && own.iter().any(|key| root.contains_key(*key)) {
        map.parts.insert(Input::Log, Arc::new(reader.part(Input::Log, root, None)));
    }
    for input in Input::OTHERS {
        let Some(name) = input.table() else { continue };
        let Some(node) = toml_file::get(root, name) else { continue };
        if let Some(table) = reader.table(name, node) {
            reader.keys(table, &keys(input));
            map.parts.insert(input, Arc::new(reader.part(input, table, None)));
        }
    }
    let problems = toml_file::without_echoes(broken, reader.critic.problems);
    if problems.is_empty() { Ok(map) } else { Err(problems) }
}

/// What a map may say of an input.
fn keys(input: Input) -> Vec<&'static str> {
    let own = match input {
        Input::Log | Input::Attendance => &[OF_DAYS, MEASURES][..],
        Input::Register => &[PIECE_MONTH],
        Input::Roster | Input::Rates | Input::Protected => &[],
    };
    PART.iter().chain(own).copied().collect()
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

    /// What the map says of one input; what the table does not say, another may.
    fn part(&mut self, input: Input, table: &DeTable<'_>, otherwise: Option<&DeTable<'_>>) -> Part {
        let mut part = Part::default();
        let get = |key: &str| toml_file::get(table, key).or_else(|| toml_file::get(otherwise?, key));
        part.encoding = get("encoding").and_then(|node| self.encoding(node));
        part.delimiter = get("delimiter").and_then(|node| self.delimiter(node)).unwrap_or(part.delimiter);
        part.skip = get("skip").and_then(|node| self.whole("skip", 0, MOST_SKIPPED, node));
        part.missing = get("missing").map(|node| self.words("missing", node)).unwrap_or_default();
        part.zone = get("timezone").and_then(|node| self.zone(node)).unwrap_or_default();
        part.piece_late = get(PIECE_MONTH).is_some_and(|node| self.is_previous(node));
        part.one_column_a_day = get(OF_DAYS).is_some_and(|node| self.truth(OF_DAYS, node));
        if let Some(node) = get("columns")
            && let Some(columns) = self.table("columns", node)
        {
            part.columns = self.columns(input, part.one_column_a_day, node.span(), columns);
        }
        if let Some(node) = get(MEASURES)
            && let Some(measures) = self.table(MEASURES, node)
        {
            let named = measures.iter().map(|(name, node)| (Arc::from(name.get_ref().as_ref()), node));
            part.measures = named
                .filter_map(|(name, node): (Arc<str>, _)| Some((Arc::clone(&name), self.cell(&name, node)?)))
                .collect();
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

    fn is_previous(&mut self, node: &Node<'_>) -> bool {
        let Some(month) = self.text(PIECE_MONTH, node) else { return false };
        if !PIECE_MONTHS.contains(&&*month) {
            self.critic.unknown_word(PIECE_MONTH, &PIECE_MONTHS, node);
        }
        &*month == "previous"
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

    fn truth(&mut self, key: &str, node: &Node<'_>) -> bool {
        let truth = node.get_ref().as_bool();
        if truth.is_none() {
            self.critic.wrong_type(key, "shape-flag", node);
        }
        truth.unwrap_or_default()
    }

    fn columns(
        &mut self,
        input: Input,
        of_days: bool,
        span: Range<usize>,
        table: &DeTable<'_>,
    ) -> Vec<(&'static str, Taken)> {
        let known: Vec<&str> = input.columns().iter().map(|column| column.name).collect();
        self.keys(table, &known);
        let there = |name: &str| table.contains_key(name);
        if input == Input::Log && !there("courier") {
            self.critic.wrong(span.clone(), Message::new("map-no-courier"));
        }
        // Where each day has a column, the headings say the day, and the cells below what is said of it.
        for name in OF_DAY.into_iter().filter(|name| of_days && there(name)) {
            if let Some(span) = toml_file::key_span(table, name) {
                self.critic.wrong(span, Message::new("map-column-two").with("first", OF_DAYS).with("second", name));
            }
        }
        if input == Input::Log && !of_days && !there("date") && !there("delivered_at") {
            self.critic.wrong(span, Message::new("map-no-date"));
        }
        let named = input.columns().iter().filter_map(|column| Some((column, toml_file::get(table, column.name)?)));
        named.filter_map(|(column, node)| Some((column.name, self.column(column, node)?))).collect()
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

    /// The statuses by which a delivery is taken back: they need the number of the parcel, and do not count themselves.
    fn revoked(&mut self, table: &DeTable<'_>, delivered: Option<&[Arc<str>]>) -> Vec<Arc<str>> {
        let Some(node) = toml_file::get(table, "revoked") else { return Vec::new() };
        if !table.contains_key("unique") {
            self.wrong(node, Message::new("map-needs").with("key", "revoked").with("needs", "unique"));
        }
        let words = self.words("revoked", node);
        let counts = |word: &&Arc<str>| {
            delivered.is_some_and(|delivered| delivered.iter().any(|other| other.eq_ignore_ascii_case(word)))
        };
        if let Some(word) = words.iter().find(counts) {
            self.wrong(node, Message::new("map-revoked-counts").with("found", &**word));
        }
        words
    }

    fn rows(&mut self, table: &DeTable<'_>) -> Rows {
        let delivered = toml_file::get(table, "delivered").map(|node| self.words("delivered", node));
        let unique = toml_file::get(table, "unique").and_then(|node| self.cell("unique", node));
        let revoked = self.revoked(table, delivered.as_deref());
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
        Rows { delivered, keep, unique, revoked }
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

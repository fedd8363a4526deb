//! From a file as it is written to a document and its rules; every mistake on the way is found at once.

mod amount;
mod dated;
mod formula;
mod kind;
mod measures;
mod premium;
mod proviso;
mod rate;
mod rule;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use toml::de::DeTable;

use crate::agreement::check::Checker;
use crate::agreement::document::{Document, NotCovered, PayDay, Proration, Source};
use crate::agreement::measure::Measure;
use crate::agreement::rule::Rule;
use crate::agreement::value::Node;
use crate::agreement::{format, value};
use crate::diagnostics::toml_file::Critic;
use crate::diagnostics::{Message, Place, Problem, Problems, Text, toml_file};
use crate::units::rounding::Mode;
use crate::units::{Currency, PayCalendar, Rounding, Term};

/// One file of an agreement, as far as it could be read.
pub(crate) struct Read {
    /// The document, where its heading is complete.
    pub(crate) document: Option<Arc<Document>>,
    /// Its rules, those that are complete.
    pub(crate) rules: Vec<Rule>,
    /// The ids of all its rules, and where they stand.
    pub(crate) ids: Vec<(Arc<str>, Place)>,
    /// How it rounds, where it says so, and where it says so.
    pub(crate) rounding: Option<(Rounding, Place)>,
    /// How it cuts a part month.
    pub(crate) proration: Proration,
    /// The measures that it declares.
    pub(crate) measures: Vec<Arc<Measure>>,
    /// For how long wages are reckoned, where it says so, and where it says so.
    pub(crate) pay_calendar: Option<(PayCalendar, Place)>,
    /// All that is wrong with it.
    pub(crate) problems: Problems,
}

/// Reads the values of one file and compares those that belong together.
struct Reader<'a> {
    file: &'a Text,
    sources: BTreeMap<&'a str, Source>,
    measures: Vec<Arc<Measure>>,
    problems: Problems,
}

/// Reads one document of the agreement of that name.
pub(crate) fn read(agreement: &Arc<str>, file: &Text) -> Read {
    let (root, broken) = toml_file::parse(file);
    let root = root.get_ref();
    let keys = |name: &str| value::table(root, name).into_iter().flat_map(DeTable::keys);
    let names = |name: &str| keys(name).map(|key| key.get_ref().to_string()).collect();
    let mut checker = Checker { critic: Critic::new(file), sources: names("sources"), measures: names("measures") };
    checker.file(&format::FILE, root);

    let mut reader = Reader { file, sources: BTreeMap::new(), measures: Vec::new(), problems: checker.critic.problems };
    let mut read = reader.document(agreement, root);
    read.problems = toml_file::without_echoes(broken, reader.problems);
    read
}

fn payment(table: &DeTable<'_>) -> Option<PayDay> {
    Some(PayDay {
        day: i8::try_from(value::whole(value::get(table, "day")?)?).ok()?,
        next_month: value::get(table, "month").and_then(value::text).is_none_or(|month| &*month == "next"),
        clause: value::text(value::get(table, "clause")?)?,
        text: value::text(value::get(table, "text")?)?,
    })
}

impl<'a> Reader<'a> {
    fn place(&self, span: Range<usize>) -> Place {
        Place::in_text(&self.file.name, &self.file.text, span)
    }

    fn wrong(&mut self, span: Range<usize>, message: Message) {
        let place = self.place(span);
        self.problems.push(Problem::new(message).at(place));
    }

    fn document(&mut self, agreement: &Arc<str>, root: &'a DeTable<'_>) -> Read {
        for (key, node) in value::table(root, "sources").into_iter().flatten() {
            if let Some(source) = node.get_ref().as_table().and_then(source) {
                self.sources.insert(key.get_ref(), source);
            }
        }
        self.measures = self.declared(root);
        let empty = DeTable::new();
        let heading = value::table(root, "document").unwrap_or(&empty);
        let term = self.term(heading);
        let document = self.heading(agreement, heading, term, root).map(Arc::new);
        let asked = value::get(heading, "proration").and_then(value::text);
        let proration = asked.and_then(|name| Proration::named(&name)).unwrap_or_default();
        let mut read = Read {
            document,
            rules: Vec::new(),
            ids: Vec::new(),
            rounding: None,
            proration,
            measures: self.measures.clone(),
            pay_calendar: self.pay_calendar(root),
            problems: Vec::new(),
        };
        read.rounding = value::get(heading, "rounding").and_then(|node| {
            let table = node.get_ref().as_table()?;
            let places = u32::try_from(value::whole(value::get(table, "places")?)?).ok()?;
            let mode = Mode::named(&value::text(value::get(table, "mode")?)?)?;
            let top_up = value::get(table, "top_up").map_or(Some(Mode::Up), |node| Mode::named(&value::text(node)?))?;
            Some((Rounding { places: Some(places), mode, top_up }, self.place(node.span())))
        });
        for (span, table) in value::get(root, "rule").into_iter().flat_map(value::tables) {
            if let Some(id) = value::get(table, "id") {
                read.ids.extend(value::text(id).map(|text| (text, self.place(id.span()))));
            }
            let rule = self.rule(read.document.as_ref(), term, span, table);
            read.rules.extend(rule);
        }
        read
    }

    fn heading(
        &self,
        agreement: &Arc<str>,
        heading: &DeTable<'_>,
        term: Option<Term>,
        root: &DeTable<'_>,
    ) -> Option<Document> {
        let not_covered =
            value::get(root, "not-covered").into_iter().flat_map(value::tables).filter_map(|(_, table)| {
                Some(NotCovered {
                    clause: value::words(value::get(table, "clause")?)?,
                    text: value::get(table, "text").and_then(value::text),
                    why: value::words(value::get(table, "why")?)?,
                })
            });
        let file = self.file.name.rsplit(['/', '\\']).next().unwrap_or_default();
        Some(Document {
            agreement: Arc::clone(agreement),
            file: file.into(),
            title: value::words(value::get(heading, "title")?)?,
            parties: value::get(heading, "parties").and_then(value::words),
            country: value::get(heading, "country").and_then(value::text).unwrap_or_else(|| "CN".into()),
            term: term?,
            source: self.source(value::get(heading, "source")?)?,
            currency: value::get(heading, "currency").and_then(value::text).and_then(|code| Currency::named(&code)),
            assumed: value::get(heading, "assumed").and_then(value::words),
            payment: value::table(root, "payment").and_then(payment),
            not_covered: not_covered.collect(),
        })
    }

    /// The days of `from` and `until`; `None` where one cannot be read or they are the wrong way round.
    fn term(&mut self, table: &DeTable<'_>) -> Option<Term> {
        let (from, until) = (value::get(table, "from"), value::get(table, "until"));
        let (first, last) = (from.map(value::day), until.map(value::day));
        if first == Some(None) || last == Some(None) {
            return None;
        }
        let term = Term { from: first.flatten(), until: last.flatten() };
        if let (Some(first), Some(last), Some(node)) = (term.from, term.until, until)
            && first > last
        {
            let message = Message::new("agreement-term-reversed").with("from", first.to_string());
            self.wrong(node.span(), message.with("until", last.to_string()));
            return None;
        }
        Some(term)
    }

    /// A source, by its key or written out.
    fn source(&self, node: &Node<'_>) -> Option<Source> {
        match node.get_ref().as_str() {
            Some(key) => self.sources.get(key).cloned(),
            None => node.get_ref().as_table().and_then(source),
        }
    }
}

fn source(table: &DeTable<'_>) -> Option<Source> {
    Some(Source {
        name: value::text(value::get(table, "name")?)?,
        url: value::get(table, "url").and_then(value::text),
        checked_on: value::get(table, "checked_on").and_then(value::day),
    })
}

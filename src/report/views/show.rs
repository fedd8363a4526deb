//! An agreement as a document to read: each clause's words, what is computed from it, and what is not computed.

mod data;
mod formula;
mod sentence;
pub(super) mod values;

use std::sync::Arc;

use crate::agreement::dated::DatedValue;
use crate::agreement::figure::Figure;
use crate::agreement::{Agreement, Document, Rule, Source, Words};
use crate::diagnostics::Message;
use crate::report::views::words;
use crate::report::{Block, Cell, Column, Report, Table};
use crate::units::{Date, Term};

pub(super) use crate::report::views::words::either;

/// The agreements as documents, with the figures in force on the day.
#[must_use]
pub fn show(agreements: &[Agreement], on: Date) -> Report {
    let mut page = Page { on, blocks: Vec::new() };
    for agreement in agreements {
        for document in &agreement.documents {
            page.document(agreement, document);
        }
    }
    page.blocks.push(Block::Data(data::rules(agreements, on)));
    page.blocks.push(Block::Data(data::not_covered(agreements)));
    Report { name: "show", version: 1, blocks: page.blocks, notes: Vec::new() }
}

/// The document being written.
struct Page {
    on: Date,
    blocks: Vec<Block>,
}

impl Page {
    fn say(&mut self, message: Message) {
        self.blocks.push(Block::Paragraph(message));
    }

    fn document(&mut self, agreement: &Agreement, document: &Arc<Document>) {
        self.blocks.push(Block::Heading(1, Message::new("show-title").arg("title", either(&document.title))));
        if let Some(parties) = &document.parties {
            self.say(Message::new("show-parties").arg("parties", either(parties)));
        }
        self.say(document_term(document.term));
        self.source(&document.source);
        self.assumed(document.assumed.as_ref());
        for rule in agreement.rules.iter().filter(|rule| Arc::ptr_eq(&rule.document, document)) {
            self.rule(rule);
        }
        self.not_covered(document);
    }

    fn rule(&mut self, rule: &Rule) {
        let heading = Message::new("show-rule").arg("title", either(&rule.title)).with("id", &*rule.id);
        self.blocks.push(Block::Heading(2, heading));
        self.say(Message::new("show-clause").with("clause", &*rule.clause));
        self.blocks.push(Block::Quote(rule.text.to_string()));
        if rule.term.contains(self.on) {
            self.blocks.extend(sentence::computed(rule, self.on));
            self.reach(rule);
            self.evidence(rule);
        } else {
            self.say(Message::new("show-not-in-force").with("on", self.on.to_string()));
            self.reach(rule);
        }
        if rule.term != rule.document.term {
            self.say(rule_term(rule.term));
        }
        if rule.figures.values.len() > 1 {
            self.blocks.push(Block::Shown(history(rule)));
        }
        if rule.source != rule.document.source {
            self.source(&rule.source);
        }
        self.assumed(rule.assumed.as_ref());
    }

    /// Whom and what the rule reaches.
    fn reach(&mut self, rule: &Rule) {
        let conditions = rule.scope.conditions();
        if rule.scope.months.is_empty() && rule.scope.values.is_empty() && conditions.is_empty() {
            self.say(Message::new("show-reaches-all"));
        }
        for (column, found) in &rule.scope.values {
            let message = Message::new("show-reaches-where").with("column", &**column);
            self.say(message.with("values", found.join(" / ")));
        }
        if !conditions.is_empty() {
            self.say(Message::new("show-reaches-when").with("conditions", conditions.join(", ")));
        }
        if !rule.scope.months.is_empty() {
            let months: Vec<_> = rule.scope.months.iter().map(ToString::to_string).collect();
            self.say(Message::new("show-reaches-months").with("months", months.join(", ")));
        }
    }

    /// What the figure in force on the day rests on, where that differs from its rule.
    fn evidence(&mut self, rule: &Rule) {
        let Some(entry) = rule.figures.entry(self.on) else { return };
        if let Some(clause) = &entry.clause {
            self.say(Message::new("show-figure").with("clause", &**clause));
        }
        self.blocks.extend(entry.text.as_ref().map(|text| Block::Quote(text.to_string())));
        if let Some(source) = entry.source.as_ref().filter(|source| **source != rule.source) {
            self.source(source);
        }
        self.assumed(entry.assumed.as_ref());
    }

    fn source(&mut self, source: &Source) {
        let message = Message::new("show-source").with("name", &*source.name);
        let message = message.with("url", source.url.as_deref().unwrap_or("none"));
        let checked = source.checked_on.map_or_else(|| "none".to_string(), |day| day.to_string());
        self.say(message.with("checked", checked));
    }

    fn assumed(&mut self, why: Option<&Words>) {
        if let Some(why) = why {
            self.say(Message::new("show-assumed").arg("why", either(why)));
        }
    }

    fn not_covered(&mut self, document: &Document) {
        if document.not_covered.is_empty() {
            return;
        }
        self.blocks.push(Block::Heading(2, Message::new("show-not-covered")));
        for clause in &document.not_covered {
            let message = Message::new("show-not-covered-clause").arg("clause", either(&clause.clause));
            self.say(message.arg("why", either(&clause.why)));
            self.blocks.extend(clause.text.as_ref().map(|text| Block::Quote(text.to_string())));
        }
    }
}

fn document_term(term: Term) -> Message {
    match (term.from, term.until) {
        (Some(from), Some(until)) => {
            Message::new("show-term").with("from", from.to_string()).with("until", until.to_string())
        }
        (Some(from), None) => Message::new("show-term-from").with("from", from.to_string()),
        (None, Some(until)) => Message::new("show-term-until").with("until", until.to_string()),
        (None, None) => Message::new("show-term-unknown"),
    }
}

fn rule_term(term: Term) -> Message {
    let message = match (term.from, term.until) {
        (Some(_), Some(_)) => Message::new("show-rule-term"),
        (Some(_), None) => Message::new("show-rule-term-from"),
        (None, _) => Message::new("show-rule-term-until"),
    };
    let day = |day: Option<Date>| day.map_or_else(String::new, |day| day.to_string());
    message.with("from", day(term.from)).with("until", day(term.until))
}

/// All values of a rule by their days, where there is more than one.
fn history(rule: &Rule) -> Table {
    type Entry<'a> = Column<'a, &'a DatedValue<Figure>>;
    let columns = vec![
        Entry::text("from", |entry| entry.term.from),
        Entry::text("until", |entry| entry.term.until),
        Entry::text("value", |entry| Cell::text(&values::text(&entry.value))),
        Entry::text("clause", |entry| entry.clause.as_ref().map(Cell::name)),
        Entry::text("assumed", |entry| entry.assumed.as_ref().map(words::cell)),
    ];
    Table::of("values", &rule.figures.values, columns)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agreement::library;
    use crate::diagnostics::message::Arg;

    fn report(name: &str, year: i16) -> Report {
        show(&[library::load(name).unwrap()], Date::constant(year, 5, 1))
    }

    /// The cells of a rule's row for programs, by their columns.
    fn cell(report: &Report, rule: &str, column: &str) -> Cell {
        let tables =
            report.blocks.iter().filter_map(|block| if let Block::Data(table) = block { Some(table) } else { None });
        let table = tables.into_iter().find(|table| table.key == "rules").unwrap();
        assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
        let index = |key: &str| table.columns.iter().position(|one| one.key == key).unwrap();
        let row = table.rows.iter().find(|row| row[index("rule")] == Cell::text(rule)).unwrap();
        row[index(column)].clone()
    }

    #[test]
    fn the_figures_are_those_of_the_day() {
        // 2070 from 2021-08-01, 2260 from 2024-01-01 for tier 2, 2430 from 2026-01-01; nothing is known before 2014-08-01
        let tiers = "1=2280; 2=2070; 3=1840";
        assert_eq!(cell(&report("zhejiang-law", 2022), "minimum-wage", "value"), Cell::text(tiers));
        assert_eq!(cell(&report("zhejiang-law", 2022), "minimum-wage", "until"), Cell::text("2023-12-31"));
        let tiers = "1=2490; 2=2260; 3=2010";
        assert_eq!(cell(&report("zhejiang-law", 2024), "minimum-wage", "value"), Cell::text(tiers));
        let tiers = "1=2660; 2=2430; 3=2180";
        assert_eq!(cell(&report("zhejiang-law", 2026), "minimum-wage", "value"), Cell::text(tiers));
        assert_eq!(cell(&report("zhejiang-law", 2026), "minimum-wage", "until"), Cell::Missing);
        assert_eq!(cell(&report("zhejiang-law", 2014), "minimum-wage", "value"), Cell::Missing);
    }

    #[test]
    fn a_clause_is_quoted_and_its_band_said() {
        let report = report("anji-courier", 2022);
        let quoted =
            |words: &str| report.blocks.iter().any(|block| matches!(block, Block::Quote(text) if text == words));
        assert!(quoted("明确了快递员实行计件工资制，派送单件提成0.6~1元，计件工资根据实际派送件数确定"));
        let band =
            Message::new("show-rate-band").arg("per", Arg::Word("per-parcel")).with("min", "0.60").with("max", "1.00");
        assert!(report.blocks.iter().any(|block| matches!(block, Block::Paragraph(said) if *said == band)));
        assert_eq!(cell(&report, "delivery", "where"), Cell::text("service=delivery"));
        assert_eq!(cell(&report, "delivery", "unit"), Cell::text("yuan/parcel"));
    }

    #[test]
    fn holidays_are_those_of_the_year() {
        let days = |year: i16| {
            let blocks = report("zhejiang-law", year).blocks;
            let said = blocks
                .into_iter()
                .filter_map(|block| if let Block::Paragraph(said) = block { Some(said) } else { None });
            said.into_iter().find(|said| said.id.starts_with("show-holidays")).unwrap()
        };
        // 11 days to 2024, 13 from 2025 on
        let listed = |year| {
            days(year).args.iter().find_map(|(name, arg)| match arg {
                Arg::Text(text) if *name == "days" => Some(text.split(", ").count()),
                _ => None,
            })
        };
        assert_eq!((listed(2022), listed(2025)), (Some(11), Some(13)));
        assert_eq!(days(2030).id, "show-holidays-unknown");
    }
}

//! The payslip of one courier to read and to check with pen and paper: formulas, clauses, what gave way, what did not apply.

mod data;
pub(in crate::report::views) mod formula;
pub(in crate::report::views) mod sentence;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::agreement::{Agreement, Rule, Words};
use crate::deliveries::{Fate, LogRow};
use crate::diagnostics::Message;
use crate::diagnostics::message::Arg;
use crate::pay::explain::{Basis, Explained, Explanation, PremiumDay, StretchToppedUp};
use crate::pay::line::{Line, Unit};
use crate::pay::{PayRun, Payslip, Scenario};
use crate::report::views::pay;
use crate::report::views::pay::{QUANTITY_PLACES, lines_table};
use crate::report::views::show::either;
use crate::report::{Block, Cell, ColumnKind, Heading as Column, Report, Table};
use crate::units::{Decimal, PayPeriod, rounding};

/// The report on some couriers; `rows` are those of the second reading, where it was asked for.
#[must_use]
pub fn explain(couriers: &[Arc<str>], explanation: &Explanation<'_>, rows: Option<&[LogRow]>) -> Report {
    let payslips: Vec<_> = explanation.payslips.iter().map(|one| one.payslip.clone()).collect();
    let run = PayRun { payslips, ..PayRun::default() };
    let mut page = Page::default();
    for courier in couriers {
        page.payslips(courier, explanation);
    }
    page.clauses(2);
    page.beside(explanation);
    page.blocks.push(Block::Sheet(lines_table(&run, explanation.agreement)));
    page.blocks.push(Block::Data(Table { key: "payslips", ..pay::couriers(&run) }));
    page.blocks.extend(data::tables(explanation).map(Block::Data));
    if let Some(rows) = rows {
        page.rows(rows);
    }
    Report { name: "explain", version: 1, blocks: page.blocks, notes: explanation.notes.clone() }
}

/// A clause named so far: the place of its rule, the article, and what a line of it rests on.
type Cited<'a> = (Option<usize>, Arc<str>, &'a Basis<'a>);

/// What is being written, and the clauses named so far, which stand at the end.
#[derive(Default)]
pub(in crate::report::views) struct Page<'a> {
    pub(in crate::report::views) blocks: Vec<Block>,
    clauses: Vec<Cited<'a>>,
    /// Whether two people have the id.
    are_two: bool,
    /// What was said of the rules of each month and company.
    said: Vec<(PayPeriod, Arc<str>, Message)>,
}

impl<'a> Page<'a> {
    pub(in crate::report::views) fn heading(&mut self, depth: u8, message: Message) {
        self.blocks.push(Block::Heading(depth, message));
    }

    pub(in crate::report::views) fn say(&mut self, message: Message) {
        self.blocks.push(Block::Paragraph(message));
    }

    fn payslips(&mut self, courier: &str, explanation: &'a Explanation<'a>) {
        let payslips = || explanation.payslips.iter().filter(|one| *one.payslip.courier == *courier);
        let names = payslips().map(|one| &*one.payslip.name).filter(|name| !name.is_empty());
        let names: BTreeSet<&str> = names.collect();
        // Where two people have the id, each payslip says whose it is.
        self.are_two = names.len() > 1;
        let name = names.first().filter(|_| !self.are_two);
        let title = Message::new("explain-title").with("courier", courier);
        let named = if name.is_some() { "yes" } else { "no" };
        self.heading(1, title.with("named", named).with("name", name.copied().unwrap_or_default()));
        if payslips().next().is_none() {
            self.say(Message::new("explain-nothing"));
        }
        for explained in payslips() {
            self.payslip(explanation, explained);
        }
    }

    fn payslip(&mut self, explanation: &'a Explanation<'a>, explained: &'a Explained<'a>) {
        let payslip = &explained.payslip;
        let placed = if payslip.company.is_empty() { "no" } else { "yes" };
        let heading = match payslip.scenario {
            Scenario::Agreed => Message::new("explain-payslip"),
            Scenario::Low => Message::new("explain-payslip-low"),
            Scenario::High => Message::new("explain-payslip-high"),
        };
        let heading = heading.arg("month", Arg::Said(sentence::period(payslip.month))).with("placed", placed);
        let whose =
            if self.are_two { format!("{} · {}", payslip.company, payslip.name) } else { payslip.company.to_string() };
        self.heading(2, heading.with("company", whose));
        let due = Message::new("explain-due").count("parcels", payslip.parcels);
        self.say(due.with("pay", formula::money(payslip.pay().0)));
        if !payslip.lines.is_empty() {
            let table = self.lines(explanation.agreement, explained);
            self.blocks.push(Block::Shown(table));
        }
        self.blocks.extend(formula::rates(payslip, &explained.bases).map(Block::Paragraph));
        self.blocks.extend(formula::counted(payslip).map(Block::Paragraph));
        self.blocks.extend(formula::aside(payslip).map(Block::Paragraph));
        self.blocks.extend(formula::absent(payslip).map(Block::Paragraph));
        self.blocks.extend(explained.absences.iter().map(sentence::absence).map(Block::Paragraph));
        for kept in &explained.bases_kept {
            let message = Message::new("explain-kept").with("base", formula::money(kept.base));
            let place = format!("{}:{}", kept.place.file, kept.place.line);
            self.say(message.with("day", kept.day.to_string()).with("at", place));
        }
        for (service, parcels) in &explained.unpaid {
            self.say(Message::new("explain-unpaid").with("service", &**service).count("parcels", *parcels));
        }
        let alike = |one: &PremiumDay<'_>, next: &PremiumDay<'_>| {
            std::ptr::eq(one.rule, next.rule) && (one.unit, one.rate) == (next.unit, next.rate)
        };
        for days in explained.premium_days.chunk_by(alike) {
            let heading = Message::new("explain-days").arg("title", either(&days[0].rule.title));
            let heading = heading.with("unit", days[0].unit.as_str());
            self.heading(3, heading.with("rate", days[0].rate.to_string()));
            self.blocks.push(Block::Shown(of_days(days)));
        }
        for topped in explained.topped_up.chunk_by(|one, next| std::ptr::eq(one.rule, next.rule)) {
            if topped.len() > 1 {
                self.heading(3, Message::new("explain-topped").arg("title", either(&topped[0].rule.title)));
                self.blocks.push(Block::Shown(one_by_one(topped)));
            }
        }
        let agreement = explanation.agreement;
        let superseded = explained.superseded.iter();
        let superseded = superseded.map(|one| sentence::superseded(one, agreement, payslip.month)).collect();
        self.sentences(payslip, Message::new("explain-lost"), superseded);
        let not_applied = explained.not_applied.iter();
        let not_applied = not_applied.map(|(rule, why)| sentence::not_applied(rule, why, payslip.month)).collect();
        self.sentences(payslip, Message::new("explain-not-applied"), not_applied);
    }

    /// Sentences under a heading, each said once: two agreements may say the same, and both ends of a band.
    fn sentences(&mut self, payslip: &Payslip, heading: Message, sentences: Vec<Message>) {
        let key = |sentence: Message| (payslip.month, Arc::clone(&payslip.company), sentence);
        let mut new = Vec::new();
        for sentence in sentences.into_iter().map(key) {
            if !self.said.contains(&sentence) {
                self.said.push(sentence.clone());
                new.push(sentence.2);
            }
        }
        if !new.is_empty() {
            self.heading(3, heading);
            self.blocks.extend(new.into_iter().map(Block::Paragraph));
        }
    }

    /// The lines as formulas, each with the number of its clause.
    pub(in crate::report::views) fn lines(&mut self, agreement: &Agreement, explained: &'a Explained<'a>) -> Table {
        let payslip = &explained.payslip;
        // Lines that differ by their rates alone are told apart by their days.
        let twice = |line: &Line| {
            let same = |other: &&Line| {
                (other.ground.place(), &other.area, &other.service) == (line.ground.place(), &line.area, &line.service)
                    && other.tier.is_none()
            };
            line.tier.is_none() && payslip.lines.iter().filter(same).count() > 1
        };
        let row = |(line, basis): (&Line, &'a Basis<'a>)| {
            vec![
                Cell::Text(format!("[{}]", self.number(line, basis, agreement)).into()),
                Cell::Said(Box::new(formula::item(line, basis, twice(line)))),
                Cell::Said(Box::new(formula::of_line(line, payslip, String::new()))),
                Cell::Money(line.amount.0),
            ]
        };
        let rows: Vec<_> = payslip.lines.iter().zip(&explained.bases).map(row).collect();
        let columns = ["ref", "item", "formula"].map(|key| Column { key, kind: ColumnKind::Item });
        let columns = columns.into_iter().chain([Column { key: "amount", kind: ColumnKind::Money }]).collect();
        let total = vec![Cell::Missing, Cell::Word("total"), Cell::Missing, Cell::Money(payslip.pay().0)];
        Table { key: "lines", columns, rows: rows.into(), total: Some(total) }
    }

    /// The number under which the clause of a line stands at the end.
    fn number(&mut self, line: &Line, basis: &'a Basis<'a>, agreement: &Agreement) -> usize {
        let (place, clause) = (line.ground.place(), line.ground.clause(agreement));
        let same = |(of, words, _): &Cited<'_>| (*of, words) == (place, clause);
        let at = self.clauses.iter().position(same).unwrap_or_else(|| {
            self.clauses.push((place, Arc::clone(clause), basis));
            self.clauses.len() - 1
        });
        at + 1
    }

    /// The clauses named so far in one line, each with its number.
    pub(in crate::report::views) fn clauses_in_short(&self) -> Message {
        let of = |words: &dyn Fn(&Rule) -> &str| {
            let clause = |(at, (_, clause, basis)): (usize, &Cited<'_>)| {
                let title = basis.rule.map_or("", words);
                format!(
                    "[{}] {}",
                    at + 1,
                    [title, &**clause].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
                )
            };
            self.clauses.iter().enumerate().map(clause).collect::<Vec<_>>().join("; ")
        };
        let (en, zh) = (of(&|rule| &rule.title.en), of(&|rule| &rule.title.zh).replace("; ", "；"));
        Message::new("explain-words").arg("words", Arg::Either { en, zh })
    }

    /// The words of each clause named.
    pub(in crate::report::views) fn clauses(&mut self, depth: u8) {
        if self.clauses.is_empty() {
            return;
        }
        self.heading(depth, Message::new("explain-clauses"));
        for (at, (_, clause, basis)) in std::mem::take(&mut self.clauses).into_iter().enumerate() {
            let number = (at + 1).to_string();
            let Some(rule) = basis.rule else {
                self.say(Message::new("explain-contract").with("number", number));
                continue;
            };
            let message = Message::new("explain-clause").with("number", number).with("clause", &*clause);
            let message = message.arg("title", either(&rule.title)).arg("document", either(&rule.document.title));
            self.say(message.with("agreement", &*rule.document.agreement));
            self.blocks.extend(basis.texts.iter().map(|text| Block::Quote(text.to_string())));
            for why in &basis.assumed {
                self.say(Message::new("explain-assumed").arg("why", either(why)));
            }
        }
    }

    /// The rules from which no line can come.
    fn beside(&mut self, explanation: &Explanation<'_>) {
        if explanation.beside.is_empty() {
            return;
        }
        let mut titles: Vec<&Words> = Vec::new();
        for rule in &explanation.beside {
            if !titles.contains(&&rule.title) {
                titles.push(&rule.title);
            }
        }
        let joined = |title: fn(&Words) -> &str, between| {
            titles.iter().map(|words| title(words)).collect::<Vec<_>>().join(between)
        };
        let rules = Arg::Either { en: joined(|words| &words.en, "; "), zh: joined(|words| &words.zh, "；") };
        self.say(Message::new("explain-beside").arg("rules", rules));
    }

    /// The rows of the log.
    fn rows(&mut self, rows: &[LogRow]) {
        self.heading(2, Message::new("explain-rows"));
        let count = |fate: Fate| rows.iter().filter(|row| row.fate == fate).count() as u64;
        let parcels = rows.iter().filter(|row| row.fate == Fate::Counted).filter_map(|row| row.parcels).sum();
        let message = Message::new("explain-rows-sum").count("rows", count(Fate::Counted)).count("parcels", parcels);
        self.say(message.count("undelivered", count(Fate::NotDelivered)));
        let (left_out, duplicates) = (count(Fate::LeftOut), count(Fate::Duplicate));
        let taken_back = count(Fate::TakenBack);
        if left_out + duplicates + taken_back > 0 {
            let message = Message::new("explain-rows-beside").count("left_out", left_out);
            let message = message.count("taken_back", taken_back);
            self.say(message.count("duplicates", duplicates));
        }
        self.blocks.push(Block::Table(data::rows(rows)));
    }
}

/// The parcels or hours behind one premium, day by day.
fn of_days(days: &[PremiumDay<'_>]) -> Table {
    let quantity = |quantity| Cell::Number(rounding::shown(quantity, QUANTITY_PLACES).normalize());
    let row = |day: &PremiumDay<'_>| {
        vec![
            Cell::Text(day.date.to_string().into()),
            Cell::text(&day.area),
            Cell::Said(Box::new(formula::of_day(day))),
            quantity(day.quantity),
        ]
    };
    let key = match days[0].unit {
        Unit::Hour => "hours",
        Unit::Day => "days",
        _ => "parcels",
    };
    let columns = vec![
        Column { key: "date", kind: ColumnKind::Item },
        Column::text("area"),
        Column { key: "formula", kind: ColumnKind::Item },
        Column { key, kind: ColumnKind::Number },
    ];
    let sum = quantity(days.iter().map(|day| day.quantity).sum());
    let total = (days.len() > 1).then(|| vec![Cell::Word("total"), Cell::Missing, Cell::Missing, sum]);
    Table { key: "premium_days", columns, rows: days.iter().map(row).collect(), total }
}

/// What a guarantee tops up, order by order or day by day.
fn one_by_one(topped: &[StretchToppedUp<'_>]) -> Table {
    let row = |one: &StretchToppedUp<'_>| {
        vec![
            one.date.map_or(Cell::Missing, |date| Cell::Text(date.to_string().into())),
            Cell::Count(one.alike),
            Cell::Said(Box::new(formula::topped_up(one))),
            Cell::Money(one.amount.0 * Decimal::from(one.alike)),
        ]
    };
    let columns = vec![
        Column { key: "date", kind: ColumnKind::Item },
        Column { key: "alike", kind: ColumnKind::Count },
        Column { key: "formula", kind: ColumnKind::Item },
        Column { key: "amount", kind: ColumnKind::Money },
    ];
    let sum = topped.iter().map(|one| one.amount.0 * Decimal::from(one.alike)).sum();
    let total = Some(vec![Cell::Word("total"), Cell::Missing, Cell::Missing, Cell::Money(sum)]);
    Table { key: "topped_up", columns, rows: topped.iter().map(row).collect(), total }
}

/// A title of a rule, or what the base wage of the labour contract is called.
fn title(rule: Option<&Rule>) -> Arg {
    rule.map_or(Arg::Word("contract-base"), |rule| either(&rule.title))
}

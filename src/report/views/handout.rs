//! `handout` as a page: what is proposed in whose words, what it costs and whom it reaches, and how that was reckoned.

use std::sync::Arc;

use crate::agreement::altered::Altered;
use crate::agreement::proposal::Proposal;
use crate::agreement::rule::Rule;
use crate::agreement::{Agreement, Words};
use crate::cost::people::Group;
use crate::cost::split::Share;
use crate::cost::years::Year;
use crate::cost::{By, Cost};
use crate::diagnostics::message::Arg;
use crate::diagnostics::{Message, Problems};
use crate::report::views::words::either;
use crate::report::views::{altered, compare};
use crate::report::{Block, Cell, Report};
use crate::units::Term;

/// What each proposal comes to, under its title, and what has to be said of it.
type Compared<T> = (Vec<(Cell, T)>, Vec<Message>);

/// All that the page says.
#[derive(Debug)]
pub struct HandoutPage<'a> {
    /// The agreement in force.
    pub agreement: &'a Agreement,
    /// The days of the log.
    pub days: Term,
    /// The parcels of the log.
    pub parcels: u64,
    /// The proposals.
    pub proposals: &'a [Proposal],
    /// The terms that each changes.
    pub terms: Vec<(Cell, Vec<Altered>)>,
    /// What each costs in a year.
    pub cost: Compared<Cost>,
    /// What each change of each costs, or why that is not known.
    pub clauses: Result<Compared<Vec<Share>>, Problems>,
    /// Whom each reaches, or why that is not known.
    pub people: Result<Compared<Vec<Group>>, Problems>,
    /// What each costs year by year.
    pub years: Compared<Vec<Year>>,
}

/// The page.
#[must_use]
pub fn handout(page: &HandoutPage<'_>) -> Report {
    let mut made = Made::default();
    made.blocks.push(Block::Heading(1, Message::new("handout-title")));
    made.say(Message::new("handout-agreements").arg("titles", titles(page.agreement)));
    if let (Some(from), Some(until)) = (page.days.from, page.days.until) {
        let log = Message::new("handout-log").with("from", from.to_string()).with("until", until.to_string());
        made.say(log.count("parcels", page.parcels));
    }
    made.part("handout-terms", Report::of("terms", altered::in_words(&page.terms), altered::notes(&page.terms)));
    for rule in changed(page) {
        made.words(rule);
    }
    let (costs, notes) = &page.cost;
    made.part("handout-cost", compare::cost(costs, By::Company, notes.clone()));
    let called = |share: &Share| in_words(page, share);
    made.part_or("handout-clauses", &page.clauses, |shares, notes| {
        compare::called(shares, By::Company, true, (notes, &called))
    });
    made.part_or("handout-people", &page.people, compare::people);
    let (years, notes) = &page.years;
    made.part("handout-years", compare::years(years, notes.clone()));
    made.blocks.push(Block::Heading(2, Message::new("handout-reckoned")));
    Report { name: "handout", version: 1, blocks: made.blocks, notes: made.notes }
}

/// The titles of all documents of an agreement.
fn titles(agreement: &Agreement) -> Arg {
    let joined = |title: fn(&Words) -> &str, between: &str| {
        agreement.documents.iter().map(|document| title(&document.title)).collect::<Vec<_>>().join(between)
    };
    Arg::Either { en: joined(|words| &words.en, "; "), zh: joined(|words| &words.zh, "、") }
}

/// A change by the title of its rule, with the change as it is typed behind it.
fn in_words(page: &HandoutPage<'_>, share: &Share) -> Cell {
    let changes = page.proposals.iter().flat_map(|proposal| &proposal.changes);
    let change = changes.into_iter().find(|change| change.text == share.change);
    let rule = change.and_then(|change| page.agreement.rules.iter().find(|rule| rule.id == change.rule));
    rule.map_or_else(
        || Cell::name(&share.change),
        |rule| Message::new("handout-term").arg("title", either(&rule.title)).with("path", &*share.change).into(),
    )
}

/// The rules that any proposal changes, in the order of the agreement.
fn changed<'a>(page: &HandoutPage<'a>) -> impl Iterator<Item = &'a Rule> {
    let changes: Vec<&str> =
        page.proposals.iter().flat_map(|proposal| &proposal.changes).map(|change| &*change.rule).collect();
    page.agreement.rules.iter().filter(move |rule| changes.contains(&&*rule.id))
}

/// The page as far as it is made.
#[derive(Default)]
struct Made {
    blocks: Vec<Block>,
    notes: Vec<Message>,
}

impl Made {
    fn say(&mut self, message: Message) {
        self.blocks.push(Block::Paragraph(message));
    }

    /// A rule as it was agreed.
    fn words(&mut self, rule: &Rule) {
        let words = Message::new("handout-words").arg("title", either(&rule.title));
        let words = words.arg("agreement", either(&rule.document.title)).with("clause", &*rule.clause);
        self.say(words);
        self.blocks.push(Block::Quote(Arc::clone(&rule.text).to_string()));
    }

    /// What people see of a report, under a title; each remark is made once.
    fn part(&mut self, title: &'static str, report: Report) {
        self.blocks.push(Block::Heading(2, Message::new(title)));
        let shown = report
            .blocks
            .into_iter()
            .filter(|block| !matches!(block, Block::Data(_) | Block::Sheet(_) | Block::Workbook(_)));
        self.blocks.extend(shown);
        for note in report.notes {
            if !self.notes.contains(&note) {
                self.notes.push(note);
            }
        }
    }

    /// The same of what is perhaps not known.
    fn part_or<T>(
        &mut self,
        title: &'static str,
        found: &Result<Compared<T>, Problems>,
        report: impl Fn(&[(Cell, T)], Vec<Message>) -> Report,
    ) {
        match found {
            Ok((compared, notes)) => self.part(title, report(compared, notes.clone())),
            Err(problems) => {
                self.blocks.push(Block::Heading(2, Message::new(title)));
                for problem in problems {
                    self.say(Message::new("handout-unknown").arg("why", Arg::Said(problem.message.clone())));
                }
            }
        }
    }
}

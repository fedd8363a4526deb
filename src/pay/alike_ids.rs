//! Ids that differ only in leading zeros, width or case between two tables: most likely one courier, written in two ways.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use hashbrown::{HashMap, HashSet};
use rustc_hash::FxBuildHasher;

use crate::deliveries::Tally;
use crate::diagnostics::Message;
use crate::diagnostics::message::Arg;
use crate::tables::alike;
use crate::workforce::{Workforce, person};

/// The ids of a table, and the word by which it goes.
pub type IdsOf = (&'static str, BTreeSet<Arc<str>>);

/// Ids of two tables that are alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlikeIds {
    /// The words by which the tables go.
    pub tables: [&'static str; 2],
    /// One of the first table beside one of the second, of which one is in one of the tables only.
    pub pairs: Vec<[Arc<str>; 2]>,
}

/// The ids of the log and of all that is known of those who work.
#[must_use]
pub fn ids_of(tally: &Tally, workforce: &Workforce) -> Vec<IdsOf> {
    let mut of_log = vec![false; tally.names.len()];
    tally.rows.iter().for_each(|row| of_log[row.courier as usize] = true);
    let log = tally.names.iter().zip(of_log).filter(|(_, used)| *used).map(|(name, _)| Arc::clone(name)).collect();
    let roster = workforce.roster.iter().flat_map(|roster| roster.people());
    let attendance = workforce.attendance.iter().flat_map(|attendance| attendance.people());
    let rates = workforce.rates.ladders.iter().map(|ladder| Arc::clone(&ladder.named.courier));
    vec![
        ("log", log),
        ("roster", roster.map(|(person, _)| person::id(person)).collect()),
        ("attendance", attendance.map(person::id).collect()),
        ("protected", workforce.protected.people().map(person::id).collect()),
        ("rates", rates.filter(|courier| !courier.is_empty()).collect()),
    ]
}

/// What is to be said of ids that are alike: one note of all that have lost zeros in one way, and one for each two tables of the others.
#[must_use]
pub fn notes_on_ids(tables: &[IdsOf]) -> Vec<Message> {
    let alike = alike_ids(tables);
    let zeros = Zeros::among(&alike);
    let others = alike.iter().filter_map(|AlikeIds { tables, pairs }| {
        let others = || pairs.iter().filter(|[one, other]| zeros.is_none() || shorter(one, other).is_none());
        let [first, second] = others().next()?;
        let message = Message::new("pay-ids-alike").count("pairs", others().count() as u64);
        let message = message.arg("table", Arg::Word(tables[0])).arg("beside", Arg::Word(tables[1]));
        Some(message.with("first", &**first).with("second", &**second))
    });
    zeros.iter().map(Zeros::note).chain(others).collect()
}

/// Ids that are numbers without the zeros which they have in another table, where all have the same width with them.
struct Zeros<'a> {
    /// Each without and with its zeros.
    ids: BTreeMap<&'a str, &'a str>,
    width: usize,
    /// The tables that lack the zeros.
    tables: BTreeSet<&'static str>,
}

impl<'a> Zeros<'a> {
    fn among(alike: &'a [AlikeIds]) -> Option<Self> {
        let (mut ids, mut tables, mut widths) = (BTreeMap::new(), BTreeSet::new(), BTreeSet::new());
        for AlikeIds { tables: [first, second], pairs } in alike {
            for [one, other] in pairs {
                if let Some((short, full)) = shorter(one, other) {
                    ids.insert(short, full);
                    widths.insert(full.len());
                    tables.insert(if short == &**one { *first } else { *second });
                }
            }
        }
        let width = widths.first().copied().filter(|_| widths.len() == 1 && ids.len() > 1)?;
        Some(Self { ids, width, tables })
    }

    fn note(&self) -> Message {
        let mut ids = self.ids.iter();
        let message = Message::new("pay-ids-without-zeros").count("ids", self.ids.len() as u64);
        let message = message.arg("table", Arg::Word(self.tables.first().copied().unwrap_or_default()));
        let message = message.count("more", self.tables.len().saturating_sub(1) as u64);
        let examples = [("first", "first_full"), ("second", "second_full")];
        let message = examples.into_iter().fold(message, |message, (short, full)| {
            let (id, with_zeros) = ids.next().map_or(("", ""), |(id, with_zeros)| (*id, *with_zeros));
            message.with(short, id).with(full, with_zeros)
        });
        message.count("width", self.width as u64)
    }
}

/// Of two numbers that differ in nothing but zeros before them the shorter, then the longer.
fn shorter<'a>(one: &'a str, other: &'a str) -> Option<(&'a str, &'a str)> {
    let (short, full) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let zeros = full.strip_suffix(short).filter(|zeros| !zeros.is_empty())?;
    let is_number = short.bytes().all(|byte| byte.is_ascii_digit());
    (is_number && zeros.bytes().all(|byte| byte == b'0')).then_some((short, full))
}

/// The pairs of tables with ids that are alike, in the order of the tables.
#[must_use]
pub fn alike_ids(tables: &[IdsOf]) -> Vec<AlikeIds> {
    let written = written_in_two_ways(tables);
    let mut found = Vec::new();
    if written.is_empty() {
        return found;
    }
    for (at, (one, ids)) in tables.iter().enumerate() {
        for (other, others) in &tables[at + 1..] {
            // Where both have the same ids, none is in one of them only.
            if ids == others {
                continue;
            }
            let mut by_written: HashMap<&str, Vec<&Arc<str>>, FxBuildHasher> = HashMap::default();
            for other in others {
                if let Some(written) = written.get(&**other) {
                    by_written.entry(written).or_default().push(other);
                }
            }
            let beside = |id: &Arc<str>| {
                let all = written.get(&**id).and_then(|written| by_written.get(&**written)).into_iter().flatten();
                let apart = all.filter(|other| **other != id && (!others.contains(id) || !ids.contains(**other)));
                apart.map(|other| [Arc::clone(id), Arc::clone(other)]).collect::<Vec<_>>()
            };
            let pairs: Vec<_> = ids.iter().flat_map(beside).collect();
            if !pairs.is_empty() {
                found.push(AlikeIds { tables: [*one, *other], pairs });
            }
        }
    }
    found
}

/// The ids of all tables that another is alike to, each with how it is compared: in most months there is none.
fn written_in_two_ways(tables: &[IdsOf]) -> HashMap<&str, Arc<str>, FxBuildHasher> {
    let mut met: HashSet<&str, FxBuildHasher> = HashSet::default();
    let mut all: HashMap<String, Vec<&str>, FxBuildHasher> = HashMap::default();
    for id in tables.iter().flat_map(|(_, ids)| ids).filter(|id| met.insert(id)) {
        all.entry(alike::id(id)).or_default().push(id);
    }
    let mut found = HashMap::default();
    for (written, same) in all.into_iter().filter(|(_, same)| same.len() > 1) {
        let written: Arc<str> = written.into();
        found.extend(same.into_iter().map(|id| (id, Arc::clone(&written))));
    }
    found
}

//! Everyone in the log or on the roster: who they are, and which rows of the log are theirs.

use std::ops::Range;
use std::sync::Arc;

use crate::deliveries::Tally;
use crate::deliveries::tally::Row;
use crate::pay::earlier_months::EarlierMonths;
use crate::pay::names::as_number;
use crate::workforce::Workforce;
use crate::workforce::roster::Terms;

/// One person: the counts, and the rows of the roster.
#[derive(Clone)]
pub(crate) struct Courier<'a> {
    pub(crate) id: &'a Arc<str>,
    /// Who has the id: it alone, unless two people have it.
    pub(crate) person: Arc<str>,
    pub(crate) terms: &'a [Arc<Terms>],
    /// The places of the counts among the rows of all couriers.
    pub(crate) rows: Range<usize>,
}

/// The numbers of the rows, those of one courier together and in their order.
pub(crate) fn by_courier(tally: &Tally, earlier: &EarlierMonths) -> Vec<u32> {
    let all = || tally.rows.iter().chain(&tally.before).enumerate().filter(|(_, row)| earlier.keeps(tally, row));
    let mut ends = vec![0; tally.names.len()];
    all().for_each(|(_, row)| ends[row.courier as usize] += 1);
    let mut begin = 0;
    for end in &mut ends {
        begin += std::mem::replace(end, begin);
    }
    let mut rows = vec![0; begin];
    for (number, row) in all() {
        let end = &mut ends[row.courier as usize];
        rows[*end] = as_number(number);
        *end += 1;
    }
    rows
}

/// A row of the tally by its number.
pub(crate) fn row(tally: &Tally, number: u32) -> &Row {
    let number = number as usize;
    tally.rows.get(number).unwrap_or_else(|| &tally.before[number - tally.rows.len()])
}

/// Everyone in the log, from its rows in the order of the ids; those of two people with one id are put apart.
pub(crate) fn people<'a>(tally: &'a Tally, workforce: &Workforce, rows: &mut [u32]) -> Vec<Courier<'a>> {
    let mut people: Vec<Courier<'a>> = Vec::new();
    for group in rows.chunk_by_mut(|a, b| row(tally, *a).courier == row(tally, *b).courier) {
        let id = tally.name(row(tally, group[0]).courier);
        let roster = workforce.roster.as_deref().filter(|roster| roster.are_two(id));
        let person = |number: &u32| {
            roster.map_or_else(|| Arc::clone(id), |roster| roster.person(id, tally.name(row(tally, *number).company)))
        };
        if roster.is_some() {
            group.sort_by_cached_key(person);
        }
        for group in group.chunk_by(|a, b| roster.is_none() || person(a) == person(b)) {
            let from = people.last().map_or(0, |courier| courier.rows.end);
            people.push(Courier { id, person: person(&group[0]), terms: &[], rows: from..from + group.len() });
        }
    }
    people
}

/// Everyone in the log or on the roster, by id and person; where there is no roster, everyone in the attendance.
pub(crate) fn couriers<'a>(of_log: Vec<Courier<'a>>, workforce: &'a Workforce) -> Vec<Courier<'a>> {
    let of_roster = workforce.roster.iter().flat_map(|roster| roster.people());
    let of_roster = of_roster.map(|(person, terms)| (person, &terms[0].courier, terms));
    let attended = workforce.attendance.iter().filter(|_| workforce.roster.is_none());
    let attended = attended.flat_map(|attendance| attendance.people()).map(|id| (id, id, &[][..]));
    let mut of_roster = of_roster.chain(attended).peekable();
    let alone = |(person, id, terms): (&Arc<str>, &'a Arc<str>, &'a [Arc<Terms>])| Courier {
        id,
        person: Arc::clone(person),
        terms,
        rows: 0..0,
    };
    let mut couriers = Vec::with_capacity(of_log.len());
    for courier in of_log {
        while let Some(other) = of_roster.next_if(|(other, ..)| **other < courier.person) {
            couriers.push(alone(other));
        }
        let terms = of_roster.next_if(|(other, ..)| **other == courier.person).map_or(&[][..], |(.., terms)| terms);
        couriers.push(Courier { terms, ..courier });
    }
    couriers.extend(of_roster.map(alone));
    couriers
}

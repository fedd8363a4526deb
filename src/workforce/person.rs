//! Who is one person: ids are each company's own, so that rows of one id under two companies may be of two people.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::tables::alike;
use crate::workforce::terms::Terms;

/// What stands between an id and a company in the key of a person; no id has it.
const BETWEEN: char = '\u{1f}';

/// By what a person is known whose id another has too: the id and the first company in the order of the roster.
pub(crate) fn key(courier: &str, company: &str) -> Arc<str> {
    format!("{courier}{BETWEEN}{company}").into()
}

/// The id by which a person is known in files.
#[must_use]
pub fn id(person: &Arc<str>) -> Arc<str> {
    person.split_once(BETWEEN).map_or_else(|| Arc::clone(person), |(id, _)| id.into())
}

/// The rows of one id, person by person: those of two companies are of one, unless they disagree on name or sex.
pub(crate) fn people(rows: Vec<Arc<Terms>>) -> Vec<Vec<Arc<Terms>>> {
    let mut companies: Vec<Vec<Arc<Terms>>> = Vec::new();
    for row in rows {
        match companies.iter_mut().find(|company| company[0].company == row.company) {
            Some(company) => company.push(row),
            None => companies.push(vec![row]),
        }
    }
    let mut people: Vec<Vec<Arc<Terms>>> = Vec::new();
    for company in companies {
        match people.iter_mut().find(|person| agree(person, &company)) {
            Some(person) => person.extend(company),
            None => people.push(company),
        }
    }
    people
}

/// Whether some rows say the same name and sex as others, as far as both say one.
fn agree(one: &[Arc<Terms>], other: &[Arc<Terms>]) -> bool {
    let names = |rows: &[Arc<Terms>]| -> BTreeSet<String> {
        rows.iter().map(|row| alike::name(&row.name)).filter(|name| !name.is_empty()).collect()
    };
    let sexes = |rows: &[Arc<Terms>]| -> BTreeSet<_> { rows.iter().filter_map(|row| row.sex).collect() };
    meet(&names(one), &names(other)) && meet(&sexes(one), &sexes(other))
}

fn meet<T: Ord>(one: &BTreeSet<T>, other: &BTreeSet<T>) -> bool {
    one.is_empty() || other.is_empty() || !one.is_disjoint(other)
}

//! Ids that have lost the zeros before them in one of the files: 1 here is 0001 there.

use std::collections::{BTreeMap, BTreeSet};

use crate::sketch::file_table::FileTable;
use crate::tables::headings::Input;
use crate::tables::{alike, columns};

/// The width of the ids of a file that have lost zeros.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Zeros {
    pub width: usize,
    /// Whether nothing speaks against it: no company beside another, and no other name beside the id.
    pub is_sure: bool,
    /// The first id without its zeros.
    pub first: String,
    /// How many ids are without them.
    pub ids: usize,
}

/// The ids of a file that are numbers, each with the name beside it.
struct Ids {
    names: BTreeMap<String, String>,
    companies: usize,
}

impl Ids {
    fn of(input: Input, table: &FileTable) -> Self {
        let found = columns::find(&table.headings, input.columns()).positions;
        let position = |name: &str| {
            let column = input.columns().iter().position(|column| column.name == name)?;
            found[column]
        };
        let name = |row: &Vec<String>| {
            let roster = Input::Roster.columns().iter().find(|column| column.name == "name")?;
            table.known(roster).find(|at| Some(*at) != position("courier")).map(|at| alike::name(&row[at]))
        };
        let mut names = BTreeMap::new();
        for row in &table.rows {
            let id = position("courier").map(|at| alike::meant(&row[at]).into_owned()).unwrap_or_default();
            if !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit()) {
                names.entry(id).or_insert_with(|| name(row).unwrap_or_default());
            }
        }
        let companies = position("company").map(|at| table.values(at).collect::<BTreeSet<_>>().len());
        Self { names, companies: companies.unwrap_or(0) }
    }

    /// The ids that are shorter than they should be.
    fn short(&self, width: usize) -> impl Iterator<Item = (&String, &String)> {
        self.names.iter().filter(move |(id, _)| id.len() < width)
    }
}

/// For each file the width of its ids, where they have lost zeros that those of another file have.
pub(super) fn zeros(tables: &[(Input, &FileTable)]) -> Vec<Option<Zeros>> {
    let all: Vec<Ids> = tables.iter().map(|(input, table)| Ids::of(*input, table)).collect();
    let zeroed = all.iter().flat_map(|ids| ids.names.keys()).filter(|id| id.starts_with('0') && id.len() > 1);
    let widths: BTreeSet<usize> = zeroed.map(String::len).collect();
    let mut widths = widths.into_iter();
    let (Some(width), None) = (widths.next(), widths.next()) else { return vec![None; tables.len()] };
    // What the ids are is known from files that have lost no zeros.
    let whole = all.iter().filter(|ids| ids.short(width).next().is_none());
    let mut known: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (id, name) in whole.flat_map(|ids| &ids.names) {
        known.entry(id).or_default().insert(name);
    }
    let of = |ids: &Ids| {
        let full = |id: &str| format!("{id:0>width$}");
        let first = ids.short(width).find(|(id, _)| known.contains_key(&*full(id)))?.0.clone();
        let agrees = |(id, name): (&String, &String)| {
            let same = |others: &BTreeSet<&str>| others.iter().all(|other| *other == name || other.is_empty());
            name.is_empty() || known.get(&*full(id)).is_none_or(same)
        };
        let is_sure = ids.companies < 2 && ids.short(width).all(agrees);
        Some(Zeros { width, is_sure, first, ids: ids.short(width).count() })
    };
    all.iter().map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::encoding::Encoding;

    fn found(files: &[(Input, &str)]) -> Vec<Option<(usize, bool, String)>> {
        let table = |text: &str| FileTable::of_text(text, Encoding::Utf8).unwrap();
        let tables: Vec<_> = files.iter().map(|(input, text)| (*input, table(text))).collect();
        let tables: Vec<_> = tables.iter().map(|(input, table)| (*input, table)).collect();
        let brief = |zeros: Zeros| (zeros.width, zeros.is_sure, zeros.first);
        zeros(&tables).into_iter().map(|zeros| zeros.map(brief)).collect()
    }

    #[test]
    fn zeros_are_lost_where_another_file_has_them() {
        let roster = (Input::Roster, "工号,姓名\n0001,甲\n0012,乙\n");
        let log = |rows: &str| format!("工号,姓名,日期\n{rows}");
        let of = |rows: &str| found(&[roster, (Input::Log, &log(rows))])[1].clone();
        assert_eq!(of("1,甲,\n0012,乙,\n"), Some((4, true, "1".into())));
        // Another name, nobody's id, nothing lost, no number.
        assert_eq!(of("1,丙,\n"), Some((4, false, "1".into())));
        assert_eq!((of("7,甲,\n"), of("0001,甲,\n"), of("K1,甲,\n")), (None, None, None));
    }

    #[test]
    fn ids_of_two_lengths_say_nothing() {
        let files = [(Input::Roster, "工号,姓名\n0001,甲\n012,乙\n"), (Input::Log, "工号,日期\n1,\n")];
        assert_eq!(found(&files), [None, None]);
    }
}

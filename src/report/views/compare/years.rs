//! `compare --show years` as tables: what falls in each year, and what it leads to.

use crate::cost::years::Year;
use crate::diagnostics::Message;
use crate::report::{Block, Cell, Column, Kind, Report, Table};

/// The years of each proposal.
#[must_use]
pub fn years(proposals: &[(Cell, Vec<Year>)], notes: Vec<Message>) -> Report {
    let money = |key| Column { key, kind: Kind::Money };
    let year = Column { key: "year", kind: Kind::Item };
    let mut blocks = Vec::new();
    for (title, years) in proposals {
        blocks.push(Block::Heading(3, super::titled(title)));
        let columns =
            vec![year, money("in_year"), money("lasting"), money("one_off"), money("full_year"), money("carry_over")];
        let rows = years.iter().map(|year| {
            let amounts = [year.in_year, year.in_year - year.one_off, year.one_off, year.full_year, year.carry_over];
            [vec![named(year)], amounts.map(|amount| Cell::Money(amount.0)).to_vec()].concat()
        });
        blocks.push(Block::Shown(Table { key: "years", columns, rows: rows.collect(), total: None }));
    }
    let columns = |further: &[&'static str]| {
        let amounts = further.iter().map(|key| money(key));
        [Column::text("scenario"), year].into_iter().chain(amounts).collect::<Vec<_>>()
    };
    let (mut rows, mut apart) = (Vec::new(), Vec::new());
    for (title, years) in proposals {
        for year in years {
            let amounts = [year.in_year, year.full_year, year.carry_over].map(|amount| Cell::Money(amount.0));
            rows.push([vec![title.clone(), named(year)], amounts.to_vec()].concat());
            let amounts = [year.in_year - year.one_off, year.one_off].map(|amount| Cell::Money(amount.0));
            apart.push([vec![title.clone(), named(year)], amounts.to_vec()].concat());
        }
    }
    let table =
        |key, columns, rows: Vec<Vec<Cell>>| Block::Data(Table { key, columns, rows: rows.into(), total: None });
    blocks.push(table("rows", columns(&["in_year", "full_year", "carry_over"]), rows));
    blocks.push(table("apart", columns(&["lasting", "one_off"]), apart));
    Report { name: "compare-years", version: 1, blocks, notes }
}

fn named(year: &Year) -> Cell {
    Cell::text(&year.year.to_string())
}

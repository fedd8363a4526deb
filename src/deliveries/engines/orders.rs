//! What agreements ask of the rows of a table beside names and parcels: measures, columns that a `where` names, slices of the day.

use crate::agreement::asked::{DetailsAsked, MeasureAsked};
use crate::deliveries::engines::cells::Cells;
use crate::deliveries::engines::dialect::Dialect;
use crate::deliveries::engines::meant::SPACES;
use crate::deliveries::row::order_fields::ORDERS;
use crate::diagnostics::Place;
use crate::tables::map::{Cell, Heading, Part};
use crate::units::TimeOfDay;

/// A number as people and spreadsheets write it, between spaces of all kinds; of more places an engine keeps no exact sum.
const NUMBER: &str = "([-+]?(?:[0-9]+|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\\.[0-9]{1,16})?)";

/// The type in which measures are added up.
const DECIMAL: &str = "DECIMAL(38, 16)";

/// The largest number that a cell can say.
const LARGEST: u64 = 1_000_000_000_000;

/// More than there can be slices of a day.
const SLICES: u64 = 1000;

/// What is asked, as columns of the statement: `told_1` …, `measure_1` …, `orders`, `slice`.
pub(super) struct OrderColumns<'a> {
    pub(super) dialect: &'a dyn Dialect,
    pub(super) asked: &'a DetailsAsked,
    pub(super) part: &'a Part,
    /// Whether the table may lack columns, and has then what stands for them.
    pub(super) may_lack: bool,
}

impl OrderColumns<'_> {
    /// The columns of the table that it may lack, with what stands for them.
    pub(super) fn instead(&self) -> Vec<(&str, &'static str)> {
        if !self.asked.reads_rows() || !self.may_lack {
            return Vec::new();
        }
        let told = self.asked.columns.iter().map(|name| (&**name, ""));
        told.chain([(ORDERS, "1")]).collect()
    }

    fn told(&self) -> impl Iterator<Item = (String, &str)> {
        let is_there = |name: &&str| self.may_lack || matches!(heading(name), Heading::Numbered(_));
        let name = move |name| Some(name).filter(is_there).unwrap_or_default();
        (1..).zip(&self.asked.columns).map(move |(number, column)| (format!("told_{number}"), name(&**column)))
    }

    fn measures(&self) -> impl Iterator<Item = (String, &MeasureAsked)> {
        (1..).zip(&self.asked.measures).map(|(number, asked)| (format!("measure_{number}"), asked))
    }

    /// Where a measure stands in the table.
    fn cell_of(&self, asked: &MeasureAsked) -> Cell {
        self.part.measure(&asked.measure.name).cloned().unwrap_or_else(|| cell(&asked.measure.column))
    }

    /// What each row says in them, as text.
    pub(super) fn cells(&self, cells: &Cells<'_>) -> Vec<String> {
        let absent = format!("CAST(NULL AS {})", self.dialect.text_type());
        let text = |column: &str| match column {
            "" => absent.clone(),
            column => format!("c{}", cells.number(&cell(column), false)),
        };
        let orders = self.asked.reads_rows().then(|| {
            let orders = if self.may_lack { text(ORDERS) } else { "'1'".to_string() };
            format!("{orders} AS orders_said")
        });
        let told = self.told().map(|(name, column)| format!("{} AS {name}", text(column)));
        let measures = self
            .measures()
            .map(|(name, asked)| format!("c{} AS {name}_said", cells.number(&self.cell_of(asked), false)));
        told.chain(measures).chain(orders).collect()
    }

    /// The cells of names among them, in which a spreadsheet may have shown a fault.
    pub(super) fn named(&self) -> Vec<Cell> {
        self.told().filter(|(_, column)| !column.is_empty()).map(|(_, column)| cell(column)).collect()
    }

    /// The same with the digits of numbers, as far as they are some; `count` gives those of a count.
    pub(super) fn read(&self, count: impl Fn(&str) -> String) -> Vec<String> {
        let told = self.told().map(|(name, _)| name);
        let digits = |(name, _): (String, &MeasureAsked)| {
            let said = format!("{name}_said");
            let narrow = format!("translate({said}, '０１２３４５６７８９．，－＋', '0123456789.,-+')");
            let number = format!("^{SPACES}{NUMBER}{SPACES}\\z");
            let (fits, found) =
                (self.dialect.matches(&narrow, &number), self.dialect.rewritten(&narrow, &number, "$1"));
            format!("CASE WHEN {fits} THEN replace({found}, ',', '') END AS {name}_digits")
        };
        let orders = self.asked.reads_rows().then(|| format!("{} AS orders_digits", count("orders_said")));
        told.chain(self.measures().map(digits)).chain(orders).collect()
    }

    /// The numbers themselves.
    pub(super) fn numbers(&self) -> String {
        let measures =
            self.measures().map(|(name, _)| format!(",\n    TRY_CAST({name}_digits AS {DECIMAL}) AS {name}"));
        let orders = self.asked.reads_rows().then(|| ",\n    TRY_CAST(orders_digits AS BIGINT) AS orders".to_string());
        measures.chain(orders).collect()
    }

    /// What tells that they cannot be read.
    pub(super) fn faults(&self, most: u64) -> Vec<String> {
        let measures = self.measures().map(|(name, asked)| {
            let below = if asked.measure.may_be_negative() { String::new() } else { format!(" OR {name} < 0") };
            format!("{name} IS NULL OR abs({name}) > {LARGEST}{below}")
        });
        let orders = self.asked.reads_rows().then(|| format!("orders IS NULL OR orders > {most}"));
        measures.chain(orders).collect()
    }

    /// All of them, in the order in which a tally tells rows apart.
    pub(super) fn all(&self) -> Vec<String> {
        self.told().map(|(name, _)| name).chain(self.added()).collect()
    }

    /// What rows are grouped by, each under its name. Of several orders in one row each is like the others of it alone.
    pub(super) fn keys(&self) -> Vec<(String, String)> {
        let same = |name: String| (name.clone(), name);
        let slice = (!self.asked.slices.is_empty()).then(|| ("slice".to_string(), self.slice()));
        let told = self.told().map(|(name, _)| same(name));
        let apart = self.measures().filter(|(_, asked)| asked.apart);
        let apart: Vec<_> = apart.map(|(name, _)| (format!("{name}_apart"), name)).collect();
        let alike = (!apart.is_empty()).then(|| ("alike".to_string(), "orders".to_string()));
        slice.into_iter().chain(told).chain(apart).chain(alike).collect()
    }

    /// The slices of the day from the first parcel of a row to the last, as one number.
    fn slice(&self) -> String {
        let of = |time: &str| {
            let clock = self.dialect.clock(time);
            let begin = |(slice, at): (usize, &u32)| format!(" WHEN {clock} < '{}' THEN {slice}", TimeOfDay(*at));
            let slices: String = (0..).zip(&self.asked.slices).map(begin).collect();
            format!("CASE WHEN {time} IS NULL THEN NULL{slices} ELSE {} END", self.asked.slices.len())
        };
        let (first, last) = (of("coalesce(opens, closes)"), of("coalesce(closes, opens)"));
        format!("CASE WHEN {first} <= {last} THEN {SLICES} * {first} + {last} END")
    }

    /// What is added up.
    pub(super) fn added(&self) -> Vec<String> {
        let orders = self.asked.reads_rows().then(|| "orders".to_string());
        self.measures().map(|(name, _)| name).chain(orders).collect()
    }

    /// The sums of a group.
    pub(super) fn sums(&self) -> String {
        let sum = |name: &String| format!(",\n    sum(CASE WHEN NOT is_problem THEN {name} END) AS {name}");
        self.added().iter().map(sum).collect()
    }

    /// The columns of the tally.
    pub(super) fn answers(&self, cells: &Cells<'_>) -> String {
        let identifier = |name: &str| self.dialect.identifier(name);
        let told = self.told().zip(&self.asked.columns);
        let told = told.map(|((name, _), column)| {
            format!("{} AS {},\n  ", cells.guarded(&format!("tally.{name}")), identifier(column))
        });
        let orders = self.asked.reads_rows().then(|| format!("CAST(orders AS BIGINT) AS {ORDERS},\n  "));
        let measures = self.measures().map(|(name, asked)| {
            let text = format!("CAST({name} AS {})", self.dialect.text_type());
            let short = self.dialect.rewritten(&text, "\\.?0+\\z", "");
            // Zero of so many places is written otherwise by some engine.
            format!("CASE WHEN {name} = 0 THEN '0' ELSE {short} END AS {},\n  ", identifier(&asked.measure.column))
        });
        told.chain(orders).chain(measures).collect()
    }
}

fn heading(column: &str) -> Heading {
    let number = column.strip_prefix('#').and_then(|number| number.parse().ok());
    number.map_or_else(|| Heading::Named(column.into()), Heading::Numbered)
}

/// Whether a map takes columns by their numbers: such a table has no names that could be looked for.
pub(super) fn is_numbered(part: &Part) -> bool {
    let mut cells = part.columns.iter().flat_map(|(_, taken)| taken.origin.cells());
    cells.any(|cell| matches!(cell.heading, Heading::Numbered(_)))
}

fn cell(column: &str) -> Cell {
    Cell { heading: heading(column), place: Place::in_line(&column.into(), 1, column, 0..column.len()) }
}

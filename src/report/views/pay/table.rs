//! Payslips added up to the rows of a table while they are made: of each no more is kept than its row shows.

use std::collections::BTreeMap;
use std::sync::Arc;

use hashbrown::HashSet;
use rustc_hash::FxBuildHasher;

use crate::pay::{Component, Payslip, Scenario};
use crate::report::{Cell, Table, table};
use crate::units::{PayPeriod, Yuan};

type Column = table::Column<'static, Row>;

/// What a row stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PayRow {
    /// A courier of a company, in a month.
    Courier,
    /// A company, in a month.
    Company,
    /// An area of a company, in a month: parcels and piece pay.
    Area,
    /// A month.
    Month,
}

/// The parts of the pay, each with the key of its column.
const PARTS: [(Component, &str); 5] = [
    (Component::Base, "base"),
    (Component::Piece, "piece"),
    (Component::Premium, "premium"),
    (Component::Allowance, "allowance"),
    (Component::TopUp, "top_up"),
];

/// The table of a run that is being made.
#[derive(Debug)]
pub struct PayTable {
    by: PayRow,
    /// Of single payslips.
    slips: Vec<Row>,
    /// Of several payslips each.
    groups: BTreeMap<Key, Sums>,
    all: Sums,
}

/// Scenario, month, company, courier or area.
type Key = (Scenario, PayPeriod, Arc<str>, Arc<str>);

/// A row of the table.
#[derive(Debug)]
struct Row {
    key: Key,
    /// The name of the courier.
    name: Arc<str>,
    couriers: u64,
    parcels: u64,
    parts: Parts,
}

/// What several payslips come to.
#[derive(Debug, Default)]
struct Sums {
    /// Those counted, where one courier can come again.
    known: HashSet<Arc<str>, FxBuildHasher>,
    couriers: u64,
    parcels: u64,
    parts: Parts,
}

/// Sums of the parts of the pay, in the order of [`Component`].
#[derive(Clone, Copy, Debug, Default)]
struct Parts([Yuan; 5]);

impl PayTable {
    /// With no payslip yet.
    #[must_use]
    pub fn new(by: PayRow) -> Self {
        Self { by, slips: Vec::new(), groups: BTreeMap::new(), all: Sums::default() }
    }

    /// Takes a payslip, in whatever order they come, as [`pay_each`](crate::pay::pay_each) hands them over. Each courier has one
    /// of a company, a month and a scenario.
    pub fn add(&mut self, payslip: &Payslip) {
        let (parcels, parts) = (payslip.parcels, Parts::of(payslip));
        let key = |company: &Arc<str>, part: &Arc<str>| {
            (payslip.scenario, payslip.month, Arc::clone(company), Arc::clone(part))
        };
        self.all.add(parcels, parts);
        match self.by {
            PayRow::Courier => {
                let key = key(&payslip.company, &payslip.courier);
                self.slips.push(Row { key, name: Arc::clone(&payslip.name), couriers: 1, parcels, parts });
            }
            PayRow::Company => {
                self.all.count_once(&payslip.person);
                let group = self.groups.entry(key(&payslip.company, &Arc::default())).or_default();
                group.couriers += 1;
                group.add(parcels, parts);
            }
            PayRow::Month => {
                self.all.count_once(&payslip.person);
                let group = self.groups.entry(key(&Arc::default(), &Arc::default())).or_default();
                group.count_once(&payslip.person);
                group.add(parcels, parts);
            }
            PayRow::Area => {
                for (area, parcels) in &payslip.parcels_by_area {
                    let group = self.groups.entry(key(&payslip.company, area)).or_default();
                    group.couriers += 1;
                    group.parcels += parcels;
                }
                for line in payslip.lines.iter().filter(|line| line.component == Component::Piece) {
                    let group = self.groups.entry(key(&payslip.company, &line.area)).or_default();
                    group.parts.add(Component::Piece, line.amount);
                }
            }
        }
    }

    /// The table, in the order of scenario, month, company, and courier or area.
    pub(super) fn finish(mut self, scenarios: &[Scenario]) -> Table {
        if scenarios.first() == Some(&Scenario::Low) {
            self.lower();
        }
        let (by, all) = (self.by, self.all);
        let part = |(component, key): (Component, &'static str)| {
            let column = Column::money(key, move |row| row.parts.of_part(component));
            column.total(all.parts.of_part(component)).only_if(by != PayRow::Area || component == Component::Piece)
        };
        let mut columns = vec![
            Column::text("scenario", |row| Cell::Word(row.key.0.as_str())).total(Cell::Word("total")),
            Column::text("month", |row| row.key.1),
            Column::text("company", |row| Cell::name(&row.key.2)).only_if(by != PayRow::Month),
            Column::text("courier", |row| Cell::name(&row.key.3)).only_if(by == PayRow::Courier),
            Column::text("name", |row| Cell::name(&row.name)).only_if(by == PayRow::Courier),
            Column::text("area", |row| Cell::name(&row.key.3)).only_if(by == PayRow::Area),
            // A courier of several areas would be counted several times.
            Column::count("couriers", |row| row.couriers)
                .total((by != PayRow::Area).then_some(all.couriers))
                .only_if(by != PayRow::Courier),
            Column::count("parcels", |row| row.parcels).total(all.parcels),
        ];
        columns.extend(PARTS.map(part));
        columns.push(Column::money("pay", |row| row.parts.sum()).total(all.parts.sum()).only_if(by != PayRow::Area));
        let mut rows = self.slips;
        rows.sort_by(|one, other| one.key.cmp(&other.key));
        rows.extend(self.groups.into_iter().map(|(key, Sums { couriers, parcels, parts, .. })| Row {
            key,
            name: Arc::default(),
            couriers,
            parcels,
            parts,
        }));
        // Two scenarios must not be added.
        Table::lazy("rows", rows, columns).summed_only_if(scenarios.len() == 1)
    }

    /// What was agreed turns out to be the lower end of a band.
    fn lower(&mut self) {
        let lower = |scenario| if scenario == Scenario::Agreed { Scenario::Low } else { scenario };
        for slip in &mut self.slips {
            slip.key.0 = lower(slip.key.0);
        }
        for ((scenario, month, company, part), group) in std::mem::take(&mut self.groups) {
            self.groups.entry((lower(scenario), month, company, part)).or_default().join(group);
        }
    }
}

impl Sums {
    fn count_once(&mut self, courier: &Arc<str>) {
        self.couriers += u64::from(self.known.insert(Arc::clone(courier)));
    }

    fn add(&mut self, parcels: u64, parts: Parts) {
        self.parcels += parcels;
        self.parts.0.iter_mut().zip(parts.0).for_each(|(sum, part)| *sum += part);
    }

    /// Takes in the payslips of other couriers.
    fn join(&mut self, other: Self) {
        self.known.extend(other.known);
        self.couriers += other.couriers;
        self.add(other.parcels, other.parts);
    }
}

impl Parts {
    fn of(payslip: &Payslip) -> Self {
        let mut parts = Self::default();
        payslip.lines.iter().for_each(|line| parts.add(line.component, line.amount));
        parts
    }

    fn add(&mut self, part: Component, amount: Yuan) {
        self.0[part as usize] += amount;
    }

    fn of_part(&self, part: Component) -> Yuan {
        self.0[part as usize]
    }

    fn sum(&self) -> Yuan {
        self.0.into_iter().sum()
    }
}

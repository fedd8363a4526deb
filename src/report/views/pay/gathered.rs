//! Payslips gathered to the rows of a table while they are made: of each no more is kept than its row shows.

use std::collections::BTreeMap;
use std::sync::Arc;

use hashbrown::HashSet;
use rustc_hash::FxBuildHasher;

use crate::pay::{Component, Payslip, Scenario};
use crate::report::rows::Drawn;
use crate::report::views::pay::{By, money, total};
use crate::report::{Cell, Column, Kind, Rows, Table};
use crate::units::{Month, Yuan};

/// The parts of the pay, in the order of their columns.
const PARTS: [Component; 5] =
    [Component::Base, Component::Piece, Component::Premium, Component::Allowance, Component::TopUp];

/// Payslips on their way to a table.
#[derive(Debug)]
pub struct Gathered {
    by: By,
    slips: Vec<Slip>,
    groups: BTreeMap<Key, Group>,
    all: Group,
}

/// Scenario, month, company, area.
type Key = (Scenario, Month, Arc<str>, Arc<str>);

/// What the row of a payslip shows.
#[derive(Debug)]
struct Slip {
    scenario: Scenario,
    month: Month,
    company: Arc<str>,
    courier: Arc<str>,
    name: Arc<str>,
    parcels: u64,
    parts: Parts,
}

/// What the row of several payslips shows.
#[derive(Debug, Default)]
struct Group {
    /// Those met, where one courier can come again.
    known: HashSet<Arc<str>, FxBuildHasher>,
    couriers: u64,
    parcels: u64,
    parts: Parts,
}

/// Sums of the parts of the pay.
#[derive(Clone, Copy, Debug, Default)]
struct Parts([Yuan; 5]);

impl Gathered {
    /// With no payslip yet.
    #[must_use]
    pub fn new(by: By) -> Self {
        Self { by, slips: Vec::new(), groups: BTreeMap::new(), all: Group::default() }
    }

    /// Takes one, in whatever order they come, as [`pay_each`](crate::pay::pay_each) hands them over. Each courier has one of a
    /// company, a month and a scenario.
    pub fn add(&mut self, payslip: &Payslip) {
        let (scenario, month, parts) = (payslip.scenario, payslip.month, Parts::of(payslip));
        self.all.add(payslip.parcels, parts);
        match self.by {
            By::Courier => self.slips.push(Slip {
                scenario,
                month,
                company: Arc::clone(&payslip.company),
                courier: Arc::clone(&payslip.courier),
                name: Arc::clone(&payslip.name),
                parcels: payslip.parcels,
                parts,
            }),
            By::Company => {
                self.all.know(&payslip.courier);
                let group = self.group((scenario, month, Arc::clone(&payslip.company), Arc::default()));
                group.couriers += 1;
                group.add(payslip.parcels, parts);
            }
            By::Month => {
                self.all.know(&payslip.courier);
                let group = self.group((scenario, month, Arc::default(), Arc::default()));
                group.know(&payslip.courier);
                group.add(payslip.parcels, parts);
            }
            By::Area => self.add_areas(payslip),
        }
    }

    /// Parcels and piece pay by area.
    fn add_areas(&mut self, payslip: &Payslip) {
        let key = |area: &Arc<str>| (payslip.scenario, payslip.month, Arc::clone(&payslip.company), Arc::clone(area));
        for (area, parcels) in &payslip.parcels_by_area {
            let group = self.group(key(area));
            group.couriers += 1;
            group.parcels += parcels;
        }
        for line in payslip.lines.iter().filter(|line| line.component == Component::Piece) {
            self.group(key(&line.area)).parts.add(Component::Piece, line.amount);
        }
    }

    fn group(&mut self, key: Key) -> &mut Group {
        self.groups.entry(key).or_default()
    }

    /// The table, in the order of scenario, month, company, and courier or area.
    pub(super) fn table(mut self, scenarios: &[Scenario]) -> Table {
        if scenarios.first() == Some(&Scenario::Low) {
            self.lower();
        }
        match self.by {
            By::Courier => self.couriers(scenarios),
            By::Company | By::Month => self.grouped(scenarios),
            By::Area => self.areas(scenarios),
        }
    }

    /// What was agreed turns out to be the lower end of a band.
    fn lower(&mut self) {
        for slip in self.slips.iter_mut().filter(|slip| slip.scenario == Scenario::Agreed) {
            slip.scenario = Scenario::Low;
        }
        for ((scenario, month, company, area), group) in std::mem::take(&mut self.groups) {
            let scenario = if scenario == Scenario::Agreed { Scenario::Low } else { scenario };
            self.group((scenario, month, company, area)).join(group);
        }
    }

    fn couriers(self, scenarios: &[Scenario]) -> Table {
        let mut columns = ["scenario", "month", "company", "courier", "name"].map(Column::text).to_vec();
        columns.push(Column { key: "parcels", kind: Kind::Count });
        columns.extend(part_columns());
        let total = total(scenarios, columns.len(), &self.all.cells().zip(5..).map(flip).collect::<Vec<_>>());
        let mut slips = self.slips;
        slips.sort_by(|one, other| one.key().cmp(&other.key()));
        let rows = Rows::drawn(Couriers(slips));
        Table { key: "rows", columns, rows, total }
    }

    /// By company, or by month alone.
    fn grouped(self, scenarios: &[Scenario]) -> Table {
        let by_company = self.by == By::Company;
        let mut columns = vec![Column::text("scenario"), Column::text("month")];
        columns.extend(by_company.then(|| Column::text("company")));
        columns.extend(["couriers", "parcels"].map(|key| Column { key, kind: Kind::Count }));
        columns.extend(part_columns());
        let row = |((scenario, month, company, _), group): (Key, Group)| {
            let mut row = vec![Cell::Word(scenario.as_str()), Cell::Text(month.to_string().into())];
            row.extend(by_company.then(|| Cell::text(&company)));
            row.push(Cell::Count(group.couriers));
            row.extend(group.cells());
            row
        };
        let sums: Vec<(usize, Cell)> = [Cell::Count(self.all.couriers)]
            .into_iter()
            .chain(self.all.cells())
            .zip(columns.len() - 8..)
            .map(flip)
            .collect();
        let total = total(scenarios, columns.len(), &sums);
        Table { key: "rows", columns, rows: self.groups.into_iter().map(row).collect(), total }
    }

    fn areas(self, scenarios: &[Scenario]) -> Table {
        let mut columns = ["scenario", "month", "company", "area"].map(Column::text).to_vec();
        columns.extend(["couriers", "parcels"].map(|key| Column { key, kind: Kind::Count }));
        columns.push(Column { key: "piece", kind: Kind::Money });
        let row = |((scenario, month, company, area), group): (Key, Group)| {
            vec![
                Cell::Word(scenario.as_str()),
                Cell::Text(month.to_string().into()),
                Cell::text(&company),
                Cell::text(&area),
                Cell::Count(group.couriers),
                Cell::Count(group.parcels),
                money(group.parts.of_part(Component::Piece)),
            ]
        };
        let piece = money(self.all.parts.of_part(Component::Piece));
        let total = total(scenarios, columns.len(), &[(5, Cell::Count(self.all.parcels)), (6, piece)]);
        Table { key: "rows", columns, rows: self.groups.into_iter().map(row).collect(), total }
    }
}

/// A row for each payslip.
#[derive(Debug)]
struct Couriers(Vec<Slip>);

impl Drawn for Couriers {
    fn count(&self) -> usize {
        self.0.len()
    }

    fn row(&self, at: usize) -> Vec<Cell> {
        let slip = &self.0[at];
        let name = |name: &Arc<str>| if name.is_empty() { Cell::Missing } else { Cell::Text(Arc::clone(name)) };
        let mut row = Vec::with_capacity(12);
        row.push(Cell::Word(slip.scenario.as_str()));
        row.push(Cell::Text(slip.month.to_string().into()));
        row.extend([name(&slip.company), name(&slip.courier), name(&slip.name), Cell::Count(slip.parcels)]);
        row.extend(slip.parts.cells());
        row
    }
}

impl Slip {
    fn key(&self) -> (Scenario, Month, &str, &str) {
        (self.scenario, self.month, &self.company, &self.courier)
    }
}

impl Group {
    fn know(&mut self, courier: &Arc<str>) {
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

    /// Parcels and the parts of the pay.
    fn cells(&self) -> impl Iterator<Item = Cell> {
        [Cell::Count(self.parcels)].into_iter().chain(self.parts.cells())
    }
}

impl Parts {
    fn of(payslip: &Payslip) -> Self {
        let mut parts = Self::default();
        payslip.lines.iter().for_each(|line| parts.add(line.component, line.amount));
        parts
    }

    fn add(&mut self, part: Component, amount: Yuan) {
        self.0[Self::place(part)] += amount;
    }

    fn of_part(&self, part: Component) -> Yuan {
        self.0[Self::place(part)]
    }

    fn place(part: Component) -> usize {
        PARTS.iter().position(|other| *other == part).expect("every part has its column")
    }

    fn cells(&self) -> impl Iterator<Item = Cell> + use<> {
        self.0.into_iter().chain([self.0.into_iter().sum()]).map(money)
    }
}

/// The columns of the parts of the pay and their sum.
fn part_columns() -> [Column; 6] {
    ["base", "piece", "premium", "allowance", "top_up", "pay"].map(|key| Column { key, kind: Kind::Money })
}

fn flip((cell, at): (Cell, usize)) -> (usize, Cell) {
    (at, cell)
}

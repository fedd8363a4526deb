//! Payslips and their lines: each amount with the rule and the clause it comes from.

use std::sync::Arc;

use crate::agreement::kinds::Kind;
use crate::agreement::measure::MeasureUnit;
use crate::agreement::{Agreement, Rule};
use crate::pay::ground::Ground;
use crate::units::{Date, Decimal, PayPeriod, Yuan};

/// On which rates a figure rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scenario {
    /// Every rate is known.
    Agreed,
    /// Where only the band is known, its lower end.
    Low,
    /// Where only the band is known, its upper end.
    High,
}

impl Scenario {
    /// The word in machine formats.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Agreed => "agreed",
            Self::Low => "low",
            Self::High => "high",
        }
    }
}

/// What is due to one courier of one company for one month.
#[derive(Clone, Debug)]
pub struct Payslip {
    /// On which rates it rests.
    pub scenario: Scenario,
    /// The pay period of the delivery dates, a calendar month where nothing else is agreed.
    pub month: PayPeriod,
    /// The company; empty where neither log nor roster names one.
    pub company: Arc<str>,
    /// The courier's id.
    pub courier: Arc<str>,
    /// Who has the id: it alone, unless two people have it. Distinct couriers are counted by it.
    pub(crate) person: Arc<str>,
    /// The courier's name; empty where the roster gives none.
    pub name: Arc<str>,
    /// All delivered parcels, those that no rule pays included.
    pub parcels: u64,
    /// The same by area, in order.
    pub parcels_by_area: Vec<(Arc<str>, u64)>,
    /// The lines in the order piece, premium, base, time, allowance, top-up.
    pub lines: Vec<Line>,
    /// The sum of the lines; see [`Payslip::pay`].
    pub(crate) due: Yuan,
    /// What of it is due by the month.
    pub(crate) due_by_month: Yuan,
    /// What the floors guarantee, whether it is reached or not: of the test of statutory floors and that of all, the one in
    /// which more is missing. `None` where no floor holds.
    pub guarantee: Option<Guarantee>,
    /// Hours beyond the normal ones, on rest days and on statutory holidays, each × the multiple of its premium; reckoned where
    /// there is a base wage, else 0.
    pub extended_hours: Decimal,
    /// What the protected periods keep of the base; `None` where no day is protected.
    pub base_kept: Option<BaseKept>,
    /// What the company owes of it as far as the maternity fund does not pay; `None` where no day is such leave.
    pub beside_fund: Option<BesideFund>,
}

/// What a floor guarantees for the month.
#[derive(Clone, Debug)]
pub struct Guarantee {
    /// The floor; where its figure changes within the month, the highest.
    pub ground: Ground,
    /// Months, days of one, or hours.
    pub unit: Unit,
    /// How many of them.
    pub quantity: Decimal,
    /// Yuan per unit; where the floor changes within the month, its highest.
    pub rate: Decimal,
    /// Yuan for the month, not rounded.
    pub due: Decimal,
    /// What it is the sum of: yuan per unit, how many days or hours, on what that rests.
    pub parts: Vec<(Decimal, Decimal, Ground)>,
    /// Of what counts towards an agreed floor, what does not count towards this one, in yuan, not rounded.
    pub aside: Decimal,
    /// What is kept for absences, whose part of the floor is due by itself, in yuan, not rounded.
    pub absent: Decimal,
}

impl Guarantee {
    /// Whether it comes from a floor.
    #[must_use]
    pub fn rests_on(&self, ground: Ground) -> bool {
        self.ground == ground || self.parts.iter().any(|(.., of_part)| *of_part == ground)
    }

    /// What is missing of it where so much counts towards an agreed floor; below zero where it is reached.
    #[must_use]
    pub fn missing(&self, counted: Yuan) -> Decimal {
        // Lines are rounded, and what is taken from them is not: a part of a fen below nothing is nothing.
        self.due - (counted.0 - self.aside - self.absent).max(Decimal::ZERO)
    }
}

/// The base of a month where a protected day pays only the base of the day before its period began.
#[derive(Clone, Copy, Debug)]
pub struct BaseKept {
    /// Yuan for the month.
    pub amount: Yuan,
    /// The protection that keeps it.
    pub ground: Ground,
}

/// The base of days of maternity leave, for which the maternity fund pays.
#[derive(Clone, Copy, Debug)]
pub struct BesideFund {
    /// Yuan, if none of it were taken off, not rounded.
    pub base: Decimal,
    /// What of it is due from the company whatever the fund pays.
    pub kept: Decimal,
    /// Calendar days of leave.
    pub days: Decimal,
    /// The rule that takes it off.
    pub ground: Ground,
}

/// What a term of a formula counted: its name, how many, money for each.
pub type TermWorth = (Arc<str>, Decimal, Decimal);

/// One line of a payslip.
#[derive(Clone, Debug)]
pub struct Line {
    /// The part of the pay that it belongs to.
    pub component: Component,
    /// On what it rests.
    pub ground: Ground,
    /// Where the rate of a piece line comes from; `None` on all other lines.
    pub origin: Option<Origin>,
    /// The area; empty where the line spans several or none.
    pub area: Arc<str>,
    /// The service; empty where the line spans several or none.
    pub service: Arc<str>,
    /// What is counted.
    pub unit: Unit,
    /// How many units: parcels, hours, days, months. Not rounded.
    pub quantity: Decimal,
    /// Yuan per unit.
    pub rate: Decimal,
    /// Which parcels of the month a step of a ladder prices; `None` on all other lines.
    pub tier: Option<Tier>,
    /// The whole multiple of a premium (the line pays the multiple − 1); `None` on all other lines.
    pub multiple: Option<Decimal>,
    /// Of a guarantee by a formula over one stretch, what was counted: each term by its name, how many, money for each; none on
    /// all other lines.
    pub terms: Vec<TermWorth>,
    /// Yuan that are taken off, as they are kept or paid for the same absence, or count towards a guarantee by a formula, not
    /// rounded; 0 on all other lines.
    pub less: Decimal,
    /// Of what is missing to a guarantee for all workers together, the part that it is; `None` on all other lines.
    pub of_all: Option<PartOfAll>,
    /// Yuan, rounded as the agreement says.
    pub amount: Yuan,
    /// Whether the floor counts it.
    pub counts_towards_floor: bool,
}

/// What is missing to a guarantee for all workers together, and by what it is shared out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartOfAll {
    /// Yuan that are missing to all.
    pub missing: Yuan,
    /// Yuan that the guarantee gives for this one, not rounded.
    pub own: Decimal,
    /// Yuan that it gives for all, not rounded.
    pub all: Decimal,
}

/// One step of a ladder: the parcels of the month that it prices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tier {
    /// Those after this many.
    pub over: u64,
    /// Up to this many; `None` on the last step.
    pub until: Option<u64>,
    /// Whether it prices all parcels once it is reached, and not only those beyond.
    pub whole: bool,
}

/// Where the rate of a piece line comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The first day with a parcel of the line.
    pub from: Date,
    /// The last one.
    pub until: Date,
    /// What gives it, each once; nothing where the agreement does.
    pub sources: Vec<RateSource>,
}

/// What gives a rate that is not the agreement's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RateSource {
    /// The row of `--rates` at this place among all.
    Row(usize),
    /// `--rate`.
    Flag,
}

/// A part of the pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Component {
    /// Base wage and wages by time.
    Base,
    /// Parcels × rate.
    Piece,
    /// What holidays, rest days and overtime add to the piece rate.
    Premium,
    /// Amounts by the month, and by the kilometre.
    Allowance,
    /// What was missing to the floor.
    TopUp,
}

/// What a line counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// Delivered parcels.
    Parcel,
    /// Hours of attendance.
    Hour,
    /// Kilometres.
    Km,
    /// Days of attendance.
    Day,
    /// Whole months.
    Month,
    /// Calendar days of a month that has this many: 15 of `day/31` are 15 ÷ 31 of the monthly rate.
    DayOf(i8),
    /// One of a measure.
    Measure(MeasureUnit),
    /// A pay period that is no month.
    Period,
    /// A calendar year.
    Year,
    /// A bonus for a full number of parcels.
    Bonus,
    /// Paid days, of which a month has 21.75 (人社部发〔2025〕2号).
    PaidDay,
}

impl Unit {
    /// The word in machine formats.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Parcel => "parcel",
            Self::Hour => "hour",
            Self::Km => "km",
            Self::Day => "day",
            Self::Month => "month",
            Self::Bonus => "bonus",
            Self::Year => "year",
            Self::Measure(unit) => unit.name(),
            Self::Period => "period",
            Self::PaidDay => "day/21.75",
            Self::DayOf(28) => "day/28",
            Self::DayOf(29) => "day/29",
            Self::DayOf(30) => "day/30",
            Self::DayOf(_) => "day/31",
        }
    }
}

impl Line {
    /// A line that names neither area nor service, its amount still to be said.
    pub(crate) fn new(
        component: Component,
        ground: Ground,
        unit: Unit,
        quantity: Decimal,
        rate: Decimal,
        counts_towards_floor: bool,
    ) -> Self {
        let (area, service) = (Arc::default(), Arc::default());
        let (origin, tier, multiple, less, of_all) = (None, None, None, Decimal::ZERO, None);
        Self {
            component,
            ground,
            origin,
            area,
            service,
            unit,
            quantity,
            rate,
            tier,
            multiple,
            terms: Vec::new(),
            less,
            of_all,
            amount: Yuan::ZERO,
            counts_towards_floor,
        }
    }

    /// Whether it is a least amount: a top-up, or by a rate that is agreed as such.
    #[must_use]
    pub fn is_least(&self, agreement: &Agreement) -> bool {
        let rate = |rule: &Rule| matches!(&rule.kind, Kind::Rate(rate) if rate.at_least);
        self.component == Component::TopUp || self.ground.rule(agreement).is_some_and(rate)
    }

    /// Whether it is due by the month, not by what was delivered or worked: monthly amounts and all top-ups.
    #[must_use]
    pub fn is_by_month(&self) -> bool {
        self.component == Component::TopUp || matches!(self.unit, Unit::Month | Unit::DayOf(_) | Unit::PaidDay)
    }
}

impl Payslip {
    /// Adds up its lines.
    pub(crate) fn add_up(&mut self) {
        self.due = self.lines.iter().map(|line| line.amount).sum();
        self.due_by_month = self.lines.iter().filter(|line| line.is_by_month()).map(|line| line.amount).sum();
    }

    /// By what payslips are put in order.
    pub(crate) fn key(&self) -> (Scenario, PayPeriod, &str, &str) {
        (self.scenario, self.month, &self.company, &self.courier)
    }

    /// Whether it is only a least amount that is due, so that more is never too much: a floor is topped up to, or a rate is
    /// agreed as the least that is paid.
    #[must_use]
    pub fn is_least(&self, agreement: &Agreement) -> bool {
        self.lines.iter().any(|line| line.is_least(agreement))
    }

    /// The sum of the lines of one part, in yuan.
    #[must_use]
    pub fn sum(&self, component: Component) -> Yuan {
        self.lines.iter().filter(|line| line.component == component).map(|line| line.amount).sum()
    }

    /// All that is due, in yuan: the sum of the rounded lines.
    #[must_use]
    pub fn pay(&self) -> Yuan {
        self.due
    }

    /// What of it is due by the month, in yuan.
    #[must_use]
    pub fn due_by_month(&self) -> Yuan {
        self.due_by_month
    }
}

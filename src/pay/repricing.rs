//! Pay under other piece rates, made of pay as it stands: only what hangs on a rate that changes is computed anew.
//!
//! Of a payslip, the piece lines hang on the piece rates, the premiums on them, and what they leave missing to a floor. Hours,
//! employment, protections, who delivered what and which premium reaches it do not. So all that is kept of a slot are its rates,
//! which of its lines is paid by which, and what its floors guarantee. Where more could hang on them, the slot is paid anew as a
//! whole: where someone was absent, where several rules compete for the same parcels, and where rates of one area become alike that
//! were not, or change places, as their lines would then be others. What does more than change piece rates is not priced here.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::agreement::change::{Change, Field};
use crate::agreement::figure::Band;
use crate::agreement::kinds::{Gives, Kind, Per};
use crate::agreement::{Agreement, Rule};
use crate::pay::each_slot::Sheet;
use crate::pay::line::{Component, Line, Payslip, Scenario, Unit};
use crate::pay::observed::Observed;
use crate::pay::pricing::{OutOfBand, PricingContext};
use crate::pay::rules::floor::Guarantees;
use crate::pay::rules::premium::Work;
use crate::pay::rules::{floor, offers};
use crate::pay::run::PayRun;
use crate::pay::shares::Shares;
use crate::pay::statutory;
use crate::pay::subject::Parcels;
use crate::pay::workings::Workings;
use crate::pay::worksheet::{PaySlot, Worksheet};
use crate::units::Decimal;

/// What hangs on the piece rates in a run that is known.
#[derive(Debug)]
pub(crate) struct Repricing {
    /// In the order of the worksheet.
    slots: Vec<OfSlot>,
    /// Those whose leave is paid by what was due in the months before.
    paid_by_means: BTreeSet<Arc<str>>,
}

/// What hangs on the piece rates in a slot.
#[derive(Debug)]
enum OfSlot {
    /// It has no payslip.
    Nothing,
    /// So much.
    Rates(Box<HangsOnRates>),
    /// More than is told here.
    More,
}

/// What of a payslip hangs on piece rates.
#[derive(Debug)]
struct HangsOnRates {
    rates: Vec<PieceRate>,
    /// By the lines of the payslip, the place of the rate that pays them.
    lines: Vec<Option<usize>>,
    /// What does not count towards a statutory floor, work by work.
    aside: Vec<Aside>,
    guarantees: Guarantees,
}

/// A piece rate of a slot.
#[derive(Debug, PartialEq, Eq)]
struct PieceRate {
    rule: usize,
    area: Arc<str>,
    service: Arc<str>,
    amount: Decimal,
    band: Option<Band>,
}

/// Work that does not count towards a statutory floor.
#[derive(Debug)]
enum Aside {
    /// So many parcels of a day, so many of them reached by a premium, and the place of their rate.
    Parcels(Decimal, Decimal, usize),
    /// Pay by time.
    Time(Decimal),
}

impl Repricing {
    /// Of a run whose workings are still to be [looked at](Self::look), under a stack that [is plain](is_plain).
    pub(crate) fn new(worksheet: &Worksheet) -> Self {
        let slots = worksheet.slots.iter().map(|slot| if slot.earlier { OfSlot::More } else { OfSlot::Nothing });
        Self { slots: slots.collect(), paid_by_means: BTreeSet::new() }
    }

    /// Takes from the workings of a slot what hangs on its piece rates.
    pub(crate) fn look(&mut self, agreement: &Agreement, (place, workings): (usize, &Workings<'_>)) {
        let keeps = workings.absences.kinds.iter().filter_map(|absent| absent.keeps);
        if keeps.clone().any(|keeps| keeps.pays.is_some()) {
            self.paid_by_means.insert(Arc::clone(&workings.slot.person));
        }
        let known = workings.absences.kinds.is_empty().then(|| HangsOnRates::of(agreement, workings)).flatten();
        self.slots[place] = known.map_or(OfSlot::More, |known| OfSlot::Rates(Box::new(known)));
    }

    /// What is due where nothing but piece rates is other than in the run; `None` where it has to be computed as a whole.
    pub(crate) fn run(&self, context: &PricingContext<'_>, worksheet: &Worksheet, before: &PayRun) -> Option<PayRun> {
        if !changes_rates_only(context.agreement) {
            return None;
        }
        let mut observed = Observed::default();
        let more = self.slots.iter().zip(&worksheet.slots).filter(|(known, _)| matches!(known, OfSlot::More));
        let offers = offers::offers_of(context, worksheet, more.map(|(_, slot)| slot), &mut observed);
        let shares = Shares::default();
        let sheet = Sheet { context, worksheet, offers: &offers, scenario: Scenario::Agreed, shares: &shares };
        let mut payslips = Vec::with_capacity(before.payslips.len());
        let mut standing = before.payslips.iter();
        for (place, (known, slot)) in self.slots.iter().zip(&worksheet.slots).enumerate() {
            match known {
                OfSlot::Nothing => {}
                OfSlot::More => {
                    // Months that are only looked at have none.
                    if !slot.earlier {
                        standing.next()?;
                    }
                    payslips.extend(sheet.pay_slot(place, &mut observed).map(|workings| workings.payslip));
                }
                OfSlot::Rates(known) => {
                    let payslip = known.repriced(context, slot, standing.next()?, &mut observed)?;
                    if context.pays_by_earlier_months
                        && !slot.begins_late()
                        && self.paid_by_means.contains(&slot.person)
                    {
                        observed.earlier_pay.add(&payslip);
                    }
                    payslips.push(payslip);
                }
            }
        }
        // What is wrong is told of the whole.
        let is_right = observed.problems.is_empty() && observed.leaving.is_empty() && !observed.band_open;
        is_right.then(|| PayRun { payslips, applied: observed.applied, ..before.without_payslips() })
    }
}

/// Whether nothing in a stack makes more hang on piece rates than is told here: guarantees by a formula, premiums by an amount,
/// or of some rates beside which others are paid, rates that ask for sums or pay full numbers.
pub(crate) fn is_plain(agreement: &Agreement) -> bool {
    let adds = |rule: &Rule| matches!(&rule.kind, Kind::Rate(rate) if rate.adds);
    let adds = agreement.rules.iter().any(adds);
    agreement.rules.iter().all(|rule| match &rule.kind {
        Kind::Floor(floor) => floor.window.is_none(),
        Kind::Premium(premium) => premium.gives != Gives::Amount && (premium.of_rules.is_empty() || !adds),
        Kind::Rate(rate) => rate.provided.is_empty() && rate.bonus.is_none(),
        _ => true,
    })
}

/// Whether the changes proposed are changes of piece rates alone, whatever the day and the terms of employment.
fn changes_rates_only(agreement: &Agreement) -> bool {
    let is_piece_rate = |rule: &Rule| matches!(&rule.kind, Kind::Rate(rate) if rate.per == Per::Parcel);
    let mut changed = agreement.rules.iter().filter(|rule| !rule.changes.is_empty());
    changed.all(|rule| is_piece_rate(rule) && rule.changes.iter().all(|(_, change)| is_plain_change(change)))
}

fn is_plain_change(change: &Change) -> bool {
    let scope = &change.scope;
    let by_name = scope.values.keys().all(|key| ["company", "area", "service", "courier"].contains(&&**key));
    let by_day = !scope.months.is_empty() || scope.tells_days_apart() || change.from.is_some();
    change.field == Field::Figure && by_name && !by_day && scope.ranges.is_empty() && scope.time.is_none()
}

impl HangsOnRates {
    /// `None` where more hangs on them.
    fn of(agreement: &Agreement, workings: &Workings<'_>) -> Option<Self> {
        let Workings { worksheet, slot, offers, payslip, .. } = workings;
        let mut rates: Vec<PieceRate> = Vec::new();
        for index in slot.counts.clone() {
            let day = worksheet.counts[index].date;
            let of_count = offers.of(index);
            if of_count.iter().filter(|offer| !offer.adds).count() > 1
                || of_count.iter().any(|one| one.ladder.is_some())
            {
                return None;
            }
            for offer in of_count {
                let (area, service) = (Arc::clone(offer.area), Arc::clone(offer.service));
                let (amount, band) = (offer.untiered(Scenario::Agreed), agreement.rules[offer.rule].band(day));
                let rate = PieceRate { rule: offer.rule, area, service, amount, band };
                if !rates.contains(&rate) {
                    rates.push(rate);
                }
            }
        }
        let lines: Vec<Option<usize>> = payslip.lines.iter().map(|line| rate_of(&rates, line)).collect();
        let mut of_parcels = payslip.lines.iter().zip(&lines).filter(|(line, _)| line.unit == Unit::Parcel);
        if of_parcels.any(|(_, rate)| rate.is_none()) {
            return None;
        }
        let aside = statutory::reached(&workings.claims).filter_map(|(work, reached)| match work {
            Work::Parcels(index, offer) => {
                let parcels = worksheet.counts[index].parcels;
                let offer = Some(&offers.of(index)[offer]).filter(|offer| offer.counts_towards_floor)?;
                let same = |rate: &PieceRate| {
                    (rate.rule, &rate.area, &rate.service, rate.amount)
                        == (offer.rule, offer.area, offer.service, offer.untiered(Scenario::Agreed))
                };
                let rate = rates.iter().position(same).filter(|_| parcels > 0)?;
                Some(Aside::Parcels(Decimal::from(parcels), reached, rate))
            }
            Work::Time(day) => {
                let day = Some(&workings.paid_days[day]).filter(|day| day.rate.counts_towards_floor)?;
                Some(Aside::Time(day.amount * reached))
            }
        });
        let aside = aside.collect();
        Some(Self { rates, lines, aside, guarantees: workings.guarantees.tested() })
    }

    /// The payslip under the rates as proposed; `None` where its lines are others, or a rate leaves its band.
    fn repriced(
        &self,
        context: &PricingContext<'_>,
        slot: &PaySlot,
        standing: &Payslip,
        observed: &mut Observed,
    ) -> Option<Payslip> {
        let rates: Vec<Decimal> =
            self.rates.iter().map(|rate| rate.changed(context, slot, observed)).collect::<Option<_>>()?;
        if self.rates.iter().map(|rate| rate.amount).eq(rates.iter().copied()) {
            return Some(standing.clone());
        }
        if !self.keeps_places(&rates) {
            return None;
        }
        let mut payslip = standing.clone();
        let rounding = context.agreement.rounding;
        for (line, rate) in payslip.lines.iter_mut().zip(&self.lines) {
            let Some(rate) = *rate else { continue };
            line.rate = rates[rate];
            let times = line.multiple.map_or(Decimal::ONE, |multiple| multiple - Decimal::ONE);
            line.amount = rounding.apply(line.quantity * line.rate * times);
        }
        payslip.lines.retain(|line| line.component != Component::TopUp);
        let mut guarantees = self.guarantees.clone();
        if let Some(statutory) = &mut guarantees.statutory {
            statutory.aside =
                self.aside.iter().map(|aside| aside.pay(&rates)).fold(Decimal::ZERO, |sum, pay| sum + pay);
        }
        payslip.guarantee = floor::binding(&guarantees, &payslip.lines).cloned();
        let top_up = floor::top_up(slot.rounding(context.agreement), &guarantees, &payslip.lines);
        payslip.lines.extend(top_up);
        payslip.add_up();
        Some(payslip)
    }

    /// Whether rates of one area and service that were alike still are, and the lower ones are still lower: then the lines, of
    /// which there is one for each rate, are the same, in the same order.
    fn keeps_places(&self, now: &[Decimal]) -> bool {
        let mut pairs = (0..now.len()).flat_map(|one| (0..one).map(move |other| (one, other)));
        pairs.all(|(one, other)| {
            let (first, second) = (&self.rates[one], &self.rates[other]);
            let is_beside = (&first.area, &first.service) == (&second.area, &second.service);
            !is_beside || first.amount.cmp(&second.amount) == now[one].cmp(&now[other])
        })
    }
}

/// The place of the rate that pays a line of parcels.
fn rate_of(rates: &[PieceRate], line: &Line) -> Option<usize> {
    let same = |rate: &PieceRate| {
        let by_rule = line.component == Component::Premium || Some(rate.rule) == line.ground.place();
        let is_of_parcels = line.unit == Unit::Parcel && by_rule;
        is_of_parcels && (&rate.area, &rate.service, rate.amount) == (&line.area, &line.service, line.rate)
    };
    rates.iter().position(same)
}

impl PieceRate {
    /// The rate after the changes proposed; `None` where it leaves its band.
    fn changed(&self, context: &PricingContext<'_>, slot: &PaySlot, observed: &mut Observed) -> Option<Decimal> {
        let rule = &context.agreement.rules[self.rule];
        if rule.changes.is_empty() {
            return Some(self.amount);
        }
        let Self { area, service, .. } = self;
        let (company, courier) = (&*slot.company, &*slot.courier);
        let parcels = Parcels { company, courier, area, service, detail: None, terms: None };
        // The changes ask for no day.
        let now = rule.changed(&Field::Figure, self.amount, &parcels, slot.month.first(), &mut observed.applied);
        let keeps_band = context.out_of_band == OutOfBand::Allowed || self.band.is_none_or(|band| band.contains(now));
        keeps_band.then_some(now)
    }
}

impl Aside {
    /// In yuan, not rounded.
    fn pay(&self, rates: &[Decimal]) -> Decimal {
        match self {
            Self::Parcels(parcels, reached, rate) => *parcels * rates[*rate] * *reached / *parcels,
            Self::Time(pay) => *pay,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use proptest::prelude::*;

    use super::*;
    use crate::agreement::library;
    use crate::agreement::stack::stack;
    use crate::deliveries;
    use crate::deliveries::{ReadOptions, Request, Tally};
    use crate::pay::courier_index::CourierIndex;
    use crate::pay::run::{pay_worksheet, pay_worksheet_seen};
    use crate::tables::table::TableOptions;
    use crate::workforce::{Attendance, Protected, Rates, Roster, Workforce};

    fn file(name: &str) -> PathBuf {
        Path::new("examples/anji-month").join(name)
    }

    /// The month of the example.
    fn month() -> (Agreement, Tally, Workforce) {
        let agreement =
            stack(["anji-courier", "zhejiang-law"].map(|name| library::load(name).unwrap()).to_vec()).unwrap();
        let options = TableOptions::default();
        let mut rates = Rates::default();
        rates.read(&file("rates.csv"), options, None).unwrap();
        let roster = Roster::read(&file("roster.csv"), options).unwrap();
        let protected = Protected::read(&file("protected.csv"), options, Some(&roster)).unwrap();
        let attendance = Attendance::read(&file("attendance.csv"), options, Some(&roster)).unwrap();
        let (roster, protected, attendance) = (Some(Arc::new(roster)), Arc::new(protected), Some(Arc::new(attendance)));
        let paths = [file("deliveries.csv")];
        let (rejects, threads, block, progress) = (None, None, None, &|_| {});
        let request = Request { paths: &paths, options: ReadOptions::default(), rejects, threads, block, progress };
        let tally = deliveries::read(request).unwrap().tally;
        (agreement, tally, Workforce { roster, rates, protected, attendance })
    }

    /// How a run reads in full.
    fn shown(run: &PayRun) -> Vec<String> {
        let beside = format!("{:?} {:?} {:?} {:?}", run.scenarios, run.unpaid, run.notes, run.applied);
        run.payslips.iter().map(|payslip| format!("{payslip:?}")).chain([beside]).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        /// Whatever rates are proposed, what is made of pay as it stands is what pay says of them.
        #[test]
        fn repriced_pay_is_pay(
            changes in prop::collection::vec((
                prop::sample::select(vec!["", "@area=鄣吴", "@company=甲速递", "@area=递铺,company=乙速递", "@courier=A03"]),
                prop::sample::select(vec!["+0.01", "+0.05", "-0.02", "+2%", "*0.97", "=0.80", "+0.30"]),
            ), 0..4),
        ) {
            let (agreement, tally, workforce) = month();
            let everyone = CourierIndex::new(&tally, &workforce, &agreement);
            let worksheet = everyone.worksheet(&everyone.couriers);
            let context = PricingContext::new(&agreement, &workforce, OutOfBand::Refused);
            let mut repricing = Repricing::new(&worksheet);
            let mut see = |slot: usize, workings: &Workings<'_>| repricing.look(&agreement, (slot, workings));
            let standing = pay_worksheet_seen(&context, &worksheet, &mut see).unwrap();
            prop_assert!(is_plain(&agreement));

            let written = |(scope, by): &(&str, &str)| format!("delivery{scope} {by}");
            let parsed = |change: &(&str, &str)| Arc::new(Change::parse(&written(change), &"--change".into(), 1).unwrap());
            let all: Vec<_> = changes.iter().map(parsed).collect();
            // Two changes of one rate may contradict each other.
            let Ok(proposed) = agreement.with_changes(&all) else { return Ok(()) };
            let context = PricingContext::new(&proposed, &workforce, OutOfBand::Refused);
            let whole = pay_worksheet(&context, &worksheet);
            match repricing.run(&context, &worksheet, &standing) {
                Some(repriced) => prop_assert_eq!(shown(&repriced), shown(&whole.unwrap())),
                // A rate leaves its band, or rates that were apart become one.
                None => prop_assert!(whole.is_err() || changes.iter().any(|(_, by)| by.starts_with('='))),
            }
        }
    }
}

//! Rates by area that even out the pay of a courier's day within each company, inside the band and without costing more.

mod areas;
mod even;
mod spread;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::agreement::Agreement;
use crate::agreement::figure::Band;
use crate::agreement::kinds::{Kind, Per};
use crate::cost::annual::Annual;
use crate::cost::annual::covered::CoveredLog;
use crate::cost::annual::factors::Factors;
use crate::cost::balance::even::Part;
use crate::deliveries::Tally;
use crate::diagnostics::{Message, Place, Problem, Problems};
use crate::pay::{PayRun, Payslip, pay, rates_of_days};
use crate::units::{Decimal, Rounding, Term, Yuan, rounding};
use crate::workforce::Workforce;
use crate::workforce::rates::{Ladder, RateScope, Step};

pub use areas::Area;

/// What is to be balanced, and within what.
#[derive(Clone, Debug)]
pub struct Aim<'a> {
    /// The rule; `None` where only one has a band per parcel.
    pub rule: Option<&'a str>,
    /// Yuan a year to be added over all companies, in proportion to their piece pay.
    pub budget: Option<Decimal>,
    /// The grid on which rates stand, in yuan.
    pub step: Decimal,
    /// Whether no rate may be lowered.
    pub no_loss: bool,
}

/// The proposal for all areas. The figures are those of the days of the log.
#[derive(Clone, Debug)]
pub struct Balance {
    /// The areas, in the order of company and area.
    pub areas: Vec<Area>,
    /// The companies, in the order of their names.
    pub companies: Vec<Company>,
    /// The rates in force after it: a row for each area, and what other rules pay as before.
    pub rates: Vec<Arc<Ladder>>,
    /// What has to be said of it.
    pub notes: Vec<Message>,
}

/// A company before and after.
#[derive(Clone, Debug)]
pub struct Company {
    /// Its name; empty where none is known.
    pub company: Arc<str>,
    /// Yuan of piece pay as it stands.
    pub piece_before: Yuan,
    /// Yuan of piece pay as proposed.
    pub piece_after: Yuan,
    /// The spread of pay per courier-day as it stands.
    pub spread_before: Decimal,
    /// The spread as proposed.
    pub spread_after: Decimal,
    /// Couriers who are due more than before.
    pub gain: u64,
    /// Couriers who are due less than before.
    pub lose: u64,
}

/// How many digits of an average rate are kept where it stays in force.
const AVERAGE: Decimal = Decimal::from_parts(1, 0, 0, false, 10);

/// Balances the areas of each company.
///
/// # Errors
/// No rule or several that could be balanced, rates that are not known, bands that have no rate in common.
pub fn balance(
    (agreement, tally, workforce): (&Agreement, &Tally, &Workforce),
    annual: &Annual,
    aim: &Aim<'_>,
) -> Result<Balance, Problems> {
    let rule = rule(agreement, aim.rule)?;
    let run = pay(agreement, tally, workforce)?;
    if run.scenarios.len() > 1 {
        return Err(Problem::new(Message::new("balance-needs-rates").with("rule", &*rule)).into());
    }
    let band = band(agreement, tally, &rule)?;
    let mut areas = areas::areas(&rates_of_days(agreement, tally, workforce), &run, &rule, agreement);
    if areas.is_empty() {
        return Err(Problem::new(Message::new("balance-no-parcels").with("rule", &*rule)).into());
    }
    let mut notes = vec![Message::new("balance-days")];
    let mut factors = None;
    if aim.budget.is_some() {
        let log = CoveredLog::new(tally.clone(), agreement, workforce);
        let found = annual.factors(agreement, &log, std::slice::from_ref(&run))?;
        notes.extend(found.notes.iter().cloned());
        factors = Some(found);
    }
    let all = areas.chunk_by(of_one_company).map(|own| a_year(own, factors.as_ref())).sum();
    for own in areas.chunk_by_mut(of_one_company) {
        let more = aim.budget.zip(factors.as_ref()).map(|(more, factors)| share(own, more, all, factors));
        notes.extend(offer(own, piece(own) + more.unwrap_or_default(), band, aim));
    }
    notes.extend(several_rates(&areas));
    let rates = ladders(workforce, &rule, &areas);
    let mut proposed = Workforce::clone(workforce);
    proposed.rates.ladders.clone_from(&rates);
    let then = pay(agreement, tally, &proposed)?;
    areas::pay_after(&mut areas, &rates_of_days(agreement, tally, &proposed), &then, &rule, agreement);
    notes.extend(whole_pay(&run, &then, &areas));
    let companies = companies(&areas, &run, &then);
    Ok(Balance { areas, companies, rates, notes })
}

fn of_one_company(one: &Area, other: &Area) -> bool {
    one.company == other.company
}

/// The rule to be balanced: the one named, else the only one with a band per parcel.
fn rule(agreement: &Agreement, asked: Option<&str>) -> Result<Arc<str>, Problem> {
    let mut banded: Vec<&Arc<str>> = Vec::new();
    for rule in &agreement.rules {
        let Kind::Rate(rate) = &rule.kind else { continue };
        if rate.per == Per::Parcel && rule.has_band() && !banded.contains(&&rule.id) {
            banded.push(&rule.id);
        }
    }
    let known = banded.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    match (asked, banded.as_slice()) {
        (_, []) => Err(Problem::new(Message::new("balance-no-band"))),
        (None, [only]) => Ok(Arc::clone(only)),
        (None, _) => Err(Problem::new(Message::new("balance-several-rules").with("known", known))),
        (Some(asked), banded) => {
            let place = || Place::in_line(&Arc::from("--rule"), 1, asked, 0..asked.len());
            let named = agreement.rule_called(asked).map_err(|several| Problem::new(several).at(place()))?;
            banded.iter().find(|id| ***id == named).map(|id| Arc::clone(*id)).ok_or_else(|| {
                Problem::new(Message::new("balance-rule-unknown").with("rule", asked).with("known", known)).at(place())
            })
        }
    }
}

/// The rates that every band of the rule allows on every day of the log.
fn band(agreement: &Agreement, tally: &Tally, rule: &str) -> Result<Band, Problem> {
    let mut band: Option<Band> = None;
    for rule in agreement.rules.iter().filter(|other| *other.id == *rule) {
        let of_log = rule.figures.values.iter().filter(|dated| dated.term.overlap(tally.span()).is_some());
        for Band { min, max } in of_log.filter_map(|dated| dated.value.band()) {
            band = Some(band.map_or(Band { min, max }, |band| Band { min: band.min.max(min), max: band.max.min(max) }));
        }
    }
    let found = band.filter(|band| band.min <= band.max);
    found.ok_or_else(|| Problem::new(Message::new("balance-bands-apart").with("rule", rule)))
}

/// The piece pay of some areas as it stands.
fn piece(areas: &[Area]) -> Decimal {
    areas.iter().map(|area| area.piece_before).fold(Decimal::ZERO, Decimal::saturating_add)
}

/// The piece pay of a company in a year.
fn a_year(own: &[Area], factors: Option<&Factors>) -> Decimal {
    factors.map_or(Decimal::ZERO, |factors| factors.counted(&own[0].company, piece(own)))
}

/// Its part of what is added in a year, in proportion to its piece pay, as it falls to the days of the log.
fn share(own: &[Area], more: Decimal, all: Decimal, factors: &Factors) -> Decimal {
    let part = if all.is_zero() { Decimal::ZERO } else { more.saturating_mul(a_year(own, Some(factors)) / all) };
    factors.of_log(&own[0].company, part)
}

/// Proposes a rate for each area of one company; what has to be said of them.
fn offer(areas: &mut [Area], budget: Decimal, band: Band, aim: &Aim<'_>) -> Option<Message> {
    let present = |area: &Area| area.rate_before().clamp(band.min, band.max);
    let part = |area: &Area| {
        let min = if aim.no_loss { present(area) } else { band.min };
        Part { parcels: Decimal::from(area.parcels), days: area.days(), piece: area.piece_before, min, max: band.max }
    };
    let parts: Vec<Part> = areas.iter().map(part).collect();
    let amount = |yuan: Decimal| Rounding::FEN.apply(yuan).0;
    let highest = even::cost(&parts, &vec![band.max; parts.len()]);
    let found = even::even(&parts, budget, aim.step);
    let note = match &found {
        None => Some(Message::new("balance-kept").with("step", aim.step.to_string())),
        Some(_) if highest < budget => {
            let note = Message::new("balance-band-ends").with("max", band.max.to_string());
            Some(note.figure("nearest", amount(highest)).figure("budget", amount(budget)))
        }
        Some(_) => None,
    };
    let rates = found.unwrap_or_else(|| areas.iter().map(present).collect());
    for (area, rate) in areas.iter_mut().zip(rates) {
        area.rate_after = kept(rate);
    }
    note.map(|note| note.with("company", name(&areas[0].company)))
}

/// A rate that can be written: an average that does not end is cut.
fn kept(rate: Decimal) -> Decimal {
    if rate.scale() > 10 { rounding::down_to_step(rounding::shown(rate, 18), AVERAGE) } else { rate }
}

/// Areas in which more than one rate is paid: one for all is proposed, and the present one is their average.
fn several_rates(areas: &[Area]) -> Option<Message> {
    let several = areas.iter().filter(|area| area.only_rate().is_none());
    let names: Vec<String> = several.map(|area| format!("{} {}", name(&area.company), name(&area.area))).collect();
    (!names.is_empty()).then(|| Message::new("balance-several-rates").with("areas", names.join(", ")))
}

fn name(text: &str) -> &str {
    if text.is_empty() { "\"\"" } else { text }
}

/// The rates of all other rules, and one for each area.
fn ladders(workforce: &Workforce, rule: &Arc<str>, areas: &[Area]) -> Vec<Arc<Ladder>> {
    let others = workforce.rates.ladders.iter().filter(|ladder| ladder.named.rule != *rule).map(Arc::clone);
    let of_area = |area: &Area| {
        let named = RateScope {
            rule: Arc::clone(rule),
            company: Arc::clone(&area.company),
            area: Arc::clone(&area.area),
            service: Arc::default(),
            courier: Arc::default(),
            term: Term::default(),
        };
        let place = Place::in_line(&Arc::from("--rates"), 1, "", 0..0);
        let rule_place = place.clone();
        Arc::new(Ladder { named, rule_place, steps: vec![Step { over: 0, amount: area.rate_after, place }] })
    };
    others.chain(areas.iter().map(of_area)).collect()
}

fn companies(areas: &[Area], run: &PayRun, then: &PayRun) -> Vec<Company> {
    let (now, then) = (by_courier(run), by_courier(then));
    let company = |own: &[Area]| {
        let company = &own[0].company;
        let days = |piece: fn(&Area) -> Decimal| -> Vec<spread::Days> {
            own.iter().map(|area| (piece(area), area.days())).collect()
        };
        let (days_before, days_after) = (days(|area| area.piece_before), days(|area| area.piece_after));
        let couriers: BTreeSet<&Arc<str>> = own.iter().flat_map(|area| &area.couriers).collect();
        let due = |run: &BTreeMap<(&str, &str), Yuan>, courier: &Arc<str>| {
            run.get(&(&**company, &**courier)).copied().unwrap_or_default()
        };
        let sum = |days: &[spread::Days]| Rounding::FEN.apply(days.iter().map(|(piece, _)| *piece).sum());
        Company {
            company: Arc::clone(company),
            piece_before: sum(&days_before),
            piece_after: sum(&days_after),
            spread_before: spread::spread(&days_before),
            spread_after: spread::spread(&days_after),
            gain: couriers.iter().filter(|courier| due(&then, courier) > due(&now, courier)).count() as u64,
            lose: couriers.iter().filter(|courier| due(&then, courier) < due(&now, courier)).count() as u64,
        }
    };
    areas.chunk_by(of_one_company).map(company).collect()
}

/// All that is due to each courier of each company.
fn by_courier(run: &PayRun) -> BTreeMap<(&str, &str), Yuan> {
    let mut due: BTreeMap<(&str, &str), Yuan> = BTreeMap::new();
    for payslip in &run.payslips {
        *due.entry((&payslip.company, &payslip.courier)).or_default() += payslip.pay();
    }
    due
}

/// What changes beyond the piece pay: premiums follow the rate, and floors make up for what is lost.
fn whole_pay(run: &PayRun, then: &PayRun, areas: &[Area]) -> Option<Message> {
    let sum = |run: &PayRun| run.payslips.iter().map(Payslip::pay).sum::<Yuan>();
    let whole = (sum(then) - sum(run)).0;
    let piece = areas.iter().map(|area| area.piece_after - area.piece_before).sum();
    let piece = Rounding::FEN.apply(piece).0;
    let message = || Message::new("balance-whole-pay").figure("piece", piece).figure("whole", whole);
    (whole != piece).then(message)
}

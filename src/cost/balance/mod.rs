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
use crate::cost::balance::areas::{Area, Key};
use crate::cost::balance::even::Part;
use crate::deliveries::Tally;
use crate::diagnostics::{Message, Place, Problem, Problems};
use crate::pay::{PayRun, pay, rates_of_days};
use crate::units::{Decimal, Rounding, Term, Yuan, rounding};
use crate::workforce::Workforce;
use crate::workforce::rates::{Ladder, RateScope, Step};

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
    pub rows: Vec<Row>,
    /// The companies, in the order of their names.
    pub companies: Vec<Company>,
    /// The rates in force after it: a row for each area, and what other rules pay as before.
    pub rates: Vec<Arc<Ladder>>,
    /// What has to be said of it.
    pub notes: Vec<Message>,
}

/// An area before and after.
#[derive(Clone, Debug)]
pub struct Row {
    /// The company; empty where none is known.
    pub company: Arc<str>,
    /// The area; empty where the log names none.
    pub area: Arc<str>,
    /// Distinct couriers with a parcel there.
    pub couriers: u64,
    /// Parcels that the rule pays.
    pub parcels: u64,
    /// Courier × day with a parcel there.
    pub courier_days: u64,
    /// Yuan per parcel as it stands: the rate, or the average where there are several.
    pub rate_before: Decimal,
    /// Yuan per parcel as proposed.
    pub rate_after: Decimal,
    /// Yuan of piece pay per courier-day as it stands.
    pub pay_per_day_before: Yuan,
    /// Yuan of piece pay per courier-day as proposed.
    pub pay_per_day_after: Yuan,
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

/// What is proposed for one company.
struct Offer {
    rates: Vec<Decimal>,
    note: Option<Message>,
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
    let before = areas::areas(&rates_of_days(agreement, tally, workforce), &run, &rule, agreement);
    if before.is_empty() {
        return Err(Problem::new(Message::new("balance-no-parcels").with("rule", &*rule)).into());
    }
    let mut notes = vec![Message::new("balance-days")];
    let budgets = match aim.budget {
        None => by_company(&before).into_iter().map(|(company, areas)| (company, piece(&areas))).collect(),
        Some(more) => {
            let log = CoveredLog::new(tally.clone(), agreement, workforce);
            let factors = annual.factors(&log, std::slice::from_ref(&run))?;
            notes.extend(factors.notes.iter().cloned());
            budgets(&before, &factors, more)
        }
    };
    let mut after: BTreeMap<&Key, Decimal> = BTreeMap::new();
    for (company, areas) in by_company(&before) {
        let budget = budgets.get(company).copied().unwrap_or_default();
        let offer = offer(&areas, budget, band, aim);
        notes.extend(offer.note.map(|note| note.with("company", name(company))));
        after.extend(areas.iter().map(|(key, _)| *key).zip(offer.rates));
    }
    notes.extend(several_rates(&before));
    let rates = ladders(workforce, &rule, &after);
    let mut proposed = Workforce::clone(workforce);
    proposed.rates.ladders.clone_from(&rates);
    let then = pay(agreement, tally, &proposed)?;
    let pieces = areas::pieces(&rates_of_days(agreement, tally, &proposed), &then, &rule, agreement);
    notes.extend(whole_pay(&run, &then, &before, &pieces));
    let companies = companies(&before, &pieces, &run, &then);
    let rows = rows(&before, &after, &pieces);
    Ok(Balance { rows, companies, rates, notes })
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
        (Some(asked), banded) => banded.iter().find(|id| ****id == *asked).map(|id| Arc::clone(*id)).ok_or_else(|| {
            let place = Place::in_line(&Arc::from("--rule"), 1, asked, 0..asked.len());
            Problem::new(Message::new("balance-rule-unknown").with("rule", asked).with("known", known)).at(place)
        }),
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

/// The areas of each company.
fn by_company(areas: &BTreeMap<Key, Area>) -> BTreeMap<&Arc<str>, Vec<(&Key, &Area)>> {
    let mut companies: BTreeMap<&Arc<str>, Vec<(&Key, &Area)>> = BTreeMap::new();
    for (key, area) in areas {
        companies.entry(&key.0).or_default().push((key, area));
    }
    companies
}

fn piece(areas: &[(&Key, &Area)]) -> Decimal {
    areas.iter().map(|(_, area)| area.piece).fold(Decimal::ZERO, Decimal::saturating_add)
}

/// The piece pay of each company and its part of what is added in a year, as it falls to the days of the log.
fn budgets<'a>(areas: &'a BTreeMap<Key, Area>, factors: &Factors, more: Decimal) -> BTreeMap<&'a Arc<str>, Decimal> {
    let pieces: BTreeMap<&Arc<str>, Decimal> =
        by_company(areas).into_iter().map(|(company, areas)| (company, piece(&areas))).collect();
    let a_year = |company: &Arc<str>, piece: Decimal| factors.counted(company, piece);
    let all: Decimal = pieces.iter().map(|(company, piece)| a_year(company, *piece)).sum();
    let budget = |(company, piece): (&'a Arc<str>, Decimal)| {
        let part = if all.is_zero() { Decimal::ZERO } else { more.saturating_mul(a_year(company, piece) / all) };
        (company, piece + factors.of_log(company, part))
    };
    pieces.into_iter().map(budget).collect()
}

/// The rates proposed for the areas of one company, in their order.
fn offer(areas: &[(&Key, &Area)], budget: Decimal, band: Band, aim: &Aim<'_>) -> Offer {
    let part = |(_, area): &(&Key, &Area)| {
        let min = if aim.no_loss { area.rate().clamp(band.min, band.max) } else { band.min };
        Part { parcels: Decimal::from(area.parcels), days: area.days(), piece: area.piece, min, max: band.max }
    };
    let parts: Vec<Part> = areas.iter().map(part).collect();
    let amount = |yuan: Decimal| Rounding::FEN.apply(yuan).0;
    let highest = even::cost(&parts, &vec![band.max; parts.len()]);
    let Some(rates) = even::even(&parts, budget, aim.step) else {
        let rates = areas.iter().map(|(_, area)| kept(area.rate().clamp(band.min, band.max))).collect();
        return Offer { rates, note: Some(Message::new("balance-kept").with("step", aim.step.to_string())) };
    };
    let note = (highest < budget).then(|| {
        let note = Message::new("balance-band-ends").with("max", band.max.to_string());
        note.figure("nearest", amount(highest)).figure("budget", amount(budget))
    });
    Offer { rates: rates.into_iter().map(kept).collect(), note }
}

/// A rate that can be written: an average that does not end is cut.
fn kept(rate: Decimal) -> Decimal {
    if rate.scale() > 10 { rounding::down_to_step(rounding::shown(rate, 18), AVERAGE) } else { rate }
}

/// Areas in which more than one rate is paid: one for all is proposed, and the present one is their average.
fn several_rates(areas: &BTreeMap<Key, Area>) -> Option<Message> {
    let several = areas.iter().filter(|(_, area)| area.only_rate().is_none());
    let names: Vec<String> = several.map(|((company, area), _)| format!("{} {}", name(company), name(area))).collect();
    (!names.is_empty()).then(|| Message::new("balance-several-rates").with("areas", names.join(", ")))
}

fn name(text: &str) -> &str {
    if text.is_empty() { "\"\"" } else { text }
}

/// The rates of all other rules, and one for each area.
fn ladders(workforce: &Workforce, rule: &Arc<str>, after: &BTreeMap<&Key, Decimal>) -> Vec<Arc<Ladder>> {
    let others = workforce.rates.ladders.iter().filter(|ladder| ladder.named.rule != *rule).map(Arc::clone);
    let of_area = |((company, area), amount): (&&Key, &Decimal)| {
        let named = RateScope {
            rule: Arc::clone(rule),
            company: Arc::clone(company),
            area: Arc::clone(area),
            service: Arc::default(),
            courier: Arc::default(),
            term: Term::default(),
        };
        let place = Place::in_line(&Arc::from("--rates"), 1, "", 0..0);
        let rule_place = place.clone();
        Arc::new(Ladder { named, rule_place, steps: vec![Step { over: 0, amount: *amount, place }] })
    };
    others.chain(after.iter().map(of_area)).collect()
}

fn rows(before: &BTreeMap<Key, Area>, after: &BTreeMap<&Key, Decimal>, pieces: &BTreeMap<Key, Decimal>) -> Vec<Row> {
    let row = |(key, area): (&Key, &Area)| Row {
        company: Arc::clone(&key.0),
        area: Arc::clone(&key.1),
        couriers: area.couriers.len() as u64,
        parcels: area.parcels,
        courier_days: area.courier_days.len() as u64,
        rate_before: area.rate(),
        rate_after: after.get(key).copied().unwrap_or_default(),
        pay_per_day_before: Rounding::FEN.apply(area.piece / area.days()),
        pay_per_day_after: Rounding::FEN.apply(pieces.get(key).copied().unwrap_or_default() / area.days()),
    };
    before.iter().map(row).collect()
}

fn companies(
    before: &BTreeMap<Key, Area>,
    pieces: &BTreeMap<Key, Decimal>,
    run: &PayRun,
    then: &PayRun,
) -> Vec<Company> {
    let (now, then) = (by_courier(run), by_courier(then));
    let company = |(company, areas): (&Arc<str>, Vec<(&Key, &Area)>)| {
        let proposed = |key: &Key| pieces.get(key).copied().unwrap_or_default();
        let days = |piece: &dyn Fn(&Key, &Area) -> Decimal| -> Vec<spread::Days> {
            areas.iter().map(|(key, area)| (piece(key, area), area.days())).collect()
        };
        let (days_before, days_after) = (days(&|_, area| area.piece), days(&|key, _| proposed(key)));
        let couriers: BTreeSet<&Arc<str>> = areas.iter().flat_map(|(_, area)| &area.couriers).collect();
        let due = |run: &BTreeMap<(Arc<str>, Arc<str>), Yuan>, courier: &Arc<str>| {
            run.get(&(Arc::clone(company), Arc::clone(courier))).copied().unwrap_or_default()
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
    by_company(before).into_iter().map(company).collect()
}

/// All that is due to each courier of each company.
fn by_courier(run: &PayRun) -> BTreeMap<(Arc<str>, Arc<str>), Yuan> {
    let mut due: BTreeMap<(Arc<str>, Arc<str>), Yuan> = BTreeMap::new();
    for payslip in &run.payslips {
        *due.entry((Arc::clone(&payslip.company), Arc::clone(&payslip.courier))).or_default() += payslip.pay();
    }
    due
}

/// What changes beyond the piece pay: premiums follow the rate, and floors make up for what is lost.
fn whole_pay(
    run: &PayRun,
    then: &PayRun,
    before: &BTreeMap<Key, Area>,
    pieces: &BTreeMap<Key, Decimal>,
) -> Option<Message> {
    let sum = |run: &PayRun| run.payslips.iter().map(crate::pay::Payslip::pay).sum::<Yuan>();
    let whole = sum(then) - sum(run);
    let piece = pieces.values().sum::<Decimal>() - before.values().map(|area| area.piece).sum::<Decimal>();
    let (whole, piece) = (whole.0, Rounding::FEN.apply(piece).0);
    let message = || Message::new("balance-whole-pay").figure("piece", piece).figure("whole", whole);
    (whole != piece).then(message)
}

//! What is due: pure arithmetic from agreement, tally and workforce to payslips. No clock, no files, no printing.

mod amount;
mod band;
mod employment;
pub mod explain;
pub(crate) mod ledger;
pub mod line;
mod lost;
mod notes;
mod origins;
mod reasons;
mod rules;
mod spells;
pub(crate) mod subject;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use amount::Outside;
pub use band::{Misfit, misfits, rates_outside};
pub use line::{Component, Guarantee, Line, Payslip, Scenario, Tier};
pub use spells::Calendar;

use crate::agreement::in_force::Met;
use crate::agreement::{Agreement, Rule};
use crate::deliveries::Tally;
use crate::diagnostics::{Message, Problem, Problems};
use crate::pay::amount::Desk;
use crate::pay::ledger::{Book, Ledger};
use crate::pay::rules::piece::Priced;
use crate::units::{Date, Decimal, Month, Yuan};
use crate::workforce::Workforce;
use crate::workforce::rates::Ladder;

/// What is due to everyone, scenario by scenario.
#[derive(Clone, Debug, Default)]
pub struct PayRun {
    /// `agreed`, or `low` and then `high` where only the band of a rate is known.
    pub scenarios: Vec<Scenario>,
    /// The payslips in the order of scenario, month, company, courier.
    pub payslips: Vec<Payslip>,
    /// Parcels that no rule pays, by service.
    pub unpaid: BTreeMap<Arc<str>, u64>,
    /// What has to be said of the figures: assumptions, what could not be computed and why.
    pub notes: Vec<Message>,
    /// The changes, by their index, that met something to change.
    pub met: Met,
}

/// Computes what is due to each courier, company and month of the tally.
///
/// # Errors
/// Rates outside their band or that fit the same parcels equally well; all of them.
pub fn pay(agreement: &Agreement, tally: &Tally, workforce: &Workforce) -> Result<PayRun, Problems> {
    pay_with(agreement, tally, workforce, Outside::Refused)
}

/// The same, saying what becomes of a rate outside its band.
///
/// # Errors
/// As those of [`pay`]; rates outside their band only where they are refused.
pub fn pay_with(
    agreement: &Agreement,
    tally: &Tally,
    workforce: &Workforce,
    outside: Outside,
) -> Result<PayRun, Problems> {
    let mut payslips = Vec::new();
    let mut run = pay_each(agreement, tally, workforce, outside, &mut |payslip| payslips.push(payslip))?;
    for payslip in payslips.iter_mut().filter(|payslip| payslip.scenario == Scenario::Agreed) {
        payslip.scenario = run.scenarios[0];
    }
    payslips.sort_by(|one, other| one.key().cmp(&other.key()));
    run.payslips = payslips;
    Ok(run)
}

/// The same, one payslip after the other, so that no more than those of some couriers need be in memory at a time. They come
/// in no stated order; where it turns out that only the band of a rate is known, those of `agreed` are those of `low`. The
/// run that is returned holds none.
///
/// # Errors
/// As those of [`pay_with`]; what was handed over before must then be forgotten.
pub fn pay_each(
    agreement: &Agreement,
    tally: &Tally,
    workforce: &Workforce,
    outside: Outside,
    take: &mut dyn FnMut(Payslip),
) -> Result<PayRun, Problems> {
    let book = Book::new(tally, workforce);
    let mut desk = Desk::new(agreement, workforce);
    desk.outside = outside;
    let mut run = PayRun::default();
    let parts = book.parts();
    let mut closed = 0;
    for couriers in &parts {
        let ledger = book.ledger(couriers);
        let priced = rules::piece::price(&mut desk, &ledger);
        rules::piece::unpaid(&ledger, &priced, &mut run.unpaid);
        closed += usize::from(!desk.open);
        for scenario in scenarios(&desk) {
            desk.scenario = *scenario;
            payslips(&mut desk, &ledger, &priced, take);
        }
        desk.problems = distinct(std::mem::take(&mut desk.problems));
    }
    // Where an open band was met, those before it have a second scenario too.
    desk.scenario = Scenario::High;
    for couriers in if desk.open { &parts[..closed] } else { &[] } {
        let ledger = book.ledger(couriers);
        let priced = rules::piece::price(&mut desk, &ledger);
        payslips(&mut desk, &ledger, &priced, take);
    }
    run.scenarios = scenarios(&desk).to_vec();
    finish(&mut desk, &mut run)?;
    run.notes = notes::notes(&desk, &book, &run);
    Ok(run)
}

/// The same on a ledger made before: for many agreements on one log. What has to be said of the log is left out.
///
/// # Errors
/// As those of [`pay`].
pub(crate) fn pay_ledger(
    agreement: &Agreement,
    ledger: &Ledger,
    workforce: &Workforce,
    outside: Outside,
) -> Result<PayRun, Problems> {
    let mut desk = Desk::new(agreement, workforce);
    desk.outside = outside;
    let mut run = PayRun::default();
    let priced = rules::piece::price(&mut desk, ledger);
    rules::piece::unpaid(ledger, &priced, &mut run.unpaid);
    run.scenarios = scenarios(&desk).to_vec();
    for scenario in &run.scenarios {
        desk.scenario = *scenario;
        payslips(&mut desk, ledger, &priced, &mut |payslip| run.payslips.push(payslip));
    }
    finish(&mut desk, &mut run)?;
    Ok(run)
}

/// What is wrong with an agreement for the couriers of all ledgers together.
pub(crate) fn mistakes<'l>(
    agreement: &Agreement,
    ledgers: impl Iterator<Item = &'l Ledger>,
    workforce: &Workforce,
    outside: Outside,
) -> Problems {
    let mut desk = Desk::new(agreement, workforce);
    desk.outside = outside;
    for ledger in ledgers {
        let priced = rules::piece::price(&mut desk, ledger);
        for scenario in scenarios(&desk) {
            desk.scenario = *scenario;
            payslips(&mut desk, ledger, &priced, &mut drop);
        }
    }
    finish(&mut desk, &mut PayRun::default()).err().unwrap_or_default()
}

fn scenarios(desk: &Desk<'_>) -> &'static [Scenario] {
    if desk.open { &[Scenario::Low, Scenario::High] } else { &[Scenario::Agreed] }
}

fn payslips(desk: &mut Desk<'_>, ledger: &Ledger, priced: &Priced<'_>, take: &mut dyn FnMut(Payslip)) {
    for sheet in &ledger.sheets {
        if let Some(payslip) = payslip(desk, ledger, sheet, priced) {
            take(payslip);
        }
    }
}

/// Ends a run: the mistakes of all couriers, or what it has met.
fn finish(desk: &mut Desk<'_>, run: &mut PayRun) -> Result<(), Problems> {
    desk.problems.extend(band::leaving(&desk.leaving));
    if !desk.problems.is_empty() {
        return Err(distinct(std::mem::take(&mut desk.problems)));
    }
    run.met = std::mem::take(&mut desk.met);
    Ok(())
}

/// The rate of one day's parcels.
#[derive(Clone, Debug)]
pub struct RateOfDay {
    /// The day.
    pub date: Date,
    /// The company.
    pub company: Arc<str>,
    /// The courier's id.
    pub courier: Arc<str>,
    /// The area.
    pub area: Arc<str>,
    /// The service.
    pub service: Arc<str>,
    /// The id of the rule that pays them.
    pub rule: Arc<str>,
    /// The parcels.
    pub parcels: u64,
    /// The area that their piece line carries: empty where a ladder counts those of all areas together.
    pub line_area: Arc<str>,
    /// Whether the rate has steps.
    pub tiered: bool,
    /// Yuan for the first parcel.
    pub rate: Decimal,
    /// The row of `--rates` that gives it, where one does.
    pub row: Option<Arc<Ladder>>,
}

/// The rate of every row of the tally that a rule pays; where only a band is known, its lower end.
#[must_use]
pub fn rates_of_days(agreement: &Agreement, tally: &Tally, workforce: &Workforce) -> Vec<RateOfDay> {
    let ledger = Ledger::new(tally, workforce);
    let mut desk = Desk::new(agreement, workforce);
    let priced = rules::piece::price(&mut desk, &ledger);
    let mut rates = Vec::new();
    for sheet in &ledger.sheets {
        for index in sheet.entries.clone() {
            let Some(offer) = priced.best(index, Scenario::Low) else { continue };
            let entry = &ledger.entries[index];
            rates.push(RateOfDay {
                date: entry.date,
                company: Arc::clone(&sheet.company),
                courier: Arc::clone(&sheet.courier),
                area: Arc::clone(ledger.name(entry.area)),
                service: Arc::clone(ledger.name(entry.service)),
                rule: Arc::clone(&agreement.rules[offer.rule].id),
                parcels: entry.parcels,
                line_area: Arc::clone(offer.area),
                tiered: offer.steps(Scenario::Low).len() > 1,
                rate: offer.untiered(Scenario::Low),
                row: offer.row.map(Arc::clone),
            });
        }
    }
    rates
}

/// What the protected periods keep of a courier's base wage in a month: on a protected day the base of the day before the
/// period began, on the other days what is due then; with the rule. `None` where no day is protected.
#[must_use]
pub fn base_kept<'a>(
    agreement: &'a Agreement,
    workforce: &Workforce,
    courier: &Arc<str>,
    company: &Arc<str>,
    month: Month,
) -> Option<(Yuan, &'a Rule)> {
    let employments = employment::of(workforce.roster.as_deref()?.rows(courier), month, Some(company));
    let (_, employed) = employments.into_iter().find(|(employer, _)| employer == company)?;
    let (company, courier) = (Arc::clone(company), Arc::clone(courier));
    let sheet = ledger::Sheet { month, company, courier, entries: 0..0, employed, first: true };
    let (kept, rule) = rules::base::kept(&mut Desk::new(agreement, workforce), &sheet)?;
    Some((kept, &agreement.rules[rule]))
}

/// The lines of one courier, company and month; `None` where there is nothing to say.
fn payslip(desk: &mut Desk<'_>, ledger: &Ledger, sheet: &ledger::Sheet, priced: &Priced<'_>) -> Option<Payslip> {
    let mut lines = rules::piece::lines(desk, sheet, ledger, priced);
    lines.extend(rules::premium::lines(desk, sheet, ledger, priced));
    lines.extend(rules::base::lines(desk, sheet));
    lines.extend(rules::time::lines(desk, sheet));
    lines.extend(rules::allowance::lines(desk, sheet));
    let guarantee = rules::floor::guarantee(desk, sheet);
    lines.extend(guarantee.as_ref().and_then(|guarantee| rules::floor::top_up(desk, guarantee, &lines)));
    let entries = &ledger.entries[sheet.entries.clone()];
    if entries.is_empty() && lines.is_empty() {
        return None;
    }
    Some(Payslip {
        scenario: desk.scenario,
        month: sheet.month,
        company: Arc::clone(&sheet.company),
        courier: Arc::clone(&sheet.courier),
        name: sheet.name(desk.workforce),
        parcels: entries.iter().map(|entry| entry.parcels).sum(),
        parcels_by_area: rules::piece::by_area(desk, sheet, ledger, priced),
        due: lines.iter().map(|line| line.amount).sum(),
        lines,
        guarantee,
    })
}

/// Each mistake once, in the order found: a row of rates meets many couriers.
fn distinct(problems: Problems) -> Problems {
    let mut kept: Vec<Problem> = Vec::new();
    for problem in problems {
        if !kept.iter().any(|other| other.place == problem.place && other.message.id == problem.message.id) {
            kept.push(problem);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agreement::library;
    use crate::deliveries::tally::Row;

    /// In tests each courier is a part of its own: the first has no delivery, so that the band is met only in the second.
    #[test]
    fn parts_are_paid_as_the_whole() {
        let names = ["", "K1", "K2", "K3", "delivery", "pickup"].map(Arc::from).to_vec();
        let row = |courier, service, day, parcels| Row {
            date: Date::constant(2022, 5, day),
            company: 0,
            courier,
            area: 0,
            service,
            parcels,
            first_at: None,
            last_at: None,
        };
        let tally = Tally::new(names, vec![row(1, 5, 1, 7), row(2, 4, 1, 10), row(3, 5, 2, 3), row(3, 4, 4, 20)]);
        let (agreement, workforce) = (library::load("anji-courier").unwrap(), Workforce::default());
        let parts = pay(&agreement, &tally, &workforce).unwrap();
        let whole = pay_ledger(&agreement, &Ledger::new(&tally, &workforce), &workforce, Outside::Refused).unwrap();
        let shown = |run: &PayRun| run.payslips.iter().map(|slip| format!("{slip:?}")).collect::<Vec<_>>();
        assert_eq!(shown(&parts), shown(&whole));
        assert_eq!((parts.scenarios, parts.unpaid), (whole.scenarios, whole.unpaid));
        assert_eq!(parts.payslips.len(), 6, "three couriers, low and high");
    }
}

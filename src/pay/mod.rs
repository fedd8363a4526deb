//! What is due: pure arithmetic from agreement, tally and workforce to payslips. No clock, no files, no printing.

mod amount;
mod band;
mod employment;
mod ledger;
pub mod line;
mod notes;
mod rules;
pub(crate) mod subject;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use band::Misfit;
pub use band::misfits;
pub use band::nearest_inside;
pub use band::rates_outside;
pub use line::Component;
pub use line::Guarantee;
pub use line::Line;
pub use line::Payslip;
pub use line::Scenario;

use crate::agreement::Agreement;
use crate::agreement::in_force::Met;
use crate::deliveries::Tally;
use crate::pay::amount::Desk;
use crate::pay::ledger::Ledger;
use crate::source::Message;
use crate::source::Problem;
use crate::source::Problems;
use crate::units::Date;
use crate::units::Decimal;
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
    let ledger = Ledger::new(tally, workforce);
    let mut desk = Desk::new(agreement, workforce);
    let priced = rules::piece::price(&mut desk, &ledger);
    let scenarios = if desk.open { vec![Scenario::Low, Scenario::High] } else { vec![Scenario::Agreed] };
    let mut run = PayRun { scenarios, ..PayRun::default() };
    for scenario in run.scenarios.clone() {
        desk.scenario = scenario;
        for sheet in &ledger.sheets {
            if let Some(payslip) = payslip(&mut desk, &ledger, sheet, &priced) {
                run.payslips.push(payslip);
            }
        }
    }
    desk.problems.extend(band::leaving(&desk.leaving));
    if !desk.problems.is_empty() {
        return Err(distinct(desk.problems));
    }
    run.unpaid = rules::piece::unpaid(&ledger, &priced);
    run.notes = notes::notes(&desk, &ledger, &run);
    run.met = desk.met;
    Ok(run)
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
    /// The id of the rule that pays.
    pub rule: Arc<str>,
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
                rate: offer.untiered(Scenario::Low),
                row: offer.row.clone(),
            });
        }
    }
    rates
}

/// The lines of one courier, company and month; `None` where there is nothing to say.
fn payslip(
    desk: &mut Desk<'_>,
    ledger: &Ledger<'_>,
    sheet: &ledger::Sheet<'_>,
    priced: &rules::piece::Priced,
) -> Option<Payslip> {
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

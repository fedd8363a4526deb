//! A run: what is due to everyone, courier by courier, scenario by scenario.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::agreement::Agreement;
use crate::agreement::in_force::Applied;
use crate::deliveries::Tally;
use crate::diagnostics::{Message, Problem, Problems};
use crate::pay::courier_index::CourierIndex;
use crate::pay::each_slot::Sheet;
use crate::pay::line::{Payslip, Scenario};
use crate::pay::long_windows::LongWindows;
use crate::pay::observed::Observed;
use crate::pay::pricing::{OutOfBand, PricingContext};
use crate::pay::rules::offers::Offers;
use crate::pay::rules::{offers, piece};
use crate::pay::shares::Shares;
use crate::pay::together::Missing;
use crate::pay::workings::Workings;
use crate::pay::worksheet::{PaySlot, Worksheet};
use crate::pay::{band, long_windows, notes, together};
use crate::workforce::Workforce;

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
    /// The changes, by their index, that found something to change.
    pub applied: Applied,
}

/// Computes what is due to each courier, company and month of the tally.
///
/// # Errors
/// Rates outside their band or that fit the same parcels equally well; all of them.
pub fn pay(agreement: &Agreement, tally: &Tally, workforce: &Workforce) -> Result<PayRun, Problems> {
    pay_with(agreement, tally, workforce, OutOfBand::Refused)
}

/// The same, saying what becomes of a rate outside its band.
///
/// # Errors
/// As those of [`pay`]; rates outside their band only where they are refused.
pub fn pay_with(
    agreement: &Agreement,
    tally: &Tally,
    workforce: &Workforce,
    out_of_band: OutOfBand,
) -> Result<PayRun, Problems> {
    let mut payslips = Vec::new();
    let mut run = pay_each(agreement, tally, workforce, out_of_band, &mut |payslip| payslips.push(payslip))?;
    for payslip in &mut payslips {
        run.name_scenario(payslip);
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
    out_of_band: OutOfBand,
    take: &mut dyn FnMut(Payslip),
) -> Result<PayRun, Problems> {
    let context = PricingContext::new(agreement, workforce, out_of_band);
    each_workings(&context, tally, &|workings| workings.payslip, take)
}

/// The same with what is made of all that was weighed for each payslip.
///
/// # Errors
/// As those of [`pay_each`].
pub(crate) fn each_workings<T: Send>(
    context: &PricingContext<'_>,
    tally: &Tally,
    made: &(dyn Fn(Workings<'_>) -> T + Sync),
    take: &mut dyn FnMut(T),
) -> Result<PayRun, Problems> {
    let everyone = CourierIndex::new(tally, context.workforce, context.agreement);
    let worksheets = || everyone.parts().into_iter().map(|couriers| everyone.worksheet(couriers));
    let shares = shares(context, worksheets);
    let mut observed = Observed::default();
    let mut run = PayRun::default();
    let parts = everyone.parts();
    let mut closed = 0;
    for couriers in &parts {
        let worksheet = everyone.worksheet(couriers);
        let offers = offers(context, &worksheet, &mut observed);
        paid(&worksheet).for_each(|slot| piece::unpaid(&worksheet, &offers, slot, &mut run.unpaid));
        if let Some(attendance) = context.workforce.attendance.as_deref() {
            observed.hours_and_parcels.compare_all(context.agreement, attendance, &worksheet);
        }
        closed += usize::from(!observed.band_open);
        for scenario in scenarios(&observed) {
            let sheet = Sheet { context, worksheet: &worksheet, offers: &offers, scenario: *scenario, shares: &shares };
            sheet.pay(made, take, &mut observed);
        }
        observed.problems = distinct(std::mem::take(&mut observed.problems));
    }
    // Where an open band was met, those before it have a second scenario too.
    for couriers in if observed.band_open { &parts[..closed] } else { &[] } {
        let worksheet = everyone.worksheet(couriers);
        let offers = offers(context, &worksheet, &mut observed);
        let sheet =
            Sheet { context, worksheet: &worksheet, offers: &offers, scenario: Scenario::High, shares: &shares };
        sheet.pay(made, take, &mut observed);
    }
    run.scenarios = scenarios(&observed).to_vec();
    finish(&mut observed, &mut run)?;
    run.notes = notes::notes(context, &observed, &everyone, (&run.scenarios, &run.unpaid));
    Ok(run)
}

/// What is due on a worksheet made before: for many agreements on one log. What has to be said of the log is left out; the notes
/// are those on the changes.
///
/// # Errors
/// As those of [`pay`].
pub(crate) fn pay_worksheet(context: &PricingContext<'_>, worksheet: &Worksheet) -> Result<PayRun, Problems> {
    pay_worksheet_seen(context, worksheet, &mut |_, _| {})
}

/// The same, the workings of each payslip being shown with the place of their slot.
///
/// # Errors
/// As those of [`pay`].
pub(crate) fn pay_worksheet_seen(
    context: &PricingContext<'_>,
    worksheet: &Worksheet,
    see: &mut dyn FnMut(usize, &Workings<'_>),
) -> Result<PayRun, Problems> {
    let mut observed = Observed::default();
    let mut run = PayRun::default();
    let offers = offers(context, worksheet, &mut observed);
    paid(worksheet).for_each(|slot| piece::unpaid(worksheet, &offers, slot, &mut run.unpaid));
    run.scenarios = scenarios(&observed).to_vec();
    let shares = shares(context, || std::iter::once(worksheet));
    for scenario in &run.scenarios {
        let payslips = &mut run.payslips;
        let sheet = Sheet { context, worksheet, offers: &offers, scenario: *scenario, shares: &shares };
        for slot in 0..worksheet.slots.len() {
            if let Some(workings) = sheet.pay_slot(slot, &mut observed) {
                see(slot, &workings);
                payslips.push(workings.payslip);
            }
        }
    }
    finish(&mut observed, &mut run)?;
    run.notes = notes::lifted(&observed).collect();
    Ok(run)
}

/// What is missing to all workers together, or over more than a pay period, where a rule asks for it: everyone is paid without
/// it first.
fn shares<W: Borrow<Worksheet>, I: Iterator<Item = W>>(
    context: &PricingContext<'_>,
    worksheets: impl FnOnce() -> I,
) -> Shares {
    let agreement = context.agreement;
    if !together::is_asked(agreement) && !long_windows::is_asked(agreement) {
        return Shares::default();
    }
    let (none, mut missing, mut windows) = (Shares::default(), Missing::default(), LongWindows::default());
    for worksheet in worksheets() {
        let worksheet = worksheet.borrow();
        let mut observed = Observed::default();
        let offers = offers(context, worksheet, &mut observed);
        for scenario in scenarios(&observed) {
            let sheet = Sheet { context, worksheet, offers: &offers, scenario: *scenario, shares: &none };
            let mut add = |workings: Workings<'_>| {
                missing.add(agreement, &workings);
                windows.add(agreement, &workings);
            };
            sheet.pay_alone(&mut add, &mut Observed::default());
        }
    }
    let mut shares = missing.shares(agreement.rounding);
    windows.give(agreement, &mut shares);
    shares
}

/// What is wrong with an agreement for the couriers of all worksheets together.
pub(crate) fn mistakes<'w>(context: &PricingContext<'_>, worksheets: impl Iterator<Item = &'w Worksheet>) -> Problems {
    let mut observed = Observed::default();
    let shares = Shares::default();
    for worksheet in worksheets {
        let offers = offers(context, worksheet, &mut observed);
        for scenario in scenarios(&observed) {
            let sheet = Sheet { context, worksheet, offers: &offers, scenario: *scenario, shares: &shares };
            sheet.pay_alone(&mut |_| {}, &mut observed);
        }
    }
    finish(&mut observed, &mut PayRun::default()).err().unwrap_or_default()
}

impl PayRun {
    /// What it says beside its payslips and what was changed.
    pub(crate) fn without_payslips(&self) -> Self {
        let (scenarios, unpaid, notes) = (self.scenarios.clone(), self.unpaid.clone(), self.notes.clone());
        Self { scenarios, unpaid, notes, ..Self::default() }
    }

    /// Gives a payslip the scenario that it turned out to be of.
    pub(crate) fn name_scenario(&self, payslip: &mut Payslip) {
        if payslip.scenario == Scenario::Agreed {
            payslip.scenario = self.scenarios[0];
        }
    }
}

/// The rules that pay the parcels of a worksheet, and what is wrong with it.
fn offers<'w, 'a: 'w>(context: &PricingContext<'a>, worksheet: &'w Worksheet, observed: &mut Observed) -> Offers<'w> {
    observed.problems.extend(worksheet.problems.iter().cloned());
    offers::offers(context, worksheet, observed)
}

fn scenarios(observed: &Observed) -> &'static [Scenario] {
    if observed.band_open { &[Scenario::Low, Scenario::High] } else { &[Scenario::Agreed] }
}

/// The pay slots of a worksheet that are paid.
fn paid(worksheet: &Worksheet) -> impl Iterator<Item = &PaySlot> {
    worksheet.slots.iter().filter(|slot| !slot.earlier)
}

/// Ends a run: the mistakes of all couriers, or the changes that it applied.
fn finish(observed: &mut Observed, run: &mut PayRun) -> Result<(), Problems> {
    observed.problems.extend(band::leaving(&observed.leaving));
    if !observed.problems.is_empty() {
        return Err(distinct(std::mem::take(&mut observed.problems)));
    }
    run.applied = std::mem::take(&mut observed.applied);
    Ok(())
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
    use crate::units::Date;

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
            detail: 0,
            parcels,
            first_at: None,
            last_at: None,
        };
        let tally = Tally::new(names, vec![row(1, 5, 1, 7), row(2, 4, 1, 10), row(3, 5, 2, 3), row(3, 4, 4, 20)]);
        let (agreement, workforce) = (library::load("anji-courier").unwrap(), Workforce::default());
        let parts = pay(&agreement, &tally, &workforce).unwrap();
        let everyone = CourierIndex::new(&tally, &workforce, &agreement);
        let context = PricingContext::new(&agreement, &workforce, OutOfBand::Refused);
        let whole = pay_worksheet(&context, &everyone.worksheet(&everyone.couriers)).unwrap();
        let shown = |run: &PayRun| run.payslips.iter().map(|slip| format!("{slip:?}")).collect::<Vec<_>>();
        assert_eq!(shown(&parts), shown(&whole));
        assert_eq!((parts.scenarios, parts.unpaid), (whole.scenarios, whole.unpaid));
        assert_eq!(parts.payslips.len(), 6, "three couriers, low and high");
    }
}

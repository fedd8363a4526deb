//! How a payslip came about: what each line rests on, which rules gave way to better ones, which did not apply and why.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::agreement::kinds::{Grant, Kind, Occasion};
use crate::agreement::{Agreement, Rule, Words};
use crate::deliveries::Tally;
use crate::diagnostics::{Message, Problems};
use crate::pay::amount::Desk;
use crate::pay::ledger::{Ledger, Sheet};
use crate::pay::line::Line;
pub use crate::pay::lost::{Ground, Lost, Party};
pub use crate::pay::origins::Origin;
pub use crate::pay::reasons::Reason;
use crate::pay::rules::piece::Priced;
use crate::pay::rules::{piece, premium};
use crate::pay::{Payslip, Scenario, lost, origins, pay, reasons};
use crate::units::{Date, Decimal, Month};
use crate::workforce::Workforce;

/// All payslips of one courier, explained.
#[derive(Debug)]
pub struct Explanation<'a> {
    /// In the order of scenario, month, company.
    pub payslips: Vec<Explained<'a>>,
    /// The rules that no line can come from: what is forbidden, what may be taken off, what the employer pays.
    pub beside: Vec<&'a Rule>,
    /// What has to be said of the figures of this courier.
    pub notes: Vec<Message>,
}

/// A payslip and how it came about.
#[derive(Debug)]
pub struct Explained<'a> {
    /// The payslip.
    pub payslip: Payslip,
    /// What its lines rest on, one for each in their order.
    pub bases: Vec<Basis<'a>>,
    /// The parcels behind the premium lines, day by day.
    pub premium_days: Vec<PremiumDay<'a>>,
    /// What gave way to something better.
    pub lost: Vec<Lost<'a>>,
    /// The rules that did not apply and why, in the order of the agreements.
    pub not_applied: Vec<(&'a Rule, Reason)>,
    /// Parcels that no rule pays, by service.
    pub unpaid: BTreeMap<Arc<str>, u64>,
}

/// What a line rests on.
#[derive(Clone, Debug)]
pub struct Basis<'a> {
    /// The rule; `None` for the base wage that the roster states.
    pub rule: Option<&'a Rule>,
    /// The words agreed, first of the rule and then of its figure, where that has its own.
    pub texts: Vec<Arc<str>>,
    /// What is assumed, of the rule, its document or its figure.
    pub assumed: Vec<&'a Words>,
    /// Where the rate of a piece line comes from; `None` for every other.
    pub origin: Option<Origin>,
}

/// The parcels of one day that earn a premium.
#[derive(Clone, Debug)]
pub struct PremiumDay<'a> {
    /// The rule that gives it.
    pub rule: &'a Rule,
    /// Yuan a parcel, on which the premium is reckoned.
    pub rate: Decimal,
    /// The day.
    pub date: Date,
    /// The area, empty where the log names none.
    pub area: Arc<str>,
    /// The service.
    pub service: Arc<str>,
    /// All parcels of the day in that area and service.
    pub parcels: u64,
    /// The hours of the day and those after which overtime begins; `None` where the hours do not matter.
    pub hours: Option<(Decimal, Decimal)>,
    /// The parcels that earn it, not rounded.
    pub quantity: Decimal,
}

/// What is known of one payslip while it is explained.
pub(crate) struct Case<'c, 'a> {
    pub(crate) agreement: &'a Agreement,
    pub(crate) workforce: &'c Workforce,
    pub(crate) ledger: &'c Ledger,
    pub(crate) priced: &'c Priced<'c>,
    pub(crate) sheet: &'c Sheet,
    pub(crate) payslip: &'c Payslip,
}

/// Explains what is due to one courier. The lines are those of [`pay`].
///
/// # Errors
/// Those of [`pay`].
pub fn explain<'a>(
    agreement: &'a Agreement,
    tally: &Tally,
    workforce: &Workforce,
    courier: &str,
) -> Result<Explanation<'a>, Problems> {
    let run = pay(agreement, tally, workforce)?;
    let ledger = Ledger::new(tally, workforce);
    let mut desk = Desk::new(agreement, workforce);
    let priced = piece::price(&mut desk, &ledger);
    let mut payslips = Vec::new();
    for payslip in run.payslips.iter().filter(|payslip| *payslip.courier == *courier) {
        let same = |sheet: &&Sheet| {
            *sheet.courier == *courier && sheet.month == payslip.month && sheet.company == payslip.company
        };
        let sheet = ledger.sheets.iter().find(same).expect("a payslip is made from a sheet");
        desk.scenario = payslip.scenario;
        let case = Case { agreement, workforce, ledger: &ledger, priced: &priced, sheet, payslip };
        payslips.push(explained(&mut desk, &case));
    }
    let open = run.scenarios != [Scenario::Agreed];
    let of_courier = |note: &Message| match note.id {
        "pay-band" => open && !payslips.is_empty(),
        "pay-lifted" | "pay-part-of-month" | "pay-column-unknown" => true,
        _ => false,
    };
    let notes = run.notes.into_iter().filter(of_courier).collect();
    let beside = agreement.rules.iter().filter(|rule| !earns(rule)).collect();
    Ok(Explanation { payslips, beside, notes })
}

fn explained<'a>(desk: &mut Desk<'_>, case: &Case<'_, 'a>) -> Explained<'a> {
    let payslip = case.payslip.clone();
    let indices: Vec<Option<usize>> =
        payslip.lines.iter().map(|line| rule_of(case.agreement, line, payslip.month)).collect();
    let rests = |(line, index): (&Line, &Option<usize>)| Basis {
        origin: origins::origin(case, line, payslip.scenario),
        ..basis(case.agreement, line, *index, payslip.month)
    };
    let bases = payslip.lines.iter().zip(&indices).map(rests).collect();
    let lost = lost::lost(desk, case);
    let mut not_applied = Vec::new();
    for (index, rule) in case.agreement.rules.iter().enumerate() {
        let gave_way = |lost: &Lost<'_>| matches!(lost.loser, Party::Rule(loser) if std::ptr::eq(loser, rule));
        if earns(rule) && !indices.contains(&Some(index)) && !lost.iter().any(gave_way) {
            not_applied.push((rule, reasons::why(desk, case, index)));
        }
    }
    let premium_days = premium_days(desk, case);
    Explained { bases, premium_days, lost, not_applied, unpaid: unpaid(case), payslip }
}

/// Whether lines of a payslip can come from a rule.
fn earns(rule: &Rule) -> bool {
    match &rule.kind {
        Kind::Rate(_) | Kind::Base(_) | Kind::Floor(_) | Kind::Premium(_) => true,
        Kind::Protection(protection) => protection.grants == Grant::KeepsBase,
        Kind::Deduction(_) | Kind::Contribution(_) => false,
    }
}

/// The rule that a line names, by its id and its article; `None` for the labour contract's own base.
fn rule_of(agreement: &Agreement, line: &Line, month: Month) -> Option<usize> {
    let named = |rule: &Rule| rule.id == line.rule && earns(rule) && month.each_day().any(|day| rule.speaks(day));
    let clause = |rule: &Rule| {
        rule.clause == line.clause || rule.evidence().iter().any(|evidence| evidence.clause == Some(&line.clause))
    };
    agreement.rules.iter().position(|rule| named(rule) && clause(rule))
}

/// The words and the assumptions of a rule, and of those of its figures of the month that the line names.
fn basis<'a>(agreement: &'a Agreement, line: &Line, index: Option<usize>, month: Month) -> Basis<'a> {
    let Some(rule) = index.map(|index| &agreement.rules[index]) else {
        return Basis { rule: None, texts: Vec::new(), assumed: Vec::new(), origin: None };
    };
    let mut texts = vec![Arc::clone(&rule.text)];
    let mut assumed: Vec<&Words> = rule.assumed.iter().chain(&rule.document.assumed).collect();
    for evidence in rule.evidence() {
        let of_month = month.each_day().any(|day| evidence.term.contains(day));
        if of_month && *evidence.clause.unwrap_or(&rule.clause) == line.clause {
            texts.extend(evidence.text.filter(|text| !texts.contains(text)).map(Arc::clone));
            assumed.extend(evidence.assumed.filter(|why| !assumed.contains(why)));
        }
    }
    Basis { rule: Some(rule), texts, assumed, origin: None }
}

/// The parcels of each day that a premium takes.
fn premium_days<'a>(desk: &mut Desk<'_>, case: &Case<'_, 'a>) -> Vec<PremiumDay<'a>> {
    let attendance = case.workforce.attendance.as_deref();
    let mut days = Vec::new();
    premium::each(desk, case.sheet, case.ledger, case.priced, |desk, entry, offer, share| {
        if share.parcels.is_zero() {
            return;
        }
        let rule = &case.agreement.rules[share.rule];
        let after = match &rule.kind {
            Kind::Premium(premium) => match &premium.occasion {
                Occasion::Overtime { after_hours } => Some(*after_hours),
                Occasion::RestDay | Occasion::Holiday { .. } | Occasion::Night { .. } => None,
            },
            _ => None,
        };
        let day = attendance.and_then(|attendance| attendance.on(&case.sheet.courier, entry.date));
        days.push(PremiumDay {
            rule,
            rate: offer.untiered(desk.scenario),
            date: entry.date,
            area: Arc::clone(case.ledger.name(entry.area)),
            service: Arc::clone(case.ledger.name(entry.service)),
            parcels: entry.parcels,
            hours: day.map(|day| day.hours).zip(after),
            quantity: share.parcels,
        });
    });
    let position = |rule: &Rule| case.agreement.rules.iter().position(|one| std::ptr::eq(one, rule));
    days.sort_by_cached_key(|day| {
        (position(day.rule), day.rate, day.date, Arc::clone(&day.area), Arc::clone(&day.service), day.parcels)
    });
    days
}

fn unpaid(case: &Case<'_, '_>) -> BTreeMap<Arc<str>, u64> {
    let mut unpaid = BTreeMap::new();
    for index in case.sheet.entries.clone() {
        let entry = &case.ledger.entries[index];
        if case.priced.offers(index).is_empty() && entry.parcels > 0 {
            *unpaid.entry(Arc::clone(case.ledger.name(entry.service))).or_default() += entry.parcels;
        }
    }
    unpaid
}

//! Women are paid less than men for the same parcels.
//!
//! **What**: on one day, in one company, position, area and service, a row of `--rates` gives a woman less than a man; or, in the
//! register of a month, piece paid ÷ piece due is for the women of a company and position on average more than half a percent below
//! the men's.
//!
//! **Why**: equal pay for women and men for equal work.
//!
//! **Example**: in 递铺 a company pays its couriers 0.80, and a row of `--rates` gives one of them, a woman, 0.75.
//!
//! **Clause**: that of the agreement on equal pay; 妇女权益保障法 art. 45.
//!
//! # 中文
//!
//! 同样的件，女工报酬低于男工。
//!
//! **查什么**：同一天、同一公司、岗位、区域和业务，`--rates` 给女派件员的单价低于男派件员；或者当月工资表中，同一公司和岗位女工的“实付计件÷应付计件”平均比男工低，且相差超过半个百分点。
//!
//! **为什么**：男女同工同酬。
//!
//! **举例**：某公司在递铺的单价为 0.80 元，`--rates` 中有一行给一名女派件员 0.75 元。
//!
//! **依据**：协议的同工同酬条款；妇女权益保障法第45条。

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::agreement::kinds::Grant;
use crate::check::{Check, Finding, Need, PayrollCheck, Severity};
use crate::deliveries::Tally;
use crate::deliveries::tally::Row;
use crate::diagnostics::{Message, Place};
use crate::pay::{Component, RateOfDay, RateSource, rates_of_days};
use crate::units::{Date, Decimal, PayPeriod, Rounding, Yuan};
use crate::workforce::roster::Sex;

pub(crate) const CHECK: Check = Check {
    code: "unequal-rate",
    severity: Severity::Violation,
    needs: &[Need::Roster, Need::Sexes, Need::PieceOrOwnRate, Need::Grant(Grant::EqualPay)],
    reveals_protection: false,
    source: include_str!("unequal_rate.rs"),
    find,
};

/// Half a percent of the piece due.
const HALF_PERCENT: Decimal = Decimal::from_parts(5, 0, 0, false, 3);

fn find(payroll: &PayrollCheck<'_>) -> Vec<Finding> {
    let mut findings = by_rates(payroll);
    findings.extend(by_register(payroll));
    findings
}

/// Day, company, position, area, service.
type Spot<'a> = (Date, &'a Arc<str>, &'a str, &'a Arc<str>, &'a Arc<str>);

/// A woman whose rate on a day is below that of a man beside her: one finding for each area, service, month and rate.
fn by_rates(payroll: &PayrollCheck<'_>) -> Vec<Finding> {
    let Some(tally) = beside_named(payroll) else { return Vec::new() };
    let rates = rates_of_days(payroll.agreement, &tally, payroll.workforce);
    let mut men: BTreeMap<Spot<'_>, Decimal> = BTreeMap::new();
    let mut women: Vec<(Spot<'_>, &RateOfDay)> = Vec::new();
    for rate in &rates {
        let Some(terms) = payroll.terms(&rate.courier, &rate.company, rate.date) else { continue };
        let place = (rate.date, &rate.company, &*terms.position, &rate.area, &rate.service);
        match terms.sex {
            Some(Sex::Male) => {
                let highest = men.entry(place).or_insert(rate.rate);
                *highest = rate.rate.max(*highest);
            }
            Some(Sex::Female) => women.push((place, rate)),
            None => {}
        }
    }
    let mut found: BTreeMap<_, (&RateOfDay, Decimal)> = BTreeMap::new();
    let sexes = sexes(payroll);
    for (place, rate) in women {
        if let Some(his) = men.get(&place).filter(|his| rate.rate < **his) {
            let key = (
                payroll.calendar.period(rate.date),
                &rate.company,
                &rate.courier,
                &rate.area,
                &rate.service,
                rate.rate,
                *his,
            );
            found.entry(key).or_insert((rate, *his));
        }
    }
    let finding = |(rate, his): (&RateOfDay, Decimal)| {
        let sexes = sexes.get(&rate.company).copied().or(Some((1, 1)));
        Some(Finding { sexes, ..of_rate(payroll, rate, his)? })
    };
    found.into_values().filter_map(finding).collect()
}

/// The log of the companies in which `--rates` names a courier: only such a row can part a woman from a man beside her.
fn beside_named(payroll: &PayrollCheck<'_>) -> Option<Tally> {
    let ladders = &payroll.workforce.rates.ladders;
    let named: BTreeSet<&str> =
        ladders.iter().map(|ladder| &*ladder.named.courier).filter(|id| !id.is_empty()).collect();
    if named.is_empty() {
        return None;
    }
    let is_named: Vec<bool> = payroll.tally.names.iter().map(|name| named.contains(&**name)).collect();
    let rows = || payroll.tally.rows.iter();
    let companies: BTreeSet<u32> = rows().filter(|row| is_named[row.courier as usize]).map(|row| row.company).collect();
    let beside =
        |row: &&Row| companies.contains(&row.company) && payroll.months.contains(&payroll.calendar.period(row.date));
    Some(Tally::new(payroll.tally.names.clone(), rows().filter(beside).copied().collect()))
}

/// How many women and men each company employs in the months checked.
fn sexes(payroll: &PayrollCheck<'_>) -> BTreeMap<Arc<str>, (u64, u64)> {
    let mut couriers: BTreeMap<(&Arc<str>, &Arc<str>), Sex> = BTreeMap::new();
    for row in &payroll.rows {
        let sex = payroll.terms_in(&row.courier, &row.company, row.month).and_then(|terms| terms.sex);
        couriers.extend(sex.map(|sex| ((&row.company, &row.courier), sex)));
    }
    let mut counts: BTreeMap<Arc<str>, (u64, u64)> = BTreeMap::new();
    for ((company, _), sex) in couriers {
        let count = counts.entry(Arc::clone(company)).or_default();
        match sex {
            Sex::Female => count.0 += 1,
            Sex::Male => count.1 += 1,
        }
    }
    counts
}

fn of_rate(payroll: &PayrollCheck<'_>, rate: &RateOfDay, his: Decimal) -> Option<Finding> {
    let message = Message::new("check-unequal-rate")
        .with("day", rate.date.to_string())
        .with("area", if rate.area.is_empty() { "-" } else { &rate.area })
        .with("hers", rate.rate.to_string())
        .with("his", his.to_string());
    let finding = CHECK.finding(&rate.company, &rate.courier, message);
    let finding = finding.in_month(payroll.calendar.period(rate.date)).figures(Yuan(his), Yuan(rate.rate));
    let finding = under(payroll, finding, rate.date)?;
    Some(match rate.source {
        Some(RateSource::Row(row)) => finding.at(&payroll.workforce.rates.ladders[row].steps[0].place),
        Some(RateSource::Flag) | None => finding,
    })
}

/// Names the rules on equal pay in force; `None` where none is.
fn under(payroll: &PayrollCheck<'_>, finding: Finding, day: Date) -> Option<Finding> {
    let mut rules = payroll.grants(Grant::EqualPay, day).peekable();
    rules.peek()?;
    Some(rules.fold(finding, Finding::under))
}

/// Piece paid ÷ piece due of one courier, and where the row stands.
type Share<'a> = (Decimal, &'a Place);

/// Piece paid ÷ piece due of the women and of the men of each month, company and position.
fn by_register(payroll: &PayrollCheck<'_>) -> Vec<Finding> {
    let mut shares: BTreeMap<(PayPeriod, &Arc<str>, &str, bool), Vec<Share<'_>>> = BTreeMap::new();
    for row in payroll.listed() {
        let Some((due, paid)) = row.due.as_deref().zip(row.paid) else { continue };
        let month = payroll.register.piece_month(row.month);
        let (Some(piece), piece_due) = (paid.piece, due.sum(Component::Piece)) else { continue };
        if piece_due.is_zero() {
            continue;
        }
        let Some(terms) = payroll.terms_in(&row.courier, &row.company, month) else { continue };
        let Some(sex) = terms.sex else { continue };
        let key = (month, &row.company, &*terms.position, sex == Sex::Female);
        shares.entry(key).or_default().push((piece.0 / piece_due.0, &paid.place));
    }
    let mut findings = Vec::new();
    for ((month, company, position, _), women) in shares.iter().filter(|((.., female), _)| *female) {
        if let Some(men) = shares.get(&(*month, company, position, false)) {
            let finding = of_position(*month, company, position, women, men);
            findings.extend(finding.and_then(|finding| under(payroll, finding, month.last())));
        }
    }
    findings
}

fn of_position(
    month: PayPeriod,
    company: &Arc<str>,
    position: &str,
    women: &[Share<'_>],
    men: &[Share<'_>],
) -> Option<Finding> {
    let average =
        |shares: &[Share<'_>]| shares.iter().map(|(share, _)| share).sum::<Decimal>() / Decimal::from(shares.len());
    let (hers, his) = (average(women), average(men));
    if his - hers <= HALF_PERCENT {
        return None;
    }
    let percent = |share: Decimal| Rounding::FEN.apply(share * Decimal::ONE_HUNDRED).0.to_string();
    let (of_women, of_men) = (women.len() as u64, men.len() as u64);
    let message = Message::new("check-unequal-piece")
        .with("position", if position.is_empty() { "-" } else { position })
        .with("hers", percent(hers))
        .with("his", percent(his))
        .count("women", of_women)
        .count("men", of_men);
    let finding = CHECK.finding(company, &Arc::default(), message).in_month(month);
    let finding = Finding { sexes: Some((of_women, of_men)), ..finding };
    // The row with the lowest share is where to begin to look.
    let (_, lowest) = women.iter().min_by_key(|(share, _)| *share)?;
    Some(finding.at(lowest))
}

//! Pay other than the base wage is lower in a protected period.
//!
//! **What**: in pregnancy, on maternity leave or while nursing, a piece rate in force for the courier is lower than on the day
//! before the period, or an allowance, a wage by time or a floor is gone or lower because position, area or skill changed. One
//! finding for each rule and month, with both values, the first such day and what it comes to in the month.
//!
//! **Why**: another post or a cheaper area lowers the pay as surely as a cut of the base wage does, which `base-cut` looks at.
//!
//! **Example**: a courier who is pregnant is made a sorter from 1 March on; the post allowance of 1,400 yuan is gone.
//!
//! **Clause**: that of the protection of the base wage; 国务院令第619号 art. 5, 妇女权益保障法 art. 48.
//!
//! # 中文
//!
//! 保护期内降低基本工资以外的待遇。
//!
//! **查什么**：孕期、产假或哺乳期内，本人执行的计件单价低于该期间开始前一天，或者因岗位、区域、技能等级变动，津贴、计时工资或保底没有了或降低了。每项规则每月一条，写明前后数额、起始日期和当月差额。
//!
//! **为什么**：调岗、换到单价低的区域，同降低基本工资一样减少收入；基本工资由 `base-cut` 检查。
//!
//! **举例**：怀孕的派件员 3 月 1 日起调为分拣员，每月 1,400 元岗位津贴没有了。
//!
//! **依据**：基本工资保护条款；女职工劳动保护特别规定（国务院令第619号）第5条、妇女权益保障法第48条。

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::agreement::Rule;
use crate::agreement::kinds::{Grant, Kind, Per};
use crate::check::{Check, Finding, Need, PayrollCheck, Severity};
use crate::deliveries::Tally;
use crate::deliveries::tally::Row;
use crate::diagnostics::message::Arg;
use crate::diagnostics::{Message, Place};
use crate::pay::{Entitlements, RateOfDay, RateSource, rates_of_days};
use crate::units::{Date, Decimal, PayPeriod, Rounding, Yuan};
use crate::workforce::chain::{Chain, chains};
use crate::workforce::day::Day;
use crate::workforce::roster::Terms;

pub(crate) const CHECK: Check = Check {
    code: "pay-cut-while-protected",
    severity: Severity::Warning,
    needs: &[Need::Roster, Need::Protected, Need::Grant(Grant::KeepsBase)],
    reveals_protection: true,
    source: include_str!("pay_cut_while_protected.rs"),
    find,
};

/// What is lower in a month: the values before and from the first such day on, and what it comes to.
struct Cut {
    before: Decimal,
    now: Decimal,
    day: Date,
    amount: Decimal,
    at: Option<Place>,
}

/// By courier, month, company and rule.
type Cuts = BTreeMap<(Arc<str>, PayPeriod, Arc<str>, usize), Cut>;

fn find(payroll: &PayrollCheck<'_>) -> Vec<Finding> {
    let mut cuts = Cuts::new();
    let entitlements = Entitlements::new(payroll.agreement, payroll.workforce);
    let mut compared = Vec::new();
    let of_courier = rows_of_protected(payroll);
    for person in payroll.workforce.protected.people() {
        for chain in chains(payroll.workforce.protected.of(person)) {
            let Some(before) = chain.day_before() else { continue };
            by_terms(payroll, &entitlements, (person, &chain, before), &mut cuts);
            compared.extend(compare(payroll, &of_courier, (person, &chain, before)));
        }
    }
    by_rates(payroll, &compared, &mut cuts);
    cuts.iter().filter_map(|(of, cut)| finding(payroll, of, cut)).collect()
}

/// A person, the protected periods, and the day before them.
type Protected<'p> = (&'p Arc<str>, &'p Chain<'p>, Date);

/// Adds to what is lower in a month.
fn add(cuts: &mut Cuts, key: (Arc<str>, PayPeriod, Arc<str>, usize), cut: Cut) {
    match cuts.get_mut(&key) {
        Some(known) => known.amount += cut.amount,
        None => drop(cuts.insert(key, cut)),
    }
}

/// What the terms of a day give less than those of the day before the period would on the same day: seasons and dated figures
/// are no cut.
fn by_terms(payroll: &PayrollCheck<'_>, entitlements: &Entitlements<'_>, who: Protected<'_>, cuts: &mut Cuts) {
    let (person, chain, before) = who;
    let Some(roster) = payroll.workforce.roster.as_deref() else { return };
    for earlier in roster.on(person, "", before) {
        for day in payroll.months.iter().flat_map(|month| month.each_day()).filter(|day| chain.term.contains(*day)) {
            let Some(terms) = payroll.terms(&earlier.courier, &earlier.company, day) else { continue };
            if std::ptr::eq(terms, &raw const **earlier) {
                continue;
            }
            let now = entitlements.on(&earlier.company, terms, day);
            for (rule, value) in entitlements.on(&earlier.company, earlier, day) {
                let left = now.iter().find(|(other, _)| *other == rule).map_or(Decimal::ZERO, |(_, value)| *value);
                if left < value {
                    let amount = of_day(payroll, &payroll.agreement.rules[rule], terms, day) * (value - left);
                    let at = Some(terms.place.clone());
                    let cut = Cut { before: value, now: left, day, amount, at };
                    add(
                        cuts,
                        (
                            Arc::clone(&earlier.courier),
                            payroll.calendar.period(day),
                            Arc::clone(&earlier.company),
                            rule,
                        ),
                        cut,
                    );
                }
            }
        }
    }
}

/// How many units of a rule by time, or of a floor, a day has: of a month the part that the day is of it.
fn of_day(payroll: &PayrollCheck<'_>, rule: &Rule, terms: &Terms, day: Date) -> Decimal {
    let attended = payroll.workforce.attendance.as_deref().and_then(|attendance| attendance.on(&terms.courier, day));
    match rule.kind.per() {
        Some(Per::Hour) => attended.map(Day::hours).unwrap_or_default(),
        Some(Per::Km) => attended.map(Day::km).unwrap_or_default(),
        Some(Per::Day) => Decimal::from(u8::from(attended.is_some_and(Day::is_worked))),
        // Of a measure of the attendance; what an order carries is no term of employment.
        Some(Per::Measure) => Decimal::ZERO,
        Some(Per::Month | Per::Parcel) | None => {
            let whole = matches!(&rule.kind, Kind::Rate(rate) if !rate.prorate);
            let days = Decimal::from(day.days_in_month());
            if whole { Decimal::from(u8::from(day.day() == 1)) } else { Decimal::ONE / days }
        }
    }
}

/// The id of a person.
fn id<'p>(payroll: &PayrollCheck<'p>, person: &'p Arc<str>) -> &'p Arc<str> {
    let terms = payroll.workforce.roster.as_deref().and_then(|roster| roster.rows(person, "").first());
    terms.map_or(person, |terms| &terms.courier)
}

/// The rows of the log of each courier with a protected period, in their order.
fn rows_of_protected<'p>(payroll: &PayrollCheck<'p>) -> BTreeMap<&'p Arc<str>, Vec<&'p Row>> {
    let protected: BTreeSet<&Arc<str>> =
        payroll.workforce.protected.people().map(|person| id(payroll, person)).collect();
    let is_protected: Vec<bool> = payroll.tally.names.iter().map(|name| protected.contains(name)).collect();
    let mut rows: BTreeMap<&Arc<str>, Vec<&Row>> = BTreeMap::new();
    for row in payroll.tally.rows.iter().filter(|row| is_protected[row.courier as usize]) {
        rows.entry(payroll.tally.name(row.courier)).or_default().push(row);
    }
    rows
}

/// The rows of a protected courier in the months checked, each with those whose rates on the day before the period it is
/// compared with: of the same area where the courier delivered there before, else those of the last day before.
fn compare(
    payroll: &PayrollCheck<'_>,
    of_courier: &BTreeMap<&Arc<str>, Vec<&Row>>,
    (person, chain, before): Protected<'_>,
) -> Vec<(Row, Vec<Row>)> {
    let courier = id(payroll, person);
    let own = of_courier.get(courier).into_iter().flatten().copied();
    let own = own.filter(|row| payroll.workforce.person(courier, payroll.tally.name(row.company)) == *person);
    let (earlier, later): (Vec<&Row>, Vec<&Row>) = own.partition(|row| row.date <= before);
    let since = later.into_iter().filter(|row| chain.term.contains(row.date));
    let last = earlier.iter().map(|row| row.date).max();
    let on_day_before = |row: &Row| Row { date: before, ..*row };
    let compared = since.filter(|row| payroll.months.contains(&payroll.calendar.period(row.date))).map(|row| {
        let same = |other: &&&Row| (other.company, other.service) == (row.company, row.service);
        let known = earlier.iter().filter(same).any(|other| other.area == row.area);
        let of_last = earlier.iter().filter(same).filter(|other| !known && Some(other.date) == last);
        let mut then: Vec<Row> = of_last.map(|other| on_day_before(other)).collect();
        if then.is_empty() {
            then.push(on_day_before(row));
        }
        (*row, then)
    });
    compared.collect()
}

/// The piece rates that are lower than on the day before the period.
fn by_rates(payroll: &PayrollCheck<'_>, compared: &[(Row, Vec<Row>)], cuts: &mut Cuts) {
    let names = &payroll.tally.names;
    let rows: BTreeSet<Row> = compared.iter().flat_map(|(row, then)| then.iter().chain([row])).copied().collect();
    let tally = Tally::new(names.clone(), rows.into_iter().collect());
    let rates = rates_of_days(payroll.agreement, &tally, payroll.workforce);
    let mut of_rows: BTreeMap<_, Vec<&RateOfDay>> = BTreeMap::new();
    for rate in &rates {
        of_rows.entry((rate.date, &rate.courier, &rate.area, &rate.service)).or_default().push(rate);
    }
    let name = |number: u32| &names[number as usize];
    let rate = |row: &Row| {
        let found = of_rows.get(&(row.date, name(row.courier), name(row.area), name(row.service)));
        let company = name(row.company);
        found?.iter().find(|rate| company.is_empty() || rate.company == *company).copied()
    };
    for (row, then) in compared {
        let Some(then) = then.iter().filter_map(rate).min_by_key(|rate| rate.rate) else { continue };
        let Some(now) = rate(row).filter(|now| now.rate < then.rate) else { continue };
        let Some(rule) = payroll.agreement.rules.iter().position(|rule| rule.id == now.rule) else { continue };
        let at = match now.source {
            Some(RateSource::Row(row)) => Some(payroll.workforce.rates.ladders[row].steps[0].place.clone()),
            Some(RateSource::Flag) | None => None,
        };
        let amount = Decimal::from(row.parcels) * (then.rate - now.rate);
        let cut = Cut { before: then.rate, now: now.rate, day: row.date, amount, at };
        add(cuts, (Arc::clone(&now.courier), payroll.calendar.period(row.date), Arc::clone(&now.company), rule), cut);
    }
}

/// The finding, where a rule keeps the base on that day.
fn finding(payroll: &PayrollCheck<'_>, of: &(Arc<str>, PayPeriod, Arc<str>, usize), cut: &Cut) -> Option<Finding> {
    let (courier, month, company, rule) = of;
    // A gap between two periods is protected as the days around it are.
    let on_day = |day| payroll.protections(Grant::KeepsBase, courier, company, day).first().map(|(rule, _)| *rule);
    let protection = month.each_day().find_map(on_day)?;
    let title = &payroll.agreement.rules[*rule].title;
    let amount = Rounding::FEN.apply(cut.amount);
    let message = Message::new("check-pay-cut")
        .arg("rule", Arg::Either { en: title.en.to_string(), zh: title.zh.to_string() })
        .with("before", cut.before.to_string())
        .with("now", cut.now.to_string())
        .with("day", cut.day.to_string())
        .with("amount", payroll.said(amount));
    let finding = CHECK.finding(company, courier, message).in_month(*month).figures(Yuan(cut.before), Yuan(cut.now));
    let finding = finding.under(protection);
    Some(match &cut.at {
        Some(place) => finding.at(place),
        None => finding,
    })
}

//! The employer's on-cost of a change: percent × clamp(pay, floor, ceiling), after less before.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::agreement::change::Field;
use crate::agreement::in_force::Applied;
use crate::agreement::kinds::Kind;
use crate::agreement::scope::{Slices, Subject};
use crate::agreement::{Agreement, Dated, Rule, Words};
use crate::cost::annual::factors::DueInLog;
use crate::cost::baseline::BeforeAndAfter;
use crate::cost::question::Question;
use crate::diagnostics::Message;
use crate::diagnostics::message::Arg;
use crate::pay::Payslip;
use crate::units::{Date, Decimal, Rounding, Yuan};
use crate::workforce::roster::Terms;

/// How much the contributions of each company and courier change over the days of the log, in yuan.
#[derive(Default)]
pub(crate) struct Contributions {
    /// Of rules that are reckoned on the pay itself; empty where none holds.
    pub(crate) by_courier: BTreeMap<(Arc<str>, Arc<str>), DueInLog>,
    /// Whether there is a figure: such a rule holds, or all are reckoned on last year's pay, on which nothing moves.
    pub(crate) known: bool,
    /// What each rule assumes, and which rest on last year's pay.
    pub(crate) notes: Vec<Message>,
}

struct Payer<'a> {
    payslip: &'a Payslip,
    terms: Option<&'a Terms>,
}

impl Subject for Payer<'_> {
    fn named(&self, key: &str) -> Option<&str> {
        let name = match key {
            "company" => &*self.payslip.company,
            "courier" => &*self.payslip.courier,
            column => self.terms.and_then(|terms| terms.column(column)).unwrap_or_default(),
        };
        (!name.is_empty()).then_some(name)
    }

    fn number(&self, key: &str, day: Date) -> Option<Decimal> {
        self.terms?.number(key, day)
    }

    fn at(&self) -> Option<Slices> {
        None
    }
}

/// The change of the contributions.
pub(crate) fn changes(question: &Question<'_>, proposed: &Agreement, sides: &mut BeforeAndAfter<'_>) -> Contributions {
    let rules: Vec<&Rule> =
        question.agreement.rules.iter().filter(|rule| matches!(rule.kind, Kind::Contribution(_))).collect();
    let (of_pay, of_last_year): (Vec<&Rule>, Vec<&Rule>) = rules.into_iter().partition(|rule| rule.kind.moves_cost());
    let on_day = |rule: &Rule, day| rule.in_force_on(day) && rule.amount(day).is_some();
    let holds = |rule: &Rule| question.tally.months().any(|(month, _)| on_day(rule, month.first()));
    let (of_pay, not_in_force): (Vec<&Rule>, Vec<&Rule>) = of_pay.into_iter().partition(|rule| holds(rule));
    let known = !of_pay.is_empty() || !of_last_year.is_empty();
    let notes = notes(&of_pay, &of_last_year, &not_in_force);
    let mut by_courier: BTreeMap<(Arc<str>, Arc<str>), DueInLog> = BTreeMap::new();
    if of_pay.is_empty() {
        return Contributions { by_courier, known, notes };
    }
    let before = (sides.before, question.agreement, -Decimal::ONE);
    for (runs, agreement, sign) in [before, (sides.after.as_slice(), proposed, Decimal::ONE)] {
        for payslip in runs.iter().flat_map(|run| &run.payslips) {
            let due = due(question, agreement, payslip, &mut sides.applied);
            let key = (Arc::clone(&payslip.company), Arc::clone(&payslip.courier));
            // It becomes a year's as the pay does that it is reckoned on.
            *by_courier.entry(key).or_default() += DueInLog::of(payslip).share_out(Yuan(due.0 * sign));
        }
    }
    Contributions { by_courier, known, notes }
}

/// The contributions on one payslip, each rounded as the agreement says; in a month that is cut, floor and ceiling are cut too and
/// nothing is rounded.
fn due(question: &Question<'_>, agreement: &Agreement, payslip: &Payslip, applied: &mut Applied) -> Yuan {
    let day = payslip.month.first();
    let roster = question.workforce.roster.as_deref();
    let on_day =
        roster.map(|roster| roster.on(&payslip.courier, &payslip.company, payslip.month.last())).unwrap_or_default();
    let terms = on_day.iter().find(|terms| terms.company == payslip.company).or(on_day.first()).map(|terms| &***terms);
    let payer = Payer { payslip, terms };
    let (covered, days) = question.tally.part(payslip.month.month());
    let rounding = if covered < days { Rounding::NONE } else { agreement.rounding };
    let cut = |amount: Decimal| amount * Decimal::from(covered) / Decimal::from(days);
    let mut sum = Yuan::ZERO;
    for rule in &agreement.rules {
        let Kind::Contribution(contribution) = &rule.kind else { continue };
        if !rule.kind.moves_cost() || !rule.applies_to(&payer, day) {
            continue;
        }
        let Some(percent) = rule.amount(day) else { continue };
        let mut changed = |field: Field, value: Decimal| rule.changed(&field, value, &payer, day, applied);
        let percent = changed(Field::Figure, percent);
        let on_day = |end: &Option<Dated<Decimal>>| end.as_ref().and_then(|dated| dated.on(day).copied());
        let floor = on_day(&contribution.floor).map(|floor| cut(changed(Field::Floor, floor)));
        let ceiling = on_day(&contribution.ceiling).map(|ceiling| cut(changed(Field::Ceiling, ceiling)));
        let base = payslip.pay().0.max(floor.unwrap_or(Decimal::ZERO));
        let base = ceiling.map_or(base, |ceiling| base.min(ceiling));
        sum += rounding.apply(base * percent / Decimal::ONE_HUNDRED);
    }
    sum
}

/// Which rules are in the figures and on what they rest, and which are not and why.
fn notes(of_pay: &[&Rule], of_last_year: &[&Rule], not_in_force: &[&Rule]) -> Vec<Message> {
    let either = |words: &Words| Arg::Either { en: words.en.to_string(), zh: words.zh.to_string() };
    let titles = |rules: &[&Rule]| {
        let (en, zh): (Vec<&str>, Vec<&str>) = rules.iter().map(|rule| (&*rule.title.en, &*rule.title.zh)).unzip();
        Arg::Either { en: en.join(", "), zh: zh.join("、") }
    };
    let named = |id: &'static str, rules: &[&Rule]| {
        (!rules.is_empty()).then(|| Message::new(id).arg("rules", titles(rules)).count("count", rules.len() as u64))
    };
    let none = [of_pay, of_last_year, not_in_force].iter().all(|rules| rules.is_empty());
    let mut notes: Vec<Message> = none.then(|| Message::new("cost-without-contributions")).into_iter().collect();
    notes.extend(named("cost-contribution-of-last-year", of_last_year));
    notes.extend(named("cost-contribution-not-in-force", not_in_force));
    for rule in of_pay {
        if let Some(words) = &rule.assumed {
            notes.push(Message::new("pay-assumed").arg("rule", either(&rule.title)).arg("why", either(words)));
        }
    }
    notes
}

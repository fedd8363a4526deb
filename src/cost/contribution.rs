//! The employer's on-cost of a change: percent × clamp(pay, floor, ceiling), after less before.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::agreement::change::Field;
use crate::agreement::in_force::Applied;
use crate::agreement::kinds::{ContributionBase, Kind};
use crate::agreement::scope::Subject;
use crate::agreement::{Agreement, Dated};
use crate::cost::baseline::BeforeAndAfter;
use crate::cost::question::Question;
use crate::diagnostics::Message;
use crate::diagnostics::message::Arg;
use crate::pay::Payslip;
use crate::units::{Decimal, Yuan};
use crate::workforce::roster::Terms;

/// How much the contributions of each company and courier change over the days of the log, in yuan.
pub(crate) struct Contributions {
    pub(crate) by_courier: BTreeMap<(Arc<str>, Arc<str>), Yuan>,
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
}

/// The change of the contributions; `None` where no agreement given has such a rule.
pub(crate) fn changes(
    question: &Question<'_>,
    proposed: &Agreement,
    sides: &mut BeforeAndAfter<'_>,
) -> Option<Contributions> {
    if !question.agreement.rules.iter().any(|rule| matches!(rule.kind, Kind::Contribution(_))) {
        return None;
    }
    let mut by_courier: BTreeMap<(Arc<str>, Arc<str>), Yuan> = BTreeMap::new();
    let before = (sides.before, question.agreement, -Decimal::ONE);
    for (runs, agreement, sign) in [before, (sides.after.as_slice(), proposed, Decimal::ONE)] {
        for payslip in runs.iter().flat_map(|run| &run.payslips) {
            let due = due(question, agreement, payslip, &mut sides.applied);
            let key = (Arc::clone(&payslip.company), Arc::clone(&payslip.courier));
            *by_courier.entry(key).or_default() += Yuan(due.0 * sign);
        }
    }
    Some(Contributions { by_courier, notes: notes(proposed) })
}

/// The contributions on one payslip, each rounded as the agreement says.
fn due(question: &Question<'_>, agreement: &Agreement, payslip: &Payslip, applied: &mut Applied) -> Yuan {
    let day = payslip.month.first();
    let roster = question.workforce.roster.as_deref();
    let on_day =
        roster.map(|roster| roster.on(&payslip.courier, &payslip.company, payslip.month.last())).unwrap_or_default();
    let terms = on_day.iter().find(|terms| terms.company == payslip.company).or(on_day.first()).map(|terms| &***terms);
    let payer = Payer { payslip, terms };
    let mut sum = Yuan::ZERO;
    for rule in &agreement.rules {
        let Kind::Contribution(contribution) = &rule.kind else { continue };
        if contribution.of == ContributionBase::LastYear || !rule.applies_to(&payer, day) {
            continue;
        }
        let Some(percent) = rule.amount(day) else { continue };
        let mut changed = |field: Field, value: Decimal| rule.changed(&field, value, &payer, day, applied);
        let percent = changed(Field::Figure, percent);
        let on_day = |end: &Option<Dated<Decimal>>| end.as_ref().and_then(|dated| dated.on(day).copied());
        let floor = on_day(&contribution.floor).map(|floor| changed(Field::Floor, floor));
        let ceiling = on_day(&contribution.ceiling).map(|ceiling| changed(Field::Ceiling, ceiling));
        let base = payslip.pay().0.max(floor.unwrap_or(Decimal::ZERO));
        let base = ceiling.map_or(base, |ceiling| base.min(ceiling));
        sum += agreement.rounding.apply(base * percent / Decimal::ONE_HUNDRED);
    }
    sum
}

fn notes(agreement: &Agreement) -> Vec<Message> {
    let mut notes = Vec::new();
    for rule in &agreement.rules {
        let Kind::Contribution(contribution) = &rule.kind else { continue };
        if contribution.of == ContributionBase::LastYear {
            notes.push(Message::new("cost-contribution-of-last-year").with("rule", &*rule.id));
        }
        if let Some(words) = &rule.assumed {
            let either = Arg::Either { en: words.en.to_string(), zh: words.zh.to_string() };
            notes.push(Message::new("pay-assumed").with("rule", &*rule.id).arg("why", either));
        }
    }
    notes
}

//! Rules that apply to no one, because nobody has what their `where` names: a word may be mistyped, a column missing.

use std::collections::BTreeSet;

use crate::agreement::Rule;
use crate::agreement::kinds::{Kind, NeededInput};
use crate::agreement::scope::{MONTHS_SINCE, one_of};
use crate::diagnostics::Message;
use crate::diagnostics::message::Arg;
use crate::pay::courier_index::CourierIndex;
use crate::pay::pricing::PricingContext;
use crate::workforce::roster::{Terms, WorkingTime};
use crate::workforce::{Roster, person};

/// A note for each column that the roster lacks, and one for all values that nobody has.
pub(crate) fn notes(context: &PricingContext<'_>, everyone: &CourierIndex<'_>) -> Vec<Message> {
    let roster = context.workforce.roster.as_deref();
    let (mut lacking, mut unmet) = (BTreeSet::new(), Vec::new());
    for rule in context.agreement.rules.iter().filter(|rule| may_apply(rule, context, everyone)) {
        for (column, values) in &rule.scope.values {
            let there = match &**column {
                "company" => values.iter().any(|value| everyone.has_company(value)),
                "courier" => values.iter().any(|value| everyone.knows(value)),
                "area" | "service" => values.iter().any(|value| everyone.has_area_or_service(value)),
                _ if roster.is_some_and(|roster| roster.has_column(column)) => {
                    let people = roster.into_iter().flat_map(Roster::people);
                    people.flat_map(|(_, rows)| rows).any(|terms| one_of(column, terms.column(column), values))
                }
                _ if everyone.tally().in_column(column).next().is_some() => {
                    everyone.tally().in_column(column).any(|found| one_of(column, Some(found), values))
                }
                _ => {
                    // Whoever is not said to work part-time works full-time.
                    let full_time = Some(WorkingTime::FullTime.as_str());
                    if &**column != "employment" || one_of(column, full_time, values) {
                        lacking.insert(&**column);
                    }
                    continue;
                }
            };
            if !there {
                let values = values.iter().map(|value| &**value).collect::<Vec<_>>().join(", ");
                unmet.push(format!("{} ({column}: {values})", rule.id));
            }
        }
        lacking.extend(deciding(rule).filter(|column| roster.is_some_and(|roster| !roster.has_column(column))));
        let numbers = rule.scope.ranges.keys().filter(|key| context.agreement.measure(key).is_none());
        let unknown = |column: &&str| roster.is_none_or(|roster| !roster.has_column(column));
        lacking.extend(numbers.map(|key| of_roster(key)).filter(unknown));
    }
    let valued = context.agreement.rules.iter().filter(|rule| may_apply(rule, context, everyone));
    let without: Vec<Message> = valued.filter_map(|rule| without_amount(rule, roster?)).collect();
    let column = |column| Message::new("pay-column-unknown").with("column", column);
    let mut notes: Vec<Message> = lacking.into_iter().map(column).collect();
    notes.extend(without);
    if !unmet.is_empty() {
        notes.push(Message::new("pay-nobody-has").count("rules", unmet.len() as u64).with("which", unmet.join("; ")));
    }
    notes
}

/// The people of whom the roster has a value that a rule by that column has no amount for.
fn without_amount(rule: &Rule, roster: &Roster) -> Option<Message> {
    let by = rule.figures_by().filter(|by| !by.is_by_months())?;
    let has_amount = |value: &str| {
        let figures = rule.figures.values.iter().filter_map(|dated| dated.value.by());
        figures.into_iter().any(|by| by.entry(value).is_some())
    };
    let reaches = |terms: &Terms| {
        let mut asked = rule.scope.values.iter().filter(|(column, _)| roster.has_column(column));
        asked.all(|(column, values)| one_of(column, terms.column(column), values))
    };
    let people = roster.people().filter_map(|(person, rows)| {
        let mut values = rows.iter().filter(|terms| reaches(terms)).filter_map(|terms| terms.column(&by.column));
        Some((person, values.find(|value| !has_amount(value))?))
    });
    let found: Vec<_> = people.collect();
    let values: BTreeSet<&str> = found.iter().map(|(_, value)| *value).collect();
    let (first, _) = found.first()?;
    let message = Message::new("pay-no-amount")
        .arg("rule", Arg::Either { en: rule.title.en.to_string(), zh: rule.title.zh.to_string() })
        .with("column", &*by.column);
    let message = message.count("couriers", found.len() as u64).with("first", &*person::id(first));
    Some(message.with("values", values.into_iter().collect::<Vec<_>>().join(", ")))
}

/// Whether a rule would pay something in some month, if it applied to anyone.
fn may_apply(rule: &Rule, context: &PricingContext<'_>, everyone: &CourierIndex<'_>) -> bool {
    let speaks = |day| rule.in_force_on(day) && (rule.figures.values.is_empty() || rule.figure(day).is_some());
    let mut months = everyone.months.iter().filter(|month| rule.scope.covers_month(month.month().month));
    // What lacks the whole input is told of by itself.
    let has_input = match rule.kind.needs() {
        Some(NeededInput::Roster) => context.workforce.roster.is_some(),
        Some(NeededInput::Attendance) => context.workforce.attendance.is_some(),
        None => context.workforce.protected.given || !matches!(rule.kind, Kind::Protection(_)),
    };
    rule.kind.earns() && has_input && months.any(|month| speaks(month.first()) || speaks(month.last()))
}

/// The column that decides a rule's amount, where nothing is due to those of whom the roster does not say it.
fn deciding(rule: &Rule) -> Option<&str> {
    let by = rule.figures_by().filter(|by| by.otherwise.is_none())?;
    Some(of_roster(&by.column))
}

/// The column of the roster that a key asks: `hired` for `months_since_hired`.
fn of_roster(key: &str) -> &str {
    key.strip_prefix(MONTHS_SINCE).unwrap_or(key)
}

//! What has to be said of the figures: what they assume, and what could not be computed and why.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::agreement::Rule;
use crate::agreement::kinds::{Grant, Kind, Occasion, Per, Value};
use crate::diagnostics::message::Arg;
use crate::diagnostics::{Message, Place};
use crate::pay::amount::Desk;
use crate::pay::ledger::Book;
use crate::pay::line::Scenario;
use crate::pay::{PayRun, band};
use crate::units::{Date, Month};

/// The remarks that belong to a run, in a fixed order.
pub(crate) fn notes(desk: &Desk<'_>, book: &Book<'_>, run: &PayRun) -> Vec<Message> {
    let mut notes = Vec::new();
    notes.extend(band(desk, run));
    notes.extend(run.unpaid.iter().map(|(service, parcels)| {
        let service = if service.is_empty() { "-" } else { service };
        Message::new("pay-unpaid").with("service", service).count("parcels", *parcels)
    }));
    notes.extend(desk.lifted.iter().map(|min| Message::new("pay-lifted").with("min", band::yuan(*min))));
    notes.extend(unused(desk));
    notes.extend(night(desk));
    notes.extend(roster(desk, book));
    notes.extend(strangers(desk, book));
    notes.extend(attendance(desk));
    notes.extend(unvalued(desk, book));
    notes.extend(assumed(desk));
    notes
}

/// Which rule has only its band, and what `low` and `high` stand for.
fn band(desk: &Desk<'_>, run: &PayRun) -> Vec<Message> {
    if run.scenarios == [Scenario::Agreed] {
        return Vec::new();
    }
    let open = |rule: &&Rule| matches!(&rule.kind, Kind::Rate(rate) if matches!(rate.value, Value::Band(_)));
    let used = |index: usize| desk.used.iter().any(|(rule, _)| *rule == index);
    let rules = desk.agreement.rules.iter().enumerate().filter(|(index, rule)| open(rule) && used(*index));
    rules.map(|(_, rule)| Message::new("pay-band").with("rule", &*rule.id)).collect()
}

/// Rows of `--rates` that price nothing: a name may be mistyped.
fn unused(desk: &Desk<'_>) -> Option<Message> {
    let ladders = &desk.workforce.rates.ladders;
    let unused = ladders.iter().filter(|ladder| !desk.priced_by.contains(&Arc::as_ptr(ladder).addr()));
    let places: Vec<&Place> = unused.flat_map(|ladder| &ladder.steps).map(|step| &step.place).collect();
    let first = places.first()?;
    let message = Message::new("pay-rates-unused").count("rows", places.len() as u64);
    Some(message.with("first", format!("{}:{}", first.file, first.line)))
}

/// Premiums of the night: a tally does not say how many parcels fell in it.
fn night(desk: &Desk<'_>) -> Option<Message> {
    let of_night = |rule: &&Rule| matches!(&rule.kind, Kind::Premium(premium) if matches!(premium.occasion, Occasion::Night { .. }));
    let rule = desk.agreement.rules.iter().find(of_night)?;
    Some(Message::new("pay-without-night").with("rule", &*rule.id))
}

/// Couriers of the attendance and of the protected periods whom neither log nor roster knows: an id may be mistyped.
fn strangers(desk: &Desk<'_>, book: &Book<'_>) -> Vec<Message> {
    let attendance = desk.workforce.attendance.as_deref();
    let attended = attendance.iter().flat_map(|attendance| attendance.couriers()).map(|courier| &**courier);
    let protected = desk.workforce.protected.couriers().map(|courier| &**courier);
    let files: [(&str, Vec<&str>); 2] = [
        ("--attendance", attended.filter(|courier| !book.knows(courier)).collect()),
        ("--protected", protected.filter(|courier| !book.knows(courier)).collect()),
    ];
    let note = |(flag, couriers): &(&str, Vec<&str>)| {
        let first = couriers.first()?;
        let message = Message::new("pay-stranger").with("flag", *flag).count("couriers", couriers.len() as u64);
        Some(message.with("first", *first))
    };
    files.iter().filter_map(note).collect()
}

/// What a missing or incomplete roster leaves out.
fn roster(desk: &Desk<'_>, book: &Book<'_>) -> Vec<Message> {
    let needs = |rule: &Rule| match &rule.kind {
        Kind::Base(_) => true,
        Kind::Floor(floor) => floor.per == Per::Month,
        Kind::Rate(rate) => rate.per == Per::Month,
        Kind::Premium(_) | Kind::Protection(_) | Kind::Deduction(_) | Kind::Contribution(_) => false,
    };
    let needing: Vec<&str> = desk.agreement.rules.iter().filter(|rule| needs(rule)).map(|rule| &*rule.id).collect();
    let Some(roster) = &desk.workforce.roster else {
        let message = || Message::new("pay-without-roster").with("rules", needing.join(", "));
        return if needing.is_empty() { Vec::new() } else { vec![message()] };
    };
    let mut notes = Vec::new();
    let keeps_base = |rule: &&Rule| matches!(&rule.kind, Kind::Protection(kept) if kept.grants == Grant::KeepsBase);
    if !desk.workforce.protected.given
        && let Some(rule) = desk.agreement.rules.iter().find(keeps_base)
    {
        notes.push(Message::new("pay-without-protected").with("rule", &*rule.id));
    }
    let unknown = || book.couriers.iter().filter(|courier| courier.terms.is_empty());
    if let Some(first) = unknown().next() {
        notes.push(
            Message::new("pay-not-on-roster").count("couriers", unknown().count() as u64).with("first", &**first.id),
        );
    }
    let mut columns: BTreeSet<&str> = BTreeSet::new();
    for rule in &desk.agreement.rules {
        columns.extend(rule.scope.values.keys().map(|key| &**key));
        columns.extend(deciding(rule));
    }
    let of_log = |column: &str| matches!(column, "company" | "courier" | "area" | "service");
    for column in columns.into_iter().filter(|column| !of_log(column) && !roster.has_column(column)) {
        notes.push(Message::new("pay-column-unknown").with("column", column));
    }
    let (first, last) = (book.span().from, book.span().until);
    if let Some((first, last)) = first.zip(last)
        && (first.day() != 1 || last != last.last_of_month())
    {
        let message = Message::new("pay-part-of-month").with("first", first.to_string());
        notes.push(message.with("last", last.to_string()));
    }
    notes
}

/// The column that decides a rule's amount, where nothing is due to those of whom the roster does not say it.
fn deciding(rule: &Rule) -> Option<&str> {
    let value = match &rule.kind {
        Kind::Rate(rate) => &rate.value,
        Kind::Base(base) => &base.value,
        Kind::Floor(floor) => &floor.value,
        Kind::Premium(_) | Kind::Protection(_) | Kind::Deduction(_) | Kind::Contribution(_) => return None,
    };
    match value {
        Value::By(by) if by.otherwise.is_none() => Some(&*by.column),
        Value::By(_) | Value::Amount(_) | Value::Band(_) | Value::Tiers(_) => None,
    }
}

/// Premiums that need to know the hours.
fn attendance(desk: &Desk<'_>) -> Option<Message> {
    let by_hours = |rule: &&Rule| match &rule.kind {
        Kind::Premium(premium) => matches!(premium.occasion, Occasion::Overtime { .. } | Occasion::RestDay),
        Kind::Rate(rate) => matches!(rate.per, Per::Hour | Per::Day | Per::Km),
        Kind::Floor(floor) => floor.per == Per::Hour,
        Kind::Base(_) | Kind::Protection(_) | Kind::Deduction(_) | Kind::Contribution(_) => false,
    };
    let rules: Vec<&str> = desk.agreement.rules.iter().filter(by_hours).map(|rule| &*rule.id).collect();
    let missing = desk.workforce.attendance.is_none() && !rules.is_empty();
    missing.then(|| Message::new("pay-without-attendance").with("rules", rules.join(", ")))
}

/// Rules that have no figure in some month of the log: the calculation does not guess one.
fn unvalued(desk: &Desk<'_>, book: &Book<'_>) -> Vec<Message> {
    let mut notes = Vec::new();
    for rule in &desk.agreement.rules {
        let silent = |day: Date| {
            let beaten = rule.lost.iter().any(|lost| lost.term.contains(day));
            !beaten && (!rule.term.contains(day) || rule.entry(day).is_none() || !knows_holidays(rule, day))
        };
        let figures = !matches!(rule.kind, Kind::Protection(_) | Kind::Deduction(_) | Kind::Contribution(_));
        let lacking: Vec<&Month> =
            book.months.iter().filter(|month| figures && (silent(month.first()) || silent(month.last()))).collect();
        if let Some((first, last)) = lacking.first().zip(lacking.last()) {
            let message = Message::new("pay-without-figure").with("rule", &*rule.id).with("first", first.to_string());
            notes.push(message.with("last", last.to_string()));
        }
    }
    notes
}

fn knows_holidays(rule: &Rule, day: Date) -> bool {
    match &rule.kind {
        Kind::Premium(premium) => match &premium.occasion {
            Occasion::Holiday { dates, .. } => dates.contains_key(&day.year()),
            Occasion::Overtime { .. } | Occasion::RestDay | Occasion::Night { .. } => true,
        },
        _ => true,
    }
}

/// The figures used that no source states surely.
fn assumed(desk: &Desk<'_>) -> Vec<Message> {
    let mut said = BTreeSet::new();
    let mut notes = Vec::new();
    for (index, value) in &desk.used {
        let rule = &desk.agreement.rules[*index];
        let of_value = rule.evidence().get(*value).and_then(|evidence| evidence.assumed);
        for words in rule.assumed.iter().chain(of_value) {
            if said.insert((index, words)) {
                let either = Arg::Either { en: words.en.to_string(), zh: words.zh.to_string() };
                notes.push(Message::new("pay-assumed").with("rule", &*rule.id).arg("why", either));
            }
        }
    }
    notes
}

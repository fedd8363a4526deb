//! What has to be said of the figures: what they assume, and what could not be computed and why.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::agreement::counting::CountedBy;
use crate::agreement::kinds::{AbsenceKind, Grant, Kind, NeededInput, Occasion};
use crate::agreement::{Rule, Words};
use crate::diagnostics::message::Arg;
use crate::diagnostics::{Message, Place};
use crate::pay::alike_ids::{ids_of, notes_on_ids};
use crate::pay::courier_index::CourierIndex;
use crate::pay::couriers::Courier;
use crate::pay::line::Scenario;
use crate::pay::observed::{Observed, OfMonth};
use crate::pay::pricing::PricingContext;
use crate::pay::{band, long_windows, nobody};
use crate::units::{Date, Decimal, Month, PayPeriod, Term, time};
use crate::workforce::person;
use crate::workforce::rates::Ladder;
use crate::workforce::roster::is_any_in_force;

/// The remarks that belong to a run, in a fixed order.
pub(crate) fn notes(
    context: &PricingContext<'_>,
    observed: &Observed,
    everyone: &CourierIndex<'_>,
    (scenarios, unpaid): (&[Scenario], &BTreeMap<Arc<str>, u64>),
) -> Vec<Message> {
    // First what is not known at all, last what is assumed.
    let mut notes = unvalued(context, everyone);
    notes.extend(band(context, observed, scenarios));
    notes.extend(unpaid.iter().map(|(service, parcels)| {
        let service = if service.is_empty() { "-" } else { service };
        Message::new("pay-unpaid").with("service", service).count("parcels", *parcels)
    }));
    notes.extend(lifted(observed));
    notes.extend(unused(context, observed));
    notes.extend(at_unknown_times(context, everyone));
    notes.extend(roster(context, everyone));
    notes.extend(open_windows(context, everyone));
    notes.extend(cycle(context, everyone));
    notes.extend(outside_employment(everyone));
    notes.extend(hours_outside_employment(context, everyone));
    notes.extend(nobody::notes(context, everyone));
    notes.extend(alike(context, everyone));
    notes.extend(strangers(context, everyone));
    notes.extend(bridged(observed));
    notes.extend(attendance(context));
    notes.extend(absences(observed));
    notes.extend(observed.hours_and_parcels.notes());
    notes.extend(observed.idle_premiums.iter().map(|(rule, (couriers, first))| {
        let message = Message::new("pay-premium-idle").arg("rule", title(&context.agreement.rules[*rule]));
        message.count("couriers", couriers.len() as u64).with("first", first.to_string())
    }));
    notes.extend(
        observed.weeks_cut.iter().map(|monday| Message::new("pay-week-cut").with("monday", monday.to_string())),
    );
    notes.extend(assumed(context, observed));
    notes
}

/// Lower ends of bands that a change has raised above a rate in force.
pub(crate) fn lifted(observed: &Observed) -> impl Iterator<Item = Message> {
    observed.lifted.iter().map(|min| Message::new("pay-lifted").with("min", band::yuan(*min)))
}

/// Which rule has only its band, and what `low` and `high` stand for.
fn band(context: &PricingContext<'_>, observed: &Observed, scenarios: &[Scenario]) -> Vec<Message> {
    if scenarios == [Scenario::Agreed] {
        return Vec::new();
    }
    let used = |index: usize| observed.figures.iter().any(|(rule, _)| *rule == index);
    let rules = context.agreement.rules.iter().enumerate().filter(|(index, rule)| rule.has_band() && used(*index));
    rules.map(|(_, rule)| Message::new("pay-band").with("rule", &*rule.id)).collect()
}

/// Rows of `--rates` that price nothing: a name may be mistyped.
fn unused(context: &PricingContext<'_>, observed: &Observed) -> Option<Message> {
    let ladders = &context.workforce.rates.ladders;
    let places = |(_, ladder)| -> Vec<(u64, &Place)> {
        let ladder: &Ladder = ladder;
        ladder.steps.iter().map(|step| (step.place.line, &step.place)).collect()
    };
    // A row may be in force in several versions of its ladder.
    let (used, others): (Vec<_>, Vec<_>) =
        ladders.iter().map(|ladder| &**ladder).enumerate().partition(|(place, _)| observed.rates.contains(place));
    let used: BTreeSet<u64> = used.into_iter().flat_map(places).map(|(line, _)| line).collect();
    let mut unused: BTreeMap<u64, &Place> = others.into_iter().flat_map(places).collect();
    unused.retain(|line, _| !used.contains(line));
    let first = unused.values().next()?;
    let message = Message::new("pay-rates-unused").count("rows", unused.len() as u64);
    Some(message.with("place", format!("{}:{}", first.file, first.line)))
}

/// Parcels of which it is not known whether a premium of the night reaches them, or a rule on other times of the day.
fn at_unknown_times(context: &PricingContext<'_>, everyone: &CourierIndex<'_>) -> Vec<Message> {
    let note = |id: &'static str, times: &dyn Fn(&Rule) -> Vec<(u32, u32)>| {
        let all: Vec<(u32, u32)> = context.agreement.rules.iter().flat_map(times).collect();
        let rule = context.agreement.rules.iter().find(|rule| !times(rule).is_empty())?;
        let parcels = Some(everyone.parcels_at_unknown_times(&all)).filter(|parcels| *parcels > 0)?;
        Some(Message::new(id).arg("rule", title(rule)).count("parcels", parcels))
    };
    let of_night = note("pay-without-night", &|rule| rule.kind.night().into_iter().collect());
    let of_others = note("pay-without-times", &|rule| rule.scopes().filter_map(|scope| scope.time).collect());
    of_night.into_iter().chain(of_others).collect()
}

/// Gaps between protected periods that were taken as protected.
fn bridged(observed: &Observed) -> Option<Message> {
    let first = observed.bridged.first()?;
    let message = Message::new("pay-protected-gap").count("gaps", observed.bridged.len() as u64);
    let (until, from) = first.days;
    let message = message.with("first", &*first.courier).with("until", until.to_string());
    Some(message.with("from", from.to_string()))
}

/// Ids that differ only in leading zeros, width or case: one note for each pair of tables.
fn alike(context: &PricingContext<'_>, everyone: &CourierIndex<'_>) -> Vec<Message> {
    notes_on_ids(&ids_of(everyone.tally(), context.workforce))
}

/// Couriers of the attendance and of the protected periods whom neither log nor roster knows: an id may be mistyped.
fn strangers(context: &PricingContext<'_>, everyone: &CourierIndex<'_>) -> Vec<Message> {
    let attendance = context.workforce.attendance.as_deref();
    let attended = attendance.iter().flat_map(|attendance| attendance.people());
    let protected = context.workforce.protected.people();
    let files: [(&str, Vec<&Arc<str>>); 2] = [
        ("--attendance", attended.filter(|person| !everyone.knows_person(person)).collect()),
        ("--protected", protected.filter(|person| !everyone.knows_person(person)).collect()),
    ];
    let note = |(flag, couriers): &(&str, Vec<&Arc<str>>)| {
        let first = couriers.first()?;
        let message = Message::new("pay-stranger").with("flag", *flag).count("couriers", couriers.len() as u64);
        // Without a roster, hours are paid of whoever has them.
        let left_out = *flag == "--attendance" && context.workforce.roster.is_some();
        Some(message.with("first", &*person::id(first)).with("left", if left_out { "out" } else { "as-they-are" }))
    };
    files.iter().filter_map(note).collect()
}

/// What a missing or incomplete roster leaves out.
fn roster(context: &PricingContext<'_>, everyone: &CourierIndex<'_>) -> Vec<Message> {
    let needs = |rule: &Rule| rule.kind.needs() == Some(NeededInput::Roster);
    let needing: Vec<&Rule> = context.agreement.rules.iter().filter(|rule| needs(rule)).collect();
    if context.workforce.roster.is_none() {
        let message = Message::new("pay-without-roster").arg("rules", titles(&needing));
        return if needing.is_empty() { Vec::new() } else { vec![message] };
    }
    let mut notes = Vec::new();
    let keeps_base = |rule: &&Rule| matches!(&rule.kind, Kind::Protection(kept) if kept.grants == Grant::KeepsBase);
    if !context.workforce.protected.given
        && let Some(rule) = context.agreement.rules.iter().find(keeps_base)
    {
        notes.push(Message::new("pay-without-protected").arg("rule", title(rule)));
    }
    let unknown = || everyone.couriers.iter().filter(|courier| courier.terms.is_empty());
    if let Some(first) = unknown().next() {
        notes.push(
            Message::new("pay-not-on-roster").count("couriers", unknown().count() as u64).with("first", &**first.id),
        );
    }
    notes.extend(part_of_month(everyone));
    notes
}

/// A log that begins on one of the first days of a year is one of the whole year.
const FIRST_DAYS_OF_YEAR: i16 = 4;

/// The guarantees over a month or a year of which the log, or what is asked of it, has only a part: they top up nothing; and counts of a
/// year that begin later.
fn open_windows(context: &PricingContext<'_>, everyone: &CourierIndex<'_>) -> Vec<Message> {
    let (Some(first), Some(last)) = (everyone.months.first(), everyone.months.last()) else { return Vec::new() };
    let long = context.agreement.rules.iter().filter_map(|rule| Some((rule, long_windows::long(&rule.kind)?.over)));
    let note = |id, rule: &Rule, window: Option<Term>| {
        let day = window.and_then(|window| window.from).map(|day| day.to_string()).unwrap_or_default();
        Message::new(id).arg("rule", title(rule)).with("day", day)
    };
    let tally = everyone.tally();
    let begins = tally.before.iter().map(|row| row.date).chain(tally.span().from).min();
    let mut notes = Vec::new();
    let by_year = |rule: &&Rule| matches!(&rule.kind, Kind::Rate(rate) if rate.counting.by == CountedBy::Year);
    if let Some(day) = begins.filter(|day| day.day_of_year() > FIRST_DAYS_OF_YEAR) {
        let counts = context.agreement.rules.iter().filter(by_year);
        notes.extend(counts.map(|rule| note("pay-count-begins", rule, Some(Term { from: Some(day), until: None }))));
    }
    for (rule, over) in long {
        let begun = over.around(*first);
        if tally.asked.from > begun.and_then(|window| window.from) {
            notes.push(note("pay-window-cut", rule, begun));
        }
        if long_windows::is_open(context.agreement, over, *last) {
            notes.push(note("pay-window-open", rule, over.around(*last)));
        }
    }
    notes
}

/// That days from the 26th to the 25th, or the like, are those of two calendar months where no pay period is agreed.
fn cycle(context: &PricingContext<'_>, everyone: &CourierIndex<'_>) -> Option<Message> {
    if context.agreement.pay_calendar.is_some() {
        return None;
    }
    let (asked, span) = (everyone.tally().asked, everyone.tally().span());
    let (first, last) = (asked.from.or(span.from)?, asked.until.or(span.until)?);
    // A log that begins on the 2nd is one of whole months.
    let earliest = if asked.from.is_some() { 2 } else { 4 };
    let is_cycle = first.day() >= earliest && Month::of(first) < Month::of(last) && last.day() + 1 == first.day();
    let mut ladders = context.workforce.rates.ladders.iter().filter(|ladder| ladder.steps.len() > 1);
    let counts = ladders.next().is_some() || context.agreement.rules.iter().any(Rule::has_ladder);
    let message = Message::new("pay-cycle").with("first", first.to_string()).with("last", last.to_string());
    let message = message.with("month", Month::of(first).to_string()).with("next", Month::of(last).to_string());
    (is_cycle && (counts || context.workforce.roster.is_some())).then_some(message)
}

/// Parcels on days on which the roster employs the courier nowhere.
fn outside_employment(everyone: &CourierIndex<'_>) -> Option<Message> {
    let outside = |courier: &Courier<'_>| {
        let rows = everyone.rows(courier).filter(|row| row.parcels > 0);
        let rows = rows.filter(|row| !courier.terms.is_empty() && !is_any_in_force(courier.terms, row.date));
        rows.fold((0, None), |(parcels, first), row| {
            (parcels + row.parcels, first.or(Some(row.date)).min(Some(row.date)))
        })
    };
    let all = everyone.couriers.iter().map(|courier| (courier, outside(courier)));
    let found: Vec<_> = all.filter_map(|(courier, (parcels, first))| Some((courier, parcels, first?))).collect();
    let (first, _, day) = found.first()?;
    let message = Message::new("pay-outside-employment").count("couriers", found.len() as u64);
    let message = message.count("parcels", found.iter().map(|(_, parcels, _)| parcels).sum());
    Some(message.with("first", &**first.id).with("day", day.to_string()))
}

/// Hours on days on which nobody employs the courier: they are paid under the nearest employment.
fn hours_outside_employment(context: &PricingContext<'_>, everyone: &CourierIndex<'_>) -> Option<Message> {
    let (attendance, asked) = (context.workforce.attendance.as_deref()?, everyone.tally().asked);
    let outside = |courier: &Courier<'_>| -> Vec<Date> {
        let worked = attendance.days(&courier.person).filter(|(_, day)| day.is_worked()).map(|(date, _)| date);
        worked.filter(|date| asked.contains(*date) && !is_any_in_force(courier.terms, *date)).collect()
    };
    let employed = everyone.couriers.iter().filter(|courier| !courier.terms.is_empty());
    let found: Vec<_> =
        employed.map(|courier| (courier, outside(courier))).filter(|(_, days)| !days.is_empty()).collect();
    let (first, days) = found.first()?;
    let message = Message::new("pay-hours-outside-employment").count("couriers", found.len() as u64);
    let message = message.count("days", found.iter().map(|(_, days)| days.len() as u64).sum());
    Some(message.with("first", &**first.id).with("day", days[0].to_string()))
}

/// That `--from` and `--until` cut what is due by the month, or that a log without them does not. Of a year's figures, their
/// factors say it.
fn part_of_month(everyone: &CourierIndex<'_>) -> Option<Message> {
    let tally = everyone.tally();
    let (asked, span) = (tally.asked, tally.span());
    if tally.for_a_year {
        return None;
    }
    let cut_from = asked.from.filter(|from| from.day() != 1);
    let cut_until = asked.until.filter(|until| *until != until.last_of_month());
    if cut_from.is_some() || cut_until.is_some() {
        let (first, last) = (asked.from.or(span.from)?, asked.until.or(span.until)?);
        let message = Message::new("pay-days-asked").with("first", first.to_string());
        return Some(message.with("last", last.to_string()));
    }
    let (first, last) = span.from.zip(span.until)?;
    let begins = asked.from.is_some() || first.day() == 1;
    let ends = asked.until.is_some() || last == last.last_of_month();
    let message = Message::new("pay-part-of-month").with("first", first.to_string());
    (!begins || !ends).then(|| message.with("last", last.to_string()))
}

/// Absences that take nothing off, as no rule speaks of their kind, and attendance that has nothing but absences.
fn absences(observed: &Observed) -> Vec<Message> {
    let without_rule = |(kind, days): (&Option<AbsenceKind>, &BTreeMap<OfMonth, Decimal>)| {
        let message = kind.map_or(Message::new("pay-leave-of-no-kind"), |kind| {
            Message::new("pay-absent-without-rule").arg("absence", Arg::Word(kind.name()))
        });
        let couriers: BTreeSet<&Arc<str>> = days.keys().map(|(courier, ..)| courier).collect();
        let first = couriers.first().map_or("", |courier| courier);
        let message = message.with("days", time::hours(days.values().sum())).with("first", first);
        message.count("couriers", couriers.len() as u64)
    };
    let mut notes: Vec<Message> = observed.absent_without_rule.iter().map(without_rule).collect();
    if let Some((courier, _, month)) = observed.exceptions_only.first() {
        let message = Message::new("pay-exceptions-only").count("months", observed.exceptions_only.len() as u64);
        notes.push(message.with("first", &**courier).with("month", month.to_string()));
    }
    if let Some((courier, _, month)) = observed.without_earlier_pay.first() {
        let message = Message::new("pay-without-earlier").count("months", observed.without_earlier_pay.len() as u64);
        notes.push(message.with("first", &**courier).with("month", month.to_string()));
    }
    notes
}

/// Premiums that need to know the hours.
fn attendance(context: &PricingContext<'_>) -> Option<Message> {
    let by_hours = |rule: &&Rule| rule.kind.needs() == Some(NeededInput::Attendance);
    let rules: Vec<&Rule> = context.agreement.rules.iter().filter(by_hours).collect();
    let missing = context.workforce.attendance.is_none() && !rules.is_empty();
    missing.then(|| Message::new("pay-without-attendance").arg("rules", titles(&rules)))
}

/// Rules that have no figure in some month of the log: the calculation does not guess one.
fn unvalued(context: &PricingContext<'_>, everyone: &CourierIndex<'_>) -> Vec<Message> {
    let mut notes = Vec::new();
    let rules = &context.agreement.rules;
    for (at, rule) in rules.iter().enumerate() {
        // A file may add the figures of later days to a rule of the law: then they are told as one.
        let same = |other: &&Rule| other.id == rule.id && other.scope == rule.scope;
        if rules[..at].iter().any(|earlier| same(&earlier)) {
            continue;
        }
        let silent = |day: Date| {
            let tells =
                |rule: &Rule| rule.term.contains(day) && rule.figure(day).is_some() && knows_holidays(rule, day);
            !rules.iter().filter(same).any(tells)
        };
        let figures = rule.kind.earns() && !rule.figures.values.is_empty();
        let lacking: Vec<&PayPeriod> =
            everyone.months.iter().filter(|month| figures && (silent(month.first()) || silent(month.last()))).collect();
        if let Some((first, last)) = lacking.first().zip(lacking.last()) {
            let message = Message::new("pay-without-figure").arg("rule", title(rule)).with("first", first.to_string());
            let several = if first == last { "no" } else { "yes" };
            notes.push(message.with("several", several).with("last", last.to_string()));
        }
    }
    notes
}

fn knows_holidays(rule: &Rule, day: Date) -> bool {
    match &rule.kind {
        Kind::Premium(premium) => match &premium.occasion {
            Occasion::Holiday { dates, .. } => dates.contains_key(&day.year()),
            Occasion::Overtime { .. } | Occasion::RestDay | Occasion::Night { .. } | Occasion::Any => true,
        },
        _ => true,
    }
}

/// The figures used that no source states surely, one note a rule.
fn assumed(context: &PricingContext<'_>, observed: &Observed) -> Vec<Message> {
    let mut of_rules: Vec<(usize, Vec<&Words>)> = Vec::new();
    for (index, value) in &observed.figures {
        let rule = &context.agreement.rules[*index];
        let of_value = value.and_then(|figure| rule.figures.values.get(figure)?.assumed.as_ref());
        for words in rule.assumed.iter().chain(of_value) {
            match of_rules.iter_mut().find(|(other, _)| other == index) {
                Some((_, said)) if said.contains(&words) => {}
                Some((_, said)) => said.push(words),
                None => of_rules.push((*index, vec![words])),
            }
        }
    }
    let note = |(index, words): (usize, Vec<&Words>)| {
        let message = Message::new("pay-assumed").arg("rule", title(&context.agreement.rules[index]));
        message.arg("why", joined(words.into_iter(), " ", ""))
    };
    of_rules.into_iter().map(note).collect()
}

fn title(rule: &Rule) -> Arg {
    joined(std::iter::once(&rule.title), "", "")
}

/// The titles of rules, each once: a minimum and its parts may be called alike.
fn titles(rules: &[&Rule]) -> Arg {
    let mut titles: Vec<&Words> = Vec::new();
    for rule in rules {
        if !titles.contains(&&rule.title) {
            titles.push(&rule.title);
        }
    }
    joined(titles.into_iter(), ", ", "、")
}

fn joined<'w>(words: impl Iterator<Item = &'w Words>, en: &str, zh: &str) -> Arg {
    let (of_en, of_zh): (Vec<&str>, Vec<&str>) = words.map(|words| (&*words.en, &*words.zh)).unzip();
    Arg::Either { en: of_en.join(en), zh: of_zh.join(zh) }
}

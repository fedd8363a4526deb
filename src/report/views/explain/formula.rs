//! A line of a payslip as a formula that a person can check with pen and paper.

use crate::agreement::measure::MeasureUnit;
use crate::diagnostics::message::Arg;
use crate::diagnostics::{Message, Place};
use crate::pay::explain::{Basis, Beyond, PremiumDay, StretchToppedUp};
use crate::pay::line::{TermWorth, Unit};

use crate::pay::{Component, Ground, Guarantee, Line, Payslip, Tier};
use crate::report::views::explain::title;
use crate::report::views::pay::QUANTITY_PLACES;
use crate::units::money::to_fen;
use crate::units::number::grouped;
use crate::units::{Date, Decimal, rounding};

/// An amount as people read it.
pub(in crate::report::views) fn money(amount: Decimal) -> String {
    grouped(&to_fen(amount))
}

/// A quantity or a quotient as people read it.
pub(super) fn figure(figure: Decimal) -> String {
    grouped(&rounding::shown(figure, QUANTITY_PLACES).normalize().to_string())
}

/// What a line pays for: the title of its rule, where, on which step of a ladder, and, where `dated`, on which days.
pub(super) fn item(line: &Line, basis: &Basis<'_>, dated: bool) -> Message {
    if line.component == Component::TopUp {
        return Message::new("explain-item-top-up").arg("title", title(basis.rule));
    }
    let days = line.origin.as_ref().filter(|_| dated).map(|origin| (origin.from, origin.until));
    let day = |day: Date| format!("{:02}-{:02}", day.month(), day.day());
    let (from, until_day) = days.map(|(from, until)| (day(from), day(until))).unwrap_or_default();
    let tier = match line.tier {
        None => "none",
        Some(Tier { whole: true, over: 0, .. }) => "whole-first",
        Some(Tier { whole: true, .. }) => "whole",
        Some(Tier { over: 0, .. }) => "first",
        Some(Tier { until: Some(_), .. }) => "between",
        Some(Tier { until: None, .. }) => "last",
    };
    let (over, until) = line.tier.map_or((0, None), |tier| (tier.over, tier.until));
    let service = if &*line.service == "delivery" { "" } else { &*line.service };
    Message::new("explain-item")
        .arg("title", title(basis.rule))
        .with("placed", if line.area.is_empty() { "no" } else { "yes" })
        .with("area", &*line.area)
        .with("served", if service.is_empty() { "no" } else { "yes" })
        .with("service", service)
        .with("dated", if days.is_some() { "yes" } else { "no" })
        .with("from", from)
        .with("until-day", until_day)
        .with("tier", tier)
        .count("over", over)
        .count("until", until.unwrap_or_default())
}

/// The formula of a line, up to its amount.
pub(in crate::report::views) fn of_line(line: &Line, payslip: &Payslip, amount: String) -> Message {
    let quantity = figure(line.quantity);
    let counted = if line.quantity == Decimal::ONE { "one" } else { "other" };
    let multiple = line.multiple.map(|multiple| format!(" × ({} − 1)", multiple.normalize())).unwrap_or_default();
    let message = match (line.component, &payslip.guarantee) {
        (Component::TopUp, Some(guarantee)) if guarantee.rests_on(line.ground) => top_up(guarantee, payslip),
        (Component::TopUp, _) if line.counts_towards_floor => guaranteed(line),
        _ => match line.unit {
            Unit::Parcel => Message::new("explain-parcels").with("counted", counted),
            Unit::Hour => Message::new("explain-hours").with("counted", counted),
            Unit::Km => Message::new("explain-kilometres"),
            Unit::Day => Message::new("explain-worked-days").with("counted", counted),
            Unit::Month | Unit::Period | Unit::Year => Message::new("explain-month"),
            Unit::Bonus => Message::new("explain-bonus"),
            Unit::Measure(MeasureUnit::Money) => Message::new("explain-money"),
            Unit::Measure(unit) => Message::new("explain-measure").arg("unit", Arg::Word(unit.name())),
            Unit::DayOf(days) => Message::new("explain-part-of-month").with("days", days.to_string()),
            Unit::PaidDay => Message::new("explain-part-of-month").with("days", "21.75"),
        }
        .with("quantity", quantity)
        .with("less", if line.less.is_zero() { String::new() } else { format!(" − {}", figure(line.less)) })
        .with("rate", grouped(&line.rate.to_string()) + &multiple),
    };
    message.with("amount", amount)
}

/// What a formula guarantees for so many orders, days or periods, less what they were paid.
fn guaranteed(line: &Line) -> Message {
    if !line.terms.is_empty() {
        return Message::new("explain-guaranteed-sum").with("sum", sum(&line.terms)).with("paid", figure(line.less));
    }
    if let Some(part) = line.of_all {
        let message = Message::new("explain-part-of-all").with("missing", money(part.missing.0));
        return message.with("own", figure(part.own)).with("all", figure(part.all));
    }
    let counted = if line.quantity == Decimal::ONE { "one" } else { "other" };
    let message = Message::new("explain-guaranteed").with("due", figure(line.quantity * line.rate));
    let message = message.with("quantity", figure(line.quantity)).with("counted", counted);
    message.with("unit", line.unit.as_str()).with("paid", figure(line.less))
}

/// What a guarantee by a formula gives for one order or day, less what is paid of it, up to its amount.
pub(super) fn topped_up(one: &StretchToppedUp<'_>) -> Message {
    let sum = if one.terms.is_empty() { figure(one.due) } else { sum(&one.terms) };
    let times = if one.alike == 1 { String::new() } else { format!("{} × ", one.alike) };
    let open = if one.alike == 1 { sum } else { format!("{times}({sum}") };
    let paid = if one.alike == 1 { figure(one.counted) } else { figure(one.counted) + ")" };
    Message::new("explain-guaranteed-sum").with("sum", open).with("paid", paid).with("amount", "")
}

/// The terms of a formula as a sum.
fn sum(terms: &[TermWorth]) -> String {
    let term = |(name, quantity, each): &TermWorth| {
        format!("{} {name} × {}", figure(*quantity), grouped(&each.normalize().to_string()))
    };
    terms.iter().map(term).collect::<Vec<_>>().join(" + ")
}

/// The floor, part by part, less what counts towards it.
fn top_up(guarantee: &Guarantee, payslip: &Payslip) -> Message {
    let counted: Vec<String> = counting(payslip).into_iter().filter(|part| !part.is_zero()).map(money).collect();
    let counted = if counted.is_empty() { "0".to_string() } else { counted.join(" + ") };
    let beside = [guarantee.aside, guarantee.absent].into_iter().filter(|part| !part.is_zero());
    let aside = beside.map(|part| format!(" − {}", figure(part))).collect::<Vec<_>>().concat();
    let days = payslip.month.days();
    let part = |(rate, quantity, _): &(Decimal, Decimal, Ground)| {
        let (shown, quantity) = (grouped(&rate.to_string()), figure(*quantity));
        match guarantee.unit {
            Unit::Hour => format!("{quantity} × {shown}"),
            Unit::Month if guarantee.parts.len() == 1 => money(*rate),
            Unit::DayOf(_)
            | Unit::PaidDay
            | Unit::Month
            | Unit::Period
            | Unit::Bonus
            | Unit::Year
            | Unit::Day
            | Unit::Km
            | Unit::Measure(_)
            | Unit::Parcel => {
                format!("{shown} × {quantity} ÷ {days}")
            }
        }
    };
    let floor = guarantee.parts.iter().map(part).collect::<Vec<_>>().join(" + ");
    Message::new("explain-top-up").with("floor", floor).with("counted", counted + &aside)
}

/// What counts towards the floor: base wages, piece wages, allowances, in yuan.
fn counting(payslip: &Payslip) -> [Decimal; 3] {
    [Component::Base, Component::Piece, Component::Allowance].map(|part| {
        let counts = |line: &&Line| line.counts_towards_floor && line.component == part;
        payslip.lines.iter().filter(counts).map(|line| line.amount.0).sum()
    })
}

/// Where the rates of the piece lines stand.
pub(super) fn rates(payslip: &Payslip, bases: &[Basis<'_>]) -> Option<Message> {
    let mut said: Vec<(String, String)> = Vec::new();
    for (line, basis) in payslip.lines.iter().zip(bases) {
        let at = rate_at(basis);
        let rate = (line.rate.to_string(), at);
        if !rate.1.is_empty() && !said.contains(&rate) {
            said.push(rate);
        }
    }
    let joined = |one: fn(&(String, String)) -> String, between| said.iter().map(one).collect::<Vec<_>>().join(between);
    let en = joined(|(rate, at)| format!("{rate} ({at})"), ", ");
    let zh = joined(|(rate, at)| format!("{rate}（{at}）"), "、");
    (!said.is_empty()).then(|| Message::new("explain-rates").arg("rates", Arg::Either { en, zh }))
}

/// The file and line of a rate, or the flag that gives it; empty where it is the agreement's own.
pub(super) fn rate_at(basis: &Basis<'_>) -> String {
    let place = |place: &Place| match &*place.file {
        "--rate" => place.file.to_string(),
        file => format!("{file}:{}", place.line),
    };
    basis.places.iter().map(place).collect::<Vec<_>>().join(", ")
}

/// What counts towards the floor and what does not, where there is a top-up.
pub(super) fn counted(payslip: &Payslip) -> Option<Message> {
    let guarantee = payslip.guarantee.as_ref()?;
    payslip.lines.iter().find(|line| line.component == Component::TopUp)?;
    let [base, piece, allowance] = counting(payslip);
    let aside = payslip.lines.iter().filter(|line| !line.counts_towards_floor && line.component != Component::TopUp);
    let message = Message::new("explain-counted").with("floor", money(rounding::shown(guarantee.due, 2)));
    let message = message.with("base", money(base)).with("piece", money(piece)).with("allowance", money(allowance));
    Some(message.with("aside", money(aside.map(|line| line.amount.0).sum())))
}

/// The pay that does not count towards a statutory floor, where that is the floor that is topped up to.
pub(super) fn aside(payslip: &Payslip) -> Option<Message> {
    payslip.lines.iter().find(|line| line.component == Component::TopUp)?;
    let aside = payslip.guarantee.as_ref().map(|guarantee| guarantee.aside).filter(|aside| !aside.is_zero())?;
    Some(Message::new("explain-aside").with("aside", figure(aside)))
}

/// What is kept for absences and fills the floor of no other day, where there is a top-up.
pub(super) fn absent(payslip: &Payslip) -> Option<Message> {
    payslip.lines.iter().find(|line| line.component == Component::TopUp)?;
    let absent = payslip.guarantee.as_ref().map(|guarantee| guarantee.absent).filter(|absent| !absent.is_zero())?;
    Some(Message::new("explain-absent-beside").with("absent", figure(absent)))
}

/// The parcels or hours of a day that earn a premium: all of them, or the share of the hours beyond.
pub(super) fn of_day(day: &PremiumDay<'_>) -> Message {
    let plain = |number: Decimal| number.normalize().to_string();
    let message = match day.beyond {
        None => Message::new("explain-day-all"),
        Some(Beyond { worked, day, by_column: true, .. }) => {
            Message::new("explain-day-column").with("hours", plain(worked)).with("day", plain(day))
        }
        Some(Beyond { worked, day, week, .. }) if week.is_zero() => {
            Message::new("explain-day-hours").with("hours", plain(worked)).with("after", plain(worked - day))
        }
        Some(Beyond { worked, day, week, .. }) => {
            let message = Message::new("explain-day-week").with("hours", plain(worked));
            message.with("day", plain(day)).with("week", plain(week))
        }
    };
    message.with("all", plain(day.all))
}

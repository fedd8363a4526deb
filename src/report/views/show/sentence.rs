//! What is computed from a clause, in plain sentences with the figures in force on a day.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::agreement::counting::{Bonus, CountedBy};
use crate::agreement::figure::{AmountsBy, Figure, Step};
use crate::agreement::kinds::{
    Absence, Contribution, ContributionBase, Floor, Gives, Grant, Kind, Occasion, Per, Period, Premium, Protection,
    Rate,
};
use crate::agreement::measure::MeasureUnit;
use crate::agreement::{Dated, Rule};
use crate::diagnostics::Message;
use crate::diagnostics::message::Arg;
use crate::report::views::proviso;
use crate::report::views::show::formula;
use crate::report::{Block, Cell, Column, Table};
use crate::units::{Date, Decimal, TimeOfDay, date};

/// What the rule does, with its figures on the day.
pub(super) fn computed(rule: &Rule, on: Date) -> Vec<Block> {
    let figure = rule.figure(on);
    let plain = rule.amount(on).map(|amount| amount.to_string()).unwrap_or_default();
    match &rule.kind {
        Kind::Rate(rate) => of_rate(rate, figure),
        Kind::Base => of_figure(figure, &Message::new("show-base"), &Message::new("show-base-by")),
        Kind::Floor(floor) => of_floor(floor, figure),
        Kind::Premium(premium) => of_premium(premium, figure, plain, on),
        Kind::Protection(protection) => of_protection(protection),
        Kind::Deduction(deduction) => {
            let kept = deduction.keeps_floor.then(|| Message::new("show-deduction-keeps-floor"));
            said([Some(Message::new("show-deduction").with("percent", plain)), kept])
        }
        Kind::Contribution(contribution) => of_contribution(contribution, plain, on),
        Kind::Absence(absence) => of_absence(absence),
    }
}

fn said(messages: impl IntoIterator<Item = Option<Message>>) -> Vec<Block> {
    messages.into_iter().flatten().map(Block::Paragraph).collect()
}

fn of_rate(rate: &Rate, figure: Option<&Figure>) -> Vec<Block> {
    let per = match (rate.per, &rate.measure) {
        (Per::Parcel, _) => Arg::Word("per-parcel"),
        (Per::Hour, _) => Arg::Word("per-hour"),
        (Per::Km, _) => Arg::Word("per-km"),
        (Per::Day, _) => Arg::Word("per-day"),
        (Per::Measure, Some(measure)) => Arg::Text(format!("/ {}", measure.name)),
        (Per::Month | Per::Measure, _) => Arg::Word("per-month"),
    };
    let as_it_is = rate.measure.as_ref().filter(|measure| {
        measure.unit == MeasureUnit::Money && matches!(figure, Some(Figure::Amount(amount)) if *amount == Decimal::ONE)
    });
    let amount = match (as_it_is, rate.bonus) {
        (Some(measure), _) => Message::new("show-rate-money").with("measure", &*measure.name),
        (None, Some(bonus)) => of_bonus(bonus, rate.counting.by),
        (None, None) => Message::new("show-rate").arg("per", per.clone()),
    };
    let mut blocks = of_figure(figure, &amount, &Message::new("show-rate-by").arg("per", per.clone()));
    if let Some(Figure::Band(band)) = figure {
        let message = Message::new("show-rate-band").arg("per", per).with("min", band.min.to_string());
        blocks.extend(said([Some(message.with("max", band.max.to_string()))]));
    }
    if let Some(Figure::Ladder(steps)) = figure {
        let id = if rate.counting.whole { "show-rate-tiers-whole" } else { "show-rate-tiers" };
        let message = Message::new(id).with("counted-by", rate.counting.by.name());
        blocks.extend([Block::Paragraph(message), Block::Shown(ladder(steps))]);
    }
    let whole = (rate.per == Per::Month && !rate.prorate).then(|| Message::new("show-rate-whole"));
    let cut = (rate.per == Per::Month && rate.prorate).then(|| Message::new("show-rate-prorated"));
    let beside = (!rate.counts_towards_floor).then(|| Message::new("show-rate-beside-floor"));
    let adds = rate.adds.then(|| Message::new("show-rate-adds"));
    let at_least = rate.at_least.then(|| Message::new("show-rate-at-least"));
    let provided = |proviso| Some(proviso::sentence(Message::new("show-rate-provided"), proviso));
    blocks.extend(said(rate.provided.iter().map(provided)));
    blocks.extend(said([whole, cut, beside, adds, at_least]));
    blocks
}

fn of_bonus(bonus: Bonus, by: CountedBy) -> Message {
    let at_most = bonus.at_most.map_or_else(|| "none".to_string(), |most| most.to_string());
    let message = Message::new("show-rate-bonus").count("each", bonus.each).with("at-most", at_most);
    message.with("counted-by", by.name())
}

/// An amount in a sentence, or a sentence and a table where a roster column decides.
fn of_figure(figure: Option<&Figure>, amount: &Message, by: &Message) -> Vec<Block> {
    match figure {
        Some(Figure::Amount(found)) => said([Some(amount.clone().with("amount", found.to_string()))]),
        Some(Figure::By(table)) => {
            let otherwise = table.otherwise.as_ref().map_or_else(
                || Message::new("show-otherwise-nothing").with("column", &*table.column),
                |word| Message::new("show-otherwise").with("column", &*table.column).with("otherwise", &**word),
            );
            let mut blocks = said([Some(by.clone().with("column", &*table.column))]);
            blocks.push(Block::Shown(amounts(table)));
            blocks.extend(said([Some(otherwise)]));
            blocks
        }
        Some(Figure::Band(_) | Figure::Ladder(_) | Figure::Formula(_)) | None => Vec::new(),
    }
}

fn amounts(by: &AmountsBy) -> Table {
    type Entry<'a> = Column<'a, (&'a Arc<str>, &'a Decimal)>;
    let columns =
        vec![Entry::text("value", |(value, _)| Cell::name(value)), Entry::number("amount", |(_, amount)| **amount)];
    Table::of("amounts", &by.amounts, columns)
}

fn ladder(steps: &[Step]) -> Table {
    let columns =
        vec![Column::count("over", |step: &&Step| step.over), Column::number("amount", |step: &&Step| step.amount)];
    Table::of("steps", steps, columns)
}

fn of_floor(floor: &Floor, figure: Option<&Figure>) -> Vec<Block> {
    if let (Some(window), Some(formula)) = (&floor.window, figure.and_then(Figure::formula)) {
        let mut blocks = said(formula::sentences(formula, window).into_iter().map(Some));
        blocks.extend(said([Some(Message::new("show-top-up"))]));
        return blocks;
    }
    let (amount, by) = match floor.per {
        Per::Hour => (Message::new("show-floor-hour"), Message::new("show-floor-hour-by")),
        Per::Month | Per::Parcel | Per::Km | Per::Day | Per::Measure => {
            (Message::new("show-floor"), Message::new("show-floor-by"))
        }
    };
    let mut blocks = of_figure(figure, &amount, &by);
    blocks.extend(said([Some(Message::new("show-top-up")), floor.statutory.then(|| Message::new("show-statutory"))]));
    blocks
}

fn of_premium(premium: &Premium, figure: Option<&Figure>, multiple: String, on: Date) -> Vec<Block> {
    let by = figure.and_then(Figure::by);
    let (message, days) = match &premium.occasion {
        Occasion::Overtime { after_hours, after_week_hours } => {
            let week = after_week_hours.map_or_else(|| "none".to_string(), |hours| hours.to_string());
            let message = Message::new("show-premium-overtime").with("hours", after_hours.to_string());
            (message.with("week", week), None)
        }
        Occasion::RestDay => (Message::new("show-premium-rest-day"), None),
        Occasion::Holiday { dates, .. } => (Message::new("show-premium-holiday"), Some(holidays(dates, on))),
        Occasion::Any => (Message::new("show-premium-any"), None),
        Occasion::Night { from, until } => {
            let by_attendance = premium.hours.is_some();
            let id = if by_attendance { "show-premium-night-hours" } else { "show-premium-night" };
            let message = Message::new(id).with("from", TimeOfDay(*from).to_minute());
            (message.with("until", TimeOfDay(*until).to_minute()), None)
        }
    };
    let gives = match (premium.gives, by) {
        (gives, Some(by)) => Some(decided(premium, gives, by)),
        (Gives::Multiple, None) => None,
        (Gives::Percent, None) => Some(Message::new("show-premium-percent").with("percent", multiple.clone())),
        (Gives::Amount, None) => Some(Message::new("show-premium-amount").with("amount", multiple.clone())),
    };
    let hours = premium.hours.as_ref().map(|hours| Message::new("show-premium-hours").with("measure", &*hours.name));
    let adds = premium.adds.then(|| Message::new("show-premium-adds"));
    let rules = (!premium.of_rules.is_empty())
        .then(|| Message::new("show-premium-of-rules").with("rules", premium.of_rules.join(", ")));
    let named = premium.gives == Gives::Multiple && by.is_none();
    let said_of = (premium.says_of && !premium.of.is_empty()).then(|| {
        let pay: Vec<&str> = premium.of.iter().map(|paid| paid.name()).collect();
        Message::new("show-premium-of").with("pay", pay.join("-"))
    });
    let part_time = premium.statutory.then(|| Message::new("show-premium-statutory"));
    let message = message.with("gives", if named { "multiple" } else { "more" });
    let message = message.with("multiple", if named { multiple } else { String::new() });
    let mut blocks = said([Some(message), gives]);
    blocks.extend(by.map(|by| Block::Shown(amounts(by))));
    blocks.extend(said([rules, said_of, hours, adds, part_time, days]));
    blocks
}

/// What a premium gives by a column or by how many conditions hold.
fn decided(premium: &Premium, gives: Gives, by: &AmountsBy) -> Message {
    let all: Vec<String> = premium.conditions.iter().map(|condition| condition.all().join(" + ")).collect();
    let message = Message::new("show-premium-by").with("by", if all.is_empty() { "column" } else { "conditions" });
    let message = message.with("column", &*by.column).with("conditions", all.join("; "));
    message.with(
        "gives",
        match gives {
            Gives::Multiple => "multiple",
            Gives::Percent => "percent",
            Gives::Amount => "amount",
        },
    )
}

/// The statutory holidays of the day's year.
fn holidays(dates: &BTreeMap<i16, Vec<Date>>, on: Date) -> Message {
    let year = on.year().to_string();
    match dates.get(&on.year()) {
        None => Message::new("show-holidays-unknown").with("year", year),
        Some(days) => {
            let days: Vec<_> = days.iter().map(|day| date::within_year(*day)).collect();
            Message::new("show-holidays").with("year", year).with("days", days.join(", "))
        }
    }
}

fn of_protection(protection: &Protection) -> Vec<Block> {
    let grant = match protection.grants {
        Grant::KeepsBase => Message::new("show-keeps-base"),
        Grant::NoDismissal => Message::new("show-no-dismissal"),
        Grant::NoExtendedHours => Message::new("show-no-extended-hours"),
        Grant::NoNightWork => Message::new("show-no-night-work"),
        Grant::EqualPay => Message::new("show-equal-pay"),
        Grant::WrittenContract => Message::new("show-written-contract"),
    };
    let periods = (!protection.periods.is_empty()).then(|| periods(protection));
    said([Some(grant), periods])
}

/// The periods as parts of one sentence: of each, whether it is there and whether another stands before it.
fn periods(protection: &Protection) -> Message {
    let standing = |period: Period| match protection.periods.iter().position(|one| *one == period) {
        None => "no",
        Some(0) => "first",
        Some(_) => "then",
    };
    let message = Message::new("show-in-periods").with("pregnancy", standing(Period::Pregnancy));
    let message = message.with("maternity", standing(Period::Maternity)).with("nursing", standing(Period::Nursing));
    message.count("weeks", u64::from(protection.weeks_before_due.unwrap_or(0)))
}

fn of_absence(absence: &Absence) -> Vec<Block> {
    let parts = [
        (absence.base, Message::new("show-absence-base")),
        (absence.allowance, Message::new("show-absence-allowance")),
        (absence.floor, Message::new("show-absence-floor")),
        (absence.pays, Message::new("show-absence-pays")),
    ];
    let said = parts.into_iter().filter_map(|(percent, message)| Some(message.with("percent", percent?.to_string())));
    let whose = Message::new("show-absence").arg("absence", Arg::Word(absence.kind.name()));
    std::iter::once(whose).chain(said).map(Block::Paragraph).collect()
}

fn of_contribution(contribution: &Contribution, percent: String, on: Date) -> Vec<Block> {
    let message = match contribution.of {
        ContributionBase::Pay => Message::new("show-contribution-of-pay"),
        ContributionBase::LastYear => Message::new("show-contribution-of-last-year"),
    };
    let limit = |dated: &Option<Dated<Decimal>>, message: Message| {
        dated.as_ref().and_then(|dated| dated.on(on)).map(|amount| message.with("amount", amount.to_string()))
    };
    said([
        Some(message.with("percent", percent)),
        limit(&contribution.floor, Message::new("show-contribution-floor")),
        limit(&contribution.ceiling, Message::new("show-contribution-ceiling")),
    ])
}

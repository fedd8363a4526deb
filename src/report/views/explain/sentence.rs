//! Why something gave way or did not apply, in one sentence each.

use std::sync::Arc;

use crate::agreement::{Agreement, Rule};
use crate::diagnostics::Message;
use crate::diagnostics::message::Arg;
use crate::pay::Ground;
use crate::pay::explain::{AbsenceTaken, Reason, SupersededGround, Why};
use crate::report::views::explain::formula::{figure, money};
use crate::report::views::proviso;
use crate::report::views::show::{either, values};
use crate::units::{Date, Decimal, PayPeriod, Term, rounding};

/// The months of the year, as the catalogue knows them.
const MONTHS: [&str; 12] = [
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8", "month-9", "month-10",
    "month-11", "month-12",
];

/// The columns that the catalogue has a word for.
const COLUMNS: [&str; 7] =
    ["who-area", "who-company", "who-courier", "who-position", "who-service", "who-sex", "who-skill"];

/// What gave way to what, and why.
pub(super) fn superseded(one: &SupersededGround, agreement: &Agreement, month: PayPeriod) -> Message {
    let message = match &one.why {
        Why::SameRule => {
            let figures = |ground: Ground| ground.rule(agreement).map_or_else(String::new, |rule| figures(rule, month));
            Message::new("explain-lost-same").with("own", figures(one.worse)).with("best", figures(one.better))
        }
        Why::Rate { own, best, parcels } => Message::new("explain-lost-rate")
            .with("own", own.to_string())
            .with("best", best.to_string())
            .count("parcels", *parcels),
        Why::Multiple { own, best, days } => Message::new("explain-lost-multiple")
            .with("own", own.normalize().to_string())
            .with("best", best.normalize().to_string())
            .with("days", listed(days)),
        Why::Floor { own, best } => {
            let fen = |amount: Decimal| money(rounding::shown(amount, 2));
            Message::new("explain-lost-floor").with("own", fen(*own)).with("best", fen(*best))
        }
        Why::Base { own, best, days } => {
            Message::new("explain-lost-base").with("own", money(*own)).with("best", money(*best)).count("days", *days)
        }
    };
    message.arg("loser", party(one.worse, agreement)).arg("winner", party(one.better, agreement))
}

/// The figures of a rule in a month, as short texts.
fn figures(rule: &Rule, month: PayPeriod) -> String {
    let of_month = |term: Term| month.each_day().any(|day| term.contains(day));
    let of_month = rule.figures.values.iter().filter(|dated| of_month(dated.term));
    let found: Vec<String> = of_month.map(|dated| values::text(&dated.value)).collect();
    if found.is_empty() { "—".to_string() } else { found.join(" / ") }
}

/// A rule by its title and its article.
fn party(ground: Ground, agreement: &Agreement) -> Arg {
    match ground.rule(agreement) {
        None => Arg::Word("contract-base"),
        Some(rule) => Arg::Either {
            en: format!("{} ({})", rule.title.en, rule.clause),
            zh: format!("{}（{}）", rule.title.zh, rule.clause),
        },
    }
}

/// What absences take of the month, and what is kept of that.
pub(super) fn absence(taken: &AbsenceTaken<'_>) -> Message {
    let message = match taken.of {
        None => Message::new("explain-absent-by-calendar").with("days", figure(taken.days)),
        Some(of) => Message::new("explain-absent")
            .with("days", figure(taken.days))
            .with("of", figure(of))
            .with("share", rounding::shown(taken.share, 2).normalize().to_string()),
    };
    let [base, allowance, floor] = taken.kept.map(figure);
    let rules: Vec<&str> = taken.rules.iter().map(|rule| &*rule.clause).collect();
    let message = message.arg("absence", Arg::Word(taken.kind.name())).with("base", base).with("allowance", allowance);
    message.with("floor", floor).with("rules", rules.join(", "))
}

/// Which rule did not apply, and why.
pub(super) fn not_applied(rule: &Rule, reason: &Reason, month: PayPeriod) -> Message {
    let message = match reason {
        Reason::NotInForce(term) => match (term.from, term.until) {
            (Some(from), None) => Message::new("explain-not-yet-in-force").with("from", from.to_string()),
            (_, until) => Message::new("explain-not-in-force")
                .with("from", term.from.map_or_else(|| "…".to_string(), |from| from.to_string()))
                .with("until", until.map_or_else(|| "…".to_string(), |until| until.to_string())),
        },
        Reason::NoFigure => Message::new("explain-not-valued").with("month", month.to_string()),
        Reason::OtherMonths(months) => of_months(months, month),
        Reason::NoRoster => Message::new("explain-not-without-roster"),
        Reason::NoAttendance => Message::new("explain-not-without-attendance"),
        Reason::NotEmployed => Message::new("explain-not-employed"),
        Reason::PartTime => Message::new("explain-not-part-time"),
        Reason::OtherValue { column, found, wanted } if found.is_empty() => {
            let of_log = matches!(&**column, "area" | "service");
            let message = if of_log { Message::new("explain-not-in-log") } else { Message::new("explain-not-named") };
            message.arg("column", named(column)).with("wanted", several(wanted))
        }
        Reason::OtherValue { column, found, wanted } => Message::new("explain-not-this")
            .arg("column", named(column))
            .with("found", several(found))
            .with("wanted", several(wanted)),
        Reason::NoAbsence => Message::new("explain-not-absent"),
        Reason::NoParcels => Message::new("explain-not-delivered"),
        Reason::HolidaysUnknown(year) => Message::new("explain-not-listed").with("year", year.to_string()),
        Reason::NoHoliday => Message::new("explain-not-holiday").arg("month", Arg::Word(name(month.month().month))),
        Reason::NoParcelsOnHoliday(days) => Message::new("explain-not-on-holiday").with("days", listed(days)),
        Reason::NoRestDay => Message::new("explain-not-rest-day"),
        Reason::NoParcelsOnRestDay(days) => Message::new("explain-not-on-rest-day").count("days", *days),
        Reason::NoLongDay(hours) => Message::new("explain-not-long-day").with("hours", figure(*hours)),
        Reason::NoParcelsOnLongDay(hours) => Message::new("explain-not-on-long-day").with("hours", figure(*hours)),
        Reason::NightNotCounted => Message::new("explain-not-by-night"),
        Reason::NoParcelsByNight => Message::new("explain-not-night"),
        Reason::NoHours => Message::new("explain-not-attended"),
        Reason::NoMeasure(name) => Message::new("explain-not-measured").with("measure", &**name),
        Reason::OtherConditions(conditions) => Message::new("explain-not-when").with("conditions", conditions.as_str()),
        Reason::NotProvided(proviso) => proviso::sentence(Message::new("explain-not-provided"), proviso),
        Reason::OverLonger(over) => Message::new("explain-not-over-longer").with("over", over.name()),
        Reason::NotFull(each) => Message::new("explain-not-full").count("each", *each),
        Reason::NoKilometres => Message::new("explain-not-driven"),
        Reason::FloorReached { counted, floor } => Message::new("explain-not-below-floor")
            .with("counted", money(rounding::shown(*counted, 2)))
            .with("floor", money(rounding::shown(*floor, 2))),
        Reason::NoProtectedPeriod => Message::new("explain-not-protected"),
        Reason::NoBaseBefore => Message::new("explain-not-based"),
        Reason::BaseNotLowered(kept) => Message::new("explain-not-lowered").with("kept", money(*kept)),
        Reason::SaidElsewhere(clause) => Message::new("explain-not-first").with("clause", &**clause),
        Reason::NotHigher => Message::new("explain-not-higher"),
    };
    message.arg("rule", either(&rule.title))
}

fn of_months(months: &[i8], month: PayPeriod) -> Message {
    let this = |message: Message| message.arg("month", Arg::Word(name(month.month().month)));
    let (first, last) = (months.first().copied().unwrap_or_default(), months.last().copied().unwrap_or_default());
    let in_a_row = months.windows(2).all(|pair| pair[1] == pair[0] + 1);
    if months.len() > 1 && in_a_row {
        return this(Message::new("explain-not-in-months"))
            .arg("first", Arg::Word(name(first)))
            .arg("last", Arg::Word(name(last)));
    }
    let numbers: Vec<String> = months.iter().map(ToString::to_string).collect();
    this(Message::new("explain-not-in-these-months")).with("months", numbers.join(", "))
}

/// A pay period by its name and, where that does not say them, its days.
pub(super) fn period(period: PayPeriod) -> Message {
    let message = Message::new("explain-period").with("month", period.to_string());
    let named = match (period.is_calendar_month(), period.is_month()) {
        (true, _) => "wholly",
        (false, true) => "by-month",
        (false, false) => "by-days",
    };
    let message = message.with("named", named);
    message.with("first", period.first().to_string()).with("last", period.last().to_string())
}

/// A month of the year by its number.
pub(in crate::report::views) fn name(month: i8) -> &'static str {
    usize::try_from(month - 1).ok().and_then(|at| MONTHS.get(at)).copied().unwrap_or_default()
}

/// A column for people, where the catalogue has a word for it.
fn named(column: &str) -> Arg {
    let word = COLUMNS.into_iter().find(|word| word.strip_prefix("who-") == Some(column));
    word.map_or_else(|| Arg::Text(column.to_string()), Arg::Word)
}

fn several(names: &[Arc<str>]) -> String {
    names.join(" / ")
}

/// Days of one month: the first in full, the others by month and day.
fn listed(days: &[Date]) -> String {
    let short = |day: &Date| format!("{:02}-{:02}", day.month(), day.day());
    days.iter().map(short).collect::<Vec<_>>().join(", ")
}

//! The table of a premium.

use crate::agreement::format::{AMOUNT, AMOUNTS, MONEY};
use crate::agreement::kinds::Occasion;
use crate::agreement::shape::{Range, Shape, Table, optional, required};

/// A premium.
pub static PREMIUM: Table = Table {
    name: "[rule.premium]",
    help: "A multiple of the rate on an occasion, or percent of it or an amount on top; of several, work earns the highest.",
    fields: &[
        required("on", Shape::Choice(Occasion::NAMES), "When it is earned."),
        optional(
            "multiple",
            Shape::Dated("multiple", &Shape::Number(Range::Multiple)),
            "The whole multiple: 1.5, 2, 3.",
        ),
        optional("percent", Shape::Dated("percent", &MONEY), "Percent of the rate, on top."),
        optional("amount", AMOUNT, "Yuan for each unit, on top."),
        optional(
            "multiples",
            Shape::Dated("multiples", &Shape::Map(&Shape::Number(Range::Multiple))),
            "With `by` or `conditions`: multiples.",
        ),
        optional(
            "percents",
            Shape::Dated("percents", &Shape::Map(&MONEY)),
            "With `by` or `conditions`: percent of the rate.",
        ),
        optional("amounts", AMOUNTS, "With `by` or `conditions`: yuan for each unit."),
        optional("by", Shape::Text, "The column of the log or the roster that decides."),
        optional(
            "otherwise",
            Shape::Text,
            "With `by`: the value taken where the column says none; without it, nothing.",
        ),
        optional(
            "conditions",
            Shape::Many(&Shape::Where),
            "Conditions like those of `where`: the figure goes by how many hold, from 1.",
        ),
        optional(
            "of",
            Shape::Many(&Shape::Text),
            "The pay that it is for: `piece`, `hour`, `day`, `measure`, or ids of rates.",
        ),
        optional("hours", Shape::Text, "The measure of the attendance that says how many hours of the day it reaches."),
        optional("adds", Shape::Flag, "Whether it is paid beside other premiums for the same work (`false`)."),
        optional(
            "statutory",
            Shape::Flag,
            "Whether it is the law's, so that part-time work has no overtime (`false`).",
        ),
        optional("after_hours", Shape::Number(Range::Hours), "With `overtime`: the normal hours of a day (8)."),
        optional(
            "after_week_hours",
            Shape::Number(Range::WeekHours),
            "With `overtime`: the normal hours of a week, Monday to Sunday; without it, only days are looked at.",
        ),
        optional("dates", Shape::Holidays, "With `holiday`: the days, by year. A year that is not there is not known."),
        optional("working", Shape::Holidays, "With `holiday`: weekends on which work is made up, by year."),
        optional(
            "moved",
            Shape::Holidays,
            "With `holiday`: weekdays on which the rest of a weekend is taken, by year.",
        ),
        optional("start", Shape::Clock, "With `night`: when it begins."),
        optional("end", Shape::Clock, "With `night`: when it ends, on the next day where that is earlier."),
    ],
    one_of: &["multiple", "percent", "amount", "multiples", "percents", "amounts"],
};

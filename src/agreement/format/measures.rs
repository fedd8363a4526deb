//! The tables of the format that go beyond parcels and months: measures, pay periods, shares of other rules.

use crate::agreement::measure::{Carrier, MeasureUnit};
use crate::agreement::shape::{Range, Shape, Table, optional, required};
use crate::units::pay_period::PayCalendar;

pub(super) static MEASURE: Table = Table {
    name: "[measures.KEY]",
    help: "A number that the log or the attendance carries: minutes, miles, what an order earned.",
    fields: &[
        required("unit", Shape::Choice(MeasureUnit::NAMES), "What one of it is."),
        optional("column", Shape::Text, "The heading of its column; without it, its key."),
        optional(
            "each",
            Shape::Number(Range::Positive),
            "So many of the column make one: 60 for hours out of minutes (1).",
        ),
        optional(
            "in",
            Shape::Choice(Carrier::NAMES),
            "The file that has it; without it, the attendance if it has, else the log.",
        ),
    ],
    one_of: &[],
};

pub(super) static PAY_PERIOD: Table = Table {
    name: "[pay-period]",
    help: "For how long wages are reckoned at a time.",
    fields: &[
        required("every", Shape::Choice(&PayCalendar::NAMES), "How long a period is."),
        optional(
            "day",
            Shape::Whole(1, 28),
            "With `month`: the day on which it begins; named by the month in which it ends (1).",
        ),
        optional("from", Shape::Day, "With `week` and `fortnight`: the first day of one of them."),
    ],
    one_of: &[],
};

pub(super) static SHARE: Table = Table {
    name: "share",
    help: "Percent of the amount of another rule.",
    fields: &[
        required("percent", Shape::Number(Range::Positive), "The percentage."),
        required("of", Shape::Text, "The id of the rule."),
    ],
    one_of: &[],
};

pub(super) static SHARE_OF_SUM: Table = Table {
    name: "share of a sum",
    help: "At least so many percent of another sum of the pay period.",
    fields: &[
        required("percent", Shape::Number(Range::Positive), "The percentage."),
        required("of", Shape::Text, "The other sum: `parcels`, `hours`, `days`, or a measure."),
    ],
    one_of: &[],
};

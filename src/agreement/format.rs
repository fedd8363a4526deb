//! The format of an agreement file, described once: checking, the JSON Schema and the documentation all follow it.

use crate::agreement::counting::CountedBy;
use crate::agreement::document::Proration;
use crate::agreement::format::measures::{MEASURE, PAY_PERIOD, SHARE, SHARE_OF_SUM};
pub use crate::agreement::format::premium::PREMIUM;
use crate::agreement::formula::Over;
use crate::agreement::kinds::{AbsenceKind, ContributionBase, Grant, Kind, Per, Period};
use crate::agreement::shape::{Range, Shape, Table, optional, required};
use crate::units::rounding::Mode;

mod measures;
mod premium;

const MONEY: Shape = Shape::Number(Range::Positive);
const PERCENT: Shape = Shape::Number(Range::Percent);
const AMOUNT: Shape = Shape::Dated("amount", &MONEY);
const FORMULAS: Shape = Shape::Dated("formula", &Shape::Map(&Shape::Either(&MONEY, &SHARE)));
const PROVISOS: Shape = Shape::Map(&Shape::Either(&Shape::Interval, &SHARE_OF_SUM));
const AMOUNTS: Shape = Shape::Dated("amounts", &Shape::Map(&MONEY));

/// The largest whole number of a ladder's step: 10^12, as for every figure.
const LARGEST_COUNT: u64 = 1_000_000_000_000;

/// The whole file.
pub static FILE: Table = Table {
    name: "the file",
    help: "One document of an agreement: its heading, its sources, its rules, and what is not computed.",
    fields: &[
        required("document", Shape::Table(&DOCUMENT), "What the document is and when it is in force."),
        optional("sources", Shape::Map(&Shape::Table(&SOURCE)), "Sources that rules and values name by their key."),
        optional("measures", Shape::Map(&Shape::Table(&MEASURE)), "Measures that rules name by their key."),
        optional(
            "pay-period",
            Shape::Table(&PAY_PERIOD),
            "For how long wages are reckoned; without it, calendar months.",
        ),
        optional("rule", Shape::Tables(&RULE), "The clauses that can be computed, one `[[rule]]` each."),
        optional("payment", Shape::Table(&PAYMENT), "The pay day."),
        optional("not-covered", Shape::Tables(&NOT_COVERED), "The clauses that are not computed."),
    ],
    one_of: &[],
};

static DOCUMENT: Table = Table {
    name: "[document]",
    help: "What the document is and when it is in force.",
    fields: &[
        required("title", Shape::Words, "What it is called."),
        optional("parties", Shape::Words, "Who agreed on it, or who enacted it."),
        optional("country", Shape::Country, "Where it holds, by the two letters of ISO 3166-1 (`CN`)."),
        optional("from", Shape::Day, "Its first day. Left out where no source states it."),
        optional("until", Shape::Day, "Its last day. Left out where no source states it."),
        required("source", Shape::Source, "Where its words were found."),
        optional(
            "proration",
            Shape::Choice(Proration::NAMES),
            "How base and allowances of a part month are cut (`calendar-days`).",
        ),
        optional("currency", Shape::Currency, "The currency of its amounts, by its ISO 4217 code (`CNY`)."),
        optional("rounding", Shape::Table(&ROUNDING), "How a line is rounded; without it to 0.01 yuan, half up."),
        optional("assumed", Shape::Words, "Why something about the document itself is assumed."),
    ],
    one_of: &[],
};

static ROUNDING: Table = Table {
    name: "rounding",
    help: "How a line of pay is rounded when it is made. The documents of one agreement may not differ in it.",
    fields: &[
        required("places", Shape::Whole(0, 2), "Places after the point: 2 for fen."),
        required("mode", Shape::Choice(Mode::NAMES), "What becomes of the rest."),
        optional(
            "top_up",
            Shape::Choice(&["up", "half-up"]),
            "What becomes of the rest of a top-up (`up`: a floor is kept).",
        ),
    ],
    one_of: &[],
};

/// A source, which may also stand in place of its key.
pub static SOURCE: Table = Table {
    name: "[sources.KEY]",
    help: "A publication in which words and figures were found.",
    fields: &[
        required("name", Shape::Text, "The publication."),
        optional("url", Shape::Text, "Its address, where it has one."),
        optional("checked_on", Shape::Day, "The day on which it was last compared with this file."),
    ],
    one_of: &[],
};

static PAYMENT: Table = Table {
    name: "[payment]",
    help: "The day by which the wage of a month is paid; on the working day before where it is a weekend or a holiday.",
    fields: &[
        required("day", Shape::Whole(1, 31), "The day of the month; in a shorter month its last."),
        optional("month", Shape::Choice(&["next", "same"]), "The month of that day: `next` (default), or the `same`."),
        required("clause", Shape::Text, "The article."),
        required("text", Shape::Text, "The words agreed, as the source has them."),
    ],
    one_of: &[],
};

static NOT_COVERED: Table = Table {
    name: "[[not-covered]]",
    help: "A clause that is not computed.",
    fields: &[
        required("clause", Shape::Words, "Which clause."),
        optional("text", Shape::Text, "Its words, where a source gives them."),
        required("why", Shape::Words, "Why it is not computed."),
    ],
    one_of: &[],
};

/// One computable clause.
pub static RULE: Table = Table {
    name: "[[rule]]",
    help: "One clause that can be computed. Exactly one of the eight kinds below must be there.",
    fields: &[
        required("id", Shape::Id, "The name by which `--rate`, `--rates` and `--change` refer to it."),
        required("title", Shape::Words, "What people call it."),
        required("clause", Shape::Text, "The article."),
        required("text", Shape::Text, "The words agreed, as the source has them."),
        required("source", Shape::Source, "Where the words were found."),
        optional("assumed", Shape::Words, "Why it is assumed, where no source states it surely."),
        optional("where", Shape::Where, "Whom and what it reaches; without it, everyone and everything."),
        optional("from", Shape::Day, "Its first day, where that is later than the document's."),
        optional("until", Shape::Day, "Its last day, where that is earlier than the document's."),
        optional("rate", Shape::Table(&RATE), "Kind: earns money."),
        optional("base", Shape::Table(&BASE), "Kind: the monthly base wage standard."),
        optional("floor", Shape::Table(&FLOOR), "Kind: a guarantee."),
        optional("premium", Shape::Table(&PREMIUM), "Kind: a multiple of the piece rate."),
        optional("protection", Shape::Table(&PROTECTION), "Kind: what holds in a protected period or between sexes."),
        optional("deduction", Shape::Table(&DEDUCTION), "Kind: what may be taken off."),
        optional("contribution", Shape::Table(&CONTRIBUTION), "Kind: the employer's on-cost."),
        optional("absence", Shape::Table(&ABSENCE), "Kind: what is kept on days of absence."),
    ],
    one_of: Kind::NAMES,
};

/// A rate.
pub static RATE: Table = Table {
    name: "[rule.rate]",
    help: "Earns money by a unit of work or time. Exactly one of `amount`, `band`, `by` and `tiers` must be there.",
    fields: &[
        required("per", Shape::Unit(Per::NAMES), "The unit that is paid."),
        optional("amount", AMOUNT, "Yuan per unit."),
        optional("band", Shape::Dated("band", &Shape::Table(&BAND)), "The lowest and highest rate that may be paid."),
        optional("by", Shape::Text, "The roster column that decides the amount, such as `skill`."),
        optional("amounts", AMOUNTS, "With `by`: yuan per unit, by the column's value."),
        optional(
            "otherwise",
            Shape::Text,
            "With `by`: the value taken where the roster says none; without it, nothing.",
        ),
        optional("tiers", Shape::Dated("tiers", &Shape::Tables(&STEP)), "Steps by the parcels of the pay period."),
        optional(
            "counted_by",
            Shape::Choice(CountedBy::NAMES),
            "Over how long parcels are counted up the steps, or units towards `each`: then the count begins anew (`period`).",
        ),
        optional("whole", Shape::Flag, "Whether the step reached prices all parcels, not those beyond it (`false`)."),
        optional("each", Shape::Whole(2, LARGEST_COUNT), "A bonus: the amount for each full number of units so large."),
        optional("provided", PROVISOS, "What sums of the pay period have to be for the rate to be paid."),
        optional("at_most", MONEY, "With `each`: what the bonuses of one count come to at most."),
        optional("counts_towards_floor", Shape::Flag, "Whether a floor takes it into account (`true`)."),
        optional("prorate", Shape::Flag, "Whether a monthly amount is cut by the days employed (`true`)."),
        optional("adds", Shape::Flag, "Whether it is paid beside other rates for the same parcels (`false`)."),
        optional("at_least", Shape::Flag, "Whether it is a least amount, so that more is never too much (`false`)."),
    ],
    one_of: &["amount", "band", "by", "tiers"],
};

static BAND: Table = Table {
    name: "band",
    help: "The lowest and the highest rate agreed, both inside.",
    fields: &[required("min", MONEY, "Yuan per unit."), required("max", MONEY, "Yuan per unit.")],
    one_of: &[],
};

static STEP: Table = Table {
    name: "tiers",
    help: "A step of a ladder: what each parcel beyond a number of them in the month earns, or with `whole` every one.",
    fields: &[
        required("over", Shape::Whole(0, LARGEST_COUNT), "After this many parcels of the month; 0 for the first step."),
        required("amount", Shape::Number(Range::NotNegative), "Yuan per parcel."),
    ],
    one_of: &[],
};

/// A base wage standard.
pub static BASE: Table = Table {
    name: "[rule.base]",
    help: "The monthly base wage standard; a higher base in the roster stands. One of `amount` and `by` must be there.",
    fields: &[
        optional("amount", AMOUNT, "Yuan a month."),
        optional("by", Shape::Text, "The roster column that decides the amount, such as `position`."),
        optional("amounts", AMOUNTS, "With `by`: yuan a month, by the column's value."),
        optional(
            "otherwise",
            Shape::Text,
            "With `by`: the value taken where the roster says none; without it, nothing.",
        ),
    ],
    one_of: &["amount", "by"],
};

/// A guarantee.
pub static FLOOR: Table = Table {
    name: "[rule.floor]",
    help: "A guarantee: what is missing is a top-up. One of `amount`, `by` and `formula` must be there.",
    fields: &[
        optional(
            "per",
            Shape::Choice(&[Per::Month.name(), Per::Hour.name()]),
            "With `amount` and `by`: what is guaranteed.",
        ),
        optional("amount", AMOUNT, "Yuan per month or hour."),
        optional("formula", FORMULAS, "So much for each hour, parcel or measure, or `at_least` so much."),
        optional("over", Shape::Choice(Over::NAMES), "With `formula`: over what it is tested."),
        optional(
            "together",
            Shape::Flag,
            "With `formula`: whether all workers of a company are tested together (`false`).",
        ),
        optional(
            "against",
            Shape::Many(&Shape::Text),
            "With `formula`: the rates that it is compared with, by their ids (all).",
        ),
        optional("by", Shape::Text, "The roster column that decides the amount, such as `position`."),
        optional("amounts", AMOUNTS, "With `by`: yuan per month or hour, by the column's value."),
        optional(
            "otherwise",
            Shape::Text,
            "With `by`: the value taken where the roster says none; without it, nothing.",
        ),
        optional("statutory", Shape::Flag, "Whether it is the minimum set by law, not by agreement (`false`)."),
    ],
    one_of: &["amount", "by", "formula"],
};

static PROTECTION: Table = Table {
    name: "[rule.protection]",
    help: "What holds in a protected period, or between women and men.",
    fields: &[
        required("grants", Shape::Choice(Grant::NAMES), "What it grants."),
        optional("periods", Shape::Many(&Shape::Choice(Period::NAMES)), "The periods in which it holds."),
        optional("weeks_before_due", Shape::Whole(1, 42), "In pregnancy only from this many weeks before the due day."),
    ],
    one_of: &[],
};

static DEDUCTION: Table = Table {
    name: "[rule.deduction]",
    help: "What may be taken off a month's wage.",
    fields: &[
        required("percent", Shape::Dated("percent", &PERCENT), "At most this much of the month's wage."),
        optional("keeps_floor", Shape::Flag, "Whether what is left may not lie below the floor (`false`)."),
    ],
    one_of: &[],
};

static CONTRIBUTION: Table = Table {
    name: "[rule.contribution]",
    help: "The employer's on-cost: percent × the base, held between floor and ceiling. Only `cost` uses it.",
    fields: &[
        required("percent", Shape::Dated("percent", &PERCENT), "Percent of the base."),
        optional("floor", AMOUNT, "Yuan a month: the base counts as at least this."),
        optional("ceiling", AMOUNT, "Yuan a month: the base counts as at most this."),
        required("of", Shape::Choice(ContributionBase::NAMES), "What the percentage is taken of."),
    ],
    one_of: &[],
};

static ABSENCE: Table = Table {
    name: "[rule.absence]",
    help: "What is kept on days of a kind of absence. What no rule of the kind speaks of is kept whole.",
    fields: &[
        required("kind", Shape::Choice(AbsenceKind::NAMES), "The absences of which it speaks."),
        optional("base", PERCENT, "Percent of the base wage that is kept."),
        optional("allowance", PERCENT, "Percent of the monthly allowances that is kept, of those with `prorate`."),
        optional(
            "floor",
            PERCENT,
            "Percent of the monthly floor that is kept; on maternity leave 0 if nothing is said.",
        ),
        optional("pays", PERCENT, "Percent of the mean pay of the 12 months before, without premiums, ÷ 21.75 a day."),
    ],
    one_of: &[],
};

/// What each entry of a dated list may say beside its value.
pub static DATED: Table = Table {
    name: "dated value",
    help: "An entry of a list that stands in place of a value; it also holds the value, under the key of the list.",
    fields: &[
        optional("from", Shape::Day, "Its first day. The first entry may leave it out and then reaches back openly."),
        optional("until", Shape::Day, "Its last day. Without it, the day before the next `from`."),
        optional("clause", Shape::Text, "The article, where it is another than the rule's."),
        optional("text", Shape::Text, "The words, where they are others than the rule's."),
        optional("source", Shape::Source, "Where it was found, where that is another place than the rule's."),
        optional("assumed", Shape::Words, "Why it is assumed."),
    ],
    one_of: &[],
};

/// The words of a text in both languages.
pub static WORDS: Table = Table {
    name: "words",
    help: "The same words in both languages.",
    fields: &[required("en", Shape::Text, "In English."), required("zh", Shape::Text, "In Chinese.")],
    one_of: &[],
};

/// Every table with a fixed list of keys, in the order in which the documentation has them.
pub static TABLES: &[&Table] = &[
    &FILE,
    &DOCUMENT,
    &ROUNDING,
    &SOURCE,
    &RULE,
    &RATE,
    &BAND,
    &STEP,
    &BASE,
    &FLOOR,
    &PREMIUM,
    &PROTECTION,
    &DEDUCTION,
    &CONTRIBUTION,
    &ABSENCE,
    &DATED,
    &WORDS,
    &MEASURE,
    &PAY_PERIOD,
    &SHARE,
    &SHARE_OF_SUM,
    &PAYMENT,
    &NOT_COVERED,
];

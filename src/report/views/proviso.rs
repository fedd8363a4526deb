//! What a rate asks of the sums of a pay period, as a sentence.

use crate::agreement::proviso::{Asks, PeriodSum, Proviso};
use crate::diagnostics::Message;
use crate::diagnostics::message::Arg;

/// A sentence with what a proviso asks for: `sum`, `asks`, `range`, `percent`, `of`.
pub(super) fn sentence(message: Message, proviso: &Proviso) -> Message {
    let message = message.arg("sum", word(&proviso.sum, &proviso.name));
    match &proviso.asks {
        Asks::Within(range) => {
            let message = message.with("asks", "range").with("range", range.to_string());
            message.with("percent", "").with("of", "")
        }
        Asks::Share { percent, name, of } => {
            let message = message.with("asks", "share").with("range", "").with("percent", percent.to_string());
            message.arg("of", word(of, name))
        }
    }
}

fn word(sum: &PeriodSum, name: &str) -> Arg {
    match sum {
        PeriodSum::Parcels => Arg::Word("sum-parcels"),
        PeriodSum::Hours => Arg::Word("sum-hours"),
        PeriodSum::Days => Arg::Word("sum-days"),
        PeriodSum::Absences(None) => Arg::Word("sum-absences"),
        PeriodSum::Absences(Some(kind)) => Arg::Word(kind.name()),
        PeriodSum::Measure(_) => Arg::Text(name.to_string()),
    }
}

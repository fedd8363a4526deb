//! Guarantees by a formula, in words and as short texts that programs can read too.

use crate::agreement::formula::{AT_LEAST, Each, Formula, Over, Window};
use crate::diagnostics::Message;
use crate::diagnostics::message::Arg;

/// A formula: `minutes=0.45; miles=0.77; at_least=5.20`.
pub(in crate::report::views) fn text(formula: &Formula) -> String {
    let terms = formula.terms.iter().map(|term| match &term.each {
        Each::Amount(amount) => format!("{}={amount}", term.name),
        Each::Percent { percent, of } => format!("{}={percent}% {of}", term.name),
    });
    terms.chain(formula.at_least.map(|amount| format!("{AT_LEAST}={amount}"))).collect::<Vec<_>>().join("; ")
}

/// The formula as a sum: `0.45 × minutes + 0.77 × miles`.
fn sum(formula: &Formula) -> String {
    let terms = formula.terms.iter().map(|term| match &term.each {
        Each::Amount(amount) => format!("{amount} × {}", term.name),
        Each::Percent { percent, of } => format!("{percent}% {of} × {}", term.name),
    });
    terms.collect::<Vec<_>>().join(" + ")
}

/// What is guaranteed, over what, and for whom.
pub(super) fn sentences(formula: &Formula, window: &Window) -> Vec<Message> {
    let over = Arg::Word(match window.over {
        Over::Order => "over-order",
        Over::Day => "over-day",
        Over::Period => "over-period",
        Over::Month => "over-month",
        Over::Year => "over-year",
    });
    let guaranteed = match (formula.terms.is_empty(), formula.at_least) {
        (false, Some(least)) => {
            Message::new("show-formula-or-least").with("formula", sum(formula)).with("least", least.to_string())
        }
        (true, Some(least)) => Message::new("show-formula-least").with("least", least.to_string()),
        (_, None) => Message::new("show-formula").with("formula", sum(formula)),
    };
    let mut said = vec![guaranteed.arg("over", over)];
    if window.together {
        said.push(Message::new("show-formula-together"));
    }
    if !window.against.is_empty() {
        said.push(Message::new("show-formula-against").with("rules", window.against.join(", ")));
    }
    said
}

//! Notes as they may lie on the table: what is said of pay, and nothing of the protection or the leave of any one person.

use crate::diagnostics::Message;
use crate::diagnostics::message::Arg;

/// A note without whose protected period, leave or absence it speaks of, and without its days: who bargains needs to know that
/// something was taken so, and not of whom.
#[must_use]
pub fn of_no_one(note: Message) -> Message {
    let keeping = |message: Message, kept: &[&str]| {
        let kept = note.args.iter().filter(|(name, _)| kept.contains(name)).cloned();
        Message { args: kept.collect(), ..message }
    };
    let is_maternity = || note.args.iter().any(|(_, arg)| *arg == Arg::Word("maternity"));
    match note.id {
        "pay-protected-gap" => keeping(Message::new("pay-protected-gaps"), &["gaps"]),
        "pay-absent-without-rule" if !is_maternity() => {
            keeping(Message::new("pay-absent-days-without-rule"), &["absence", "days"])
        }
        "pay-absent-without-rule" | "pay-leave-of-no-kind" => {
            keeping(Message::new("pay-leave-days-in-full"), &["days"])
        }
        "pay-without-earlier" => keeping(Message::new("pay-leave-without-earlier"), &["months"]),
        "pay-exceptions-only" => keeping(Message::new("pay-months-of-exceptions"), &["months"]),
        _ => note,
    }
}

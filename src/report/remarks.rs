//! The order and the length of what is said beside the figures: first what makes one wrong or unchecked, then what is assumed,
//! last what was counted.

use std::borrow::Cow;

use crate::diagnostics::Message;
use crate::diagnostics::message::Arg;

/// Puts remarks in the order in which they matter. Unless everything is asked for, an assumption is told by the first sentence
/// of its reason.
#[must_use]
pub fn arranged<'m>(remarks: impl IntoIterator<Item = &'m Message>, verbose: bool) -> Vec<Cow<'m, Message>> {
    let mut remarks: Vec<Cow<'m, Message>> =
        remarks.into_iter().map(|remark| if verbose { Cow::Borrowed(remark) } else { shortened(remark) }).collect();
    remarks.sort_by_key(|remark| match remark.id {
        "pay-assumed" | "pay-assumed-first" => 1,
        "log-summary" | "log-summary-undelivered" => 2,
        _ => 0,
    });
    remarks
}

/// An assumption with the first sentence of its reason, where it has several.
fn shortened(remark: &Message) -> Cow<'_, Message> {
    let mut short = Message { id: "pay-assumed-first", args: Vec::new() };
    let mut is_shorter = false;
    for (name, arg) in &remark.args {
        let first = match arg {
            Arg::Either { en, zh } if *name == "why" => {
                let (first_en, first_zh) = (first(en, ". "), first(zh, "。"));
                is_shorter = first_en.len() < en.len() || first_zh.len() < zh.len();
                Arg::Either { en: first_en.to_string(), zh: first_zh.to_string() }
            }
            other => other.clone(),
        };
        short.args.push((*name, first));
    }
    if remark.id == "pay-assumed" && is_shorter { Cow::Owned(short) } else { Cow::Borrowed(remark) }
}

/// The first sentence: what ends it is followed by another that begins with a capital or by nothing.
fn first<'t>(text: &'t str, end: &str) -> &'t str {
    let begins = |at: usize| {
        text[at + end.len()..].chars().next().is_none_or(|letter| !letter.is_lowercase() && !letter.is_ascii_digit())
    };
    let end_at = text.match_indices(end).map(|(at, _)| at).find(|at| begins(*at));
    end_at.map_or(text, |at| text[..at + end.len()].trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assumed(en: &str, zh: &str) -> Message {
        Message::new("pay-assumed").with("rule", "r").arg("why", Arg::Either { en: en.into(), zh: zh.into() })
    }

    #[test]
    fn what_matters_comes_first_and_counts_last() {
        let (summary, one) = (Message::new("log-summary"), assumed("One. Two.", "一。二。"));
        let wrong = Message::new("pay-without-figure");
        let arranged = |verbose| arranged([&summary, &one, &wrong], verbose);
        let ids = |verbose| arranged(verbose).iter().map(|remark| remark.id).collect::<Vec<_>>();
        assert_eq!(ids(true), ["pay-without-figure", "pay-assumed", "log-summary"]);
        assert_eq!(ids(false), ["pay-without-figure", "pay-assumed-first", "log-summary"]);
        let why = &arranged(false)[1].args[1].1;
        assert_eq!(*why, Arg::Either { en: "One.".into(), zh: "一。".into() });
    }

    #[test]
    fn a_reason_of_one_sentence_is_told_whole() {
        assert_eq!(first("At 1.50 a parcel, as in 2021.", ". "), "At 1.50 a parcel, as in 2021.");
        assert_eq!(arranged([&assumed("One.", "一。")], false)[0].id, "pay-assumed");
        let article = assumed("Art. 7 is silent.", "第7条未作规定。");
        assert_eq!(arranged([&article], false)[0].id, "pay-assumed");
    }
}

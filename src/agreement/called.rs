//! Rules by what people call them: by id, by title in either language, or by a word of the trade.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::agreement::document::Words;
use crate::agreement::rule::Rule;
use crate::agreement::stack::Agreement;
use crate::agreement::synonyms;
use crate::diagnostics::Message;

impl Agreement {
    /// The id of the rule that is called so; the name itself where none is, so that whoever asks says what would be right.
    ///
    /// # Errors
    /// That several rules are called so.
    pub fn rule_called(&self, name: &str) -> Result<Arc<str>, Message> {
        let ids = |called: &dyn Fn(&Rule) -> bool| -> BTreeSet<&Arc<str>> {
            self.rules.iter().filter(|rule| called(rule)).map(|rule| &rule.id).collect()
        };
        let word = synonyms::canonical(synonyms::RULES, name);
        let ways: [&dyn Fn(&Rule) -> bool; 3] =
            [&|rule| *rule.id == *name, &|rule| titled(&rule.title, name), &|rule| {
                word.is_some_and(|word| *rule.id == *word)
            }];
        let called = ways.into_iter().map(ids).find(|ids| !ids.is_empty()).unwrap_or_default();
        let mut called = called.into_iter();
        match (called.next(), called.next()) {
            (None, _) => Ok(name.into()),
            (Some(only), None) => Ok(Arc::clone(only)),
            (Some(first), Some(second)) => {
                let all: Vec<&str> = [first, second].into_iter().chain(called).map(AsRef::as_ref).collect();
                Err(Message::new("rule-title-several").with("title", name).with("rules", all.join(", ")))
            }
        }
    }
}

/// Whether a title is this one, what it says in brackets left out or not. In a change, spaces end the name of a rule: they do not
/// matter.
fn titled(title: &Words, name: &str) -> bool {
    let bare = |text: &str| text.split_whitespace().collect::<String>().to_lowercase();
    let name = bare(name);
    [&title.en, &title.zh].into_iter().any(|title| {
        let before = title.split(['（', '(', ',']).next().unwrap_or_default();
        bare(title) == name || bare(before) == name
    })
}

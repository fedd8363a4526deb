//! An agreement as proposed: its rules with the changes that act on them.

use std::sync::Arc;

use crate::agreement::change::{Change, Field};
use crate::agreement::figure::Figure;
use crate::agreement::kinds::Kind;
use crate::agreement::rule::Rule;
use crate::agreement::stack::Agreement;
use crate::diagnostics::message::Arg;
use crate::diagnostics::{Message, Problem, Problems};

impl Agreement {
    /// The agreement as proposed: its rules carry the changes, which act when a value is asked for.
    ///
    /// # Errors
    /// Changes of rules that do not exist or that have no such figure.
    pub fn with_changes(&self, changes: &[Arc<Change>]) -> Result<Self, Problems> {
        let mut proposed = self.clone();
        let mut problems = Problems::new();
        for (index, change) in changes.iter().enumerate() {
            let mut rules = proposed.rules.iter_mut().filter(|rule| rule.id == change.rule).peekable();
            if rules.peek().is_none() {
                let message = Message::new("change-rule-unknown").with("rule", &*change.rule);
                problems.push(Problem::new(message.arg("known", self.changeable())).at(change.place.clone()));
            }
            for rule in rules {
                if has(rule, &change.field) {
                    rule.changes.push((index, Arc::clone(change)));
                } else {
                    let message = Message::new("change-field-unknown").with("rule", &*change.rule);
                    problems.push(Problem::new(message).at(change.place.clone()).also(rule.place.clone()));
                }
            }
        }
        if problems.is_empty() { Ok(proposed) } else { Err(problems) }
    }
}

impl Agreement {
    /// The rules that a change can name, each once, with its title where Chinese is read.
    fn changeable(&self) -> Arg {
        let mut rules: Vec<&Rule> = Vec::new();
        for rule in self.rules.iter().filter(|rule| has(rule, &Field::Figure)) {
            if rules.iter().all(|other| other.id != rule.id) {
                rules.push(rule);
            }
        }
        let titled = |rule: &&Rule| format!("{}（{}）", rule.id, rule.title.zh);
        Arg::Either {
            en: rules.iter().map(|rule| &*rule.id).collect::<Vec<_>>().join(", "),
            zh: rules.iter().map(titled).collect::<Vec<_>>().join("、"),
        }
    }
}

/// Whether a rule has a field that a change names.
fn has(rule: &Rule, field: &Field) -> bool {
    match (&rule.kind, field) {
        (Kind::Protection(_), _) => false,
        (_, Field::Figure) | (Kind::Contribution(_), Field::Floor | Field::Ceiling) => true,
        (_, field) => rule.figures.values.iter().any(|dated| has_part(&dated.value, field)),
    }
}

fn has_part(figure: &Figure, field: &Field) -> bool {
    match (figure, field) {
        (Figure::Band(_), Field::Min | Field::Max) => true,
        (Figure::By(by), Field::Entry(entry)) => by.amounts.contains_key(entry),
        (Figure::Formula(formula), Field::Entry(entry)) => formula.parts().any(|(name, _)| *name == **entry),
        _ => false,
    }
}

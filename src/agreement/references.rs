//! Rules that name other rules by their ids: percent of one, premiums of some, what a guarantee is compared with.

use std::sync::Arc;

use crate::agreement::figure::Figure;
use crate::agreement::formula::{Each, Formula};
use crate::agreement::kinds::Kind;
use crate::agreement::{Agreement, Rule};
use crate::diagnostics::{Message, Problem, Problems};

impl Agreement {
    /// Every rule that names one that no document of the stack has: a word may be mistyped, or a file missing.
    #[must_use]
    pub fn names_unknown(&self) -> Problems {
        let known = |id: &Arc<str>| self.rules.iter().any(|rule| rule.id == *id);
        let unknown = |rule: &Rule| {
            let mut ids = named(rule);
            ids.retain(|id| !known(id));
            ids.sort();
            ids.dedup();
            ids
        };
        let problem = |rule: &Rule, id: &Arc<str>| {
            let message = Message::new("agreement-rule-unnamed").with("rule", &*rule.id).with("id", &**id);
            Problem::new(message).at(rule.place.clone())
        };
        let of_rule = |rule| unknown(rule).iter().map(|id| problem(rule, id)).collect::<Vec<_>>();
        self.rules.iter().flat_map(of_rule).collect()
    }
}

/// The ids that a rule names.
fn named(rule: &Rule) -> Vec<Arc<str>> {
    let formulas = rule.figures.values.iter().filter_map(|dated| Figure::formula(&dated.value));
    let shares = formulas.flat_map(|formula: &Formula| &formula.terms).filter_map(|term| match &term.each {
        Each::Amount(_) => None,
        Each::Percent { of, .. } => Some(of),
    });
    let multiplied = if let Kind::Premium(premium) = &rule.kind { &premium.of_rules[..] } else { &[] };
    let window = if let Kind::Floor(floor) = &rule.kind { floor.window.as_ref() } else { None };
    let compared = window.map_or(&[][..], |window| &window.against);
    shares.chain(multiplied).chain(compared).map(Arc::clone).collect()
}

//! On what an amount rests: a rule by its place in the stack, with the dated figure that gave it, or the labour contract.
//!
//! A ground travels with every amount, so that nobody has to look for a rule by its words: two companies may both call a clause
//! 第五条.

use std::sync::{Arc, LazyLock};

use crate::agreement::{Agreement, Rule};

/// The id of lines that rest on the labour contract alone.
static CONTRACT: LazyLock<Arc<str>> = LazyLock::new(|| "base".into());

/// The clause of lines that rest on the labour contract alone.
static CONTRACT_CLAUSE: LazyLock<Arc<str>> = LazyLock::new(|| "劳动合同（花名册）".into());

/// On what an amount rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ground {
    /// The labour contract, as the roster states it.
    Contract,
    /// A rule.
    Rule {
        /// Its place in the stack.
        rule: usize,
        /// The first and the last of its dated figures that gave the amount; `None` where the rule itself gives it, as a
        /// protection does that keeps the base.
        figures: Option<(usize, usize)>,
    },
}

impl Ground {
    /// One figure of a rule.
    #[must_use]
    pub const fn figure(rule: usize, figure: usize) -> Self {
        Self::Rule { rule, figures: Some((figure, figure)) }
    }

    /// The same with another figure of the same rule, where both gave one amount.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (
                Self::Rule { rule, figures: Some((first, last)) },
                Self::Rule { rule: same, figures: Some((other_first, other_last)) },
            ) if rule == same => Self::Rule { rule, figures: Some((first.min(other_first), last.max(other_last))) },
            (one, _) => one,
        }
    }

    /// The rule as a whole, whichever of its figures gave the amount.
    #[must_use]
    pub const fn whole_rule(self) -> Self {
        match self {
            Self::Contract => Self::Contract,
            Self::Rule { rule, .. } => Self::Rule { rule, figures: None },
        }
    }

    /// The place of the rule in the stack; `None` for the labour contract.
    #[must_use]
    pub const fn place(self) -> Option<usize> {
        match self {
            Self::Contract => None,
            Self::Rule { rule, .. } => Some(rule),
        }
    }

    /// The rule itself; `None` for the labour contract.
    #[must_use]
    pub fn rule(self, agreement: &Agreement) -> Option<&Rule> {
        agreement.rules.get(self.place()?)
    }

    /// The id of the rule; `base` for the labour contract.
    #[must_use]
    pub fn id(self, agreement: &Agreement) -> &Arc<str> {
        self.rule(agreement).map_or(&CONTRACT, |rule| &rule.id)
    }

    /// The article on which the figure rests; for the labour contract, that it is one.
    #[must_use]
    pub fn clause(self, agreement: &Agreement) -> &Arc<str> {
        match (self, self.rule(agreement)) {
            (Self::Rule { figures: Some((figure, _)), .. }, Some(rule)) => rule.clause_of(figure),
            (_, Some(rule)) => &rule.clause,
            (_, None) => &CONTRACT_CLAUSE,
        }
    }

    /// The figures that gave the amount, by their index in the rule.
    #[must_use]
    pub fn figures(self) -> std::ops::Range<usize> {
        match self {
            Self::Rule { figures: Some((first, last)), .. } => first..last + 1,
            Self::Rule { figures: None, .. } | Self::Contract => 0..0,
        }
    }
}

//! A finding: one departure from what was agreed, with the clause and the place of the evidence.

use std::sync::Arc;

use crate::agreement::Agreement;
use crate::agreement::Rule;
use crate::source::Message;
use crate::source::Place;
use crate::units::Month;
use crate::units::Yuan;

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The agreement or the law is not kept.
    Violation,
    /// Something to look at.
    Warning,
}

impl Severity {
    /// The word in machine formats.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Violation => "violation",
            Self::Warning => "warning",
        }
    }
}

/// One departure from what was agreed.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The code of the check.
    pub code: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// The company; empty where it is about none.
    pub company: Arc<str>,
    /// The courier; empty where it is about none.
    pub courier: Arc<str>,
    /// The month; `None` where it is about none.
    pub month: Option<Month>,
    /// Yuan, or parcels or hours, that would be right.
    pub due: Option<Yuan>,
    /// What was found in its place.
    pub found: Option<Yuan>,
    /// Yuan: how much is short. Only `underpaid` fills it, so that its sum is the arrears.
    pub shortfall: Option<Yuan>,
    /// The names of the agreements of the clauses.
    pub agreement: String,
    /// The clauses that are not kept.
    pub clause: String,
    /// The words of those clauses.
    pub words: String,
    /// What is wrong, in one sentence.
    pub message: Message,
    /// The file and line of the evidence.
    pub at: String,
    /// For a finding between women and men, how many of each it compares.
    pub sexes: Option<(u64, u64)>,
}

impl Finding {
    /// A finding about a courier of a company.
    #[must_use]
    pub fn new(
        code: &'static str,
        severity: Severity,
        company: &Arc<str>,
        courier: &Arc<str>,
        message: Message,
    ) -> Self {
        Self {
            code,
            severity,
            company: Arc::clone(company),
            courier: Arc::clone(courier),
            month: None,
            due: None,
            found: None,
            shortfall: None,
            agreement: String::new(),
            clause: String::new(),
            words: String::new(),
            message,
            at: String::new(),
            sexes: None,
        }
    }

    /// Says which month.
    #[must_use]
    pub fn in_month(mut self, month: Month) -> Self {
        self.month = Some(month);
        self
    }

    /// Says what would be right and what was found.
    #[must_use]
    pub fn figures(mut self, due: Yuan, found: Yuan) -> Self {
        (self.due, self.found) = (Some(due), Some(found));
        self
    }

    /// Names a rule that is not kept; of several, all.
    #[must_use]
    pub fn under(mut self, rule: &Rule) -> Self {
        let add = |text: &mut String, part: &str| {
            if !text.split("；").any(|known| known == part) {
                if !text.is_empty() {
                    text.push('；');
                }
                text.push_str(part);
            }
        };
        add(&mut self.agreement, &rule.document.agreement);
        add(&mut self.clause, &rule.clause);
        add(&mut self.words, &rule.text);
        self
    }

    /// Names the rules of these ids.
    #[must_use]
    pub fn under_ids<'a>(self, agreement: &Agreement, ids: impl IntoIterator<Item = &'a str>) -> Self {
        ids.into_iter().fold(self, |finding, id| {
            let rule = agreement.rules.iter().find(|rule| *rule.id == *id && rule.lost.is_empty());
            match rule.or_else(|| agreement.rules.iter().find(|rule| *rule.id == *id)) {
                Some(rule) => finding.under(rule),
                None => finding,
            }
        })
    }

    /// Says where the evidence stands.
    #[must_use]
    pub fn at(mut self, place: &Place) -> Self {
        self.at = format!("{}:{}", place.file, place.line);
        self
    }

    /// Findings come by month, company, courier, and then code.
    pub(crate) fn order(&self) -> (Option<Month>, &str, &str, &str, &str) {
        (self.month, &self.company, &self.courier, self.code, &self.at)
    }
}

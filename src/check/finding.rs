//! A finding: one departure from what was agreed, with the clause and the place of the evidence.

use std::sync::Arc;

use crate::agreement::kinds::Kind;
use crate::agreement::{Agreement, Rule};
use crate::diagnostics::{Message, Place};
use crate::pay::{Ground, Line};
use crate::units::{Date, PayPeriod, Yuan};

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
    /// The courier's name; empty where the roster gives none.
    pub name: Arc<str>,
    /// The month; `None` where it is about none.
    pub month: Option<PayPeriod>,
    /// Yuan that would be right.
    pub due: Option<Yuan>,
    /// Yuan found in their place.
    pub found: Option<Yuan>,
    /// Yuan: how much is short. Only `underpaid` fills it, so that its sum is the arrears.
    pub shortfall: Option<Yuan>,
    /// The clauses that are not kept, each once.
    pub cited: Vec<Cited>,
    /// What is wrong, in one sentence.
    pub message: Message,
    /// The file and line of the evidence.
    pub at: Option<At>,
    /// For a finding between women and men, how many of each it compares.
    pub sexes: Option<(u64, u64)>,
}

/// A file and a line of it, counted from 1.
pub type At = (Arc<str>, u64);

/// A clause that is not kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited {
    /// The agreement that holds it; empty for the labour contract.
    pub agreement: Arc<str>,
    /// The article.
    pub clause: Arc<str>,
    /// Its words; empty where only the agreement is named, or the labour contract.
    pub words: Arc<str>,
    /// Whether it speaks of pregnancy, maternity leave or nursing.
    pub protects: bool,
}

impl Cited {
    /// A rule by its own clause, or by that of one of its dated figures, which may rest on a clause and words of its own.
    fn of(rule: &Rule, figure: Option<usize>) -> Self {
        let own = figure.and_then(|figure| rule.figures.values.get(figure));
        let protects = matches!(&rule.kind, Kind::Protection(protection) if !protection.periods.is_empty());
        Self {
            agreement: Arc::clone(&rule.document.agreement),
            clause: Arc::clone(own.and_then(|own| own.clause.as_ref()).unwrap_or(&rule.clause)),
            words: Arc::clone(own.and_then(|own| own.text.as_ref()).unwrap_or(&rule.text)),
            protects,
        }
    }

    /// That on which a figure of `pay` rests.
    #[must_use]
    pub fn of_ground(agreement: &Agreement, ground: Ground) -> Self {
        ground.rule(agreement).map_or_else(
            || {
                let clause = Arc::clone(ground.clause(agreement));
                Self { agreement: Arc::default(), clause, words: Arc::default(), protects: false }
            },
            |rule| Self::of(rule, ground.figures().next()),
        )
    }
}

/// Texts one after the other, each once, empty ones left out.
fn list<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    let mut kept: Vec<&str> = Vec::new();
    for text in texts {
        if !text.is_empty() && !kept.contains(&text) {
            kept.push(text);
        }
    }
    kept.join("；")
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
            name: Arc::default(),
            month: None,
            due: None,
            found: None,
            shortfall: None,
            cited: Vec::new(),
            message,
            at: None,
            sexes: None,
        }
    }

    /// Says which month.
    #[must_use]
    pub fn in_month(mut self, month: PayPeriod) -> Self {
        self.month = Some(month);
        self
    }

    /// Says what would be right and what was found.
    #[must_use]
    pub fn figures(mut self, due: Yuan, found: Yuan) -> Self {
        (self.due, self.found) = (Some(due), Some(found));
        self
    }

    /// Names a clause that is not kept; one named already is not named twice.
    #[must_use]
    pub fn citing(mut self, cited: Cited) -> Self {
        if !self.cited.contains(&cited) {
            self.cited.push(cited);
        }
        self
    }

    /// Names a rule that is not kept, by its own clause.
    #[must_use]
    pub fn under(self, rule: &Rule) -> Self {
        self.citing(Cited::of(rule, None))
    }

    /// Names a rule that is not kept, by the clause on which its figure of a day rests.
    #[must_use]
    pub fn under_on(self, rule: &Rule, day: Date) -> Self {
        self.citing(Cited::of(rule, rule.figures.position(day)))
    }

    /// Names the clauses on which lines of a payslip rest.
    #[must_use]
    pub fn under_lines<'a>(self, agreement: &Agreement, lines: impl IntoIterator<Item = &'a Line>) -> Self {
        lines.into_iter().fold(self, |finding, line| finding.resting_on(agreement, line.ground))
    }

    /// Names that on which a figure of `pay` rests.
    #[must_use]
    pub fn resting_on(self, agreement: &Agreement, ground: Ground) -> Self {
        self.citing(Cited::of_ground(agreement, ground))
    }

    /// The file and line of the evidence, or the flag, as text; empty where it has none.
    #[must_use]
    pub fn place(&self) -> String {
        match &self.at {
            Some((flag, _)) if flag.starts_with("--") => flag.to_string(),
            Some((file, line)) => format!("{file}:{line}"),
            None => String::new(),
        }
    }

    /// The names of the agreements of the clauses.
    #[must_use]
    pub fn agreements(&self) -> String {
        list(self.cited.iter().map(|cited| &*cited.agreement))
    }

    /// The clauses that are not kept.
    #[must_use]
    pub fn clauses(&self) -> String {
        list(self.cited.iter().map(|cited| &*cited.clause))
    }

    /// Says where the evidence stands.
    #[must_use]
    pub fn at(mut self, place: &Place) -> Self {
        self.at = Some((Arc::clone(&place.file), place.line));
        self
    }

    /// Findings come by month, company, courier, and then code.
    pub(crate) fn order(&self) -> (Option<PayPeriod>, &str, &str, &str, &Option<At>) {
        (self.month, &self.company, &self.courier, self.code, &self.at)
    }
}

//! A check as it declares itself: its code, how grave it is, its page, what it needs, and what it reveals.

use std::sync::Arc;

use crate::check::{DueAndPaid, Finding, Need, PayrollCheck, Severity};
use crate::diagnostics::Message;
use crate::diagnostics::message::Arg;
use crate::workforce::person;

/// One check.
#[derive(Debug)]
pub struct Check {
    /// Its stable code, such as `underpaid`.
    pub code: &'static str,
    /// How grave its findings are, at the gravest.
    pub severity: Severity,
    /// What it needs: in a month that lacks one of them it could find nothing, or not all of it, and counts as not checked.
    pub needs: &'static [Need],
    /// Whether its findings tell that someone is protected.
    pub reveals_protection: bool,
    /// Its file, whose doc comment is its page.
    pub(crate) source: &'static str,
    /// Looks through the payroll.
    pub(crate) find: fn(&PayrollCheck<'_>) -> Vec<Finding>,
}

/// The heading under which a doc comment goes on in Chinese.
const CHINESE: &str = "# 中文";

impl Check {
    /// What it looks for, why, an example, and the clause, in Markdown; in Chinese where that is asked for.
    #[must_use]
    pub fn page(&self, chinese: bool) -> String {
        let lines = self.source.lines().take_while(|line| line.starts_with("//!"));
        let text: Vec<&str> = lines.map(|line| line.trim_start_matches("//!").trim_start_matches(' ')).collect();
        let text = text.join("\n");
        let (english, other) = text.split_once(CHINESE).unwrap_or((&text, ""));
        if chinese { other } else { english }.trim().to_string()
    }

    /// The first sentence of its page.
    #[must_use]
    pub fn title(&self, chinese: bool) -> String {
        self.page(chinese).lines().next().unwrap_or_default().to_string()
    }

    /// The same without the point at its end, as a part of a sentence.
    #[must_use]
    pub fn called(&self) -> Message {
        let [en, zh] = [false, true].map(|chinese| self.title(chinese).trim_end_matches(['.', '。']).to_string());
        Message::new("check-called").arg("title", Arg::Either { en, zh })
    }

    /// A finding of this check about a courier, or a person, of a company.
    pub(crate) fn finding(&self, company: &Arc<str>, courier: &Arc<str>, message: Message) -> Finding {
        Finding::new(self.code, self.severity, company, &person::id(courier), message)
    }

    /// A finding of this check about what is due and paid for a month, at its row of the register.
    pub(crate) fn finding_of(&self, row: &DueAndPaid<'_>, message: Message) -> Finding {
        let finding = self.finding(&row.company, &row.courier, message).in_month(row.month);
        match row.paid {
            Some(paid) => finding.at(&paid.place),
            None => finding,
        }
    }
}

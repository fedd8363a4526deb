//! The change that is looked for: `delivery +?`, beside changes whose amounts are known.

use std::sync::Arc;

use crate::agreement::Agreement;
use crate::agreement::change::Change;
use crate::agreement::proposal::Proposal;
use crate::diagnostics::{Message, Place, Problem, Problems};
use crate::units::Decimal;

/// Changes of which one has no amount yet.
#[derive(Clone, Debug)]
pub struct Unknown {
    texts: Vec<String>,
    /// Which of them has no amount.
    at: usize,
    /// Whether it lowers the figure: `-?`.
    pub(crate) lowers: bool,
}

impl Unknown {
    /// Reads the changes of the command line.
    ///
    /// # Errors
    /// No `?` or several, one that stands elsewhere than behind `+` or `-`, and every change that cannot be read.
    pub fn read(texts: &[String]) -> Result<Self, Problems> {
        let place = |text: &str| Place::in_line(&Arc::from("--change"), 1, text, 0..text.len());
        let asking: Vec<usize> = (0..texts.len()).filter(|at| texts[*at].contains('?')).collect();
        let [at] = asking[..] else {
            let none = Message::new("solve-nothing-unknown");
            let message = if asking.is_empty() { none } else { Message::new("solve-several-unknowns") };
            let shown = asking.last().copied().unwrap_or(0);
            return Err(Problem::new(message).at(place(texts.get(shown).map_or("", String::as_str))).into());
        };
        let text = &texts[at];
        if text.matches('?').count() > 1 {
            return Err(Problem::new(Message::new("solve-several-unknowns")).at(place(text)).into());
        }
        let operator = text.trim_end().strip_suffix('?').and_then(|rest| rest.trim_end().chars().next_back());
        let lowers = match operator {
            Some('+') => false,
            Some('-') => true,
            _ => {
                return Err(Problem::new(Message::new("solve-unknown-form").with("found", &**text))
                    .at(place(text))
                    .into());
            }
        };
        let unknown = Self { texts: texts.to_vec(), at, lowers };
        unknown.proposal(Decimal::ZERO, None)?;
        Ok(unknown)
    }

    /// The same with the ids of the rules that the changes call by their titles.
    ///
    /// # Errors
    /// Titles that several rules have.
    pub fn naming(mut self, agreement: &Agreement) -> Result<Self, Problems> {
        let called = self.proposal(Decimal::ZERO, None)?;
        let named = called.clone().naming(agreement)?;
        for (text, (called, named)) in self.texts.iter_mut().zip(called.changes.iter().zip(&named.changes)) {
            *text = text.replacen(&*called.rule, &named.rule, 1);
        }
        Ok(self)
    }

    /// The change without its amount, as written.
    pub(crate) fn text(&self) -> &str {
        self.texts[self.at].trim()
    }

    /// The changes with an amount in place of the `?`, all of them for one company where one is named.
    ///
    /// # Errors
    /// Changes that cannot be read.
    pub(crate) fn proposal(&self, amount: Decimal, company: Option<&Arc<str>>) -> Result<Proposal, Problems> {
        let mut texts = self.texts.clone();
        texts[self.at] = texts[self.at].replace('?', &amount.to_string());
        let mut proposal = Proposal::of_flags(&texts)?;
        if amount.is_zero() {
            // What is wrong with the change at any size is told of the change as it was written.
            let written = self.texts[self.at].as_str();
            let mut as_written = Change::clone(&proposal.changes[self.at]);
            as_written.text = written.trim().into();
            as_written.place = Place::in_line(&as_written.place.file, 1, written, 0..written.len());
            proposal.changes[self.at] = Arc::new(as_written);
        }
        if let Some(company) = company {
            for change in &mut proposal.changes {
                let mut of_company = Change::clone(change);
                of_company.scope.values.insert("company".into(), vec![Arc::clone(company)]);
                *change = Arc::new(of_company);
            }
        }
        Ok(proposal)
    }

    /// The change itself, its amount filled in.
    pub(crate) fn of<'a>(&self, proposal: &'a Proposal) -> &'a Change {
        &proposal.changes[self.at]
    }
}

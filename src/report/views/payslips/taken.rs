//! What the register takes off a payslip, and what is left.

use std::collections::BTreeMap;

use crate::pay::{Component, Payslip};
use crate::units::{Decimal, PayPeriod, Yuan};
use crate::workforce::Register;
use crate::workforce::register::Paid;

/// What the register says of one payslip.
#[derive(Clone, Copy, Debug)]
pub(super) struct Taken {
    /// The gross wage that was paid, in yuan.
    pub(super) paid: Yuan,
    /// What was taken off, in the order of [`PARTS`].
    parts: [Option<Yuan>; 5],
}

/// What may be taken off, by the columns of the register.
const PARTS: [&str; 5] = ["tax", "insurance", "damages", "fines", "deductions"];

/// The rows of a register by courier and month, and how many payslips each pair has.
pub(super) struct OfRegister<'a> {
    rows: BTreeMap<(&'a str, PayPeriod), Vec<&'a Paid>>,
    payslips: BTreeMap<(&'a str, PayPeriod), usize>,
}

impl<'a> OfRegister<'a> {
    /// Of a register, for these payslips.
    pub(super) fn new(register: &'a Register, payslips: impl Iterator<Item = &'a Payslip>) -> Self {
        let mut found = Self { rows: BTreeMap::new(), payslips: BTreeMap::new() };
        for paid in &register.rows {
            found.rows.entry((&paid.courier, paid.month)).or_default().push(paid);
        }
        for payslip in payslips {
            *found.payslips.entry((&payslip.courier, payslip.month)).or_default() += 1;
        }
        found
    }

    /// What the register says of a payslip; `None` where it has no row of it, or one for several of the same month.
    pub(super) fn taken(&self, payslip: &Payslip) -> Option<Taken> {
        let key = (&*payslip.courier, payslip.month);
        let rows = self.rows.get(&key)?;
        // A row or a payslip that names no company is of whichever there is.
        let is_only = rows.len() == 1 && self.payslips.get(&key) == Some(&1);
        let is_any = |paid: &&&Paid| is_only && (paid.company.is_empty() || payslip.company.is_empty());
        let paid = rows.iter().find(|paid| paid.company == payslip.company).or_else(|| rows.iter().find(is_any))?;
        Some(Taken { paid: paid.paid, parts: [paid.tax, paid.insurance, paid.damages, paid.fines, paid.deductions] })
    }
}

impl Taken {
    /// What was taken off, each part with its amount in yuan.
    pub(super) fn parts(&self) -> impl Iterator<Item = (&'static str, Decimal)> {
        let parts = PARTS.into_iter().zip(self.parts);
        parts.filter_map(|(part, amount)| Some((part, amount?.0))).filter(|(_, amount)| !amount.is_zero())
    }

    /// All that was taken off, in yuan.
    pub(super) fn sum(&self) -> Yuan {
        self.parts.iter().flatten().copied().sum()
    }

    /// What was left of the gross wage that was paid, in yuan.
    pub(super) fn net(&self) -> Yuan {
        self.paid - self.sum()
    }
}

/// The word of a part of the pay.
pub(super) const fn word(component: Component) -> &'static str {
    match component {
        Component::Base => "base",
        Component::Piece => "piece",
        Component::Premium => "premium",
        Component::Allowance => "allowance",
        Component::TopUp => "top_up",
    }
}

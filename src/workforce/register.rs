//! The payroll register: what payroll says was paid, by courier and month.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use crate::diagnostics::{Message, Place, Problem, Problems};
use crate::tables::headings::REGISTER;
use crate::tables::table::{Row, Table, TableOptions};
use crate::units::{Date, Month, Yuan, date, number};

/// The rows of a register.
#[derive(Clone, Debug, Default)]
pub struct Register {
    /// In the order of the file.
    pub rows: Vec<Paid>,
}

/// What was paid to one courier for one month. Amounts are in yuan; a part that the register does not tell is `None`.
#[derive(Clone, Debug)]
pub struct Paid {
    /// The courier's id.
    pub courier: Arc<str>,
    /// The month worked.
    pub month: Month,
    /// The gross wage of the month, before anything is taken off.
    pub paid: Yuan,
    /// The company; empty where the register names none.
    pub company: Arc<str>,
    /// Parcels paid.
    pub parcels: Option<u64>,
    /// Base wage paid.
    pub base: Option<Yuan>,
    /// Piece wages paid.
    pub piece: Option<Yuan>,
    /// Premiums paid.
    pub premium: Option<Yuan>,
    /// Allowances paid.
    pub allowance: Option<Yuan>,
    /// Top-up paid.
    pub top_up: Option<Yuan>,
    /// Taken off `paid`.
    pub deductions: Option<Yuan>,
    /// Taken off `paid` too.
    pub fines: Option<Yuan>,
    /// The day of payment.
    pub paid_on: Option<Date>,
    /// Where the row stands.
    pub place: Place,
}

columns!(COURIER, MONTH, PAID; COMPANY, PARCELS, BASE, PIECE, PREMIUM, ALLOWANCE, TOP_UP, DEDUCTIONS, FINES, PAID_ON);

impl Register {
    /// Reads a register. What can be read of it is returned beside what is wrong, so that its months can still be compared with
    /// those of the log: a courier, company and month that stand in it twice, a cell that says nothing.
    #[must_use]
    pub fn read(path: &Path, options: TableOptions<'_>) -> (Self, Problems) {
        let mut register = Self::default();
        let mut sheet = match Table::read(path, options, &REGISTER, REQUIRED) {
            Ok(sheet) => sheet,
            Err(problems) => return (register, problems),
        };
        let mut problems = sheet.problems();
        let mut seen = BTreeMap::new();
        for row in sheet.rows() {
            let Some(paid) = paid(row, &mut problems) else { continue };
            let key = (Arc::clone(&paid.courier), Arc::clone(&paid.company), paid.month);
            if let Some(first) = seen.insert(key, register.rows.len()) {
                let message = Message::new("register-twice").with("courier", &*paid.courier);
                let first: &Paid = &register.rows[first];
                let message = message.with("month", paid.month.to_string());
                problems.push(Problem::new(message).at(paid.place.clone()).also(first.place.clone()));
            }
            register.rows.push(paid);
        }
        (register, problems)
    }
}

fn paid(row: Row<'_>, problems: &mut Problems) -> Option<Paid> {
    let courier = row.id(COURIER, problems);
    row.required(MONTH, problems);
    row.required(PAID, problems);
    let month = row.read(MONTH, "register-month", problems, date::parse_month);
    let mut amount = |column: usize| {
        let amount = row.amount(column, problems)?;
        if amount.is_sign_negative() && !amount.is_zero() {
            problems.push(row.problem(column, Message::new("sheet-negative")));
        }
        if amount.normalize().scale() > 2 {
            problems.push(row.problem(column, Message::new("register-fen")));
        }
        Some(Yuan(amount))
    };
    let (paid, base, piece, premium) = (amount(PAID), amount(BASE), amount(PIECE), amount(PREMIUM));
    let (allowance, top_up) = (amount(ALLOWANCE), amount(TOP_UP));
    let (deductions, fines) = (amount(DEDUCTIONS), amount(FINES));
    let parcels = row.read(PARCELS, "register-parcels", problems, number::count);
    let paid_on = row.day(PAID_ON, problems);
    let (month, paid) = month.zip(paid)?;
    let (company, place) = (row.cell(COMPANY).into(), row.line_place());
    Some(Paid {
        courier,
        month,
        paid,
        company,
        parcels,
        base,
        piece,
        premium,
        allowance,
        top_up,
        deductions,
        fines,
        paid_on,
        place,
    })
}

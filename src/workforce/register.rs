//! The payroll register: what payroll says was paid, by courier and month; several rows of one month add up.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use crate::diagnostics::{Message, Place, Problem, Problems};
use crate::tables::headings::REGISTER;
use crate::tables::leftovers::Leftovers;
use crate::tables::table::{Row, Table, TableOptions};
use crate::units::{Date, PayCalendar, PayPeriod, Yuan, number};
use crate::workforce::register_month::{Months, MonthsKnown};

/// The rows of a register.
#[derive(Clone, Debug, Default)]
pub struct Register {
    /// One for each courier, company and month, in the order of the file.
    pub rows: Vec<Paid>,
    /// What of each file is not read.
    pub leftovers: Vec<Leftovers>,
    /// How its months are cut.
    calendar: PayCalendar,
    /// Whether a row lists piece wages, premiums and parcels of the month before its own.
    pub piece_late: bool,
    /// Every row as it is written, and where it stands: one that is alike in every cell is no further payment.
    written: BTreeMap<Written, Place>,
}

/// What was paid to one courier for one month. Amounts are in yuan; a part that the register does not tell is `None`.
#[derive(Clone, Debug)]
pub struct Paid {
    /// The courier's id.
    pub courier: Arc<str>,
    /// The month worked.
    pub month: PayPeriod,
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
    /// Taken off `paid`, and not named in the next ones.
    pub deductions: Option<Yuan>,
    /// Tax taken off.
    pub tax: Option<Yuan>,
    /// The worker's own insurance and housing fund, taken off.
    pub insurance: Option<Yuan>,
    /// Taken off for what the worker has damaged.
    pub damages: Option<Yuan>,
    /// Taken off as fines.
    pub fines: Option<Yuan>,
    /// What the maternity or sickness fund paid, beside `paid` and never within it.
    pub fund_paid: Option<Yuan>,
    /// The rows that it is the sum of.
    pub payments: Vec<Payment>,
    /// Where the first of them stands.
    pub place: Place,
}

/// One row of a month: what it pays, or takes back, and when.
#[derive(Clone, Debug)]
pub struct Payment {
    /// Of the gross wage, in yuan.
    pub paid: Yuan,
    /// The day of payment.
    pub paid_on: Option<Date>,
    /// Where the row stands.
    pub place: Place,
}

columns!(
    COURIER; PAID, MONTH, COMPANY, PARCELS, BASE, PIECE, PREMIUM, ALLOWANCE, TOP_UP, DEDUCTIONS, TAX, INSURANCE, DAMAGES, FINES,
    PAID_ON, FUND_PAID
);

/// A row as it is written, and of which month it was found to be.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Written {
    month: PayPeriod,
    cells: Vec<Box<str>>,
    courier: Arc<str>,
}

impl Register {
    /// Reads a register, of which beside its own cells this is known of its months. What can be read of it is returned beside what is
    /// wrong, so that its months can still be compared with those of the log: two rows alike, a cell that says nothing.
    #[must_use]
    pub fn read(path: &Path, options: TableOptions<'_>, known: MonthsKnown<'_>) -> (Self, Problems) {
        let mut register = Self { piece_late: known.piece_late, calendar: known.calendar, ..Self::default() };
        let mut sheet = match Table::read(path, options, &REGISTER, REQUIRED) {
            Ok(sheet) => sheet,
            Err(problems) => return (register, problems),
        };
        let mut problems = sheet.problems();
        register.leftovers.push(sheet.leftovers());
        if !sheet.says(PAID) {
            problems.push(no_gross(&sheet));
            return (register, problems);
        }
        let months = match Months::of(&sheet, MONTH, known) {
            Ok(months) => months,
            Err(unknown) => {
                problems.extend(unknown);
                return (register, problems);
            }
        };
        let extra: Vec<usize> = sheet.extra().map(|(at, _)| at).collect();
        let mut places: BTreeMap<(Arc<str>, Arc<str>, PayPeriod), usize> = BTreeMap::new();
        let mut below_zero = Vec::new();
        for (row, paid, found) in sheet.each(|row, problems| paid(row, &months, problems)) {
            problems.extend(found);
            let Some((paid, negative)) = paid else { continue };
            let known = (0..REGISTER.len()).map(|column| row.cell(column));
            let cells = known.chain(extra.iter().map(|at| row.at(*at))).map(Box::from).collect();
            let written = Written { month: paid.month, cells, courier: Arc::clone(&paid.courier) };
            problems.extend(register.enter(written, paid.place.clone()));
            let key = (Arc::clone(&paid.courier), Arc::clone(&paid.company), paid.month);
            let at = *places.entry(key).or_insert(register.rows.len());
            match register.rows.get_mut(at) {
                Some(first) => first.add(paid),
                None => register.rows.push(paid),
            }
            below_zero.extend(negative.into_iter().map(|(column, problem)| (at, column, problem)));
        }
        problems.extend(months.contradicted(&sheet));
        // A row may take back what another has paid; the month as a whole may not.
        let is_below =
            |at: usize, column: usize| register.rows[at].amount(column).is_some_and(|sum| sum < Yuan::default());
        let below_zero = below_zero.into_iter().filter(|(at, column, _)| is_below(*at, *column));
        problems.extend(below_zero.map(|(.., problem)| problem));
        (register, problems)
    }

    /// Takes note of a row; one that is alike in every cell was read before.
    fn enter(&mut self, written: Written, place: Place) -> Option<Problem> {
        let message = Message::new("register-twice").with("courier", &*written.courier);
        let message = message.with("month", written.month.to_string());
        let first = self.written.insert(written, place.clone())?;
        Some(Problem::new(message).at(place).also(first))
    }

    /// Adds the rows of a further file, of another month or company perhaps; those of one courier, company and month add up.
    /// Returns a problem for each row that is alike in every cell to one before.
    #[must_use]
    pub fn join(&mut self, further: Self) -> Problems {
        let twice = further.written.into_iter().filter_map(|(written, place)| self.enter(written, place)).collect();
        let key = |paid: &Paid| (Arc::clone(&paid.courier), Arc::clone(&paid.company), paid.month);
        let mut places: BTreeMap<_, usize> = self.rows.iter().enumerate().map(|(at, paid)| (key(paid), at)).collect();
        for paid in further.rows {
            let at = *places.entry(key(&paid)).or_insert(self.rows.len());
            match self.rows.get_mut(at) {
                Some(first) => first.add(paid),
                None => self.rows.push(paid),
            }
        }
        self.leftovers.extend(further.leftovers);
        self.piece_late |= further.piece_late;
        twice
    }

    /// Of which month the piece wages, premiums and parcels are that the rows of a month list.
    #[must_use]
    pub fn piece_month(&self, month: PayPeriod) -> PayPeriod {
        if self.piece_late { self.calendar.before(month) } else { month }
    }
}

impl Paid {
    /// Adds a further row of the same month.
    fn add(&mut self, row: Self) {
        let sum = |column: usize| {
            let parts = [self.amount(column), row.amount(column)];
            parts.iter().any(Option::is_some).then(|| parts.into_iter().flatten().sum())
        };
        let [base, piece, premium, allowance, top_up] = [BASE, PIECE, PREMIUM, ALLOWANCE, TOP_UP].map(sum);
        let [deductions, tax, insurance, damages, fines] = [DEDUCTIONS, TAX, INSURANCE, DAMAGES, FINES].map(sum);
        let fund_paid = sum(FUND_PAID);
        let parcels = match (self.parcels, row.parcels) {
            (Some(first), Some(next)) => Some(first + next),
            (first, next) => first.or(next),
        };
        let mut payments = std::mem::take(&mut self.payments);
        payments.extend(row.payments);
        let (courier, company, place) = (Arc::clone(&self.courier), Arc::clone(&self.company), self.place.clone());
        let (month, paid) = (self.month, self.paid + row.paid);
        *self = Self {
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
            tax,
            insurance,
            damages,
            fines,
            fund_paid,
            payments,
            place,
        };
    }

    /// The amount of a column.
    fn amount(&self, column: usize) -> Option<Yuan> {
        match column {
            PAID => Some(self.paid),
            BASE => self.base,
            PIECE => self.piece,
            PREMIUM => self.premium,
            ALLOWANCE => self.allowance,
            TOP_UP => self.top_up,
            DEDUCTIONS => self.deductions,
            TAX => self.tax,
            INSURANCE => self.insurance,
            DAMAGES => self.damages,
            FINES => self.fines,
            FUND_PAID => self.fund_paid,
            _ => None,
        }
    }
}

/// That there is no gross pay; where what was paid out stands, gross pay can be made of it.
fn no_gross(sheet: &Table) -> Problem {
    let headings: Vec<&str> = sheet.headings().map(|(_, heading)| &**heading).collect();
    let is_net = |heading: &&&str| NET.iter().any(|net| heading.contains(net));
    let message = match headings.iter().find(is_net) {
        Some(net) => Message::new("register-net-only").with("net", *net),
        None => Message::new("sheet-column-missing").count("count", 1).with("columns", REGISTER[PAID].name),
    };
    Problem::new(message.with("found", headings.join(", "))).at(sheet.top())
}

/// Headings of what is left after all that is taken off.
const NET: [&str; 5] = ["实发", "实领", "实付", "到手", "净额"];

/// What a row pays, and its amounts below zero by their columns.
fn paid(row: Row<'_>, months: &Months<'_>, problems: &mut Problems) -> Option<(Paid, Vec<(usize, Problem)>)> {
    let mut negative = Vec::new();
    let courier = row.id(COURIER, problems);
    row.required(PAID, problems);
    let month = months.of_row(row, problems);
    let mut amount = |column: usize| {
        let amount = row.amount(column, problems)?;
        if amount.is_sign_negative() && !amount.is_zero() {
            negative.push((column, row.problem(column, Message::new("sheet-negative"))));
        }
        if amount.normalize().scale() > 2 {
            problems.push(row.problem(column, Message::new("register-fen")));
        }
        Some(Yuan(amount))
    };
    let [paid, base, piece, premium, allowance] = [PAID, BASE, PIECE, PREMIUM, ALLOWANCE].map(&mut amount);
    let [top_up, deductions, tax, insurance, damages] = [TOP_UP, DEDUCTIONS, TAX, INSURANCE, DAMAGES].map(&mut amount);
    let [fines, fund_paid] = [FINES, FUND_PAID].map(&mut amount);
    let parcels = row.read(PARCELS, "register-parcels", problems, number::count);
    let paid_on = row.day(PAID_ON, problems);
    let (month, paid) = month.zip(paid)?;
    let (company, place) = (row.cell(COMPANY).into(), row.line_place());
    let payments = vec![Payment { paid, paid_on, place: place.clone() }];
    let paid = Paid {
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
        tax,
        insurance,
        damages,
        fines,
        fund_paid,
        payments,
        place,
    };
    Some((paid, negative))
}

//! Everyone's payslip, to be handed out: what a courier has to see to reckon it again, and nothing that is for the office alone.

mod taken;

use std::sync::Arc;

use crate::diagnostics::Message;
use crate::diagnostics::message::Arg;
use crate::pay::explain::{Explained, Explanation};
use crate::report::views::explain::{Page, formula, sentence};
use crate::report::views::payslips::taken::{OfRegister, Taken};
use crate::report::{Block, Cell, ColumnKind, Heading, Papers, Report, Table, table};
use crate::units::{Decimal, PayPeriod};
use crate::workforce::Register;

type Column<'a, R> = table::Column<'a, R>;

/// How payslips are laid out.
#[derive(Clone, Copy, Debug)]
pub struct Layout {
    /// Several a page, with lines along which they are cut.
    pub strips: bool,
    /// In a workbook a sheet for each.
    pub sheets: bool,
}

/// A payslip, and what the register takes off it.
struct Slip<'a> {
    explained: &'a Explained<'a>,
    taken: Option<Taken>,
}

/// The payslips of everyone who is explained; with a register, what was taken off and what was left.
#[must_use]
pub fn payslips(explanation: &Explanation<'_>, register: Option<&Register>, layout: Layout) -> Report {
    let payslips = || explanation.payslips.iter().map(|explained| &explained.payslip);
    let of_register = register.map(|register| OfRegister::new(register, payslips()));
    let slips = explanation.payslips.iter().map(|explained| {
        let taken = of_register.as_ref().and_then(|register| register.taken(&explained.payslip));
        Slip { explained, taken }
    });
    let slips: Vec<Slip<'_>> = slips.collect();
    let papers = slips.iter().map(|slip| slip.paper(explanation, register.is_some(), layout.strips)).collect();
    let papers = Papers { strips: layout.strips, apart: layout.sheets, papers };
    let blocks = vec![Block::Papers(papers), Block::Data(lines(&slips, explanation)), Block::Data(sums(&slips))];
    Report { name: "payslips", version: 1, blocks, notes: Vec::new() }
}

impl Slip<'_> {
    /// The paper and the name of its sheet.
    fn paper(&self, explanation: &Explanation<'_>, has_register: bool, is_strip: bool) -> (String, Vec<Block>) {
        let payslip = &self.explained.payslip;
        let mut page = Page::default();
        page.heading(2, title(payslip.month));
        page.blocks.push(Block::Shown(self.whose()));
        let lines = page.lines(explanation.agreement, self.explained);
        page.blocks.push(Block::Shown(self.with_taken(lines)));
        match &self.taken {
            Some(taken) if taken.paid != payslip.pay() => {
                let differs = Message::new("payslips-differs").with("paid", formula::money(taken.paid.0));
                page.say(differs.with("due", formula::money(payslip.pay().0)));
            }
            None if has_register => page.say(Message::new("payslips-not-on-register")),
            _ => {}
        }
        if is_strip {
            page.say(page.clauses_in_short());
        } else {
            page.clauses(3);
        }
        page.say(Message::new("payslips-sign"));
        let name = format!("{} {}", payslip.courier, payslip.name);
        (name.trim().to_string(), page.blocks)
    }

    /// Whose payslip it is.
    fn whose(&self) -> Table {
        let payslip = &self.explained.payslip;
        let columns = vec![
            Column::item("name", |(): &()| Cell::name(&payslip.name)),
            Column::item("id", |(): &()| Cell::name(&payslip.courier)),
            Column::item("company", |(): &()| Cell::name(&payslip.company)),
            Column::item("month", |(): &()| payslip.month),
            Column::count("parcels", |(): &()| payslip.parcels),
        ];
        Table::of("payslip", [()], columns)
    }

    /// The lines, and below them what the register takes off.
    fn with_taken(&self, lines: Table) -> Table {
        let Some(taken) = &self.taken else {
            let total = lines.total.map(|_| row("pay", self.explained.payslip.pay().0));
            return Table { total, ..lines };
        };
        let due = row("pay", self.explained.payslip.pay().0);
        let off = taken.parts().map(|(part, amount)| row(part, -amount));
        // What is left is reckoned from what was paid.
        let paid = (taken.paid != self.explained.payslip.pay()).then(|| row("paid", taken.paid.0));
        let rows: Vec<Vec<Cell>> = lines.rows.iter().chain([due]).chain(paid).chain(off).collect();
        Table { rows: rows.into(), total: Some(row("net", taken.net().0)), ..lines }
    }
}

fn title(month: PayPeriod) -> Message {
    if !month.is_month() {
        let message = Message::new("payslips-title-of-days").with("first", month.first().to_string());
        return message.with("last", month.last().to_string());
    }
    let message = Message::new("payslips-title").with("year", month.month().year.to_string());
    let message = message.with("named", if month.is_calendar_month() { "wholly" } else { "by-days" });
    let message = message.with("first", month.first().to_string()).with("last", month.last().to_string());
    message.arg("month", Arg::Word(sentence::name(month.month().month)))
}

/// A row of a sum, in the columns of the lines.
fn row(part: &'static str, amount: Decimal) -> Vec<Cell> {
    vec![Cell::Missing, Cell::Word(part), Cell::Missing, Cell::Money(amount)]
}

/// One row a line for programs, and for what is taken off.
fn lines(slips: &[Slip<'_>], explanation: &Explanation<'_>) -> Table {
    let keys = ["month", "company", "courier", "name", "part", "rule", "clause", "item", "formula"];
    let columns =
        keys.map(Heading::text).into_iter().chain([Heading { key: "amount", kind: ColumnKind::Money }]).collect();
    let mut rows = Vec::new();
    for slip in slips {
        let payslip = &slip.explained.payslip;
        let of = |cells: Vec<Cell>| {
            let whose = [&payslip.company, &payslip.courier, &payslip.name].map(Cell::name);
            [Cell::from(payslip.month)].into_iter().chain(whose).chain(cells).collect::<Vec<_>>()
        };
        let mut page = Page::default();
        let shown = page.lines(explanation.agreement, slip.explained);
        for (line, shown) in payslip.lines.iter().zip(shown.rows.iter()) {
            let ground = |text: &Arc<str>| Cell::name(text);
            let mut cells =
                vec![Cell::Word(taken::word(line.component)), ground(line.ground.id(explanation.agreement))];
            cells.push(ground(line.ground.clause(explanation.agreement)));
            cells.extend(shown.into_iter().nth(1));
            let formula = formula::of_line(line, payslip, formula::money(line.amount.0));
            cells.extend([Cell::from(formula), Cell::Money(line.amount.0)]);
            rows.push(of(cells));
        }
        for (part, amount) in slip.taken.iter().flat_map(Taken::parts) {
            let empty = std::iter::repeat_n(Cell::Missing, keys.len() - 5);
            rows.push(of([Cell::Word(part)].into_iter().chain(empty).chain([Cell::Money(-amount)]).collect()));
        }
    }
    Table { key: "rows", columns, rows: rows.into(), total: None }
}

/// One row a payslip for programs.
fn sums(slips: &[Slip<'_>]) -> Table {
    let columns = vec![
        Column::text("month", |slip: &&Slip<'_>| slip.explained.payslip.month),
        Column::text("company", |slip: &&Slip<'_>| Cell::name(&slip.explained.payslip.company)),
        Column::text("courier", |slip: &&Slip<'_>| Cell::name(&slip.explained.payslip.courier)),
        Column::text("name", |slip: &&Slip<'_>| Cell::name(&slip.explained.payslip.name)),
        Column::count("parcels", |slip: &&Slip<'_>| slip.explained.payslip.parcels),
        Column::money("pay", |slip: &&Slip<'_>| slip.explained.payslip.pay()),
        Column::money("paid", |slip: &&Slip<'_>| slip.taken.as_ref().map(|taken| taken.paid)),
        Column::money("deductions", |slip: &&Slip<'_>| slip.taken.as_ref().map(Taken::sum)),
        Column::money("net", |slip: &&Slip<'_>| slip.taken.as_ref().map(Taken::net)),
    ];
    Table::of("sums", slips.iter().collect::<Vec<_>>(), columns)
}

//! What a check needs, and what of it a month lacks: a check that could not look has not found that all is well.

use crate::agreement::kinds::{Floor, Grant, Kind, Per};
use crate::agreement::{Document, Rule};
use crate::check::PayrollCheck;
use crate::check::protected_days::{Day, any_unknown, birth_unknown, rows_in};
use crate::diagnostics::Message;
use crate::diagnostics::message::Arg;
use crate::units::{Date, PayPeriod};
use crate::workforce::Roster;
use crate::workforce::register::Paid;
use crate::workforce::roster::Terms;

/// An input, or a term of the agreement, without which a check finds nothing.
#[derive(Clone, Copy, Debug)]
pub enum Need {
    /// A column of the register is filled in somewhere in the month.
    Register(&'static str, fn(&Paid) -> bool),
    /// The same of the rows that list the piece pay of the month.
    Listed(&'static str, fn(&Paid) -> bool),
    /// The log has the month whose piece pay the register lists in this one.
    ListedMonth,
    /// Piece pay stands in the row of its own month.
    OwnPiece,
    /// What is taken off for damages can be told from all that is taken off.
    Damages,
    /// Hours of attendance.
    Attendance,
    /// The roster.
    Roster,
    /// A column of the roster.
    RosterColumn(&'static str),
    /// Women and men are told apart in the roster.
    Sexes,
    /// A base wage: in the roster, or agreed.
    BaseWage,
    /// The protected periods.
    Protected,
    /// The day of birth, where a rule that grants this counts the weeks before it.
    BirthDue(Grant),
    /// Hours of attendance or times of the log, on the days of those protected from extended hours.
    Hours,
    /// Times of the log, on the days of those protected from night work.
    Times,
    /// A rate given for a rule that limits it.
    Rates(fn(&Rule) -> bool),
    /// Piece wages in the register, or a rate of one courier alone.
    PieceOrOwnRate,
    /// Something is due in the month.
    Pay,
    /// A floor in force, and what it is reckoned by.
    Floor,
    /// A protection in force that grants this.
    Grant(Grant),
    /// A rule in force of that kind; what is said where there is none.
    Rule(fn(&Kind) -> bool, &'static str),
    /// A pay day agreed.
    PayDay,
}

impl Need {
    /// What a month lacks, in the words that follow "not checked"; `None` where all is there.
    #[must_use]
    pub fn lacking(&self, payroll: &PayrollCheck<'_>, month: PayPeriod) -> Option<Message> {
        let (workforce, roster) = (payroll.workforce, payroll.workforce.roster.as_deref());
        // Where there is no roster at all, that alone is said.
        let of_roster = |column: &str, there: &dyn Fn(&Roster) -> bool| {
            (!roster.is_none_or(there)).then(|| Message::new("check-lacks-roster-column").with("column", column))
        };
        let (there, id) = match self {
            Self::Register(column, has) => return in_register(payroll.paid_in(month).any(has), column),
            Self::Listed(column, has) => return in_register(payroll.listing(month).any(has), column),
            Self::ListedMonth => {
                let listed = payroll.register.piece_month(month);
                let said = || Message::new("check-lacks-listed-month").with("month", listed.to_string());
                return (!payroll.covers(listed)).then(said);
            }
            Self::OwnPiece => (!payroll.register.piece_late, "check-lacks-own-piece"),
            Self::Damages => return in_register(damages(payroll, month), "damages"),
            Self::Attendance => (attended(payroll, month), "check-lacks-attendance"),
            Self::Roster => (roster.is_some(), "check-lacks-roster"),
            Self::RosterColumn(column) => return of_roster(column, &|roster| roster.has_column(column)),
            Self::Sexes => return of_roster("sex", &|roster| terms(roster).any(|terms| terms.sex.is_some())),
            Self::BaseWage => {
                let base = |roster: &Roster| terms(roster).any(|terms| terms.base.is_some());
                let agreed = any_rule(payroll, month, |kind| matches!(kind, Kind::Base));
                (agreed || roster.is_none_or(base), "check-lacks-base")
            }
            Self::Protected => (workforce.protected.given, "check-lacks-protected"),
            Self::BirthDue(grant) => (!birth_unknown(payroll, month, *grant), "check-lacks-birth"),
            Self::Hours => (hours(payroll, month), "check-lacks-hours"),
            Self::Times => {
                let unknown = || any_unknown(payroll, month, Grant::NoNightWork, |_, day| day.first_at.is_none());
                (times(payroll, month) && !unknown(), "check-lacks-times")
            }
            Self::Rates(limits) => return rates(payroll, *limits),
            Self::PieceOrOwnRate => {
                let own = workforce.rates.ladders.iter().any(|ladder| !ladder.named.courier.is_empty());
                (own || payroll.listing(month).any(|paid| paid.piece.is_some()), "check-lacks-piece")
            }
            Self::Pay => {
                let of_month = payroll.rows.iter().filter(|row| row.month == month);
                (of_month.filter_map(|row| row.due.as_deref()).any(|due| !due.lines.is_empty()), "check-lacks-pay")
            }
            Self::Floor => return floor(payroll, month),
            Self::Grant(grant) => {
                let grants = |kind: &Kind| matches!(kind, Kind::Protection(kept) if kept.grants == *grant);
                let said = || Message::new("check-lacks-grant").arg("what", Arg::Word(grant.name()));
                return (!any_rule(payroll, month, grants)).then(said);
            }
            Self::Rule(of_kind, id) => (any_rule(payroll, month, of_kind), *id),
            Self::PayDay => {
                let names = |document: &Document| document.payment.is_some() && document.term.contains(month.first());
                (payroll.agreement.documents.iter().any(|document| names(document)), "check-lacks-pay-day")
            }
        };
        (!there).then(|| Message::new(id))
    }
}

fn in_register(there: bool, column: &str) -> Option<Message> {
    (!there).then(|| Message::new("check-lacks-register-column").with("column", column))
}

/// Without the column, `deductions` may hold them, and only where nothing is taken off there is nothing to tell apart.
fn damages(payroll: &PayrollCheck<'_>, month: PayPeriod) -> bool {
    let untold = |paid: &Paid| paid.deductions.is_some_and(|taken| !taken.is_zero());
    let told = |paid: &Paid| paid.deductions.is_some() || paid.fines.is_some();
    payroll.paid_in(month).any(|paid| paid.damages.is_some())
        || (payroll.paid_in(month).any(told) && !payroll.paid_in(month).any(untold))
}

fn terms(roster: &Roster) -> impl Iterator<Item = &Terms> {
    roster.people().flat_map(|(_, rows)| rows).map(|terms| &**terms)
}

/// Whether a rule has a figure on a day; one that a better rule has beaten has it too.
fn has_figure(rule: &Rule, day: Date) -> bool {
    rule.term.contains(day) && (rule.figure(day).is_some() || matches!(rule.kind, Kind::Protection(_)))
}

fn any_rule(payroll: &PayrollCheck<'_>, month: PayPeriod, of_kind: impl Fn(&Kind) -> bool) -> bool {
    let mut rules = payroll.agreement.rules.iter().filter(|rule| of_kind(&rule.kind));
    rules.any(|rule| month.each_day().any(|day| has_figure(rule, day)))
}

fn times(payroll: &PayrollCheck<'_>, month: PayPeriod) -> bool {
    rows_in(payroll, month).iter().any(|row| row.first_at.is_some())
}

fn hours(payroll: &PayrollCheck<'_>, month: PayPeriod) -> bool {
    let of_day = |courier: &str, date: Date| payroll.workforce.attendance.as_deref()?.on(courier, date);
    let person = |of_log: &Day<'_>| payroll.workforce.person(of_log.courier, &of_log.company);
    let unknown = |date: Date, of_log: &Day<'_>| of_log.first_at.is_none() && of_day(&person(of_log), date).is_none();
    (attended(payroll, month) || times(payroll, month)) && !any_unknown(payroll, month, Grant::NoExtendedHours, unknown)
}

fn attended(payroll: &PayrollCheck<'_>, month: PayPeriod) -> bool {
    let attendance = payroll.workforce.attendance.as_deref();
    attendance.is_some_and(|attendance| {
        attendance.people().any(|person| attendance.between(person, month.first(), month.last()).next().is_some())
    })
}

fn rates(payroll: &PayrollCheck<'_>, limits: fn(&Rule) -> bool) -> Option<Message> {
    let rates = &payroll.workforce.rates;
    let mut given = rates.ladders.iter().map(|ladder| &ladder.named.rule).chain(rates.general.keys()).peekable();
    if given.peek().is_none() {
        return Some(Message::new("check-lacks-rates"));
    }
    let limited = |rule: &Rule| matches!(rule.kind, Kind::Rate(_)) && limits(rule);
    let there = given.any(|id| payroll.agreement.rules.iter().any(|rule| rule.id == *id && limited(rule)));
    (!there).then(|| Message::new("check-lacks-limit"))
}

/// A minimum wage that the agreements know has to hold on every day; where they know none, any floor will do.
fn floor(payroll: &PayrollCheck<'_>, month: PayPeriod) -> Option<Message> {
    let mut floors: Vec<(&Rule, &Floor)> = payroll.agreement.rules.iter().filter_map(of_floor).collect();
    let holds = |(rule, _): &(&Rule, &Floor), day: Date| has_figure(rule, day);
    if !month.each_day().any(|day| floors.iter().any(|floor| holds(floor, day))) {
        return Some(Message::new("check-lacks-floor"));
    }
    let by_month = floors.iter().any(|(_, floor)| floor.per == Per::Month);
    floors.retain(|(_, floor)| floor.statutory);
    if !floors.is_empty() && !month.each_day().all(|day| floors.iter().any(|floor| holds(floor, day))) {
        Some(Message::new("check-lacks-minimum"))
    } else if by_month {
        payroll.workforce.roster.is_none().then(|| Message::new("check-lacks-roster"))
    } else {
        (!attended(payroll, month)).then(|| Message::new("check-lacks-attendance"))
    }
}

fn of_floor(rule: &Rule) -> Option<(&Rule, &Floor)> {
    if let Kind::Floor(floor) = &rule.kind { Some((rule, floor)) } else { None }
}

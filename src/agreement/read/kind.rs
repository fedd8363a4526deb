//! The eight kinds of rule, each from its own table.

use std::ops::Range;
use std::sync::Arc;

use crate::agreement::dated::Dated;
use crate::agreement::figure::Figure;
use crate::agreement::format;
use crate::agreement::kinds::{
    Absence, AbsenceKind, Contribution, ContributionBase, Deduction, Grant, Kind, Period, Protection,
};
use crate::agreement::read::Reader;
use crate::agreement::value::{self, Node};
use crate::diagnostics::Message;
use crate::units::{Decimal, Term};
use toml::de::DeTable;

/// The text of a key.
pub(super) fn word(table: &DeTable<'_>, key: &str) -> Option<Arc<str>> {
    value::text(value::get(table, key)?)
}

/// A flag, or what it is when nothing is said; `None` where it cannot be read.
pub(super) fn flag(table: &DeTable<'_>, key: &str, unsaid: bool) -> Option<bool> {
    value::get(table, key).map_or(Some(unsaid), value::flag)
}

impl Reader<'_> {
    /// What a rule does and its figures, from the table that names its kind.
    pub(super) fn of_kind(&mut self, name: &str, within: Term, table: &DeTable<'_>) -> Option<(Kind, Dated<Figure>)> {
        let node = value::get(table, name)?;
        let (span, table) = (node.span(), node.get_ref().as_table()?);
        let (kind, figures) = match name {
            "rate" => {
                let figures = self.figures(format::RATE.one_of, within, span.clone(), table);
                (self.rate(figures.as_ref(), span, table).map(Kind::Rate), figures)
            }
            "base" => (Some(Kind::Base), self.figures(format::BASE.one_of, within, span, table)),
            "floor" => {
                let figures = self.figures(format::FLOOR.one_of, within, span.clone(), table);
                (self.floor(span, table).map(Kind::Floor), figures)
            }
            "premium" => {
                let (gives, figures) = self.gives(within, span.clone(), table).unzip();
                (gives.and_then(|gives| self.premium(gives, span, table)).map(Kind::Premium), figures)
            }
            "protection" => (self.protection(span, table).map(Kind::Protection), Some(Dated::none())),
            "deduction" => {
                let figures = self.figure(table, "percent", within);
                (
                    flag(table, "keeps_floor", false).map(|keeps_floor| Kind::Deduction(Deduction { keeps_floor })),
                    figures,
                )
            }
            "absence" => (absence(table).map(Kind::Absence), Some(Dated::none())),
            _ => {
                let figures = self.figure(table, "percent", within);
                (self.contribution(within, table).map(Kind::Contribution), figures)
            }
        };
        Some((kind?, figures?))
    }

    fn protection(&mut self, span: Range<usize>, table: &DeTable<'_>) -> Option<Protection> {
        let grants = Grant::named(&word(table, "grants")?)?;
        let named = value::get(table, "periods");
        let texts = named.into_iter().flat_map(value::many).filter_map(value::text);
        let mut periods: Vec<Period> = texts.filter_map(|name| Period::named(&name)).collect();
        periods.sort_unstable();
        periods.dedup();
        match (grants, named) {
            (Grant::EqualPay | Grant::WrittenContract, Some(node)) => {
                self.wrong(node.span(), Message::new("agreement-periods-senseless").with("grants", grants.name()));
            }
            (Grant::EqualPay | Grant::WrittenContract, None) | (_, Some(_)) => {}
            (_, None) => self.wrong(span, Message::new("agreement-periods-missing").with("grants", grants.name())),
        }
        let weeks = value::get(table, "weeks_before_due");
        if let Some(node) = weeks.filter(|_| !periods.contains(&Period::Pregnancy)) {
            self.wrong(node.span(), Message::new("agreement-weeks-need-pregnancy"));
        }
        let weeks_before_due = weeks.and_then(value::whole).and_then(|weeks| u32::try_from(weeks).ok());
        Some(Protection { grants, periods, weeks_before_due })
    }

    fn contribution(&mut self, within: Term, table: &DeTable<'_>) -> Option<Contribution> {
        let floor = self.limit(table, "floor", within);
        let ceiling = self.limit(table, "ceiling", within);
        if let (Some(floor), Some(ceiling), Some(node)) = (&floor, &ceiling, value::get(table, "ceiling")) {
            self.floor_under_ceiling(floor, ceiling, node);
        }
        let of = ContributionBase::named(&word(table, "of")?)?;
        Some(Contribution { floor, ceiling, of })
    }

    /// The dated figures of a key that names itself in its entries.
    pub(super) fn figure(&mut self, table: &DeTable<'_>, key: &str, within: Term) -> Option<Dated<Figure>> {
        self.dated(key, value::get(table, key)?, within, |_, node| value::number(node).map(Figure::Amount))
    }

    /// The dated amounts of a contribution's floor or ceiling.
    fn limit(&mut self, table: &DeTable<'_>, key: &str, within: Term) -> Option<Dated<Decimal>> {
        self.dated("amount", value::get(table, key)?, within, |_, node| value::number(node))
    }

    fn floor_under_ceiling(&mut self, floor: &Dated<Decimal>, ceiling: &Dated<Decimal>, node: &Node<'_>) {
        for low in &floor.values {
            for high in ceiling.values.iter().filter(|high| low.term.overlap(high.term).is_some()) {
                if low.value > high.value {
                    let message = Message::new("agreement-ceiling-below-floor").with("floor", low.value.to_string());
                    self.wrong(node.span(), message.with("ceiling", high.value.to_string()));
                }
            }
        }
    }
}

fn absence(table: &DeTable<'_>) -> Option<Absence> {
    let kind = AbsenceKind::named(&word(table, "kind")?)?;
    let percent = |key: &str| value::get(table, key).and_then(value::number);
    let [base, allowance, floor, pays] = ["base", "allowance", "floor", "pays"].map(percent);
    Some(Absence { kind, base, allowance, floor, pays })
}

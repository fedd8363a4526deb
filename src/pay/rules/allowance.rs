//! Allowances: rates per month, for those employed to whom the rule applies, by the days employed.

use crate::agreement::kinds::{Kind, Per};
use crate::pay::line::{Component, Line, Scenario};
use crate::pay::observed::Observed;
use crate::pay::pricing::PricingContext;
use crate::pay::proration;
use crate::pay::worksheet::PaySlot;

/// The allowance lines of a payslip: one for each rule and amount.
pub(crate) fn lines(
    context: &PricingContext<'_>,
    slot: &PaySlot,
    scenario: Scenario,
    observed: &mut Observed,
) -> Vec<Line> {
    let mut lines = Vec::new();
    for (index, rule) in context.agreement.rules.iter().enumerate() {
        let Kind::Rate(rate) = &rule.kind else { continue };
        if rate.per != Per::Month {
            continue;
        }
        let days = proration::by_month(context, slot, index, scenario, observed);
        let line = |(due, days)| {
            let counts = rate.counts_towards_floor;
            proration::line(context.agreement, slot.month, Component::Allowance, due, days, counts)
        };
        if rate.prorate {
            lines.extend(days.iter().map(line));
        } else if let Some((due, _)) = days.iter().next_back() {
            lines.push(line((due, slot.month.days())));
        }
    }
    lines
}

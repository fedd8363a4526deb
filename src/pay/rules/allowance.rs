//! Allowances: rates per month, for those employed to whom the rule applies, by the days employed less what absences take of them.

use crate::agreement::kinds::{Kind, Per};
use crate::pay::line::{Component, Line};
use crate::pay::observed::Observed;
use crate::pay::proration::Wages;
use crate::pay::slot_pricing::SlotPricing;
use crate::units::Decimal;

/// The allowance lines of a payslip: one for each rule and amount.
pub(crate) fn lines(of: &SlotPricing<'_, '_>, observed: &mut Observed) -> Vec<Line> {
    let mut lines = Vec::new();
    for (place, rule) in of.rules() {
        let Kind::Rate(rate) = &rule.kind else { continue };
        if rate.per != Per::Month {
            continue;
        }
        let kept = |day| if rate.prorate { of.absences.kept(day, |keeps| keeps.allowance) } else { Decimal::ONE };
        let days = of.by_month(place, kept, observed);
        let rounding = of.slot.rounding(of.context.agreement);
        let counts = rate.counts_towards_floor;
        let line = |wages: &Wages, due, days| wages.line(rounding, Component::Allowance, due, days, counts);
        if rate.prorate {
            lines.extend(days.iter().map(|(due, days)| line(&of.wages, due, days)));
        } else if let Some((due, _)) = days.iter().next_back() {
            let days = Decimal::from(of.slot.days_asked());
            lines.push(line(&Wages::by_calendar(of.slot.month), due, days));
        }
    }
    lines
}

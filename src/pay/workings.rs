//! How a payslip is made of a pay slot: what was weighed, the lines that follow, and the guarantee.

use std::sync::Arc;

use crate::pay::line::{Payslip, Scenario};
use crate::pay::observed::Observed;
use crate::pay::pricing::PricingContext;
use crate::pay::rules::base::{Candidates, Kept};
use crate::pay::rules::floor::Guarantees;
use crate::pay::rules::piece::Offers;
use crate::pay::rules::premium::Claim;
use crate::pay::rules::{allowance, base, floor, piece, premium, protection, time};
use crate::pay::slot_pricing::SlotPricing;
use crate::pay::statutory;
use crate::pay::worksheet::{PaySlot, Worksheet};

/// A payslip with all that was weighed to make it.
pub(crate) struct Workings<'w> {
    pub(crate) worksheet: &'w Worksheet,
    pub(crate) slot: &'w PaySlot,
    /// The rules that pay its parcels.
    pub(crate) offers: &'w Offers<'w>,
    /// What each premium reaches and takes of them.
    pub(crate) claims: Vec<Claim>,
    /// The bases that protected periods keep.
    pub(crate) kept: Vec<Kept>,
    /// The base wages that competed.
    pub(crate) bases: Vec<Candidates>,
    /// What the floors guarantee.
    pub(crate) guarantees: Guarantees,
    pub(crate) payslip: Payslip,
}

impl<'w> Workings<'w> {
    /// Pays a slot; `None` where there is nothing to say.
    pub(crate) fn of(
        context: &PricingContext<'_>,
        worksheet: &'w Worksheet,
        slot: &'w PaySlot,
        offers: &'w Offers<'w>,
        scenario: Scenario,
        observed: &mut Observed,
    ) -> Option<Self> {
        let agreement = context.agreement;
        let of = SlotPricing { context, slot, scenario };
        let claims = premium::claims(&of, worksheet, offers, observed);
        let kept = protection::kept_bases(&of, observed);
        let bases = base::candidates(&of, &kept, observed);
        let mut lines = piece::lines(agreement, slot, worksheet, offers, scenario);
        lines.extend(premium::lines(agreement, &claims, offers, scenario));
        lines.extend(base::lines(agreement, slot.month, &bases));
        lines.extend(time::lines(&of, observed));
        lines.extend(allowance::lines(&of, observed));
        let aside = statutory::aside(&of, worksheet, &claims, offers);
        let guarantees = floor::guarantees(&of, &aside, observed);
        let guarantee = floor::binding(&guarantees, &lines).cloned();
        lines.extend(floor::top_up(agreement, &guarantees, &lines));
        let counts = &worksheet.counts[slot.counts.clone()];
        if counts.is_empty() && lines.is_empty() {
            return None;
        }
        let payslip = Payslip {
            scenario,
            month: slot.month,
            company: Arc::clone(&slot.company),
            courier: Arc::clone(&slot.courier),
            name: slot.name(context.workforce),
            parcels: counts.iter().map(|count| count.parcels).sum(),
            parcels_by_area: piece::by_area(slot, worksheet, offers, scenario),
            due: lines.iter().map(|line| line.amount).sum(),
            lines,
            guarantee,
            base_kept: base::kept(agreement, slot.month, &bases),
        };
        Some(Self { worksheet, slot, offers, claims, kept, bases, guarantees, payslip })
    }
}

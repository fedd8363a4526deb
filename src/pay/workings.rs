//! How a payslip is made of a pay slot: what was weighed, the lines that follow, and the guarantee.

use std::sync::Arc;

use crate::pay::absences::Absences;
use crate::pay::line::{Component, Line, Payslip, Scenario};
use crate::pay::observed::Observed;
use crate::pay::pricing::PricingContext;
use crate::pay::rules::base::{Candidates, Kept};
use crate::pay::rules::floor::Guarantees;
use crate::pay::rules::guarantee::{ByFormula, Earned};
use crate::pay::rules::occasions::Occasions;
use crate::pay::rules::offers::Offers;
use crate::pay::rules::premium::{Claim, Work};
use crate::pay::rules::time::PaidDay;
use crate::pay::rules::{absence, allowance, base, bonus, floor, guarantee, piece, premium, protection, time};
use crate::pay::shares::Shares;
use crate::pay::slot_pricing::SlotPricing;
use crate::pay::statutory;
use crate::pay::worksheet::{PaySlot, Worksheet};
use crate::units::{Date, Decimal};

/// A payslip with all that was weighed to make it.
pub(crate) struct Workings<'w> {
    pub(crate) worksheet: &'w Worksheet,
    pub(crate) slot: &'w PaySlot,
    /// The rules that pay its parcels.
    pub(crate) offers: &'w Offers<'w>,
    /// What each premium reaches and takes of them.
    pub(crate) claims: Vec<Claim<'w>>,
    /// What rates by time pay, day by day.
    pub(crate) paid_days: Vec<PaidDay<'w>>,
    /// The occasions of its premiums.
    pub(crate) occasions: Occasions<'w>,
    /// The bases that protected periods keep.
    pub(crate) kept: Vec<Kept>,
    /// The base wages that competed.
    pub(crate) bases: Vec<Candidates>,
    /// The absences of the month.
    pub(crate) absences: Arc<Absences>,
    /// What the floors guarantee.
    pub(crate) guarantees: Guarantees,
    /// What guarantees by a formula find beside its lines.
    pub(crate) by_formula: ByFormula,
    pub(crate) payslip: Payslip,
}

fn day_of(worksheet: &Worksheet, paid_days: &[PaidDay<'_>], work: Work) -> Date {
    match work {
        Work::Parcels(count, _) => worksheet.counts[count].date,
        Work::Time(day) => paid_days[day].date,
    }
}

/// The lines of what was delivered and worked, and of the base wage.
fn worked(of: &SlotPricing<'_, '_>, earned: &Earned<'_>, claims: &[Claim<'_>], bases: &[Candidates]) -> Vec<Line> {
    let Earned { worksheet, offers, paid, .. } = *earned;
    let agreement = of.context.agreement;
    let mut lines = piece::lines(agreement, of.slot, worksheet, offers, of.scenario);
    lines.extend(premium::lines(agreement, claims, offers, paid, of.scenario));
    lines.extend(base::lines(of.slot.rounding(agreement), &of.wages, bases));
    lines.extend(time::lines(agreement, paid));
    lines
}

impl<'w> Workings<'w> {
    /// The day of some work.
    pub(crate) fn day_of(&self, work: Work) -> Date {
        day_of(self.worksheet, &self.paid_days, work)
    }

    /// Pays a slot; `None` where there is nothing to say.
    pub(crate) fn of(
        context: &'w PricingContext<'w>,
        worksheet: &'w Worksheet,
        slot: &'w PaySlot,
        offers: &'w Offers<'w>,
        (scenario, shares): (Scenario, &Shares),
        observed: &mut Observed,
    ) -> Option<Self> {
        let of = SlotPricing::new(context, (worksheet, slot), scenario, observed);
        let occasions = Occasions::of(&of, observed);
        let paid_days = time::paid_days(&of, worksheet, observed);
        let claims = premium::claims(&of, &occasions, worksheet, offers, &paid_days, observed);
        let with_pay = claims.iter().map(|claim| day_of(worksheet, &paid_days, claim.work)).collect();
        occasions.note_idle(&of, &with_pay, observed);
        let kept = protection::kept_bases(&of, observed);
        let bases = base::candidates(&of, &kept, observed);
        let earned = Earned::new(worksheet, offers, &paid_days);
        let mut lines = worked(&of, &earned, &claims, &bases);
        let for_absences = absence::kept(&of, &bases, observed);
        lines.extend(absence::pay_lines(&of, &for_absences, observed));
        lines.extend([allowance::lines(&of, observed), bonus::lines(&of, worksheet, observed)].concat());
        let by_formula = guarantee::top_ups(&of, &earned, &mut lines, observed);
        let aside = statutory::aside(&of, worksheet, &claims, offers, &paid_days);
        let kept_beside = for_absences.iter().map(|kept| kept.counted).sum();
        let guarantees = floor::guarantees(&of, &occasions, aside, kept_beside, observed);
        let guarantee = floor::binding(&guarantees, &lines).cloned();
        lines.extend(absence::top_ups(&of, &for_absences, &guarantees, &lines));
        lines.extend(floor::top_up(slot.rounding(context.agreement), &guarantees, &lines));
        lines.extend(shares.lines(slot, scenario));
        let counts = &worksheet.counts[slot.counts.clone()];
        if counts.is_empty() && lines.is_empty() {
            return None;
        }
        let has_base = lines.iter().any(|line| line.component == Component::Base && line.is_by_month());
        let payslip = Payslip {
            scenario,
            month: slot.month,
            company: Arc::clone(&slot.company),
            courier: Arc::clone(&slot.courier),
            person: Arc::clone(&slot.person),
            name: slot.name(context.workforce),
            parcels: counts.iter().map(|count| count.parcels).sum(),
            parcels_by_area: piece::by_area(slot, worksheet, offers, scenario),
            due: lines.iter().map(|line| line.amount).sum(),
            due_by_month: lines.iter().filter(|line| line.is_by_month()).map(|line| line.amount).sum(),
            lines,
            guarantee,
            extended_hours: if has_base { premium::extended_hours(&of, &occasions) } else { Decimal::ZERO },
            base_kept: base::kept(context.agreement, &of.wages, &bases),
            beside_fund: absence::beside_fund(&for_absences),
        };
        if context.pays_by_earlier_months && !slot.begins_late() {
            observed.earlier_pay.add(&payslip);
        }
        Some(Self {
            worksheet,
            slot,
            offers,
            claims,
            paid_days,
            occasions,
            kept,
            bases,
            absences: Arc::clone(&of.absences),
            guarantees,
            by_formula,
            payslip,
        })
    }
}

//! Guarantees for all workers of a company together: what is missing to them is shared out by what the formula gives for each.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::agreement::Agreement;
use crate::agreement::kinds::{Floor, Kind};
use crate::pay::line::{PartOfAll, Scenario};
use crate::pay::rules::guarantee;
use crate::pay::rules::guarantee::OfTogether;
use crate::pay::shares::Shares;
use crate::pay::workings::Workings;
use crate::units::rounding::Mode;
use crate::units::{Decimal, PayPeriod, Rounding, Yuan};

/// All of one company in one pay period, in one scenario, under one rule.
type Group = (Scenario, PayPeriod, Arc<str>, usize);

/// One worker of a group.
struct Member {
    person: Arc<str>,
    found: OfTogether,
    /// What is paid that counts.
    counted: Decimal,
}

/// What is missing to each group, while it is added up.
#[derive(Default)]
pub(crate) struct Missing {
    groups: BTreeMap<Group, Vec<Member>>,
}

/// Whether a rule of the stack guarantees something to all workers together.
pub(crate) fn is_asked(agreement: &Agreement) -> bool {
    agreement.rules.iter().any(|rule| is_together(&rule.kind))
}

fn is_together(kind: &Kind) -> bool {
    matches!(kind, Kind::Floor(Floor { window: Some(window), .. }) if window.together)
}

impl Missing {
    /// Adds what guarantees for all together find of one worker.
    pub(crate) fn add(&mut self, agreement: &Agreement, workings: &Workings<'_>) {
        let slip = &workings.payslip;
        let rules = workings.by_formula.together.iter().filter_map(|found| Some((found.ground.place()?, found)));
        for (rule, found) in rules.filter(|(rule, _)| is_together(&agreement.rules[*rule].kind)) {
            let group = (slip.scenario, slip.month, Arc::clone(&slip.company), rule);
            let counted = guarantee::compared(agreement, rule, &slip.lines);
            let member = Member { person: Arc::clone(&slip.person), found: found.clone(), counted };
            self.groups.entry(group).or_default().push(member);
        }
    }

    /// Shares out what is missing, by what the formula gives for each; what rounding leaves goes to the largest remainders.
    pub(crate) fn shares(self, rounding: Rounding) -> Shares {
        let mut shares = Shares::default();
        for ((scenario, period, company, _), members) in self.groups {
            let due: Decimal = members.iter().map(|member| member.found.due()).sum();
            let counted: Decimal = members.iter().map(|member| member.counted).sum();
            if due <= counted {
                continue;
            }
            let missing = rounding.apply_to_top_up(due - counted);
            let down = Rounding { mode: Mode::Down, ..rounding };
            let exact = |member: &Member| missing.0 * member.found.due() / due;
            let mut parts: Vec<Yuan> = members.iter().map(|member| down.apply(exact(member))).collect();
            let mut left = missing.0 - parts.iter().map(|part| part.0).sum::<Decimal>();
            let smallest = Decimal::new(1, rounding.places.unwrap_or(2));
            let mut by_remainder: Vec<usize> = (0..members.len()).collect();
            by_remainder.sort_by_key(|at| std::cmp::Reverse(exact(&members[*at]) - parts[*at].0));
            for at in by_remainder {
                if left < smallest {
                    break;
                }
                parts[at] = Yuan(parts[at].0 + smallest);
                left -= smallest;
            }
            for (member, part) in members.into_iter().zip(parts).filter(|(_, part)| *part > Yuan::ZERO) {
                let key = (scenario, period, Arc::clone(&company), member.person);
                let of_all = PartOfAll { missing, own: member.found.due(), all: due };
                shares.give_part(key, member.found.ground, (of_all, part));
            }
        }
        shares
    }
}

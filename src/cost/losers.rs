//! Who loses by a proposal: said in one line wherever anyone does.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::agreement::proposal::Proposal;
use crate::cost::annual::factors::DueInLog;
use crate::cost::baseline::Baseline;
use crate::diagnostics::Message;
use crate::diagnostics::message::Arg;
use crate::pay::PayRun;
use crate::units::Yuan;

/// How many couriers are due less over the days of the log, what that comes to in a year, and the most for one of them; `None`
/// where nobody is.
#[must_use]
pub(crate) fn losers(baseline: &Baseline, proposal: &Proposal, after: &[Arc<PayRun>]) -> Option<Message> {
    let mut couriers: BTreeMap<&str, BTreeMap<&str, [DueInLog; 2]>> = BTreeMap::new();
    for (side, runs) in [&baseline.runs[..], after].into_iter().enumerate() {
        for payslip in runs.iter().flat_map(|run| &run.payslips).filter(|payslip| !payslip.courier.is_empty()) {
            let companies = couriers.entry(&payslip.person).or_default();
            companies.entry(&payslip.company).or_default()[side] += DueInLog::of(payslip);
        }
    }
    let less = |companies: &BTreeMap<&str, [DueInLog; 2]>| {
        let in_log: Yuan = companies.values().map(|[before, after]| (*after - *before).whole()).sum();
        let yuan = |company: &&str, due: DueInLog| baseline.factors.yuan(company, due);
        let of_year = companies.iter().map(|(company, [before, after])| {
            if baseline.known {
                yuan(company, *before) - yuan(company, *after)
            } else {
                yuan(company, *before - *after)
            }
        });
        (in_log < Yuan::ZERO).then(|| of_year.sum::<Yuan>())
    };
    let losses: Vec<Yuan> = couriers.values().filter_map(less).collect();
    let most = losses.iter().max()?;
    let message = Message::new(if proposal.title.is_some() { "cost-losers-under" } else { "cost-losers" });
    let title = proposal.title.as_ref().map(|title| Arg::Either { en: title.en.to_string(), zh: title.zh.to_string() });
    let message = title.into_iter().fold(message, |message, title| message.arg("title", title));
    let message = message.count("couriers", losses.len() as u64);
    Some(message.figure("sum", losses.iter().copied().sum::<Yuan>().0).figure("most", most.0))
}

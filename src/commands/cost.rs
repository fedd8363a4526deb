//! `wagepact cost`: what a change of the terms costs in a year.

use crate::agreement::Agreement;
use crate::agreement::kinds::Kind;
use crate::cli::{Cost, CostBy};
use crate::commands::answer::{Answer, Context};
use crate::commands::log::Log;
use crate::commands::{inputs, log, mistakes, proposals};
use crate::cost::{Annual, Baseline, By, CoveredLog, Question, annual, cost};
use crate::deliveries::Tally;
use crate::deliveries::tally::Row;
use crate::diagnostics::{Message, Problem, Problems};
use crate::files::clock;
use crate::report::views;
use crate::units::Date;
use crate::workforce::Workforce;

/// The service of parcels that `--parcels` gives without a log: that of a log that names none.
const SERVICE: &str = "delivery";

pub(super) fn run(asked: &Cost, context: &Context<'_>) -> Result<Answer, Problems> {
    let (mut agreement, workforce) = inputs::terms(&asked.terms, &asked.reading)?;
    let proposals = proposals::read(&asked.change, &asked.proposal, &agreement)?;
    let mut annual = inputs::annual(&asked.annual, &asked.reading)?;
    let log = match &asked.parcels {
        None => {
            let given = (asked.logs.as_slice(), &asked.reading);
            log::for_proposals(given, (&agreement, &workforce), &proposals, context)?
        }
        Some(text) => {
            agreement = without_days(agreement);
            let day = asked.reading.from.as_deref().map(|text| inputs::day("--from", text)).transpose()?;
            let day = day.unwrap_or_else(clock::today);
            annual = Annual::Year(agreement.rules.iter().any(|rule| !rule.change_dates().is_empty()).then_some(day));
            without_ladders(&agreement, &workforce)?;
            Log { tally: envelope(text, day)?, remarks: Vec::new(), files: Vec::new() }
        }
    };
    let by = by(asked);
    let tally = CoveredLog::new(log.tally, &agreement, &workforce);
    let question = Question { agreement: &agreement, tally: &tally, workforce: &workforce, annual: &annual, by };
    mistakes::all(proposals.iter().map(|proposal| agreement.with_changes(&proposal.changes)))?;
    let baseline = Baseline::new(&question)?;
    let titled = |proposal| {
        let (cost, _) = cost(&baseline, &question, proposal)?;
        Ok((proposals::title(proposal, context.catalogue), cost))
    };
    let costs = mistakes::all(proposals.iter().map(titled))?;
    let notes = baseline.with_notes(costs.iter().flat_map(|(_, cost)| &cost.notes));
    Ok(Answer { remarks: log.remarks, files: log.files, ..views::cost::cost(&proposals, &costs, by, notes).into() })
}

/// Parcels of a year without a log: no courier, no company, no day that could be a holiday.
fn envelope(text: &str, date: Date) -> Result<Tally, Problems> {
    let Some(parcels) = annual::whole(text) else {
        return Err(inputs::wrong("--parcels", text, Message::new("parcels-count")).into());
    };
    let row =
        Row { date, company: 0, courier: 0, area: 0, service: 1, detail: 0, parcels, first_at: None, last_at: None };
    Ok(Tally::new(vec!["".into(), SERVICE.into()], vec![row]))
}

/// Premiums depend on the day of a delivery, and parcels without a log have none.
fn without_days(agreement: Agreement) -> Agreement {
    let rules = agreement.rules.into_iter().filter(|rule| !matches!(rule.kind, Kind::Premium(_))).collect();
    Agreement { rules, ..agreement }
}

/// The steps of a ladder go by the parcels of one courier in one month, and parcels without a log have neither.
fn without_ladders(agreement: &Agreement, workforce: &Workforce) -> Result<(), Problems> {
    let ladders = workforce.rates.ladders.iter().filter(|ladder| ladder.steps.len() > 1);
    let places = ladders.map(|ladder| ladder.steps[1].place.clone());
    let places = places.chain(agreement.rules.iter().filter(|rule| rule.has_ladder()).map(|rule| rule.place.clone()));
    mistakes::none(places.map(|place| Problem::new(Message::new("annual-ladder-without-log")).at(place)).collect())
}

fn by(asked: &Cost) -> By {
    match asked.by {
        Some(CostBy::Total) => By::Total,
        Some(CostBy::Area) => By::Area,
        Some(CostBy::Courier) => By::Courier,
        None if asked.parcels.is_some() => By::Total,
        Some(CostBy::Company) | None => By::Company,
    }
}

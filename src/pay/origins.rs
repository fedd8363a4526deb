//! Where the rate of a piece line stands, and from which day to which its parcels were delivered.

use crate::diagnostics::Place;
use crate::pay::explain::Case;
use crate::pay::line::{Component, Line, Scenario};
use crate::pay::rules::piece::Offer;
use crate::units::Date;

/// Where the rate of a piece line comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OriginTold {
    /// The first day with a parcel of the line.
    pub from: Date,
    /// The last one.
    pub until: Date,
    /// The rows of `--rates`, or `--rate`; none where the rate is the agreement's own.
    pub places: Vec<Place>,
}

/// The origin of a piece line; `None` for every other.
pub(crate) fn origin(case: &Case<'_, '_>, line: &Line, scenario: Scenario) -> Option<OriginTold> {
    if line.component != Component::Piece {
        return None;
    }
    let over = line.tier.map_or(0, |tier| tier.over);
    let pays = |offer: &&Offer<'_>| {
        case.agreement.rules[offer.rule].id == line.rule
            && *offer.area == line.area
            && *offer.service == line.service
            && offer.steps(scenario).contains(&(over, line.rate))
    };
    let mut origin: Option<OriginTold> = None;
    for index in case.slot.counts.clone() {
        let Some(offer) = case.priced.best(index, scenario).filter(pays) else { continue };
        let date = case.worksheet.counts[index].date;
        let origin = origin.get_or_insert_with(|| OriginTold { from: date, until: date, places: Vec::new() });
        origin.from = origin.from.min(date);
        origin.until = origin.until.max(date);
        let steps = offer.row.map_or(&[][..], |ladder| &ladder.steps);
        let chosen = steps.iter().find(|step| step.over == over);
        let chosen = chosen.or_else(|| case.workforce.rates.general.get(&line.rule).filter(|_| steps.is_empty()));
        let place = chosen.map(|step| step.place.clone());
        origin.places.extend(place.filter(|place| !origin.places.contains(place)));
    }
    origin
}

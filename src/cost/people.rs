//! Whom a proposal reaches: winners and losers, tenths by present pay, how pay is spread, who is below the floor, women and men.
//!
//! All amounts are yuan a month for one courier: the pay of a group over the log ÷ the months in which its couriers have a
//! payslip, a month that is cut being its days covered ÷ calendar days. A courier's month is one, whatever the companies.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::cost::annual::covered::of_month;
use crate::cost::monthly::{below_floor, monthly};
use crate::cost::question::Question;
use crate::cost::spread::{PayLevel, gini};
use crate::diagnostics::Message;
use crate::pay::PayRun;
use crate::units::{Decimal, Month, Rounding, Yuan};
use crate::workforce::Roster;
use crate::workforce::roster::Sex;

/// One line of the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its name in machine formats, such as `gain>5%` or `decile1`.
    pub name: &'static str,
    /// Distinct couriers in it; `None` where the line is no group of people.
    pub people: Option<u64>,
    /// As it stands and as proposed; `None` where there is nothing to be measured.
    pub figures: Option<Figures>,
}

/// A figure as it stands and as proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figures {
    /// Yuan a month, rounded half up to the fen.
    Pay(Yuan, Yuan),
    /// Couriers.
    Count(u64, u64),
    /// A coefficient of three places.
    Coefficient(Decimal, Decimal),
}

/// The five groups of winners and losers.
const MOVES: [&str; 5] = ["gain>5%", "gain", "same", "lose", "lose>5%"];

const DECILES: [&str; 10] =
    ["decile1", "decile2", "decile3", "decile4", "decile5", "decile6", "decile7", "decile8", "decile9", "decile10"];

/// Neither a group of women or men nor a tenth with fewer couriers is shown: its mean would tell what single people are paid.
const FEWEST: usize = 5;

/// One courier over the log.
#[derive(Clone, Copy, Debug, Default)]
struct Courier {
    /// The months, in [`MONTH`]ths.
    parts: u64,
    before: Decimal,
    after: Decimal,
}

impl Courier {
    /// Yuan a month as it stands, not rounded.
    fn monthly(&self) -> Decimal {
        of_month(self.before, self.parts)
    }

    /// The group of winners or losers, by the change over the whole log.
    fn moved(&self) -> &'static str {
        let change = self.after - self.before;
        let much = change.abs().saturating_mul(Decimal::from(20)) > self.before.abs();
        let index = match (change > Decimal::ZERO, change < Decimal::ZERO) {
            (true, _) => usize::from(!much),
            (_, true) => 3 + usize::from(much),
            _ => 2,
        };
        MOVES[index]
    }
}

/// Compares what each courier is due as it stands and as proposed. The second value are remarks.
#[must_use]
pub fn people(question: &Question<'_>, before: &[Arc<PayRun>], after: &[Arc<PayRun>]) -> (Vec<Group>, Vec<Message>) {
    let months = months(before, after);
    let mut couriers: BTreeMap<&str, Courier> = BTreeMap::new();
    for ((courier, month), (before, after)) in &months {
        let of_courier = couriers.entry(courier).or_default();
        of_courier.parts += question.tally.parts(*month);
        of_courier.before += *before;
        of_courier.after += *after;
    }
    let all: Vec<(&str, Courier)> = couriers.into_iter().collect();
    let mut groups: Vec<Group> = MOVES
        .iter()
        .map(|name| group(name, all.iter().map(|(_, who)| who).filter(|who| who.moved() == *name)))
        .collect();
    let (tenths, few) = deciles(&all);
    groups.extend(tenths);
    groups.extend(spread(question, &months, all.len() as u64));
    let below = below_floor(before).zip(below_floor(after));
    let figures = below.map(|(before, after)| Figures::Count(before, after));
    groups.push(Group { name: "below_floor", people: None, figures });
    let (by_sex, mut notes) = by_sex(question.workforce.roster.as_deref(), &all);
    if few {
        notes.push(Message::new("people-tenths-too-few").count("fewest", FEWEST as u64));
    }
    if !few || !by_sex.is_empty() {
        notes.push(Message::new("people-subtracted"));
    }
    groups.extend(by_sex);
    (groups, notes)
}

type Months<'a> = BTreeMap<(&'a str, Month), (Decimal, Decimal)>;

/// What each courier is due in each month, as it stands and as proposed.
fn months<'a>(before: &'a [Arc<PayRun>], after: &'a [Arc<PayRun>]) -> Months<'a> {
    let mut months = Months::new();
    for (key, pay) in monthly(before.iter().flat_map(|run| &run.payslips)) {
        months.entry(key).or_default().0 = pay.0;
    }
    for (key, pay) in monthly(after.iter().flat_map(|run| &run.payslips)) {
        months.entry(key).or_default().1 = pay.0;
    }
    months
}

/// The mean monthly pay of some couriers.
fn group<'a>(name: &'static str, couriers: impl Iterator<Item = &'a Courier>) -> Group {
    let (mut people, mut sum) = (0, Courier::default());
    for courier in couriers {
        people += 1;
        sum.parts += courier.parts;
        sum.before += courier.before;
        sum.after += courier.after;
    }
    let monthly = |amount: Decimal| Rounding::FEN.apply(of_month(amount, sum.parts));
    let figures = (people > 0).then(|| Figures::Pay(monthly(sum.before), monthly(sum.after)));
    Group { name, people: Some(people), figures }
}

/// Tenths by present monthly pay. Couriers paid alike stay together: of n, one with m paid less is in tenth 10 m ÷ n, rounded
/// down, + 1.
///
/// Where one of them has too few couriers none has figures; the second value says so.
fn deciles(all: &[(&str, Courier)]) -> (Vec<Group>, bool) {
    let mut sorted: Vec<&Courier> = all.iter().map(|(_, courier)| courier).collect();
    sorted.sort_by_key(|courier| courier.monthly());
    let mut tenths: Vec<Vec<&Courier>> = vec![Vec::new(); DECILES.len()];
    let mut paid_less = 0;
    for (place, courier) in sorted.iter().enumerate() {
        if place > 0 && sorted[place - 1].monthly() < courier.monthly() {
            paid_less = place;
        }
        tenths[paid_less * DECILES.len() / sorted.len()].push(courier);
    }
    let few = tenths.iter().any(|tenth| (1..FEWEST).contains(&tenth.len()));
    let of_tenth = |(name, tenth): (&&'static str, Vec<&Courier>)| {
        let group = group(name, tenth.into_iter());
        if few { Group { figures: None, ..group } } else { group }
    };
    (DECILES.iter().zip(tenths).map(of_tenth).collect(), few)
}

/// The figures that stand for the pay of all couriers' months.
fn spread(question: &Question<'_>, months: &Months<'_>, people: u64) -> Vec<Group> {
    let sorted = |side: fn(&(Decimal, Decimal)) -> Decimal| {
        let of_month =
            |((_, month), pays): (&(&str, Month), &(Decimal, Decimal))| question.tally.of_month(*month, side(pays));
        let mut pays: Vec<Decimal> = months.iter().map(of_month).collect();
        pays.sort_unstable();
        pays
    };
    let (before, after) = (sorted(|month| month.0), sorted(|month| month.1));
    let yuan = |measure: PayLevel, pays: &[Decimal]| measure.of(pays).map(|figure| Rounding::FEN.apply(figure));
    let measures = [("p10", PayLevel::P10), ("median", PayLevel::Median), ("p90", PayLevel::P90)];
    let mut groups: Vec<Group> = measures
        .into_iter()
        .map(|(name, measure)| {
            let figures = yuan(measure, &before).zip(yuan(measure, &after));
            Group { name, people: Some(people), figures: figures.map(|(before, after)| Figures::Pay(before, after)) }
        })
        .collect();
    let figures = (!before.is_empty()).then(|| Figures::Coefficient(gini(&before), gini(&after)));
    groups.push(Group { name: "gini", people: Some(people), figures });
    groups
}

/// Women and men, as the roster has them, where each are enough not to be known one by one.
fn by_sex(roster: Option<&Roster>, all: &[(&str, Courier)]) -> (Vec<Group>, Vec<Message>) {
    let Some(roster) = roster else { return (Vec::new(), vec![Message::new("people-sex-unknown")]) };
    let sex = |person: &str| roster.rows(person, "").iter().rev().find_map(|terms| terms.sex);
    let of = |wanted: Sex| -> Vec<&Courier> {
        all.iter().filter(|(courier, _)| sex(courier) == Some(wanted)).map(|(_, courier)| courier).collect()
    };
    let (women, men) = (of(Sex::Female), of(Sex::Male));
    if women.len() < FEWEST || men.len() < FEWEST {
        return (Vec::new(), vec![Message::new("people-sex-too-few").count("fewest", FEWEST as u64)]);
    }
    (vec![group("f", women.into_iter()), group("m", men.into_iter())], Vec::new())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cost::annual::covered::MONTH;

    fn courier(months: u64, before: i64, after: i64) -> Courier {
        Courier { parts: months * MONTH, before: Decimal::from(before), after: Decimal::from(after) }
    }

    /// 5 % of 1,000 are 50: 1,050 is up, 1,051 more than 5 % up, and the same below.
    #[test]
    fn five_percent_is_not_more_than_five_percent() {
        let moved = [1051, 1050, 1000, 950, 949].map(|after| courier(1, 1000, after).moved());
        assert_eq!(moved, MOVES);
        assert_eq!((courier(1, 0, 1).moved(), courier(1, 0, 0).moved()), ("gain>5%", "same"));
    }

    /// Of five couriers at 10, 20, 20, 20 and 50: 0, 1, 1, 1 and 4 are paid less, so tenths 1, 3, 3, 3 and 9.
    #[test]
    fn those_paid_alike_are_in_one_tenth() {
        let all = [10, 20, 20, 20, 50].map(|pay| ("", courier(1, pay, pay)));
        let people: Vec<_> = deciles(&all).0.iter().map(|tenth| tenth.people.unwrap()).collect();
        assert_eq!(people, [1, 0, 3, 0, 0, 0, 0, 0, 1, 0]);
    }
}

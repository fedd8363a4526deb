//! How a payslip came about: what each line rests on, which rules gave way to better ones, which did not apply and why.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::agreement::kinds::AbsenceKind;
use crate::agreement::{Agreement, Rule, Words};
use crate::deliveries::Tally;
use crate::diagnostics::{Message, Place, Problems};
use crate::pay::absences::Absent;
use crate::pay::line::{Line, RateSource, Scenario, TermWorth, Unit};
use crate::pay::pricing::{OutOfBand, PricingContext};
pub use crate::pay::reasons::Reason;
use crate::pay::reasons::{Case, why};
use crate::pay::rules::guarantee::Topped;
use crate::pay::rules::occasions::Part;
use crate::pay::rules::piece;
use crate::pay::rules::premium::Work;
use crate::pay::run::each_workings;
pub use crate::pay::superseded::{SupersededGround, Why};
use crate::pay::workings::Workings;
use crate::pay::{Payslip, superseded};
use crate::units::{Date, Decimal, Yuan};
use crate::workforce::Workforce;

/// All payslips of some couriers, explained.
#[derive(Debug)]
pub struct Explanation<'a> {
    /// The agreement in which the grounds of the lines stand.
    pub agreement: &'a Agreement,
    /// In the order of scenario, month, company.
    pub payslips: Vec<Explained<'a>>,
    /// The rules that no line can come from: what is forbidden, what may be taken off, what the employer pays.
    pub beside: Vec<&'a Rule>,
    /// What has to be said of the figures of these couriers.
    pub notes: Vec<Message>,
    /// What has to be said of the whole run, which the office has to know.
    pub run_notes: Vec<Message>,
}

/// A payslip and how it came about.
#[derive(Debug)]
pub struct Explained<'a> {
    /// The payslip.
    pub payslip: Payslip,
    /// What its lines rest on, one for each in their order.
    pub bases: Vec<Basis<'a>>,
    /// The absences of which rules speak.
    pub absences: Vec<AbsenceTaken<'a>>,
    /// The bases that protected periods keep, and what set them.
    pub bases_kept: Vec<KeptBy>,
    /// The parcels behind the premium lines, day by day.
    pub premium_days: Vec<PremiumDay<'a>>,
    /// What guarantees by a formula top up, order by order and day by day.
    pub topped_up: Vec<StretchToppedUp<'a>>,
    /// What gave way to something better.
    pub superseded: Vec<SupersededGround>,
    /// The rules that did not apply and why, in the order of the agreements.
    pub not_applied: Vec<(&'a Rule, Reason)>,
    /// Parcels that no rule pays, by service.
    pub unpaid: BTreeMap<Arc<str>, u64>,
}

/// What a line rests on.
#[derive(Clone, Debug)]
pub struct Basis<'a> {
    /// The rule; `None` for the base wage that the roster states.
    pub rule: Option<&'a Rule>,
    /// The words agreed, first of the rule and then of its figure, where that has its own.
    pub texts: Vec<Arc<str>>,
    /// What is assumed, of the rule, its document or its figure.
    pub assumed: Vec<&'a Words>,
    /// Where the rate of a piece line stands, in `--rates` or as `--rate`; nothing where it is the agreement's own.
    pub places: Vec<Place>,
}

/// Absences of one kind, what they take of the month and what is kept of that.
#[derive(Clone, Debug)]
pub struct AbsenceTaken<'a> {
    /// The kind.
    pub kind: AbsenceKind,
    /// Working days; of maternity leave calendar days.
    pub days: Decimal,
    /// By what they are divided; `None` of maternity leave.
    pub of: Option<Decimal>,
    /// What they take of the days that are no maternity leave, in percent.
    pub share: Decimal,
    /// What is kept of it of base, allowances and floor, in percent.
    pub kept: [Decimal; 3],
    /// The rules that say so.
    pub rules: Vec<&'a Rule>,
}

/// What a guarantee by a formula tops up of one order, one day or the period.
#[derive(Clone, Debug)]
pub struct StretchToppedUp<'a> {
    /// The guarantee.
    pub rule: &'a Rule,
    /// The day; of a period its first with work.
    pub date: Option<Date>,
    /// How many alike there are.
    pub alike: u64,
    /// What was counted for each term; none where the least amount is more.
    pub terms: Vec<TermWorth>,
    /// Money guaranteed for each, not rounded.
    pub due: Decimal,
    /// Money paid of it, not rounded.
    pub counted: Decimal,
    /// Money that each is topped up with.
    pub amount: Yuan,
}

impl<'a> StretchToppedUp<'a> {
    fn of(agreement: &'a Agreement, topped: &Topped) -> Self {
        Self {
            rule: &agreement.rules[topped.place],
            date: topped.date,
            alike: topped.alike,
            terms: topped.terms.clone(),
            due: topped.due,
            counted: topped.counted,
            amount: topped.amount,
        }
    }
}

/// A base wage that a protected period keeps, and what set it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptBy {
    /// Yuan a month.
    pub base: Decimal,
    /// The first day on which it was in force, of those that count.
    pub day: Date,
    /// The row of the roster with those terms.
    pub place: Place,
}

/// The parcels or hours of one day that earn a premium.
#[derive(Clone, Debug)]
pub struct PremiumDay<'a> {
    /// The rule that gives it.
    pub rule: &'a Rule,
    /// Parcels, hours or days.
    pub unit: Unit,
    /// Yuan for each, on which the premium is reckoned.
    pub rate: Decimal,
    /// The day.
    pub date: Date,
    /// The area, empty where the log names none.
    pub area: Arc<str>,
    /// The service.
    pub service: Arc<str>,
    /// All parcels of the day in that area and service; `None` where it is pay by time.
    pub parcels: Option<u64>,
    /// All of the day: parcels, hours, or one day.
    pub all: Decimal,
    /// The hours beyond the normal ones; `None` where the hours do not matter.
    pub beyond: Option<Beyond>,
    /// Those that earn it, not rounded.
    pub quantity: Decimal,
}

/// The hours of a day that lie beyond the normal ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beyond {
    /// All hours of the day.
    pub worked: Decimal,
    /// Beyond the normal ones of the day.
    pub day: Decimal,
    /// Of the normal ones of the day, beyond those of the week.
    pub week: Decimal,
    /// Whether a column of the attendance says them, and not what is normal.
    pub by_column: bool,
}

impl PremiumDay<'_> {
    /// All hours of the day; `None` where they do not matter.
    #[must_use]
    pub fn hours(&self) -> Option<Decimal> {
        self.beyond.map(|beyond| beyond.worked).or((self.unit == Unit::Hour).then_some(self.all))
    }
}

/// Explains what is due to the couriers that are wanted. The lines are those of [`pay`](crate::pay::pay), and so is what they rest on.
///
/// # Errors
/// Those of [`pay`](crate::pay::pay).
pub fn explain<'a>(
    agreement: &'a Agreement,
    tally: &Tally,
    workforce: &'a Workforce,
    wanted: &(dyn Fn(&str) -> bool + Sync),
) -> Result<Explanation<'a>, Problems> {
    let context =
        PricingContext { keeps_stretches: true, ..PricingContext::new(agreement, workforce, OutOfBand::Refused) };
    let mut payslips = Vec::new();
    let made = |workings: Workings<'_>| wanted(&workings.payslip.courier).then(|| explained(&context, workings));
    let run = each_workings(&context, tally, &made, &mut |explained| payslips.extend(explained))?;
    for explained in &mut payslips {
        run.name_scenario(&mut explained.payslip);
    }
    payslips.sort_by(|one, other| one.payslip.key().cmp(&other.payslip.key()));
    let open = run.scenarios != [Scenario::Agreed];
    let of_courier = |note: &Message| match note.id {
        "pay-band" => open && !payslips.is_empty(),
        "pay-lifted" | "pay-part-of-month" | "pay-days-asked" | "pay-column-unknown" => true,
        _ => false,
    };
    let notes = run.notes.iter().filter(|note| of_courier(note)).cloned().collect();
    let beside = agreement.rules.iter().filter(|rule| !rule.kind.earns()).collect();
    Ok(Explanation { agreement, payslips, beside, notes, run_notes: run.notes })
}

fn explained<'a>(context: &PricingContext<'a>, workings: Workings<'_>) -> Explained<'a> {
    let agreement = context.agreement;
    let lines = &workings.payslip.lines;
    let bases = lines.iter().map(|line| basis(context, line)).collect();
    let superseded = superseded::superseded(agreement, &workings);
    let absences = absences(context, &workings);
    let mut not_applied = Vec::new();
    for (place, rule) in agreement.rules.iter().enumerate() {
        let pays = lines.iter().any(|line| line.ground.place() == Some(place));
        let gave_way = superseded.iter().any(|one| one.worse.place() == Some(place));
        let takes =
            absences.iter().any(|one: &AbsenceTaken<'_>| one.rules.iter().any(|other| std::ptr::eq(*other, rule)));
        if rule.kind.earns() && !pays && !gave_way && !takes {
            not_applied.push((rule, why(&Case { context, workings: &workings }, place)));
        }
    }
    let premium_days = premium_days(context, &workings);
    let mut unpaid = BTreeMap::new();
    piece::unpaid(workings.worksheet, workings.offers, workings.slot, &mut unpaid);
    let mut bases_kept: Vec<KeptBy> = Vec::new();
    for kept in &workings.kept {
        let by = KeptBy { base: kept.due.amount, day: kept.set_on, place: kept.set_by.place.clone() };
        if !bases_kept.contains(&by) {
            bases_kept.push(by);
        }
    }
    let topped_up = workings.by_formula.stretches.iter().map(|topped| StretchToppedUp::of(agreement, topped)).collect();
    Explained {
        bases,
        absences,
        bases_kept,
        premium_days,
        topped_up,
        superseded,
        not_applied,
        unpaid,
        payslip: workings.payslip,
    }
}

/// The absences of which rules speak.
fn absences<'a>(context: &PricingContext<'a>, workings: &Workings<'_>) -> Vec<AbsenceTaken<'a>> {
    let taken = |absent: &Absent| {
        let (kind, keeps) = (absent.kind?, absent.keeps?);
        let percent = |part: Decimal| (part * Decimal::ONE_HUNDRED).normalize();
        let mut rules: Vec<usize> = keeps.rules().collect();
        rules.sort_unstable();
        rules.dedup();
        Some(AbsenceTaken {
            kind,
            days: absent.days,
            of: (kind != AbsenceKind::Maternity).then_some(workings.absences.of),
            share: percent(absent.share),
            kept: [keeps.base, keeps.allowance, keeps.floor].map(|kept| percent(kept.part)),
            rules: rules.into_iter().map(|rule| &context.agreement.rules[rule]).collect(),
        })
    };
    workings.absences.kinds.iter().filter_map(taken).collect()
}

/// The words and the assumptions of the rule and the figures on which a line rests, and where its rate stands.
fn basis<'a>(context: &PricingContext<'a>, line: &Line) -> Basis<'a> {
    let Some(rule) = line.ground.rule(context.agreement) else {
        return Basis { rule: None, texts: Vec::new(), assumed: Vec::new(), places: Vec::new() };
    };
    let mut texts = vec![Arc::clone(&rule.text)];
    for figure in line.ground.figures() {
        let own = rule.figures.values[figure].text.as_ref();
        let own = own.filter(|text| !texts.contains(text)).cloned();
        texts.extend(own);
    }
    let mut assumed: Vec<&Words> = Vec::new();
    for words in rule.assumptions(line.ground.figures()) {
        if !assumed.contains(&words) {
            assumed.push(words);
        }
    }
    let rates = &context.workforce.rates;
    let over = line.tier.map_or(0, |tier| tier.over);
    let place = |source: &RateSource| match source {
        RateSource::Row(row) => rates.ladders[*row].steps.iter().find(|step| step.over == over),
        RateSource::Flag => rates.general.get(&rule.id),
    };
    let sources = line.origin.iter().flat_map(|origin| &origin.sources);
    let places = sources.filter_map(place).map(|step| step.place.clone()).collect();
    Basis { rule: Some(rule), texts, assumed, places }
}

/// The parcels and hours of each day that a premium takes.
fn premium_days<'a>(context: &PricingContext<'a>, workings: &Workings<'_>) -> Vec<PremiumDay<'a>> {
    let (worksheet, unnamed) = (workings.worksheet, Arc::default());
    let mut days = Vec::new();
    for claim in workings.claims.iter().filter(|claim| !claim.taken.is_zero()) {
        let (unit, (area, service), rate, parcels, all) = match claim.work {
            Work::Parcels(index, offer) => {
                let count = &worksheet.counts[index];
                let names = (worksheet.name(count.area), worksheet.name(count.service));
                let rate = workings.offers.of(index)[offer].untiered(workings.payslip.scenario);
                (Unit::Parcel, names, rate, Some(count.parcels), Decimal::from(count.parcels))
            }
            Work::Time(index) => {
                let day = &workings.paid_days[index];
                (day.unit(), (&unnamed, &unnamed), day.amount, None, day.quantity)
            }
        };
        let of_day = PremiumDay {
            rule: &context.agreement.rules[claim.rule],
            unit,
            rate,
            date: workings.day_of(claim.work),
            area: Arc::clone(area),
            service: Arc::clone(service),
            parcels,
            all,
            beyond: match claim.part {
                Part::Whole => None,
                Part::Hours { worked, day, week } => {
                    Some(Beyond { worked, day, week, by_column: claim.premium.hours.is_some() })
                }
            },
            quantity: claim.taken,
        };
        days.push((claim.rule, of_day));
    }
    days.sort_by_cached_key(|(place, day)| {
        (*place, day.unit, day.rate, day.date, Arc::clone(&day.area), Arc::clone(&day.service), day.all)
    });
    days.into_iter().map(|(_, day)| day).collect()
}

//! Evidence travels: in a stack of agreements that say the same id and the same article, each line cites the rule that priced it.

#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

use std::fmt::Write;
use std::fs;
use std::path::Path;

use proptest::collection::vec;
use proptest::prelude::*;
use tempfile::TempDir;
use wagepact::agreement::stack::stack;
use wagepact::agreement::{Agreement, library};
use wagepact::deliveries::Tally;
use wagepact::deliveries::tally::Row;
use wagepact::pay::explain::explain;
use wagepact::pay::{Component, Line, pay};
use wagepact::tables::table::TableOptions;
use wagepact::units::{Date, Decimal};
use wagepact::workforce::{Roster, Workforce};

/// Of one company: its piece rate in each half of May in fen, its monthly floor, its allowance, its base standard.
type Terms = ([u32; 2], u32, u32, u32);

/// The contract of a company. All companies use the same ids and the same article, and say whose words they are.
fn contract(company: &str, terms: &Terms) -> String {
    let ([first, second], floor, allowance, base) = terms;
    let mut text = format!("[document]\ntitle = '{company}'\nsource = {{ name = '{company}' }}\n");
    let kinds = [
        (
            "delivery",
            format!(
                "rate = {{ per = 'parcel', amount = [{{ amount = 0.{first}, text = 'I {company}' }}, {{ from = 2022-05-16, amount = 0.{second}, text = 'II {company}' }}] }}"
            ),
        ),
        ("phone", format!("rate = {{ per = 'month', amount = {allowance} }}")),
        ("base", format!("base = {{ amount = {base} }}")),
        ("floor", format!("floor = {{ per = 'month', amount = {floor} }}")),
    ];
    for (id, kind) in kinds {
        writeln!(
            text,
            "[[rule]]\nid = '{id}'\ntitle = '{id}'\nclause = '第五条'\ntext = '{company}'\nsource = {{ name = 'x' }}"
        )
        .unwrap();
        writeln!(text, "where = {{ company = '{company}' }}\n{kind}").unwrap();
    }
    text
}

fn company(at: usize) -> String {
    format!("C{at}")
}

/// The stack of the contracts, in the order given.
fn stacked(folder: &Path, terms: &[Terms], order: &[usize]) -> Agreement {
    let one = |at: &usize| {
        let path = folder.join(format!("{}.toml", company(*at)));
        fs::write(&path, contract(&company(*at), &terms[*at])).unwrap();
        library::load(path.to_str().unwrap()).unwrap()
    };
    stack(order.iter().map(one).collect()).unwrap()
}

/// A courier of each company: 10 parcels on 2 May and 10 on 20 May.
fn tally(companies: usize) -> Tally {
    let mut names: Vec<String> = vec![String::new(), "delivery".to_string()];
    names.extend((0..companies).flat_map(|at| [company(at), format!("K{at}")]));
    let number = |name: &str| u32::try_from(names.iter().position(|one| one == name).unwrap()).unwrap();
    let row = |at: usize, day| Row {
        date: Date::constant(2022, 5, day),
        company: number(&company(at)),
        courier: number(&format!("K{at}")),
        area: 0,
        service: 1,
        detail: 0,
        parcels: 10,
        first_at: None,
        last_at: None,
    };
    let rows = (0..companies).flat_map(|at| [row(at, 2), row(at, 20)]).collect();
    Tally::new(names.iter().map(|name| name.as_str().into()).collect(), rows)
}

fn workforce(folder: &Path, companies: usize) -> Workforce {
    let path = folder.join("roster.csv");
    let rows = (0..companies).map(|at| format!("K{at},{}\n", company(at)));
    fs::write(&path, format!("courier,company\n{}", rows.collect::<String>())).unwrap();
    let roster = Roster::read(&path, TableOptions::default()).unwrap();
    Workforce { roster: Some(roster.into()), ..Workforce::default() }
}

/// The amount of the figure on which a line rests, as the rule itself says it.
fn agreed(agreement: &Agreement, line: &Line) -> Decimal {
    let rule = line.ground.rule(agreement).unwrap();
    let figures: Vec<usize> = line.ground.figures().collect();
    rule.figures.values[figures[0]].value.amount().unwrap()
}

fn terms() -> impl Strategy<Value = Terms> {
    ([60..=99u32, 60..=99], 1_000..4_000u32, 1..200u32, 100..2_000u32)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn each_line_cites_the_rule_that_priced_it(
        (terms, order) in vec(terms(), 2..5).prop_flat_map(|terms| {
            let order: Vec<usize> = (0..terms.len()).collect();
            (Just(terms), Just(order).prop_shuffle())
        }),
    ) {
        let folder = TempDir::new().unwrap();
        let agreement = stacked(folder.path(), &terms, &order);
        let (tally, workforce) = (tally(terms.len()), workforce(folder.path(), terms.len()));
        let run = pay(&agreement, &tally, &workforce).unwrap();
        prop_assert_eq!(run.payslips.len(), terms.len());
        for payslip in &run.payslips {
            for line in &payslip.lines {
                let rule = line.ground.rule(&agreement).unwrap();
                prop_assert_eq!(&*rule.text, &*payslip.company);
                prop_assert_eq!(line.rate, agreed(&agreement, line));
                // Two halves of one amount are one line, which rests on both figures.
                let same = terms[payslip.company[1..].parse::<usize>().unwrap()].0;
                let halves = if line.component == Component::Piece && same[0] == same[1] { 2 } else { 1 };
                prop_assert_eq!(line.ground.figures().len(), halves);
            }
            let explained = explain(&agreement, &tally, &workforce, &|courier| *courier == *payslip.courier).unwrap();
            for basis in &explained.payslips[0].bases {
                prop_assert!(basis.texts.iter().all(|text| text.ends_with(&*payslip.company)), "{:?}", basis.texts);
            }
            let others = explained.payslips[0].not_applied.iter().map(|(rule, _)| &*rule.text);
            prop_assert!(others.clone().all(|text| text != &*payslip.company) || payslip.lines.len() < 5);
            prop_assert!(others.count() >= 4 * (terms.len() - 1));
        }
    }
}

//! Guarantees by the order, the period and for all together, on random orders, reckoned a second time with whole numbers alone.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::process::Command;

use proptest::prelude::*;
use proptest::test_runner::Config;

/// One order: the day of June 2026, the courier, minutes, tenths of a mile, cents earned.
type Order = (u8, u8, u16, u16, u32);

fn orders() -> impl Strategy<Value = Vec<Order>> {
    prop::collection::vec((1_u8..=28, 0_u8..4, 0_u16..90, 0_u16..200, 0_u32..6000), 1..40)
}

/// What is due to each courier and period, in cents.
fn pay(agreement: &str, log: &str, more: &[(&str, &str)]) -> BTreeMap<(String, String), i128> {
    let folder = tempfile::tempdir().expect("made up here");
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("made up here");
        path
    };
    let mut command = Command::new(env!("CARGO_BIN_EXE_wagepact"));
    command.arg("pay").arg(file("orders.csv", log)).arg("-a").arg(file("agreement.toml", agreement));
    for (flag, text) in more {
        command.arg(flag).arg(file(&format!("{}.csv", &flag[2..]), text));
    }
    let output = command.args(["-f", "csv", "-q"]).output().expect("made up here");
    assert!(output.status.success(), "{}\n{log}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("made up here");
    let mut due = BTreeMap::new();
    for line in text.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let cents = cells[11].replace('.', "").parse().expect("made up here");
        due.insert((cells[3].to_string(), cells[1].to_string()), cents);
    }
    due
}

fn log(orders: &[Order]) -> String {
    let mut text = "date,courier,minutes,miles,fee\n".to_string();
    for (day, courier, minutes, miles, fee) in orders {
        let (whole, tenths, yuan, cents) = (miles / 10, miles % 10, fee / 100, fee % 100);
        writeln!(text, "2026-06-{day:02},R{courier},{minutes},{whole}.{tenths},{yuan}.{cents:02}")
            .expect("made up here");
    }
    text
}

const HEAD: &str = "[document]\ntitle = \"Made up\"\nsource = { name = \"made up\" }\n";

fn rule(id: &str, body: &str) -> String {
    format!(
        "[[rule]]\nid = \"{id}\"\ntitle = \"{id}\"\nclause = \"1\"\ntext = \"made up\"\nsource = {{ name = \"made up\" }}\n{body}\n"
    )
}

const FEE: &str = "[measures.fee]\nunit = \"money\"\n";
const FEE_RATE: &str = "[rule.rate]\nper = \"fee\"\namount = 1";

/// A quotient rounded up.
fn up(numerator: i128, denominator: i128) -> i128 {
    numerator.div_euclid(denominator) + i128::from(numerator.rem_euclid(denominator) > 0)
}

proptest! {
    #![proptest_config(Config { cases: 60, ..Config::default() })]

    /// Each order is worth 0.45 a minute and 0.77 a mile, or 5.20: what it earned less is added, each order rounded up.
    #[test]
    fn each_order_reaches_its_guarantee(orders in orders()) {
        let agreement = [
            HEAD, FEE, "[measures.minutes]\nunit = \"minute\"\n[measures.miles]\nunit = \"mile\"\n",
            &rule("fee", FEE_RATE),
            &rule("least", "[rule.floor]\nover = \"order\"\nformula = { minutes = 0.45, miles = 0.77, at_least = 5.20 }"),
        ].concat();
        let mut expected: BTreeMap<(String, String), i128> = BTreeMap::new();
        for (_, courier, minutes, miles, fee) in &orders {
            // In tenths of a cent: 450 a minute, 77 for each tenth of a mile.
            let worth = (i128::from(*minutes) * 450 + i128::from(*miles) * 77).max(5200);
            let missing = up((worth - i128::from(*fee) * 10).max(0), 10);
            *expected.entry((format!("R{courier}"), "2026-06".into())).or_default() += i128::from(*fee) + missing;
        }
        prop_assert_eq!(pay(&agreement, &log(&orders), &[]), expected);
    }

    /// By the week, for each: hours × 22.13; then for all together hours and hours on call × 22.13. The weeks stand apart.
    #[test]
    fn a_good_week_hides_no_bad_one(orders in orders(), on_call in prop::collection::vec((1_u8..=28, 0_u8..4, 0_u16..20), 0..10)) {
        let agreement = [
            HEAD, FEE, "[pay-period]\nevery = \"week\"\nfrom = 2026-06-01\n",
            "[measures.trip]\nunit = \"hour\"\ncolumn = \"minutes\"\neach = 60\n[measures.on_call]\nunit = \"hour\"\nin = \"attendance\"\n",
            &rule("fee", FEE_RATE),
            &rule("each", "[rule.floor]\nover = \"period\"\nformula = { trip = 22.13 }"),
            &rule("all", "[rule.floor]\nover = \"period\"\ntogether = true\nformula = { trip = 22.13, on_call = 22.13 }"),
        ].concat();
        let week = |day: u8| (day - 1) / 7;
        // Minutes and cents of each courier and week; of the time on call only of those who have an order that week.
        let mut worked: BTreeMap<(u8, u8), (i128, i128, i128)> = BTreeMap::new();
        for (day, courier, minutes, _, fee) in &orders {
            let all = worked.entry((week(*day), *courier)).or_default();
            all.0 += i128::from(*minutes);
            all.1 += i128::from(*fee);
        }
        let mut attendance = "courier,date,on_call\n".to_string();
        let mut seen = std::collections::BTreeSet::new();
        for (day, courier, hours) in &on_call {
            if seen.insert((*day, *courier)) && worked.contains_key(&(week(*day), *courier)) {
                writeln!(attendance, "R{courier},2026-06-{day:02},{hours}").expect("made up here");
                worked.get_mut(&(week(*day), *courier)).expect("made up here").2 += i128::from(*hours) * 60;
            }
        }
        let (mut expected, mut due_of_week) = (BTreeMap::new(), BTreeMap::<u8, (i128, i128)>::new());
        for ((week, _), (minutes, fee, on_call)) in &worked {
            // In sixtieths of a cent.
            let paid = fee + up((minutes * 2213 - fee * 60).max(0), 60);
            let all = due_of_week.entry(*week).or_default();
            all.0 += (minutes + on_call) * 2213;
            all.1 += paid;
        }
        for (week, (due, paid)) in due_of_week {
            let first = format!("2026-06-{:02}", week * 7 + 1);
            expected.insert(first, paid + up((due - paid * 60).max(0), 60));
        }
        let mut found: BTreeMap<String, i128> = BTreeMap::new();
        for ((_, week), cents) in pay(&agreement, &log(&orders), &[("--attendance", &attendance)]) {
            *found.entry(week).or_default() += cents;
        }
        prop_assert_eq!(found, expected);
    }

    /// By the fortnight: 120 % of another file's 16.78 × hours + 0.36 a mile, half up.
    #[test]
    fn a_share_of_another_rule_is_guaranteed(orders in orders()) {
        let agreement = [
            HEAD, "rounding = { places = 2, mode = \"half-up\", top_up = \"half-up\" }\n", FEE,
            "[pay-period]\nevery = \"fortnight\"\nfrom = 2026-06-01\n[measures.engaged]\nunit = \"hour\"\ncolumn = \"minutes\"\neach = 60\n",
            "[measures.miles]\nunit = \"mile\"\n",
            &rule("fee", FEE_RATE),
            &rule("minimum-wage", "[rule.floor]\nper = \"hour\"\namount = 16.78"),
            &rule("guarantee", "[rule.floor]\nover = \"period\"\n[rule.floor.formula]\nmiles = 0.36\nengaged = { percent = 120, of = \"minimum-wage\" }"),
        ].concat();
        let mut worked: BTreeMap<(String, String), (i128, i128, i128)> = BTreeMap::new();
        for (day, courier, minutes, miles, fee) in &orders {
            let first = format!("2026-06-{:02}", (day - 1) / 14 * 14 + 1);
            let all = worked.entry((format!("R{courier}"), first)).or_default();
            *all = (all.0 + i128::from(*minutes), all.1 + i128::from(*miles), all.2 + i128::from(*fee));
        }
        let due = worked.into_iter().map(|(key, (minutes, miles, fee))| {
            // In 30,000ths of a cent: a minute is 120 % × 1678 ÷ 60 cents = 33.56 = 1,006,800, a tenth of a mile 3.6 cents = 108,000.
            let missing = (minutes * 1_006_800 + miles * 108_000 - fee * 30_000).max(0);
            (key, fee + (missing + 15_000).div_euclid(30_000))
        });
        prop_assert_eq!(pay(&agreement, &log(&orders), &[]), due.collect());
    }

    /// By the month: at least 11.75 for each hour of attendance, rounded up.
    #[test]
    fn hours_of_a_month_are_guaranteed(orders in orders(), hours in prop::collection::vec(0_u16..96, 4)) {
        let agreement =
            [HEAD, FEE, &rule("fee", FEE_RATE), &rule("hour", "[rule.floor]\nper = \"hour\"\namount = 11.75")].concat();
        let mut fees: BTreeMap<u8, i128> = BTreeMap::new();
        for (_, courier, _, _, fee) in &orders {
            *fees.entry(*courier).or_default() += i128::from(*fee);
        }
        let mut attendance = "courier,date,hours\n".to_string();
        for courier in fees.keys() {
            let quarters = hours[usize::from(*courier)];
            writeln!(attendance, "R{courier},2026-06-10,{}.{:02}", quarters / 4, quarters % 4 * 25).expect("made up here");
        }
        let due = fees.into_iter().map(|(courier, fee)| {
            let missing = (i128::from(hours[usize::from(courier)]) * 1175 - fee * 4).max(0);
            ((format!("R{courier}"), "2026-06".to_string()), fee + up(missing, 4))
        });
        prop_assert_eq!(pay(&agreement, &log(&orders), &[("--attendance", &attendance)]), due.collect());
    }
}

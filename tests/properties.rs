//! What holds for every log and every agreement: sums add up, order means nothing, nothing is lost, nothing panics.

#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::prelude::*;

use properties::world::{AREAS, COMPANIES, Desk, Row, Table, log, row, world, yuan};

mod properties {
    pub(crate) mod world;
}

/// The parts of the pay.
const PARTS: [&str; 5] = ["base", "piece", "premium", "allowance", "top_up"];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn lines_add_up_to_payslips_and_payslips_to_totals(world in world()) {
        let desk = world.written();
        let lines = Table::read(&desk.pay("log.csv", &["--lines"]));
        let slips = Table::read(&desk.pay("log.csv", &[]));
        for row in &slips.rows {
            prop_assert_eq!(PARTS.iter().map(|part| slips.fen(row, part)).sum::<i64>(), slips.fen(row, "pay"));
        }
        let slip = ["month", "company", "courier"];
        let mut paid = slips.sums(&slip, "pay");
        paid.retain(|_, pay| *pay != 0);
        let mut of_lines = lines.sums(&slip, "amount");
        of_lines.retain(|_, amount| *amount != 0);
        prop_assert_eq!(of_lines, paid);
        for (by, keys) in [("company", &["month", "company"][..]), ("month", &["month"]), ("total", &["month"])] {
            let table = Table::read(&desk.pay("log.csv", &["--by", by]));
            for column in PARTS.iter().chain(&["pay"]) {
                prop_assert_eq!(table.sums(keys, column), slips.sums(keys, column), "{} by {}", column, by);
            }
        }
        let areas = Table::read(&desk.pay("log.csv", &["--by", "area"]));
        let piece = |table: &Table| {
            let mut sums = table.sums(&["month", "company"], "piece");
            sums.retain(|_, piece| *piece != 0); // who has a base and no parcel has no area
            sums
        };
        prop_assert_eq!(piece(&areas), piece(&slips));
        let parcels = |table: &Table| table.rows.iter().map(|row| table.cell(row, "parcels").parse::<u64>().unwrap()).sum::<u64>();
        prop_assert_eq!(parcels(&areas), parcels(&slips));
        prop_assert_eq!(parcels(&slips), world.rows.iter().map(|row| row.5).sum::<u64>());
    }

    #[test]
    fn order_of_rows_and_split_of_files_change_no_byte(
        (world, shuffled) in world().prop_flat_map(|world| {
            let rows = Just(world.rows.clone()).prop_shuffle();
            (Just(world), rows)
        }),
        at in any::<prop::sample::Index>(),
    ) {
        let desk = world.written();
        let (first, second) = shuffled.split_at(at.index(shuffled.len() + 1));
        desk.write("shuffled.csv", log(&shuffled));
        desk.write("first.csv", log(first));
        desk.write("second.csv", log(second));
        // A log without a row is a mistake.
        let parts: Vec<&str> =
            [("second.csv", second), ("first.csv", first)].into_iter().filter(|(_, rows)| !rows.is_empty()).map(|(file, _)| file).collect();
        for more in [&[][..], &["--lines"], &["--by", "area"]] {
            let whole = desk.pay("log.csv", more);
            prop_assert_eq!(&desk.pay("shuffled.csv", more), &whole);
            prop_assert!(parts.is_empty() || desk.everything("pay", &parts, more) == whole);
        }
    }

    #[test]
    fn a_tally_is_paid_as_its_log(world in world()) {
        let desk = world.written();
        let tally = desk.ask(&["tally", "log.csv"]).unwrap();
        desk.write("tally.csv", &tally);
        prop_assert_eq!(desk.ask(&["tally", "tally.csv"]).unwrap(), tally);
        prop_assert_eq!(desk.pay("tally.csv", &["--lines"]), desk.pay("log.csv", &["--lines"]));
    }

    #[test]
    fn a_null_change_costs_nothing(world in world(), there_and_back in 1..=200u64) {
        // Of a log without a delivered parcel no year can be calculated.
        prop_assume!(world.rows.iter().any(|row| row.5 > 0));
        let desk = world.written();
        let x = yuan(there_and_back);
        let (up, down) = (format!("delivery +{x}"), format!("delivery -{x}"));
        let null: [&[&str]; 6] =
            [&["delivery +0"], &["delivery *1"], &["delivery -0%"], &["minimum-wage +0"], &["holiday *1"], &[&up, &down]];
        for changes in null {
            for by in ["total", "company", "area", "courier"] {
                let mut more = vec!["--by", by];
                more.extend(changes.iter().flat_map(|change| ["--change", change]));
                let table = Table::read(&desk.everything("cost", &["log.csv"], &more));
                for row in &table.rows {
                    prop_assert_eq!(table.cell(row, "change"), "0.00", "{:?} by {}", changes, by);
                    // The law's contributions are reckoned on last year's pay: nothing moves them, in no area either.
                    prop_assert_eq!(table.cell(row, "total_change"), "0.00");
                    prop_assert_eq!(table.cell(row, "before"), table.cell(row, "after"));
                }
            }
        }
    }

    #[test]
    fn pay_never_falls_when_a_rate_rises(world in world(), raise in 0..4usize, by in 0..=400u64) {
        let mut higher = world.clone();
        higher.rates[raise] = (higher.rates[raise] + by).min(1000);
        let before = Table::read(&world.written().pay("log.csv", &[]));
        let after = Table::read(&higher.written().pay("log.csv", &[]));
        prop_assert_eq!(before.rows.len(), after.rows.len());
        for (before_row, after_row) in before.rows.iter().zip(&after.rows) {
            prop_assert_eq!(&before_row[..4], &after_row[..4]);
            for column in ["piece", "premium", "pay"] {
                prop_assert!(before.fen(before_row, column) <= after.fen(after_row, column), "{:?} {:?}", before_row, after_row);
            }
        }
    }

    /// From one day to two years, from any day on: what is due by the month is twelve times that in a year. The day of 3,000 parcels
    /// takes part of a ladder's steps, which are cut too.
    #[test]
    fn a_rise_by_the_month_costs_twelve_of_it(first in 0..1_500i32, span in 1..=740i32, fen in 1..=99_999i64, month in prop_oneof![Just("phone"), Just("base")]) {
        let desk = Desk::new();
        let first = wagepact::units::Date::constant(2021, 1, 1).saturating_add(jiff::Span::new().days(first));
        // A whole year is taken as it is, and from February to February of a leap year its parts are not quite twelve months.
        prop_assume!(first.month() != 2 || !(365..=366).contains(&span));
        let last = first.saturating_add(jiff::Span::new().days(span - 1));
        desk.write("log.csv", format!("date,courier,parcels\n{first},c1,3000\n{last},c1,7\n"));
        desk.write("roster.csv", "courier,company\nc1,East\n");
        let rule = |id: &str, kind: &str| format!("[[rule]]\nid = \"{id}\"\ntitle = \"{id}\"\nclause = \"1\"\ntext = \"t\"\nsource = {{ name = \"Made up\" }}\n{kind}\n");
        let rules = [
            rule("delivery", "rate = { per = \"parcel\", tiers = [{ over = 0, amount = 0.7 }, { over = 1000, amount = 0.9 }] }"),
            rule("phone", "rate = { per = \"month\", amount = 33.33 }"),
            rule("base", "base = { amount = 1000.01 }"),
        ];
        desk.write("terms.toml", format!("[document]\ntitle = \"T\"\nsource = {{ name = \"Made up\" }}\n{}", rules.concat()));
        let change = format!("{month} +{}.{:02}", fen / 100, fen % 100);
        let table = Table::read(&desk.ask(&["cost", "log.csv", "-a", "terms.toml", "--roster", "roster.csv", "--change", &change, "-f", "csv"]).unwrap());
        prop_assert_eq!(table.fen(&table.rows[0], "change"), 12 * fen, "{} to {}", first, last);
    }

    /// Summed here in whole thousandths of a yuan, without any code of the program.
    #[test]
    fn the_cost_of_a_rise_is_the_sum_of_its_lines(rows in vec(row(), 1..40), rate in 600..=1000u64, to in 600..=1000u64) {
        let parcels: u64 = rows.iter().map(|row| row.5).sum();
        prop_assume!(parcels > 0);
        let desk = Desk::new();
        desk.write("log.csv", log(&rows));
        let (from, year) = (format!("delivery={}", yuan(rate)), parcels.to_string());
        let change = if to < rate { format!("delivery -{}", yuan(rate - to)) } else { format!("delivery +{}", yuan(to - rate)) };
        let line = ["cost", "log.csv", "-a", "anji-courier", "--rate", &from, "--annual-parcels", &year, "--change", &change, "-f", "csv"];
        let table = Table::read(&desk.ask(&line).unwrap());
        let mut expected = BTreeMap::new();
        for (key, parcels) in delivered(&rows) {
            let fen = |rate: u64| i64::try_from((parcels * rate + 5) / 10).unwrap();
            *expected.entry(vec![COMPANIES[key.1].to_string()]).or_default() += fen(to) - fen(rate);
        }
        for (_, company, ..) in &rows {
            expected.entry(vec![COMPANIES[*company].to_string()]).or_default();
        }
        prop_assert_eq!(table.sums(&["company"], "change"), expected);
    }

    /// Side by side or alone, in parts or whole, and clause by clause: the same year.
    #[test]
    fn what_is_compared_is_what_it_costs(mut world in world(), rise in 0..=300u64, floor in 2_070..4_000u64, holiday in 0..=50u64) {
        world.rows.extend([(0, 1, 0, 0, 0, 10), (1, 2, 1, 0, 0, 10)]); // both companies have parcels to be changed
        let desk = world.written();
        // The band is moved after the rate: while they are priced one by one, the rate leaves it. 1.000 + 0.300 + 0.01 is the most.
        let changes = [
            format!("delivery +{}", yuan(rise)),
            "delivery.max =1.310".to_string(),
            format!("minimum-wage ={floor}"),
            format!("holiday *1.{holiday:02}"),
            "delivery@company=East +0.01".to_string(),
        ];
        let entries = changes.each_ref().map(|change| format!("[[change]]\nchange = \"{change}\"\nafter = true\n"));
        desk.write("union.toml", format!("title = \"Union\"\n{}", entries.concat()));
        desk.write("other.toml", "title = \"Other\"\n[[change]]\nchange = \"delivery@company=West -0%\"\n");
        let proposals = ["--proposal", "other.toml", "--proposal", "union.toml"];
        let compared = Table::read(&desk.everything("compare", &["log.csv"], &proposals));
        let flags: Vec<&str> = changes.iter().flat_map(|change| ["--change", change]).collect();
        let alone = Table::read(&desk.everything("cost", &["log.csv"], &flags));
        let of = |table: &Table, scenario: &str| -> Vec<Vec<String>> {
            let rows = table.rows.iter().filter(|row| table.cell(row, "scenario") == scenario);
            rows.map(|row| row[1..].to_vec()).collect()
        };
        prop_assert_eq!(of(&compared, "Union"), of(&alone, "change"));
        for by in ["company", "total"] {
            let keys: &[&str] = if by == "company" { &["scenario", "company"] } else { &["scenario"] };
            let more = [&proposals[..], &["--by", by]].concat();
            let whole = Table::read(&desk.everything("compare", &["log.csv"], &more));
            let split = Table::read(&desk.everything("compare", &["log.csv"], &[&more[..], &["--show", "clauses"]].concat()));
            prop_assert_eq!(split.sums(keys, "total_change"), whole.sums(keys, "total_change"));
        }
    }

    /// Every courier is in one group of winners and losers and in one tenth.
    #[test]
    fn everyone_is_reached_once(mut world in world(), rise in 1..=100u64) {
        // From the first of May to the last of June, so that `compare` leaves out no day that `pay` has.
        world.rows.extend([(0, 1, 0, 0, 0, 10), (60, 1, 0, 0, 0, 10)]);
        let desk = world.written();
        desk.write("rise.toml", format!("title = \"Rise\"\n[[change]]\nchange = \"delivery.max =1.300\"\n[[change]]\nchange = \"delivery@company=East +{}\"\n", yuan(rise)));
        let table = Table::read(&desk.everything("compare", &["log.csv"], &["--proposal", "rise.toml", "--show", "people"]));
        let people = |wanted: &dyn Fn(&str) -> bool| -> u64 {
            let rows = table.rows.iter().filter(|row| wanted(table.cell(row, "group")));
            rows.map(|row| table.cell(row, "people").parse::<u64>().unwrap()).sum()
        };
        let slips = Table::read(&desk.pay("log.csv", &[]));
        let couriers: std::collections::BTreeSet<&str> = slips.rows.iter().map(|row| slips.cell(row, "courier")).collect();
        let moved = ["gain>5%", "gain", "same", "lose", "lose>5%"];
        prop_assert_eq!(people(&|group| moved.contains(&group)), couriers.len() as u64);
        prop_assert_eq!(people(&|group| group.starts_with("decile")), couriers.len() as u64);
        prop_assert_eq!(people(&|group| group.starts_with("lose")), 0);
    }

    /// Without the present rate the cost is parcels × amount, not rounded line by line.
    #[test]
    fn without_a_rate_the_cost_is_parcels_times_amount(rows in vec(row(), 1..40), rise in 1..=400u64) {
        let parcels: u64 = rows.iter().map(|row| row.5).sum();
        prop_assume!(parcels > 0);
        let desk = Desk::new();
        desk.write("log.csv", log(&rows));
        let (year, change) = (parcels.to_string(), format!("delivery +{}", yuan(rise)));
        let line = ["cost", "log.csv", "-a", "anji-courier", "--annual-parcels", &year, "--change", &change, "-f", "csv", "--by", "area"];
        let table = Table::read(&desk.ask(&line).unwrap());
        let mut expected: BTreeMap<Vec<String>, i64> = BTreeMap::new();
        let mut counts: BTreeMap<(usize, usize), u64> = BTreeMap::new();
        for (_, company, _, area, service, parcels) in &rows {
            *counts.entry((*company, *area)).or_default() += if *service == 0 { *parcels } else { 0 };
        }
        for ((company, area), parcels) in counts {
            let fen = i64::try_from((parcels * rise + 5) / 10).unwrap();
            expected.insert(vec![COMPANIES[company].to_string(), AREAS[area].to_string()], fen);
        }
        prop_assert_eq!(table.sums(&["company", "area"], "change"), expected);
    }
}

/// The parcels of one payslip and area: month, company, courier, area.
fn delivered(rows: &[Row]) -> BTreeMap<(bool, usize, usize, usize), u64> {
    let mut counts = BTreeMap::new();
    for (day, company, courier, area, service, parcels) in rows {
        if *service == 0 {
            *counts.entry((*day > 30, *company, *courier, *area)).or_default() += parcels;
        }
    }
    counts
}

/// A good file of each kind, to be spoilt.
const GOOD: [(&str, &str); 7] = [
    (
        "log.csv",
        "date,courier,company,area,service,status,parcels,first_at,last_at\n2022-05-01,c1,East,hills,delivery,delivered,12,09:00:00,18:00:00\n",
    ),
    (
        "rates.csv",
        "rule,amount,company,area,service,courier,over,from,until\ndelivery,0.80,East,,,,,2022-05-01,2022-05-31\ndelivery,0.90,East,,,,100,2022-05-01,2022-05-31\n",
    ),
    (
        "roster.csv",
        "courier,name,company,position,sex,skill,base,contract_signed,hired,left,left_reason,from,tier\nc1,李,East,courier,f,junior,2100,2022-01-01,2022-01-01,2022-06-30,,2022-02-01,1\n",
    ),
    ("protected.csv", "courier,kind,from,until,due\nc1,pregnancy,2022-04-01,2022-09-30,2022-09-01\n"),
    ("attendance.csv", "courier,date,hours,kind,km\nc1,2022-05-01,9.5,rest,31\n"),
    (
        "proposal.toml",
        "title = \"A rise\"\n[[change]]\nchange = \"delivery@area=hills +0.10\"\nfrom = 2022-05-10\nbecause = \"物价\"\nafter = true\n",
    ),
    (
        "terms.toml",
        "[document]\ntitle = \"T\"\nfrom = 2022-01-01\nsource = \"s\"\nrounding = { places = 2, mode = \"half-up\" }\n[sources.s]\nname = \"N\"\n[[rule]]\nid = \"delivery\"\ntitle = \"Piece\"\nclause = \"3\"\ntext = \"words\"\nsource = \"s\"\nwhere = { service = \"delivery\", month = [5, 6] }\n[rule.rate]\nper = \"parcel\"\nband = { min = 0.60, max = 1.00 }\n",
    ),
];

/// What files are spoilt with: signs that mean something somewhere, and bytes that mean nothing.
fn pieces() -> impl Strategy<Value = Vec<u8>> {
    let signs = "\u{feff} \" ' , \n \r \r\n = + - @ # [ ] { } \0 0 -1 99999999999999999999999999999 1e9 0.7.0 % * 9999-12-31 0000-00-00 2022-02-30 安 ．";
    let signs: Vec<Vec<u8>> = signs.split(' ').map(|sign| sign.as_bytes().to_vec()).collect();
    prop_oneof![3 => prop::sample::select(signs), 1 => vec(any::<u8>(), 0..8)]
}

/// A spoilt file: some places of a good one overwritten, or any bytes at all.
fn spoilt(good: &'static str) -> impl Strategy<Value = Vec<u8>> {
    let blow = (any::<prop::sample::Index>(), 0..6usize, pieces());
    let blows = vec(blow, 1..4).prop_map(move |blows| {
        let mut bytes = good.as_bytes().to_vec();
        for (at, length, piece) in blows {
            let at = at.index(bytes.len() + 1);
            bytes.splice(at..(at + length).min(bytes.len()), piece);
        }
        bytes
    });
    prop_oneof![4 => blows, 1 => vec(any::<u8>(), 0..200)]
}

/// Asks about good files of which one is spoilt, in every way in which it is read.
fn nothing_panics(name: &str, bytes: &[u8]) {
    let desk = Desk::new();
    for (good, text) in GOOD {
        desk.write(good, text);
    }
    desk.write(name, bytes);
    let terms =
        "-a terms.toml --rates rates.csv --roster roster.csv --protected protected.csv --attendance attendance.csv";
    let terms: Vec<&str> = terms.split_whitespace().collect();
    for format in ["csv", "table", "json", "markdown"] {
        // Whether it is an answer or a list of problems, it is put into words.
        let _ = desk.ask(&[&["pay", "log.csv", "--lines", "-f", format], &terms[..]].concat());
    }
    let _ = desk.ask(&[&["cost", "log.csv", "--proposal", "proposal.toml"], &terms[..]].concat());
    let _ = desk.ask(&["show", "terms.toml", "--on", "2022-05-01"]);
    let _ =
        desk.ask(&["cost", "log.csv", "-a", "terms.toml", "--change", "delivery +0.1", "--annual-parcels", "log.csv"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_log_panics(bytes in spoilt(GOOD[0].1)) { nothing_panics("log.csv", &bytes); }

    #[test]
    fn no_rates_panic(bytes in spoilt(GOOD[1].1)) { nothing_panics("rates.csv", &bytes); }

    #[test]
    fn no_roster_panics(bytes in spoilt(GOOD[2].1)) { nothing_panics("roster.csv", &bytes); }

    #[test]
    fn no_protected_periods_panic(bytes in spoilt(GOOD[3].1)) { nothing_panics("protected.csv", &bytes); }

    #[test]
    fn no_attendance_panics(bytes in spoilt(GOOD[4].1)) { nothing_panics("attendance.csv", &bytes); }

    #[test]
    fn no_proposal_panics(bytes in spoilt(GOOD[5].1)) { nothing_panics("proposal.toml", &bytes); }

    #[test]
    fn no_agreement_panics(bytes in spoilt(GOOD[6].1)) { nothing_panics("terms.toml", &bytes); }

    #[test]
    fn no_change_panics(bytes in spoilt("delivery.max@area=\"a b\",company=East +0.10%"), rate in spoilt("delivery=0.80")) {
        let (change, rate) = (String::from_utf8_lossy(&bytes), String::from_utf8_lossy(&rate));
        let desk = Desk::new();
        for (good, text) in GOOD {
            desk.write(good, text);
        }
        let change = format!("--change={change}");
        let _ = desk.ask(&["cost", "log.csv", "-a", "terms.toml", "--rates", "rates.csv", &change]);
        let _ = desk.ask(&["pay", "log.csv", "-a", "terms.toml", &format!("--rate={rate}")]);
        let _ = desk.ask(&["cost", "log.csv", "-a", "terms.toml", "--rate", "delivery=0.80", "--change", "delivery +0", &format!("--annual-parcels={rate}")]);
    }
}

//! A log beyond one machine: parts tallied apart, in any order, are paid as the whole log; days counted together, as days.

#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::*;
use wagepact::agreement::library;
use wagepact::agreement::stack::stack;
use wagepact::deliveries;
use wagepact::deliveries::{Reading, Rejects, Request};
use wagepact::diagnostics::Message;
use wagepact::pay::pay;
use wagepact::report::formats::{Format, Options};
use wagepact::report::{Catalogue, Language, formats, views};
use wagepact::tables::table::TableOptions;
use wagepact::workforce::{Attendance, Rates, Roster, Workforce};

use properties::world::{AREAS, COMPANIES, Desk, SERVICES, date, world};

mod properties {
    #[expect(dead_code, reason = "shared with the properties")]
    pub(crate) mod world;
}

const HEADINGS: &str = "courier,company,area,service,status,delivered_at,parcels\n";

/// A tally of nothing.
const TALLIED: &str = "date,company,courier,area,service,parcels,first_at,last_at\n";

/// The orders of three parts.
const ORDERS: [[usize; 3]; 6] = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];

/// A row of a log as companies write it: with a time of the day, sometimes not delivered, sometimes not readable.
fn raw() -> impl Strategy<Value = String> {
    let when = (0..61u32, proptest::option::of(0..86_400u32)).prop_map(|(day, second)| match second {
        Some(second) => {
            format!("{} {:02}:{:02}:{:02}", date(day), second / 3600, second / 60 % 60, second % 60)
        }
        None => date(day),
    });
    let when = prop_oneof![12 => when, 1 => Just("2022-02-30".to_string())];
    let status = prop_oneof![8 => Just("签收"), 1 => Just("退回"), 1 => Just("问题件")];
    let parcels = prop_oneof![12 => (0..400u64).prop_map(|count| count.to_string()), 1 => Just("-3".to_string())];
    let names = (0..4usize, 0..3usize, 0..3usize, prop_oneof![5 => Just(0usize), 1 => Just(1)]);
    (names, status, when, parcels).prop_map(|((courier, company, area, service), status, when, parcels)| {
        let (company, area, service) = (COMPANIES[company], AREAS[area], SERVICES[service]);
        format!("c{courier},{company},{area},{service},{status},{when},{parcels}\n")
    })
}

fn read(desk: &Desk, logs: &[&str]) -> Reading {
    let paths: Vec<PathBuf> = logs.iter().map(|log| desk.path(log).into()).collect();
    let (mut out, words) = (Vec::new(), |message: &Message| message.id.to_string());
    let rejects = Some(Rejects { out: &mut out, words: &words });
    let options = deliveries::ReadOptions::default();
    deliveries::read(Request { paths: &paths, options, rejects, threads: None, block: None, progress: &|_| () })
        .unwrap()
}

fn tally(desk: &Desk, logs: &[&str]) -> String {
    desk.ask(&[&["tally"], logs, &["--rejects", "rejects.csv"]].concat()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn parts_tallied_apart_are_paid_as_the_whole(
        world in world(),
        rows in vec(raw(), 1..60),
        cuts in any::<[prop::sample::Index; 2]>(),
    ) {
        // Of a log in which no row counts, every tally is empty, and a log of headings alone is a mistake.
        let rows = [vec![format!("c0,{},{},delivery,签收,2022-05-04,1\n", COMPANIES[0], AREAS[0])], rows].concat();
        let desk = world.written();
        desk.write("rejects.csv", "");
        desk.write("whole.csv", HEADINGS.to_string() + &rows.concat());
        let mut cuts = cuts.map(|cut| cut.index(rows.len() + 1));
        cuts.sort_unstable();
        let parts = [&rows[..cuts[0]], &rows[cuts[0]..cuts[1]], &rows[cuts[1]..]];
        let tallies = ["tally0.csv", "tally1.csv", "tally2.csv"];
        let (mut read_rows, mut rejected, mut parcels, mut undelivered) = (0, 0, 0, BTreeMap::<Arc<str>, u64>::new());
        for (part, name) in parts.iter().zip(tallies) {
            desk.write("part.csv", HEADINGS.to_string() + &part.concat());
            let summary = read(&desk, &["part.csv"]).summary;
            // A log in which rows stand and none counts is refused.
            prop_assume!(summary.read == 0 || summary.counted + summary.rejected > 0);
            // So is one without rows; the tally of nothing is its headings.
            let tally = if summary.read == 0 { TALLIED.to_string() } else { tally(&desk, &["part.csv"]) };
            desk.write(name, tally);
            (read_rows, rejected, parcels) = (read_rows + summary.read, rejected + summary.rejected, parcels + summary.parcels);
            for (status, rows) in summary.not_delivered {
                *undelivered.entry(status).or_default() += rows;
            }
        }
        let whole = read(&desk, &["whole.csv"]).summary;
        prop_assert_eq!((read_rows, rejected, parcels, undelivered), (whole.read, whole.rejected, whole.parcels, whole.not_delivered));
        let whole_tally = tally(&desk, &["whole.csv"]);
        for more in [&["--lines"][..], &["--by", "area"], &[]] {
            let whole = desk.pay("whole.csv", &[more, &["--rejects", "rejects.csv"]].concat());
            for order in ORDERS {
                let logs = order.map(|part| tallies[part]);
                prop_assert_eq!(&tally(&desk, &logs), &whole_tally);
                prop_assert_eq!(&desk.everything("pay", &logs, more), &whole);
            }
        }
    }

    /// `pay` counts days together that nothing tells apart; the library is asked with each day for itself.
    #[test]
    fn days_counted_together_are_paid_as_days(world in world(), rows in vec(raw(), 1..60), open in any::<bool>()) {
        // A log in which no row counts is a mistake.
        let rows = [vec![format!("c0,{},{},delivery,签收,2022-05-04,1\n", COMPANIES[0], AREAS[0])], rows].concat();
        let desk = world.written();
        desk.write("rejects.csv", "");
        desk.write("whole.csv", HEADINGS.to_string() + &rows.concat());
        let agreement = ["anji-courier", "zhejiang-law"].map(|name| library::load(name).unwrap());
        let agreement = stack(agreement.into_iter().collect()).unwrap();
        let file = |name: &str| PathBuf::from(desk.path(name));
        let mut workforce = Workforce {
            roster: Some(Arc::new(Roster::read(&file("roster.csv"), TableOptions::default()).unwrap())),
            attendance: Some(Arc::new(Attendance::read(&file("attendance.csv"), TableOptions::default(), None).unwrap())),
            ..Workforce::default()
        };
        let terms = "-a anji-courier -a zhejiang-law --roster roster.csv --attendance attendance.csv -f csv --lines \
                     --from 2022-05-03 --until 2022-06-20 --rejects rejects.csv";
        let mut line = vec!["pay", "whole.csv"];
        line.extend(terms.split_whitespace());
        if !open {
            let mut rates = Rates::default();
            rates.read(Path::new(&file("rates.csv")), TableOptions::default(), None).unwrap();
            rates.add("delivery=0.700").unwrap();
            workforce.rates = rates;
            line.extend(["--rates", "rates.csv", "--rate", "delivery=0.700"]);
        }
        let term = wagepact::units::Term {
            from: wagepact::units::date::parse("2022-05-03"),
            until: wagepact::units::date::parse("2022-06-20"),
        };
        let run = pay(&agreement, &read(&desk, &["whole.csv"]).tally.within(term), &workforce).unwrap();
        let mut out = Vec::new();
        let options = Options { headings: Some(Language::En), ..Options::default() };
        let catalogue = Catalogue::new(Language::En);
        formats::write(&views::pay::lines(&run, &agreement), Format::Csv, &catalogue, &options, &mut out).unwrap();
        prop_assert_eq!(desk.ask(&line).unwrap(), String::from_utf8(out).unwrap());
    }
}

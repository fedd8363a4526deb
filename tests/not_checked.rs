//! A check that could not look says so: for each thing that a check needs, an office that lacks it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::{Command, Output};

use wagepact::check::CHECKS;

/// Two months of two couriers in which every check can look. `{1}` and `{2}` stand for the months.
const FILES: &[(&str, &str)] = &[
    (
        "log.csv",
        "courier,company,date,parcels,first_at,last_at\nC1,A,{1}-02,10,09:00:00,10:00:00\nC2,A,{1}-02,10,09:00:00,10:00:00\n\
         C1,A,{2}-02,10,09:00:00,10:00:00\nC2,A,{2}-02,10,09:00:00,10:00:00\n",
    ),
    (
        "register.csv",
        "courier,company,month,paid,parcels,base,piece,allowance,damages,fines,paid_on\n\
         C1,A,{1},4000,10,2500,8,60,0,0,2022-05-01\nC2,A,{1},4000,10,2500,8,60,0,0,2022-05-01\n\
         C1,A,{2},4000,10,2500,8,60,0,0,2022-05-01\nC2,A,{2},4000,10,2500,8,60,0,0,2022-05-01\n",
    ),
    (
        "roster.csv",
        "courier,company,position,sex,base,contract_signed,hired,left,employment\nC1,A,courier,f,2500,2022-01-01,2022-01-01,,\n\
         C2,A,courier,m,2500,2022-01-01,2022-01-01,,full-time\n",
    ),
    ("protected.csv", "courier,kind,from,until,due\nC1,pregnancy,2022-04-01,2026-12-31,2026-12-30\n"),
    ("attendance.csv", "courier,date,hours\nC1,{1}-02,8\nC1,{2}-02,8\n"),
    ("rates.csv", "rule,courier,amount\ndelivery,,0.80\n"),
    ("floor.toml", "[rule.floor]\nper = \"month\"\namount = 2500\n"),
    ("allowance.toml", "[rule.rate]\nper = \"month\"\namount = 60\n"),
    ("pay-day.toml", "[payment]\nday = 15\nclause = \"Art. 1\"\ntext = \"Paid by the 15th (made up).\"\n"),
];

/// The agreements that the office keeps.
const AGREEMENTS: &[&str] = &["anji-courier", "zhejiang-law", "floor.toml", "allowance.toml", "pay-day.toml"];

/// A month of the files, and the other.
const MONTHS: [&str; 2] = ["2022-05", "2022-06"];

#[derive(Clone)]
struct Office {
    files: BTreeMap<&'static str, String>,
    agreements: Vec<&'static str>,
}

impl Office {
    fn new(months: [&str; 2]) -> Self {
        let head = |name: &str| {
            let id = name.trim_end_matches(".toml");
            let document = "[document]\ntitle = \"Terms (made up)\"\nparties = \"A\"\nsource = \"own\"\n\n";
            let source = "[sources.own]\nname = \"made up\"\nchecked_on = 2022-05-31\n\n";
            let rule = format!(
                "[[rule]]\nid = \"{id}\"\ntitle = \"{id}\"\nclause = \"Art. 2\"\ntext = \"{id}\"\nsource = \"own\"\n\n"
            );
            format!("{document}{source}{}", if id == "pay-day" { "" } else { &rule })
        };
        let text = |(name, text): &(&'static str, &str)| {
            let text = text.replace("{1}", months[0]).replace("{2}", months[1]);
            (*name, if text.starts_with('[') { head(name) + &text } else { text })
        };
        Self { files: FILES.iter().map(text).collect(), agreements: AGREEMENTS.to_vec() }
    }

    /// Takes an input away: a flag, an agreement, or a column, as `roster.csv/sex`.
    fn without(mut self, what: &'static str) -> Self {
        if let Some((file, column)) = what.split_once('/') {
            let text = &self.files[file];
            let at = text.lines().next().and_then(|head| head.split(',').position(|heading| heading == column));
            let at = at.unwrap_or_else(|| panic!("{what}"));
            let cut = |line: &str| {
                let cells = line.split(',').enumerate().filter(|(place, _)| *place != at).map(|(_, cell)| cell);
                cells.collect::<Vec<_>>().join(",") + "\n"
            };
            let text: String = text.lines().map(cut).collect();
            self.files.insert(FILES.iter().map(|(name, _)| *name).find(|name| *name == file).expect("a file"), text);
        } else {
            self.files.remove(what);
            self.agreements.retain(|agreement| *agreement != what);
        }
        self
    }

    fn replace(mut self, file: &'static str, from: &str, to: &str) -> Self {
        let text = self.files[file].replace(from, to);
        assert_ne!(self.files[file], text, "{file} has no {from}");
        self.files.insert(file, text);
        self
    }

    fn check(&self, more: &[&str]) -> Output {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, text) in &self.files {
            fs::write(folder.path().join(name), text).expect("a file can be written");
        }
        let mut command = Command::new(env!("CARGO_BIN_EXE_wagepact"));
        command.current_dir(folder.path()).args(["check", "log.csv", "--register", "register.csv", "-q"]).args(more);
        self.agreements.iter().for_each(|agreement| {
            command.args(["-a", agreement]);
        });
        for (flag, file) in [
            ("--roster", "roster.csv"),
            ("--protected", "protected.csv"),
            ("--attendance", "attendance.csv"),
            ("--rates", "rates.csv"),
        ] {
            if self.files.contains_key(file) {
                command.args([flag, file]);
            }
        }
        command.output().expect("the program runs")
    }

    /// The rows of severity `not-checked`: code, month, why. The same in CSV and in JSON.
    fn not_checked(&self) -> BTreeSet<(String, String, String)> {
        let output = self.check(&["-f", "csv"]);
        let mut csv = csv::Reader::from_reader(&*output.stdout);
        let headings = csv.headers().expect("headings").clone();
        let at = |name: &str| headings.iter().position(|heading| heading == name).expect("a column");
        let mut rows = BTreeSet::new();
        for record in csv.records().map(|record| record.expect("a row")) {
            if &record[at("severity")] == "not-checked" {
                let filled = record.iter().filter(|cell| !cell.is_empty()).count();
                assert_eq!(filled, 3 + usize::from(!record[at("month")].is_empty()), "{record:?}");
                rows.insert(["code", "month", "message"].map(|name| record[at(name)].to_string()).into());
            }
        }
        let json: serde_json::Value =
            serde_json::from_slice(&self.check(&["-f", "json"]).stdout).expect("JSON, whatever is lacking");
        let found = json["findings"].as_array().expect("findings").iter();
        let text = |row: &serde_json::Value, key: &str| row[key].as_str().unwrap_or_default().to_string();
        let of_json = found.filter(|row| row["severity"] == "not-checked");
        let of_json: BTreeSet<_> =
            of_json.map(|row| (text(row, "code"), text(row, "month"), text(row, "message"))).collect();
        assert_eq!(rows, of_json);
        rows
    }

    /// Fails unless these checks, and no others, are not checked for this reason; `month` is empty where it is so in all.
    fn lacks(&self, month: &str, reason: &str, codes: &[&str]) {
        let row = |code: &&str| (code.to_string(), month.to_string(), reason.to_string());
        assert_eq!(self.not_checked(), codes.iter().map(row).collect());
    }
}

fn office() -> Office {
    Office::new(MONTHS)
}

#[test]
fn with_every_input_every_check_looks() {
    assert_eq!(office().not_checked(), BTreeSet::new());
    let output = office().check(&["--deny", "unchecked"]);
    let verdict = String::from_utf8(output.stdout).expect("text");
    assert!(verdict.contains(&format!("among {} checks; 0 not checked;", CHECKS.len())), "{verdict}");
}

#[test]
fn a_file_that_is_not_given_is_named() {
    let of_roster = [
        "base-cut",
        "below-floor",
        "dismissed-while-protected",
        "unequal-rate",
        "no-written-contract",
        "allowance-missing",
        "unknown-courier",
        "outside-employment",
        "part-time-hours",
        "pay-cut-while-protected",
        "overtime-in-fixed-pay",
    ];
    office().without("roster.csv").lacks("", "no --roster", &of_roster);
    let of_protected =
        ["base-cut", "pay-cut-while-protected", "extended-hours", "night-work", "dismissed-while-protected"];
    office().without("protected.csv").lacks("", "no --protected", &of_protected);
    office().without("rates.csv").lacks("", "no rates (--rates, --rate)", &["rate-below-band", "rate-above-band"]);
}

#[test]
fn hours_are_in_attendance_or_in_the_times_of_the_log() {
    office().without("attendance.csv").lacks(
        "",
        "no --attendance",
        &["hours-over-limit", "overtime-in-fixed-pay", "part-time-hours"],
    );
    let without_times = office().without("log.csv/first_at").without("log.csv/last_at");
    without_times.lacks("", "no times in the log (first_at, last_at)", &["night-work"]);
    let blind = without_times.without("attendance.csv").not_checked();
    let codes: Vec<&str> = blind.iter().map(|(code, ..)| &**code).collect();
    assert_eq!(codes, ["extended-hours", "hours-over-limit", "night-work", "overtime-in-fixed-pay", "part-time-hours"]);
    assert!(
        blind.iter().any(|(.., why)| why == "no hours (--attendance), and no times in the log (first_at, last_at)")
    );
}

#[test]
fn a_column_that_a_table_lacks_is_named() {
    for (column, codes) in [
        ("parcels", &["parcels-differ"][..]),
        ("base", &["base-cut"]),
        ("allowance", &["allowance-missing"]),
        ("paid_on", &["paid-late"]),
    ] {
        let what: &'static str = Box::leak(format!("register.csv/{column}").into_boxed_str());
        office().without(what).lacks("", &format!("no {column} in the register"), codes);
    }
    let unfined = office().without("register.csv/fines");
    unfined.lacks("", "no fines in the register", &["fines"]);
    let uncut = office().without("register.csv/damages");
    assert_eq!(uncut.not_checked(), BTreeSet::new(), "fines have the same cap");
    let neither = unfined.without("register.csv/damages").not_checked();
    assert!(neither.contains(&("deduction-over-cap".into(), String::new(), "no damages in the register".into())));
    // What is taken off may be damages, tax or insurance; nothing taken off is neither.
    let untold = office().replace("register.csv", ",damages,", ",deductions,");
    assert_eq!(untold.not_checked(), BTreeSet::new());
    let untold = untold.replace("register.csv", ",60,0,0,", ",60,9,0,");
    untold.lacks("", "no damages in the register", &["deduction-over-cap"]);
    for (column, code) in
        [("sex", "unequal-rate"), ("contract_signed", "no-written-contract"), ("employment", "part-time-hours")]
    {
        let what: &'static str = Box::leak(format!("roster.csv/{column}").into_boxed_str());
        office().without(what).lacks("", &format!("no {column} in the roster"), &[code]);
    }
    office().without("roster.csv/left").lacks(
        "",
        "no left in the roster",
        &["dismissed-while-protected", "outside-employment"],
    );
    office().without("roster.csv/hired").lacks(
        "",
        "no hired in the roster",
        &["no-written-contract", "outside-employment"],
    );
    office().without("roster.csv/base").lacks(
        "",
        "no base wage in the roster, and none agreed",
        &["base-cut", "overtime-in-fixed-pay"],
    );
}

#[test]
fn piece_wages_tell_women_from_men_where_no_rate_is_of_one_courier() {
    let lacking = office().without("register.csv/piece").not_checked();
    let codes: Vec<&str> = lacking.iter().map(|(code, ..)| &**code).collect();
    assert_eq!(codes, ["not-in-log", "unequal-rate"]);
    let own = office().without("register.csv/piece").replace(
        "rates.csv",
        "delivery,,0.80",
        "delivery,,0.80\ndelivery,C1,0.90",
    );
    own.lacks("", "no piece in the register", &["not-in-log"]);
}

#[test]
fn a_term_that_is_not_agreed_is_named() {
    office().without("pay-day.toml").lacks("", "no pay day agreed", &["paid-late"]);
    office().without("floor.toml").lacks("", "no monthly floor agreed beside the law", &["floor-not-above-law"]);
    let law = office().without("zhejiang-law").not_checked();
    let expected = [
        ("deduction-over-cap", "no cap on deductions in force"),
        ("floor-not-above-law", "the minimum wage is not known"),
        ("hours-over-limit", "no rule on overtime in force"),
        ("night-work", "no rule in force against night work"),
        ("overtime-in-fixed-pay", "no rule on overtime in force; no monthly minimum wage in force"),
    ];
    assert_eq!(law, expected.map(|(code, why)| (code.into(), String::new(), why.into())).into());
    let own = office().without("anji-courier").without("zhejiang-law").without("rates.csv").not_checked();
    let said = |code: &str| own.iter().find(|(other, ..)| other == code).map(|(.., why)| why.clone());
    for (code, why) in [
        ("base-cut", "no rule in force that the base wage is kept"),
        ("pay-cut-while-protected", "no rule in force that the base wage is kept"),
        ("extended-hours", "no rule in force against extended hours"),
        ("dismissed-while-protected", "no rule in force against dismissal"),
        ("unequal-rate", "no rule in force on equal pay"),
        ("no-written-contract", "no rule in force on written contracts"),
    ] {
        assert_eq!(said(code).as_deref(), Some(why), "{code}");
    }
}

#[test]
fn where_nothing_is_agreed_nothing_can_be_paid_short() {
    let idle = office().without("zhejiang-law").without("floor.toml").without("allowance.toml").without("roster.csv");
    let idle = idle.replace("log.csv", "parcels,", "parcels,service,").replace("log.csv", ",10,", ",10,pickup,");
    let said: BTreeMap<String, String> = idle.not_checked().into_iter().map(|(code, _, why)| (code, why)).collect();
    for (code, why) in [
        ("underpaid", "the agreements give no pay"),
        ("not-on-register", "the agreements give no pay"),
        ("below-floor", "no floor in force"),
        ("allowance-missing", "no --roster; no allowance agreed"),
    ] {
        assert_eq!(said.get(code).map(String::as_str), Some(why), "{code}");
    }
}

/// By hand: 20 yuan an hour need no roster.
#[test]
fn an_hourly_floor_needs_hours() {
    let hourly =
        office().without("zhejiang-law").replace("floor.toml", "\"month\"\namount = 2500", "\"hour\"\namount = 20");
    let why = |office: Office| {
        let rows = office.not_checked();
        rows.into_iter().find(|(code, ..)| code == "below-floor").map(|(.., why)| why)
    };
    assert_eq!(why(hourly.clone().without("roster.csv")), None);
    assert_eq!(why(hourly.without("attendance.csv")).as_deref(), Some("no --attendance"));
}

#[test]
fn a_rate_without_a_limit_has_no_band_to_leave() {
    let piece = "[rule.rate]\nper = \"parcel\"\namount = 0.80\n";
    let mut own = office().without("anji-courier").replace("rates.csv", "delivery", "allowance");
    own = own.replace("allowance.toml", "[rule.rate]\nper = \"month\"\namount = 60\n", piece);
    let rows = own.not_checked();
    let said = |code: &str| rows.iter().find(|(other, ..)| other == code).map(|(.., why)| why.clone());
    assert_eq!(said("rate-above-band").as_deref(), Some("no band or amount agreed for the rates given"));
    assert_eq!(said("rate-below-band"), None, "an amount agreed is a limit from below");
}

/// In either of two months, whichever comes first.
#[test]
fn a_month_that_lacks_something_is_named() {
    for (month, other) in [(MONTHS[0], MONTHS[1]), (MONTHS[1], MONTHS[0])] {
        let day = format!("{month}-02");
        let row = |courier: &str| format!("{courier},A,{day},10,09:00:00,10:00:00");
        let timeless = |courier: &str| format!("{courier},A,{day},10,,");
        let blind =
            office().replace("log.csv", &row("C1"), &timeless("C1")).replace("log.csv", &row("C2"), &timeless("C2"));
        blind.lacks(month, "no times in the log (first_at, last_at)", &["night-work"]);
        // The times of others do not tell when she worked.
        let nursing = office().replace("protected.csv", "pregnancy", "nursing");
        let hers = nursing.replace("log.csv", &row("C1"), &timeless("C1"));
        hers.lacks(month, "no times in the log (first_at, last_at)", &["night-work"]);
        let unattended = blind.replace("attendance.csv", &format!("C1,{day},8\n"), "");
        assert_eq!(unattended.not_checked().len(), 5, "hours too");
        let unfilled = office()
            .replace("register.csv", &format!("C1,A,{month},4000,10"), &format!("C1,A,{month},4000,"))
            .replace("register.csv", &format!("C2,A,{month},4000,10"), &format!("C2,A,{month},4000,"));
        unfilled.lacks(month, "no parcels in the register", &["parcels-differ"]);
        // A month of the log that the register lacks: all that is looked at month by month.
        let paid = |courier: &str| format!("{courier},A,{month},4000,10,2500,8,60,0,0,2022-05-01\n");
        let short = office().replace("register.csv", &paid("C1"), "").replace("register.csv", &paid("C2"), "");
        let monthly: Vec<&str> =
            CHECKS.iter().map(|check| check.code).filter(|code| !code.starts_with("rate-")).collect();
        short.lacks(month, "the month is not in the register", &monthly);
        let verdict = String::from_utf8(short.check(&[]).stdout).expect("text");
        assert!(verdict.contains(&format!("0 not checked, {} not in every month", monthly.len())), "{verdict}");
        assert!(verdict.contains(month) && !verdict.contains(other), "{verdict}");
    }
}

/// By hand: the minimum wage of Zhejiang is known from 2014-08-01 on.
#[test]
fn a_month_of_which_the_minimum_wage_is_not_known_is_not_checked_for_it() {
    for months in [["2014-08", "2014-07"], ["2014-07", "2014-08"]] {
        let office = Office::new(months).without("anji-courier").without("rates.csv");
        let rows = office.not_checked();
        let of = |code: &str| rows.iter().find(|(other, ..)| other == code).map(|(_, month, why)| (&**month, &**why));
        assert_eq!(of("below-floor"), Some(("2014-07", "the minimum wage is not known for every day")));
        assert_eq!(of("floor-not-above-law"), Some(("2014-07", "the minimum wage is not known")));
    }
    let years = Office::new(["2014-05", "2014-06"]).without("anji-courier").without("rates.csv");
    let rows = years.not_checked();
    assert!(rows.contains(&(
        "below-floor".into(),
        String::new(),
        "the minimum wage is not known for every day".into()
    )));
}

/// By hand: the Anji agreement forbids extended hours in all of a pregnancy, the law from twelve weeks before the birth; night
/// work the law alone forbids.
#[test]
fn a_pregnancy_without_a_day_of_birth_hides_what_counts_from_it() {
    let open = office().replace("protected.csv", ",2026-12-30", ",");
    let rows = open.not_checked();
    let why = "a pregnancy has no day of birth (due), before which a rule counts weeks";
    assert_eq!(rows, BTreeSet::from([("night-work".into(), String::new(), why.into())]));
    let both: Vec<String> =
        open.without("anji-courier").without("rates.csv").not_checked().into_iter().map(|(code, ..)| code).collect();
    assert!(both.contains(&"extended-hours".to_string()), "{both:?}");
}

#[test]
fn redacted_the_reasons_do_not_tell_what_protects() {
    let open = office().replace("protected.csv", ",2026-12-30", ",");
    for format in ["table", "csv", "json", "markdown"] {
        let text = String::from_utf8(open.check(&["--redact", "--salt", "payroll-office-2022", "-f", format]).stdout)
            .expect("text");
        assert!(text.contains("--protected lacks a day"), "{format}: {text}");
        assert!(!text.contains("pregnancy has") && !text.contains("due)"), "{format}: {text}");
    }
}

#[test]
fn what_could_not_look_ends_with_1_only_where_that_is_denied() {
    let blind = office().without("log.csv/first_at").without("log.csv/last_at");
    let code = |more: &[&str]| blind.check(&[&["--only", "night-work"], more].concat()).status.code();
    assert_eq!(code(&[]), Some(0));
    assert_eq!(code(&["--deny", "warnings"]), Some(0));
    assert_eq!(code(&["--deny", "unchecked"]), Some(1));
    assert_eq!(code(&["--deny", "warnings,unchecked"]), Some(1));
    let others = CHECKS.len() - 1;
    for (language, title, verdict) in [
        ("en", "Not checked", format!("no violation among 0 checks; 1 not checked, {others} skipped")),
        ("zh", "未检查", format!("0项检查未发现违规；1项未检查，跳过{others}项")),
    ] {
        let text = blind.check(&["--only", "night-work", "--lang", language, "-f", "markdown"]);
        let text = String::from_utf8(text.stdout).expect("text");
        assert!(text.contains(title) && text.contains(&verdict), "{text}");
    }
}

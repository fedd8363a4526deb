//! Payslips explained, against themselves: every formula comes to its amount, and every row stands on the line named.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use serde_json::Value;
use wagepact::units::Decimal;
use wagepact::units::money::parse;

const MONTH: &str = "examples/anji-month";

/// The ids in a file of the example, from the column `courier`.
fn couriers(file: &str) -> BTreeSet<String> {
    let text = fs::read_to_string(format!("{MONTH}/{file}")).expect("a file of the example");
    let at = text.lines().next().and_then(|line| line.split(',').position(|name| name == "courier"));
    let at = at.expect("a column `courier`");
    text.lines().skip(1).filter_map(|line| line.split(',').nth(at)).map(String::from).collect()
}

fn explained(courier: &str, lang: &str) -> Value {
    let file = |name: &str| format!("{MONTH}/{name}.csv");
    let output = Command::new(env!("CARGO_BIN_EXE_wagepact"))
        .args([
            "explain",
            courier,
            &file("deliveries"),
            "-a",
            "anji-courier",
            "-a",
            "zhejiang-law",
            "-a",
            "dayuan-pump",
        ])
        .args(["--rates", &file("rates"), "--roster", &file("roster"), "--attendance", &file("attendance")])
        .args(["--protected", &file("protected"), "--rows", "-q", "-f", "json", "--lang", lang])
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{courier}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn list<'a>(value: &'a Value, key: &str) -> &'a Vec<Value> {
    value[key].as_array().unwrap_or_else(|| panic!("a list {key}"))
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_else(|| panic!("a text {key} in {value}"))
}

/// A sum of products, worked out from its signs alone: words of any language are passed over.
struct Sum<'a> {
    rest: &'a str,
}

impl Sum<'_> {
    fn sign(&mut self) -> Option<char> {
        let is_sign = |character: char| "×÷+−()".contains(character) || character.is_ascii_digit();
        self.rest = &self.rest[self.rest.find(is_sign)?..];
        self.rest.chars().next()
    }

    fn take(&mut self) {
        self.rest = &self.rest[self.rest.chars().next().map_or(0, char::len_utf8)..];
    }

    fn factor(&mut self) -> Decimal {
        if self.sign() == Some('(') {
            self.take();
            let inside = self.sum();
            assert_eq!(self.sign(), Some(')'));
            self.take();
            return inside;
        }
        let end = self.rest.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').unwrap_or(self.rest.len());
        let figure = self.rest[..end].replace(',', "");
        self.rest = &self.rest[end..];
        parse(&figure).unwrap_or_else(|| panic!("no figure: {figure}"))
    }

    fn product(&mut self) -> Decimal {
        let mut product = self.factor();
        loop {
            match self.sign() {
                Some('×') => {
                    self.take();
                    product *= self.factor();
                }
                Some('÷') => {
                    self.take();
                    product /= self.factor();
                }
                _ => return product,
            }
        }
    }

    fn sum(&mut self) -> Decimal {
        let mut sum = self.product();
        loop {
            match self.sign() {
                Some('+') => {
                    self.take();
                    sum += self.product();
                }
                Some('−') => {
                    self.take();
                    sum -= self.product();
                }
                _ => return sum,
            }
        }
    }
}

#[test]
fn every_formula_comes_to_its_amount_and_every_payslip_to_its_sum() {
    let fen = parse("0.01").expect("a fen");
    let amount = |value: &Value, key: &str| parse(text(value, key)).expect("an amount");
    let mut formulas = 0;
    for courier in couriers("roster.csv") {
        let lang = if formulas % 2 == 0 { "zh" } else { "en" };
        let answer = explained(&courier, lang);
        for line in list(&answer, "lines") {
            let (sum, right) = text(line, "formula").rsplit_once(" = ").expect("a formula");
            let due = amount(line, "amount");
            assert_eq!(right.replace(',', ""), due.to_string(), "{courier}");
            let found = Sum { rest: sum }.sum();
            assert!((found - due).abs() < fen, "{courier}: {sum} is {found}, not {due}");
            formulas += 1;
        }
        for payslip in list(&answer, "payslips") {
            let own = |line: &&Value| line["company"] == payslip["company"] && line["month"] == payslip["month"];
            let sum: Decimal = list(&answer, "lines").iter().filter(own).map(|line| amount(line, "amount")).sum();
            assert_eq!(sum, amount(payslip, "pay"), "{courier}");
        }
        // a premium line's parcels are those of its days; 12 places are shown of each, so a little may be missing
        for line in list(&answer, "lines").iter().filter(|line| line["multiple"].is_string()) {
            let own = |day: &&Value| {
                ["company", "rule", "rate"].iter().all(|key| day[*key] == line[*key])
                    && (line["area"].is_null() || day["area"] == line["area"])
            };
            let days: Decimal =
                list(&answer, "premium_days").iter().filter(own).map(|day| amount(day, "quantity")).sum();
            assert!((days - amount(line, "quantity")).abs() < parse("0.000000001").expect("a little"), "{courier}");
        }
    }
    assert!(formulas > 150, "the formulas were read");
}

#[test]
fn every_row_stands_on_the_line_named_and_none_is_left_out() {
    let log = fs::read_to_string(format!("{MONTH}/deliveries.csv")).expect("the log of the example");
    let lines: Vec<&str> = log.lines().collect();
    let mut named = BTreeSet::new();
    for courier in couriers("deliveries.csv") {
        let answer = explained(&courier, "en");
        let mut parcels = 0;
        for row in list(&answer, "rows") {
            let line = usize::try_from(row["line"].as_u64().expect("a line")).expect("a line of a small file");
            let start = format!("{},{courier},{},{},", text(row, "date"), text(row, "company"), text(row, "area"));
            assert!(lines[line - 1].starts_with(&start), "{line}: {}", lines[line - 1]);
            assert!(named.insert(line), "{line} is named twice");
            parcels += row["parcels"].as_u64().expect("a count");
        }
        let due: u64 = list(&answer, "payslips").iter().filter_map(|payslip| payslip["parcels"].as_u64()).sum();
        assert_eq!(parcels, due, "{courier}");
    }
    assert_eq!(named.len(), lines.len() - 1, "all lines but the headings");
}

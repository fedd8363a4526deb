//! The shipped agreements, the format's documentation, and the mistakes that a file can hold.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its files has failed")]

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value as Json;
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use wagepact::agreement::kinds::Kind;
use wagepact::agreement::shape::Table;
use wagepact::agreement::{Agreement, Dated, Rule, format, library, schema};
use wagepact::diagnostics::Problem;
use wagepact::units::{Date, Term};

fn shipped() -> impl Iterator<Item = (&'static str, Agreement)> {
    library::shipped().into_iter().map(|name| {
        let agreement = library::load(name).unwrap_or_else(|problems| panic!("{name}: {problems:#?}"));
        (name, agreement)
    })
}

fn documents(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
    paths.sort();
    paths
}

#[test]
fn what_is_built_in_is_what_lies_in_the_folder() {
    let mut on_disk: Vec<_> = fs::read_dir("agreements").unwrap().map(|entry| entry.unwrap().path()).collect();
    on_disk.retain(|path| path.is_dir());
    on_disk.sort();
    let names: Vec<_> = on_disk.iter().map(|path| path.file_name().unwrap().to_str().unwrap()).collect();
    assert_eq!(library::shipped(), names);
    for (name, agreement) in shipped() {
        let built_in: Vec<_> = agreement.documents.iter().map(|document| document.file.to_string()).collect();
        let files = documents(&Path::new("agreements").join(name));
        let files: Vec<_> = files.iter().map(|path| path.file_name().unwrap().to_str().unwrap()).collect();
        assert_eq!(built_in, files, "{name}");
        assert!(Path::new("agreements").join(name).join("sources.md").exists(), "{name} has no sources.md");
    }
}

/// Every text of a folder that is to quote its article: of rules, of their dated values, of what is not computed.
fn quoted(agreement: &Agreement) -> Vec<&str> {
    let rules = agreement.rules.iter().flat_map(|rule| {
        let values = rule.figures.values.iter().filter_map(|value| value.text.as_deref());
        std::iter::once(&*rule.text).chain(values)
    });
    let not_covered = agreement.documents.iter().flat_map(|document| &document.not_covered);
    rules.chain(not_covered.filter_map(|clause| clause.text.as_deref())).collect()
}

#[test]
fn what_quotes_an_article_stands_in_it_word_for_word() {
    for name in ["anji-courier", "dayuan-pump"] {
        let article = fs::read_to_string(Path::new("agreements").join(name).join("article.txt")).unwrap();
        let agreement = library::load(name).unwrap();
        let texts = quoted(&agreement);
        assert!(!texts.is_empty(), "{name} quotes nothing");
        for text in texts {
            // a quotation runs within one line of the page's words, never across two
            assert!(article.lines().any(|line| line.contains(text)), "{name}: not the article's words: {text}");
        }
    }
}

/// The minimum wage of Zhejiang as the notices have it: the first day, yuan a month and yuan an hour of tiers 1, 2, …
#[rustfmt::skip]
const MINIMUM_WAGE: [(&str, &[&str], &[&str]); 6] = [
    ("2014-08-01", &["1650", "1470", "1350", "1220"], &["13.5", "12", "10.9", "9.8"]),
    ("2015-11-01", &["1860", "1660", "1530", "1380"], &["17", "15.2", "13.8", "12.5"]),
    ("2017-12-01", &["2010", "1800", "1660", "1500"], &["18.4", "16.5", "15", "13.6"]),
    ("2021-08-01", &["2280", "2070", "1840"], &["22", "20", "18"]),
    ("2024-01-01", &["2490", "2260", "2010"], &["24", "22", "20"]),
    ("2026-01-01", &["2660", "2430", "2180"], &["25", "23", "21"]),
];

#[test]
fn the_minimum_wage_is_that_of_the_notices() {
    let law = library::load("zhejiang-law").unwrap();
    for (id, of_hour) in [("minimum-wage", false), ("minimum-wage-hourly", true)] {
        let rule = law.rules.iter().find(|rule| &*rule.id == id).unwrap();
        let values = &rule.figures.values;
        assert_eq!(values.len(), MINIMUM_WAGE.len(), "{id}");
        for (value, (first, months, hours)) in values.iter().zip(MINIMUM_WAGE) {
            assert_eq!(value.term.from.unwrap().to_string(), first, "{id}");
            let amounts = &value.value.by().unwrap().amounts;
            let found: Vec<String> = amounts.values().map(ToString::to_string).collect();
            assert_eq!(found, if of_hour { hours } else { months }, "{id} from {first}");
        }
        assert_eq!(values.last().unwrap().term.until, None, "{id}: what holds now has no last day");
    }
}

/// How many values hold on a day: one of each figure that the rule has.
fn values_on(rule: &Rule, day: Date) -> Vec<usize> {
    fn count<T>(dated: &Dated<T>, day: Date) -> usize {
        dated.values.iter().filter(|value| value.term.contains(day)).count()
    }
    let mut counts = match &rule.kind {
        Kind::Protection(_) | Kind::Absence(_) => return vec![],
        Kind::Contribution(contribution) => {
            let limits = [&contribution.floor, &contribution.ceiling];
            limits.into_iter().flatten().map(|dated| count(dated, day)).collect()
        }
        Kind::Rate(_) | Kind::Base | Kind::Floor(_) | Kind::Premium(_) | Kind::Deduction(_) => vec![],
    };
    counts.push(count(&rule.figures, day));
    counts
}

#[test]
fn every_day_of_every_rule_has_exactly_one_value() {
    let asked = Term { from: Some(Date::constant(2014, 8, 1)), until: Some(Date::constant(2027, 12, 31)) };
    for (name, agreement) in shipped() {
        for rule in &agreement.rules {
            let term = rule.term.overlap(asked).unwrap();
            let mut day = term.from.unwrap();
            while day <= term.until.unwrap() {
                let counts = values_on(rule, day);
                assert!(counts.iter().all(|count| *count == 1), "{name}: {} on {day}: {counts:?}", rule.id);
                day = day.tomorrow().unwrap();
            }
        }
    }
}

/// A file as JSON: dates as texts, numbers with the digits that they have.
fn json(node: &Spanned<DeValue<'_>>) -> Json {
    match node.get_ref() {
        DeValue::String(text) => Json::String(text.to_string()),
        DeValue::Integer(number) => serde_json::from_str(number.as_str()).unwrap(),
        DeValue::Float(number) => serde_json::from_str(number.as_str()).unwrap(),
        DeValue::Boolean(flag) => Json::Bool(*flag),
        DeValue::Datetime(day) => Json::String(day.to_string()),
        DeValue::Array(list) => list.iter().map(json).collect(),
        DeValue::Table(table) => json_table(table),
    }
}

fn json_table(table: &DeTable<'_>) -> Json {
    Json::Object(table.iter().map(|(key, node)| (key.get_ref().to_string(), json(node))).collect())
}

fn json_of(path: &Path) -> Option<Json> {
    let text = fs::read_to_string(path).unwrap();
    let (root, broken) = DeTable::parse_recoverable(&text);
    broken.is_empty().then(|| json_table(root.get_ref()))
}

#[test]
fn every_shipped_document_fits_the_schema() {
    let schema = schema::schema();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    for name in library::shipped() {
        for path in documents(&Path::new("agreements").join(name)) {
            let found: Vec<_> = validator.iter_errors(&json_of(&path).unwrap()).map(|e| e.to_string()).collect();
            assert!(found.is_empty(), "{}: {found:#?}", path.display());
        }
    }
    let wrong = json_of(Path::new("tests/cases/errors/agreement/key-misspelt.toml")).unwrap();
    assert!(!validator.is_valid(&wrong));
}

/// The place and id of each problem, as a case expects them in its first lines: `# agreement-key-misspelt 6:1`.
fn told(problems: &[Problem]) -> Vec<String> {
    let place = |problem: &Problem| problem.place.as_ref().map(|place| (place.line, place.column));
    problems
        .iter()
        .map(|problem| {
            let (line, column) = place(problem).unwrap_or_default();
            format!("# {} {line}:{column}", problem.message.id)
        })
        .collect()
}

#[test]
fn each_mistake_is_told_at_its_place() {
    let mut wrong = Vec::new();
    for path in documents(Path::new("tests/cases/errors/agreement")) {
        let text = fs::read_to_string(&path).unwrap();
        let expected: Vec<_> = text.lines().take_while(|line| line.starts_with("# ")).collect();
        let found = told(&library::load(path.to_str().unwrap()).map(|_| ()).unwrap_err());
        if found != expected {
            wrong.push(format!("{}:\n{}", path.display(), found.join("\n")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

fn load_texts(texts: &[(&str, &str)]) -> Result<Agreement, Vec<Problem>> {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in texts {
        fs::write(folder.path().join(name), text).unwrap();
    }
    library::load(folder.path().to_str().unwrap())
}

#[test]
fn mistakes_across_documents_name_both_places() {
    let heading = "[document]\ntitle = 'x'\nsource = { name = 'x' }\n";
    let rule =
        "[[rule]]\nid = 'x'\ntitle = 'x'\nclause = 'x'\ntext = 'x'\nsource = { name = 'x' }\nbase = { amount = 1 }\n";
    let one = format!("{heading}rounding = {{ places = 2, mode = 'up' }}\n{rule}");
    let other = format!("{heading}rounding = {{ places = 1, mode = 'up' }}\n{rule}");
    let problems = load_texts(&[("1.toml", &one), ("2.toml", &other)]).unwrap_err();
    // the id stands in line 6 of both, the rounding in line 4
    assert_eq!(told(&problems), ["# agreement-rule-twice 6:6", "# agreement-rounding-differs 4:12"]);
    assert!(problems.iter().all(|problem| problem.also.len() == 1 && problem.also[0].file.ends_with("1.toml")));
    assert_eq!(load_texts(&[]).unwrap_err()[0].message.id, "agreement-folder-empty");
}

/// A shipped document with one line taken out, or cut off in the middle: whatever it says then, no rule is lost in silence.
#[test]
fn a_damaged_document_is_read_whole_or_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("damaged.toml");
    let check = |text: &str| {
        fs::write(&path, text).unwrap();
        let rules = text.lines().filter(|line| *line == "[[rule]]").count();
        match library::load(path.to_str().unwrap()) {
            Ok(agreement) => assert_eq!(agreement.rules.len(), rules, "{text}"),
            Err(problems) => assert!(!problems.is_empty()),
        }
    };
    for path in library::shipped().into_iter().flat_map(|name| documents(&Path::new("agreements").join(name))) {
        let text = fs::read_to_string(path).unwrap();
        for line in text.lines() {
            check(&text.replacen(line, "", 1));
        }
        for end in (0..text.len()).step_by(311).filter(|end| text.is_char_boundary(*end)) {
            check(&text[..end]);
        }
    }
}

#[test]
fn money_is_what_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("exact.toml");
    let written =
        [("0.60", "0.60"), ("3.3333333333333333333", "3.3333333333333333333"), ("\"0.10\"", "0.10"), ("20", "20")];
    for (text, exact) in written {
        let rule = format!(
            "[document]\ntitle = 'x'\nsource = {{ name = 'x' }}\n[[rule]]\nid = 'x'\ntitle = 'x'\nclause = 'x'\n\
             text = 'x'\nsource = {{ name = 'x' }}\nrate = {{ per = 'parcel', amount = {text} }}\n"
        );
        fs::write(&path, rule).unwrap();
        let agreement = library::load(path.to_str().unwrap()).unwrap();
        let amount = agreement.rules[0].figures.values[0].value.amount().unwrap();
        assert_eq!(amount.to_string(), exact);
    }
}

#[test]
fn the_samples_of_the_documentation_load() {
    let pages = ["agreements/README.md", "agreements/README.zh-CN.md"].map(|page| fs::read_to_string(page).unwrap());
    let blocks = pages.iter().flat_map(|page| page.split("```toml\n").skip(1));
    let samples: Vec<_> = blocks.map(|rest| rest.split("```").next().unwrap()).collect();
    assert!(samples.len() >= 6);
    let validator = jsonschema::draft202012::new(&schema::schema()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    for (number, sample) in samples.iter().enumerate() {
        let path = folder.path().join(format!("sample-{number}.toml"));
        fs::write(&path, sample).unwrap();
        let loaded = library::load(path.to_str().unwrap());
        assert!(loaded.is_ok(), "sample {number}: {:#?}", loaded.map(|_| ()));
        assert!(validator.is_valid(&json_of(&path).unwrap()), "sample {number}");
    }
}

/// A table of the format as the documentation has it.
fn documented(table: &Table) -> String {
    let mut lines = vec![format!("### {}", table.name), String::new(), table.help.to_string(), String::new()];
    lines.extend(["| key | | value | |".to_string(), "| --- | --- | --- | --- |".to_string()]);
    for field in table.fields {
        let required = if field.required { "required" } else { "" };
        lines.push(format!("| `{}` | {required} | {} | {} |", field.key, field.shape, field.help));
    }
    lines.join("\n")
}

#[test]
fn the_documentation_lists_every_field() {
    let readme = fs::read_to_string("agreements/README.md").unwrap();
    let (before, fields) = readme.split_once("## Every field\n\n").unwrap();
    let expected = format::TABLES.iter().map(|table| documented(table)).collect::<Vec<_>>().join("\n\n");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write("agreements/README.md", format!("{before}## Every field\n\n{expected}\n")).unwrap();
        return;
    }
    assert_eq!(fields.trim_end(), expected, "agreements/README.md should end with:\n\n{expected}\n");
}

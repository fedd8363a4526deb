//! The checks as a body: every one has its cases, its page is published, and what `pay` gives never departs from itself.

mod payroll;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use wagepact::check::{CHECKS, Check};

const CASES: &str = "tests/cases/check";

/// The commands of a document with what follows each: its exit code and its output.
fn blocks(text: &str) -> Vec<(String, String)> {
    let code = text.split("```console\n").skip(1).filter_map(|block| block.split("```").next());
    code.filter_map(|block| {
        let (command, answer) = block.strip_prefix("$ ")?.split_once('\n')?;
        Some((command.to_string(), answer.to_string()))
    })
    .collect()
}

/// Why a code has not both of its cases, if it has not.
fn missing(check: &Check) -> Option<String> {
    let path = format!("{CASES}/{}.md", check.code);
    let Ok(text) = fs::read_to_string(&path) else { return Some(format!("{path} is not there")) };
    let only = format!("--only {}", check.code);
    let own: Vec<(String, String)> = blocks(&text).into_iter().filter(|(command, _)| command.contains(&only)).collect();
    let found = |answer: &String| answer.lines().any(|line| line.starts_with(&format!("{},", check.code)));
    if !own.iter().any(|(_, answer)| found(answer)) {
        return Some(format!("{path} has no case where {} fires", check.code));
    }
    let silent = |answer: &String| answer.trim_start().starts_with("code,") && answer.trim().lines().count() == 1;
    if !own.iter().any(|(_, answer)| silent(answer)) {
        return Some(format!("{path} has no case where {} is silent", check.code));
    }
    (!text.contains("By hand: ")).then(|| format!("{path} does not say how its figures were found by hand"))
}

#[test]
fn every_check_has_a_case_where_it_fires_and_one_where_it_is_silent() {
    let missing: Vec<String> = CHECKS.iter().filter_map(missing).collect();
    assert!(missing.is_empty(), "\n{}", missing.join("\n"));
}

#[test]
fn no_code_stands_twice_or_is_unlike_its_file() {
    for (at, check) in CHECKS.iter().enumerate() {
        assert!(CHECKS[..at].iter().all(|other| other.code != check.code), "{}", check.code);
        let file = format!("src/check/rules/{}.rs", check.code.replace('-', "_"));
        assert!(Path::new(&file).exists(), "{file}");
    }
    let files = fs::read_dir("src/check/rules").expect("the checks").count();
    assert_eq!(files, CHECKS.len() + 1, "a file a check, and mod.rs");
}

/// The pages of all checks as one document.
fn document(chinese: bool) -> String {
    let heading = if chinese {
        "# 各项检查\n\n[English](checks.md)\n\n`wagepact checks` 列出下列检查，`wagepact checks CODE` 显示其中一项。本文由 `src/check/rules` 各文件开头的说明生成，并由测试核对。\n"
    } else {
        "# The checks\n\n[中文](checks.zh-CN.md)\n\n`wagepact checks` lists them, `wagepact checks CODE` prints one. Made from the words that open the files of \
         `src/check/rules`, and compared with them by a test.\n"
    };
    let list = |check: &Check| {
        format!("- [`{0}`](#{0}) ({1}): {2}\n", check.code, severity(check, chinese), check.title(chinese))
    };
    let page = |check: &Check| format!("\n## {}\n\n{}\n", check.code, check.page(chinese));
    let lists: String = CHECKS.iter().map(list).collect();
    let pages: String = CHECKS.iter().map(page).collect();
    format!("{heading}\n{lists}{pages}")
}

fn severity(check: &Check, chinese: bool) -> &'static str {
    match (check.severity.as_str(), chinese) {
        ("violation", true) => "违规",
        ("warning", true) => "提醒",
        (word, _) => word,
    }
}

/// `UPDATE_DOCS=1 cargo test --test check` writes both documents anew.
#[test]
fn the_pages_are_published_as_they_are() {
    for (path, chinese) in [("docs/checks.md", false), ("docs/checks.zh-CN.md", true)] {
        let made = document(chinese);
        if std::env::var_os("UPDATE_DOCS").is_some() {
            fs::write(path, &made).expect("the documents can be written");
        }
        let published = fs::read_to_string(path).unwrap_or_default();
        assert!(
            published == made,
            "{path} is not what the checks say; UPDATE_DOCS=1 cargo test --test check writes it anew"
        );
    }
}

#[test]
fn every_page_has_its_four_parts_in_both_languages() {
    for check in CHECKS {
        for (chinese, parts) in [
            (false, ["**What**: ", "**Why**: ", "**Example**: ", "**Clause**: "]),
            (true, ["**查什么**：", "**为什么**：", "**举例**：", "**依据**："]),
        ] {
            let page = check.page(chinese);
            let places: Vec<Option<usize>> = parts.iter().map(|part| page.find(part)).collect();
            assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{}: {places:?}", check.code);
            assert!(check.title(chinese).ends_with(['.', '。']), "{}", check.code);
        }
    }
}

/// Who departs from what by the README of the example's own table: pairs of who and code.
fn explained(readme: &str) -> BTreeSet<(String, String)> {
    let rows = readme.lines().filter(|line| line.starts_with("| ") && line.contains('`') && !line.contains(".csv`"));
    let cells = rows.filter_map(|row| {
        let mut cells = row.trim_matches('|').split(" | ");
        Some((cells.next()?.trim().to_string(), cells.next()?.to_string()))
    });
    let codes =
        |codes: String| codes.split(", ").map(|code| code.trim_matches(['`', ' ']).to_string()).collect::<Vec<_>>();
    let pairs = cells.flat_map(|(who, listed)| codes(listed).into_iter().map(move |code| (who.clone(), code)));
    pairs.filter(|(_, code)| CHECKS.iter().any(|check| check.code == code)).collect()
}

/// The same by what the program answers.
fn answered(answer: &str) -> BTreeSet<(String, String)> {
    let mut who = "";
    let mut pairs = BTreeSet::new();
    let before_the_legend = answer.lines().take_while(|line| *line != "What the codes mean");
    for line in before_the_legend {
        match line.strip_prefix("  ") {
            None => who = line.split([' ', ',']).next().unwrap_or_default(),
            Some(item) => {
                let code = item.split([':', ' ']).next().unwrap_or_default();
                let who = if who == "Agreements" { "all" } else { who };
                if CHECKS.iter().any(|check| check.code == code) {
                    pairs.insert((who.to_string(), code.to_string()));
                }
            }
        }
    }
    pairs
}

#[test]
fn the_example_has_every_check_and_explains_each_finding() {
    let readme = fs::read_to_string("examples/anji-payroll/README.md").expect("the example");
    let answers = blocks(&readme);
    let answered = answered(&answers[0].1);
    assert_eq!(answered, explained(&readme));
    for check in CHECKS {
        assert!(answered.iter().any(|(_, code)| code == check.code), "{} does not show in the example", check.code);
    }
}

//! Pages as a browser prints them: on A4, with every cell, and the pages that they say. Needs `tests/browser/prepare`, so it runs
//! only where it is asked for: `cargo test --test browser -- --ignored`.

#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

use std::fs;
use std::path::Path;
use std::process::Command;

const MONTH: &str = "examples/anji-month";

/// What a program says.
fn said(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The command with all that is known of the example month.
fn page(command: &str, more: &[&str], html: &str) -> String {
    let file = |name: &str| format!("{MONTH}/{name}");
    let names = ["deliveries.csv", "rates.csv", "roster.csv", "protected.csv", "attendance.csv"].map(file);
    let [log, rates, roster, protected, attendance] = names.each_ref().map(String::as_str);
    let known = [command, log, "-a", "anji-courier", "-a", "zhejiang-law", "--rates", rates, "--roster", roster];
    let known = [&known[..], &["--protected", protected, "--attendance", attendance, "-q", "-o", html], more].concat();
    said(env!("CARGO_BIN_EXE_wagepact"), &known);
    fs::read_to_string(html).unwrap()
}

/// What a browser prints of a page: how many sheets, their size, and all letters on them without spaces.
fn printed(html: &str) -> (usize, String, String) {
    let pdf = format!("{html}.pdf");
    let to = format!("--print-to-pdf={pdf}");
    let url = format!("file://{html}");
    let flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-pdf-header-footer"];
    said("chromium", &[&flags[..], &[&to, &url]].concat());
    let about = said("pdfinfo", &[&pdf]);
    let line = |name: &str| about.lines().find_map(|line| line.strip_prefix(name)).unwrap().trim().to_string();
    (line("Pages:").parse().unwrap(), line("Page size:"), without_spaces(&said("pdftotext", &["-raw", &pdf, "-"])))
}

fn without_spaces(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

/// The text of each cell and of each text of a picture.
fn cells(html: &str) -> Vec<String> {
    let of = |tag: &str| -> Vec<String> {
        let cell = |rest: &str| {
            let inside = rest.split_once('>').unwrap().1.split(&format!("</{tag}>")).next().unwrap();
            let signs =
                [("<br/>", ""), ("&#60;", "<"), ("&#62;", ">"), ("&#34;", "\""), ("&#39;", "'"), ("&#38;", "&")];
            without_spaces(&signs.iter().fold(inside.to_string(), |text, (sign, meant)| text.replace(sign, meant)))
        };
        html.split(&format!("<{tag}")).skip(1).map(cell).collect()
    };
    [of("td"), of("text")].concat()
}

fn holds_all(html: &str, text: &str) {
    let cells = cells(html);
    assert!(cells.len() > 50, "{} cells", cells.len());
    let missing: Vec<_> = cells.iter().filter(|cell| !text.contains(cell.as_str())).collect();
    assert!(missing.is_empty(), "cut off: {missing:?}");
}

#[test]
#[ignore = "needs a browser: bash tests/browser/prepare"]
fn a_handout_is_printed_whole_on_the_pages_that_it_says() {
    let folder = tempfile::tempdir().unwrap();
    for language in ["en", "zh"] {
        let path = folder.path().join(format!("handout.{language}.html"));
        let path = path.to_str().unwrap();
        let proposals = ["union", "companies"].map(|name| format!("examples/anji-bargaining/{name}.toml"));
        let [union, companies] = proposals.each_ref().map(String::as_str);
        let more = ["--proposal", union, "--proposal", companies, "--annual-parcels", "66400000", "--lang", language];
        let html = page("handout", &more, path);
        let (sheets, size, text) = printed(path);
        assert!(size.contains("A4") || size.starts_with("595"), "{size}");
        assert!((4..=10).contains(&sheets), "{sheets} pages");
        for sheet in 1..=sheets {
            assert!(text.contains(&format!("{sheet}/{sheets}")), "no page {sheet}/{sheets}");
        }
        holds_all(&html, &text);
    }
}

#[test]
#[ignore = "needs a browser: bash tests/browser/prepare"]
fn every_payslip_is_a_page_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("payslips.html");
    let path = path.to_str().unwrap();
    let html = page("payslips", &["--lang", "zh"], path);
    let (sheets, _, text) = printed(path);
    assert_eq!(sheets, html.matches("<section").count());
    assert!(Path::new(path).exists() && sheets >= 41, "{sheets} pages for the 41 couriers of the month");
    holds_all(&html, &text);
}

//! In a window of 80 columns no line of the example is wider, in either language: tables, remarks and help.

#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

use std::io::Read;

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use unicode_width::UnicodeWidthStr;

const MONTH: &str = "examples/anji-month";
const SIZE: PtySize = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };

/// What the program shows in a terminal of that size, with its exit code.
fn shown(line: &str, language: &str) -> (String, u32) {
    let pair = native_pty_system().openpty(SIZE).unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_wagepact"));
    command.args(line.split_whitespace().chain(["--lang", language]));
    command.cwd(env!("CARGO_MANIFEST_DIR"));
    command.env("TERM", "xterm");
    command.env("NO_COLOR", "1");
    let mut program = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut bytes = Vec::new();
    // A terminal whose program has ended is read to its end, or is gone.
    let _ = pair.master.try_clone_reader().unwrap().read_to_end(&mut bytes);
    (String::from_utf8(bytes).unwrap(), program.wait().unwrap().exit_code())
}

#[test]
fn no_line_of_the_example_is_wider_than_the_window() {
    let terms = format!(
        "{MONTH}/deliveries.csv -a anji-courier -a zhejiang-law --rates {MONTH}/rates.csv --roster {MONTH}/roster.csv \
         --protected {MONTH}/protected.csv --attendance {MONTH}/attendance.csv"
    );
    let proposals = "--proposal examples/anji-bargaining/union.toml --proposal examples/anji-bargaining/companies.toml";
    let register = "--register examples/anji-payroll/register.csv";
    let lines = [
        format!("pay {terms}"),
        format!("pay --by area {terms}"),
        format!("pay --lines {terms}"),
        format!("check {terms} {register}"),
        format!("check --by courier {terms} {register}"),
        format!("explain C02 {terms}"),
        format!("payslips --courier A01 {terms} {register}"),
        format!("cost {terms} --change delivery+0.05"),
        format!("compare {terms} {proposals}"),
        format!("compare --show clauses --by company {terms} {proposals}"),
        format!("compare --show people {terms} {proposals}"),
        format!("compare --show years {terms} {proposals}"),
        format!("solve {terms} --change delivery+? --budget 300万"),
        format!("balance {terms}"),
        format!("show anji-courier -a zhejiang-law {proposals} --on 2022-05-01"),
        "agreements".to_string(),
        "checks".to_string(),
        "man --help".to_string(),
    ];
    let mut wide = Vec::new();
    for (line, language) in lines.iter().flat_map(|line| [(line, "en"), (line, "zh")]) {
        let (text, code) = shown(line, language);
        assert!(code < 2 && text.lines().count() > 3, "{line}: {text}");
        let too_wide = text.lines().filter(|shown| shown.trim_end().width() > usize::from(SIZE.cols));
        wide.extend(too_wide.map(|shown| format!("{language} {line}: {shown}")));
    }
    assert!(wide.is_empty(), "\n{}", wide.join("\n"));
}

//! Runs the cases of tests/cases: why, the command, its exact output, and how the figures were found by hand.

#[test]
fn cases() {
    // Messages in English unless a command says `--lang zh`, whatever the machine speaks.
    let cases = trycmd::TestCases::new();
    for variable in ["LANG", "LC_ALL", "LC_MESSAGES", "LANGUAGE"] {
        cases.env(variable, "C");
    }
    cases.insert_var("[VERSION]", env!("CARGO_PKG_VERSION")).expect("a name in capitals");
    cases.case("tests/cases/**/*.md");
}

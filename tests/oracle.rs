//! What is due, against a calculator of its own that was written from the documents alone, on cases made up from a seed. It needs
//! Python 3.11 or later and nothing else, so it runs only where it is asked for: `cargo test --test oracle -- --ignored`.

use std::process::Command;

const COMPARE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/oracle/compare.py");

/// Another seed than those of docs/testing.md, small enough to be run with every change.
const SEED: &str = "2022";
const CASES: &str = "400";

#[test]
#[ignore = "needs Python 3.11"]
fn the_calculator_finds_the_same() {
    let program = env!("CARGO_BIN_EXE_wagepact");
    let output = Command::new("python3").args(["-B", COMPARE, SEED, CASES, "--binary", program]).output().unwrap();
    let (said, mistakes) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{said}{mistakes}");
    assert!(said.starts_with(&format!("{CASES} cases, ")) && said.trim_end().ends_with("all equal"), "{said}");
}

//! Builds the program anew where a text that is built into it has changed: agreements and messages.
#![expect(clippy::print_stdout, reason = "this is how a build script speaks to cargo")]

fn main() {
    println!("cargo::rerun-if-changed=agreements");
    println!("cargo::rerun-if-changed=src/report/messages");
}

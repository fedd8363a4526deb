//! Builds the program anew where a text that is built into it has changed: agreements and messages.

fn main() {
    println!("cargo::rerun-if-changed=agreements");
    println!("cargo::rerun-if-changed=src/report/messages");
}

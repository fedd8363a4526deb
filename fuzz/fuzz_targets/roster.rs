#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| wagepact_fuzz::run("roster", bytes));

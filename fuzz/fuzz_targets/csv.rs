//! `cargo +nightly fuzz run csv`
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| baton::knowledge::fuzzing::csv(bytes));

//! `cargo +nightly fuzz run pairs`
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| baton::knowledge::fuzzing::pairs(bytes));

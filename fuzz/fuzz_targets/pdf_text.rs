//! `cargo +nightly fuzz run pdf_text`
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| baton::knowledge::fuzzing::pdf_text(bytes));

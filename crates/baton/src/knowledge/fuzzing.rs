//! Each parser of what came from outside, behind one function that takes any bytes and checks what must hold for all.

use super::read::{Pair, Read, Unreadable, decode, parse_pairs, parsers};
use super::split::split;
use super::{ANSWER_CHARS_MAX, Kind, PAIRS_MAX};

/// What a parser makes of some bytes may be this many times as long, and ...
const GROWTH_MAX: usize = 40;
/// ... a document this long whatever its packed size, in bytes.
const GROWTH_FREE: usize = 20_000_000;

/// Takes any bytes; panics when something does not hold.
pub type Target = fn(&[u8]);

/// A parser by its name, for the corpus folder of the same name.
pub const TARGETS: [(&str, Target); 7] = [
    ("html", html),
    ("docx", docx),
    ("sheet", sheet),
    ("csv", csv),
    ("pairs", pairs),
    ("pdf_text", pdf_text),
    ("split", cut),
];

pub fn html(bytes: &[u8]) {
    let Ok(text) = decode(bytes) else { return };
    check_text(bytes, parsers::html(&text).map(|(markdown, _)| markdown));
}

pub fn docx(bytes: &[u8]) {
    check_text(bytes, parsers::docx(bytes).map(|(markdown, _)| markdown));
}

/// Panics of the parser itself end the process that it runs in and nothing else, so they do not count. Old Excel files
/// that send it in circles are ended by that process's limits; here nothing would end them.
pub fn sheet(bytes: &[u8]) {
    const OLD_EXCEL: &[u8] = b"\xd0\xcf\x11\xe0";
    if bytes.starts_with(OLD_EXCEL) {
        return;
    }
    if let Ok(Ok(grids)) = std::panic::catch_unwind(|| parsers::sheet(bytes)) {
        check_read(bytes, parsers::tables(&grids));
    }
}

pub fn csv(bytes: &[u8]) {
    let Ok(text) = decode(bytes) else { return };
    if let Ok(grid) = parsers::csv(&text) {
        check_read(bytes, parsers::tables(&[grid]));
    }
}

pub fn pairs(bytes: &[u8]) {
    if let Ok(pairs) = decode(bytes).and_then(|text| parse_pairs(&text)) {
        check_pairs(&pairs);
    }
}

pub fn pdf_text(bytes: &[u8]) {
    let Ok(text) = decode(bytes) else { return };
    check_text(bytes, Ok(parsers::pdf_text(&text)));
}

pub fn cut(bytes: &[u8]) {
    let Ok(text) = decode(bytes) else { return };
    for kind in [Kind::Text, Kind::Markdown, Kind::Html, Kind::Qa] {
        assert!(split(kind, &text).iter().all(|part| !part.text.trim().is_empty()));
    }
}

fn check_read(bytes: &[u8], read: Result<Read, Unreadable>) {
    match read {
        Ok(Read::Text { markdown, .. }) => check_text(bytes, Ok(markdown)),
        Ok(Read::Pairs(pairs)) => check_pairs(&pairs),
        Err(why) => assert!(!why.to_string().is_empty()),
    }
}

fn check_text(bytes: &[u8], text: Result<String, Unreadable>) {
    match text {
        Ok(text) => assert!(!text.contains('\0') && text.len() <= GROWTH_FREE + GROWTH_MAX * bytes.len()),
        Err(why) => assert!(!why.to_string().is_empty()),
    }
}

fn check_pairs(pairs: &[Pair]) {
    assert!((1..=PAIRS_MAX).contains(&pairs.len()));
    for pair in pairs {
        assert!(!pair.question.is_empty() && (1..=ANSWER_CHARS_MAX).contains(&pair.answer.chars().count()));
    }
}

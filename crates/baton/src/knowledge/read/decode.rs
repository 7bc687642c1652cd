//! From bytes to text: UTF-8, UTF-16 that says so, what a page declares, or Windows-1252 as the last guess.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::unreadable::Unreadable;

/// Browsers look no further for a page's own word on its encoding.
const DECLARATION_BYTES: usize = 1024;
/// Control characters that texts have: tab, line feed, vertical tab, form feed, carriage return, escape.
const TEXT_CONTROLS: [char; 6] = ['\t', '\n', '\u{b}', '\u{c}', '\r', '\u{1b}'];

/// The text of a file of text.
///
/// # Errors
/// [`Unreadable::Binary`] when it is none.
pub fn decode(bytes: &[u8]) -> Result<String, Unreadable> {
    match bytes {
        [0xff, 0xfe, rest @ ..] => strictly(UTF_16LE, rest),
        [0xfe, 0xff, rest @ ..] => strictly(UTF_16BE, rest),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text_only(text.to_owned()),
            Err(_) => windows_1252(bytes),
        },
    }
}

/// The text of a web page, which may declare its encoding.
///
/// # Errors
/// [`Unreadable::Binary`] when it is none.
pub fn decode_html(bytes: &[u8]) -> Result<String, Unreadable> {
    match declared(bytes) {
        Some(encoding) if std::str::from_utf8(bytes).is_err() => text_only(encoding.decode(bytes).0.into_owned()),
        Some(_) | None => decode(bytes),
    }
}

fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(DECLARATION_BYTES)]).to_ascii_lowercase();
    let after = &head[head.find("charset=")? + "charset=".len()..];
    let label: String = after
        .trim_start_matches(['"', '\'', ' '])
        .chars()
        .take_while(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_'))
        .collect();
    Encoding::for_label(label.as_bytes())
}

fn strictly(encoding: &'static Encoding, bytes: &[u8]) -> Result<String, Unreadable> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes).ok_or(Unreadable::Binary)?;
    text_only(text.into_owned())
}

/// A guess, so it is believed only when the result looks like text.
fn windows_1252(bytes: &[u8]) -> Result<String, Unreadable> {
    let text = WINDOWS_1252.decode_without_bom_handling(bytes).0;
    let is_text = text.chars().all(|letter| !letter.is_control() || TEXT_CONTROLS.contains(&letter));
    if is_text { Ok(text.into_owned()) } else { Err(Unreadable::Binary) }
}

fn text_only(text: String) -> Result<String, Unreadable> {
    if text.contains('\0') { Err(Unreadable::Binary) } else { Ok(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_decoded_by_what_they_say_they_are() {
        assert_eq!(decode("Grüße".as_bytes()), Ok("Grüße".into()));
        assert_eq!(decode(&[0xff, 0xfe, b'h', 0, b'i', 0]), Ok("hi".into()));
        assert_eq!(decode(&[0xfe, 0xff, 0, b'h', 0, b'i']), Ok("hi".into()));
        assert_eq!(decode(&[0xff, 0xfe, b'h']), Err(Unreadable::Binary));
        assert_eq!(decode(b"\x89PNG\r\n\x1a\n"), Err(Unreadable::Binary));
        assert_eq!(decode(b"a\0b"), Err(Unreadable::Binary));
    }

    #[test]
    fn old_windows_files_keep_their_letters() {
        assert_eq!(decode(b"Gr\xfc\xdfe \x80 5"), Ok("Grüße € 5".into()));
        assert_eq!(decode(b"\x81\x8d\x8f"), Err(Unreadable::Binary));
    }

    #[test]
    fn a_page_is_read_in_the_encoding_it_declares() {
        let page = b"<meta charset=\"windows-1251\"><p>\xcf\xf0\xe8\xe2\xe5\xf2</p>";
        assert!(decode_html(page).is_ok_and(|text| text.contains("Привет")));
        assert!(decode_html("<meta charset=latin1><p>ü".as_bytes()).is_ok_and(|text| text.contains('ü')));
    }
}

//! From a page's bytes to text, in whatever charset they are: byte order mark, header, `<meta>`, or what they look
//! like (the order of the HTML standard, 13.2.3.2).

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// A page has to name its charset within these many bytes.
const META_BYTES_MAX: usize = 1024;

/// `label` is the `charset` of the header. Never fails: what is not valid becomes U+FFFD.
#[must_use]
pub fn decode(bytes: &[u8], label: Option<&str>) -> String {
    let named = label.and_then(|label| Encoding::for_label(label.as_bytes())).or_else(|| in_meta(bytes));
    let encoding = named.unwrap_or_else(|| guessed(bytes));
    // Prefers a byte order mark to the encoding that it is given, and takes it off.
    let (text, _, _) = encoding.decode(bytes);
    text.into_owned()
}

fn in_meta(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(META_BYTES_MAX)]).to_ascii_lowercase();
    let named = ["charset", "encoding"].into_iter().find_map(|word| {
        head.match_indices(word).find_map(|(at, _)| Encoding::for_label(label(&head[at + word.len()..])?.as_bytes()))
    })?;
    // A page that says so in ASCII cannot be UTF-16 (the standard says to take UTF-8).
    Some(if named.is_ascii_compatible() { named } else { UTF_8 })
}

/// What follows ` = ` in any quotes.
fn label(rest: &str) -> Option<&str> {
    let value = rest.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    value.split(|mark: char| !mark.is_ascii_alphanumeric() && !"-_:.".contains(mark)).next()
}

fn guessed(bytes: &[u8]) -> &'static Encoding {
    if std::str::from_utf8(bytes).is_ok() { UTF_8 } else { WINDOWS_1252 }
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn the_header_is_believed_before_the_page() {
        assert_eq!(decode(b"<meta charset=utf-8>\xe4", Some("iso-8859-1")), "<meta charset=utf-8>\u{e4}");
    }

    #[test]
    fn the_page_is_believed_when_the_header_says_nothing() {
        for head in [
            "<META CHARSET='windows-1251'>",
            "<meta http-equiv=Content-Type content=\"text/html; charset = windows-1251\">",
            "<?xml version='1.0' encoding=\"windows-1251\"?>",
            "<meta name=charset content=x><meta charset=windows-1251>",
        ] {
            let page = [head.as_bytes(), b"\xcf\xf0"].concat();
            assert_eq!(decode(&page, None), format!("{head}Пр"));
            assert_eq!(decode(&page, Some("no-such-charset")), format!("{head}Пр"));
        }
    }

    #[test]
    fn a_byte_order_mark_is_believed_before_everything() {
        assert_eq!(decode(b"\xef\xbb\xbf\xc3\xa4", Some("iso-8859-1")), "ä");
        assert_eq!(decode(b"\xff\xfea\0", Some("utf-8")), "a");
    }

    #[test]
    fn a_page_that_says_nothing_is_looked_at() {
        assert_eq!(decode("für".as_bytes(), None), "für");
        assert_eq!(decode(b"f\xfcr \x80 5", None), "für € 5");
    }
}

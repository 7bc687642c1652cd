//! What kind of file it is by its bytes; what its sender or its name say does not count.

use crate::domain::is_shown;

/// More would take a browser hundreds of megabytes to unpack; such a picture is a file like any other.
const PIXELS_MAX: usize = 64_000_000;
const ANYTHING: &str = "application/octet-stream";

/// What one look at a file tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Look {
    pub media_type: &'static str,
    /// In pixels, of an image that can be shown.
    pub width: Option<i64>,
    pub height: Option<i64>,
}

pub(super) fn look_at(bytes: &[u8]) -> Look {
    let known = infer::get(bytes).map(|found| found.mime_type());
    let plain = |media_type| Look { media_type, width: None, height: None };
    match known {
        Some(media_type) if is_shown(media_type) => picture(media_type, bytes).unwrap_or(plain(ANYTHING)),
        Some(media_type) => plain(media_type),
        None if is_text(bytes) => plain("text/plain"),
        None => plain(ANYTHING),
    }
}

/// One whose size can be read, and is bearable.
fn picture(media_type: &'static str, bytes: &[u8]) -> Option<Look> {
    let size = imagesize::blob_size(bytes).ok()?;
    let pixels = size.width.checked_mul(size.height)?;
    let side = |length: usize| i64::try_from(length).ok().filter(|length| *length > 0);
    let (width, height) = (side(size.width)?, side(size.height)?);
    (pixels <= PIXELS_MAX).then_some(Look { media_type, width: Some(width), height: Some(height) })
}

fn is_text(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_ok_and(|text| !text.chars().any(|letter| letter.is_control() && !is_spacing(letter)))
}

fn is_spacing(letter: char) -> bool {
    matches!(letter, '\n' | '\r' | '\t' | '\u{c}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The beginning of a PNG file, up to its size.
    fn png(width: u32, height: u32) -> Vec<u8> {
        [&b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR"[..], &width.to_be_bytes(), &height.to_be_bytes(), b"\x08\x06\0\0\0"]
            .concat()
    }

    #[test]
    fn a_picture_has_a_size() {
        let look = look_at(&png(640, 480));
        assert_eq!(look, Look { media_type: "image/png", width: Some(640), height: Some(480) });
        let gif = look_at(b"GIF89a\x02\0\x03\0\0\0\0");
        assert_eq!(gif, Look { media_type: "image/gif", width: Some(2), height: Some(3) });
    }

    #[test]
    fn a_picture_without_a_size_or_with_too_much_of_it_is_any_file() {
        for odd in [png(60_000, 60_000), png(0, 5), b"\x89PNG\r\n\x1a\n<script>".to_vec()] {
            assert_eq!(look_at(&odd).media_type, ANYTHING);
        }
    }

    #[test]
    fn what_a_browser_could_run_is_never_shown() {
        for (bytes, expected) in [
            (&b"<!DOCTYPE html><script>alert(1)</script>"[..], "text/html"),
            (b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>", "text/plain"),
            (b"<?xml version=\"1.0\"?><svg/>", "text/xml"),
            (b"%PDF-1.7", "application/pdf"),
            (b"words", "text/plain"),
            (b"\0\x01\x02", ANYTHING),
        ] {
            let Look { media_type, .. } = look_at(bytes);
            assert_eq!((media_type, is_shown(media_type)), (expected, false));
        }
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_fall_over(bytes in prop::collection::vec(any::<u8>(), 0..400), begins in 0_usize..5) {
            let heads: [&[u8]; 5] = [b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF89a", b"RIFF\0\0\0\0WEBPVP8 "];
            look_at(&[heads[begins], &bytes].concat());
        }
    }
}

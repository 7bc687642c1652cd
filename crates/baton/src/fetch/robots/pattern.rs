//! One path of a robots.txt: `*` stands for anything, `$` at its end for the end (RFC 9309, 2.2.3). Matching takes
//! one walk over the address for each piece, whatever the pattern.

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pattern {
    /// What stands between the stars; the first piece begins the address.
    pieces: Vec<String>,
    is_anchored: bool,
    len: usize,
}

impl Pattern {
    pub(super) fn of(path: &str) -> Self {
        let path = escaped(path);
        let (body, is_anchored) = path.strip_suffix('$').map_or((path.as_str(), false), |body| (body, true));
        Self { pieces: body.split('*').map(str::to_owned).collect(), is_anchored, len: path.len() }
    }

    pub(super) fn len(&self) -> usize {
        self.len
    }

    pub(super) fn matches(&self, path: &str) -> bool {
        let [first, between @ .., last] = self.pieces.as_slice() else {
            let [only] = self.pieces.as_slice() else { return false };
            return if self.is_anchored { path == only } else { path.starts_with(only.as_str()) };
        };
        let Some(mut rest) = path.strip_prefix(first.as_str()) else { return false };
        for piece in between {
            let Some(at) = rest.find(piece.as_str()) else { return false };
            rest = &rest[at + piece.len()..];
        }
        if self.is_anchored { rest.ends_with(last.as_str()) } else { rest.contains(last.as_str()) }
    }
}

/// A path and a pattern are compared with everything but ASCII escaped, escapes in upper case, and what needs no
/// escape without one.
pub(super) fn escaped(text: &str) -> String {
    use std::fmt::Write;

    let bytes = text.as_bytes();
    let mut escaped = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let hex = text.get(at + 1..at + 3).filter(|hex| *byte == b'%' && !hex.starts_with('+'));
        let unescaped = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok());
        at += if unescaped.is_some() { 3 } else { 1 };
        let byte = unescaped.unwrap_or(*byte);
        let is_plain = match unescaped {
            None => byte.is_ascii_graphic(),
            Some(byte) => byte.is_ascii_alphanumeric() || b"-._~".contains(&byte),
        };
        if is_plain {
            escaped.push(byte.into());
        } else {
            let _ = write!(escaped, "%{byte:02X}");
        }
    }
    escaped
}

//! Addresses that a crawler does well not to follow: they hold no text, do something, or never end.

use url::Url;

const SEGMENTS_MAX: usize = 12;
const PARAMETERS_MAX: usize = 4;
/// The same part of a path this often is a link that leads into itself.
const REPEATS_MAX: usize = 2;

/// Ends of files without text that is read.
const BINARY: [&str; 66] = [
    "7z", "aac", "apk", "avi", "avif", "bin", "bmp", "bz2", "css", "csv", "deb", "dmg", "doc", "docx", "eot", "eps",
    "epub", "exe", "flac", "flv", "gif", "gz", "heic", "ico", "ics", "img", "iso", "jar", "jpeg", "jpg", "js", "json",
    "m4a", "m4v", "map", "mjs", "mkv", "mov", "mp3", "mp4", "mpg", "msi", "odt", "ogg", "ogv", "otf", "pkg", "png",
    "ppt", "pptx", "psd", "rar", "rpm", "rss", "svg", "tar", "tgz", "tif", "tiff", "ttf", "wasm", "wav", "webm",
    "webp", "woff", "woff2",
];
const BINARY_TOO: [&str; 7] = ["xls", "xlsx", "xz", "zip", "zst", "atom", "vcf"];
/// First parts of a path (after a language) behind which something is done rather than told.
const ACTIONS: [&str; 22] = [
    "account",
    "basket",
    "cart",
    "cgi-bin",
    "checkout",
    "log-in",
    "log-out",
    "login",
    "logoff",
    "logout",
    "my-account",
    "oauth",
    "register",
    "sign-in",
    "sign-out",
    "signin",
    "signout",
    "signup",
    "warenkorb",
    "wishlist",
    "wp-admin",
    "wp-login.php",
];
const ACTION_PARAMETERS: [&str; 6] = ["add-to-cart", "add_to_cart", "add_to_wishlist", "logout", "replytocom", "share"];
const CALENDARS: [&str; 5] = ["agenda", "calendar", "events", "kalender", "veranstaltungen"];
const CALENDAR_PARAMETERS: [&str; 8] =
    ["date", "day", "ical", "month", "outlook-ical", "tribe-bar-date", "week", "year"];

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Trap {
    #[error("It is a file without text that can be read. If it matters, add its text as a file.")]
    Binary,
    #[error("It signs in, buys or changes something. Such addresses are not read.")]
    Action,
    #[error("It is a calendar, which never ends. Add the address of one page if it matters.")]
    Calendar,
    #[error(
        "It has more than {PARAMETERS_MAX} parameters, which is mostly a search. Add the address by itself if it matters."
    )]
    Parameters,
    #[error("Its path has more than {SEGMENTS_MAX} parts. Add the address by itself if it matters.")]
    Deep,
    #[error("Its path repeats itself, which is mostly a wrong link. Add the address by itself if it matters.")]
    Repeats,
}

pub(super) fn check(url: &Url) -> Result<(), Trap> {
    let path = url.path().to_ascii_lowercase();
    let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
    let names: Vec<String> = url.query_pairs().map(|(name, _)| name.to_ascii_lowercase()).collect();
    let has = |parameters: &[&str]| names.iter().any(|name| parameters.contains(&name.as_str()));

    if segments.last().is_some_and(|file| is_binary(file)) {
        Err(Trap::Binary)
    } else if is_action(&segments) || has(&ACTION_PARAMETERS) {
        Err(Trap::Action)
    } else if is_calendar(&segments) || has(&CALENDAR_PARAMETERS) {
        Err(Trap::Calendar)
    } else if names.len() > PARAMETERS_MAX {
        Err(Trap::Parameters)
    } else if segments.len() > SEGMENTS_MAX {
        Err(Trap::Deep)
    } else if repeats(&segments) {
        Err(Trap::Repeats)
    } else {
        Ok(())
    }
}

fn is_binary(file: &str) -> bool {
    file.rsplit_once('.').is_some_and(|(_, end)| BINARY.contains(&end) || BINARY_TOO.contains(&end))
}

fn is_action(segments: &[&str]) -> bool {
    let first = match segments {
        [language, next, ..] if is_language(language) => Some(next),
        [first, ..] => Some(first),
        [] => None,
    };
    first.is_some_and(|first| ACTIONS.contains(first))
}

/// Like `de` or `pt-br`.
fn is_language(segment: &str) -> bool {
    let mut parts = segment.split(['-', '_']);
    let is_code = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    parts.next().is_some_and(is_code) && parts.next().is_none_or(is_code) && parts.next().is_none()
}

fn is_calendar(segments: &[&str]) -> bool {
    let is_year = |segment: &str| segment.get(..4).is_some_and(|year| year.bytes().all(|byte| byte.is_ascii_digit()));
    segments.windows(2).any(|pair| CALENDARS.contains(&pair[0]) && is_year(pair[1]))
}

/// One part too often, or several of them twice in a row.
fn repeats(segments: &[&str]) -> bool {
    let too_often = segments.iter().any(|part| segments.iter().filter(|other| *other == part).count() > REPEATS_MAX);
    let in_a_row =
        (2..=segments.len() / 2).any(|length| segments.windows(2 * length).any(|run| run[..length] == run[length..]));
    too_often || in_a_row
}

#[cfg(test)]
mod tests {
    use url::Url;

    use super::{Trap, check};

    fn trap(path: &str) -> Option<Trap> {
        check(&Url::parse("https://acme.de").unwrap().join(path).unwrap()).err()
    }

    #[test]
    fn pages_are_followed() {
        for path in [
            "/",
            "/help/cart",
            "/help/how-to-login",
            "/blog/2024/05/news",
            "/v1.2/setup",
            "/price.pdf",
            "/docs/a/docs/b",
            "/help/help",
            "/?page=2&sort=a",
            "/shipping/share",
            "/events/summer-party",
        ] {
            assert_eq!(trap(path), None, "{path}");
        }
    }

    #[test]
    fn traps_are_known_by_their_address() {
        for (path, expected) in [
            ("/files/Setup.EXE", Trap::Binary),
            ("/logo.svg?v=2", Trap::Binary),
            ("/logout", Trap::Action),
            ("/de/cart/items", Trap::Action),
            ("/pt-BR/Checkout/", Trap::Action),
            ("/shop?add-to-cart=7", Trap::Action),
            ("/post?replytocom=5", Trap::Action),
            ("/events/2024-05-01", Trap::Calendar),
            ("/de/kalender/2031/02", Trap::Calendar),
            ("/plan?Month=5&x=1", Trap::Calendar),
            ("/shop?a=1&b=2&c=3&d=4&e=5", Trap::Parameters),
            ("/a/b/c/d/e/f/g/h/i/j/k/l/m", Trap::Deep),
            ("/x/a/y/a/z/a", Trap::Repeats),
            ("/en/docs/en/docs", Trap::Repeats),
        ] {
            assert_eq!(trap(path), Some(expected), "{path}");
        }
    }
}

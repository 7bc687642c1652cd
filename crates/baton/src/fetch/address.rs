//! One page, one address: the same page is linked to in many ways, and is to be fetched once.

#[cfg(test)]
mod tests;

use url::Url;

/// Parameters that say where a reader came from, not what the page shows.
const TRACKING: [&str; 24] = [
    "gclid",
    "gclsrc",
    "dclid",
    "gbraid",
    "wbraid",
    "fbclid",
    "msclkid",
    "yclid",
    "twclid",
    "ttclid",
    "li_fat_id",
    "igshid",
    "mc_cid",
    "mc_eid",
    "_ga",
    "_gl",
    "_hsenc",
    "_hsmi",
    "__hstc",
    "__hssc",
    "__hsfp",
    "hsctatracking",
    "mkt_tok",
    "vero_id",
];
const TRACKING_PREFIX: &str = "utm_";
/// Parameters by which old servers carry a session.
const SESSIONS: [&str; 5] = ["phpsessid", "jsessionid", "aspsessionid", "cfid", "cftoken"];
const SESSION_IN_PATH: &str = ";jsessionid=";

/// The address without what does not change the page: no fragment, no tracking or session parameters, the others
/// sorted by name (their order within a name kept), escapes in upper case. Doing it twice changes nothing.
#[must_use]
pub fn normal(url: &Url) -> Url {
    let mut normal = url.clone();
    normal.set_fragment(None);
    normal.set_path(&escapes(without_session(url.path())));
    let query = url.query().map(query).unwrap_or_default();
    normal.set_query((!query.is_empty()).then_some(query.as_str()));
    normal
}

fn query(query: &str) -> String {
    // Kept as they were written: taking them apart and putting them together would change `+` and `%20`.
    let mut parameters: Vec<&str> = query.split('&').filter(|parameter| is_kept(parameter)).collect();
    parameters.sort_by_key(|parameter| name(parameter));
    escapes(&parameters.join("&"))
}

fn is_kept(parameter: &str) -> bool {
    let name = name(parameter).to_ascii_lowercase();
    let is_noise =
        name.starts_with(TRACKING_PREFIX) || TRACKING.contains(&name.as_str()) || SESSIONS.contains(&name.as_str());
    !parameter.is_empty() && !is_noise
}

fn name(parameter: &str) -> &str {
    parameter.split_once('=').map_or(parameter, |(name, _)| name)
}

fn without_session(path: &str) -> &str {
    match path.to_ascii_lowercase().find(SESSION_IN_PATH) {
        Some(at) => &path[..at],
        None => path,
    }
}

/// Escapes in upper case; `~`, `-` and `_` need none (RFC 3986, 6.2.2). Others stay as they are, since what two
/// escapes side by side stand for could read as a third.
fn escapes(text: &str) -> String {
    let mut normal = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('%') {
        let (before, escape) = rest.split_at(at);
        normal.push_str(before);
        let hex = escape.get(1..3).filter(|hex| hex.bytes().all(|byte| byte.is_ascii_hexdigit()));
        match hex.map(str::to_ascii_uppercase).as_deref() {
            Some("7E") => normal.push('~'),
            Some("2D") => normal.push('-'),
            Some("5F") => normal.push('_'),
            Some(hex) => normal.extend(["%", hex]),
            None => normal.push('%'),
        }
        rest = &escape[if hex.is_some() { 3 } else { 1 }..];
    }
    normal + rest
}

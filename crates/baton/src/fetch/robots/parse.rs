//! From the text of a robots.txt to the rules that are for us (RFC 9309, 2.1 and 2.2), plus two lines that the RFC
//! leaves to each program: `Crawl-delay` and `Sitemap`.

use super::{super::directives::PRODUCT, BYTES_MAX, CRAWL_DELAY_MAX_MS, Pattern, Rule, Rules};

/// More rules than these are not a robots.txt any more.
const RULES_MAX: usize = 10_000;
const SITEMAPS_MAX: usize = 100;

/// Reads any bytes: a line that cannot be understood is skipped.
#[must_use]
pub fn parse(bytes: &[u8]) -> Rules {
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(BYTES_MAX)]);
    let mut file = File::default();
    for (key, value) in text.trim_start_matches('\u{feff}').split(['\n', '\r', '\0']).filter_map(line) {
        file.take(&key, value);
    }
    file.rules()
}

#[derive(Default)]
struct File {
    /// Whom the lines that follow are for; a file that begins with rules has them for everybody.
    group: Group,
    ours: Found,
    everybody: Found,
    sitemaps: Vec<String>,
}

#[derive(Default)]
struct Found {
    is_named: bool,
    rules: Vec<Rule>,
    delay_ms: Option<i64>,
}

struct Group {
    ours: bool,
    everybody: bool,
    /// One more name still belongs to it.
    takes_names: bool,
}

impl Default for Group {
    fn default() -> Self {
        Self { ours: false, everybody: true, takes_names: false }
    }
}

impl File {
    fn take(&mut self, key: &str, value: &str) {
        match key {
            "user-agent" | "useragent" | "user agent" => self.name(value),
            "allow" => self.rule(true, value),
            "disallow" => self.rule(false, value),
            "crawl-delay" => self.delay(value),
            "sitemap" if self.sitemaps.len() < SITEMAPS_MAX => self.sitemaps.push(value.to_owned()),
            _ => {}
        }
    }

    fn name(&mut self, value: &str) {
        if !self.group.takes_names {
            self.group = Group { ours: false, everybody: false, takes_names: true };
        }
        if value == "*" {
            self.group.everybody = true;
        } else if product(value).eq_ignore_ascii_case(PRODUCT) {
            self.group.ours = true;
            self.ours.is_named = true;
        }
    }

    fn rule(&mut self, allows: bool, value: &str) {
        let rule = (!value.is_empty()).then(|| Rule { allows, pattern: Pattern::of(value) });
        for found in self.groups() {
            if found.rules.len() < RULES_MAX {
                found.rules.extend(rule.clone());
            }
        }
    }

    fn delay(&mut self, value: &str) {
        let Some(ms) = delay_ms(value) else { return };
        for found in self.groups() {
            found.delay_ms.get_or_insert(ms);
        }
    }

    /// Those whom a line is for. It ends the list of their names.
    fn groups(&mut self) -> impl Iterator<Item = &mut Found> {
        self.group.takes_names = false;
        let ours = self.group.ours.then_some(&mut self.ours);
        let everybody = self.group.everybody.then_some(&mut self.everybody);
        ours.into_iter().chain(everybody)
    }

    fn rules(self) -> Rules {
        let found = if self.ours.is_named { self.ours } else { self.everybody };
        Rules { rules: found.rules, delay_ms: found.delay_ms, sitemaps: self.sitemaps }
    }
}

/// `Key: value # remark`.
fn line(line: &str) -> Option<(String, &str)> {
    let line = line.split('#').next().unwrap_or_default();
    let (key, value) = line.split_once(':')?;
    Some((key.trim().to_ascii_lowercase(), value.trim()))
}

/// A product token is letters, `-` and `_`; what follows it, such as a version, does not count.
fn product(value: &str) -> &str {
    let end = value.find(|mark: char| !mark.is_ascii_alphabetic() && !matches!(mark, '-' | '_'));
    &value[..end.unwrap_or(value.len())]
}

/// Seconds, perhaps with a fraction.
fn delay_ms(value: &str) -> Option<i64> {
    let seconds: f64 = value.parse().ok().filter(|seconds: &f64| seconds.is_finite() && *seconds >= 0.0)?;
    // Far below 2^53: nothing is lost but fractions of a millisecond.
    #[allow(clippy::cast_possible_truncation)]
    Some((seconds * 1_000.0).min(CRAWL_DELAY_MAX_MS as f64) as i64)
}

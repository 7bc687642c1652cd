//! How the widget of an AI Agent looks on a website, and what it does there.

use garde::Validate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::LocalText;

const DOMAINS_MAX: usize = 100;
/// What a launcher and a title have room for, in characters.
const WORDS_MAX: usize = 60;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(default)]
pub struct WidgetSettings {
    /// Such as `#0a7d5c`; absent: Baton's own.
    #[garde(inner(custom(six_digits)))]
    pub colour: Option<String>,
    #[garde(skip)]
    pub position: WidgetPosition,
    #[garde(skip)]
    pub launcher: Launcher,
    /// Beside the launcher, where that is a label.
    #[garde(custom(few_words))]
    pub launcher_text: LocalText,
    /// Above the conversation; empty: the AI Agent's name.
    #[garde(custom(few_words))]
    pub title: LocalText,
    #[garde(skip)]
    pub theme: WidgetTheme,
    /// The websites that may show the widget, with their subdomains; none: every website.
    #[garde(length(max = DOMAINS_MAX), inner(custom(is_domain)))]
    pub allowed_domains: Vec<String>,
    #[garde(skip)]
    pub identity: Identity,
    /// A customer is asked how a person helped them, when that is over.
    #[garde(skip)]
    pub ask_rating: bool,
    /// Customers may send files.
    #[garde(skip)]
    pub attachments: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum WidgetPosition {
    Right,
    Left,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Launcher {
    Bubble,
    Label,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum WidgetTheme {
    /// As the visitor's device has it.
    Auto,
    Light,
    Dark,
}

/// Whether the website must vouch for its visitors with a signed token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Identity {
    Optional,
    Required,
}

impl Default for WidgetSettings {
    fn default() -> Self {
        Self {
            colour: None,
            position: WidgetPosition::Right,
            launcher: Launcher::Bubble,
            launcher_text: LocalText::default(),
            title: LocalText::default(),
            theme: WidgetTheme::Auto,
            allowed_domains: Vec::new(),
            identity: Identity::Optional,
            ask_rating: true,
            attachments: true,
        }
    }
}

impl WidgetSettings {
    /// Who may frame the widget, as a browser is told; absent: everybody.
    #[must_use]
    pub fn frame_ancestors(&self) -> Option<String> {
        if self.allowed_domains.is_empty() {
            return None;
        }
        let allowed = self.allowed_domains.iter().filter_map(|domain| sources(domain));
        // The dashboard shows it as well.
        Some(std::iter::once("'self'".to_owned()).chain(allowed).collect::<Vec<_>>().join(" "))
    }
}

fn six_digits(text: &str, (): &()) -> garde::Result {
    let digits = text.strip_prefix('#').unwrap_or_default();
    if digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return Ok(());
    }
    Err(garde::Error::new("must be # and six digits from 0 to f, such as #0a7d5c"))
}

fn few_words(text: &LocalText, (): &()) -> garde::Result {
    if text.all().any(|text| text.chars().count() > WORDS_MAX) {
        return Err(garde::Error::new(format!("must have at most {WORDS_MAX} characters")));
    }
    Ok(())
}

fn is_domain(text: &str, (): &()) -> garde::Result {
    match sources(text) {
        Some(_) => Ok(()),
        None => Err(garde::Error::new(
            "must be a domain such as example.com, without https:// and path; a port may follow, as in localhost:5173",
        )),
    }
}

/// The domain and its subdomains as a Content-Security-Policy names them, or nothing when it is no domain.
fn sources(text: &str) -> Option<String> {
    let (host, port) = match text.trim().split_once(':') {
        Some((host, port)) => (host, format!(":{}", port.parse::<u16>().ok()?)),
        None => (text.trim(), String::new()),
    };
    match url::Host::parse(host).ok()? {
        url::Host::Domain(name) if is_plain(&name) => Some(format!("{name}{port} *.{name}{port}")),
        url::Host::Ipv4(address) => Some(format!("{address}{port}")),
        url::Host::Domain(_) | url::Host::Ipv6(_) => None,
    }
}

/// Nothing in it means anything in a policy.
fn is_plain(name: &str) -> bool {
    let is_label = |label: &str| {
        !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
    };
    name.len() <= 253 && name.split('.').all(is_label)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allowing(domains: &[&str]) -> WidgetSettings {
        let allowed_domains = domains.iter().map(|&domain| domain.into()).collect();
        WidgetSettings { allowed_domains, ..WidgetSettings::default() }
    }

    #[test]
    fn a_domain_covers_its_subdomains() {
        assert_eq!(allowing(&[]).frame_ancestors(), None);
        let two = allowing(&["Shop.example", "localhost:5173", "127.0.0.1"]).frame_ancestors();
        let expected = "'self' shop.example *.shop.example localhost:5173 *.localhost:5173 127.0.0.1";
        assert_eq!(two.as_deref(), Some(expected));
        assert_eq!(sources("bücher.example").as_deref(), Some("xn--bcher-kva.example *.xn--bcher-kva.example"));
    }

    #[test]
    fn what_is_no_domain_gets_into_no_policy() {
        for wrong in [
            "",
            " ",
            "*",
            "*.example.com",
            "https://example.com",
            "example.com/chat",
            "example.com:https",
            "example.com; script-src *",
            "example.com 'unsafe-inline'",
            "a,b",
            "data:",
            "example..com",
            "[::1]",
        ] {
            assert!(allowing(&[wrong]).validate().is_err(), "{wrong}");
            assert_eq!(allowing(&[wrong]).frame_ancestors().as_deref(), Some("'self'"), "{wrong}");
        }
    }

    #[test]
    fn a_colour_is_six_digits() {
        let coloured = |colour: &str| WidgetSettings { colour: Some(colour.into()), ..WidgetSettings::default() };
        assert!(coloured("#0A7d5c").validate().is_ok());
        for wrong in ["", "0a7d5c", "#0a7d5", "#0a7d5cc", "red", "#ééé", "#0a7d5g"] {
            assert!(coloured(wrong).validate().is_err(), "{wrong}");
        }
    }
}

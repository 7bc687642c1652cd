//! A text in a default language and any number of others.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::texts;

/// `{"default": "Hi", "de": "Hallo"}`. Languages are codes such as `de` or `pt-br`, in lower case.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LocalText {
    pub default: String,
    #[serde(flatten)]
    #[schema(additional_properties)]
    pub languages: BTreeMap<String, String>,
}

impl LocalText {
    pub fn new(text: impl Into<String>) -> Self {
        Self { default: text.into(), languages: BTreeMap::new() }
    }

    /// The text for a reader of this language: the exact one, the one without its region, the default.
    #[must_use]
    pub fn for_language(&self, language: Option<&str>) -> &str {
        self.translation(language).map_or(&self.default, |(_, text)| text)
    }

    /// The text that was written for readers of this language, with that language. A default text of ours that nobody
    /// has changed has our translations.
    #[must_use]
    pub fn translation(&self, language: Option<&str>) -> Option<(&str, &str)> {
        let language = language?.to_lowercase();
        let base = language.split('-').next().unwrap_or_default();
        let written = [language.as_str(), base].iter().find_map(|code| self.languages.get_key_value(*code));
        match written {
            Some((code, text)) if !text.is_empty() => Some((code, text)),
            Some(_) | None => texts::translated(&self.default, base),
        }
    }

    /// Whether no reader of any language would read anything.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.all().all(|text| text.trim().is_empty())
    }

    /// All texts, for checking.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.default.as_str()).chain(self.languages.values().map(String::as_str))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_gets_their_language_or_else_the_default() {
        let mut text = LocalText::new("Hi");
        text.languages.insert("de".into(), "Hallo".into());
        assert_eq!(text.for_language(Some("de-AT")), "Hallo");
        assert_eq!(text.for_language(Some("fr")), "Hi");
        assert_eq!(text.for_language(None), "Hi");
    }
}

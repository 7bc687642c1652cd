//! When a customer gets a person whatever the AI Agent could answer, as an admin says it.

use garde::Validate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

const WORDS_MAX: usize = 50;
const TAGS_MAX: usize = 20;
const PATTERN_CHARS_MAX: usize = 300;
/// Memory that a pattern may need when it is made ready. Bytes.
const PATTERN_BYTES_MAX: usize = 1 << 18;

/// Everything that is given must fit; at least one thing must be given.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(default)]
#[garde(custom(says_something))]
pub struct HandoverRule {
    #[garde(length(chars, min = 1, max = 80))]
    pub name: String,
    /// One of these is in what the customer writes, as whole words; case does not matter.
    #[garde(length(max = WORDS_MAX), inner(length(chars, min = 1, max = 100)))]
    pub words: Vec<String>,
    /// A regular expression that fits somewhere in what the customer writes; case does not matter.
    #[garde(inner(custom(is_expression)))]
    pub pattern: Option<String>,
    /// The customer has one of these tags.
    #[garde(length(max = TAGS_MAX), inner(length(chars, min = 1, max = 100)))]
    pub tags: Vec<String>,
    /// The address of the page on which they write has this in it.
    #[garde(inner(length(chars, min = 1, max = 500)))]
    pub page: Option<String>,
    #[garde(skip)]
    pub during: Option<RuleTime>,
    /// Who gets it should know this; who does comes first.
    #[garde(inner(length(chars, min = 1, max = 60)))]
    pub skill: Option<String>,
    /// It comes before those that are not.
    #[garde(skip)]
    pub urgent: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum RuleTime {
    BusinessHours,
    OutsideBusinessHours,
}

impl HandoverRule {
    /// The expression of `pattern`, made ready.
    ///
    /// # Errors
    /// When it is none, or too big.
    pub fn expression(pattern: &str) -> Result<regex::Regex, regex::Error> {
        regex::RegexBuilder::new(pattern).case_insensitive(true).size_limit(PATTERN_BYTES_MAX).build()
    }
}

fn says_something(rule: &HandoverRule, (): &()) -> garde::Result {
    let HandoverRule { words, pattern, tags, page, during, .. } = rule;
    let given = !words.is_empty() || pattern.is_some() || !tags.is_empty() || page.is_some() || during.is_some();
    if given {
        Ok(())
    } else {
        Err(garde::Error::new("must say when it applies: words, a pattern, tags, a page or a time"))
    }
}

fn is_expression(pattern: &str, (): &()) -> garde::Result {
    if pattern.is_empty() || pattern.chars().count() > PATTERN_CHARS_MAX {
        return Err(garde::Error::new(format!("must have 1 to {PATTERN_CHARS_MAX} characters")));
    }
    let Err(error) = HandoverRule::expression(pattern) else { return Ok(()) };
    if matches!(error, regex::Error::CompiledTooBig(_)) {
        return Err(garde::Error::new("is too big; use fewer or smaller repetitions"));
    }
    Err(garde::Error::new(format!("is no regular expression: {}", last_line(&error.to_string()))))
}

/// The lines before it draw where the fault is.
fn last_line(text: &str) -> &str {
    text.lines().last().unwrap_or_default().trim_start_matches("error: ")
}

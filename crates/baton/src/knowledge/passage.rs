//! A passage as it is found: a part of a source under its headings, or an answer with the questions it answers.

use std::sync::Arc;

use super::split::HEADING_SEPARATOR;
use super::words::Language;

#[derive(Debug)]
pub struct Passage {
    pub title: Arc<str>,
    pub heading: Option<Arc<str>>,
    /// The questions that the text answers, when it came in as an answer.
    pub questions: Arc<[String]>,
    pub text: Arc<str>,
    /// By whose rules its words are compared.
    pub language: Language,
    /// ISO 639-1, where it is clear; not all languages have rules here.
    pub spoken: Option<Arc<str>>,
    /// Of the web page it is from.
    pub address: Option<Arc<str>>,
}

impl Passage {
    pub fn is_pair(&self) -> bool {
        !self.questions.is_empty()
    }

    /// The heading right above it.
    pub fn innermost_heading(&self) -> Option<&str> {
        self.heading.as_deref()?.rsplit(HEADING_SEPARATOR).next()
    }

    /// What somebody could ask to get it: its question, or a heading that is one.
    pub fn question(&self) -> Option<&str> {
        let heading = || self.heading.as_deref().filter(|heading| heading.trim_end().ends_with('?'));
        self.questions.first().map(String::as_str).or_else(heading)
    }
}

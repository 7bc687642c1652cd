//! What somebody wants the knowledge to say, checked before anything is stored.

use sha2::{Digest, Sha256};

use crate::{
    app::App,
    domain::SourceKind,
    error::Error,
    knowledge::{self, Unreadable},
    store::SourceText,
};

const TITLE_MAX: usize = 200;
const QUESTION_MAX: usize = 500;
const PHRASINGS_MAX: usize = 50;

/// A source that somebody wants to add, or what one shall be from now on.
#[derive(Clone, Debug)]
pub enum SourceWish {
    Text { title: String, kind: SourceKind, text: String },
    Pair { title: Option<String>, question: String, phrasings: Vec<String>, answer: String },
}

/// A text that was looked at and can be stored.
#[derive(Clone, Debug)]
pub(in super::super) struct Ready {
    pub title: String,
    pub kind: SourceKind,
    pub body: String,
    pub question: Option<String>,
    pub phrasings: Vec<String>,
    pub language: Option<&'static str>,
    pub fingerprint: String,
}

impl Ready {
    pub fn text(&self) -> SourceText<'_> {
        SourceText {
            title: &self.title,
            kind: self.kind,
            body: &self.body,
            question: self.question.as_deref(),
            phrasings: &self.phrasings,
            language: self.language,
            fingerprint: Some(&self.fingerprint),
        }
    }
}

pub(in super::super) fn checked(app: &App, wish: SourceWish) -> Result<Ready, Error> {
    let (title, kind, body, question, phrasings) = match wish {
        SourceWish::Text { kind: SourceKind::Qa, .. } => {
            return Err(Error::field("kind", "a question-and-answer pair needs a question and an answer"));
        }
        SourceWish::Text { title, kind, text } => (checked_title(&title)?, kind, text, None, Vec::new()),
        SourceWish::Pair { title, question, phrasings, answer } => {
            let question = checked_question("question", &question)?;
            let phrasings = checked_phrasings(&question, phrasings)?;
            if answer.trim().is_empty() {
                return Err(Error::field("answer", "must not be empty"));
            }
            let title = title.filter(|title| !title.trim().is_empty()).unwrap_or_else(|| question.clone());
            let title = title.trim().chars().take(TITLE_MAX).collect();
            (title, SourceKind::Qa, answer.trim().into(), Some(question), phrasings)
        }
    };
    let limit = app.config.limits.file_bytes;
    if body.len() > limit {
        return Err(Error::TooLarge(format!("the text has {} bytes; at most {limit} are taken", body.len())));
    }
    // What cannot be read is refused now, with nothing half-done.
    knowledge::readable(kind, &body).map_err(|error| Error::field("text", error.to_string()))?;
    let language = knowledge::detect(&format!("{} {body}", question.as_deref().unwrap_or_default()));
    let fingerprint = fingerprint(question.as_deref().unwrap_or_default(), &[body.trim().as_bytes()]);
    Ok(Ready { title, kind, body, question, phrasings, language, fingerprint })
}

fn checked_question(field: &'static str, question: &str) -> Result<String, Error> {
    let question = question.split_whitespace().collect::<Vec<_>>().join(" ");
    if question.is_empty() || question.chars().count() > QUESTION_MAX {
        return Err(Error::field(field, format!("must have 1 to {QUESTION_MAX} characters")));
    }
    Ok(question)
}

fn checked_phrasings(question: &str, phrasings: Vec<String>) -> Result<Vec<String>, Error> {
    if phrasings.len() > PHRASINGS_MAX {
        return Err(Error::field("phrasings", format!("at most {PHRASINGS_MAX} are taken")));
    }
    let mut checked: Vec<String> = Vec::new();
    for phrasing in phrasings.iter().filter(|phrasing| !phrasing.trim().is_empty()) {
        let phrasing = checked_question("phrasings", phrasing)?;
        if phrasing != question && !checked.contains(&phrasing) {
            checked.push(phrasing);
        }
    }
    Ok(checked)
}

pub(super) fn checked_title(title: &str) -> Result<String, Error> {
    let title = title.trim();
    if title.is_empty() || title.chars().count() > TITLE_MAX {
        return Err(Error::field("title", format!("must have 1 to {TITLE_MAX} characters")));
    }
    Ok(title.into())
}

/// Equal for equal content only.
pub(in super::super) fn fingerprint(question: &str, content: &[&[u8]]) -> String {
    let mut hash = Sha256::new();
    hash.update(question.as_bytes());
    hash.update([0]);
    for part in content {
        hash.update(part);
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(in super::super) fn unreadable(error: Unreadable) -> Error {
    let why = error.to_string();
    if matches!(error, Unreadable::Unsupported | Unreadable::OldWord) {
        return Error::Unsupported(why);
    }
    if matches!(error, Unreadable::TooBig { .. }) {
        return Error::TooLarge(why);
    }
    Error::field("file", why)
}

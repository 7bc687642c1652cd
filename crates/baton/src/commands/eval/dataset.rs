//! A set of questions with the knowledge they are asked of, whatever format it came in.

mod faq;
mod format;
mod intents;
mod own;
mod read;
mod squad;

use super::ask::{Part, Turn};
use super::truth::Truth;

pub use format::Format;

#[derive(Clone, Debug, PartialEq)]
pub struct Dataset {
    pub name: String,
    pub knowledge: Vec<Entry>,
    pub questions: Vec<Question>,
    pub protocol: Protocol,
}

/// How a set is to be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protocol {
    /// Articles and what they answer.
    Documents,
    /// Lines that mean one of a number of things.
    Intents,
    /// Questions with answers, and how else they are asked.
    Threads,
    /// Each question says itself what is right.
    Own,
}

/// One piece of knowledge that can be named as the right one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Article, intent, thread or file, counted from 0. Entries of one source come in together.
    pub source: usize,
    /// Its place within the source, counted from 0.
    pub passage: usize,
    /// Of the source.
    pub title: String,
    pub body: Body,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// A passage of a longer text, as it is.
    Paragraph(String),
    /// One way to ask for what the source is about; the source has no text of its own.
    Phrasing(String),
    Pair {
        question: String,
        /// How else it is asked.
        phrasings: Vec<String>,
        answer: String,
    },
    /// A whole Markdown file, to be cut like any other.
    Markdown(String),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    pub text: String,
    /// What was said before, oldest first.
    pub before: Vec<Turn>,
    pub truth: Truth,
    /// Questions of one cluster are not independent of each other.
    pub cluster: usize,
    /// Where the set itself says which part it belongs to.
    pub part: Option<Part>,
}

impl Dataset {
    pub fn sources(&self) -> usize {
        self.knowledge.iter().map(|entry| entry.source + 1).max().unwrap_or_default()
    }
}

//! One paragraph of a document while it is read: its text, and what its properties make of it.

use quick_xml::events::BytesStart;

use super::super::xml::{attribute, name};
use super::styles::{Styles, outline_level};

#[derive(Default)]
pub struct Paragraph {
    pub text: String,
    style: String,
    outline: Option<usize>,
    list: Option<String>,
    level: usize,
    run: Run,
}

/// Where in a run of letters the reader is.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Run {
    #[default]
    Outside,
    Inside,
    Hidden,
}

pub enum Role {
    Title,
    Heading(usize),
    Item { list: String, level: usize },
    Text,
}

impl Paragraph {
    /// What an element inside of it changes.
    pub fn open(&mut self, element: &BytesStart<'_>) {
        match name(element) {
            "r" => self.run = Run::Inside,
            "vanish" | "webHidden" if self.run == Run::Inside && is_on(element) => self.run = Run::Hidden,
            "tab" => self.say(" "),
            "br" | "cr" => self.say("\n"),
            "noBreakHyphen" => self.say("-"),
            "pStyle" => self.style = attribute(element, "val").unwrap_or_default(),
            "outlineLvl" => self.outline = attribute(element, "val").and_then(|level| outline_level(&level)),
            "numId" => self.list = attribute(element, "val"),
            "ilvl" => self.level = attribute(element, "val").and_then(|level| level.parse().ok()).unwrap_or(0),
            _ => {}
        }
    }

    pub fn close(&mut self, name: &str) {
        if name == "r" {
            self.run = Run::Outside;
        }
    }

    /// Letters of the open run, if they can be seen.
    pub fn say(&mut self, text: &str) {
        if self.run == Run::Inside {
            self.text.push_str(text);
        }
    }

    pub fn role(&self, styles: &Styles) -> Role {
        if styles.is_title(&self.style) {
            return Role::Title;
        }
        if let Some(level) = self.outline.or_else(|| styles.heading(&self.style)) {
            return Role::Heading(level);
        }
        // List 0 takes a paragraph out of the list of its style.
        match self.list.as_deref().or_else(|| styles.number(&self.style)) {
            Some("0") | None => Role::Text,
            Some(list) => Role::Item { list: list.to_owned(), level: self.level },
        }
    }
}

fn is_on(element: &BytesStart<'_>) -> bool {
    !matches!(attribute(element, "val").as_deref(), Some("0" | "false" | "off"))
}

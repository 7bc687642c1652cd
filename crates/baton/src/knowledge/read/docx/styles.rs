//! What the styles of a document say of its paragraphs: headings and lists.

use std::collections::HashMap;

use super::super::xml::{Broken, Reader, Xml, attribute, name};

/// Styles are based on styles; further than this they go round in circles.
const BASES_MAX: usize = 16;

#[derive(Default)]
pub struct Styles {
    by_id: HashMap<String, Style>,
}

#[derive(Default)]
struct Style {
    based_on: Option<String>,
    is_title: bool,
    heading: Option<usize>,
    number: Option<String>,
}

impl Styles {
    pub fn parse(xml: &str) -> Result<Self, Broken> {
        let mut styles = Self::default();
        let mut reader = Reader::new(xml);
        let mut open: Option<(String, Style)> = None;
        loop {
            match reader.next()? {
                Xml::Open(element) if name(&element) == "style" => {
                    open = attribute(&element, "styleId").map(|id| (id, Style::default()));
                }
                Xml::Open(element) => {
                    if let (Some((_, style)), Some(value)) = (&mut open, attribute(&element, "val")) {
                        style.learn(name(&element), value);
                    }
                }
                Xml::Close(name) if name == "style" => styles.by_id.extend(open.take()),
                Xml::Close(_) | Xml::Text(_) => {}
                Xml::End => return Ok(styles),
            }
        }
    }

    pub fn is_title(&self, id: &str) -> bool {
        self.chain(id).any(|style| style.is_title)
    }

    /// The level of a heading, from 1.
    pub fn heading(&self, id: &str) -> Option<usize> {
        self.chain(id).find_map(|style| style.heading)
    }

    /// The list that paragraphs of this style are items of.
    pub fn number(&self, id: &str) -> Option<&str> {
        self.chain(id).find_map(|style| style.number.as_deref())
    }

    fn chain(&self, id: &str) -> impl Iterator<Item = &Style> {
        let base = |style: &&Style| self.by_id.get(style.based_on.as_deref()?);
        std::iter::successors(self.by_id.get(id), base).take(BASES_MAX)
    }
}

impl Style {
    fn learn(&mut self, element: &str, value: String) {
        match element {
            "name" => {
                let name = value.to_ascii_lowercase();
                self.is_title = name == "title";
                self.heading = name.strip_prefix("heading ").and_then(|level| level.parse().ok());
            }
            "basedOn" => self.based_on = Some(value),
            "outlineLvl" => self.heading = outline_level(&value).or(self.heading),
            "numId" => self.number = Some(value),
            _ => {}
        }
    }
}

/// Word counts outline levels from 0; 9 is body text.
pub fn outline_level(value: &str) -> Option<usize> {
    value.parse().ok().filter(|level| *level < 9).map(|level: usize| level + 1)
}

//! Which lists of a document are numbered.

use std::collections::{HashMap, HashSet};

use super::super::xml::{Broken, Reader, Xml, attribute, name};

#[derive(Default)]
pub struct Numbering {
    /// From a list to its definition.
    definitions: HashMap<String, String>,
    /// Definitions with the levels that are only marked.
    bullets: HashSet<(String, usize)>,
}

impl Numbering {
    pub fn parse(xml: &str) -> Result<Self, Broken> {
        let mut numbering = Self::default();
        let mut reader = Reader::new(xml);
        let (mut definition, mut list, mut level) = (String::new(), String::new(), 0);
        loop {
            match reader.next()? {
                Xml::Open(element) => match name(&element) {
                    "abstractNum" => definition = attribute(&element, "abstractNumId").unwrap_or_default(),
                    "lvl" => level = attribute(&element, "ilvl").and_then(|level| level.parse().ok()).unwrap_or(0),
                    "numFmt" => {
                        let format = attribute(&element, "val").unwrap_or_default();
                        if format == "bullet" || format == "none" {
                            numbering.bullets.insert((definition.clone(), level));
                        }
                    }
                    "num" => list = attribute(&element, "numId").unwrap_or_default(),
                    "abstractNumId" => {
                        let definition = attribute(&element, "val").unwrap_or_default();
                        numbering.definitions.insert(list.clone(), definition);
                    }
                    _ => {}
                },
                Xml::Close(_) | Xml::Text(_) => {}
                Xml::End => return Ok(numbering),
            }
        }
    }

    pub fn is_numbered(&self, list: &str, level: usize) -> bool {
        let definition = self.definitions.get(list);
        definition.is_some_and(|definition| !self.bullets.contains(&(definition.clone(), level)))
    }
}

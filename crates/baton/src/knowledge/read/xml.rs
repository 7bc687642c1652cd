//! XML events within limits: no document type, so no entities of its own; no deep nesting.

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

/// Documents nest some tens deep: text boxes in tables in text boxes.
const DEPTH_MAX: usize = 256;

/// The XML breaks off, breaks its own rules, or ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Broken;

pub enum Xml<'a> {
    /// The element's local name is [`name`]. An element without content comes as `Open` and `Close`.
    Open(BytesStart<'a>),
    Close(String),
    Text(String),
    End,
}

pub struct Reader<'a> {
    events: quick_xml::Reader<&'a [u8]>,
    depth: usize,
}

impl<'a> Reader<'a> {
    pub fn new(xml: &'a str) -> Self {
        let mut events = quick_xml::Reader::from_str(xml);
        events.config_mut().expand_empty_elements = true;
        events.config_mut().allow_dangling_amp = true;
        Self { events, depth: 0 }
    }

    pub fn next(&mut self) -> Result<Xml<'a>, Broken> {
        loop {
            return Ok(match self.events.read_event().map_err(|_| Broken)? {
                Event::Start(element) => {
                    self.depth += 1;
                    if self.depth > DEPTH_MAX {
                        return Err(Broken);
                    }
                    Xml::Open(element)
                }
                Event::End(element) => {
                    self.depth -= 1;
                    Xml::Close(element.local_name().as_ref().to_owned())
                }
                Event::Text(text) => Xml::Text(text.xml10_content().into_owned()),
                Event::CData(text) => Xml::Text(text.xml10_content().into_owned()),
                Event::GeneralRef(entity) => match entity.resolve_char_ref() {
                    Ok(Some(letter)) => Xml::Text(letter.into()),
                    Ok(None) => Xml::Text(resolve_predefined_entity(&entity).unwrap_or_default().into()),
                    Err(_) => continue,
                },
                Event::DocType(_) => return Err(Broken),
                Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => continue,
                Event::Eof => Xml::End,
            });
        }
    }
}

pub fn name<'a>(element: &'a BytesStart<'_>) -> &'a str {
    element.local_name().into_inner()
}

/// The value of an attribute by its local name.
pub fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let mut attributes = attributes.with_checks(false).flatten();
    let attribute = attributes.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    attribute.normalized_value(XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(xml: &str) -> Result<String, Broken> {
        let mut reader = Reader::new(xml);
        let mut text = String::new();
        loop {
            match reader.next()? {
                Xml::Open(element) => text.push_str(&attribute(&element, "val").unwrap_or_default()),
                Xml::Close(_) => text.push(';'),
                Xml::Text(part) => text.push_str(&part),
                Xml::End => return Ok(text),
            }
        }
    }

    #[test]
    fn text_and_attributes_are_unescaped() {
        assert_eq!(
            text("<w:a w:val='x &amp; y'>1 &lt; 2&#33; <![CDATA[<b>]]></w:a><c/>"),
            Ok("x & y1 < 2! <b>;;".into())
        );
    }

    #[test]
    fn a_document_that_brings_its_own_entities_is_refused() {
        let laughs = "<!DOCTYPE a [<!ENTITY b \"ha\"><!ENTITY c \"&b;&b;&b;\">]><a>&c;</a>";
        assert_eq!(text(laughs), Err(Broken));
        assert_eq!(text("<a>&unknown;</a>"), Ok(";".into()));
    }

    #[test]
    fn nesting_ends_somewhere() {
        assert!(text(&format!("{}{}", "<a>".repeat(DEPTH_MAX), "</a>".repeat(DEPTH_MAX))).is_ok());
        assert_eq!(text(&"<a>".repeat(100_000)), Err(Broken));
        assert_eq!(text("<a></b>"), Err(Broken));
    }
}

//! Reads one JSON object out of a text that is still growing: complete members and list items as they
//! come, never a guess at half of one. Models wrap objects in thoughts, fences and sentences.

use std::ops::Range;

use serde_json::Value;

/// Longer than this is no answer. Bytes.
const TEXT_MAX: usize = 256 * 1024;
/// Thoughts may come in tags before the object; braces in them mean nothing.
const THOUGHTS: [(&str, &str); 3] =
    [("<think>", "</think>"), ("<thinking>", "</thinking>"), ("<reasoning>", "</reasoning>")];

/// Something complete.
#[derive(Debug, PartialEq)]
pub(super) enum Seen {
    /// A string, number, boolean or null of the object.
    Member(String, Value),
    /// An object in a list of the object, and the name of the list.
    Item(String, Value),
    /// The object as a whole.
    End(Value),
}

/// The text cannot become the object any more.
#[derive(Debug, PartialEq)]
pub(super) struct Spoilt;

/// Reads the first object that has the member that is looked for.
pub(super) struct ObjectReader {
    wanted: &'static str,
    text: String,
    /// Up to here it is read. Always at a character's boundary.
    at: usize,
    inside: Option<Inside>,
}

/// Within the outermost braces. Depth 1 is the object, 2 a list in it, 3 an item of that.
#[derive(Default)]
struct Inside {
    from: usize,
    depth: usize,
    string_from: Option<usize>,
    escaped: bool,
    /// The last string at depth 1, which a colon makes a key.
    last: String,
    key: String,
    value_from: Option<usize>,
    item_from: Option<usize>,
    gave_items: bool,
}

impl ObjectReader {
    pub(super) fn new(wanted: &'static str) -> Self {
        Self { wanted, text: String::new(), at: 0, inside: None }
    }

    /// What is complete now and was not before. Nothing of interest follows a [`Seen::End`].
    pub(super) fn feed(&mut self, more: &str) -> Result<Vec<Seen>, Spoilt> {
        self.text.push_str(more);
        if self.text.len() > TEXT_MAX {
            return Err(Spoilt);
        }
        let mut seen = Vec::new();
        while self.begins() {
            if !self.reads_on(&mut seen)? {
                break;
            }
        }
        Ok(seen)
    }

    /// Finds the opening brace.
    fn begins(&mut self) -> bool {
        while self.inside.is_none() {
            let rest = &self.text[self.at..];
            let brace = rest.find('{');
            let thought = THOUGHTS
                .iter()
                .filter_map(|(open, close)| Some((rest.find(open)?, close)))
                .filter(|(from, _)| brace.is_none_or(|brace| *from < brace))
                .min_by_key(|(from, _)| *from);
            match (thought, brace) {
                (Some((from, close)), _) => match rest[from..].find(close) {
                    Some(to) => self.at += from + to + close.len(),
                    None => return false,
                },
                (None, Some(brace)) => {
                    self.at += brace;
                    self.inside = Some(Inside { from: self.at, ..Inside::default() });
                }
                (None, None) => return false,
            }
        }
        true
    }

    /// True when another object may follow in what is there.
    fn reads_on(&mut self, seen: &mut Vec<Seen>) -> Result<bool, Spoilt> {
        let Some(inside) = &mut self.inside else { return Ok(false) };
        while self.at < self.text.len() {
            let byte = self.text.as_bytes()[self.at];
            let ended = inside.reads(byte, self.at, &self.text, seen);
            self.at += 1;
            if ended {
                let object: Option<Value> = serde_json::from_str(&self.text[inside.from..self.at]).ok();
                let wanted = object.filter(|object| object.get(self.wanted).is_some());
                let gave_items = inside.gave_items;
                return match wanted {
                    Some(object) => {
                        seen.push(Seen::End(object));
                        Ok(false)
                    }
                    None if gave_items => Err(Spoilt),
                    None => {
                        self.inside = None;
                        Ok(true)
                    }
                };
            }
        }
        Ok(false)
    }
}

impl Inside {
    /// True at the closing brace.
    fn reads(&mut self, byte: u8, at: usize, text: &str, seen: &mut Vec<Seen>) -> bool {
        if let Some(from) = self.string_from {
            self.reads_string(byte, from..at, text);
            return false;
        }
        match byte {
            b'"' => self.string_from = Some(at),
            b'{' | b'[' => {
                self.depth += 1;
                if self.depth == 3 && byte == b'{' {
                    self.item_from = Some(at);
                }
            }
            b'}' | b']' => {
                match self.depth {
                    1 => self.ends_value(&text[..at], seen),
                    3 => self.ends_item(&text[..=at], seen),
                    _ => {}
                }
                self.depth = self.depth.saturating_sub(1);
                return self.depth == 0;
            }
            b':' if self.depth == 1 => {
                self.key = std::mem::take(&mut self.last);
                self.value_from = Some(at + 1);
            }
            b',' if self.depth == 1 => self.ends_value(&text[..at], seen),
            _ => {}
        }
        false
    }

    fn reads_string(&mut self, byte: u8, so_far: Range<usize>, text: &str) {
        match byte {
            _ if self.escaped => self.escaped = false,
            b'\\' => self.escaped = true,
            b'"' => {
                self.string_from = None;
                if self.depth == 1 {
                    self.last = serde_json::from_str(&text[so_far.start..=so_far.end]).unwrap_or_default();
                }
            }
            _ => {}
        }
    }

    fn ends_value(&mut self, text: &str, seen: &mut Vec<Seen>) {
        let value = self.value_from.take().and_then(|from| serde_json::from_str::<Value>(&text[from..]).ok());
        if let Some(value) = value.filter(|value| !value.is_object() && !value.is_array()) {
            seen.push(Seen::Member(std::mem::take(&mut self.key), value));
        }
    }

    fn ends_item(&mut self, text: &str, seen: &mut Vec<Seen>) {
        let item = self.item_from.take().and_then(|from| serde_json::from_str(&text[from..]).ok());
        if let Some(item) = item {
            self.gave_items = true;
            seen.push(Seen::Item(self.key.clone(), item));
        }
    }
}

#[cfg(test)]
mod tests;

//! From the elements of a document's body to Markdown.

use std::collections::HashMap;

use super::super::markdown;
use super::super::text::one_line;
use super::super::xml::{Broken, Reader, Xml, name};
use super::numbering::Numbering;
use super::paragraph::{Paragraph, Role};
use super::styles::Styles;

/// Deeper items are indented no further.
const ITEM_LEVEL_MAX: usize = 8;

pub struct Body<'a> {
    styles: &'a Styles,
    numbering: &'a Numbering,
    /// The open ones, outermost first: text boxes have paragraphs inside a paragraph.
    paragraphs: Vec<Paragraph>,
    tables: Vec<Table>,
    /// The last number given in each level of a list.
    counts: HashMap<String, Vec<usize>>,
    written: Written,
    is_last_item: bool,
}

#[derive(Default)]
pub struct Written {
    pub markdown: String,
    pub title: Option<String>,
}

#[derive(Default)]
struct Table {
    rows: Vec<Vec<String>>,
}

impl<'a> Body<'a> {
    pub fn new(styles: &'a Styles, numbering: &'a Numbering) -> Self {
        Self {
            styles,
            numbering,
            paragraphs: Vec::new(),
            tables: Vec::new(),
            counts: HashMap::new(),
            written: Written::default(),
            is_last_item: false,
        }
    }

    pub fn write(mut self, xml: &str) -> Result<Written, Broken> {
        let mut reader = Reader::new(xml);
        let mut is_text = false;
        loop {
            match reader.next()? {
                Xml::Open(element) => match name(&element) {
                    "Fallback" | "del" | "moveFrom" => skip(&mut reader)?,
                    "p" => self.paragraphs.push(Paragraph::default()),
                    "tbl" => self.tables.push(Table::default()),
                    "tr" => self.open_row(),
                    "tc" => self.open_cell(),
                    "t" => is_text = true,
                    _ => {
                        if let Some(paragraph) = self.paragraphs.last_mut() {
                            paragraph.open(&element);
                        }
                    }
                },
                Xml::Close(name) => {
                    is_text = false;
                    self.close(&name);
                }
                Xml::Text(text) if is_text => {
                    if let Some(paragraph) = self.paragraphs.last_mut() {
                        paragraph.say(&text);
                    }
                }
                Xml::Text(_) => {}
                Xml::End => return Ok(self.written),
            }
        }
    }

    fn open_row(&mut self) {
        if let Some(table) = self.tables.last_mut() {
            table.rows.push(Vec::new());
        }
    }

    fn open_cell(&mut self) {
        if let Some(row) = self.tables.last_mut().and_then(|table| table.rows.last_mut()) {
            row.push(String::new());
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "p" => {
                if let Some(paragraph) = self.paragraphs.pop() {
                    self.end_paragraph(&paragraph);
                }
            }
            "tbl" => {
                if let Some(table) = self.tables.pop() {
                    self.end_table(table);
                }
            }
            _ => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.close(name);
                }
            }
        }
    }

    fn end_paragraph(&mut self, paragraph: &Paragraph) {
        let text = paragraph.text.trim();
        if text.is_empty() {
            return;
        }
        if !self.tables.is_empty() {
            return self.add_to_cell(text);
        }
        match paragraph.role(self.styles) {
            Role::Title => {
                self.written.title.get_or_insert_with(|| one_line(text));
                self.add(&markdown::heading(1, text));
            }
            Role::Heading(level) => self.add(&markdown::heading(level, text)),
            Role::Item { list, level } => self.add_item(&list, level, text),
            Role::Text => self.add(&markdown::paragraph(text)),
        }
    }

    fn end_table(&mut self, table: Table) {
        let mut rows: Vec<Vec<String>> =
            table.rows.into_iter().filter(|row| row.iter().any(|cell| !cell.is_empty())).collect();
        if !self.tables.is_empty() {
            let cells: Vec<String> = rows.concat().into_iter().filter(|cell| !cell.is_empty()).collect();
            return self.add_to_cell(&cells.join("; "));
        }
        match rows.as_mut_slice() {
            [] => {}
            [row] if row.len() == 1 => self.add(&markdown::paragraph(&row[0])),
            rows => self.add(&markdown::table(rows)),
        }
    }

    fn add_to_cell(&mut self, text: &str) {
        let cell = self.tables.last_mut().and_then(|table| table.rows.last_mut()).and_then(|row| row.last_mut());
        if let Some(cell) = cell {
            if !cell.is_empty() {
                cell.push('\n');
            }
            cell.push_str(text);
        }
    }

    fn add_item(&mut self, list: &str, level: usize, text: &str) {
        let level = level.min(ITEM_LEVEL_MAX);
        let mark = if self.numbering.is_numbered(list, level) {
            let counts = self.counts.entry(list.to_owned()).or_default();
            counts.resize(level + 1, 0);
            counts[level] += 1;
            format!("{}.", counts[level])
        } else {
            "-".to_owned()
        };
        let item = format!("{}{mark} {}", "  ".repeat(level), one_line(text));
        self.push(&item, if self.is_last_item { "\n" } else { "\n\n" });
        self.is_last_item = true;
    }

    fn add(&mut self, block: &str) {
        self.push(block, "\n\n");
        self.is_last_item = false;
    }

    fn push(&mut self, block: &str, gap: &str) {
        if !self.written.markdown.is_empty() {
            self.written.markdown.push_str(gap);
        }
        self.written.markdown.push_str(block);
    }
}

/// To the end of the element that was just opened.
fn skip(reader: &mut Reader<'_>) -> Result<(), Broken> {
    let mut depth = 1;
    while depth > 0 {
        match reader.next()? {
            Xml::Open(_) => depth += 1,
            Xml::Close(_) => depth -= 1,
            Xml::Text(_) => {}
            Xml::End => return Ok(()),
        }
    }
    Ok(())
}

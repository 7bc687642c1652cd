//! Reading `<urlset>` and `<sitemapindex>`. Only `<loc>` and `<lastmod>` right inside an entry count: extensions for
//! pictures and films have a `<loc>` of their own, further down.

use quick_xml::{Reader, escape::resolve_xml_entity, events::Event};

use super::{Entry, Listing, PAGES_MAX, entry};

/// Longer texts are no addresses.
const TEXT_BYTES_MAX: usize = 4_000;

/// `None` when it is other XML, or none.
pub(super) fn read(text: &str) -> Option<Listing> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = false;
    let mut sitemap = Sitemap::default();
    // What is no XML ends the reading; what came before it counts.
    while let Ok(event) = reader.read_event() {
        if matches!(event, Event::Eof) || sitemap.listing.pages.len() + sitemap.listing.files.len() >= PAGES_MAX {
            break;
        }
        sitemap.take(&event);
    }
    sitemap.is_one.then_some(sitemap.listing)
}

#[derive(Default)]
struct Sitemap {
    is_one: bool,
    depth: usize,
    text: String,
    loc: Option<String>,
    lastmod: Option<String>,
    listing: Listing,
}

const ROOT: usize = 1;
const ENTRY: usize = 2;
const FIELD: usize = 3;

impl Sitemap {
    fn take(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(tag) => {
                self.depth += 1;
                self.open(tag.local_name().as_ref());
            }
            Event::End(tag) => {
                self.close(tag.local_name().as_ref());
                self.depth = self.depth.saturating_sub(1);
            }
            Event::Text(text) => self.add(text),
            Event::CData(text) => self.add(text),
            Event::GeneralRef(reference) => {
                let character = reference.resolve_char_ref().ok().flatten().map(String::from);
                self.add(character.as_deref().or_else(|| resolve_xml_entity(reference)).unwrap_or_default());
            }
            Event::Empty(tag) => self.is_one |= self.depth == 0 && is_root(tag.local_name().as_ref()),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) | Event::Eof => {}
        }
    }

    fn open(&mut self, name: &str) {
        self.is_one |= self.depth == ROOT && is_root(name);
        if self.depth == ENTRY {
            self.loc = None;
            self.lastmod = None;
        }
        self.text.clear();
    }

    fn close(&mut self, name: &str) {
        match (self.depth, name) {
            (FIELD, "loc") => self.loc = Some(std::mem::take(&mut self.text)),
            (FIELD, "lastmod") => self.lastmod = Some(std::mem::take(&mut self.text)),
            (ENTRY, "url") => {
                let entry = self.entry();
                self.listing.pages.extend(entry);
            }
            (ENTRY, "sitemap") => {
                let entry = self.entry();
                self.listing.files.extend(entry);
            }
            _ => {}
        }
    }

    fn add(&mut self, text: &str) {
        if self.depth == FIELD && self.text.len() + text.len() <= TEXT_BYTES_MAX {
            self.text.push_str(text);
        }
    }

    fn entry(&mut self) -> Option<Entry> {
        entry(&self.loc.take()?, self.lastmod.take().as_deref()).filter(|_| self.is_one)
    }
}

fn is_root(name: &str) -> bool {
    matches!(name, "urlset" | "sitemapindex")
}

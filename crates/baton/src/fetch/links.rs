//! What a web page says to a crawler: its title, its one true address, whether it may be used, and where it leads.
//! Reads tags as they come and builds no tree, so that no nesting and no number of attributes can exhaust it.

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use html5gum::{DefaultEmitter, HtmlString, StartTag, Token, Tokenizer};
use url::Url;

use super::{
    charset,
    directives::{Directives, PRODUCT},
};

/// More links than these of one page are not followed.
const LINKS_MAX: usize = 2_000;
const TITLE_CHARS_MAX: usize = 300;

/// A page as a crawler sees it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Links {
    pub title: Option<String>,
    /// Where the page says that it is, if it says so.
    pub canonical: Option<Url>,
    pub directives: Directives,
    /// Absolute, over HTTP, without fragments, each once, in the order of the page.
    pub follow: Vec<Url>,
}

/// Reads HTML that came from `base`; `charset` is the header's.
#[must_use]
pub fn read(bytes: &[u8], charset: Option<&str>, base: &Url) -> Links {
    let text = charset::decode(bytes, charset);
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut page = Page::at(base);
    for token in Tokenizer::new_with_emitter(text.as_str(), emitter) {
        let Ok(token) = token;
        page.take(token);
    }
    page.finish()
}

struct Page {
    base: Url,
    base_is_set: bool,
    title: Title,
    seen: BTreeSet<Url>,
    links: Links,
}

enum Title {
    Awaited,
    Open(String),
    Read(String),
}

impl Page {
    fn at(base: &Url) -> Self {
        Self {
            base: base.clone(),
            base_is_set: false,
            title: Title::Awaited,
            seen: BTreeSet::new(),
            links: Links::default(),
        }
    }

    fn take(&mut self, token: Token) {
        match token {
            Token::StartTag(tag) => self.open(&tag),
            Token::EndTag(tag) if *tag.name == b"title" => self.close_title(),
            Token::String(text) => {
                if let Title::Open(title) = &mut self.title {
                    title.push_str(&String::from_utf8_lossy(&text.value));
                }
            }
            Token::EndTag(_) | Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }

    fn open(&mut self, tag: &StartTag<()>) {
        match tag.name.as_slice() {
            b"title" if matches!(self.title, Title::Awaited) => self.title = Title::Open(String::new()),
            b"base" => self.rebase(tag),
            b"meta" => self.meta(tag),
            b"link" if is_one_of(tag, "canonical") && self.links.canonical.is_none() => {
                self.links.canonical = self.target(tag);
            }
            b"a" | b"area" if !is_one_of(tag, "nofollow") => {
                let target = self.target(tag);
                self.follow(target);
            }
            _ => {}
        }
    }

    /// Only the first one counts (HTML standard, 4.2.3).
    fn rebase(&mut self, tag: &StartTag<()>) {
        if let (false, Some(base)) = (self.base_is_set, self.target(tag)) {
            self.base = base;
            self.base_is_set = true;
        }
    }

    fn meta(&mut self, tag: &StartTag<()>) {
        let content = attribute(tag, "content").unwrap_or_default();
        let name = attribute(tag, "name").unwrap_or_default();
        if name.eq_ignore_ascii_case("robots") || name.eq_ignore_ascii_case(PRODUCT) {
            self.links.directives = self.links.directives.and(Directives::in_meta(&content));
        }
        if attribute(tag, "http-equiv").is_some_and(|kind| kind.eq_ignore_ascii_case("refresh")) {
            let target = refresh(&content).and_then(|target| self.resolve(target));
            self.follow(target);
        }
    }

    fn follow(&mut self, target: Option<Url>) {
        let Some(url) = target.filter(|_| self.seen.len() < LINKS_MAX) else { return };
        if self.seen.insert(url.clone()) {
            self.links.follow.push(url);
        }
    }

    fn target(&self, tag: &StartTag<()>) -> Option<Url> {
        self.resolve(&attribute(tag, "href")?)
    }

    fn resolve(&self, href: &str) -> Option<Url> {
        let mut url = self.base.join(href.trim()).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
        url.set_fragment(None);
        Some(url)
    }

    fn close_title(&mut self) {
        if let Title::Open(title) = &mut self.title {
            self.title = Title::Read(std::mem::take(title));
        }
    }

    fn finish(mut self) -> Links {
        self.close_title();
        if let Title::Read(title) = self.title {
            let title: String = title.split_whitespace().collect::<Vec<_>>().join(" ");
            let title: String = title.chars().take(TITLE_CHARS_MAX).collect();
            self.links.title = (!title.is_empty()).then_some(title);
        }
        self.links
    }
}

fn attribute(tag: &StartTag<()>, name: &str) -> Option<String> {
    let value = tag.attributes.get(&HtmlString(name.as_bytes().to_vec()))?;
    Some(String::from_utf8_lossy(&value.value).into_owned())
}

/// Whether `rel` names this relation, among others.
fn is_one_of(tag: &StartTag<()>, relation: &str) -> bool {
    attribute(tag, "rel").is_some_and(|rel| rel.split_whitespace().any(|word| word.eq_ignore_ascii_case(relation)))
}

/// The address in `0; url='/there'`.
fn refresh(content: &str) -> Option<&str> {
    let (_, rest) = content.split_once([';', ','])?;
    let (name, target) = rest.split_once('=')?;
    name.trim().eq_ignore_ascii_case("url").then(|| target.trim().trim_matches(['"', '\'']))
}

//! Web pages as Markdown: what a reader sees of the page's own matter, without its machinery.

mod seen;

use std::collections::HashSet;
use std::rc::Rc;

use dom_query::Document;
use dom_smoothie::{Config, Readability};
use htmd::element_handler::{HandlerResult, Handlers};
use htmd::{Element, HtmlToMarkdown, Node};

use super::apart::{Foreign, ReaderProcess};
use super::decode::decode_html;
use super::text::{clean, one_line};
use super::unreadable::Unreadable;

/// Pages nest some tens deep. The converter walks them recursively and would run out of stack.
const DEPTH_MAX: usize = 128;
/// Tags, comments and pieces of text. The longest articles of encyclopedias have some 50,000.
const NODES_MAX: usize = 200_000;
/// Finding the article weighs every element against others; longer pages are taken whole.
const ARTICLE_NODES_MAX: usize = 50_000;
/// Short entries are no article to a reader of articles. Rather more than less: from this share of the letters on, the
/// article is the page.
const ARTICLE_SHARE_MIN: f64 = 0.5;

/// In a process of its own: a tag of very many attributes takes the parser time by the square of their number.
pub fn read_apart(bytes: &[u8], process: &ReaderProcess) -> Result<(String, Option<String>), Unreadable> {
    serde_json::from_slice(&process.read(Foreign::Html, bytes)?).map_err(|_| Unreadable::Html)
}

/// What the process answers.
///
/// # Errors
/// As [`read`], and when it is no text.
pub fn json(bytes: &[u8]) -> Result<String, Unreadable> {
    serde_json::to_string(&read(&decode_html(bytes)?)?).map_err(|_| Unreadable::Html)
}

/// The text of a page with its title.
///
/// # Errors
/// When it is no page, or nests too deep or too wide.
pub fn read(html: &str) -> Result<(String, Option<String>), Unreadable> {
    let page = Document::from(html);
    let nodes = size(&page)?;
    seen::keep_only(&page);
    let title = title(&page);
    let whole = markdown(&page.html())?;
    let article = if nodes <= ARTICLE_NODES_MAX { article(&page, title.as_deref())? } else { None };
    let is_enough = |article: &String| letters(article) as f64 >= ARTICLE_SHARE_MIN * letters(&whole) as f64;
    Ok((article.filter(is_enough).unwrap_or(whole), title))
}

/// The number of nodes, when it is within limits and none is too deep.
fn size(page: &Document) -> Result<usize, Unreadable> {
    let mut nodes = 0;
    let mut open = vec![(page.root(), 0)];
    while let Some((node, depth)) = open.pop() {
        nodes += 1;
        if nodes > NODES_MAX || depth > DEPTH_MAX {
            return Err(Unreadable::Html);
        }
        open.extend(node.children_it(false).map(|child| (child, depth + 1)));
    }
    Ok(nodes)
}

/// The only top heading, if the page's title has it with more around it; else the title.
fn title(page: &Document) -> Option<String> {
    let title = one_line(&page.select_single("title").text());
    let tops = page.select("h1");
    let top = one_line(&tops.first().text());
    let is_top = !top.is_empty() && (title.is_empty() || (tops.length() == 1 && title.contains(&top)));
    Some(if is_top { top } else { title }).filter(|title| !title.is_empty())
}

fn article(page: &Document, title: Option<&str>) -> Result<Option<String>, Unreadable> {
    let config = Config { disable_json_ld: true, ..Config::default() };
    let article = Readability::with_document(page.clone(), None, Some(config)).and_then(|mut reader| reader.parse());
    let Ok(article) = article else { return Ok(None) };
    Ok(Some(headed(page, title, &markdown(&article.content)?)))
}

/// The reader of articles lowers top headings, and takes off the one that is the title.
fn headed(page: &Document, title: Option<&str>, article: &str) -> String {
    let tops: HashSet<String> = page.select("h1").iter().map(|top| one_line(&top.text())).collect();
    let is_top = |line: &str| line.strip_prefix("## ").is_some_and(|name| tops.contains(name));
    let raised = |line: &str| if is_top(line) { line[1..].to_owned() } else { line.to_owned() };
    let text = article.lines().map(raised).collect::<Vec<_>>().join("\n");
    let only = tops.iter().next().filter(|top| tops.len() == 1 && !top.is_empty());
    let top = title.filter(|title| tops.contains(*title)).or(only.map(String::as_str));
    match top.map(|top| format!("# {top}")) {
        Some(top) if !text.lines().any(|line| line == top) => format!("{top}\n\n{text}"),
        Some(_) | None => text,
    }
}

fn markdown(html: &str) -> Result<String, Unreadable> {
    let converter =
        HtmlToMarkdown::builder().skip_tags(seen::MACHINERY.to_vec()).add_handler(vec!["img"], alternative).build();
    let page = converter.html_to_tree(html).map_err(|_| Unreadable::Html)?;
    if is_deeper_than(DEPTH_MAX, &page) {
        return Err(Unreadable::Html);
    }
    Ok(clean(&converter.tree_to_markdown(&page)))
}

/// A picture is what is said of it.
fn alternative(_: &dyn Handlers, element: Element) -> Option<HandlerResult> {
    let alternative = element.attrs.iter().find(|attribute| &*attribute.name.local == "alt")?;
    Some(one_line(&alternative.value).into())
}

fn is_deeper_than(depth_max: usize, page: &Rc<Node>) -> bool {
    let mut open = vec![(page.clone(), 0)];
    while let Some((node, depth)) = open.pop() {
        if depth > depth_max {
            return true;
        }
        open.extend(node.children.borrow().iter().map(|child| (child.clone(), depth + 1)));
    }
    false
}

fn letters(text: &str) -> usize {
    text.chars().filter(|letter| letter.is_alphanumeric()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(html: &str) -> String {
        read(html).expect("readable").0
    }

    #[test]
    fn html_becomes_markdown_without_its_machinery() {
        let page = "<html><head><title>T</title><style>p{}</style></head><body><nav>Home</nav><h1>Returns</h1>\
            <p>Within <b>60</b> days.</p><script>alert(1)</script><ul><li>free</li></ul><footer>©</footer></body></html>";
        let text = text(page);
        assert!(text.starts_with("# Returns\n\nWithin **60** days."), "{text}");
        assert!(text.contains("free") && !text.contains("alert") && !text.contains("Home") && !text.contains('©'));
    }

    #[test]
    fn html_is_read_as_deep_as_pages_go_and_refused_beyond() {
        let nested = |depth: usize| format!("{}words", "<div>".repeat(depth));
        assert_eq!(text(&nested(DEPTH_MAX - 3)), "words");
        assert_eq!(read(&nested(5_000)), Err(Unreadable::Html));
        assert_eq!(read(&"<b>".repeat(NODES_MAX)), Err(Unreadable::Html));
        assert_eq!(read(&"<i></i>".repeat(NODES_MAX)), Err(Unreadable::Html));
    }

    #[test]
    fn an_article_is_told_from_what_stands_around_it() {
        let paragraph =
            "<p>You may return what you bought within sixty days, unused, with the receipt, in any of our shops.</p>";
        let around = "<div class='sidebar'><a href='/a'>Our tents</a> <a href='/b'>Our stoves</a></div>";
        let page = format!(
            "<title>Returns | Shop</title><body>{around}<article><h1>Returns</h1><h2>How long</h2>{}</article></body>",
            paragraph.repeat(12)
        );
        let (text, title) = read(&page).expect("readable");
        assert_eq!(title.as_deref(), Some("Returns"));
        assert!(text.starts_with("# Returns") && text.contains("## How long") && text.contains("sixty days"), "{text}");
        assert!(!text.contains("Our stoves"), "{text}");
    }

    /// The reader of articles takes it for the title, although the page is called otherwise.
    #[test]
    fn the_only_top_heading_is_kept() {
        let page = "<title>Storage</title><nav>Home</nav><main><h1>Storing a boat in winter</h1>\
            <p>Store the boat on its side, in the shade, with its hatches open.</p></main>";
        assert!(text(page).starts_with("# Storing a boat in winter\n\nStore the boat"), "{}", text(page));
    }

    #[test]
    fn a_page_of_short_entries_is_kept_whole() {
        let entry = |number: u8| format!("<div><h3>Question {number}?</h3><div>Answer {number}.</div></div>");
        let page: String = (0..30).map(entry).collect();
        let text = text(&format!("<body>{page}</body>"));
        assert!((0..30).all(|number| text.contains(&format!("### Question {number}?\n\nAnswer {number}."))), "{text}");
    }

    #[test]
    fn pictures_are_what_is_said_of_them() {
        assert_eq!(text("<p>See <img src='data:image/png;base64,AAAA' alt='the red tent'>.</p>"), "See the red tent.");
    }

    #[test]
    fn broken_pages_are_read_as_far_as_they_go() {
        assert_eq!(
            text("<p>One<table><tr><td>Two</p></b>&nbsp;&bogus;<"),
            text("<p>One<table><tr><td>Two</p></b>&nbsp;&bogus;<")
        );
        assert_eq!(text(""), "");
    }
}

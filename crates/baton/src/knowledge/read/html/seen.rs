//! What of a page its reader gets to see. Takes the rest out, where text could hide from people and speak to machines.

use std::collections::HashSet;

use dom_query::{Document, NodeRef};

/// What a reader of a web page skips, too.
pub const MACHINERY: [&str; 15] = [
    "script", "style", "noscript", "template", "iframe", "object", "svg", "canvas", "nav", "footer", "form", "button",
    "select", "textarea", "head",
];
/// Buttons that are headings of what they unfold.
const UNFOLDING: &str =
    "[aria-expanded], [aria-controls], h1 button, h2 button, h3 button, h4 button, h5 button, h6 button";

pub fn keep_only(page: &Document) {
    unfold(page);
    for node in page.select("[hidden], [aria-hidden], [style], [role]").nodes() {
        if is_out_of_sight(node) {
            node.remove_from_parent();
        }
    }
    // The title is still needed; the head is skipped when the page is written.
    let machinery = MACHINERY.iter().filter(|tag| **tag != "head").copied().collect::<Vec<_>>();
    page.select(&machinery.join(",")).remove();
}

/// Answers to questions are often hidden until their question is clicked. A click away is in sight.
fn unfold(page: &Document) {
    let mut answers = HashSet::new();
    for button in page.select(UNFOLDING).nodes() {
        answers.extend(button.attr("aria-controls").map(|id| id.to_string()));
        if button.has_name("button") {
            button.rename("span");
        }
    }
    for node in page.select("[id]").nodes() {
        if node.attr("id").is_some_and(|id| answers.contains(&*id)) {
            node.remove_attrs(&["hidden", "aria-hidden", "style"]);
        }
    }
}

fn is_out_of_sight(node: &NodeRef<'_>) -> bool {
    let value = |name| node.attr(name).map(|value| value.to_ascii_lowercase()).unwrap_or_default();
    let style: String = value("style").chars().filter(|letter| !letter.is_whitespace()).collect();
    let is_hidden = node.has_attr("hidden") && value("hidden") != "until-found";
    is_hidden
        || value("aria-hidden") == "true"
        || ["display:none", "visibility:hidden"].iter().any(|hides| style.contains(hides))
        || ["navigation", "contentinfo", "search"].contains(&value("role").as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(html: &str) -> String {
        let page = Document::from(html);
        keep_only(&page);
        page.select("body").text().trim().to_owned()
    }

    #[test]
    fn what_is_hidden_from_readers_is_gone() {
        assert_eq!(
            seen("<p>a<b hidden>x</b><b aria-hidden=true>x</b><b style='color:red; DISPLAY : none'>x</b></p>"),
            "a"
        );
        assert_eq!(
            seen("<i style='visibility:hidden'>x</i>a<b hidden=until-found>b</b><b aria-hidden=false>c</b>"),
            "abc"
        );
        assert_eq!(seen("<div role=navigation>x</div><template>x</template><noscript>x</noscript>a"), "a");
    }

    #[test]
    fn an_answer_that_its_question_unfolds_is_in_sight() {
        let page = "<h3><button aria-controls=a1 aria-expanded=false>How long?</button></h3><div id=a1 hidden>60 days.</div>\
            <button>Send</button><div id=other hidden>x</div>";
        assert_eq!(seen(page), "How long?60 days.");
    }
}

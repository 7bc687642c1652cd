//! The knowledge of one of our own sets, and by which names questions mean its sources.

use serde::Deserialize;

use super::super::read::{DatasetError, json};
use super::super::{Body, Entry, Format};
use super::Beside;

#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum Article {
    Text { title: String, text: String },
    Pair(Pair),
}

#[derive(Deserialize)]
pub(super) struct Pair {
    question: String,
    #[serde(default)]
    phrasings: Vec<String>,
    answer: String,
}

#[derive(Default)]
pub(super) struct Knowledge {
    /// One of each source.
    pub entries: Vec<Entry>,
}

impl Knowledge {
    pub(super) fn gather(articles: Vec<Article>, beside: Beside) -> Result<Self, DatasetError> {
        let mut knowledge = Self::default();
        for article in articles {
            match article {
                Article::Text { title, text } => knowledge.add(title, Body::Markdown(text)),
                Article::Pair(pair) => knowledge.add_pair(pair),
            }
        }
        for (name, text) in beside.files {
            knowledge.add(name, Body::Markdown(text));
        }
        let pairs: Vec<Pair> = beside.pairs.map_or_else(|| Ok(Vec::new()), |text| json(Format::Own, &text))?;
        pairs.into_iter().for_each(|pair| knowledge.add_pair(pair));
        Ok(knowledge)
    }

    /// The sources of this title; a file also goes without its ending.
    pub(super) fn called(&self, name: &str) -> Vec<usize> {
        let is_called = |title: &str| title == name || title.strip_suffix(".md") == Some(name);
        self.entries.iter().filter(|entry| is_called(&entry.title)).map(|entry| entry.source).collect()
    }

    fn add_pair(&mut self, Pair { question, phrasings, answer }: Pair) {
        self.add(question.clone(), Body::Pair { question, phrasings, answer });
    }

    fn add(&mut self, title: String, body: Body) {
        self.entries.push(Entry { source: self.entries.len(), passage: 0, title, body });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_go_by_their_file_or_their_question() {
        let pairs = Some(r#"[{"question": "Open?", "phrasings": ["Hours"], "answer": "Daily."}]"#.into());
        let beside = Beside { files: vec![("returns.md".into(), "# Returns".into())], pairs };
        let knowledge = Knowledge::gather(Vec::new(), beside).unwrap();
        assert_eq!(knowledge.called("returns.md"), [0]);
        assert_eq!(knowledge.called("returns"), [0]);
        assert_eq!(knowledge.called("Open?"), [1]);
        assert!(knowledge.called("refunds").is_empty());
        let pair = Body::Pair { question: "Open?".into(), phrasings: vec!["Hours".into()], answer: "Daily.".into() };
        assert_eq!(knowledge.entries[1].body, pair);
    }

    #[test]
    fn broken_pairs_are_said() {
        let beside = Beside { files: Vec::new(), pairs: Some("[{}]".into()) };
        assert!(Knowledge::gather(Vec::new(), beside).is_err());
    }
}

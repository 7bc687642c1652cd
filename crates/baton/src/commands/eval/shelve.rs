//! Puts a run's knowledge into an app of its own, by the actions that everybody's knowledge comes in by.

use std::collections::{BTreeMap, HashMap};

use anyhow::Context;
use baton::{
    actions::{self, Caller, SourceWish},
    app::Shared,
    domain::{SourceId, SourceKind},
    knowledge,
    store::NewVectors,
};
use futures_util::{StreamExt, TryStreamExt, stream};

use super::{Body, Dataset, Entry, Run};

/// Sources that come in at the same time share the database's commits.
const AT_ONCE: usize = 32;
/// What every intent answers: nothing by which one could be told from another.
const NEUTRAL: &str = "This is what we have on that.";
const TITLE_CHARS: usize = 200;
pub(super) const CALLER: Caller = Caller::Admin { id: 0 };

/// The knowledge of one run.
pub(super) struct Shelved {
    pub app: i64,
    /// The entries that each source stands for.
    entries: HashMap<SourceId, Vec<usize>>,
    /// Of each entry that is in.
    passages: HashMap<usize, Vec<knowledge::Place>>,
    /// By what they say.
    sources: HashMap<String, SourceId>,
}

impl Shelved {
    pub fn entries(&self, source: SourceId) -> &[usize] {
        self.entries.get(&source).map(Vec::as_slice).unwrap_or_default()
    }

    pub fn passages(&self, entry: usize) -> &[knowledge::Place] {
        self.passages.get(&entry).map(Vec::as_slice).unwrap_or_default()
    }
}

pub(super) async fn shelve(app: &Shared, set: &Dataset, run: &Run) -> anyhow::Result<Shelved> {
    let (of, _) = actions::create_app(app, CALLER, "Measured").await?;
    let of = of.id;
    let mut shelved = Shelved { app: of, entries: HashMap::new(), passages: HashMap::new(), sources: HashMap::new() };
    let added: Vec<(String, Vec<usize>, SourceId)> =
        stream::iter(wanted(set, run)).map(|wanted| add(app, of, wanted)).buffered(AT_ONCE).try_collect().await?;
    for (said, entries, source) in added {
        let stored = app.store.read().await?.passages(source).await?;
        let places: Vec<_> = stored.iter().map(|passage| knowledge::Place { source, place: passage.place }).collect();
        shelved.passages.extend(entries.iter().map(|&entry| (entry, places.clone())));
        shelved.entries.insert(source, entries);
        shelved.sources.insert(said, source);
    }
    Ok(shelved)
}

/// Takes over the vectors of sources that say the same and were encoded before: the model would give the same again.
pub(super) async fn take_over(app: &Shared, from: &Shelved, to: &Shelved, model: &str) -> anyhow::Result<()> {
    let (of, model) = (to.app, model.to_owned());
    let same = to.sources.iter().filter_map(|(said, new)| Some((*from.sources.get(said)?, *new)));
    let same: Vec<(SourceId, SourceId)> = same.collect();
    let take = app.store.write(move |tx| {
        Box::pin(async move {
            let ready = tx.ready_sources(of, &model).await?;
            let updated: HashMap<SourceId, i64> = ready.iter().map(|source| (source.id, source.updated_at)).collect();
            for (known, new) in same {
                let mut vectors = Vec::new();
                for stored in tx.vectors(known, &model).await? {
                    let words = tx.word_vectors(known, stored.place, &model).await?.unwrap_or_default();
                    let (whole, questions) = (stored.whole, stored.questions);
                    vectors.push(NewVectors { source: new, place: stored.place, whole, questions, words });
                }
                let updated_at = updated.get(&new).copied().unwrap_or_default();
                tx.save_vectors(of, (new, updated_at), &model, &vectors).await?;
            }
            Ok::<_, baton::error::Error>(())
        })
    });
    Ok(take.await?)
}

async fn add(
    app: &Shared,
    of: i64,
    (wish, entries): (SourceWish, Vec<usize>),
) -> anyhow::Result<(String, Vec<usize>, SourceId)> {
    let said = said(&wish);
    let source = actions::add_source(app, CALLER, of, wish)
        .await
        .with_context(|| format!("entry {} cannot be added", entries.first().copied().unwrap_or_default()))?;
    actions::index_source(app, of, source.id).await?;
    Ok((said, entries, source.id))
}

/// What is to come in, each with the entries that it stands for: one, or all lines of an intent, or several that say
/// the same.
fn wanted(set: &Dataset, run: &Run) -> Vec<(SourceWish, Vec<usize>)> {
    let mut lines: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut wanted: Vec<(SourceWish, Vec<usize>)> = Vec::new();
    for &at in &run.knowledge {
        let entry = &set.knowledge[at];
        match wish(entry) {
            Some(wish) => wanted.push((wish, vec![at])),
            None => lines.entry(entry.source).or_default().push(at),
        }
    }
    wanted.extend(lines.into_values().filter_map(|lines| Some((intent(set, &lines)?, lines))));
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut different: Vec<(SourceWish, Vec<usize>)> = Vec::new();
    for (wish, entries) in wanted {
        match places.get(&said(&wish)) {
            Some(&known) => different[known].1.extend(entries),
            None => {
                places.insert(said(&wish), different.len());
                different.push((wish, entries));
            }
        }
    }
    different
}

/// Absent for a line of an intent, which comes in with the other lines.
fn wish(entry: &Entry) -> Option<SourceWish> {
    let title = || entry.title.chars().take(TITLE_CHARS).collect::<String>();
    match &entry.body {
        Body::Paragraph(text) => {
            Some(SourceWish::Text { title: titled(title(), text), kind: SourceKind::Text, text: text.clone() })
        }
        Body::Markdown(text) => {
            Some(SourceWish::Text { title: title(), kind: SourceKind::Markdown, text: text.clone() })
        }
        Body::Pair { question, phrasings, answer } => Some(SourceWish::Pair {
            title: None,
            question: question.clone(),
            phrasings: phrasings.clone(),
            answer: answer.clone(),
        }),
        Body::Phrasing(_) => None,
    }
}

/// Not every set names its articles.
fn titled(title: String, text: &str) -> String {
    const WORDS: usize = 5;
    if title.is_empty() { text.split_whitespace().take(WORDS).collect::<Vec<_>>().join(" ") } else { title }
}

fn intent(set: &Dataset, lines: &[usize]) -> Option<SourceWish> {
    let mut lines = lines.iter().filter_map(|&line| match &set.knowledge[line].body {
        Body::Phrasing(text) => Some(text.clone()),
        Body::Paragraph(_) | Body::Pair { .. } | Body::Markdown(_) => None,
    });
    let question = lines.next()?;
    Some(SourceWish::Pair { title: None, question, phrasings: lines.collect(), answer: NEUTRAL.into() })
}

/// Equal for what Baton would take as the same.
fn said(wish: &SourceWish) -> String {
    match wish {
        SourceWish::Text { text, .. } => text.trim().to_owned(),
        SourceWish::Pair { question, answer, .. } => format!("{question}\0{}", answer.trim()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Format, Plan};
    use super::*;

    #[test]
    fn lines_of_an_intent_become_one_pair_and_paragraphs_stay_apart() {
        let table = Format::Csv.read("bank", "card one,card\nPIN one,pin\ncard two,card\n").unwrap();
        let run = &table.runs(&Plan::default())[0];
        let wanted: Vec<(SourceWish, Vec<usize>)> = wanted(&table, run);
        let entries: Vec<&[usize]> = wanted.iter().map(|(_, entries)| entries.as_slice()).collect();
        assert_eq!(entries, [&[0, 2][..], &[1]]);
        assert!(matches!(&wanted[0].0, SourceWish::Pair { phrasings, .. } if phrasings == &["card two"]));
    }

    #[test]
    fn what_is_said_twice_comes_in_once_and_stands_for_both() {
        let set = r#"{"data": [{"title": "T", "paragraphs": [{"context": "Same.", "qas": []},
            {"context": "Same. ", "qas": [{"question": "q", "answers": [{"text": "Same"}]}]}]}]}"#;
        let set = Format::Squad.read("s", set).unwrap();
        let wanted = wanted(&set, &set.runs(&Plan::default())[0]);
        assert_eq!(wanted.len(), 1);
        assert_eq!(wanted[0].1, [0, 1]);
    }
}

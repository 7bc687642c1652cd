//! Each app's index in memory. When the app's knowledge has changed, only the sources that changed
//! are read again.

use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, Mutex, PoisonError, RwLock},
};

use super::{
    index::{Index, Place},
    passage::Passage,
    words::Language,
};
use crate::{
    domain::SourceId,
    store::{ReadySource, Store, StoreError, StoredPassage, StoredVectors, Tx},
};

/// When so many sources changed, all are read in pages instead of one by one.
const ONE_BY_ONE_MAX: usize = 50;
const PAGE: i64 = 2_000;

/// The indexes of all apps that were asked something.
#[derive(Default)]
pub struct Library {
    shelves: Mutex<HashMap<i64, Arc<Kept>>>,
    /// One brings an index up to date, the others wait for it instead of doing the same.
    reading: tokio::sync::Mutex<()>,
}

#[derive(Default)]
struct Kept {
    index: RwLock<Index>,
    state: Mutex<State>,
}

#[derive(Clone, Default)]
struct State {
    /// Of the app's knowledge.
    version: i64,
    /// Whose vectors are in the index; empty: nobody's.
    model: String,
    sources: HashMap<SourceId, ReadySource>,
}

/// One app's index, up to date when it was asked for.
#[derive(Clone)]
pub(super) struct Shelf(Arc<Kept>);

impl Shelf {
    pub(super) fn look<T>(&self, search: impl FnOnce(&Index) -> T) -> T {
        search(&self.0.index.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Grows with every change of what is in it.
    pub(super) fn version(&self) -> i64 {
        self.0.stand().0
    }
}

impl Library {
    /// The index of an app with the vectors of `model`; empty: without vectors.
    pub(super) async fn shelf(&self, store: &Store, app: i64, model: &str) -> Result<Shelf, StoreError> {
        let kept = self.kept(app);
        let version = store.read().await?.knowledge_version(app).await?;
        if !kept.is_at(version, model) {
            let _reading = self.reading.lock().await;
            let mut tx = store.read().await?;
            // Read before the sources: what changes in between makes the next question read again.
            let version = tx.knowledge_version(app).await?;
            if !kept.is_at(version, model) {
                kept.catch_up(&mut tx, app, version, model).await?;
            }
        }
        Ok(Shelf(kept))
    }

    fn kept(&self, app: i64) -> Arc<Kept> {
        let mut shelves = self.shelves.lock().unwrap_or_else(PoisonError::into_inner);
        shelves.entry(app).or_default().clone()
    }
}

impl Kept {
    fn stand(&self) -> (i64, String) {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        (state.version, state.model.clone())
    }

    fn is_at(&self, version: i64, model: &str) -> bool {
        let stand = self.stand();
        stand.0 == version && stand.1 == model
    }

    fn change<T>(&self, change: impl FnOnce(&mut Index) -> T) -> T {
        change(&mut self.index.write().unwrap_or_else(PoisonError::into_inner))
    }

    async fn catch_up(&self, tx: &mut Tx, app: i64, version: i64, model: &str) -> Result<(), StoreError> {
        let before = self.state.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let now: HashMap<SourceId, ReadySource> =
            tx.ready_sources(app, model).await?.into_iter().map(|source| (source.id, source)).collect();
        for source in before.sources.keys().filter(|id| !now.contains_key(id)) {
            self.change(|index| index.remove_source(*source));
        }
        let known = |source: &ReadySource| before.sources.get(&source.id);
        let is_new = |source: &&ReadySource| known(source).is_none_or(|known| known.updated_at != source.updated_at);
        let is_changed = |source: &&ReadySource| known(source) != Some(*source) || before.model != model;
        self.read_passages(tx, app, &ids(now.values().filter(is_new))).await?;
        self.read_vectors(tx, (app, model), &ids(now.values().filter(is_changed))).await?;
        *self.state.lock().unwrap_or_else(PoisonError::into_inner) =
            State { version, model: model.to_owned(), sources: now };
        Ok(())
    }

    async fn read_passages(&self, tx: &mut Tx, app: i64, wanted: &HashSet<SourceId>) -> Result<(), StoreError> {
        for source in wanted {
            self.change(|index| index.remove_source(*source));
        }
        if wanted.len() <= ONE_BY_ONE_MAX {
            for source in wanted {
                let passages = tx.passages(*source).await?;
                self.shelve(passages, wanted)?;
            }
            return Ok(());
        }
        let mut last = (String::new(), -1);
        loop {
            let page = tx.all_passages(app, (&last.0, last.1), PAGE).await?;
            let Some(end) = page.last() else { return Ok(()) };
            last = (end.source.clone(), end.place);
            self.shelve(page, wanted)?;
        }
    }

    fn shelve(&self, stored: Vec<StoredPassage>, wanted: &HashSet<SourceId>) -> Result<(), StoreError> {
        for stored in stored {
            let at = place(&stored.source, stored.place)?;
            if wanted.contains(&at.source) {
                let passage = Passage::try_from(stored)?;
                self.change(|index| index.add(at, passage));
            }
        }
        Ok(())
    }

    async fn read_vectors(
        &self,
        tx: &mut Tx,
        (app, model): (i64, &str),
        wanted: &HashSet<SourceId>,
    ) -> Result<(), StoreError> {
        for source in wanted {
            self.change(|index| index.remove_vectors(*source));
        }
        if model.is_empty() {
            return Ok(());
        }
        if wanted.len() <= ONE_BY_ONE_MAX {
            for source in wanted {
                let vectors = tx.vectors(*source, model).await?;
                self.hang(vectors, wanted)?;
            }
            return Ok(());
        }
        let mut last = (String::new(), -1);
        loop {
            let page = tx.all_vectors((app, model), (&last.0, last.1), PAGE).await?;
            let Some(end) = page.last() else { return Ok(()) };
            last = (end.source.clone(), end.place);
            self.hang(page, wanted)?;
        }
    }

    fn hang(&self, stored: Vec<StoredVectors>, wanted: &HashSet<SourceId>) -> Result<(), StoreError> {
        for stored in stored {
            let at = place(&stored.source, stored.place)?;
            if wanted.contains(&at.source) {
                self.change(|index| index.add_vectors(at, &signed(&stored.whole), &signed(&stored.questions)));
            }
        }
        Ok(())
    }
}

fn ids<'a>(sources: impl Iterator<Item = &'a ReadySource>) -> HashSet<SourceId> {
    sources.map(|source| source.id).collect()
}

fn place(source: &str, place: i64) -> Result<Place, StoreError> {
    let source = source.parse().map_err(|_| StoreError::Inconsistent { table: "passages", row: source.to_owned() })?;
    Ok(Place { source, place })
}

pub(super) fn signed(bytes: &[u8]) -> Vec<i8> {
    bytes.iter().map(|byte| i8::from_le_bytes([*byte])).collect()
}

impl TryFrom<StoredPassage> for Passage {
    type Error = StoreError;

    fn try_from(stored: StoredPassage) -> Result<Self, StoreError> {
        let StoredPassage { title, question, phrasings, heading, text, language, address, .. } = stored;
        let phrasings: Vec<String> = serde_json::from_str(&phrasings)?;
        let questions: Vec<String> = question.into_iter().chain(phrasings).collect();
        let known = language.as_deref().and_then(Language::of_code);
        Ok(Self {
            title: title.into(),
            heading: heading.map(Into::into),
            language: known.unwrap_or_else(|| Language::guess(&format!("{} {text}", questions.join(" ")))),
            spoken: language.map(Into::into),
            address: address.map(Into::into),
            questions: questions.into(),
            text: text.into(),
        })
    }
}

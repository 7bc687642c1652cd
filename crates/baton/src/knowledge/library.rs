//! Each app's index in memory. When the app's knowledge has changed, only the sources that changed
//! are read again.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError, RwLock},
};

use super::{
    index::{Hit, Index, Passage},
    words::Language,
};
use crate::{
    domain::SourceId,
    store::{Store, StoreError, StoredPassage, Tx},
};

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
    /// When each source that is in the index was last changed.
    sources: HashMap<SourceId, i64>,
}

/// One app's index, up to date when it was asked for.
pub(super) struct Shelf(Arc<Kept>);

impl Shelf {
    pub(super) fn look<T>(&self, search: impl FnOnce(&Index) -> T) -> T {
        search(&self.0.index.read().unwrap_or_else(PoisonError::into_inner))
    }

    pub(super) fn search(&self, question: &str, at_most: usize) -> Vec<Hit> {
        self.look(|index| index.search(question, at_most))
    }
}

impl Library {
    pub(super) async fn shelf(&self, store: &Store, app: i64) -> Result<Shelf, StoreError> {
        let kept = self.kept(app);
        let version = store.read().await?.knowledge_version(app).await?;
        if kept.version() != version {
            let _reading = self.reading.lock().await;
            let mut tx = store.read().await?;
            // Read before the sources: what changes in between makes the next question read again.
            let version = tx.knowledge_version(app).await?;
            if kept.version() != version {
                kept.catch_up(&mut tx, app, version).await?;
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
    fn version(&self) -> i64 {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).version
    }

    async fn catch_up(&self, tx: &mut Tx, app: i64, version: i64) -> Result<(), StoreError> {
        let before = self.state.lock().unwrap_or_else(PoisonError::into_inner).sources.clone();
        let now: HashMap<SourceId, i64> = tx.ready_sources(app).await?.into_iter().collect();
        let changed: Vec<SourceId> =
            now.iter().filter(|(id, at)| before.get(id) != Some(at)).map(|(id, _)| *id).collect();
        for source in before.keys().filter(|id| !now.contains_key(id)) {
            self.index.write().unwrap_or_else(PoisonError::into_inner).remove_source(&source.hex());
        }
        for source in changed {
            let passages: Vec<Passage> = tx.passages(source).await?.into_iter().map(passage).collect();
            let mut index = self.index.write().unwrap_or_else(PoisonError::into_inner);
            index.remove_source(&source.hex());
            for passage in passages {
                index.add(&source.hex(), passage);
            }
        }
        *self.state.lock().unwrap_or_else(PoisonError::into_inner) = State { version, sources: now };
        Ok(())
    }
}

fn passage(stored: StoredPassage) -> Passage {
    let StoredPassage { title, question, heading, text } = stored;
    let words = format!("{} {text}", question.as_deref().unwrap_or_default());
    Passage {
        title: title.into(),
        heading: heading.map(Into::into),
        question: question.map(Into::into),
        language: Language::guess(&words),
        text: text.into(),
    }
}

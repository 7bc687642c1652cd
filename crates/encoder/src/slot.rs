//! The place of the embedding model in the running program: absent, on its way, or ready; it may come while
//! questions are answered without it.

use std::sync::{Arc, PoisonError, RwLock};

use crate::Encoder;

/// all-MiniLM-L6-v2, by its weights; it has read English only.
const MINILM: &str = "53aa51172d14";

#[derive(Clone, Default)]
pub enum EncoderState {
    /// There is none, and none was asked for.
    #[default]
    Absent,
    /// It is being fetched: bytes done, and of how many.
    Fetching {
        done: u64,
        total: Option<u64>,
    },
    /// It could not be fetched or opened, and what to do.
    Failed(String),
    Ready(Arc<Encoder>),
}

#[derive(Default)]
pub struct EncoderSlot(RwLock<EncoderState>);

impl EncoderSlot {
    pub fn state(&self) -> EncoderState {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub fn set(&self, state: EncoderState) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = state;
    }

    pub fn get(&self) -> Option<Arc<Encoder>> {
        match self.state() {
            EncoderState::Ready(encoder) => Some(encoder),
            EncoderState::Absent | EncoderState::Fetching { .. } | EncoderState::Failed(_) => None,
        }
    }
}

impl Encoder {
    /// Whether it has learned a language (ISO 639-1). Of a model that is not known here all is believed.
    #[must_use]
    pub fn speaks(&self, language: &str) -> bool {
        self.name() != MINILM || language == "en"
    }
}

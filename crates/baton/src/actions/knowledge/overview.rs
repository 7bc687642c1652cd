//! An app's knowledge at a glance: how much there is, how far indexing is, and what a threshold buys.

use encoder::EncoderState;
use serde::Serialize;
use utoipa::ToSchema;

use super::super::access::Caller;
use crate::{
    app::{App, Shared},
    error::Error,
    knowledge::{self, Curve, CurveState},
};

/// What encoding a passage takes until it has been measured.
const PASSAGE_MS: i64 = 40;

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct KnowledgeView {
    pub sources: i64,
    pub passages: i64,
    /// Passages that can be found by meaning too.
    pub encoded: i64,
    /// Sources that wait for being indexed.
    pub waiting: i64,
    pub failed: i64,
    /// An estimate until everything is indexed.
    pub remaining_ms: Option<i64>,
    pub model: EncoderView,
}

/// The embedding model.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct EncoderView {
    pub state: EncoderWord,
    pub name: Option<String>,
    pub bytes_done: Option<u64>,
    pub bytes_total: Option<u64>,
    /// Why it is not there and what to do.
    pub error: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum EncoderWord {
    Absent,
    Fetching,
    Failed,
    Ready,
}

/// # Errors
/// When the caller does not work in the app.
pub async fn knowledge_overview(app: &Shared, caller: Caller, of: i64) -> Result<KnowledgeView, Error> {
    caller.works_in(of)?;
    let model = encoder_view(app);
    let mut tx = app.store.read().await?;
    let (sources, waiting, failed) = tx.source_counts(of).await?;
    let (passages, encoded) = tx.passages_encoded(of, model.name.as_deref().unwrap_or_default()).await?;
    let left = if model.state == EncoderWord::Ready { passages - encoded } else { 0 };
    let remaining_ms = (left + waiting > 0).then(|| (left + waiting) * PASSAGE_MS);
    Ok(KnowledgeView { sources, passages, encoded, waiting, failed, remaining_ms, model })
}

#[must_use]
pub fn encoder_view(app: &App) -> EncoderView {
    let view = |state| EncoderView { state, name: None, bytes_done: None, bytes_total: None, error: None };
    match app.encoder.state() {
        EncoderState::Absent => view(EncoderWord::Absent),
        EncoderState::Fetching { done, total } => {
            EncoderView { bytes_done: Some(done), bytes_total: total, ..view(EncoderWord::Fetching) }
        }
        EncoderState::Failed(error) => EncoderView { error: Some(error), ..view(EncoderWord::Failed) },
        EncoderState::Ready(encoder) => {
            EncoderView { name: Some(encoder.name().to_owned()), ..view(EncoderWord::Ready) }
        }
    }
}

/// What a threshold buys in this app's knowledge.
///
/// # Errors
/// When the caller does not work in the app.
pub async fn knowledge_curve(app: &Shared, caller: Caller, of: i64) -> Result<Curve, Error> {
    caller.works_in(of)?;
    let mut tx = app.store.read().await?;
    match tx.calibration(of).await? {
        Some(stored) => Ok(knowledge::curve_of(&stored)?),
        None => {
            let state = if tx.has_knowledge(of).await? { CurveState::Making } else { CurveState::TooLittle };
            Ok(knowledge::no_curve(state))
        }
    }
}

/// Has the embedding model fetched, if it is not there.
///
/// # Errors
/// When the caller does not configure the app.
pub async fn want_encoder(app: &Shared, caller: Caller, of: i64) -> Result<EncoderView, Error> {
    caller.configures(of)?;
    app.encoder_wanted.notify_one();
    Ok(encoder_view(app))
}

//! What the AI Agent is about to say, shown while a model still writes it: each statement after its check, never
//! stored. The message itself comes once, at the end.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use serde::Serialize;

use super::Ask;
use crate::{
    app::App,
    domain::{DialogId, SourceRef},
};

/// How soon a person who takes over silences a model that is still writing.
const LOOK_AGAIN: Duration = Duration::from_millis(25);

#[derive(Serialize)]
struct Answering<'a> {
    kind: &'static str,
    dialog: DialogId,
    turn: u64,
    place: usize,
    /// Absent: what was shown is withdrawn.
    text: Option<&'a str>,
    source: Option<&'a SourceRef>,
}

pub(super) struct Preview<'a> {
    app: &'a App,
    ask: Ask,
    shown: AtomicBool,
}

impl<'a> Preview<'a> {
    pub fn begin(app: &'a App, ask: Ask) -> Self {
        app.hub.begin_preview(ask.dialog, ask.turn);
        Self { app, ask, shown: AtomicBool::new(false) }
    }

    pub fn say(&self, text: &str, source: &SourceRef, place: usize) {
        self.shown.store(true, Ordering::Relaxed);
        self.whisper(place, Some(text), Some(source));
    }

    /// Withdraws what was shown, unless it is posted now.
    pub fn end(&self, is_posted: bool) {
        if !is_posted && self.shown.load(Ordering::Relaxed) {
            self.whisper(0, None, None);
        }
    }

    /// Waits until somebody else has the word.
    pub async fn is_over(&self) {
        loop {
            tokio::time::sleep(LOOK_AGAIN).await;
            let Ask { dialog, turn } = self.ask;
            if self.shown.load(Ordering::Relaxed) && !self.app.hub.is_previewed(dialog, turn) {
                return self.end(false);
            }
        }
    }

    fn whisper(&self, place: usize, text: Option<&str>, source: Option<&SourceRef>) {
        let Ask { dialog, turn } = self.ask;
        let frame = Answering { kind: "answering", dialog, turn, place, text, source };
        if let Ok(frame) = serde_json::to_string(&frame) {
            self.app.hub.preview(dialog, turn, &Arc::from(frame));
        }
    }
}

impl Drop for Preview<'_> {
    fn drop(&mut self) {
        self.app.hub.end_preview(self.ask.dialog, self.ask.turn);
    }
}

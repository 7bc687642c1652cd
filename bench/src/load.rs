//! Conversations at saturation: each customer keeps a few messages in flight, and says the next one when
//! one of them has come back. Agent and observer listen.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    time::Duration,
};

use tokio::{
    sync::watch,
    task::JoinSet,
    time::{sleep, timeout},
};

use crate::{
    line::Line,
    tally::{Faults, Tally},
};

const IN_FLIGHT: u32 = 4;
/// Silence after which nothing more is expected.
const SILENCE: Duration = Duration::from_secs(3);

pub struct Load {
    shared: Arc<Shared>,
    conversations: JoinSet<Heard>,
}

#[derive(Default)]
struct Shared {
    stop: AtomicBool,
    /// Messages that came back to whoever said them.
    back: AtomicU64,
}

/// What became of one conversation.
pub struct Heard {
    pub dialog: String,
    sent: u32,
    tallies: Vec<Tally>,
}

impl Heard {
    /// So many messages were heard by somebody, counted from the first.
    pub fn acknowledged(&self) -> u32 {
        self.tallies.iter().map(Tally::next).max().unwrap_or(0)
    }

    pub fn faults(&self) -> Faults {
        self.tallies.iter().map(|tally| tally.faults(self.sent)).sum()
    }
}

impl Load {
    pub fn start(conversations: Vec<(String, [Line; 3])>) -> Self {
        let shared = Arc::new(Shared::default());
        let conversations =
            conversations.into_iter().map(|(dialog, lines)| converse(dialog, lines, shared.clone())).collect();
        Self { shared, conversations }
    }

    pub fn back(&self) -> u64 {
        self.shared.back.load(Ordering::Relaxed)
    }

    /// Says nothing more, and waits until all that was said was heard by all, or nothing more comes.
    pub async fn finish(self) -> Vec<Heard> {
        self.shared.stop.store(true, Ordering::Relaxed);
        self.conversations.join_all().await
    }
}

async fn converse(dialog: String, [talker, agent, observer]: [Line; 3], shared: Arc<Shared>) -> Heard {
    let (total, sent) = watch::channel(None);
    let listeners: JoinSet<Tally> = [agent, observer].map(|line| listen(line, sent.clone())).into_iter().collect();
    let (sent, own) = talk(talker, &shared).await;
    total.send_replace(Some(sent));
    let mut tallies = listeners.join_all().await;
    tallies.push(own);
    Heard { dialog, sent, tallies }
}

/// How many messages were said, and which came back.
async fn talk(mut line: Line, shared: &Shared) -> (u32, Tally) {
    let (mut sent, mut own) = (0, Tally::default());
    while sent < IN_FLIGHT && line.say(sent).await.is_ok() {
        sent += 1;
    }
    while own.next() < sent {
        let Ok(Ok(number)) = timeout(SILENCE, line.hear()).await else { break };
        own.hear(number);
        shared.back.fetch_add(1, Ordering::Relaxed);
        if !shared.stop.load(Ordering::Relaxed) && line.say(sent).await.is_ok() {
            sent += 1;
        }
    }
    (sent, own)
}

/// Listens until everything was heard; how much that is becomes known at the end.
async fn listen(mut line: Line, mut total: watch::Receiver<Option<u32>>) -> Tally {
    let mut heard = Tally::default();
    while total.borrow().is_none() {
        tokio::select! {
            number = line.hear() => match number {
                Ok(number) => heard.hear(number),
                Err(_) => return heard,
            },
            _ = total.changed() => {}
        }
    }
    let total = total.borrow().unwrap_or(0);
    let rest = async {
        while heard.next() < total {
            match line.hear().await {
                Ok(number) => heard.hear(number),
                Err(_) => return,
            }
        }
    };
    tokio::select! {
        () = rest => {}
        () = sleep(SILENCE) => {}
    }
    heard
}

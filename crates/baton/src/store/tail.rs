//! On PostgreSQL several processes write. This reads committed events back in their order, whoever
//! wrote them, and hands them to the open screens of this process.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use sqlx::{PgPool, postgres::PgListener};
use tokio::{sync::mpsc, task::JoinHandle};

use super::{OnCommit, StoreError, Tx, tx::Conn};

const CHANNEL: &str = "baton_events";
/// Heals a notification that was lost.
const POLL: Duration = Duration::from_secs(2);
const PAGE: i64 = 500;

/// Wakes the reader after a commit of this process.
pub(super) struct Tail {
    wake: mpsc::Sender<()>,
    work: Arc<AtomicBool>,
}

impl Tail {
    pub(super) fn wake(&self, work: bool) {
        self.work.fetch_or(work, Ordering::AcqRel);
        // Full means that a wake-up is already waiting.
        let _ = self.wake.try_send(());
    }
}

/// Everything that is committed from now on will be read.
pub(super) async fn start(pool: PgPool, on_commit: Arc<OnCommit>) -> Result<(Tail, JoinHandle<()>), StoreError> {
    let (wake, woken) = mpsc::channel(1);
    let work = Arc::new(AtomicBool::new(false));
    let last = Tx::new(Conn::Postgres(pool.acquire().await?)).newest_event().await?;
    let task = tokio::spawn(follow(pool, last, woken, work.clone(), on_commit));
    Ok((Tail { wake, work }, task))
}

async fn follow(
    pool: PgPool,
    mut last: i64,
    mut woken: mpsc::Receiver<()>,
    work: Arc<AtomicBool>,
    on_commit: Arc<OnCommit>,
) {
    let mut listener = None;
    loop {
        if listener.is_none() {
            listener = listen(&pool).await;
        }
        match read_on(&pool, &mut last, &on_commit, &work).await {
            Ok(()) => {}
            Err(error) => tracing::warn!(%error, "reading events failed; trying again"),
        }
        tokio::select! {
            open = woken.recv() => if open.is_none() { return },
            heard = heard(&mut listener) => if !heard { listener = None },
            () = tokio::time::sleep(POLL) => work.store(true, Ordering::Release),
        }
    }
}

async fn listen(pool: &PgPool) -> Option<PgListener> {
    let options = (*pool.connect_options()).clone();
    let own = sqlx::postgres::PgPoolOptions::new().max_connections(1).connect_with(options).await.ok()?;
    let mut listener = PgListener::connect_with(&own).await.ok()?;
    listener.listen(CHANNEL).await.ok()?;
    Some(listener)
}

/// Whether the listener is still good after something was heard.
async fn heard(listener: &mut Option<PgListener>) -> bool {
    match listener {
        Some(listener) => listener.recv().await.is_ok(),
        None => std::future::pending().await,
    }
}

async fn read_on(pool: &PgPool, last: &mut i64, on_commit: &OnCommit, work: &AtomicBool) -> Result<(), StoreError> {
    let mut tx = Tx::new(Conn::Postgres(pool.acquire().await?));
    loop {
        let events = tx.events_after(*last, PAGE).await?;
        let Some(newest) = events.last() else { break };
        *last = newest.seq;
        on_commit(events, false);
    }
    if work.swap(false, Ordering::AcqRel) {
        on_commit(Vec::new(), true);
    }
    Ok(())
}

impl Tx {
    /// Tells the other processes, on PostgreSQL, that there are new events once this is committed.
    pub(super) async fn notify_others(&mut self) -> Result<(), StoreError> {
        match self.conn {
            Conn::Postgres(_) if !self.events.is_empty() => {
                run!(self, "SELECT pg_notify('baton_events', '')");
            }
            Conn::Postgres(_) | Conn::Sqlite(_) => {}
        }
        Ok(())
    }
}

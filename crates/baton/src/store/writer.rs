//! The one writer. It drains what is waiting into one transaction, each command in a savepoint, so
//! that commands share an fsync and one that fails takes nobody along.
//!
//! On PostgreSQL the transaction holds one advisory lock, so that events of several processes are
//! numbered in the order in which they are committed (docs/decisions/0002).

use std::{panic::AssertUnwindSafe, sync::Arc};

use futures_util::{FutureExt, future::BoxFuture};
use sqlx::ConnectOptions;
use tokio::{
    sync::{mpsc, oneshot},
    task::JoinHandle,
};

use super::{
    OnCommit, StoreError, Tx, checkpoint,
    open::WriterPlace,
    tail::{self, Tail},
    tx::Conn,
};

/// At most so many commands share one transaction.
const BATCH: usize = 256;
/// Any number, the same in every process.
const ADVISORY_LOCK: i64 = 0x0042_6174_6f6e;

pub(super) type Work = Box<dyn for<'t> FnOnce(&'t mut Tx) -> BoxFuture<'t, Finished> + Send>;

/// What waits for the writer.
pub(super) enum Command {
    Do(Work),
    /// Carry out what came before, then nothing more.
    Stop,
}

/// What a command did, waiting for the commit.
pub(super) struct Finished {
    keep: bool,
    reply: Box<dyn FnOnce(Result<(), StoreError>) + Send>,
}

pub(super) fn command<T, E, F>(work: F) -> (Command, oneshot::Receiver<Result<T, E>>)
where
    T: Send + 'static,
    E: From<StoreError> + Send + 'static,
    F: for<'t> FnOnce(&'t mut Tx) -> BoxFuture<'t, Result<T, E>> + Send + 'static,
{
    let (answer, answered) = oneshot::channel();
    let work: Work = Box::new(move |tx| {
        Box::pin(async move {
            let outcome = work(tx).await;
            let keep = outcome.is_ok();
            let reply = move |committed: Result<(), StoreError>| {
                // The caller may have gone away; what it asked for is done all the same.
                let _ = answer.send(committed.map_err(E::from).and(outcome));
            };
            Finished { keep, reply: Box::new(reply) }
        })
    });
    (Command::Do(work), answered)
}

pub(super) async fn start(
    place: WriterPlace,
    waiting: mpsc::Receiver<Command>,
    on_commit: OnCommit,
) -> Result<Vec<JoinHandle<()>>, StoreError> {
    let on_commit: Arc<OnCommit> = Arc::new(on_commit);
    Ok(match place {
        WriterPlace::Sqlite(pool) => {
            let (stop, stopped) = oneshot::channel();
            let options = pool.connect_options();
            let checkpoints = tokio::spawn(async move {
                match options.connect().await {
                    Ok(conn) => checkpoint::run(conn, stopped).await,
                    Err(error) => tracing::warn!(%error, "no connection for checkpoints"),
                }
            });
            let writer = Writer { place: WriterPlace::Sqlite(pool), waiting, publish: Publish::AtOnce(on_commit) };
            let writing = tokio::spawn(async move {
                writer.run().await;
                drop(stop);
            });
            vec![writing, checkpoints]
        }
        WriterPlace::Postgres(pool) => {
            let (tail, task) = tail::start(pool.clone(), on_commit).await?;
            let writer = Writer { place: WriterPlace::Postgres(pool), waiting, publish: Publish::ByTail(tail) };
            vec![tokio::spawn(writer.run()), task]
        }
    })
}

/// How committed events reach the open screens of this process.
enum Publish {
    /// Only this process writes, so its events are all there are.
    AtOnce(Arc<OnCommit>),
    /// Other processes write too: what was committed is read back in order.
    ByTail(Tail),
}

struct Writer {
    place: WriterPlace,
    waiting: mpsc::Receiver<Command>,
    publish: Publish,
}

impl Writer {
    async fn run(mut self) {
        let mut tx = None;
        let mut batch = Vec::with_capacity(BATCH);
        let mut stopped = false;
        while !stopped && self.waiting.recv_many(&mut batch, BATCH).await > 0 {
            if let Some(stop) = batch.iter().position(|command| matches!(command, Command::Stop)) {
                stopped = true;
                batch.truncate(stop);
            }
            let done = match self.ready(&mut tx).await {
                Ok(tx) => transaction(tx, &mut batch).await,
                Err(error) => Err(error),
            };
            match done {
                Ok(finished) => self.committed(tx.as_mut(), finished),
                Err(error) => {
                    tracing::error!(%error, "a transaction failed");
                    // Dropping the commands answers their callers with `Lost`; a fresh connection is taken next.
                    batch.clear();
                    if let Some(mut broken) = tx.take() {
                        broken.discard();
                    }
                }
            }
        }
    }

    async fn ready<'t>(&self, tx: &'t mut Option<Tx>) -> Result<&'t mut Tx, StoreError> {
        let ready = match tx.take() {
            Some(ready) => ready,
            None => {
                let mut fresh = Tx::new(match &self.place {
                    WriterPlace::Sqlite(pool) => Conn::Sqlite(pool.acquire().await?),
                    WriterPlace::Postgres(pool) => Conn::Postgres(pool.acquire().await?),
                });
                fresh.last_seq = fresh.newest_event().await?;
                fresh
            }
        };
        Ok(tx.insert(ready))
    }

    fn committed(&self, tx: Option<&mut Tx>, finished: Vec<Finished>) {
        if let Some(tx) = tx {
            let events = std::mem::take(&mut tx.events);
            let work = std::mem::take(&mut tx.work);
            match &self.publish {
                Publish::AtOnce(on_commit) => on_commit(events, work),
                Publish::ByTail(tail) => tail.wake(work),
            }
        }
        for command in finished {
            (command.reply)(Ok(()));
        }
    }
}

/// Runs the batch in one transaction and commits it.
async fn transaction(tx: &mut Tx, batch: &mut Vec<Command>) -> Result<Vec<Finished>, StoreError> {
    begin(tx).await?;
    let alone = batch.len() == 1;
    let mut is_open = false;
    let mut finished = Vec::with_capacity(batch.len());
    for command in batch.drain(..) {
        let Command::Do(work) = command else { continue };
        if !alone {
            next_savepoint(tx, is_open).await?;
            is_open = true;
        }
        let (events, seq, had_work) = (tx.events.len(), tx.last_seq, tx.work);
        let outcome = AssertUnwindSafe(work(tx)).catch_unwind().await;
        if outcome.is_err() {
            tracing::error!("a command panicked");
        }
        let keep = outcome.as_ref().is_ok_and(|done| done.keep);
        if !keep {
            run!(tx, if alone { "ROLLBACK" } else { "ROLLBACK TO SAVEPOINT command" });
            tx.events.truncate(events);
            tx.last_seq = seq;
            tx.work = had_work;
        }
        finished.extend(outcome);
        if alone && !keep {
            return Ok(finished);
        }
    }
    if is_open {
        run!(tx, "RELEASE SAVEPOINT command");
    }
    tx.notify_others().await?;
    run!(tx, "COMMIT");
    Ok(finished)
}

/// Releases the savepoint of the command before, if it is open, and opens the next one. SQLite does both
/// in one go.
async fn next_savepoint(tx: &mut Tx, is_open: bool) -> Result<(), StoreError> {
    match tx.conn {
        Conn::Sqlite(_) if is_open => {
            run!(tx, "RELEASE SAVEPOINT command; SAVEPOINT command");
        }
        Conn::Postgres(_) if is_open => {
            run!(tx, "RELEASE SAVEPOINT command");
            run!(tx, "SAVEPOINT command");
        }
        Conn::Sqlite(_) | Conn::Postgres(_) => {
            run!(tx, "SAVEPOINT command");
        }
    }
    Ok(())
}

async fn begin(tx: &mut Tx) -> Result<(), StoreError> {
    match tx.conn {
        Conn::Sqlite(_) => {
            run!(tx, "BEGIN IMMEDIATE");
        }
        Conn::Postgres(_) => {
            run!(tx, "BEGIN");
            run!(tx, "SELECT pg_advisory_xact_lock($1)", ADVISORY_LOCK);
            tx.last_seq = tx.newest_event().await?;
        }
    }
    Ok(())
}

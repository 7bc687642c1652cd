//! Runs the program and the fakes on a thread of their own, so that a story that ends can wait for
//! it to finish what was begun.

use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
        mpsc,
    },
    thread::JoinHandle,
    time::Duration,
};

use baton::{
    app::{App, Shared},
    clock::Clock,
    config::Config,
    http, jobs,
};
use encoder::EncoderState;
use tokio::{net::TcpListener, sync::oneshot};

use super::{
    Door, MORNING_MS, Model, Webhook, database::Database, log::Log, reader::reader, record::differences, until::until,
};

const STOP_WITHIN: Duration = Duration::from_secs(5);

pub struct Server {
    pub model: Model,
    pub webhook: Webhook,
    door: Door,
    app: Shared,
    now: Arc<AtomicI64>,
    database: Arc<Database>,
    stop: Option<oneshot::Sender<Stop>>,
    thread: Option<JoinHandle<Vec<String>>>,
}

#[derive(Clone, Copy, PartialEq)]
enum Stop {
    /// It may finish what was begun.
    Orderly,
    /// The story has failed.
    Failed,
    /// As if the power were gone.
    Crash,
}

impl Server {
    pub fn start(config: Config) -> Self {
        Self::start_on(None, config, Arc::new(AtomicI64::new(MORNING_MS)))
    }

    /// As if the power were gone and came back: whatever was not stored is lost.
    pub fn crashes(&mut self) {
        self.ends(Stop::Crash);
        *self = Self::start_on(Some(self.database.clone()), self.app.config.clone(), self.now.clone());
    }

    fn start_on(database: Option<Arc<Database>>, config: Config, now: Arc<AtomicI64>) -> Self {
        // Every test of the process shares it; only the first call is taken.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let moved = now.clone();
        let (started, running) = mpsc::channel();
        let (stop, stopped) = oneshot::channel();
        let thread = std::thread::spawn(move || {
            let log = Log::default();
            let _listening = tracing::subscriber::set_default(log.subscriber());
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            let mut left = runtime.block_on(run((config, database), moved, started, stopped));
            left.extend(log.errors());
            left
        });
        let Running { base, app, database, model, webhook } = running.recv().unwrap();
        let (door, stop, thread) = (Door::new(&base), Some(stop), Some(thread));
        Self { model, webhook, door, app, now, database, stop, thread }
    }

    pub fn door(&self) -> Door {
        self.door.clone()
    }

    pub fn passes(&self, ms: i64) {
        self.now.fetch_add(ms, Ordering::SeqCst);
        self.app.bell.notify_one();
    }

    /// As if the embedding model had never come.
    pub fn loses_model(&self) {
        self.app.encoder.set(EncoderState::Absent);
    }

    pub fn goes_away(&self) {
        self.app.closing.send_replace(true);
    }

    /// Stops it and answers what was left undone. `orderly`: it may finish what was begun.
    pub fn stop(&mut self, orderly: bool) -> Vec<String> {
        self.ends(if orderly { Stop::Orderly } else { Stop::Failed })
    }

    fn ends(&mut self, how: Stop) -> Vec<String> {
        let _ = self.stop.take().map(|stop| stop.send(how));
        match self.thread.take().map(JoinHandle::join) {
            Some(Ok(left)) => left,
            Some(Err(_)) => vec!["the program panicked".into()],
            None => Vec::new(),
        }
    }
}

struct Running {
    base: String,
    app: Shared,
    database: Arc<Database>,
    model: Model,
    webhook: Webhook,
}

async fn run(
    (config, database): (Config, Option<Arc<Database>>),
    now: Arc<AtomicI64>,
    started: mpsc::Sender<Running>,
    stopped: oneshot::Receiver<Stop>,
) -> Vec<String> {
    let database = match database {
        Some(database) => database,
        None => Arc::new(fresh_database().await),
    };
    let clock = Clock::Manual(now.clone());
    let app = App::open(config, &database.place(), clock, reader()).await.unwrap();
    let jobs = jobs::start(app.clone()).unwrap();
    if !app.config.model.folder.is_empty() {
        tokio::spawn(jobs::bring_model(app.clone()));
    }
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = listener.local_addr().unwrap().to_string();
    let mut closing = app.closing.subscribe();
    let serving = tokio::spawn(http::serve(http::router(app.clone()), listener, async move {
        drop(closing.wait_for(|closing| *closing).await);
    }));
    let (model, webhook) = (Model::start().await, Webhook::start().await);
    let running = Running { base, app: app.clone(), database: database.clone(), model: model.clone(), webhook };
    started.send(running).unwrap();
    let stop = stopped.await.unwrap_or(Stop::Failed);
    let mut left = Vec::new();
    if stop == Stop::Crash {
        return left;
    }
    if stop == Stop::Orderly {
        // What is left when this takes too long is told below.
        let drained = || async {
            // What is learned is due a little later.
            now.fetch_add(1, Ordering::SeqCst);
            app.bell.notify_one();
            (!has_work(&database).await).then_some(())
        };
        let _ = until("the outbox is drained", drained).await;
        left = outbox(&database).await;
        left.extend(differences(&app, &database).await);
    }
    model.lets_go();
    app.closing.send_replace(true);
    if tokio::time::timeout(STOP_WITHIN, serving).await.is_err() {
        left.push("some requests did not end in time".into());
    }
    if tokio::time::timeout(STOP_WITHIN, jobs).await.is_err() {
        left.push("some jobs did not end in time".into());
    }
    app.store.close().await;
    left
}

/// SQLite, unless there is a PostgreSQL server for tests.
async fn fresh_database() -> Database {
    match std::env::var_os("BATON_TEST_DATABASE_URL") {
        Some(_) => Database::postgres().await,
        None => Database::sqlite(),
    }
}

async fn has_work(database: &Database) -> bool {
    const JOBS: &str = "SELECT id FROM outbox WHERE dead = FALSE LIMIT 1";
    const UNSEEN: &str = "SELECT w.id FROM webhooks w JOIN events e ON e.app = w.app AND e.seq > w.seen_seq
        LEFT JOIN dialogs d ON d.id = e.dialog
        WHERE w.enabled = TRUE AND w.events LIKE '%\"' || e.kind || '\"%' AND d.phase IS NOT NULL LIMIT 1";
    let jobs: Vec<(i64,)> = database.rows(JOBS).await;
    let unseen: Vec<(i64,)> = database.rows(UNSEEN).await;
    !jobs.is_empty() || !unseen.is_empty()
}

/// What waits in the outbox or was set aside, in words.
async fn outbox(database: &Database) -> Vec<String> {
    const SQL: &str = "SELECT kind, COALESCE(last_error, 'not tried yet') FROM outbox ORDER BY id";
    let rows: Vec<(String, String)> = database.rows(SQL).await;
    rows.into_iter().map(|(kind, error)| format!("left in the outbox: {kind}: {error}")).collect()
}

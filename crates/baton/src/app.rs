//! What every room may hold on to.

use std::sync::Arc;

use anyhow::Context;
use encoder::EncoderSlot;
use handover::Timestamp;
use tokio::sync::{Notify, Semaphore, watch};

use crate::{
    clock::Clock,
    config::Config,
    domain::Ids,
    fetch::Guard,
    knowledge::{Library, ReaderProcess, Stacks},
    live::Hub,
    llm::Llm,
    secrets::Secrets,
    store::{Place, Store},
};

pub type Shared = Arc<App>;

/// Hashing a password takes 19 MiB and a core for 30 ms; so many at a time.
const HASHERS: usize = 2;

pub struct App {
    pub config: Config,
    pub clock: Clock,
    pub ids: Ids,
    /// Tells this process from others at the same database.
    pub node: u64,
    pub secrets: Secrets,
    pub store: Store,
    pub library: Library,
    /// The embedding model, if it is there.
    pub encoder: EncoderSlot,
    /// One encodes passages at a time: two would encode the same.
    pub encoding: tokio::sync::Mutex<()>,
    /// Rung when somebody wants the embedding model fetched.
    pub encoder_wanted: Notify,
    /// How files that may not be trusted are read.
    pub reader: ReaderProcess,
    /// Which addresses of others may be read.
    pub guard: Guard,
    pub llm: Llm,
    pub hub: Arc<Hub>,
    /// Rung when the outbox or a deadline may have something to do.
    pub bell: Arc<Notify>,
    /// Rung after every commit that left events.
    pub news: Arc<Notify>,
    /// Becomes true when the program is going away.
    pub closing: watch::Sender<bool>,
    pub hashers: Semaphore,
}

impl App {
    /// Opens the store and puts everything together.
    ///
    /// # Errors
    /// When the database cannot be opened, or a network in the settings is none.
    pub async fn open(config: Config, place: &Place, clock: Clock, reader: ReaderProcess) -> anyhow::Result<Shared> {
        let limits = &config.limits;
        let hub = Arc::new(Hub::new(limits.connections, limits.connections_per_user, limits.live_queue));
        let bell = Arc::new(Notify::new());
        let news = Arc::new(Notify::new());
        let (heard, rung, told) = (hub.clone(), bell.clone(), news.clone());
        let on_commit = Box::new(move |events: Vec<Arc<crate::domain::Event>>, work: bool| {
            heard.publish(&events);
            if !events.is_empty() {
                told.notify_one();
            }
            if work {
                rung.notify_one();
            }
        });
        let store = Store::open(place, limits.write_queue, on_commit).await?;
        let secrets = Secrets::new()?;
        let guard = Guard::allowing(config.crawl.networks()).context("in the setting crawl.allow")?;
        Ok(Arc::new(Self {
            clock,
            ids: Ids::new(secrets.seed()),
            node: secrets.seed(),
            secrets,
            store,
            library: Library::default(),
            encoder: EncoderSlot::default(),
            encoding: tokio::sync::Mutex::new(()),
            encoder_wanted: Notify::new(),
            reader,
            guard,
            llm: Llm::new()?,
            hub,
            bell,
            news,
            closing: watch::Sender::new(false),
            hashers: Semaphore::new(HASHERS),
            config,
        }))
    }

    /// Where knowledge is.
    pub fn stacks(&self) -> Stacks<'_> {
        Stacks { library: &self.library, store: &self.store, encoder: &self.encoder }
    }

    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }
}

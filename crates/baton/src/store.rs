//! The only room that speaks SQL. One text for SQLite and PostgreSQL.
//!
//! Reads come from a pool. Writes go to one writer, which drains what is waiting into one
//! transaction, so that commands that come together share one fsync.

mod checkpoint;
mod open;
#[macro_use]
mod tx;
mod writer;

#[macro_use]
mod filter;

mod agents;
mod apps;
mod assistants;
mod attachments;
mod audit;
mod canned_replies;
mod deliveries;
mod dialogs;
mod episodes;
mod events;
mod handovers;
mod invitations;
mod labels;
mod lessons;
mod messages;
mod notes;
mod notifications;
mod occupants;
mod outbox;
mod overview;
mod passages;
mod presence;
mod ratings;
mod reports;
mod row;
mod search;
mod sessions;
mod site_pages;
mod sites;
mod sources;
mod tail;
mod teams;
mod unanswered;
mod users;
mod views;
mod webhooks;

use std::sync::{Mutex, PoisonError};

use futures_util::future::BoxFuture;
use tokio::{sync::mpsc, task::JoinHandle};

pub use agents::{AgentChange, Matched};
pub use apps::NewApp;
pub use assistants::AssistantRow;
pub use attachments::{Held, NewAttachment};
pub use audit::{AuditFilter, NewAudit};
pub use deliveries::{Attempt, DueDelivery, Followed};
pub use dialogs::{DialogSeen, ListCounts, NewDialog, UnseenNow};
pub use episodes::{EpisodeMoved, NewEpisode};
pub use events::{NewEvent, Reader};
pub use filter::ListFilter;
pub use handovers::NewHandover;
pub use invitations::NewInvitation;
pub use lessons::{Fixed, NewLesson, StoredCalibration};
pub use messages::{MessagePage, NewMessage};
pub use notes::NewNote;
pub use notifications::{PushRow, Unseen};
pub use outbox::{Due, NewJob, Work};
pub use passages::{NewVectors, ReadySource, StoredPassage, StoredVectors};
pub use ratings::{NewRating, Rateable, RatedBy};
pub use reports::{Until, Window};
pub use sessions::{Holder, NewSession};
pub use site_pages::SitePageRow;
pub use sites::{NewSite, SiteReading};
pub use sources::{NewSource, SourceFilter, SourceText};
pub use tx::Tx;
pub use unanswered::NewUnanswered;
pub use users::{NewUser, PasswordOf, UserChange};
pub use webhooks::{Follower, NewWebhook, WebhookChange};

use writer::Command;

/// What is called with the events of each transaction after its commit, in their order, and with
/// whether it left work in the outbox.
pub type OnCommit = Box<dyn Fn(Vec<std::sync::Arc<crate::domain::Event>>, bool) + Send + Sync>;

#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error(transparent)]
    Sql(#[from] sqlx::Error),
    #[error(transparent)]
    Migration(#[from] sqlx::migrate::MigrateError),
    #[error("{table} holds a row that no code writes: {row}")]
    Inconsistent { table: &'static str, row: String },
    #[error("JSON in the database: {0}")]
    Json(#[from] serde_json::Error),
    #[error("too many commands are waiting for the database")]
    Full,
    #[error("the database is closed")]
    Closed,
    #[error("a command was not carried out; the log says why")]
    Lost,
}

impl StoreError {
    /// Whether a UNIQUE constraint was violated.
    #[must_use]
    pub fn is_taken(&self) -> bool {
        match self {
            Self::Sql(error) => error.as_database_error().is_some_and(|error| error.is_unique_violation()),
            Self::Migration(_) | Self::Inconsistent { .. } | Self::Json(_) | Self::Full | Self::Closed | Self::Lost => {
                false
            }
        }
    }
}

impl From<StoreError> for crate::error::Error {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Full => Self::Busy("the server is busy; try again in a moment"),
            StoreError::Closed => Self::Busy("the server is going away; try again in a moment"),
            StoreError::Sql(error) if is_nul(&error) => Self::invalid("a text must not contain the character U+0000"),
            StoreError::Sql(_)
            | StoreError::Migration(_)
            | StoreError::Inconsistent { .. }
            | StoreError::Json(_)
            | StoreError::Lost => Self::internal(error),
        }
    }
}

/// PostgreSQL keeps every character in a text but this one.
fn is_nul(error: &sqlx::Error) -> bool {
    const CHARACTER_NOT_IN_REPERTOIRE: &str = "22021";
    error.as_database_error().and_then(|error| error.code()).is_some_and(|code| code == CHARACTER_NOT_IN_REPERTOIRE)
}

/// Where the data is.
#[derive(Clone, Debug)]
pub enum Place {
    /// A SQLite file.
    File(std::path::PathBuf),
    /// A PostgreSQL database.
    Url(String),
}

pub struct Store {
    readers: tx::Readers,
    commands: mpsc::Sender<Command>,
    tasks: Mutex<Vec<JoinHandle<()>>>,
}

impl Store {
    /// Opens the database, creates and migrates it as needed, and starts its writer.
    ///
    /// # Errors
    /// When it cannot be opened or migrated.
    pub async fn open(place: &Place, write_queue: usize, on_commit: OnCommit) -> Result<Self, StoreError> {
        let (commands, waiting) = mpsc::channel(write_queue.max(1));
        let opened = open::open(place).await?;
        let tasks = writer::start(opened.writer, waiting, on_commit).await?;
        Ok(Self { readers: opened.readers, commands, tasks: Mutex::new(tasks) })
    }

    /// Runs `work` inside the writer's next transaction and answers after the commit. When `work`
    /// fails, everything it did is undone, and nothing of what others did.
    ///
    /// It takes its place in the queue at once, before the answer is awaited: calls are carried out
    /// in the order in which they are made.
    pub fn write<T, E, F>(&self, work: F) -> impl Future<Output = Result<T, E>> + Send + use<T, E, F>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        F: for<'t> FnOnce(&'t mut Tx) -> BoxFuture<'t, Result<T, E>> + Send + 'static,
    {
        let (command, answer) = writer::command(work);
        let queued = self.commands.try_send(command).map_err(|refused| match refused {
            mpsc::error::TrySendError::Full(_) => StoreError::Full,
            mpsc::error::TrySendError::Closed(_) => StoreError::Closed,
        });
        async move {
            queued?;
            answer.await.map_err(|_| StoreError::Lost)?
        }
    }

    /// A connection for reading.
    ///
    /// # Errors
    /// When none becomes free in time.
    pub async fn read(&self) -> Result<Tx, StoreError> {
        self.readers.acquire().await
    }

    /// Finishes what is waiting and closes the database; from then on everything answers `Closed`.
    pub async fn close(&self) {
        // Refused when it is closed already.
        let _ = self.commands.send(Command::Stop).await;
        let tasks = std::mem::take(&mut *self.tasks.lock().unwrap_or_else(PoisonError::into_inner));
        for task in tasks {
            // A writer that panicked has nothing left to finish; its error was logged there.
            let _ = task.await;
        }
        self.readers.close().await;
    }
}

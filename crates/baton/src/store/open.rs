//! Opening and migrating either database.

use std::{str::FromStr, thread::available_parallelism, time::Duration};

use sqlx::{
    PgPool, SqlitePool,
    postgres::{PgConnectOptions, PgPoolOptions},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use super::{Place, StoreError, tx::Readers};

/// Reading an SQLite file that is in memory is work for a processor: so many at a time for each, but not fewer.
const FEWEST_READERS: u32 = 4;
/// On PostgreSQL, which reads elsewhere.
const READERS: u32 = 8;
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(10);

pub(super) struct Opened {
    pub(super) readers: Readers,
    pub(super) writer: WriterPlace,
}

/// What the writer writes to.
pub(super) enum WriterPlace {
    Sqlite(SqlitePool),
    Postgres(PgPool),
}

pub(super) async fn open(place: &Place) -> Result<Opened, StoreError> {
    match place {
        Place::File(path) => open_sqlite(path).await,
        Place::Url(url) => open_postgres(url).await,
    }
}

async fn open_sqlite(path: &std::path::Path) -> Result<Opened, StoreError> {
    let base = SqliteConnectOptions::new()
        .filename(path)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(5))
        .statement_cache_capacity(256)
        .pragma("cache_size", "-16384")
        .pragma("temp_store", "MEMORY");
    // Checkpoints run beside the writer (`checkpoint.rs`); this is only the ceiling of the log, in pages.
    let for_writing = base.clone().create_if_missing(true).pragma("wal_autocheckpoint", "20000");
    let writer = SqlitePoolOptions::new()
        .max_connections(1)
        .idle_timeout(None)
        .max_lifetime(None)
        .connect_with(for_writing)
        .await?;
    sqlx::migrate!("migrations/sqlite").run(&writer).await?;
    let cores = available_parallelism().ok().and_then(|cores| u32::try_from(cores.get()).ok());
    let readers = cores.unwrap_or_default().max(FEWEST_READERS);
    let readers = SqlitePoolOptions::new()
        .max_connections(readers)
        // All of them from the start: opening one reads the schema, which is no work for a busy moment.
        .min_connections(readers)
        .idle_timeout(None)
        .max_lifetime(None)
        .acquire_timeout(ACQUIRE_TIMEOUT)
        .test_before_acquire(false)
        .connect_with(base.pragma("query_only", "1"))
        .await?;
    Ok(Opened { readers: Readers::Sqlite(readers), writer: WriterPlace::Sqlite(writer) })
}

async fn open_postgres(url: &str) -> Result<Opened, StoreError> {
    let base = PgConnectOptions::from_str(url)?;
    let writer =
        PgPoolOptions::new().max_connections(2).acquire_timeout(ACQUIRE_TIMEOUT).connect_with(base.clone()).await?;
    sqlx::migrate!("migrations/postgres").run(&writer).await?;
    let readers = PgPoolOptions::new()
        .max_connections(READERS)
        .acquire_timeout(ACQUIRE_TIMEOUT)
        .connect_with(base.options([("default_transaction_read_only", "on")]))
        .await?;
    Ok(Opened { readers: Readers::Postgres(readers), writer: WriterPlace::Postgres(writer) })
}

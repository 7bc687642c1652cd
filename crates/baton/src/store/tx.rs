//! A connection on which queries are methods, and the macros that send one SQL text to either database.

use std::sync::Arc;

use sqlx::{PgPool, Postgres, Sqlite, SqlitePool, pool::PoolConnection};

use super::StoreError;
use crate::domain::Event;

pub(super) enum Conn {
    Sqlite(PoolConnection<Sqlite>),
    Postgres(PoolConnection<Postgres>),
}

/// A connection; the writer's is inside a transaction.
pub struct Tx {
    pub(super) conn: Conn,
    /// The number of the newest event.
    pub(super) last_seq: i64,
    /// Recorded in this transaction.
    pub(super) events: Vec<Arc<Event>>,
    /// Whether this transaction left work in the outbox or set a deadline.
    pub(super) work: bool,
}

impl Tx {
    pub(super) fn new(conn: Conn) -> Self {
        Self { conn, last_seq: 0, events: Vec::new(), work: false }
    }
}

impl Tx {
    /// The connection is closed instead of going back: it may still be inside a transaction.
    pub(super) fn discard(&mut self) {
        match &mut self.conn {
            Conn::Sqlite(conn) => conn.close_on_drop(),
            Conn::Postgres(conn) => conn.close_on_drop(),
        }
    }
}

#[derive(Clone)]
pub(super) enum Readers {
    Sqlite(SqlitePool),
    Postgres(PgPool),
}

impl Readers {
    pub(super) async fn acquire(&self) -> Result<Tx, StoreError> {
        Ok(Tx::new(match self {
            Self::Sqlite(pool) => Conn::Sqlite(pool.acquire().await?),
            Self::Postgres(pool) => Conn::Postgres(pool.acquire().await?),
        }))
    }

    pub(super) async fn close(&self) {
        match self {
            Self::Sqlite(pool) => pool.close().await,
            Self::Postgres(pool) => pool.close().await,
        }
    }
}

/// Who is in which pool, named there or through a team, as a table: `assistant`, `agent`.
macro_rules! pools {
    () => {
        "(SELECT assistant, agent FROM pool
          UNION SELECT t.assistant, m.agent FROM pool_teams t JOIN team_members m ON m.team = t.team)"
    };
}

/// Runs the statement and answers how many rows it changed.
macro_rules! run {
    ($tx:expr, $sql:expr $(, $value:expr)* $(,)?) => {
        match &mut $tx.conn {
            $crate::store::tx::Conn::Sqlite(conn) => sqlx::query($sql)$(.bind($value))*.execute(&mut **conn).await?.rows_affected(),
            $crate::store::tx::Conn::Postgres(conn) => sqlx::query($sql)$(.bind($value))*.execute(&mut **conn).await?.rows_affected(),
        }
    };
}

/// All rows of the query, as `$row`.
macro_rules! rows {
    ($tx:expr, $row:ty, $sql:expr $(, $value:expr)* $(,)?) => {
        match &mut $tx.conn {
            $crate::store::tx::Conn::Sqlite(conn) => sqlx::query_as::<_, $row>($sql)$(.bind($value))*.fetch_all(&mut **conn).await?,
            $crate::store::tx::Conn::Postgres(conn) => sqlx::query_as::<_, $row>($sql)$(.bind($value))*.fetch_all(&mut **conn).await?,
        }
    };
}

/// The query's only row, if there is one.
macro_rules! row {
    ($tx:expr, $row:ty, $sql:expr $(, $value:expr)* $(,)?) => {
        match &mut $tx.conn {
            $crate::store::tx::Conn::Sqlite(conn) => sqlx::query_as::<_, $row>($sql)$(.bind($value))*.fetch_optional(&mut **conn).await?,
            $crate::store::tx::Conn::Postgres(conn) => sqlx::query_as::<_, $row>($sql)$(.bind($value))*.fetch_optional(&mut **conn).await?,
        }
    };
}

/// The one value of a query that always answers with one row.
macro_rules! value {
    ($tx:expr, $value_type:ty, $sql:expr $(, $value:expr)* $(,)?) => {
        match &mut $tx.conn {
            $crate::store::tx::Conn::Sqlite(conn) => sqlx::query_scalar::<_, $value_type>($sql)$(.bind($value))*.fetch_one(&mut **conn).await?,
            $crate::store::tx::Conn::Postgres(conn) => sqlx::query_scalar::<_, $value_type>($sql)$(.bind($value))*.fetch_one(&mut **conn).await?,
        }
    };
}

//! A database of its own for one test, on either side, gone when the test is over; and a look into it
//! past the program.

use std::{
    path::PathBuf,
    sync::atomic::{AtomicU32, Ordering},
};

use baton::store::Place;
use sqlx::{
    AssertSqlSafe, Connection, FromRow, PgConnection, SqliteConnection,
    postgres::PgRow,
    sqlite::{SqliteConnectOptions, SqliteRow},
};

const VARIABLE: &str = "BATON_TEST_DATABASE_URL";

static COUNT: AtomicU32 = AtomicU32::new(0);

#[allow(dead_code, reason = "not every kind of test uses all of it")]
pub enum Database {
    Sqlite { folder: PathBuf },
    Postgres { server: String, name: String },
}

#[allow(dead_code, reason = "not every kind of test uses all of it")]
impl Database {
    pub fn sqlite() -> Self {
        let folder = std::env::temp_dir().join(fresh_name());
        std::fs::create_dir_all(&folder).unwrap();
        Self::Sqlite { folder }
    }

    #[allow(clippy::disallowed_methods, reason = "where the tests' PostgreSQL is, only the environment knows")]
    pub async fn postgres() -> Self {
        let Ok(server) = std::env::var(VARIABLE) else {
            panic!(
                "this test needs PostgreSQL: run it by `scripts/with-postgres cargo nextest run`, or set {VARIABLE}"
            );
        };
        let name = fresh_name();
        on_server(
            &server,
            &[format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"), format!("CREATE DATABASE {name}")],
        )
        .await;
        Self::Postgres { server, name }
    }

    pub fn place(&self) -> Place {
        match self {
            Self::Sqlite { folder } => Place::File(folder.join("baton.db")),
            Self::Postgres { server, name } => {
                let mut url = url::Url::parse(server).unwrap();
                url.set_path(name);
                Place::Url(url.into())
            }
        }
    }

    /// What is stored.
    pub async fn rows<T>(&self, sql: &str) -> Vec<T>
    where
        T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin,
    {
        let sql = AssertSqlSafe(sql.to_owned());
        match self.place() {
            Place::File(file) => {
                let options = SqliteConnectOptions::new().filename(file);
                let mut conn = SqliteConnection::connect_with(&options).await.unwrap();
                sqlx::query_as(sql).fetch_all(&mut conn).await.unwrap()
            }
            Place::Url(url) => {
                let mut conn = PgConnection::connect(&url).await.unwrap();
                sqlx::query_as(sql).fetch_all(&mut conn).await.unwrap()
            }
        }
    }

    /// Does to the database what the program would not.
    pub async fn run(&self, sql: &str) {
        let sql = AssertSqlSafe(sql.to_owned());
        match self.place() {
            Place::File(file) => {
                let options = SqliteConnectOptions::new().filename(file).create_if_missing(true);
                let mut conn = SqliteConnection::connect_with(&options).await.unwrap();
                sqlx::raw_sql(sql).execute(&mut conn).await.unwrap();
            }
            Place::Url(url) => {
                let mut conn = PgConnection::connect(&url).await.unwrap();
                sqlx::raw_sql(sql).execute(&mut conn).await.unwrap();
            }
        }
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        match self {
            // What cannot be removed stays in the system's folder for temporary files.
            Self::Sqlite { folder } => drop(std::fs::remove_dir_all(folder)),
            Self::Postgres { server, name } => {
                let (server, sql) = (server.clone(), format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
                let removing = std::thread::spawn(move || {
                    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
                    runtime.block_on(on_server(&server, &[sql]));
                });
                // A server that is gone has no databases left.
                let _ = removing.join();
            }
        }
    }
}

async fn on_server(server: &str, statements: &[String]) {
    let mut conn =
        PgConnection::connect(server).await.unwrap_or_else(|error| panic!("{VARIABLE} leads nowhere: {error}"));
    for sql in statements {
        sqlx::query(AssertSqlSafe(sql.clone())).execute(&mut conn).await.unwrap();
    }
}

/// No other test of this or another process has it.
fn fresh_name() -> String {
    format!("baton_alone_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed))
}

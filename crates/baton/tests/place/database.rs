//! A database of its own for one test, on either side, gone when the test is over; and a look into it
//! past the program.

use std::{
    hash::{DefaultHasher, Hash, Hasher},
    path::PathBuf,
    sync::atomic::{AtomicU32, Ordering},
};

use baton::store::Place;
use sqlx::{
    AssertSqlSafe, Connection, FromRow, PgConnection, SqliteConnection,
    migrate::Migrator,
    postgres::PgRow,
    sqlite::{SqliteConnectOptions, SqliteRow},
};
use tokio::sync::OnceCell;

const VARIABLE: &str = "BATON_TEST_DATABASE_URL";
/// Any number: whoever holds it makes the database that others copy.
const COPYING_LOCK: i64 = 0x0063_6f70_7900;

static COUNT: AtomicU32 = AtomicU32::new(0);
static MIGRATIONS: Migrator = sqlx::migrate!("migrations/postgres");
static MIGRATED: OnceCell<String> = OnceCell::const_new();

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

    /// With its tables.
    pub async fn postgres() -> Self {
        let server = postgres_server();
        let migrated = MIGRATED.get_or_init(|| migrated(&server)).await;
        Self::copy(server.clone(), migrated).await
    }

    pub async fn empty_postgres() -> Self {
        Self::copy(postgres_server(), "template1").await
    }

    async fn copy(server: String, template: &str) -> Self {
        let name = fresh_name();
        let fresh = format!("CREATE DATABASE {name} TEMPLATE {template}");
        on_server(&server, &[format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"), fresh]).await;
        Self::Postgres { server, name }
    }

    pub fn place(&self) -> Place {
        match self {
            Self::Sqlite { folder } => Place::File(folder.join("baton.db")),
            Self::Postgres { server, name } => Place::Url(url_of(server, name)),
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

#[allow(clippy::disallowed_methods, reason = "where the tests' PostgreSQL is, only the environment knows")]
fn postgres_server() -> String {
    std::env::var(VARIABLE).unwrap_or_else(|_| {
        panic!("this test needs PostgreSQL: run it by `scripts/with-postgres cargo test`, or set {VARIABLE}")
    })
}

fn url_of(server: &str, name: &str) -> String {
    let mut url = url::Url::parse(server).unwrap();
    url.set_path(name);
    url.into()
}

/// A database in which all migrations have run, for this test and later ones: copying it takes a part of the time.
async fn migrated(server: &str) -> String {
    let mut hasher = DefaultHasher::new();
    MIGRATIONS.iter().for_each(|migration| migration.checksum.hash(&mut hasher));
    let name = format!("baton_migrated_{:x}", hasher.finish());
    let mut conn = connect(server).await;
    sqlx::query("SELECT pg_advisory_lock($1)").bind(COPYING_LOCK).execute(&mut conn).await.unwrap();
    let is_there = sqlx::query("SELECT 1 FROM pg_database WHERE datname = $1").bind(&name);
    if is_there.fetch_optional(&mut conn).await.unwrap().is_none() {
        let half = fresh_name();
        on_server(server, &[format!("CREATE DATABASE {half}")]).await;
        let mut inside = connect(&url_of(server, &half)).await;
        MIGRATIONS.run(&mut inside).await.unwrap();
        inside.close().await.unwrap();
        on_server(server, &[format!("ALTER DATABASE {half} RENAME TO {name}")]).await;
    }
    conn.close().await.unwrap();
    name
}

async fn connect(url: &str) -> PgConnection {
    PgConnection::connect(url).await.unwrap_or_else(|error| panic!("{VARIABLE} leads nowhere: {error}"))
}

async fn on_server(server: &str, statements: &[String]) {
    let mut conn = connect(server).await;
    for sql in statements {
        sqlx::query(AssertSqlSafe(sql.clone())).execute(&mut conn).await.unwrap();
    }
}

/// No other test of this or another process has it.
fn fresh_name() -> String {
    format!("baton_alone_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed))
}

//! A look into the database past the program, on a connection that stays open.

use baton::store::Place;
use sqlx::{
    AssertSqlSafe, Connection, FromRow, PgConnection, SqliteConnection,
    postgres::PgRow,
    sqlite::{SqliteConnectOptions, SqliteRow},
};

pub enum Eye {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

impl Eye {
    pub async fn open(place: Place) -> Self {
        match place {
            Place::File(file) => {
                let options = SqliteConnectOptions::new().filename(file).read_only(true);
                Self::Sqlite(SqliteConnection::connect_with(&options).await.unwrap())
            }
            Place::Url(url) => Self::Postgres(PgConnection::connect(&url).await.unwrap()),
        }
    }

    pub async fn rows<T>(&mut self, sql: impl Into<String>) -> Vec<T>
    where
        T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin,
    {
        let sql = AssertSqlSafe(sql.into());
        match self {
            Self::Sqlite(conn) => sqlx::query_as(sql).fetch_all(conn).await.unwrap(),
            Self::Postgres(conn) => sqlx::query_as(sql).fetch_all(conn).await.unwrap(),
        }
    }
}

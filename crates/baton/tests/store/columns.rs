//! The same tables with the same columns in both databases, empty where the other is empty. Only the
//! full-text index (`message_words`) is each database's own.

use crate::{Database, Desk};

/// Table, column, and whether it may be empty.
type Column = (String, String, bool);

#[tokio::test]
async fn both_databases_have_the_same_columns() {
    let (sqlite, postgres) = (Database::sqlite(), Database::postgres().await);
    for database in [&sqlite, &postgres] {
        Desk::open(database).await.store.close().await;
    }
    let mut of_sqlite: Vec<Column> = sqlite
        .rows(
            "SELECT t.name, c.name, c.\"notnull\" = 0 AND c.pk = 0 FROM sqlite_schema t, pragma_table_info(t.name) c
            WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name NOT LIKE '_sqlx%'
            AND t.name NOT LIKE 'message_words%'",
        )
        .await;
    let mut of_postgres: Vec<Column> = postgres
        .rows(
            "SELECT table_name::text, column_name::text, is_nullable = 'YES' FROM information_schema.columns
            WHERE table_schema = 'public' AND table_name NOT LIKE '\\_sqlx%'
            AND table_name <> 'message_words'",
        )
        .await;
    assert!(of_sqlite.len() > 100, "only {} columns were found", of_sqlite.len());
    of_sqlite.sort();
    of_postgres.sort();
    assert_eq!(of_sqlite, of_postgres);
}

#[tokio::test]
async fn both_databases_have_the_same_indexes() {
    let (sqlite, postgres) = (Database::sqlite(), Database::postgres().await);
    for database in [&sqlite, &postgres] {
        Desk::open(database).await.store.close().await;
    }
    let mut of_sqlite: Vec<(String, String)> =
        sqlite.rows("SELECT tbl_name, name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL").await;
    let mut of_postgres: Vec<(String, String)> = postgres
        .rows(
            "SELECT tablename::text, indexname::text FROM pg_indexes WHERE schemaname = 'public'
            AND tablename <> 'message_words'
            AND indexname NOT IN (SELECT conname FROM pg_constraint)",
        )
        .await;
    of_sqlite.sort();
    of_postgres.sort();
    assert_eq!(of_sqlite, of_postgres);
}

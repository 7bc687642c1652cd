//! Do both databases keep the same promises? One list of tests, run on each of them.
#![allow(clippy::unwrap_used, reason = "these are tests")]

#[path = "../place/database.rs"]
mod database;
mod desk;

mod closing;
mod columns;
mod commits;
mod control;
mod lessons;
mod lists;
mod messages;
mod outbox;
mod people;
mod processes;
mod queue;
mod sites;
mod sources;
mod vectors;
mod webhooks;

use database::Database;
use desk::Desk;

/// Runs each of these on both databases, as `sqlite::name` and `postgres::name`.
macro_rules! on_both {
    ($($name:ident),+ $(,)?) => {
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() {
                super::$name(&crate::Database::sqlite()).await;
            })+
        }

        mod postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() {
                super::$name(&crate::Database::postgres().await).await;
            })+
        }
    };
}
use on_both;

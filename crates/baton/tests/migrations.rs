//! Do old data survive? Migrations only add; each has a twin for the other database and a file of
//! sample data, which must come through all migrations after it.
#![allow(clippy::unwrap_used, reason = "these are tests")]

#[path = "place/database.rs"]
mod database;

use std::{fs, path::Path};

use baton::{
    domain::{
        AssistantId, DialogId, HandoverId, InvitationState, SourceId, UnansweredId, UnansweredState, WebhookEvent,
    },
    store::{AuditFilter, ListFilter, MessagePage, Place, SourceFilter, Store, Tx},
};
use database::Database;
use handover::Timestamp;
use sqlx::{Connection, PgConnection, SqliteConnection, migrate::Migrator, sqlite::SqliteConnectOptions};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

#[test]
fn each_migration_has_a_twin_and_sample_data() {
    let samples: Vec<String> = names("tests/samples").iter().map(|name| name.replace(".sql", "")).collect();
    let numbers = |folder| names(folder).iter().map(|name| name[..4].to_owned()).collect::<Vec<_>>();
    assert_eq!(names("migrations/sqlite"), names("migrations/postgres"));
    assert_eq!(numbers("migrations/sqlite"), samples);
}

#[tokio::test]
async fn migrating_twice_on_sqlite_changes_nothing() {
    migrating_twice_changes_nothing(&Database::sqlite()).await;
}

#[tokio::test]
async fn migrating_twice_on_postgres_changes_nothing() {
    migrating_twice_changes_nothing(&Database::empty_postgres().await).await;
}

#[tokio::test]
async fn samples_of_every_migration_survive_those_after_it_on_sqlite() {
    samples_survive(&Database::sqlite(), "migrations/sqlite").await;
}

#[tokio::test]
async fn samples_of_every_migration_survive_those_after_it_on_postgres() {
    samples_survive(&Database::empty_postgres().await, "migrations/postgres").await;
}

async fn migrating_twice_changes_nothing(database: &Database) {
    const APPLIED: &str = "SELECT COUNT(*) FROM _sqlx_migrations";
    let mut counts: Vec<(i64,)> = Vec::new();
    for _ in 0..2 {
        open(database).await.close().await;
        counts.extend(database.rows::<(i64,)>(APPLIED).await);
    }
    let migrations = i64::try_from(names("migrations/sqlite").len()).unwrap();
    assert_eq!(counts, [(migrations,), (migrations,)]);
}

async fn samples_survive(database: &Database, folder: &str) {
    // Of the two only SQLite knows it, and both need one way to write bytes.
    const UNHEX: &str = "CREATE FUNCTION unhex(hex TEXT) RETURNS BYTEA LANGUAGE SQL AS $$ SELECT decode(hex, 'hex') $$";
    if let Database::Postgres { .. } = database {
        database.run(UNHEX).await;
    }
    let migrator = Migrator::new(Path::new(ROOT).join(folder)).await.unwrap();
    for sample in names("tests/samples") {
        migrate_to(database, &migrator, sample[..4].parse().unwrap()).await;
        database.run(&fs::read_to_string(Path::new(ROOT).join("tests/samples").join(sample)).unwrap()).await;
    }
    assert_eq!(empty_tables(database).await, [""; 0], "sample data are missing");
    let store = open(database).await;
    everything_can_be_read(&mut store.read().await.unwrap()).await;
    store.close().await;
}

/// Whatever the program reads of the samples it must be able to read for ever.
async fn everything_can_be_read(tx: &mut Tx) {
    let assistant: AssistantId = "69220000aaaaaaaaaa000001".parse().unwrap();
    assert!(tx.assistant(1, assistant).await.unwrap().is_some());
    assert_eq!(tx.pool(assistant).await.unwrap(), [2, 1]);
    let dialogs = tx.support_dialogs(1, &ListFilter::default(), (i64::MAX, "g"), 10).await.unwrap();
    assert_eq!(dialogs.len(), 5);
    // Who had passed it before there was a table of those still has.
    let waiting: HandoverId = "69220000aaaaaaaaaa000021".parse().unwrap();
    assert_eq!(tx.passes(waiting).await.unwrap(), [2]);
    for dialog in &dialogs {
        tx.handovers(dialog.id, "g", 10).await.unwrap();
    }
    let first: DialogId = "69220000aaaaaaaaaa000011".parse().unwrap();
    let texts: Vec<String> =
        tx.messages(first, MessagePage::Newest, 10).await.unwrap().into_iter().map(|message| message.text).collect();
    assert_eq!(texts, ["Hello!", "Wo ist mein Paket?"]);
    assert_eq!(tx.queue(1, &ListFilter::default(), 0, 10).await.unwrap().len(), 2);
    assert_eq!(tx.user(1, 4).await.unwrap().unwrap().tags, ["vip"]);
    assert_eq!(tx.unanswered(1, UnansweredState::Open, 0, 10).await.unwrap()[0].times, 2);
    let source: SourceId = "69220000aaaaaaaaaa000041".parse().unwrap();
    assert_eq!(tx.passages(source).await.unwrap()[0].question.as_deref(), Some("How long?"));
    assert_eq!(tx.sources(1, SourceFilter::default(), ("g", 10)).await.unwrap().len(), 6);
    what_was_learned_can_be_read(tx).await;
    what_the_screens_keep_can_be_read(tx).await;
    what_the_dashboard_keeps_can_be_read(tx).await;
}

async fn what_the_screens_keep_can_be_read(tx: &mut Tx) {
    let first: DialogId = "69220000aaaaaaaaaa000011".parse().unwrap();
    assert_eq!(tx.labels_of(first).await.unwrap()[0].name, "Refund");
    assert_eq!(tx.notes(first, "", 10).await.unwrap()[0].mentions[0].full_name, "Ben");
    assert_eq!(tx.canned_replies(1, 0, 10).await.unwrap()[0].shortcut, "hello");
    assert_eq!(tx.views(1, 0, 10).await.unwrap()[0].filter.label, Some(1));
    // Messages and notes from before there was a search for them are found as well.
    for (word, number) in [("paket", 2), ("called", 90)] {
        let everywhere = (1, &ListFilter::default());
        assert_eq!(tx.written_with(everywhere, &[word.into()], i64::MAX, 10).await.unwrap(), [(first, number)]);
    }
    assert_eq!(tx.note_at(first, 91).await.unwrap().unwrap().text, "She prefers e-mail.");
}

async fn what_the_dashboard_keeps_can_be_read(tx: &mut Tx) {
    let noon = Timestamp(1_763_823_600_000);
    assert_eq!(tx.invitations(1, i64::MAX, 10, noon).await.unwrap()[0].state, InvitationState::Open);
    let webhook = tx.webhooks(1, 0, 10).await.unwrap().remove(0);
    assert_eq!(webhook.events, [WebhookEvent::Handover]);
    assert_eq!(tx.deliveries(webhook.id, None, i64::MAX, 10).await.unwrap().len(), 2);
    let entry = tx.audit(1, &AuditFilter::default(), i64::MAX, 10).await.unwrap().remove(0);
    assert_eq!((entry.action.as_str(), entry.changes[0].field.as_str()), ("assistant.saved", "name"));
}

async fn what_was_learned_can_be_read(tx: &mut Tx) {
    let page: SourceId = "69220000aaaaaaaaaa000044".parse().unwrap();
    let pending: SourceId = "69220000aaaaaaaaaa000045".parse().unwrap();
    let sites = tx.sites(1, "g", 10).await.unwrap();
    assert_eq!(sites.len(), 3);
    assert_eq!(tx.site_pages(sites[2].id, "", 10).await.unwrap()[0].source, Some(page));
    assert_eq!(tx.site_reading(sites[0].id).await.unwrap().unwrap().turn, 3);
    assert_eq!(tx.next_site_page(sites[0].id).await.unwrap().unwrap().tries, 1);
    assert_eq!(tx.source_versions(page, i64::MAX, 10).await.unwrap()[0].text, "We are open from ten to four.");
    assert_eq!(tx.file_of(pending).await.unwrap(), Some(("handbook.pdf".into(), b"%PDF-".to_vec())));
    assert_eq!(tx.vectors(page, "aabbccddeeff").await.unwrap()[0].whole, [127, 0]);
    assert_eq!(tx.calibration(1).await.unwrap().unwrap().knowledge_version, 5);
    assert_eq!(tx.lessons(1, 10).await.unwrap(), [(1.5, false), (1.5, true)]);
    let asked: UnansweredId = "69220000aaaaaaaaaa000051".parse().unwrap();
    assert_eq!(tx.wordings(asked).await.unwrap()[0].times, 2, "old questions have a wording");
    assert_eq!(tx.fixed(1, 10).await.unwrap().len(), 3);
    assert_eq!(tx.replays(1, "g", 10).await.unwrap()[0].worse[0].question, "zips broken");
}

async fn open(database: &Database) -> Store {
    Store::open(&database.place(), 8, Box::new(|_, _| {})).await.unwrap()
}

async fn migrate_to(database: &Database, migrator: &Migrator, version: i64) {
    match database.place() {
        Place::File(file) => {
            let options = SqliteConnectOptions::new().filename(file).create_if_missing(true);
            migrator.run_to(version, &mut SqliteConnection::connect_with(&options).await.unwrap()).await.unwrap();
        }
        Place::Url(url) => {
            migrator.run_to(version, &mut PgConnection::connect(&url).await.unwrap()).await.unwrap();
        }
    }
}

async fn empty_tables(database: &Database) -> Vec<String> {
    let tables = match database {
        // The tables of a full-text index are its own business.
        Database::Sqlite { .. } => {
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'message_words_%'"
        }
        Database::Postgres { .. } => "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'",
    };
    let mut empty = Vec::new();
    for (table,) in database.rows::<(String,)>(tables).await {
        let count: Vec<(i64,)> = database.rows(&format!("SELECT COUNT(*) FROM {table}")).await;
        if count[0].0 == 0 {
            empty.push(table);
        }
    }
    empty
}

fn names(folder: &str) -> Vec<String> {
    let entries = fs::read_dir(Path::new(ROOT).join(folder)).unwrap();
    let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

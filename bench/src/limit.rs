//! What the machine allows: a bare server that makes the product's durability promise and nothing else.
//! WebSocket → one writer thread → SQLite, many messages a commit → told to everyone after the commit.
//! It speaks the few frames of Baton that the generator uses; a token is `room-name` and opens that room.

use std::{collections::HashMap, path::Path, sync::Arc, sync::Mutex, time::Duration};

use axum::{
    Router,
    extract::{
        State,
        ws::{Message, Utf8Bytes, WebSocket, WebSocketUpgrade},
    },
    routing::any,
};
use futures_util::SinkExt;
use rusqlite::Connection;
use serde::Deserialize;
use tokio::sync::mpsc;

/// At most so many messages share one commit, and frames one write to a socket.
const BATCH: usize = 256;
const CHECKPOINT_EVERY: Duration = Duration::from_millis(500);

type Rooms = Mutex<HashMap<String, Vec<mpsc::Sender<Utf8Bytes>>>>;

struct Door {
    rooms: Arc<Rooms>,
    said: mpsc::Sender<Said>,
}

#[derive(Deserialize)]
struct Hello {
    token: String,
}

#[derive(Deserialize)]
struct Said {
    dialog: String,
    id: String,
    text: String,
}

pub fn serve(listen: &str, data: &Path) -> anyhow::Result<()> {
    let file = data.join("limit.db");
    let (rooms, (said, waiting)) = (Arc::new(Rooms::default()), mpsc::channel(4096));
    let (writer, checkpoints) = (open(&file)?, open(&file)?);
    std::thread::spawn({
        let rooms = rooms.clone();
        move || write(&writer, waiting, &rooms)
    });
    std::thread::spawn(move || {
        while checkpoints.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(())).is_ok() {
            std::thread::sleep(CHECKPOINT_EVERY);
        }
    });
    let router = Router::new().route("/api/v1/live", any(enter)).with_state(Arc::new(Door { rooms, said }));
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
        let listener = tokio::net::TcpListener::bind(listen).await?;
        Ok(axum::serve(listener, router).await?)
    })
}

fn open(file: &Path) -> rusqlite::Result<Connection> {
    let db = Connection::open(file)?;
    db.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 20000;
         CREATE TABLE IF NOT EXISTS messages (seq INTEGER PRIMARY KEY, dialog TEXT NOT NULL, id TEXT NOT NULL,
           text TEXT NOT NULL) STRICT;",
    )?;
    Ok(db)
}

async fn enter(State(door): State<Arc<Door>>, upgrade: WebSocketUpgrade) -> axum::response::Response {
    upgrade.read_buffer_size(4096).on_upgrade(async move |socket| talk(&door, socket).await.unwrap_or_default())
}

/// Ends with the connection; a frame that nobody should send ends it too.
async fn talk(door: &Door, mut socket: WebSocket) -> Option<()> {
    let hello: Hello = serde_json::from_str(socket.recv().await?.ok()?.to_text().ok()?).ok()?;
    let (queue, mut heard) = mpsc::channel(BATCH);
    let room = hello.token.split('-').next()?;
    door.rooms.lock().ok()?.entry(room.into()).or_default().push(queue);
    socket.send(Message::text(r#"{"kind":"welcome"}"#)).await.ok()?;
    let mut frames = Vec::new();
    loop {
        tokio::select! {
            said = socket.recv() => if let Message::Text(said) = said?.ok()? {
                door.said.send(serde_json::from_str(&said).ok()?).await.ok()?;
            },
            _ = heard.recv_many(&mut frames, BATCH) => {
                for frame in frames.drain(..) {
                    socket.feed(Message::Text(frame)).await.ok()?;
                }
                socket.flush().await.ok()?;
            }
        }
    }
}

/// Ends when nobody can say anything any more, or the database fails.
fn write(db: &Connection, mut waiting: mpsc::Receiver<Said>, rooms: &Rooms) -> Option<()> {
    let mut seq: i64 = db.query_row("SELECT COALESCE(MAX(seq), 0) FROM messages", [], |row| row.get(0)).ok()?;
    let mut batch = Vec::new();
    while waiting.blocking_recv_many(&mut batch, BATCH) > 0 {
        let first = seq + 1;
        db.execute_batch("BEGIN IMMEDIATE").ok()?;
        let mut add = db.prepare_cached("INSERT INTO messages VALUES (?1, ?2, ?3, ?4)").ok()?;
        for said in &batch {
            seq += 1;
            add.execute((seq, &said.dialog, &said.id, &said.text)).ok()?;
        }
        db.execute_batch("COMMIT").ok()?;
        let rooms = rooms.lock().ok()?;
        for (seq, said) in (first..).zip(batch.drain(..)) {
            tell(&rooms, seq, &said);
        }
    }
    None
}

fn tell(rooms: &HashMap<String, Vec<mpsc::Sender<Utf8Bytes>>>, seq: i64, said: &Said) {
    let Said { dialog, id, text } = said;
    let frame = serde_json::json!({ "seq": seq, "kind": "message", "dialog": dialog,
        "body": { "id": id, "dialog": dialog, "seq": seq, "text": text } });
    let frame = Utf8Bytes::from(frame.to_string());
    for socket in rooms.get(dialog).into_iter().flatten() {
        // A socket that closed, or that does not read, is not waited for.
        let _ = socket.try_send(frame.clone());
    }
}

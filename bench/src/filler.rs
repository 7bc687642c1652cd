//! Fills a Baton database with many messages: rows that Baton wrote itself, copied with new numbers and
//! ids. Saying a million messages one by one would take minutes.

use std::path::Path;

use anyhow::Context;
use rusqlite::{Connection, params};

use crate::line::Seat;

/// Each conversation of these must hold one message already. The server must not be running.
pub fn fill(data: &Path, seats: &[Seat], messages: u32) -> anyhow::Result<()> {
    let mut db = Connection::open(data.join("baton.db"))?;
    // A power cut would cost us a copy, so nothing here waits for the disk.
    db.execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -262144")?;
    let copies = i64::from(messages) / i64::try_from(seats.len().max(1))?;
    let tx = db.transaction()?;
    for seat in seats {
        copy(&tx, &seat.dialog, copies).context("Baton's tables are not those the filler knows")?;
    }
    tx.commit()?;
    db.execute_batch("PRAGMA journal_mode = WAL")?;
    Ok(())
}

fn copy(db: &Connection, dialog: &str, copies: i64) -> rusqlite::Result<()> {
    const COUNTING: &str = "WITH RECURSIVE copies (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copies WHERE n < ?2)";
    const ID: &str = "substr(m.id, 1, 16) || printf('%08x', 1048576 + n)";
    let newest: i64 = db.query_row("SELECT MAX(seq) FROM events", [], |row| row.get(0))?;
    let first: i64 = db.query_row("SELECT MAX(seq) FROM messages WHERE dialog = ?1", [dialog], |row| row.get(0))?;
    db.execute(
        &format!(
            "{COUNTING} INSERT INTO events (seq, app, dialog, audience, kind, at, body)
             SELECT ?3 + n, e.app, e.dialog, e.audience, e.kind, e.at,
               json_set(e.body, '$.seq', ?3 + n, '$.id', {ID})
             FROM copies, events e JOIN messages m ON m.dialog = e.dialog AND m.seq = e.seq
             WHERE e.dialog = ?1 AND e.seq = ?4 ORDER BY n"
        ),
        params![dialog, copies, newest, first],
    )?;
    db.execute(
        &format!(
            "{COUNTING} INSERT INTO messages (dialog, seq, id, sender, text, custom, ai, sent_at)
             SELECT m.dialog, ?3 + n, {ID}, m.sender, m.text, m.custom, m.ai, m.sent_at
             FROM copies, messages m WHERE m.dialog = ?1 AND m.seq = ?4 ORDER BY n"
        ),
        params![dialog, copies, newest, first],
    )?;
    Ok(())
}

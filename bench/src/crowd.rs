//! Fills a Baton database with a large team that is busy and a long queue: rows that Baton wrote itself, copied with new
//! numbers and ids. Making them one by one would take minutes.

use std::path::Path;

use anyhow::Context;
use rusqlite::{Connection, ToSql, params};

/// Ends of ids that Baton has not made yet.
const FIRST_ID: i64 = 0x1000_0000;

/// What is there already, and is copied. The server must not be running.
#[derive(Clone, Copy, Debug)]
pub struct Pattern<'a> {
    pub assistant: &'a str,
    pub agent: i64,
    /// A dialog that this agent has, and one that waits for a person.
    pub held: &'a str,
    pub waiting: &'a str,
}

#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// Online; each has one conversation.
    pub busy: i64,
    /// Not online, and without a conversation.
    pub away: i64,
    pub waiting: i64,
}

/// The agents that were added: the busy ones first.
pub fn fill(data: &Path, pattern: Pattern<'_>, size: Size) -> anyhow::Result<Vec<i64>> {
    let mut db = Connection::open(data.join("baton.db"))?;
    // A power cut would cost us a copy, so nothing here waits for the disk.
    db.execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -262144")?;
    let tx = db.transaction()?;
    let newest: i64 = tx.query_row("SELECT MAX(id) FROM users", [], |row| row.get(0))?;
    let crowd = Crowd { pattern, newest, size };
    crowd.make(&tx).context("Baton's tables are not those that are known here")?;
    tx.commit()?;
    db.execute_batch("PRAGMA journal_mode = WAL")?;
    Ok((1..=size.busy + size.away).map(|number| newest + number).collect())
}

struct Crowd<'a> {
    pattern: Pattern<'a>,
    /// Agents of the crowd have the numbers after this.
    newest: i64,
    size: Size,
}

impl Crowd<'_> {
    fn make(&self, db: &Connection) -> anyhow::Result<()> {
        let Size { busy, away, waiting } = self.size;
        self.hire(db, busy + away)?;
        // Nobody is connected: what the rows say is what Baton believes.
        db.execute(
            "INSERT INTO presence (connection, user_id, app, lease_until)
             SELECT 'crowd-' || id, id, app, (unixepoch() + 3600) * 1000 FROM users WHERE id > ?1 AND id <= ?1 + ?2",
            params![self.newest, busy],
        )?;
        self.copy(db, self.pattern.held, (0, busy))?;
        self.copy(db, self.pattern.waiting, (busy, waiting))
    }

    fn hire(&self, db: &Connection, count: i64) -> anyhow::Result<()> {
        let id = format!("{} + n", self.newest);
        let person = [
            ("id", id.clone()),
            ("email", "'crowd-' || n || '@example.com'".into()),
            ("full_name", "'Crowd ' || n".into()),
        ];
        copy(db, ("users", "id", &self.pattern.agent), &person, count)?;
        let place = [("agent", id), ("place", "m.place + n".into())];
        copy(db, ("pool", "assistant", &self.pattern.assistant), &place, count)
    }

    /// Copies of a dialog, the older the smaller their number is; the pattern itself is the youngest.
    fn copy(&self, db: &Connection, dialog: &str, (first, count): (i64, i64)) -> anyhow::Result<()> {
        for (table, own, ids, time) in [
            ("dialogs", "id", &["id", "handover", "episode"][..], "since"),
            ("handovers", "dialog", &["id", "dialog"], "began_at"),
            ("occupants", "dialog", &["dialog"], ""),
            ("episodes", "dialog", &["id", "dialog"], "began_at"),
        ] {
            let id = |column: &&'static str| {
                (*column, format!("substr(m.{column}, 1, 16) || printf('%08x', {} + n)", FIRST_ID + first))
            };
            let mut new: Vec<(&str, String)> = ids.iter().map(id).collect();
            new.push((time, format!("m.{time} - {} + n", count + 1)));
            // What the pattern's agent has, an agent of the crowd has.
            for column in ["agent", "user_id"] {
                let (agent, newest) = (self.pattern.agent, self.newest);
                new.push((column, format!("CASE m.{column} WHEN {agent} THEN {newest} + n ELSE m.{column} END")));
            }
            copy(db, (table, own, &dialog), &new, count)?;
        }
        Ok(())
    }
}

/// Copies the rows of a table whose column is this; columns that are not new are the same, and tables that are not there
/// are left out.
fn copy(
    db: &Connection,
    (table, column, is): (&str, &str, &dyn ToSql),
    new: &[(&str, String)],
    times: i64,
) -> anyhow::Result<()> {
    let mut columns = db.prepare_cached("SELECT name FROM pragma_table_info(?1)")?;
    let columns: Vec<String> = columns.query_map([table], |row| row.get(0))?.collect::<Result<_, _>>()?;
    if columns.is_empty() {
        return Ok(());
    }
    let value = |column: &String| {
        let new = new.iter().find(|(name, _)| name == column);
        new.map_or_else(|| format!("m.{column}"), |(_, value)| value.clone())
    };
    let values: Vec<String> = columns.iter().map(value).collect();
    let sql = format!(
        "WITH RECURSIVE copies (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copies WHERE n < {times})
         INSERT INTO {table} ({}) SELECT {} FROM copies, {table} m WHERE m.{column} = ?1 ORDER BY n",
        columns.join(", "),
        values.join(", ")
    );
    db.execute(&sql, [is])?;
    Ok(())
}

//! Numbered events: recorded with what they tell of, read again by clients that were away.

use std::sync::Arc;

use handover::Timestamp;
use serde::Serialize;

use super::{StoreError, Tx, row};
use crate::domain::{Audience, DialogId, Event, RecordEntry};

/// An event to record. `seq` comes from [`Tx::next_seq`].
pub struct NewEvent<'a, B> {
    pub seq: i64,
    pub app: i64,
    pub dialog: Option<DialogId>,
    pub audience: Audience,
    pub kind: &'static str,
    pub at: Timestamp,
    pub body: &'a B,
    pub joined: Vec<i64>,
    pub left: Vec<i64>,
}

/// Who reads events again.
#[derive(Clone, Copy, Debug)]
pub enum Reader {
    /// Everything that staff of the app may hear; which rooms they are in is for the caller to check.
    Staff {
        app: i64,
    },
    Occupant {
        user: i64,
    },
}

#[derive(sqlx::FromRow)]
struct EventRow {
    seq: i64,
    app: i64,
    dialog: Option<String>,
    audience: String,
    kind: String,
    at: i64,
    body: String,
}

impl Tx {
    /// The number of the next event.
    pub fn next_seq(&mut self) -> i64 {
        self.last_seq += 1;
        self.last_seq
    }

    /// Records an event; it is heard after the commit.
    pub async fn record<B: Serialize + Sync>(&mut self, event: NewEvent<'_, B>) -> Result<(), StoreError> {
        const SQL: &str =
            "INSERT INTO events (seq, app, dialog, audience, kind, at, body) VALUES ($1, $2, $3, $4, $5, $6, $7)";
        let body = serde_json::to_string(event.body)?;
        let dialog = event.dialog.map(|id| id.hex());
        let frame = frame(event.seq, event.kind, dialog.as_deref(), event.at.0, &body);
        let turn = turn(event.kind, &body)?;
        let audience = event.audience.as_str();
        run!(self, SQL, event.seq, event.app, dialog, audience, event.kind, event.at.0, body);
        self.events.push(Arc::new(Event {
            seq: event.seq,
            app: event.app,
            dialog: event.dialog,
            audience: event.audience,
            joined: event.joined,
            left: event.left,
            turn,
            frame,
        }));
        Ok(())
    }

    pub async fn newest_event(&mut self) -> Result<i64, StoreError> {
        Ok(value!(self, i64, "SELECT COALESCE(MAX(seq), 0) FROM events"))
    }

    /// Events after this number, in order, whoever may hear them.
    pub(super) async fn events_after(&mut self, after: i64, at_most: i64) -> Result<Vec<Arc<Event>>, StoreError> {
        const SQL: &str =
            "SELECT seq, app, dialog, audience, kind, at, body FROM events WHERE seq > $1 ORDER BY seq LIMIT $2";
        rows!(self, EventRow, SQL, after, at_most).into_iter().map(|row| row.try_into().map(Arc::new)).collect()
    }

    /// What happened in this dialog after this number, in order, whoever may hear it.
    pub async fn record_of(
        &mut self,
        dialog: DialogId,
        after: i64,
        at_most: i64,
    ) -> Result<Vec<RecordEntry>, StoreError> {
        const SQL: &str = "SELECT seq, at, kind, body FROM events WHERE dialog = $1 AND seq > $2 ORDER BY seq LIMIT $3";
        let rows = rows!(self, (i64, i64, String, String), SQL, dialog.hex(), after, at_most);
        rows.into_iter()
            .map(|(seq, at, kind, body)| Ok(RecordEntry { seq, at, kind, body: row::json(&body)? }))
            .collect()
    }

    /// Events after this number that the reader may hear, in order.
    pub async fn events_for(&mut self, reader: Reader, after: i64, at_most: i64) -> Result<Vec<Event>, StoreError> {
        const STAFF: &str = "SELECT seq, app, dialog, audience, kind, at, body FROM events
            WHERE seq > $1 AND app = $2 ORDER BY seq LIMIT $3";
        const OCCUPANT: &str = "SELECT e.seq, e.app, e.dialog, e.audience, e.kind, e.at, e.body
            FROM occupants o JOIN events e ON e.dialog = o.dialog
            WHERE o.user_id = $2 AND e.seq > $1 AND e.audience <> 'staff' ORDER BY e.seq LIMIT $3";
        let rows = match reader {
            Reader::Staff { app } => rows!(self, EventRow, STAFF, after, app, at_most),
            Reader::Occupant { user } => rows!(self, EventRow, OCCUPANT, after, user, at_most),
        };
        rows.into_iter().map(TryInto::try_into).collect()
    }
}

fn frame(seq: i64, kind: &str, dialog: Option<&str>, at: i64, body: &str) -> Arc<str> {
    match dialog {
        Some(dialog) => {
            format!(r#"{{"seq":{seq},"kind":"{kind}","dialog":"{dialog}","at":{at},"body":{body}}}"#).into()
        }
        None => format!(r#"{{"seq":{seq},"kind":"{kind}","dialog":null,"at":{at},"body":{body}}}"#).into(),
    }
}

impl TryFrom<EventRow> for Event {
    type Error = StoreError;

    fn try_from(row: EventRow) -> Result<Self, StoreError> {
        let audience = row::word("events", &row.audience, Audience::parse)?;
        let dialog = row.dialog.as_deref().map(|dialog| row::id("events", dialog)).transpose()?;
        let (joined, left) = moves(&row.kind, &row.body)?;
        let turn = turn(&row.kind, &row.body)?;
        let frame = frame(row.seq, &row.kind, row.dialog.as_deref(), row.at, &row.body);
        Ok(Self { seq: row.seq, app: row.app, dialog, audience, joined, left, turn, frame })
    }
}

/// The turn that began, read from the body of the one kind of event that moves control.
fn turn(kind: &str, body: &str) -> Result<Option<u64>, StoreError> {
    #[derive(serde::Deserialize, Default)]
    #[serde(default)]
    struct Control {
        turn: Option<u64>,
    }
    #[derive(serde::Deserialize, Default)]
    #[serde(default)]
    struct Body {
        control: Control,
    }
    if kind != "control" {
        return Ok(None);
    }
    Ok(row::json::<Body>(body)?.control.turn)
}

/// Who came and who left, read from the body of the two kinds of events that move people.
fn moves(kind: &str, body: &str) -> Result<(Vec<i64>, Vec<i64>), StoreError> {
    #[derive(serde::Deserialize)]
    struct Id {
        id: i64,
    }
    #[derive(serde::Deserialize, Default)]
    #[serde(default)]
    struct Body {
        added: Vec<Id>,
        occupants: Vec<Id>,
        removed: Vec<i64>,
    }
    if !matches!(kind, "occupants" | "dialog") {
        return Ok((Vec::new(), Vec::new()));
    }
    let body: Body = row::json(body)?;
    Ok((body.added.into_iter().chain(body.occupants).map(|person| person.id).collect(), body.removed))
}

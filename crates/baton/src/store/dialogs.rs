//! Conversations and who has control of them.

use handover::{AgentId, Control, Ending, Timestamp, Turn};

use super::{StoreError, Tx, row};
use crate::domain::{AssistantId, DialogId, DialogKind, DialogSummary, HandoverId, OpenEpisode, Person};

pub struct NewDialog {
    pub id: DialogId,
    pub app: i64,
    pub kind: DialogKind,
    pub name: Option<String>,
    pub custom: serde_json::Map<String, serde_json::Value>,
    pub assistant: Option<AssistantId>,
    pub customer: Option<i64>,
    pub control: Option<Control>,
    pub at: Timestamp,
}

/// Whether somebody should look at a dialog, as far as a step changed that.
#[derive(Clone, Copy, Debug)]
pub enum UnseenNow {
    AsBefore,
    Nobody,
    Since { since: Timestamp, look_at: Timestamp },
}

/// A dialog with the user who looks at it.
pub struct DialogSeen {
    pub dialog: DialogSummary,
    pub viewer: Person,
    pub is_occupant: bool,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    app: i64,
    kind: i64,
    name: Option<String>,
    custom: String,
    assistant: Option<String>,
    customer: Option<i64>,
    phase: Option<String>,
    turn: i64,
    handover: Option<String>,
    agent: Option<i64>,
    offered_to: Option<i64>,
    announced: bool,
    asked: bool,
    warned: bool,
    since: Option<i64>,
    owes_since: Option<i64>,
    deadline: Option<i64>,
    episode: Option<String>,
    ending: Option<String>,
    last_message_seq: Option<i64>,
    newest_event: i64,
    snoozed_until: Option<i64>,
    created_at: i64,
    updated_at: i64,
}

#[derive(sqlx::FromRow)]
struct SeenRow {
    #[sqlx(flatten)]
    dialog: Row,
    viewer_id: i64,
    viewer_kind: String,
    viewer_name: String,
    joined_at: Option<i64>,
}

macro_rules! columns {
    ($rest:literal) => {
        concat!(
            "SELECT d.id, d.app, d.kind, d.name, d.custom, d.assistant, d.customer, d.phase, d.turn, d.handover, d.agent,
             d.offered_to, d.announced, d.asked, d.warned, d.since, d.owes_since, d.deadline, d.episode, d.ending, d.snoozed_until, d.created_at, d.updated_at,
             (SELECT MAX(m.seq) FROM messages m WHERE m.dialog = d.id) AS last_message_seq,
             COALESCE((SELECT MAX(e.seq) FROM events e WHERE e.dialog = d.id), 0) AS newest_event ",
            $rest
        )
    };
}

mod lists;

pub use lists::ListCounts;

impl Tx {
    pub async fn add_dialog(&mut self, dialog: &NewDialog) -> Result<(), StoreError> {
        const SQL: &str = "INSERT INTO dialogs (id, app, kind, name, custom, assistant, customer, phase, turn,
                created_at, updated_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9, $9)";
        let phase = dialog.control.as_ref().map(|_| "assistant");
        run!(
            self,
            SQL,
            dialog.id.hex(),
            dialog.app,
            dialog.kind.number(),
            &dialog.name,
            serde_json::to_string(&dialog.custom)?,
            dialog.assistant.map(|id| id.hex()),
            dialog.customer,
            phase,
            dialog.at.0,
        );
        Ok(())
    }

    pub async fn dialog(&mut self, id: DialogId) -> Result<Option<DialogSummary>, StoreError> {
        const SQL: &str = columns!("FROM dialogs d WHERE d.id = $1");
        row!(self, Row, SQL, id.hex()).map(DialogSummary::try_from).transpose()
    }

    /// The dialog, if it is in the user's app, together with the user and whether they are in it.
    pub async fn dialog_seen(&mut self, id: DialogId, user: i64) -> Result<Option<DialogSeen>, StoreError> {
        const SQL: &str = columns!(
            ", u.id AS viewer_id, u.kind AS viewer_kind, u.full_name AS viewer_name, o.joined_at
            FROM dialogs d JOIN users u ON u.app = d.app AND u.id = $2
            LEFT JOIN occupants o ON o.dialog = d.id AND o.user_id = u.id
            WHERE d.id = $1"
        );
        let Some(seen) = row!(self, SeenRow, SQL, id.hex(), user) else { return Ok(None) };
        Ok(Some(DialogSeen {
            dialog: seen.dialog.try_into()?,
            viewer: row::person(seen.viewer_id, &seen.viewer_kind, seen.viewer_name)?,
            is_occupant: seen.joined_at.is_some(),
        }))
    }

    /// The private dialog of these two, if they have one.
    pub async fn private_dialog(
        &mut self,
        app: i64,
        one: i64,
        other: i64,
    ) -> Result<Option<DialogSummary>, StoreError> {
        const SQL: &str = columns!(
            "FROM occupants a JOIN occupants b ON b.dialog = a.dialog AND b.user_id = $3
            JOIN dialogs d ON d.id = a.dialog
            WHERE a.user_id = $2 AND d.app = $1 AND d.kind = 3 LIMIT 1"
        );
        row!(self, Row, SQL, app, one, other).map(TryInto::try_into).transpose()
    }

    /// The dialogs this user is in, newest first, older than `before`.
    pub async fn dialogs_of(
        &mut self,
        user: i64,
        before: &str,
        at_most: i64,
    ) -> Result<Vec<DialogSummary>, StoreError> {
        const SQL: &str = columns!(
            "FROM occupants o JOIN dialogs d ON d.id = o.dialog
            WHERE o.user_id = $1 AND d.id < $2 ORDER BY d.id DESC LIMIT $3"
        );
        rows!(self, Row, SQL, user, before, at_most).into_iter().map(TryInto::try_into).collect()
    }

    /// What waits in the queue for a pool that this agent is in and is not offered to anybody, in its order.
    pub async fn waiting_for(&mut self, agent: i64, at_most: i64) -> Result<Vec<DialogId>, StoreError> {
        const SQL: &str = concat!(
            "SELECT h.dialog FROM handovers h JOIN ",
            pools!(),
            " p ON p.assistant = h.assistant JOIN dialogs d ON d.id = h.dialog
            WHERE p.agent = $1 AND h.state = 'waiting' AND d.offered_to IS NULL
            ORDER BY h.priority DESC, h.began_at, h.id LIMIT $2"
        );
        let rows = rows!(self, (String,), SQL, agent, at_most);
        rows.iter().map(|(id,)| row::id("handovers", id)).collect()
    }

    /// What waits in the queue for this AI Agent's pool and is not offered to anybody, in its order.
    pub async fn waiting_of(&mut self, assistant: AssistantId, at_most: i64) -> Result<Vec<DialogId>, StoreError> {
        const SQL: &str = "SELECT h.dialog FROM handovers h JOIN dialogs d ON d.id = h.dialog
            WHERE h.assistant = $1 AND h.state = 'waiting' AND d.offered_to IS NULL
            ORDER BY h.priority DESC, h.began_at, h.id LIMIT $2";
        let rows = rows!(self, (String,), SQL, assistant.hex(), at_most);
        rows.iter().map(|(id,)| row::id("handovers", id)).collect()
    }

    /// Dialogs whose deadline has passed, the longest overdue first.
    pub async fn overdue(&mut self, now: Timestamp, at_most: i64) -> Result<Vec<DialogId>, StoreError> {
        const SQL: &str = "SELECT id FROM dialogs WHERE deadline <= $1 ORDER BY deadline LIMIT $2";
        let rows = rows!(self, (String,), SQL, now.0, at_most);
        rows.iter().map(|(id,)| row::id("dialogs", id)).collect()
    }

    pub async fn next_deadline(&mut self) -> Result<Option<Timestamp>, StoreError> {
        const SQL: &str = "SELECT MIN(deadline) FROM dialogs WHERE deadline IS NOT NULL";
        Ok(value!(self, Option<i64>, SQL).map(Timestamp))
    }

    /// Until when the agent who has it does not want to see it.
    pub async fn snooze(&mut self, id: DialogId, until: Option<Timestamp>) -> Result<(), StoreError> {
        run!(self, "UPDATE dialogs SET snoozed_until = $2 WHERE id = $1", id.hex(), until.map(|until| until.0));
        Ok(())
    }

    /// What this agent has, or is asked to take.
    pub async fn held_dialogs(&mut self, agent: i64) -> Result<Vec<DialogId>, StoreError> {
        const SQL: &str = "SELECT id FROM dialogs
            WHERE (agent = $1 AND phase = 'agent') OR (offered_to = $1 AND phase = 'waiting') ORDER BY id";
        let rows = rows!(self, (String,), SQL, agent);
        rows.iter().map(|(id,)| row::id("dialogs", id)).collect()
    }

    /// Saves who has control. Only `actions/change.rs` calls this.
    /// `unseen`: whether somebody else should look now, and since when.
    pub async fn set_control(
        &mut self,
        id: DialogId,
        control: &Control,
        unseen: UnseenNow,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        const SQL: &str =
            "UPDATE dialogs SET phase = $2, turn = $3, handover = $4, agent = $5, since = $6, owes_since = $7,
                deadline = $8, updated_at = $9, offered_to = $10, announced = $11, asked = $12, warned = $13,
                notify_since = CASE WHEN $14 THEN $15 ELSE notify_since END,
                notify_step = CASE WHEN $14 THEN 0 ELSE notify_step END,
                notify_at = CASE WHEN $14 THEN $16 ELSE notify_at END
            WHERE id = $1";
        let saved = Saved::from(control);
        let (moved, since, look_at) = match unseen {
            UnseenNow::AsBefore => (false, None, None),
            UnseenNow::Nobody => (true, None, None),
            UnseenNow::Since { since, look_at } => (true, Some(since.0), Some(look_at.0)),
        };
        let deadline = handover::deadline(control).map(|at| at.0);
        self.work |= deadline.is_some();
        run!(
            self,
            SQL,
            id.hex(),
            saved.phase,
            i64::try_from(control.turn().0).unwrap_or(i64::MAX),
            control.handover().map(|id| HandoverId::from(id).hex()),
            saved.agent,
            saved.since,
            saved.owes_since,
            deadline,
            at.0,
            saved.offered_to,
            saved.announced,
            saved.asked,
            saved.warned,
            moved,
            since,
            look_at,
        );
        Ok(())
    }
}

/// A control as columns.
#[derive(Default)]
struct Saved {
    /// An offer is one that waits.
    phase: &'static str,
    agent: Option<i64>,
    offered_to: Option<i64>,
    announced: bool,
    asked: bool,
    warned: bool,
    since: Option<i64>,
    owes_since: Option<i64>,
}

impl From<&Control> for Saved {
    fn from(control: &Control) -> Self {
        match *control {
            Control::Assistant { .. } => Self { phase: "assistant", ..Self::default() },
            Control::Closed { .. } => Self { phase: "closed", ..Self::default() },
            Control::Waiting { since, asked, owes_since, .. } => Self {
                phase: "waiting",
                asked,
                since: Some(since.0),
                owes_since: owes_since.map(|at| at.0),
                ..Self::default()
            },
            Control::Offered { since, to, announced, asked, owes_since, .. } => Self {
                phase: "waiting",
                offered_to: Some(to.0),
                announced,
                asked,
                since: Some(since.0),
                owes_since: owes_since.map(|at| at.0),
                ..Self::default()
            },
            Control::Agent { since, who, warned, owes_since, .. } => Self {
                phase: "agent",
                agent: Some(who.0),
                warned,
                since: Some(since.0),
                owes_since: owes_since.map(|at| at.0),
                ..Self::default()
            },
        }
    }
}

impl Row {
    fn episode(&self) -> Result<Option<OpenEpisode>, StoreError> {
        match (&self.episode, &self.ending) {
            (None, None) => Ok(None),
            (Some(id), Some(ending)) => {
                let (id, ending) = (row::id("dialogs", id)?, row::word("dialogs", ending, Ending::parse)?);
                Ok(Some(OpenEpisode { id, ending }))
            }
            _ => Err(row::inconsistent("dialogs", &self.id)),
        }
    }

    fn control(&self) -> Result<Option<Control>, StoreError> {
        let broken = || row::inconsistent("dialogs", &self.id);
        let turn = Turn(u64::try_from(self.turn).map_err(|_| broken())?);
        let handover = self.handover.as_deref().map(|id| row::id::<HandoverId>("dialogs", id)).transpose()?;
        let handover = handover.map(handover::HandoverId::from);
        let (since, deadline) = (self.since.map(Timestamp), self.deadline.map(Timestamp));
        let owes_since = self.owes_since.map(Timestamp);
        let control = match (self.phase.as_deref(), handover, self.agent, since, deadline) {
            (None, None, None, None, None) => return Ok(None),
            (Some("assistant"), None, None, None, answer_by) => Control::Assistant { turn, answer_by },
            (Some("closed"), None, None, None, None) => Control::Closed { turn },
            (Some("waiting"), Some(handover), None, Some(since), Some(until)) => {
                let asked = self.asked;
                match self.offered_to.map(AgentId) {
                    None => Control::Waiting { handover, since, asked, owes_since, until, turn },
                    Some(to) => {
                        let announced = self.announced;
                        Control::Offered { handover, since, to, announced, asked, owes_since, until, turn }
                    }
                }
            }
            (Some("agent"), Some(handover), Some(who), Some(since), Some(until)) => {
                let (who, warned) = (AgentId(who), self.warned);
                Control::Agent { handover, since, who, warned, owes_since, until, turn }
            }
            _ => return Err(broken()),
        };
        Ok(Some(control))
    }
}

impl TryFrom<Row> for DialogSummary {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let control = row.control()?;
        let episode = row.episode()?;
        let kind = DialogKind::parse(row.kind).ok_or_else(|| row::inconsistent("dialogs", &row.id))?;
        Ok(Self {
            id: row::id("dialogs", &row.id)?,
            app: row.app,
            kind,
            name: row.name,
            custom: row::json(&row.custom)?,
            assistant: row.assistant.as_deref().map(|id| row::id("dialogs", id)).transpose()?,
            customer: row.customer,
            control,
            episode,
            last_message_seq: row.last_message_seq,
            newest_event: row.newest_event,
            snoozed_until: row.snoozed_until,
            created_at: row.created_at,
            updated_at: row.updated_at,
        })
    }
}

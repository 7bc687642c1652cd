//! Episodes in which a person was needed, with their packets.

use handover::{Outcome, Timestamp};

use super::{StoreError, Tx, row};
use crate::domain::{
    AssistantId, Attachment, DialogId, EarlierDialog, Handover, HandoverId, HandoverState, Packet, Reason, with_names,
};

pub struct NewHandover<'a> {
    pub id: HandoverId,
    pub app: i64,
    pub dialog: DialogId,
    pub assistant: AssistantId,
    pub reason: Reason,
    pub packet: &'a Packet,
    /// What an agent should know for it.
    pub skill: Option<&'a str>,
    pub priority: i64,
    /// When the customer wrote what a person is needed for.
    pub asked_at: Timestamp,
    pub at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    dialog: String,
    assistant: String,
    reason: String,
    state: String,
    outcome: Option<String>,
    agent: Option<i64>,
    agent_name: Option<String>,
    priority: i64,
    packet: String,
    began_at: i64,
    assigned_at: Option<i64>,
    first_reply_at: Option<i64>,
    ended_at: Option<i64>,
}

impl Tx {
    pub async fn begin_handover(&mut self, handover: &NewHandover<'_>) -> Result<(), StoreError> {
        const SQL: &str =
            "INSERT INTO handovers (id, app, dialog, assistant, reason, state, priority, packet, asked_at, began_at,
              skill)
            VALUES ($1, $2, $3, $4, $5, 'waiting', $6, $7, $8, $9, $10)";
        run!(
            self,
            SQL,
            handover.id.hex(),
            handover.app,
            handover.dialog.hex(),
            handover.assistant.hex(),
            handover.reason.as_str(),
            handover.priority,
            serde_json::to_string(handover.packet)?,
            handover.asked_at.0,
            handover.at.0,
            handover.skill,
        );
        Ok(())
    }

    /// The handover is with this agent now.
    pub async fn assign_handover(&mut self, id: HandoverId, agent: i64, at: Timestamp) -> Result<(), StoreError> {
        const SQL: &str = "UPDATE handovers SET state = 'agent', agent = $2, assigned_at = COALESCE(assigned_at, $3)
            WHERE id = $1 AND state <> 'ended'";
        run!(self, SQL, id.hex(), agent, at.0);
        Ok(())
    }

    pub async fn queue_handover(&mut self, id: HandoverId) -> Result<(), StoreError> {
        const SQL: &str = "UPDATE handovers SET state = 'waiting', agent = NULL WHERE id = $1 AND state <> 'ended'";
        run!(self, SQL, id.hex());
        Ok(())
    }

    pub async fn escalate_handover(&mut self, id: HandoverId) -> Result<(), StoreError> {
        run!(self, "UPDATE handovers SET priority = priority + 1 WHERE id = $1 AND state = 'waiting'", id.hex());
        Ok(())
    }

    pub async fn handover_replied(&mut self, id: HandoverId, at: Timestamp) -> Result<(), StoreError> {
        const SQL: &str = "UPDATE handovers SET first_reply_at = $2 WHERE id = $1 AND first_reply_at IS NULL";
        run!(self, SQL, id.hex(), at.0);
        Ok(())
    }

    pub async fn end_handover(&mut self, id: HandoverId, outcome: Outcome, at: Timestamp) -> Result<(), StoreError> {
        const SQL: &str = "UPDATE handovers SET state = 'ended', outcome = $2, ended_at = $3
            WHERE id = $1 AND state <> 'ended'";
        run!(self, SQL, id.hex(), outcome.as_str(), at.0);
        Ok(())
    }

    pub async fn skill_of(&mut self, id: HandoverId) -> Result<Option<String>, StoreError> {
        let skill = row!(self, (Option<String>,), "SELECT skill FROM handovers WHERE id = $1", id.hex());
        Ok(skill.and_then(|(skill,)| skill))
    }

    pub async fn reason_of(&mut self, id: HandoverId) -> Result<Option<Reason>, StoreError> {
        let reason = row!(self, (String,), "SELECT reason FROM handovers WHERE id = $1", id.hex());
        reason.map(|(word,)| row::word("handovers", &word, Reason::parse)).transpose()
    }

    /// Newest first, older than `before`.
    pub async fn handovers(
        &mut self,
        dialog: DialogId,
        before: &str,
        at_most: i64,
    ) -> Result<Vec<Handover>, StoreError> {
        const SQL: &str = "SELECT h.id, h.dialog, h.assistant, h.reason, h.state, h.outcome, h.agent,
              u.full_name AS agent_name, h.priority, h.packet, h.began_at, h.assigned_at, h.first_reply_at, h.ended_at
            FROM handovers h LEFT JOIN users u ON u.id = h.agent
            WHERE h.dialog = $1 AND h.id < $2 ORDER BY h.id DESC LIMIT $3";
        rows!(self, Row, SQL, dialog.hex(), before, at_most).into_iter().map(TryInto::try_into).collect()
    }

    /// Place in the queue of the app, from 1.
    pub async fn queue_position(&mut self, id: HandoverId) -> Result<Option<i64>, StoreError> {
        const SQL: &str = "SELECT COUNT(*) FROM handovers h JOIN handovers x ON x.app = h.app AND x.state = 'waiting'
            WHERE h.id = $1 AND h.state = 'waiting' AND (x.priority > h.priority OR (x.priority = h.priority
              AND (x.began_at < h.began_at OR (x.began_at = h.began_at AND x.id <= h.id))))";
        let place = value!(self, i64, SQL, id.hex());
        Ok((place > 0).then_some(place))
    }

    /// How long agents had the last handovers of the app that ended, newest first. Milliseconds.
    pub async fn handled(&mut self, app: i64, at_most: i64) -> Result<Vec<i64>, StoreError> {
        const SQL: &str = "SELECT ended_at - assigned_at FROM handovers
            WHERE app = $1 AND assigned_at IS NOT NULL AND ended_at IS NOT NULL ORDER BY id DESC LIMIT $2";
        Ok(rows!(self, (i64,), SQL, app, at_most).into_iter().map(|(handled,)| handled).collect())
    }

    /// The conversations that agents of this AI Agent's pool have: agent, and since when.
    pub async fn held_by_pool(
        &mut self,
        assistant: AssistantId,
        at_most: i64,
    ) -> Result<Vec<(i64, Timestamp)>, StoreError> {
        const SQL: &str = concat!(
            "SELECT d.agent, COALESCE(h.assigned_at, h.began_at) FROM ",
            pools!(),
            " p JOIN dialogs d ON d.agent = p.agent AND d.phase = 'agent' JOIN handovers h ON h.id = d.handover
            WHERE p.assistant = $1 ORDER BY d.agent, d.id LIMIT $2"
        );
        let rows = rows!(self, (i64, i64), SQL, assistant.hex(), at_most);
        Ok(rows.into_iter().map(|(agent, since)| (agent, Timestamp(since))).collect())
    }

    /// The customer's other conversations, newest first.
    pub async fn earlier_dialogs(
        &mut self,
        customer: i64,
        but: DialogId,
        at_most: i64,
    ) -> Result<Vec<EarlierDialog>, StoreError> {
        const SQL: &str = "SELECT d.id, d.created_at, m.text, m.attachments,
              (SELECT h.outcome FROM handovers h WHERE h.dialog = d.id ORDER BY h.id DESC LIMIT 1)
            FROM dialogs d LEFT JOIN messages m ON m.dialog = d.id
              AND m.seq = (SELECT MAX(x.seq) FROM messages x WHERE x.dialog = d.id)
            WHERE d.customer = $1 AND d.id <> $2 ORDER BY d.id DESC LIMIT $3";
        type Row = (String, i64, Option<String>, Option<String>, Option<String>);
        let rows = rows!(self, Row, SQL, customer, but.hex(), at_most);
        rows.into_iter()
            .map(|(id, started_at, text, files, outcome)| {
                let files: Option<Vec<Attachment>> = files.as_deref().map(row::json).transpose()?;
                let last_text = text.map(|text| with_names(&text, &files.unwrap_or_default()));
                Ok(EarlierDialog { dialog: row::id("dialogs", &id)?, started_at, last_text, outcome })
            })
            .collect()
    }
}

impl TryFrom<Row> for Handover {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let agent = match (row.agent, row.agent_name) {
            (Some(id), Some(name)) => Some(row::person(id, "agent", name)?),
            _ => None,
        };
        Ok(Self {
            id: row::id("handovers", &row.id)?,
            dialog: row::id("handovers", &row.dialog)?,
            assistant: row::id("handovers", &row.assistant)?,
            reason: row::word("handovers", &row.reason, Reason::parse)?,
            state: row::word("handovers", &row.state, HandoverState::parse)?,
            outcome: row.outcome.as_deref().map(|word| row::word("handovers", word, Outcome::parse)).transpose()?,
            agent,
            priority: row.priority,
            packet: row::json(&row.packet)?,
            began_at: row.began_at,
            assigned_at: row.assigned_at,
            first_reply_at: row.first_reply_at,
            ended_at: row.ended_at,
        })
    }
}

//! The people who answer: their presence, load and capacity as they are now.

use handover::{AgentId, Member, Timestamp};

use super::{StoreError, Tx, users::like};
use crate::domain::{Agent, AssistantId};

pub struct NewAgent {
    pub app: i64,
    pub full_name: String,
    pub email: String,
    pub password_hash: String,
    pub at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct AgentRow {
    id: i64,
    full_name: String,
    email: Option<String>,
    disabled: bool,
    away: bool,
    connected: bool,
    busy_with: i64,
    capacity: i64,
    assigned_at: i64,
    created_at: i64,
}

/// Agents as they are at the moment `$1`.
macro_rules! agents {
    ($rest:literal) => {
        concat!(
            "SELECT u.id, u.full_name, u.email, u.disabled, u.away, u.capacity, u.assigned_at, u.created_at,
               EXISTS (SELECT 1 FROM presence p WHERE p.user_id = u.id AND p.lease_until > $1) AS connected,
               (SELECT COUNT(*) FROM dialogs d WHERE d.agent = u.id AND d.phase = 'agent') AS busy_with ",
            $rest
        )
    };
}

impl Tx {
    pub async fn agents(
        &mut self,
        app: i64,
        search: &str,
        after: i64,
        at_most: i64,
        now: Timestamp,
    ) -> Result<Vec<Agent>, StoreError> {
        const SQL: &str = agents!(
            "FROM users u WHERE u.app = $2 AND u.kind = 'agent' AND u.id > $4
              AND ($3 = '' OR LOWER(u.full_name || ' ' || COALESCE(u.email, '')) LIKE $3 ESCAPE '\\')
            ORDER BY u.id LIMIT $5"
        );
        let rows = rows!(self, AgentRow, SQL, now.0, app, like(search), after, at_most);
        Ok(rows.into_iter().map(Agent::from).collect())
    }

    pub async fn agent(&mut self, app: i64, id: i64, now: Timestamp) -> Result<Option<Agent>, StoreError> {
        const SQL: &str = agents!("FROM users u WHERE u.app = $2 AND u.kind = 'agent' AND u.id = $3");
        Ok(row!(self, AgentRow, SQL, now.0, app, id).map(Agent::from))
    }

    /// The pool of an AI Agent, without those who are disabled.
    pub async fn members(&mut self, assistant: AssistantId, now: Timestamp) -> Result<Vec<Member>, StoreError> {
        const SQL: &str = agents!(
            "FROM pool JOIN users u ON u.id = pool.agent
            WHERE pool.assistant = $2 AND u.disabled = FALSE ORDER BY pool.place"
        );
        let rows = rows!(self, AgentRow, SQL, now.0, assistant.hex());
        Ok(rows.into_iter().map(|row| member(&Agent::from(row))).collect())
    }

    pub async fn pool(&mut self, assistant: AssistantId) -> Result<Vec<i64>, StoreError> {
        const SQL: &str = "SELECT agent FROM pool WHERE assistant = $1 ORDER BY place";
        Ok(rows!(self, (i64,), SQL, assistant.hex()).into_iter().map(|(agent,)| agent).collect())
    }

    /// Puts these agents of the app into the pool in this order, instead of whoever was in it.
    /// Answers which of them are no agents of the app; then nothing has changed.
    pub async fn set_pool(&mut self, app: i64, assistant: AssistantId, agents: &[i64]) -> Result<Vec<i64>, StoreError> {
        const IS_AGENT: &str = "SELECT COUNT(*) FROM users WHERE app = $1 AND id = $2 AND kind = 'agent'";
        const ADD: &str = "INSERT INTO pool (assistant, agent, place) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
        let mut strangers = Vec::new();
        for agent in agents {
            if value!(self, i64, IS_AGENT, app, agent) == 0 {
                strangers.push(*agent);
            }
        }
        if strangers.is_empty() {
            run!(self, "DELETE FROM pool WHERE assistant = $1", assistant.hex());
            for (place, agent) in (0_i64..).zip(agents) {
                run!(self, ADD, assistant.hex(), agent, place);
            }
        }
        Ok(strangers)
    }

    pub async fn change_agent(
        &mut self,
        app: i64,
        id: i64,
        full_name: Option<&str>,
        disabled: Option<bool>,
        capacity: Option<i64>,
    ) -> Result<bool, StoreError> {
        const SQL: &str = "UPDATE users SET full_name = COALESCE($3, full_name), disabled = COALESCE($4, disabled),
                capacity = COALESCE($5, capacity)
            WHERE app = $1 AND id = $2 AND kind = 'agent'";
        Ok(run!(self, SQL, app, id, full_name, disabled, capacity) > 0)
    }

    pub async fn set_away(&mut self, app: i64, id: i64, away: bool) -> Result<bool, StoreError> {
        const SQL: &str = "UPDATE users SET away = $3 WHERE app = $1 AND id = $2 AND kind = 'agent' AND away <> $3";
        Ok(run!(self, SQL, app, id, away) > 0)
    }

    pub async fn was_assigned(&mut self, id: i64, at: Timestamp) -> Result<(), StoreError> {
        run!(self, "UPDATE users SET assigned_at = $2 WHERE id = $1", id, at.0);
        Ok(())
    }
}

fn member(agent: &Agent) -> Member {
    Member {
        id: AgentId(agent.id),
        online: agent.online,
        load: u32::try_from(agent.load).unwrap_or(u32::MAX),
        capacity: u32::try_from(agent.capacity).unwrap_or(0),
        idle_since: Timestamp(agent.assigned_at),
    }
}

impl From<AgentRow> for Agent {
    fn from(row: AgentRow) -> Self {
        Self {
            id: row.id,
            full_name: row.full_name,
            email: row.email,
            disabled: row.disabled,
            away: row.away,
            online: row.connected && !row.away && !row.disabled,
            load: row.busy_with,
            capacity: row.capacity,
            assigned_at: row.assigned_at,
            created_at: row.created_at,
        }
    }
}

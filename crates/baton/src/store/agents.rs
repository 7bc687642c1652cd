//! The people who answer: their presence, load and capacity as they are now.

use handover::{AgentId, Member, Timestamp};

use super::{StoreError, Tx, row, users::like};
use crate::domain::{Agent, AssistantId, HandoverId};

#[derive(sqlx::FromRow)]
struct AgentRow {
    id: i64,
    full_name: String,
    email: Option<String>,
    disabled: bool,
    away: bool,
    away_reason: Option<String>,
    connected: bool,
    busy_with: i64,
    capacity: i64,
    languages: String,
    skills: String,
    supervises: bool,
    assigned_at: i64,
    created_at: i64,
}

/// What to change; what is absent stays.
#[derive(Clone, Debug, Default)]
pub struct AgentChange {
    pub full_name: Option<String>,
    pub disabled: Option<bool>,
    pub capacity: Option<i64>,
    pub languages: Option<Vec<String>>,
    pub skills: Option<Vec<String>>,
    pub supervises: Option<bool>,
}

/// What an agent of the pool is to one conversation.
#[derive(Clone, Debug, Default)]
pub struct Matched {
    /// Those who let its handover go.
    pub passed: Vec<i64>,
    /// With whom the customer spoke last.
    pub last: Option<i64>,
    /// The customer's language.
    pub language: Option<String>,
    /// What an agent should know.
    pub skill: Option<String>,
}

/// What an agent `u` has, and is asked to take.
macro_rules! busy_with {
    () => {
        "(SELECT COUNT(*) FROM dialogs d WHERE d.agent = u.id AND d.phase = 'agent')
         + (SELECT COUNT(*) FROM dialogs d WHERE d.offered_to = u.id)"
    };
}

/// Agents as they are at the moment `$1`.
macro_rules! agents {
    // Those of the pool of the AI Agent `$2` who are not disabled.
    (pool $rest:literal) => {
        concat!(
            agents!("FROM "),
            pools!(),
            " p JOIN users u ON u.id = p.agent WHERE p.assistant = $2 AND u.disabled = FALSE",
            $rest
        )
    };
    ($rest:literal) => {
        concat!(
            "SELECT u.id, u.full_name, u.email, u.disabled, u.away, u.away_reason, u.capacity, u.languages, u.skills, u.supervises, u.assigned_at, u.created_at,
               EXISTS (SELECT 1 FROM presence p WHERE p.user_id = u.id AND p.lease_until > $1) AS connected,
               ",
            busy_with!(),
            " AS busy_with ",
            $rest
        )
    };
}

/// How many more an agent `u` may be assigned; nobody who is disabled may.
macro_rules! free_places {
    () => {
        concat!(
            "CASE WHEN u.disabled = TRUE OR u.capacity <= ",
            busy_with!(),
            " THEN 0 ELSE u.capacity - (",
            busy_with!(),
            ") END"
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
              AND ($3 = '' OR COALESCE(u.folded, LOWER(u.full_name || ' ' || COALESCE(u.email, ''))) LIKE $3 ESCAPE '\\')
            ORDER BY u.id LIMIT $5"
        );
        let rows = rows!(self, AgentRow, SQL, now.0, app, like(search), after, at_most);
        rows.into_iter().map(Agent::try_from).collect()
    }

    pub async fn agent(&mut self, app: i64, id: i64, now: Timestamp) -> Result<Option<Agent>, StoreError> {
        const SQL: &str = agents!("FROM users u WHERE u.app = $2 AND u.kind = 'agent' AND u.id = $3");
        row!(self, AgentRow, SQL, now.0, app, id).map(Agent::try_from).transpose()
    }

    /// The agents who supervise and are not disabled.
    pub async fn supervisors(&mut self, app: i64, at_most: i64, now: Timestamp) -> Result<Vec<Agent>, StoreError> {
        const SQL: &str = agents!(
            "FROM users u WHERE u.app = $2 AND u.kind = 'agent' AND u.supervises = TRUE AND u.disabled = FALSE
            ORDER BY u.id LIMIT $3"
        );
        rows!(self, AgentRow, SQL, now.0, app, at_most).into_iter().map(Agent::try_from).collect()
    }

    /// Those of the pool who are not away and whose browsers want to be told.
    pub async fn reachable_members(
        &mut self,
        assistant: AssistantId,
        at_most: i64,
        now: Timestamp,
    ) -> Result<Vec<Agent>, StoreError> {
        const SQL: &str = agents!(
            pool " AND u.away = FALSE
            AND EXISTS (SELECT 1 FROM push_subscriptions s WHERE s.user_id = u.id) ORDER BY u.id LIMIT $3"
        );
        rows!(self, AgentRow, SQL, now.0, assistant.hex(), at_most).into_iter().map(Agent::try_from).collect()
    }

    /// The pool of an AI Agent, without those who are disabled.
    pub async fn members(
        &mut self,
        assistant: AssistantId,
        matched: &Matched,
        now: Timestamp,
    ) -> Result<Vec<Member>, StoreError> {
        const SQL: &str = agents!(pool " ORDER BY u.id");
        let rows = rows!(self, AgentRow, SQL, now.0, assistant.hex());
        rows.into_iter().map(|row| Ok(member(&Agent::try_from(row)?, matched))).collect()
    }

    /// Those of the pool who could have one more.
    pub async fn members_with_room(
        &mut self,
        assistant: AssistantId,
        matched: &Matched,
        now: Timestamp,
    ) -> Result<Vec<Member>, StoreError> {
        const SQL: &str = concat!(agents!(pool ""), " AND u.capacity > ", busy_with!(), " ORDER BY u.id");
        let rows = rows!(self, AgentRow, SQL, now.0, assistant.hex());
        rows.into_iter().map(|row| Ok(member(&Agent::try_from(row)?, matched))).collect()
    }

    /// The agent, if they are in the pool and not disabled.
    pub async fn member(
        &mut self,
        assistant: AssistantId,
        agent: i64,
        matched: &Matched,
        now: Timestamp,
    ) -> Result<Option<Member>, StoreError> {
        const SQL: &str = agents!(pool " AND u.id = $3");
        let found = row!(self, AgentRow, SQL, now.0, assistant.hex(), agent);
        found.map(|row| Ok(member(&Agent::try_from(row)?, matched))).transpose()
    }

    /// Whether this agent is there, and how many conversations more they may be assigned.
    pub async fn room_of(&mut self, agent: i64, now: Timestamp) -> Result<(bool, i64), StoreError> {
        const SQL: &str = agents!("FROM users u WHERE u.id = $2 AND u.kind = 'agent' AND u.disabled = FALSE");
        let agent = row!(self, AgentRow, SQL, now.0, agent).map(Agent::try_from).transpose()?;
        Ok(agent.map_or((false, 0), |agent| (agent.online, (agent.capacity - agent.load).max(0))))
    }

    /// How many agents are there, and how many conversations more they may be assigned together.
    pub async fn agents_there(&mut self, app: i64, now: Timestamp) -> Result<(i64, i64), StoreError> {
        const SQL: &str = concat!(
            "SELECT COUNT(*), CAST(COALESCE(SUM(",
            free_places!(),
            "), 0) AS BIGINT) FROM users u
            WHERE u.app = $2 AND u.kind = 'agent' AND u.away = FALSE AND u.disabled = FALSE
              AND EXISTS (SELECT 1 FROM presence p WHERE p.user_id = u.id AND p.lease_until > $1)"
        );
        Ok(row!(self, (i64, i64), SQL, now.0, app).unwrap_or_default())
    }

    /// How many all agents of a pool may be assigned together.
    pub async fn free_places_of(&mut self, assistant: AssistantId) -> Result<i64, StoreError> {
        const SQL: &str = concat!(
            "SELECT CAST(COALESCE(SUM(",
            free_places!(),
            "), 0) AS BIGINT) FROM ",
            pools!(),
            " p JOIN users u ON u.id = p.agent WHERE p.assistant = $1"
        );
        Ok(value!(self, i64, SQL, assistant.hex()))
    }

    /// Those who let this handover go.
    pub async fn passes(&mut self, handover: HandoverId) -> Result<Vec<i64>, StoreError> {
        let rows = rows!(self, (i64,), "SELECT agent FROM passes WHERE handover = $1 ORDER BY agent", handover.hex());
        Ok(rows.into_iter().map(|(agent,)| agent).collect())
    }

    pub async fn pass(&mut self, handover: HandoverId, agent: i64) -> Result<(), StoreError> {
        const SQL: &str = "INSERT INTO passes (handover, agent) VALUES ($1, $2) ON CONFLICT DO NOTHING";
        run!(self, SQL, handover.hex(), agent);
        Ok(())
    }

    pub async fn forget_passes(&mut self, handover: HandoverId) -> Result<(), StoreError> {
        run!(self, "DELETE FROM passes WHERE handover = $1", handover.hex());
        Ok(())
    }

    /// With whom this customer spoke last.
    pub async fn last_agent_of(&mut self, customer: i64) -> Result<Option<i64>, StoreError> {
        const SQL: &str = "SELECT h.agent FROM handovers h JOIN dialogs d ON d.id = h.dialog
            WHERE d.customer = $1 AND h.agent IS NOT NULL ORDER BY h.id DESC LIMIT 1";
        Ok(row!(self, (i64,), SQL, customer).map(|(agent,)| agent))
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

    /// What is absent stays.
    pub async fn change_agent(&mut self, app: i64, id: i64, change: &AgentChange) -> Result<bool, StoreError> {
        const SQL: &str = "UPDATE users SET full_name = COALESCE($3, full_name), disabled = COALESCE($4, disabled),
                capacity = COALESCE($5, capacity), languages = COALESCE($6, languages), skills = COALESCE($7, skills),
                supervises = COALESCE($8, supervises)
            WHERE app = $1 AND id = $2 AND kind = 'agent'";
        let list = |list: &Option<Vec<String>>| list.as_ref().map(serde_json::to_string).transpose();
        let (languages, skills) = (list(&change.languages)?, list(&change.skills)?);
        let AgentChange { full_name, disabled, capacity, supervises, .. } = change;
        let is_there = run!(self, SQL, app, id, full_name, *disabled, *capacity, languages, skills, *supervises) > 0;
        if is_there && full_name.is_some() {
            self.fold_user(id).await?;
        }
        Ok(is_there)
    }

    /// Whether this agent may act on colleagues' conversations.
    pub async fn supervises(&mut self, id: i64) -> Result<bool, StoreError> {
        Ok(value!(self, i64, "SELECT COUNT(*) FROM users WHERE id = $1 AND supervises = TRUE", id) > 0)
    }

    /// Answers whether anything changed.
    pub async fn set_away(
        &mut self,
        (app, id): (i64, i64),
        away: bool,
        reason: Option<&str>,
    ) -> Result<bool, StoreError> {
        const SQL: &str = "UPDATE users SET away = $3, away_reason = $4 WHERE app = $1 AND id = $2 AND kind = 'agent'
            AND (away <> $3 OR COALESCE(away_reason, '') <> COALESCE($4, ''))";
        Ok(run!(self, SQL, app, id, away, reason) > 0)
    }

    pub async fn was_assigned(&mut self, id: i64, at: Timestamp) -> Result<(), StoreError> {
        run!(self, "UPDATE users SET assigned_at = $2 WHERE id = $1", id, at.0);
        Ok(())
    }
}

fn member(agent: &Agent, matched: &Matched) -> Member {
    let spoken = |language: &String| agent.languages.iter().any(|known| is_same_language(known, language));
    let speaks = agent.languages.is_empty() || matched.language.as_ref().is_none_or(spoken);
    let known = |skill: &String| agent.skills.iter().any(|one| one.to_lowercase() == skill.to_lowercase());
    Member {
        id: AgentId(agent.id),
        online: agent.online,
        load: u32::try_from(agent.load).unwrap_or(u32::MAX),
        capacity: u32::try_from(agent.capacity).unwrap_or(0),
        idle_since: Timestamp(agent.assigned_at),
        passed: matched.passed.contains(&agent.id),
        fits: speaks && matched.skill.as_ref().is_none_or(known),
        knows_customer: matched.last == Some(agent.id),
    }
}

/// "de" and "de-AT" are.
fn is_same_language(one: &str, other: &str) -> bool {
    let primary = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    primary(one) == primary(other)
}

impl TryFrom<AgentRow> for Agent {
    type Error = StoreError;

    fn try_from(row: AgentRow) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.id,
            full_name: row.full_name,
            email: row.email,
            disabled: row.disabled,
            away: row.away,
            away_reason: row.away_reason,
            online: row.connected && !row.away && !row.disabled,
            load: row.busy_with,
            capacity: row.capacity,
            languages: row::json(&row.languages)?,
            skills: row::json(&row.skills)?,
            supervises: row.supervises,
            assigned_at: row.assigned_at,
            created_at: row.created_at,
        })
    }
}
